"""Files for other programs: the columns that they ask for, no formula, no key, no invented zero."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from hand_ins import CATALOG, EXERCISE, hand_in, save

from salescoach.grading import grade
from salescoach.grading.course import Course, CourseExercise, Trainee
from salescoach.grading.course_output import write_course_results
from salescoach.grading.course_result import Cell, CourseResult
from salescoach.grading.exports.excel import workbook_bytes
from salescoach.grading.gradebook.records import InputRecord
from salescoach.keys import choice_keys

TITLE = CATALOG.notebooks[EXERCISE].title
ROSTER = (Trainee("t01", "Ana Lima", "north"), Trainee("t02", "=Ben;+Okoro", "south"),
          Trainee("t03", "Cleo Sand"), Trainee("t04", "Dan Weiss"))  # fmt: skip


@pytest.fixture
def result(tmp_path: Path) -> CourseResult:
    """Four trainees: full, half and late, for review, missing."""
    files = {
        "t01": hand_in("Ana Lima"),
        "t02": hand_in("Ben", voicemail_again="", voicemail_cold="=HYPERLINK(1)\x07"),
        "t03": hand_in("Cleo", voicemail_which='choice = "e"'),
    }
    cells = []
    for trainee in ROSTER:
        if trainee.id not in files:
            cells.append(Cell(trainee, EXERCISE, "missing", None, 26, "Nothing was handed in."))
            continue
        (g,) = grade([save(tmp_path / "in" / f"{trainee.id}.ipynb", files[trainee.id])], CATALOG)
        assert g.max is not None
        cells.append(Cell(trainee, EXERCISE, g.status, g.score, g.max, "", g.file,
                          received="2026-05-01T10:00:00+00:00", items=g.items))  # fmt: skip
    late = replace(cells[1], late_days=2, factor=0.8, score=round((cells[1].score or 0) * 0.8, 2))
    cells[1] = late
    course = Course(tmp_path, "Spring & co", (CourseExercise(EXERCISE),), ROSTER)
    inputs = (
        InputRecord("cut.ipynb", "unreadable", note="The file is empty."),
        InputRecord("=x.ipynb", "unknown-trainee", note="Mallory is not on the roster."),
    )
    return CourseResult(course, tuple(cells), inputs)


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_everything_is_written_and_twice_the_same_bytes(
    result: CourseResult, tmp_path: Path
) -> None:
    for out in "ab":
        write_course_results(result, tmp_path / out)
    names = {str(p.relative_to(tmp_path / "a")) for p in (tmp_path / "a").rglob("*") if p.is_file()}
    assert {n for n in names if not n.startswith("feedback")} == {
        "grades.csv", "items.csv", "files.csv", "report.html", "misconceptions.html",
        "exports/moodle.csv",
        "exports/canvas.csv", "exports/xapi.jsonl", "exports/results.xlsx", "exports/README.txt",
    }  # fmt: skip
    assert sum(n.startswith("feedback") for n in names) == 3
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


def test_the_grades_have_a_row_for_each_trainee_and_no_zero_for_who_is_missing(
    result: CourseResult, tmp_path: Path
) -> None:
    write_course_results(result, tmp_path / "out")
    rows = table(tmp_path / "out" / "grades.csv")
    assert [r["status"] for r in rows] == ["graded", "partly", "review", "missing"]
    assert rows[3]["score"] == ""
    report = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "Dan Weiss (t04)</bdi>: exercise-03-voicemail" in report
    assert "cut.ipynb</bdi></strong>: unreadable. The file is empty." in report


def test_moodle_gets_identity_scores_and_feedback(result: CourseResult, tmp_path: Path) -> None:
    write_course_results(result, tmp_path / "out")
    path = tmp_path / "out" / "exports" / "moodle.csv"
    assert not path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = table(path)
    assert list(rows[0]) == ["ID number", "Full name", TITLE, f"Feedback: {TITLE}",
                             "Course mark of 100"]  # fmt: skip
    assert [r["ID number"] for r in rows] == ["t01", "t02", "t03", "t04"]
    assert float(rows[0][TITLE]) == result.cells[0].score
    assert [r[TITLE] for r in rows[2:]] == ["", ""], "nothing that is open leaves the desk"
    assert float(rows[0]["Course mark of 100"]) == result.final("t01").score
    assert rows[1]["Full name"] == "'=Ben;'+Okoro"


def test_moodle_finds_people_by_mail_where_the_ids_are_addresses(
    result: CourseResult, tmp_path: Path
) -> None:
    roster = tuple(replace(t, id=f"{t.id}@firm.example") for t in ROSTER)
    cells = tuple(replace(c, trainee=t) for c, t in zip(result.cells, roster, strict=True))
    mailed = replace(result, course=replace(result.course, roster=roster), cells=cells)
    write_course_results(mailed, tmp_path / "out")
    rows = table(tmp_path / "out" / "exports" / "moodle.csv")
    assert rows[0]["Email address"] == "t01@firm.example"
    statements = (tmp_path / "out" / "exports" / "xapi.jsonl").read_text("utf-8").splitlines()
    assert json.loads(statements[0])["actor"]["mbox"] == "mailto:t01@firm.example"


def test_canvas_gets_its_header_and_the_row_of_points(result: CourseResult, tmp_path: Path) -> None:
    write_course_results(result, tmp_path / "out")
    path = tmp_path / "out" / "exports" / "canvas.csv"
    lines = list(csv.reader(io.StringIO(path.read_text("utf-8"))))
    assert lines[0] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", TITLE]
    assert lines[1] == ["    Points Possible", "", "", "", "", "26"]
    assert lines[2][:5] == ["Ana Lima", "", "t01", "t01", "north"]
    assert float(lines[2][5]) == result.cells[0].score
    assert [line[5] for line in lines[4:]] == ["", ""]


def test_the_excel_workbook_holds_numbers_and_text_but_no_formula(
    result: CourseResult, tmp_path: Path
) -> None:
    write_course_results(result, tmp_path / "out")
    book = openpyxl.load_workbook(tmp_path / "out" / "exports" / "results.xlsx")
    assert book.sheetnames == ["Course", "Grades", "Items", "Files"]
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "inlineStr"}
    course = list(book["Course"].values)
    assert course[0] == ("id", "name", "group", TITLE, "mark of 100", "complete")
    assert course[1][3] == result.cells[0].score
    assert course[2][1] == "=Ben;+Okoro"
    assert book["Course"]["B3"].quotePrefix
    assert course[4][3] is None
    assert len(list(book["Items"].values)) == 1 + 3 * 4
    raw = zipfile.ZipFile(tmp_path / "out" / "exports" / "results.xlsx")
    assert not any(b"<f>" in raw.read(name) for name in raw.namelist())


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "a\x00b\x1f", "x" * 40_000,
     "=cmd|'/c calc'!A0", "\ufffe", "'quoted"],
    ids=ascii,
)  # fmt: skip
def test_any_text_can_be_written_into_a_workbook(text: str) -> None:
    content = workbook_bytes([("One", ["a"], [[text], [3.5], [None]])])
    sheet = openpyxl.load_workbook(io.BytesIO(content))["One"]
    assert [sheet[f"A{n}"].data_type in ("s", "inlineStr") for n in (2, 3)] == [True, False]
    assert (
        "<f>" not in zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    )


def test_statements_are_valid_unique_and_hold_no_key(result: CourseResult, tmp_path: Path) -> None:
    write_course_results(result, tmp_path / "out")
    text = (tmp_path / "out" / "exports" / "xapi.jsonl").read_text("utf-8")
    said = [json.loads(line) for line in text.splitlines()]
    assert len({s["id"] for s in said}) == len(said) == 4 + 1 + 3 + 1 + 3
    for statement in said:
        assert {"actor", "verb", "object", "id", "version"} <= statement.keys()
        actor = statement["actor"]
        assert ("mbox" in actor) != ("account" in actor)
        score = statement["result"]["score"]
        assert score["min"] <= score["raw"] <= score["max"]
        assert score["scaled"] == pytest.approx(score["raw"] / score["max"], abs=1e-4)
        assert statement["object"]["id"].startswith("https://salescoach.example/")
        datetime.fromisoformat(statement["timestamp"])
    verbs = [s["verb"]["id"].rpartition("/")[2] for s in said]
    assert verbs.count("completed") == 2, "what is under review is not completed"
    assert "correctResponsesPattern" not in text
    for options in choice_keys(CATALOG).values():
        for key in options.values():
            assert key.feedback not in text


@pytest.mark.parametrize("show_keys", [False, True])
def test_pages_say_what_is_right_only_if_the_course_says_so(
    result: CourseResult, tmp_path: Path, show_keys: bool
) -> None:
    shown = replace(result, course=replace(result.course, show_keys=show_keys))
    write_course_results(shown, tmp_path / "out")
    page = next((tmp_path / "out" / "feedback").glob("ana*")).read_text("utf-8")
    comment = result.cells[0].items[2].comment
    assert comment
    assert (comment.replace("'", "&#39;") in page) == show_keys


def test_the_trainee_is_told_what_lateness_cost(result: CourseResult, tmp_path: Path) -> None:
    write_course_results(result, tmp_path / "out")
    page = next((tmp_path / "out" / "feedback").glob("ben*")).read_text("utf-8")
    assert "It came 2 days late, so 80% of its points count." in page
