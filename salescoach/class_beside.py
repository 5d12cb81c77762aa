"""The learner's own class beside the learner, drawn and told: a group, never a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from salescoach.assessment import ClassForm, Topic, TopicScore
from salescoach.plots import OKABE_ITO

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BELOW = 0.3
"""How far below the learner's own mark the class stands, in rows."""


def class_beside(axes: Axes, order: Sequence[str], beside: ClassForm) -> None:
    """Draw the class below each row of a profile, and say whose mark that is.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        The profile: a row for each topic, and then one for all.
    order : sequence of str
        The topics, as the rows have them.
    beside : ClassForm
        The class.
    """
    for y, topic in enumerate(order):
        found = beside.topics.get(topic)
        if found is not None:
            axes.plot([found.low, found.high], [y + _BELOW] * 2, color=OKABE_ITO["vermilion"], lw=1)
            axes.plot([found.right], [y + _BELOW], "D", ms=5, mfc="white",
                      color=OKABE_ITO["vermilion"])  # fmt: skip
    middle_half(axes, len(order), beside)
    axes.set_ylim(len(order) + 0.8, -0.6)
    axes.set_xlabel(
        "right answers, %\n● you, with the 95 % interval (Wilson)\n"
        f"◇ your class, {beside.people} people, with the 95 % interval\n"
        "◇ in the last row: half of it had more, half less; bar: its middle half",
        fontsize=9,
    )


def middle_half(axes: Axes, y: float, beside: ClassForm) -> None:
    """Draw the middle half of a class and its middle one, below a row."""
    if beside.middle_half is None or beside.median is None:
        return
    ends = (beside.middle_half[0], beside.median, beside.middle_half[1])
    low, middle, high = (100 * end / beside.asked for end in ends)
    colour = OKABE_ITO["vermilion"]
    axes.plot([low, high], [y + _BELOW] * 2, color=colour, lw=3, solid_capstyle="butt")
    axes.plot([middle], [y + _BELOW], "D", ms=6, mfc="white", color=colour)
    axes.text(103, y + _BELOW, "your class", va="top", fontsize=8, color="#8a3b00")


def class_words(own: TopicScore, beside: ClassForm, topics: Mapping[str, Topic]) -> list[str]:
    """Say where the class stands, and what that says about the learner: mostly little."""
    lines = [f"Beside you, your own class: {beside.people} people who filled in the same form."]
    shown = [
        f"{topic} {topics[topic].title} {found.right} % ({found.low} to {found.high})"
        for topic, found in sorted(beside.topics.items())
        if found is not None and topic in topics
    ]
    lines.append(f"All: {middle_words(beside)}")
    if shown:
        lines.append(f"Right in the class, by topic, with the 95 % interval: {'; '.join(shown)}.")
    hidden = [topic for topic, found in sorted(beside.topics.items()) if found is None]
    if hidden:
        lines.append(
            f"Not shown: {', '.join(hidden)}. Nearly all answered alike there, and a figure would "
            "tell what each of them answered."
        )
    return [*lines, _where(own, beside)]


def middle_words(beside: ClassForm) -> str:
    """Say between which results the middle half of a class lies."""
    if beside.middle_half is None or beside.median is None:
        return "the middle is not shown, since nearly all have the same result."
    low, high = beside.middle_half
    return (
        f"the middle half of the class had {low} to {high} of {beside.asked} right; half "
        f"of it had {beside.median:g} or more."
    )


def _where(own: TopicScore, beside: ClassForm) -> str:
    """Compare a learner with the middle of the class, as far as so few questions can."""
    who = (
        "It is a group of colleagues, no norm: another class would have other figures, and you are "
        "in these yourself if you handed in."
    )
    share = own.share
    if beside.median is None or share.low is None or share.high is None:
        return who
    middle = beside.median / beside.asked
    if share.low <= middle <= share.high:
        return (
            f"The middle of the class lies within your own interval: {own.asked} questions cannot "
            f"tell you from it. {who}"
        )
    side = "above" if (share.value or 0.0) > middle else "below"
    return (
        f"You are {side} the middle of the class by more than the luck of the questions would "
        f"plausibly give. {who}"
    )


def class_gain_words(before: ClassForm | None, after: ClassForm | None) -> list[str]:
    """Say how the class did in each form, and why the two are no gain of the class."""
    told = [
        f"Your class in {name}, {form.people} people: {middle_words(form)}"
        for name, form in (("form A", before), ("form B", after))
        if form is not None
    ]
    if len(told) == 2:
        told.append(
            "These need not be the same people, and the forms have other questions: the distance "
            "between the two is no gain of the class."
        )
    return told
