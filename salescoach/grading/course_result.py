"""The result of a course: a cell for each trainee and exercise, and what became of each file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from salescoach.catalog import Catalog
from salescoach.grading.cell_notes import decided_in_words, note_of
from salescoach.grading.cells import CellRecord, build
from salescoach.grading.course import Course, Trainee
from salescoach.grading.course_bench import CourseBench
from salescoach.grading.desk import Grade
from salescoach.grading.gradebook.records import InputRecord, Snapshot
from salescoach.grading.results import ItemResult
from salescoach.grading.versions import key_version, rubric_version


@dataclass(frozen=True)
class Cell:
    """What one trainee earned with one exercise.

    Parameters
    ----------
    trainee : Trainee
        Who.
    exercise : str
        What.
    status : str
        One of `salescoach.grading.cells.CELL_STATUSES`.
    score : float or None
        Points that count, lateness and decisions included; None if nothing was handed in.
    max : float
        The points that could be earned.
    note : str
        What the instructor should know.
    file : str
        The file that counts.
    late_days : int
        Days begun after the due date.
    factor : float
        The share of the points that lateness leaves.
    received : str
        When it came, ISO 8601 in UTC.
    items : tuple of ItemResult
        One for each item, decisions included.
    title : str
        What the exercise is called.
    """

    trainee: Trainee
    exercise: str
    status: str
    score: float | None
    max: float
    note: str = ""
    file: str = ""
    late_days: int = 0
    factor: float = 1.0
    received: str = ""
    items: tuple[ItemResult, ...] = field(default=(), repr=False)
    title: str = ""

    def grade(self) -> Grade:
        """Give the cell in the form that pages and tables take."""
        return Grade(
            self.trainee.label, self.exercise, self.status, self.score, self.max, self.file,
            self.note, self.items, self.title,
        )  # fmt: skip


@dataclass(frozen=True)
class Final:
    """The mark of one trainee over the whole course.

    Parameters
    ----------
    score : float
        0 to 100: the shares of the exercises, weighted; what is missing counts as 0.
    complete : bool
        Whether nothing that counts is missing and nothing that counts is left to look at.
    """

    score: float
    complete: bool


@dataclass(frozen=True)
class CourseResult:
    """What a course has come to.

    Parameters
    ----------
    course : Course
        The course.
    cells : tuple of Cell
        One for each trainee and exercise, in the order of the roster and of the course.
    inputs : tuple of InputRecord
        One for each file that was looked at in this run.
    stale : int
        Grades that were given by an earlier key or rubric.
    """

    course: Course
    cells: tuple[Cell, ...]
    inputs: tuple[InputRecord, ...] = ()
    stale: int = 0

    def cells_of(self, trainee: str) -> list[Cell]:
        """List the cells of a trainee."""
        return list(self._by_trainee.get(trainee, ()))

    @cached_property
    def _by_trainee(self) -> dict[str, list[Cell]]:
        found: dict[str, list[Cell]] = {}
        for cell in self.cells:
            found.setdefault(cell.trainee.id, []).append(cell)
        return found

    def final(self, trainee: str) -> Final:
        """Sum the exercises of a trainee up into one mark."""
        cells = self.cells_of(trainee)
        weights = {e.id: e.weight for e in self.course.exercises}
        whole = sum(weights[cell.exercise] for cell in cells) or 1.0
        earned = sum(
            weights[c.exercise] * (c.score or 0.0) / c.max for c in cells if c.max
        )  # fmt: skip
        complete = not any(
            cell.status in ("missing", "review") for cell in cells if weights[cell.exercise]
        )
        return Final(round(100 * earned / whole, 2), complete)


def course_result(
    course: Course,
    catalog: Catalog,
    snapshot: Snapshot,
    inputs: Sequence[InputRecord] = (),
    bench: CourseBench | None = None,
) -> CourseResult:
    """Put the result together out of what the gradebook holds.

    Parameters
    ----------
    course : Course
        The course.
    catalog : Catalog
        The items and keys.
    snapshot : Snapshot
        What the gradebook holds.
    inputs : sequence of InputRecord
        The files of this run.
    bench : CourseBench, optional
        One that has judged these hand-ins already is faster.
    """
    bench = bench or CourseBench(course, catalog)
    records = build(course, snapshot.hand_ins, snapshot.decisions)
    attempts = {
        (a.hand_in.trainee, a.hand_in.exercise, a.hand_in.sha256): a
        for record in records
        for a in record.attempts
    }
    shown = []
    for record in inputs:
        attempt = attempts.get((record.trainee, record.exercise, record.sha256))
        if attempt is not None:
            told = (record.note, attempt.doubt, attempt.note, attempt.hand_in.note)
            note = " ".join(dict.fromkeys(filter(None, told)))
            record = replace(record, status=attempt.status, note=note)
        shown.append(record)
    cells = tuple(_cell(record, course, bench) for record in records)
    return CourseResult(course, cells, tuple(shown), stale_grades(records, bench))


def _cell(record: CellRecord, course: Course, bench: CourseBench) -> Cell:
    note = note_of(record, course)
    title = bench.catalog.notebooks[record.exercise.id].title
    attempt = record.counts
    if attempt is None:
        most = bench.most(record.exercise, record.trainee.id)
        return Cell(record.trainee, record.exercise.id, "missing", None, most, note, title=title)
    hand_in = attempt.hand_in
    fresh = bench.results(hand_in)
    items = []
    for settled in attempt.settled:
        grade = settled.grade
        result = fresh.get(grade.item)
        if result is None:  # the item has left the catalog; its grade stays
            continue
        body = result.body
        if settled.changed_since:
            body += f"\n\n--- the answer before ---\n\n{settled.changed_since.body}"
        same = result.score == next(g for g in hand_in.grades if g.item == grade.item).score
        items.append(
            replace(
                result,
                status=grade.status,
                score=grade.score,
                reason=grade.reason,
                body=body,
                verdict=result.verdict if same and body == result.body else None,
                decided=decided_in_words(settled),
            )
        )
    most = sum(s.grade.max for s in attempt.settled)
    return Cell(
        record.trainee, record.exercise.id, attempt.status, attempt.score, most, note,
        hand_in.file, attempt.late_days, attempt.factor, hand_in.received, tuple(items), title,
    )  # fmt: skip


def stale_grades(records: Sequence[CellRecord], bench: CourseBench) -> int:
    """Count the grades that were given by an earlier key or rubric."""
    count = 0
    for record in records:
        for attempt in record.attempts:
            items = {i.id: i for i in bench.items(record.exercise, attempt.hand_in.items)}
            count += sum(
                (grade.key_version, grade.rubric_version)
                != (key_version(item, bench.bench.keys), rubric_version(item, bench.rubric_version))
                for grade in attempt.hand_in.grades
                if (item := items.get(grade.item))
            )
    return count
