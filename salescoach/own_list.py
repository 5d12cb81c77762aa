"""Reads a list of one's own: a CSV export, checked, on this machine and nowhere else."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from salescoach.companies import Company
from salescoach.companies.columns import FIELDS, company_of, guess_mapping, product_of
from salescoach.errors import CoachError

MOST_BYTES: Final = 20_000_000
MOST_ROWS: Final = 20_000
_EXPORT = "the CSV export of HubSpot, Salesforce or Pipedrive, or a table of your own"


@dataclass(frozen=True)
class OwnList:
    """A list of one's own.

    Parameters
    ----------
    file : str
        The name of the file.
    product : str
        Which product wrote it, if that could be told.
    read_as : str
        How the file was read: encoding and separator.
    header : tuple of str
        Its columns.
    mapping : dict
        Our field to its column.
    companies : tuple of Company
        Its rows.
    notes : tuple of str
        What the reader should know: rows left out, values not understood.
    """

    file: str
    product: str
    read_as: str
    header: tuple[str, ...]
    mapping: dict[str, str]
    companies: tuple[Company, ...]
    notes: tuple[str, ...] = ()


def csv_files(folder: Path) -> list[str]:
    """List the CSV files of a folder, for a menu."""
    names = (p.name for p in folder.iterdir() if p.suffix.lower() == ".csv" and p.is_file())
    return sorted(names, key=str.lower)


def read_own_list(path: Path, changed: Mapping[str, str] | None = None) -> OwnList:
    """Read and check a list.

    Parameters
    ----------
    path : Path
        A CSV file: UTF-8 with or without its mark, UTF-16, or Windows 1252; separated by
        commas, semicolons or tabs.
    changed : mapping, optional
        Our fields to columns, where the guess is not right; an empty text means no column.

    Raises
    ------
    CoachError
        If there is no such file, if it is no CSV table, or if a column does not exist; the
        message names the row or the column.
    """
    text, encoding = _text_of(path)
    separator, said = _separator(text, path.name)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[tuple[int, list[str]]] = []
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((reader.line_num, row))
            if len(rows) > MOST_ROWS + 1:
                raise CoachError(
                    f"{path.name} has more than {MOST_ROWS:,} rows.",
                    next_step="Export a smaller list: one territory or one industry.",
                )
    except csv.Error as error:
        raise CoachError(
            f"{path.name} breaks off near line {reader.line_num}: {error}.",
            allowed="quotation marks that close again", next_step="Export the list once more.",
        ) from None  # fmt: skip
    header = _header(rows, path.name)
    mapping = _mapping(header, changed or {})
    companies, notes = _companies(rows[1:], header, mapping, path.name)
    return OwnList(
        path.name, product_of(header), f"{encoding}, {said}", header, mapping, companies, notes
    )


def _text_of(path: Path) -> tuple[str, str]:
    if not path.is_file():
        near = ", ".join(csv_files(path.parent)) if path.parent.is_dir() else ""
        raise CoachError(
            f"There is no file {path.name!r} beside this notebook.", allowed=near or "a CSV file",
            next_step="Drag your file into the file list on the left, then write its name here.",
        )  # fmt: skip
    if path.stat().st_size > MOST_BYTES:
        raise CoachError(
            f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB.",
            next_step="Export a smaller list: one territory or one industry.",
        )
    raw = path.read_bytes()
    if raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise CoachError(
            f"{path.name} is an Excel workbook, not a CSV file.", allowed=_EXPORT,
            next_step='Open it in the spreadsheet and save it as "CSV UTF-8".',
        )  # fmt: skip
    marks = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16",
             codecs.BOM_UTF16_BE: "utf-16"}  # fmt: skip
    marked = next((name for mark, name in marks.items() if raw.startswith(mark)), None)
    names = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16", "utf-8": "UTF-8", "cp1252": "Windows 1252"}
    for encoding in [marked] if marked else ["utf-8", "cp1252"]:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, names[encoding]
    raise CoachError(
        f"{path.name} is not text.", allowed=_EXPORT,
        next_step='Save the list as "CSV UTF-8" and try again.',
    )  # fmt: skip


def _separator(text: str, name: str) -> tuple[str, str]:
    first = next((line for line in text.splitlines() if line.strip()), "")
    if not first:
        raise CoachError(f"{name} is empty.", allowed=_EXPORT, next_step="Export the list again.")
    said = {",": "commas", ";": "semicolons", "\t": "tabs"}
    found = max(said, key=first.count)
    return found, f"separated by {said[found]}"


def _header(rows: list[tuple[int, list[str]]], name: str) -> tuple[str, ...]:
    if not rows:
        raise CoachError(
            f"{name} is empty but for separators.", allowed=_EXPORT,
            next_step="Export the list again, with its records.",
        )  # fmt: skip
    header = tuple(" ".join(cell.split()) for cell in rows[0][1])
    twice = sorted({column for column in header if column and header.count(column) > 1})
    if twice:
        raise CoachError(
            f"{name} has two columns of the name {twice[0]!r}.", allowed="each column once",
            next_step="Rename one of them in the first row.",
        )  # fmt: skip
    if len(rows) == 1:
        raise CoachError(
            f"{name} has a first row, but no companies below it.", allowed=_EXPORT,
            next_step="Export the list again, with its records.",
        )  # fmt: skip
    return header


def _mapping(header: tuple[str, ...], changed: Mapping[str, str]) -> dict[str, str]:
    mapping = guess_mapping(header)
    for field, column in changed.items():
        if field not in FIELDS:
            raise CoachError(
                f"There is no field {field!r}.", allowed=", ".join(FIELDS),
                next_step="Mend that line below [columns].",
            )  # fmt: skip
        if column == "":
            mapping.pop(field, None)
        elif column in header:
            mapping[field] = column
        else:
            raise CoachError(
                f"The file has no column {column!r}.", allowed=", ".join(filter(None, header)),
                next_step=f"Mend the line of {field} below [columns].",
            )  # fmt: skip
    if "name" not in mapping:
        raise CoachError(
            "No column of this file looks like the names of companies.",
            allowed=", ".join(filter(None, header)),
            next_step='Say which one it is: name = "…" below [columns].',
        )
    return mapping


def _companies(
    rows: list[tuple[int, list[str]]], header: tuple[str, ...], mapping: dict[str, str], name: str
) -> tuple[tuple[Company, ...], tuple[str, ...]]:
    found = []
    nameless: list[int] = []
    not_read: dict[str, list[str]] = {"employees": [], "last_contact": [], "checked": []}
    for line, cells in rows:
        if len(cells) > len(header):
            raise CoachError(
                f"{name}, line {line} has {len(cells)} cells, but the first row has {len(header)}.",
                allowed="quotation marks around a text that contains the separator",
                next_step="Mend that line, or export the list once more.",
            )
        row = dict(zip(header, [*cells, *[""] * (len(header) - len(cells))], strict=True))
        company = company_of(row, mapping, line)
        if not company.name:
            nameless.append(line)
            continue
        found.append(company)
        for field, values in not_read.items():
            told = row.get(mapping.get(field, ""), "").strip()
            if told and getattr(company, field) is None:
                values.append(told)
    notes = []
    if nameless:
        count = _rows(len(nameless))
        notes.append(f"{count} left out for want of a name (first: line {nameless[0]}).")
    notes += [
        f"{FIELDS[field]}: {_rows(len(values))} not understood (like {values[0]!r})."
        for field, values in not_read.items()
        if values
    ]
    return tuple(found), tuple(notes)


def _rows(count: int) -> str:
    return f"{count} row{'' if count == 1 else 's'}"
