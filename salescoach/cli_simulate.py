"""The commands ``simulate`` and ``par``; `cli` registers them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from salescoach.errors import CoachError

DONE, FOUND_WRONG, WRONG_USE = 0, 1, 2

Scenario = Annotated[str, typer.Option(help="Name of a scenario, or the path of a .toml file.")]
Replications = Annotated[int, typer.Option(help="How many years to simulate.")]
Seed = Annotated[int, typer.Option(help="The same seed brings the same prospects and luck.")]
Engine = Annotated[str, typer.Option(help="auto, compiled or plain; all give the same result.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
Data = Annotated[
    Path | None, typer.Option(help="Folder of another data pack; default: the workbook's own.")
]

SIMULATE_EXAMPLE = """
Simulate years of one salesperson under a strategy; --against pairs it with another.

Example:

    salescoach simulate --scenario balanced --strategy s2-follow-through --against weekly
"""
PAR_EXAMPLE = """
Search for a strong strategy that sees nothing hidden: the par of a scenario.

Takes a minute or two. Ctrl+C stops the search and keeps what it has found.

Example:

    salescoach par --scenario not-yet --evaluations 480
"""


def guarded(work: Callable[[], int]) -> None:
    """Run a command; tell a user's fault in words on stderr and leave with the right code."""
    try:
        code = work()
    except CoachError as fault:
        typer.echo(str(fault), err=True)
        raise typer.Exit(WRONG_USE) from fault
    except KeyboardInterrupt as stop:
        typer.echo("Stopped before there was a result.", err=True)
        raise typer.Exit(FOUND_WRONG) from stop
    raise typer.Exit(code)


def progress_line(what: str) -> Callable[[int, int], None] | None:
    """Return a callback that keeps one line on stderr up to date, if somebody is watching."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int) -> None:
        sys.stderr.write(f"\r{what}: {100 * done // max(total, 1):3d} %")
        sys.stderr.write("\n" if done >= total else "")
        sys.stderr.flush()

    return show


def prepare(engine: str) -> None:
    """Compile the model first, with its own progress, when that is what will run."""
    from salescoach.followup.compiled import has_numba, warm_up

    if engine != "plain" and has_numba():
        warm_up(progress_line("Preparing the model"))


def simulate(
    scenario: Scenario,
    strategy: Annotated[
        str, typer.Option(help="Name of a strategy, or the path of a .toml file with settings.")
    ],
    against: Annotated[
        str | None, typer.Option(help="A second strategy, run on the same prospects.")
    ] = None,
    replications: Replications = 1000,
    seed: Seed = 1,
    engine: Engine = "auto",
    json_: AsJson = False,
    data: Data = None,
) -> None:
    """Simulate years of one salesperson under a strategy; --against pairs it with another."""

    def work() -> int:
        from salescoach import catalog_followup as catalog
        from salescoach.followup import outcomes
        from salescoach.followup.engine import check_whole
        from salescoach.followup.engine import simulate as run

        check_whole("replications", replications, 2, 10_000_000)
        model = catalog.load_model(data)
        world = catalog.load_scenario(scenario, data)
        names = [strategy] if against is None else [strategy, against]
        strategies = [catalog.load_strategy(name, data) for name in names]
        prepare(engine)
        runs = [
            run(
                model, world, s, replications=replications, seed=seed, engine=engine,
                progress=progress_line(s.name),
            )
            for s in strategies
        ]  # fmt: skip
        if len(runs) == 2:
            comparison = outcomes.compare_runs(*runs)
            result, lines = comparison.to_dict(), comparison_lines(comparison)
        else:
            summary = outcomes.summarise(runs[0])
            result, lines = summary.to_dict(), summary_lines(summary)
        typer.echo(json.dumps(result, indent=2) if json_ else "\n".join(lines))
        if not all(r.complete for r in runs):
            typer.echo(f"Interrupted: {len(runs[0].years)} of {replications} years.", err=True)
            return FOUND_WRONG
        return DONE

    guarded(work)


def number(value: float, unit: str) -> str:
    """Write a number with as many digits as it deserves."""
    if unit == "euros":
        return f"{value:,.0f}"
    return f"{value:.2f}" if unit == "-1 to 1" else f"{value:,.1f}"


def summary_lines(summary: Any) -> list[str]:
    """Return a table of outcomes in words."""
    from salescoach.followup.outcomes import OUTCOMES

    lines = [
        f"{summary.strategy} in {summary.scenario}: {summary.replications:,} simulated years, "
        f"seed {summary.seed}",
        f"{'':12}{'mean':>12}  {'95 % interval':^25}{'nine of ten years':^25}  unit",
    ]
    for name, (unit, _) in OUTCOMES.items():
        e = summary.outcomes[name]
        between = f"{number(e.low, unit)} to {number(e.high, unit)}"
        years = f"{number(e.year_low, unit)} to {number(e.year_high, unit)}"
        lines.append(f"{name:12}{number(e.mean, unit):>12}  {between:^25}{years:^25}  {unit}")
    return lines


def comparison_lines(comparison: Any) -> list[str]:
    """Return both tables and the paired difference in words."""
    e = comparison.difference["worth"]
    verdict = "more" if e.mean >= 0 else "less"
    certain = e.low > 0 or e.high < 0
    return [
        *summary_lines(comparison.first),
        "",
        *summary_lines(comparison.second),
        "",
        f"On the same prospects {comparison.first.strategy} is worth {abs(e.mean):,.0f} euros "
        f"{verdict} a year than {comparison.second.strategy} (95 % interval of the difference "
        f"{e.low:,.0f} to {e.high:,.0f}).",
        "The interval leaves no doubt which is better here."
        if certain
        else "The interval contains zero: these runs do not show which is better.",
        f"It is the better one in {100 * comparison.share_better:.0f} of 100 years.",
    ]


def par(
    scenario: Scenario,
    evaluations: Annotated[int, typer.Option(help="Settings that the search tries.")] = 1440,
    cell_rounds: Annotated[
        int, typer.Option(help="Passes over the cells of the decision table; 0 leaves it out.")
    ] = 2,
    replications: Replications = 1000,
    seed: Seed = 1,
    engine: Engine = "auto",
    json_: AsJson = False,
    data: Data = None,
) -> None:
    """Search for a strong strategy that sees nothing hidden: the par of a scenario."""

    def work() -> int:
        from salescoach import catalog_followup as catalog
        from salescoach.followup import par as search
        from salescoach.followup.engine import check_whole

        check_whole("replications", replications, 2, 10_000_000)
        model = catalog.load_model(data)
        world = catalog.load_scenario(scenario, data)
        weekly = catalog.load_strategy("weekly", data)
        prepare(engine)
        found = search.find_par(
            model, world, weekly, evaluations=evaluations, cell_rounds=cell_rounds,
            replications=replications, seed=seed, engine=engine,
            progress=progress_line("Searching for par"),
        )  # fmt: skip
        typer.echo(json.dumps(found.to_dict(), indent=2) if json_ else "\n".join(par_lines(found)))
        return DONE if found.complete else FOUND_WRONG

    guarded(work)


def par_lines(found: Any) -> list[str]:
    """Return par and the best settings in words."""
    from salescoach.followup.par import reading

    return [
        f"Par of {found.scenario}: {found.par.mean:,.0f} euros a year "
        f"({found.par.low:,.0f} to {found.par.high:,.0f}), measured on {found.replications:,} "
        "years that the search had not seen.",
        f"Best settings alone: {found.by_settings.mean:,.0f}. Every week: "
        f"{found.weekly.mean:,.0f}.",
        f"What the best settings do: {reading(found.settings)}",
        *([] if found.complete else ["The search was stopped early; more is possible."]),
    ]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("simulate", help=SIMULATE_EXAMPLE)(simulate)
    app.command("par", help=PAR_EXAMPLE)(par)
