"""Reads and writes the gradebook. Every write is one transaction: all of it, or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from salescoach.grading.gradebook.records import (
    Change,
    Decision,
    Entry,
    InputRecord,
    Snapshot,
    StoredGrade,
    StoredHandIn,
)
from salescoach.grading.gradebook.tables import (
    ChangeRow,
    CourseRow,
    DecisionRow,
    GradeRow,
    HandInRow,
    InputRow,
)
from salescoach.grading.gradebook.words import told_in_words


class Gradebook:
    """The gradebook of one course.

    Parameters
    ----------
    engine : Engine
        The database.
    course : str
        The id of the course in it.
    title : str
        What the course is called.
    """

    def __init__(self, engine: Engine, course: str, title: str) -> None:
        self.engine = engine
        self.course = course
        self.title = title

    def close(self) -> None:
        """Let the database go."""
        self.engine.dispose()

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with (
            told_in_words(str(self.engine.url)),
            Session(self.engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            if session.get(CourseRow, self.course) is None:
                session.add(CourseRow(id=self.course, title=self.title))
                session.flush()
            yield session

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        engine = self.engine.execution_options(reading=True)
        with told_in_words(str(self.engine.url)), Session(engine) as session:
            yield session

    def snapshot(self) -> Snapshot:
        """Read everything about the course, as it is at one moment."""
        with self._reading() as session:
            hand_ins = session.scalars(
                select(HandInRow)
                .where(HandInRow.course == self.course)
                .order_by(
                    HandInRow.trainee, HandInRow.exercise, HandInRow.received, HandInRow.sha256
                )
            )
            decisions = session.scalars(
                select(DecisionRow)
                .where(DecisionRow.course == self.course)
                .order_by(DecisionRow.id)
            )
            inputs = session.scalars(
                select(InputRow).where(InputRow.course == self.course).order_by(InputRow.file)
            )
            return Snapshot(
                [_hand_in(row) for row in hand_ins],
                [_decision(row) for row in decisions],
                [_input(row) for row in inputs],
            )

    def add(self, entries: Sequence[Entry]) -> None:
        """Store files and hand-ins; a hand-in that is there already stays as it is.

        Parameters
        ----------
        entries : sequence of Entry
            All of them are stored, or none.
        """
        with self._writing() as session:
            for entry in entries:
                self._put_input(session, entry.record)
                if entry.hand_in is not None:
                    self._put_hand_in(session, entry.hand_in)

    def _put_input(self, session: Session, record: InputRecord) -> None:
        row = session.scalars(
            select(InputRow).where(InputRow.course == self.course, InputRow.file == record.file)
        ).one_or_none()
        if row is None:
            row = InputRow(course=self.course, file=record.file)
            session.add(row)
        row.sha256, row.status, row.note = record.sha256, record.status, record.note
        row.trainee, row.exercise = record.trainee, record.exercise

    def _put_hand_in(self, session: Session, hand_in: StoredHandIn) -> None:
        row = session.scalars(
            select(HandInRow).where(
                HandInRow.course == self.course,
                HandInRow.trainee == hand_in.trainee,
                HandInRow.exercise == hand_in.exercise,
                HandInRow.sha256 == hand_in.sha256,
            )
        ).one_or_none()
        if row is not None:
            # A copy of a file may be younger than the file, never older.
            if hand_in.received and (not row.received or hand_in.received < row.received):
                row.received = hand_in.received
            return
        session.add(
            HandInRow(
                course=self.course,
                trainee=hand_in.trainee,
                exercise=hand_in.exercise,
                sha256=hand_in.sha256,
                file=hand_in.file,
                received=hand_in.received,
                items=" ".join(hand_in.items),
                content=hand_in.content,
                doubt=hand_in.doubt,
                note=hand_in.note,
                grades=[_grade_row(grade) for grade in hand_in.grades],
            )
        )

    def decide(self, decision: Decision) -> None:
        """Store what a person decided, at once."""
        with self._writing() as session:
            values = asdict(decision)
            del values["id"]
            session.add(DecisionRow(course=self.course, **values))

    def change(self, changes: Sequence[Change]) -> None:
        """Write what a re-grade found, and what was there before; all of it or nothing."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._writing() as session:
            for change in changes:
                row = session.scalars(
                    select(GradeRow).where(
                        GradeRow.hand_in == change.hand_in, GradeRow.item == change.item
                    )
                ).one()
                for name, value in asdict(change.after).items():
                    setattr(row, name, value)
                if change.matters:
                    session.add(
                        ChangeRow(
                            course=self.course,
                            trainee=change.trainee,
                            exercise=change.exercise,
                            item=change.item,
                            when=now,
                            why=change.why,
                            before=json.dumps(asdict(change.before), ensure_ascii=False),
                            after=json.dumps(asdict(change.after), ensure_ascii=False),
                        )
                    )


def _grade_row(grade: StoredGrade) -> GradeRow:
    return GradeRow(**asdict(grade))


def _grade(row: GradeRow) -> StoredGrade:
    return StoredGrade(
        row.item, row.status, row.score, row.max, row.reason, row.body, row.answer_hash,
        row.key_version, row.rubric_version, row.unsure,
    )  # fmt: skip


def _hand_in(row: HandInRow) -> StoredHandIn:
    return StoredHandIn(
        row.trainee, row.exercise, row.sha256, row.file, row.received, tuple(row.items.split()),
        row.content, row.doubt, row.note, tuple(_grade(g) for g in row.grades), row.id,
    )  # fmt: skip


def _decision(row: DecisionRow) -> Decision:
    return Decision(
        row.trainee, row.exercise, row.item, row.kind, row.answer_hash, row.score, row.who,
        row.why, row.when, row.body, row.id,
    )  # fmt: skip


def _input(row: InputRow) -> InputRecord:
    return InputRecord(
        row.file, row.status, row.trainee, row.exercise, row.note, row.sha256
    )  # fmt: skip
