"""Where the model is simple enough for a formula, it agrees with the formula."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from salescoach.followup.anchors import hazards
from salescoach.followup.engine import census
from salescoach.followup.strategies import Settings
from salescoach.followup.world import Model

CONTACTS = 12


def bare(model: Model, reply: float, unevenness: float) -> Model:
    """Nobody buys, tires, forgets or stalls: only the chance to answer is left."""
    parameters = model.parameters.with_values(
        {
            "reply_at_zero": 1.0, "reply_per_goodwill": 0.0, "reply_not_ripe": 1.0,
            "reply_value": 1.0, "reply_most": 1.0, "memory_least": 1.0, "opt_out_slope": 0.0,
            "candour_direct": 0.0, "candour_relational": 0.0, "candour_avoiding": 0.0,
            "reply_unevenness": unevenness,
        }
    )  # fmt: skip
    kinds = {
        name: replace(kind, buyer=0.0, reply=reply, stall=0.0)
        for name, kind in model.archetypes.items()
    }
    return Model(parameters, kinds)


def first_answers(model, scenario, strategy):
    scenario = replace(scenario, present_at_start=1.0, minutes_a_day=600)
    strategy = replace(strategy, settings=Settings(gap=7, value_share=0.0))
    return hazards(census(model, scenario, strategy, replications=150), CONTACTS)


def z_scores(answered, at_risk, hazard):
    return (answered - at_risk * hazard) / np.sqrt(at_risk * hazard * (1 - hazard))


@pytest.mark.parametrize("reply", [0.1, 0.35, 0.6])
def test_without_goodwill_the_first_answer_is_geometric(model, scenarios, strategies, reply):
    simple = bare(model, reply, 0.0)
    answered, at_risk = first_answers(simple, scenarios["balanced"], strategies["weekly"])
    often = at_risk > 30
    z = z_scores(answered[often], at_risk[often], reply)
    assert np.abs(z).max() < 4
    assert (z**2).sum() < 35


@pytest.mark.parametrize("unevenness", [0.5, 1.0, 2.0])
def test_a_mixture_is_shifted_beta_geometric(model, scenarios, strategies, unevenness):
    """With chances drawn from Beta(a, 1) the hazard of contact n is a / (a + n)."""
    simple = bare(model, 1 / (1 + unevenness), unevenness)
    answered, at_risk = first_answers(simple, scenarios["balanced"], strategies["weekly"])
    a = 1 / unevenness
    n = np.arange(1, CONTACTS + 1)
    z = z_scores(answered, at_risk, a / (a + n))
    assert np.abs(z).max() < 4
    assert (z**2).sum() < 35


def test_goodwill_recovers_exponentially(model):
    from salescoach.followup import kernel, layout

    fade = np.exp(-np.arange(512) / 35.0)
    p = layout.Row()
    p.__dict__.update(goodwill=-0.5, baseline=0.1, last_contact=10)
    t = layout.Row()
    t.__dict__.update(fade=fade.tolist())
    for days in (0, 5, 35, 70):
        expected = 0.1 - 0.6 * np.exp(-days / 35.0)
        assert kernel.recover(p, 10 + days, t) == pytest.approx(expected)
