"""The simulator's data: complete, sourced, in bounds; a faulty pack is told where it is wrong."""

from __future__ import annotations

import json
import shutil

import pytest
from frictionless import Resource, Schema

from salescoach import catalog_followup as catalog
from salescoach.errors import CoachError
from salescoach.followup.parameters import NAMES, parameters_from_rows
from salescoach.followup.prospects import COLUMNS, archetypes_from_rows, scenario_from_dict

DATA = catalog.data_folder()


@pytest.mark.parametrize("table", ["parameters", "archetypes"])
def test_the_table_fits_its_schema(table):
    described = json.loads((DATA / "schemas" / f"{table}.json").read_text("utf-8"))
    schema = Schema.from_descriptor(described)
    report = Resource(path=f"{table}.csv", basepath=str(DATA), schema=schema).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])
    for field in described["fields"]:
        assert field["description"]
        assert field["type"] == "string" or field["unit"]


def test_schema_and_code_agree_on_the_archetype_bounds():
    described = json.loads((DATA / "schemas" / "archetypes.json").read_text("utf-8"))
    bounds = {
        f["name"]: (f["constraints"]["minimum"], f["constraints"]["maximum"])
        for f in described["fields"]
        if f["name"] in COLUMNS
    }
    assert bounds == COLUMNS


def test_every_number_says_where_it_comes_from(model):
    assert [row.name for row in model.parameters.rows] == list(NAMES)
    for row in model.parameters.rows:
        assert row.low <= row.value <= row.high
        assert row.low < row.high, f"{row.name} has nothing to explore"
        if row.trust == "assumption":
            assert "assum" in row.source or "S" in row.source, row.name
        assert row.meaning.endswith(".")


def test_there_are_the_seven_scenarios_and_a_strategy_for_each_source(scenarios, strategies):
    assert len(scenarios) >= 7
    assert {s.source for s in strategies.values()} == {"S0", "S1", "S2", "S3", "S4", "naive"}
    for scenario in scenarios.values():
        assert scenario.title
        assert scenario.story


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("value", "NaN", "column 'value'"), ("value", "", "column 'value'"),
        ("value", "1e9", "column 'value'"), ("low", "inf", "column 'low'"),
        ("trust", "E", "trust 'E'"), ("source", " ", "no source"), ("name", "tau", "'tau'"),
    ],
)  # fmt: skip
def test_a_faulty_parameter_row_is_named(column, value, told):
    rows = catalog.read_table(DATA / "parameters.csv")
    rows[0][column] = value
    with pytest.raises(CoachError) as caught:
        parameters_from_rows(rows)
    assert told in caught.value.problem


def test_missing_and_repeated_parameters_are_named():
    rows = catalog.read_table(DATA / "parameters.csv")
    with pytest.raises(CoachError, match="lacks recovery_days"):
        parameters_from_rows(rows[1:])
    with pytest.raises(CoachError, match="twice"):
        parameters_from_rows([*rows, rows[0]])


@pytest.mark.parametrize(
    ("column", "value"),
    [("buyer", "1.2"), ("reply", "x"), ("meetings_needed", "2.5"), ("direct", "0.95"),
     ("fit_low", "0.99"), ("name", "")],
)  # fmt: skip
def test_a_faulty_archetype_row_is_named(column, value):
    rows = catalog.read_table(DATA / "archetypes.csv")
    rows[1][column] = value
    with pytest.raises(CoachError, match="Archetype"):
        archetypes_from_rows(rows)


GOOD = {
    "title": "t", "story": "s", "prospects": 10, "minutes_a_day": 30, "present_at_start": 0.5,
    "weights": {"polite_no": 1},
}  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        {"prospects": 0}, {"prospects": 2.5}, {"prospects": float("nan")}, {"minutes_a_day": 1},
        {"present_at_start": 1.5}, {"weights": {}}, {"weights": {"nobody": 1}},
        {"weights": {"polite_no": -1}}, {"weights": 3}, {"colour": 1}, {"prospects": True},
        {"weights": {"polite_no": float("inf")}},
    ],
)  # fmt: skip
def test_an_impossible_scenario_is_told(model, change):
    assert scenario_from_dict(GOOD, model.archetypes, "mine").prospects == 10
    with pytest.raises(CoachError, match="mine"):
        scenario_from_dict({**GOOD, **change}, model.archetypes, "mine")


def test_an_instructor_can_add_a_scenario_and_a_strategy(tmp_path):
    pack = tmp_path / "pack"
    for name in ("parameters.csv", "archetypes.csv"):
        pack.mkdir(exist_ok=True)
        shutil.copy(DATA / name, pack / name)
    shutil.copytree(DATA / "scenarios", pack / "scenarios")
    shutil.copytree(DATA / "strategies", pack / "strategies")
    text = (DATA / "scenarios" / "balanced.toml").read_text("utf-8")
    (pack / "scenarios" / "mine.toml").write_text(text.replace("prospects = 120", "prospects = 7"))
    assert "mine" in catalog.scenario_names(pack)
    assert catalog.load_scenario("mine", pack).prospects == 7
    loose = tmp_path / "own.toml"
    loose.write_text("gap = 4\nask_date = true\n")
    assert catalog.load_strategy(str(loose), pack).settings.gap == 4


def test_unknown_names_and_broken_files_are_told(tmp_path):
    with pytest.raises(CoachError) as caught:
        catalog.load_scenario("nowhere")
    assert "balanced" in caught.value.allowed
    with pytest.raises(CoachError, match="cannot be read"):
        catalog.load_strategy(str(tmp_path / "none.toml"))
    broken = tmp_path / "broken.toml"
    broken.write_text("gap = \n")
    with pytest.raises(CoachError, match="line 1"):
        catalog.load_strategy(str(broken))
    with pytest.raises(CoachError, match="cannot be read"):
        catalog.load_model(tmp_path)
