"""Improve a decision table cell by cell, on the same prospects with the same luck."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt

import numpy as np

from salescoach.followup import kernel, layout
from salescoach.followup.compiled import Progress
from salescoach.followup.engine import NO_LOG, Worker, choose_engine
from salescoach.followup.layout import Records
from salescoach.followup.policy import DecisionTable
from salescoach.followup.prospects import Scenario
from salescoach.followup.strategies import Strategy
from salescoach.followup.world import Model, world_of

CELLS_A_ROUND = 120
YEARS = 150
CONVINCING = 2.0  # a change is kept when its paired gain is so many standard errors above zero


class TableTrial:
    """Measures decision tables on one fixed set of years, with one desk."""

    def __init__(
        self, model: Model, scenario: Scenario, strategy: Strategy, seed: int, engine: str
    ) -> None:
        self.years = np.zeros(YEARS, layout.YEAR)
        self.seed = seed
        world = world_of(model, scenario, strategy)
        visits = len(world.table)
        self.worker = Worker(world, scenario.prospects, choose_engine(engine), visits)

    def worth(self) -> Records:
        """Return the worth of each year in euros under the table as it is now."""
        self.worker.run(self.years, self.seed, 0, 0, -1, NO_LOG)
        return np.asarray((self.years["revenue"] + self.years["future"]) / 100.0)

    def set_cell(self, cell: int, row: tuple[int, int, int]) -> None:
        """Write one row of the table."""
        target = self.worker.world.table[cell]
        if self.worker.compiled:
            self.worker.world.table[cell] = row
        else:
            target.wait, target.move, target.priority = row

    def most_visited(self, count: int) -> list[int]:
        """Return the cells that the runs so far came through most often."""
        visits = np.array(self.worker.desk.visits)
        order = np.argsort(-visits, kind="stable")[:count]
        return [int(cell) for cell in order if visits[cell] > 0]


def alternatives(row: tuple[int, int, int]) -> list[tuple[int, int, int]]:
    """Return neighbours of a row: other waits, one part more or less, another priority."""
    wait, move, priority = row
    base = wait if 0 < wait <= kernel.HORIZON else 20
    waits = {max(1, base // 2), max(1, base * 3 // 4), int(base * 1.4) + 1, 2 * base, 60, 0,
             kernel.UNTIL_DATE}  # fmt: skip
    found = [(w, move, priority) for w in sorted(waits) if w != wait and
             (w <= kernel.HORIZON or w == kernel.UNTIL_DATE)]  # fmt: skip
    found += [(wait, move ^ flag, priority) for flag in (1, 2, 4, 8, 16)]
    found += [(wait, move, p) for p in (1, 2, 3) if p != priority]
    return found


def improve(
    model: Model,
    scenario: Scenario,
    strategy: Strategy,
    table: DecisionTable,
    *,
    rounds: int,
    seed: int,
    engine: str = "auto",
    progress: Progress | None = None,
) -> tuple[DecisionTable, bool]:
    """Try neighbours of the most visited cells and keep what convincingly helps.

    Returns
    -------
    table : DecisionTable
    complete : bool
        False after an interruption; the changes made until then are kept.
    """
    cells = table.cells.copy()
    own = replace(strategy, table=DecisionTable(cells, table.first_move))
    trial = TableTrial(model, scenario, own, seed, engine)
    best = trial.worth()
    total = rounds * CELLS_A_ROUND
    complete = True
    cell = -1
    try:
        for number in range(rounds):
            for step, cell in enumerate(trial.most_visited(CELLS_A_ROUND)):
                best = improve_cell(trial, cells, cell, best)
                if progress:
                    progress(number * CELLS_A_ROUND + step + 1, total)
    except KeyboardInterrupt:
        complete = False
    cells.setflags(write=False)
    return DecisionTable(cells, table.first_move), complete


def improve_cell(trial: TableTrial, cells: Records, cell: int, best: Records) -> Records:
    """Keep the best convincing neighbour of one cell; return the worth of the years under it."""
    original: tuple[int, int, int] = cells[cell].item()
    kept, kept_worth = original, best
    try:
        for row in alternatives(original):
            trial.set_cell(cell, row)
            worth = trial.worth()
            gain = worth - best
            error = float(gain.std()) / sqrt(len(gain)) + 1e-9
            if gain.mean() > CONVINCING * error and worth.mean() > kept_worth.mean():
                kept, kept_worth = row, worth
    finally:
        trial.set_cell(cell, kept)
        cells[cell] = kept
    return kept_worth
