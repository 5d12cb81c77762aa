"""The review schedule: what spaced repetition promises, and that merging loses nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from salescoach.habits import GRADES, Grade, Review, due, due_by_day, grade, merge, schedule

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
REVIEWS = st.lists(
    st.builds(
        Review,
        st.integers(0, 60).map(lambda h: NOON + timedelta(hours=7 * h)),
        st.sampled_from(["signals/s001", "signals/s002", "voicemail/v01"]),
        st.sampled_from(sorted(GRADES)),
    ),
    max_size=25,
)


def run(*grades: Grade) -> datetime:
    """Answer one item whenever it falls due; give back when it is due next."""
    reviews: list[Review] = []
    at = NOON
    for g in grades:
        reviews.append(Review(at, "signals/s001", g))
        at = schedule(reviews)["signals/s001"].due
    return at


def test_a_missed_item_comes_back_in_the_same_sitting() -> None:
    assert run("missed") == NOON + timedelta(minutes=10)


def test_a_known_item_comes_back_at_growing_intervals() -> None:
    dates = [run(*["good"] * n) for n in range(5)]
    gaps = [b - a for a, b in pairwise(dates)]
    assert gaps[0] >= timedelta(days=1)
    assert gaps == sorted(gaps)
    assert gaps[-1] > 2 * gaps[1]


def test_a_half_guess_comes_back_sooner_and_a_lapse_sooner_still() -> None:
    assert run("good", "missed") < run("good", "hard") < run("good", "good")


def test_the_schedule_is_what_the_library_says() -> None:
    again = (timedelta(minutes=10),)
    theirs = Scheduler(learning_steps=again, relearning_steps=again, enable_fuzzing=False)
    card = Card(card_id=1, due=NOON)
    ratings = [Rating.Good, Rating.Again, Rating.Hard, Rating.Good]
    for rating in ratings:
        card, _ = theirs.review_card(card, rating, max(card.due, NOON))
    assert run("good", "missed", "hard", "good") == card.due


@given(REVIEWS, st.randoms())
def test_order_and_repetition_do_not_matter(reviews: list[Review], random: object) -> None:
    shuffled = [*reviews, *reviews[:5]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert schedule(shuffled) == schedule(reviews)


@given(REVIEWS, REVIEWS)
def test_merge_keeps_everything_once(a: list[Review], b: list[Review]) -> None:
    merged = merge(a, b)
    assert set(merged) == {*a, *b}
    assert len(merged) == len({*a, *b})
    assert merge(b, a) == merged
    assert list(merged) == sorted(merged)


@given(REVIEWS)
def test_counts_of_the_schedule(reviews: list[Review]) -> None:
    plan = schedule(reviews)
    assert sum(m.reviews for m in plan.values()) == len(merge(reviews))
    assert sum(m.missed for m in plan.values()) == sum(r.grade == "missed" for r in merge(reviews))


def test_due_puts_what_is_most_overdue_for_its_stability_first() -> None:
    plan = schedule(
        [
            Review(NOON, "signals/known", "good"),
            Review(NOON, "signals/missed", "missed"),
            Review(NOON + timedelta(days=9), "signals/fresh", "good"),
        ]
    )
    late = due(plan, NOON + timedelta(days=9, hours=1))
    assert [m.item for m in late] == ["signals/missed", "signals/known"]
    assert due(plan, NOON + timedelta(days=9, hours=1), limit=1) == late[:1]
    assert due(plan, NOON) == []


def test_due_by_day_counts_late_items_today_and_leaves_out_later_ones() -> None:
    reviews = [Review(NOON, f"signals/s{n:03}", "missed") for n in range(3)]
    plan = schedule([*reviews, Review(NOON, "signals/s900", "good")])
    forecast = due_by_day(plan, date(2026, 3, 3), days=5)
    assert list(forecast) == [date(2026, 3, 3) + timedelta(days=n) for n in range(5)]
    assert forecast[date(2026, 3, 3)] == 3
    assert sum(forecast.values()) == 4
    assert sum(due_by_day(plan, date(2026, 3, 3), days=1).values()) == 3


def test_grade_uses_certainty_only_for_right_answers() -> None:
    assert [grade(True, s) for s in (None, 0, 59, 60, 100)] == [
        "good", "hard", "hard", "good", "good",
    ]  # fmt: skip
    assert grade(False, 100) == grade(False) == "missed"


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="UTC"):
        Review(datetime(2026, 3, 2), "signals/s001", "good")
