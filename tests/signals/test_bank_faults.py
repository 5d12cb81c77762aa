"""A brought item bank: every fault is listed with table, row, column, value and what is allowed."""

from __future__ import annotations

import pytest

from salescoach.signals.bank import FEEDBACK, ITEMS, KEYS, BankFault, faults

Rows = tuple[list[dict[str, str]], list[dict[str, str]], list[dict[str, str]]]


def bank() -> Rows:
    items = [
        {"id": f"s00{n}", "situation": f"Case {n}: they chose Pellworth.", "channel": "phone",
         "days": "7", "lesson": "05", "source": "S0"}
        for n in (1, 2)
    ]  # fmt: skip
    keys = [
        {"id": f"s00{n}", "kind": "clear-no", "activity": "active",
         "best_move": "back-off-regroup", "part_moves": "walk-away=0.5;add-value=.1",
         "move_reason": "A no is believed.", "decides": "they chose Pellworth", "difficulty": "1"}
        for n in (1, 2)
    ]  # fmt: skip
    return items, keys, [{"id": "s001", "choice": "busy", "feedback": "They have decided."}]


def test_a_sound_bank_has_no_fault() -> None:
    assert faults(*bank()) == ()


@pytest.mark.parametrize(
    ("table", "column", "value", "allowed"),
    [
        (ITEMS, "id", "x1", "s001"),
        (ITEMS, "situation", " ", "empty"),
        (ITEMS, "channel", "telephone", "perhaps phone"),
        (ITEMS, "days", "-1", "whole number"),
        (ITEMS, "days", "soon", "whole number"),
        (ITEMS, "lesson", "5", "05, 06"),
        (ITEMS, "source", "S9", "S0"),
        (KEYS, "kind", "no-shows", "perhaps no-show"),
        (KEYS, "activity", "both", "active, passive"),
        (KEYS, "best_move", "", "advance"),
        (KEYS, "part_moves", "walk-away:0.5", "such as add-value=0.5"),
        (KEYS, "move_reason", "", "empty"),
        (KEYS, "decides", "they chose pellworth", "quoted exactly"),
        (KEYS, "decides", "", "quoted exactly"),
        (KEYS, "difficulty", "4", "1, 2, 3"),
        (FEEDBACK, "id", "s009", "signal_keys"),
        (FEEDBACK, "choice", "bus", "perhaps busy"),
        (FEEDBACK, "choice", "clear-no", "this one is the key"),
        (FEEDBACK, "feedback", "", "empty"),
    ],
)
def test_each_fault_is_found_where_it_stands(
    table: str, column: str, value: str, allowed: str
) -> None:
    rows = bank()
    rows[[ITEMS, KEYS, FEEDBACK].index(table)][0][column] = value
    first = next(f for f in faults(*rows) if f.table == table)
    assert (first.row, first.column, first.value) == (2, column, value)
    assert allowed in first.allowed


@pytest.mark.parametrize(
    ("parts", "value"),
    [("walk-of=0.5", "walk-of"), ("back-off-regroup=0.5", "back-off-regroup"),
     ("walk-away=1", "walk-away=1"), ("walk-away=0", "walk-away=0"),
     ("walk-away=nan", "walk-away=nan")],
)  # fmt: skip
def test_part_moves_are_checked_one_by_one(parts: str, value: str) -> None:
    rows = bank()
    rows[1][1]["part_moves"] = parts
    (found,) = faults(*rows)
    assert (found.row, found.column, found.value) == (3, "part_moves", value)


def test_missing_keys_and_items_are_found_from_both_sides() -> None:
    items, keys, feedback = bank()
    keys[1]["id"] = "s003"
    assert [(f.table, f.row, f.value) for f in faults(items, keys, feedback)] == [
        (ITEMS, 3, "s002"),
        (KEYS, 3, "s003"),
    ]


def test_doubles_are_found() -> None:
    items, keys, feedback = bank()
    found = faults([*items, items[0]], [*keys, keys[0]], [*feedback, feedback[0]])
    assert [(f.table, f.row, f.column) for f in found] == [
        (ITEMS, 4, "id"),
        (KEYS, 4, "id"),
        (FEEDBACK, 3, "choice"),
    ]


def test_a_missing_column_is_told_once() -> None:
    items, keys, feedback = bank()
    for row in keys:
        del row["decides"]
    (found,) = faults(items, keys, feedback)
    assert isinstance(found, BankFault)
    assert (found.table, found.row, found.column) == (KEYS, 1, "decides")


def test_all_faults_are_listed_in_the_order_of_the_tables() -> None:
    items, keys, feedback = bank()
    items[1]["channel"] = keys[0]["kind"] = keys[1]["activity"] = feedback[0]["feedback"] = ""
    found = faults(items, keys, feedback)
    assert [(f.table, f.row) for f in found] == [(ITEMS, 3), (KEYS, 2), (KEYS, 3), (FEEDBACK, 2)]
