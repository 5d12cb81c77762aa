"""Makes a course folder that works at once and explains itself to whoever opens its files."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from salescoach.catalog import Catalog
from salescoach.errors import CoachError
from salescoach.grading.course import COURSE_FILE, INBOX, ROSTER_FILE, SECRET_FILE

_TOP = """\
# The course. Open this file in any text editor; lines that begin with # are notes.
# After a change run: salescoach course check FOLDER

title = "{title}"
timezone = "UTC"           # for due dates, as "Europe/London" or "America/New_York"
show_keys = false          # true: feedback pages say which option would have been right
share_class_profile = false  # true: trainees may see the class beside them, never a person
# data = "my-pack"         # a folder beside this file with your own items and keys
# gradebook = "postgresql+psycopg://user@host/name"  # a database server for a department

[policies]
late = "deduct"            # "accept", "deduct" or "refuse"
late_percent_per_day = 10  # taken off for each day begun
late_grace_hours = 2       # this late is still in time
repeated = "last"          # which of several hand-ins counts: "last", "best" or "first"
unsigned = "accept"        # a notebook without a ticket: "accept" by name, or "review"
"""

_EXERCISE = """
[[exercises]]
id = "{id}"
# due = 2026-12-11T18:00:00
weight = 1
"""

_FORM = """
[[exercises]]
id = "{id}"
# due = 2026-12-11T18:00:00
weight = 0                 # a form of the skills assessment: it measures, it does not mark
"""

_VARIANT = """\
# [exercises.variant]      # without the # signs, each trainee gets situations of their own:
# signals = 6              # so many are drawn from the signal bank and added to the exercise
# signal_points = 2
"""

_ROSTER = "id,name,group\r\nt01,Ana Example,north\r\nt02,Ben Example,south\r\n"


def new_course(folder: Path, title: str, catalog: Catalog) -> list[Path]:
    """Make a course folder.

    Parameters
    ----------
    folder : Path
        A folder that does not exist yet, or is empty.
    title : str
        What the course is called.
    catalog : Catalog
        Its exercises become those of the course.

    Returns
    -------
    list of Path
        What was made.

    Raises
    ------
    CoachError
        If the folder holds something, or cannot be written.
    """
    title = " ".join(title.split())
    if not title or '"' in title or "\\" in title:
        raise CoachError("This title cannot be used.", allowed='a text without " and \\')
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise CoachError(
                f"{str(folder)!r} exists and is not empty; nothing in it was changed.",
                next_step="Name a new folder for the course.",
            )
        folder.mkdir(parents=True, exist_ok=True)
        text = _TOP.format(title=title) + "".join(_exercise(n, catalog) for n in catalog.hand_ins)
        _secret(folder / SECRET_FILE)
        (folder / ROSTER_FILE).write_text(_ROSTER, "utf-8-sig", newline="")
        (folder / INBOX).mkdir()
        # Last: a folder with this file is a course, and a course is complete.
        (folder / COURSE_FILE).write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise CoachError(
            f"The course cannot be made in {str(folder)!r}: {error.strerror}.",
            next_step="Name another folder, or make room.",
        ) from None
    return [folder / name for name in (COURSE_FILE, ROSTER_FILE, SECRET_FILE, INBOX)]


def _exercise(name: str, catalog: Catalog) -> str:
    """Write the block of one exercise; the last one shows how situations are drawn."""
    if catalog.notebooks[name].kind != "exercise":
        return _FORM.format(id=name)
    last = [n for n in catalog.hand_ins if catalog.notebooks[n].kind == "exercise"][-1]
    return _EXERCISE.format(id=name) + (_VARIANT if name == last else "")


def _secret(path: Path) -> None:
    """Write the secret so that nobody else can read it at any moment."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(secrets.token_hex(32) + "\n")
