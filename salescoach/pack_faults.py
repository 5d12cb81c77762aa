"""What is wrong with a data pack, as an instructor reads it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in a data pack.

    Parameters
    ----------
    file : str
        Path within the pack.
    problem : str
        What is wrong.
    row : int, optional
        Row as a spreadsheet counts it; the header is row 1.
    column : str
        Name of the column, if the fault concerns one.
    value : str, optional
        What stands there.
    allowed : str
        What may stand there.
    """

    file: str
    problem: str
    row: int | None = None
    column: str = ""
    value: str | None = None
    allowed: str = ""

    def __str__(self) -> str:
        place = self.file
        if self.row is not None:
            place += f", row {self.row}"
        if self.column:
            place += f", column {self.column!r}"
        text = f"{place}: {self.problem}"
        if self.value is not None:
            text += f" (found {_shortened(self.value)!r})"
        return text + (f" Allowed: {self.allowed}." if self.allowed else "")


def _shortened(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
