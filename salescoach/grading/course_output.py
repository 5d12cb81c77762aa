"""Writes the result of a course: tables, report, feedback pages, and files for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from salescoach.catalog import open_catalog
from salescoach.errors import CoachError
from salescoach.grading.course_result import Cell, CourseResult
from salescoach.grading.exports.excel import Sheet, workbook_bytes
from salescoach.grading.exports.platforms import (
    README,
    canvas_csv,
    final_score,
    identity_column,
    moodle_csv,
)
from salescoach.grading.exports.xapi import xapi_lines
from salescoach.grading.misconceptions import class_mistakes
from salescoach.grading.names import file_stem
from salescoach.grading.pages import feedback_page
from salescoach.grading.report import ClassReport, Unusable
from salescoach.grading.staging import staged
from salescoach.grading.tables import (
    GRADE_COLUMNS,
    ITEM_COLUMNS,
    csv_table,
    grade_rows,
    item_rows,
)
from salescoach.grading.tables import Cell as TableCell
from salescoach.keys import signal_keys

FILE_COLUMNS = ("file", "status", "trainee", "exercise", "note")
_NO_ROW = ("wrong-exercise", "unknown-trainee", "unsupported", "unreadable")


def write_course_results(result: CourseResult, out: Path) -> None:
    """Write all results of a course into a folder; either all of them are new, or none is.

    Parameters
    ----------
    result : CourseResult
        The result.
    out : Path
        Gets ``grades.csv``, ``items.csv``, ``files.csv``, ``report.html``,
        ``misconceptions.html``, ``feedback/*.html``, and in ``exports`` an Excel workbook, files
        for Moodle and Canvas, and xAPI statements.

    Raises
    ------
    CoachError
        If the folder cannot be written.
    """
    catalog = open_catalog(result.course.data_folder)
    titles = {e.id: _title(e.id, {n.id: n.title for n in catalog.notebooks.values()})
              for e in result.course.exercises}  # fmt: skip
    right = {key.id: key.kind for key in signal_keys(catalog).values()}
    grades = [cell.grade() for cell in result.cells]
    links = [f"feedback/{page_name(cell)}" if cell.items else "" for cell in result.cells]
    inputs = sorted(result.inputs, key=lambda f: f.file)
    files = [(f.file, f.status, f.trainee, f.exercise, f.note) for f in inputs]
    with staged(out) as staging:
        for cell, grade, link in zip(result.cells, grades, links, strict=True):
            if link:
                page = feedback_page(grade, result.course.show_keys, remark_of(cell))
                staging.write(link, page)
        unusable = [Unusable(f.file, f.status, f.note) for f in inputs if f.status in _NO_ROW]
        report = ClassReport(result.course.title, grades, links, right, unusable, True)
        staging.write("report.html", report.page())
        mistakes = class_mistakes(result.course.title, grades, catalog)
        staging.write("misconceptions.html", mistakes.page())
        staging.write("exports/moodle.csv", moodle_csv(result, titles))
        staging.write("exports/canvas.csv", canvas_csv(result, titles))
        staging.write("exports/xapi.jsonl", xapi_lines(result, titles))
        staging.write("exports/results.xlsx", workbook_bytes(_sheets(result, titles, files)))
        staging.write("exports/README.txt", README.format(identity=identity_column(result)))
        staging.write("files.csv", csv_table(FILE_COLUMNS, files))
        staging.write("items.csv", csv_table(ITEM_COLUMNS, item_rows(grades)))
        staging.write("grades.csv", csv_table(GRADE_COLUMNS, grade_rows(grades)))


def page_name(cell: Cell) -> str:
    """Name the feedback page of a trainee and an exercise: the same in every run."""
    return f"{file_stem(cell.trainee.name, cell.trainee.id, cell.exercise)}.html"


def remark_of(cell: Cell) -> str:
    """Say to the trainee why the total is not the sum of the items."""
    if not cell.late_days or cell.factor == 1:
        return ""
    days = "1 day" if cell.late_days == 1 else f"{cell.late_days} days"
    if cell.factor == 0:
        return f"It came {days} late, so it earns no points."
    return f"It came {days} late, so {cell.factor:.0%} of its points count."


def _title(exercise: str, titles: Mapping[str, str]) -> str:
    if exercise not in titles:
        raise CoachError(
            f"There is no exercise {exercise!r} in the workbook.",
            allowed=", ".join(titles),
            next_step="Correct its id in course.toml.",
        )
    return titles[exercise]


def _sheets(
    result: CourseResult, titles: Mapping[str, str], files: Sequence[Sequence[str]]
) -> Iterator[Sheet]:
    exercises = [e.id for e in result.course.exercises]
    rows: list[list[TableCell]] = []
    for trainee in result.course.roster:
        cells = {cell.exercise: cell for cell in result.cells_of(trainee.id)}
        final = result.final(trainee.id)
        rows.append([
            trainee.id, trainee.name, trainee.group,
            *(final_score(cells[exercise]) for exercise in exercises),
            final.score, "yes" if final.complete else "no",
        ])  # fmt: skip
    columns = ["id", "name", "group", *(titles[e] for e in exercises), "mark of 100", "complete"]
    yield "Course", columns, rows
    grades = [cell.grade() for cell in result.cells]
    yield "Grades", GRADE_COLUMNS, grade_rows(grades)
    yield "Items", ITEM_COLUMNS, item_rows(grades)
    yield "Files", FILE_COLUMNS, files
