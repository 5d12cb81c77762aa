"""The coach of a notebook: one class for each group of lessons, put together here."""

from __future__ import annotations

from salescoach.lesson.followup_lab import FollowupCoach
from salescoach.lesson.scripts import ScriptCoach
from salescoach.lesson.signals import SignalCoach


class Coach(ScriptCoach, SignalCoach, FollowupCoach):
    """Shows the items, examples and figures of one lesson or exercise."""
