"""Figures in one style, each with a text twin that says what it shows."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from salescoach.agreement import confusion
from salescoach.plots.words import as_paragraphs
from salescoach.pronouns import about_whom
from salescoach.signals.kinds import KINDS
from salescoach.signals.report import Series, agreement_words, certainty_words, mixed_up_words
from salescoach.signals.stalls import DECISIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

OKABE_ITO = {
    "blue": "#0072B2",
    "orange": "#E69F00",
    "green": "#009E73",
    "vermilion": "#D55E00",
    "sky": "#56B4E9",
    "purple": "#CC79A7",
}
"""The palette of Okabe and Ito (2008), safe for colour-blind readers."""

_STYLE: Any = {
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 12,
    "axes.titleweight": "bold",
    "figure.dpi": 110,
    "figure.figsize": (7.0, 2.6),
    "font.size": 10,
    "savefig.bbox": "tight",
}


class Picture:
    """A figure and its text twin; a notebook shows the figure, then the words.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The figure.
    twin : str
        What it shows, in words and numbers.
    """

    def __init__(self, figure: Figure, twin: str) -> None:
        self.figure = figure
        self.twin = twin

    def __repr__(self) -> str:
        return self.twin

    def png(self) -> bytes:
        """Draw the figure."""
        buffer = io.BytesIO()
        self.figure.savefig(buffer, format="png", metadata={"Software": None})
        return buffer.getvalue()

    def _ipython_display_(self) -> None:
        from IPython.display import Image, display

        display(Image(self.png(), alt=self.twin))
        words = {"text/plain": self.twin, "text/html": as_paragraphs(self.twin)}
        display(words, raw=True)


@contextmanager
def style() -> Iterator[None]:
    """Draw in our style, without changing anybody's settings."""
    import matplotlib as mpl

    with mpl.rc_context(rc=_STYLE):
        yield


def new_axes(inches: tuple[float, float] | None = None) -> Axes:
    """Make a figure of its own, outside pyplot's list of open figures.

    Parameters
    ----------
    inches : tuple of float, optional
        Width and height; by default those of our style.
    """
    from matplotlib.figure import Figure

    axes: Axes = Figure(figsize=inches, layout="constrained").subplots()
    return axes


def whose_message(scripts: Sequence[tuple[str, str]], axes: Axes | None = None) -> Picture:
    """Show how many words of each script point at the caller and how many at the listener.

    Parameters
    ----------
    scripts : sequence of (str, str)
        Title and text of each script.
    axes : matplotlib.axes.Axes, optional
        Where to draw; by default a figure of its own.

    Returns
    -------
    Picture
        Two bars for each script, in words.
    """
    counts = [(title, *about_whom(text)) for title, text in scripts]
    with style():
        axes = axes or new_axes()
        for row, (_, caller, listener) in enumerate(counts):
            _bar(axes, row - 0.19, caller, "I, we, our", OKABE_ITO["vermilion"], "//")
            _bar(axes, row + 0.19, listener, "you, your", OKABE_ITO["blue"], "")
        axes.set_yticks(range(len(counts)), [title for title, *_ in counts])
        axes.invert_yaxis()
        axes.set_xlabel("words")
        axes.set_xlim(0, max(max(c[1:]) for c in counts) * 1.35 + 1)
        axes.set_title("Who is the message about?")
        figure: Any = axes.figure
    twin = "\n".join(
        f"{title}: {caller} words for the caller (I, we, our), {listener} for the listener "
        f"(you, your)."
        for title, caller, listener in counts
    )
    return Picture(figure, twin)


def _bar(axes: Axes, y: float, width: int, label: str, colour: str, hatch: str) -> None:
    axes.barh(y, width, 0.34, color=colour, hatch=hatch, edgecolor="white")
    axes.text(width + 0.15, y, f"{width}  {label}", va="center", fontsize=9)


def confusion_matrix(result: Series, who: str = "you", axes: Axes | None = None) -> Picture:
    """Draw which kind of signal was taken for which.

    Parameters
    ----------
    result : Series
        The answers.
    who : str
        Whose they are: ``you``, or a name.
    axes : matplotlib.axes.Axes, optional
        Where to draw; by default a figure of its own.

    Returns
    -------
    Picture
        A table of counts; its twin names every confusion.
    """
    kinds = list(KINDS)
    table = confusion([k for k, _ in result.pairs], [n for _, n in result.pairs], kinds)
    names = [KINDS[kind].name for kind in kinds]
    with style():
        axes = axes or new_axes((7.4, 5.2))
        for row, counts in enumerate(table.counts):
            for column, count in enumerate(counts):
                if count:
                    _square(axes, row, column, count)
        axes.set_xlim(-0.5, len(kinds) - 0.5)
        axes.set_ylim(len(kinds) - 0.5, -0.5)
        axes.set_aspect("equal")
        axes.set_xticks(range(len(kinds)), names, rotation=45, ha="right", rotation_mode="anchor")
        axes.set_yticks(range(len(kinds)), names)
        axes.set_xticks([x - 0.5 for x in range(len(kinds))], minor=True)
        axes.set_yticks([y - 0.5 for y in range(len(kinds))], minor=True)
        axes.grid(which="minor", color="0.85", linewidth=0.6)
        axes.tick_params(which="minor", length=0)
        axes.set_axisbelow(True)
        axes.set_xlabel(f"what {who} took it for")
        axes.set_ylabel("what it was")
        axes.set_title(f"{result.right} of {result.named} kinds right")
        figure: Any = axes.figure
    lines = [agreement_words(result), *mixed_up_words(result)]
    if who != "you":
        lines[0] = f"{who}: {lines[0]}"
    return Picture(figure, "\n".join(lines))


def _square(axes: Axes, row: int, column: int, count: int) -> None:
    from matplotlib.patches import Rectangle

    right = row == column
    colour = OKABE_ITO["green"] if right else OKABE_ITO["vermilion"]
    axes.add_patch(
        Rectangle((column - 0.5, row - 0.5), 1, 1, facecolor=colour, alpha=0.35,
                  hatch="" if right else "//", edgecolor=colour)
    )  # fmt: skip
    axes.text(column, row, str(count), ha="center", va="center", fontweight="bold")


def reliability_plot(people: Sequence[tuple[str, Series]], axes: Axes | None = None) -> Picture:
    """Draw stated certainty against the share that was right, with 95 % intervals.

    Parameters
    ----------
    people : sequence of (str, Series)
        Whose answers (``you``, or a name), and the answers.
    axes : matplotlib.axes.Axes, optional
        Where to draw; by default a figure of its own.

    Returns
    -------
    Picture
        A point for each band of certainty; its twin says them in words.
    """
    looks = [(OKABE_ITO["vermilion"], "s"), (OKABE_ITO["blue"], "o"), (OKABE_ITO["green"], "^")]
    with style():
        axes = axes or new_axes((6.4, 4.2))
        axes.plot([0, 100], [0, 100], color="0.5", linestyle="--", linewidth=1)
        axes.text(1, 8, "said = came true", color="0.35", rotation=33, fontsize=9)
        for place, (who, result) in enumerate(people):
            colour, marker = looks[place % len(looks)]
            # Side by side, so that intervals at the same certainty do not cover each other.
            said = [band.said * 100 + (place - (len(people) - 1) / 2) * 2 for band in result.bands]
            share = [(band.share.value or 0.0) * 100 for band in result.bands]
            low = [s - (b.share.low or 0.0) * 100 for s, b in zip(share, result.bands, strict=True)]
            up = [(b.share.high or 0.0) * 100 - s for s, b in zip(share, result.bands, strict=True)]
            axes.errorbar(said, share, yerr=[low, up], color=colour, marker=marker, capsize=3,
                          linewidth=1.2, elinewidth=0.9)  # fmt: skip
            axes.annotate(
                f"{who.title()}, Brier score {result.brier}",
                (0.985, 0.03 + 0.07 * (len(people) - 1 - place)), xycoords="axes fraction",
                ha="right", color=colour, fontweight="bold", fontsize=9,
            )  # fmt: skip
        axes.set_xlim(0, 105)
        axes.set_ylim(-3, 105)
        axes.set_xlabel("said, %")
        axes.set_ylabel("came true, % (95 % interval)")
        axes.set_title("Did the certainty come true?")
        figure: Any = axes.figure
    lines = [line for who, result in people for line in certainty_words(result, _name(who))]
    return Picture(figure, "\n".join(lines))


def _name(who: str) -> str:
    return who if who == "you" else who.title()


def habit_bars(shares: Mapping[str, float], axes: Axes | None = None) -> Picture:
    """Draw how far each single habit gets in the stall cases.

    Parameters
    ----------
    shares : mapping of str to float
        Share of all points, 0 to 1, by decision.
    axes : matplotlib.axes.Axes, optional
        Where to draw; by default a figure of its own.
    """
    ranked = sorted(shares, key=lambda decision: -shares[decision])
    names = [f"always “{DECISIONS[decision].name}”" for decision in ranked]
    with style():
        axes = axes or new_axes()
        for row, decision in enumerate(ranked):
            best = row == 0
            axes.barh(row, shares[decision] * 100, 0.6,
                      color=OKABE_ITO["blue" if best else "sky"])  # fmt: skip
            axes.text(
                shares[decision] * 100 + 1, row, f"{100 * shares[decision]:.0f} %", va="center"
            )
        axes.set_yticks(range(len(ranked)), names)
        axes.invert_yaxis()
        axes.set_xlim(0, 100)
        axes.set_xlabel("share of all points, %")
        axes.set_title("No single habit carries a stall")
        figure: Any = axes.figure
    twin = "\n".join(
        f"{name[:1].upper()}{name[1:]}: {100 * shares[decision]:.0f} % of all points."
        for name, decision in zip(names, ranked, strict=True)
    )
    return Picture(figure, twin)
