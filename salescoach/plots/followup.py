"""The pictures of the follow-up lab, each with its text twin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from salescoach.followup.outcomes import Comparison
from salescoach.followup.timeline import Contact, Timeline
from salescoach.plots import OKABE_ITO, Picture, new_axes, style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_GOOD_EVENTS = {
    "a vague reply", "named a day for the next call", "agreed a meeting", "came to the meeting",
    "told of a stall", "bought",
}  # fmt: skip


def _title(axes: Axes, words: str) -> None:
    """Set the title over the whole figure: long labels leave the axes too little room."""
    figure: Any = axes.figure
    figure.suptitle(words, x=0.01, ha="left", fontsize=12, fontweight="bold")


def one_year(line: Timeline, axes: Axes | None = None) -> Picture:
    """Show one prospect's year: goodwill, each contact, and what was hidden.

    Parameters
    ----------
    line : Timeline
        The prospect under one strategy.
    axes : matplotlib.axes.Axes, optional
        Where to draw; by default a figure of its own.
    """
    with style():
        axes = axes or new_axes((7.0, 3.2))
        axes.axvspan(line.ripe_day, min(line.window_end, 250), color=OKABE_ITO["green"], alpha=0.13)
        axes.text(line.ripe_day + 1, 0.97, "could buy", fontsize=8, va="top")
        if line.stall and line.stall[0] < 250:
            axes.axvspan(line.stall[0], min(line.stall[1], 250), color="0.5", alpha=0.2)
            axes.text(line.stall[0] + 1, -0.97, "held up", fontsize=8, va="bottom")
        days, levels = _goodwill_path(line)
        axes.plot(days, levels, color=OKABE_ITO["blue"], linewidth=1.6)
        for answered, marker, label in ((True, "o", "they answered"), (False, "x", "silence")):
            found = [c for c in line.contacts if (c.event in _GOOD_EVENTS) == answered]
            axes.plot([c.day for c in found], [c.goodwill for c in found], marker, linestyle="none",
                      color=OKABE_ITO["vermilion"] if not answered else OKABE_ITO["blue"],
                      markersize=6, label=label)  # fmt: skip
        if line.contacts:
            last = line.contacts[-1]
            axes.annotate(last.event, (last.day, last.goodwill), xytext=(8, -4),
                          textcoords="offset points", fontsize=8)  # fmt: skip
        axes.axhline(-0.45, color="0.4", linestyle=":", linewidth=1)
        axes.text(249, -0.44, "below: may ask never to be contacted", fontsize=8, ha="right",
                  va="bottom")  # fmt: skip
        axes.set_xlim(0, 250)
        axes.set_ylim(-1, 1)
        axes.set_xlabel("working day of the year")
        axes.set_ylabel("goodwill (−1 to 1)")
        axes.legend(loc="upper right", fontsize=8, frameon=False, ncols=2)
        _title(axes, f"{_short(line.archetype)}: {line.status}")
        figure: Any = axes.figure
    return Picture(figure, timeline_words(line))


def _short(archetype: str) -> str:
    return archetype.replace("_", " ").capitalize()


def _goodwill_path(line: Timeline) -> tuple[list[float], list[float]]:
    """Join the levels before and after each contact, drifting back to the baseline between."""
    if not line.contacts:
        return [], []
    days: list[float] = []
    levels: list[float] = []
    for before, after in zip(line.contacts, [*line.contacts[1:], None], strict=True):
        days += [before.day, before.day]
        levels += [before.goodwill_before, before.goodwill]
        if after is None and line.status == "opted out":
            break  # what they feel from here on concerns nobody
        end = after.day if after else 250
        level = before.goodwill
        for day in np.linspace(before.day, end, 12)[1:]:
            fade = np.exp(-(day - before.day) / 35)
            days.append(float(day))
            levels.append(float(before.baseline + (level - before.baseline) * fade))
    return days, levels


def timeline_words(line: Timeline, most: int = 14) -> str:
    """Tell a prospect's year in words, contact by contact."""
    buyer = "would buy" if line.buyer else "will never buy"
    hidden = (
        f"Hidden from the salesperson: {_short(line.archetype).lower()}, {buyer}, "
        f"{line.style} style, ripe from day {line.ripe_day} to {line.window_end}."
    )
    rows = [_contact_words(contact) for contact in line.contacts[:most]]
    if len(line.contacts) > most:
        rows.append(f"… and {len(line.contacts) - most} more contacts.")
    return "\n".join([*rows, f"At the end of the year: {line.status}.", hidden])


def _contact_words(contact: Contact) -> str:
    moved = f"goodwill {contact.goodwill_before:.2f} to {contact.goodwill:.2f}"
    return f"Day {contact.day}: {', '.join(contact.contents)}; {contact.event} ({moved})."


def forest(
    title: str,
    against: str,
    comparisons: Sequence[tuple[str, Comparison]],
    axes: Axes | None = None,
) -> Picture:
    """Show paired differences with intervals, one line for each strategy.

    Parameters
    ----------
    title : str
        The scenario's title.
    against : str
        The title of the strategy that the others are compared with.
    comparisons : sequence of (str, Comparison)
        The title of each strategy, and how it compares with that one.
    axes : matplotlib.axes.Axes, optional
        Where to draw; by default a figure of its own.
    """
    ordered = sorted(comparisons, key=lambda pair: pair[1].difference["worth"].mean)
    with style():
        axes = axes or new_axes((7.0, 0.42 * len(ordered) + 1.1))
        for row, (_, comparison) in enumerate(ordered):
            gain = comparison.difference["worth"]
            colour = OKABE_ITO["blue"] if gain.mean > 0 else OKABE_ITO["vermilion"]
            axes.plot([gain.low / 1000, gain.high / 1000], [row, row], color=colour, linewidth=3)
            axes.plot([gain.mean / 1000], [row], "o" if gain.mean > 0 else "s", color=colour)
        axes.axvline(0, color="0.3", linewidth=1)
        axes.set_yticks(range(len(ordered)), [name for name, _ in ordered])
        axes.set_xlabel(f"worth of a year, k€, more than “{against}” (95 % interval)")
        best = ordered[-1] if ordered[-1][1].difference["worth"].mean > 0 else (against, None)
        _title(axes, f"{title}: “{best[0]}” does best")
        figure: Any = axes.figure
    rows = [_forest_words(name, c, against) for name, c in reversed(ordered)]
    return Picture(figure, "\n".join(rows))


def _forest_words(name: str, comparison: Comparison, against: str) -> str:
    gain = comparison.difference["worth"]
    numbers = [f"{v / 1000:+.0f}".replace("-", "−") for v in (gain.mean, gain.low, gain.high)]
    return (
        f"{name}: {numbers[0]} k€ ({numbers[1]} to {numbers[2]}) against "
        f"{against}; better in {round(100 * comparison.share_better)} of 100 years."
    )


def heat_map(shares: Mapping[str, Mapping[str, float]], axes: Axes | None = None) -> Picture:
    """Show what each strategy reaches in each scenario, as a percentage of the best there.

    Parameters
    ----------
    shares : mapping
        Scenario, then strategy, to the share of the best, 0 to 1.
    axes : matplotlib.axes.Axes, optional
        Where to draw; by default a figure of its own.
    """
    scenarios = list(shares)
    strategies = list(shares[scenarios[0]])
    values = np.array([[shares[sc][st] for sc in scenarios] for st in strategies])
    with style():
        axes = axes or new_axes((7.0, 0.36 * len(strategies) + 1.6))
        axes.imshow(values, cmap="cividis", vmin=0, vmax=1, aspect="auto")
        for row, column in np.ndindex(*values.shape):
            share = values[row, column]
            best = share >= values[:, column].max() - 1e-9
            axes.text(column, row, f"{100 * share:.0f}", ha="center", va="center", fontsize=9,
                      color="black" if share > 0.55 else "white",
                      fontweight="bold" if best else "normal")  # fmt: skip
        axes.set_xticks(range(len(scenarios)), scenarios, rotation=25, ha="right")
        axes.set_yticks(range(len(strategies)), strategies)
        _title(axes, "No strategy is best everywhere (percent of the best in each column)")
        figure: Any = axes.figure
    rows = []
    for scenario in scenarios:
        order = sorted(shares[scenario], key=lambda s: -shares[scenario][s])
        listed = ", ".join(f"{name} {100 * shares[scenario][name]:.0f}" for name in order)
        rows.append(f"{scenario}: {listed}.")
    return Picture(figure, "Percent of the best in each scenario:\n" + "\n".join(rows))


def pipelines(
    title: str, better: str, shares: Mapping[int, float], axes: Axes | None = None
) -> Picture:
    """Show how often the better strategy does better, by the size of the pipeline.

    Parameters
    ----------
    title : str
        What is compared.
    better : str
        The strategy that is better in the long run.
    shares : mapping of int to float
        Number of prospects to the share of years in which it wins, 0.5 being a coin.
    axes : matplotlib.axes.Axes, optional
        Where to draw; by default a figure of its own.
    """
    sizes = list(shares)
    with style():
        axes = axes or new_axes((7.0, 2.4))
        axes.plot(sizes, [100 * shares[n] for n in sizes], "o-", color=OKABE_ITO["blue"])
        for n in sizes:
            axes.text(n, 100 * shares[n] + 2.5, f"{100 * shares[n]:.0f} %", ha="center", fontsize=9)
        axes.axhline(50, color="0.4", linestyle=":")
        axes.text(sizes[-1], 47, "a coin", ha="right", va="top", fontsize=8)
        axes.set_ylim(40, 105)
        axes.set_xlabel("prospects in the pipeline")
        axes.set_ylabel("years, %")
        _title(axes, title)
        figure: Any = axes.figure
    listed = ", ".join(f"{n} prospects {100 * shares[n]:.0f} %" for n in sizes)
    return Picture(figure, f"Years in which “{better}” does better: {listed}. A coin would say 50.")
