"""The coach of a notebook: one class for each group of lessons, put together here."""

from __future__ import annotations

from salescoach.lesson.followup_lab import FollowupCoach
from salescoach.lesson.habit import HabitCoach
from salescoach.lesson.homework import HomeworkCoach
from salescoach.lesson.meetings import MeetingCoach
from salescoach.lesson.scripts import ScriptCoach
from salescoach.lesson.signals import SignalCoach


class Coach(HomeworkCoach, HabitCoach, MeetingCoach, SignalCoach, FollowupCoach, ScriptCoach):
    """Shows the items, examples and figures of one lesson or exercise."""
