"""The figures of lessons 01 and 02: weeks of calls, the first yes, a myth, an unclean list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from salescoach.plots import OKABE_ITO, Picture, new_axes, style
from salescoach.rejection import Outlook, chance_of_none, wilson
from salescoach.widgets.call_views import first_yes_in_words, percent, week_in_words


@dataclass(frozen=True)
class ContactShare:
    """How many customers said yes at one contact, and what a myth claims.

    Parameters
    ----------
    contact : str
        Number of the contact.
    claimed : float
        Per cent of all sales, as the myth claims.
    yes : int
        Customers who said yes here, in public data.
    """

    contact: str
    claimed: float
    yes: int


def week_picture(week: Outlook) -> Picture:
    """Show how likely each number of yes in a week is; the week without one stands out."""
    with style():
        axes = new_axes()
        shares = [100 * chance for chance in week.chances[:12]]
        colours = [OKABE_ITO["vermilion"], *[OKABE_ITO["blue"]] * (len(shares) - 1)]
        drawn = axes.bar(range(len(shares)), shares, color=colours, edgecolor="white")
        drawn[0].set_hatch("//")
        axes.bar_label(drawn, [f"{share:.0f} %" if share >= 0.5 else "" for share in shares])
        axes.set_xticks(range(len(shares)))
        axes.set_ylim(0, max(shares) * 1.15)
        axes.set_xlabel("yes in the week")
        axes.set_ylabel("of 100 weeks")
        axes.set_title(f"{percent(week.none)} of the weeks bring no yes at all")
        figure: Any = axes.figure
    return Picture(figure, week_in_words(week))


def first_yes_picture(week: Outlook) -> Picture:
    """Show by which call the first yes has come, with even odds and with 90 %."""
    end = max((week.most or 50) * 3 // 2, 5)
    with style():
        axes = new_axes()
        calls = range(end + 1)
        chances = [100 * (1 - chance_of_none(week.chance, n)) for n in calls]
        axes.plot(calls, chances, color=OKABE_ITO["blue"], linewidth=2)
        for at, share in ((week.half, 50), (week.most, 90)):
            if at is not None:
                axes.plot([at, at], [0, share], color="#767676", linestyle=":")
                axes.plot(at, share, "o", color=OKABE_ITO["vermilion"])
                axes.annotate(f"call {at}: {share} %", (at, share), (8, -12),
                              textcoords="offset points")  # fmt: skip
        axes.set_ylim(0, 104)
        axes.set_xlim(0, end)
        axes.set_xlabel("calls")
        axes.set_ylabel("first yes has come, %")
        axes.set_title("When the first yes comes: soon, late, or very late")
        figure: Any = axes.figure
    return Picture(figure, first_yes_in_words(week))


def weeks_picture(weeks: Sequence[tuple[str, Outlook]]) -> Picture:
    """Compare weeks: how many end without a yes, and how many noes a yes costs."""
    with style():
        axes = new_axes()
        for row, (_, week) in enumerate(weeks):
            share = 100 * week.none
            axes.barh(row, share, 0.6, color=OKABE_ITO["vermilion"], hatch="//", edgecolor="white")
            axes.text(share + 0.6, row, f"{share:.0f} %  without a yes", va="center", fontsize=9)
        axes.set_yticks(range(len(weeks)), [title for title, _ in weeks])
        axes.invert_yaxis()
        axes.set_xlim(0, max(100 * week.none for _, week in weeks) * 1.5 + 1)
        axes.set_xlabel("weeks without a yes, of 100")
        axes.set_title("More calls, or better ones?")
        figure: Any = axes.figure
    twin = "\n".join(
        f"{title}: {week.expected:.0f} yes a week on average, {percent(week.none)} of the weeks "
        f"without one, {week.calls - week.expected:.0f} calls a week that bring no yes."
        for title, week in weeks
    )
    return Picture(figure, twin)


def myth_picture(rows: Sequence[ContactShare]) -> Picture:
    """Set what a myth claims about the number of contacts beside what public data say."""
    total = sum(row.yes for row in rows)
    with style():
        axes = new_axes()
        for place, row in enumerate(rows):
            low, high = (100 * end for end in wilson(row.yes, total))
            share = 100 * row.yes / total
            axes.bar(place - 0.2, row.claimed, 0.38, color="#B0B0B0", hatch="..", edgecolor="white")
            axes.bar(place + 0.2, share, 0.38, color=OKABE_ITO["blue"])
            axes.errorbar(place + 0.2, share, [[share - low], [high - share]], color="black",
                          capsize=3)  # fmt: skip
            axes.text(place - 0.2, row.claimed + 1, f"{row.claimed:.0f}", ha="center", fontsize=9)
            axes.text(place + 0.2, high + 1, f"{share:.0f}", ha="center", fontsize=9)
        axes.text(
            -0.42, 60, "dotted: the myth\nsolid: public data,\nwith 95 % interval", fontsize=9
        )
        axes.set_xticks(range(len(rows)), [row.contact for row in rows])
        axes.set_xlabel("contact")
        axes.set_ylabel("of all yes, %")
        axes.set_ylim(0, 92)
        axes.set_title("The myth has it the wrong way round")
        figure: Any = axes.figure
    twin = "\n".join(_share_in_words(row, total) for row in rows)
    return Picture(figure, f"{twin}\nPublic data: {total:,} yes of one bank's own customers.")


def _share_in_words(row: ContactShare, total: int) -> str:
    low, high = (100 * end for end in wilson(row.yes, total))
    return (
        f"Contact {row.contact}: the myth says {row.claimed:.0f} %, the data say "
        f"{100 * row.yes / total:.1f} % (95 % interval {low:.1f} to {high:.1f})."
    )


def uncleaned_picture(parts: Sequence[tuple[str, int]]) -> Picture:
    """Show what a list consists of that was cut, but not cleaned.

    Parameters
    ----------
    parts : sequence of (str, int)
        What each part is, and how many rows; the first is what is fit to call.
    """
    colours = [OKABE_ITO["blue"], OKABE_ITO["orange"], OKABE_ITO["purple"], OKABE_ITO["vermilion"]]
    total = sum(count for _, count in parts)
    with style():
        axes = new_axes()
        for row, ((label, count), colour) in enumerate(zip(parts, colours, strict=False)):
            axes.barh(row, count, 0.6, color=colour, hatch="" if row == 0 else "//",
                      edgecolor="white")  # fmt: skip
            axes.text(count + 0.2, row, f"{count}  {label}", va="center", fontsize=9)
        axes.set_yticks([])
        axes.invert_yaxis()
        axes.set_xlim(0, parts[0][1] * 1.7)
        axes.set_xlabel("rows of the list")
        axes.set_title(f"{total} rows without cleaning, {parts[0][1]} of them fit to call")
        figure: Any = axes.figure
    told = ", ".join(f"{count} {label}" for label, count in parts)
    return Picture(figure, f"{total} rows are left without cleaning: {told}.")
