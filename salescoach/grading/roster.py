"""Reads the tables of a course folder as spreadsheets write them: the roster, the extensions."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from salescoach.grading.course import EXTENSIONS_FILE, ROSTER_FILE, Fault, Trainee

_ID = re.compile(r"[^\W_][\w.@+-]{0,63}")
ID_RULE = "1 to 64 letters, digits and the signs . _ - + @, beginning with a letter or digit"


@dataclass(frozen=True)
class Table:
    """A table as text: rows with their number in the spreadsheet, by column name."""

    rows: tuple[tuple[int, dict[str, str]], ...]
    columns: tuple[str, ...]


def read_table(path: Path, wanted: Sequence[str], faults: list[Fault]) -> Table | None:
    """Read a CSV file as any spreadsheet may have saved it.

    Parameters
    ----------
    path : Path
        The file. A byte-order mark, Windows line ends, UTF-16, and semicolons or tabs between
        the columns are all read.
    wanted : sequence of str
        The columns that must be there, in any order.
    faults : list of Fault
        Gets what is wrong.

    Returns
    -------
    Table or None
        None if the file cannot be read as such a table.
    """
    text = _decoded(path, faults)
    if text is None:
        return None
    if not text.strip():
        faults.append(Fault(path.name, 1, 1, "The file is empty.", f"a first row {_row(wanted)}"))
        return None
    separator = _separator(text.splitlines()[0])
    if separator != ",":
        name = "semicolons" if separator == ";" else "tabs"
        faults.append(
            Fault(path.name, 1, 1, f"The columns are separated by {name}; read so.", note=True)
        )
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        told = f"The table cannot be read: {error}."
        faults.append(Fault(path.name, 1, 1, told, "each quotation mark closed in its own cell"))
        return None
    columns = tuple(cell.strip().casefold() for cell in lines[0])
    missing = [name for name in wanted if name not in columns]
    if missing:
        told = f"There is no column {' and no column '.join(repr(m) for m in missing)}."
        faults.append(Fault(path.name, 1, 1, told, f"a first row {_row(wanted)}"))
        return None
    for place, column in enumerate(columns, 1):
        if columns.count(column) > 1 and column in wanted:
            faults.append(
                Fault(
                    path.name,
                    1,
                    place,
                    f"The column {column!r} stands there twice.",
                    "each column once",
                )
            )
        elif column and column not in wanted:
            faults.append(
                Fault(path.name, 1, place, f"The column {column!r} is not used.", note=True)
            )
    rows = []
    for number, cells in enumerate(lines[1:], 2):
        if not any(cell.strip() for cell in cells):
            continue
        if len([c for c in cells[len(columns) :] if c.strip()]):
            told = f"This row has {len(cells)} cells; the first row names {len(columns)}."
            faults.append(
                Fault(
                    path.name,
                    number,
                    len(columns) + 1,
                    told,
                    "quotation marks around a cell that holds a comma",
                )
            )
            continue
        cells = [*cells, *[""] * (len(columns) - len(cells))]
        rows.append((number, {c: _clean(v) for c, v in zip(columns, cells, strict=False)}))
    return Table(tuple(rows), columns)


def read_roster(path: Path, faults: list[Fault]) -> tuple[Trainee, ...]:
    """Read the roster and list what is wrong with it.

    Parameters
    ----------
    path : Path
        The file with the columns id, name and group.
    faults : list of Fault
        Gets what is wrong.
    """
    table = read_table(path, ("id", "name", "group"), faults)
    if table is None:
        return ()
    found: list[Trainee] = []
    ids: dict[str, int] = {}
    names: dict[str, int] = {}
    column = {name: table.columns.index(name) + 1 for name in ("id", "name", "group")}
    for number, row in table.rows:
        trainee = Trainee(row["id"], row["name"], row["group"])

        def at(
            name: str, problem: str, allowed: str = "", *, n: int = number, note: bool = False
        ) -> None:
            faults.append(Fault(ROSTER_FILE, n, column[name], problem, allowed, note))

        if not _ID.fullmatch(trainee.id):
            at("id", f"{trainee.id!r} is not an id.", ID_RULE)
            continue
        if before := ids.get(trainee.id.casefold()):
            at("id", f"The id {trainee.id!r} stands in row {before} already.", "each id once")
            continue
        if not trainee.name or len(trainee.name) > 200:
            at(
                "name",
                "There is no name." if not trainee.name else "The name is too long.",
                "a name of 1 to 200 letters",
            )
        if before := names.get(same_name(trainee.name)):
            at(
                "name",
                f"{trainee.name!r} stands in row {before} too; only the id tells them "
                "apart in a notebook without a ticket.",
                note=True,
            )
        ids[trainee.id.casefold()] = names[same_name(trainee.name)] = number
        found.append(trainee)
    if not table.rows:
        faults.append(
            Fault(ROSTER_FILE, 2, 1, "Nobody is on the roster.", "a row for each trainee")
        )
    return tuple(found)


def read_extensions(
    path: Path,
    trainees: Sequence[Trainee],
    exercises: Sequence[str],
    moment: Callable[[str], datetime],
    faults: list[Fault],
) -> dict[tuple[str, str], datetime]:
    """Read who may hand in later; the file may be left out.

    Parameters
    ----------
    path : Path
        The file with the columns id, exercise and due.
    trainees, exercises : sequences
        Who and what may be named.
    moment : callable
        Reads a date or a date with a time; raises ValueError.
    faults : list of Fault
        Gets what is wrong.
    """
    if not path.exists():
        return {}
    table = read_table(path, ("id", "exercise", "due"), faults)
    known = {t.id.casefold(): t.id for t in trainees}
    found = {}
    for number, row in table.rows if table else ():
        column = {name: table.columns.index(name) + 1 for name in row} if table else {}
        if row["id"].casefold() not in known:
            faults.append(
                Fault(
                    EXTENSIONS_FILE,
                    number,
                    column["id"],
                    f"{row['id']!r} is not on the roster.",
                    "an id of the roster",
                )
            )
        elif row["exercise"] not in exercises:
            faults.append(
                Fault(
                    EXTENSIONS_FILE,
                    number,
                    column["exercise"],
                    f"The course has no exercise {row['exercise']!r}.",
                    ", ".join(exercises),
                )
            )
        else:
            try:
                due = moment(row["due"])
            except ValueError:
                faults.append(
                    Fault(
                        EXTENSIONS_FILE,
                        number,
                        column["due"],
                        f"{row['due']!r} is no date.",
                        "2026-12-18 or 2026-12-18 18:00",
                    )
                )
                continue
            found[known[row["id"].casefold()], row["exercise"]] = due
    return found


def same_name(name: str) -> str:
    """Bring a name into the form in which names are compared.

    Examples
    --------
    >>> same_name("Zoe\u0308  LIMA") == same_name("Zoë Lima")
    True
    """
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _decoded(path: Path, faults: list[Fault]) -> str | None:
    try:
        raw = path.read_bytes()
    except OSError as error:
        told = "There is no such file." if not path.exists() else f"{error.strerror}."
        faults.append(Fault(path.name, 0, 0, told, "a table saved as CSV"))
        return None
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if raw.startswith(b"PK"):
        faults.append(
            Fault(
                path.name,
                0,
                0,
                "This is an Excel workbook, not a CSV file.",
                "a table saved as 'CSV UTF-8'",
            )
        )
        return None
    try:
        return raw.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        faults.append(
            Fault(
                path.name,
                row,
                1,
                "This row holds letters in an old encoding.",
                "a file saved as 'CSV UTF-8'",
            )
        )
        return None


def _separator(line: str) -> str:
    return max(",;\t", key=lambda sign: (line.count(sign), -",;\t".index(sign)))


def _row(columns: Sequence[str]) -> str:
    return ",".join(columns)


def _clean(cell: str) -> str:
    text = unicodedata.normalize("NFC", cell)
    return " ".join("".join(c if unicodedata.category(c) != "Cc" else " " for c in text).split())
