"""The skills assessment: two parallel forms from one bank, the profile by topic, and the gain.

Each form asks twenty scenario questions, two for each topic. A question of form A has a twin in
form B, of the same topic and the same difficulty; which of the two goes where is drawn once, in a
way that is the same on every machine.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import sqrt
from typing import Any, Final

from salescoach.agreement import Statistic, wilson
from salescoach.answers import read_toml
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


@dataclass(frozen=True)
class TopicScore:
    """How many questions of a topic were right."""

    topic: str
    right: int
    asked: int

    @property
    def share(self) -> Statistic:
        """The share of right answers with its 95 % interval (Wilson)."""
        return wilson(self.right, self.asked)


@dataclass(frozen=True)
class Missed:
    """A question that was answered otherwise than the key says."""

    asked: Asked
    chosen: str
    key: QuestionKey


@dataclass(frozen=True)
class Profile:
    """What a filled-in form shows.

    Parameters
    ----------
    topics : tuple of TopicScore
        In the order of the lessons.
    missed : tuple of Missed
        In the order of the form.
    """

    topics: tuple[TopicScore, ...]
    missed: tuple[Missed, ...]

    @property
    def total(self) -> TopicScore:
        """All topics together."""
        return TopicScore(
            "all", sum(t.right for t in self.topics), sum(t.asked for t in self.topics)
        )


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


def read_choices(form: Sequence[Asked], body: str) -> dict[str, str]:
    """Read which options were chosen; what was left open is not in the result.

    Raises
    ------
    CoachError
        If the body is not TOML, or names a question or an option that the form does not have.

    Examples
    --------
    >>> options = tuple(Option(letter, "…") for letter in LETTERS)
    >>> form = [Asked("q01", Question("x", "01", 1, "?", options))]
    >>> read_choices(form, 'q01 = "B"')
    {'q01': 'b'}
    """
    allowed = {asked.name: [option.id for option in asked.question.options] for asked in form}
    chosen = {}
    for name, value in read_toml(body).items():
        letter = value.strip().lower() if isinstance(value, str) else value
        if name not in allowed:
            raise CoachError(
                f"There is no question {name!r} in this form.",
                allowed=f"{form[0].name} to {form[-1].name}",
                next_step="Take that line out, or mend its name.",
            )
        if letter == "":
            continue
        if letter not in allowed[name]:
            raise CoachError(
                f"{name} has no option {value!r}.",
                allowed=", ".join(f'{name} = "{letter}"' for letter in allowed[name]),
                next_step="Mend that line; nothing else was changed.",
            )
        chosen[name] = letter
    return {asked.name: chosen[asked.name] for asked in form if asked.name in chosen}


def profile(
    form: Sequence[Asked], keys: Mapping[str, QuestionKey], choices: Mapping[str, str]
) -> Profile:
    """Score a form; a question left open counts as not right."""
    right, asked, missed = Counter[str](), Counter[str](), []
    for place in form:
        key = keys[place.question.id]
        hit = choices.get(place.name) == key.key
        asked[place.question.topic] += 1
        right[place.question.topic] += hit
        if not hit:
            missed.append(Missed(place, choices.get(place.name, ""), key))
    topics = tuple(TopicScore(topic, right[topic], asked[topic]) for topic in sorted(asked))
    return Profile(topics, tuple(missed))


def path(found: Profile) -> tuple[TopicScore, ...]:
    """Suggest an order of the lessons: the weakest first, else in the order of the course."""
    return tuple(sorted(found.topics, key=lambda t: (t.right / t.asked, t.topic)))


@dataclass(frozen=True)
class Gain:
    """The first form beside the last.

    Parameters
    ----------
    first, last : TopicScore
        The totals.
    difference : Statistic
        Last minus first, as a share, with its 95 % interval.
    needed : int or None
        The smallest gain, in questions, whose interval would lie above zero; None if even a full
        form would not reach it.
    """

    first: TopicScore
    last: TopicScore
    difference: Statistic
    needed: int | None


def gain(first: TopicScore, last: TopicScore) -> Gain:
    """Compare two forms.

    Notes
    -----
    The interval is Newcombe's (1998, method 10): it joins the Wilson intervals of the two shares.
    It takes the questions of both forms as draws from one large bank.

    Examples
    --------
    >>> found = gain(TopicScore("all", 11, 20), TopicScore("all", 14, 20))
    >>> print(found.difference, found.needed)
    0.15 (95 % interval -0.14 to 0.41) 6
    """
    enough = (
        more - first.right
        for more in range(first.right + 1, last.asked + 1)
        if (_difference(first, TopicScore("all", more, last.asked)).low or 0) > 0
    )
    return Gain(first, last, _difference(first, last), next(enough, None))


def _difference(first: TopicScore, last: TopicScore) -> Statistic:
    before, after = first.share, last.share
    if before.value is None or after.value is None:
        return Statistic(None, reason="a form has no questions")
    assert before.low is not None and before.high is not None  # noqa: PT018
    assert after.low is not None and after.high is not None  # noqa: PT018
    down = sqrt((after.value - after.low) ** 2 + (before.high - before.value) ** 2)
    up = sqrt((after.high - after.value) ** 2 + (before.value - before.low) ** 2)
    value = after.value - before.value
    return Statistic(value, value - down, value + up)
