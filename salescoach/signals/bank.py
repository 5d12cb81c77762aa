"""Lists every fault of an item bank, as an instructor may bring it.

Pure: it takes rows as text and gives back values, so that `salescoach validate` can name file, row
and column, and a test can run it on a list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from salescoach.signals.items import CHANNELS, LESSONS, SOURCES, Row, parts_of
from salescoach.signals.kinds import ACTIVITIES, KINDS, MOVES, closest

ITEMS, KEYS, FEEDBACK = "signals", "signal_keys", "signal_feedback"
COLUMNS = {
    ITEMS: ("id", "situation", "channel", "days", "lesson", "source"),
    KEYS: (
        "id",
        "kind",
        "activity",
        "best_move",
        "part_moves",
        "move_reason",
        "decides",
        "difficulty",
    ),
    FEEDBACK: ("id", "choice", "feedback"),
}
PARTS = "moves with credit between 0 and 1, such as add-value=0.5;honour-date=0.3, or nothing"
_ID = re.compile(r"s\d{3,}")
_WHOLE = re.compile(r"\d+")


@dataclass(frozen=True)
class BankFault:
    """One fault: where it stands, what stands there, and what is allowed.

    `row` counts as a spreadsheet does: the line of column names is row 1.
    """

    table: str
    row: int
    column: str
    value: str
    allowed: str


def faults(
    items: Sequence[Row], keys: Sequence[Row], feedback: Sequence[Row]
) -> tuple[BankFault, ...]:
    """List every fault of the three tables, in their order.

    Parameters
    ----------
    items, keys, feedback : sequences of mappings
        Rows of ``signals.csv``, ``keys/signals.csv`` and ``keys/signal_feedback.csv``, every
        value as text.

    Returns
    -------
    tuple of BankFault
        Empty if the bank can be used.
    """
    found = [
        missing
        for table, rows in ((ITEMS, items), (KEYS, keys), (FEEDBACK, feedback))
        for missing in _columns(table, rows)
    ]
    if found:
        return tuple(found)
    situations = {row["id"]: row["situation"] for row in items}
    kinds = {row["id"]: row["kind"] for row in keys}
    for number, row in enumerate(items, 2):
        found += _item(partial(BankFault, ITEMS, number), row, kinds)
    for number, row in enumerate(keys, 2):
        found += _key(partial(BankFault, KEYS, number), row, situations)
    for number, row in enumerate(feedback, 2):
        found += _feedback(partial(BankFault, FEEDBACK, number), row, kinds)
    found += _doubles(ITEMS, items, ("id",)) + _doubles(KEYS, keys, ("id",))
    found += _doubles(FEEDBACK, feedback, ("id", "choice"))
    order = {table: place for place, table in enumerate(COLUMNS)}
    return tuple(sorted(found, key=lambda f: (order[f.table], f.row)))


At = Callable[[str, str, str], BankFault]


def _columns(table: str, rows: Sequence[Row]) -> Iterator[BankFault]:
    for column in COLUMNS[table]:
        if rows and column not in rows[0]:
            present = ", ".join(rows[0])
            yield BankFault(table, 1, column, present, f"the column {column} must be there")


def _doubles(table: str, rows: Sequence[Row], columns: tuple[str, ...]) -> list[BankFault]:
    seen: dict[tuple[str, ...], int] = {}
    found = []
    for number, row in enumerate(rows, 2):
        value = tuple(row[c] for c in columns)
        if value in seen:
            allowed = f"once only; it stands in row {seen[value]} already"
            found.append(BankFault(table, number, columns[-1], row[columns[-1]], allowed))
        seen.setdefault(value, number)
    return found


def _one_of(at: At, row: Row, column: str, allowed: Collection[str]) -> Iterator[BankFault]:
    value = row[column]
    if value not in allowed:
        meant = closest(value, allowed)
        yield at(column, value, ", ".join(allowed) + (f"; perhaps {meant}" if meant else ""))


def _filled(at: At, row: Row, column: str) -> Iterator[BankFault]:
    if not row[column].strip():
        yield at(column, row[column], "a text; it is empty")


def _item(at: At, row: Row, keyed: Collection[str]) -> Iterator[BankFault]:
    if not _ID.fullmatch(row["id"]):
        yield at("id", row["id"], "the letter s and at least three digits, such as s001")
    elif row["id"] not in keyed:
        yield at("id", row["id"], f"every item needs a row in {KEYS}; this one has none")
    yield from _filled(at, row, "situation")
    yield from _one_of(at, row, "channel", CHANNELS)
    if not _WHOLE.fullmatch(row["days"]):
        yield at("days", row["days"], "a whole number of days, 0 or more")
    yield from _one_of(at, row, "lesson", LESSONS)
    yield from _one_of(at, row, "source", SOURCES)


def _key(at: At, row: Row, situations: dict[str, str]) -> Iterator[BankFault]:
    known = row["id"] in situations
    if not known:
        yield at("id", row["id"], f"the id of an item in {ITEMS}")
    yield from _one_of(at, row, "kind", KINDS)
    yield from _one_of(at, row, "activity", ACTIVITIES)
    yield from _one_of(at, row, "best_move", MOVES)
    yield from _parts(at, row)
    yield from _filled(at, row, "move_reason")
    if not row["decides"].strip() or (known and row["decides"] not in situations[row["id"]]):
        yield at("decides", row["decides"], "words quoted exactly from the situation")
    yield from _one_of(at, row, "difficulty", ("1", "2", "3"))


def _parts(at: At, row: Row) -> Iterator[BankFault]:
    try:
        parts = parts_of(row["part_moves"])
    except ValueError:
        yield at("part_moves", row["part_moves"], PARTS)
        return
    for move, credit in parts.items():
        if move not in MOVES:
            meant = closest(move, MOVES)
            yield at("part_moves", move, ", ".join(MOVES) + (f"; perhaps {meant}" if meant else ""))
        elif move == row["best_move"]:
            yield at("part_moves", move, "moves other than the best one, which earns it all")
        if not 0 < credit < 1:
            yield at("part_moves", f"{move}={credit:g}", PARTS)


def _feedback(at: At, row: Row, kinds: dict[str, str]) -> Iterator[BankFault]:
    if row["id"] not in kinds:
        yield at("id", row["id"], f"the id of an item in {KEYS}")
    yield from _one_of(at, row, "choice", KINDS)
    if row["choice"] == kinds.get(row["id"]):
        yield at("choice", row["choice"], "a wrong kind; this one is the key")
    yield from _filled(at, row, "feedback")
