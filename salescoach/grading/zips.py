"""Looks into a zip without trusting it: sizes are limited, links and locked entries are told."""

from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO, Final

MOST_NESTED: Final = 100_000_000
"""Bytes that a zip inside a zip may have."""

_MOST_DIRECTORY: Final = 5_000_000
_DEPTH: Final = 2
# Above the first figure, an entry that unpacks to more than the second times its size is a trap.
_SUSPECT_BYTES: Final = 20_000_000
_SUSPECT_RATIO: Final = 100
_TRAP: Final = (
    "This would unpack to far more than a hand-in can be; it was not opened. If it is an honest "
    "file, ask for it with its outputs cleared."
)
_TOO_DEEP: Final = "Zips inside zips inside zips are not opened."
_END: Final = b"PK\x05\x06"
_LOCATOR: Final = b"PK\x06\x07"


class UnusableError(Exception):
    """A hand-in that cannot be used: the status it gets, and a sentence that says why."""

    def __init__(self, status: str, note: str) -> None:
        super().__init__(status, note)
        self.status = status
        self.note = note


@dataclass(frozen=True)
class Entry:
    """A notebook in a zip: name, place, when it was written, and what is wrong with it."""

    name: str
    place: tuple[int, ...]
    written: datetime | None
    fault: str = ""
    note: str = ""


class Archive:
    """An open zip. Its entries are known by number: names can repeat, and lie.

    Parameters
    ----------
    file : IO of bytes
        The zip; closed with the archive.

    Raises
    ------
    UnusableError
        If it is not a zip that can be opened.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        try:
            if _directory_size(file) > _MOST_DIRECTORY:
                raise UnusableError("unsupported", _TRAP)
            self._zip = zipfile.ZipFile(file)
        except UnusableError:
            file.close()
            raise
        except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, OSError,
                UnicodeDecodeError):  # fmt: skip
            file.close()
            note = "The zip is damaged or cut off; it may not have been sent whole."
            raise UnusableError("unreadable", note) from None
        self.infos = self._zip.infolist()
        packed = sum(info.compress_size for info in self.infos)
        if packed > file.seek(0, os.SEEK_END):  # entries that share their bytes
            self.__exit__()
            raise UnusableError("unsupported", _TRAP)

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()
        self._file.close()

    def file(self, index: int) -> IO[bytes]:
        """Open an entry to be read as a stream."""
        try:
            return self._zip.open(self.infos[index])
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, struct.error, ValueError,
                IndexError):  # fmt: skip
            raise UnusableError("unreadable", "The file is damaged inside the zip.") from None

    def nested(self, index: int) -> Archive:
        """Open a zip inside this zip; it has to fit into memory."""
        try:
            with self.file(index) as file:
                content = file.read(MOST_NESTED + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError):
            raise UnusableError("unreadable", "The file is damaged inside the zip.") from None
        if len(content) > MOST_NESTED:
            raise UnusableError("unsupported", _TRAP)
        return Archive(io.BytesIO(content))


def entries_of(archive: Archive) -> list[Entry]:
    """List the notebooks in a zip, and in the zips inside it.

    Raises
    ------
    UnusableError
        If there is no notebook in it.
    """
    entries = list(_entries(archive, (), ""))
    if not entries:
        raise UnusableError("unreadable", "There is no notebook in this zip.")
    return entries


def _entries(archive: Archive, outer: tuple[int, ...], prefix: str) -> Iterator[Entry]:
    order = sorted(range(len(archive.infos)), key=lambda i: (archive.infos[i].filename, i))
    for index in order:
        info = archive.infos[index]
        name = info.filename.replace("\\", "/")
        if name.endswith("/") or _hidden(name):
            continue
        is_zip = name.lower().endswith(".zip")
        if not is_zip and ".ipynb" not in name.lower():
            continue
        place, shown = (*outer, index), prefix + name
        fault, note = _fault(info)
        written = _written(info)
        if fault or not is_zip:
            yield Entry(shown, place, written, fault, note)
        elif len(place) >= _DEPTH:
            yield Entry(shown, place, written, "unsupported", _TOO_DEEP)
        else:
            try:
                with archive.nested(index) as inner:
                    found = list(_entries(inner, place, f"{shown}/"))
                if not found:
                    raise UnusableError("unreadable", "There is no notebook in this zip.")
                yield from found
            except UnusableError as error:
                yield Entry(shown, place, written, error.status, error.note)


def _hidden(name: str) -> bool:
    """Tell the shadows that a Mac puts beside each file, and what Jupyter keeps for itself."""
    *folders, last = name.split("/")
    return last.startswith("._") or any(f.startswith(".") and f.strip(".") for f in folders)


def _written(info: zipfile.ZipInfo) -> datetime | None:
    """Read the time of an entry: a zip keeps local time, without saying where."""
    try:
        return datetime(*info.date_time).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _fault(info: zipfile.ZipInfo) -> tuple[str, str]:
    if stat.S_ISLNK(info.external_attr >> 16):
        return "unreadable", "This is a link; links in a zip are not followed."
    if info.flag_bits & 0x1:
        return "unreadable", "This is locked with a password; ask for it without one."
    if info.file_size > max(_SUSPECT_BYTES, _SUSPECT_RATIO * info.compress_size):
        return "unsupported", _TRAP
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "unsupported", "The zip packs this file in a way that this desk does not read."
    return "", ""


def _directory_size(file: IO[bytes]) -> int:
    """Read how large the zip says its table of contents is, before anything believes it."""
    size = file.seek(0, os.SEEK_END)
    start = max(0, size - 65_557)
    file.seek(start)
    tail = file.read()
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < 22:
        raise zipfile.BadZipFile
    (directory,) = struct.unpack_from("<I", tail, end + 12)
    locator = end - 20
    if locator >= 0 and tail[locator : locator + 4] == _LOCATOR:
        (place,) = struct.unpack_from("<Q", tail, locator + 8)
        file.seek(min(place + 40, size))
        (directory,) = struct.unpack("<Q", file.read(8))
    file.seek(0)
    return int(directory)
