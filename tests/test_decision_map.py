"""The decision map in words, with what is still to be asked."""

from __future__ import annotations

from datetime import date

import pytest

from salescoach.decision_map import Person, read_map, read_own_map
from salescoach.errors import CoachError

PEOPLE = (Person("ann", "Ann Roe"), Person("bo", "Bo Lund"))


def test_a_full_map_has_no_gaps_and_tells_everything() -> None:
    found = read_map('ann = "decides"\nbo = "veto"\nby = 2026-04-20', PEOPLE)
    assert found.gaps() == []
    assert found.in_words() == (
        "Decides: Ann Roe. Can veto: Bo Lund. Decided by Monday 20 April 2026."
    )
    assert found.by == date(2026, 4, 20)


def test_a_blank_map_is_blank_and_asks_for_everything() -> None:
    found = read_map('ann = ""\nby = ""', PEOPLE)
    assert found.blank
    assert len(found.gaps()) == 3


def test_an_own_map_needs_a_name_for_each_part() -> None:
    found = read_own_map('role-1 = "decides"\nperson-2 = " Mo "\nrole-2 = "Veto"\nperson-3 = "Jo"')
    assert [p.name for p in found.people] == ["Mo", "Jo"]
    assert found.in_words() == "Can veto: Mo."


@pytest.mark.parametrize(
    ("body", "told"),
    [('ann = "king"', "cannot be 'king'"), ('cid = "veto"', "nobody 'cid'"),
     ('by = "soon"', "no day"), ("ann = 1", "cannot be 1"), ("by = 3", "no day")],
)  # fmt: skip
def test_what_is_no_part_and_no_day_is_told(body: str, told: str) -> None:
    with pytest.raises(CoachError, match=told):
        read_map(body, PEOPLE)


@pytest.mark.parametrize("body", ['person-9 = "X"', "person-1 = 3", 'role-1 = "king"'])
def test_a_line_that_an_own_map_does_not_have_is_told(body: str) -> None:
    with pytest.raises(CoachError):
        read_own_map(body)
