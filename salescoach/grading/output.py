"""Writes the results of the plain form: two tables, a page for each hand-in, a report of all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from salescoach.catalog import open_catalog
from salescoach.grading.desk import Grade
from salescoach.grading.misconceptions import class_mistakes
from salescoach.grading.names import file_stem
from salescoach.grading.pages import feedback_page
from salescoach.grading.report import ClassReport
from salescoach.grading.staging import staged
from salescoach.grading.tables import (
    GRADE_COLUMNS,
    ITEM_COLUMNS,
    csv_table,
    grade_rows,
    item_rows,
)


def write_results(grades: Sequence[Grade], folder: Path, show_keys: bool = False) -> None:
    """Write all results into a folder; either all of them are new, or none is.

    Parameters
    ----------
    grades : sequence of Grade
        One for each file.
    folder : Path
        Gets ``grades.csv``, ``items.csv``, ``report.html``, ``misconceptions.html`` and
        ``feedback/*.html``.
    show_keys : bool
        Whether the feedback pages say what the key says about a choice. The tables and the
        report are the instructor's: they always do.

    Raises
    ------
    CoachError
        If the folder cannot be written.
    """
    with staged(folder) as staging:
        links = [f"feedback/{page_name(g)}" if g.items else "" for g in grades]
        for g, link in zip(grades, links, strict=True):
            if link:
                staging.write(link, feedback_page(g, show_keys))
        report = ClassReport("Report of the hand-ins", grades, links, right={})
        staging.write("report.html", report.page())
        mistakes = class_mistakes("these hand-ins", grades, open_catalog())
        staging.write("misconceptions.html", mistakes.page())
        staging.write("items.csv", csv_table(ITEM_COLUMNS, item_rows(grades)))
        staging.write("grades.csv", csv_table(GRADE_COLUMNS, grade_rows(grades)))


def page_name(grade: Grade) -> str:
    """Name the feedback page: readable, safe on every system, different for every file."""
    return f"{file_stem(grade.trainee, grade.exercise, grade.file)}.html"
