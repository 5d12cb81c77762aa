"""Run the model: compiled where Numba is installed, as plain Python otherwise.

Replications are independent and keyed by their number, so cutting them into chunks, or
spreading them over threads, cannot change a bit of the result.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

import numpy as np

from salescoach.errors import CoachError
from salescoach.followup import kernel, layout
from salescoach.followup.layout import Records, World
from salescoach.followup.prospects import Scenario
from salescoach.followup.strategies import Strategy
from salescoach.followup.world import Model, new_desk, world_of

Progress = Callable[[int, int], None]  # called with what is done and the total

ENGINES = ("auto", "compiled", "plain")
LARGEST_SEED = 2**63 - 1
MOST_REPLICATIONS = 10_000_000


# ------------------------------------------------------------------------ the compiled engine
@cache
def has_numba() -> bool:
    """Say whether the compiled engine can be had."""
    try:
        importlib.import_module("numba")
    except ImportError:
        return False
    return True


@cache
def compiled_kernel() -> ModuleType:
    """Execute the kernel's file a second time, with Numba's decorator as its `rule`."""
    import numba

    name = "salescoach.followup.kernel_compiled"
    spec = importlib.util.spec_from_file_location(name, kernel.__file__)
    if spec is None or spec.loader is None:
        raise CoachError("The kernel's file cannot be found.", next_step="Reinstall salescoach.")
    module = importlib.util.module_from_spec(spec)

    vars(module)["rule"] = numba.njit(nogil=True, error_model="numpy")
    vars(module)["inlined_rule"] = numba.njit(nogil=True, error_model="numpy", forceinline=True)
    vars(module)["uint64"] = np.uint64
    vars(module)["borrow"] = _borrow()
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _borrow() -> Any:
    """Return an intrinsic that gives an array without its reference count."""
    from numba.core import cgutils
    from numba.extending import intrinsic
    from numba.np.arrayobj import make_array

    @intrinsic  # type: ignore[untyped-decorator]
    def borrow(typing_context: Any, array: Any) -> Any:
        def codegen(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
            view = make_array(array)(context, builder, value=arguments[0])
            view.meminfo = cgutils.get_null_value(view.meminfo.type)
            view.parent = cgutils.get_null_value(view.parent.type)
            return view._getvalue()

        return array(array), codegen

    return borrow


def source_version() -> int:
    """Return a hash of the model's source and of the records' fields."""
    loader: Any = kernel.__loader__
    text = str(loader.get_source(kernel.__name__))
    fields = repr([layout.PROSPECT, layout.YEAR, layout.LOG, layout.CELL])
    return int(hashlib.sha256((text + fields).encode()).hexdigest()[:15], 16)


@cache
def compiled_entry() -> Callable[..., int]:
    """Return the compiled entry point; it compiles, or loads its cache, when first called."""
    import numba

    entry: Callable[..., int] = numba.njit(nogil=True, cache=True, error_model="numpy")(
        compiled_kernel().entry(source_version())
    )
    return entry


_warm = threading.Event()
_warming = threading.Lock()


def warm_up(progress: Progress | None = None) -> None:
    """Compile the model, or load it from the disk cache; returns when it is ready.

    Parameters
    ----------
    progress : callable, optional
        Called with the number of rules compiled so far and their total.
    """
    with _warming:
        if _warm.is_set():
            return
        from numba.core import event

        total = sum(1 for f in vars(compiled_kernel()).values() if hasattr(f, "py_func")) + 1

        class Counter(event.Listener):  # type: ignore[misc]
            """Counts the rules that Numba has finished."""

            done = 0

            def on_start(self, event: Any) -> None:
                """Do nothing: only what is finished counts."""

            def on_end(self, event: Any) -> None:
                """Report one more rule."""
                self.done = min(self.done + 1, total)
                if progress:
                    progress(self.done, total)

        with event.install_listener("numba:compile", Counter()):
            compiled_entry()(*_smallest_run())
        _warm.set()
    if progress:
        progress(total, total)


def warm_up_in_background(progress: Progress | None = None) -> threading.Thread:
    """Start `warm_up` in a thread; until it is done, runs that choose "auto" are plain Python."""
    thread = threading.Thread(target=warm_up, args=(progress,), daemon=True)
    thread.start()
    return thread


def is_warm() -> bool:
    """Say whether the compiled engine is ready to run."""
    return _warm.is_set()


def _smallest_run() -> tuple[Any, ...]:
    """Return arguments for the entry point that make it do nothing, typed as in real runs."""
    zeros = np.zeros
    from salescoach.followup.parameters import MODEL
    from salescoach.followup.prospects import ARCHETYPE
    from salescoach.followup.strategies import SETTINGS

    world = World(
        zeros(1, MODEL), zeros(1, SETTINGS), zeros(1, ARCHETYPE), zeros(1),
        zeros(0, layout.CELL), zeros(1, layout.TABLES), 1,
    )  # fmt: skip
    return (zeros(0, layout.YEAR), 0, 0, 0, world, new_desk(1), -1, zeros(0, layout.LOG))


# ------------------------------------------------------------------------------- one worker
class Worker:
    """One desk that simulates ranges of years with one of the two engines."""

    def __init__(self, world: World, prospects: int, compiled: bool, visits: int = 0) -> None:
        self.compiled = compiled
        self.desk = new_desk(prospects, visits)
        self.world = world
        self.entry = compiled_entry() if compiled else kernel.entry(0)
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
    if not has_numba():
        if engine == "compiled":
            raise CoachError(
                "The compiled engine needs Numba, which is not installed.",
                allowed="engine='plain', which gives the same results more slowly",
                next_step="pip install 'salescoach[fast]'",
            )
        return False
    if engine == "auto" and not _warm.is_set() and _warming.locked():
        return False  # it is being compiled in the background: do not wait for it
    warm_up()
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
