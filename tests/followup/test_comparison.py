"""Means, intervals, paired differences, luck, sensitivity."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import numpy as np
import pytest

from salescoach.errors import CoachError
from salescoach.followup.engine import simulate
from salescoach.followup.outcomes import (
    OUTCOMES,
    compare,
    compare_runs,
    estimate,
    luck_share,
    student_factor,
    summarise,
)
from salescoach.followup.sensitivity import sensitivity
from salescoach.followup.timeline import timeline


def test_intervals_cover_the_truth_as_often_as_they_say():
    rng = np.random.default_rng(4)
    hits = sum(
        e.low <= 3.0 <= e.high for e in (estimate(rng.normal(3, 2, 12)) for _ in range(2000))
    )
    assert 0.93 <= hits / 2000 <= 0.97


def test_students_factor_agrees_with_scipy():
    from scipy.stats import t

    for n in (8, 15, 40, 1000):
        assert student_factor(n) == pytest.approx(t.ppf(0.975, n - 1), rel=2e-3)


def test_one_year_has_no_interval():
    with pytest.raises(CoachError, match="One year"):
        estimate(np.array([1.0]))


def test_the_difference_is_paired_year_by_year(model, scenarios, strategies):
    world = (model, scenarios["balanced"])
    runs = [
        simulate(*world, strategies[name], replications=40)
        for name in ("s2-follow-through", "weekly")
    ]
    comparison = compare_runs(*runs)
    worth = [(r.years["revenue"] + r.years["future"]) / 100 for r in runs]
    assert comparison.difference["worth"].mean == pytest.approx((worth[0] - worth[1]).mean())
    assert comparison.share_better == pytest.approx((worth[0] > worth[1]).mean())
    again = compare(*world, strategies["s2-follow-through"], strategies["weekly"], replications=40)
    assert again == comparison


def test_a_strategy_does_not_beat_itself(model, scenarios, strategies):
    same = compare(
        model, scenarios["tabled"], strategies["weekly"], strategies["weekly"], replications=10
    )
    assert same.difference["worth"].mean == 0
    assert same.share_better == 0.5
    assert math.isinf(same.variance_reduction)


def test_common_luck_makes_close_strategies_comparable(model, scenarios, strategies):
    """Gap 6 against gap 7: the paired interval needs a fraction of the years."""
    s2 = strategies["s2-follow-through"]
    seven = replace(s2, name="seven", settings=replace(s2.settings, gap=7))
    reduction = compare(
        model, scenarios["balanced"], s2, seven, replications=1000
    ).variance_reduction
    assert reduction > 6


def test_only_runs_of_one_world_can_be_paired(model, scenarios, strategies):
    runs = [
        simulate(model, scenarios["balanced"], strategies["once"], replications=3, seed=seed)
        for seed in (1, 2)
    ]
    with pytest.raises(CoachError, match="same scenario and seed"):
        compare_runs(*runs)


def test_the_json_form_is_as_designed(model, scenarios, strategies):
    run = simulate(model, scenarios["balanced"], strategies["once"], replications=5)
    form = json.loads(json.dumps(summarise(run).to_dict()))
    assert form["scenario"] == "balanced"
    assert form["strategy"] == "once"
    assert form["seed"] == 1
    assert form["replications"] == 5
    assert set(form["outcomes"]) == set(OUTCOMES)
    for entry in form["outcomes"].values():
        assert entry["low"] <= entry["mean"] <= entry["high"]


def test_most_of_a_year_is_luck(model, scenarios, strategies):
    share = luck_share(
        model, scenarios["balanced"], strategies["s2-follow-through"], pipelines=150, repeats=6
    )
    assert share.contacts + share.pipeline == pytest.approx(1)
    assert 0.5 < share.contacts < 0.95
    assert share.deviation > 0.1 * share.mean


def test_sensitivity_finds_what_matters(model, scenarios, strategies):
    chosen = [strategies["s2-follow-through"], strategies["s3-until-they-respond"]]
    names = ["guess_spread", "win_base", "recovery_days"]
    seen = []
    effects = sensitivity(
        model, scenarios["balanced"], chosen, names=names, replications=60,
        progress=lambda done, total: seen.append((done, total)),
    )  # fmt: skip
    assert effects[0].parameter == "win_base"
    assert effects[0].swing("s2-follow-through") > 0
    last = effects[-1]
    assert last.parameter == "guess_spread"
    assert last.swing("s2-follow-through") == 0, "no strategy here looks at the size of a deal"
    assert seen == [(1, 3), (2, 3), (3, 3)]
    with pytest.raises(CoachError):
        sensitivity(model, scenarios["balanced"], [], names=names)
    with pytest.raises(CoachError, match="no parameter"):
        sensitivity(model, scenarios["balanced"], chosen, names=["weather"])


def test_an_interrupted_sensitivity_keeps_what_is_done(model, scenarios, strategies):
    def interrupt(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    effects = sensitivity(
        model, scenarios["balanced"], [strategies["once"]], replications=2, progress=interrupt
    )
    assert len(effects) == 2


def test_a_timeline_tells_one_story(model, scenarios, strategies):
    story = timeline(model, scenarios["balanced"], strategies["s2-follow-through"], prospect=3)
    assert story.contacts[0].day >= story.arrival
    assert story.contacts[-1].status == story.status or story.status in (
        "lost to a competitor", "no decision",
    )  # fmt: skip
    for earlier, later in zip(story.contacts, story.contacts[1:], strict=False):
        assert later.day > earlier.day
        assert later.day >= (earlier.next_day or 0) or "they rang" in later.contents
    assert json.dumps(story.to_dict())
    with pytest.raises(CoachError, match="prospect"):
        timeline(model, scenarios["balanced"], strategies["once"], prospect=120)
