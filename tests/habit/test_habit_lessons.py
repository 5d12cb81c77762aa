"""What lessons 00 and 10 show: profile, gain, certificate, and the forms graded by reading."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from salescoach import lesson
from salescoach.answers import format_cell, parse_cell
from salescoach.assessment import TopicScore, gain
from salescoach.catalog import open_catalog, workbook
from salescoach.certificate import certificate_page, pdf_of, png_of
from salescoach.errors import CoachError
from salescoach.grading import grade
from salescoach.habit_plots import gain_picture
from salescoach.keys import assessment_keys
from salescoach.own_work import OwnWork
from salescoach.review_store import ReviewStore

CATALOG = open_catalog()
KEYS = assessment_keys(CATALOG)
FIRST, LAST = "00-start-here", "10-make-it-a-habit"


def form(name: str, right: int = 20) -> str:
    """A filled-in form with so many right answers, the right ones first."""
    lines = []
    for n, asked in enumerate(CATALOG.assessment[name]):
        key = KEYS[asked.question.id].key
        letter = key if n < right else next(o for o in "abcd" if o != key)
        lines.append(f'{asked.name} = "{letter}"')
    return "\n".join(lines)


def put(folder: Path, name: str, answers: dict[str, str]) -> Path:
    """Save a learner's own copy of a notebook with answers."""
    notebook = json.loads((workbook() / "notebooks" / f"{name}.ipynb").read_text("utf-8"))
    for cell in notebook["cells"]:
        answer = parse_cell("".join(cell["source"])) if cell["cell_type"] == "code" else None
        if answer is not None and answer.item in answers:
            cell["source"] = format_cell(answer.item, answers[answer.item])
    path = folder / f"{name}.ipynb"
    path.write_text(json.dumps(notebook), "utf-8")
    return path


def test_the_profile_is_a_picture_with_its_text_once_all_is_answered(lessons: Path) -> None:
    coach = lesson.open(FIRST)
    assert "appears here" in repr(coach.profile())
    coach.answer("assessment-a", "\n".join(form("a").splitlines()[:19]))
    assert "appears here" in repr(coach.profile())
    coach.answer("assessment-a", form("a", 15))
    told = repr(coach.profile())
    assert told.startswith("15 of 20 right.")
    assert told.count(" of 2 right (interval ") == 10
    assert "begin with lesson" in told


def test_the_widget_says_nothing_of_right_and_wrong_before_the_end(lessons: Path) -> None:
    coach = lesson.open(FIRST)
    widget = coach.answer("assessment-a", "")
    assert "reason" not in json.dumps(widget.questions)
    part = widget.view("\n".join(form("a").splitlines()[:19]))
    assert (part["result"], part["said"]) == (None, "19 of 20 answered.")
    whole = widget.view(form("a", 17))
    assert whole["result"]["heading"] == "17 of 20 right"
    assert len(whole["result"]["missed"]) == 3
    assert all(m["see"].startswith("Lesson ") for m in whole["result"]["missed"])
    assert widget.view("q01 = ")["fault"]


def test_without_keys_the_form_can_be_filled_in_and_shows_no_result(
    tmp_path: Path, lessons: Path
) -> None:
    pack = tmp_path / "released"
    shutil.copytree(workbook() / "data", pack, ignore=shutil.ignore_patterns("keys"))
    from salescoach.catalog import Catalog
    from salescoach.lesson.coach import Coach

    catalog = Catalog(pack)
    coach = Coach(catalog.notebook(FIRST), catalog)
    view = coach.answer("assessment-a", form("a")).view(form("a"))
    assert view["result"] is None
    assert "Your instructor has the key" in view["said"]
    assert "appears here" in repr(coach.profile())


def test_the_gain_needs_both_forms_and_reads_the_first_from_its_file(lessons: Path) -> None:
    coach = lesson.open(LAST)
    assert "Form A is not complete" in repr(coach.gain())
    put(lessons, FIRST, {"assessment-a": form("a", 11)})
    assert "all twenty questions of form B" in repr(coach.gain())
    coach.answer("assessment-b", form("b", 14))
    told = repr(coach.gain())
    assert "Form A, before: 11 of 20" in told
    assert "+3 questions, +15 points of a hundred (95 % interval −14 to +41" in told
    assert "it may be luck" in told
    assert "6 more right to be fairly sure" in told


@pytest.mark.parametrize(
    ("before", "after", "title", "told"),
    [
        (5, 18, "13 more right: more than luck", "more than the luck of the questions"),
        (12, 12, "As many right as before", "it may be luck"),
        (18, 4, "14 fewer right: more than luck", "You did worse"),
        (13, 11, "2 fewer right: luck alone could do that", "it may be luck"),
        (20, 20, "As many right as before", "it may be luck"),
    ],
)
def test_the_gain_is_told_without_flattery(before: int, after: int, title: str, told: str) -> None:
    picture = gain_picture(gain(TopicScore("all", before, 20), TopicScore("all", after, 20)))
    assert title in picture.figure.axes[0].get_title(loc="left")
    assert told in picture.twin
    assert "what you say on the telephone" in picture.twin


def test_the_newest_file_counts_and_damaged_ones_do_no_harm(lessons: Path) -> None:
    import os

    old = put(lessons, FIRST, {"assessment-a": form("a", 3)})
    copy = old.with_name("my copy.ipynb")
    shutil.move(old, copy)
    os.utime(copy, (1_000, 1_000))
    put(lessons, FIRST, {"assessment-a": form("a", 9)})
    (lessons / "broken.ipynb").write_text("{", "utf-8")
    assert OwnWork(lessons, CATALOG).body(FIRST, "assessment-a") == form("a", 9)


def test_the_certificate_lists_what_was_answered_and_claims_no_more(lessons: Path) -> None:
    coach = lesson.open(LAST)
    assert "Write your name" in repr(coach.certificate())
    assert not list(lessons.iterdir())
    coach.answer("me", 'name = "Zoë Łukasz"')
    with pytest.raises(CoachError, match="nothing to certify"):
        coach.certificate()
    put(lessons, FIRST, {"assessment-a": form("a", 11), "first-answer": "Dana Holt"})
    exercises = lessons.parent / "exercises"
    exercises.mkdir()
    shutil.copy(workbook() / "exercises" / "exercise-03-voicemail.ipynb", exercises)
    told = repr(coach.certificate())
    assert "Certificate of practice for Zoë Łukasz." in told
    assert "00 Start here: 2 of 3 answers." in told
    assert "Exercise 03" not in told, "nothing was answered there"
    assert (lessons / "certificate.pdf").read_bytes().startswith(b"%PDF")
    assert (lessons / "certificate.png").read_bytes().startswith(b"\x89PNG")


def words_of(page: object) -> str:
    return "\n".join(text.get_text() for text in page.texts)  # type: ignore[attr-defined]


def test_the_page_holds_the_whole_course_and_the_same_page_gives_the_same_bytes() -> None:
    practised = [(n.title, 5, 6) for n in CATALOG.notebooks.values()] * 3
    found = gain(TopicScore("all", 11, 20), TopicScore("all", 14, 20))

    def make() -> object:
        return certificate_page("Ana Lima", practised, found, date(2026, 3, 2))

    words = words_of(make())
    assert "no examination" in words
    assert "95 % interval −14 to +41" in words
    assert "2 March 2026" in words
    assert "more" in words, "what does not fit is counted"
    assert pdf_of(make()) == pdf_of(make())  # type: ignore[arg-type]
    assert png_of(make()) == png_of(make())  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_a_name_that_does_not_fit_is_told(name: str) -> None:
    with pytest.raises(CoachError, match="needs the name"):
        certificate_page(name, [("A", 1, 1)], None, date(2026, 3, 2))


def test_a_name_that_no_font_here_can_draw_is_told() -> None:
    with pytest.raises(CoachError, match="No font on this machine"):
        certificate_page("Ana \U000e0041", [("A", 1, 1)], None, date(2026, 3, 2))


def test_due_reviews_are_the_learners_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "salescoach.review_store.user_data_path", lambda *_, **__: tmp_path / "own"
    )  # fmt: skip
    coach = lesson.open(LAST)
    assert coach.due_reviews().view["known"] == 0
    path = ReviewStore().path
    path.write_text("{damaged", "utf-8")
    view = coach.due_reviews().view
    assert "moved aside" in view["message"]
    assert "s0" not in coach.due_reviews().fallback(), "what is stored in a notebook is the same"


@pytest.mark.parametrize(("name", "item"), [(FIRST, "assessment-a"), (LAST, "assessment-b")])
def test_the_forms_are_graded_by_reading(tmp_path: Path, name: str, item: str) -> None:
    answers = {"me": 'name = "Ana Lima"', item: form(item[-1], 13)}
    (result,) = grade([put(tmp_path, name, answers)], CATALOG)
    assert (result.trainee, result.exercise, result.status) == ("Ana Lima", name, "graded")
    assert (result.score, result.max) == (13, 20)
    assert result.items[0].reason.startswith("13 of 20 right. Not all right in topics ")
    half = "\n".join(form(item[-1]).splitlines()[:10])
    (result,) = grade([put(tmp_path, name, answers | {item: half})], CATALOG)
    assert (result.score, "10 left open." in result.items[0].reason) == (10, True)
    (result,) = grade([put(tmp_path, name, answers | {item: "# later"})], CATALOG)
    assert (result.status, result.score) == ("blank", 0)
    (result,) = grade([put(tmp_path, name, answers | {item: 'q99 = "a"'})], CATALOG)
    assert result.status == "review"


def test_a_lesson_without_graded_items_is_still_no_hand_in(tmp_path: Path) -> None:
    path = put(tmp_path, "03-a-voicemail-that-gets-heard", {})
    (result,) = grade([path], CATALOG)
    assert result.status == "wrong-exercise"
