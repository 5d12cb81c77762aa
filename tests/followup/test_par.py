"""Par is found, is feasible, repeats, and survives an interruption."""

from __future__ import annotations

import numpy as np
import pytest

from salescoach.errors import CoachError
from salescoach.followup import par
from salescoach.followup.engine import simulate
from salescoach.followup.outcomes import outcome_values
from salescoach.followup.strategies import BOUNDS, Settings


def test_par_is_at_least_the_hand_written_start(model, scenarios, strategies):
    found = par.find_par(
        model, scenarios["consultative"], strategies["weekly"],
        start=strategies["s3-until-they-respond"], evaluations=64, cell_rounds=1,
        replications=200,
    )  # fmt: skip
    assert found.complete
    start = simulate(
        model, scenarios["consultative"], strategies["s3-until-they-respond"],
        replications=200, seed=1 + par.FRESH_SEED_OFFSET,
    )  # fmt: skip
    assert found.par.mean >= 0.97 * outcome_values(start.years)["worth"].mean()
    assert found.par.mean == max(found.by_settings.mean, found.by_table.mean)
    assert found.table is not None
    assert found.to_dict()["reading"]


def test_the_search_repeats():
    def worth(s: Settings) -> float:
        return -((s.gap - 9) ** 2) + s.value_share

    first = par.search_settings(worth, evaluations=160, seed=3)
    assert first == par.search_settings(worth, evaluations=160, seed=3)
    assert abs(first[0].gap - 9) < 2


def test_an_interrupted_search_keeps_the_best(model, scenarios, strategies):
    def interrupt(done: int, total: int) -> None:
        if done >= 32:
            raise KeyboardInterrupt

    found = par.find_par(
        model, scenarios["consultative"], strategies["weekly"], evaluations=320,
        cell_rounds=0, replications=20, progress=interrupt,
    )  # fmt: skip
    assert not found.complete
    assert found.par.mean > 0


def test_every_point_of_the_cube_is_a_strategy():
    rng = np.random.default_rng(0)
    for point in [*rng.random((200, len(BOUNDS))), np.zeros(16), np.ones(16)]:
        par.settings_at(point)


def test_the_score_has_two_fixed_points():
    assert par.score(10, weekly=10, par=20) == 0
    assert par.score(20, weekly=10, par=20) == 100
    with pytest.raises(CoachError):
        par.score(1, weekly=5, par=5)
