"""The class profile of a course: only with leave, only of enough people, and nothing personal."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from a_course import CATALOG, FIRST, KEYS, LAST, form, hand_in, make
from typer.testing import CliRunner

from salescoach.assessment import CLASS_FILE, fits, read_text
from salescoach.cli import app
from salescoach.errors import CoachError
from salescoach.grading.course import open_course
from salescoach.grading.course_reading import read_course


def run(*words: str) -> str:
    result = CliRunner().invoke(app, list(words))
    if isinstance(result.exception, CoachError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output


def graded(folder: Path, forms: int, last: int = 0) -> Path:
    for n in range(1, forms + 1):
        hand_in(folder, f"t{n:02}", FIRST, {"assessment-a": form("a", 5 + n)})
    for n in range(1, last + 1):
        hand_in(folder, f"t{n:02}", LAST, {"assessment-b": form("b", 8 + n)})
    run("grade", "--course", str(folder))
    return folder


def test_it_needs_the_leave_of_the_instructor(tmp_path: Path) -> None:
    folder = make(tmp_path / "spring", 9, "share_class_profile = false")
    assert not open_course(folder).share_class_profile
    with pytest.raises(CoachError, match="gives no class profile") as told:
        run("course", "class-profile", str(folder))
    assert "share_class_profile = true" in str(told.value)
    assert not (folder / CLASS_FILE).exists()


def test_the_setting_is_checked(tmp_path: Path) -> None:
    folder = make(tmp_path / "spring", 2, 'share_class_profile = "yes"')
    (fault,) = read_course(folder)[1]
    assert (fault.line, fault.allowed) == (7, "true or false")
    folder = make(tmp_path / "other", 2, "share_class_profil = true")
    (fault,) = read_course(folder)[1]
    assert "Did you mean 'share_class_profile'?" in fault.problem


def test_the_forms_are_part_of_a_course(tmp_path: Path) -> None:
    folder = graded(make(tmp_path / "spring", 2), 1, 1)
    grades = (folder / "results" / "grades.csv").read_text("utf-8-sig")
    assert "Person 01 (t01),00-start-here,graded,6,20" in grades
    assert "Person 01 (t01),10-make-it-a-habit,graded,9,20" in grades
    assert "wrong-exercise" not in (folder / "results" / "files.csv").read_text("utf-8-sig")
    assert "1 person took both" in (folder / "results" / "report.html").read_text("utf-8")


def test_the_figures_are_those_of_the_class_and_hold_nothing_personal(tmp_path: Path) -> None:
    folder = make(tmp_path / "spring", 12)
    hand_in(folder, "t11", FIRST, {"assessment-a": form("a", 3, asked=19)})
    hand_in(folder, "t12", FIRST, {"assessment-a": "q01 = "})
    graded(folder, 10, 3)
    told = run("course", "class-profile", str(folder))
    assert "Form A: 10 complete." in told
    assert "Form B: 3 complete, which is fewer than 8: left out." in told
    content = (folder / CLASS_FILE).read_bytes()
    found = read_text(content)
    assert set(found.forms) == {"a"}
    fits(found.forms["a"], CATALOG.assessment["a"])
    # The ten have 6 to 15 right: the third from below 8, the third from above 13.
    assert (found.forms["a"].people, found.forms["a"].middle_half) == (10, (8, 13))
    assert found.forms["a"].median == 10.5
    text = content.decode()
    assert "Person" not in text
    assert "t01" not in text
    assert not [k for k in KEYS.values() if k.reason in text or k.id in text]


def test_too_few_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    folder = graded(make(tmp_path / "spring", 9), 7)
    with pytest.raises(CoachError, match="form A 7") as told:
        run("course", "class-profile", str(folder))
    assert "8 or more" in str(told.value)
    assert not (folder / CLASS_FILE).exists()


def test_a_second_file_does_not_give_the_latecomer_away(tmp_path: Path) -> None:
    folder = graded(make(tmp_path / "spring", 20), 8)
    run("course", "class-profile", str(folder))
    first = (folder / CLASS_FILE).read_bytes()
    run("course", "class-profile", str(folder))
    assert (folder / CLASS_FILE).read_bytes() == first
    graded(folder, 9)
    with pytest.raises(CoachError, match="work out what those few answered"):
        run("course", "class-profile", str(folder))
    assert (folder / CLASS_FILE).read_bytes() == first
    graded(folder, 16)
    run("course", "class-profile", str(folder))
    assert read_text((folder / CLASS_FILE).read_bytes()).forms["a"].people == 16


def names_in(bundle: Path) -> set[str]:
    with zipfile.ZipFile(bundle) as opened:
        return set(opened.namelist())


def test_a_release_takes_it_along_only_with_leave(tmp_path: Path) -> None:
    folder = graded(make(tmp_path / "spring", 9), 9)
    bundle = folder / "release" / "course.zip"
    run("release", "--course", str(folder))
    assert f"hand-in/{CLASS_FILE}" not in names_in(bundle)
    run("course", "class-profile", str(folder))
    run("release", "--course", str(folder))
    with zipfile.ZipFile(bundle) as opened:
        assert opened.read(f"hand-in/{CLASS_FILE}") == (folder / CLASS_FILE).read_bytes()
        assert "shows the class beside you" in opened.read("start-here.html").decode()
        start = opened.read(f"hand-in/{FIRST}.ipynb").decode()
    assert "](../notebooks/01-the-fear-of-no.ipynb)" in start
    path = folder / "course.toml"
    path.write_text(path.read_text("utf-8").replace("profile = true", "profile = false"), "utf-8")
    run("release", "--course", str(folder))
    assert f"hand-in/{CLASS_FILE}" not in names_in(bundle)


def test_a_broken_file_is_not_released(tmp_path: Path) -> None:
    folder = make(tmp_path / "spring", 2)
    (folder / CLASS_FILE).write_text("salescoach = ", "utf-8")
    with pytest.raises(CoachError, match="cannot be used"):
        run("release", "--course", str(folder))


def test_a_released_start_page_shows_the_class(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the desk to the learner: grade, sum up, release, unpack, open, look."""
    from salescoach import lesson

    folder = graded(make(tmp_path / "spring", 9), 9)
    run("course", "class-profile", str(folder))
    run("release", "--course", str(folder))
    with zipfile.ZipFile(folder / "release" / "course.zip") as opened:
        opened.extractall(tmp_path / "workbook")
    (tmp_path / "workbook" / "notebooks").mkdir()
    for place in ("hand-in", "notebooks"):
        monkeypatch.chdir(tmp_path / "workbook" / place)
        coach = lesson.open(FIRST)
        coach.answer("assessment-a", form("a", 12))
        assert "your own class: 9 people" in repr(coach.profile())
