"""The certificate: what its holder has practised, as a page in PDF and PNG. It claims no more."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from salescoach.assessment import Gain
from salescoach.errors import CoachError
from salescoach.plots import OKABE_ITO, style

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

MOST_NAME = 60
"""The longest name that fits on the page, in characters."""
MOST_LINES = 22
"""The most lines that a page holds: two columns."""


def certificate_page(
    name: str, practised: Sequence[tuple[str, int, int]], gain: Gain | None, day: date
) -> Figure:
    """Draw a certificate on a page of A4, lying.

    Parameters
    ----------
    name : str
        The holder.
    practised : sequence of (str, int, int)
        Title of a lesson or an exercise, answers given, answers asked.
    gain : Gain, optional
        The two forms of the assessment, if both were filled in.
    day : date
        The day on which it is made.

    Raises
    ------
    CoachError
        If the name is missing or too long, if no font here has its letters, or if nothing was
        practised.
    """
    name = " ".join(name.split())
    if not 0 < len(name) <= MOST_NAME:
        raise CoachError(
            "A certificate needs the name of its holder.", allowed=f"1 to {MOST_NAME} characters",
            next_step="Write it in the cell that asks who hands this in.",
        )  # fmt: skip
    if not practised:
        raise CoachError(
            "No answer was found in your notebooks, so there is nothing to certify yet.",
            allowed="answers in the lessons and exercises beside this notebook",
            next_step="Answer something, save that notebook, and run this cell again.",
        )
    from matplotlib.figure import Figure

    with style():
        page = Figure(figsize=(11.69, 8.27), dpi=110)
        font = _font_for(name)
        _words(page, 0.5, 0.90, "Persist, or walk away?", 15, "#555555")
        _words(page, 0.5, 0.835, "Certificate of practice", 30, OKABE_ITO["blue"], bold=True)
        page.text(0.5, 0.735, name, ha="center", va="center", fontsize=26, fontfamily=font)
        _words(page, 0.5, 0.67, "has worked in this workbook and answered:", 13)
        _columns(page, practised)
        if gain is not None:
            _words(page, 0.5, 0.165, gain_line(gain), 11)
        _words(page, 0.5, 0.11, f"Made by its holder on {day.day} {day:%B %Y}.", 11)
        _words(
            page, 0.5, 0.07,
            "It lists answers given, not answers judged. It is no examination, licence or degree.",
            9.5, "#555555",
        )  # fmt: skip
        page.add_artist(_frame())
    return page


def _words(
    page: Figure, x: float, y: float, text: str, size: float, colour: str = "black",
    *, bold: bool = False,
) -> None:  # fmt: skip
    page.text(x, y, text, ha="center", va="center", fontsize=size, color=colour,
              fontweight="bold" if bold else "normal")  # fmt: skip


def _columns(page: Figure, practised: Sequence[tuple[str, int, int]]) -> None:
    lines = [answers_line(*one) for one in practised]
    if len(lines) > MOST_LINES:
        rest = len(lines) - MOST_LINES + 1
        lines = [*lines[: MOST_LINES - 1], f"and {rest} more"]
    half = len(lines) if len(lines) <= MOST_LINES // 2 else (len(lines) + 1) // 2
    for place, line in enumerate(lines):
        column, row = divmod(place, half)
        x = 0.5 if half == len(lines) else (0.30, 0.72)[column]
        page.text(x, 0.61 - 0.037 * row, line, ha="center", va="center", fontsize=10.5)


def answers_line(title: str, answered: int, asked: int) -> str:
    """Say how many answers were given.

    Examples
    --------
    >>> answers_line("07 The follow-up lab", 5, 6), answers_line("Exercise 07", 1, 1)
    ('07 The follow-up lab: 5 of 6 answers', 'Exercise 07: 1 of 1 answer')
    """
    return f"{title}: {answered} of {asked} {'answer' if asked == 1 else 'answers'}"


def _frame() -> Rectangle:
    from matplotlib.patches import Rectangle

    return Rectangle((0.03, 0.03), 0.94, 0.94, fill=False, lw=2, edgecolor=OKABE_ITO["blue"])


def gain_line(gain: Gain) -> str:
    """Say both scores, with the interval of their difference."""
    text = (
        f"Skills assessment: {gain.first.right} of {gain.first.asked} before, "
        f"{gain.last.right} of {gain.last.asked} after"
    )
    found = gain.difference
    if found.value is None or found.low is None or found.high is None:
        return f"{text}."
    return (
        f"{text}; a difference of {100 * found.value:+.0f} points of a hundred "
        f"(95 % interval {100 * found.low:+.0f} to {100 * found.high:+.0f})."
    ).replace("-", "−")


def pdf_of(page: Figure) -> bytes:
    """Write a page as PDF, the same bytes for the same page."""
    buffer = io.BytesIO()
    page.savefig(buffer, format="pdf", bbox_inches=None,
                 metadata={"Creator": "salescoach", "Producer": None, "CreationDate": None,
                           "Title": "Certificate of practice"})  # fmt: skip
    return buffer.getvalue()


def png_of(page: Figure) -> bytes:
    """Write a page as PNG."""
    buffer = io.BytesIO()
    page.savefig(buffer, format="png", dpi=150, bbox_inches=None, metadata={"Software": None})
    return buffer.getvalue()


def _font_for(text: str) -> str:
    """Find a font of this machine that has all letters of a name."""
    from matplotlib import font_manager

    letters = {ord(letter) for letter in text if not letter.isspace()}
    own = "DejaVu Sans"  # matplotlib brings it along
    candidates = [(own, str(font_manager.findfont(own)))]
    # "Last Resort" has a box for every letter, which is no letter.
    candidates += sorted(
        (font.name, str(font.fname))
        for font in font_manager.fontManager.ttflist
        if not font.name.startswith("Last Resort")
    )
    for family, file in candidates:
        if letters <= set(font_manager.get_font(file).get_charmap()):
            return str(family)
    raise CoachError(
        "No font on this machine has all letters of that name.",
        next_step="Write the name in Latin letters, or install a font that has them.",
    )
