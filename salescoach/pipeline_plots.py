"""The figures of lesson 08: the price of an hour, and what is claimed of break-up emails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from salescoach.opportunity import Prospect, money, plan, standing
from salescoach.plots import OKABE_ITO, Picture, new_axes, style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_COLOURS = {"earns": OKABE_ITO["green"], "open": OKABE_ITO["blue"], "loses": OKABE_ITO["vermilion"]}
_SIGNS = {"earns": "o", "open": "D", "loses": "s"}
_SAID = {
    "earns": "earn their hours",
    "open": "hang on the guess",
    "loses": "cost more than they bring",
}


@dataclass(frozen=True)
class Claim:
    """How often a kind of email is said to be answered.

    Parameters
    ----------
    claim : str
        What is said.
    percent : float
        The share, in percent.
    grade : str
        Trust grade, A to D, or X for a myth.
    source : str
        Who says so, or the row of the evidence table.
    """

    claim: str
    percent: float
    grade: str
    source: str


def hour_price_picture(
    prospects: Sequence[Prospect], hours: Sequence[float], axes: Axes | None = None
) -> Picture:
    """Draw what an hour brings with each prospect, and its price for some numbers of hours.

    Parameters
    ----------
    prospects : sequence of Prospect
        The pipeline.
    hours : sequence of float
        Numbers of hours to compare.
    axes : matplotlib.axes.Axes, optional
        Where to draw; by default a figure of its own.

    Returns
    -------
    Picture
        Intervals with the guess in them, and a line for each price; the same in words.
    """
    plans = [plan(prospects, count) for count in hours]
    dearest = max(p.price for p in plans)
    ranked = [share.prospect for share in plans[0].shares]
    with style():
        axes = axes or new_axes()
        figure: Any = axes.figure
        figure.set_size_inches(7.0, 0.42 * len(ranked) + 1.4)
        for row, p in enumerate(ranked):
            how = standing(p, dearest)
            axes.plot([p.rate(p.low), p.rate(p.high)], [row, row], color=_COLOURS[how], lw=3)
            axes.plot(p.rate(), row, _SIGNS[how], color=_COLOURS[how], ms=8, mec="white")
        for index, made in enumerate(plans):
            axes.axvline(made.price, color="#333333", ls=("-", "--", ":")[index % 3], lw=1.3)
            axes.annotate(f"{made.hours:g} hours", (made.price, -0.6), xytext=(3, 0),
                          textcoords="offset points", fontsize=9, va="bottom")  # fmt: skip
        axes.set_yticks(range(len(ranked)), [p.name for p in ranked])
        axes.set_ylim(len(ranked) - 0.5, -1.2)
        axes.set_xlim(left=0)
        axes.set_xlabel(
            "pounds that an hour brings; bar: from the lowest to the highest guess\n"
            f"square: costs more than it brings at {money(dearest)} an hour"
        )
        axes.set_title("Fewer hours make each one dearer" if len(plans) > 1 else
                       "What an hour brings")  # fmt: skip
    lines = []
    for made in plans:
        groups = {how: [p.name for p in ranked if standing(p, made.price) == how] for how in _SAID}
        told = "; ".join(
            f"{', '.join(names)} {_SAID[how]}" for how, names in groups.items() if names
        )
        lines.append(f"{made.hours:g} hours: an hour costs about {money(made.price)}. {told}.")
    return Picture(figure, "\n".join(lines))


def claims_picture(claims: Sequence[Claim], axes: Axes | None = None) -> Picture:
    """Draw claims about answers as bars, with grade and source; myths are hatched.

    Parameters
    ----------
    claims : sequence of Claim
        The claims.
    axes : matplotlib.axes.Axes, optional
        Where to draw; by default a figure of its own.
    """
    with style():
        axes = axes or new_axes()
        figure: Any = axes.figure
        figure.set_size_inches(7.0, 0.5 * len(claims) + 1.1)
        for row, c in enumerate(claims):
            myth = c.grade == "X"
            axes.barh(row, c.percent, 0.55, color="white" if myth else OKABE_ITO["blue"],
                      hatch="///" if myth else "", edgecolor=OKABE_ITO["vermilion"] if myth
                      else "white")  # fmt: skip
            axes.text(c.percent + 1, row, f"{c.percent:g} %  {c.grade}, {c.source}", va="center",
                      fontsize=9)  # fmt: skip
        axes.set_yticks(range(len(claims)), [c.claim for c in claims])
        axes.invert_yaxis()
        axes.set_xlim(0, max(c.percent for c in claims) * 1.55)
        axes.set_xlabel("percent")
        axes.set_title("The louder the claim, the thinner the source")
    twin = "\n".join(
        f"{c.claim}: {c.percent:g} % (trust grade {c.grade}, {c.source})"
        + (", a myth." if c.grade == "X" else ".")
        for c in claims
    )
    return Picture(figure, twin)
