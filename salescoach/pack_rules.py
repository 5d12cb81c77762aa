"""What several tables of a data pack must agree on, beyond keys that point at rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from salescoach.assessment import PER_TOPIC
from salescoach.catalog import Catalog
from salescoach.items import FIELD_KINDS, OPTION_KINDS

Broken = tuple[str, str, int, str, str, str]
"""File, problem, row as a spreadsheet counts it, column, value, what is allowed."""


def broken_rules(catalog: Catalog) -> Iterator[Broken]:
    """Find items without what their kind needs, and things that have no key."""
    rows = list(catalog.rows("items"))
    kinds = {row["id"]: row["kind"] for row in rows}
    options = list(catalog.rows("options"))
    fields = list(catalog.rows("fields"))
    yield from _items(rows, Counter(r["item"] for r in options), Counter(r["item"] for r in fields))
    keyed = {
        "choice": _pairs(catalog, "choices", "option"),
        "sort": _pairs(catalog, "sorting_keys", "option"),
    }
    tables = {"choice": "keys/choices.csv", "sort": "keys/sorting.csv"}
    for number, row in enumerate(options, 2):
        kind = kinds[row["item"]]
        if kind in keyed and (row["item"], row["option"]) not in keyed[kind]:
            yield ("options.csv", "This option has no key.", number, "option", row["option"],
                   f"one row in {tables[kind]} for each option")  # fmt: skip
    numbers = _pairs(catalog, "number_keys", "field")
    for number, row in enumerate(fields, 2):
        if kinds[row["item"]] == "numbers" and (row["item"], row["field"]) not in numbers:
            yield ("fields.csv", "This line has no key.", number, "field", row["field"],
                   "one row in keys/numbers.csv for each line")  # fmt: skip
    yield from _assessment(catalog)


def _assessment(catalog: Catalog) -> Iterator[Broken]:
    rows = list(catalog.rows("assessment"))
    keyed = {row["id"] for row in catalog.rows("assessment_keys")}
    count = Counter(row["topic"] for row in rows)
    for number, row in enumerate(rows, 2):
        if row["id"] not in keyed:
            yield ("assessment.csv", "This question has no key.", number, "id", row["id"],
                   "one row in keys/assessment.csv for each question")  # fmt: skip
        if 0 < count[row["topic"]] < 2 * PER_TOPIC:
            yield ("assessment.csv", "This topic has too few questions for two forms.", number,
                   "topic", row["topic"], f"{2 * PER_TOPIC} or more for each topic")  # fmt: skip
            del count[row["topic"]]  # told once


def _pairs(catalog: Catalog, table: str, column: str) -> set[tuple[str, str]]:
    return {(row["item"], row[column]) for row in catalog.rows(table)}


def _items(
    rows: list[dict[str, Any]], options: Counter[str], fields: Counter[str]
) -> Iterator[Broken]:
    for number, row in enumerate(rows, 2):
        name, kind = row["id"], row["kind"]
        if kind in ("choice", "sort") and options[name] < 2:
            yield ("items.csv", f"The {kind} item {name!r} has fewer than two options.", number,
                   "id", name, "two to eight rows in options.csv")  # fmt: skip
        if kind not in OPTION_KINDS and options[name]:
            yield ("items.csv", f"{name!r} has options, but its kind has none.", number, "kind",
                   kind, ", ".join(OPTION_KINDS))  # fmt: skip
        if kind in FIELD_KINDS and not fields[name]:
            yield ("items.csv", f"The {kind} item {name!r} has no lines.", number, "id", name,
                   "one or more rows in fields.csv")  # fmt: skip
        if kind not in FIELD_KINDS and fields[name]:
            yield ("items.csv", f"{name!r} has lines in fields.csv, but its kind has none.", number,
                   "kind", kind, ", ".join(FIELD_KINDS))  # fmt: skip
