"""The tables of the gradebook. A change here needs a new step in `migrations/versions`."""

from __future__ import annotations

from sqlalchemy import Boolean, Float, ForeignKey, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    """All tables."""


class CourseRow(Base):
    """A course; a database server may hold many."""

    __tablename__ = "courses"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    title: Mapped[str] = mapped_column(Text)


class HandInRow(Base):
    """A notebook that was handed in."""

    __tablename__ = "hand_ins"
    __table_args__ = (UniqueConstraint("course", "trainee", "exercise", "sha256"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    course: Mapped[str] = mapped_column(ForeignKey("courses.id"), index=True)
    trainee: Mapped[str] = mapped_column(String(64))
    exercise: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64))
    file: Mapped[str] = mapped_column(Text)
    received: Mapped[str] = mapped_column(String(40))
    items: Mapped[str] = mapped_column(Text)
    content: Mapped[str] = mapped_column(Text)
    doubt: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    grades: Mapped[list[GradeRow]] = relationship(
        cascade="all, delete-orphan", order_by="GradeRow.id", lazy="selectin"
    )


class GradeRow(Base):
    """What one answer of a hand-in earned."""

    __tablename__ = "grades"
    __table_args__ = (UniqueConstraint("hand_in", "item"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    hand_in: Mapped[int] = mapped_column(ForeignKey("hand_ins.id", ondelete="CASCADE"), index=True)
    item: Mapped[str] = mapped_column(String(200))
    status: Mapped[str] = mapped_column(String(20))
    score: Mapped[float | None] = mapped_column(Float)
    max: Mapped[float] = mapped_column(Float)
    reason: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    answer_hash: Mapped[str] = mapped_column(String(64))
    key_version: Mapped[str] = mapped_column(String(64))
    rubric_version: Mapped[str] = mapped_column(String(64))
    unsure: Mapped[bool] = mapped_column(Boolean)


class DecisionRow(Base):
    """What a person decided; rows are only ever added."""

    __tablename__ = "decisions"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    course: Mapped[str] = mapped_column(ForeignKey("courses.id"), index=True)
    trainee: Mapped[str] = mapped_column(String(64))
    exercise: Mapped[str] = mapped_column(String(200))
    item: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(20))
    answer_hash: Mapped[str] = mapped_column(String(64))
    score: Mapped[float | None] = mapped_column(Float)
    who: Mapped[str] = mapped_column(Text)
    why: Mapped[str] = mapped_column(Text)
    when: Mapped[str] = mapped_column("decided_at", String(40))
    body: Mapped[str] = mapped_column(Text)


class InputRow(Base):
    """What became of one file."""

    __tablename__ = "inputs"
    __table_args__ = (UniqueConstraint("course", "file"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    course: Mapped[str] = mapped_column(ForeignKey("courses.id"), index=True)
    file: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    status: Mapped[str] = mapped_column(String(20))
    trainee: Mapped[str] = mapped_column(String(64))
    exercise: Mapped[str] = mapped_column(String(200))
    note: Mapped[str] = mapped_column(Text)


class ChangeRow(Base):
    """A grade that a re-grade changed: what it was before, and what it became."""

    __tablename__ = "changes"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    course: Mapped[str] = mapped_column(ForeignKey("courses.id"), index=True)
    trainee: Mapped[str] = mapped_column(String(64))
    exercise: Mapped[str] = mapped_column(String(200))
    item: Mapped[str] = mapped_column(String(200))
    when: Mapped[str] = mapped_column("changed_at", String(40))
    why: Mapped[str] = mapped_column(Text)
    before: Mapped[str] = mapped_column(Text)
    after: Mapped[str] = mapped_column(Text)
