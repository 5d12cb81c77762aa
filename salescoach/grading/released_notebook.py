"""Makes the notebook that a trainee gets out of an exercise of the workbook."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, Final

from salescoach.answers import format_cell, parse_cell
from salescoach.catalog import workbook
from salescoach.errors import CoachError
from salescoach.items import IDENTITY_ITEM, Item
from salescoach.signals.questions import situation_of

Cell = dict[str, Any]

HEADING: Final = "## Situations of your own"

_LINK = re.compile(r"\]\(([\w-]+\.ipynb)\)")


def exercise_path(exercise: str) -> Path:
    """Find what is handed in in the workbook: an exercise, or a lesson with a form."""
    own = workbook() / "exercises" / f"{exercise}.ipynb"
    return own if own.exists() else workbook() / "notebooks" / own.name


def read_exercise(exercise: str) -> dict[str, Any]:
    """Read the notebook of an exercise.

    Raises
    ------
    CoachError
        If the workbook does not have it.
    """
    try:
        notebook: dict[str, Any] = json.loads(exercise_path(exercise).read_text("utf-8"))
    except (OSError, ValueError):
        raise CoachError(
            f"The notebook of {exercise!r} cannot be read.", next_step="Install salescoach again."
        ) from None
    return notebook


def beside_the_lessons(notebook: dict[str, Any]) -> dict[str, Any]:
    """Make the links between lessons lead on from a folder beside theirs.

    Parameters
    ----------
    notebook : dict
        A notebook of the workbook; it is not changed.
    """
    made = copy.deepcopy(notebook)
    for cell in made["cells"]:
        if cell["cell_type"] == "markdown":
            text = _LINK.sub(r"](../notebooks/\1)", _source(cell))
            cell["source"] = text.splitlines(keepends=True)
    return made


def personal_notebook(
    notebook: dict[str, Any],
    identity: Sequence[tuple[str, str]],
    left_out: Collection[str],
    added: Sequence[Item],
) -> dict[str, Any]:
    """Make the notebook of one trainee.

    Parameters
    ----------
    notebook : dict
        The exercise of the workbook; it is not changed.
    identity : sequence of pairs
        What the cell about the trainee says: name, id, items and ticket.
    left_out : collection of str
        Items that this trainee does not get; their sections go.
    added : sequence of Item
        Questions about situations, two for each, in their order.
    """
    made = copy.deepcopy(notebook)
    sections = _sections(made["cells"])
    sections = [s for s in sections if not (_asked(s) and _asked(s) <= set(left_out))]
    if added:
        last = next((i for i, s in enumerate(sections) if _calls_hand_in(s)), len(sections))
        sections.insert(last, _situations(added))
    made["cells"] = [cell for section in sections for cell in section if
                     not (_asked([cell]) and _asked([cell]) <= set(left_out))]  # fmt: skip
    if identity:
        body = "\n".join(f"{name} = {_toml(value)}" for name, value in identity)
        for cell in made["cells"]:
            if _asked([cell], every=True) == {IDENTITY_ITEM}:
                cell["source"] = format_cell(IDENTITY_ITEM, body)
                cell["outputs"] = []
                cell["execution_count"] = None
    return made


def as_file(notebook: dict[str, Any]) -> bytes:
    """Write a notebook as Jupyter does, the same bytes every time."""
    return (json.dumps(notebook, indent=1, ensure_ascii=False) + "\n").encode()


def _toml(text: str) -> str:
    # A JSON text is a TOML text too, once DEL, which only TOML forbids, is written as an escape.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _source(cell: Cell) -> str:
    source = cell["source"]
    return "".join(source) if isinstance(source, list) else str(source)


def _asked(cells: Sequence[Cell], every: bool = False) -> set[str]:
    """List the items that cells ask; the one about the trainee only on demand."""
    found = {
        answer.item
        for cell in cells
        if cell["cell_type"] == "code" and (answer := parse_cell(_source(cell)))
    }
    return found if every else found - {IDENTITY_ITEM}


def _calls_hand_in(cells: Sequence[Cell]) -> bool:
    return any(c["cell_type"] == "code" and "coach.hand_in" in _source(c) for c in cells)


def _sections(cells: Sequence[Cell]) -> list[list[Cell]]:
    """Cut a notebook in front of each heading of the second level."""
    found: list[list[Cell]] = [[]]
    for cell in cells:
        if cell["cell_type"] == "markdown" and _source(cell).startswith("## ") and found[-1]:
            found.append([])
        found[-1].append(cell)
    return found


def _situations(added: Sequence[Item]) -> list[Cell]:
    points = sum(item.points for item in added)
    names = list(dict.fromkeys(situation_of(item.id) for item in added))
    cells = [_prose("draw-00", f"{HEADING}\n\n{len(names)} situations, {points:g} points on top "
                    "of those above. For each one: what kind of signal is it, and what do you do "
                    "next? Your colleagues have other situations.")]  # fmt: skip
    for number, name in enumerate(names, 1):
        asked = [item for item in added if situation_of(item.id) == name]
        cells.append(_prose(f"draw-{number:02}", f"### Situation {number}\n\n{asked[0].stem}"))
        cells += [_code(f"draw-{item.id}", format_cell(item.id, "")) for item in asked]
    return cells


def _prose(cell_id: str, text: str) -> Cell:
    return {"cell_type": "markdown", "id": cell_id, "metadata": {},
            "source": text.splitlines(keepends=True)}  # fmt: skip


def _code(cell_id: str, text: str) -> Cell:
    return {"cell_type": "code", "execution_count": None, "id": cell_id, "metadata": {},
            "outputs": [], "source": text.splitlines(keepends=True)}  # fmt: skip
