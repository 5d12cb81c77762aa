"""What the strategy lab shows, as plain values: two strategies on the same prospects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from salescoach.errors import CoachError
from salescoach.followup.compiled import has_numba, is_warm
from salescoach.followup.engine import Run, simulate
from salescoach.followup.outcomes import Comparison, Estimate, compare_runs, outcome_values
from salescoach.followup.par import score
from salescoach.followup.prospects import Scenario
from salescoach.followup.response import StrategyResponse
from salescoach.followup.strategies import BOUNDS, Strategy
from salescoach.followup.world import Model

REPLICATIONS = 200
ROUGH_REPLICATIONS = 12  # in plain Python, while the model is still being compiled
BINS = 24

GROUPS = {
    "Rhythm": ("gap", "growth", "longest_gap"),
    "What you bring": ("value_share", "adapt_style", "value_first"),
    "Dates and ways out": ("ask_date", "keep_date", "way_out_at", "stall_wait"),
    "Push and exit": (
        "hard_question_at", "break_up_at", "walk_silences", "walk_no_shows",
        "believe_no", "revive_after",
    ),
}  # fmt: skip
_STEPS = {"gap": 0.5, "growth": 0.05, "value_share": 0.05, "longest_gap": 1, "value_first": 1}
# What the table shows: name, words, digits, how to write it.
ROWS = (
    ("worth", "worth of the year, k€", 0.001, 0),
    ("revenue", "revenue, k€", 0.001, 0),
    ("won", "deals won", 1, 1),
    ("opted_out", "asked never to be called again", 1, 1),
    ("goodwill", "goodwill left (−1 to 1)", 1, 2),
    ("hours", "hours of follow-up", 1, 0),
)


@dataclass(frozen=True)
class Bench:
    """Everything that the lab simulates with.

    Parameters
    ----------
    model : Model
        Parameters and archetypes.
    scenarios, strategies : mapping
        By name; the strategies hold the weekly check-in as ``weekly``.
    par : mapping of str to tuple of float
        For each scenario the worth of the weekly check-in and of par, in euros, measured on
        the same years.
    """

    model: Model
    scenarios: Mapping[str, Scenario]
    strategies: Mapping[str, Strategy]
    par: Mapping[str, tuple[float, float]]
    _runs: dict[tuple[str, str, int], Run] = field(default_factory=dict, repr=False)

    def run(self, scenario: str, strategy: Strategy, years: int) -> Run:
        """Simulate a strategy; the named ones are kept, since they are asked for again."""
        key = (scenario, strategy.name, years)
        if strategy.name != "own" and key in self._runs:
            return self._runs[key]
        run = simulate(self.model, self.scenarios[scenario], strategy, replications=years)
        if strategy.name != "own":
            self._runs[key] = run
        return run

    @cached_property
    def controls(self) -> list[dict[str, Any]]:
        """The sliders and switches, in the words of a salesperson."""
        return [
            {
                "group": group,
                "controls": [
                    {
                        "name": name,
                        "words": BOUNDS[name].words,
                        "low": BOUNDS[name].low,
                        "high": BOUNDS[name].high,
                        "step": _STEPS.get(name, 1),
                        "kind": BOUNDS[name].kind.__name__,
                        "unit": BOUNDS[name].unit.split(",")[0],
                        "zero": BOUNDS[name].unit.partition("0 = ")[2],
                    }
                    for name in names
                ],
            }
            for group, names in GROUPS.items()
        ]


def rough() -> bool:
    """Tell whether only a rough picture can be drawn quickly: the model is not compiled yet."""
    return has_numba() and not is_warm()


def lab_view(bench: Bench, response: StrategyResponse, scenario: str) -> dict[str, Any]:
    """Run the strategy against its rival on the same prospects and say what came of it.

    Parameters
    ----------
    bench : Bench
        Model, scenarios and strategies.
    response : StrategyResponse
        The strategy and its rival.
    scenario : str
        The scenario; a name of `bench`.

    Raises
    ------
    CoachError
        If scenario or rival are unknown.
    """
    rival = response.against or "weekly"
    for what, name, known in (
        ("scenario", scenario, bench.scenarios),
        ("strategy", rival, bench.strategies),
    ):
        if name not in known:
            raise CoachError(
                f"There is no {what} {name!r}.",
                allowed=", ".join(known),
                next_step="Pick one of these.",
            )
    years = ROUGH_REPLICATIONS if rough() else REPLICATIONS
    runs = [
        bench.run(scenario, strategy, years)
        for strategy in (response.strategy, bench.strategies[rival])
    ]
    result = compare_runs(*runs)
    title = bench.strategies[rival].title
    return {
        "scenario": scenario,
        "against": rival,
        "rival": title,
        "settings": response.settings.to_dict(),
        "story": bench.scenarios[scenario].story,
        "headline": headline(result, title),
        "rough": (
            f"A rough picture from {years} years: the model is still being prepared."
            if years < REPLICATIONS
            else ""
        ),
        "table": [_row(result, *row) for row in ROWS],
        "bars": histogram(runs[0], runs[1]),
        "score": par_score(bench, scenario, runs[0]),
        "years": years,
    }


def par_score(bench: Bench, scenario: str, run: Run) -> int | None:
    """Place a run between the weekly check-in (0) and par (100); None without a par.

    The weekly check-in meets the same years here, so its luck cancels.
    """
    if scenario not in bench.par:
        return None
    weekly, par = bench.par[scenario]
    same_years = bench.run(scenario, bench.strategies["weekly"], len(run.years))
    gain = float((_worth(run) - _worth(same_years)).mean())
    return round(score(weekly + gain, weekly, par))


def headline(result: Comparison, rival: str) -> str:
    """Say in one sentence who does better here, by how much, and how sure that is."""
    own, gain = result.first.outcomes["worth"], result.difference["worth"]
    more = "more" if gain.mean >= 0 else "less"
    low, high = sorted((abs(gain.low), abs(gain.high)))
    sure = gain.low > 0 or gain.high < 0
    apart = (
        f"{_thousands(abs(gain.mean))} {more} than “{rival}” (95 % interval {_thousands(low)} to "
        f"{_thousands(high)})"
        if sure
        else f"no clear difference from “{rival}” ({_signed(gain)})"
    )
    return (
        f"A year is worth {_thousands(own.mean)} with your strategy: {apart}. It does better in "
        f"{round(100 * result.share_better)} of 100 years."
    )


def histogram(own: Run, rival: Run) -> dict[str, Any]:
    """Count years by their worth, on bins that both strategies share."""
    a, b = _worth(own) / 1000, _worth(rival) / 1000
    low, high = float(min(a.min(), b.min())), float(max(a.max(), b.max()))
    edges = np.linspace(low, max(high, low + 1), BINS + 1)
    return {
        "low": round(float(edges[0])),
        "high": round(float(edges[-1])),
        "own": np.histogram(a, edges)[0].tolist(),
        "rival": np.histogram(b, edges)[0].tolist(),
    }


def _worth(run: Run) -> Any:
    return outcome_values(run.years)["worth"]


def _row(result: Comparison, name: str, words: str, scale: float, digits: int) -> dict[str, str]:
    def number(value: float) -> str:
        return f"{value * scale:.{digits}f}".replace("-", "−")

    gain = result.difference[name]
    return {
        "words": words,
        "own": number(result.first.outcomes[name].mean),
        "rival": number(result.second.outcomes[name].mean),
        "gain": f"{number(gain.mean)} ({number(gain.low)} to {number(gain.high)})",
    }


def _thousands(euros: float) -> str:
    return f"{euros / 1000:.0f} k€"


def _signed(gain: Estimate) -> str:
    low, high = (f"{value / 1000:+.0f}".replace("-", "−") for value in (gain.low, gain.high))
    return f"95 % interval {low} to {high} k€"
