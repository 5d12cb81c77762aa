"""A course: its exercises, policies and trainees, as the files of a course folder say."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from salescoach.errors import CoachError

COURSE_FILE: Final = "course.toml"
ROSTER_FILE: Final = "roster.csv"
EXTENSIONS_FILE: Final = "extensions.csv"
SECRET_FILE: Final = "secret.key"
INBOX: Final = "inbox"

Late = Literal["accept", "deduct", "refuse"]
Repeated = Literal["last", "best", "first"]
Unsigned = Literal["accept", "review"]


@dataclass(frozen=True)
class Fault:
    """One thing in a course folder that should be put right.

    Parameters
    ----------
    file : str
        The file, as the instructor knows it.
    line, column : int
        Where it stands, from 1; in a table the row and the column of the spreadsheet. 0 if it
        concerns the whole file.
    problem : str
        What is wrong, in a sentence.
    allowed : str
        What may stand there.
    note : bool
        Whether the course can be used all the same.
    """

    file: str
    line: int
    column: int
    problem: str
    allowed: str = ""
    note: bool = False

    def __str__(self) -> str:
        unit = "row" if self.file.endswith(".csv") else "line"
        where = f", {unit} {self.line}, column {self.column}" if self.line else ""
        told = f"{self.file}{where}: {self.problem}"
        told = f"Note: {told}" if self.note else told
        return f"{told} Allowed: {self.allowed}." if self.allowed else told


@dataclass(frozen=True)
class Trainee:
    """One person of the roster."""

    id: str
    name: str
    group: str = ""

    @property
    def label(self) -> str:
        """Name and id, as tables and pages show them."""
        return f"{self.name} ({self.id})"


@dataclass(frozen=True)
class Pool:
    """Choice items of an exercise of which each trainee gets only some."""

    draw: int
    of: tuple[str, ...]


@dataclass(frozen=True)
class Variant:
    """What differs from trainee to trainee in an exercise.

    Parameters
    ----------
    signals : int
        How many situations are drawn from the signal bank; each adds two questions.
    signal_points : float
        Points for one situation, half for its kind and half for the next move.
    pools : tuple of Pool
        Choice items of the exercise itself of which only some are drawn.
    """

    signals: int = 0
    signal_points: float = 2.0
    pools: tuple[Pool, ...] = ()


@dataclass(frozen=True)
class CourseExercise:
    """An exercise of the course.

    Parameters
    ----------
    id : str
        The exercise in the catalog.
    due : datetime or None
        When it is due, with time zone; None if it is never late.
    weight : float
        How much it counts in the final mark, against the other weights.
    variant : Variant
        What differs from trainee to trainee; by default nothing.
    """

    id: str
    due: datetime | None = None
    weight: float = 1.0
    variant: Variant = Variant()


@dataclass(frozen=True)
class Policies:
    """How the course deals with late, repeated and unsigned hand-ins.

    Parameters
    ----------
    late : {"accept", "deduct", "refuse"}
        Late hand-ins count in full, lose a share of their points for each day, or earn nothing.
    late_percent_per_day : float
        The share, in percent, for each day begun.
    late_grace_hours : float
        How late is still in time.
    repeated : {"last", "best", "first"}
        Which of several hand-ins counts.
    unsigned : {"accept", "review"}
        What becomes of a notebook without a ticket when its name is on the roster.
    """

    late: Late = "accept"
    late_percent_per_day: float = 10.0
    late_grace_hours: float = 0.0
    repeated: Repeated = "last"
    unsigned: Unsigned = "accept"


@dataclass(frozen=True)
class Course:
    """A course folder that was read and found in order.

    Parameters
    ----------
    folder : Path
        The course folder.
    title : str
        What the course is called.
    exercises : tuple of CourseExercise
        In the order of the course.
    roster : tuple of Trainee
        In the order of the file.
    policies : Policies
        How late, repeated and unsigned hand-ins are treated.
    extensions : dict
        Later due dates: ``(trainee id, exercise id)`` to a time.
    secret : bytes
        What tickets and draws are made with.
    show_keys : bool
        Whether feedback pages say what would have been right.
    gradebook_url : str
        Where the gradebook is; empty for a file in the folder.
    data : str
        The folder of an own data pack; empty for the built-in one.
    share_class_profile : bool
        Whether trainees may be shown how their class did in the assessment, as a group.
    """

    folder: Path
    title: str
    exercises: tuple[CourseExercise, ...]
    roster: tuple[Trainee, ...]
    policies: Policies = Policies()
    extensions: dict[tuple[str, str], datetime] = field(default_factory=dict)
    secret: bytes = field(default=b"", repr=False)
    show_keys: bool = False
    gradebook_url: str = ""
    data: str = ""
    share_class_profile: bool = False

    @property
    def inbox(self) -> Path:
        """Where hand-ins are put."""
        return self.folder / INBOX

    @property
    def data_folder(self) -> Path | None:
        """The folder of the own data pack; None for the built-in one."""
        return self.folder / self.data if self.data else None

    def exercise(self, name: str) -> CourseExercise | None:
        """Get an exercise of the course; None if the course has none of that name."""
        return next((e for e in self.exercises if e.id == name), None)

    def trainee(self, name: str) -> Trainee | None:
        """Get a trainee by id; capitals do not matter."""
        return next((t for t in self.roster if t.id.casefold() == name.casefold()), None)

    def due(self, trainee: str, exercise: CourseExercise) -> datetime | None:
        """Tell when somebody's exercise is due, extensions included."""
        return self.extensions.get((trainee, exercise.id), exercise.due)


def open_course(folder: Path) -> Course:
    """Read a course folder.

    Parameters
    ----------
    folder : Path
        A folder made by ``salescoach course new``.

    Raises
    ------
    CoachError
        If anything in it must be put right first; the message tells the first fault.
    """
    from salescoach.grading.course_reading import read_course

    course, faults = read_course(folder)
    grave = [fault for fault in faults if not fault.note]
    if course is None or grave:
        count = "one fault" if len(grave) == 1 else f"{len(grave)} faults; the first"
        raise CoachError(
            f"The course in {str(folder)!r} has {count}: {grave[0]}",
            next_step=f"Run `salescoach course check {folder}` to see all, and mend them.",
        )
    return course
