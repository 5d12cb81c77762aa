"""Writes the result of a course: tables, report and feedback pages."""

from __future__ import annotations

from pathlib import Path

from salescoach.grading.course_result import CourseResult
from salescoach.grading.output import write_results


def write_course_results(result: CourseResult, out: Path) -> None:
    """Write all results of a course into a folder; either all of them are new, or none is.

    Parameters
    ----------
    result : CourseResult
        The result.
    out : Path
        The folder.
    """
    grades = [cell.grade() for cell in result.cells]
    write_results(grades, out, show_keys=result.course.show_keys)
