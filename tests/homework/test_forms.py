"""Answers with named lines: numbers, forms, sorting, teams."""

from __future__ import annotations

import pytest

from salescoach.catalog import open_catalog
from salescoach.errors import CoachError
from salescoach.forms import lacks, read_lines, read_numbers, read_sorting
from salescoach.items import Field, Item, Option
from salescoach.team import Team, is_shared, members_of, read_team, remarks, strongest

CATALOG = open_catalog()
NUMBERS = CATALOG.item("first-yes")
FORM = CATALOG.item("first-ten")
SORT = CATALOG.item("clean-list")
TEAM = CATALOG.item("who-does-what")
OWN = CATALOG.item("team-01")


def test_what_is_not_given_is_not_given() -> None:
    assert set(read_numbers(NUMBERS, "").values()) == {None}
    assert set(read_lines(FORM, "").values()) == {""}
    assert set(read_sorting(SORT, "").values()) == {None}
    assert read_team(OWN, "") == Team(())


@pytest.mark.parametrize(
    ("written", "read"), [("3", 3), ("29.6", 29.6), ('"29,6 %"', 29.6), ('"76 calls"', 76)]
)
def test_numbers_are_read_as_people_write_them(written: str, read: float) -> None:
    assert read_numbers(NUMBERS, f"none = {written}")["none"] == read


@pytest.mark.parametrize("written", ["nan", "inf", "true", '"a lot"', "[1]", '"3 or 4"'])
def test_what_is_no_number_is_told(written: str) -> None:
    with pytest.raises(CoachError, match="none is not a number"):
        read_numbers(NUMBERS, f"none = {written}")


@pytest.mark.parametrize(
    ("read", "item", "body", "told"),
    [
        (read_numbers, NUMBERS, "nine = 3", "no line 'nine'"),
        (read_lines, FORM, "when = true", "when is not a text"),
        (read_lines, FORM, 'who = "x"', "no line 'who'"),
        (read_sorting, SORT, 'a = "burn"', "a cannot be 'burn'"),
        (read_sorting, SORT, 'z = "keep"', "no line 'z'"),
        (read_sorting, SORT, "a = keep", "Line 2, column 5"),
    ],
)
def test_a_fault_is_told(read: object, item: Item, body: str, told: str) -> None:
    with pytest.raises(CoachError, match=told):
        read(item, body)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("check", "enough", "too_little"),
    [
        ("words", "Dana Holt", "Dana"),
        ("sentence", "They opened a site", "They opened"),
        ("moment", "Thursday 9:30", "soon"),
        ("moment", "5 March", "in March or so"),
        ("number", "about 40", "many"),
    ],
)
def test_what_a_line_needs(check: str, enough: str, too_little: str) -> None:
    field = Field("x", "X", check)
    assert lacks(field, enough) == ""
    assert lacks(field, too_little) != ""
    assert lacks(field, "") != ""


def test_sorting_takes_capitals() -> None:
    assert read_sorting(SORT, 'a = "Keep"')["a"] == "keep"


def test_the_people_of_a_team_come_from_the_item() -> None:
    assert members_of(TEAM) == ("Lena", "Omar", "Greta", "Viktor")
    assert members_of(OWN) == ()


BODY = """members = "Ana, Ben , Ana"
[strengths]
Ana = [5, 2, 1]
Ben = [2, 4, 4]
Zoe = [1, 1, 1]
[roles]
prospect = "Ben"
close = "Ben"
[commission]
prospect = 40
close = 60
"""


def test_a_team_is_read_and_remarked_on() -> None:
    team = read_team(OWN, BODY)
    assert team.members == ("Ana", "Ben")
    assert set(team.strengths) == {"Ana", "Ben"}, "Zoe is no longer on the team"
    assert strongest(team) == {"prospect": ["Ana"], "nurture": ["Ben"], "close": ["Ben"]}
    assert "You rate Ana highest at “prospect”" in remarks(team)[0]
    assert not is_shared(team), "nurturing gets nothing"


def test_one_who_does_everything_and_unpaid_roles_are_pointed_out() -> None:
    roles = dict.fromkeys(("prospect", "nurture", "close"), "Ana")
    alone = Team(("Ana", "Ben"), roles=roles, commission={"close": 100.0})
    told = " ".join(remarks(alone))
    assert "Ana does everything" in told
    assert "“prospect” gets nothing" in told
    shared = Team(("Ana",), commission={"prospect": 30, "nurture": 30, "close": 40})
    assert is_shared(shared)
    assert remarks(shared) == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('[roles]\nprospect = "Nobody"', "Nobody here is called 'Nobody'"),
        ('[roles]\nboss = "Lena"', "There is no role 'boss'"),
        ("[commission]\nclose = 120", "not a number from 0 to 100"),
        ("[strengths]\nLena = [6, 1, 1]", "not three numbers from 0 to 5"),
        ("roles = 3", "'roles' is not a table"),
        ("team = 3", "There is no line 'team'"),
    ],
)
def test_what_a_team_cannot_be_is_told(body: str, told: str) -> None:
    with pytest.raises(CoachError, match=told):
        read_team(TEAM, body)


def test_a_half_typed_name_loses_no_role() -> None:
    """In an own team the names are typed letter by letter; a role waits for its name."""
    assert read_team(OWN, 'members = "An"\n[roles]\nprospect = "Ana"').roles == {}


def test_fields_and_options_of_an_item_are_read_in_their_order() -> None:
    assert [f.id for f in SORT.fields] == ["keep", "duplicate", "stale", "opted_out"]
    assert [o.id for o in SORT.options] == list("abcdefgh")
    assert isinstance(SORT.options[0], Option)
