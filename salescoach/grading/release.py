"""Releases a course: bundles with the exercises and a start page, and nothing that tells a key."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from salescoach.assessment import CLASS_FILE
from salescoach.catalog import Catalog
from salescoach.errors import CoachError
from salescoach.grading.class_summary import shared_file
from salescoach.grading.course import Course, CourseExercise, Trainee
from salescoach.grading.names import file_stem
from salescoach.grading.pages import environment
from salescoach.grading.released_notebook import (
    as_file,
    beside_the_lessons,
    personal_notebook,
    read_exercise,
)
from salescoach.grading.sealing import ticket
from salescoach.grading.variants import Spread, draw, items_for, spread
from salescoach.grading.whole_files import replace_bytes
from salescoach.items import Item
from salescoach.keys import signal_keys

START_PAGE = "start-here.html"
FOLDER = "hand-in"
"""The folder in a bundle: beside `notebooks`, so that links to lessons lead there."""
_DATE = (2020, 1, 1, 0, 0, 0)  # the same bytes whenever the bundle is made


@dataclass(frozen=True)
class Released:
    """What a release made.

    Parameters
    ----------
    bundles : tuple of Path
        The zip files.
    spreads : tuple of Spread
        How even the draws are, for each exercise that draws situations.
    """

    bundles: tuple[Path, ...]
    spreads: tuple[Spread, ...]


def release(
    course: Course,
    catalog: Catalog,
    out: Path,
    each: bool | None = None,
    progress: Callable[[str], None] = lambda name: None,
) -> Released:
    """Write the bundles of a course.

    Parameters
    ----------
    course : Course
        The course.
    catalog : Catalog
        The items.
    out : Path
        The folder for the zip files.
    each : bool, optional
        Whether every trainee gets a bundle of their own; by default only if exercises differ.
    progress : callable
        Called with the name of each bundle before it is written.

    Raises
    ------
    CoachError
        If one bundle is asked for but exercises differ, or if `out` cannot be written.
    """
    shared = shared_file(course)
    differs = any(e.variant.signals or e.variant.pools for e in course.exercises)
    if each is False and differs:
        raise CoachError(
            "This course draws items for each trainee, so one bundle for all cannot be made.",
            next_step="Leave --for-all out, or take the variants out of course.toml.",
        )
    each = differs if each is None else each
    notebooks = {e.id: beside_the_lessons(read_exercise(e.id)) for e in course.exercises}
    keys = signal_keys(catalog) if differs else {}
    draws: dict[str, list[tuple[str, ...]]] = {e.id: [] for e in course.exercises}
    made = []
    try:
        out.mkdir(parents=True, exist_ok=True)
        for trainee in course.roster if each else (None,):
            name = _bundle_name(trainee)
            progress(name)
            files: dict[str, bytes] = {}
            for exercise in course.exercises:
                drawn = draw(course, trainee.id, exercise, catalog, keys) if trainee else ()
                draws[exercise.id].append(drawn)
                files[f"{FOLDER}/{exercise.id}.ipynb"] = as_file(
                    _notebook(course, trainee, exercise, catalog, notebooks[exercise.id], drawn)
                )
            if shared is not None:
                files[f"{FOLDER}/{CLASS_FILE}"] = shared
            page = start_page(course, trainee, catalog, CLASS_FILE if shared else "")
            files[START_PAGE] = page.encode()
            replace_bytes(out / name, _zip(files))
            made.append(out / name)
    except OSError as error:
        raise CoachError(
            f"The bundles cannot be written to {str(out)!r}: {error.strerror}.",
            next_step="Name another folder with --out, or make room, and run the command again.",
        ) from None
    spreads = [spread(e, draws[e.id], keys) for e in course.exercises]
    return Released(tuple(made), tuple(s for s in spreads if s is not None))


def _bundle_name(trainee: Trainee | None) -> str:
    if trainee is None:
        return "course.zip"
    return f"{file_stem(f'{trainee.id} {trainee.name}', trainee.id)}.zip"


def _notebook(
    course: Course, trainee: Trainee | None, exercise: CourseExercise, catalog: Catalog,
    notebook: dict[str, object], drawn: tuple[str, ...],
) -> dict[str, object]:  # fmt: skip
    if trainee is None:
        return notebook
    variant = exercise.variant
    listed = " ".join(drawn) if variant.signals or variant.pools else ""
    identity = [("name", trainee.name), ("id", trainee.id)]
    identity += [("items", listed)] if listed else []
    identity += [("ticket", ticket(course.secret, trainee.id, exercise.id, listed))]
    pooled = {item for pool in variant.pools for item in pool.of}
    added = items_for((name for name in drawn if name in catalog.signals), exercise, catalog)
    return personal_notebook(notebook, identity, pooled - set(drawn), added)


def start_page(
    course: Course, trainee: Trainee | None, catalog: Catalog, class_profile: str = ""
) -> str:
    """Write the page that a bundle opens with: what there is to do, by when, and how.

    Parameters
    ----------
    course : Course
        The course.
    trainee : Trainee or None
        Whose bundle it is; None for all.
    catalog : Catalog
        Titles and minutes of the exercises.
    class_profile : str
        The file with the profile of the class, if it is in the bundle.
    """
    rows = [
        {
            "id": e.id,
            "notebook": catalog.notebooks[e.id],
            "points": _points(e, catalog),
            "due": due_in_words(course.due(trainee.id if trainee else "", e)),
        }
        for e in course.exercises
    ]
    return environment().get_template("start_here.html.j2").render(
        course=course, trainee=trainee, rows=rows, class_profile=class_profile
    )  # fmt: skip


def due_in_words(due: datetime | None) -> str:
    """Say when something is due, in the time zone of the course.

    Examples
    --------
    >>> from datetime import UTC
    >>> due_in_words(datetime(2026, 12, 11, 18, 0, tzinfo=UTC))
    'Friday 11 December 2026, 18:00 (UTC)'
    """
    if due is None:
        return "no date"
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    months = ("January", "February", "March", "April", "May", "June", "July", "August",
              "September", "October", "November", "December")  # fmt: skip
    day = f"{days[due.weekday()]} {due.day} {months[due.month - 1]} {due.year}"
    return f"{day}, {due:%H:%M} ({due.tzname()})"


def _points(exercise: CourseExercise, catalog: Catalog) -> float:
    def worth(items: Iterable[Item]) -> float:
        return sum(item.points for item in items)

    pools = exercise.variant.pools
    pooled = {item for pool in pools for item in pool.of}
    total = worth(i for i in catalog.items_of(exercise.id) if i.id not in pooled)
    total += sum(pool.draw * catalog.items[pool.of[0]].points for pool in pools)
    return total + exercise.variant.signals * exercise.variant.signal_points


def _zip(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name in sorted(files, key=lambda name: (name != START_PAGE, name)):
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            bundle.writestr(info, files[name])
    return buffer.getvalue()
