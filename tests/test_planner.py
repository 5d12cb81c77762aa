"""Follow-ups: the right hour when clocks change, the word kept, and files that calendars read."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from salescoach.errors import CoachError
from salescoach.planner import (
    Entry,
    FollowUp,
    begins,
    calendar_file,
    entries,
    read_follow_up,
    working_day_after,
)

NOW = datetime(2026, 3, 5, 11, 0, tzinfo=UTC)
OWEN = FollowUp(
    "Owen Pryce, Wexcombe Print", date(2026, 4, 14), time(10), "Europe/London",
    opening="Owen, you wanted me to ring today; is it still a good moment?",
)  # fmt: skip


def written(*planned: Entry) -> tuple[bytes, Calendar]:
    raw = calendar_file(planned, NOW)
    return raw, Calendar.from_ical(raw)


@pytest.mark.parametrize(
    ("day", "zone", "hour"),
    [
        (date(2026, 3, 27), "Europe/London", 10), (date(2026, 3, 30), "Europe/London", 9),
        (date(2026, 3, 6), "America/New_York", 15), (date(2026, 3, 9), "America/New_York", 14),
        (date(2026, 4, 3), "Australia/Sydney", 23), (date(2026, 4, 6), "Australia/Sydney", 0),
        (date(2026, 7, 1), "Asia/Kolkata", 4),
    ],
)  # fmt: skip
def test_ten_o_clock_stays_ten_o_clock_when_the_clocks_change(
    day: date, zone: str, hour: int
) -> None:
    _, calendar = written(Entry("Call", day, time(10), zone))
    start = calendar.events[0].start
    assert start.astimezone(UTC).hour == hour
    assert start == begins(Entry("Call", day, time(10), zone))


def test_an_hour_that_the_clocks_skip_is_refused() -> None:
    with pytest.raises(CoachError, match="skip 01:30"):
        begins(Entry("Call", date(2026, 3, 29), time(1, 30), "Europe/London"))


def test_an_hour_that_comes_twice_is_the_first_one() -> None:
    twice = begins(Entry("Call", date(2026, 10, 25), time(1, 30), "Europe/London"))
    assert twice == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "zone", ["London", "", "../etc/passwd", "Europe/Nowhere", "europe/london "]
)
def test_an_unknown_zone_is_told(zone: str) -> None:
    with pytest.raises(CoachError, match="no time zone"):
        begins(Entry("Call", date(2026, 4, 14), time(10), zone))


def test_the_file_has_what_the_calendars_ask_for() -> None:
    raw, calendar = written(*entries(OWEN))
    assert raw.startswith(b"BEGIN:VCALENDAR\r\n")
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    assert {"VERSION", "PRODID", "METHOD"} <= set(calendar)
    for event in calendar.events:
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"} <= set(event)
        assert event["DTSTART"].to_ical().endswith(b"Z")  # UTC needs no VTIMEZONE
        (alarm,) = event.walk("VALARM")
        assert alarm["ACTION"] == "DISPLAY"
        assert alarm["TRIGGER"].dt == timedelta(minutes=-15)
        assert alarm["DESCRIPTION"]
    assert calendar.events[0].end - calendar.events[0].start == timedelta(minutes=15)


def test_the_opening_line_stands_in_the_notes_whole() -> None:
    awkward = 'Owen; you said: "ring me", didn\'t you? Größe \\ 😀 ' + "and so on, " * 20
    (call, *_) = entries(FollowUp("Owen", OWEN.day, OWEN.clock, OWEN.zone, opening=awkward))
    _, calendar = written(call)
    assert awkward in str(calendar.events[0]["DESCRIPTION"])
    assert "No contact before Tuesday 14 April 2026" in str(calendar.events[0]["DESCRIPTION"])


def test_importing_twice_adds_nothing_and_another_day_is_another_entry() -> None:
    first, second = entries(OWEN)
    uids = [e["UID"] for e in written(first, second)[1].events]
    assert uids == [e["UID"] for e in written(first, second)[1].events]
    assert len(set(uids)) == 2
    moved = Entry(first.title, first.day + timedelta(days=1), first.clock, first.zone)
    assert written(moved)[1].events[0]["UID"] != uids[0]


def test_no_reminder_means_no_alarm() -> None:
    _, calendar = written(Entry("Call", OWEN.day, OWEN.clock, OWEN.zone, remind=0))
    assert not calendar.walk("VALARM")


def test_the_day_before_which_they_want_peace_is_respected() -> None:
    early = FollowUp("Owen", date(2026, 4, 13), time(10), "Europe/London",
                     not_before=date(2026, 4, 14))  # fmt: skip
    with pytest.raises(CoachError, match="before Tuesday 14 April 2026"):
        entries(early)
    on_the_day = FollowUp("Owen", date(2026, 4, 14), time(10), "Europe/London",
                          not_before=date(2026, 4, 14))  # fmt: skip
    assert len(entries(on_the_day)) == 2


def test_a_missed_day_brings_one_courteous_reminder_on_a_working_day() -> None:
    friday = FollowUp("Owen", date(2026, 4, 17), time(10), "Europe/London")
    reminder = entries(friday)[1]
    assert reminder.day == date(2026, 4, 21)
    assert "No reproach" in reminder.notes
    none = FollowUp("Owen", date(2026, 4, 17), time(10), "Europe/London", if_missed=0)
    assert len(entries(none)) == 1


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 30))
def test_a_working_day_is_never_at_the_weekend(day: date, count: int) -> None:
    later = working_day_after(day, count)
    assert later.weekday() < 5
    assert timedelta(days=count) <= later - day <= timedelta(days=2 * count + 3)


def test_a_follow_up_is_read_from_text_and_from_toml_dates() -> None:
    text = 'prospect = "Owen"\ndate = "2026-04-14"\ntime = "10:00"\nzone = "Europe/London"'
    bare = (
        'prospect = "Owen"\ndate = 2026-04-14\ntime = 10:00:00\nzone = "Europe/London"\nremind = 0'
    )
    read = read_follow_up(text)
    assert read is not None
    assert (read.day, read.clock, read.remind, read.if_missed) == (OWEN.day, OWEN.clock, 15, 2)
    again = read_follow_up(bare)
    assert again is not None
    assert (again.day, again.clock, again.remind) == (OWEN.day, OWEN.clock, 0)
    assert read_follow_up("") is None


@pytest.mark.parametrize(
    ("line", "told"),
    [('date = "14.4.2026"', "date is no day"), ('time = "ten"', "no time of day"),
     ("remind = -5", "remind cannot be"), ("remind = true", "remind cannot be"),
     ("opening = 3", "not a text"), ('when = "soon"', "no line 'when'"),
     ('not-before = "soon"', "not-before is no day"), ("date = ", "cannot be read")],
)  # fmt: skip
def test_a_line_that_cannot_be_used_is_told(line: str, told: str) -> None:
    with pytest.raises(CoachError, match=told):
        read_follow_up(line)
