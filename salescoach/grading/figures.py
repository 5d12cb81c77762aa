"""Figures about a class: how hard each item was, whether it tells apart, what was chosen wrongly.

A figure that so few hand-ins cannot carry is left out, and the reason stands in its place.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import atanh, sqrt, tanh
from statistics import fmean, median, stdev
from typing import Final

from salescoach.agreement import Confusion, Statistic, cohen_kappa, confusion
from salescoach.agreement.statistic import Z95
from salescoach.grading.desk import Grade
from salescoach.grading.results import ItemResult
from salescoach.items import Item
from salescoach.signals.drill import parse_drill
from salescoach.signals.kinds import KINDS
from salescoach.signals.questions import situation_of

LEAST: Final = 20
"""Hand-ins that facility and discrimination need: with fewer, chance decides what they say."""

BINS: Final = 10


@dataclass(frozen=True)
class ItemFigures:
    """How an item did in a class.

    Parameters
    ----------
    item : Item
        The item.
    n : int
        Hand-ins in which it has a score; a blank or missing answer has 0.
    blank : int
        How many of these were blank or missing.
    review : int
        Hand-ins in which it waits for a decision; they do not count here.
    facility : Statistic
        Mean share of the points, 0 to 1: high is easy.
    discrimination : Statistic
        Correlation of the item's points with those of all other items of the exercise, -1 to 1.
    wrong : tuple
        The most chosen options that do not earn all points: text and number of trainees.
    """

    item: Item
    n: int
    blank: int
    review: int
    facility: Statistic
    discrimination: Statistic
    wrong: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Distribution:
    """The scores of one exercise.

    Parameters
    ----------
    counts : tuple of int
        Hand-ins in each tenth of the points, the lowest first; full points are in the last.
    scores : tuple of float
        All scores, sorted.
    max : float
        The points that could be earned.
    """

    counts: tuple[int, ...]
    scores: tuple[float, ...]
    max: float

    def sentence(self) -> str:
        """Say in words what the figure shows."""
        n = len(self.scores)
        if n == 0:
            return "No hand-in has a score yet."
        if n == 1:
            return f"One hand-in has a score: {self.scores[0]:g} of {self.max:g} points."
        middle = f"{median(self.scores):.3g}"
        said = (
            f"{n} hand-ins, from {self.scores[0]:g} to {self.scores[-1]:g} of {self.max:g} points; "
            f"half of them earned {middle} or more."
        )
        if n >= 8:
            low, high = self.scores[n // 4], self.scores[-(n // 4) - 1]
            said += f" The middle half lies between {low:.3g} and {high:.3g}."
        return said


@dataclass(frozen=True)
class SignalFigures:
    """How a class told kinds of signal apart.

    Parameters
    ----------
    table : Confusion
        The kind that is right against the kind that was chosen.
    kappa : Statistic
        Agreement of the class with the key, beyond chance.
    worst : tuple
        The most frequent mix-ups: right kind, chosen kind, how often.
    """

    table: Confusion
    kappa: Statistic
    worst: tuple[tuple[str, str, int], ...]


def one_each(grades: Sequence[Grade]) -> list[Grade]:
    """Keep the scored hand-ins, of each trainee and exercise the one with the most points."""
    best: dict[tuple[str, str], Grade] = {}
    for grade in grades:
        if grade.score is None or not grade.items:
            continue
        key = (grade.trainee, grade.exercise)
        if key not in best or grade.score > (best[key].score or 0):
            best[key] = grade
    return list(best.values())


def distribution(grades: Sequence[Grade]) -> Distribution:
    """Count the scores of one exercise."""
    most = max((g.max or 0.0 for g in grades), default=0.0)
    counts = [0] * BINS
    for grade in grades:
        share = (grade.score or 0.0) / grade.max if grade.max else 0.0
        counts[min(BINS - 1, int(share * BINS))] += 1
    scores = tuple(sorted(round(g.score or 0.0, 2) for g in grades))
    return Distribution(tuple(counts), scores, most)


def item_figures(grades: Sequence[Grade]) -> list[ItemFigures]:
    """Work out the figures of each item of one exercise.

    Parameters
    ----------
    grades : sequence of Grade
        One for each trainee.
    """
    found: dict[str, list[tuple[ItemResult, float | None]]] = defaultdict(list)
    items: dict[str, Item] = {}
    for grade in grades:
        shares = {
            r.item.id: r.score / r.item.points
            for r in grade.items
            if r.score is not None and r.item.points
        }
        whole = fmean(shares.values()) if shares else 0.0
        for result in grade.items:
            name = result.item.id
            items.setdefault(name, result.item)
            others = len(shares) - (name in shares)
            rest = (whole * len(shares) - shares.get(name, 0.0)) / others if others else None
            found[name].append((result, rest))
    return [_figures(items[name], found[name]) for name in items]


def _figures(item: Item, results: Sequence[tuple[ItemResult, float | None]]) -> ItemFigures:
    scored = [(r.score / item.points, rest) for r, rest in results if r.score is not None]
    shares = [share for share, _ in scored]
    wrong = Counter(
        r.response for r, _ in results
        if r.response and r.score is not None and r.score < item.points
    )  # fmt: skip
    texts = {option.id: option.text for option in item.options}
    n = len(scored)
    return ItemFigures(
        item,
        n,
        sum(r.status in ("blank", "missing") for r, _ in results),
        sum(r.score is None for r, _ in results),
        facility(shares),
        correlation([(s, rest) for s, rest in scored if rest is not None]),
        tuple((texts.get(o, o), times) for o, times in sorted(
            wrong.items(), key=lambda pair: (-pair[1], pair[0]))[:2]),
    )  # fmt: skip


def facility(shares: Sequence[float]) -> Statistic:
    """Mean share of the points, with the 95 % interval of a mean (normal approximation).

    Examples
    --------
    >>> print(facility([1.0] * 3))
    undefined (3 hand-ins, fewer than 20)
    >>> print(facility([1.0] * 15 + [0.0] * 5))
    0.75 (95 % interval 0.56 to 0.94)
    """
    n = len(shares)
    if n < LEAST:
        return _too_few(n)
    mean, half = fmean(shares), Z95 * stdev(shares) / sqrt(n)
    return Statistic(mean, max(0.0, mean - half), min(1.0, mean + half))


def correlation(pairs: Sequence[tuple[float, float]]) -> Statistic:
    """Pearson's r with the interval of Fisher's z (1915); undefined if one side never varies."""
    n = len(pairs)
    if n < LEAST:
        return _too_few(n)
    x, y = [a for a, _ in pairs], [b for _, b in pairs]
    mean_x, mean_y = fmean(x), fmean(y)
    xx = sum((a - mean_x) ** 2 for a in x)
    yy = sum((b - mean_y) ** 2 for b in y)
    if xx < 1e-12 or yy < 1e-12:
        return Statistic(None, reason="all earned the same")
    r = sum((a - mean_x) * (b - mean_y) for a, b in pairs) / sqrt(xx * yy)
    if abs(r) > 1 - 1e-9:
        return Statistic(round(r), reason="no interval: the two go together exactly")
    half = Z95 / sqrt(n - 3)
    return Statistic(r, tanh(atanh(r) - half), tanh(atanh(r) + half))


def _too_few(n: int) -> Statistic:
    word = "hand-in" if n == 1 else "hand-ins"
    return Statistic(None, reason=f"{n} {word}, fewer than {LEAST}")


def _kinds_chosen(result: ItemResult, right: Mapping[str, str]) -> list[tuple[str, str]]:
    """List the right and the chosen kind of each situation that an answer takes for something."""
    if result.item.kind == "drill":
        choices = parse_drill(result.body, right).choices
        return [(right[name], c.kind) for name, c in choices.items() if c.kind is not None]
    situation = situation_of(result.item.id)
    if situation not in right or not result.item.id.endswith("-kind") or not result.response:
        return []
    texts = {option.id: option.text for option in result.item.options}
    ids = {kind.name: name for name, kind in KINDS.items()}
    return [(right[situation or ""], ids[texts[result.response]])]


def signal_figures(
    grades: Sequence[Grade], right: Mapping[str, str]
) -> SignalFigures | None:  # fmt: skip
    """Set the kinds that a class chose against the key.

    Parameters
    ----------
    grades : sequence of Grade
        One for each trainee and exercise.
    right : mapping
        For each situation (``s012``) the id of its kind.

    Returns
    -------
    SignalFigures or None
        None if nobody was asked about a kind of signal.
    """
    pairs = [
        pair for g in grades for result in g.items for pair in _kinds_chosen(result, right)
    ]  # fmt: skip
    key = [KINDS[right_kind].name for right_kind, _ in pairs]
    chosen = [KINDS[kind].name for _, kind in pairs]
    if not key:
        return None
    occurring = {*key, *chosen}
    labels = [kind.name for kind in KINDS.values() if kind.name in occurring]
    mixed = Counter((k, c) for k, c in zip(key, chosen, strict=True) if k != c)
    worst = sorted(mixed.items(), key=lambda pair: (-pair[1], pair[0]))[:3]
    return SignalFigures(
        confusion(key, chosen, labels),
        cohen_kappa(key, chosen, labels=labels),
        tuple((k, c, times) for (k, c), times in worst),
    )
