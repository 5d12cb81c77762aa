"""Responses: what the body of an answer says, for the kinds of item that are TOML."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Objection:
    """Where a trainee sees it differently from the coach.

    Parameters
    ----------
    item : str
        The script that was judged.
    criterion : str
        The criterion whose verdict the trainee doubts.
    reason : str
        Why, in the trainee's words.
    """

    item: str
    criterion: str
    reason: str


def objections(body: str) -> list[Objection]:
    """Read what a trainee holds against verdicts: lines like ``voicemail-cold.hook = "…"``.

    Raises
    ------
    CoachError
        If the body is not TOML, or if a line does not name a script and a criterion.

    Examples
    --------
    >>> objections('voicemail-cold.hook = "I begin with their shift."')
    [Objection(item='voicemail-cold', criterion='hook', reason='I begin with their shift.')]
    """
    found = []
    for item, reasons in read_toml(body).items():
        pairs = reasons.items() if isinstance(reasons, dict) else [("", reasons)]
        for criterion, reason in pairs:
            if not criterion or not isinstance(reason, str):
                raise CoachError(
                    f"The line about {item!r} does not say which verdict you doubt, and why.",
                    allowed='script.criterion = "reason", like voicemail-cold.hook = "…"',
                    next_step="Mend that line; nothing else was changed.",
                )
            if reason.strip():
                found.append(Objection(item, criterion, " ".join(reason.split())))
    return found
