"""What a data pack must hold beyond its schemas for drills and stall cases.

An item bank that an instructor brings is checked as a whole: keys against situations, drill sets
against the bank, stall cases against their keys.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping

from salescoach.catalog import Catalog
from salescoach.errors import CoachError
from salescoach.keys import stall_keys
from salescoach.pack_faults import Fault
from salescoach.signals import bank
from salescoach.signals.bank import BankFault

_BANK = (bank.ITEMS, bank.KEYS, bank.FEEDBACK)


def bank_faults(catalog: Catalog, told: Collection[Fault] = ()) -> list[Fault]:
    """List every fault of the item bank, in words that are its own.

    Parameters
    ----------
    catalog : Catalog
        The pack. What it borrows is checked too: a fault may come from what lies beside it.
    told : collection of Fault
        Faults told already: nothing is said of a bank whose files or headers cannot be read,
        nor of rows that are no rows or stand twice.
    """
    paths = {table: catalog.resource(table)["path"] for table in _BANK}
    if any(fault.file in paths.values() and fault.row in (None, 1) for fault in told):
        return []
    # Rows are read as text, so that faults are found in a bank that does not fit its schema.
    rows = {}
    for table, path in paths.items():
        text = catalog.path(path).read_text("utf-8-sig")
        lines = csv.DictReader(io.StringIO(text, newline=""), restval="")
        rows[table] = [{k: v for k, v in row.items() if isinstance(v, str)} for row in lines]
    whole_rows = {(f.file, f.row) for f in told if not f.column or "," in f.column}
    found = [_told(f, paths) for f in bank.faults(*(rows[table] for table in _BANK))]
    return [fault for fault in found if (fault.file, fault.row) not in whole_rows]


def _told(fault: BankFault, paths: Mapping[str, str]) -> Fault:
    problem = "This does not fit the item bank."
    file = paths.get(fault.table, fault.table)
    return Fault(file, problem, fault.row, fault.column, fault.value, fault.allowed)


def drill_faults(catalog: Catalog) -> Iterator[Fault]:
    """List drill items without situations, and situations for items that are no drill."""
    kinds = {row["id"]: row["kind"] for row in catalog.rows("items")}
    sets = list(catalog.rows("drill_sets"))
    filled = {row["item"] for row in sets}
    for number, row in enumerate(catalog.rows("items"), 2):
        if row["kind"] == "drill" and row["id"] not in filled:
            problem = f"The drill {row['id']!r} asks no situation."
            allowed = "a drill with at least one row in drill_sets.csv"
            yield Fault("items.csv", problem, number, "id", row["id"], allowed)
    for number, row in enumerate(sets, 2):
        if kinds[row["item"]] != "drill":
            problem = "This item is no drill."
            allowed = "the id of an item of the kind drill"
            yield Fault("drill_sets.csv", problem, number, "item", row["item"], allowed)


def stall_faults(catalog: Catalog) -> Iterator[Fault]:
    """List what is wrong with the stall cases and their keys."""
    try:
        cases, keys = catalog.stall_cases, stall_keys(catalog)
    except CoachError as error:
        yield Fault("stalls.toml", error.problem)
        return
    for name, case in cases.items():
        weeks = [week.week for week in case.weeks]
        if weeks != sorted(set(weeks)):
            yield Fault(
                "stalls.toml", f"The weeks of {name!r} are not in the order of time: {weeks}."
            )
        if name not in keys:
            yield Fault("keys/stalls.toml", f"The case {name!r} has no key.")
        elif list(keys[name].credits) != weeks:
            yield Fault("keys/stalls.toml", f"The key of {name!r} must judge the weeks {weeks}.")
    for number, row in enumerate(catalog.rows("items"), 2):
        if row["kind"] == "stall" and row["id"] not in cases:
            problem = "This stall item has no case."
            yield Fault(
                "items.csv", problem, number, "id", row["id"], "the id of a case in stalls.toml"
            )
