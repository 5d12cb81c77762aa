"""Prospects, money and minutes are conserved; never contact me again is never broken."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from salescoach.followup import kernel, layout
from salescoach.followup.engine import Worker, simulate
from salescoach.followup.world import world_of

PAIRS = [
    ("balanced", "daily"), ("balanced", "s2-follow-through"), ("turbulent", "s4-back-off"),
    ("no-shows", "weekly"), ("tabled", "s3-until-they-respond"),
]  # fmt: skip


@pytest.mark.parametrize(("scenario", "strategy"), PAIRS)
def test_every_prospect_ends_in_exactly_one_way(model, scenarios, strategies, scenario, strategy):
    run = simulate(model, scenarios[scenario], strategies[strategy], replications=20)
    ends = ["won", "lost", "undecided", "opted_out", "said_no", "still_open"]
    assert (sum(run.years[name] for name in ends) == scenarios[scenario].prospects).all()


@pytest.mark.parametrize(("scenario", "strategy"), PAIRS)
def test_money_and_contacts_add_up(model, scenarios, strategies, scenario, strategy):
    world = world_of(model, scenarios[scenario], strategies[strategy])
    worker = Worker(world, scenarios[scenario].prospects, compiled=True)
    year = np.zeros(1, layout.YEAR)
    for replication in range(5):
        worker.run(year, 3, replication, 0, -1, np.zeros(0, layout.LOG))
        people = worker.people()
        won = people[people["status"] == kernel.WON]
        assert year["revenue"][0] == won["value_cents"].sum()
        assert year["won"][0] == len(won)
        assert year["contacts"][0] == people["touches"].sum()
        assert (won["buyer"] == 1).all()
        assert (won["meetings"] >= won["meetings_needed"]).all()


@pytest.mark.parametrize(("scenario", "strategy"), [("balanced", "daily"), ("tabled", "weekly")])
def test_the_logs_of_all_prospects_hold_every_minute(
    model, scenarios, strategies, scenario, strategy
):
    few = replace(scenarios[scenario], prospects=25)
    world = world_of(model, few, strategies[strategy])
    worker = Worker(world, few.prospects, compiled=True)
    year = np.zeros(1, layout.YEAR)
    costs = layout.as_rows(world.model)[0]
    minutes, contacts = 0, 0
    for prospect in range(few.prospects):
        log = np.zeros(500, layout.LOG)
        noted = worker.run(year, 1, 0, 0, prospect, log)
        contacts += noted
        minutes += sum(kernel.minutes_for(int(line["move"]), costs) for line in log[:noted])
        gone = np.flatnonzero(log[:noted]["status"] >= kernel.WON)
        assert len(gone) == 0 or gone[0] == noted - 1, "no contact after the end"
        assert (np.diff(log[:noted]["day"]) >= 0).all()
    assert minutes == year["minutes"][0]
    assert contacts == year["contacts"][0]


def test_nobody_is_contacted_after_opting_out(model, scenarios, strategies):
    """Pestering makes nearly everyone opt out; the opt-out is the last line of each log."""
    scenario = replace(scenarios["balanced"], prospects=40)
    world = world_of(model, scenario, strategies["daily"])
    worker = Worker(world, 40, compiled=True)
    out = 0
    for prospect in range(40):
        log = np.zeros(500, layout.LOG)
        noted = worker.run(np.zeros(1, layout.YEAR), 1, 0, 0, prospect, log)
        ends = log[:noted]["event"] == kernel.WENT_FOR_GOOD
        out += int(ends.any())
        assert not ends[:-1].any()
    assert out > 20


def test_a_decision_table_cannot_break_an_opt_out(model, scenarios):
    """A policy that always wants to go on is not asked about somebody who has opted out."""
    from salescoach.followup.policy import strategy_from_policy, touch_in

    pest = strategy_from_policy(lambda see: touch_in(1, "hard", "ask"))
    scenario = replace(scenarios["balanced"], prospects=30)
    worker = Worker(world_of(model, scenario, pest), 30, compiled=True)
    for prospect in range(30):
        log = np.zeros(500, layout.LOG)
        noted = worker.run(np.zeros(1, layout.YEAR), 1, 0, 0, prospect, log)
        assert not (log[: max(0, noted - 1)]["event"] == kernel.WENT_FOR_GOOD).any()


@pytest.mark.parametrize("strategy", ["daily", "weekly", "s3-until-they-respond"])
def test_the_day_is_not_longer_than_allowed(model, scenarios, strategies, strategy):
    """The last contact of a day may run over, and calls that come in are always taken."""
    scenario = scenarios["balanced"]
    years = simulate(model, scenario, strategies[strategy], replications=20).years
    longest_contact = 50
    assert (years["minutes"] <= 250 * (scenario.minutes_a_day + longest_contact)).all()
    assert (years["goodwill"] >= -1).all()
    assert (years["goodwill"] <= 1).all()
