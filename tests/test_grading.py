"""Grading by reading: every file ends as one row with the right status, never a crash."""

from __future__ import annotations

import csv
import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from salescoach.answers import format_cell
from salescoach.catalog import open_catalog, workbook
from salescoach.cli import app
from salescoach.errors import CoachError
from salescoach.grading import grade
from salescoach.grading.desk import FILE_STATUSES, Grade
from salescoach.grading.output import write_results
from salescoach.grading.tables import GRADE_COLUMNS, ITEM_COLUMNS

CATALOG = open_catalog()
EXERCISE = workbook() / "exercises" / "exercise-03-voicemail.ipynb"
SCRIPT = (
    "Hi Tomasz, Ines Duarte from Gearline. I sent you an email on Monday. You are about to run a "
    "third shift; two shops like yours told us that machines stood still at night for want of a "
    "part, and with parts on the shelf they cut that by half. If that is worth a chat, I'm on "
    "0113 496 0122. If not, just say so, that's fine. Otherwise I'll ring again on Thursday."
)
ANSWERS = {
    "me": 'name = "Ana Lima"',
    "voicemail-cold": SCRIPT,
    "voicemail-again": SCRIPT,
    "voicemail-which": 'choice = "b"',
    "voicemail-mend": 'choice = "c"',
}


def notebook(answers: dict[str, str], **metadata: Any) -> dict[str, Any]:
    """The released exercise with answers filled in, as a trainee hands it in."""
    filled = json.loads(EXERCISE.read_text("utf-8"))
    for cell in filled["cells"]:
        first = "".join(cell["source"]).partition("\n")[0]
        item = first.removeprefix("%%answer ")
        if first.startswith("%%answer") and item in answers:
            cell["source"] = format_cell(item, answers[item])
    filled["metadata"] |= metadata
    return filled


def hand_in(folder: Path, answers: dict[str, str], name: str = "hand-in.ipynb") -> Path:
    path = folder / name
    path.write_text(json.dumps(notebook(answers)), "utf-8")
    return path


def grade_one(path: Path) -> Grade:
    (only,) = grade([path], CATALOG)
    return only


def test_a_full_hand_in_is_graded(tmp_path: Path) -> None:
    result = grade_one(hand_in(tmp_path, ANSWERS))
    assert (result.trainee, result.exercise, result.status) == (
        "Ana Lima", "exercise-03-voicemail", "graded",
    )  # fmt: skip
    assert result.max == 26
    assert result.note == ""
    assert result.score is not None
    assert result.score > 20
    assert [r.score for r in result.items][2:] == [3, 3]


def test_a_blank_hand_in_is_blank_and_earns_nothing(tmp_path: Path) -> None:
    result = grade_one(hand_in(tmp_path, {}))
    assert (result.status, result.score) == ("blank", 0)
    assert "No name was given" in result.note


def test_a_half_hand_in_is_partly(tmp_path: Path) -> None:
    result = grade_one(hand_in(tmp_path, {"me": ANSWERS["me"], "voicemail-which": 'choice = "c"'}))
    assert result.status == "partly"
    assert result.score == pytest.approx(1.2)
    assert "Left blank: voicemail-cold, voicemail-again, voicemail-mend." in result.note


def test_the_score_of_a_script_follows_the_rubric(tmp_path: Path) -> None:
    good, bad = (
        grade_one(hand_in(tmp_path, ANSWERS | {"voicemail-cold": text})).items[0]
        for text in (SCRIPT, "Call me back.")
    )
    assert good.score is not None
    assert bad.score is not None
    assert good.score > bad.score + 5
    assert "Open: " in bad.reason


def broken(tmp_path: Path, content: bytes) -> Grade:
    path = tmp_path / "broken.ipynb"
    path.write_bytes(content)
    return grade_one(path)


GOOD = json.dumps(notebook(ANSWERS)).encode()


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", "unreadable"), (b"   \n", "unreadable"), (GOOD[: len(GOOD) // 2], "unreadable"),
        (b"[]", "unreadable"), (b'"text"', "unreadable"), (b"{}", "unreadable"),
        (b'{"cells": 3}', "unreadable"), (b"\x00\x01\x02", "unreadable"),
        (b"PK\x03\x04 a zip", "unreadable"), (b"[" * 100_000, "unreadable"),
        (b'{"nbformat": 99, "cells": []}', "unsupported"),
        (b'{"nbformat": 4, "cells": []}', "wrong-exercise"),
        (b'{"nbformat": 4, "cells": [3, null, {"cell_type": "code", "source": 7}]}',
         "wrong-exercise"),
        (b'{"nbformat": 2, "worksheets": 5}', "unreadable"),
    ],
)  # fmt: skip
def test_a_broken_file_has_a_status_and_a_sentence_but_no_score(
    tmp_path: Path, content: bytes, status: str
) -> None:
    result = broken(tmp_path, content)
    assert result.status == status
    assert result.score is None
    assert result.note.endswith(".")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_the_encoding_does_not_change_the_score(tmp_path: Path, encoding: str) -> None:
    text = json.dumps(notebook(ANSWERS), ensure_ascii=False).replace("\n", "\r\n")
    result = broken(tmp_path, text.encode(encoding))
    assert result.score == grade_one(hand_in(tmp_path, ANSWERS)).score


def test_an_old_notebook_is_upgraded_and_scores_the_same(tmp_path: Path) -> None:
    new = nbformat.reads(json.dumps(notebook(ANSWERS)), as_version=4)
    old = nbformat.convert(new, 3)
    result = broken(tmp_path, json.dumps(old).encode())
    assert result.score == grade_one(hand_in(tmp_path, ANSWERS)).score


def test_a_stripped_notebook_is_known_by_its_items(tmp_path: Path) -> None:
    cells = [{"cell_type": "code", "source": format_cell(k, v)} for k, v in ANSWERS.items()]
    result = broken(tmp_path, json.dumps({"nbformat": 4, "cells": cells}).encode())
    assert (result.status, result.exercise) == ("graded", "exercise-03-voicemail")


def test_a_lesson_handed_in_is_the_wrong_exercise(tmp_path: Path) -> None:
    lesson = workbook() / "notebooks" / "03-a-voicemail-that-gets-heard.ipynb"
    result = broken(tmp_path, lesson.read_bytes())
    assert result.status == "wrong-exercise"
    assert "not an exercise" in result.note


def test_the_same_answer_twice_counts_once_and_two_answers_are_for_review(tmp_path: Path) -> None:
    for second, status in ((SCRIPT, "graded"), ("Something else.", "review")):
        filled = notebook(ANSWERS)
        filled["cells"].append(
            {"cell_type": "code", "source": format_cell("voicemail-cold", second)}
        )
        result = broken(tmp_path, json.dumps(filled).encode())
        assert result.status == status
    assert result.items[0].score is None
    assert "for you to look at: voicemail-cold" in result.note.lower()


def test_a_deleted_cell_is_missing(tmp_path: Path) -> None:
    filled = notebook(ANSWERS)
    filled["cells"] = [c for c in filled["cells"] if "voicemail-cold" not in str(c["source"])]
    result = broken(tmp_path, json.dumps(filled).encode())
    assert result.items[0].status == "missing"
    assert "Without their cell: voicemail-cold." in result.note


def test_malformed_toml_is_for_review_with_line_and_column(tmp_path: Path) -> None:
    result = grade_one(hand_in(tmp_path, ANSWERS | {"voicemail-which": "choice = b"}))
    assert (result.status, result.items[2].score) == ("review", None)
    assert "Line 2, column 10" in result.items[2].reason


def test_a_mistyped_first_line_is_read_and_noted(tmp_path: Path) -> None:
    text = json.dumps(notebook(ANSWERS)).replace(
        "%%answer voicemail-cold", "%Answer Voicemail-Cold"
    )
    result = broken(tmp_path, text.encode())
    assert result.status == "graded"
    assert "mistyped" in result.note


def test_directories_fifos_and_missing_files_have_a_row(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "folder.ipynb").mkdir(parents=True)
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.ipynb")
    results = grade([folder, tmp_path / "gone.ipynb"], CATALOG)
    assert {r.status for r in results} == {"unreadable"}
    assert len(results) == len(list(folder.iterdir())) + 1


def test_nothing_to_grade_is_told(tmp_path: Path) -> None:
    with pytest.raises(CoachError, match="no notebook to grade"):
        grade([tmp_path], CATALOG)


def test_check_points_are_left_out_and_no_file_counts_twice(tmp_path: Path) -> None:
    path = hand_in(tmp_path, ANSWERS)
    (tmp_path / ".ipynb_checkpoints").mkdir()
    hand_in(tmp_path / ".ipynb_checkpoints", ANSWERS)
    assert len(grade([tmp_path, path], CATALOG)) == 1


def test_nothing_a_trainee_wrote_is_executed(tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    code = f"open({str(canary)!r}, 'w').write('x')"
    filled = notebook(ANSWERS)
    filled["cells"].insert(0, {"cell_type": "code", "source": code})
    filled["cells"].append(
        {"cell_type": "code", "source": f"%%answer voicemail-cold\n{{{{{code}}}}}"}
    )
    path = tmp_path / "hand-in.ipynb"
    path.write_text(json.dumps(filled))
    before = set(sys.modules)
    write_results(grade([path], CATALOG), tmp_path / "out")
    assert not canary.exists()
    assert not {m for m in set(sys.modules) - before if "jupyter_client" in m or "ipykernel" in m}


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_mutated_notebooks_never_crash_the_desk(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(content) - 1))
        cut = data.draw(st.integers(0, 40))
        content[place : place + cut] = data.draw(st.binary(max_size=40))
    result = broken(tmp_path, bytes(content))
    assert result.status in FILE_STATUSES
    assert (result.score is None) == (not result.items)
    write_results([result], tmp_path / "out")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_tables_and_pages_are_written(tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    hand_in(folder, ANSWERS, "Ana (1).ipynb")
    hand_in(folder, ANSWERS | {"me": 'name = "Ben <b>Okoro</b>"'}, "ünïcode.ipynb")
    (folder / "cut.ipynb").write_bytes(GOOD[:100])
    done = CliRunner().invoke(app, ["grade", str(folder), "--out", str(tmp_path / "out")])
    assert done.exit_code == 1, "one file could not be graded"
    assert "cut.ipynb: unreadable." in done.stderr
    grades = rows(tmp_path / "out" / "grades.csv")
    assert tuple(grades[0]) == GRADE_COLUMNS
    assert sorted(r["status"] for r in grades) == ["graded", "graded", "unreadable"]
    assert next(r for r in grades if r["status"] == "unreadable")["score"] == ""
    items = rows(tmp_path / "out" / "items.csv")
    assert tuple(items[0]) == ITEM_COLUMNS
    assert len(items) == 8
    pages = list((tmp_path / "out" / "feedback").iterdir())
    assert len(pages) == 2
    report = (tmp_path / "out" / "report.html").read_text("utf-8")
    for page in pages:
        assert f'href="feedback/{page.name}"' in report
    assert "<b>Okoro</b>" not in report
    assert "Ben &lt;b&gt;Okoro" in report


def test_a_page_runs_no_script_and_marks_the_evidence(tmp_path: Path) -> None:
    evil = SCRIPT + " <script>alert(1)</script><img src=x onerror=alert(2)>"
    result = grade_one(hand_in(tmp_path, ANSWERS | {"voicemail-cold": evil}))
    write_results([result], tmp_path)
    page = next((tmp_path / "feedback").iterdir()).read_text("utf-8")
    assert "<script" not in page
    assert "<img" not in page
    assert "default-src 'none'" in page
    marked = re.findall(r'<mark class="good">(.*?)</mark>', page, re.DOTALL)
    assert any("Gearline" in mark for mark in marked)
    assert "&lt;script&gt;" in page


def test_a_formula_in_a_name_stays_text(tmp_path: Path) -> None:
    path = hand_in(tmp_path, ANSWERS | {"me": "name = '=HYPERLINK(\"x\")'"})
    write_results([grade_one(path)], tmp_path)
    assert rows(tmp_path / "grades.csv")[0]["trainee"] == '\'=HYPERLINK("x")'


def test_two_trainees_of_one_name_get_two_pages_and_repeats_are_noted(tmp_path: Path) -> None:
    paths = [hand_in(tmp_path, ANSWERS, name) for name in ("a.ipynb", "b.ipynb")]
    results = grade(paths, CATALOG)
    write_results(results, tmp_path)
    assert len(list((tmp_path / "feedback").iterdir())) == 2
    assert all("Handed in 2 times" in r.note for r in results)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file in the way")
    with pytest.raises(CoachError, match="cannot be written"):
        write_results([grade_one(hand_in(tmp_path, ANSWERS))], tmp_path / "out")


def test_a_lone_surrogate_does_not_stop_the_desk(tmp_path: Path) -> None:
    text = json.dumps(notebook(ANSWERS)).replace("Hi Tomasz", "Hi \\ud800 Tomasz")
    result = broken(tmp_path, text.encode())
    assert result.status == "graded"
    write_results([result], tmp_path)


def test_grading_again_gives_the_same_bytes(tmp_path: Path) -> None:
    path = hand_in(tmp_path, ANSWERS)
    for out in ("one", "two"):
        write_results(grade([path], CATALOG), tmp_path / out)
    for name in ("grades.csv", "items.csv", "report.html"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_an_objection_reaches_the_instructor(tmp_path: Path) -> None:
    said = 'voicemail-cold.hook = "I begin with their third shift."'
    result = grade_one(hand_in(tmp_path, ANSWERS | {"objections": said}))
    assert "Sees it differently in voicemail-cold, hook: “I begin with their" in result.note
    result = grade_one(hand_in(tmp_path, ANSWERS | {"objections": "hook = "}))
    assert "cell of objections cannot be read" in result.note
    assert result.status == "graded"
