"""Reads a notebook that was handed in. It is only read: no kernel, no code of a trainee."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat

from salescoach.answers import Answer, parse_cell

MOST_BYTES = 300_000_000
"""Files above this size are not opened: no notebook of ours comes near it."""

_START_CELL = re.compile(r"""\blesson\s*\.\s*open\s*\(\s*(["'])([^"'\n]+)\1""")


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
    """

    file: str
    fault: str = ""
    note: str = ""
    opened: str = ""
    answers: dict[str, list[Answer]] = field(default_factory=dict)


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """List the notebooks in files and folders: folders are searched to the bottom.

    Hidden files and Jupyter's check-points are left out; what is named outright is kept.
    """
    seen = set()
    for path in paths:
        found = _notebooks_below(path) if path.is_dir() else [path]
        for file in found:
            key = file.absolute()
            if key not in seen:
                seen.add(key)
                yield file


def _notebooks_below(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if file.suffix.lower() == ".ipynb" and not hidden:
            yield file


def read_hand_in(path: Path) -> HandIn:
    """Read a file; whatever is wrong with it becomes a status and a sentence.

    Parameters
    ----------
    path : Path
        The file that was handed in. Its name does not matter.
    """
    name = str(path)
    try:
        if not path.exists():
            return HandIn(name, "unreadable", "There is no such file.")
        if not path.is_file():
            return HandIn(name, "unreadable", "This is not a file.")
        if path.stat().st_size > MOST_BYTES:
            return HandIn(name, "unsupported", "The file is too large to be a hand-in.")
        raw = path.read_bytes()
    except OSError as error:
        return HandIn(name, "unreadable", f"The file cannot be opened: {error.strerror}.")
    return _read_bytes(name, raw)


def _read_bytes(name: str, raw: bytes) -> HandIn:
    if not raw.strip():
        return HandIn(name, "unreadable", "The file is empty.")
    text = _decoded(raw)
    if text is None:
        return HandIn(name, "unreadable", "The file is not text; a notebook is.")
    try:
        notebook = json.loads(text)
    except RecursionError:
        return HandIn(name, "unreadable", "The file is nested too deeply to be a notebook.")
    except ValueError as error:
        where = f" at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        return HandIn(name, "unreadable", f"The file is no notebook, or is cut off{where}.")
    if not isinstance(notebook, dict):
        return HandIn(name, "unreadable", "The file is JSON, but no notebook.")
    version = notebook.get("nbformat")
    if isinstance(version, int) and not isinstance(version, bool) and version > 4:
        return HandIn(name, "unsupported", f"Notebook format {version} is newer than this desk.")
    if isinstance(version, int) and version < 4:
        try:
            notebook = nbformat.convert(nbformat.from_dict(notebook), 4)
        except Exception as error:  # old notebooks can be broken in any way
            kind = type(error).__name__
            return HandIn(name, "unreadable", f"The old notebook cannot be upgraded ({kind}).")
    cells = notebook.get("cells")
    if not isinstance(cells, list):
        return HandIn(name, "unreadable", "The file is JSON, but has no list of cells.")
    return _collect(name, [source for cell in cells if (source := _source(cell)) is not None])


def _decoded(raw: bytes) -> str | None:
    encodings = {
        codecs.BOM_UTF8: "utf-8-sig",
        codecs.BOM_UTF16_LE: "utf-16",
        codecs.BOM_UTF16_BE: "utf-16",
    }
    chosen = next((name for bom, name in encodings.items() if raw.startswith(bom)), None)
    for encoding in [chosen] if chosen else ["utf-8", "latin-1"]:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def _source(cell: Any) -> str | None:
    """Get the text of a code cell; None for other cells and for what is no text."""
    if not isinstance(cell, dict) or cell.get("cell_type", "code") not in ("code", "raw"):
        return None
    source = cell.get("source")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        return "".join(source)
    return source if isinstance(source, str) else None


def _collect(name: str, sources: list[str]) -> HandIn:
    opened = ""
    answers: dict[str, list[Answer]] = {}
    for source in sources:
        answer = parse_cell(source)
        if answer is not None:
            answers.setdefault(answer.item, []).append(answer)
        elif not opened and (start := _START_CELL.search(source)):
            opened = start[2]
    return HandIn(name, opened=opened, answers=answers)
