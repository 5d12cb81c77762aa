"""Grade files for learning platforms, in the forms that their import pages take.

Moodle: Grades, Import, CSV file. The page asks which column names the user and which grade item
each other column belongs to; an empty cell changes nothing
(docs.moodle.org, "Grade import"). Canvas: Grades, Import. The header must begin with Student, ID,
SIS User ID, SIS Login ID, Section; a row "Points Possible" follows; users are matched by these ids,
assignments by their title (community.canvaslms.com, "How do I import grades in the Gradebook?").

A cell is empty where nothing was handed in or somebody must look first: no zero is made up.
"""

from __future__ import annotations

from collections.abc import Mapping

from salescoach.grading.course_result import Cell, CourseResult
from salescoach.grading.tables import Cell as TableCell
from salescoach.grading.tables import csv_table

README = """How to bring the grades into a learning platform

Moodle: open the course, Grades, Import, CSV file. Choose moodle.csv, encoding UTF-8, separator
comma. On the next page map the first column to "{identity}" (Map from and Map to), and each
exercise to the grade item of that name, or to a new one. Leave the other columns on "Ignore".

Canvas: open the course, Grades, Import, and choose canvas.csv. The assignments are matched by
their titles; Canvas offers to make those that it does not find. The ids of the roster must be the
SIS ids or login ids of the people in Canvas.

A cell is empty if nothing was handed in, or if somebody has to look at it first. Both platforms
leave such a grade as it is.

xapi.jsonl holds one xAPI 1.0.3 statement a line, for a learning record store.
"""


def moodle_csv(result: CourseResult, titles: Mapping[str, str]) -> str:
    """Write the file for Moodle's grade import.

    Parameters
    ----------
    result : CourseResult
        The result of a course.
    titles : mapping
        The title of each exercise.
    """
    exercises = [e.id for e in result.course.exercises]
    columns = [identity_column(result), "Full name"]
    for exercise in exercises:
        columns += [titles[exercise], f"Feedback: {titles[exercise]}"]
    columns.append("Course mark of 100")
    rows = []
    for trainee in result.course.roster:
        row: list[TableCell] = [trainee.id, trainee.name]
        cells = {cell.exercise: cell for cell in result.cells_of(trainee.id)}
        for exercise in exercises:
            row += [final_score(cells[exercise]), _feedback(cells[exercise])]
        final = result.final(trainee.id)
        row.append(final.score if final.complete else None)
        rows.append(row)
    return csv_table(columns, rows, mark=False)


def canvas_csv(result: CourseResult, titles: Mapping[str, str]) -> str:
    """Write the file for Canvas's gradebook import.

    Parameters
    ----------
    result : CourseResult
        The result of a course.
    titles : mapping
        The title of each exercise.
    """
    exercises = [e.id for e in result.course.exercises]
    columns = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
    columns += [titles[exercise] for exercise in exercises]
    most = {
        exercise: max((c.max for c in result.cells if c.exercise == exercise), default=0.0)
        for exercise in exercises
    }
    rows: list[list[TableCell]] = [
        ["    Points Possible", "", "", "", "", *(most[exercise] for exercise in exercises)]
    ]
    for trainee in result.course.roster:
        cells = {cell.exercise: cell for cell in result.cells_of(trainee.id)}
        scores = [final_score(cells[exercise]) for exercise in exercises]
        rows.append([trainee.name, "", trainee.id, trainee.id, trainee.group, *scores])
    return csv_table(columns, rows, mark=False)


def identity_column(result: CourseResult) -> str:
    """Name the column by which Moodle finds people: their e-mail, or else their ID number."""
    by_mail = all("@" in trainee.id for trainee in result.course.roster)
    return "Email address" if by_mail and result.course.roster else "ID number"


def final_score(cell: Cell) -> float | None:
    """Give the points that may leave the desk; None if nothing is settled."""
    return None if cell.status in ("missing", "review") else cell.score


def _feedback(cell: Cell) -> str:
    if cell.status in ("missing", "review"):
        return ""
    scores = [f"{r.item.title}: {r.score:g} of {r.item.points:g}" for r in cell.items
              if r.score is not None]  # fmt: skip
    return "; ".join(scores)
