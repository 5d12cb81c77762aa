"""Writes many files as one step: either all of them are new, or none is."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from salescoach.errors import CoachError

_FOLDER = ".salescoach-writing"


class Staging:
    """Files that are written, but not yet in their place.

    Parameters
    ----------
    folder : Path
        Where they are written for now.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: list[str] = []

    def write(self, name: str, content: str | bytes) -> None:
        """Write one file; `name` is its place below the target, with ``/``."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            content = content.encode("utf-8", "backslashreplace")
        path.write_bytes(content)
        self.names.append(name)


@contextmanager
def staged(folder: Path) -> Iterator[Staging]:
    """Collect files, and put them all into `folder` at the end.

    Until then nothing in `folder` changes: a disk that is full halfway leaves the earlier
    results as they were.

    Raises
    ------
    CoachError
        If the folder cannot be written.
    """
    writing = folder / _FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(writing, ignore_errors=True)
        writing.mkdir()
        staging = Staging(writing)
        yield staging
        for name in staging.names:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            (writing / name).replace(target)
    except OSError as error:
        raise CoachError(
            f"The results cannot be written to {str(folder)!r}: {error.strerror}.",
            next_step="Name another folder, or make room or close the file that is open there, "
            "and run the command again.",
        ) from None
    finally:
        shutil.rmtree(writing, ignore_errors=True)
