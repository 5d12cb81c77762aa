"""Items: what a trainee is asked. An item cannot hold a key, so no item can leak one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SCRIPT_KINDS: Final = ("voicemail", "breakup", "agreement")
"""Kinds of item that are answered with a text and judged by the rubric of the same name."""

OPTION_KINDS: Final = ("choice", "sort", "team")
"""Kinds of item that show options: one to choose, several to sort, people for roles."""

FIELD_KINDS: Final = ("numbers", "form", "sort")
"""Kinds of item with named fields: numbers, lines of a form, or the classes to sort into."""

KINDS: Final = (
    *SCRIPT_KINDS, "choice", "note", "identity", "objections", "numbers", "form", "sort", "team",
    "calculator", "questions", "qualify", "ownlist", "assessment", "plan", "strategy", "drill",
    "stall", "dialogue", "map", "followup", "pipeline",
)  # fmt: skip
"""All kinds. `data/schemas/items.json` says what each of them asks for; who hands in and what the
trainee holds against the coach's verdicts belong to every exercise."""

ITEM_ID_PATTERN: Final = "^[a-z0-9]+(-[a-z0-9]+)*$"
"""What an item id looks like: lower-case words and digits joined by hyphens."""

IDENTITY_ITEM: Final = "me"
"""The item id of the cell in which trainees say who they are."""

OBJECTIONS_ITEM: Final = "objections"
"""The item id of the cell in which trainees say where they see it differently from the coach."""


@dataclass(frozen=True)
class Option:
    """One of the possible answers to a choice item."""

    id: str
    text: str


@dataclass(frozen=True)
class Field:
    """One named line of an item.

    Parameters
    ----------
    id : str
        The name that stands in the answer's TOML.
    label : str
        What is asked.
    check : str
        What a filled-in field must have: ``number``, ``words``, ``sentence`` or ``moment``;
        ``class`` for the classes of a sorting item.
    unit : str
        The unit of a number; a hint for a text.
    """

    id: str
    label: str
    check: str
    unit: str = ""


@dataclass(frozen=True)
class Item:
    """What a trainee is asked.

    Parameters
    ----------
    id : str
        Lower-case words and digits joined by hyphens; it stands in the ``%%answer`` line.
    kind : str
        One of `KINDS`.
    notebook : str
        The id of the lesson or exercise that asks it.
    points : float
        The most that an answer can earn; 0 where nothing is graded.
    title : str
        A few words that name the task.
    stem : str
        The task in a sentence or two.
    options : tuple of Option
        The options of a choice item, in the order in which they are shown; the things to sort;
        the people of a team.
    fields : tuple of Field
        The named lines of a form, or the classes to sort into.
    """

    id: str
    kind: str
    notebook: str
    points: float
    title: str
    stem: str
    options: tuple[Option, ...] = ()
    fields: tuple[Field, ...] = ()


IDENTITY: Final = Item(
    IDENTITY_ITEM, "identity", "", 0, "Who hands this in",
    "Your name as your instructor knows it; add an id if you were given one.",
)  # fmt: skip
OBJECTIONS: Final = Item(
    OBJECTIONS_ITEM, "objections", "", 0, "Where you see it differently",
    "If the coach misjudged one of your scripts, say so: open its criteria, choose “I see it "
    "differently” and give your reason. It reaches your instructor with your answers.",
)  # fmt: skip
SHARED: Final = {item.id: item for item in (IDENTITY, OBJECTIONS)}
"""The items that every exercise may ask: they belong to no notebook of their own."""


@dataclass(frozen=True)
class Notebook:
    """A lesson or an exercise of the workbook.

    Parameters
    ----------
    id : str
        What ``lesson.open`` takes, which is also the file name without ``.ipynb``.
    kind : str
        ``lesson`` or ``exercise``.
    title : str
        What stands on its first line.
    minutes : int
        How long it takes.
    """

    id: str
    kind: str
    title: str
    minutes: int


def place_in_course(notebook: Notebook) -> tuple[str, bool]:
    """Tell where a notebook comes in the course: by its number, the exercise after its lesson.

    Examples
    --------
    >>> place_in_course(Notebook("exercise-03-voicemail", "exercise", "Exercise 03", 30))
    ('03', True)
    """
    return notebook.id.removeprefix("exercise-")[:2], notebook.kind == "exercise"


@dataclass(frozen=True)
class Example:
    """A script that a lesson shows, with a note on what to look at."""

    id: str
    kind: str
    title: str
    text: str
    note: str


def unknown(what: str, name: str, known: list[str]) -> dict[str, str]:
    """Say what to do about an unknown name, as keyword arguments for `CoachError`.

    Examples
    --------
    >>> unknown("example", "self-centered", ["prospect-centred", "self-centred"])["next_step"]
    "Did you mean 'self-centred'?"
    """
    from difflib import get_close_matches

    close = get_close_matches(name, known, n=1)
    return {
        "problem": f"There is no {what} {name!r}.",
        "allowed": ", ".join(known),
        "next_step": f"Did you mean {close[0]!r}?" if close else "Pick one of these.",
    }
