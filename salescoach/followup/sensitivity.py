"""Move each parameter through its range: which results stand, and which hang on a guess."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from salescoach.errors import CoachError
from salescoach.followup.compiled import Progress
from salescoach.followup.outcomes import mean_worth
from salescoach.followup.parameters import NAMES
from salescoach.followup.prospects import Scenario
from salescoach.followup.strategies import Strategy
from salescoach.followup.world import Model


@dataclass(frozen=True)
class Effect:
    """What one parameter does at the ends of its range.

    Attributes
    ----------
    parameter, trust : str
    low, high : float
        The range.
    worth_low, worth_high : mapping of str to float
        Mean worth of each strategy, in euros, at both ends.
    best_low, best_high : str
        The best strategy at both ends.
    """

    parameter: str
    trust: str
    low: float
    high: float
    worth_low: Mapping[str, float]
    worth_high: Mapping[str, float]
    best_low: str
    best_high: str

    def swing(self, strategy: str) -> float:
        """Return the change of worth from the low to the high end, in euros."""
        return self.worth_high[strategy] - self.worth_low[strategy]

    def to_dict(self) -> dict[str, Any]:
        """Return plain mappings and numbers."""
        return asdict(self)


def sensitivity(
    model: Model,
    scenario: Scenario,
    strategies: Sequence[Strategy],
    *,
    names: Iterable[str] = NAMES,
    replications: int = 100,
    seed: int = 1,
    engine: str = "auto",
    progress: Progress | None = None,
) -> list[Effect]:
    """Run every strategy with each parameter at its low and its high end.

    Parameters
    ----------
    model, scenario
    strategies : sequence of Strategy
        They meet the same prospects.
    names : iterable of str
        Parameters to move, by default all.
    replications, seed, engine
        See `engine.simulate`.
    progress : callable, optional
        Called with the parameters done and their total.

    Returns
    -------
    list of Effect
        Largest swing of any strategy first. Interrupting returns what is done.

    Raises
    ------
    CoachError
        Without strategies, or for an unknown parameter.
    """
    if not strategies:
        raise CoachError("A sensitivity run needs a strategy.", next_step="Name one or more.")
    wanted = [model.parameters[name] for name in names]
    found: list[Effect] = []
    try:
        for row in wanted:
            ends = []
            for value in (row.low, row.high):
                moved = Model(model.parameters.with_values({row.name: value}), model.archetypes)
                ends.append(
                    {
                        s.name: mean_worth(moved, scenario, s, replications, seed, engine)
                        for s in strategies
                    }
                )
            at_low, at_high = ends
            found.append(
                Effect(
                    row.name, row.trust, row.low, row.high, at_low, at_high,
                    best_low=max(at_low, key=at_low.__getitem__),
                    best_high=max(at_high, key=at_high.__getitem__),
                )
            )  # fmt: skip
            if progress:
                progress(len(found), len(wanted))
    except KeyboardInterrupt:
        if not found:
            raise
    return sorted(found, key=lambda e: -max(abs(e.swing(s.name)) for s in strategies))
