"""Raising a parameter moves outcomes in the direction that a salesperson would expect."""

from __future__ import annotations

from dataclasses import replace

import pytest

from salescoach.followup.engine import simulate
from salescoach.followup.outcomes import outcome_values
from salescoach.followup.world import Model

UP, DOWN = 1, -1
CASES = [
    ("win_base", "won", "s2-follow-through", UP),
    ("win_fit", "won", "s2-follow-through", UP),
    ("win_competitor", "won", "s2-follow-through", UP),
    ("reply_at_zero", "won", "s2-follow-through", UP),
    ("reply_not_ripe", "contacts", "once", UP),
    ("scar_share", "goodwill", "weekly", DOWN),
    ("irrelevance", "goodwill", "weekly", DOWN),
    ("push_ask", "goodwill", "s2-follow-through", DOWN),
    ("push_while_stalled", "opted_out", "weekly", UP),
    ("opt_out_slope", "opted_out", "daily", UP),
    ("after_no_factor", "opted_out", "daily", UP),
    ("value_gain", "goodwill", "s3-until-they-respond", UP),
    ("meet_asked_direct", "won", "s2-follow-through", UP),
    ("candour_direct", "said_no", "s0-name-the-date", UP),
    ("exit_not_ripe", "said_no", "s3-until-they-respond", UP),
    ("exit_ripe", "won", "s3-until-they-respond", DOWN),
    ("minutes_contact", "contacts", "weekly", DOWN),
    ("future_open", "future", "s2-follow-through", UP),
    ("future_repeat", "future", "s2-follow-through", UP),
    ("next_meeting", "won", "s2-follow-through", UP),
    ("own_call_goodwill", "won", "once", DOWN),
    ("no_show_pressed", "won", "s2-follow-through", DOWN),
]  # fmt: skip


@pytest.mark.parametrize(("name", "outcome", "strategy", "direction"), CASES)
def test_parameter(model, scenarios, strategies, name, outcome, strategy, direction):
    row = model.parameters[name]
    means = []
    for value in (row.low, row.high):
        moved = Model(model.parameters.with_values({name: value}), model.archetypes)
        run = simulate(moved, scenarios["balanced"], strategies[strategy], replications=150)
        means.append(outcome_values(run.years)[outcome].mean())
    assert (means[1] - means[0]) * direction > 0


@pytest.mark.parametrize(
    ("field", "factor", "outcome", "direction"),
    [
        ("irritability", 2.0, "opted_out", UP), ("no_show", 1.1, "won", DOWN),
        ("value", 2.0, "revenue", UP), ("buyer", 0.5, "won", DOWN), ("reply", 0.5, "won", DOWN),
    ],
)  # fmt: skip
def test_archetype(model, scenarios, strategies, field, factor, outcome, direction):
    kinds = {
        name: replace(kind, **{field: getattr(kind, field) * factor})
        for name, kind in model.archetypes.items()
    }
    before, after = (
        outcome_values(
            simulate(m, scenarios["balanced"], strategies["weekly"], replications=150).years
        )[outcome].mean()
        for m in (model, Model(model.parameters, kinds))
    )
    assert (after - before) * direction > 0


def test_more_time_is_never_worse_for_patient_work(model, scenarios, strategies):
    worths = [
        outcome_values(
            simulate(
                model, replace(scenarios["balanced"], minutes_a_day=minutes),
                strategies["s3-until-they-respond"], replications=150,
            ).years
        )["worth"].mean()
        for minutes in (20, 40, 80, 160)
    ]  # fmt: skip
    assert worths == sorted(worths)


def test_pressing_harder_drives_more_people_away(model, scenarios, strategies):
    base = strategies["weekly"]
    outs = []
    for gap in (2, 5, 10, 20):
        strategy = replace(base, settings=replace(base.settings, gap=gap))
        run = simulate(model, scenarios["balanced"], strategy, replications=100)
        outs.append(run.years["opted_out"].mean())
    assert outs == sorted(outs, reverse=True)
