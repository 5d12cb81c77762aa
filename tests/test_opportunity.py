"""The price of an hour: the plan is the best one, and it is dearer the fewer hours there are."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.cases import pipeline_of
from salescoach.catalog import open_catalog
from salescoach.errors import CoachError
from salescoach.opportunity import (
    Prospect,
    Verdict,
    break_even,
    plan,
    read_own,
    read_verdicts,
    standing,
)

AMARA = pipeline_of(open_catalog(), "hours-08")

prospects = st.lists(
    st.builds(
        lambda worth, chance, hours: Prospect("", "", worth, chance, hours, chance / 2, chance),
        st.floats(100, 1e5), st.floats(0.01, 1), st.floats(1, 50),
    ),
    min_size=1, max_size=5,
)  # fmt: skip


@given(prospects, st.floats(0, 200))
def test_no_other_order_of_giving_hours_brings_more(pipeline: list[Prospect], hours: float) -> None:
    def brings(order: tuple[Prospect, ...]) -> float:
        left, total = hours, 0.0
        for p in order:
            given_hours = min(left, p.hours)
            left, total = left - given_hours, total + given_hours * p.rate()
        return total

    best = max(brings(order) for order in itertools.permutations(pipeline))
    assert plan(pipeline, hours).expected == pytest.approx(best)


@given(prospects, st.floats(1, 200), st.floats(1, 200))
def test_fewer_hours_are_never_cheaper(pipeline: list[Prospect], one: float, two: float) -> None:
    few, many = sorted((one, two))
    assert plan(pipeline, few).price >= plan(pipeline, many).price


@given(prospects, st.floats(1, 200))
def test_who_is_exactly_at_the_price_breaks_even(pipeline: list[Prospect], hours: float) -> None:
    made = plan(pipeline, hours)
    marginal = [p for p in pipeline if made.price and p.rate() == made.price]
    assert all(break_even(p, made.price) == pytest.approx(p.chance) for p in marginal)
    assert sum(s.hours for s in made.shares) + made.spare == pytest.approx(hours)


def test_the_sample_tells_the_story_of_the_lesson() -> None:
    """By hand: 16 + 12 + 12 + 10 hours go to the better four, 10 are left for Kessel at 133."""
    assert plan(AMARA, 60).price == pytest.approx(8000 * 0.5 / 30)
    assert plan(AMARA, 30).price == pytest.approx(450)
    names = [share.prospect.id for share in plan(AMARA, 60).shares]
    assert names == [
        "sefton", "lindqvist", "orchard", "wexcombe", "kessel", "tolley", "brightwell",
    ]  # fmt: skip


def test_a_range_decides_only_if_all_of_it_lies_on_one_side() -> None:
    one = Prospect("a", "A", 1000, 0.2, 10, 0.1, 0.3)  # 10, 20, 30 an hour
    assert [standing(one, price) for price in (10, 20, 30, 31)] == [
        "earns",
        "open",
        "open",
        "loses",
    ]


def test_decisions_and_reasons_are_read() -> None:
    body = 'hours = 30\ntolley = "LET-GO"\ntolley-why = "no-show"\nsefton = ""'
    assert read_verdicts(body, AMARA) == {"tolley": Verdict("let-go", "no-show")}


@pytest.mark.parametrize(
    ("body", "told"),
    [('tolley = "shoot"', "cannot be 'shoot'"), ('tolley-why = "because"', "cannot be 'because'"),
     ('nobody = "keep"', "no line 'nobody'"), ("tolley = 3", "cannot be 3")],
)  # fmt: skip
def test_what_cannot_be_decided_is_told(body: str, told: str) -> None:
    with pytest.raises(CoachError, match=told):
        read_verdicts(body, AMARA)


def test_an_own_pipeline_leaves_out_what_is_not_complete() -> None:
    body = (
        'name-1 = "Hill"\nworth-1 = 8000\nchance-1 = 80\nhours-1 = 10\nname-2 = "Dale"\nworth-2 = 5'
    )
    found, hours = read_own(body)
    assert [(p.name, p.low, p.high) for p in found] == [("Hill", 0.4, 1.0)]
    assert hours == 40


@pytest.mark.parametrize("line", ["worth-1 = -3", "chance-1 = 120", "hours-1 = true", "hours = 0",
                                  "name-1 = 3", "worth-9 = 1", 'worth-1 = "many"'])  # fmt: skip
def test_a_number_that_cannot_be_used_is_told(line: str) -> None:
    with pytest.raises(CoachError):
        read_own(line)
