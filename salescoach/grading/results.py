"""What becomes of one answer: a status, a score, and the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from salescoach import rubric
from salescoach.items import Item

ITEM_STATUSES: Final = ("graded", "blank", "missing", "review")
"""What became of an answer: scored; left empty; its cell is gone; somebody must look at it."""


@dataclass(frozen=True)
class Part:
    """What one part of an answer earned: a situation of a drill, a week of a stall case.

    Parameters
    ----------
    title : str
        Which part.
    text : str
        What was asked there.
    points, most : float
        What it earned, and what it could earn.
    said : str
        What was answered.
    works, change, more : str
        What was right, the one change that helps most, and the rest; each may be empty.
    quote : tuple of int, optional
        Start and end (characters) of the words in `text` that decide.
    """

    title: str
    text: str
    points: float
    most: float
    said: str
    works: str = ""
    change: str = ""
    more: str = ""
    quote: tuple[int, int] | None = None


@dataclass(frozen=True)
class ItemResult:
    """The score of one item.

    Parameters
    ----------
    item : Item
        The item.
    status : str
        One of `ITEM_STATUSES`.
    score : float or None
        Points, 0 to ``item.points``; None where a person must look first.
    reason : str
        Why, in a sentence.
    body : str
        What was answered.
    verdict : rubric.ScriptVerdict, optional
        The rubric's verdict on a script.
    parts : tuple of Part
        The parts of an answer that has several.
    summary : tuple of str
        What the parts show together, in sentences.
    response : str
        What was chosen, as the letter of the option; empty for texts.
    comment : str
        What the key says about the response; for the trainee only if the course allows it.
    decided : str
        What a person decided about it, by whom and why; empty if nobody did.
    """

    item: Item
    status: str
    score: float | None
    reason: str
    body: str = ""
    verdict: rubric.ScriptVerdict | None = None
    response: str = ""
    comment: str = ""
    decided: str = ""
    parts: tuple[Part, ...] = ()
    summary: tuple[str, ...] = ()
