"""Is stated certainty worth what it says? Brier score and reliability table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import fmean

from salescoach.agreement.statistic import Statistic, wilson


def _checked(sure: Sequence[float], right: Sequence[bool]) -> list[tuple[float, bool]]:
    if len(sure) != len(right):
        raise ValueError(f"{len(sure)} probabilities but {len(right)} outcomes")
    if not all(0 <= p <= 1 for p in sure):
        raise ValueError("probabilities lie between 0 and 1")
    return list(zip(sure, right, strict=True))


def brier(sure: Sequence[float], right: Sequence[bool]) -> Statistic:
    """Mean squared distance between stated probability and outcome (Brier 1950).

    Parameters
    ----------
    sure : sequence of float
        Stated probabilities of being right, 0 to 1.
    right : sequence of bool

    Returns
    -------
    Statistic
        0 is perfect, 0.25 is what saying 50 % every time earns, 1 is the worst.

    Examples
    --------
    >>> brier([1.0, 0.5], [True, False]).value
    0.125
    """
    pairs = _checked(sure, right)
    if not pairs:
        return Statistic(None, reason="no certainty was stated")
    return Statistic(fmean((p - hit) ** 2 for p, hit in pairs))


@dataclass(frozen=True)
class ReliabilityBand:
    """One band of stated certainty: above `low` up to `high` (0 counts to the first band)."""

    low: float
    high: float
    n: int
    said: float
    right: int
    share: Statistic

    def __str__(self) -> str:
        said = f"{self.said * 100:.0f} %"
        return f"When you said about {said}, you were right {self.right} of {self.n} times."


def reliability(
    sure: Sequence[float], right: Sequence[bool], bands: int = 10
) -> tuple[ReliabilityBand, ...]:
    """Stated certainty against the share that was right, by bands of equal width.

    Bands without a case are left out. The intervals are Wilson's (1927).

    Examples
    --------
    >>> for band in reliability([0.8, 0.8, 0.3], [True, False, False]):
    ...     print(band)
    When you said about 30 %, you were right 0 of 1 times.
    When you said about 80 %, you were right 1 of 2 times.
    """
    groups: dict[int, list[tuple[float, bool]]] = {}
    for p, hit in _checked(sure, right):
        # Rounding first: 0.7 * 10 is slightly more than 7 in floating point.
        groups.setdefault(max(0, ceil(round(p * bands, 9)) - 1), []).append((p, hit))
    found = []
    for band, cases in sorted(groups.items()):
        hits = sum(hit for _, hit in cases)
        said = fmean(p for p, _ in cases)
        share = wilson(hits, len(cases))
        found.append(
            ReliabilityBand(band / bands, (band + 1) / bands, len(cases), said, hits, share)
        )
    return tuple(found)
