from __future__ import annotations

import sys
from pathlib import Path

import pytest

from salescoach import catalog_followup as catalog
from salescoach.followup.prospects import Scenario
from salescoach.followup.strategies import Strategy
from salescoach.followup.world import Model

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

SOURCES = [
    "s0-name-the-date", "s1-walk-away", "s2-follow-through", "s3-until-they-respond",
    "s4-back-off",
]  # fmt: skip


@pytest.fixture(scope="session")
def model() -> Model:
    return catalog.load_model()


@pytest.fixture(scope="session")
def scenarios() -> dict[str, Scenario]:
    return {name: catalog.load_scenario(name) for name in catalog.scenario_names()}


@pytest.fixture(scope="session")
def strategies() -> dict[str, Strategy]:
    return {name: catalog.load_strategy(name) for name in catalog.strategy_names()}
