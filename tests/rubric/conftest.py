"""The trained model and the labelled scripts, for the tests of the rubric."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from salescoach import rubric
from salescoach.catalog import Catalog

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))


@pytest.fixture(scope="session")
def model() -> rubric.ClauseModel:
    trained = Catalog(ROOT / "data").clause_model
    assert trained is not None
    return trained
