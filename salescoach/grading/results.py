"""What becomes of one answer: a status, a score, and the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from salescoach import rubric
from salescoach.items import Item

ITEM_STATUSES: Final = ("graded", "blank", "missing", "review")
"""What became of an answer: scored; left empty; its cell is gone; somebody must look at it."""


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
    """

    item: Item
    status: str
    score: float | None
    reason: str
    body: str = ""
    verdict: rubric.ScriptVerdict | None = None
