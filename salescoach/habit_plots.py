"""The figures of lessons 00 and 10: profile, gain, four weeks, and spaced practice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from salescoach.assessment import ClassForm, Gain, Profile, Topic, TopicScore
from salescoach.class_beside import class_beside, class_gain_words, class_words, middle_half
from salescoach.plots import OKABE_ITO, Picture, new_axes, style
from salescoach.practice_plan import WEEKDAYS, WEEKS, PracticePlan, Session
from salescoach.spacing import Forgetting
from salescoach.widgets.habit_views import path_text, plan_text, share_text, when

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def profile_picture(
    found: Profile,
    topics: Mapping[str, Topic],
    beside: ClassForm | None = None,
    said: str = "",
    axes: Axes | None = None,
) -> Picture:
    """Show the share of right answers by topic, each with its 95 % interval.

    Parameters
    ----------
    found : Profile
        A filled-in form.
    topics : mapping
        The topics by id.
    beside : ClassForm, optional
        The learner's own class in the same form, if its instructor gave that away.
    said : str
        What is to be said about the file of the class, if it cannot be used.
    axes : matplotlib.axes.Axes, optional
        Where to draw; by default a figure of its own.
    """
    rows = [(f"{t.topic} {topics[t.topic].title}", t) for t in found.topics]
    rows.append(("All twenty" if found.total.asked == 20 else "All", found.total))
    with style():
        axes = axes or new_axes()
        for y, (_, score) in enumerate(rows):
            _share(axes, y, score, OKABE_ITO["blue"] if score.topic != "all" else "#333333")
        axes.set_yticks(range(len(rows)), [title for title, _ in rows])
        axes.invert_yaxis()
        axes.set_xlim(-3, 118)
        axes.set_xticks(range(0, 101, 25))
        axes.set_xlabel("right answers, % (bar: 95 % interval, Wilson)")
        total = found.total
        axes.set_title(f"{total.right} of {total.asked} right; two questions a topic say little")
        figure: Any = axes.figure
        figure.set_size_inches(7.0, 4.2)
        if beside is not None:
            class_beside(axes, [score.topic for score in found.topics], beside)
            figure.set_size_inches(7.0, 5.2)
    lines = [f"{total.right} of {total.asked} right. {share_text(total)}"]
    lines += [f"{title}: {_said(score)}" for title, score in rows[:-1]]
    lines.append(path_text(found, topics))
    lines += class_words(total, beside, topics) if beside is not None else [said] if said else []
    return Picture(figure, "\n".join(lines))


def _share(axes: Axes, y: float, score: TopicScore, colour: str) -> None:
    share = score.share
    if share.value is None or share.low is None or share.high is None:
        return
    axes.plot([100 * share.low, 100 * share.high], [y, y], color=colour, alpha=0.45, lw=5,
              solid_capstyle="butt")  # fmt: skip
    axes.plot([100 * share.value], [y], "o", color=colour, ms=7)
    axes.text(103, y, f"{score.right} of {score.asked}", va="center", fontsize=9)


def _said(score: TopicScore) -> str:
    share = score.share
    if share.low is None or share.high is None:
        return "not asked."
    return (
        f"{score.right} of {score.asked} right (interval {100 * share.low:.0f} to "
        f"{100 * share.high:.0f} %)."
    )


def gain_picture(
    found: Gain,
    before: ClassForm | None = None,
    after: ClassForm | None = None,
    said: str = "",
    axes: Axes | None = None,
) -> Picture:
    """Show the first and the last form with their intervals, and say what the gain is worth.

    Parameters
    ----------
    found : Gain
        The two forms of a learner.
    before, after : ClassForm, optional
        The class in form A and in form B, if its instructor gave that away.
    said : str
        What is to be said about the file of the class, if it cannot be used.
    axes : matplotlib.axes.Axes, optional
        Where to draw; by default a figure of its own.
    """
    rows = [("Form A, before", found.first), ("Form B, after", found.last)]
    difference = found.last.right - found.first.right
    with style():
        axes = axes or new_axes()
        for y, (_, score) in enumerate(rows):
            _share(axes, y, score, OKABE_ITO["blue"] if y else "#555555")
        axes.set_yticks(range(len(rows)), [title for title, _ in rows])
        axes.invert_yaxis()
        axes.set_ylim(1.6, -0.6)
        axes.set_xlim(-3, 118)
        axes.set_xlabel("right answers, % (bar: 95 % interval, Wilson)")
        axes.set_title(_finding(found))
        figure: Any = axes.figure
        classes = [(y, form) for y, form in enumerate((before, after)) if form is not None]
        for y, form in classes:
            middle_half(axes, y, form)
        if classes:
            axes.set_xlabel(
                "right answers, %\n● you, with the 95 % interval (Wilson)\n"
                "◇ your class: its middle, and its middle half",
                fontsize=9,
            )
            figure.set_size_inches(7.0, 3.2)
    lines = [f"{title}: {_said(score)}" for title, score in rows]
    value = found.difference
    if value.value is not None and value.low is not None and value.high is not None:
        lines.append(
            f"Difference: {difference:+d} questions, {100 * value.value:+.0f} points of a hundred "
            f"(95 % interval {100 * value.low:+.0f} to {100 * value.high:+.0f}, Newcombe)."
        )
    lines.append(_honest(found))
    lines += [*class_gain_words(before, after), *([said] if said else [])]
    return Picture(figure, "\n".join(lines).replace("-", "−"))


def _settled(found: Gain) -> int:
    """Give +1 or -1 where the interval leaves zero out on that side, else 0."""
    low, high = found.difference.low, found.difference.high
    if low is None or high is None:
        return 0
    return 1 if low > 0 else -1 if high < 0 else 0


def _finding(found: Gain) -> str:
    change = found.last.right - found.first.right
    if _settled(found) > 0:
        return f"{change} more right: more than luck alone would plausibly give"
    if _settled(found) < 0:
        return f"{-change} fewer right: more than luck alone would plausibly take"
    if change == 0:
        return "As many right as before"
    return f"{abs(change)} {'more' if change > 0 else 'fewer'} right: luck alone could do that"


def _honest(found: Gain) -> str:
    if _settled(found) > 0:
        text = "That is more than the luck of the questions would plausibly give."
    elif _settled(found) < 0:
        text = "You did worse than the luck of the questions would plausibly explain. A bad day?"
    else:
        text = "This may be a gain, and it may be luck: twenty questions cannot tell."
        if found.needed is not None:
            text += f" From your start it would take {found.needed} more right to be fairly sure."
    return (
        f"{text} Nobody has measured yet whether the two forms are equally hard; their authors "
        "paired the questions by judgement. And answers on a page are knowledge: what counts is "
        "what you say on the telephone."
    )


def plan_picture(
    plan: PracticePlan, planned: Sequence[Session], axes: Axes | None = None
) -> Picture:
    """Show four weeks as a calendar page: a square for each session."""
    with style():
        axes = axes or new_axes()
        for week in range(1, WEEKS + 1):
            for day in range(7):
                axes.plot([day], [week], "s", ms=16, color="#EEEEEE")
        for n, session in enumerate(planned, 1):
            last = n == len(planned)
            colour = OKABE_ITO["green"] if last else OKABE_ITO["blue"]
            axes.plot([session.weekday], [session.week], "D" if last else "s", ms=16, color=colour)
            axes.text(session.weekday, session.week, str(n), color="white", ha="center",
                      va="center", fontsize=8, fontweight="bold")  # fmt: skip
        axes.set_xticks(range(7), [day.capitalize() for day in WEEKDAYS])
        axes.set_yticks(range(1, WEEKS + 1), [f"Week {n}" for n in range(1, WEEKS + 1)])
        axes.set_ylim(WEEKS + 0.6, 0.4)
        axes.set_xlim(-0.6, 6.6)
        axes.tick_params(length=0)
        axes.spines[:].set_visible(False)
        axes.set_title(f"{len(planned)} short sessions, and a look back at the end")
        figure: Any = axes.figure
    lines = [plan_text(plan, planned)]
    for week in range(1, WEEKS + 1):
        told = [f"{when(s)} {s.title}" for s in planned if s.week == week]
        lines.append(f"Week {week}: {'; '.join(told)}.")
    return Picture(figure, "\n".join(lines))


def forgetting_picture(
    curves: Sequence[tuple[str, Forgetting]], axes: Axes | None = None
) -> Picture:
    """Show how the chance of recall falls after the same reviews, crammed or spread."""
    colours = [OKABE_ITO["vermilion"], OKABE_ITO["blue"], OKABE_ITO["green"]]
    with style():
        axes = axes or new_axes()
        for (title, curve), colour, dash in zip(curves, colours, ("--", "-", ":"), strict=False):
            axes.plot(curve.days, [100 * r for r in curve.recall], dash, color=colour, lw=2)
            axes.text(curve.days[-1] + 1, 100 * curve.recall[-1],
                      f"{title}: {100 * curve.recall[-1]:.0f} %", va="center", color="#222222",
                      fontsize=9)  # fmt: skip
        last = curves[0][1].days[-1]
        axes.set_xlim(0, last * 1.55)
        axes.set_xticks(range(0, last + 1, 15))
        axes.set_ylim(0, 104)
        axes.set_xlabel("days after the last review")
        axes.set_ylabel("chance of recall, %")
        axes.set_title("Four reviews last longer when they are spread out (a model)")
        figure: Any = axes.figure
    lines = [
        f"{title} (days {', '.join(map(str, c.reviewed))}): {100 * c.recall[-1]:.0f} % chance of "
        f"recall {c.days[-1]} days after the last review."
        for title, c in curves
    ]
    lines.append("A model of memory (FSRS), fitted to people who learn with flash cards, not to "
                 "sellers: read the direction, not the digits.")  # fmt: skip
    return Picture(figure, "\n".join(lines))
