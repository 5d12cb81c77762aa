"""Turns one file into an entry of the gradebook: what it is, whose it is, and what it earns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from salescoach import rubric
from salescoach.catalog import Catalog
from salescoach.grading.course import Course, CourseExercise
from salescoach.grading.desk import Bench, exercise_of
from salescoach.grading.gradebook.records import (
    Entry,
    InputRecord,
    StoredGrade,
    StoredHandIn,
    answer_hash,
    as_content,
)
from salescoach.grading.identity import Identity, Registry, identify
from salescoach.grading.names import listed, plain
from salescoach.grading.reading import HandIn
from salescoach.grading.results import ItemResult
from salescoach.grading.variants import draw, items_for
from salescoach.grading.versions import key_version, rubric_version, version_of_rubric
from salescoach.items import IDENTITY_ITEM, Item
from salescoach.keys import question_keys, signal_keys
from salescoach.signals.questions import situation_of

REMEMBERED: Final = 4_000
"""Verdicts that are kept, so that a page needs no second judgement."""

Known = Mapping[tuple[str, str, str], str]


@dataclass(frozen=True)
class Incoming:
    """A file that was read, and where and when it was found."""

    hand_in: HandIn
    folder: str = ""
    received: datetime | None = None


class _RememberingBench(Bench):
    """Judges each script once."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__(catalog)
        self._verdicts: dict[tuple[str, str], rubric.ScriptVerdict] = {}

    def judge(self, kind: str, text: str) -> rubric.ScriptVerdict:
        """Judge a script by the rubric of its kind."""
        if (kind, text) not in self._verdicts:
            if len(self._verdicts) >= REMEMBERED:
                del self._verdicts[next(iter(self._verdicts))]
            self._verdicts[kind, text] = super().judge(kind, text)
        return self._verdicts[kind, text]


class CourseBench:
    """A course made ready to grade one hand-in after the other.

    Parameters
    ----------
    course : Course
        The course.
    catalog : Catalog
        The items, and through it the keys.
    known : mapping
        Trainee, exercise and file hash of what is stored already, with its status.
    """

    def __init__(self, course: Course, catalog: Catalog, known: Known | None = None) -> None:
        self.course = course
        self.catalog = catalog
        self.known: Known = known or {}
        self.registry = Registry(course)
        self.signal_keys = signal_keys(catalog)
        self.bench = _RememberingBench(catalog)
        self.bench.keys = {**self.bench.keys, **question_keys(self.signal_keys)}
        self.rubric_version = version_of_rubric(catalog)

    def items(self, exercise: CourseExercise, drawn: Sequence[str] = ()) -> list[Item]:
        """List the items of an exercise, as they were drawn; some may be worth no points."""
        every = self.catalog.items_of(exercise.id)
        if not drawn:
            return every
        free = [item for item in every if item.points == 0]
        return free + items_for(drawn, exercise, self.catalog)

    def most(self, exercise: CourseExercise, trainee: str) -> float:
        """Tell how many points an exercise can earn."""
        return sum(item.points for item in self.items(exercise, self._drawn(exercise, trainee)))

    def process(self, incoming: Incoming) -> Entry:
        """Find out what became of a file."""
        hand_in = incoming.hand_in
        found = None if hand_in.fault else exercise_of(hand_in, self.catalog)
        exercise = self.course.exercise(found.id) if found else None
        cells = hand_in.answers.get(IDENTITY_ITEM, [])
        if exercise is None:
            status = hand_in.fault or "wrong-exercise"
            note = (
                hand_in.note if hand_in.fault else self._wrong(hand_in, found.id if found else "")
            )
            return Entry(InputRecord(hand_in.file, status, note=note, sha256=hand_in.sha256))
        identity = identify(self.registry, cells, exercise.id, incoming.folder)
        if identity.trainee is None:
            note = " ".join(filter(None, (identity.note, _HOW_TO_PLACE)))
            record = InputRecord(
                hand_in.file, identity.status, "", exercise.id, note, hand_in.sha256
            )
            return Entry(record)
        stored = self._stored(incoming, exercise, identity)
        status = self.known.get((stored.trainee, stored.exercise, stored.sha256), "")
        if not status:
            stored = self.scored(stored)
            status = status_of([g.status for g in stored.grades], stored.doubt)
        record = InputRecord(hand_in.file, status, stored.trainee, exercise.id, "", hand_in.sha256)
        return Entry(record, stored)

    def scored(self, stored: StoredHandIn) -> StoredHandIn:
        """Score a hand-in by keys and rubric as they are now."""
        results, notes = self._results(stored)
        grades = [
            StoredGrade(
                r.item.id, r.status, r.score, r.item.points, r.reason, r.body,
                answer_hash(r.item.id, r.body), key_version(r.item, self.bench.keys),
                rubric_version(r.item, self.rubric_version),
                r.verdict is not None and any(c.unsure for c in r.verdict.criteria),
            )
            for r in results
        ]  # fmt: skip
        told = [
            *([stored.note] if stored.note else []),
            *(n for n in notes if n not in stored.note),
        ]
        return replace(stored, grades=tuple(grades), note=" ".join(told))

    def results(self, stored: StoredHandIn) -> dict[str, ItemResult]:
        """Score a hand-in again to see its marks: what the gradebook does not keep."""
        return {result.item.id: result for result in self._results(stored)[0]}

    def _results(self, stored: StoredHandIn) -> tuple[tuple[ItemResult, ...], tuple[str, ...]]:
        exercise = self.course.exercise(stored.exercise) or CourseExercise(stored.exercise)
        return self.bench.score(stored.hand_in(), self.items(exercise, stored.items))

    def _drawn(self, exercise: CourseExercise, trainee: str) -> tuple[str, ...]:
        if not (exercise.variant.signals or exercise.variant.pools):
            return ()
        return draw(self.course, trainee, exercise, self.catalog, self.signal_keys)

    def _stored(
        self, incoming: Incoming, exercise: CourseExercise, identity: Identity
    ) -> StoredHandIn:
        hand_in = incoming.hand_in
        assert identity.trainee is not None
        trainee = identity.trainee.id
        derived = self._drawn(exercise, trainee)
        drawn = identity.items if derived and identity.items else derived
        notes = [identity.note, hand_in.note]
        if derived and identity.items and set(derived) != set(identity.items):
            notes.append("The bank has changed since the release; graded as it was released.")
        received = incoming.received.astimezone(UTC) if incoming.received else None
        return StoredHandIn(
            trainee, exercise.id, hand_in.sha256, hand_in.file,
            received.isoformat(timespec="seconds") if received else "", drawn,
            as_content(hand_in), self._foreign(hand_in, exercise, drawn),
            " ".join(filter(None, notes)),
        )  # fmt: skip

    def _foreign(self, hand_in: HandIn, exercise: CourseExercise, drawn: Sequence[str]) -> str:
        """Say what speaks for another trainee's variant; empty if nothing does."""
        if not drawn:
            return ""
        pooled = {item for pool in exercise.variant.pools for item in pool.of}
        foreign = [
            name
            for name, cells in hand_in.answers.items()
            if (situation_of(name) or (name if name in pooled else None)) not in (None, *drawn)
            and not all(cell.blank for cell in cells)
        ]
        if foreign:
            return f"It answers items of another variant: {listed(foreign)}."
        asked = {situation_of(name) for name in hand_in.answers} - {None}
        if exercise.variant.signals and not asked:
            return "It is not the notebook that was released: the situations drawn are not in it."
        return ""

    def _wrong(self, hand_in: HandIn, exercise: str) -> str:
        if exercise:
            return f"This is {exercise}, which is not part of this course."
        if hand_in.opened in self.catalog.notebooks:
            return f"This is the lesson {hand_in.opened!r}, not an exercise."
        if hand_in.opened:
            return f"This opens {plain(hand_in.opened, 60)!r}, which is no exercise of this course."
        return "This notebook answers no exercise of this course."


_HOW_TO_PLACE = "To decide whose it is, put it into a folder named by an id of the roster."


def status_of(statuses: Sequence[str], doubt: str = "") -> str:
    """Sum the statuses of the items up into the status of a hand-in.

    Examples
    --------
    >>> status_of(["graded", "blank"]), status_of(["graded"]), status_of(["missing", "blank"])
    ('partly', 'graded', 'blank')
    >>> status_of(["graded", "review"]), status_of(["graded"], "Whose is it?")
    ('review', 'review')
    """
    if doubt or "review" in statuses:
        return "review"
    if all(status in ("blank", "missing") for status in statuses):
        return "blank"
    if any(status in ("blank", "missing") for status in statuses):
        return "partly"
    return "graded"
