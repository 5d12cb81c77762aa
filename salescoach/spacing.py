"""What a model of memory says about the same reviews, crammed or spread out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from fsrs import Card, Rating, Scheduler


@dataclass(frozen=True)
class Forgetting:
    """How the chance of recall falls after the last review.

    Parameters
    ----------
    reviewed : tuple of int
        Days of the reviews, counted from the first.
    days : tuple of int
        Days after the last review.
    recall : tuple of float
        Chance of recall on each of `days`, 0 to 1.
    """

    reviewed: tuple[int, ...]
    days: tuple[int, ...]
    recall: tuple[float, ...]


def forgetting(reviewed: Sequence[int], days: int = 60) -> Forgetting:
    """Follow one item that was answered right in each review.

    Parameters
    ----------
    reviewed : sequence of int
        Days of the reviews, rising; several on one day follow each other by ten minutes.
    days : int
        How far to look, in days after the last review.

    Returns
    -------
    Forgetting
        By FSRS with its published parameters, which were fitted to flash-card learners.

    Examples
    --------
    >>> spread, crammed = forgetting((0, 2, 7, 16)), forgetting((0, 0, 0, 0))
    >>> spread.recall[-1] > crammed.recall[-1]
    True
    """
    start = datetime(2026, 3, 2, 9, tzinfo=UTC)
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = Card(card_id=1, due=start)
    at = start
    for n, day in enumerate(reviewed):
        at = start + timedelta(days=day, minutes=10 * n)
        card, _ = scheduler.review_card(card, Rating.Good, at)
    ahead = tuple(range(days + 1))
    recall = tuple(
        float(scheduler.get_card_retrievability(card, at + timedelta(days=n))) for n in ahead
    )
    return Forgetting(tuple(reviewed), ahead, recall)
