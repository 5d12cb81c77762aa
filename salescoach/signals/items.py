"""The values of the item bank: items as the trainee sees them, and keys, which stand apart.

A `SignalItem` has no field that could hold a key, so an item that is shown cannot leak one.
The functions here read rows that `salescoach.signals.bank.faults` found no fault with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salescoach.signals.kinds import Activity

CHANNELS = ("phone", "email", "meeting", "social", "in-person", "post")
LESSONS = ("05", "06")
SOURCES = ("S0", "S1", "S2", "S3", "S4")

Row = Mapping[str, str]


@dataclass(frozen=True)
class SignalItem:
    """One situation to be judged.

    Attributes
    ----------
    id : str
        Such as ``s001``.
    situation : str
        History and what happened now, as the trainee reads it.
    channel : str
        By which way the last thing happened, one of `CHANNELS`.
    days : int
        Days since the contact before.
    lesson : str
        ``05`` or ``06``.
    source : str
        Which of the five source documents, ``S0`` to ``S4``, the judgement rests on.
    """

    id: str
    situation: str
    channel: str
    days: int
    lesson: str
    source: str


@dataclass(frozen=True)
class SignalKey:
    """The right answer to an item.

    Attributes
    ----------
    id : str
    kind, activity : str
        What it is.
    best_move : str
    part_moves : mapping of str to float
        Other moves that earn a part of the credit, between 0 and 1.
    move_reason : str
        Why the best move is best, and why the parts earn theirs.
    decides : str
        The words of the situation that decide the kind, quoted exactly.
    difficulty : int
        1 easy to 3 hard, as the author expects.
    feedback : mapping of str to str
        What to say to one who chose a wrong kind, by that kind.
    """

    id: str
    kind: str
    activity: Activity
    best_move: str
    part_moves: Mapping[str, float]
    move_reason: str
    decides: str
    difficulty: int
    feedback: Mapping[str, str]


def parts_of(text: str) -> dict[str, float]:
    """Read ``add-value=0.5;honour-date=0.3``.

    Raises
    ------
    ValueError
        If a part is not ``move=number``, or a move stands twice.

    Examples
    --------
    >>> parts_of("add-value=0.5; honour-date=0.3")
    {'add-value': 0.5, 'honour-date': 0.3}
    >>> parts_of("")
    {}
    """
    parts: dict[str, float] = {}
    for piece in filter(None, (p.strip() for p in text.split(";"))):
        move, equals, credit = (p.strip() for p in piece.partition("="))
        if not equals or move in parts:
            raise ValueError(piece)
        parts[move] = float(credit)
    return parts


def items_from(rows: Iterable[Row]) -> tuple[SignalItem, ...]:
    """Build items from the rows of ``signals.csv``."""
    return tuple(
        SignalItem(
            row["id"],
            row["situation"],
            row["channel"],
            int(row["days"]),
            row["lesson"],
            row["source"],
        )
        for row in rows
    )


def keys_from(rows: Iterable[Row], feedback: Iterable[Row]) -> tuple[SignalKey, ...]:
    """Build keys from the rows of ``keys/signals.csv`` and ``keys/signal_feedback.csv``."""
    said: dict[str, dict[str, str]] = {}
    for row in feedback:
        said.setdefault(row["id"], {})[row["choice"]] = row["feedback"]
    return tuple(
        SignalKey(
            row["id"],
            row["kind"],
            "active" if row["activity"] == "active" else "passive",
            row["best_move"],
            parts_of(row["part_moves"]),
            row["move_reason"],
            row["decides"],
            int(row["difficulty"]),
            said.get(row["id"], {}),
        )
        for row in rows
    )
