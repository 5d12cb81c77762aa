"""Follow-ups on the day that the prospect named, as entries for a calendar.

Calendar files follow RFC 5545, as written by the icalendar library. Times are stored in UTC, which
Outlook, Google Calendar and Apple Calendar all read alike, so that ten o'clock in London is ten
o'clock before and after the clocks change; the notes name the local time.
"""

from __future__ import annotations

import uuid
import zoneinfo
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from salescoach.answers import read_toml
from salescoach.decision_map import in_full, read_day
from salescoach.errors import CoachError

_FIELDS: Final = (
    "prospect",
    "date",
    "time",
    "zone",
    "remind",
    "opening",
    "not-before",
    "if-missed",
)
_OURS: Final = uuid.uuid5(uuid.NAMESPACE_DNS, "salescoach.example")


@dataclass(frozen=True)
class Entry:
    """One entry of a calendar.

    Parameters
    ----------
    title : str
        What the calendar shows.
    day : date
        The day.
    clock : time
        Local time at which it begins.
    zone : str
        Time zone, like ``Europe/London``.
    minutes : int
        How long it lasts, in minutes.
    notes : str
        What stands inside.
    remind : int
        How many minutes before it the calendar reminds; 0 for not at all.
    """

    title: str
    day: date
    clock: time
    zone: str
    minutes: int = 15
    notes: str = ""
    remind: int = 15


@dataclass(frozen=True)
class FollowUp:
    """A follow-up as the prospect named it.

    Parameters
    ----------
    prospect : str
        Who is to be called.
    day : date
        The day that they named.
    clock : time
        Local time.
    zone : str
        The prospect's time zone.
    remind : int
        Minutes before the call at which the calendar reminds.
    opening : str
        The first sentence of the call.
    not_before : date or None
        The day before which they want to be left alone.
    if_missed : int
        Working days after a missed date at which a courteous reminder is due; 0 for none.
    """

    prospect: str
    day: date
    clock: time
    zone: str
    remind: int = 15
    opening: str = ""
    not_before: date | None = None
    if_missed: int = 2


def begins(entry: Entry) -> datetime:
    """Give the moment at which an entry begins, in UTC.

    Raises
    ------
    CoachError
        If there is no such zone, or the clocks skip that time on that day.

    Examples
    --------
    >>> call = Entry("Call", date(2026, 3, 27), time(10), "Europe/London")
    >>> begins(call).hour, begins(Entry("Call", date(2026, 3, 30), time(10), "Europe/London")).hour
    (10, 9)
    """
    zone = time_zone(entry.zone)
    local = datetime.combine(entry.day, entry.clock, zone)
    moment = local.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise CoachError(
            f"On {in_full(entry.day)} the clocks in {entry.zone} skip {entry.clock:%H:%M}.",
            next_step="Take another time: an hour earlier or later.",
        )
    return moment


def time_zone(name: str) -> zoneinfo.ZoneInfo:
    """Get a time zone.

    Raises
    ------
    CoachError
        If there is none of that name.
    """
    try:
        if name not in zoneinfo.available_timezones():
            raise KeyError(name)
        return zoneinfo.ZoneInfo(name)
    except (KeyError, ValueError):
        raise CoachError(
            f"There is no time zone {name!r}.",
            allowed='region and city, like "Europe/London", "America/New_York", "Australia/Sydney"',
            next_step="Pick one from the list.",
        ) from None


def entries(follow_up: FollowUp) -> tuple[Entry, ...]:
    """Plan the call, and what is due if the day passes without a talk.

    Raises
    ------
    CoachError
        If the call would come before the day that they want to be left alone until.
    """
    after = follow_up.not_before
    if after and follow_up.day < after:
        raise CoachError(
            f"{in_full(follow_up.day)} is before {in_full(after)}: until then they asked not to "
            "be contacted.",
            allowed=f"{in_full(after)} or later",
            next_step="Keep your word: move the call, unless they call you first.",
        )
    notes = [f"Opening line: {follow_up.opening}"] if follow_up.opening else []
    notes.append(f"They named this time: {follow_up.clock:%H:%M}, {follow_up.zone}.")
    alone = after or follow_up.day
    notes.append(f"No contact before {in_full(alone)}, unless they call first.")
    call = Entry(
        f"Call {follow_up.prospect}", follow_up.day, follow_up.clock, follow_up.zone, 15,
        "\n".join(notes), follow_up.remind,
    )  # fmt: skip
    if follow_up.if_missed < 1:
        return (call,)
    reminder = Entry(
        f"If you have not spoken: remind {follow_up.prospect}",
        working_day_after(follow_up.day, follow_up.if_missed),
        follow_up.clock, follow_up.zone, 10,
        f"Only if {in_full(follow_up.day)} passed without a talk. Once, with courtesy: recall that "
        "the day was theirs, and ask them to name a new one. No reproach.",
        follow_up.remind,
    )  # fmt: skip
    return (call, reminder)


def working_day_after(day: date, count: int) -> date:
    """Count working days on from a day, Saturdays and Sundays left out.

    Examples
    --------
    >>> working_day_after(date(2026, 4, 17), 2)  # from a Friday
    datetime.date(2026, 4, 21)
    """
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def calendar_file(planned: Iterable[Entry], stamp: datetime) -> bytes:
    """Write a calendar file that Outlook, Google Calendar and Apple Calendar import.

    Parameters
    ----------
    planned : iterable of Entry
        What to write.
    stamp : datetime
        When the file is made, with its zone; the format asks for it.

    Returns
    -------
    bytes
        The file. The same entry always has the same identity, so importing twice adds nothing.
    """
    from icalendar import Alarm, Calendar, Event  # a widget must not wait for it

    calendar = Calendar()
    calendar.add("prodid", "-//salescoach//follow-up planner//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for entry in planned:
        start = begins(entry)
        event = Event()
        what = f"{entry.title}|{start.isoformat()}"
        event.add("uid", f"{uuid.uuid5(_OURS, what)}@salescoach.example")
        event.add("dtstamp", stamp.astimezone(UTC))
        event.add("dtstart", start)
        event.add("dtend", start + timedelta(minutes=entry.minutes))
        event.add("summary", entry.title)
        if entry.notes:
            event.add("description", entry.notes)
        event.add("class", "PRIVATE")
        event.add("transp", "OPAQUE")
        if entry.remind > 0:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", entry.title)
            alarm.add("trigger", timedelta(minutes=-entry.remind))
            event.add_component(alarm)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def read_follow_up(body: str) -> FollowUp | None:
    r"""Read a follow-up from an answer; None while who, day, time or zone is open.

    Raises
    ------
    CoachError
        If the body is not TOML, or a line of it cannot be used.

    Examples
    --------
    >>> read_follow_up('prospect = "Owen"\ndate = "2026-04-14"\ntime = "10:00"') is None
    True
    """
    values = read_toml(body)
    for name in values:
        if name not in _FIELDS:
            raise CoachError(
                f"There is no line {name!r} in a follow-up.", allowed=", ".join(_FIELDS),
                next_step="Take that line out, or mend its name.",
            )  # fmt: skip
    prospect, zone, opening = (_text(values, name) for name in ("prospect", "zone", "opening"))
    day, clock = read_day("date", values.get("date", "")), _clock(values.get("time", ""))
    not_before = read_day("not-before", values.get("not-before", ""))
    remind = _number(values, "remind", 15, 20_160)
    if_missed = _number(values, "if-missed", 2, 30)
    if not prospect or not zone or day is None or clock is None:
        return None
    return FollowUp(prospect, day, clock, zone, remind, opening, not_before, if_missed)


def _text(values: dict[str, Any], name: str) -> str:
    value = values.get(name, "")
    if not isinstance(value, str):
        raise CoachError(f"{name} is not a text.", allowed=f'{name} = "…" in quotation marks')
    return " ".join(value.split())


def _clock(value: Any) -> time | None:
    if value == "":
        return None
    if isinstance(value, time):
        return value
    try:
        return time.fromisoformat(value).replace(second=0, microsecond=0, tzinfo=None)
    except (TypeError, ValueError):
        raise CoachError(
            f"time is no time of day: {value!r}.", allowed='time = "10:00", as hours and minutes',
            next_step="Mend that line; nothing else was changed.",
        ) from None  # fmt: skip


def _number(values: dict[str, Any], name: str, usual: int, most: int) -> int:
    value = values.get(name, "")
    if value == "":
        return usual
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
        raise CoachError(
            f"{name} cannot be {value!r}.", allowed=f"{name} = a whole number from 0 to {most}"
        )
    return value
