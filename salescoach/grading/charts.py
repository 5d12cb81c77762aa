"""Lays out the bars of a small chart; a template draws them as SVG, with the words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_WIDTH, _HEIGHT, _GAP, _HEAD, _FOOT = 600.0, 180.0, 4.0, 20.0, 36.0


@dataclass(frozen=True)
class Bar:
    """One bar: its place in the drawing, and the count that stands above it."""

    x: float
    y: float
    width: float
    height: float
    count: int


@dataclass(frozen=True)
class BarChart:
    """Bars side by side above an axis with ticks.

    Parameters
    ----------
    width, height : float
        The drawing, in its own units.
    base : float
        Where the axis is.
    bars : tuple of Bar
        From left to right.
    ticks : tuple
        Place and label of each tick.
    """

    width: float
    height: float
    base: float
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]


def bar_chart(counts: Sequence[int], most: float) -> BarChart:
    """Lay out a histogram of points.

    Parameters
    ----------
    counts : sequence of int
        How many are in each bin.
    most : float
        The points at the right end of the axis.

    Examples
    --------
    >>> chart = bar_chart([0, 2, 4], most=30)
    >>> [bar.height for bar in chart.bars], [label for _, label in chart.ticks]
    ([0.0, 62.0, 124.0], ['0', '10', '20', '30'])
    """
    base = _HEIGHT - _FOOT
    step = _WIDTH / len(counts)
    tallest = max(*counts, 1)
    bars = []
    for place, count in enumerate(counts):
        height = (base - _HEAD) * count / tallest
        bars.append(
            Bar(place * step + _GAP / 2, base - height, step - _GAP, round(height, 1), count)
        )
    ticks = tuple(
        (min(max(place * step, 4.0), _WIDTH - 4.0), f"{most * place / len(counts):.4g}")
        for place in range(len(counts) + 1)
    )
    return BarChart(_WIDTH, _HEIGHT, base, tuple(bars), ticks)
