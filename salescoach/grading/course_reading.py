"""Reads a course folder and lists every fault: file, line, column, and what is allowed there."""

from __future__ import annotations

import datetime as dt
import os
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from salescoach.catalog import Catalog, open_catalog
from salescoach.errors import CoachError
from salescoach.grading import course_values as read
from salescoach.grading import toml_places
from salescoach.grading.course import (
    COURSE_FILE,
    EXTENSIONS_FILE,
    INBOX,
    ROSTER_FILE,
    SECRET_FILE,
    Course,
    CourseExercise,
    Fault,
    Late,
    Policies,
    Pool,
    Repeated,
    Unsigned,
    Variant,
)
from salescoach.grading.roster import read_extensions, read_roster
from salescoach.grading.settings_reader import SettingsReader

MOST_SIGNALS = 60
_DUE = "a date as 2026-12-11, or a date with a time as 2026-12-11T18:00:00"


def read_course(folder: Path) -> tuple[Course | None, list[Fault]]:
    """Read a course folder as far as possible and list its faults.

    Parameters
    ----------
    folder : Path
        The course folder.

    Returns
    -------
    tuple of Course or None and list of Fault
        The course is None if `course.toml` cannot be read at all.

    Raises
    ------
    CoachError
        If there is no such folder, or no course in it.
    """
    if not (folder / COURSE_FILE).is_file():
        raise CoachError(
            f"There is no course in {str(folder)!r}: the file {COURSE_FILE} is not there.",
            next_step=f"Name the folder of a course, or make one: salescoach course new {folder}",
        )
    faults: list[Fault] = []
    try:
        text = (folder / COURSE_FILE).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except (UnicodeDecodeError, OSError):
        told = "The file cannot be read as text."
        return None, [Fault(COURSE_FILE, 0, 0, told, "a text file saved as UTF-8")]
    values = toml_places.load(text, COURSE_FILE, faults)
    if values is None:
        return None, faults
    course = _Reader(folder, values, text, faults).course()
    return course, faults


class _Reader(SettingsReader):
    """Puts the course together; what is wrong becomes a fault and takes its default."""

    def __init__(self, folder: Path, values: dict[str, Any], text: str, faults: list[Fault]):
        super().__init__(values, text, faults)
        self.folder = folder

    def course(self) -> Course:
        self.known((), self.values)
        title = self.take((), self.values, "title", read.text, "a text in quotation marks", "")
        self.zone = self.take(
            (),
            self.values,
            "timezone",
            read.zone,
            'the name of a time zone, as "UTC" or "Europe/London"',
            dt.UTC,
        )
        data = self.take((), self.values, "data", read.text, "a folder in quotation marks", "")
        catalog = self.catalog(data)
        exercises = self.exercises(catalog)
        policies = self.policies()
        roster = read_roster(self.folder / ROSTER_FILE, self.faults)
        extensions = read_extensions(
            self.folder / EXTENSIONS_FILE,
            roster,
            [e.id for e in exercises],
            lambda text: self.moment(
                dt.datetime.fromisoformat(text) if len(text) > 10 else dt.date.fromisoformat(text)
            ),
            self.faults,
        )
        yes = "true or false"
        return Course(
            self.folder,
            title,
            exercises,
            roster,
            policies,
            extensions,
            self.secret(),
            self.take((), self.values, "show_keys", read.boolean, yes, False),
            self.take((), self.values, "gradebook", read.text, "the address of a database", ""),
            data,
            self.take((), self.values, "share_class_profile", read.boolean, yes, False),
        )

    def catalog(self, data: str) -> Catalog:
        try:
            return open_catalog(self.folder / data if data else None)
        except CoachError as error:
            self.fault(("data",), error.problem, "the folder of a data pack without faults")
            return open_catalog()

    def exercises(self, catalog: Catalog) -> tuple[CourseExercise, ...]:
        possible = catalog.hand_ins
        tables = self.values.get("exercises", [])
        if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
            self.fault(
                ("exercises",),
                "Each exercise has a block of its own.",
                "[[exercises]] on a line, and its settings below",
            )
            return ()
        if not tables:
            self.fault((), "The course has no exercise.", "a block [[exercises]] for each")
        found: list[CourseExercise] = []
        for place, table in enumerate(tables):
            path: toml_places.Path = ("exercises", place)
            self.known(path, table)
            name = self.take(path, table, "id", read.text, ", ".join(possible), "")
            if name and name not in possible:
                close = get_close_matches(name, possible, 1)
                guess = f" Did you mean {close[0]!r}?" if close else ""
                self.fault(
                    (*path, "id"), f"There is no exercise {name!r}.{guess}", ", ".join(possible)
                )
                continue
            if name in [e.id for e in found]:
                self.fault(
                    (*path, "id"),
                    f"The exercise {name!r} is in the course already.",
                    "each exercise once",
                )
                continue
            due = self.take(path, table, "due", self.moment, _DUE, None)
            weight = self.take(
                path, table, "weight", read.number(0, 1000), "a number, 0 or more", 1.0
            )
            variant = self.variant(path, table.get("variant", {}), name, catalog)
            if name:
                found.append(CourseExercise(name, due, weight, variant))
        if found and not sum(e.weight for e in found):
            self.fault(("exercises", 0, "weight"), "All weights are 0.", "at least one above 0")
        return tuple(found)

    def variant(self, path: toml_places.Path, table: Any, name: str, catalog: Catalog) -> Variant:
        path = (*path, "variant")
        if not isinstance(table, dict):
            self.fault(path, "The variant has a block of its own.", "[exercises.variant]")
            return Variant()
        self.known(path, table)
        signals = self.take(
            path,
            table,
            "signals",
            read.whole(0, MOST_SIGNALS),
            f"a whole number from 0 to {MOST_SIGNALS}",
            0,
        )
        points = self.take(
            path, table, "signal_points", read.number(0.5, 100), "a number from 0.5 to 100", 2.0
        )
        choices = {i.id: i for i in catalog.items_of(name) if i.kind == "choice"} if name else {}
        pools, used = [], set[str]()
        tables = table.get("pools", [])
        if not isinstance(tables, list) or not all(isinstance(pool, dict) for pool in tables):
            self.fault(
                (*path, "pools"),
                "Each pool has a block of its own.",
                "[[exercises.variant.pools]] on a line, draw and of below",
            )
            tables = []
        for place, pool in enumerate(tables):
            here = (*path, "pools", place)
            self.known(here, pool)
            of = self.take(here, pool, "of", read.texts, '["item-1", "item-2"]', ())
            wrong = [item for item in of if item not in choices or item in used]
            if wrong:
                self.fault(
                    (*here, "of"),
                    f"{wrong[0]!r} is no free choice item of this exercise.",
                    ", ".join(c for c in choices if c not in used) or "nothing here",
                )
                continue
            if len({choices[item].points for item in of}) > 1:
                self.fault(
                    (*here, "of"),
                    "These items are worth different points.",
                    "items worth the same, so that no draw is worth more",
                )
            draw = self.take(
                here,
                pool,
                "draw",
                read.whole(1, max(len(of), 1)),
                f"a whole number from 1 to {len(of)}",
                1,
            )
            used |= set(of)
            pools.append(Pool(draw, tuple(of)))
        return Variant(signals, points, tuple(pools))

    def policies(self) -> Policies:
        table = self.values.get("policies", {})
        path = ("policies",)
        if not isinstance(table, dict):
            self.fault(path, "The policies have a block of their own.", "[policies]")
            return Policies()
        self.known(path, table)
        words = {"late": Late, "repeated": Repeated, "unsigned": Unsigned}
        chosen = {
            name: self.take(
                path,
                table,
                name,
                read.one_of(get_args(kind)),
                ", ".join(f'"{w}"' for w in get_args(kind)),
                getattr(Policies, name),
            )
            for name, kind in words.items()
        }
        percent = self.take(
            path, table, "late_percent_per_day", read.number(0, 100), "a number from 0 to 100", 10.0
        )
        hours = self.take(
            path,
            table,
            "late_grace_hours",
            read.number(0, 1000),
            "a number of hours, 0 or more",
            0.0,
        )
        return Policies(chosen["late"], percent, hours, chosen["repeated"], chosen["unsigned"])

    def secret(self) -> bytes:
        path = self.folder / SECRET_FILE
        told = "the secret that `salescoach course new` made: 64 letters and digits"
        try:
            secret = bytes.fromhex(path.read_text("utf-8").strip())
        except (OSError, ValueError):
            secret = b""
        if len(secret) < 32:
            what = "is not complete" if path.exists() else "is not there"
            self.faults.append(
                Fault(
                    SECRET_FILE,
                    0,
                    0,
                    f"The secret of the course {what}. Without "
                    "it, tickets of released notebooks cannot be checked.",
                    told,
                )
            )
        elif path.stat().st_mode & 0o077 and os.name == "posix":
            self.faults.append(
                Fault(
                    SECRET_FILE,
                    0,
                    0,
                    f"Other users of this computer can read the secret. Run: chmod 600 {path}",
                    note=True,
                )
            )
        if not (self.folder / INBOX).is_dir():
            self.faults.append(
                Fault(
                    INBOX,
                    0,
                    0,
                    "There is no folder for hand-ins; name files and "
                    "folders when you grade, or make it.",
                    note=True,
                )
            )
        return secret
