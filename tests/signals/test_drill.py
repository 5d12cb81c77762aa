"""Drill answers: what is written is read back, and a slip costs one line only."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from salescoach.signals.drill import format_drill, parse_drill
from salescoach.signals.kinds import KINDS, MOVES
from salescoach.signals.scoring import Choice

IDS = [f"s{n:03}" for n in range(1, 21)]
CHOICES = st.builds(
    Choice,
    st.sampled_from([None, *KINDS]),
    st.sampled_from([None, *MOVES]),
    st.none() | st.integers(0, 100),
)


@given(st.dictionaries(st.sampled_from(IDS), CHOICES))
def test_what_is_written_is_read_back(choices: dict[str, Choice]) -> None:
    drill = parse_drill(format_drill(choices), IDS)
    assert drill.choices == choices
    assert drill.faults == ()


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    drill = parse_drill(text, IDS)
    assert set(drill.choices) <= set(IDS)
    assert all(1 <= f.line <= text.count("\n") + 1 for f in drill.faults)


ANSWER = """\
# my answers
[s001]
kind = "No show"
move = "rebook_once"
sure = 70

[s002]
kind = "bussy"
sure = "80 %"
mood = "good"

[s003]
kind = buying
[s099]
kind = "busy"
[s004]
kind = "irritated"
sure = 120
[s001]
kind = "busy"
"""


def test_every_fault_is_named_with_its_line_and_costs_nothing_else() -> None:
    drill = parse_drill(ANSWER, IDS)
    assert drill.choices == {
        "s001": Choice("busy"),
        "s002": Choice(),
        "s004": Choice("irritated"),
    }
    by_line = {f.line: f for f in drill.faults}
    assert sorted(by_line) == [8, 9, 10, 13, 14, 18, 19]
    assert "Did you mean 'busy'?" in by_line[8].problem
    assert "passive-no" in by_line[8].allowed
    assert "percent" in by_line[9].allowed
    assert by_line[10].allowed == "kind, move, sure"
    assert "[s003]" in by_line[13].problem
    assert by_line[14].allowed == "s001 to s020, 20 items"
    assert "0 to 100" in by_line[18].allowed
    assert "later answer counts" in by_line[19].problem


def test_text_before_the_first_item_is_named() -> None:
    drill = parse_drill('\n# a remark\nkind = "busy"\n[s001]\nkind = "busy"', IDS)
    assert [f.line for f in drill.faults] == [3]
    assert drill.choices == {"s001": Choice("busy")}


def test_blank_answers_are_no_faults() -> None:
    assert parse_drill("", IDS).faults == ()
    drill = parse_drill('[s001]\nkind = ""\nmove = ""', IDS)
    assert drill.faults == ()
    assert drill.choices == {"s001": Choice()}


def test_true_is_no_percentage() -> None:
    assert [f.line for f in parse_drill("[s001]\nsure = true", IDS).faults] == [2]


def test_an_unclosed_string_is_told_at_its_line() -> None:
    drill = parse_drill('[s001]\nkind = "busy\n[s002]\nkind = "busy"', IDS)
    assert [f.line for f in drill.faults] == [2]
    assert drill.choices == {"s002": Choice("busy")}


def test_empty_brackets_are_told() -> None:
    assert [f.line for f in parse_drill("[ ]\n", IDS).faults] == [1]
