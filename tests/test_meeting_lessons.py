"""Lessons 04 and 08 and their exercises: what widgets show, and what answers earn."""

from __future__ import annotations

import csv
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from salescoach import lesson
from salescoach.answers import format_cell
from salescoach.cases import map_keys, people_of, pipeline_keys, pipeline_of
from salescoach.catalog import Catalog, open_catalog, workbook
from salescoach.errors import CoachError
from salescoach.grading import grade
from salescoach.grading.desk import Grade
from salescoach.validation import check_pack
from salescoach.widgets.base import AnswerWidget
from salescoach.widgets.meeting_views import follow_up_view

CATALOG = open_catalog()
L04 = lesson.open("04-make-them-name-the-date")
L08 = lesson.open("08-the-push-and-the-walk-away")
E04 = lesson.open("exercise-04-name-the-date")
E08 = lesson.open("exercise-08-push-and-walk-away")
ME = 'name = "Ana Lima"'

FULL_04 = {
    "me": ME,
    "call-04": 'path = "frame, when, deciders-then, date-then, confirm"',
    "line-04": "Which day before the owners meet would you like me to ring you? Thursday the 7th? "
    "Thursday 7 May at three, then. It is in my planner, and until then I will leave you in peace.",
    "decision-map-04": 'iris = "advises"\nanton = "decides"\nmila = "veto"\nbea = "door"\n'
    'drivers = "uses"\nkarl = "advises"\nby = "2026-05-15"',
    "opening-04": 'choice = "b"',
    "missed-04": "Hello Iris, Jonah Bright from Coolroute. You had asked me to ring on Thursday "
    "the 7th of May, before the owners meet. I could not reach you that day. Which day would you "
    "like instead? I'll put it in my planner and ring you then.",
}  # fmt: skip
FULL_08 = {
    "me": ME,
    "push-08": 'choice = "a"',
    "break-up-08": "Dear Dr Osei, I dealt with the questions that you and your practice managers "
    "raised, and I put forward a plan that halves the time spent on rosters. You have neither "
    "accepted nor declined it. I assume that you have chosen one of my competitors. Which one did "
    "you choose, and where did you see their advantage? It would help me to know. I wish Marl Hill "
    "well. Kind regards, Nora Lindahl",
    "reply-08-1": 'choice = "b"',
    "reply-08-2": 'choice = "a"',
    "reply-08-3": 'choice = "a"',
    "fire-08": 'marl = "break-up"\nmarl-why = "silent"\nostrava = "keep"\nostrava-why = "moving"\n'
    'penn = "let-go"\npenn-why = "no-show"\nquill = "wait"\nquill-why = "dated"\n'
    'rudd = "ask"\nrudd-why = "vague"\ntarn = "let-go"\ntarn-why = "no"',
}  # fmt: skip
EXERCISES = {"exercise-04-name-the-date": FULL_04, "exercise-08-push-and-walk-away": FULL_08}


def graded(tmp_path: Path, exercise: str, answers: dict[str, str]) -> Grade:
    """Fill in the released exercise and grade the file."""
    filled = json.loads((workbook() / "exercises" / f"{exercise}.ipynb").read_text("utf-8"))
    for cell in filled["cells"]:
        first = "".join(cell["source"]).partition("\n")[0]
        item = first.removeprefix("%%answer ")
        if first.startswith("%%answer") and item in answers:
            cell["source"] = format_cell(item, answers[item])
    path = tmp_path / "hand-in.ipynb"
    path.write_text(json.dumps(filled), "utf-8")
    (only,) = grade([path], CATALOG)
    return only


def shown(widget: AnswerWidget, body: str = "") -> dict[str, Any]:
    view: dict[str, Any] = widget.reply({"type": "body", "body": body, "number": 1})["view"]
    return view


@pytest.mark.parametrize("exercise", EXERCISES)
def test_a_full_answer_gets_full_marks_and_a_blank_one_none(tmp_path: Path, exercise: str) -> None:
    full = graded(tmp_path, exercise, EXERCISES[exercise])
    assert (full.status, full.trainee) == ("graded", "Ana Lima")
    assert {r.item.id: r.score for r in full.items} == {
        r.item.id: r.item.points for r in full.items
    }
    blank = graded(tmp_path, exercise, {})
    assert (blank.status, blank.score) == ("blank", 0)


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_points_on_the_first_page_are_those_that_can_be_earned(
    tmp_path: Path, exercise: str
) -> None:
    text = json.dumps(json.loads((workbook() / "exercises" / f"{exercise}.ipynb").read_text()))
    assert f"{graded(tmp_path, exercise, {}).max:g} points" in text


def score(tmp_path: Path, exercise: str, item: str, body: str) -> tuple[float | None, str, str]:
    results = graded(tmp_path, exercise, {"me": ME, item: body}).items
    result = next(r for r in results if r.item.id == item)
    return result.score, result.status, result.reason


def test_a_meeting_earns_for_points_and_for_its_end(tmp_path: Path) -> None:
    unended = 'path = "frame, when, deciders-then"'
    value, _, reason = score(tmp_path, "exercise-04-name-the-date", "call-04", unended)
    assert value == 2
    assert "not brought to an end" in reason
    late = 'path = "pitch, when-late, deciders-then"'
    value, _, reason = score(tmp_path, "exercise-04-name-the-date", "call-04", late)
    assert value == pytest.approx(6 * (0.5 / 3 + 0.5 * 0.2))
    assert "The time is up" in reason
    wrong = 'path = "confirm"'
    assert score(tmp_path, "exercise-04-name-the-date", "call-04", wrong)[1] == "review"


def test_a_map_earns_line_by_line_with_part_credit(tmp_path: Path) -> None:
    body = 'anton = "veto"\nmila = "veto"\nby = "2026-05-07"'
    value, _, reason = score(tmp_path, "exercise-04-name-the-date", "decision-map-04", body)
    assert value == pytest.approx(7 * (0.4 + 1 + 0.3) / 7)
    assert "Anton Dorn: can veto. He could stop it too" in reason
    assert "Iris Koch: left open." in reason


def test_whom_to_fire_earns_for_decision_and_reason(tmp_path: Path) -> None:
    exercise = "exercise-08-push-and-walk-away"
    best = 'penn = "let-go"\npenn-why = "conduct"'
    assert score(tmp_path, exercise, "fire-08", best)[0] == 2
    no_reason = score(tmp_path, exercise, "fire-08", 'penn = "let-go"')
    assert no_reason[0] == pytest.approx(1.4)
    assert "Main reason: " in no_reason[2]
    part = score(tmp_path, exercise, "fire-08", 'penn = "break-up"\npenn-why = "no-show"')
    assert part[0] == pytest.approx(2 * (0.7 * 0.6 + 0.3))
    bad = score(tmp_path, exercise, "fire-08", 'penn = "keep"\npenn-why = "no-show"')
    assert bad[0] == 0
    assert score(tmp_path, exercise, "fire-08", "hours = 30")[1] == "blank"
    assert score(tmp_path, exercise, "fire-08", 'penn = "maybe"')[1] == "review"


def test_a_lesson_comments_and_an_exercise_knows_no_key() -> None:
    lesson_talk = shown(L04.answer("meeting-04"), 'path = "slides"')
    assert "Twelve of thirty minutes" in lesson_talk["turns"][0]["remark"]
    exercise_talk = shown(E04.answer("call-04"), FULL_04["call-04"])
    assert not any(turn["remark"] for turn in exercise_talk["turns"])
    assert exercise_talk["ending"]["remark"] == ""
    assert shown(L04.answer("map-04"), 'owen = "advises"')["remarks"][0]["mood"] == "right"
    assert shown(L04.answer("map-04"), 'owen = "decides"')["remarks"][0]["mood"] == "wrong"
    assert shown(E04.answer("decision-map-04"), 'iris = "advises"')["remarks"] == []
    body = 'tolley = "let-go"\ntolley-why = "vague"'
    tolley = next(r for r in shown(L08.answer("hours-08"), body)["rows"] if r["id"] == "tolley")
    assert tolley["remark"]["mood"] == "partly"
    assert not any(r["remark"] for r in shown(E08.answer("fire-08"), FULL_08["fire-08"])["rows"])


def test_a_map_of_ones_own_keeps_its_gaps_while_it_is_filled_in() -> None:
    view = shown(L04.answer("map-own-04"), 'role-1 = "Veto"\nperson-3 = "Mo"')
    assert [(line["name"], line["role"]) for line in view["lines"]] == [
        ("", "veto"), ("", ""), ("Mo", ""),
    ]  # fmt: skip
    assert [row["name"] for row in view["rows"]] == ["Mo"]


def test_every_key_of_the_lessons_can_be_earned() -> None:
    for item in ("map-04", "decision-map-04"):
        keys = map_keys(CATALOG, item)
        assert set(keys) == {p.id for p in people_of(CATALOG, item)} | {"by"}
        assert all(max(k.credit for k in parts.values()) == 1 for parts in keys.values())
    for item in ("hours-08", "fire-08"):
        assert set(pipeline_keys(CATALOG, item)) == {p.id for p in pipeline_of(CATALOG, item)}


@pytest.mark.parametrize(
    ("item", "bad"),
    [("meeting-04", 'path = "mars"'), ("map-04", 'owen = "king"'), ("plan-04", 'date = "soon"'),
     ("map-own-04", 'role-1 = "king"')],
)  # fmt: skip
def test_a_fault_is_told_and_the_widget_still_shows(item: str, bad: str) -> None:
    view = shown(L04.answer(item), bad)
    assert view["fault"]
    assert "Allowed" in view["fault"]


def test_the_planner_keeps_the_word_and_hands_out_a_file() -> None:
    now = datetime(2026, 3, 5, tzinfo=UTC)
    lines = 'prospect = "Owen"\ndate = "2026-04-14"\ntime = "10:00"\nzone = "Europe/London"'
    view = follow_up_view(lines, L04._judge, now)
    assert view["said"] == "Call Owen: Tuesday 14 April 2026, 10:00 in Europe/London (09:00 UTC)."
    assert view["file"].startswith("BEGIN:VCALENDAR")
    assert view["warnings"] == []
    early = follow_up_view(f'{lines}\nnot-before = "2026-04-15"', L04._judge, now)
    assert "asked not to be contacted" in early["fault"]
    assert not early["file"]
    odd = lines.replace("04-14", "04-18").replace("10:00", "06:00")
    assert len(follow_up_view(odd, L04._judge, datetime(2027, 1, 1, tzinfo=UTC))["warnings"]) == 3


@pytest.mark.parametrize(
    ("opening", "told"),
    [("You wanted me to ring this week, before Helen gathers the papers.", "gives the day back"),
     ("I am just checking in.", "does not say yet"),
     ("You need to give me a date right now.", "reproach")],
)  # fmt: skip
def test_the_planner_looks_at_the_opening_line(opening: str, told: str) -> None:
    lines = 'prospect = "Owen"\ndate = "2026-04-14"\ntime = "10:00"\nzone = "Europe/London"'
    view = follow_up_view(
        f'{lines}\nopening = "{opening}"', L04._judge, datetime(2026, 3, 5, tzinfo=UTC)
    )
    assert told in view["opening"]


def test_a_front_end_without_widgets_gets_it_all_in_words() -> None:
    for widget, told in (
        (L04.answer("meeting-04", 'path = "agenda"'), 'Go on like this: path = "why-now, …"'),
        (L04.answer("map-04", 'owen = "advises"'), "Advises: Owen Pryce."),
        (L04.answer("map-own-04"), 'person-1 = "a name"'),
        (L04.answer("plan-04"), 'zone = "Europe/London"'),
        (L04.replay("meeting-04", "slides-first"), "The time is up"),
        (L08.answer("hours-08", 'tolley = "let-go"'), "S1 reads this as an answer"),
        (L08.answer("own-hours-08"), "name-1"),
    ):
        bundle = widget._repr_mimebundle_()
        assert bundle is not None
        assert told in bundle[0]["text/plain"]


def test_an_unknown_replay_is_told_with_the_known_ones() -> None:
    with pytest.raises(CoachError, match="slides-first, pleasant"):
        L04.replay("meeting-04", "slide-first")


def test_the_pictures_say_in_words_what_they_show() -> None:
    claims = L08.break_up_claims()
    assert "30 % (trust grade D, S2)" in repr(claims)
    assert repr(claims).count("a myth") == 2
    price = L08.hour_price("hours-08", 60, 30)
    assert "60 hours: an hour costs about £130." in repr(price)
    assert "30 hours: an hour costs about £450." in repr(price)
    assert price.png().startswith(b"\x89PNG")


def spoiled(tmp_path: Path, table: str, change: Any) -> list[str]:
    """Check a copy of the data after one change to a table."""
    folder = tmp_path / "pack"
    shutil.copytree(workbook() / "data", folder)
    path = folder / table
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    rows = change(rows) or rows
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return [str(fault) for fault in check_pack(Catalog(folder)).faults]


def test_a_pack_without_a_key_or_with_a_broken_scene_is_told(tmp_path: Path) -> None:
    def without(column: str, value: str) -> Any:
        return lambda rows: [r for r in rows if r[column] != value]

    told = spoiled(tmp_path / "a", "keys/maps.csv", without("person", "helen"))
    assert any("no key" in fault and "helen" in fault for fault in told)
    told = spoiled(tmp_path / "b", "keys/pipelines.csv", without("prospect", "penn"))
    assert any("penn" in fault for fault in told)
    told = spoiled(tmp_path / "c", "pipeline.csv", lambda rows: rows[0].update(chance="99"))
    assert any("outside its range" in fault for fault in told)
    told = spoiled(tmp_path / "d", "keys/dialogues.csv", without("step", "time-up"))
    assert any("ending has no key" in fault for fault in told)
    folder = tmp_path / "e"
    shutil.copytree(workbook() / "data", folder)
    scene = folder / "dialogues" / "meeting-04.toml"
    scene.write_text(scene.read_text("utf-8").replace('to = "agreed"', 'to = "hello"', 1), "utf-8")
    assert any("circle" in str(fault) for fault in check_pack(Catalog(folder)).faults)
