"""A policy of one's own becomes a table; nonsense and endless loops are told, and cost nothing."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import numpy as np
import pytest

from salescoach.errors import CoachError
from salescoach.followup import kernel, layout
from salescoach.followup.engine import Worker, simulate
from salescoach.followup.guard import within_seconds
from salescoach.followup.policy import (
    CELLS,
    STYLES,
    Seen,
    Step,
    cell_number,
    everything_seen,
    on_the_date,
    policy_of,
    strategy_from_policy,
    tabulate,
    touch_in,
    walk_away,
)
from salescoach.followup.strategies import Settings
from salescoach.followup.world import world_of


def test_cells_are_numbered_as_the_kernel_numbers_them():
    """Every 97th combination of what can be seen, through the kernel's own function."""
    p = layout.Row()
    for number, seen in enumerate(everything_seen()):
        assert number % 97 or cell_number(seen) == number
        if number % 97 == 0:
            p.__dict__.update(
                silences=seen.silences, vague=seen.vague, no_shows=seen.no_shows,
                meetings=seen.meetings, style_cue=STYLES.index(seen.style) - 1,
                known_stall_end=99 if seen.stall_known else -1,
                agreed_day=60 if seen.date_agreed else -1,
                status=kernel.SAID_NO if seen.said_no else kernel.OPEN, touches=seen.touches,
            )  # fmt: skip
            assert kernel.cell_of(p, 50) == number
    assert number == CELLS - 1


def test_counts_beyond_the_caps_share_the_last_cell():
    many = Seen(20, 9, 9, 9, "direct", False, False, False, 30)
    capped = Seen(7, 3, 3, 2, "direct", False, False, False, 12)
    assert cell_number(many) == cell_number(capped)


def test_the_table_holds_what_the_function_said():
    def policy(see: Seen) -> Step:
        if see.said_no:
            return walk_away()
        if see.date_agreed:
            return on_the_date("ask")
        return touch_in(5 + see.silences, "value", priority="cold")

    table = tabulate(policy)
    seen = Seen(3, 0, 0, 0, "unknown", False, False, False, 6)
    assert table.step(seen) == Step(8, kernel.VALUE, kernel.COLD)
    assert table.step(seen._replace(said_no=True)).wait == 0
    assert table.step(seen._replace(date_agreed=True)).wait == kernel.UNTIL_DATE
    assert table.first_move == kernel.VALUE
    assert tabulate(policy).digest == table.digest
    assert tabulate(lambda see: touch_in(6)).digest != table.digest


def test_a_table_cannot_be_changed_by_accident():
    table = tabulate(lambda see: touch_in(6))
    with pytest.raises(ValueError, match="read-only"):
        table.cells["wait"][0] = 1


def test_one_kernel_runs_table_and_settings_alike(model, scenarios):
    """Settings that a table can hold exactly give the very same years through both doors."""
    s = Settings(gap=9, value_share=0.0, keep_date=True, believe_no=True, ask_date=True)
    weekly = strategy_from_policy(policy_of(s))
    settings = replace(weekly, settings=s, table=None)
    # Priorities differ by design (a table sees style, not replies), so time must not be short.
    scenario = replace(scenarios["balanced"], minutes_a_day=600)
    first = simulate(model, scenario, weekly, replications=10).years
    second = simulate(model, scenario, settings, replications=10).years
    assert first.tobytes() == second.tobytes()


NONSENSE = {
    "returns a number": lambda see: 3,
    "returns nothing": lambda see: None,
    "fails": lambda see: 1 / 0,
    "too soon": lambda see: touch_in(0),
    "too late": lambda see: touch_in(251),
    "not a number": lambda see: touch_in(float("nan")),
    "unknown part": lambda see: touch_in(3, "flowers"),
    "unknown priority": lambda see: touch_in(3, priority="royal"),
    "hand-made step": lambda see: Step(5, 64, 2),
    "half a day": lambda see: Step(2.5, 0, 2),
    "spies on hidden state": lambda see: touch_in(3 if see.goodwill > 0 else 9),
    "wrong only in one cell": lambda see: None if see.no_shows == 3 and see.touches == 12 else
    touch_in(5),
}  # fmt: skip


@pytest.mark.parametrize("what", sorted(NONSENSE))
def test_nonsense_is_told(what):
    with pytest.raises(CoachError) as caught:
        tabulate(NONSENSE[what])
    assert "Seen(" in caught.value.problem


def test_an_endless_loop_is_stopped_and_its_thread_ends():
    def loop(see: Seen) -> Step:
        while True:
            pass

    before = threading.active_count()
    with pytest.raises(CoachError, match="still running"):
        tabulate(loop, seconds=0.2)
    for _ in range(100):
        if threading.active_count() <= before:
            break
        time.sleep(0.02)
    assert threading.active_count() <= before


def test_a_loop_that_swallows_exceptions_is_left_behind():
    finish = threading.Event()

    def stubborn() -> None:
        while not finish.is_set():
            try:
                finish.wait(0.01)
            except BaseException:
                continue

    with pytest.raises(CoachError, match="still running"):
        within_seconds(stubborn, 0.1, "This")
    finish.set()


def test_the_guard_hands_results_and_faults_through():
    assert within_seconds(lambda: 7, 1.0, "This") == 7
    with pytest.raises(KeyError):
        within_seconds(lambda: {}["x"], 1.0, "This")


def test_visits_count_the_cells_that_were_asked(model, scenarios):
    own = strategy_from_policy(lambda see: touch_in(10, "ask"))
    worker = Worker(world_of(model, scenarios["balanced"], own), 120, True, visits=CELLS)
    year = np.zeros(1, layout.YEAR)
    worker.run(year, 1, 0, 0, -1, np.zeros(0, layout.LOG))
    gone = year["won"] + year["opted_out"]
    assert 0 < worker.desk.visits.sum() <= year["contacts"][0]
    assert worker.desk.visits.sum() >= year["contacts"][0] - gone[0] - 120
