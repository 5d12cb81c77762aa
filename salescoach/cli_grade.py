"""Commands that give and change grades: grade, regrade, override."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from salescoach.errors import CoachError

if TYPE_CHECKING:
    from salescoach.catalog import Catalog
    from salescoach.grading.course import Course
    from salescoach.grading.course_result import CourseResult
    from salescoach.grading.gradebook import Gradebook

INTERRUPTED = 130
Progress = Callable[[int, int], None]


@contextmanager
def progress_bar(what: str) -> Iterator[Progress]:
    """Show how far a long run is, where somebody looks; pipes and files get nothing."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
               TimeRemainingColumn())  # fmt: skip
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


def grade(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Notebooks, zips, folders; with --course by default its inbox."),
    ] = None,
    course: Annotated[Path | None, typer.Option(help="The folder of a course.")] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="The folder for tables and pages; with --course by default DIR/results."),
    ] = None,
    show_keys: Annotated[
        bool, typer.Option("--show-keys", help="Feedback pages say what would have been right.")
    ] = False,
    workers: Annotated[
        int, typer.Option(help="Processes that judge side by side.", min=1, max=64)
    ] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="Print the grades as JSON.")] = False,
) -> None:
    """Grade notebooks by reading them; nothing that a trainee wrote is executed.

    Writes tables, a report and one feedback page for each hand-in. A file that cannot be graded
    is a row with a status, never a zero. With --course the grades are kept in its gradebook,
    and what was graded before is not graded again.
    """
    try:
        if course is not None:
            _grade_course(
                course, paths or [], out or course / "results", show_keys, workers, as_json
            )
        if not paths:
            raise typer.BadParameter("Missing argument 'PATHS...': name hand-ins, or --course.")
        if out is None:
            raise typer.BadParameter("Missing option '--out': where tables and pages shall go.")
        _grade_files(paths, out, show_keys, workers, as_json)
    except KeyboardInterrupt:
        kept = "What was graded so far is in the gradebook; the same command goes on from there."
        typer.echo(f"\nStopped. {kept if course else 'Nothing was written.'}", err=True)
        raise typer.Exit(INTERRUPTED) from None


def _grade_files(
    paths: list[Path], out: Path, show_keys: bool, workers: int, as_json: bool
) -> NoReturn:
    from salescoach.catalog import open_catalog
    from salescoach.grading import grade as grade_files
    from salescoach.grading.desk import NOT_GRADED
    from salescoach.grading.output import write_results
    from salescoach.grading.tables import GRADE_COLUMNS

    with progress_bar("Grading") as progress:
        grades = grade_files(paths, open_catalog(), progress, workers)
    write_results(grades, out, show_keys=show_keys)
    if as_json:
        rows = [{name: getattr(g, name) for name in GRADE_COLUMNS} for g in grades]
        typer.echo(json.dumps(rows, ensure_ascii=False))
    else:
        for g in grades:
            score = "no score" if g.score is None else f"{g.score:g} of {g.max:g}"
            typer.echo(f"{g.status:<14} {score:>12}  {g.trainee}  ({g.file})")
        typer.echo(f"Wrote {out / 'grades.csv'}, items.csv, report.html and the feedback pages.")
    trouble = [g for g in grades if g.status in NOT_GRADED]
    for g in trouble:
        typer.echo(f"{g.file}: {g.status}. {g.note}", err=True)
    raise typer.Exit(1 if trouble else 0)


def _opened(folder: Path) -> tuple[Course, Catalog, Gradebook]:
    from salescoach.catalog import open_catalog
    from salescoach.grading.course import open_course
    from salescoach.grading.gradebook.opening import open_gradebook

    course = open_course(folder)
    return course, open_catalog(course.data_folder), open_gradebook(course)


def _grade_course(
    folder: Path, paths: list[Path], out: Path, show_keys: bool, workers: int, as_json: bool
) -> NoReturn:
    from salescoach.grading.course_desk import grade_course
    from salescoach.grading.course_output import write_course_results

    course, catalog, book = _opened(folder)
    course = replace(course, show_keys=show_keys or course.show_keys)
    with progress_bar("Grading") as progress:
        result = grade_course(course, catalog, book, paths, progress, workers)
    write_course_results(result, out)
    if as_json:
        typer.echo(json.dumps(_as_values(result), ensure_ascii=False))
    else:
        _tell(result, out)
    trouble = [i for i in result.inputs if not i.trainee]
    for record in trouble:
        typer.echo(f"{record.file}: {record.status}. {record.note}", err=True)
    raise typer.Exit(1 if trouble else 0)


def _tell(result: CourseResult, out: Path) -> None:
    for cell in result.cells:
        score = "no score" if cell.score is None else f"{cell.score:g} of {cell.max:g}"
        typer.echo(f"{cell.status:<8} {score:>14}  {cell.trainee.label}, {cell.exercise}")
    count = Counter(cell.status for cell in result.cells)
    told = ", ".join(f"{count[status]} {status}" for status in count)
    people, exercises = len(result.course.roster), len(result.course.exercises)
    typer.echo(f"{people} trainees, {exercises} exercises: {told}.")
    if count["review"]:
        typer.echo("What is for review: open notebooks/instructor/review.ipynb, or use override.")
    if result.stale:
        typer.echo(
            f"{result.stale} grades were given by an earlier key or rubric; see: "
            f"salescoach regrade --course {result.course.folder}"
        )
    typer.echo(f"Wrote tables, report and feedback pages to {out}.")


def _as_values(result: CourseResult) -> dict[str, object]:
    return {
        "cells": [
            {
                "trainee": c.trainee.id, "name": c.trainee.name, "exercise": c.exercise,
                "status": c.status, "score": c.score, "max": c.max, "file": c.file, "note": c.note,
            }
            for c in result.cells
        ],
        "inputs": [
            {
                "file": i.file, "status": i.status, "trainee": i.trainee,
                "exercise": i.exercise, "note": i.note,
            }
            for i in result.inputs
        ],
        "final": {t.id: result.final(t.id).score for t in result.course.roster},
    }  # fmt: skip


def regrade(
    course: Annotated[Path, typer.Option("--course", help="The folder of the course.")],
    yes: Annotated[
        bool, typer.Option("--yes", help="Write the changes; without it they are only shown.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the changes as JSON.")] = False,
) -> None:
    """Grade the gradebook again after a key or the rubric changed, and show what changes.

    Overrides stay. Nothing is written unless you say --yes.
    """
    from salescoach.grading.regrade import regrade as compare

    opened, catalog, book = _opened(course)
    with progress_bar("Comparing") as progress:
        found = compare(opened, catalog, book.snapshot(), progress)
    if as_json:
        rows = [vars(line) for line in found.lines]
        typer.echo(json.dumps({"changes": rows, "checked": found.checked, "written": yes}))
    else:
        for line in found.lines:
            why = f"  ({line.why})" if line.why else ""
            if line.item:
                typer.echo(f"    {line.item:<28} {line.before:>8} -> {line.after:<8}{why}")
            else:
                typer.echo(f"{line.trainee}, {line.exercise}: {line.before} -> {line.after}{why}")
    people = len({line.trainee for line in found.lines})
    matter = sum(change.matters for change in found.changes)
    told = f"Compared {found.checked} grades: {matter} change, for {people} trainees."
    if yes and found.changes:
        book.change(found.changes)
        told += " The gradebook is up to date."
    elif found.changes:
        told += f" Nothing was written; to write it: salescoach regrade --course {course} --yes"
    typer.echo(told, err=as_json)


def override(
    trainee: Annotated[str, typer.Argument(help="The id of the trainee.")],
    exercise: Annotated[str, typer.Argument(help="The exercise.")],
    item: Annotated[str, typer.Argument(help="The item, or 'all' for the whole hand-in.")],
    score: Annotated[str, typer.Argument(help="The points that count.")],
    course: Annotated[Path, typer.Option("--course", help="The folder of the course.")],
    by: Annotated[str, typer.Option(help="Who decides.")],
    why: Annotated[str, typer.Option(help="Why; the trainee can read it.")],
) -> None:
    """Give other points than the desk did, with a reason; a re-grade leaves them.

    If the trainee hands in another answer later, the item comes up for review with both.
    """
    from salescoach.grading.review_queue import every_answer, find
    from salescoach.grading.review_queue import override as decide

    opened, catalog, book = _opened(course)
    answers = every_answer(opened, catalog, book.snapshot())
    found = find(answers, trainee, exercise, "" if item == "all" else item)
    if found is None:
        theirs = [w for w in answers if w.trainee.casefold() == trainee.casefold()]
        allowed = ", ".join(f"{w.exercise} {w.item or 'all'}" for w in theirs)
        raise CoachError(
            f"The gradebook has no answer of {trainee!r} to {exercise!r}, {item!r}.",
            allowed=allowed or ", ".join(sorted({w.trainee for w in answers})) or "none yet",
            next_step="Look the names up in items.csv.",
        )
    decision = decide(found, score, by, why)
    book.decide(decision)
    typer.echo(f"{found.label}, {exercise}, {item}: {decision.score:g} of {found.max:g} points.")


def add_to(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command(epilog="Example: salescoach grade inbox --out results")(grade)
    app.command(epilog="Example: salescoach regrade --course spring --yes")(regrade)
    example = (
        "Example: salescoach override t01 exercise-03-voicemail voicemail-mend 2 --course spring "
        "--by Kim --why 'a good reason was given'"
    )
    app.command(epilog=example)(override)
