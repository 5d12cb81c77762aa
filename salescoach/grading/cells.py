"""One cell for each trainee and exercise: which hand-in counts, what it earned, what was decided.

Pure: the same gradebook and the same course give the same cells, whenever they are asked for.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from salescoach.grading.course import Course, CourseExercise, Trainee
from salescoach.grading.course_bench import status_of
from salescoach.grading.gradebook.records import Decision, StoredGrade, StoredHandIn

CELL_STATUSES: Final = ("graded", "partly", "blank", "missing", "review")
"""What became of an exercise of a trainee; each gets exactly one."""

INPUT_STATUSES: Final = (
    *CELL_STATUSES, "wrong-exercise", "unknown-trainee", "unsupported", "unreadable",
)  # fmt: skip
"""What became of a file; each gets exactly one (``missing`` is for cells only)."""


@dataclass(frozen=True)
class Settled:
    """A grade after people had their say.

    Parameters
    ----------
    grade : StoredGrade
        Score, status and reason as they count.
    decision : Decision or None
        The decision that holds for this very answer.
    changed_since : Decision or None
        An override that was about an earlier answer; then the status is ``review``.
    """

    grade: StoredGrade
    decision: Decision | None = None
    changed_since: Decision | None = None


@dataclass(frozen=True)
class Attempt:
    """One hand-in with what counts of it.

    Parameters
    ----------
    hand_in : StoredHandIn
        The hand-in.
    settled : tuple of Settled
        Its grades.
    doubt : str
        Why somebody must look at the whole of it; empty if nothing or if somebody has.
    points : float
        Points before anything is taken off for lateness.
    late_days : int
        Days begun after the due date.
    factor : float
        The share of the points that lateness leaves.
    note : str
        What was decided about the whole of it.
    """

    hand_in: StoredHandIn
    settled: tuple[Settled, ...]
    doubt: str
    points: float
    late_days: int = 0
    factor: float = 1.0
    note: str = ""

    @property
    def status(self) -> str:
        """One of `CELL_STATUSES`."""
        return status_of([s.grade.status for s in self.settled], self.doubt)

    @property
    def score(self) -> float:
        """Points that count."""
        return round(self.points * self.factor, 2)


@dataclass(frozen=True)
class CellRecord:
    """One trainee and one exercise.

    Parameters
    ----------
    trainee : Trainee
        Who.
    exercise : CourseExercise
        What.
    attempts : tuple of Attempt
        All hand-ins, the first first.
    counts : Attempt or None
        The one that counts.
    """

    trainee: Trainee
    exercise: CourseExercise
    attempts: tuple[Attempt, ...] = ()
    counts: Attempt | None = None

    @property
    def status(self) -> str:
        """One of `CELL_STATUSES`."""
        return self.counts.status if self.counts else "missing"


Decisions = Mapping[tuple[str, str], Sequence[Decision]]


def build(
    course: Course, hand_ins: Sequence[StoredHandIn], decisions: Sequence[Decision]
) -> list[CellRecord]:
    """Make the cells of a course: one for each trainee of the roster and each exercise.

    Parameters
    ----------
    course : Course
        The course.
    hand_ins : sequence of StoredHandIn
        All that were handed in; those of people who left the roster are passed over.
    decisions : sequence of Decision
        In the order in which they were made.
    """
    handed: dict[tuple[str, str], list[StoredHandIn]] = defaultdict(list)
    for hand_in in hand_ins:
        handed[hand_in.trainee, hand_in.exercise].append(hand_in)
    decided: dict[tuple[str, str], list[Decision]] = defaultdict(list)
    for decision in decisions:
        decided[decision.trainee, decision.exercise].append(decision)
    cells = []
    for trainee in course.roster:
        for exercise in course.exercises:
            key = (trainee.id, exercise.id)
            attempts = _attempts(course, trainee, exercise, handed[key], decided[key])
            cells.append(CellRecord(trainee, exercise, attempts, _counting(course, attempts)))
    return cells


def _attempts(
    course: Course, trainee: Trainee, exercise: CourseExercise,
    hand_ins: Sequence[StoredHandIn], decisions: Sequence[Decision],
) -> tuple[Attempt, ...]:  # fmt: skip
    ordered = sorted(hand_ins, key=lambda h: (h.received, h.sha256))
    found = []
    due = course.due(trainee.id, exercise)
    for place, hand_in in enumerate(ordered):
        # What was decided about a later answer says nothing about this one.
        later = {(g.item, g.answer_hash) for h in ordered[place + 1 :] for g in h.grades}
        settled = tuple(
            settle(grade, [d for d in decisions if d.item == grade.item], later)
            for grade in hand_in.grades
        )
        points = round(sum(s.grade.score or 0.0 for s in settled), 2)
        whole = [d for d in decisions if d.item == "" and d.answer_hash == hand_in.sha256]
        doubt, note = hand_in.doubt, ""
        if whole:
            last = whole[-1]
            doubt, note = "", f"Looked at by {last.who}: {last.why}"
            if last.kind == "override" and last.score is not None:
                points = last.score
                note = f"{last.who} gave {points:g} points for all of it: {last.why}"
        late, factor = lateness(course, hand_in.received, due)
        found.append(Attempt(hand_in, settled, doubt, points, late, factor, note))
    return tuple(found)


def settle(
    grade: StoredGrade, decisions: Sequence[Decision], later: Collection[tuple[str, str]] = ()
) -> Settled:
    """Let decisions act on a grade: on the same answer they hold, on another they ask.

    Parameters
    ----------
    grade : StoredGrade
        What the desk found.
    decisions : sequence of Decision
        Those on this item, in their order.
    later : collection of pairs
        Items and answer hashes of later hand-ins; decisions on them say nothing about this one.
    """
    same = [d for d in decisions if d.answer_hash == grade.answer_hash]
    if same:
        last = same[-1]
        day = last.when[:10]
        if last.kind == "override" and last.score is not None:
            desk = "no score" if grade.score is None else f"{grade.score:g}"
            reason = (
                f"{last.who} gave {last.score:g} on {day}: {last.why} "
                f"(The desk: {desk}. {grade.reason})"
            )
            return Settled(replace(grade, status="graded", score=last.score, reason=reason), last)
        if grade.score == last.score and grade.score is not None:
            reason = f"{grade.reason} Looked at by {last.who} on {day}."
            return Settled(replace(grade, reason=reason, unsure=False), last)
        return Settled(grade)
    others = [d for d in decisions if d.kind == "override" and (d.item, d.answer_hash) not in later]
    if not others:
        return Settled(grade)
    last = others[-1]
    desk = "cannot score it" if grade.score is None else f"would give {grade.score:g}"
    reason = (
        f"The answer changed after {last.who} gave {last.score:g} ({last.why}); "
        f"for the new one the desk {desk}. {grade.reason}"
    )
    return Settled(replace(grade, status="review", score=None, reason=reason), None, last)


def lateness(course: Course, received: str, due: datetime | None) -> tuple[int, float]:
    """Tell how many days late a hand-in is, and which share of its points that leaves.

    Parameters
    ----------
    course : Course
        Its policies decide.
    received : str
        When it came, ISO 8601; empty if unknown, which counts as in time.
    due : datetime or None
        When it was due.
    """
    policies = course.policies
    if due is None or not received:
        return 0, 1.0
    late = datetime.fromisoformat(received) - due
    if late <= timedelta(hours=policies.late_grace_hours):
        return 0, 1.0
    days = math.ceil(late / timedelta(days=1))
    if policies.late == "accept":
        return days, 1.0
    if policies.late == "refuse":
        return days, 0.0
    return days, max(0.0, 1.0 - days * policies.late_percent_per_day / 100)


def _counting(course: Course, attempts: Sequence[Attempt]) -> Attempt | None:
    if not attempts:
        return None
    match course.policies.repeated:
        case "first":
            return attempts[0]
        case "best":
            return max(reversed(attempts), key=lambda a: a.score)
        case _:
            return attempts[-1]
