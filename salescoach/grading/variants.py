"""Draws the items of each trainee: derived from the secret, so never stored and never guessed.

All trainees of a course get situations by the same plan, a list of kinds with a difficulty; which
situation of that kind and difficulty it is differs. So nobody's exercise is expected to be harder.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import mean

from salescoach.catalog import Catalog
from salescoach.errors import CoachError
from salescoach.grading.course import Course, CourseExercise
from salescoach.grading.sealing import digest, ranked
from salescoach.items import Item
from salescoach.signals.items import SignalKey
from salescoach.signals.questions import questions

Stratum = tuple[str, int]


def draw(
    course: Course,
    trainee: str,
    exercise: CourseExercise,
    catalog: Catalog,
    keys: Mapping[str, SignalKey],
) -> tuple[str, ...]:
    """Draw the items of one trainee.

    Parameters
    ----------
    course : Course
        Its secret decides.
    trainee : str
        The id of the trainee.
    exercise : CourseExercise
        Its variant says what is drawn.
    catalog : Catalog
        The items.
    keys : mapping
        The keys of the situations: their kinds and difficulties.

    Returns
    -------
    tuple of str
        The graded items of the exercise that this trainee gets, then the drawn situations.
    """
    who = (trainee.casefold(), exercise.id)
    left_out = {
        item
        for pool in exercise.variant.pools
        for item in ranked(course.secret, pool.of, "pool", *who)[pool.draw :]
    }
    fixed = [i.id for i in catalog.items_of(exercise.id) if i.points > 0 and i.id not in left_out]
    by_stratum: dict[Stratum, list[str]] = {}
    for name in catalog.signals:
        if name in keys:
            by_stratum.setdefault((keys[name].kind, keys[name].difficulty), []).append(name)
    drawn = [
        name
        for stratum, count in plan(course.secret, exercise, by_stratum).items()
        for name in ranked(course.secret, by_stratum[stratum], "draw", *who)[:count]
    ]
    return (*fixed, *ranked(course.secret, drawn, "order", *who))


def plan(
    secret: bytes, exercise: CourseExercise, bank: Mapping[Stratum, Sequence[str]]
) -> Counter[Stratum]:
    """Decide how many situations of each kind and difficulty everybody gets.

    Parameters
    ----------
    secret : bytes
        The secret of the course.
    exercise : CourseExercise
        The exercise.
    bank : mapping
        The situations of each kind and difficulty.

    Returns
    -------
    Counter
        Kinds come in turn; difficulties as the bank has them, as nearly as that goes.

    Raises
    ------
    CoachError
        If the bank is too small.
    """
    wanted = exercise.variant.signals
    size = Counter({stratum: len(names) for stratum, names in bank.items()})
    if wanted > size.total():
        raise CoachError(
            f"{exercise.id}: {wanted} situations cannot be drawn; the bank has {size.total()}.",
            allowed=f"signals = 0 to {size.total()}", next_step="Change it in course.toml.",
        )  # fmt: skip
    share = Counter[int]()
    for (_, difficulty), count in size.items():
        share[difficulty] += count
    kinds = ranked(secret, {kind for kind, _ in size}, "kinds", exercise.id)
    taken: Counter[Stratum] = Counter()
    used: Counter[int] = Counter()
    turn = 0
    while taken.total() < wanted:
        kind = kinds[turn % len(kinds)]
        turn += 1
        free = [s for s in sorted(size) if s[0] == kind and taken[s] < size[s]]
        if not free:
            continue
        # With one situation left there is nothing to draw: take such a stratum last.
        best = min(
            free,
            key=lambda s: (size[s] - taken[s] < 2, (used[s[1]] + 1) / share[s[1]],
                           digest(secret, "plan", exercise.id, *map(str, s))),
        )  # fmt: skip
        taken[best] += 1
        used[best[1]] += 1
    return taken


def items_for(names: Iterable[str], exercise: CourseExercise, catalog: Catalog) -> list[Item]:
    """Turn what was drawn into items: a situation asks two questions.

    Parameters
    ----------
    names : iterable of str
        Item ids and ids of situations; unknown ones are left out.
    exercise : CourseExercise
        The exercise that asks.
    catalog : Catalog
        The items.
    """
    found: list[Item] = []
    for name in names:
        if name in catalog.items:
            found.append(catalog.items[name])
        elif name in catalog.signals:
            points = exercise.variant.signal_points
            found.extend(questions(catalog.signals[name], exercise.id, points))
    return found


@dataclass(frozen=True)
class Spread:
    """How even the draws of an exercise are.

    Parameters
    ----------
    exercise : str
        The exercise.
    low, middle, high : float
        Lowest, mean and highest mean difficulty of a trainee's situations (1 easy to 3 hard, as
        the authors expect).
    shared : float or None
        The share of situations that two trainees have in common, on average over all pairs (of
        the first 60 trainees); None with fewer than two.
    """

    exercise: str
    low: float
    middle: float
    high: float
    shared: float | None

    def __str__(self) -> str:
        told = (
            f"{self.exercise}: expected difficulty {self.middle:.2f} on average "
            f"({self.low:.2f} to {self.high:.2f}; 1 easy, 3 hard)"
        )
        if self.shared is None:
            return f"{told}."
        return f"{told}; two trainees share {self.shared:.0%} of their situations."


def spread(
    exercise: CourseExercise, draws: Sequence[Sequence[str]], keys: Mapping[str, SignalKey]
) -> Spread | None:
    """Measure how even the draws of an exercise are; None if it draws no situations.

    Parameters
    ----------
    exercise : CourseExercise
        The exercise.
    draws : sequence of sequences of str
        What each trainee got.
    keys : mapping
        The keys of the situations.
    """
    drawn = [[name for name in names if name in keys] for names in draws]
    if not drawn or not all(drawn):
        return None
    levels = [mean(keys[name].difficulty for name in names) for names in drawn]
    pairs = list(combinations([set(names) for names in drawn[:60]], 2))
    shared = mean(len(a & b) / len(a) for a, b in pairs) if pairs else None
    return Spread(exercise.id, min(levels), mean(levels), max(levels), shared)
