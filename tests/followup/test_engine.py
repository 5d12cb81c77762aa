"""Same seed, same bits: whichever engine, thread count or chunking."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from salescoach.errors import CoachError
from salescoach.followup import compiled, engine, kernel
from salescoach.followup.policy import policy_of, strategy_from_policy
from salescoach.followup.timeline import timeline

SCENARIOS = [
    "balanced", "consultative", "no-shows", "not-yet", "polite-crowd", "tabled", "turbulent",
]  # fmt: skip
STRATEGIES = [
    "s0-name-the-date", "s1-walk-away", "s2-follow-through", "s3-until-they-respond",
    "s4-back-off", "daily", "once", "weekly",
]  # fmt: skip


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("strategy", STRATEGIES)
def test_engines_agree_bit_for_bit(model, scenarios, strategies, scenario, strategy):
    world = (model, scenarios[scenario], strategies[strategy])
    plain = engine.simulate(*world, replications=2, seed=7, engine="plain")
    fast = engine.simulate(*world, replications=2, seed=7, engine="compiled")
    assert plain.years.tobytes() == fast.years.tobytes()


def test_engines_agree_on_every_field_of_every_prospect(model, scenarios, strategies):
    world = (model, scenarios["turbulent"], strategies["s4-back-off"])
    plain = engine.census(*world, replications=3, engine="plain")
    fast = engine.census(*world, replications=3, engine="compiled")
    for name in plain.dtype.names:
        assert plain[name].tobytes() == fast[name].tobytes(), name


def test_engines_agree_under_a_decision_table(model, scenarios, strategies):
    own = strategy_from_policy(policy_of(strategies["s2-follow-through"].settings))
    runs = [
        engine.simulate(model, scenarios["tabled"], own, replications=3, engine=name)
        for name in ("plain", "compiled")
    ]
    assert runs[0].years.tobytes() == runs[1].years.tobytes()


def test_engines_agree_on_a_timeline(model, scenarios, strategies):
    world = (model, scenarios["balanced"], strategies["s2-follow-through"])
    for prospect in range(0, 120, 17):
        plain = timeline(*world, prospect=prospect, engine="plain")
        assert plain == timeline(*world, prospect=prospect, engine="compiled")


@pytest.mark.parametrize(("threads", "chunk"), [(1, 1), (1, 7), (2, 1), (2, 5), (3, 16), (5, 64)])
def test_threads_and_chunks_change_no_bit(model, scenarios, strategies, threads, chunk):
    world = (model, scenarios["no-shows"], strategies["s1-walk-away"])
    whole = engine.simulate(*world, replications=48, threads=1, chunk=48)
    cut = engine.simulate(*world, replications=48, threads=threads, chunk=chunk)
    assert whole.years.tobytes() == cut.years.tobytes()


def test_a_run_can_be_continued(model, scenarios, strategies):
    world = (model, scenarios["balanced"], strategies["weekly"])
    whole = engine.simulate(*world, replications=20)
    rest = engine.simulate(*world, replications=8, first=12)
    assert whole.years[12:].tobytes() == rest.years.tobytes()


def test_seed_and_luck_change_what_they_should(model, scenarios, strategies):
    world = (model, scenarios["balanced"], strategies["weekly"])
    people = [engine.census(*world, replications=1, seed=seed)["value_cents"] for seed in (1, 1, 2)]
    assert (people[0] == people[1]).all()
    assert (people[0] != people[2]).any()
    years = [engine.simulate(*world, replications=5, luck_seed=luck).years for luck in (0, 1)]
    assert years[0].tobytes() != years[1].tobytes()


def test_every_strategy_meets_the_same_prospects(model, scenarios, strategies):
    hidden = ["value_cents", "ripe_day", "window_end", "style", "stall_start", "fit", "luck"]
    first, second = (
        engine.census(model, scenarios["turbulent"], strategies[name], replications=2)
        for name in ("once", "s3-until-they-respond")
    )
    for name in set(hidden) - {"window_end"}:
        assert (first[name] == second[name]).all(), name


def test_progress_is_reported_to_the_end(model, scenarios, strategies):
    seen = []
    engine.simulate(
        model, scenarios["balanced"], strategies["once"], replications=10, chunk=3,
        progress=lambda done, total: seen.append((done, total)),
    )  # fmt: skip
    assert seen == [(3, 10), (6, 10), (9, 10), (10, 10)]


@pytest.mark.parametrize("threads", [1, 2])
def test_an_interrupted_run_keeps_what_is_done(model, scenarios, strategies, threads):
    def interrupt(done: int, total: int) -> None:
        if done >= 6:
            raise KeyboardInterrupt

    world = (model, scenarios["balanced"], strategies["once"])
    run = engine.simulate(*world, replications=30, chunk=2, threads=threads, progress=interrupt)
    assert not run.complete
    assert len(run.years) == 6
    assert run.years.tobytes() == engine.simulate(*world, replications=6).years.tobytes()


@pytest.mark.parametrize(
    "wrong",
    [
        {"replications": 0}, {"replications": 2.5}, {"seed": -1}, {"seed": 2**63},
        {"engine": "quantum"}, {"luck_seed": -3}, {"replications": True},
    ],
)  # fmt: skip
def test_wrong_numbers_are_told(model, scenarios, strategies, wrong):
    with pytest.raises(CoachError):
        engine.simulate(
            model, scenarios["balanced"], strategies["once"], **{"replications": 2, **wrong}
        )


def test_without_numba_plain_python_does_the_work(tmp_path):
    """A process in which Numba cannot be imported gets the same numbers from plain Python."""
    code = (
        "import sys; sys.modules['numba'] = None\n"
        "from salescoach import catalog_followup as c\n"
        "from salescoach.followup import engine\n"
        "run = engine.simulate(c.load_model(), c.load_scenario('consultative'),"
        " c.load_strategy('weekly'), replications=2)\n"
        "print(run.engine, run.years['revenue'].sum(), run.years['contacts'].sum())\n"
        "try:\n    engine.choose_engine('compiled')\n"
        "except Exception as fault:\n    print(type(fault).__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    from salescoach import catalog_followup as c

    run = engine.simulate(
        c.load_model(), c.load_scenario("consultative"), c.load_strategy("weekly"), replications=2
    )
    years = run.years
    expected = f"plain {years['revenue'].sum()} {years['contacts'].sum()}\nCoachError\n"
    assert done.stdout == expected


def test_an_edited_model_is_never_run_old(tmp_path):
    """The same file, edited without changing its size or time, is compiled afresh."""
    import os

    source = Path(kernel.__file__).read_text("utf-8")
    small = (
        "{rule}\n\ndef entry(version):\n    def run(x):\n"
        "        return inner(x) + 0 * version\n    return run\n"
    )
    path = tmp_path / "small_kernel.py"

    def run_with(factor: int) -> int:
        body = small.format(rule=f"@rule\ndef inner(x):\n    return {factor} * x")
        path.write_text(body)
        os.utime(path, (1_700_000_000, 1_700_000_000))
        code = (
            "import importlib.util, numba, hashlib, pathlib\n"
            f"p = {str(path)!r}\n"
            "s = importlib.util.spec_from_file_location('small_kernel', p)\n"
            "m = importlib.util.module_from_spec(s)\n"
            "import sys; sys.modules['small_kernel'] = m\n"
            "m.rule = numba.njit\n"
            "s.loader.exec_module(m)\n"
            "v = int(hashlib.sha256(pathlib.Path(p).read_bytes()).hexdigest()[:15], 16)\n"
            "f = numba.njit(cache=True)(m.entry(v))\n"
            "print(f(10), sum(f.stats.cache_hits.values()))\n"
        )
        env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env
        )
        return tuple(int(x) for x in done.stdout.split())

    assert run_with(2) == (20, 0)
    assert run_with(2) == (20, 1), "the cache works at all"
    assert run_with(3) == (30, 0), "and an edit of the same size and time is noticed"
    assert "def entry(version" in source


def test_the_version_is_the_source():
    spec = importlib.util.find_spec("salescoach.followup.kernel")
    assert spec is not None
    version = compiled.source_version()
    assert version == compiled.source_version()
    assert 0 < version < 2**63


def test_the_lesson_stays_usable_while_the_model_compiles():
    """In a fresh process a run during the warm-up is plain, and one after it compiled."""
    code = (
        "from salescoach import catalog_followup as c\n"
        "from salescoach.followup import compiled, engine\n"
        "world = (c.load_model(), c.load_scenario('consultative'), c.load_strategy('once'))\n"
        "seen = []\n"
        "thread = compiled.warm_up_in_background(lambda done, total: seen.append(done / total))\n"
        "while not compiled.is_warming() and not compiled.is_warm(): pass\n"
        "engines = [engine.simulate(*world, replications=2).engine]\n"
        "thread.join()\n"
        "engines.append(engine.simulate(*world, replications=2).engine)\n"
        "print(*engines, seen == sorted(seen), seen[-1])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.stdout.split() == ["plain", "compiled", "True", "1.0"]


def test_no_maths_library_inside_the_kernel():
    """Bit-identity rests on it: no math., np., ** with variables or transcendental call."""
    import ast

    tree = ast.parse(Path(kernel.__file__).read_text("utf-8"))
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    assert imported == set()
    powers = [n for n in ast.walk(tree) if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Pow)]
    assert len(powers) == 1, "2.0**-53 is the only power, and it is a constant"


def test_draws_are_even():
    numbers = np.array([kernel.draw(kernel.scramble(5, i), 3) for i in range(20_000)])
    assert numbers.min() >= 0
    assert numbers.max() < 1
    counts, _ = np.histogram(numbers, bins=20, range=(0, 1))
    chi_square = ((counts - 1000) ** 2 / 1000).sum()
    assert chi_square < 43.8  # 0.1 % point with 19 degrees of freedom
