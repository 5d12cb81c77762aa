"""Who on a team prospects, nurtures and closes, and how the commission is shared.

Source S3: few sellers are strong at everything; let the strong prospector prospect, bring the
strong closer into the last meetings, and share the commission when the revenue is there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from salescoach.answers import read_toml
from salescoach.errors import CoachError
from salescoach.items import Item

ROLES: Final = {
    "prospect": "finds and opens: research, first calls, first conversations",
    "nurture": "keeps in touch: follow-ups, useful touches, patience",
    "close": "brings it home: the last meetings, the question, the contract",
}
"""The three parts of a long sale, in words."""

MOST_MEMBERS: Final = 8


@dataclass(frozen=True)
class Team:
    """A team as an answer describes it.

    Parameters
    ----------
    members : tuple of str
        The names.
    strengths : dict
        For each member who was rated, 1 (weak) to 5 (strong) for each role; 0 is not rated.
    roles : dict
        Who has which role; a role that nobody has is left out.
    commission : dict
        Per cent for each role; a role without a share is left out.
    """

    members: tuple[str, ...]
    strengths: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    commission: dict[str, float] = field(default_factory=dict)


def members_of(item: Item) -> tuple[str, ...]:
    """List the people whom an item describes: what stands before the first colon.

    Examples
    --------
    >>> from salescoach.items import Option
    >>> members_of(Item("t", "team", "x", 1, "T", "?", (Option("a", "Lena: calls before nine."),)))
    ('Lena',)
    """
    return tuple(option.text.partition(":")[0].strip() for option in item.options)


def read_team(item: Item, body: str) -> Team:
    r"""Read a team; its members come from the item, or else from ``members = "Ana, Ben"``.

    Raises
    ------
    CoachError
        If the body is not TOML, or names an unknown person or role, or a share that is none.

    Examples
    --------
    >>> item = Item("t", "team", "x", 0, "T", "?")
    >>> read_team(item, 'members = "Ana, Ben"\n[roles]\nprospect = "Ana"').roles
    {'prospect': 'Ana'}
    """
    values = read_toml(body)
    for name in values:
        if name not in ("members", "strengths", "roles", "commission"):
            raise CoachError(
                f"There is no line {name!r} here.",
                allowed="members, [strengths], [roles], [commission]",
                next_step="Take that line out, or mend its name.",
            )
    members = members_of(item) or _names(values.get("members", ""))
    return Team(
        members,
        {n: _rating(n, v) for n, v in _table(values, "strengths").items() if n in members},
        {
            role: _person(role, person, members)
            for role, person in _roles(values, "roles").items()
            # While the names of an own team are being typed, a role may wait for its name.
            if person != "" and (item.options or person in members)
        },
        {r: _percent(r, v) for r, v in _roles(values, "commission").items()},
    )


def strongest(team: Team) -> dict[str, list[str]]:
    """Tell who was rated highest for each role; nobody where nobody was rated.

    Examples
    --------
    >>> strongest(Team(("Ana", "Ben"), {"Ana": (5, 2, 1), "Ben": (3, 4, 4)}))["nurture"]
    ['Ben']
    """
    found = {}
    for place, role in enumerate(ROLES):
        best = max((ratings[place] for ratings in team.strengths.values()), default=0)
        found[role] = [n for n, r in team.strengths.items() if best and r[place] == best]
    return found


def remarks(team: Team) -> list[str]:
    """Say what a coach notices about a team, most important first."""
    notes = []
    best = strongest(team)
    for role, person in team.roles.items():
        if best[role] and person not in best[role]:
            notes.append(
                f"You rate {' and '.join(best[role])} highest at “{role}”, but {person} has it. "
                "There may be a reason; write it down."
            )
    people = set(team.roles.values())
    if len(team.roles) == 3 and len(people) == 1 and len(team.members) > 1:
        notes.append(f"{next(iter(people))} does everything. What would it take to share one part?")
    shares = [team.commission.get(role, 0.0) for role in ROLES]
    if team.commission:
        total = sum(shares)
        if abs(total - 100) > 0.5:
            notes.append(f"The shares add up to {total:g} %. They should make 100 %.")
        unpaid = [r for r, s in zip(ROLES, shares, strict=True) if s == 0 and r in team.roles]
        if unpaid and abs(total - 100) <= 0.5:
            notes.append(
                f"Whoever has “{unpaid[0]}” gets nothing of the sale. Source S3 shares the "
                "commission with those who opened the door."
            )
    return notes


def is_shared(team: Team) -> bool:
    """Tell whether the commission reaches all three roles and makes 100 %."""
    shares = [team.commission.get(role, 0.0) for role in ROLES]
    return all(share > 0 for share in shares) and abs(sum(shares) - 100) <= 0.5


def _names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, str):
        raise CoachError(
            "members is not a text.", allowed='members = "Ana, Ben, Carla"',
            next_step="Mend that line; nothing else was changed.",
        )  # fmt: skip
    names = tuple(dict.fromkeys(n for part in value.split(",") if (n := " ".join(part.split()))))
    return names[:MOST_MEMBERS]


def _table(values: dict[str, Any], name: str) -> dict[str, Any]:
    table = values.get(name, {})
    if not isinstance(table, dict):
        raise CoachError(f"{name!r} is not a table.", allowed=f"[{name}] on a line of its own")
    return table


def _roles(values: dict[str, Any], name: str) -> dict[str, Any]:
    table = _table(values, name)
    for role in table:
        if role not in ROLES:
            raise CoachError(
                f"There is no role {role!r}.", allowed=", ".join(ROLES),
                next_step=f"Mend that line below [{name}].",
            )  # fmt: skip
    return {role: table[role] for role in ROLES if role in table}


def _person(role: str, value: Any, members: tuple[str, ...]) -> str:
    if value not in members:
        raise CoachError(
            f"Nobody here is called {value!r}.",
            allowed=", ".join(members) or "a name from members",
            next_step=f"Mend the line of {role} below [roles].",
        )
    return str(value)


def _rating(name: str, value: Any) -> tuple[int, int, int]:
    fine = isinstance(value, list) and len(value) == 3
    if not fine or not all(isinstance(n, int) and 0 <= n <= 5 for n in value):
        raise CoachError(
            f"The ratings of {name} are not three numbers from 0 to 5.",
            allowed=f"{name} = [4, 3, 2], for prospect, nurture, close",
            next_step="Mend that line below [strengths].",
        )
    return int(value[0]), int(value[1]), int(value[2])


def _percent(role: str, value: Any) -> float:
    fine = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not fine or not 0 <= value <= 100:
        raise CoachError(
            f"The share of {role} is not a number from 0 to 100.", allowed=f"{role} = 30",
            next_step="Mend that line below [commission].",
        )  # fmt: skip
    return float(value)
