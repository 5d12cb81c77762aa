"""A figure with its interval or the reason for its absence; shares and resampling."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from math import sqrt
from random import Random
from statistics import NormalDist

Label = Hashable
Pair = tuple[Label, Label]
Z95 = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True)
class Statistic:
    """A figure with its interval, or the reason why there is none.

    Attributes
    ----------
    value : float or None
        The estimate; ``None`` where the data do not define it.
    low, high : float or None
        Ends of the interval; ``None`` where there is none.
    reason : str
        Why value or interval is missing; empty otherwise.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    reason: str = ""

    def __str__(self) -> str:
        if self.value is None:
            return f"undefined ({self.reason})"
        if self.low is None or self.high is None:
            return f"{self.value:.2f}"
        return f"{self.value:.2f} (95 % interval {self.low:.2f} to {self.high:.2f})"


def wilson(successes: int, n: int) -> Statistic:
    """Share with the 95 % score interval of Wilson (1927).

    Examples
    --------
    >>> print(wilson(6, 10))
    0.60 (95 % interval 0.31 to 0.83)
    """
    if not 0 <= successes <= n:
        raise ValueError(f"{successes} successes out of {n}")
    if n == 0:
        return Statistic(None, reason="there are no cases")
    return score_interval(successes / n, n)


def score_interval(share: float, n: int) -> Statistic:
    """Give a share of `n` cases its score interval; the cases may be right in part.

    The spread of parts is never more than that of wholes, so the interval is on the safe side.

    Examples
    --------
    >>> print(score_interval(0.6, 10))
    0.60 (95 % interval 0.31 to 0.83)
    """
    z2 = Z95**2
    centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = Z95 / (1 + z2 / n) * sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    return Statistic(share, max(0.0, centre - half), min(1.0, centre + half))


def bootstrap(
    pairs: Sequence[Pair],
    statistic: Callable[[Sequence[Pair]], float | None],
    seed: int,
    replications: int = 2000,
) -> tuple[float | None, float | None, str]:
    """Percentile interval (95 %) of a statistic over resampled pairs (Efron 1979).

    Resamples in which the statistic is undefined are left out; if they are more than one in
    twenty there is no interval, and the third value says why.
    """
    draw = Random(seed)
    drawn = (statistic(draw.choices(pairs, k=len(pairs))) for _ in range(replications))
    values = sorted(v for v in drawn if v is not None)
    if len(values) < 0.95 * replications:
        return None, None, "too few pairs: many resamples leave the statistic undefined"
    last = len(values) - 1
    return values[round(0.025 * last)], values[round(0.975 * last)], ""
