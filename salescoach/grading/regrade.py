"""Grades again what the gradebook holds, after a key or the rubric changed: shown, then written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from salescoach.catalog import Catalog
from salescoach.grading.cells import CellRecord, build
from salescoach.grading.course import Course
from salescoach.grading.course_bench import CourseBench
from salescoach.grading.gradebook.records import (
    Change,
    Snapshot,
    StoredGrade,
    StoredHandIn,
    with_grades,
)


@dataclass(frozen=True)
class Line:
    """A line of the table that shows what a re-grade would change.

    Parameters
    ----------
    trainee : str
        Name and id.
    exercise, item : str
        What; the item is empty in the line about the whole exercise.
    before, after : str
        Points or status.
    why : str
        What has changed, and whether somebody's override stays.
    """

    trainee: str
    exercise: str
    item: str
    before: str
    after: str
    why: str = ""


@dataclass(frozen=True)
class Regrade:
    """What a re-grade would change.

    Parameters
    ----------
    changes : tuple of Change
        Every grade that differs in score, status, reason or version.
    lines : tuple of Line
        What changes for somebody, trainee by trainee.
    checked : int
        The grades that were compared.
    """

    changes: tuple[Change, ...]
    lines: tuple[Line, ...]
    checked: int


def regrade(
    course: Course,
    catalog: Catalog,
    snapshot: Snapshot,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Regrade:
    """Compare what the gradebook holds with what keys and rubric say now; writes nothing.

    Parameters
    ----------
    course : Course
        The course.
    catalog : Catalog
        The items and keys as they are now.
    snapshot : Snapshot
        What the gradebook holds.
    progress : callable
        Called with the number of hand-ins that are done and of all.
    """
    bench = CourseBench(course, catalog)
    people = {t.id for t in course.roster}
    changes: list[Change] = []
    fresh: list[StoredHandIn] = []
    checked = 0
    for number, stored in enumerate(snapshot.hand_ins, 1):
        progress(number, len(snapshot.hand_ins))
        if stored.trainee not in people or course.exercise(stored.exercise) is None:
            fresh.append(stored)
            continue
        found = {grade.item: grade for grade in bench.scored(stored).grades}
        # An item that has left the catalog keeps the grade that it had.
        after = [found.get(grade.item, grade) for grade in stored.grades]
        checked += len(after)
        changes += [
            Change(stored.trainee, stored.exercise, old.item, old, new, stored.id, _why(old, new))
            for old, new in zip(stored.grades, after, strict=True)
            if old != new
        ]
        fresh.append(with_grades(stored, after))
    before = build(course, snapshot.hand_ins, snapshot.decisions)
    lines = _lines(before, build(course, fresh, snapshot.decisions))
    return Regrade(tuple(changes), tuple(lines), checked)


def _why(old: StoredGrade, new: StoredGrade) -> str:
    changed = [
        name
        for name, one, other in (
            ("key", old.key_version, new.key_version),
            ("rubric", old.rubric_version, new.rubric_version),
        )
        if one != other
    ]
    return f"{' and '.join(changed)} changed" if changed else "the desk changed"


def _lines(before: list[CellRecord], after: list[CellRecord]) -> list[Line]:
    lines = []
    for old, new in zip(before, after, strict=True):
        if old.counts is None or new.counts is None:
            continue
        who, what = old.trainee.label, old.exercise.id
        items = []
        for one in new.counts.settled:
            two = next(
                (s for s in old.counts.settled if s.grade.item == one.grade.item), None
            )  # fmt: skip
            if two is None:
                continue
            raw = [
                next(g for g in a.hand_in.grades if g.item == one.grade.item)
                for a in (old.counts, new.counts)
            ]
            why = _why(*raw)
            if _shown(two.grade) != _shown(one.grade):
                items.append(
                    Line(who, what, one.grade.item, _shown(two.grade), _shown(one.grade), why)
                )
            elif _shown(raw[0]) != _shown(raw[1]):
                kept = one.decision or one.changed_since
                told = f"{why}, but what {kept.who if kept else 'somebody'} decided stays"
                items.append(
                    Line(who, what, one.grade.item, _shown(raw[0]), _shown(raw[1]), told)
                )  # fmt: skip
        other = old.counts.hand_in.sha256 != new.counts.hand_in.sha256
        was, now = (f"{a.score:g} ({a.status})" for a in (old.counts, new.counts))
        if items or other or was != now:
            why = "another hand-in counts now" if other else ""
            lines += [Line(who, what, "", was, now, why), *items]
    return lines


def _shown(grade: StoredGrade) -> str:
    return grade.status if grade.score is None else f"{grade.score:g}"
