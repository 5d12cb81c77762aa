"""The gradebook of a course: every status, decisions that last, re-grades that are shown first."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from salescoach.answers import format_cell, parse_cell, read_toml
from salescoach.catalog import Catalog, open_catalog, workbook
from salescoach.errors import CoachError
from salescoach.grading.cells import CELL_STATUSES, INPUT_STATUSES
from salescoach.grading.course import Course, open_course
from salescoach.grading.course_desk import grade_course
from salescoach.grading.course_result import Cell, CourseResult
from salescoach.grading.course_template import new_course
from salescoach.grading.gradebook import Gradebook, open_gradebook, opening
from salescoach.grading.gradebook.tables import Base
from salescoach.grading.regrade import regrade
from salescoach.grading.release import release
from salescoach.grading.review_queue import accept, every_answer, find, override, review_queue

CATALOG = open_catalog()
NAME = "exercise-03-voicemail"
SCRIPT = (
    "Hi Tomasz, Ines Duarte from Gearline. I sent you an email on Monday. You are about to run a "
    "third shift; two shops like yours told us that machines stood still at night for want of a "
    "part, and with parts on the shelf they cut that by half. If that is worth a chat, I'm on "
    "0113 496 0122. If not, just say so, that's fine. Otherwise I'll ring again on Thursday."
)
ANSWERS = {
    "voicemail-cold": SCRIPT,
    "voicemail-again": SCRIPT,
    "voicemail-which": 'choice = "b"',
    "voicemail-mend": 'choice = "c"',
}
ROSTER = "id,name,group\nt01,Ana Lima,n\nt02,Ben Okoro,n\nt03,Zoë Ünal,s\n"
MAY = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


class Desk:
    """A course folder with one exercise, and what an instructor does with it."""

    def __init__(self, folder: Path, policies: str = "", roster: str = ROSTER) -> None:
        self.folder = folder
        new_course(folder, "Spring", CATALOG)
        (folder / "roster.csv").write_text(roster, "utf-8")
        self.write(policies)
        self.catalog: Catalog = CATALOG

    def write(self, policies: str = "", exercise: str = "") -> None:
        text = f'title = "Spring"\n[policies]\n{policies}\n[[exercises]]\nid = "{NAME}"\n{exercise}'
        (self.folder / "course.toml").write_text(text, "utf-8")

    @property
    def course(self) -> Course:
        return open_course(self.folder)

    @property
    def book(self) -> Gradebook:
        return open_gradebook(self.course)

    def hand_in(self, name: str, answers: dict[str, str], me: str = "", day: int = 0) -> Path:
        notebook = json.loads((workbook() / "exercises" / f"{NAME}.ipynb").read_text("utf-8"))
        return self.save(name, fill(notebook, answers | ({"me": me} if me else {})), day)

    def save(self, name: str, notebook: object, day: int = 0) -> Path:
        path = self.folder / "inbox" / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(notebook if isinstance(notebook, str) else json.dumps(notebook), "utf-8")
        at = MAY.timestamp() + day * 86_400
        os.utime(path, (at, at))
        return path

    def grade(self, *paths: Path) -> CourseResult:
        return grade_course(self.course, self.catalog, self.book, paths)

    def cell(self, trainee: str = "t01") -> Cell:
        (cell,) = self.grade().cells_of(trainee)
        return cell


def fill(notebook: dict[str, list[dict[str, object]]], answers: dict[str, str]) -> object:
    for cell in notebook["cells"]:
        answer = parse_cell("".join(cell["source"]))  # type: ignore[arg-type]
        if answer and answer.item in answers:
            cell["source"] = format_cell(answer.item, answers[answer.item])
    return notebook


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "spring")


def test_each_trainee_and_exercise_has_one_cell_and_each_file_one_status(desk: Desk) -> None:
    desk.hand_in("a (1).ipynb", ANSWERS, 'id = "t01"')
    desk.hand_in("ü.ipynb", {"voicemail-which": 'choice = "b"'}, 'name = "ben okoro"')
    desk.hand_in("nobody.ipynb", ANSWERS, 'name = "Mallory"')
    desk.save("cut.ipynb", "{")
    desk.save("new.ipynb", '{"nbformat": 99, "cells": []}')
    desk.save("other.ipynb", '{"nbformat": 4, "cells": []}')
    result = desk.grade()
    assert {c.trainee.id: c.status for c in result.cells} == {
        "t01": "graded", "t02": "partly", "t03": "missing",
    }  # fmt: skip
    assert len(result.cells) == len(desk.course.roster) * len(desk.course.exercises)
    assert {i.file.rsplit("/", 1)[-1]: i.status for i in result.inputs} == {
        "a (1).ipynb": "graded", "ü.ipynb": "partly", "nobody.ipynb": "unknown-trainee",
        "cut.ipynb": "unreadable", "new.ipynb": "unsupported", "other.ipynb": "wrong-exercise",
    }  # fmt: skip
    assert all(i.status in INPUT_STATUSES for i in result.inputs)
    assert all(c.status in CELL_STATUSES for c in result.cells)
    assert all(i.note for i in result.inputs if i.status not in ("graded", "partly"))
    assert result.cells[2].score is None, "missing is no zero"


def test_a_second_run_grades_nothing_again_and_finds_the_same(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.hand_in("a.ipynb", ANSWERS, 'id = "t01"')
    before = desk.grade()
    monkeypatch.setattr(
        "salescoach.grading.course_bench.CourseBench.scored",
        lambda *_: pytest.fail("this was graded already"),
    )
    after = desk.grade()
    assert after.cells == before.cells
    assert after.inputs == before.inputs


def test_the_result_does_not_depend_on_the_order_of_files_or_on_workers(tmp_path: Path) -> None:
    results = []
    for number, workers in enumerate((1, 1, 2)):
        desk = Desk(tmp_path / "one" / "spring")
        (desk.folder / "secret.key").write_text("ab" * 32)
        files = [
            desk.hand_in(f"{n}.ipynb", ANSWERS, f'id = "{t}"', day=n)
            for n, t in enumerate(("t01", "t02", "t01", "t03"))
        ]
        random.Random(number).shuffle(files)
        done = grade_course(desk.course, CATALOG, desk.book, files, workers=workers)
        results.append([replace(cell, file="") for cell in done.cells])
        shutil.rmtree(tmp_path / "one")
    assert results[0] == results[1] == results[2]


@pytest.mark.parametrize(("policy", "wanted"), [("last", 1), ("best", 0), ("first", 0)])
def test_which_of_several_hand_ins_counts(tmp_path: Path, policy: str, wanted: int) -> None:
    desk = Desk(tmp_path / "spring", f'repeated = "{policy}"')
    names = ("one.ipynb", "two.ipynb")
    desk.hand_in(names[0], ANSWERS, 'id = "t01"', day=0)
    desk.hand_in(names[1], ANSWERS | {"voicemail-mend": 'choice = "a"'}, 'id = "t01"', day=1)
    cell = desk.cell()
    assert cell.file.endswith(names[wanted])
    assert f"Handed in 2 times; the {policy} counts." in cell.note


def test_a_copy_of_a_file_is_no_second_hand_in(desk: Desk) -> None:
    path = desk.hand_in("one.ipynb", ANSWERS, 'id = "t01"')
    shutil.copy(path, path.with_name("one (1).ipynb"))
    result = desk.grade()
    assert [i.status for i in result.inputs] == ["graded", "graded"]
    assert sum("The same file as" in i.note for i in result.inputs) == 1
    assert "Handed in" not in result.cells[0].note


@pytest.mark.parametrize(
    ("policy", "day", "late", "factor"),
    [
        ('late = "accept"', 3, 3, 1), ('late = "refuse"', 3, 3, 0),
        ('late = "deduct"\nlate_percent_per_day = 20', 3, 3, 0.4),
        ('late = "deduct"\nlate_percent_per_day = 60', 3, 3, 0),
        ('late = "deduct"\nlate_grace_hours = 72', 3, 0, 1), ('late = "deduct"', 0, 0, 1),
    ],
)  # fmt: skip
def test_late_work(desk: Desk, policy: str, day: int, late: int, factor: float) -> None:
    desk.write(policy, "due = 2026-05-04T12:00:00Z")
    desk.hand_in("a.ipynb", ANSWERS, 'id = "t01"', day=day)
    cell = desk.cell()
    assert (cell.late_days, cell.factor) == (late, pytest.approx(factor))
    full = sum(i.score or 0 for i in cell.items)
    assert cell.score == pytest.approx(full * factor)
    assert ("late" in cell.note) == bool(late)
    (desk.folder / "extensions.csv").write_text(f"id,exercise,due\nt01,{NAME},2026-05-09\n")
    assert desk.cell().late_days == 0


def test_touching_a_file_does_not_make_it_late(desk: Desk) -> None:
    desk.write('late = "refuse"', "due = 2026-05-05T12:00:00Z")
    path = desk.hand_in("a.ipynb", ANSWERS, 'id = "t01"')
    assert desk.cell().factor == 1
    os.utime(path)
    shutil.copyfile(path, path.with_name("b.ipynb"))
    assert desk.cell().factor == 1


def test_nothing_to_grade_is_told(desk: Desk) -> None:
    with pytest.raises(CoachError, match="no notebook to grade"):
        desk.grade()


def test_marks_are_weighted_and_missing_work_leaves_them_incomplete(desk: Desk) -> None:
    desk.hand_in("a.ipynb", ANSWERS, 'id = "t01"')
    result = desk.grade()
    cell = result.cells[0]
    assert cell.score is not None
    assert result.final("t01").score == pytest.approx(100 * cell.score / cell.max, abs=0.01)
    assert result.final("t01").complete
    assert (result.final("t03").score, result.final("t03").complete) == (0, False)


# --- variants --------------------------------------------------------------------------------

VARIANT = "[exercises.variant]\nsignals = 3\nsignal_points = 4\n"


def released(desk: Desk, trainee: str, answer: Callable[[str], str]) -> object:
    release(desk.course, CATALOG, desk.folder / "release")
    import zipfile

    (bundle,) = (desk.folder / "release").glob(f"{trainee}-*.zip")
    with zipfile.ZipFile(bundle) as opened:
        notebook = json.loads(opened.read(f"hand-in/{NAME}.ipynb"))
    ids = [a.item for c in notebook["cells"] if (a := parse_cell("".join(c["source"])))]
    return fill(notebook, {i: answer(i) for i in ids if i not in ("me", *ANSWERS)} | ANSWERS)


def test_a_released_variant_is_graded_by_its_own_items(desk: Desk) -> None:
    desk.write("", VARIANT)
    desk.save("a.ipynb", released(desk, "t01", lambda _: 'choice = "a"'))
    cell = desk.cell()
    assert cell.status == "graded"
    assert cell.max == 26 + 3 * 4
    drawn = [i for i in cell.items if i.item.id.endswith("-kind")]
    assert len(drawn) == 3
    assert all(i.response == "a" for i in drawn)
    assert desk.grade().cells_of("t03")[0].max == 38, "also where nothing was handed in"


def test_somebody_elses_notebook_changes_nobodys_result(desk: Desk) -> None:
    desk.write("", VARIANT)
    desk.save("a.ipynb", released(desk, "t01", lambda _: 'choice = "a"'))
    before = {c.trainee.id: c for c in desk.grade().cells}
    stolen = json.dumps(released(desk, "t01", lambda _: 'choice = "b"'))
    desk.save("b.ipynb", stolen.replace("Ana Lima", "Ben Okoro").replace('\\"t01\\"', '\\"t02\\"'))
    result = desk.grade()
    assert [i.status for i in result.inputs] == ["graded", "review"]
    assert {c.trainee.id: c for c in result.cells} == before
    desk.save("t02/b.ipynb", stolen.replace("Ana Lima", "Ben Okoro"))
    (desk.folder / "inbox" / "b.ipynb").unlink()
    result = desk.grade()
    assert result.cells_of("t01") == [before["t01"]]
    (cell,) = result.cells_of("t02")
    assert cell.status == "review"
    assert "another variant" in cell.note


def test_the_plain_exercise_is_not_the_variant(desk: Desk) -> None:
    desk.write("", VARIANT)
    desk.hand_in("a.ipynb", ANSWERS, 'id = "t01"')
    cell = desk.cell()
    assert cell.status == "review"
    assert "not the notebook that was released" in cell.note


def test_a_variant_is_graded_as_it_was_released_although_the_bank_changed(
    desk: Desk, tmp_path: Path
) -> None:
    desk.write("", VARIANT)
    notebook = released(desk, "t01", lambda _: 'choice = "a"')
    pack = tmp_path / "pack"
    shutil.copytree(workbook() / "data", pack)
    path = pack / "keys" / "signals.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line.replace(",1\n", ",3\n") for line in lines), "utf-8", newline="")
    desk.catalog = Catalog(pack)
    desk.save("a.ipynb", notebook)
    cell = desk.cell()
    cells = notebook["cells"]  # type: ignore[index]
    me = next(a.body for c in cells if (a := parse_cell("".join(c["source"]))) and a.item == "me")
    names = [n for n in read_toml(me)["items"].split() if n in CATALOG.signals]
    assert {i.item.id.partition("-")[0] for i in cell.items[4:]} == set(names)
    assert cell.status == "graded"
    assert "The bank has changed since the release" in cell.note


# --- decisions -------------------------------------------------------------------------------

UNREADABLE = {"voicemail-which": "choice = b"}


def test_an_override_is_kept_with_who_why_and_when(desk: Desk) -> None:
    desk.hand_in("a.ipynb", ANSWERS | UNREADABLE, 'id = "t01"')
    before = desk.cell()
    assert before.status == "review"
    (first, *_) = review_queue(desk.course, CATALOG, desk.book.snapshot())
    assert (first.item, first.urgent, first.score) == ("voicemail-which", True, None)
    desk.book.decide(override(first, "2.5", "Kim", "meant b"))
    cell = desk.cell()
    item = next(i for i in cell.items if i.item.id == "voicemail-which")
    assert (cell.status, item.score) == ("graded", 2.5)
    assert "Kim gave 2.5" in item.reason
    assert "meant b" in item.reason
    assert item.decided.startswith("Kim gave 2.5 points on 20")
    assert before.score is not None
    assert cell.score == pytest.approx(before.score + 2.5)
    left = review_queue(desk.course, CATALOG, desk.book.snapshot())
    assert not [w for w in left if w.item == "voicemail-which"]


def test_a_changed_answer_turns_an_override_into_a_review_that_shows_both(desk: Desk) -> None:
    desk.hand_in("a.ipynb", ANSWERS | UNREADABLE, 'id = "t01"')
    desk.grade()
    (first, *_) = review_queue(desk.course, CATALOG, desk.book.snapshot())
    desk.book.decide(override(first, 3, "Kim", "meant b"))
    desk.hand_in("b.ipynb", ANSWERS | {"voicemail-which": 'choice = "d"'}, 'id = "t01"', day=1)
    cell = desk.cell()
    item = next(i for i in cell.items if i.item.id == "voicemail-which")
    assert (cell.status, item.status, item.score) == ("review", "review", None)
    assert 'choice = "d"' in item.body
    assert "choice = b" in item.body
    (again, *_) = review_queue(desk.course, CATALOG, desk.book.snapshot())
    assert (again.before, again.body) == ("choice = b", 'choice = "d"')
    desk.book.decide(accept(again, "Kim"))
    cell = desk.cell()
    item = next(i for i in cell.items if i.item.id == "voicemail-which")
    assert (cell.status, item.score) == ("graded", again.score)


def test_the_same_answer_handed_in_again_keeps_its_override(desk: Desk) -> None:
    desk.hand_in("a.ipynb", ANSWERS | UNREADABLE, 'id = "t01"')
    desk.grade()
    (first, *_) = review_queue(desk.course, CATALOG, desk.book.snapshot())
    desk.book.decide(override(first, 3, "Kim", "meant b"))
    changed = ANSWERS | UNREADABLE | {"voicemail-mend": 'choice = "a"'}
    desk.hand_in("b.ipynb", changed, 'id = "t01"', day=1)
    item = next(i for i in desk.cell().items if i.item.id == "voicemail-which")
    assert (item.status, item.score) == ("graded", 3)


def test_a_doubt_about_a_whole_hand_in_can_be_settled(desk: Desk) -> None:
    desk.write("", VARIANT)
    desk.hand_in("a.ipynb", ANSWERS, 'id = "t01"')
    desk.grade()
    (first, *_) = review_queue(desk.course, CATALOG, desk.book.snapshot())
    assert first.item == ""
    desk.book.decide(accept(first, "Kim", "was ill, did the plain one"))
    assert desk.cell().status == "partly"
    desk.book.decide(override(first, 20, "Kim", "oral answers for the rest"))
    assert desk.cell().score == 20


@pytest.mark.parametrize("score", [-1, 4, "nan", "inf", "three", None, True])
def test_impossible_points_are_refused(desk: Desk, score: object) -> None:
    desk.hand_in("a.ipynb", ANSWERS | UNREADABLE, 'id = "t01"')
    desk.grade()
    (first, *_) = review_queue(desk.course, CATALOG, desk.book.snapshot())
    with pytest.raises(CoachError, match="cannot be given"):
        override(first, score, "Kim", "why")
    with pytest.raises(CoachError, match="a reason"):
        override(first, 1, "Kim", "  ")
    with pytest.raises(CoachError, match="who decides"):
        override(first, 1, "", "why")
    with pytest.raises(CoachError, match="no score that could be accepted"):
        accept(first, "Kim")


# --- correcting a key ------------------------------------------------------------------------


def corrected(tmp_path: Path) -> Catalog:
    """The built-in pack with the key of one choice item corrected: a is right, c no more."""
    pack = tmp_path / "pack"
    if not pack.exists():
        shutil.copytree(workbook() / "data", pack)
        path = pack / "keys" / "choices.csv"
        text = path.read_text("utf-8")
        for option, credit in (("a", 1), ("c", 0)):
            start = text.index(f"voicemail-mend,{option},")
            head = f"voicemail-mend,{option},"
            rest = text[start + len(head) :]
            text = text[:start] + head + str(credit) + rest[rest.index(",") :]
        path.write_text(text, "utf-8", newline="")
    return Catalog(pack)


def test_a_corrected_key_is_shown_before_it_is_written(desk: Desk, tmp_path: Path) -> None:
    desk.hand_in("a.ipynb", ANSWERS, 'id = "t01"')
    desk.hand_in("b.ipynb", ANSWERS | {"voicemail-mend": 'choice = "a"'}, 'id = "t02"')
    before = desk.grade()
    desk.catalog = corrected(tmp_path)
    assert desk.grade().cells[0].score == before.cells[0].score, "grading changes no old grade"
    assert desk.grade().stale == 2
    snapshot = desk.book.snapshot()
    found = regrade(desk.course, desk.catalog, snapshot)
    assert desk.book.snapshot() == snapshot, "nothing was written"
    items = {(c.trainee): (c.before.score, c.after.score) for c in found.changes}
    assert items == {"t01": (3, 0), "t02": (0, 3)}
    assert all(c.why == "key changed" for c in found.changes)
    assert [line.item for line in found.lines] == ["", "voicemail-mend"] * 2
    desk.book.change(found.changes)
    after = desk.grade()
    for number, sign in ((0, -3), (1, 3)):
        old, new = before.cells[number].score, after.cells[number].score
        assert old is not None
        assert new == pytest.approx(old + sign)
    assert after.stale == 0
    assert regrade(desk.course, desk.catalog, desk.book.snapshot()).changes == ()
    with sqlite3.connect(desk.folder / "gradebook.sqlite") as database:
        logged = database.execute("SELECT trainee, why, before FROM changes").fetchall()
    assert [(row[0], row[1]) for row in logged] == [("t01", "key changed"), ("t02", "key changed")]
    assert json.loads(logged[0][2])["score"] == 3


def test_an_override_survives_a_regrade(desk: Desk, tmp_path: Path) -> None:
    desk.hand_in("a.ipynb", ANSWERS, 'id = "t01"')
    desk.grade()
    answers = every_answer(desk.course, CATALOG, desk.book.snapshot())
    mend = find(answers, "T01", NAME, "voicemail-mend")
    assert mend is not None
    desk.book.decide(override(mend, 1.5, "Kim", "half right"))
    before = desk.cell()
    desk.catalog = corrected(tmp_path)
    found = regrade(desk.course, desk.catalog, desk.book.snapshot())
    assert any("Kim decided stays" in line.why for line in found.lines)
    desk.book.change(found.changes)
    assert desk.cell().score == before.score


def test_an_accepted_score_that_a_regrade_changes_is_no_longer_accepted(
    desk: Desk, tmp_path: Path
) -> None:
    desk.hand_in("a.ipynb", ANSWERS, 'id = "t01"')
    desk.grade()
    mend = find(every_answer(desk.course, CATALOG, desk.book.snapshot()), "t01", NAME,
                "voicemail-mend")  # fmt: skip
    assert mend is not None
    desk.book.decide(accept(mend, "Kim"))
    assert "Looked at by Kim" in desk.cell().items[3].reason
    desk.catalog = corrected(tmp_path)
    desk.book.change(regrade(desk.course, desk.catalog, desk.book.snapshot()).changes)
    assert desk.cell().items[3].score == 0
    assert "Looked at" not in desk.cell().items[3].reason


def test_every_grade_keeps_answer_key_and_rubric(desk: Desk) -> None:
    desk.hand_in("a.ipynb", ANSWERS, 'id = "t01"')
    desk.grade()
    (hand_in,) = desk.book.snapshot().hand_ins
    assert len(hand_in.grades) == 4
    for grade in hand_in.grades:
        assert len(grade.answer_hash) == 64
        assert len(grade.key_version) == 16
        assert bool(grade.rubric_version) == (grade.item in ("voicemail-cold", "voicemail-again"))
    assert len({g.answer_hash for g in hand_in.grades}) == 4


def test_a_regrade_is_written_whole_or_not_at_all(desk: Desk, tmp_path: Path) -> None:
    desk.hand_in("a.ipynb", ANSWERS, 'id = "t01"')
    desk.grade()
    before = desk.book.snapshot()
    found = regrade(desk.course, corrected(tmp_path), before)
    lost = replace(found.changes[0], hand_in=999)
    with pytest.raises(CoachError):
        desk.book.change([*found.changes, lost])
    assert desk.book.snapshot() == before


# --- the database ----------------------------------------------------------------------------


def test_the_steps_lead_to_the_tables_and_to_the_version_that_is_asked_for(desk: Desk) -> None:
    book = desk.book
    with book.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []
        assert context.get_current_revision() == opening.VERSION
    steps = ScriptDirectory(str(Path(opening.__file__).parent / "migrations"))
    assert steps.get_heads() == [opening.VERSION]


def test_only_the_owner_can_read_the_gradebook(desk: Desk) -> None:
    book = desk.book
    assert book.snapshot().hand_ins == []
    if os.name == "posix":
        assert (desk.folder / "gradebook.sqlite").stat().st_mode & 0o077 == 0


def test_a_gradebook_of_a_later_version_is_left_alone(desk: Desk) -> None:
    book = desk.book
    book.close()
    with sqlite3.connect(desk.folder / "gradebook.sqlite") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(CoachError, match="later version"):
        _ = desk.book


def test_a_damaged_gradebook_is_told(desk: Desk) -> None:
    (desk.folder / "gradebook.sqlite").write_bytes(b"this is no database" * 100)
    with pytest.raises(CoachError, match="not a gradebook"):
        _ = desk.book


def test_a_locked_gradebook_is_told_and_loses_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LOCK_SECONDS", 0.1)
    desk.hand_in("a.ipynb", ANSWERS, 'id = "t01"')
    book = desk.book
    other = sqlite3.connect(desk.folder / "gradebook.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(CoachError, match="in use by another program"):
        grade_course(desk.course, CATALOG, book)
    other.execute("ROLLBACK")
    other.close()
    assert desk.cell().status == "graded"


def test_a_full_disk_is_told_and_leaves_nothing_half(desk: Desk) -> None:
    for number in range(30):
        text = {"voicemail-cold": f"{SCRIPT} {number}"}
        desk.hand_in(f"{number}.ipynb", ANSWERS | text, 'id = "t01"', day=number)
    book = desk.book
    with book.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()

    from sqlalchemy import event

    @event.listens_for(book.engine, "connect")
    def _small(connection, _):  # type: ignore[no-untyped-def]
        connection.execute(f"PRAGMA max_page_count = {pages + 8}")

    book.close()
    with pytest.raises(CoachError, match="disk is full"):
        grade_course(desk.course, CATALOG, book)
    assert desk.book.snapshot().hand_ins == []
    assert len(desk.grade().inputs) == 30


@pytest.mark.parametrize(
    "url", ["nonsense", "oracle9://x", "sqlite:////nowhere/at/all.db", "postgresql+psycopg://u:geheim@127.0.0.1:1/x"],
)  # fmt: skip
def test_an_address_that_leads_nowhere_is_told_without_its_password(
    desk: Desk, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(opening.URL_VARIABLE, url)
    with pytest.raises(CoachError) as told:
        _ = desk.book
    assert "geheim" not in str(told.value)


def test_two_courses_can_share_a_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(opening.URL_VARIABLE, f"sqlite:///{tmp_path / 'all.sqlite'}")
    one, two = Desk(tmp_path / "one"), Desk(tmp_path / "two")
    one.hand_in("a.ipynb", ANSWERS, 'id = "t01"')
    assert Counter(c.status for c in one.grade().cells) == {"graded": 1, "missing": 2}
    with pytest.raises(CoachError, match="no notebook"):
        two.grade()
    assert two.book.snapshot().inputs == []


def test_without_its_extra_the_gradebook_says_how_to_install_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "alembic", None)
    with pytest.raises(CoachError, match=r"salescoach\[desk\]"):
        _ = desk.book
