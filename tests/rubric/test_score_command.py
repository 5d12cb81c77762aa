"""The commands score and calibrate: shape of the answers, words instead of tracebacks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from salescoach import cli_score, rubric
from salescoach.errors import CoachError

APP = typer.Typer()
APP.command()(cli_score.score)
APP.command()(cli_score.calibrate)

TEXT = "Hi Mo, this is Jo from Acme. \U0001f600 Could you call me on 0113 496 0142?"


def run(*arguments: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(APP, list(arguments), input=given)


def fault(*arguments: str, given: str | bytes | None = None) -> str:
    done = run(*arguments, given=given)
    assert isinstance(done.exception, CoachError)
    return str(done.exception)


def test_one_text_from_standard_input() -> None:
    done = run("score", "voicemail", given=TEXT)
    assert done.exit_code == 0
    answer = json.loads(done.output)
    assert set(answer["criteria"]) == {c.name for c in rubric.criteria("voicemail")}
    assert answer["criteria"]["callback"]["met"] is True
    start, end = answer["criteria"]["callback"]["evidence"][-1]
    assert "0113 496 0142" in TEXT[start:end]
    assert 0 <= answer["total"] <= 10


def test_one_text_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mail.txt"
    path.write_text("Who did you choose, and why?", "utf-8")
    answer = json.loads(run("score", "breakup", str(path)).output)
    assert answer["id"] == "mail.txt"
    assert answer["criteria"]["asks_why"]["met"] is True


def test_json_lines_keep_ids_and_order_and_odd_texts(tmp_path: Path) -> None:
    texts = [
        "",
        "\U0001f600",
        "\ud800",
        "\x00\x07",
        "Привет, как дела у вас сегодня утром?",
        TEXT,
        "a" * 10**6,
    ]
    path = tmp_path / "in.jsonl"
    rows = [{"id": n, "text": t, "context": "cold"} for n, t in enumerate(texts)]
    path.write_text("\n".join(json.dumps(r) for r in rows) + "\n\n", "utf-8")
    done = run("score", "agreement", str(path), "--jsonl")
    answers = [json.loads(line) for line in done.output.splitlines()]
    assert [a["id"] for a in answers] == list(range(len(texts)))
    assert answers[0]["total"] == 0
    assert answers[0]["notes"]


@pytest.mark.parametrize(
    ("arguments", "given", "told"),
    [
        (["score", "poem"], "x", "There is no rubric for 'poem'"),
        (["score", "voicemail", "nowhere.txt"], None, "no readable file 'nowhere.txt'"),
        (["score", "voicemail"], b"\xff\xfe\x00", "not UTF-8"),
        (["score", "voicemail", "--jsonl"], '{"id": 1}\n', 'has no "text"'),
        (["score", "voicemail", "--jsonl"], "[1]\n", "Line 1"),
        (["score", "voicemail", "--jsonl"], '{"text": "a"}\n{"text":\n', "Line 2"),
        (["calibrate", "voicemail", "-"], "", "holds no labelled text"),
        (["calibrate", "voicemail", "-"], '{"id": "a", "text": "x", "labels": {}}', "labels no"),
        (
            ["calibrate", "voicemail", "-"],
            '{"id": "a", "text": "x", "labels": {"cta": 2}}',
            "neither 0 nor 1",
        ),
        (
            ["calibrate", "voicemail", "-"],
            '{"id": "a", "text": "x", "labels": {"cta": 1}}\n' * 2,
            "repeats the id 'a'",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_words(
    arguments: list[str], given: str | bytes | None, told: str
) -> None:
    assert told in fault(*arguments, given=given)


def labelled(tmp_path: Path, name: str, flip: int = 0) -> Path:
    path = tmp_path / name
    rows = []
    for n in range(30):
        asks = int(n % 2 == 0)
        text = "When should I call you?" if asks else "I'll call you on Tuesday."
        labels = {"asks_time": asks if n >= flip else 1 - asks, "specific_date": 1 - asks}
        rows.append(json.dumps({"id": f"t{n}", "text": text, "labels": labels}))
    path.write_text("\n".join(rows), "utf-8")
    return path


def test_calibrate_sets_the_coach_against_labels(tmp_path: Path) -> None:
    path = labelled(tmp_path, "ours.jsonl", flip=6)
    data = json.loads(run("calibrate", "agreement", str(path), "--json").output)
    row = next(r for r in data["criteria"] if r["name"] == "asks_time")
    assert row["n"] == 30
    assert row["kappa"]["value"] == pytest.approx(0.6)
    assert row["kappa"]["low"] < 0.6 < row["kappa"]["high"]
    assert sum(band["n"] for band in data["certainty"]) == 60
    printed = run("calibrate", "agreement", str(path)).output
    assert "asks_time" in printed
    assert "quadratic weighted kappa" in printed


def test_calibrate_compares_two_raters(tmp_path: Path) -> None:
    first, second = labelled(tmp_path, "a.jsonl"), labelled(tmp_path, "b.jsonl")
    done = run("calibrate", "agreement", str(first), "--against", str(second), "--json")
    data = json.loads(done.output)
    assert data["mean_kappa"]["value"] == 1.0
    assert data["certainty"] == []


def test_the_same_seed_gives_the_same_intervals(tmp_path: Path) -> None:
    path = str(labelled(tmp_path, "ours.jsonl", flip=4))
    outputs = {run("calibrate", "agreement", path, "--seed", "3").output for _ in range(2)}
    assert len(outputs) == 1
