"""What the gradebook holds, as plain values: no database is needed to make or read them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from salescoach.answers import Answer
from salescoach.grading.reading import HandIn, Stray

MOST_STRAYS = 100
LONGEST_TEXT = 50_000


@dataclass(frozen=True)
class StoredGrade:
    """What one answer earned, and by which key and rubric.

    Parameters
    ----------
    item : str
        The item.
    status : str
        One of `salescoach.grading.scoring.ITEM_STATUSES`.
    score : float or None
        Points; None where a person must look first.
    max : float
        The most points.
    reason : str
        Why, in a sentence.
    body : str
        The answer as it was scored.
    answer_hash : str
        Hash of the answer: equal exactly if the answer is.
    key_version, rubric_version : str
        Hashes of the key and of the rubric; empty where none was needed.
    unsure : bool
        Whether the desk itself doubts its verdict.
    """

    item: str
    status: str
    score: float | None
    max: float
    reason: str
    body: str
    answer_hash: str
    key_version: str = ""
    rubric_version: str = ""
    unsure: bool = False


@dataclass(frozen=True)
class StoredHandIn:
    """A notebook that was handed in, with what it earned.

    Parameters
    ----------
    trainee, exercise : str
        Whose it is, and what.
    sha256 : str
        Hash of the file.
    file : str
        What the file was called when it was first read.
    received : str
        When it came, ISO 8601 in UTC; empty if unknown.
    items : tuple of str
        The items that were drawn for it; empty if the exercise is the same for all.
    content : str
        What it answers, as JSON: enough to grade it again.
    doubt : str
        Why a person must look at the whole of it; empty if there is no doubt.
    note : str
        What else the instructor should know.
    grades : tuple of StoredGrade
        One for each item.
    id : int
        Number in the gradebook; 0 before it is stored.
    """

    trainee: str
    exercise: str
    sha256: str
    file: str
    received: str
    items: tuple[str, ...]
    content: str
    doubt: str = ""
    note: str = ""
    grades: tuple[StoredGrade, ...] = ()
    id: int = 0

    def hand_in(self) -> HandIn:
        """Give back what was read, so that it can be scored again."""
        values = json.loads(self.content)
        answers: dict[str, list[Answer]] = {}
        for item, body, mistyped in values["answers"]:
            answers.setdefault(item, []).append(Answer(item, body, mistyped))
        strays = tuple(Stray(text, after) for text, after in values["strays"])
        return HandIn(
            self.file, opened=self.exercise, answers=answers, strays=strays, sha256=self.sha256
        )


def as_content(hand_in: HandIn) -> str:
    """Write what a hand-in answers as JSON; cells that are no answers are kept within limits."""
    answers = [
        [item, answer.body[:LONGEST_TEXT], answer.mistyped]
        for item, found in hand_in.answers.items()
        for answer in found
    ]
    strays = [[s.text[:LONGEST_TEXT], s.after] for s in hand_in.strays[:MOST_STRAYS]]
    return json.dumps({"answers": answers, "strays": strays}, ensure_ascii=False)


def answer_hash(item: str, body: str) -> str:
    """Hash an answer.

    Examples
    --------
    >>> answer_hash("voicemail-1", "Hi")[:8]
    'bc8352d0'
    """
    return hashlib.sha256(f"{item}\0{body}".encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Decision:
    """What a person decided about an answer, bound to that very answer.

    Parameters
    ----------
    trainee, exercise : str
        Whose work.
    item : str
        The item; empty for the whole hand-in.
    kind : str
        ``override`` (this score counts) or ``accept`` (what the desk said holds).
    answer_hash : str
        The answer that was looked at; for a whole hand-in the hash of the file.
    score : float or None
        The points; for ``accept`` those that the desk had given.
    who, why, when : str
        By whom, why, and when (ISO 8601 in UTC).
    body : str
        The answer that was looked at.
    id : int
        Number in the gradebook; later decisions have higher ones.
    """

    trainee: str
    exercise: str
    item: str
    kind: str
    answer_hash: str
    score: float | None
    who: str
    why: str
    when: str
    body: str = ""
    id: int = 0


@dataclass(frozen=True)
class InputRecord:
    """What became of one file.

    Parameters
    ----------
    file : str
        The file as the instructor knows it.
    status : str
        One of `salescoach.grading.cells.INPUT_STATUSES`.
    trainee, exercise : str
        Whose and what it is; empty if that is not certain.
    note : str
        What the instructor should know.
    sha256 : str
        Hash of the file; empty if it could not be read.
    """

    file: str
    status: str
    trainee: str = ""
    exercise: str = ""
    note: str = ""
    sha256: str = ""


@dataclass(frozen=True)
class Entry:
    """One file and what it holds, if it is a hand-in: stored together or not at all."""

    record: InputRecord
    hand_in: StoredHandIn | None = None


@dataclass(frozen=True)
class Change:
    """A grade that a re-grade changes.

    Parameters
    ----------
    trainee, exercise, item : str
        Whose and which.
    before, after : StoredGrade
        What it was and what it becomes.
    hand_in : int
        Number of the hand-in in the gradebook.
    why : str
        What has changed: the key, the rubric, or both.
    """

    trainee: str
    exercise: str
    item: str
    before: StoredGrade
    after: StoredGrade
    hand_in: int
    why: str = ""

    @property
    def matters(self) -> bool:
        """Whether score or status change, not only reason and version."""
        return (self.before.status, self.before.score) != (self.after.status, self.after.score)


@dataclass
class Snapshot:
    """All that the gradebook holds of a course, read at one moment."""

    hand_ins: list[StoredHandIn] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    inputs: list[InputRecord] = field(default_factory=list)


def with_grades(hand_in: StoredHandIn, grades: Sequence[StoredGrade]) -> StoredHandIn:
    """Give a hand-in other grades."""
    return replace(hand_in, grades=tuple(grades))
