"""The commands simulate and par: results, JSON, exit codes."""

from __future__ import annotations

import json

import pytest
import typer
from typer.testing import CliRunner

from salescoach import cli_simulate

app = typer.Typer()
cli_simulate.register(app)
run = CliRunner().invoke


def test_simulate_tells_in_words():
    result = run(app, ["simulate", "--scenario", "balanced", "--strategy", "weekly",
                       "--against", "once", "--replications", "40"])  # fmt: skip
    assert result.exit_code == 0
    assert "95 % interval" in result.stdout
    assert "of 100 years" in result.stdout


def test_simulate_json_is_for_programs():
    arguments = [
        "simulate", "--scenario", "tabled", "--strategy", "s2-follow-through",
        "--against", "weekly", "--replications", "30", "--seed", "9", "--json",
    ]  # fmt: skip
    first, again = run(app, arguments), run(app, arguments)
    assert first.exit_code == 0
    assert first.stdout == again.stdout
    form = json.loads(first.stdout)
    assert form["seed"] == 9
    assert form["replications"] == 30
    assert form["difference"]["worth"]["low"] <= form["difference"]["worth"]["mean"]
    assert form["against"]["strategy"] == "weekly"


def test_simulate_reads_a_strategy_file(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text("gap = 9\nask_date = true\n")
    result = run(app, ["simulate", "--scenario", "balanced", "--strategy", str(path),
                       "--replications", "5", "--json"])  # fmt: skip
    assert result.exit_code == 0
    assert json.loads(result.stdout)["strategy"] == "mine"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["simulate", "--scenario", "nowhere", "--strategy", "weekly"], "balanced"),
        (["simulate", "--scenario", "balanced", "--strategy", "luck"], "weekly"),
        (["simulate", "--scenario", "balanced", "--strategy", "weekly", "--replications", "1"],
         "2 to"),
        (["simulate", "--scenario", "balanced", "--strategy", "weekly", "--seed", "-4"], "seed"),
        (["simulate", "--scenario", "balanced", "--strategy", "weekly", "--engine", "x"], "plain"),
        (["simulate", "--scenario", "balanced"], "--strategy"),
        (["par", "--scenario", "balanced", "--evaluations", "3"], "evaluations"),
        (["par", "--scenario", "nowhere"], "balanced"),
    ],
)  # fmt: skip
def test_wrong_use_is_code_two(arguments, told):
    result = run(app, arguments)
    assert result.exit_code == 2
    assert told in result.stderr


def test_par_reports_what_it_found():
    result = run(app, ["par", "--scenario", "consultative", "--evaluations", "32",
                       "--cell-rounds", "0", "--replications", "50", "--json"])  # fmt: skip
    assert result.exit_code == 0
    form = json.loads(result.stdout)
    assert form["par"]["mean"] >= form["weekly"]["mean"]
    assert form["reading"].startswith("Contact every")
    assert form["complete"] is True


@pytest.mark.parametrize("command", ["simulate", "par"])
def test_help_shows_an_example(command):
    result = run(app, [command, "--help"])
    assert result.exit_code == 0
    assert "Example" in result.stdout
    assert f"salescoach {command} --scenario" in result.stdout
