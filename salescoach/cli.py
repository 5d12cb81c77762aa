"""The command line: ``salescoach COMMAND``. Each command's --help shows an example."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from salescoach import cli_course, cli_grade, cli_score, cli_simulate
from salescoach.errors import CoachError

app = typer.Typer(
    help="The workbook 'Persist, or walk away?': lessons, exercises, grading.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

cli_simulate.register(app)
app.command(epilog="Example: salescoach score voicemail message.txt")(cli_score.score)
app.command(epilog="Example: salescoach calibrate voicemail coaches.jsonl")(cli_score.calibrate)


def main() -> None:
    """Run the command line; a user's mistake is told in words, with exit status 1."""
    try:
        app()
    except CoachError as error:
        print(error, file=sys.stderr)
        raise SystemExit(1) from None


@app.command(epilog="Example: salescoach lab --no-browser --port 8899")
def lab(
    browser: Annotated[
        bool, typer.Option(help="Open a browser window; without a display only the address.")
    ] = True,
    port: Annotated[int | None, typer.Option(help="Use this port.", min=1, max=65535)] = None,
) -> None:
    """Open JupyterLab on the workbook.

    In an empty folder the workbook is copied there first; what exists is never overwritten.
    """
    from salescoach.launcher import FIRST_LESSON, has_display, place_workbook, start_lab

    folder, copied = place_workbook(Path.cwd())
    if copied:
        typer.echo(f"Put {len(copied)} files of the workbook into {folder}.")
    if browser and not has_display():
        typer.echo("There is no display here. Open the address below in a browser.")
        browser = False
    typer.echo(f"Opening {FIRST_LESSON}. To stop: Ctrl-C in this window.")
    raise typer.Exit(start_lab(folder, browser=browser, port=port))


@app.command(epilog="Example: salescoach validate my-pack")
def validate(
    folder: Annotated[
        Path | None, typer.Argument(help="The folder of a data pack; by default the built-in one.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the faults as JSON.")] = False,
) -> None:
    """Check a data pack and list every fault with file, row, column and value.

    A pack is a folder with some of the tables of the built-in `data` folder.
    """
    from dataclasses import asdict

    from salescoach.catalog import Catalog, workbook
    from salescoach.validation import check_pack

    built_in = workbook() / "data"
    catalog = Catalog(built_in) if folder is None else Catalog(folder, fallback=built_in)
    report = check_pack(catalog)
    if as_json:
        typer.echo(json.dumps([asdict(fault) for fault in report.faults], ensure_ascii=False))
    else:
        for fault in report.faults:
            typer.echo(str(fault))
        for file in report.ignored:
            typer.echo(f"Note: {file} is no table of a data pack; it is not used.")
        count = len(report.faults)
        found = "no fault" if count == 0 else "1 fault" if count == 1 else f"{count} faults"
        typer.echo(f"Checked {', '.join(report.checked)}: {found}.")
    raise typer.Exit(1 if report.faults else 0)


cli_course.add_to(app)
cli_grade.add_to(app)
