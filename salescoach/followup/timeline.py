"""One prospect's year, contact by contact: what happened, and what could be known when."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from salescoach.followup import kernel, layout
from salescoach.followup.engine import Worker, check_whole, choose_engine
from salescoach.followup.layout import Records
from salescoach.followup.policy import STYLES
from salescoach.followup.prospects import Scenario
from salescoach.followup.strategies import Strategy
from salescoach.followup.world import Model, world_of

STATUSES = ("open", "said no", "won", "lost to a competitor", "no decision", "opted out")
EVENTS = (
    "nothing", "no answer", "a vague reply", "named a day for the next call",
    "agreed a meeting", "did not come", "came to the meeting", "told of a stall", "said no",
    "bought", "bought elsewhere", "decided nothing", "asked never to be contacted again",
)  # fmt: skip
CONTENTS = {
    kernel.VALUE: "something useful",
    kernel.ASK: "asked for a day",
    kernel.HARD: "the hard question",
    kernel.BREAK_UP: "break-up email",
    kernel.WAY_OUT: "offered a way out",
    kernel.MEETING: "meeting",
    kernel.OWN_CALL: "they rang",
}


@dataclass(frozen=True)
class Contact:
    """One contact of a timeline.

    Attributes
    ----------
    day : int
        Working day of the year, from 0.
    contents : tuple of str
        What the contact contained.
    event, status : str
        How it ended, and where the prospect stands now.
    goodwill_before, goodwill, baseline : float
        Hidden goodwill before and after, and what it drifts back to.
    silences, vague, no_shows, meetings : int
        What can be counted after it.
    style_seen : str
        The style that the salesperson has picked up.
    stall_known : bool
        A stall is known.
    agreed_day, next_day : int or None
        Agreed day, if any; day of the next planned contact, if any.
    """

    day: int
    contents: tuple[str, ...]
    event: str
    status: str
    goodwill_before: float
    goodwill: float
    baseline: float
    silences: int
    vague: int
    no_shows: int
    meetings: int
    style_seen: str
    stall_known: bool
    agreed_day: int | None
    next_day: int | None


@dataclass(frozen=True)
class Timeline:
    """One prospect under one strategy.

    Attributes
    ----------
    scenario, strategy, archetype, style : str
    replication, prospect, arrival, ripe_day, window_end : int
    stall : tuple of int or None
        First day of a stall and the day it is over.
    buyer : bool
        Would ever buy. Hidden from the salesperson, like archetype, style and ripeness.
    value : float
        Deal size in euros.
    contacts : tuple of Contact
    """

    scenario: str
    strategy: str
    replication: int
    prospect: int
    archetype: str
    style: str
    buyer: bool
    arrival: int
    ripe_day: int
    window_end: int
    stall: tuple[int, int] | None
    value: float
    status: str
    contacts: tuple[Contact, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain lists and numbers."""
        return asdict(self)


def contents_of(move: int) -> tuple[str, ...]:
    """Return a contact's parts in words.

    Examples
    --------
    >>> contents_of(0)
    ('just checking in',)
    """
    found = tuple(words for flag, words in CONTENTS.items() if move & flag)
    return found or ("just checking in",)


def timeline(
    model: Model,
    scenario: Scenario,
    strategy: Strategy,
    *,
    prospect: int,
    replication: int = 0,
    seed: int = 1,
    engine: str = "auto",
) -> Timeline:
    """Replay one year and note everything that concerns one prospect.

    Parameters
    ----------
    model, scenario, strategy
        As in `engine.simulate`; the same seed and replication give the same year.
    prospect : int
        Which one, from 0.
    replication, seed : int
    engine : {"auto", "compiled", "plain"}

    Raises
    ------
    CoachError
        When there is no such prospect.
    """
    check_whole("prospect", prospect, 0, scenario.prospects - 1)
    check_whole("replication", replication, 0, 2**31)
    worker = Worker(world_of(model, scenario, strategy), scenario.prospects, choose_engine(engine))
    log = np.zeros(2 * kernel.HORIZON, layout.LOG)
    noted = worker.run(np.zeros(1, layout.YEAR), seed, replication, 0, prospect, log)
    person = worker.people()[prospect]
    stalled = person["stall_start"] < kernel.NEVER
    return Timeline(
        scenario=scenario.name,
        strategy=strategy.name,
        replication=replication,
        prospect=prospect,
        archetype=list(model.archetypes)[person["archetype"]],
        style=STYLES[person["style"] + 1],
        buyer=bool(person["buyer"]),
        arrival=int(person["arrival"]),
        ripe_day=int(person["ripe_day"]),
        window_end=int(person["window_end"]),
        stall=(int(person["stall_start"]), int(person["stall_end"])) if stalled else None,
        value=float(person["value_cents"]) / 100.0,
        status=STATUSES[person["status"]],
        contacts=tuple(contact_from(line) for line in log[:noted]),
    )


def contact_from(line: Records) -> Contact:
    """Turn a line of the log into words."""
    agreed, following = int(line["agreed_day"]), int(line["next_day"])
    return Contact(
        day=int(line["day"]),
        contents=contents_of(int(line["move"])),
        event=EVENTS[line["event"]],
        status=STATUSES[line["status"]],
        goodwill_before=float(line["goodwill_before"]),
        goodwill=float(line["goodwill"]),
        baseline=float(line["baseline"]),
        silences=int(line["silences"]),
        vague=int(line["vague"]),
        no_shows=int(line["no_shows"]),
        meetings=int(line["meetings"]),
        style_seen=STYLES[line["style_cue"] + 1],
        stall_known=bool(line["stall_known"]),
        agreed_day=agreed if agreed >= 0 else None,
        next_day=following if following < kernel.HORIZON else None,
    )
