"""The coach of a notebook: one class for each group of lessons, put together here."""

from __future__ import annotations

from salescoach.lesson.habit import HabitCoach
from salescoach.lesson.homework import HomeworkCoach
from salescoach.lesson.meetings import MeetingCoach
from salescoach.lesson.scripts import ScriptCoach


class Coach(HomeworkCoach, HabitCoach, MeetingCoach, ScriptCoach):
    """Shows the items, examples and figures of one lesson or exercise."""
