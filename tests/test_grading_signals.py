"""Grading of drills and stall cases: part credit, reasons, and whatever a trainee may hand in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salescoach.answers import Answer, format_cell
from salescoach.catalog import open_catalog, workbook
from salescoach.grading import grade
from salescoach.grading.desk import Grade
from salescoach.grading.output import write_results
from salescoach.grading.results import ItemResult
from salescoach.grading.scoring import score_item
from salescoach.grading.signals import signal_scorers
from salescoach.items import Item
from salescoach.keys import signal_keys, stall_keys
from salescoach.signals.drill import format_drill
from salescoach.signals.scoring import Choice
from salescoach.signals.stall_answers import format_stall
from salescoach.signals.stalls import StallDecision

CATALOG = open_catalog()
KEYS = signal_keys(CATALOG)
STALL_KEYS = stall_keys(CATALOG)
ASKED = [signal.id for signal in CATALOG.drill_sets["signals-05"]]
PERFECT = {name: Choice(KEYS[name].kind, KEYS[name].best_move, 80) for name in ASKED}
SCORERS = signal_scorers(CATALOG)
WHY = "Because she named the date."


def score(item: Item, *bodies: str) -> ItemResult:
    answers = [Answer(item.id, body) for body in bodies]
    return score_item(item, answers, lambda kind, text: pytest.fail("no script"), {}, SCORERS)


DRILL = CATALOG.item("signals-05")
STALL = CATALOG.item("stall-7")


def best_weeks(name: str) -> dict[int, StallDecision]:
    return {
        week: StallDecision(max(c, key=lambda d, c=c: c[d].credit), WHY)
        for week, c in STALL_KEYS[name].credits.items()
    }


def hand_in(folder: Path, exercise: str, answers: dict[str, str]) -> Grade:
    filled = json.loads((workbook() / "exercises" / f"{exercise}.ipynb").read_text("utf-8"))
    for cell in filled["cells"]:
        item = "".join(cell["source"]).partition("\n")[0].removeprefix("%%answer ")
        if item in answers:
            cell["source"] = format_cell(item, answers[item])
    path = folder / "hand-in.ipynb"
    path.write_text(json.dumps(filled), "utf-8")
    (only,) = grade([path], CATALOG)
    write_results([only], folder / "out")
    return only


def page(folder: Path) -> str:
    return next((folder / "out" / "feedback").iterdir()).read_text("utf-8")


def test_a_full_drill_earns_everything(tmp_path: Path) -> None:
    answers = {"me": 'name = "Ana Lima"', "signals-05": format_drill(PERFECT)}
    result = hand_in(tmp_path, "exercise-05-signals", answers)
    assert (result.status, result.score, result.max) == ("graded", 22, 22)
    assert result.note == ""
    text = page(tmp_path)
    assert "When you said 80 %, you were right 22 times in 22." in text
    assert text.count("<details>") == 22


def test_a_full_stall_exercise_earns_everything(tmp_path: Path) -> None:
    answers = {name: format_stall(best_weeks(name)) for name in ("stall-6", "stall-7")}
    result = hand_in(tmp_path, "exercise-06-stalls", answers | {"me": 'name = "Ana"'})
    assert (result.status, result.score, result.max) == ("graded", 20, 20)
    assert STALL_KEYS["stall-6"].truth in page(tmp_path)


@pytest.mark.parametrize("exercise", ["exercise-05-signals", "exercise-06-stalls"])
def test_a_blank_hand_in_is_blank_and_shows_no_key(tmp_path: Path, exercise: str) -> None:
    result = hand_in(tmp_path, exercise, {})
    assert (result.status, result.score) == ("blank", 0)
    text = page(tmp_path)
    assert "Nothing was answered." in text
    assert not [key for key in KEYS.values() if key.decides in text]


def test_parts_of_the_credit_add_up() -> None:
    name = next(n for n in ASKED if KEYS[n].part_moves)
    move, credit = next(iter(KEYS[name].part_moves.items()))
    result = score(DRILL, format_drill({name: Choice(KEYS[name].kind, move)}))
    assert result.score == pytest.approx((1 + credit) / 44 * 22, abs=0.005)
    part = next(p for p in result.parts if p.said != "No answer.")
    assert part.points == (1 + credit) / 2
    assert part.quote is not None
    assert part.text[slice(*part.quote)] == KEYS[name].decides
    assert f"earns {credit:g} of the credit" in part.works


def test_how_sure_somebody_was_changes_no_score() -> None:
    sure = score(DRILL, format_drill(PERFECT))
    unsure = score(DRILL, format_drill({n: Choice(c.kind, c.move, 5) for n, c in PERFECT.items()}))
    silent = score(DRILL, format_drill({n: Choice(c.kind, c.move) for n, c in PERFECT.items()}))
    assert sure.score == unsure.score == silent.score == 22
    assert "No certainty was stated." in silent.summary


def test_mixed_up_kinds_are_named() -> None:
    wrong = PERFECT | {n: Choice("clear-no", None, 90) for n in ASKED if KEYS[n].kind == "busy"}
    result = score(DRILL, format_drill(wrong))
    assert "“Ordinary busyness” was taken for “A clear no” twice." in result.summary
    assert result.score == sum(part.points for part in result.parts) == 20


def test_a_slip_costs_its_own_line_and_is_told_with_its_line_in_the_cell() -> None:
    text = format_drill(PERFECT).replace(f'kind = "{KEYS[ASKED[0]].kind}"', 'kind = "nonsense"', 1)
    result = score(DRILL, text)
    assert result.status == "graded"
    assert result.score == 21.5
    assert "Line 3 of the cell: 'nonsense' is no kind." in result.reason


@pytest.mark.parametrize(
    "body", ["[s139\nkind = 1", "just some words", '[s139]\nkind = "x"', "[s999]"]
)
def test_what_cannot_be_read_at_all_is_for_a_person(body: str) -> None:
    result = score(DRILL, body)
    assert (result.status, result.score) == ("review", None)
    assert "Line" in result.reason
    assert score(STALL, body).status == "review"


@pytest.mark.parametrize("body", ["# later", "[s139]", '[s139]\nkind = ""\n'])
def test_an_empty_drill_is_blank(body: str) -> None:
    assert score(DRILL, body).status == "blank"


def test_two_different_drills_are_for_a_person() -> None:
    result = score(DRILL, format_drill(PERFECT), '[s139]\nkind = "busy"')
    assert (result.status, result.score) == ("review", None)
    assert score(DRILL, format_drill(PERFECT), format_drill(PERFECT)).score == 22


def test_a_decision_without_a_reason_counts_half_and_is_told() -> None:
    decided = best_weeks("stall-7") | {1: StallDecision("add-value", "Just so")}
    result = score(STALL, format_stall(decided))
    assert result.score == 9
    assert "gives no reason in a sentence" in result.reason
    assert "Without a reason in a sentence it counts half." in result.parts[0].change


def test_missing_weeks_earn_nothing_and_the_rest_counts() -> None:
    decided = {week: d for week, d in best_weeks("stall-7").items() if week != 8}
    result = score(STALL, format_stall(decided))
    assert result.score == sum(part.points for part in result.parts) == 8
    assert result.reason.startswith("4 of 5 weeks decided.")
    assert result.parts[-1].said == "No decision."


def test_what_a_trainee_wrote_stays_text_on_the_page(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script> is my whole reason"
    answers = {"stall-6": format_stall({1: StallDecision("wait", evil)})}
    result = hand_in(tmp_path, "exercise-06-stalls", answers)
    assert result.status == "partly"
    assert "<script" not in page(tmp_path)
    assert "&lt;script&gt;" in page(tmp_path)


def test_identity_is_no_stranger_in_any_exercise(tmp_path: Path) -> None:
    result = hand_in(tmp_path, "exercise-06-stalls", {"me": 'name = "Bo"', "signals-05": "x"})
    assert result.trainee == "Bo"
    assert result.note.count("no such name") == 0


@given(st.text() | st.sampled_from(["[s139]\nsure = " + "9" * 5000, "[week-1]\nx = " + "[" * 4000]))
@settings(max_examples=100, deadline=None)
def test_no_text_breaks_the_scorers(body: str) -> None:
    for item in (DRILL, STALL):
        result = score(item, body)
        assert result.status in ("graded", "blank", "review")
        assert (result.score is None) == (result.status == "review")
