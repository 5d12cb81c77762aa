"""Stall cases: evidence arrives week by week, late and at odds, and each week asks for a decision.

A case says what the trainee could know in each week; its key says what was in truth the matter and
when it became known. What happens does not depend on the decisions: the causes lie outside the
sale, and S3 holds that nothing a salesperson does hurries them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from salescoach.signals.kinds import Move

DECISIONS: Mapping[str, Move] = {
    move.id: move
    for move in (
        Move("wait", "Wait", "Leave them alone this week.", "Time is what they need."),
        Move(
            "add-value",
            "Add value",
            "A card or something useful that asks for nothing.",
            "You have something that helps, or a kind word is due.",
        ),
        Move(
            "other-contact",
            "Reach out to another contact",
            "Turn to somebody else in the company, openly.",
            "Your contact is gone, or somebody else can say what is going on.",
        ),
        Move(
            "ask",
            "Ask",
            "One plain question: what has changed, and when shall we speak?",
            "An agreed time has passed, or the cause is settled.",
        ),
        Move(
            "let-go",
            "Let go",
            "Close it with goodwill, and look again in about six months at the earliest.",
            "The cause is over and the answer is still none, or it is a no.",
        ),
    )
}
REASON_WORDS = 4


@dataclass(frozen=True)
class StallWeek:
    """What arrives in one week; silence is evidence too. `week` counts from the silence."""

    week: int
    evidence: str


@dataclass(frozen=True)
class StallCase:
    """A case as the trainee meets it."""

    id: str
    title: str
    source: str
    opening: str
    weeks: tuple[StallWeek, ...]


@dataclass(frozen=True)
class Credit:
    """What a decision earns in a week, 0 to 1, and why."""

    credit: float
    reason: str


@dataclass(frozen=True)
class StallFact:
    """Something true, the week in which it came about and the week in which it became known."""

    fact: str
    happened: int
    known: int


@dataclass(frozen=True)
class StallKey:
    """What a case was in truth, and what each decision earns in each week."""

    id: str
    truth: str
    ending: str
    credits: Mapping[int, Mapping[str, Credit]]
    facts: tuple[StallFact, ...]


@dataclass(frozen=True)
class StallDecision:
    """What a trainee decided in one week, and why."""

    decision: str | None
    reason: str = ""


@dataclass(frozen=True)
class WeekReview:
    """One week of the debrief.

    Attributes
    ----------
    known, hidden : tuple of str
        Facts that had come about by then: those you could know, and those you could not.
    best : tuple of str
        The decisions that earn most.
    points : float
        0 to 1.
    reason : str
        Why the decision earns what it earns.
    """

    week: int
    evidence: str
    known: tuple[str, ...]
    hidden: tuple[str, ...]
    decision: str | None
    best: tuple[str, ...]
    points: float
    reason: str


def seen_by(case: StallCase, week: int) -> tuple[StallWeek, ...]:
    """All evidence up to and including a week."""
    return tuple(w for w in case.weeks if w.week <= week)


def next_week(case: StallCase, decided: Sequence[int]) -> StallWeek | None:
    """Name the first week without a decision, or ``None`` when the case is through.

    Only this week and those before it may be shown.
    """
    return next((w for w in case.weeks if w.week not in decided), None)


def week_points(key: StallKey, week: int, decision: StallDecision) -> float:
    """Credit for one week; without a reason in a sentence it is halved."""
    if decision.decision is None:
        return 0.0
    credit = key.credits[week][decision.decision].credit
    return credit if len(decision.reason.split()) >= REASON_WORDS else credit / 2


def debrief(
    case: StallCase, key: StallKey, decisions: Mapping[int, StallDecision]
) -> tuple[WeekReview, ...]:
    """Compare, week by week, what was decided with what was known then and what was not.

    A decision is judged by what could be known in its week, never by how the case ended.
    """
    reviews = []
    for week in case.weeks:
        decided = decisions.get(week.week, StallDecision(None))
        credits = key.credits[week.week]
        most = max(c.credit for c in credits.values())
        so_far = [f for f in key.facts if f.happened <= week.week]
        points = week_points(key, week.week, decided)
        reason = "No decision was handed in."
        if decided.decision is not None:
            reason = credits[decided.decision].reason
            if points < credits[decided.decision].credit:
                reason += " Without a reason in a sentence it counts half."
        reviews.append(
            WeekReview(
                week.week,
                week.evidence,
                tuple(f.fact for f in so_far if f.known <= week.week),
                tuple(f"{f.fact} (known in week {f.known})" for f in so_far if f.known > week.week),
                decided.decision,
                tuple(d for d, c in credits.items() if c.credit == most),
                points,
                reason,
            )
        )
    return tuple(reviews)


def case_score(reviews: Sequence[WeekReview]) -> tuple[float, float]:
    """Points, and the most that the weeks can give."""
    return sum(r.points for r in reviews), float(len(reviews))


def habit_shares(keys: Iterable[StallKey]) -> dict[str, float]:
    """Share of all points that each decision earns if it is taken in every week of every case.

    Parameters
    ----------
    keys : iterable of StallKey
        The keys of the cases.

    Returns
    -------
    dict of str to float
        By decision, 0 to 1.
    """
    weeks = [credits for key in keys for credits in key.credits.values()]
    return {d: sum(week[d].credit for week in weeks) / len(weeks) for d in DECISIONS}
