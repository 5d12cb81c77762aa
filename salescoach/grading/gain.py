"""Before and after: what the same people earned in the assessment at both ends of a course."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev
from typing import Final

from salescoach.agreement import Statistic
from salescoach.agreement.statistic import Z95
from salescoach.grading.desk import Grade

LEAST_PAIRS: Final = 5
"""People that it takes for an interval; with fewer it would say more about the formula."""

_BEFORE = re.compile(r"(?:exercise-)?00-")
_AFTER = re.compile(r"(?:exercise-)?10-")

# The 97.5 % point of Student's t for 1 to 30 degrees of freedom.
_T: Final = (
    12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281,
    2.2010, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860,
    2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423,
)  # fmt: skip


@dataclass(frozen=True)
class Gain:
    """The difference between two assessments of the same people.

    Parameters
    ----------
    pairs : tuple
        Share of the points before and after, 0 to 1, for each person who took both.
    difference : Statistic
        Mean of after minus before, with the 95 % interval of a paired t.
    only_before, only_after : int
        People who took one of the two; they cannot count.
    """

    pairs: tuple[tuple[float, float], ...]
    difference: Statistic
    only_before: int
    only_after: int

    def sentence(self) -> str:
        """Say what the figures mean, and what they cannot show."""
        n = len(self.pairs)
        if n == 0:
            return "Nobody took both assessments, so there is no gain to tell."
        before, after = fmean(b for b, _ in self.pairs), fmean(a for _, a in self.pairs)
        said = (
            f"{n} {'person' if n == 1 else 'people'} took both: on average {before:.0%} of the "
            f"points before and {after:.0%} after"
        )
        low, high = self.difference.low, self.difference.high
        if low is None or high is None:
            said += f". There is no interval: {self.difference.reason}."
        else:
            said += (
                f", a difference of {100 * (after - before):+.0f} points of a hundred "
                f"(95 % interval {100 * low:+.0f} to {100 * high:+.0f})."
            )
            if low <= 0 <= high:
                said += " That may be chance."
        left = self.only_before + self.only_after
        if left:
            said += f" {left} took only one of the two and cannot count."
        return (
            f"{said} Nobody was left without the course to compare with: seeing the same "
            "questions again, and who stayed to the end, are part of this difference."
        )


def gain(before: Mapping[str, float], after: Mapping[str, float]) -> Gain:
    """Compare two assessments, person by person.

    Parameters
    ----------
    before, after : mapping
        For each person the share of the points, 0 to 1.

    Examples
    --------
    >>> print(gain({"a": 0.2, "b": 0.4}, {"a": 0.5, "b": 0.5, "c": 1.0}).difference.reason)
    2 people took both, and it takes 5
    """
    people = sorted(before.keys() & after.keys())
    pairs = tuple((before[p], after[p]) for p in people)
    return Gain(
        pairs,
        paired_difference([b - a for a, b in pairs]),
        len(before.keys() - after.keys()),
        len(after.keys() - before.keys()),
    )


def paired_difference(differences: Sequence[float]) -> Statistic:
    """Mean difference with the 95 % interval of Student's paired t.

    Parameters
    ----------
    differences : sequence of float
        After minus before, one for each person.

    Examples
    --------
    >>> print(paired_difference([0.1, 0.2, 0.0, 0.3, 0.2]))
    0.16 (95 % interval 0.02 to 0.30)
    """
    n = len(differences)
    if n == 0:
        return Statistic(None, reason="nobody took both")
    mean = fmean(differences)
    if n < LEAST_PAIRS:
        word = "person" if n == 1 else "people"
        return Statistic(mean, reason=f"{n} {word} took both, and it takes {LEAST_PAIRS}")
    half = t_point(n - 1) * stdev(differences) / sqrt(n)
    return Statistic(mean, mean - half, mean + half)


def t_point(freedom: int) -> float:
    """Give the 97.5 % point of Student's t: a table, then the series of Peiser (1943).

    Examples
    --------
    >>> round(t_point(60), 3), round(t_point(1000), 3)
    (2.0, 1.962)
    """
    if freedom <= len(_T):
        return _T[freedom - 1]
    z = Z95
    return z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)


def assessment_gain(grades: Iterable[Grade]) -> Gain | None:
    """Find the assessments of lessons 00 and 10 among the grades, and compare them.

    Returns
    -------
    Gain or None
        None if one of the two was handed in by nobody.
    """
    before: dict[str, float] = {}
    after: dict[str, float] = {}
    for grade in grades:
        if grade.score is None or not grade.max or grade.status in ("review", "blank"):
            continue
        if _BEFORE.match(grade.exercise):
            before[grade.trainee] = grade.score / grade.max
        elif _AFTER.match(grade.exercise):
            after[grade.trainee] = grade.score / grade.max
    return gain(before, after) if before and after else None
