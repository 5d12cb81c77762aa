"""The course folder: made in one go, read as any editor and spreadsheet writes it, faults told."""

from __future__ import annotations

import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salescoach.catalog import open_catalog
from salescoach.errors import CoachError
from salescoach.grading.course import Fault, open_course
from salescoach.grading.course_reading import read_course
from salescoach.grading.course_template import new_course

CATALOG = open_catalog()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    new_course(tmp_path / "course", "Spring", CATALOG)
    return tmp_path / "course"


def rewrite(folder: Path, old: str, new: str, file: str = "course.toml") -> None:
    path = folder / file
    text = path.read_text("utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def faults_of(folder: Path) -> list[Fault]:
    return [fault for fault in read_course(folder)[1] if not fault.note]


def test_a_new_course_is_complete_and_without_fault(folder: Path) -> None:
    course = open_course(folder)
    assert course.title == "Spring"
    assert {e.id for e in course.exercises} == set(CATALOG.hand_ins)
    weights = {e.id: e.weight for e in course.exercises}
    assert (weights.pop("00-start-here"), weights.pop("10-make-it-a-habit")) == (0, 0)
    assert set(weights.values()) == {1}
    assert [t.id for t in course.roster] == ["t01", "t02"]
    assert len(course.secret) == 32
    assert read_course(folder)[1] == []
    if os.name == "posix":
        assert stat.S_IMODE((folder / "secret.key").stat().st_mode) == 0o600


def test_two_courses_have_two_secrets_and_the_secret_is_not_shown(tmp_path: Path) -> None:
    for name in ("a", "b"):
        new_course(tmp_path / name, name, CATALOG)
    one, other = open_course(tmp_path / "a"), open_course(tmp_path / "b")
    assert one.secret != other.secret
    assert one.secret.hex() not in repr(one)
    assert repr(one.secret) not in repr(one)


def test_an_existing_folder_is_never_touched(folder: Path) -> None:
    before = {p: p.read_bytes() for p in folder.iterdir() if p.is_file()}
    with pytest.raises(CoachError, match="not empty"):
        new_course(folder, "Again", CATALOG)
    assert before == {p: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def test_a_folder_without_a_course_is_told(tmp_path: Path) -> None:
    with pytest.raises(CoachError, match="There is no course"):
        open_course(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "line_holds", "told", "allowed"),
    [
        ('late = "deduct"', 'late = "dedcut"', "late =", "'dedcut'", '"accept", "deduct"'),
        ("late_percent_per_day = 10", "late_percent_per_day = nan", "per_day", "nan", "0 to 100"),
        ("late_percent_per_day = 10", "late_percent_per_day = true", "per_day", "True", "0 to 100"),
        ('repeated = "last"', "repeated = 3", "repeated", "3 is not", '"best"'),
        ("[policies]", "[policys]", "[policys]", "Did you mean 'policies'?", "policies"),
        ("weight = 1", "wieght = 1", "wieght", "Did you mean 'weight'?", "weight"),
        ("weight = 1", "weight = -1", "weight", "-1", "0 or more"),
        ("# due = 2026-12-11T18:00:00", 'due = "Friday"', "due", "'Friday'", "2026-12-11"),
        ('id = "exercise-03-voicemail"', 'id = "exercise-03-voicmail"', "voicmail",
         "Did you mean 'exercise-03-voicemail'?", "exercise-03-voicemail"),
        ('timezone = "UTC"', 'timezone = "Mars/North"', "Mars", "Mars/North", "Europe/London"),
        ('title = "Spring"', "title = Spring", "title", "cannot be read", "one setting a line"),
        ("show_keys = false", 'show_keys = "no"', "show_keys", "'no'", "true or false"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_line_column_and_what_is_allowed(
    folder: Path, old: str, new: str, line_holds: str, told: str, allowed: str
) -> None:
    rewrite(folder, old, new)
    (fault, *_) = faults_of(folder)
    line = (folder / "course.toml").read_text("utf-8").splitlines()[fault.line - 1]
    assert line_holds in line
    assert fault.column > 0
    assert told in fault.problem
    assert allowed in fault.allowed
    with pytest.raises(CoachError, match="course check"):
        open_course(folder)


def test_all_faults_are_listed_not_only_the_first(folder: Path) -> None:
    rewrite(folder, 'late = "deduct"', 'late = "x"')
    rewrite(folder, "weight = 1", 'weight = "y"')
    rewrite(folder, "t02,Ben Example,south", "t 02,Ben Example,south", "roster.csv")
    assert len(faults_of(folder)) >= 3


@pytest.mark.parametrize(
    ("content", "place", "told"),
    [
        (b"", (1, 1), "empty"),
        (b"id,name\nt1,Ana\n", (1, 1), "no column 'group'"),
        (b"id,name,group\n", (2, 1), "Nobody"),
        (b"id,name,group\nt1,Ana,\nT1,Ben,\n", (3, 1), "stands in row 2"),
        (b"id,name,group\n=cmd,Ana,\n", (2, 1), "is not an id"),
        (b"id,name,group\nt1,,\n", (2, 2), "no name"),
        (b"id,name,group\nt1,Lima, Ana,x\n", (2, 4), "4 cells"),
        (b"id,name,group\nt1,\"Ana,x\n", (1, 1), "cannot be read"),
        ("id,name,group\nt1,Ana,\nt2,Zoë,\n".encode("latin-1"), (3, 1), "old encoding"),
        (b"PK\x03\x04", (0, 0), "Excel workbook"),
    ],
)  # fmt: skip
def test_a_fault_of_the_roster_is_told_with_row_and_column(
    folder: Path, content: bytes, place: tuple[int, int], told: str
) -> None:
    (folder / "roster.csv").write_bytes(content)
    (fault, *_) = faults_of(folder)
    assert (fault.line, fault.column) == place
    assert told in fault.problem


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_roster_is_read_as_spreadsheets_write_it(
    folder: Path, encoding: str, separator: str, end: str
) -> None:
    rows = [("Name", "ID", "Group", ""), ("Zoë Ünal", "a.b@c", "x", ""), ("", "", "", "")]
    text = end.join(separator.join(row) for row in rows) + end
    (folder / "roster.csv").write_bytes(text.encode(encoding))
    course = open_course(folder)
    assert [(t.id, t.name, t.group) for t in course.roster] == [("a.b@c", "Zoë Ünal", "x")]
    notes = [str(f) for f in read_course(folder)[1]]
    assert any("semicolons" in note for note in notes) == (separator == ";")


def test_course_toml_may_have_a_mark_and_windows_line_ends(folder: Path) -> None:
    path = folder / "course.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert open_course(folder).title == "Spring"


def test_due_dates_know_their_zone_and_extensions_change_them(folder: Path) -> None:
    rewrite(folder, "# due = 2026-12-11T18:00:00", "due = 2026-12-11")
    rewrite(folder, 'timezone = "UTC"', 'timezone = "America/New_York"')
    name = open_course(folder).exercises[0].id
    (folder / "extensions.csv").write_text(f"id;exercise;due\nT02;{name};2026-12-14 09:00\n")
    course = open_course(folder)
    exercise = course.exercises[0]
    assert course.due("t01", exercise) == datetime(2026, 12, 12, 4, 59, 59, tzinfo=UTC)
    assert course.due("t02", exercise) == datetime(2026, 12, 14, 14, 0, tzinfo=UTC)
    (folder / "extensions.csv").write_text(
        f"id,exercise,due\nt09,{name},x\nt01,no,x\nt01,{name},x\n"
    )
    assert [(f.line, f.column) for f in faults_of(folder)] == [(2, 1), (3, 2), (4, 3)]


def test_a_lost_secret_is_a_fault(folder: Path) -> None:
    (folder / "secret.key").write_text("abc")
    assert "not complete" in faults_of(folder)[0].problem


def test_pools_hold_choice_items_of_equal_worth(folder: Path) -> None:
    path = folder / "course.toml"
    block = '[exercises.variant]\n[[exercises.variant.pools]]\ndraw = {}\nof = [{}]\n'  # fmt: skip
    text = path.read_text("utf-8")
    first = text.index("# [exercises.variant]") if text.count("[[exercises]]") == 1 else text.index(
        "\n[[exercises]]", text.index("exercise-03-voicemail"))  # fmt: skip
    for draw, of, fault in (
        (1, '"voicemail-which", "voicemail-mend"', ""), (3, '"voicemail-which"', "draw"),
        (1, '"voicemail-cold"', "no free choice item"),
    ):  # fmt: skip
        path.write_text(f"{text[:first]}{block.format(draw, of)}{text[first:]}", "utf-8")
        told = " ".join(str(f) for f in faults_of(folder))
        assert fault in told
        assert bool(told) == bool(fault)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damaged_course_files_never_crash_the_check(folder: Path, data: st.DataObject) -> None:
    for name in ("course.toml", "roster.csv"):
        path = folder / name
        content = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(0, 4))):
            place = data.draw(st.integers(0, max(len(content) - 1, 0)))
            content[place : place + data.draw(st.integers(0, 30))] = data.draw(
                st.binary(max_size=20)
            )
        original = path.read_bytes()
        path.write_bytes(bytes(content))
        for fault in read_course(folder)[1]:
            assert str(fault)
        path.write_bytes(original)


@pytest.mark.parametrize(
    "text", ["exercises = 3", "exercises = [3]", "policies = 4", "[exercises]\nid = 3", "",
             "[[exercises]]\nvariant = 3", "[[exercises]]\nvariant = {pools = 3}",
             "[[exercises]]\nvariant = {pools = [3]}", "title = 1e400\ndata = 3\ngradebook = []"],
)  # fmt: skip
def test_settings_of_the_wrong_shape_are_faults(folder: Path, text: str) -> None:
    (folder / "course.toml").write_text(text)
    assert all(str(fault) for fault in faults_of(folder))
    with pytest.raises(CoachError):
        open_course(folder)
