"""A policy of one's own: a function of what can be seen, turned into a decision table.

The function is asked once for every combination of what a salesperson can see. The answers are
a table: it runs at full speed, can be shown, hashed and compared, and hidden things (is the
need ripe? will they ever buy?) never reach it.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from salescoach.errors import CoachError
from salescoach.followup import kernel, layout
from salescoach.followup.guard import within_seconds
from salescoach.followup.layout import Records
from salescoach.followup.strategies import Settings, Strategy

STYLES = ("unknown", "direct", "relational", "avoiding")
TOUCH_BINS = (0, 1, 2, 3, 6, 12)  # 3 stands for 3 to 5, 6 for 6 to 11, 12 for 12 and more
CELLS = 8 * 4 * 4 * 3 * 4 * 2 * 2 * 2 * len(TOUCH_BINS)
SECONDS = 2.0
PARTS = {
    "value": kernel.VALUE,
    "ask": kernel.ASK,
    "hard": kernel.HARD,
    "break_up": kernel.BREAK_UP,
    "way_out": kernel.WAY_OUT,
}
PRIORITIES = {"promised": kernel.PROMISED, "warm": kernel.WARM, "cold": kernel.COLD}


class Seen(NamedTuple):
    """What a salesperson can see of a prospect. Counts are capped: 7 means seven or more.

    Attributes
    ----------
    silences : int
        Unanswered contacts in a row, 0 to 7.
    vague : int
        Replies and meetings without progress, 0 to 3.
    no_shows : int
        Missed meetings, 0 to 3.
    meetings : int
        Meetings that counted, 0 to 2.
    style : str
        "unknown", "direct", "relational" or "avoiding", as it seems.
    stall_known : bool
        Something outside is known to hold them up.
    date_agreed : bool
        A day for the next call is agreed. (Agreed meetings are always kept.)
    said_no : bool
        Their last word was a no.
    touches : int
        Contacts so far: 0, 1, 2, 3 (3 to 5), 6 (6 to 11) or 12 (and more).
    """

    silences: int
    vague: int
    no_shows: int
    meetings: int
    style: str
    stall_known: bool
    date_agreed: bool
    said_no: bool
    touches: int


class Step(NamedTuple):
    """One row of a decision table: days to wait, what the contact contains, who goes first."""

    wait: int
    move: int
    priority: int


def touch_in(days: float, *parts: str, priority: str = "warm") -> Step:
    """Contact them in so many days, with these parts.

    Parameters
    ----------
    days : float
        1 to 250 working days, rounded.
    *parts : str
        Any of "value", "ask", "hard", "break_up", "way_out".
    priority : {"promised", "warm", "cold"}
        Who is served first on a short day.

    Examples
    --------
    >>> touch_in(7, "value", "ask")
    Step(wait=7, move=3, priority=2)
    """
    wait = int(days + 0.5)
    if not 1 <= wait <= kernel.HORIZON:
        raise CoachError(f"touch_in({days!r}): too soon or too late.", allowed="1 to 250 days")
    return Step(wait, parts_to_move(parts), priority_of(priority))


def on_the_date(*parts: str) -> Step:
    """Leave them alone until the agreed day, then contact them with these parts."""
    return Step(kernel.UNTIL_DATE, parts_to_move(parts), kernel.PROMISED)


def walk_away() -> Step:
    """Stop. Only an own call of the prospect opens the matter again."""
    return Step(0, 0, kernel.COLD)


def parts_to_move(parts: tuple[str, ...]) -> int:
    """Add up the parts of a contact."""
    move = 0
    for part in parts:
        if part not in PARTS:
            raise CoachError(f"A contact has no part {part!r}.", allowed=", ".join(PARTS))
        move |= PARTS[part]
    return move


def priority_of(name: str) -> int:
    """Return the rank behind a priority's name."""
    if name not in PRIORITIES:
        raise CoachError(f"There is no priority {name!r}.", allowed=", ".join(PRIORITIES))
    return PRIORITIES[name]


def everything_seen() -> Iterator[Seen]:
    """Go through all combinations of what can be seen, in the order of `kernel.cell_of`."""
    yes_no = (False, True)
    combinations: Any = itertools.product(
        range(8), range(4), range(4), range(3), STYLES, yes_no, yes_no, yes_no, TOUCH_BINS
    )
    return (Seen(*values) for values in combinations)


@dataclass(frozen=True)
class DecisionTable:
    """A policy as a table.

    Attributes
    ----------
    cells : structured array, shape (73728,)
        Fields: `layout.CELL`.
    first_move : int
        What the first contact contains.
    """

    cells: Records
    first_move: int

    @property
    def digest(self) -> str:
        """Return a hash of the table; equal tables have equal hashes."""
        return hashlib.sha256(self.cells.tobytes() + bytes([self.first_move])).hexdigest()[:16]

    def step(self, seen: Seen) -> Step:
        """Return the row for what is seen."""
        row = self.cells[cell_number(seen)]
        return Step(int(row["wait"]), int(row["move"]), int(row["priority"]))


def cell_number(seen: Seen) -> int:
    """Return the row number for what is seen; counts beyond the caps are capped."""
    sizes = (8, 4, 4, 3, 4, 2, 2, 2, len(TOUCH_BINS))
    touch_bin = max(i for i, least in enumerate(TOUCH_BINS) if seen.touches >= least)
    places = (*seen[:4], STYLES.index(seen.style), *seen[5:8], touch_bin)
    cell = 0
    for place, size in zip(places, sizes, strict=True):
        cell = cell * size + min(int(place), size - 1)
    return cell


def tabulate(policy: Callable[[Seen], Step], seconds: float = SECONDS) -> DecisionTable:
    """Ask a policy function about every combination once.

    Parameters
    ----------
    policy : callable
        Takes a `Seen`, returns `touch_in(...)`, `on_the_date(...)` or `walk_away()`.
    seconds : float
        After this time the function is stopped.

    Raises
    ------
    CoachError
        When the function fails, returns something else, or does not finish.

    Examples
    --------
    >>> table = tabulate(lambda see: walk_away() if see.said_no else touch_in(7, "ask"))
    >>> len(table.cells)
    73728
    """
    rows = within_seconds(lambda: [ask(policy, seen) for seen in everything_seen()], seconds,
                          "Your policy")  # fmt: skip
    cells = np.array(rows, layout.CELL)
    cells.setflags(write=False)
    return DecisionTable(cells, int(cells[0]["move"]))


def ask(policy: Callable[[Seen], Step], seen: Seen) -> Step:
    """Return the policy's step for what is seen, or say why it is none."""
    try:
        step = policy(seen)
    except CoachError as fault:
        raise CoachError(
            f"{fault.problem} This happened for {seen}.", allowed=fault.allowed,
            next_step=fault.next_step,
        ) from fault  # fmt: skip
    except Exception as fault:
        raise CoachError(
            f"Your policy failed with {type(fault).__name__}: {fault}. This happened for {seen}.",
            next_step="Mend the function and run the cell again.",
        ) from fault
    if not isinstance(step, Step) or not valid(step):
        raise CoachError(
            f"Your policy returned {step!r} for {seen}.",
            allowed="touch_in(days, ...), on_the_date(...) or walk_away()",
            next_step="Check that every path of the function ends with a return.",
        )
    return step


def valid(step: Step) -> bool:
    """Say whether a step made by hand holds only what the kernel understands."""
    if not all(type(value) is int for value in step):
        return False
    wait_fits = 0 <= step.wait <= kernel.HORIZON or step.wait == kernel.UNTIL_DATE
    return wait_fits and 0 <= step.move < 32 and kernel.FIRST < step.priority <= kernel.COLD


def policy_of(settings: Settings) -> Callable[[Seen], Step]:
    """Return a policy function that does nearly what these settings do.

    Nearly: a table cannot count revivals or touches beyond its bins, nor see a deal's size.
    """
    s = settings

    def policy(see: Seen) -> Step:
        n = see.touches + see.silences  # spreads useful contacts over the coarse bins of touches
        due = int((n + 1) * s.value_share + 1e-9) > int(n * s.value_share + 1e-9)
        first = see.touches == 0 and s.value_share > 0
        parts = ["value"] if due or first else []
        parts += ["ask"] if s.ask_date else []
        parts += ["way_out"] if s.way_out_at and see.touches + 1 >= s.way_out_at else []
        away = touch_in(s.revive_after, *parts, priority="cold") if s.revive_after else walk_away()
        if see.said_no and s.believe_no:
            return away
        if see.date_agreed and s.keep_date:
            hard = (
                ["hard"] if s.hard_question_at and see.vague >= min(s.hard_question_at, 3) else []
            )
            return on_the_date(*parts, *hard, "ask")
        if see.stall_known and s.stall_wait:
            return touch_in(s.stall_wait, "value", priority="cold")
        if (s.walk_no_shows and see.no_shows >= min(s.walk_no_shows, 3)) or (
                s.walk_silences and see.silences >= min(s.walk_silences, 7)) or (
                s.break_up_at and see.silences > min(s.break_up_at, 6)):  # fmt: skip
            return away
        gap = min(s.gap * s.growth**see.silences, s.longest_gap)
        relational = s.adapt_style and see.style == "relational"
        if s.adapt_style:
            gap *= {"direct": 0.7, "relational": 1.5}.get(see.style, 1.0)
        if s.break_up_at and see.silences >= min(s.break_up_at, 6):
            parts = ["break_up"]
        elif s.hard_question_at and see.silences + see.vague >= s.hard_question_at:
            parts += [] if relational else ["hard"]
        warm = "cold" if see.style == "unknown" else "warm"
        return touch_in(max(1.0, gap), *parts, priority=warm)

    return policy


def strategy_from_policy(policy: Callable[[Seen], Step], name: str = "own-policy") -> Strategy:
    """Turn a policy function into a strategy that can be simulated and compared.

    Raises
    ------
    CoachError
        See `tabulate`.
    """
    table = tabulate(policy)
    return Strategy(name, "Your own policy", "own", "Decided by a function.", Settings(), table)
