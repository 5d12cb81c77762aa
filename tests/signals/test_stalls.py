"""The stall cases, their keys, and the debrief that judges by what was known."""

from __future__ import annotations

import tomllib
from pathlib import Path
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.errors import CoachError
from salescoach.signals.stall_answers import cases_from, format_stall, keys_from, parse_stall
from salescoach.signals.stalls import (
    DECISIONS,
    StallCase,
    StallDecision,
    StallKey,
    case_score,
    debrief,
    next_week,
    seen_by,
)

DATA = Path(__file__).parents[2] / "data"
CASES = cases_from(tomllib.loads((DATA / "stalls.toml").read_text("utf-8")))
KEYS = keys_from(tomllib.loads((DATA / "keys" / "stalls.toml").read_text("utf-8")))
BOTH = list(zip(CASES, KEYS, strict=True))
WHY = "Because she named the date."


@pytest.mark.parametrize(("case", "key"), BOTH, ids=[c.id for c in CASES])
def test_case_and_key_belong_together_and_judge_every_decision(
    case: StallCase, key: StallKey
) -> None:
    weeks = [w.week for w in case.weeks]
    assert case.id == key.id
    assert weeks == sorted(set(weeks)) == list(key.credits)
    assert len(weeks) >= 5
    for credits in key.credits.values():
        assert set(credits) == set(DECISIONS)
        assert all(0 <= c.credit <= 1 and c.reason.endswith(".") for c in credits.values())
        assert sum(c.credit == 1 for c in credits.values()) == 1
        assert any(c.credit <= 0.2 for c in credits.values())


@pytest.mark.parametrize(("case", "key"), BOTH, ids=[c.id for c in CASES])
def test_evidence_comes_late_in_every_case(case: StallCase, key: StallKey) -> None:
    assert any(f.known > f.happened for f in key.facts)
    assert all(f.known >= f.happened >= 1 for f in key.facts)


def test_no_single_decision_wins_and_every_decision_is_sometimes_best() -> None:
    """Waiting all the time must not be the way through."""
    share = {}
    for decision in DECISIONS:
        always = StallDecision(decision, WHY)
        reviews = [debrief(c, k, dict.fromkeys(k.credits, always)) for c, k in BOTH]
        share[decision] = fmean(r.points for case in reviews for r in case)
        assert any(credits[decision].credit == 1 for k in KEYS for credits in k.credits.values())
    assert max(share.values()) < 0.75
    assert max(share, key=lambda d: share[d]) == "wait"


def test_the_debrief_separates_what_was_known_from_what_was_not() -> None:
    case, key = BOTH[0]
    reviews = debrief(case, key, {1: StallDecision("wait", WHY), 3: StallDecision("ask", WHY)})
    first, second, third = reviews[:3]
    assert first.known == ()
    assert len(first.hidden) == 1
    assert "(known in week 3)" in first.hidden[0]
    assert third.known == ("She was taken to hospital with a lung infection.",)
    assert (first.points, second.points, third.points) == (1, 0, 0)
    assert second.reason == "No decision was handed in."
    assert third.reason == key.credits[3]["ask"].reason
    assert third.best == ("add-value",)
    assert case_score(reviews) == (1.0, 5.0)


def test_a_decision_without_a_reason_counts_half() -> None:
    case, key = BOTH[0]
    review = debrief(case, key, {1: StallDecision("wait", "Just because")})[0]
    assert review.points == 0.5
    assert "half" in review.reason


def test_the_best_decisions_earn_every_point() -> None:
    for case, key in BOTH:
        best = {
            week: StallDecision(max(c, key=lambda d, c=c: c[d].credit), WHY)
            for week, c in key.credits.items()
        }
        points, most = case_score(debrief(case, key, best))
        assert points == most == len(case.weeks)


def test_only_decided_weeks_and_the_next_are_to_be_shown() -> None:
    case = CASES[0]
    assert next_week(case, []) == case.weeks[0]
    assert next_week(case, [1, 2]) == case.weeks[2]
    assert next_week(case, [w.week for w in case.weeks]) is None
    assert seen_by(case, 2) == case.weeks[:2]


@given(
    st.dictionaries(
        st.sampled_from([w.week for w in CASES[0].weeks]),
        st.builds(
            StallDecision,
            st.sampled_from(list(DECISIONS)),
            st.lists(
                st.text(st.characters(exclude_categories=["Cc", "Cs", "Z"]), min_size=1),
                min_size=4,
            ).map(" ".join),
        ),
    )
)
def test_what_is_written_is_read_back(decisions: dict[int, StallDecision]) -> None:
    answer = parse_stall(format_stall(decisions), CASES[0])
    assert answer.decisions == decisions
    assert answer.faults == ()


def test_faults_of_a_stall_answer_carry_their_lines() -> None:
    text = (
        '[week-1]\ndecision = "await"\nreason = "No date was agreed yet."\n'
        '[week-4]\ndecision = "wait"\n'
        '[week-2]\ndecision = "let go"\nreason = "Gone."\nmood = 1\n'
        '[week-2]\ndecision = "wait"\nreason = "Gossip is not evidence at all."\n'
    )
    answer = parse_stall(text, CASES[0])
    assert [f.line for f in answer.faults] == [2, 4, 8, 9, 10]
    assert answer.decisions[1] == StallDecision(None, "No date was agreed yet.")
    assert answer.decisions[2].decision == "wait"


@pytest.mark.parametrize("build", [cases_from, keys_from])
def test_a_case_that_lacks_something_is_named(build: object) -> None:
    with pytest.raises(CoachError, match="lacks"):
        build({"case": [{"id": "stall-9"}]})  # type: ignore[operator]
