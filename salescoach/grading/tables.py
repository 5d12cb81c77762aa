"""Writes tables as CSV that no spreadsheet can take for formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

from salescoach.grading.desk import Grade

GRADE_COLUMNS: Final = ("trainee", "exercise", "status", "score", "max", "file", "note")
ITEM_COLUMNS: Final = ("trainee", "exercise", "item", "status", "score", "max", "reason")

Cell = str | float | int | None

# The full-width signs are formulas in East Asian editions of Excel.
_FORMULA = re.compile("[\t\r\n ]*[=+\\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
# Where the list separator is another one, Excel would begin a new cell here.
_INNER = re.compile("([;\t\r\n|])(?=[ ]*[=+\\-@\uff1d\uff0b\uff0d\uff20])")


def harmless(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula.

    Examples
    --------
    >>> harmless("=HYPERLINK(1)"), harmless("Ana"), harmless("x;=1")
    ("'=HYPERLINK(1)", 'Ana', "x;'=1")
    """
    text = _INNER.sub(r"\1'", text)
    return f"'{text}" if _FORMULA.match(text) else text


def csv_table(columns: Sequence[str], rows: Iterable[Sequence[Cell]], mark: bool = True) -> str:
    """Write a table; numbers with the digits they need, None as nothing.

    Parameters
    ----------
    columns : sequence of str
        The first line.
    rows : iterable
        One sequence of cells for each line.
    mark : bool
        Begin with the mark that tells Excel that the file is UTF-8.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return ("\ufeff" if mark else "") + buffer.getvalue()


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    return harmless(cell) if isinstance(cell, str) else f"{cell:g}"


def grade_rows(grades: Iterable[Grade]) -> Iterable[tuple[Cell, ...]]:
    """List what `GRADE_COLUMNS` names, for each grade."""
    for g in grades:
        yield (g.trainee, g.exercise, g.status, g.score, g.max, g.file, g.note)


def item_rows(grades: Iterable[Grade]) -> Iterable[tuple[Cell, ...]]:
    """List what `ITEM_COLUMNS` names, for each item; what the key says belongs to the reason."""
    for g in grades:
        for r in g.items:
            reason = f"{r.reason} {r.comment}".strip()
            yield (g.trainee, g.exercise, r.item.id, r.status, r.score, r.item.points, reason)
