"""Figures in one style, each with a text twin that says what it shows."""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from salescoach.pronouns import about_whom

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
        display({"text/plain": self.twin}, raw=True)


@contextmanager
def style() -> Iterator[None]:
    """Draw in our style, without changing anybody's settings."""
    import matplotlib as mpl

    with mpl.rc_context(rc=_STYLE):
        yield


def new_axes() -> Axes:
    """Make a figure of its own, outside pyplot's list of open figures."""
    from matplotlib.figure import Figure

    axes: Axes = Figure(layout="constrained").subplots()
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
