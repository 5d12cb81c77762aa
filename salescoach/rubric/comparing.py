"""Comparing labels: the scorer with a rater, or one rater with another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from salescoach.agreement import (
    Pair,
    ReliabilityBand,
    Statistic,
    bootstrap,
    cohen_kappa,
    confusion,
    label_scores,
    reliability,
)
from salescoach.rubric.table import criteria
from salescoach.rubric.totals import total
from salescoach.rubric.verdict import ScriptVerdict

#: One text as one rater sees it: 0 or 1 for each criterion.
Labels = Mapping[str, int]
#: The scale of the totals for the quadratic weights.
SCALE = tuple(range(11))
REPLICATIONS = 1000


@dataclass(frozen=True)
class CriterionAgreement:
    """How far two raters agree on one criterion.

    Attributes
    ----------
    name : str
        Name of the criterion.
    n : int
        Texts that both labelled.
    met : int
        How often the first rater says that it is met.
    f1, kappa : Statistic
        With 95 % bootstrap intervals.
    """

    name: str
    n: int
    met: int
    f1: Statistic
    kappa: Statistic


@dataclass(frozen=True)
class Comparison:
    """How far two raters agree on a set of texts of one kind.

    Attributes
    ----------
    kind : str
        Kind of text.
    n : int
        Texts.
    criteria : tuple of CriterionAgreement
        Judged criteria, in the order of the rubric.
    mean_f1, mean_kappa : Statistic
        Over those criteria for which the figure is defined.
    totals : Statistic
        Quadratic weighted kappa of the totals, rounded to whole points.
    """

    kind: str
    n: int
    criteria: tuple[CriterionAgreement, ...]
    mean_f1: Statistic
    mean_kappa: Statistic
    totals: Statistic


def labels_of(verdict: ScriptVerdict) -> dict[str, int]:
    """Return the verdicts of the scorer in the form of labels."""
    return {v.name: int(v.met) for v in verdict.criteria}


def _f1(pairs: Sequence[Pair]) -> float | None:
    both = sum(a == 1 and b == 1 for a, b in pairs)
    either = sum(a == 1 for a, _ in pairs) + sum(b == 1 for _, b in pairs)
    return 2 * both / either if either else None


def _kappa(pairs: Sequence[Pair]) -> float | None:
    n = len(pairs)
    first = sum(a == 1 for a, _ in pairs) / n
    second = sum(b == 1 for _, b in pairs) / n
    chance = first * second + (1 - first) * (1 - second)
    if chance >= 1:
        return None
    return (sum(a == b for a, b in pairs) / n - chance) / (1 - chance)


def compare(kind: str, first: Sequence[Labels], second: Sequence[Labels], seed: int) -> Comparison:
    """Compare two raters of the same texts.

    Parameters
    ----------
    kind : str
        Kind of text.
    first, second : sequence of mapping of str to int
        Labels of the same texts in the same order; a criterion that one of them left out is left
        out of the comparison for that text.
    seed : int
        For the bootstrap.

    Returns
    -------
    Comparison
        Figures that the data do not define are None with a reason.

    Examples
    --------
    >>> result = compare("agreement", [{"asks_time": 1}, {"asks_time": 0}] * 9,
    ...                  [{"asks_time": 1}, {"asks_time": 0}] * 9, seed=1)
    >>> print(result.criteria[0].kappa)
    1.00
    """
    if len(first) != len(second):
        raise ValueError(f"{len(first)} texts against {len(second)}")
    judged = [c.name for c in criteria(kind) if not c.computed]
    rows = []
    for name in judged:
        key = [a[name] for a, b in zip(first, second, strict=True) if name in a and name in b]
        other = [b[name] for a, b in zip(first, second, strict=True) if name in a and name in b]
        if not key:
            continue
        f1 = next(
            (s.f1 for s in label_scores(confusion(key, other, (0, 1))) if s.label == 1),
            Statistic(None, reason="nobody says that it is met"),
        )
        if f1.value is not None:
            both: list[Pair] = list(zip(key, other, strict=True))
            low, high, reason = bootstrap(both, _f1, seed, REPLICATIONS)
            f1 = Statistic(f1.value, low, high, reason)
        kappa = cohen_kappa(
            key, other, labels=(0, 1), interval="bootstrap", seed=seed, replications=REPLICATIONS
        )
        rows.append(CriterionAgreement(name, len(key), sum(key), f1, kappa))
    names = [row.name for row in rows]
    return Comparison(
        kind,
        len(first),
        tuple(rows),
        _mean(names, first, second, _f1, seed),
        _mean(names, first, second, _kappa, seed),
        cohen_kappa(
            _totals(kind, first),
            _totals(kind, second),
            labels=SCALE,
            weighting="quadratic",
            interval="bootstrap",
            seed=seed,
            replications=REPLICATIONS,
        ),
    )


def _totals(kind: str, raters: Sequence[Labels]) -> list[int]:
    # Half points go up, so that the rounding does not depend on even and odd.
    return [int(total(kind, {n: bool(v) for n, v in labels.items()})[0] + 0.5) for labels in raters]


def _mean(
    names: Sequence[str],
    first: Sequence[Labels],
    second: Sequence[Labels],
    figure: Callable[[Sequence[Pair]], float | None],
    seed: int,
) -> Statistic:
    """Average a figure over the criteria, with an interval from resampled texts."""

    def average(texts: Sequence[Pair]) -> float | None:
        drawn = [int(str(i)) for i, _ in texts]
        values = []
        for name in names:
            pairs: list[Pair] = [
                (first[i][name], second[i][name])
                for i in drawn
                if name in first[i] and name in second[i]
            ]
            value = figure(pairs) if pairs else None
            if value is not None:
                values.append(value)
        return fmean(values) if values else None

    everyone: list[Pair] = [(i, i) for i in range(len(first))]
    point = average(everyone)
    if point is None:
        return Statistic(None, reason="no criterion varies")
    low, high, reason = bootstrap(everyone, average, seed, REPLICATIONS // 2)
    return Statistic(point, low, high, reason)


def certainty(
    verdicts: Sequence[ScriptVerdict], labels: Sequence[Labels], bands: int = 10
) -> tuple[ReliabilityBand, ...]:
    """Set how sure the verdicts are against how often they agree with the labels."""
    sure, right = [], []
    for verdict, given in zip(verdicts, labels, strict=True):
        computed = {c.name for c in criteria(verdict.kind) if c.computed}
        for v in verdict.criteria:
            if v.name in given and v.name not in computed:
                sure.append(v.sure)
                right.append(v.met == bool(given[v.name]))
    return reliability(sure, right, bands)
