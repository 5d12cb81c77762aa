"""The decision map: who decides, who can veto, who else has a part in it, and by when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from salescoach.answers import read_toml
from salescoach.errors import CoachError

ROLES: Final = {
    "decides": "decides",
    "veto": "can veto",
    "advises": "advises",
    "uses": "will use it, is not asked",
    "door": "guards the door",
}
"""The parts that somebody can have in a decision; one to each person."""

MOST_PEOPLE: Final = 8
"""The people in a map of one's own."""


@dataclass(frozen=True)
class Person:
    """Somebody at the prospect.

    Parameters
    ----------
    id : str
        The name that stands in the answer.
    name : str
        How the person is called.
    about : str
        What is known about the person; empty in a map of one's own.
    """

    id: str
    name: str
    about: str = ""


@dataclass(frozen=True)
class DecisionMap:
    """A decision map as far as it is filled in.

    Parameters
    ----------
    roles : mapping of str to str
        For each person id one of `ROLES`; nothing for those not placed yet.
    people : tuple of Person
        Everybody, in order.
    by : date or None
        The day by which it is decided.
    """

    people: tuple[Person, ...]
    roles: Mapping[str, str]
    by: date | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing was said."""
        return not self.roles and self.by is None

    def those_who(self, role: str) -> list[Person]:
        """List the people with a role."""
        return [p for p in self.people if self.roles.get(p.id) == role]

    def in_words(self) -> str:
        """Tell the map: who has which part, and by when."""
        parts = [
            f"{label[:1].upper()}{label[1:]}: {', '.join(p.name for p in those)}."
            for role, label in ROLES.items()
            if (those := self.those_who(role))
        ]
        parts += [f"Decided by {in_full(self.by)}."] if self.by else []
        return " ".join(parts)

    def gaps(self) -> list[str]:
        """Say what still has to be asked, in the order in which it matters."""
        found = []
        if not self.those_who("decides"):
            found.append("Nobody decides yet: ask who signs.")
        if not self.those_who("veto"):
            found.append("Nobody can veto? Ask who could still stop it.")
        if self.by is None:
            found.append("There is no day: ask by when it is decided.")
        return found


def in_full(day: date) -> str:
    """Write a day out.

    Examples
    --------
    >>> in_full(date(2026, 4, 20))
    'Monday 20 April 2026'
    """
    return f"{day:%A} {day.day} {day:%B %Y}"


def read_map(body: str, people: Sequence[Person]) -> DecisionMap:
    """Read the map of given people.

    Raises
    ------
    CoachError
        If the body is not TOML, or names an unknown person, role or day.

    Examples
    --------
    >>> people = (Person("ann", "Ann Roe"), Person("bo", "Bo Lund"))
    >>> read_map('ann = "decides"', people).in_words()
    'Decides: Ann Roe.'
    """
    values = read_toml(body)
    known = [p.id for p in people]
    for name in values:
        if name not in (*known, "by"):
            raise CoachError(
                f"There is nobody {name!r} on this map.", allowed=", ".join((*known, "by")),
                next_step="Take that line out, or mend its name.",
            )  # fmt: skip
    roles = {name: role for name in known if (role := _role(name, values.get(name, "")))}
    return DecisionMap(tuple(people), roles, read_day("by", values.get("by", "")))


def read_own_map(body: str) -> DecisionMap:
    r"""Read a map of people of one's own: ``person-1``, ``role-1`` and so on, and ``by``.

    Raises
    ------
    CoachError
        If the body is not TOML, or a role or the day is unknown.

    Examples
    --------
    >>> read_own_map('person-1 = "Ann Roe"\nrole-1 = "veto"').in_words()
    'Can veto: Ann Roe.'
    """
    values = read_toml(body)
    numbers = range(1, MOST_PEOPLE + 1)
    allowed = {f"{word}-{n}" for n in numbers for word in ("person", "role")} | {"by"}
    for name in values:
        if name not in allowed:
            raise CoachError(
                f"There is no line {name!r} in a decision map.",
                allowed=f"person-1, role-1 … person-{MOST_PEOPLE}, role-{MOST_PEOPLE}, by",
                next_step="Take that line out, or mend its name.",
            )
    people, roles = [], {}
    for n in numbers:
        name = values.get(f"person-{n}", "")
        if not isinstance(name, str):
            raise CoachError(f"person-{n} is not a text.", allowed=f'person-{n} = "a name"')
        role = _role(f"role-{n}", values.get(f"role-{n}", ""))
        if name.strip():
            people.append(Person(f"person-{n}", name.strip()))
            if role:
                roles[f"person-{n}"] = role
    return DecisionMap(tuple(people), roles, read_day("by", values.get("by", "")))


def _role(name: str, value: Any) -> str:
    if value == "":
        return ""
    if not isinstance(value, str) or value.lower() not in ROLES:
        raise CoachError(
            f"{name} cannot be {value!r}.",
            allowed=", ".join(f'"{role}"' for role in ROLES),
            next_step="Mend that line; nothing else was changed.",
        )
    return value.lower()


def read_day(name: str, value: Any) -> date | None:
    """Read a day from an answer; None if it is left empty.

    Raises
    ------
    CoachError
        If it is no day of the calendar.

    Examples
    --------
    >>> read_day("by", "2026-04-20")
    datetime.date(2026, 4, 20)
    """
    if value == "":
        return None
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise CoachError(
            f"{name} is no day: {value!r}.",
            allowed=f'{name} = "2026-04-20", as year, month, day',
            next_step="Mend that line; nothing else was changed.",
        ) from None
