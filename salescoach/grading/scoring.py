"""Scores the answers of one hand-in: one score for each item, with the reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from salescoach import rubric
from salescoach.answers import Answer
from salescoach.errors import CoachError
from salescoach.items import SCRIPT_KINDS, Item
from salescoach.keys import OptionKey
from salescoach.responses import chosen

Judge = Callable[[str, str], rubric.ScriptVerdict]

ITEM_STATUSES: Final = ("graded", "blank", "missing", "review")
"""What became of an answer: scored; left empty; its cell is gone; somebody must look at it."""

MOST_CHARACTERS: Final = 6_000
"""Longer answers are not judged: ten times what any task asks for is for a person to look at."""

# Patterns that look for the start of a line or a pause get slow on what no person would write.
_NOISE = re.compile(r"[\W_]{300}|(.)\1{300}", re.DOTALL)

DESK_FAILED: Final = "The desk could not judge this answer"
"""How the reason begins if the fault is ours; the fuzz test looks for it."""


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
    response : str
        What was chosen, as the letter of the option; empty for texts.
    decided : str
        What a person decided about it, by whom and why; empty if nobody did.
    comment : str
        What the key says about the response; for the trainee only if the course allows it.
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


def score_item(
    item: Item,
    answers: list[Answer],
    judge: Judge,
    keys: Mapping[str, Mapping[str, OptionKey]],
    loose: Sequence[str] = (),
) -> ItemResult:
    """Score what was found for an item.

    Parameters
    ----------
    item : Item
        A graded item.
    answers : list of Answer
        All cells that answer it, in their order; the same answer twice counts once.
    judge : callable
        Gives the rubric's verdict on a kind and a text.
    keys : mapping
        The keys of the choice items.
    loose : sequence of str
        Texts that may belong to it, but whose cells do not say so.
    """
    bodies = list(dict.fromkeys(a.body.strip("\n") for a in answers if not a.blank))
    if loose:
        told = "A cell near it holds a text, but its first line is gone, or the answer was split."
        return _for_review(item, told, [*bodies, *loose])
    if not answers:
        return ItemResult(item, "missing", 0.0, "The cell of this answer is not there.")
    if not bodies:
        return ItemResult(item, "blank", 0.0, "Nothing was answered.")
    if len(bodies) > 1:
        told = f"{len(bodies)} cells answer this item differently; one of them must be chosen."
        return _for_review(item, told, bodies)
    body = bodies[0]
    if len(body) > MOST_CHARACTERS:
        told = f"With {len(body)} characters this is too long to be judged; please look at it."
        return _for_review(item, told, bodies)
    if _NOISE.search(body):
        told = "Part of this answer is the same sign over and over; please look at it."
        return _for_review(item, told, bodies)
    try:
        if item.kind in SCRIPT_KINDS:
            return _score_script(item, body, judge)
        if item.kind == "choice":
            return _score_choice(item, body, keys[item.id])
    except CoachError as error:
        return _for_review(item, str(error).replace("\n", " "), bodies)
    except Exception as error:  # one answer must not cost the others their grade
        kind = type(error).__name__
        return _for_review(item, f"{DESK_FAILED} ({kind}); please judge it yourself.", bodies)
    return ItemResult(item, "graded", item.points, "Noted; nothing to judge.", body)


def _for_review(item: Item, reason: str, bodies: Sequence[str]) -> ItemResult:
    body = "\n\n--- and in another cell ---\n\n".join(b[:MOST_CHARACTERS] for b in bodies[:10])
    return ItemResult(item, "review", None, reason, body)


def _score_script(item: Item, body: str, judge: Judge) -> ItemResult:
    verdict = judge(item.kind, body)
    labels = {c.name: c.label for c in rubric.criteria(item.kind)}
    open_ones = [labels[c.name] for c in verdict.criteria if not c.met]
    met = len(verdict.criteria) - len(open_ones)
    reason = f"{met} of {len(verdict.criteria)} criteria met."
    if open_ones:
        reason += f" Open: {'; '.join(open_ones)}."
    score = round(item.points * verdict.total / 10, 2)
    return ItemResult(item, "graded", score, " ".join([reason, *verdict.caps]), body, verdict)


def _score_choice(item: Item, body: str, keys: Mapping[str, OptionKey]) -> ItemResult:
    choice = chosen(item, body)
    if choice is None:
        return ItemResult(item, "blank", 0.0, "Nothing was chosen.", body)
    key = keys[choice]
    worth = "all" if key.credit == 1 else "part" if key.credit else "none"
    reason = f"Chose {choice}: {worth} of the credit."
    score = round(item.points * key.credit, 2)
    return ItemResult(
        item, "graded", score, reason, body, response=choice, comment=key.feedback
    )  # fmt: skip
