"""Spaced repetition over the items of all lessons, and what falls due when.

The scheduling is FSRS (free spaced repetition scheduler) by the maintained library `fsrs`. The
only record is the list of reviews: the schedule is worked out from it each time, so two lists from
two notebooks merge into one without a conflict, and nothing can contradict itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Literal

from fsrs import Card, Rating, Scheduler

Grade = Literal["missed", "hard", "good"]
GRADES: Mapping[Grade, Rating] = {
    "missed": Rating.Again,
    "hard": Rating.Hard,
    "good": Rating.Good,
}
SURE_ENOUGH = 60
"""Below this certainty (percent) a right answer was half a guess, and comes back sooner."""


@dataclass(frozen=True, order=True)
class Review:
    """One answer to one item in practice.

    Attributes
    ----------
    at : datetime
        When, in UTC.
    item : str
        Such as ``signals/s001``: the drill and the item, so that all lessons share one schedule.
    grade : {"missed", "hard", "good"}
    """

    at: datetime
    item: str
    grade: Grade

    def __post_init__(self) -> None:
        if self.at.tzinfo != UTC:
            raise ValueError(f"{self.at} is not in UTC")


@dataclass(frozen=True)
class Memory:
    """What the schedule holds about one item.

    Attributes
    ----------
    due : datetime
        When to ask again, in UTC.
    stability : float
        Days until the chance of recall has fallen to 90 %.
    reviews, missed : int
        How often it was asked, and how often missed.
    last : str
        Grade of the last review.
    """

    item: str
    due: datetime
    stability: float
    reviews: int
    missed: int
    last: Grade


def grade(right: bool, sure: float | None = None) -> Grade:
    """Grade an answer for the schedule from whether it was right and how sure the trainee was.

    Examples
    --------
    >>> grade(True, 90), grade(True, 30), grade(True), grade(False, 90)
    ('good', 'hard', 'good', 'missed')
    """
    if not right:
        return "missed"
    return "hard" if sure is not None and sure < SURE_ENOUGH else "good"


@cache
def _scheduler() -> Scheduler:
    # One learning step: a missed item comes back within the sitting, a known one on another day.
    # No fuzz: the same reviews must always give the same schedule.
    again = (timedelta(minutes=10),)
    return Scheduler(learning_steps=again, relearning_steps=again, enable_fuzzing=False)


def merge(*lists: Iterable[Review]) -> tuple[Review, ...]:
    """Join lists of reviews in the order of time; what stands in several counts once."""
    return tuple(sorted({review for reviews in lists for review in reviews}))


def schedule(reviews: Iterable[Review]) -> dict[str, Memory]:
    """Work out the schedule from all reviews.

    Parameters
    ----------
    reviews : iterable of Review
        In any order.

    Returns
    -------
    dict of str to Memory
        By item; items never reviewed are not in it.

    Examples
    --------
    >>> noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    >>> plan = schedule([Review(noon, "signals/s001", "missed")])
    >>> (plan["signals/s001"].due - noon).seconds // 60
    10
    """
    cards: dict[str, Card] = {}
    asked, missed = Counter[str](), Counter[str]()
    last: dict[str, Grade] = {}
    for review in merge(reviews):
        # A card id of our own: without one the library sleeps to find an unused time stamp.
        card = cards.get(review.item) or Card(card_id=len(cards), due=review.at)
        cards[review.item], _ = _scheduler().review_card(card, GRADES[review.grade], review.at)
        asked[review.item] += 1
        missed[review.item] += review.grade == "missed"
        last[review.item] = review.grade
    return {
        item: Memory(item, card.due, card.stability or 0.0, asked[item], missed[item], last[item])
        for item, card in cards.items()
    }


def due(memories: Mapping[str, Memory], now: datetime, limit: int | None = None) -> list[Memory]:
    """List the items that are due, the most overdue for their stability first.

    Overdue is measured in stabilities: a day late matters more to an item that was just learned.
    """
    late = [m for m in memories.values() if m.due <= now]
    return sorted(
        late, key=lambda m: ((m.due - now) / timedelta(days=m.stability or 0.01), m.item)
    )[:limit]


def due_by_day(memories: Mapping[str, Memory], start: date, days: int = 28) -> dict[date, int]:
    """Count the items that fall due on each of `days` days (in UTC); what is late counts today.

    Only first dates count: an item that is asked will come back later.
    """
    counts = Counter(max(m.due.date(), start) for m in memories.values())
    return {(day := start + timedelta(days=n)): counts[day] for n in range(days)}
