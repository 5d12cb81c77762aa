"""What waits for a person: answers the desk could not or hardly judge; and what is decided."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from salescoach import rubric
from salescoach.catalog import Catalog
from salescoach.errors import CoachError
from salescoach.grading.cells import Attempt, CellRecord, build
from salescoach.grading.course import Course
from salescoach.grading.course_bench import CourseBench
from salescoach.grading.gradebook.records import Decision, Snapshot
from salescoach.grading.results import ItemResult

WHOLE: Final = ""
"""The item of a decision on a whole hand-in."""


@dataclass(frozen=True)
class Waiting:
    """An answer, or a whole hand-in, that a person should look at.

    Parameters
    ----------
    trainee, exercise, item : str
        Whose (id) and which; the item is empty for a whole hand-in.
    label : str
        Name and id of the trainee.
    title, stem : str
        What was asked.
    kind : str
        Kind of the item; empty for a whole hand-in.
    urgent : bool
        Whether it has no score yet; otherwise the desk is only unsure.
    reason : str
        Why somebody should look.
    body : str
        The answer.
    before : str
        The answer to which somebody gave points earlier; empty if there is none.
    score : float or None
        What the desk would give.
    max : float
        The most points.
    answer_hash : str
        The answer that a decision is bound to.
    file : str
        The file.
    verdict : rubric.ScriptVerdict or None
        The marks in a script.
    """

    trainee: str
    exercise: str
    item: str
    label: str
    title: str
    stem: str
    kind: str
    urgent: bool
    reason: str
    body: str
    before: str
    score: float | None
    max: float
    answer_hash: str
    file: str
    verdict: rubric.ScriptVerdict | None = None


def review_queue(
    course: Course, catalog: Catalog, snapshot: Snapshot, *, unsure: bool = True
) -> list[Waiting]:
    """List what waits for a person: first what has no score, then what the desk is unsure of.

    Parameters
    ----------
    course : Course
        The course.
    catalog : Catalog
        The items.
    snapshot : Snapshot
        What the gradebook holds.
    unsure : bool
        Whether verdicts that the desk itself doubts belong to the list.
    """
    bench = CourseBench(course, catalog)
    found: list[Waiting] = []
    for record in build(course, snapshot.hand_ins, snapshot.decisions):
        best = course.policies.repeated == "best"
        for attempt in record.attempts if best else (record.counts,):
            if attempt is not None:
                found += _waiting(record, attempt, bench)
    return [w for w in sorted(found, key=lambda w: not w.urgent) if w.urgent or unsure]


def _waiting(record: CellRecord, attempt: Attempt, bench: CourseBench) -> list[Waiting]:
    hand_in = attempt.hand_in
    who = record.trainee
    found = []
    if attempt.doubt:
        most = sum(s.grade.max for s in attempt.settled)
        found.append(
            Waiting(
                who.id, record.exercise.id, WHOLE, who.label, "The whole hand-in", "", "", True,
                attempt.doubt, "", "", attempt.points, most, hand_in.sha256, hand_in.file,
            )
        )  # fmt: skip
    open_ones = [s for s in attempt.settled if s.grade.status == "review" or s.grade.unsure]
    results = bench.results(hand_in) if open_ones else {}
    raw = {grade.item: grade for grade in hand_in.grades}
    for settled in open_ones:
        grade = settled.grade
        urgent = grade.status == "review"
        if grade.item not in results or (settled.decision and not urgent):
            continue
        result = results[grade.item]
        reason = grade.reason if urgent else f"{_doubts(result)} {grade.reason}"
        before = settled.changed_since.body if settled.changed_since else ""
        found.append(
            Waiting(
                who.id, record.exercise.id, grade.item, who.label, result.item.title,
                result.item.stem, result.item.kind, urgent, reason, grade.body, before,
                raw[grade.item].score, grade.max, grade.answer_hash, hand_in.file, result.verdict,
            )
        )  # fmt: skip
    return found


def _doubts(result: ItemResult) -> str:
    if result.verdict is None:
        return "The desk is unsure."
    labels = {c.name: c.label for c in rubric.criteria(result.item.kind)}
    doubted = [labels[c.name].lower() for c in result.verdict.criteria if c.unsure]
    return f"The desk is unsure about: {'; '.join(doubted)}."


def override(waiting: Waiting, score: object, who: str, why: str) -> Decision:
    """Decide that another score counts.

    Parameters
    ----------
    waiting : Waiting
        What was looked at.
    score : object
        The points, 0 to `waiting.max`.
    who, why : str
        By whom and why; both are kept in the gradebook.

    Raises
    ------
    CoachError
        If the score is not possible, or name or reason are missing.
    """
    try:
        points = float(score)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        points = math.nan
    if isinstance(score, bool) or not 0 <= points <= waiting.max:
        raise CoachError(
            f"{score!r} points cannot be given.", allowed=f"a number from 0 to {waiting.max:g}",
            next_step="Nothing was saved; give other points.",
        )  # fmt: skip
    return _decision(waiting, "override", round(points, 2), who, why)


def accept(waiting: Waiting, who: str, why: str = "The desk is right.") -> Decision:
    """Decide that the score of the desk holds.

    Parameters
    ----------
    waiting : Waiting
        What was looked at.
    who, why : str
        By whom and why.

    Raises
    ------
    CoachError
        If the desk gave no score, or the name is missing.
    """
    if waiting.score is None:
        raise CoachError(
            "The desk gave no score that could be accepted.",
            next_step="Give points, with a reason.",
        )
    # Accepting an answer that changed since somebody gave points gives it the desk's points.
    kind = "override" if waiting.before else "accept"
    return _decision(waiting, kind, waiting.score, who, why)


def find(waiting: Sequence[Waiting], trainee: str, exercise: str, item: str) -> Waiting | None:
    """Find something in the queue; None if it is not there."""
    key = (trainee.casefold(), exercise, item)
    return next(
        (w for w in waiting if (w.trainee.casefold(), w.exercise, w.item) == key), None
    )  # fmt: skip


def every_answer(course: Course, catalog: Catalog, snapshot: Snapshot) -> list[Waiting]:
    """List every answer that counts, so that any score can be overridden.

    Parameters
    ----------
    course : Course
        The course.
    catalog : Catalog
        The items.
    snapshot : Snapshot
        What the gradebook holds.
    """
    found = []
    for record in build(course, snapshot.hand_ins, snapshot.decisions):
        if (attempt := record.counts) is None:
            continue
        hand_in = attempt.hand_in
        who = record.trainee
        most = sum(s.grade.max for s in attempt.settled)
        found.append(
            Waiting(
                who.id, record.exercise.id, WHOLE, who.label, "The whole hand-in", "", "", False,
                attempt.doubt, "", "", attempt.points, most, hand_in.sha256, hand_in.file,
            )
        )  # fmt: skip
        for settled in attempt.settled:
            grade = settled.grade
            before = settled.changed_since.body if settled.changed_since else ""
            found.append(
                Waiting(
                    who.id, record.exercise.id, grade.item, who.label, grade.item, "", "", False,
                    grade.reason, grade.body, before, grade.score, grade.max, grade.answer_hash,
                    hand_in.file,
                )
            )  # fmt: skip
    return found


def _decision(waiting: Waiting, kind: str, score: float, who: str, why: str) -> Decision:
    who, why = " ".join(who.split()), " ".join(why.split())
    if not who or not why:
        missing = "who decides" if not who else "a reason"
        raise CoachError(
            f"This decision lacks {missing}; nothing was saved.",
            next_step="Write it: the gradebook keeps who decided, why and when.",
        )
    when = datetime.now(UTC).isoformat(timespec="seconds")
    return Decision(
        waiting.trainee, waiting.exercise, waiting.item, kind, waiting.answer_hash, score,
        who[:200], why[:2000], when, waiting.body,
    )  # fmt: skip
