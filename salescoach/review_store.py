"""Keeps the learner's own practice reviews in one small file in the user's data folder.

The file survives a crash (it is replaced as a whole), two notebooks at once (a lock, and what both
know is merged), and damage (it is moved aside, and what can be read of it is kept). It holds no
answers and is never graded.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_data_path

from salescoach.errors import CoachError
from salescoach.habits import Review, merge

FILE = "practice-reviews.json"
VERSION = 1
LOCK_SECONDS = 10.0


@dataclass(frozen=True)
class Stored:
    """Reviews, and a message for the learner if something was wrong with the file."""

    reviews: tuple[Review, ...]
    message: str = ""


class ReviewStore:
    """Reads and adds to the file of practice reviews.

    Parameters
    ----------
    folder : Path, optional
        Where the file lies; without it, the folder that the operating system gives to an
        application's data.

    Notes
    -----
    A store remembers what it has read and added, and writes all of it each time: if another
    program damages or deletes the file meanwhile, the next addition restores it.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or user_data_path("salescoach", appauthor=False)) / FILE
        self._known: tuple[Review, ...] = ()

    def load(self) -> Stored:
        """Read the reviews.

        Raises
        ------
        CoachError
            If the file cannot be opened, or was written by a later version of salescoach.
        """
        return self.add(())

    def add(self, reviews: Iterable[Review]) -> Stored:
        """Add reviews to the file and give back all.

        Raises
        ------
        CoachError
            As in `load`, or if the file cannot be written.
        """
        self._known = merge(self._known, reviews)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self.path.with_suffix(".lock"), timeout=LOCK_SECONDS):
                stored, sound = self._read()
                self._known = merge(self._known, stored.reviews)
                if not sound or self._known != stored.reviews:
                    self._write()
        except Timeout as error:
            raise self._unusable("another notebook has held it for too long") from error
        except OSError as error:
            raise self._unusable(error.strerror or str(error)) from error
        return Stored(self._known, stored.message)

    def _unusable(self, why: str) -> CoachError:
        return CoachError(
            f"The practice schedule {self.path} cannot be used: {why}.",
            next_step="Practice goes on without it; make the folder writable to keep a schedule.",
        )

    def _read(self) -> tuple[Stored, bool]:
        """Read the file; the second value says that it is sound."""
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return Stored(()), True
        reviews, bad = _decode(data)
        if not bad:
            return Stored(reviews), True
        aside = self._move_aside()
        message = (
            f"Your practice schedule was damaged. It was moved aside to {aside.name}; "
            f"{len(reviews)} reviews could be read and were kept."
        )
        return Stored(reviews, message), False

    def _move_aside(self) -> Path:
        number = 1
        while (aside := self.path.with_name(f"{self.path.stem}.damaged-{number}.json")).exists():
            number += 1
        return self.path.rename(aside)

    def _write(self) -> None:
        # Written beside and then put in place: whoever reads sees the old file or the new one.
        beside = self.path.with_suffix(".new")
        with beside.open("w", encoding="utf-8") as file:
            file.write(_encode(self._known))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self.path)


def _encode(reviews: Iterable[Review]) -> str:
    # One review a line keeps the file readable, and most of it if a part is damaged.
    lines = ",\n".join(json.dumps([r.at.isoformat(), r.item, r.grade]) for r in reviews)
    return f'{{"version": {VERSION}, "reviews": [\n{lines}\n]}}\n'


def _decode(data: bytes) -> tuple[tuple[Review, ...], bool]:
    """Read what can be read; the second value says that something could not."""
    text = data.decode("utf-8", errors="replace")
    try:
        content = json.loads(text)
        version, entries = content["version"], list(content["reviews"])
    except (ValueError, TypeError, KeyError):
        return merge(filter(None, map(_line, text.splitlines()))), True
    if isinstance(version, int) and version > VERSION:
        raise CoachError(
            "The practice schedule was written by a later version of salescoach.",
            next_step="Update salescoach; the file has been left as it is.",
        )
    reviews = [_review(entry) for entry in entries]
    return merge(r for r in reviews if r is not None), None in reviews


def _line(line: str) -> Review | None:
    try:
        return _review(json.loads(line.strip().rstrip(",")))
    except ValueError:
        return None


def _review(entry: object) -> Review | None:
    match entry:
        case [str(at), str(item), ("missed" | "hard" | "good") as grade]:
            try:
                when = datetime.fromisoformat(at)
            except ValueError:
                return None
            return Review(when.astimezone(UTC), item, grade) if when.tzinfo else None
    return None
