"""Finds what was handed in: files, folders, and the zips that a learning platform hands out.

Nothing is unpacked to a place that a zip could choose, no link is followed, and a zip that would
unpack to more than a class could have written is told, not opened.
"""

from __future__ import annotations

import mmap
import os
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO, Final

from salescoach.grading.names import plain
from salescoach.grading.zips import Archive, UnusableError, entries_of

MOST_BYTES: Final = 300_000_000
"""Files above this size are not opened: no notebook of ours comes near it."""

LARGE_BYTES: Final = 4_000_000
"""From this size on a file is looked at where it lies, not read into memory as a whole."""

Content = bytes | mmap.mmap


@dataclass(frozen=True)
class Source:
    """One hand-in, before it is read: a file, or an entry of a zip.

    Parameters
    ----------
    name : str
        The name that the instructor sees; no two sources of a run share one.
    path : Path
        The file on disk.
    entries : tuple of int
        Where it stands in the zip, and in the zip within that zip; empty for a plain file.
    fault : str
        Status word if it is known already that it cannot be used.
    note : str
        Why it cannot be used, in a sentence.
    named : bool
        Whether the instructor named this very file; only then may it be a link.
    folder : str
        The folder of the inbox or zip that holds it; empty at the top.
    received : datetime or None
        When it was written last, in UTC, as disk or zip tell; None where they do not.
    """

    name: str
    path: Path
    entries: tuple[int, ...] = ()
    fault: str = ""
    note: str = ""
    named: bool = False
    folder: str = ""
    received: datetime | None = None


def find_sources(paths: Iterable[Path]) -> list[Source]:
    """List all hand-ins in files, folders and zips; folders are searched to the bottom.

    Hidden folders, as of Jupyter's check-points, are left out; what is named outright is kept.
    """
    seen: set[Path] = set()
    names: dict[str, int] = {}
    found = []
    for path in paths:
        for source in _below(path) if path.is_dir() else _at(path, named=True):
            if not source.entries:
                if source.path.absolute() in seen:
                    continue
                seen.add(source.path.absolute())
            times = names[source.name] = names.get(source.name, 0) + 1
            found.append(replace(source, name=f"{source.name} [{times}]") if times > 1 else source)
    return found


def _at(path: Path, named: bool = False, folder: str = "") -> Iterator[Source]:
    source = Source(
        plain(str(path)), path, named=named, folder=plain(folder), received=_written(path)
    )  # fmt: skip
    if path.suffix.lower() != ".zip" or (path.is_symlink() and not named) or not path.is_file():
        yield source
        return
    try:
        with Archive(path.open("rb")) as archive:
            found = [
                replace(
                    source,
                    name=f"{source.name}/{plain(entry.name)}",
                    entries=entry.place,
                    fault=entry.fault,
                    note=entry.note,
                    folder=plain(PurePosixPath(entry.name).parent.name) or source.folder,
                    received=entry.written,
                )
                for entry in entries_of(archive)
            ]
    except UnusableError as error:
        found = [replace(source, fault=error.status, note=error.note)]
    except OSError as error:
        note = f"The zip cannot be opened: {error.strerror or 'it is damaged'}."
        found = [replace(source, fault="unreadable", note=note)]
    yield from found


def _below(folder: Path) -> Iterator[Source]:
    closed: list[OSError] = []
    for home, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted([*folders, *files]):
            if looks_handed_in(name):
                at_top = Path(home) == folder
                yield from _at(Path(home) / name, folder="" if at_top else Path(home).name)
    for error in closed:
        path = Path(os.fsdecode(error.filename))
        note = f"The folder cannot be opened: {error.strerror}."
        yield Source(plain(str(path)), path, fault="unreadable", note=note)


def _written(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.lstat().st_mtime, UTC)
    except (OSError, OverflowError, ValueError):
        return None


def looks_handed_in(name: str) -> bool:
    """Tell by its name whether a file in an inbox is a hand-in.

    Examples
    --------
    >>> [looks_handed_in(n) for n in ("a.ipynb", "A (1).IPYNB.txt", "class.zip", "._a.ipynb")]
    [True, True, True, False]
    """
    # A Mac leaves a shadow of each file, with these two signs before its name.
    if name.startswith("._"):
        return False
    return ".ipynb" in name.lower() or name.lower().endswith(".zip")


class Reader:
    """Opens hand-ins one after the other; a zip stays open as long as its entries are read."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self._place: tuple[Path, tuple[int, ...]] | None = None
        self._archive: Archive | None = None

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    @contextmanager
    def content(self, source: Source) -> Iterator[Content]:
        """Give the bytes of a hand-in; large ones stay where they lie.

        Raises
        ------
        UnusableError
            If there is nothing to read, with the status and the sentence to report.
        """
        if source.fault:
            raise UnusableError(source.fault, source.note)
        with ExitStack() as stack:
            try:
                if source.entries:
                    file, size = stack.enter_context(self._entry(source)), -1
                else:
                    file = stack.enter_context(_plain_file(source))
                    size = os.fstat(file.fileno()).st_size
                yield _looked_at(file, size, stack)
            except OSError as error:
                why = error.strerror or "it is damaged"
                raise UnusableError("unreadable", f"The file cannot be opened: {why}.") from None

    def _entry(self, source: Source) -> IO[bytes]:
        *outer, last = source.entries
        if self._place != (source.path, tuple(outer)) or self._archive is None:
            self._open.close()
            self._place = None
            archive = self._open.enter_context(Archive(source.path.open("rb")))
            for index in outer:
                archive = self._open.enter_context(archive.nested(index))
            self._place, self._archive = (source.path, tuple(outer)), archive
        return self._archive.file(last)


def _plain_file(source: Source) -> IO[bytes]:
    path = source.path
    try:
        kind = (path.stat() if source.named else path.lstat()).st_mode
    except FileNotFoundError:
        raise UnusableError("unreadable", "There is no such file.") from None
    if stat.S_ISLNK(kind):
        raise UnusableError("unreadable", "This is a link; links in an inbox are not followed.")
    if stat.S_ISDIR(kind):
        raise UnusableError("unreadable", "This is a folder with the name of a notebook.")
    if not stat.S_ISREG(kind):
        raise UnusableError("unreadable", "This is not a file.")
    # A file that turns into a pipe between the look and the opening must not make us wait.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)
                         | getattr(os, "O_BINARY", 0))  # fmt: skip
    return os.fdopen(descriptor, "rb")


def _looked_at(file: IO[bytes], size: int, stack: ExitStack) -> Content:
    """Read a small file; map a large one, by way of an unnamed file if it comes out of a zip."""
    if size > MOST_BYTES:
        raise UnusableError("unsupported", "The file is too large to be a hand-in.")
    if size >= 0:
        if size <= LARGE_BYTES:
            return file.read()
        return stack.enter_context(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    try:
        head = file.read(LARGE_BYTES + 1)
        if len(head) <= LARGE_BYTES:
            return head
        spool: IO[bytes] = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
        spool.write(head)
        while block := file.read(1_000_000):
            spool.write(block)
            if spool.tell() > MOST_BYTES:
                raise UnusableError("unsupported", "The file is too large to be a hand-in.")
        spool.flush()
    except (zipfile.BadZipFile, zlib.error, EOFError):
        raise UnusableError("unreadable", "The file is damaged inside the zip.") from None
    return stack.enter_context(mmap.mmap(spool.fileno(), 0, access=mmap.ACCESS_READ))
