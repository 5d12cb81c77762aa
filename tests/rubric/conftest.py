"""The trained model and the labelled scripts, for the tests of the rubric."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from salescoach import rubric

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))


@pytest.fixture(scope="session")
def model() -> rubric.ClauseModel:
    data = ROOT / "data" / "rubric"
    return rubric.ClauseModel.from_json(
        json.loads((data / "clause_model.json").read_text("utf-8")),
        rubric.parse_word_groups((data / "word_groups.txt").read_text("utf-8")),
    )
