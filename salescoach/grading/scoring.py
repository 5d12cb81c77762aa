"""Scores the answers of one hand-in: one score for each item, with the reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from salescoach import rubric
from salescoach.answers import Answer
from salescoach.errors import CoachError
from salescoach.grading.results import ItemResult
from salescoach.items import SCRIPT_KINDS, Item
from salescoach.keys import OptionKey
from salescoach.responses import chosen

Judge = Callable[[str, str], rubric.ScriptVerdict]

MOST_CHARACTERS: Final = 6_000
"""Longer answers are not judged: ten times what any task asks for is for a person to look at."""

# Patterns that look for the start of a line or a pause get slow on what no person would write.
_NOISE = re.compile(r"[\W_]{300}|(.)\1{300}", re.DOTALL)

DESK_FAILED: Final = "The desk could not judge this answer"
"""How the reason begins if the fault is ours; the fuzz test looks for it."""


Scorer = Callable[[Item, str], ItemResult]
"""Scores the body of an answer to one kind of item."""


def score_item(
    item: Item,
    answers: list[Answer],
    judge: Judge,
    keys: Mapping[str, Mapping[str, OptionKey]],
    scorers: Mapping[str, Scorer],
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
    scorers : mapping
        For each further kind of item what scores its body.
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
        if item.kind in scorers:
            return scorers[item.kind](item, body)
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
