"""The records that the model works on: their fields, and their two forms.

Compiled code sees NumPy structured arrays, plain Python sees objects with the same field
names; so the rules in `kernel` read the same in both.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

# One prospect. Hidden first, then what can be seen, then the plan and bookkeeping.
PROSPECT = np.dtype(
    [
        ("luck", np.uint64),
        *[(name, np.float64) for name in (
            "fit", "preferred_gap", "irritability", "no_show_base", "reply_base",
            "break_up_base", "call_goodwill", "value_guess", "goodwill", "baseline")],
        ("value_cents", np.int64),
        *[(name, np.int32) for name in (
            "archetype", "arrival", "buyer", "ripe_day", "window_end", "style", "competitor",
            "meetings_needed", "stall_start", "stall_end", "new_decider", "call_day", "pressed",
            "last_contact", "touches", "replies", "silences", "vague", "no_shows", "meetings",
            "style_cue", "known_stall_end", "agreed_day", "agreed_meeting", "status",
            "first_reply_at", "break_ups", "break_ups_answered", "revivals", "broke_up",
            "closed_on", "event", "due", "move", "priority")],
        ("ticket", np.int64),
    ]
)  # fmt: skip

# One simulated year. Money in cents; goodwill is the mean over the prospects.
YEAR = np.dtype(
    [(name, np.int64) for name in (
        "revenue", "future", "minutes", "contacts", "won", "lost", "undecided", "opted_out",
        "said_no", "still_open")] + [("goodwill", np.float64)]
)  # fmt: skip

# One line of a prospect's timeline.
LOG = np.dtype(
    [(name, np.int32) for name in (
        "day", "move", "event", "status", "silences", "vague", "no_shows", "meetings",
        "style_cue", "stall_known", "agreed_day", "agreed_meeting", "next_day")]
    + [(name, np.float64) for name in ("goodwill_before", "goodwill", "baseline")]
)  # fmt: skip

# One row of a decision table.
CELL = np.dtype([("wait", np.int32), ("move", np.int32), ("priority", np.int32)])

Records = npt.NDArray[Any]


# Look-up tables, so that no rule calls a maths library. They are one record, not arrays, because
# compiled code counts references to every array that it passes on, and that costs more than a rule.
TABLES = np.dtype(
    [
        ("exponential", np.float64, (1024,)),  # quantiles of an exponential with mean 1
        ("deal_size", np.float64, (1024,)),  # quantiles of the spread of deal sizes, mean 1
        ("reach", np.float64, (1024,)),  # quantiles of how unevenly people can be reached, mean 1
        ("fade", np.float64, (512,)),  # exp(-days / recovery_days)
        ("gap", np.float64, (64,)),  # days to wait after n silences
        ("present", np.float64),  # share of the prospects known on day 0
        ("first_move", np.int64),  # what the first contact contains
    ]
)


class World(NamedTuple):
    """All that one run needs and does not change."""

    model: Any
    settings: Any
    archetypes: Any
    mix: Any  # cumulative weights of the archetypes
    table: Any  # decision table, or empty: then the settings decide
    tables: Any
    capacity: int  # follow-up minutes a day


class Desk(NamedTuple):
    """Scratch space of one worker: prospects, calendar, queue."""

    people: Any
    first: Any
    following: Any
    callers: Any
    next_caller: Any
    heap: Any
    visits: Any


class Row:
    """A plain object with the fields of a structured record, for the plain engine."""


def as_list(value: Any) -> Any:
    """Return an array as a list, anything else as it is."""
    return value.tolist() if isinstance(value, np.ndarray) else value


def as_rows(records: Records) -> list[Row]:
    """Turn a structured array into plain objects with the same fields (Python numbers)."""
    names = records.dtype.names or ()
    rows = []
    for values in records.tolist():
        row = Row()
        row.__dict__.update(zip(names, map(as_list, values), strict=True))
        rows.append(row)
    return rows


def as_records(rows: list[Row], dtype: np.dtype[Any]) -> Records:
    """Turn plain objects back into a structured array.

    Fields that a run never set (a prospect's, say) are an error, not a zero.
    """
    names = dtype.names or ()
    return np.array([tuple(getattr(row, name) for name in names) for row in rows], dtype)


def plain_world(world: World) -> World:
    """Return the same world made of Python lists and objects."""
    return World(
        model=as_rows(world.model),
        settings=as_rows(world.settings),
        archetypes=as_rows(world.archetypes),
        mix=world.mix.tolist(),
        table=as_rows(world.table),
        tables=as_rows(world.tables),
        capacity=world.capacity,
    )


def plain_desk(desk: Desk) -> Desk:
    """Return the same desk made of Python lists and objects."""
    return Desk(
        people=as_rows(desk.people),
        **{name: getattr(desk, name).tolist() for name in Desk._fields[1:]},
    )
