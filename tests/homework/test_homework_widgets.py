"""The widgets of lessons 01 and 02 as plain values: what they show, what they never show."""

from __future__ import annotations

from pathlib import Path

import pytest

from salescoach import lesson
from salescoach.widgets import homework_widgets as hw
from salescoach.widgets.base import AnswerWidget
from salescoach.widgets.call_views import percent, read_calculator

FEAR = lesson.open("01-the-fear-of-no")
HOMEWORK = lesson.open("02-homework-before-the-call")
EXERCISE_1 = lesson.open("exercise-01-fear-of-no")
EXERCISE_2 = lesson.open("exercise-02-homework")
PROFILE = """industry = ["cafés and restaurants", "bakeries", "hotels"]
region = ["North West", "Yorkshire", "Midlands"]
trigger = ["opened a site", "added a shift", "new manager"]
supplier = ["spreadsheet", "paper"]
employees_from = 20
employees_to = 250
checked_within_months = 12
drop_duplicates = true
respect_opt_out = true"""


def shown(widget: AnswerWidget, body: str) -> dict[str, object]:
    view: dict[str, object] = widget.reply({"type": "body", "body": body, "number": 1})["view"]
    return view


@pytest.mark.parametrize(
    ("coach", "item", "kind"),
    [
        (FEAR, "numbers-01", hw.CallCalculator), (FEAR, "plan-01", hw.FieldForm),
        (FEAR, "check-01-1", hw.FieldForm), (FEAR, "team-01", hw.TeamMatrix),
        (HOMEWORK, "clean-02", hw.SortBoard), (HOMEWORK, "profile-02", hw.QualifyBoard),
        (HOMEWORK, "questions-02", hw.QuestionStudio), (HOMEWORK, "own-list-02", hw.OwnListBoard),
    ],
)  # fmt: skip
def test_each_kind_has_its_widget_and_a_stable_repr(
    coach: lesson.Coach, item: str, kind: type[AnswerWidget]
) -> None:
    widget = coach.answer(item)
    assert isinstance(widget, kind)
    assert repr(widget) == f"<{kind.__name__} {item}>"
    bundle = widget._repr_mimebundle_()
    assert bundle is not None
    assert bundle[0]["text/plain"].startswith(repr(widget))


@pytest.mark.parametrize("item", ["numbers-01", "plan-01", "team-01", "check-01-1"])
def test_no_synchronised_state_holds_the_answer(item: str) -> None:
    body = 'when = "zebracrossing"' if item == "plan-01" else "# zebracrossing"
    widget = FEAR.answer(item, body)
    shown(widget, body)
    assert "zebracrossing" not in repr(widget.get_state())


def test_the_calculator_says_what_the_lesson_says() -> None:
    view = shown(FEAR.answer("numbers-01"), "")
    assert "Chance of a week without a single yes: 36 %." in str(view["week"])
    assert "by call 35 with even odds, and by call 114" in str(view["first"])
    assert view["own"] is False
    assert sum(view["bars"]) == pytest.approx(100, abs=0.2)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "body", ["calls = 0", "calls = 2.5", "yes = 101", "noes = 3", 'calls = "x"']
)
def test_a_number_that_cannot_be_is_told(body: str) -> None:
    assert shown(FEAR.answer("numbers-01"), body)["fault"]


def test_no_yes_at_all_is_no_crash() -> None:
    view = shown(FEAR.answer("numbers-01"), "yes = 0")
    assert "no yes can come" in str(view["week"])
    assert view["curve"] == []
    assert read_calculator("") == {"calls": 50, "conversations": 10, "yes": 20}
    assert percent(0) == "0 %"


def test_practice_comments_and_an_exercise_does_not() -> None:
    lines = shown(FEAR.answer("check-01-1"), "one_in = 100\nnone = 3")["lines"]
    assert [line["mood"] for line in lines] == ["right", "wrong"]  # type: ignore[attr-defined]
    for coach, item, body in (
        (EXERCISE_1, "first-yes", "chance = 3"), (EXERCISE_2, "clean-list", 'a = "keep"'),
    ):  # fmt: skip
        view = shown(coach.answer(item), body)
        assert not [line for line in view["lines"] if line["said"] or line["mood"]]  # type: ignore[attr-defined]
    said = str(shown(EXERCISE_2.answer("shift-list"), PROFILE)["said"])
    assert "fit the case" not in said


def test_no_key_reaches_the_front_end_of_an_exercise() -> None:
    for item in ("first-yes", "who-does-what"):
        state = repr(EXERCISE_1.answer(item).get_state())
        assert "0.97 multiplied" not in state
        assert "Made for first calls" not in state


def test_the_funnel_moves_and_tells_who_fell_out() -> None:
    widget = HOMEWORK.answer("profile-02")
    assert shown(widget, "")["count"] == 200
    view = shown(widget, PROFILE)
    assert (view["count"], view["inside"]) == (17, True)
    assert "17 of 17 fit the case" in str(view["said"])
    steps = view["steps"]
    assert isinstance(steps, list)
    assert [s["name"] for s in steps] == [
        "opt-outs", "duplicates", "freshness", "industry", "region", "trigger", "supplier",
        "employees",
    ]  # fmt: skip
    assert all(len(s["who"]) == min(s["fell"], 60) for s in steps)


def test_a_fault_is_told_and_nothing_else_is_shown() -> None:
    assert "no qualifier" in str(shown(HOMEWORK.answer("profile-02"), "colour = 3")["fault"])
    assert "Line 2" in str(shown(HOMEWORK.answer("clean-02"), "a = keep")["fault"])


def test_questions_are_shown_with_their_evidence() -> None:
    body = "What changed?\nDo you like it?"
    view = shown(HOMEWORK.answer("questions-02"), body)
    assert view["count"] == "1 of 2 questions open"
    marks = [body[slice(*c["evidence"][0])] for c in view["criteria"]]  # type: ignore[attr-defined]
    assert marks == ["What", "Do you"]


def test_the_own_list_reads_beside_the_notebook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.csv").write_text("Company name,Employees\nNord,30\n")
    monkeypatch.chdir(tmp_path)
    widget = HOMEWORK.answer("own-list-02")
    assert shown(widget, "")["files"] == ["mine.csv"]
    view = shown(widget, 'file = "mine.csv"')
    assert view["count"] == 1
    assert "mine.csv" not in widget.fallback() or "1 companies read" in widget.fallback()


def test_pictures_say_what_they_show() -> None:
    assert "36 %" in repr(FEAR.week(50, 10, 20))
    assert "call 114 with 90 %" in repr(FEAR.first_yes(10, 20))
    assert repr(FEAR.more_calls_or_better()).count("13 % of the weeks without one") == 2
    assert "48.4 % (95 % interval 47.1 to 49.8)" in repr(FEAR.myth_of_contacts())
    assert repr(HOMEWORK.without_cleaning()).startswith("28 rows are left without cleaning: 17 ")
    assert FEAR.week(50, 10, 20).png().startswith(b"\x89PNG")


def test_the_data_check_counts_what_the_lesson_says() -> None:
    report = HOMEWORK.data_check()
    assert "200 rows, of which 135 are sound" in report.fallback()
    assert HOMEWORK.ask("What changed?").fallback().endswith("1 of 1 question open.")
