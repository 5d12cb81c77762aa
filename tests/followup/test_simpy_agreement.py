"""Two implementations that share no rule agree within sampling error."""

from __future__ import annotations

import math

import numpy as np
import pytest
import simpy_model

from salescoach.followup.engine import simulate
from salescoach.followup.outcomes import outcome_values

YEARS = 60
SAME = ["worth", "won", "lost", "undecided", "said_no", "still_open", "opted_out", "contacts",
        "goodwill"]  # fmt: skip


@pytest.mark.parametrize(
    ("scenario", "strategy"),
    [
        ("balanced", "s2-follow-through"), ("consultative", "s3-until-they-respond"),
        ("turbulent", "s4-back-off"), ("polite-crowd", "s0-name-the-date"),
        ("no-shows", "s1-walk-away"), ("balanced", "daily"),
    ],
)  # fmt: skip
def test_simpy_agrees(model, scenarios, strategies, scenario, strategy):
    settings = strategies[strategy].settings
    years = YEARS if scenario != "no-shows" else 25
    theirs = [
        simpy_model.run_year(model, scenarios[scenario], settings, seed) for seed in range(years)
    ]
    ours = outcome_values(
        simulate(model, scenarios[scenario], strategies[strategy], replications=1500).years
    )
    for name in SAME:
        a = np.array([year[name] for year in theirs])
        b = ours[name]
        error = math.sqrt(a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b))
        assert abs(a.mean() - b.mean()) <= 4.5 * error + 0.02, name
