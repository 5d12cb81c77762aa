"""What the widgets of forms, numbers, sorting and teams show, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from salescoach.errors import CoachError
from salescoach.forms import lacks, read_lines, read_numbers, read_sorting
from salescoach.items import Field, Item
from salescoach.keys import NumberKey, SortingKey
from salescoach.team import ROLES, Team, read_team, remarks, strongest

View = dict[str, Any]


def _guarded(show: Callable[[], View]) -> View:
    """Show an answer, or what is wrong with its TOML."""
    try:
        return {"fault": ""} | show()
    except CoachError as error:
        return {"fault": str(error), "lines": [], "said": ""}


def form_view(item: Item, body: str) -> View:
    """Show a form: what each line holds and what it still lacks."""

    def show() -> View:
        values = read_lines(item, body)
        lines = [
            {"id": f.id, "value": values[f.id], "mood": "", "said": _line_said(f, values[f.id])}
            for f in item.fields
        ]
        done = sum(not lacks(f, values[f.id]) for f in item.fields)
        return {"lines": lines, "said": f"{done} of {len(lines)} lines are filled in."}

    return _guarded(show)


def _line_said(field: Field, value: str) -> str:
    if not value:
        return ""
    missing = lacks(field, value)
    return f"Still needs {missing}." if missing else ""


def numbers_view(item: Item, body: str, keys: Mapping[str, NumberKey] | None) -> View:
    """Show numbers; in practice mode also whether they are right, and how to get there."""

    def show() -> View:
        values = read_numbers(item, body)
        lines = []
        for field in item.fields:
            value = values[field.id]
            line = {"id": field.id, "value": "" if value is None else f"{value:g}",
                    "mood": "", "said": ""}  # fmt: skip
            if keys is not None and value is not None:
                key = keys[field.id]
                right = abs(value - key.value) <= key.tolerance
                line["mood"] = "right" if right else "wrong"
                line["said"] = f"{'Right.' if right else 'Not yet.'} {key.feedback}"
            lines.append(line)
        given = sum(value is not None for value in values.values())
        return {"lines": lines, "said": f"{given} of {len(lines)} numbers are given."}

    return _guarded(show)


def sorting_view(item: Item, body: str, keys: Mapping[str, SortingKey] | None) -> View:
    """Show into which class each thing was sorted; in practice mode also what a coach says."""

    def show() -> View:
        values = read_sorting(item, body)
        names = {field.id: field.label for field in item.fields}
        lines = []
        for option in item.options:
            value = values[option.id]
            line = {"id": option.id, "value": value or "", "mood": "", "said": ""}
            if keys is not None and value is not None:
                key = keys[option.id]
                right = value == key.sorted_as
                line["mood"] = "right" if right else "wrong"
                lead = "Yes." if right else f"Rather “{names[key.sorted_as]}”."
                line["said"] = f"{lead} {key.feedback}"
            lines.append(line)
        done = [line for line in lines if line["value"]]
        said = f"{len(done)} of {len(lines)} are sorted."
        if keys is not None and done:
            said += f" {sum(line['mood'] == 'right' for line in done)} of them well."
        return {"lines": lines, "said": said}

    return _guarded(show)


_ROLE_LABELS = {"prospect": "Prospects", "nurture": "Nurtures", "close": "Closes"}


def team_view(item: Item, body: str) -> View:
    """Show a team: who is rated how, who has which role, how the commission is shared."""

    def show() -> View:
        team = read_team(item, body)
        best = strongest(team)
        return {
            "members": [
                {"name": name, "ratings": list(team.strengths.get(name, (0, 0, 0)))}
                for name in team.members
            ],
            "names": ", ".join(team.members),
            "roles": [
                {
                    "id": role,
                    "label": _ROLE_LABELS[role],
                    "what": what,
                    "who": team.roles.get(role, ""),
                    "share": f"{team.commission[role]:g}" if role in team.commission else "",
                    "best": " and ".join(best[role]),
                }
                for role, what in ROLES.items()
            ],
            "remarks": remarks(team),
            "said": _team_said(team),
        }

    return {"members": [], "roles": [], "remarks": [], "names": ""} | _guarded(show)


def _team_said(team: Team) -> str:
    if not team.members:
        return "Who is on the team? Write the names first."
    have = [f"{team.roles[r]} {_ROLE_LABELS[r].lower()}" for r in ROLES if r in team.roles]
    open_roles = [r for r in ROLES if r not in team.roles]
    said = f"{', '.join(have)}." if have else "Nobody has a role yet."
    return said + (f" Still open: {', '.join(open_roles)}." if have and open_roles else "")
