"""What a filled-in form shows: the profile by topic, where to begin, and the gain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from salescoach.agreement import Statistic, wilson
from salescoach.answers import read_toml
from salescoach.assessment.forms import Asked, QuestionKey
from salescoach.errors import CoachError


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


def read_choices(form: Sequence[Asked], body: str) -> dict[str, str]:
    """Read which options were chosen; what was left open is not in the result.

    Raises
    ------
    CoachError
        If the body is not TOML, or names a question or an option that the form does not have.

    Examples
    --------
    >>> from salescoach.assessment.forms import LETTERS, Question
    >>> from salescoach.items import Option
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
