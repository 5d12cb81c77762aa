"""What the follow-up lab asks of the coach: strategies, scenarios, and what came of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from salescoach.errors import CoachError
from salescoach.items import unknown
from salescoach.lesson.core import CoachCore
from salescoach.widgets.base import AnswerWidget

if TYPE_CHECKING:
    from salescoach.followup.policy import Seen, Step
    from salescoach.followup.strategies import Strategy
    from salescoach.plots import Picture
    from salescoach.widgets.lab_view import Bench

_YEARS = 400
_SIZES = (20, 50, 100, 200, 400)


class FollowupCoach(CoachCore):
    """Builds, runs and compares follow-up strategies. The simulator loads on first use."""

    @cached_property
    def _bench(self) -> Bench:
        from salescoach import catalog_followup as files
        from salescoach.widgets.lab_view import Bench

        folder = self.catalog.folder
        own = folder if (folder / "parameters.csv").exists() else None
        par = {r["scenario"]: (r["weekly"], r["par"]) for r in self.catalog.rows("par")}
        if own is not None and files.model_hash(own) != self._par_model:
            par = {}  # another model has another par
        return Bench(
            files.load_model(own),
            {name: files.load_scenario(name, own) for name in files.scenario_names(own)},
            {name: files.load_strategy(name, own) for name in files.strategy_names(own)},
            par,
        )

    @cached_property
    def _par_model(self) -> str:
        return next((str(row["model"]) for row in self.catalog.rows("par")), "")

    def answer(self, item: str, body: str = "") -> AnswerWidget:
        """Show the widget of an answer cell; ``%%answer`` calls this."""
        asked = self.catalog.item(item)
        if asked.kind != "strategy":
            return super().answer(item, body)
        from salescoach.widgets.strategy_lab import StrategyLab

        tasks = {row["item"]: row["scenario"] for row in self.catalog.rows("strategy_tasks")}
        return StrategyLab(asked, body, self._bench, tasks.get(asked.id, ""))

    def one_prospect(self, scenario: str, prospect: int, strategy: str) -> Picture:
        """Show one prospect's year under a named strategy."""
        from salescoach.followup.timeline import timeline
        from salescoach.plots.followup import one_year

        self._prepare()
        bench = self._bench
        line = timeline(
            bench.model,
            bench.scenarios[self._scenario(scenario)],
            self._strategy(strategy),
            prospect=prospect,
        )
        return one_year(line)

    def compare_strategies(self, scenario: str, against: str = "weekly") -> Picture:
        """Show every named strategy against one of them, on the same prospects."""
        from salescoach.followup.outcomes import compare_runs
        from salescoach.plots.followup import forest
        from salescoach.widgets.progress import progress

        name, rival, bench = self._scenario(scenario), self._strategy(against), self._bench
        others = [s for s in bench.strategies.values() if s.name != rival.name]
        with progress(f"Simulating {_YEARS} years for each strategy") as report:
            self._prepare()
            base = bench.run(name, rival, _YEARS)
            found = []
            for number, other in enumerate(others, 1):
                found.append((other.title, compare_runs(bench.run(name, other, _YEARS), base)))
                report(number, len(others))
        return forest(bench.scenarios[name].title, rival.title, found)

    def heat_map(self) -> Picture:
        """Show what every named strategy reaches in every scenario.

        Interrupted, it shows the scenarios that are done.
        """
        from salescoach.followup.outcomes import outcome_values
        from salescoach.plots.followup import heat_map
        from salescoach.widgets.progress import progress

        bench = self._bench
        shares: dict[str, dict[str, float]] = {}
        with progress("Running every strategy in every scenario") as report:
            self._prepare()
            for number, name in enumerate(bench.scenarios, 1):
                try:
                    worth = {
                        s.title: float(
                            outcome_values(bench.run(name, s, _YEARS).years)["worth"].mean()
                        )
                        for s in bench.strategies.values()
                    }
                except KeyboardInterrupt:
                    if not shares:
                        raise CoachError("Stopped before the first scenario was done.") from None
                    break
                most = max(worth.values())
                shares[bench.scenarios[name].title] = {t: w / most for t, w in worth.items()}
                report(number, len(bench.scenarios))
        return heat_map(shares)

    def small_pipelines(self, scenario: str, first: str, second: str) -> Picture:
        """Show how often the better of two strategies does better, by the size of a pipeline."""
        from dataclasses import replace

        from salescoach.followup.outcomes import compare
        from salescoach.plots.followup import pipelines
        from salescoach.widgets.progress import progress

        bench, name = self._bench, self._scenario(scenario)
        pair = (self._strategy(first), self._strategy(second))
        shares = {}
        with progress("Simulating pipelines of different sizes") as report:
            self._prepare()
            for number, size in enumerate(_SIZES, 1):
                # As many minutes for each prospect as before: only the pipeline's size changes.
                whole = bench.scenarios[name]
                minutes = round(whole.minutes_a_day * size / whole.prospects)
                smaller = replace(whole, prospects=size, minutes_a_day=minutes)
                found = compare(bench.model, smaller, *pair, replications=_YEARS)
                shares[size] = found.share_better
                report(number, len(_SIZES))
        if shares[_SIZES[-1]] < 0.5:
            shares, pair = {n: 1 - share for n, share in shares.items()}, (pair[1], pair[0])
        title = f"{pair[0].title} against {pair[1].title}"
        return pipelines(title, pair[0].title, shares)

    def policy(self, function: Callable[[Seen], Step], scenario: str, against: str) -> Picture:
        """Try a policy written as a function against a named strategy.

        Parameters
        ----------
        function : callable
            Takes what can be seen of a prospect; returns ``touch_in``, ``on_the_date`` or
            ``walk_away`` of `salescoach.followup.policy`.
        scenario, against : str
            Where to try it, and which strategy to compare with.
        """
        from dataclasses import replace

        from salescoach.followup.outcomes import compare_runs
        from salescoach.followup.policy import tabulate
        from salescoach.plots.followup import forest
        from salescoach.widgets.progress import progress

        name, rival, bench = self._scenario(scenario), self._strategy(against), self._bench
        with progress("Asking your policy about every situation") as report:
            self._prepare()
            own = replace(rival, name="own", title="Your policy", table=tabulate(function))
            report(1, 2)
            found = compare_runs(bench.run(name, own, _YEARS), bench.run(name, rival, _YEARS))
        return forest(bench.scenarios[name].title, rival.title, [("Your policy", found)])

    def _prepare(self) -> None:
        """Compile the model where that is possible: many runs in plain Python take minutes."""
        from salescoach.followup.compiled import has_numba, warm_up

        if has_numba():
            warm_up()

    def _scenario(self, name: str) -> str:
        if name not in self._bench.scenarios:
            raise CoachError(**unknown("scenario", name, list(self._bench.scenarios)))
        return name

    def _strategy(self, name: str) -> Strategy:
        if name not in self._bench.strategies:
            raise CoachError(**unknown("strategy", name, list(self._bench.strategies)))
        return self._bench.strategies[name]
