"""Cohen's kappa, plain and with quadratic weights."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, sqrt
from typing import Literal

from salescoach.agreement.confusion import Confusion, confusion, paired, tally
from salescoach.agreement.statistic import Z95, Label, Pair, Statistic, bootstrap


def _weights(size: int, weighting: str) -> list[list[float]]:
    if weighting == "quadratic" and size > 1:
        return [[1 - ((i - j) / (size - 1)) ** 2 for j in range(size)] for i in range(size)]
    return [[float(i == j) for j in range(size)] for i in range(size)]


def _kappa(table: Confusion, weighting: str) -> Statistic:
    """Kappa of a table with the interval of Fleiss, Cohen and Everitt (1969), eq. 14 (weighted)."""
    n, size = table.n, len(table.labels)
    if n == 0:
        return Statistic(None, reason="there is nothing to compare")
    w = _weights(size, weighting)
    p = [[count / n for count in row] for row in table.counts]
    rows = [total / n for total in table.key_totals]
    columns = [total / n for total in table.answer_totals]
    cells = [(i, j) for i in range(size) for j in range(size)]
    if sum(k > 0 for k in table.key_totals) == 1 and table.hits == n:
        return Statistic(None, reason="key and answers hold one and the same label throughout")
    observed = fsum(w[i][j] * p[i][j] for i, j in cells)
    expected = fsum(w[i][j] * rows[i] * columns[j] for i, j in cells)
    kappa = (observed - expected) / (1 - expected)
    if table.hits == n:
        return Statistic(kappa, reason="agreement is perfect, so the interval has no width")
    row_mean = [fsum(columns[j] * w[i][j] for j in range(size)) for i in range(size)]
    column_mean = [fsum(rows[i] * w[i][j] for i in range(size)) for j in range(size)]
    spread = fsum(
        p[i][j] * (w[i][j] * (1 - expected) - (row_mean[i] + column_mean[j]) * (1 - observed)) ** 2
        for i, j in cells
    )
    centre = (observed * expected - 2 * expected + observed) ** 2
    half = Z95 * sqrt(max(0.0, spread - centre) / n) / (1 - expected) ** 2
    return Statistic(kappa, max(-1.0, kappa - half), min(1.0, kappa + half))


def cohen_kappa(
    key: Sequence[Label],
    answers: Sequence[Label],
    *,
    labels: Sequence[Label] | None = None,
    weighting: Literal["none", "quadratic"] = "none",
    interval: Literal["analytic", "bootstrap"] = "analytic",
    seed: int = 0,
    replications: int = 2000,
) -> Statistic:
    """Agreement beyond chance (Cohen 1960), or quadratic weighted kappa (Cohen 1968).

    Parameters
    ----------
    key, answers : sequences of the same length
    labels : sequence, optional
        All labels; for quadratic weights in their order and evenly spaced, so give the whole
        scale, not only the grades that occur.
    weighting : {"none", "quadratic"}
    interval : {"analytic", "bootstrap"}
        The large-sample interval of Fleiss, Cohen and Everitt (1969), or percentiles over
        resampled pairs (Efron 1979), which is the better one below about 50 pairs.
    seed, replications : int
        For the bootstrap only.

    Returns
    -------
    Statistic
        ``None`` with a reason if there are no pairs or only one label.

    Examples
    --------
    >>> print(cohen_kappa("yyyyynnnnn", "yyyynnnnny"))
    0.60 (95 % interval 0.10 to 1.00)
    >>> cohen_kappa("yyy", "yyy").reason
    'key and answers hold one and the same label throughout'
    """
    table = confusion(key, answers, labels)
    point = _kappa(table, weighting)
    if interval == "analytic" or point.value is None or point.low is None:
        return point

    def again(pairs: Sequence[Pair]) -> float | None:
        return _kappa(tally(pairs, table.labels), weighting).value

    low, high, reason = bootstrap(paired(key, answers), again, seed, replications)
    return Statistic(point.value, low, high, reason)
