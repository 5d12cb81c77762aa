"""The check of a brought item bank, of drill sets and of stall cases: every fault is placed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from salescoach.catalog import Catalog, workbook
from salescoach.pack_faults import Fault
from salescoach.validation import check_pack

DATA = workbook() / "data"
BANK = ("signals.csv", "keys/signals.csv", "keys/signal_feedback.csv")
Break = Callable[[Path], None]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack with a bank, drill sets and stall cases of its own, to be broken."""
    (tmp_path / "keys").mkdir()
    for name in (*BANK, "drill_sets.csv", "items.csv", "stalls.toml", "keys/stalls.toml"):
        shutil.copy(DATA / name, tmp_path / name)
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def faults(pack: Path) -> list[Fault]:
    return check_pack(Catalog(pack, fallback=DATA)).faults


def test_the_built_in_bank_brought_as_an_own_pack_has_no_fault(pack: Path) -> None:
    assert faults(pack) == []


@pytest.mark.parametrize(
    ("break_it", "told"),
    [
        (lambda p: change(p / "keys/signals.csv", "sold its last pens in the spring", "sold a lot"),
         "keys/signals.csv, row 4, column 'decides': This does not fit the item bank."),
        (lambda p: change(p / "keys/signals.csv", "add-value=0.5", "add-valu=0.5"),
         "(found 'add-valu') Allowed: advance, honour-date, add-value,"),
        (lambda p: change(p / "keys/signals.csv", "add-value=0.5", "add-value=1.5"),
         "(found 'add-value=1.5') Allowed: moves with credit between 0 and 1"),
        (lambda p: change(p / "keys/signals.csv", ",brick-wall,", ",brick wall,"),
         "(found 'brick wall') Allowed: buying, dated-not-yet,"),
        (lambda p: change(p / "keys/signals.csv", "\ns001,", "\ns9001,"),
         "signals.csv, row 2, column 'id': This does not fit the item bank. (found 's001')"),
        (lambda p: change(p / "keys/signal_feedback.csv", "s001,brick-wall", "s001,wrong-person"),
         "keys/signal_feedback.csv, row 2, column 'choice': This does not fit the item bank."),
        (lambda p: change(p / "signals.csv", ",post,50,", ",post,soon,"),
         "row 2, column 'days': This does not fit the item bank. (found 'soon') "
         "Allowed: a whole number of days, 0 or more."),
        (lambda p: change(p / "drill_sets.csv", "signals-05,s139", "signals-05,s9139"),
         "drill_sets.csv, row 2, column 'signal': Nothing of that name exists."),
        (lambda p: change(p / "drill_sets.csv", "signals-05,s139", "stall-6,s139"),
         "drill_sets.csv, row 2, column 'item': This item is no drill. (found 'stall-6')"),
        (lambda p: (p / "drill_sets.csv").write_text("item,signal\n"),
         "column 'id': The drill 'signals-05' asks no situation."),
        (lambda p: change(p / "stalls.toml", 'id = "stall-6"', 'id = "stall-9"'),
         "column 'id': This stall item has no case. (found 'stall-6')"),
        (lambda p: change(p / "stalls.toml", "week = 2", "week = 9"), "not in the order of time"),
        (lambda p: change(p / "stalls.toml", "week = 1", "week = = 1"),
         "stalls.toml: stalls.toml cannot be read: Invalid value (at line"),
        (lambda p: change(p / "keys/stalls.toml", "week = 1", "week = 0"),
         "keys/stalls.toml: The key of 'stall-1' must judge the weeks [1, 2, 3, 5, 9]."),
        (lambda p: change(p / "keys/stalls.toml", "truth =", "truths ="), "lacks 'truth'"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(pack: Path, break_it: Break, told: str) -> None:
    break_it(pack)
    assert told in "\n".join(map(str, faults(pack)))


def test_faults_of_schema_and_bank_are_listed_together_and_none_twice(pack: Path) -> None:
    change(pack / "signals.csv", ",post,50,", ",post,soon,")
    change(pack / "keys/signals.csv", ",brick-wall,", ",brickwall,")
    change(pack / "keys/signals.csv", "sold its last pens in the spring", "sold a lot")
    change(pack / "keys/signals.csv", "add-value=0.5", "add-value=x")
    found = faults(pack)
    places = [(f.file, f.row, f.column) for f in found]
    assert len(places) == len(set(places))
    assert {("signals.csv", "days"), ("keys/signals.csv", "kind"), ("keys/signals.csv", "decides"),
            ("keys/signals.csv", "part_moves")} == {(f.file, f.column) for f in found}  # fmt: skip


@pytest.mark.parametrize("content", ["", "id;situation\n"])
def test_a_bank_that_cannot_be_read_as_a_table_is_told_once(pack: Path, content: str) -> None:
    (pack / "signals.csv").write_text(content)
    assert {(f.file, f.row) for f in faults(pack)} <= {("signals.csv", None), ("signals.csv", 1)}


def test_a_bank_of_three_tables_alone_is_held_against_itself(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    for name in BANK:
        shutil.copy(DATA / name, tmp_path / name)
    change(tmp_path / "signals.csv", "Halden Fisk", "Halden Feed")
    assert faults(tmp_path) == []
    shutil.copy(DATA / "signals.csv", tmp_path)
    change(tmp_path / "signals.csv", "sold its last pens", "sold all pens")
    assert [(f.file, f.column) for f in faults(tmp_path)] == [("keys/signals.csv", "decides")]
