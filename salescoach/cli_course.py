"""Commands of the grading desk: make and check a course, release it, grade it, correct it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

course_app = typer.Typer(
    help="Make and check the folder of a course.", no_args_is_help=True, rich_markup_mode=None
)

CourseFolder = Annotated[Path, typer.Option("--course", help="The folder of the course.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


@course_app.command("new", epilog="Example: salescoach course new spring --title 'Spring 2027'")
def course_new(
    folder: Annotated[Path, typer.Argument(help="A new folder for the course.")],
    title: Annotated[str, typer.Option(help="What the course is called.")] = "Our sales course",
) -> None:
    """Make a course folder: course.toml, roster.csv, a secret, and an inbox for hand-ins."""
    from salescoach.catalog import open_catalog
    from salescoach.grading.course_template import new_course

    for path in new_course(folder, title, open_catalog()):
        typer.echo(f"Made {path}")
    typer.echo(
        "Next: put your trainees into roster.csv (a spreadsheet can do it), set due dates in "
        f"course.toml, then run: salescoach course check {folder}"
    )


@course_app.command("check", epilog="Example: salescoach course check spring")
def course_check(
    folder: Annotated[Path, typer.Argument(help="The folder of the course.")],
    as_json: AsJson = False,
) -> None:
    """Check a course folder and explain every fault: file, line, what is allowed there."""
    from dataclasses import asdict

    from salescoach.grading.course_reading import read_course

    course, faults = read_course(folder)
    grave = [fault for fault in faults if not fault.note]
    if as_json:
        typer.echo(json.dumps([asdict(fault) for fault in faults], ensure_ascii=False))
    else:
        for fault in faults:
            typer.echo(str(fault))
        if course is not None and not grave:
            typer.echo(
                f"The course {course.title!r} is in order: {many(len(course.roster), 'trainee')}, "
                f"{many(len(course.exercises), 'exercise')}."
            )
        else:
            typer.echo(f"Found {many(len(grave), 'fault')} to mend.")
    raise typer.Exit(1 if grave else 0)


@course_app.command("class-profile", epilog="Example: salescoach course class-profile spring")
def course_class_profile(
    folder: Annotated[Path, typer.Argument(help="The folder of a course that was graded.")],
) -> None:
    """Write how the class did in the assessment, as a group, for lessons 00 and 10 to show.

    Only if course.toml says share_class_profile = true, and of no fewer than eight people. The
    file holds no name, no answer and no key; the next release takes it along.
    """
    from salescoach.assessment import LEAST
    from salescoach.catalog import open_catalog
    from salescoach.grading.class_summary import require_leave, summarise, write_class_profile
    from salescoach.grading.course import open_course
    from salescoach.grading.gradebook.opening import open_gradebook

    course = open_course(folder)
    require_leave(course)
    book = open_gradebook(course)
    summary = summarise(course, open_catalog(course.data_folder), book.snapshot())
    path = write_class_profile(course, summary)
    for name, count in summary.complete.items():
        told = f"{count} complete" if name in summary.profile.forms else (
            f"{count} complete, which is fewer than {LEAST}: left out"
        )  # fmt: skip
        typer.echo(f"Form {name.upper()}: {told}.")
    typer.echo(f"Wrote {path}. Read it before you give it away; the next release takes it along.")


def release(
    course: CourseFolder,
    out: Annotated[
        Path | None, typer.Option(help="Where to put the bundles; by default DIR/release.")
    ] = None,
    for_each: Annotated[
        bool | None,
        typer.Option(
            "--for-each/--for-all",
            help="A bundle with name and ticket for each trainee, or one for all; by default "
            "for each if items are drawn.",
        ),
    ] = None,
) -> None:
    """Write the bundles that trainees get: exercises and a start page, without any key."""
    from salescoach.catalog import open_catalog
    from salescoach.grading.course import open_course
    from salescoach.grading.release import release as release_course

    opened = open_course(course)
    made = release_course(
        opened, open_catalog(opened.data_folder), out or course / "release", for_each
    )
    for spread in made.spreads:
        typer.echo(str(spread))
    where = made.bundles[0].parent if made.bundles else out
    typer.echo(f"Wrote {many(len(made.bundles), 'bundle')} to {where}.")


def many(count: int, what: str) -> str:
    """Count things in words: one has no s."""
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def add_to(app: typer.Typer) -> None:
    """Add the commands of the desk to the command line."""
    app.add_typer(course_app, name="course")
    app.command(epilog="Example: salescoach release --course spring")(release)
