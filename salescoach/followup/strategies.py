"""Strategies: sixteen settings in the words of a salesperson, or a decision table."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from salescoach.errors import CoachError
from salescoach.followup.layout import Records

if TYPE_CHECKING:
    from salescoach.followup.policy import DecisionTable


class Bounds(NamedTuple):
    """What one setting may be."""

    low: float
    high: float
    kind: type  # bool, int or float
    unit: str
    words: str


BOUNDS: dict[str, Bounds] = {
    "gap": Bounds(1, 60, float, "working days", "wait between contacts"),
    "growth": Bounds(1, 3, float, "factor", "each silence makes the wait longer by this factor"),
    "longest_gap": Bounds(1, 120, float, "working days", "never wait longer than this"),
    "value_share": Bounds(0, 1, float, "share", "share of contacts that bring something useful"),
    "ask_date": Bounds(0, 1, bool, "yes or no", "ask for the day of the next step"),
    "keep_date": Bounds(0, 1, bool, "yes or no", "leave them alone until the agreed day"),
    "way_out_at": Bounds(0, 20, int, "contact, 0 = never", "offer a way out from this contact on"),
    "hard_question_at": Bounds(
        0, 12, int, "silences, 0 = never", "ask the hard question after so many silences"
    ),
    "break_up_at": Bounds(
        0, 15, int, "silences, 0 = never", "send the break-up email after so many silences"
    ),
    "walk_no_shows": Bounds(
        0, 10, int, "no-shows, 0 = never", "walk away after so many missed meetings"
    ),
    "walk_silences": Bounds(
        0, 20, int, "silences, 0 = never", "walk away after so many silences"
    ),
    "revive_after": Bounds(
        0, 250, int, "working days, 0 = never", "come back so long after a no or a walk-away"
    ),
    "adapt_style": Bounds(0, 1, bool, "yes or no", "fit pace and questions to their style"),
    "believe_no": Bounds(0, 1, bool, "yes or no", "believe a no at once"),
    "stall_wait": Bounds(
        0, 60, int, "working days, 0 = ignore", "in a known stall, send something kind this often"
    ),
    "value_first": Bounds(
        0, 100, float, "thousand euros, 0 = off", "serve deals above this size first"
    ),
}  # fmt: skip
SETTINGS = np.dtype(
    [(name, np.float64 if b.kind is float else np.int64) for name, b in BOUNDS.items()]
)


@dataclass(frozen=True)
class Settings:
    """The sixteen settings of a strategy; `BOUNDS` says what each means and may be.

    Raises
    ------
    CoachError
        When a setting is no number, not whole where it must be, or out of bounds.

    Examples
    --------
    >>> Settings(gap=7).gap
    7.0
    >>> Settings(gap=0)
    Traceback (most recent call last):
    salescoach.errors.CoachError: Setting 'gap' (wait between contacts) is 0.
    Allowed: 1 to 60 working days
    Next: Choose a value in that range.
    """

    gap: float = 7.0
    growth: float = 1.0
    longest_gap: float = 60.0
    value_share: float = 0.25
    ask_date: bool = False
    keep_date: bool = True
    way_out_at: int = 0
    hard_question_at: int = 0
    break_up_at: int = 0
    walk_no_shows: int = 0
    walk_silences: int = 0
    revive_after: int = 0
    adapt_style: bool = False
    believe_no: bool = True
    stall_wait: int = 0
    value_first: float = 0.0

    def __post_init__(self) -> None:
        for name, bounds in BOUNDS.items():
            object.__setattr__(self, name, checked(name, getattr(self, name), bounds))

    def record(self) -> Records:
        """Return the settings as a structured array of shape (1,)."""
        return np.array([tuple(getattr(self, name) for name in BOUNDS)], SETTINGS)

    def to_dict(self) -> dict[str, float]:
        """Return the settings by name."""
        return asdict(self)


def checked(name: str, value: object, bounds: Bounds) -> float:
    """Return a setting's value in its right type, or say what is allowed."""
    low, high, kind, unit, words = bounds
    allowed = "true or false" if kind is bool else f"{low:g} to {high:g} {unit}"
    fault = CoachError(
        f"Setting '{name}' ({words}) is {value!r}.",
        allowed=allowed,
        next_step="Choose a value in that range.",
    )
    if kind is bool:
        if not isinstance(value, (bool, np.bool_)):
            raise fault
        return bool(value)
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, (int, float, np.number)):
        raise fault
    if isinstance(value, float) and not math.isfinite(value):
        raise fault
    if not low <= value <= high:
        raise fault
    if kind is int:
        if int(value) != value:
            raise fault
        return int(value)
    return float(value)


@dataclass(frozen=True)
class Strategy:
    """A named way to follow up.

    Attributes
    ----------
    name, title, source, story : str
        Name for commands, title for people, seed document (or "naive", "own"), one sentence.
    settings : Settings
        The sixteen settings; without a table they decide everything.
    table : DecisionTable, optional
        Decides instead of the settings.
    """

    name: str
    title: str
    source: str
    story: str
    settings: Settings
    table: DecisionTable | None = None


def settings_from_dict(data: Mapping[str, Any], where: str = "The strategy") -> Settings:
    """Check settings given by name; what is left out keeps its default.

    Raises
    ------
    CoachError
        For an unknown setting or a value out of bounds.
    """
    known = {field.name for field in fields(Settings)}
    for name in data:
        if name not in known:
            raise CoachError(f"{where} has no setting '{name}'.", allowed=", ".join(BOUNDS))
    return Settings(**data)


def strategy_from_dict(data: Mapping[str, Any], name: str) -> Strategy:
    """Check the content of a strategy file: title, source, story and a table of settings.

    A flat table with nothing but settings is taken as well, as a hand-in writes it.

    Raises
    ------
    CoachError
        For unknown keys and settings out of bounds.
    """
    where = f"Strategy '{name}'"
    about = {"title", "source", "story"}
    if "settings" not in data:
        given = {key: value for key, value in data.items() if key not in about}
    else:
        unknown = set(data) - about - {"settings"}
        if unknown:
            raise CoachError(
                f"{where}: unknown: {', '.join(sorted(unknown))}.",
                allowed="title, source, story, settings",
            )
        given = data["settings"]
        if not isinstance(given, Mapping):
            raise CoachError(f"{where}: settings is no table.", allowed="[settings] name = value")
    return Strategy(
        name=name,
        title=str(data.get("title", name)),
        source=str(data.get("source", "own")),
        story=str(data.get("story", "")).strip(),
        settings=settings_from_dict(given, where),
    )
