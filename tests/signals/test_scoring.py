"""The scoring rule, and feedback that says first what works."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.signals.items import SignalItem, SignalKey, parts_of
from salescoach.signals.kinds import KINDS, MOVES, closest, normal
from salescoach.signals.scoring import Choice, judge, total

ITEM = SignalItem("s001", "You met twice. Her reply: 'Call me on 3 May.'", "email", 12, "05", "S0")
KEY = SignalKey(
    "s001",
    "dated-not-yet",
    "active",
    "honour-date",
    {"add-value": 0.4},
    "The date is hers.",
    "'Call me on 3 May.'",
    1,
    {"busy": "Busy people name no day."},
)


def test_the_best_answer_earns_all_and_quotes_what_decides() -> None:
    verdict = judge(ITEM, KEY, Choice("dated-not-yet", "honour-date", 90))
    assert verdict.points == 2
    start, end = verdict.quote
    assert ITEM.situation[start:end] == KEY.decides
    assert KEY.decides in verdict.works
    assert verdict.change == ""
    assert verdict.more == "The date is hers."


def test_a_wrong_kind_gets_its_own_feedback_and_what_decides() -> None:
    verdict = judge(ITEM, KEY, Choice("busy", "honour-date"))
    assert (verdict.kind_points, verdict.move_points) == (0, 1)
    assert verdict.works == "“Keep to the date” is the best move."
    assert verdict.change.startswith("Busy people name no day.")
    assert KEY.decides in verdict.change


def test_a_wrong_kind_without_feedback_gets_the_definition_of_what_was_chosen() -> None:
    verdict = judge(ITEM, KEY, Choice("no-show", "walk-away"))
    assert KINDS["no-show"].not_if in verdict.change
    assert "“Walk away” earns nothing here" in verdict.more


def test_a_listed_move_earns_its_part_and_is_told_the_better_one() -> None:
    verdict = judge(ITEM, KEY, Choice("dated-not-yet", "add-value"))
    assert verdict.points == pytest.approx(1.4)
    assert "earns 0.4 of the credit" in verdict.works
    assert verdict.change == "Better: “Keep to the date”."


def test_nothing_chosen_earns_nothing_and_is_told_so() -> None:
    verdict = judge(ITEM, KEY, Choice())
    assert verdict.points == 0
    assert verdict.works == ""
    assert "No kind chosen" in verdict.change
    assert "No move chosen" in verdict.more


@given(
    st.sampled_from([None, *KINDS]),
    st.sampled_from([None, *MOVES]),
    st.none() | st.floats(0, 100),
)
def test_points_are_bounded_and_certainty_never_changes_them(
    kind: str | None, move: str | None, sure: float | None
) -> None:
    verdict = judge(ITEM, KEY, Choice(kind, move, sure))
    assert verdict == judge(ITEM, KEY, Choice(kind, move))
    assert 0 <= verdict.points <= 2
    assert (verdict.points == 2) == (kind == KEY.kind and move == KEY.best_move)
    assert verdict.change or verdict.points == 2


def test_total_counts_unanswered_items_in_the_maximum() -> None:
    verdicts = [judge(ITEM, KEY, Choice("dated-not-yet", "add-value"))]
    assert total(verdicts, 3) == (pytest.approx(1.4), 6.0)


def test_a_key_of_another_item_is_refused() -> None:
    other = SignalItem("s002", ITEM.situation, "email", 1, "05", "S0")
    with pytest.raises(ValueError, match="does not belong"):
        judge(other, KEY, Choice())


@pytest.mark.parametrize("text", ["add-value", "add-value=half", "a=0.1;a=0.2", "=;"])
def test_part_moves_that_cannot_be_read(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parts_of(text)


def test_ids_are_read_as_people_type_them() -> None:
    assert normal(" Dated_Not yet ") == "dated-not-yet"
    assert closest("no shwo", KINDS) == "no-show"
    assert closest("zzzz", KINDS) == ""


def test_there_are_eleven_kinds_and_ten_moves_each_with_its_texts() -> None:
    assert len(KINDS) == 11
    assert len(MOVES) == 10
    for kind in KINDS.values():
        assert kind.definition.endswith(".")
        assert kind.not_if.startswith("Not this if ")
    names = [k.name for k in KINDS.values()] + [m.name for m in MOVES.values()]
    assert len(set(names)) == len(names)
