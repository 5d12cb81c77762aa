"""Exercises 01 and 02 graded by reading: full answers earn everything, blank ones nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from salescoach.answers import format_cell, parse_cell
from salescoach.catalog import open_catalog, workbook
from salescoach.grading import grade
from salescoach.grading.desk import Grade
from salescoach.grading.output import write_results
from salescoach.grading.results import ItemResult

CATALOG = open_catalog()
FULL = {
    "exercise-01-fear-of-no": {
        "me": 'name = "Ana Lima"',
        "reckon-ex01": "calls = 40\nconversations = 12\nyes = 25",
        "first-yes": "chance = 3\nweekly = 1.2\nnone = 29.6\nninety = 76\nresearched = 8.4",
        "which-week": 'choice = "d"',
        "first-ten": """when = "Tuesday 9:30"
whom = "Three care homes that renovated this year"
opening = "Your lift was out for two days in May"
listen = "What happened while it stood still?"
success = "I made all ten calls without a pause"
after_no = "I note one word and dial again" """,
        "who-does-what": """[roles]
prospect = "Lena"
nurture = "Omar"
close = "Greta"
[commission]
prospect = 30
nurture = 20
close = 50""",
    },
    "exercise-02-homework": {
        "me": 'name = "Ana Lima"',
        "clean-list": "\n".join(
            f'{thing} = "{name}"'
            for thing, name in zip(
                "abcdefgh",
                [
                    "keep",
                    "duplicate",
                    "stale",
                    "opted_out",
                    "keep",
                    "duplicate",
                    "opted_out",
                    "stale",
                ],
                strict=True,
            )
        ),
        "shift-list": """industry = ["food production", "machine shops", "logistics"]
region = ["South", "London", "Midlands"]
trigger = ["added a shift", "won a contract"]
supplier = ["paper", "spreadsheet"]
employees_from = 50
employees_to = 500
checked_within_months = 12
drop_duplicates = true
respect_opt_out = true""",
        "analysis-form": """company = "Pastel Snacks, plant manager"
known = "They added a shift, says the trade paper of May"
assumed = "That the rota is still made by hand"
deciders = "must ask; perhaps the owner"
next_step = "I call on Thursday at 9:30" """,
        "open-questions": """How do you plan the third shift today?
What happened in the first week of it?
Tell me about the last time somebody fell ill.
What would have to change before summer?
Who else looks at the rota?""",
        "fit-the-tag": 'choice = "b"',
    },
}


def hand_in(folder: Path, exercise: str, answers: dict[str, str]) -> Grade:
    notebook = json.loads((workbook() / "exercises" / f"{exercise}.ipynb").read_text("utf-8"))
    for cell in notebook["cells"]:
        answer = parse_cell("".join(cell["source"])) if cell["cell_type"] == "code" else None
        if answer is not None and answer.item in answers:
            cell["source"] = format_cell(answer.item, answers[answer.item])
    path = folder / "hand-in.ipynb"
    path.write_text(json.dumps(notebook), "utf-8")
    (only,) = grade([path], CATALOG)
    return only


def one(folder: Path, exercise: str, item: str, body: str) -> ItemResult:
    result = hand_in(folder, exercise, FULL[exercise] | {item: body})
    return next(r for r in result.items if r.item.id == item)


@pytest.mark.parametrize("exercise", list(FULL))
def test_a_full_answer_gets_full_marks(tmp_path: Path, exercise: str) -> None:
    result = hand_in(tmp_path, exercise, FULL[exercise])
    assert (result.trainee, result.exercise, result.status) == ("Ana Lima", exercise, "graded")
    assert {r.item.id: r.score for r in result.items} == {
        r.item.id: r.item.points for r in result.items
    }
    assert result.note == ""
    text = (workbook() / "exercises" / f"{exercise}.ipynb").read_text("utf-8")
    assert f"{result.max:g} points.**" in text, "the notebook says how much there is to earn"


@pytest.mark.parametrize("exercise", list(FULL))
def test_a_blank_answer_gets_none(tmp_path: Path, exercise: str) -> None:
    result = hand_in(tmp_path, exercise, {})
    assert (result.status, result.score) == ("blank", 0)
    comments = {item: "# nothing yet" for item in FULL[exercise] if item != "open-questions"}
    assert hand_in(tmp_path, exercise, comments).score == 0


@pytest.mark.parametrize("exercise", list(FULL))
def test_the_feedback_page_tells_the_reasons(tmp_path: Path, exercise: str) -> None:
    result = hand_in(tmp_path, exercise, FULL[exercise])
    write_results([result], tmp_path / "out")
    page = next((tmp_path / "out" / "feedback").iterdir()).read_text("utf-8")
    assert f"{result.score:g} of {result.max:g} points" in page


@pytest.mark.parametrize(
    ("item", "body", "score", "told"),
    [
        ("first-yes", "chance = 3\nweekly = 1.2\nnone = 20", 4, "should be 29.6"),
        ("first-yes", 'chance = "3 %"\nnone = 30', 4, "2 of 5 numbers are right"),
        ("first-ten", 'when = "Monday 9:00"\nwhom = "them"', 1, "needs four words or more"),
        ("who-does-what", '[roles]\nprospect = "Lena"\nnurture = "Omar"\nclose = "Greta"', 6,
         "not shared among the three roles"),
        ("who-does-what", '[roles]\nprospect = "Viktor"', 0.8, "Nobody has “close”"),
        ("who-does-what", '[roles]\nprospect = "Lena"\n[commission]\nclose = 100', 2,
         "gets nothing"),
    ],
)  # fmt: skip
def test_part_of_exercise_01(tmp_path: Path, item: str, body: str, score: float, told: str) -> None:
    result = one(tmp_path, "exercise-01-fear-of-no", item, body)
    assert result.score == pytest.approx(score, abs=0.01)
    assert told in result.reason


@pytest.mark.parametrize(
    ("item", "body", "score", "told"),
    [
        ("clean-list", 'a = "keep"\nb = "keep"', 1, "b: “there already”. Same person"),
        ("open-questions", "How do you plan it today?\nHow do you plan it today?", 1.6,
         "1 question, 1 open. 5 were asked for"),
        ("open-questions", "Do you like your rota?\nIs it slow for you?\nAre you happy with it?\n"
         "Can I come and see you?\nHave you ever changed it?", 0, "Yes or no answers it"),
        ("open-questions", "Why?\nHow?\nWhat?\nHow so?\nWhat then?", 0, "0 questions"),
        ("open-questions", "Our tool has sixty features", 0, "0 questions"),
        ("shift-list", "drop_duplicates = true", 0.58, "186 companies are left"),
        ("shift-list", 'industry = ["nothing"]', 0, "0 companies are left"),
    ],
)  # fmt: skip
def test_part_of_exercise_02(tmp_path: Path, item: str, body: str, score: float, told: str) -> None:
    result = one(tmp_path, "exercise-02-homework", item, body)
    assert result.score == pytest.approx(score, abs=0.01)
    assert told in result.reason


def test_a_list_that_was_not_cleaned_loses_points(tmp_path: Path) -> None:
    body = FULL["exercise-02-homework"]["shift-list"]
    unclean = "\n".join(body.splitlines()[:6])
    result = one(tmp_path, "exercise-02-homework", "shift-list", unclean)
    assert result.score is not None
    assert 3 < result.score < 7
    assert "Not fitting, for example" in result.reason


def test_three_good_companies_are_no_list(tmp_path: Path) -> None:
    body = FULL["exercise-02-homework"]["shift-list"].replace("employees_from = 50",
                                                              "employees_from = 300")  # fmt: skip
    result = one(tmp_path, "exercise-02-homework", "shift-list", body)
    assert result.score is not None
    assert result.score < 4


@pytest.mark.parametrize(
    ("exercise", "item", "body"),
    [
        ("exercise-01-fear-of-no", "first-yes", "chance = many"),
        ("exercise-01-fear-of-no", "who-does-what", '[roles]\nprospect = "Zoe"'),
        ("exercise-02-homework", "shift-list", "colour = 3"),
        ("exercise-02-homework", "clean-list", 'a = "burn"'),
    ],
)
def test_what_cannot_be_read_is_for_a_person(
    tmp_path: Path, exercise: str, item: str, body: str
) -> None:
    result = one(tmp_path, exercise, item, body)
    assert (result.status, result.score) == ("review", None)
