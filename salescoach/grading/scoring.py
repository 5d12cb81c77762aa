"""Scores the answers of one hand-in: one score for each item, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from salescoach import rubric
from salescoach.answers import Answer
from salescoach.errors import CoachError
from salescoach.grading.results import ItemResult
from salescoach.items import SCRIPT_KINDS, Item
from salescoach.keys import OptionKey
from salescoach.responses import chosen

Judge = Callable[[str, str], rubric.ScriptVerdict]
Scorer = Callable[[Item, str], ItemResult]


def score_item(
    item: Item,
    answers: list[Answer],
    judge: Judge,
    keys: Mapping[str, Mapping[str, OptionKey]],
    scorers: Mapping[str, Scorer],
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
    """
    if not answers:
        return ItemResult(item, "missing", 0.0, "The cell of this answer is not there.")
    bodies = list(dict.fromkeys(a.body.strip("\n") for a in answers if not a.blank))
    if not bodies:
        return ItemResult(item, "blank", 0.0, "Nothing was answered.")
    if len(bodies) > 1:
        return ItemResult(
            item, "review", None,
            f"{len(bodies)} cells answer this item differently; one of them must be chosen.",
            "\n\n--- and in another cell ---\n\n".join(bodies),
        )  # fmt: skip
    body = bodies[0]
    try:
        if item.kind in SCRIPT_KINDS:
            return _score_script(item, body, judge)
        if item.kind == "choice":
            return _score_choice(item, body, keys[item.id])
        if item.kind in scorers:
            return scorers[item.kind](item, body)
    except CoachError as error:
        return ItemResult(item, "review", None, str(error).replace("\n", " "), body)
    return ItemResult(item, "graded", item.points, "Noted; nothing to judge.", body)


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
    score = round(item.points * key.credit, 2)
    return ItemResult(item, "graded", score, f"Chose {choice}. {key.feedback}", body)
