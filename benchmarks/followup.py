"""Benchmark the follow-up engine: every figure of the table in one run, side by side.

Run from the project's root: ``python benchmarks/followup.py``. It takes about two minutes.
Add ``--json`` for programs. Speed is compared with `simpy_model`, the same model in SimPy.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numba
import numpy as np
import simpy_model

from salescoach import catalog_followup as catalog
from salescoach.followup import compiled, engine, layout
from salescoach.followup.outcomes import compare

HERE = Path(__file__).parent
SCENARIO, STRATEGY = "balanced", "s2-follow-through"
ROUNDS = 5


def best_of(rounds: int, work: Any) -> float:
    """Return the shortest of several times, which other work on the machine disturbs least."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def speeds(model: Any, scenario: Any, strategy: Any) -> dict[str, float]:
    """Measure prospect-days a second; SimPy and the engine take turns, so load hits both."""
    days = scenario.prospects * 250
    small, large = 6, 4000

    def simpy() -> None:
        for seed in range(small):
            simpy_model.run_year(model, scenario, strategy.settings, seed)

    def ours(threads: int) -> None:
        engine.simulate(model, scenario, strategy, replications=large, threads=threads, chunk=250)

    def plain() -> None:
        engine.simulate(model, scenario, strategy, replications=small, engine="plain")

    times: dict[str, list[float]] = {"simpy": [], "plain": [], "one": [], "two": []}
    ours(2)
    for _ in range(ROUNDS):
        times["simpy"].append(best_of(1, simpy))
        times["plain"].append(best_of(1, plain))
        times["one"].append(best_of(1, lambda: ours(1)))
        times["two"].append(best_of(1, lambda: ours(2)))
    return {
        "simpy": small * days / min(times["simpy"]),
        "plain": small * days / min(times["plain"]),
        "one": large * days / min(times["one"]),
        "two": large * days / min(times["two"]),
    }


def bound(model: Any, scenario: Any, strategy: Any) -> dict[str, float]:
    """Measure a year's time for each prospect above the least that any engine must do.

    The least: draw the numbers that this run draws, and read and write a prospect's bytes once
    when it is made and once for each contact.
    """
    kernel = compiled.compiled_kernel()
    scramble = kernel.scramble
    people = scenario.prospects
    years = 400
    run = engine.simulate(model, scenario, strategy, replications=years, threads=1)
    contacts = round(run.years["contacts"].mean() / people)
    width = layout.PROSPECT.itemsize // 8
    draws = 19 + 4 * contacts  # a contact draws patience, answer, consent and one more at most

    @numba.njit(nogil=True)
    def least(records: Any, years: int, draws: int, contacts: int) -> float:
        total = 0.0
        for year in range(years):
            for i in range(len(records)):
                key = scramble(scramble(np.uint64(year), 1), i)
                for k in range(draws):
                    total += (scramble(key, k) >> np.uint64(11)) * 2.0**-53
                for _ in range(contacts + 1):
                    for j in range(records.shape[1]):
                        records[i, j] += 1.0
        return total

    records = np.zeros((people, width))
    least(records, 1, draws, contacts)
    floor = best_of(ROUNDS, lambda: least(records, years, draws, contacts))
    ours = best_of(
        ROUNDS,
        lambda: engine.simulate(model, scenario, strategy, replications=years, threads=1),
    )
    each = 1e9 / (years * people)
    return {"floor_ns": floor * each, "engine_ns": ours * each, "ratio": ours / floor,
            "contacts": contacts, "draws": draws}  # fmt: skip


MEMORY = """
import resource, sys
from salescoach import catalog_followup as c
from salescoach.followup import compiled, engine
from salescoach.followup.outcomes import summarise
model, s = c.load_model(), c.load_strategy({strategy!r})
scenario = c.load_scenario({scenario!r})
years = max(2, int(sys.argv[1]) // scenario.prospects)
compiled.compiled_entry()
run = engine.simulate(model, scenario, s, replications=years, threads=1)
summarise(run)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""

COLD = """
import time
start = time.perf_counter()
from salescoach.followup import compiled
reports = []
compiled.warm_up(lambda done, total: reports.append(done / total))
print(time.perf_counter() - start, len(reports), reports[-1])
"""


def python(code: str, *arguments: str, **environment: str) -> list[str]:
    """Run code in a fresh process and return the words it prints."""
    env = {**os.environ, **environment}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True, text=True, check=True, env=env,
    )  # fmt: skip
    return done.stdout.split()


def memory() -> dict[int, float]:
    """Measure the peak memory of fresh processes that simulate more and more prospects, in MB."""
    code = MEMORY.format(strategy=STRATEGY, scenario=SCENARIO)
    python(code, "1000")  # fills the compile cache: that is measured apart
    return {10**k: float(python(code, str(10**k))[0]) for k in range(3, 8)}


def compiling() -> dict[str, float]:
    """Measure the first and the second start on a machine with an empty compile cache."""
    with tempfile.TemporaryDirectory() as folder:
        cold, reports, last = python(COLD, NUMBA_CACHE_DIR=folder)
        warm, _, _ = python(COLD, NUMBA_CACHE_DIR=folder)
    return {"cold_s": float(cold), "warm_s": float(warm), "reports": float(reports),
            "last": float(last)}  # fmt: skip


def pictures(model: Any, scenario: Any, strategy: Any) -> dict[str, float]:
    """Measure 200 replications, as behind a slider, in milliseconds."""
    times = [
        1000 * best_of(1, lambda: engine.simulate(model, scenario, strategy, replications=200))
        for _ in range(60)
    ]
    return {"p50_ms": statistics.median(times), "p95_ms": statistics.quantiles(times, n=20)[-1]}


def same_bits(model: Any, scenario: Any, strategy: Any) -> bool:
    """Compare the bytes of one run cut in different ways over different threads."""
    results = {
        engine.simulate(
            model, scenario, strategy, replications=300, threads=threads, chunk=chunk
        ).years.tobytes()
        for threads, chunk in ((1, 300), (1, 7), (2, 1), (2, 50), (4, 33))
    }
    return len(results) == 1


def measure() -> dict[str, Any]:
    """Measure everything."""
    model = catalog.load_model()
    scenario, strategy = catalog.load_scenario(SCENARIO), catalog.load_strategy(STRATEGY)
    compiled.warm_up()
    seven = replace(
        strategy, name="gap 7", settings=replace(strategy.settings, gap=strategy.settings.gap + 1)
    )
    pair = compare(model, scenario, strategy, seven, replications=8000)
    return {
        "speed": speeds(model, scenario, strategy),
        "bound": bound(model, scenario, strategy),
        "variance_reduction": pair.variance_reduction,
        "slider": pictures(model, scenario, strategy),
        "same_bits": same_bits(model, scenario, strategy),
        "memory_mb": memory(),
        "compile": compiling(),
    }


def table(found: dict[str, Any]) -> str:
    """Return the figures beside what was asked for."""
    speed, least = found["speed"], found["bound"]
    one, two = speed["one"] / speed["simpy"], speed["two"] / speed["simpy"]
    peak = found["memory_mb"].values()
    start = found["compile"]
    rows = [
        ("prospect-days/s, SimPy", f"{speed['simpy'] / 1e6:.2f} M", "", ""),
        ("prospect-days/s, plain Python", f"{speed['plain'] / 1e6:.2f} M "
         f"({speed['plain'] / speed['simpy']:.1f} x)", "", ""),
        ("prospect-days/s, one thread", f"{speed['one'] / 1e6:.0f} M ({one:.0f} x)", "100 x",
         "400 x"),
        ("prospect-days/s, two threads", f"{speed['two'] / 1e6:.0f} M ({two:.0f} x)", "180 x",
         "600 x"),
        ("time above the bound", f"{least['engine_ns']:.0f} / {least['floor_ns']:.0f} ns = "
         f"{least['ratio']:.1f} x", "12 x", "4 x"),
        ("memory, 10^3 to 10^7 prospects", f"{min(peak):.0f} to {max(peak):.0f} MB", "250 MB",
         "150 MB"),
        ("variance reduction, gap 6 against 7", f"{found['variance_reduction']:.1f} x", "8 x",
         "20 x"),
        ("200 replications, p50 / p95 (kernel only)", f"{found['slider']['p50_ms']:.0f} / "
         f"{found['slider']['p95_ms']:.0f} ms", "150 ms", "60 ms"),
        ("first start, compiling", f"{start['cold_s']:.1f} s, {start['reports']:.0f} "
         "reports", "20 s", "5 s"),
        ("later start, from the cache", f"{start['warm_s']:.1f} s", "", ""),
        ("same bits, any threads and chunks", "yes" if found["same_bits"] else "NO", "yes", ""),
    ]  # fmt: skip
    lines = [f"{'measure':44}{'measured':>30}{'at least':>10}{'we want':>9}"]
    lines += [f"{a:44}{b:>30}{c:>10}{d:>9}" for a, b, c, d in rows]
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    found = measure()
    print(json.dumps(found, indent=2) if parser.parse_args().json else table(found))


if __name__ == "__main__":
    main()
