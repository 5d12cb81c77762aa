"""Settings that make no sense are refused in words; those that make sense never break a run."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salescoach.errors import CoachError
from salescoach.followup.engine import simulate
from salescoach.followup.strategies import (
    BOUNDS,
    Settings,
    Strategy,
    settings_from_dict,
    strategy_from_dict,
)


def values_of(name: str) -> st.SearchStrategy:
    low, high, kind, *_ = BOUNDS[name]
    if kind is bool:
        return st.booleans()
    if kind is int:
        return st.integers(int(low), int(high))
    return st.floats(low, high, allow_nan=False)


ANY_SETTINGS = st.builds(Settings, **{name: values_of(name) for name in BOUNDS})


def test_there_are_sixteen():
    assert len(BOUNDS) == 16
    assert set(BOUNDS) == set(Settings.__dataclass_fields__)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(chosen=ANY_SETTINGS, seed=st.integers(0, 2**40))
def test_any_allowed_settings_run_alike_in_both_engines(model, scenarios, chosen, seed):
    strategy = Strategy("any", "", "own", "", chosen)
    world = (model, scenarios["consultative"], strategy)
    plain = simulate(*world, replications=1, seed=seed, engine="plain").years
    compiled = simulate(*world, replications=1, seed=seed, engine="compiled").years
    assert plain.tobytes() == compiled.tobytes()
    ends = ["won", "lost", "undecided", "opted_out", "said_no", "still_open"]
    assert sum(plain[name][0] for name in ends) == 40
    assert plain["revenue"][0] >= 0
    assert math.isfinite(plain["goodwill"][0])


@pytest.mark.parametrize("name", sorted(BOUNDS))
@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, -1, 1e9, "7", None, [1]])
def test_impossible_values_are_told(name, value):
    with pytest.raises(CoachError) as caught:
        Settings(**{name: value})
    assert f"'{name}'" in caught.value.problem
    assert repr(value) in caught.value.problem
    assert caught.value.allowed


@pytest.mark.parametrize("name", sorted(n for n in BOUNDS if BOUNDS[n].kind is not bool))
def test_just_outside_the_bounds_is_outside(name):
    low, high, kind, *_ = BOUNDS[name]
    step = 1 if kind is int else 1e-9
    for value in (low - step, high + step, True):
        with pytest.raises(CoachError):
            Settings(**{name: kind(value) if value is not True else True})
    for value in (low, high):
        assert getattr(Settings(**{name: kind(value)}), name) == value


def test_a_half_silence_is_refused():
    with pytest.raises(CoachError, match="walk_silences"):
        Settings(walk_silences=2.5)


def test_numpy_numbers_are_numbers():
    assert Settings(gap=np.float64(3), walk_silences=np.int64(2)).walk_silences == 2


def test_unknown_settings_get_the_valid_names():
    with pytest.raises(CoachError) as caught:
        settings_from_dict({"gapp": 3})
    assert "gapp" in caught.value.problem
    assert "gap, growth" in caught.value.allowed


def test_a_flat_hand_in_is_a_strategy():
    strategy = strategy_from_dict({"gap": 5.0, "ask_date": True}, "trainee")
    assert strategy.settings == Settings(gap=5.0, ask_date=True)
    with pytest.raises(CoachError, match="unknown: colour"):
        strategy_from_dict({"colour": "red", "settings": {}}, "x")
    with pytest.raises(CoachError, match="no table"):
        strategy_from_dict({"settings": 3}, "x")
