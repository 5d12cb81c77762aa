"""Takes settings out of a TOML file one by one; what is wrong becomes a fault with a place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from difflib import get_close_matches
from typing import Any

from salescoach.grading import course_values as read
from salescoach.grading import toml_places
from salescoach.grading.course import COURSE_FILE, Fault

_SETTINGS = {
    (): (
        "title",
        "timezone",
        "gradebook",
        "data",
        "show_keys",
        "share_class_profile",
        "policies",
        "exercises",
    ),
    ("policies",): ("late", "late_percent_per_day", "late_grace_hours", "repeated", "unsigned"),
    ("exercises",): ("id", "due", "weight", "variant"),
    ("variant",): ("signals", "signal_points", "pools"),
    ("pools",): ("draw", "of"),
}


class SettingsReader:
    """Takes the settings one by one; what is wrong becomes a fault and takes its default.

    Parameters
    ----------
    values : dict
        What the file says.
    text : str
        The file itself, to find lines in.
    faults : list of Fault
        Gets what is wrong.
    """

    def __init__(self, values: dict[str, Any], text: str, faults: list[Fault]):
        self.values = values
        self.faults = faults
        self.places = toml_places.places(text)
        self.zone: dt.tzinfo = dt.UTC

    def fault(
        self, path: toml_places.Path, problem: str, allowed: str = "", note: bool = False
    ) -> None:
        """Note a fault at the place of a setting."""
        line, column = toml_places.nearest(self.places, path)
        self.faults.append(Fault(COURSE_FILE, line, column, problem, allowed, note))

    def known(self, path: toml_places.Path, table: dict[str, Any]) -> None:
        """Note settings that there are not, with the one that was probably meant."""
        kind = tuple(part for part in path if isinstance(part, str))[-1:]
        allowed = _SETTINGS[kind]
        for name in table:
            if name not in allowed:
                close = get_close_matches(name, allowed, 1)
                guess = f" Did you mean {close[0]!r}?" if close else ""
                self.fault(
                    (*path, name), f"There is no setting {name!r} here.{guess}", ", ".join(allowed)
                )

    def take(
        self,
        path: toml_places.Path,
        table: dict[str, Any],
        name: str,
        reader: Callable[[Any], Any],
        allowed: str,
        default: Any,
    ) -> Any:
        """Read one setting; a missing or impossible one takes its default."""
        if name not in table:
            if name in ("title", "id") or (name in ("draw", "of") and "pools" in path):
                self.fault(path, f"The setting {name!r} is missing.", allowed)
            return default
        try:
            return reader(table[name])
        except (ValueError, TypeError, OSError):
            self.fault(
                (*path, name), f"{read.shown(table[name])} is not possible for {name!r}.", allowed
            )
            return default

    def moment(self, value: Any) -> dt.datetime:
        """Read a due date; a day alone lasts to its end, a time alone is local to the course."""
        if isinstance(value, dt.datetime):
            return value if value.tzinfo else value.replace(tzinfo=self.zone)
        if isinstance(value, dt.date):
            end = dt.datetime.combine(value, dt.time(23, 59, 59))
            return end.replace(tzinfo=self.zone)
        raise ValueError(value)
