"""Reads what a learner has answered in the notebooks of the workbook, from their files alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from salescoach.assessment import CLASS_FILE, ClassProfile, read_text
from salescoach.catalog import Catalog
from salescoach.errors import CoachError
from salescoach.grading.reading import read_hand_in
from salescoach.items import SHARED

FOLDERS: Final = ("notebooks", "exercises", "hand-in")
"""Where a learner's notebooks may lie, side by side."""


@dataclass(frozen=True)
class Practised:
    """How much of a lesson or an exercise has been answered.

    Parameters
    ----------
    title : str
        Its title.
    answered, asked : int
        Answers given, of how many; who hands in and objections are not counted.
    """

    title: str
    answered: int
    asked: int


def class_profile_beside(folder: Path) -> ClassProfile | None:
    """Read the profile of the class, if the instructor gave one away; None if there is none.

    Parameters
    ----------
    folder : Path
        Where the notebook lies; the folders of the workbook beside it are searched too.

    Raises
    ------
    CoachError
        If the file is there and cannot be used.
    """
    for place in dict.fromkeys([folder, *(folder.parent / name for name in FOLDERS)]):
        path = place / CLASS_FILE
        if path.is_file():
            try:
                return read_text(path.read_bytes())
            except OSError as error:
                raise CoachError(
                    f"The file {CLASS_FILE} cannot be read: {error.strerror}.",
                    next_step="Ask for it again, or take it away.",
                ) from None
    return None


class OwnWork:
    """The answers in a learner's own copies of the notebooks.

    Parameters
    ----------
    folder : Path
        Where the notebook lies that asks; what lies in the folders of the workbook beside it,
        `notebooks`, `exercises` and `hand-in` (a released bundle), is read too.
    catalog : Catalog
        Which items there are.
    """

    def __init__(self, folder: Path, catalog: Catalog) -> None:
        self._catalog = catalog
        folders = dict.fromkeys([folder, *(folder.parent / name for name in FOLDERS)])
        files = [file for place in folders for file in place.glob("*.ipynb")]
        # The file that was saved last says what counts, where several answer one item.
        files.sort(key=lambda file: (file.stat().st_mtime, file.name))
        self._bodies: dict[tuple[str, str], str] = {}
        for file in files:
            found = read_hand_in(file)
            for item, answers in found.answers.items():
                bodies = [answer.body for answer in answers if not answer.blank]
                if bodies and found.opened:
                    self._bodies[found.opened, item] = bodies[-1]

    def body(self, notebook: str, item: str) -> str:
        """Get the answer to an item; empty if there is none."""
        return self._bodies.get((notebook, item), "")

    def practised(self) -> list[Practised]:
        """List the lessons and exercises in which something was answered, in their order."""
        found = []
        for notebook in self._catalog.notebooks.values():
            items = [i.id for i in self._catalog.items_of(notebook.id) if i.id not in SHARED]
            answered = sum(bool(self.body(notebook.id, item)) for item in items)
            if answered:
                number = "" if notebook.kind == "exercise" else f"{notebook.id[:2]} "
                found.append(Practised(number + notebook.title, answered, len(items)))
        return found
