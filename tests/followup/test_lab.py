"""The strategy lab as plain values: what it shows, what it writes, how it is graded."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from salescoach import lesson
from salescoach.catalog import open_catalog
from salescoach.catalog_followup import load_strategy, model_hash, scenario_names
from salescoach.errors import CoachError
from salescoach.followup.response import read_strategy
from salescoach.followup.strategies import BOUNDS
from salescoach.grading.results import ItemResult
from salescoach.grading.strategies import strategy_scorers
from salescoach.widgets.lab_view import GROUPS, lab_view

CATALOG = open_catalog()
COACH = lesson.open("07-the-follow-up-lab")
REASON = 'reason = "Silence here has causes that nobody can hurry."'


def strategy_body(name: str, *lines: str) -> str:
    """The settings of a named strategy as an answer writes them."""
    settings = load_strategy(name).settings.to_dict()
    rows = [f"{k} = {str(v).lower() if isinstance(v, bool) else v}" for k, v in settings.items()]
    return "\n".join([*rows, *lines])


def test_every_setting_has_its_control_once() -> None:
    named = [name for group in GROUPS.values() for name in group]
    assert sorted(named) == sorted(BOUNDS)


def test_the_lab_pairs_a_strategy_with_its_rival() -> None:
    view = lab_view(COACH._bench, read_strategy('against = "s2-follow-through"'), "balanced")
    assert view["rival"] == COACH._bench.strategies["s2-follow-through"].title
    assert "less than" in view["headline"]
    assert sum(view["bars"]["own"]) == sum(view["bars"]["rival"]) == view["years"]
    assert [row["words"] for row in view["table"]][:2] == ["worth of the year, k€", "revenue, k€"]


def test_a_strategy_against_itself_shows_no_difference() -> None:
    view = lab_view(COACH._bench, read_strategy(strategy_body("weekly")), "balanced")
    assert "no clear difference" in view["headline"]
    assert view["score"] == 0


@pytest.mark.parametrize("name", ["s2-follow-through", "s3-until-they-respond"])
def test_a_source_stands_between_weekly_and_par(name: str) -> None:
    score = lab_view(COACH._bench, read_strategy(strategy_body(name)), "balanced")["score"]
    assert 30 < score < 110


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("gap = 0", "1 to 60 working days"), ("gap = nan", "1 to 60"), ("gab = 3", "no setting"),
        ("ask_date = 1", "true or false"), ("reason = 3", "a text in quotation marks"),
        ('scenario = "moon"', "no scenario 'moon'"), ('against = "x"', "no strategy 'x'"),
        ("gap = ", "Line 2"), ("walk_silences = 2.5", "0 to 20"),
    ],
)  # fmt: skip
def test_bad_settings_are_told_and_change_nothing(body: str, told: str) -> None:
    widget = COACH.answer("lab-07", body)
    assert told in widget.view(body)["fault"]


def test_the_par_table_is_that_of_the_model_as_it_stands() -> None:
    """A rule or parameter that changes needs `make par`."""
    rows = list(CATALOG.rows("par"))
    assert sorted(row["scenario"] for row in rows) == scenario_names()
    for row in rows:
        assert row["model"] == model_hash()
        assert row["weekly"] < row["low"] <= row["par"] <= row["high"]


def graded(body: str) -> ItemResult:
    return strategy_scorers(CATALOG)["strategy"](CATALOG.item("strategy-07"), body)


def test_a_strong_strategy_with_its_weakness_named_earns_nearly_everything() -> None:
    fails = 'fails_in = "no-shows"\nbecause = "It spends its hours on people who never come."'
    result = graded(strategy_body("s3-until-they-respond", REASON, fails))
    assert result.score is not None
    assert result.score > 16
    assert [part.points for part in result.parts[1:]] == [2, 6]


def test_the_weekly_check_in_earns_nothing_for_its_result() -> None:
    result = graded(strategy_body("weekly"))
    assert [part.points for part in result.parts] == [0, 0, 0]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((), "no scenario was named"),
        (('fails_in = "moon"',), "there is no scenario 'moon'"),
        (('fails_in = "consultative"', 'because = "It waits too long for everybody there."'),
         "it does not"),
        (('fails_in = "no-shows"',), "Say in 5 words or more why"),
    ],
)  # fmt: skip
def test_a_weakness_that_is_none_is_told(lines: tuple[str, ...], told: str) -> None:
    result = graded(strategy_body("s3-until-they-respond", REASON, *lines))
    assert told in result.parts[2].change


def test_the_same_answer_gets_the_same_grade_for_ever() -> None:
    body = strategy_body("s4-back-off", REASON)
    assert graded(body).score == graded(body).score


@pytest.mark.parametrize(
    "ask",
    [
        lambda: COACH.compare_strategies("moon"),
        lambda: COACH.one_prospect("balanced", 3, "s9"),
        lambda: COACH.one_prospect("balanced", 100_000, "weekly"),
        lambda: COACH.policy(lambda see: 3, "balanced", "weekly"),
    ],
)
def test_wrong_names_and_policies_are_told(ask: object) -> None:
    assert callable(ask)
    with pytest.raises(CoachError):
        ask()


def test_every_picture_has_words_with_numbers() -> None:
    picture = COACH.one_prospect("balanced", 6, "weekly")
    assert "Hidden from the salesperson" in repr(picture)
    assert picture.png().startswith(b"\x89PNG")
    compared = COACH.compare_strategies("balanced")
    assert repr(compared).count("of 100 years") == 7


def test_par_is_written_with_whole_euros() -> None:
    path = Path(CATALOG.folder) / "par.csv"
    with path.open(newline="") as file:
        assert all(float(row["par"]).is_integer() for row in csv.DictReader(file))
