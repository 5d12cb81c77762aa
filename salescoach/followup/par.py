"""Par: the worth that a strong strategy reaches without seeing anything hidden.

Two searches, and the better of the two counts: CMA-ES over the sixteen settings, then a search
over single cells of a decision table that starts from the best settings. Both compare on the
same prospects; the result is measured on fresh ones.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np

from salescoach.errors import CoachError
from salescoach.followup import cell_search
from salescoach.followup.compiled import Progress
from salescoach.followup.engine import check_whole, simulate
from salescoach.followup.layout import Records
from salescoach.followup.outcomes import Estimate, estimate, mean_worth, outcome_values
from salescoach.followup.policy import DecisionTable, policy_of, tabulate
from salescoach.followup.prospects import Scenario
from salescoach.followup.strategies import BOUNDS, Settings, Strategy
from salescoach.followup.world import Model

EVALUATIONS = 1440
SEARCH_YEARS = 60
CELL_ROUNDS = 2
FRESH_SEED_OFFSET = 1_000_003  # searching and judging never share prospects
# Where the search looks: inside the bounds of the settings, without absurd corners.
SEARCHED = {
    "gap": (1, 25), "growth": (1, 2.2), "longest_gap": (10, 90), "way_out_at": (0, 8),
    "hard_question_at": (0, 8), "break_up_at": (0, 10), "walk_no_shows": (0, 5),
    "walk_silences": (0, 14), "revive_after": (0, 160), "stall_wait": (0, 40),
    "value_first": (0, 30),
}  # fmt: skip


@dataclass(frozen=True)
class Par:
    """A strong feasible result for one scenario.

    Attributes
    ----------
    scenario, seed, replications
        What was searched, and on how many fresh years it was judged.
    par : Estimate
        Worth of a year in euros, the better of the next two.
    by_settings, by_table : Estimate
        What each search reached; without a table search the second equals the first.
    weekly : Estimate
        Worth of the weekly check-in, the zero of the score.
    settings : Settings
        The best settings found.
    table : DecisionTable or None
        The best decision table found.
    complete : bool
        False when the search was interrupted; what it had found until then counts.
    """

    scenario: str
    seed: int
    replications: int
    par: Estimate
    by_settings: Estimate
    by_table: Estimate
    weekly: Estimate
    settings: Settings
    table: DecisionTable | None
    complete: bool

    def to_dict(self) -> dict[str, Any]:
        """Return the form that ``salescoach par --json`` prints."""
        estimates = ("par", "by_settings", "by_table", "weekly")
        return {
            "scenario": self.scenario,
            "seed": self.seed,
            "replications": self.replications,
            **{name: getattr(self, name).to_dict() for name in estimates},
            "settings": asdict(self.settings),
            "table": self.table.digest if self.table else None,
            "reading": reading(self.settings),
            "complete": self.complete,
        }


def score(worth: float, weekly: float, par: float) -> float:
    """Return how far a strategy gets from the weekly check-in (0) to par (100).

    Raises
    ------
    CoachError
        When par is not above weekly, so that there is no scale.

    Examples
    --------
    >>> score(150_000, weekly=100_000, par=200_000)
    50.0
    """
    if par <= weekly:
        raise CoachError("Par is not above the weekly check-in: there is no scale for a score.")
    return 100.0 * (worth - weekly) / (par - weekly)


def settings_at(point: Records) -> Settings:
    """Turn a point of the unit cube into settings."""
    values: dict[str, Any] = {}
    for x, (name, bounds) in zip(np.clip(point, 0.0, 1.0), BOUNDS.items(), strict=True):
        low, high = SEARCHED.get(name, (bounds.low, bounds.high))
        value = low + (high - low) * float(x)
        if bounds.kind is bool:
            values[name] = value >= 0.5
        elif bounds.kind is int:
            values[name] = round(value)
        else:
            values[name] = value
    return Settings(**values)


def search_settings(
    worth: Callable[[Settings], float],
    *,
    evaluations: int = EVALUATIONS,
    seed: int = 1,
    progress: Progress | None = None,
    start: Settings | None = None,
) -> tuple[Settings, bool]:
    """Search the settings with CMA-ES.

    Parameters
    ----------
    worth : callable
        Worth of settings, the same for the same settings.
    evaluations : int
    seed : int
    progress : callable, optional
    start : Settings, optional
        Settings that count as found already.

    Returns
    -------
    settings : Settings
    complete : bool
        False after an interruption.

    Raises
    ------
    CoachError
        Where the package cma is not installed.
    """
    try:
        import cma  # type: ignore[import-untyped]
    except ImportError as fault:
        raise CoachError(
            "The search for par needs the package cma, which is not installed.",
            next_step="pip install 'salescoach[fast]'",
        ) from fault
    best = start or Settings()
    best_worth = worth(best)
    strategy = cma.CMAEvolutionStrategy(
        np.full(len(BOUNDS), 0.4), 0.3,
        {"bounds": [0, 1], "popsize": 16, "seed": seed, "verbose": -9, "verb_log": 0},
    )  # fmt: skip
    done = 0
    try:
        while done < evaluations and not strategy.stop():
            points = strategy.ask()
            worths = []
            for point in points:
                settings = settings_at(np.asarray(point))
                worths.append(worth(settings))
                if worths[-1] > best_worth:
                    best, best_worth = settings, worths[-1]
            strategy.tell(points, [-w for w in worths])
            done += len(points)
            if progress:
                progress(min(done, evaluations), evaluations)
    except KeyboardInterrupt:
        return best, False
    return best, True


def find_par(
    model: Model,
    scenario: Scenario,
    weekly: Strategy,
    *,
    start: Strategy | None = None,
    evaluations: int = EVALUATIONS,
    cell_rounds: int = CELL_ROUNDS,
    replications: int = 1000,
    seed: int = 1,
    engine: str = "auto",
    progress: Progress | None = None,
) -> Par:
    """Search for a strong feasible strategy and measure it on fresh prospects.

    Parameters
    ----------
    model, scenario
    weekly : Strategy
        The zero of the score.
    start : Strategy, optional
        A good hand-written strategy; par is never below its settings on the searched years.
    evaluations : int
        Settings that CMA-ES tries.
    cell_rounds : int
        Passes over the most visited cells of the decision table; 0 leaves the table out.
    replications : int
        Fresh years for the final measurement.
    seed : int
    engine : {"auto", "compiled", "plain"}
    progress : callable, optional
        Called with steps done and their total, over both searches.

    Returns
    -------
    Par
        Interrupting (Ctrl+C) a search returns what it has found so far.
    """
    check_whole("evaluations", evaluations, 16, 1_000_000)
    check_whole("cell_rounds", cell_rounds, 0, 20)
    own = replace(weekly, name="par", title="Par", source="par", table=None)
    total = evaluations + cell_rounds * cell_search.CELLS_A_ROUND

    def told(done: int, _: int) -> None:
        if progress:
            progress(done, total)

    def worth(settings: Settings) -> float:
        tried = replace(own, settings=settings)
        return mean_worth(model, scenario, tried, SEARCH_YEARS, seed, engine)

    settings, complete = search_settings(
        worth, evaluations=evaluations, seed=seed, progress=told,
        start=start.settings if start else None,
    )  # fmt: skip
    table: DecisionTable | None = None
    if cell_rounds and complete:
        table, complete = cell_search.improve(
            model, scenario, own, tabulate(policy_of(settings), seconds=60.0),
            rounds=cell_rounds, seed=seed, engine=engine,
            progress=lambda done, _: told(evaluations + done, total),
        )  # fmt: skip

    def fresh(strategy: Strategy) -> Estimate:
        run = simulate(
            model, scenario, strategy,
            replications=replications, seed=seed + FRESH_SEED_OFFSET, engine=engine,
        )  # fmt: skip
        return estimate(outcome_values(run.years)["worth"])

    by_settings = fresh(replace(own, settings=settings))
    by_table = fresh(replace(own, table=table)) if table else by_settings
    return Par(
        scenario=scenario.name, seed=seed, replications=replications,
        par=max(by_settings, by_table, key=lambda e: e.mean),
        by_settings=by_settings, by_table=by_table, weekly=fresh(weekly),
        settings=settings, table=table, complete=complete,
    )  # fmt: skip


def reading(s: Settings) -> str:
    """Say in words what these settings do, so that a salesperson can judge them.

    Examples
    --------
    >>> reading(Settings(gap=5, ask_date=True))
    'Contact every 5 days; something useful in 25 % of contacts; ask for the day and keep it; \
believe a no.'
    """
    pace = f"every {s.gap:.0f} days"
    if s.growth > 1.05:
        pace += (
            f", {100 * (s.growth - 1):.0f} % longer after each silence up to {s.longest_gap:.0f}"
        )
    parts = [f"Contact {pace}", f"something useful in {100 * s.value_share:.0f} % of contacts"]
    keep = "keep it" if s.keep_date else "call before it all the same"
    parts += [f"ask for the day and {keep}"] if s.ask_date else ["do not ask for the day"]
    named = {
        "way_out_at": "offer a way out from contact {} on",
        "hard_question_at": "ask the hard question after {} silences or vague replies",
        "break_up_at": "send the break-up email after {} silences",
        "walk_no_shows": "walk away after {} no-shows",
        "walk_silences": "walk away after {} silences",
        "revive_after": "come back after {} days",
        "stall_wait": "in a known stall send something kind every {} days",
    }
    parts += [words.format(getattr(s, n)) for n, words in named.items() if getattr(s, n)]
    parts += ["adapt to their style"] if s.adapt_style else []
    parts += ["believe a no"] if s.believe_no else ["go on after a no"]
    parts += [f"deals above {s.value_first:.0f} k first"] if s.value_first >= 0.5 else []
    return "; ".join(parts) + "."
