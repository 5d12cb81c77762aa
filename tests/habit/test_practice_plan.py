"""The plan of four weeks, and the model of memory beside it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from salescoach.catalog import open_catalog
from salescoach.habits import Review, schedule
from salescoach.practice_plan import SAMPLE, PracticePlan, notes_of, read_plan, sessions
from salescoach.spacing import forgetting
from salescoach.widgets.habit_views import due_view, plan_view

TOPICS = open_catalog().topics


@given(
    st.sets(st.integers(0, 6), min_size=1),
    st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    st.lists(st.sampled_from(list(TOPICS)), unique=True),
)
def test_every_session_lies_on_its_day_in_its_week(
    days: set[int], start: date, focus: list[str]
) -> None:
    plan = PracticePlan(tuple(sorted(days)), tuple(focus), start=start)
    planned = sessions(plan, list(TOPICS.values()))
    assert len(planned) == 4 * len(days)
    dates = [s.day for s in planned if s.day is not None]
    assert dates == sorted(set(dates))
    assert start <= dates[0]
    assert dates[-1] < start + timedelta(weeks=4)
    for session in planned:
        assert session.day is not None
        assert session.day.weekday() == session.weekday
        assert start + timedelta(weeks=session.week - 1) <= session.day
        assert session.day < start + timedelta(weeks=session.week)
    wanted = {TOPICS[f].title for f in focus} or {t.title for t in TOPICS.values()}
    assert {s.title for s in planned[:-1]} <= wanted
    assert planned[-1].title == "Look back, look ahead"


def test_the_focus_takes_turns_in_the_order_given() -> None:
    planned = sessions(SAMPLE, list(TOPICS.values()))
    assert [s.title for s in planned[:3]] == [
        "Read the signals", "The push and the walk-away", "Read the signals",
    ]  # fmt: skip


def test_a_plan_is_read_from_texts_and_from_toml_dates() -> None:
    wanted = read_plan('start = "2026-04-13"\nat = "08:45"\ndays = "Mon, thu"\nminutes = "20"')
    assert wanted == read_plan('start = 2026-04-13\nat = 08:45:00\ndays = "thu mon"\nminutes = 20')
    assert wanted is not None
    assert (wanted.start, wanted.days) == (date(2026, 4, 13), (0, 3))
    assert read_plan("") is None
    assert read_plan('days = ""\nminutes = ""') is None


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('days = "someday"', "'someday' is no day of the week"),
        ('days = "mon"\nminutes = 600', "cannot last 600 minutes"),
        ('days = "mon"\nminutes = "long"', "cannot last 'long' minutes"),
        ('days = "mon"\nminutes = true', "cannot last True minutes"),
        ('days = "mon"\nstart = "tomorrow"', "start is no day"),
        ('days = "mon"\nat = "early"', "at is no time of day"),
        ('days = "mon"\nfocus = "99"', "no lesson '99' to practise"),
        ('days = "mon"\ncolour = "red"', "no line 'colour'"),
        ("days = 3", "days is not a text"),
        ("days = mon", "Line 2, column 8"),
    ],
)
def test_a_line_that_cannot_be_used_is_told(body: str, told: str) -> None:
    view = plan_view(body, TOPICS)
    assert told in view["fault"]
    assert view["weeks"] == []


def test_a_value_that_cannot_be_is_mended_in_its_field_and_an_unreadable_cell_is_not() -> None:
    wrong = plan_view('days = "mon"\nminutes = "500"', TOPICS)
    assert wrong["mendable"]
    assert (wrong["minutes"], wrong["days"]) == ("500", "mon")
    assert "from 5 to 60" in wrong["fault"]
    unreadable = plan_view("days = mon", TOPICS)
    assert unreadable["fault"]
    assert not unreadable["mendable"]


def test_the_plan_says_what_a_calendar_file_still_needs() -> None:
    assert "a first day, a time and a time zone" in plan_view('days = "mon"', TOPICS)["said"]
    whole = 'days = "mon"\nstart = "2026-04-13"\nat = "08:45"\nzone = "Europe/London"'
    assert "needs" not in plan_view(whole, TOPICS)["said"]
    first = plan_view(whole, TOPICS)["weeks"][0]["sessions"][0]
    assert first["when"] == "Monday 13 April"


def test_the_notes_of_a_session_say_what_to_do_and_what_if_not() -> None:
    session = sessions(SAMPLE, list(TOPICS.values()))[0]
    notes = notes_of(session, SAMPLE)
    assert "After the first coffee." in notes
    assert session.task in notes
    assert "let this one go" in notes


def test_the_same_reviews_last_longer_when_they_are_spread() -> None:
    crammed, daily, spread = (
        forgetting(days) for days in [(0, 0, 0, 0), (0, 1, 2, 3), (0, 2, 7, 16)]
    )
    assert crammed.recall[-1] < daily.recall[-1] < spread.recall[-1]
    for curve in (crammed, daily, spread):
        assert curve.recall[0] > 0.99
        assert list(curve.recall) == sorted(curve.recall, reverse=True)


NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_what_is_due_is_told_by_week() -> None:
    reviews = [Review(NOW - timedelta(days=30), f"signals/s{n:03}", "missed") for n in range(3)]
    reviews.append(Review(NOW, "signals/s009", "good"))
    view = due_view(schedule(reviews), NOW)
    assert view["said"].startswith("3 due now")
    assert (view["known"], view["missed"]) == (4, 3)
    assert sum(week["count"] for week in view["weeks"]) == 4
    assert view["weeks"][0]["count"] >= 3
    assert due_view({}, NOW)["said"].startswith("Nothing to review yet")
    assert "next review is on" in due_view(schedule(reviews[-1:]), NOW)["said"]


def test_the_calendar_file_is_read_back_whole(
    tmp_path: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    from salescoach import lesson

    monkeypatch.chdir(str(tmp_path))
    coach = lesson.open("10-make-it-a-habit")
    assert "is written once" in repr(coach.calendar())
    coach.answer("plan-10", 'days = "mon wed"\nstart = "2026-03-23"\nat = "08:45"\n'
                            'zone = "Europe/London"\nfocus = "05"\nminutes = 20')  # fmt: skip
    assert "8 sessions" in repr(coach.calendar())
    with open("practice-plan.ics", "rb") as file:  # noqa: PTH123
        events = Calendar.from_ical(file.read()).walk("VEVENT")
    assert len(events) == 8
    hours = [event.decoded("dtstart").hour for event in events]
    assert hours == [8, 8, 7, 7, 7, 7, 7, 7]  # the clocks change on 29 March: 8:45 stays 8:45
    assert all(e.decoded("dtend") - e.decoded("dtstart") == timedelta(minutes=20) for e in events)
