"""Measure the model against figures from outside: does it behave as the world does."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from salescoach.followup import kernel
from salescoach.followup.engine import census
from salescoach.followup.layout import Records
from salescoach.followup.prospects import Scenario
from salescoach.followup.strategies import Settings, Strategy
from salescoach.followup.world import Model

# Reach and hazard are measured under a cadence without tricks that does not give up, because
# a cadence that stops after six contacts would reach everybody by the sixth by construction.
PLAIN_CADENCE = Strategy(
    "plain-cadence", "A plain cadence", "naive", "Every week, then less often.",
    Settings(gap=5, growth=1.3, longest_gap=25, value_share=0.25, ask_date=True),
)  # fmt: skip


@dataclass(frozen=True)
class Anchor:
    """One figure of the model beside its stated range.

    Attributes
    ----------
    name, source : str
    value, low, high : float
    """

    name: str
    value: float
    low: float
    high: float
    source: str

    @property
    def inside(self) -> bool:
        """Say whether the model's figure lies in the range."""
        return self.low <= self.value <= self.high


def reach(people: Records, contact: int) -> float:
    """Return the share of the later winners who had answered by this contact."""
    won = people[people["status"] == kernel.WON]
    return float((won["first_reply_at"] <= contact).mean())


def hazards(people: Records, contacts: int = 12) -> tuple[Records, Records]:
    """Return first answers by contact number, and how many were still unanswered before it."""
    first = people["first_reply_at"]
    numbers = np.arange(1, contacts + 1)
    answered = np.array([(first == k).sum() for k in numbers])
    at_risk = np.array(
        [((people["touches"] >= k) & ((first == 0) | (first >= k))).sum() for k in numbers]
    )
    return answered, at_risk


def odds_per_doubling(people: Records, contacts: int = 12) -> float:
    """Return by what the odds of a first answer change when the contact number doubles.

    A weighted line through the log odds of the hazard over the log of the contact number, the
    crude form of row C4 of the evidence.
    """
    answered, at_risk = hazards(people, contacts)
    use = (answered > 0) & (answered < at_risk)
    k = np.log(np.arange(1, contacts + 1)[use])
    p = answered[use] / at_risk[use]
    weight = at_risk[use] * p * (1 - p)
    y = np.log(p / (1 - p))
    mean_k, mean_y = np.average(k, weights=weight), np.average(y, weights=weight)
    slope = np.average((k - mean_k) * (y - mean_y), weights=weight) / np.average(
        (k - mean_k) ** 2, weights=weight
    )
    return float(math.exp(slope * math.log(2)))


def break_up_answers(people: Records) -> float:
    """Return the share of break-up emails that were answered."""
    sent = int(people["break_ups"].sum())
    return float(people["break_ups_answered"].sum() / sent) if sent else math.nan


def undecided(people: Records) -> float:
    """Return the share of ripe buyers, whose window closed, who ended without any decision."""
    ripe = people[(people["buyer"] == 1) & (people["window_end"] <= kernel.HORIZON)]
    ripe = ripe[ripe["first_reply_at"] > 0]
    return float((ripe["status"] == kernel.NO_DECISION).mean())


def measure(
    model: Model,
    scenario: Scenario,
    break_up: Strategy,
    *,
    cadence: Strategy = PLAIN_CADENCE,
    replications: int = 200,
    seed: int = 1,
    engine: str = "auto",
) -> list[Anchor]:
    """Measure all anchors.

    Parameters
    ----------
    model, scenario
        The balanced scenario is meant.
    break_up : Strategy
        The strategy of S2, for break-up emails and undecided buyers.
    cadence : Strategy
        For reach and hazard.
    replications, seed, engine
        See `engine.simulate`.
    """
    plain = census(model, scenario, cadence, replications=replications, seed=seed, engine=engine)
    s2 = census(model, scenario, break_up, replications=replications, seed=seed, engine=engine)
    return [
        Anchor("winners reached by contact 1", reach(plain, 1), 0.45, 0.52, "B2.1, C1"),
        Anchor("winners reached by contact 2", reach(plain, 2), 0.68, 0.77, "B2.1, C1"),
        Anchor("winners reached by contact 6", reach(plain, 6), 0.93, 0.976, "B2.1, C1"),
        Anchor("odds of an answer per doubling", odds_per_doubling(plain), 0.66, 0.81, "C4"),
        Anchor("break-up emails answered", break_up_answers(s2), 0.05, 0.30, "S2, B4.1"),
        Anchor("ripe buyers without decision", undecided(s2), 0.40, 0.60, "B7.1"),
    ]
