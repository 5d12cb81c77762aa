"""Rejection as arithmetic, against values worked out by hand and by brute force."""

from __future__ import annotations

import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.rejection import (
    calls_for,
    chance_of_none,
    chance_per_call,
    likely_range,
    outlook,
    wilson,
    yes_chances,
)


def test_two_steps_make_one_chance() -> None:
    assert chance_per_call(10, 20) == pytest.approx(0.02)
    assert chance_per_call(0, 20) == 0


@pytest.mark.parametrize(
    ("chance", "calls", "by_hand"),
    [(0.5, 3, 0.125), (0.2, 2, 0.64), (0.02, 50, 0.3641696800871167), (0.03, 40, 0.2957122)],
)
def test_a_stretch_without_a_yes(chance: float, calls: int, by_hand: float) -> None:
    assert chance_of_none(chance, calls) == pytest.approx(by_hand, rel=1e-6)


# 0.98 ** 34 = 0.5031 and 0.98 ** 35 = 0.4931; 0.97 ** 75 = 0.1018 and 0.97 ** 76 = 0.0988.
@pytest.mark.parametrize(
    ("chance", "share", "calls"),
    [(0.02, 0.5, 35), (0.02, 0.9, 114), (0.03, 0.9, 76), (0.5, 0.5, 1), (0.5, 0.75, 2),
     (1, 0.9, 1), (0.001, 0.5, 693)],
)  # fmt: skip
def test_the_calls_until_the_first_yes(chance: float, share: float, calls: int) -> None:
    assert calls_for(chance, share) == calls


def test_where_no_yes_can_come_nothing_is_promised() -> None:
    assert calls_for(0, 0.5) is None
    week = outlook(50, 0, 20)
    assert (week.mean_calls, week.half, week.most, week.none) == (None, None, None, 1)
    assert week.chances == [1.0]


@given(st.floats(0.0005, 0.999), st.floats(0.01, 0.99))
def test_the_answer_is_the_smallest_number_of_calls(chance: float, share: float) -> None:
    calls = calls_for(chance, share)
    assert calls is not None
    assert 1 - chance_of_none(chance, calls) >= share
    assert calls == 1 or 1 - chance_of_none(chance, calls - 1) < share


@pytest.mark.parametrize("chance", [0.1, 0.37, 0.5])
def test_the_binomial_agrees_with_counting_every_week(chance: float) -> None:
    """Five calls have 32 outcomes: add up the probability of each."""
    counted = [0.0] * 6
    for outcome in product([0, 1], repeat=5):
        counted[sum(outcome)] += math.prod(chance if yes else 1 - chance for yes in outcome)
    found = yes_chances(chance, 5)
    assert found == pytest.approx(counted[: len(found)])


@given(st.floats(0, 1), st.integers(1, 400))
def test_probabilities_make_one_and_the_range_holds_eight_weeks_of_ten(
    chance: float, calls: int
) -> None:
    chances = yes_chances(chance, calls)
    assert 0.999 <= sum(chances) <= 1 + 1e-9
    low, high = likely_range(chance, calls)
    assert 0 <= low <= high <= calls
    assert sum(chances[low : high + 1]) >= 0.8 - 0.001


def test_a_week_as_lesson_01_tells_it() -> None:
    week = outlook(50, 10, 20)
    assert (week.expected, week.half, week.most) == (1, 35, 114)
    assert round(100 * week.none) == 36
    assert 1 - sum(week.chances[:2]) == pytest.approx(0.264, abs=0.001), "a quarter: two or more"
    assert round(100 * chance_of_none(0.02, 200)) == 2, "a month without a yes"
    assert [round(100 * outlook(*w).none) for w in ((100, 10, 20), (50, 20, 20))] == [13, 13]


def test_the_interval_of_wilson() -> None:
    """Evidence row C1: 2,561 of 17,544 is 14.6 % (14.1 to 15.1)."""
    low, high = wilson(2561, 17544)
    assert (round(100 * low, 1), round(100 * high, 1)) == (14.1, 15.1)
    assert wilson(0, 10)[0] == pytest.approx(0)
