"""The profile of a class: figures of a group, from which nobody in it can be made out.

An instructor may give it to the class, so that a learner sees where the others stand. It holds no
name, no answer and no key, and says nothing of a group that is too small.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import ceil, floor
from statistics import median
from typing import Final

from salescoach.agreement import score_interval
from salescoach.assessment.forms import Asked
from salescoach.assessment.scoring import Profile, TopicScore
from salescoach.errors import CoachError

CLASS_FILE: Final = "class-profile.toml"
"""What the file with the profile of a class is called."""

LEAST: Final = 8
"""People that it takes: of fewer nothing is said."""

FEW: Final = 3
"""So many must differ from the rest; if fewer do, a figure would tell what the others answered."""

STEP: Final = 5
"""Shares are given to the nearest so many of a hundred."""

RULE: Final = f"""\
Nothing is said of fewer than {LEAST} people. Of the results there are the middle one and the middle
half, never the lowest or the highest. Of a topic there is the share of right answers, to the
nearest {STEP} of a hundred, if {FEW} people or more missed something in it and {FEW} or more got
something right. Else it is hidden: it would tell what each of them answered."""
"""The rule in words, as it stands in the file."""


@dataclass(frozen=True)
class ClassTopic:
    """How many answers of a class were right in a topic, in percent.

    Parameters
    ----------
    right : int
        The share, to the nearest `STEP`.
    low, high : int
        Its 95 % interval, rounded outwards; each person counts as one case.
    """

    right: int
    low: int
    high: int


@dataclass(frozen=True)
class ClassForm:
    """A class in one form of the assessment.

    Parameters
    ----------
    edition : str
        Which questions the form had; see `edition_of`.
    people : int
        How many filled it in completely.
    asked : int
        How many questions it has.
    middle_half : tuple of int or None
        Between which results the middle half lies; None where it is hidden.
    median : float or None
        The middle result; None where it is hidden.
    topics : dict of str to ClassTopic or None
        By topic; None where it is hidden.
    """

    edition: str
    people: int
    asked: int
    middle_half: tuple[int, int] | None
    median: float | None
    topics: dict[str, ClassTopic | None]


@dataclass(frozen=True)
class ClassProfile:
    """What a class is told about itself: the title of the course, and its forms, ``a`` or ``b``."""

    course: str
    forms: dict[str, ClassForm]


def edition_of(form: Sequence[Asked]) -> str:
    """Give a form a short name that changes with its questions, and tells nothing of them."""
    names = " ".join(f"{asked.name}={asked.question.id}" for asked in form)
    return sha256(names.encode()).hexdigest()[:12]


def class_form(form: Sequence[Asked], profiles: Sequence[Profile]) -> ClassForm | None:
    """Sum the complete forms of a class up; None if there are too few of them.

    Parameters
    ----------
    form : sequence of Asked
        The questions.
    profiles : sequence of Profile
        One for each person; their order does not matter.
    """
    people = len(profiles)
    if people < LEAST:
        return None
    totals = sorted(profile.total.right for profile in profiles)
    alike = max(Counter(totals).values())
    told = people - alike >= FEW
    topics = {
        score.topic: _topic([profile.topics[place] for profile in profiles])
        for place, score in enumerate(profiles[0].topics)
    }
    return ClassForm(
        edition_of(form), people, len(form),
        (totals[people // 4], totals[-(people // 4) - 1]) if told else None,
        float(median(totals)) if told else None,
        topics,
    )  # fmt: skip


def _topic(scores: Sequence[TopicScore]) -> ClassTopic | None:
    missed = sum(score.right < score.asked for score in scores)
    hit = sum(score.right > 0 for score in scores)
    if min(missed, hit) < FEW:
        return None
    share = sum(score.right for score in scores) / sum(score.asked for score in scores)
    found = score_interval(share, len(scores))
    low, high = found.low or 0.0, found.high or 0.0
    steps = 100 / STEP
    return ClassTopic(
        STEP * round(share * steps), STEP * floor(low * steps), STEP * ceil(high * steps)
    )


def fits(found: ClassForm, form: Sequence[Asked]) -> None:
    """Make sure that a class filled in this very form.

    Raises
    ------
    CoachError
        If it was another edition.
    """
    if found.edition != edition_of(form) or found.asked != len(form):
        raise CoachError(
            f"The class of {CLASS_FILE} answered other questions than this form has, so the two "
            "cannot be compared.",
            next_step="Ask your instructor for the file that belongs to your workbook.",
        )
