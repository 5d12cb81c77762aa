"""Reads a notebook that was handed in. It is only read: no kernel, no code of a trainee."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from salescoach.answers import Answer, parse_cell
from salescoach.grading.lean import without_outputs
from salescoach.grading.names import plain
from salescoach.grading.sources import LARGE_BYTES, Content, Reader, Source
from salescoach.grading.zips import UnusableError

NEWEST_FORMAT: Final = 4
"""The newest notebook format that is known here."""

_START_CELL = re.compile(r"""\blesson\s*\.\s*open\s*\(\s*(["'])([^"'\n]{1,200})\1""")
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Stray:
    """A code cell that is no answer cell, as it may hold an answer that lost its first line.

    Parameters
    ----------
    text : str
        What stands in it.
    after : str
        The item of the last answer cell above it; empty if there is none.
    """

    text: str
    after: str


@dataclass(frozen=True)
class HandIn:
    """What a file says, before anything is scored.

    Parameters
    ----------
    file : str
        The file as the instructor knows it.
    fault : str
        Status word if the file cannot be used (``unreadable``, ``unsupported``), else empty.
    note : str
        What happened, in a sentence; empty if there is nothing to say.
    opened : str
        The name that the start cell opens; empty if there is none.
    answers : dict
        For each item id all answers found, in the order of the cells.
    strays : tuple of Stray
        The other code cells, in their order.
    sha256 : str
        Hash of the bytes, in hexadecimal; empty if they could not be had.
    """

    file: str
    fault: str = ""
    note: str = ""
    opened: str = ""
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    strays: tuple[Stray, ...] = ()
    sha256: str = ""


def read_hand_in(source: Source | Path, reader: Reader | None = None) -> HandIn:
    """Read a hand-in; whatever is wrong with it becomes a status and a sentence.

    Parameters
    ----------
    source : Source or Path
        The file that was handed in. Its name does not matter.
    reader : Reader, optional
        Keeps a zip open from one of its entries to the next.
    """
    if isinstance(source, Path):
        source = Source(plain(str(source)), source, named=True)
    if reader is None:
        with Reader() as own:
            return read_hand_in(source, own)
    digest = ""
    try:
        with reader.content(source) as content:
            digest = hashlib.sha256(content).hexdigest()
            return _read(source.name, content, digest)
    except UnusableError as error:
        return HandIn(source.name, error.status, error.note, sha256=digest)


def _read(name: str, content: Content, digest: str) -> HandIn:
    notebook, notes = _parsed(content)
    if not isinstance(notebook, dict):
        raise UnusableError("unreadable", "The file is JSON, but no notebook.")
    version = notebook.get("nbformat")
    if isinstance(version, int) and version > NEWEST_FORMAT:
        told = f"Notebook format {version}" if version < 1_000 else "This notebook format"
        raise UnusableError("unsupported", f"{told} is newer than this desk; save it as format 4.")
    cells = list(_cells(notebook))
    if not cells and not isinstance(notebook.get("cells"), list):
        raise UnusableError("unreadable", "The file is JSON, but has no list of cells.")
    opened = ""
    answers: dict[str, list[Answer]] = {}
    strays: list[Stray] = []
    after = ""
    unread = 0
    for kind, text in cells:
        if text is None:
            unread += kind != "markdown"
            continue
        answer = parse_cell(text)
        if answer is not None:
            after = answer.item
            answers.setdefault(after, []).append(answer)
        elif kind == "markdown":
            continue
        elif not opened and (start := _START_CELL.search(text)):
            opened = start[2]
        elif text.strip():
            strays.append(Stray(text, after))
    if unread:
        notes.append(f"Cells that hold no text were passed over: {unread}.")
    return HandIn(
        name,
        note=" ".join(notes),
        opened=opened,
        answers=answers,
        strays=tuple(strays),
        sha256=digest,
    )


def _parsed(content: Content) -> tuple[Any, list[str]]:
    """Parse JSON in whatever encoding it came, and say what was unusual."""
    large = len(content) > LARGE_BYTES
    raw = without_outputs(content) if large else bytes(content)
    if not raw.strip():
        raise UnusableError("unreadable", "The file is empty.")
    if raw.startswith(b"PK\x03\x04"):
        raise UnusableError("unreadable", "The file is a zip with the name of a notebook.")
    text, notes = _decoded(raw)
    try:
        return json.loads(text, parse_int=_integer), notes
    except RecursionError:
        pass
    except ValueError as error:
        where = f" at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        told = f"The file is no notebook, or is cut off{'' if large else where}."
        raise UnusableError("unreadable", told) from None
    try:  # what nests so deeply may be an output
        return json.loads(_decoded(without_outputs(raw))[0], parse_int=_integer), notes
    except (RecursionError, ValueError):
        told = "The file is nested too deeply to be a notebook."
        raise UnusableError("unreadable", told) from None


def _integer(digits: str) -> int:
    """Read a number; none that matters here has more digits than this."""
    return int(digits) if len(digits) < 20 else -1


def _decoded(raw: bytes) -> tuple[str, list[str]]:
    encoding = json.detect_encoding(raw)
    text = raw.decode(encoding, "replace")
    if "\0" in text:
        raise UnusableError("unreadable", "The file is not text; a notebook is.")
    damaged = text.count("\ufffd") - raw.count(b"\xef\xbf\xbd")
    if encoding not in ("utf-8", "utf-8-sig"):
        return text, [f"It was saved as {encoding.upper()}, not as UTF-8."]
    if damaged <= 0:
        return text, []
    if sum(character > "\x7f" for character in text) > damaged:
        return text, ["Some letters are damaged."]
    # No letter beyond ASCII is right in UTF-8, so this is the older encoding of Windows.
    try:
        return raw.decode("cp1252"), ["It was saved as Windows-1252, not as UTF-8."]
    except UnicodeDecodeError:
        return raw.decode("latin-1"), ["It was saved as Latin-1, not as UTF-8."]


def _cells(notebook: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    """List kind and text of all cells; the formats before 4 keep them in worksheets."""
    cells = notebook.get("cells")
    if not isinstance(cells, list):
        sheets = notebook.get("worksheets")
        cells = [
            cell
            for sheet in (sheets if isinstance(sheets, list) else [])
            if isinstance(sheet, dict) and isinstance(sheet.get("cells"), list)
            for cell in sheet["cells"]
        ]
    for cell in cells:
        if not isinstance(cell, dict):
            yield "code", None
            continue
        kind = cell.get("cell_type", "code")
        source = cell.get("source", cell.get("input", cell.get("code")))
        if isinstance(source, list) and all(isinstance(line, str) for line in source):
            source = "".join(source)
        text = _SURROGATES.sub("\ufffd", source) if isinstance(source, str) else None
        yield ("code" if kind in ("code", "raw") else "markdown"), text
