"""Scores follow-up strategies with the simulator: seeded, so the same grade for ever."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from salescoach.catalog import Catalog
from salescoach.grading.results import ItemResult, Part
from salescoach.grading.scoring import Scorer
from salescoach.items import Item

if TYPE_CHECKING:
    from salescoach.followup.response import StrategyResponse
    from salescoach.followup.strategies import Strategy

YEARS = 200
SEED = 20_071  # other prospects than those of the lab: tuning to its luck earns nothing
FEWEST_WORDS = 5  # a reason says more than "it works"

# How the points of a strategy item are divided.
RESULT_SHARE, FAILS_SHARE, REASON_SHARE = 0.6, 0.3, 0.1


def strategy_scorers(catalog: Catalog) -> dict[str, Scorer]:
    """Make the scorer of strategies; the simulator is loaded when the first one is scored.

    Parameters
    ----------
    catalog : Catalog
        Where tasks and pars come from.
    """

    def strategy(item: Item, body: str) -> ItemResult:
        from salescoach.followup.response import read_strategy

        return score_strategy(item, body, read_strategy(body), catalog)

    return {"strategy": strategy}


def score_strategy(
    item: Item, body: str, response: StrategyResponse, catalog: Catalog
) -> ItemResult:
    """Score a strategy: its result against par, and where its author says that it fails.

    Parameters
    ----------
    item : Item
        The item.
    body : str
        The answer's body.
    response : StrategyResponse
        What the body says.
    catalog : Catalog
        Where the task, par and the named strategies come from.
    """
    task = next(row for row in catalog.rows("strategy_tasks") if row["item"] == item.id)
    parts = (
        _result_part(item, response, task, catalog),
        _reason_part(item, response),
        _fails_part(item, response, task),
    )
    score = round(sum(part.points for part in parts), 2)
    reason = " ".join(f"{part.title}: {part.works or part.change}" for part in parts)
    return ItemResult(item, "graded", score, reason, body, parts=parts)


def _result_part(
    item: Item, response: StrategyResponse, task: dict[str, Any], catalog: Catalog
) -> Part:
    from salescoach.followup.par import score

    most = item.points * RESULT_SHARE
    scenario = task["scenario"]
    par = next(row for row in catalog.rows("par") if row["scenario"] == scenario)
    gain = worth(response.strategy, scenario) - named_worth("weekly", scenario)
    reached = score(par["weekly"] + gain, par["weekly"], par["par"])
    points = round(most * min(1.0, max(0.0, reached / task["full_at"])), 2)
    told = (
        f"{reached:.0f} of 100 on the way from the weekly check-in to par, over {YEARS} simulated "
        f"years with fresh prospects; {task['full_at']:.0f} earns all the points."
    )
    settings = ", ".join(f"{name} {value:g}" for name, value in response.settings.to_dict().items()
                         if name in response.changed) or "nothing changed"  # fmt: skip
    return Part("Result", f"Scenario {scenario!r}.", points, most, settings, works=told)


def _reason_part(item: Item, response: StrategyResponse) -> Part:
    most = item.points * REASON_SHARE
    enough = len(response.reason.split()) >= FEWEST_WORDS
    return Part(
        "Reason", "Why it should work.", most if enough else 0.0, most, response.reason,
        works="given." if enough else "",
        change="" if enough else f"say in {FEWEST_WORDS} words or more why it should work.",
    )  # fmt: skip


def _fails_part(item: Item, response: StrategyResponse, task: dict[str, Any]) -> Part:
    from salescoach.catalog_followup import scenario_names, strategy_names

    most = item.points * FAILS_SHARE
    text = f"It fails where it reaches less than {task['fails_below']:.0%} of the best named one."
    name = response.fails_in
    if not name:
        return Part("Where it fails", text, 0.0, most, "", change="no scenario was named.")
    if name not in scenario_names():
        known = ", ".join(scenario_names())
        return Part("Where it fails", text, 0.0, most, name,
                    change=f"there is no scenario {name!r}; there are {known}.")  # fmt: skip
    best = max(named_worth(other, name) for other in strategy_names())
    share = worth(response.strategy, name) / best
    told = f"in {name!r} it reaches {share:.0%} of the best named strategy."
    if share >= task["fails_below"]:
        return Part("Where it fails", text, 0.0, most, name, change=f"it does not: {told}")
    if len(response.because.split()) < FEWEST_WORDS:
        return Part("Where it fails", text, most * 2 / 3, most, name,
                    change=f"{told} Say in {FEWEST_WORDS} words or more why.")  # fmt: skip
    return Part("Where it fails", text, most, most, f"{name}: {response.because}", works=told)


def worth(strategy: Strategy, scenario: str) -> float:
    """Simulate the mean worth of a year, in euros."""
    from salescoach.catalog_followup import load_model, load_scenario
    from salescoach.followup.outcomes import mean_worth

    return mean_worth(load_model(), load_scenario(scenario), strategy, YEARS, SEED, "auto")


@cache
def named_worth(strategy: str, scenario: str) -> float:
    """Simulate a named strategy; it is asked for again with every hand-in."""
    from salescoach.catalog_followup import load_strategy

    return worth(load_strategy(strategy), scenario)
