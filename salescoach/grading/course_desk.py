"""Grades the hand-ins of a course into its gradebook, a few at a time, so that nothing is lost."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from salescoach.catalog import Catalog
from salescoach.errors import CoachError
from salescoach.grading.course import Course
from salescoach.grading.course_bench import CourseBench, Incoming, status_of
from salescoach.grading.course_result import CourseResult, course_result
from salescoach.grading.gradebook import Gradebook
from salescoach.grading.gradebook.records import Entry, InputRecord
from salescoach.grading.parallel import spread
from salescoach.grading.reading import read_hand_in
from salescoach.grading.sources import Reader, Source, find_sources

MOST_AT_ONCE: Final = 50
SECONDS_BETWEEN: Final = 1.0


def grade_course(
    course: Course,
    catalog: Catalog,
    book: Gradebook,
    paths: Sequence[Path] = (),
    progress: Callable[[int, int], None] = lambda done, of: None,
    workers: int = 1,
) -> CourseResult:
    """Grade what was handed in; what is in the gradebook already is not graded again.

    Parameters
    ----------
    course : Course
        The course.
    catalog : Catalog
        The items, and through it the keys.
    book : Gradebook
        Its gradebook. If the run is interrupted, what was stored so far stays, and the next run
        goes on from there.
    paths : sequence of Path
        Notebooks, zips and folders; by default the inbox of the course.
    progress : callable
        Called with the number of files that are done and of all files.
    workers : int
        Processes that judge side by side; the result is the same for any number.

    Raises
    ------
    CoachError
        If there is nothing to grade, or the gradebook cannot be used.
    """
    sources = find_sources(paths or [course.inbox])
    snapshot = book.snapshot()
    if not sources and not snapshot.hand_ins:
        raise CoachError(
            "There is no notebook to grade here.",
            allowed="files that end in .ipynb, and folders or zips with such files",
            next_step=f"Put the hand-ins into {course.inbox}, or name where they are.",
        )
    known = {
        (h.trainee, h.exercise, h.sha256): status_of([g.status for g in h.grades], h.doubt)
        for h in snapshot.hand_ins
    }
    bench = CourseBench(course, catalog, known)
    inputs: list[InputRecord] = []
    waiting: list[Entry] = []
    try:
        stored = time.monotonic()
        for entry in spread(bench.process, _read(sources), workers):
            waiting.append(entry)
            inputs.append(entry.record)
            if len(waiting) >= MOST_AT_ONCE or time.monotonic() - stored > SECONDS_BETWEEN:
                batch, waiting = waiting, []
                book.add(batch)
                stored = time.monotonic()
            progress(len(inputs), len(sources))
    finally:
        # After Ctrl-C too: what was graded is kept.
        if waiting:
            book.add(waiting)
    return course_result(course, catalog, book.snapshot(), _copies_noted(inputs), bench)


def _read(sources: Iterable[Source]) -> Iterator[Incoming]:
    with Reader() as reader:
        for source in sources:
            yield Incoming(read_hand_in(source, reader), source.folder, source.received)


def _copies_noted(inputs: Sequence[InputRecord]) -> list[InputRecord]:
    """Point out that two files are the same."""
    from dataclasses import replace

    first: dict[tuple[str, str, str], str] = {}
    noted = []
    for record in inputs:
        key = (record.sha256, record.trainee, record.exercise)
        same = first.setdefault(key, record.file) if record.sha256 else record.file
        if same != record.file:
            record = replace(record, note=f"The same file as {same}. {record.note}".strip())
        noted.append(record)
    return noted
