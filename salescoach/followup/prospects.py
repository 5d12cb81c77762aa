"""Archetypes (what kinds of prospect there are) and scenarios (who is in your pipeline)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from typing import Any

import numpy as np

from salescoach.errors import CoachError
from salescoach.followup.layout import Records
from salescoach.followup.parameters import number_from

# Column of the archetype table: lowest and highest value allowed.
COLUMNS: dict[str, tuple[float, float]] = {
    "buyer": (0, 1),
    "fit_low": (0, 1),
    "fit_high": (0, 1),
    "ripe_after": (0, 250),
    "ripe_mean": (0, 250),
    "window_mean": (1, 500),
    "direct": (0, 1),
    "relational": (0, 1),
    "preferred_gap": (1, 90),
    "irritability": (0, 1),
    "no_show": (0, 1),
    "reply": (0, 1),
    "break_up_reply": (0, 1),
    "stall": (0, 1),
    "stall_mean": (0, 250),
    "new_decider": (0, 1),
    "meetings_needed": (1, 10),
    "competitor": (0, 1),
    "value": (0.1, 1_000_000),
}
ARCHETYPE = np.dtype(
    [(name, np.int64 if name == "meetings_needed" else np.float64) for name in COLUMNS]
)
MOST_PROSPECTS = 100_000


@dataclass(frozen=True)
class Archetype:
    """One kind of prospect; chances from 0 to 1, times in working days.

    Attributes
    ----------
    name, meaning : str
        Name in the scenario files, and who that is.
    buyer : float
        Chance that such a prospect would ever buy.
    fit_low, fit_high : float
        Range of how well the offer fits.
    ripe_after, ripe_mean : float
        The need is ripe after at least so many days, plus an exponential wait with this mean.
    window_mean : float
        Days that the need stays open.
    direct, relational : float
        Shares of decision styles; the rest avoids answers.
    preferred_gap, irritability : float
        Days between contacts that feel right; goodwill lost by one bad touch.
    no_show, reply, break_up_reply : float
        Chances to miss a meeting, to answer a contact, to answer a break-up email.
    stall, stall_mean, new_decider : float
        Chance of a stall with an outside cause, its mean length, chance that it changes the
        decision maker.
    meetings_needed : int
        Meetings until the decision-making unit has decided.
    competitor : float
        Chance that a competitor is in play.
    value : float
        Mean deal size in euros.
    """

    name: str
    meaning: str
    buyer: float
    fit_low: float
    fit_high: float
    ripe_after: float
    ripe_mean: float
    window_mean: float
    direct: float
    relational: float
    preferred_gap: float
    irritability: float
    no_show: float
    reply: float
    break_up_reply: float
    stall: float
    stall_mean: float
    new_decider: float
    meetings_needed: int
    competitor: float
    value: float


def archetypes_from_rows(rows: Iterable[Mapping[str, Any]]) -> dict[str, Archetype]:
    """Turn the rows of the archetype table into archetypes by name.

    Raises
    ------
    CoachError
        For a repeated name, a number out of bounds, or shares of style above 1.
    """
    found: dict[str, Archetype] = {}
    for row in rows:
        name = str(row.get("name", "")).strip()
        where = f"Archetype '{name}'"
        if not name or name in found:
            raise CoachError(f"{where}: each row needs a name of its own.")
        numbers = {
            column: number_from(row.get(column), f"{where}, column '{column}'", low, high)
            for column, (low, high) in COLUMNS.items()
        }
        if numbers["direct"] + numbers["relational"] > 1:
            raise CoachError(f"{where}: direct and relational add up to more than 1.")
        if numbers["fit_low"] > numbers["fit_high"]:
            raise CoachError(f"{where}: fit_low is above fit_high.")
        needed = numbers.pop("meetings_needed")
        if needed != int(needed):
            raise CoachError(f"{where}: meetings_needed is {needed:g}.", allowed="a whole number")
        meaning = str(row.get("meaning", "")).strip()
        found[name] = Archetype(name, meaning, meetings_needed=int(needed), **numbers)
    if not found:
        raise CoachError("The archetype table is empty.")
    return found


def archetype_records(archetypes: Mapping[str, Archetype]) -> Records:
    """Return the archetypes as a structured array, in the order of the mapping."""
    columns = list(Archetype.__dataclass_fields__)[2:]
    rows = [
        tuple(dict(zip(columns, astuple(a)[2:], strict=True))[name] for name in COLUMNS)
        for a in archetypes.values()
    ]
    return np.array(rows, ARCHETYPE)


@dataclass(frozen=True)
class Scenario:
    """A pipeline: how many prospects of which kinds, and how much time there is for them.

    Attributes
    ----------
    name, title, story : str
        Name for commands, title for people, and two sentences about this world.
    prospects : int
        Prospects in a year.
    minutes_a_day : int
        Minutes for follow-up on a working day.
    present_at_start : float
        Share of the prospects known on day 0; the others arrive later.
    weights : mapping of str to float
        Weight of each archetype; they need not add up to 1.
    """

    name: str
    title: str
    story: str
    prospects: int
    minutes_a_day: int
    present_at_start: float
    weights: Mapping[str, float]

    def mix(self, archetypes: Mapping[str, Archetype]) -> Records:
        """Return cumulative shares in the order of `archetypes`."""
        weights = np.array([self.weights.get(name, 0.0) for name in archetypes], np.float64)
        return np.asarray(np.cumsum(weights / weights.sum()))


def scenario_from_dict(
    data: Mapping[str, Any], archetypes: Mapping[str, Archetype], name: str
) -> Scenario:
    """Check the content of a scenario file.

    Parameters
    ----------
    data : mapping
        What the TOML file says.
    archetypes : mapping of str to Archetype
        The kinds that weights may name.
    name : str
        Name of the scenario, usually the name of its file.

    Raises
    ------
    CoachError
        For unknown or missing keys, unknown archetypes, and numbers out of bounds.
    """
    where = f"Scenario '{name}'"
    bounds = {
        "prospects": (1, MOST_PROSPECTS),
        "minutes_a_day": (5, 600),
        "present_at_start": (0, 1),
    }
    expected = {"title", "story", "weights", *bounds}
    if set(data) != expected:
        wrong = ", ".join(sorted(set(data) ^ expected))
        raise CoachError(
            f"{where}: missing or unknown: {wrong}.", allowed=", ".join(sorted(expected))
        )
    numbers = {key: number_from(data[key], f"{where}, {key}", *bounds[key]) for key in bounds}
    for key in ("prospects", "minutes_a_day"):
        if numbers[key] != int(numbers[key]):
            raise CoachError(f"{where}, {key}: {numbers[key]:g}.", allowed="a whole number")
    if not isinstance(data["weights"], Mapping):
        raise CoachError(f"{where}: weights is no table.", allowed="[weights] with kind = number")
    weights = {}
    for kind, weight in data["weights"].items():
        if kind not in archetypes:
            raise CoachError(
                f"{where}: there is no archetype '{kind}'.", allowed=", ".join(archetypes)
            )
        weights[str(kind)] = number_from(weight, f"{where}, weight of {kind}", 0, 1e6)
    if sum(weights.values()) <= 0:
        raise CoachError(f"{where}: all weights are zero.", next_step="Give one kind a weight.")
    return Scenario(
        name=name,
        title=str(data["title"]),
        story=str(data["story"]).strip(),
        prospects=int(numbers["prospects"]),
        minutes_a_day=int(numbers["minutes_a_day"]),
        present_at_start=numbers["present_at_start"],
        weights=weights,
    )
