"""The strategy lab: sliders in the words of a salesperson, and thousands of simulated prospects."""

from __future__ import annotations

from typing import Any

import traitlets

from salescoach.errors import CoachError
from salescoach.followup.compiled import has_numba, is_warm, warm_up_in_background
from salescoach.followup.response import read_strategy
from salescoach.items import Item
from salescoach.widgets.base import AnswerWidget, front_end
from salescoach.widgets.lab_view import Bench, lab_view

FIRST_SCENARIO = "balanced"


class StrategyLab(AnswerWidget):
    """A strategy built with sliders, tried against another on the same prospects.

    Parameters
    ----------
    item : Item
        The item.
    body : str
        What the cell answers so far.
    bench : Bench
        Model, scenarios, strategies and pars.
    scenario : str, optional
        The one scenario of an exercise; in a lesson the trainee chooses.
    """

    _esm = front_end("strategy", render="answerWidget(strategyInside)")
    controls: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    scenarios: traitlets.List[dict[str, str]] = traitlets.List().tag(sync=True)
    rivals: traitlets.List[dict[str, str]] = traitlets.List().tag(sync=True)
    fixed_scenario = traitlets.Unicode().tag(sync=True)

    def __init__(self, item: Item, body: str, bench: Bench, scenario: str = "") -> None:
        self._bench = bench
        if has_numba() and not is_warm():
            warm_up_in_background()
        super().__init__(
            item,
            body,
            controls=bench.controls,
            scenarios=[{"name": n, "title": s.title} for n, s in bench.scenarios.items()],
            rivals=[{"name": n, "title": s.title} for n, s in bench.strategies.items()],
            fixed_scenario=scenario,
        )

    def view(self, body: str) -> dict[str, Any]:
        """Simulate the strategy and its rival, or tell what is wrong with the answer."""
        try:
            response = read_strategy(body)
            scenario = self.fixed_scenario or response.scenario or FIRST_SCENARIO
            view = lab_view(self._bench, response, scenario)
        except CoachError as error:
            return {"fault": str(error)}
        words = {name: getattr(response, name) for name in ("reason", "fails_in", "because")}
        return {"fault": "", "words": words} | view

    def fallback(self) -> str:
        """Say how to set a strategy where no widgets are shown.

        No numbers here: they would make every start wait for a simulation.
        """
        return (
            f"{self!r} Write settings below the first line, one a line, such as gap = 5 or "
            "ask_date = true, and run the cell."
        )
