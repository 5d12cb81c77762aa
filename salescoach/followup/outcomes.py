"""What years of work came to: means with intervals, the spread of one year, paired differences."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from statistics import NormalDist
from typing import Any

import numpy as np

from salescoach.errors import CoachError
from salescoach.followup.compiled import Progress
from salescoach.followup.engine import Run, simulate
from salescoach.followup.layout import Records
from salescoach.followup.prospects import Scenario
from salescoach.followup.strategies import Strategy
from salescoach.followup.world import Model

# Outcome: unit and meaning. Money in euros.
OUTCOMES = {
    "worth": ("euros", "revenue plus what the open and won prospects are still worth"),
    "revenue": ("euros", "deals won in the year"),
    "future": ("euros", "repeat business and sales still to come"),
    "won": ("prospects", "deals won"),
    "lost": ("prospects", "buyers who chose a competitor"),
    "undecided": ("prospects", "buyers whose project ended without a decision"),
    "said_no": ("prospects", "last word was a no"),
    "still_open": ("prospects", "neither bought nor declined"),
    "opted_out": ("prospects", "asked never to be contacted again"),
    "contacts": ("contacts", "calls, emails and meetings"),
    "hours": ("hours", "time spent on follow-up"),
    "goodwill": ("-1 to 1", "mean goodwill of all prospects after the year"),
}


@dataclass(frozen=True)
class Estimate:
    """A mean over simulated years.

    Attributes
    ----------
    mean, low, high : float
        Mean and its 95 % interval.
    year_low, year_high : float
        Nine of ten single years lie between these: the spread of one year, which more
        replications do not narrow.
    """

    mean: float
    low: float
    high: float
    year_low: float
    year_high: float

    def to_dict(self) -> dict[str, float]:
        """Return the numbers by name."""
        return asdict(self)


def student_factor(n: int, level: float = 0.95) -> float:
    """Return the half-width of an interval in standard errors (Student's t, expanded in 1/n).

    Examples
    --------
    >>> round(student_factor(30), 2)
    2.05
    """
    z = NormalDist().inv_cdf(0.5 + level / 2)
    d = n - 1
    first = (z**3 + z) / (4 * d)
    second = (5 * z**5 + 16 * z**3 + 3 * z) / (96 * d**2)
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * d**3)
    return z + first + second + third


def estimate(values: Records) -> Estimate:
    """Return the mean of independent years with its interval and the spread of one year.

    Parameters
    ----------
    values : array, shape (years,)

    Raises
    ------
    CoachError
        With fewer than two years, which have no interval.
    """
    if len(values) < 2:
        raise CoachError(
            "One year has no interval.", allowed="two replications or more", next_step="Run more."
        )
    mean = float(values.mean())
    half = student_factor(len(values)) * float(values.std(ddof=1)) / math.sqrt(len(values))
    low, high = (float(q) for q in np.quantile(values, [0.05, 0.95]))
    return Estimate(mean, mean - half, mean + half, low, high)


def outcome_values(years: Records) -> dict[str, Records]:
    """Return every outcome of every year, in the units of `OUTCOMES`."""
    values = {"worth": (years["revenue"] + years["future"]) / 100.0}
    for name in OUTCOMES:
        if name == "hours":
            values[name] = years["minutes"] / 60.0
        elif name in ("revenue", "future"):
            values[name] = years[name] / 100.0
        elif name != "worth":
            values[name] = years[name].astype(np.float64)
    return values


@dataclass(frozen=True)
class Summary:
    """The outcomes of one strategy in one scenario."""

    scenario: str
    strategy: str
    seed: int
    replications: int
    outcomes: dict[str, Estimate]

    def to_dict(self) -> dict[str, Any]:
        """Return the form that ``salescoach simulate --json`` prints."""
        return {
            "scenario": self.scenario,
            "strategy": self.strategy,
            "seed": self.seed,
            "replications": self.replications,
            "outcomes": {name: e.to_dict() for name, e in self.outcomes.items()},
        }


def summarise(run: Run) -> Summary:
    """Return means, intervals and spreads of a run."""
    outcomes = {name: estimate(values) for name, values in outcome_values(run.years).items()}
    return Summary(run.scenario, run.strategy, run.seed, len(run.years), outcomes)


@dataclass(frozen=True)
class Comparison:
    """Two strategies on the same prospects with the same luck.

    Attributes
    ----------
    first, second : Summary
    difference : dict of str to Estimate
        First minus second, paired year by year.
    share_better : float
        Share of years in which the first is worth more (a tie counts half).
    variance_reduction : float
        How many times more years two independent runs would need for the same interval.
    """

    first: Summary
    second: Summary
    difference: dict[str, Estimate]
    share_better: float
    variance_reduction: float

    def to_dict(self) -> dict[str, Any]:
        """Return the form that ``salescoach simulate --against --json`` prints."""
        return {
            **self.first.to_dict(),
            "against": self.second.to_dict(),
            "difference": {name: e.to_dict() for name, e in self.difference.items()},
            "share_better": self.share_better,
            "variance_reduction": self.variance_reduction,
        }


def compare_runs(first: Run, second: Run) -> Comparison:
    """Pair two runs year by year; they must have met the same prospects.

    Raises
    ------
    CoachError
        When scenario or seed differ.
    """
    if (first.scenario, first.seed) != (second.scenario, second.seed):
        raise CoachError(
            "Only runs of the same scenario and seed can be paired.",
            next_step="Run both strategies with the same scenario and seed.",
        )
    n = min(len(first.years), len(second.years))
    a, b = outcome_values(first.years[:n]), outcome_values(second.years[:n])
    paired = {name: a[name] - b[name] for name in OUTCOMES}
    worth = paired["worth"]
    apart = float(a["worth"].var() + b["worth"].var())
    return Comparison(
        first=summarise(first),
        second=summarise(second),
        difference={name: estimate(values) for name, values in paired.items()},
        share_better=float((worth > 0).mean() + 0.5 * (worth == 0).mean()),
        variance_reduction=apart / float(worth.var()) if worth.var() > 0 else math.inf,
    )


def compare(
    model: Model,
    scenario: Scenario,
    first: Strategy,
    second: Strategy,
    *,
    replications: int = 200,
    seed: int = 1,
    engine: str = "auto",
    progress: Progress | None = None,
) -> Comparison:
    """Run two strategies on the same prospects with the same luck and pair them year by year."""

    def stage(number: int) -> Progress | None:
        if progress is None:
            return None
        report = progress
        return lambda done, total: report(number * replications + done, 2 * replications)

    runs = [
        simulate(
            model, scenario, strategy,
            replications=replications, seed=seed, engine=engine, progress=stage(number),
        )
        for number, strategy in enumerate((first, second))
    ]  # fmt: skip
    return compare_runs(*runs)


@dataclass(frozen=True)
class LuckShare:
    """Where the differences between one year and another come from.

    Attributes
    ----------
    contacts : float
        Share of the variance that is luck in the contacts, with the same prospects.
    pipeline : float
        Share that is which prospects one got.
    mean, deviation : float
        Mean and standard deviation of a year's worth, in euros.
    """

    contacts: float
    pipeline: float
    mean: float
    deviation: float


def luck_share(
    model: Model,
    scenario: Scenario,
    strategy: Strategy,
    *,
    pipelines: int = 200,
    repeats: int = 8,
    seed: int = 1,
    engine: str = "auto",
) -> LuckShare:
    """Live the same pipelines again with other luck, and split the variance (one-way ANOVA)."""
    worth = np.array(
        [
            outcome_values(
                simulate(
                    model, scenario, strategy,
                    replications=pipelines, seed=seed, luck_seed=k, engine=engine,
                ).years
            )["worth"]
            for k in range(repeats)
        ]
    )  # fmt: skip
    within = float(worth.var(axis=0, ddof=1).mean())
    between = max(0.0, float(worth.mean(axis=0).var(ddof=1)) - within / repeats)
    total = within + between
    return LuckShare(
        contacts=within / total,
        pipeline=between / total,
        mean=float(worth.mean()),
        deviation=math.sqrt(total),
    )


def mean_worth(
    model: Model, scenario: Scenario, strategy: Strategy, years: int, seed: int, engine: str
) -> float:
    """Return the mean worth of a year in euros."""
    run = simulate(model, scenario, strategy, replications=years, seed=seed, engine=engine)
    return float(outcome_values(run.years)["worth"].mean())
