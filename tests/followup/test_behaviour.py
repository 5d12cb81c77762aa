"""Standing checks on the calibration: does the model teach lies?"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from conftest import SOURCES

from salescoach.followup import anchors, par
from salescoach.followup.engine import census, simulate
from salescoach.followup.outcomes import mean_worth, outcome_values
from salescoach.followup.strategies import Settings
from salescoach.followup.world import Model

YEARS = 600


@pytest.fixture(scope="module")
def worths(model, scenarios, strategies):
    """Worth of each year by scenario and strategy, on the same prospects."""
    return {
        scenario: {
            name: outcome_values(
                simulate(model, scenarios[scenario], strategy, replications=YEARS).years
            )["worth"]
            for name, strategy in strategies.items()
        }
        for scenario in scenarios
    }


@pytest.fixture(scope="module")
def measured(model, scenarios, strategies):
    found = anchors.measure(
        model, scenarios["balanced"], strategies["s2-follow-through"], replications=300
    )
    return {anchor.name: anchor for anchor in found}


@pytest.mark.parametrize(
    "name",
    [
        "winners reached by contact 1", "winners reached by contact 2",
        "winners reached by contact 6", "odds of an answer per doubling",
        "break-up emails answered", "ripe buyers without decision",
    ],
)  # fmt: skip
def test_the_anchor_lies_in_its_range(measured, name):
    anchor = measured[name]
    assert anchor.inside, f"{name}: {anchor.value:.3f}, range {anchor.low} to {anchor.high}"


@pytest.mark.parametrize("source", SOURCES)
def test_each_source_wins_somewhere_by_five_percent(worths, source):
    leads = []
    for by_strategy in worths.values():
        rival = max((s for s in SOURCES if s != source), key=lambda s: float(by_strategy[s].mean()))
        lead = by_strategy[source] - by_strategy[rival]
        error = lead.std() / np.sqrt(YEARS)
        if lead.mean() > 3 * error:
            leads.append(lead.mean() / by_strategy[source].mean())
    assert leads
    assert max(leads) >= 0.05


def test_no_strategy_is_best_everywhere(worths):
    winners = {max(by, key=lambda s: float(by[s].mean())) for by in worths.values()}
    assert len(winners) >= 4
    for scenario, by in worths.items():
        assert max(by, key=lambda s: float(by[s].mean())) in SOURCES, scenario


def test_each_source_fails_somewhere(worths):
    for source in SOURCES:
        shares = [by[source].mean() / max(w.mean() for w in by.values()) for by in worths.values()]
        assert min(shares) < 0.75, source


def test_pestering_and_giving_up_are_never_near_the_best(worths):
    for scenario, by in worths.items():
        best = max(by[source].mean() for source in SOURCES)
        assert by["daily"].mean() < 0.6 * best, scenario
        assert by["once"].mean() < 0.5 * best, scenario


def winner(model, scenario, strategies, evaluations=320):
    """Return settings that a short search finds, starting from the best source."""
    start = max(
        (strategies[s] for s in SOURCES),
        key=lambda s: mean_worth(model, scenario, s, 100, 1, "auto"),
    )

    def worth(settings: Settings) -> float:
        return mean_worth(model, scenario, replace(start, settings=settings), 40, 1, "auto")

    return start, par.search_settings(worth, evaluations=evaluations, start=start.settings)[0]


@pytest.fixture(scope="module")
def winners(model, scenarios, strategies):
    chosen = ("balanced", "consultative", "polite-crowd", "turbulent")
    found = {name: winner(model, scenarios[name], strategies)[1] for name in chosen}
    for name, settings in found.items():
        print(f"{name}: {par.reading(settings)}")
    return found


def test_the_optimisers_winners_exploit_nothing(winners):
    """Read them with ``pytest -s``. None presses daily, denies a no or comes back at once."""
    for name, s in winners.items():
        assert s.believe_no, name
        assert s.revive_after == 0 or s.revive_after >= 30, name
        second, third = s.gap, s.gap + min(s.gap * s.growth, s.longest_gap)
        assert second >= 2 or third >= 4, f"{name}: three contacts in three days"


def test_the_winners_differ_as_the_worlds_do(winners):
    """Asking everybody for a date has its price; something useful costs time, short in crowds."""
    for name in ("consultative", "turbulent"):
        assert winners[name].adapt_style or not winners[name].ask_date, name
        assert winners[name].value_share > 0.6, name
    assert winners["polite-crowd"].ask_date
    assert winners["polite-crowd"].value_share < 0.4


def difference(model, scenario, strategy, years=400, **changes):
    """Return the paired change of worth by other settings, in standard errors."""
    changed = replace(strategy, settings=replace(strategy.settings, **changes))
    a, b = (
        outcome_values(simulate(model, scenario, s, replications=years, seed=5).years)["worth"]
        for s in (strategy, changed)
    )
    return (b - a).mean() / ((b - a).std() / np.sqrt(years))


def test_asking_for_a_date_pays_here_and_costs_there(model, scenarios, strategies):
    s0, s3 = strategies["s0-name-the-date"], strategies["s3-until-they-respond"]
    assert difference(model, scenarios["polite-crowd"], s0, ask_date=False) < -3
    assert difference(model, scenarios["turbulent"], s3, ask_date=True) < -3


def test_a_way_out_pays_here_and_costs_there(model, scenarios, strategies):
    s1, s3 = strategies["s1-walk-away"], strategies["s3-until-they-respond"]
    assert difference(model, scenarios["no-shows"], s1, way_out_at=3) > 3
    assert difference(model, scenarios["turbulent"], s3, way_out_at=1) < -3


def test_keeping_a_date_has_a_price(model, scenarios, strategies):
    """Who waits until the named day comes too late when people misjudge their own projects."""
    s0 = strategies["s0-name-the-date"]
    won = []
    for named in (0.8, 1.2, 2.0):
        late = Model(model.parameters.with_values({"named_direct": named}), model.archetypes)
        run = simulate(late, scenarios["polite-crowd"], s0, replications=400, seed=5)
        won.append(run.years["won"].mean())
    assert won == sorted(won, reverse=True)


def test_breaking_a_date_is_resented_by_direct_people_most(model, scenarios, strategies):
    s0 = strategies["s0-name-the-date"]
    for scenario in ("polite-crowd", "balanced"):
        assert difference(model, scenarios[scenario], s0, keep_date=False) < -3


def test_coming_back_at_once_after_a_no_is_punished(model, scenarios, strategies):
    s4 = strategies["s4-back-off"]
    assert difference(model, scenarios["not-yet"], s4, revive_after=5) < -3
    assert difference(model, scenarios["not-yet"], s4, revive_after=0) < -3


def test_a_ripe_need_does_not_depend_on_the_salesperson(model, scenarios, strategies):
    """Whoever sells, the same people could buy on the same days."""
    hidden = [
        census(model, scenarios["balanced"], strategies[name], replications=2)
        for name in ("daily", "s4-back-off")
    ]
    for field in ("buyer", "ripe_day", "window_end", "value_cents", "competitor"):
        assert (hidden[0][field] == hidden[1][field]).all()
