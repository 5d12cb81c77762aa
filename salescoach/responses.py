"""Responses: what the body of an answer says, for the kinds of item that are TOML."""

from __future__ import annotations

from salescoach.answers import read_toml
from salescoach.errors import CoachError
from salescoach.items import Item


def chosen(item: Item, body: str) -> str | None:
    """Read which option a body chooses; None if it is blank.

    Raises
    ------
    CoachError
        If the body is not TOML, or names no option of the item.

    Examples
    --------
    >>> from salescoach.items import Option
    >>> item = Item("q", "choice", "x", 1, "Q", "?", (Option("a", "yes"), Option("b", "no")))
    >>> chosen(item, 'choice = "b"')
    'b'
    """
    if not body.strip():
        return None
    values = read_toml(body)
    if "choice" not in values:
        raise CoachError(
            "This answer does not say what you chose.", allowed=_choices(item),
            next_step='Write one line, like choice = "a".',
        )  # fmt: skip
    value = values["choice"]
    if value == "":
        return None
    if not isinstance(value, str) or value.lower() not in {o.id for o in item.options}:
        raise CoachError(
            f"There is no option {_shown(value)} here.", allowed=_choices(item),
            next_step='Write one line, like choice = "a".',
        )  # fmt: skip
    return value.lower()


def _shown(value: object) -> str:
    """Quote a short text; anything else can be endless or nested, so only its sort is named."""
    if isinstance(value, str) and len(value) <= 40:
        return repr(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float) and abs(value) < 1e15:
        return f"{value}"
    return "of so many letters" if isinstance(value, str) else "of that value"


def _choices(item: Item) -> str:
    return ", ".join(f'choice = "{o.id}"' for o in item.options)


def who(body: str) -> tuple[str, str]:
    """Read name and id from an identity answer; empty texts where they are missing.

    Raises
    ------
    CoachError
        If the body is not TOML, or if name or id is not a text.

    Examples
    --------
    >>> who('name = "Ana Lima"')
    ('Ana Lima', '')
    """
    values = read_toml(body)
    found = []
    for field in ("name", "id"):
        value = values.get(field, "")
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**20:
            value = str(value)
        if not isinstance(value, str):
            raise CoachError(
                f"The {field} is not a text.",
                allowed=f'{field} = "…" in quotation marks',
                next_step="Mend that line; nothing else was changed.",
            )
        found.append(" ".join(value.split()))
    return found[0], found[1]
