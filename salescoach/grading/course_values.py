"""Values of a course's settings: each reader gives the value or raises ValueError or TypeError."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo


def shown(value: Any) -> str:
    """Show a value that is not possible, shortened."""
    text = value.isoformat() if isinstance(value, (dt.date, dt.time)) else repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def text(value: Any) -> str:
    """Read a text of 1 to 500 letters."""
    if not isinstance(value, str) or not value.strip() or len(value) > 500:
        raise ValueError(value)
    return value.strip()


def texts(value: Any) -> tuple[str, ...]:
    """Read a list of different texts."""
    if not isinstance(value, list) or not value or len(set(map(str, value))) < len(value):
        raise ValueError(value)
    return tuple(text(one) for one in value)


def boolean(value: Any) -> bool:
    """Read true or false; 0 and 1 are numbers."""
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


def zone(value: Any) -> dt.tzinfo:
    """Read the name of a time zone."""
    # Windows has no time zone names without the tzdata package; UTC needs none.
    try:
        return dt.UTC if text(value).upper() == "UTC" else ZoneInfo(text(value))
    except KeyError:
        raise ValueError(value) from None


def number(low: float, high: float) -> Callable[[Any], float]:
    """Make the reader of a number within bounds."""

    def read(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise TypeError(value)
        if not (math.isfinite(value) and low <= value <= high):
            raise ValueError(value)
        return float(value)

    return read


def whole(low: int, high: int) -> Callable[[Any], int]:
    """Make the reader of a whole number within bounds."""

    def read(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError(value)
        return value

    return read


def one_of(words: tuple[str, ...]) -> Callable[[Any], str]:
    """Make the reader of one of some words."""

    def read(value: Any) -> str:
        if value not in words or not isinstance(value, str):
            raise ValueError(value)
        return value

    return read
