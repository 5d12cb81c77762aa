"""A small made-up course with all that an instructor may have to decide, to try the review on."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from salescoach.answers import format_cell, parse_cell
from salescoach.catalog import Catalog
from salescoach.grading.course import ROSTER_FILE, Course, open_course
from salescoach.grading.course_desk import grade_course
from salescoach.grading.course_template import new_course
from salescoach.grading.gradebook.opening import open_gradebook
from salescoach.grading.released_notebook import as_file, read_exercise
from salescoach.grading.review_queue import every_answer, find, override

EXERCISE: Final = "exercise-03-voicemail"
_ROSTER = "id,name,group\nt01,Ana Example,north\nt02,Ben Example,north\nt03,Cleo Example,south\n"
_START = datetime(2026, 5, 4, 12, tzinfo=UTC)
_SCRIPT = (
    "Hello Tomasz, Ines Duarte of Gearline here. I read that a third shift starts in March, and "
    "two neighbours of yours who did the same told me that nights were lost over a part worth "
    "twenty pounds. They halved that. Is it worth ten minutes? I am on 0113 496 0122; if it is "
    "not for you, a short no is fine, and otherwise I shall call once more on Thursday."
)
_ANSWERS = {
    "voicemail-cold": _SCRIPT,
    "voicemail-again": f"Once more about the email of Monday. {_SCRIPT}",
    "voicemail-which": 'choice = "b"',
    "voicemail-mend": 'choice = "c"',
}
_DOUBTFUL = (
    "Hi Tomasz, Ines from Gearline. Shops that go to three shifts lose nights over a part worth "
    "twenty pounds, I am told. We put the shelf in, so nobody waits. Fancy a word? I am on "
    "0113 496 0122, and I shall ring you on Thursday. A no is fine as well."
)


def make_practice_course(folder: Path, catalog: Catalog) -> Course:
    """Make a course of three trainees, grade it, and leave something to decide.

    Parameters
    ----------
    folder : Path
        A folder that does not exist yet.
    catalog : Catalog
        The items.
    """
    new_course(folder, "Practice course", catalog)
    (folder / ROSTER_FILE).write_text(_ROSTER, "utf-8")
    course = open_course(folder)
    course = replace(course, exercises=tuple(e for e in course.exercises if e.id == EXERCISE))
    book = open_gradebook(course)
    unclear = _ANSWERS | {"voicemail-which": "choice = the second one"}
    _hand_in(course, "ana.ipynb", "t01", _ANSWERS | {"voicemail-mend": "c, I think"}, 0)
    _hand_in(course, "ben.ipynb", "t02", unclear, 0)
    _hand_in(course, "cleo.ipynb", "t03", _ANSWERS | {"voicemail-cold": _DOUBTFUL}, 0)
    grade_course(course, catalog, book)
    first = find(every_answer(course, catalog, book.snapshot()), "t02", EXERCISE, "voicemail-which")
    if first is not None:
        decision = override(first, 3, "Kim", "the second one is b")
        book.decide(replace(decision, when=_START.isoformat(timespec="seconds")))
    # Then Ben hands in again, with another answer.
    _hand_in(course, "ben (1).ipynb", "t02", _ANSWERS | {"voicemail-which": 'choice = "d"'}, 1)
    grade_course(course, catalog, book)
    book.close()
    return course


def _hand_in(course: Course, name: str, trainee: str, answers: dict[str, str], day: int) -> None:
    notebook: dict[str, Any] = read_exercise(EXERCISE)
    for cell in notebook["cells"]:
        answer = parse_cell("".join(cell["source"]))
        if answer and answer.item == "me":
            cell["source"] = format_cell("me", f'id = "{trainee}"')
        elif answer and answer.item in answers:
            cell["source"] = format_cell(answer.item, answers[answer.item])
    path = course.inbox / name
    path.write_bytes(as_file(notebook))
    at = (_START + timedelta(days=day)).timestamp()
    os.utime(path, (at, at))
