"""The item bank itself: complete, balanced, without doubles, and without words that tell."""

from __future__ import annotations

import csv
import json
import runpy
from collections import Counter
from itertools import pairwise
from pathlib import Path

import frictionless
import pytest
from rapidfuzz import fuzz, process

from salescoach.signals.bank import COLUMNS, FEEDBACK, ITEMS, KEYS, faults
from salescoach.signals.items import SOURCES, items_from, keys_from
from salescoach.signals.kinds import ACTIVITIES, KINDS, MOVES
from salescoach.signals.scoring import Choice, judge

ROOT = Path(__file__).parents[2]
PATHS = {ITEMS: "signals.csv", KEYS: "keys/signals.csv", FEEDBACK: "keys/signal_feedback.csv"}


def rows(table: str) -> list[dict[str, str]]:
    with (ROOT / "data" / PATHS[table]).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ITEM_ROWS, KEY_ROWS, FEEDBACK_ROWS = rows(ITEMS), rows(KEYS), rows(FEEDBACK)
KIND_OF = {row["id"]: row["kind"] for row in KEY_ROWS}
TEXTS = [row["situation"] for row in ITEM_ROWS]


def test_the_bank_has_no_fault() -> None:
    assert faults(ITEM_ROWS, KEY_ROWS, FEEDBACK_ROWS) == ()


@pytest.mark.parametrize("table", list(PATHS))
def test_the_bank_fits_its_schema(table: str) -> None:
    schema = frictionless.Schema(str(ROOT / "data" / "schemas" / f"{table}.json"))
    assert tuple(schema.field_names) == COLUMNS[table]
    schema.foreign_keys = []
    report = frictionless.Resource(
        path=PATHS[table], basepath=str(ROOT / "data"), schema=schema
    ).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])


def test_the_schemas_allow_what_the_code_allows() -> None:
    allowed = {}
    for table in PATHS:
        schema = json.loads((ROOT / "data" / "schemas" / f"{table}.json").read_text("utf-8"))
        for field in schema["fields"]:
            assert field["description"]
            allowed[table, field["name"]] = field["constraints"].get("enum")
    assert allowed[KEYS, "kind"] == allowed[FEEDBACK, "choice"] == list(KINDS)
    assert allowed[KEYS, "best_move"] == list(MOVES)
    assert allowed[KEYS, "activity"] == list(ACTIVITIES)
    assert allowed[ITEMS, "source"] == list(SOURCES)


def test_there_are_enough_items_and_every_kind_is_well_covered() -> None:
    counts = Counter(KIND_OF.values())
    assert len(ITEM_ROWS) >= 240
    assert set(counts) == set(KINDS)
    assert min(counts.values()) >= 18
    assert max(counts.values()) <= 1.5 * min(counts.values())


def test_every_move_source_and_difficulty_is_covered() -> None:
    best = Counter(row["best_move"] for row in KEY_ROWS)
    assert set(best) == set(MOVES)
    assert min(best.values()) >= 5
    assert {row["source"] for row in ITEM_ROWS} == set(SOURCES)
    assert min(Counter(row["difficulty"] for row in KEY_ROWS).values()) >= 30
    assert min(Counter(row["activity"] for row in KEY_ROWS).values()) >= 40


def test_each_lesson_holds_several_kinds() -> None:
    """A drill in which every answer is the same would teach nothing."""
    for lesson in ("05", "06"):
        kinds = Counter(KIND_OF[r["id"]] for r in ITEM_ROWS if r["lesson"] == lesson)
        assert len(kinds) >= 4, kinds
        assert max(kinds.values()) <= kinds.total() / 2


def test_ids_run_without_gap_and_kinds_do_not_come_in_runs() -> None:
    """An order by kind would give the keys away to anyone who reads down the file."""
    assert [row["id"] for row in ITEM_ROWS] == [f"s{n:03}" for n in range(1, len(ITEM_ROWS) + 1)]
    order = [KIND_OF[row["id"]] for row in ITEM_ROWS]
    same = sum(a == b for a, b in pairwise(order))
    assert same / len(order) < 0.2


def test_situations_are_short_but_tell_a_history() -> None:
    words = {row["id"]: len(row["situation"].split()) for row in ITEM_ROWS}
    assert {i: n for i, n in words.items() if not 30 <= n <= 100} == {}


def test_length_does_not_tell_the_kind() -> None:
    means = {
        kind: sum(n) / len(n)
        for kind in KINDS
        if (n := [len(r["situation"].split()) for r in ITEM_ROWS if KIND_OF[r["id"]] == kind])
    }
    assert max(means.values()) < 1.25 * min(means.values()), means


def test_no_situation_nearly_repeats_another() -> None:
    alike = process.cdist(TEXTS, TEXTS, scorer=fuzz.token_set_ratio)
    doubles = [
        (ITEM_ROWS[i]["id"], ITEM_ROWS[j]["id"], float(alike[i][j]))
        for i in range(len(TEXTS))
        for j in range(i)
        if alike[i][j] > 75
    ]
    assert doubles == []


def test_no_single_word_gives_the_key_away() -> None:
    """Of the items that hold a word (6 or more), fewer than 8 in 10 may be of one kind."""
    telling = runpy.run_path(str(ROOT / "benchmarks" / "signals_bank.py"))["telling_words"]
    found = telling(TEXTS, [KIND_OF[row["id"]] for row in ITEM_ROWS])
    assert len(found) > 100
    assert [word for word in found if word[0] >= 0.8] == []


def test_no_situation_names_a_kind_or_a_move() -> None:
    names = [*KINDS, *MOVES, *(k.name.lower() for k in KINDS.values() if " " in k.name)]
    words = [n for n in names if "-" in n or " " in n]
    assert [(w, t) for t in TEXTS for w in words if w in t.lower()] == []


def test_every_item_has_feedback_for_two_likely_wrong_kinds() -> None:
    counts = Counter(row["id"] for row in FEEDBACK_ROWS)
    assert {row["id"] for row in ITEM_ROWS if counts[row["id"]] < 2} == set()
    texts = Counter(row["feedback"] for row in FEEDBACK_ROWS)
    assert [t for t, n in texts.items() if n > 1] == []


def test_the_hard_neighbours_are_confronted() -> None:
    """The pairs of the curriculum: feedback exists for taking one of them for the other."""
    pairs = Counter((KIND_OF[row["id"]], row["choice"]) for row in FEEDBACK_ROWS)
    for right, wrong in [
        ("busy", "no-show"),
        ("no-show", "busy"),
        ("dated-not-yet", "passive-no"),
        ("passive-no", "dated-not-yet"),
        ("busy", "brick-wall"),
        ("brick-wall", "busy"),
        ("outside-stall", "passive-no"),
        ("passive-no", "outside-stall"),
        ("buying", "irritated"),
        ("clear-no", "dated-not-yet"),
        ("no-fit", "clear-no"),
    ]:
        assert pairs[right, wrong] >= 3, (right, wrong)


def test_every_item_can_be_judged() -> None:
    keys = keys_from(KEY_ROWS, FEEDBACK_ROWS)
    for item, key in zip(items_from(ITEM_ROWS), keys, strict=True):
        assert judge(item, key, Choice(key.kind, key.best_move, 80)).points == 2
        for move, part in key.part_moves.items():
            verdict = judge(item, key, Choice(next(iter(key.feedback)), move))
            assert verdict.points == part
            assert verdict.change.startswith(next(iter(key.feedback.values())))
