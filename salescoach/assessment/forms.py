"""The bank of the skills assessment, and the two parallel forms that are drawn from it.

Each form asks twenty scenario questions, two for each topic. A question of form A has a twin in
form B, of the same topic and the same difficulty; which of the two goes where is drawn once, in a
way that is the same on every machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from salescoach.errors import CoachError
from salescoach.items import Option

FORMS: Final = ("a", "b")
PER_TOPIC: Final = 2
"""Questions for each topic in a form."""
LETTERS: Final = ("a", "b", "c", "d")
_MIXES: Final = ((1, 2), (2, 3), (1, 3))
"""The difficulties that the questions of a topic have, in turn from topic to topic."""


@dataclass(frozen=True)
class Topic:
    """What a lesson is about.

    Parameters
    ----------
    id : str
        The number of the lesson, like ``05``.
    title : str
        Its title.
    teaches : str
        What one can do afterwards, as a phrase.
    practice : str
        A quarter of an hour of practice on it, as an imperative sentence.
    """

    id: str
    title: str
    teaches: str
    practice: str


@dataclass(frozen=True)
class Question:
    """One question of the bank; it cannot hold its key.

    Parameters
    ----------
    id : str
        Its name in the bank.
    topic : str
        The id of the topic.
    difficulty : int
        1 easy, 2 medium, 3 hard, as its authors judged it.
    stem : str
        The scenario and the question.
    options : tuple of Option
        Four, a to d.
    """

    id: str
    topic: str
    difficulty: int
    stem: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class QuestionKey:
    """The right option, why it is right, and where the lessons teach it."""

    id: str
    key: str
    reason: str
    see: str


@dataclass(frozen=True)
class Asked:
    """A question in its place in a form; ``name`` (q01 to q20) stands in the answer."""

    name: str
    question: Question


def questions_from(rows: Iterable[Mapping[str, Any]]) -> tuple[Question, ...]:
    """Make questions from the rows of their table."""
    return tuple(
        Question(
            row["id"], row["topic"], row["difficulty"], row["stem"],
            tuple(Option(letter, row[letter]) for letter in LETTERS),
        )
        for row in rows
    )  # fmt: skip


def draw_forms(questions: Iterable[Question]) -> dict[str, tuple[Asked, ...]]:
    """Draw the two forms.

    Parameters
    ----------
    questions : iterable of Question
        The bank. Only names, topics and difficulties decide, not the order of the bank.

    Returns
    -------
    dict of str to tuple of Asked
        Forms ``a`` and ``b``. No question is in both; question by question they have the same
        topic and the same difficulty, wherever the bank has two of a kind.

    Raises
    ------
    CoachError
        If a topic has fewer than four questions.
    """
    topics: dict[str, list[Question]] = {}
    for question in sorted(questions, key=lambda q: _lot("bank", q.id)):
        topics.setdefault(question.topic, []).append(question)
    pairs: list[tuple[Question, Question]] = []
    for place, topic in enumerate(sorted(topics)):
        pairs += _twins(topic, topics[topic], _MIXES[place % len(_MIXES)])
    pairs.sort(key=lambda pair: _lot("order", pair[0].id))
    forms = tuple(zip(*pairs, strict=True)) or ((), ())
    return {
        form: tuple(Asked(f"q{n:02}", q) for n, q in enumerate(drawn, 1))
        for form, drawn in zip(FORMS, forms, strict=True)
    }


def _lot(purpose: str, name: str) -> str:
    """Draw lots by name: the same on every machine, whatever else is in the bank."""
    return sha256(f"{purpose}/{name}".encode()).hexdigest()


def _twins(topic: str, bank: list[Question], mix: Sequence[int]) -> list[tuple[Question, Question]]:
    if len(bank) < PER_TOPIC * len(FORMS):
        raise CoachError(
            f"The assessment has {len(bank)} questions for topic {topic!r}.",
            allowed=f"{PER_TOPIC * len(FORMS)} or more for each topic",
            next_step="Add questions to assessment.csv, and their keys.",
        )
    left, pairs = list(bank), []
    for difficulty in mix:
        # Where a bank has no twins of the wanted difficulty, the nearest ones stand in.
        left.sort(key=lambda q: (abs(q.difficulty - difficulty), q.difficulty))
        counts = Counter(q.difficulty for q in left)
        first = next((q for q in left if counts[q.difficulty] > 1), left[0])
        left.remove(first)
        second = next((q for q in left if q.difficulty == first.difficulty), left[0])
        left.remove(second)
        pairs.append((first, second))
    return pairs
