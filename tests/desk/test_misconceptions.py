"""What a class gets wrong: counted from its own answers, silent where there are too few."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from a_class import hand_in_all
from a_course import FIRST, form, hand_in, make
from hypothesis import given
from hypothesis import strategies as st
from reference_learner import CATALOG, answer, fill
from typer.testing import CliRunner

from salescoach import desk
from salescoach.agreement import wilson
from salescoach.cli import app
from salescoach.errors import CoachError
from salescoach.grading import grade
from salescoach.grading.chosen import Choices
from salescoach.grading.desk import Grade
from salescoach.grading.misconceptions import (
    EXPECTED,
    LEAST_ANSWERS,
    MOST,
    class_mistakes,
    percent,
)
from salescoach.grading.results import ItemResult
from salescoach.keys import assessment_keys, choice_keys, signal_keys

WHICH = CATALOG.item("voicemail-which")
KEYS = choice_keys(CATALOG)
RIGHT = max(KEYS[WHICH.id], key=lambda letter: KEYS[WHICH.id][letter].credit)
WRONG = [letter for letter in KEYS[WHICH.id] if KEYS[WHICH.id][letter].credit < 1]


def chose(name: str, letter: str) -> Grade:
    key = KEYS[WHICH.id][letter]
    result = ItemResult(WHICH, "graded", key.credit * WHICH.points, "", response=letter,
                        comment=key.feedback)  # fmt: skip
    return Grade(name, WHICH.notebook, "graded", result.score, WHICH.points, "", "", (result,))


def a_class(letters: str) -> list[Grade]:
    return [chose(f"T{n}", letter) for n, letter in enumerate(letters)]


def test_the_most_chosen_wrong_answer_is_told_with_share_interval_and_reason() -> None:
    first, second = WRONG[:2]
    grades = a_class(RIGHT * 4 + first * 5 + second * 2)
    found = class_mistakes("Spring", grades, CATALOG)
    lesson = next(one for one in found.lessons if one.topic.id == "03")
    (one,) = lesson.found
    texts = {option.id: option.text for option in WHICH.options}
    assert (one.n, one.right, one.times) == (11, 4, 5)
    assert one.asked.answer == texts[first]
    assert one.asked.better == texts[RIGHT]
    assert one.asked.reason == KEYS[WHICH.id][first].feedback
    assert one.share == wilson(5, 11)
    assert found.people == 11
    text = found.text()
    for told in (texts[first], texts[RIGHT], one.asked.reason, percent(wilson(4, 11))):
        assert told in text
        assert told.split("'")[0].split('"')[0][:40] in found.page()


@pytest.mark.parametrize(
    ("letters", "said"),
    [
        ("", "Nothing of this lesson has been graded yet."),
        (WRONG[0] * (LEAST_ANSWERS - 1), "too few for a figure"),
        (RIGHT * LEAST_ANSWERS, "no wrong answer was chosen by two people"),
        (RIGHT * LEAST_ANSWERS + WRONG[0], "no wrong answer was chosen by two people"),
    ],
)
def test_where_nothing_can_be_told_the_reason_is(letters: str, said: str) -> None:
    lessons = class_mistakes("Spring", a_class(letters), CATALOG).lessons
    lesson = next(one for one in lessons if one.topic.id == "03")
    assert lesson.found == ()
    assert said in lesson.sentence()


@given(st.lists(st.sampled_from(sorted(KEYS[WHICH.id])), max_size=30), st.randoms())
def test_the_order_of_the_class_changes_nothing(letters: list[str], luck: random.Random) -> None:
    grades = a_class("".join(letters))
    shuffled = luck.sample(grades, len(grades))
    assert class_mistakes("x", grades, CATALOG) == class_mistakes("x", shuffled, CATALOG)


def test_who_hands_in_twice_counts_once() -> None:
    grades = a_class(WRONG[0] * LEAST_ANSWERS)
    lessons = class_mistakes("x", grades + [chose("T1", WRONG[0])] * 5, CATALOG).lessons
    (one,) = next(lesson for lesson in lessons if lesson.topic.id == "03").found
    assert one.n == LEAST_ANSWERS


@pytest.mark.parametrize("notebook", CATALOG.hand_ins)
def test_the_reference_learner_has_no_misconception(tmp_path: Path, notebook: str) -> None:
    (result,) = grade([fill(CATALOG.notebooks[notebook], tmp_path)], CATALOG)
    chosen = [c for item in result.items for c in Choices(CATALOG).of(item)]
    assert [c.question for c in chosen if not c.right] == []
    kinds = {item.item.kind for item in result.items}
    if kinds & {"choice", "assessment", "drill", "sort", "stall", "voicemail", "breakup"}:
        assert chosen, "its questions are taken apart"


def test_every_kind_of_question_is_told_with_its_own_reason(tmp_path: Path) -> None:
    hand_in_all(tmp_path, 9, CATALOG.hand_ins)
    found = class_mistakes("x", grade([tmp_path], CATALOG), CATALOG)
    assert found.people == 9
    shown = {lesson.topic.id: lesson.found for lesson in found.lessons}
    assert all(shown.values()), "each lesson has something to show in a class that errs by lot"
    assert all(len(misconceptions) <= MOST for misconceptions in shown.values())
    for one in (one for misconceptions in shown.values() for one in misconceptions):
        assert one.asked.answer != one.asked.better
        assert one.asked.reason
        assert one.right + one.times <= one.n
    reasons = {one.asked.reason for one in shown["05"]}
    known = {said for key in signal_keys(CATALOG).values() for said in key.feedback.values()}
    known |= {key.reason for key in assessment_keys(CATALOG).values()}
    known |= {o.feedback for options in KEYS.values() for o in options.values()}
    assert reasons <= known | {f"What decides: {k.decides}" for k in signal_keys(CATALOG).values()}


def test_an_answer_that_nobody_can_read_is_passed_over() -> None:
    item = CATALOG.item("assessment-a")
    assert Choices(CATALOG).of(ItemResult(item, "graded", 5, "", "q01 = ")) == []
    assert Choices(CATALOG).of(ItemResult(item, "review", None, "", answer(item))) == []
    assert len(Choices(CATALOG).of(ItemResult(item, "graded", 20, "", answer(item)))) == 20


def test_the_notebook_says_plainly_that_nothing_was_measured() -> None:
    assert repr(desk.misconceptions()) == EXPECTED
    assert EXPECTED in desk.misconceptions()._repr_html_()
    assert "No class has been measured" in EXPECTED


def test_a_course_its_results_and_its_hand_ins_show_the_same(tmp_path: Path) -> None:
    folder = make(tmp_path / "spring", 9)
    for n in range(1, 10):
        hand_in(folder, f"t{n:02}", FIRST, {"assessment-a": form("a", n)})
    assert CliRunner().invoke(app, ["grade", "--course", str(folder)]).exit_code == 0
    shown = desk.misconceptions(folder)
    assert repr(shown) == repr(desk.misconceptions(folder / "results"))
    page = (folder / "results" / "misconceptions.html").read_text("utf-8")
    assert "What people get wrong in Spring" in page
    assert "misconceptions.html" in (folder / "results" / "report.html").read_text("utf-8")
    body = repr(desk.misconceptions(folder / "inbox")).partition("\n")[2]
    assert body == repr(shown).partition("\n")[2]
    html = shown._repr_html_()
    assert "<script" not in html + page


def test_a_folder_with_nothing_to_count_is_told(tmp_path: Path) -> None:
    with pytest.raises(CoachError, match="no course and no hand-in"):
        desk.misconceptions(tmp_path / "nowhere")
    with pytest.raises(CoachError, match="no notebook to grade"):
        desk.misconceptions(tmp_path)
    (tmp_path / "grades.csv").write_text("trainee\n")
    with pytest.raises(CoachError, match="what people chose is not in them"):
        desk.misconceptions(tmp_path)
