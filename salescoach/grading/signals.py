"""Scores drills and stall cases: part by part, each part with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from salescoach.catalog import Catalog
from salescoach.errors import CoachError
from salescoach.grading.results import ItemResult, Part
from salescoach.grading.scoring import Scorer
from salescoach.items import Item
from salescoach.keys import signal_keys, stall_keys
from salescoach.signals.blocks import AnswerFault
from salescoach.signals.drill import parse_drill
from salescoach.signals.items import SignalItem, SignalKey
from salescoach.signals.kinds import KINDS, MOVES
from salescoach.signals.report import agreement_words, certainty_words, mixed_up_words, series
from salescoach.signals.scoring import MAX_POINTS, Choice, Verdict, judge, total
from salescoach.signals.stall_answers import parse_stall
from salescoach.signals.stalls import (
    DECISIONS,
    StallCase,
    StallDecision,
    StallKey,
    WeekReview,
    case_score,
    debrief,
)


def signal_scorers(catalog: Catalog) -> dict[str, Scorer]:
    """Make the scorers of drills and stall cases; keys are read when the first one is scored.

    Parameters
    ----------
    catalog : Catalog
        Where situations, cases and their keys come from.
    """
    signals: dict[str, SignalKey] = {}
    stalls: dict[str, StallKey] = {}

    def drill(item: Item, body: str) -> ItemResult:
        if not signals:
            signals.update(signal_keys(catalog))
        return score_drill(item, body, catalog.drill_sets[item.id], signals)

    def stall(item: Item, body: str) -> ItemResult:
        if not stalls:
            stalls.update(stall_keys(catalog))
        return score_stall(item, body, catalog.stall_cases[item.id], stalls[item.id])

    return {"drill": drill, "stall": stall}


def score_drill(
    item: Item, body: str, asked: tuple[SignalItem, ...], keys: Mapping[str, SignalKey]
) -> ItemResult:
    """Score a series of situations; what cannot be read costs its own line only.

    Parameters
    ----------
    item : Item
        The drill item; its points are shared equally by the situations.
    body : str
        The answer.
    asked : tuple of SignalItem
        The situations, in their order.
    keys : mapping
        The keys, by the id of a situation.

    Raises
    ------
    CoachError
        If there is an answer, but nothing in it can be read.
    """
    answer = parse_drill(body, [signal.id for signal in asked])
    given = {name: c for name, c in answer.choices.items() if c != Choice()}
    if not given:
        return _nothing(item, body, answer.faults)
    verdicts = [judge(s, keys[s.id], given.get(s.id, Choice())) for s in asked]
    points, most = total(verdicts, len(asked))
    result = series([keys[s.id] for s in asked], given)
    told = [
        f"{result.named} of {len(asked)} situations answered: {result.right} kinds right; "
        f"{result.move_points:g} of {len(asked)} for the next moves.",
        *_told_faults(answer.faults),
    ]
    parts = tuple(
        _situation(number, s, given.get(s.id), v, item.points / len(asked))
        for number, (s, v) in enumerate(zip(asked, verdicts, strict=True), 1)
    )
    return ItemResult(
        item, "graded", round(item.points * points / most, 2), " ".join(told), body,
        parts=parts,
        summary=(agreement_words(result), *mixed_up_words(result), *certainty_words(result)),
    )  # fmt: skip


def _situation(
    number: int, signal: SignalItem, choice: Choice | None, verdict: Verdict, most: float
) -> Part:
    said = "No answer."
    if choice is not None:
        kind = KINDS[choice.kind].name if choice.kind else "no kind"
        move = MOVES[choice.move].name if choice.move else "no move"
        sure = "" if choice.sure is None else f", {choice.sure:g} % sure"
        said = f"Your answer: {kind}{sure}; {move}."
    return Part(
        f"Situation {number}", signal.situation, most * verdict.points / MAX_POINTS, most, said,
        verdict.works, verdict.change, verdict.more, verdict.quote,
    )  # fmt: skip


def score_stall(item: Item, body: str, case: StallCase, key: StallKey) -> ItemResult:
    """Score the decisions on a stall case, each by what could be known in its week.

    Raises
    ------
    CoachError
        If there is an answer, but nothing in it can be read.
    """
    answer = parse_stall(body, case)
    given = {w: d for w, d in answer.decisions.items() if d.decision is not None}
    if not given:
        return _nothing(item, body, answer.faults)
    reviews = debrief(case, key, given)
    points, most = case_score(reviews)
    told = [f"{len(given)} of {len(case.weeks)} weeks decided.", *_told_faults(answer.faults)]
    each = item.points / len(reviews)
    parts = tuple(_week(review, given.get(review.week), each) for review in reviews)
    return ItemResult(
        item, "graded", round(item.points * points / most, 2), " ".join(told), body,
        parts=parts, summary=(f"What was the matter: {key.truth}", f"How it ended: {key.ending}"),
    )  # fmt: skip


def _week(review: WeekReview, decided: StallDecision | None, most: float) -> Part:
    said = "No decision."
    if decided is not None and decided.decision is not None:
        said = f"Your decision: {DECISIONS[decided.decision].name}. {decided.reason}".strip()
    best = " or ".join(f"“{DECISIONS[d].name}”" for d in review.best)
    works = review.reason if review.points == 1 else ""
    change = "" if review.points == 1 else f"{review.reason} Better: {best}."
    known = ["Known then:", *review.known] if review.known else []
    hidden = ["True, but not known yet:", *review.hidden] if review.hidden else []
    return Part(
        f"Week {review.week}", review.evidence, most * review.points, most, said, works, change,
        " ".join([*known, *hidden]),
    )  # fmt: skip


def _nothing(item: Item, body: str, faults: Iterable[AnswerFault]) -> ItemResult:
    told = _told_faults(faults)
    if told:
        raise CoachError(" ".join(["Nothing here could be read as an answer.", *told]))
    return ItemResult(item, "blank", 0.0, "Nothing was answered.", body)


def _told_faults(faults: Iterable[AnswerFault]) -> list[str]:
    # The cell's first line is the %%answer line, so its lines count from one more.
    return [f"Line {f.line + 1} of the cell: {f.problem} Allowed: {f.allowed}." for f in faults]
