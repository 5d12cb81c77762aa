"""Four weeks of practice: short sessions on set days, as pure values.

A month is what one practitioner gives a first change of habit (source S3, trust grade D): a fair
length for a plan, and no promise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any, Final

from salescoach.answers import read_toml
from salescoach.assessment import Topic
from salescoach.errors import CoachError

WEEKS: Final = 4
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FIELDS: Final = ("start", "days", "at", "zone", "minutes", "focus", "after")
REVIEW_MINUTES: Final = 5
"""How long each session gives to the reviews that are due."""
_FEWEST, _MOST = 5, 60


@dataclass(frozen=True)
class PracticePlan:
    """What a learner has settled.

    Parameters
    ----------
    days : tuple of int
        Weekdays, Monday is 0.
    focus : tuple of str
        Ids of the topics to practise, the most important first; empty for all.
    minutes : int
        Length of a session.
    start : date, optional
        The first day; without it the plan has weeks and weekdays only.
    at : time, optional
        The local time of day.
    zone : str
        Time zone, like ``Europe/London``.
    after : str
        What the session follows: the trigger of the habit.
    """

    days: tuple[int, ...]
    focus: tuple[str, ...] = ()
    minutes: int = 15
    start: date | None = None
    at: time | None = None
    zone: str = ""
    after: str = ""


SAMPLE: Final = PracticePlan((0, 2, 4), ("05", "08"), minutes=15, after="the first coffee")
"""The plan of the case in lesson 10."""


@dataclass(frozen=True)
class Session:
    """One sitting.

    Parameters
    ----------
    week : int
        1 to 4.
    weekday : int
        Monday is 0.
    title : str
        A few words.
    task : str
        What to do.
    minutes : int
        How long.
    day : date, optional
        The day, where the plan has a start.
    """

    week: int
    weekday: int
    title: str
    task: str
    minutes: int
    day: date | None = None


def read_plan(body: str) -> PracticePlan | None:
    r"""Read a plan from an answer; None while no day of the week is chosen.

    Raises
    ------
    CoachError
        If the body is not TOML, or a line of it cannot be used.

    Examples
    --------
    >>> read_plan('days = "mon thu"\nminutes = "20"\nfocus = "05 08"').focus
    ('05', '08')
    """
    values = read_toml(body)
    for name in values:
        if name not in FIELDS:
            raise CoachError(
                f"There is no line {name!r} in a practice plan.", allowed=", ".join(FIELDS),
                next_step="Take that line out, or mend its name.",
            )  # fmt: skip
    days = _days(_text(values, "days"))
    plan = PracticePlan(
        days, tuple(_text(values, "focus").split()), _minutes(values.get("minutes", "")),
        _day(values.get("start", "")), _time(values.get("at", "")),
        _text(values, "zone"), _text(values, "after"),
    )  # fmt: skip
    return plan if days else None


def sessions(plan: PracticePlan, topics: Sequence[Topic]) -> tuple[Session, ...]:
    """Lay out all sessions of four weeks.

    Parameters
    ----------
    plan : PracticePlan
        Days, length and focus.
    topics : sequence of Topic
        All topics; those in focus take turns.

    Raises
    ------
    CoachError
        If the focus names a topic that does not exist.
    """
    by_id = {topic.id: topic for topic in topics}
    for name in plan.focus:
        if name not in by_id:
            raise CoachError(
                f"There is no lesson {name!r} to practise.",
                allowed='numbers of lessons, as focus = "05 08"',
                next_step="Mend that line; nothing else was changed.",
            )
    turns = [by_id[name] for name in plan.focus] or list(topics)
    places = [(week, day) for week in range(1, WEEKS + 1) for day in _in_order(plan)]
    planned = []
    for n, (week, weekday) in enumerate(places):
        topic = turns[n % len(turns)]
        title, task = topic.title, topic.practice
        if n == len(places) - 1:
            title = "Look back, look ahead"
            task = ("Read your four weeks of notes. Name one thing that you now do without "
                    "thinking, and one for the next four weeks.")  # fmt: skip
        day = None if plan.start is None else _date_of(plan.start, week, weekday)
        planned.append(Session(week, weekday, title, task, plan.minutes, day))
    return tuple(planned)


def _in_order(plan: PracticePlan) -> list[int]:
    """Order the weekdays as they come from the first day on."""
    first = 0 if plan.start is None else plan.start.weekday()
    return sorted(plan.days, key=lambda day: (day - first) % 7)


def _date_of(start: date, week: int, weekday: int) -> date:
    return start + timedelta(days=(weekday - start.weekday()) % 7 + 7 * (week - 1))


def notes_of(session: Session, plan: PracticePlan) -> str:
    """Say what a session is for, as the notes of a calendar entry."""
    lines = [f"After {plan.after}."] if plan.after else []
    reviews = min(REVIEW_MINUTES, session.minutes)
    lines.append(f"{reviews} minutes: the reviews that are due (lesson 10, due reviews).")
    if session.minutes > reviews:
        lines.append(f"{session.minutes - reviews} minutes: {session.task}")
    lines.append("Missed a session? Do the next one as planned, and let this one go.")
    return "\n".join(lines)


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name, "")
    if not isinstance(value, str):
        raise CoachError(f"{name} is not a text.", allowed=f'{name} = "…" in quotation marks')
    return " ".join(value.split())


def _days(text: str) -> tuple[int, ...]:
    found = set()
    for word in text.lower().replace(",", " ").split():
        if word[:3] not in WEEKDAYS:
            raise CoachError(
                f"{word!r} is no day of the week.", allowed=" ".join(WEEKDAYS),
                next_step='Mend that line, as days = "mon wed fri".',
            )  # fmt: skip
        found.add(WEEKDAYS.index(word[:3]))
    return tuple(sorted(found))


def _minutes(value: Any) -> int:
    if value == "":
        return 15
    with_text = int(value) if isinstance(value, str) and value.strip().isdecimal() else value
    whole = isinstance(with_text, int) and not isinstance(with_text, bool)
    if not whole or not _FEWEST <= with_text <= _MOST:
        raise CoachError(
            f"A session cannot last {value!r} minutes.",
            allowed=f"a whole number from {_FEWEST} to {_MOST}",
            next_step="A quarter of an hour on several days is easiest to keep.",
        )
    return int(with_text)


def _day(value: Any) -> date | None:
    if value == "":
        return None
    try:
        # A datetime is a date too, and its own text would not compare with one.
        return date.fromisoformat(str(value).strip()[:10])
    except ValueError:
        raise CoachError(
            f"start is no day: {value!r}.", allowed='start = "2026-04-13", as year, month and day',
            next_step="Mend that line; nothing else was changed.",
        ) from None  # fmt: skip


def _time(value: Any) -> time | None:
    if value == "":
        return None
    try:
        return time.fromisoformat(str(value)).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        raise CoachError(
            f"at is no time of day: {value!r}.", allowed='at = "08:45", as hours and minutes',
            next_step="Mend that line; nothing else was changed.",
        ) from None  # fmt: skip
