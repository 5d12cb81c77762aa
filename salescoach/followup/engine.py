"""Run the model: compiled where Numba is installed, as plain Python otherwise.

Replications are independent and keyed by their number, so cutting them into chunks, or
spreading them over threads, cannot change a bit of the result.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from salescoach.errors import CoachError
from salescoach.followup import compiled as fast
from salescoach.followup import kernel, layout
from salescoach.followup.compiled import Progress
from salescoach.followup.layout import Records, World
from salescoach.followup.prospects import Scenario
from salescoach.followup.strategies import Strategy
from salescoach.followup.world import Model, new_desk, world_of

ENGINES = ("auto", "compiled", "plain")
LARGEST_SEED = 2**63 - 1
MOST_REPLICATIONS = 10_000_000


# ------------------------------------------------------------------------------- one worker
class Worker:
    """One desk that simulates ranges of years with one of the two engines."""

    def __init__(self, world: World, prospects: int, compiled: bool, visits: int = 0) -> None:
        self.compiled = compiled
        self.desk = new_desk(prospects, visits)
        self.world = world
        self.entry = fast.compiled_entry() if compiled else kernel.entry(0)
        if not compiled:
            self.desk = layout.plain_desk(self.desk)
            self.world = layout.plain_world(world)

    def run(
        self, years: Records, seed: int, first: int, luck_seed: int, watched: int, log: Records
    ) -> int:
        """Simulate one year for each entry of `years`, in place; return the lines logged."""
        if self.compiled:
            return int(
                self.entry(years, seed, first, luck_seed, self.world, self.desk, watched, log)
            )
        rows, lines = layout.as_rows(years), layout.as_rows(log)
        noted = self.entry(rows, seed, first, luck_seed, self.world, self.desk, watched, lines)
        if len(rows):
            years[:] = layout.as_records(rows, layout.YEAR)
        if len(lines):
            log[:] = layout.as_records(lines, layout.LOG)
        return noted

    def people(self) -> Records:
        """Return the prospects as the last year left them."""
        if self.compiled:
            return np.asarray(self.desk.people.copy())
        return layout.as_records(self.desk.people, layout.PROSPECT)


NO_LOG = np.zeros(0, layout.LOG)


def choose_engine(engine: str, progress: Progress | None = None) -> bool:
    """Return whether to run compiled, and make sure that this is possible.

    Raises
    ------
    CoachError
        For an unknown engine, or "compiled" where Numba is not installed.
    """
    if engine not in ENGINES:
        raise CoachError(f"There is no engine '{engine}'.", allowed=", ".join(ENGINES))
    if engine == "plain":
        return False
    if not fast.has_numba():
        if engine == "compiled":
            raise CoachError(
                "The compiled engine needs Numba, which is not installed.",
                allowed="engine='plain', which gives the same results more slowly",
                next_step="pip install 'salescoach[fast]'",
            )
        return False
    if engine == "auto" and not fast.is_warm() and fast.is_warming():
        return False  # it is being compiled in the background: do not wait for it
    fast.warm_up()
    return True


@dataclass(frozen=True)
class Run:
    """Simulated years, one record each (fields: `layout.YEAR`).

    Attributes
    ----------
    scenario, strategy : str
    seed : int
    years : structured array, shape (replications,)
    asked : int
        How many replications were asked for; more than `years` holds if it was interrupted.
    engine : str
        "compiled" or "plain"; both give the same bits.
    """

    scenario: str
    strategy: str
    seed: int
    years: Records
    asked: int
    engine: str

    @property
    def complete(self) -> bool:
        """Say whether nothing interrupted the run."""
        return len(self.years) == self.asked


def simulate(
    model: Model,
    scenario: Scenario,
    strategy: Strategy,
    *,
    replications: int = 200,
    seed: int = 1,
    luck_seed: int = 0,
    first: int = 0,
    engine: str = "auto",
    threads: int | None = None,
    chunk: int | None = None,
    progress: Progress | None = None,
) -> Run:
    """Simulate many years of one salesperson.

    Parameters
    ----------
    model, scenario, strategy
        The world and what the salesperson does in it.
    replications : int
        Number of years.
    seed : int
        Chooses the pipelines: the same seed brings the same prospects under every strategy.
    luck_seed : int
        Chooses the luck of the contacts; another one meets the same prospects with other luck.
    first : int
        Number of the first replication, to continue an earlier run.
    engine : {"auto", "compiled", "plain"}
    threads : int, optional
        Threads of the compiled engine; by default one for each processor.
    chunk : int, optional
        Replications between two reports of progress. Changes no result.
    progress : callable, optional
        Called with the replications done and their total.

    Returns
    -------
    Run
        Interrupting (Ctrl+C) returns the years that are done, if there are at least two.

    Raises
    ------
    CoachError
        For numbers out of range or an unknown engine.
    """
    check_whole("replications", replications, 1, MOST_REPLICATIONS)
    for name, value in (("seed", seed), ("luck_seed", luck_seed), ("first", first)):
        check_whole(name, value, 0, LARGEST_SEED if name != "luck_seed" else 2**31)
    compiled = choose_engine(engine)
    world = world_of(model, scenario, strategy)
    years = np.zeros(replications, layout.YEAR)
    count = max(1, (threads or os.cpu_count() or 1) if compiled else 1)
    step = chunk or max(1, min(256 if compiled else 2, -(-replications // count)))
    check_whole("chunk", step, 1, MOST_REPLICATIONS)
    spare = [Worker(world, scenario.prospects, compiled) for _ in range(count)]

    def part(start: int) -> int:
        worker = spare.pop()
        worker.run(years[start : start + step], seed, first + start, luck_seed, -1, NO_LOG)
        spare.append(worker)
        return min(start + step, replications)

    done = 0
    starts = range(0, replications, step)
    try:
        if count == 1 or len(starts) == 1:
            for start in starts:
                done = part(start)
                if progress:
                    progress(done, replications)
        else:
            pool = ThreadPoolExecutor(count)
            try:
                for done in pool.map(part, starts):
                    if progress:
                        progress(done, replications)
            finally:
                pool.shutdown(cancel_futures=True)
    except KeyboardInterrupt:
        if done < 2:
            raise
    name = "compiled" if compiled else "plain"
    return Run(scenario.name, strategy.name, seed, years[:done], replications, name)


def check_whole(name: str, value: object, low: int, high: int) -> None:
    """Raise a CoachError unless `value` is a whole number from low to high."""
    whole = isinstance(value, (int, np.integer)) and not isinstance(value, bool)
    if not whole or not low <= value <= high:  # type: ignore[operator]
        raise CoachError(f"{name} is {value!r}.", allowed=f"a whole number from {low} to {high}")


def census(
    model: Model,
    scenario: Scenario,
    strategy: Strategy,
    *,
    replications: int,
    seed: int = 1,
    engine: str = "auto",
) -> Records:
    """Return every prospect of some years as the year left it.

    Returns
    -------
    structured array, shape (replications * prospects,)
        Fields: `layout.PROSPECT`.
    """
    check_whole("replications", replications, 1, 100_000)
    compiled = choose_engine(engine)
    worker = Worker(world_of(model, scenario, strategy), scenario.prospects, compiled)
    year = np.zeros(1, layout.YEAR)
    found = []
    for replication in range(replications):
        worker.run(year, seed, replication, 0, -1, NO_LOG)
        found.append(worker.people())
    return np.concatenate(found)
