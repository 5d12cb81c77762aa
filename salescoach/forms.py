"""Answers with named lines: numbers, forms, and things sorted into classes."""

from __future__ import annotations

import re
from typing import Any

from salescoach.answers import read_toml
from salescoach.errors import CoachError
from salescoach.items import Field, Item

_DAY = r"mon|tue|wed|thu|fri|sat|sun"
_MOMENT = re.compile(
    rf"\b(?:(?:{_DAY})\w*|today|tomorrow|tonight|noon|midday|\d{{1,2}}[:.h]\d{{2}}|"
    r"\d{1,2} ?(?:am|pm|o'clock)|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|"
    r"\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)\b",
    re.IGNORECASE,
)
_ASKED = {
    "number": "a number",
    "words": "two words or more",
    "sentence": "four words or more",
    "moment": "a day or a time, like Tuesday 9:30",
}


def read_lines(item: Item, body: str) -> dict[str, str]:
    """Read the lines of a form; what is not filled in is an empty text.

    Raises
    ------
    CoachError
        If the body is not TOML, if a line is no text, or if it has an unknown name.

    Examples
    --------
    >>> item = Item("p", "form", "x", 1, "P", "?", fields=(Field("when", "When?", "moment"),))
    >>> read_lines(item, 'when = "Tuesday 9:30"')
    {'when': 'Tuesday 9:30'}
    """
    values = _known(item, body)
    return {field.id: _text(field, values.get(field.id, "")) for field in item.fields}


def read_numbers(item: Item, body: str) -> dict[str, float | None]:
    """Read the numbers of an answer; None where one is not given.

    Raises
    ------
    CoachError
        If the body is not TOML, if a value is no number, or if it has an unknown name.

    Examples
    --------
    >>> item = Item("n", "numbers", "x", 1, "N", "?", fields=(Field("calls", "Calls", "number"),))
    >>> read_numbers(item, "calls = 35"), read_numbers(item, 'calls = "36,5 %"')
    ({'calls': 35.0}, {'calls': 36.5})
    """
    values = _known(item, body)
    return {field.id: _number(field, values.get(field.id, "")) for field in item.fields}


def read_sorting(item: Item, body: str) -> dict[str, str | None]:
    """Read into which class each thing was sorted; None where nothing was said.

    Raises
    ------
    CoachError
        If the body is not TOML, or names a thing or a class that does not exist.

    Examples
    --------
    >>> from salescoach.items import Option
    >>> item = Item("s", "sort", "x", 1, "S", "?", (Option("a", "A row"),),
    ...             (Field("keep", "Keep", "class"), Field("stale", "Stale", "class")))
    >>> read_sorting(item, 'a = "stale"')
    {'a': 'stale'}
    """
    things = [option.id for option in item.options]
    values = read_toml(body)
    _refuse_strangers(values, things)
    classes = [field.id for field in item.fields]
    found: dict[str, str | None] = {}
    for thing in things:
        value = values.get(thing, "")
        if value == "":
            found[thing] = None
        elif isinstance(value, str) and value.lower() in classes:
            found[thing] = value.lower()
        else:
            raise CoachError(
                f"{thing} cannot be {value!r}.",
                allowed=", ".join(f'{thing} = "{name}"' for name in classes),
                next_step="Mend that line; nothing else was changed.",
            )
    return found


def lacks(field: Field, text: str) -> str:
    """Say what a line of a form still lacks; empty if it is complete.

    Examples
    --------
    >>> lacks(Field("when", "When?", "moment"), "soon")
    'a day or a time, like Tuesday 9:30'
    >>> lacks(Field("when", "When?", "moment"), "Thursday at ten")
    ''
    """
    words = len(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text))
    complete = {
        "number": bool(re.search(r"\d", text)),
        "words": words >= 2,
        "sentence": words >= 4,
        "moment": _MOMENT.search(text) is not None,
    }[field.check]
    return "" if complete else _ASKED[field.check]


def _known(item: Item, body: str) -> dict[str, Any]:
    values = read_toml(body)
    _refuse_strangers(values, [field.id for field in item.fields])
    return values


def _refuse_strangers(values: dict[str, Any], known: list[str]) -> None:
    for name in values:
        if name not in known:
            raise CoachError(
                f"There is no line {name!r} here.", allowed=", ".join(known),
                next_step="Take that line out, or mend its name.",
            )  # fmt: skip


def _text(field: Field, value: Any) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{value:g}"
    if not isinstance(value, str):
        raise CoachError(
            f"{field.id} is not a text.", allowed=f'{field.id} = "…" in quotation marks',
            next_step="Mend that line; nothing else was changed.",
        )  # fmt: skip
    return value.strip()


def _number(field: Field, value: Any) -> float | None:
    if value == "":
        return None
    if isinstance(value, str):
        found = re.fullmatch(r"\s*(-?\d+(?:[.,]\d+)?)\s*(?:%|\D{0,20})", value)
        value = float(found[1].replace(",", ".")) if found else value
    usable = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not usable or not -1e12 < value < 1e12:
        raise CoachError(
            f"{field.id} is not a number.", allowed=f"{field.id} = 12 or {field.id} = 12.5",
            next_step="Mend that line; nothing else was changed.",
        )  # fmt: skip
    return float(value)
