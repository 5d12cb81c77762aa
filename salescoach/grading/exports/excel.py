"""Writes an Excel workbook in which nothing that a trainee wrote can become a formula."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from salescoach.grading.names import plain
from salescoach.grading.tables import Cell

_LONGEST: Final = 30_000  # Excel holds 32,767 letters in a cell
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # for XML
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")

Sheet = tuple[str, Sequence[str], Iterable[Sequence[Cell]]]


def workbook_bytes(sheets: Iterable[Sheet]) -> bytes:
    """Write a workbook; the same content gives the same bytes.

    Parameters
    ----------
    sheets : iterable
        Name, columns and rows of each sheet. Numbers become numbers and all else text, also if
        it begins like a formula.
    """
    book = Workbook(write_only=True)
    for name, columns, rows in sheets:
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "B2"
        table = [list(row) for row in rows]
        for place, column in enumerate(columns):
            widest = max((len(str(row[place] or "")) for row in table), default=0)
            width = min(60, max(10, len(column) + 2, widest + 2))
            sheet.column_dimensions[get_column_letter(place + 1)].width = width
        sheet.append([_text(sheet, column, bold=True) for column in columns])
        for row in table:
            sheet.append([_cell(sheet, cell) for cell in row])
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(table) + 1}"
    buffer = io.BytesIO()
    book.save(buffer)
    return _without_times(buffer.getvalue())


def _cell(sheet: object, value: Cell) -> object:
    return _text(sheet, value) if isinstance(value, str) else value


def _text(sheet: object, text: str, bold: bool = False) -> WriteOnlyCell:
    text = plain(text, _LONGEST) if _UNFIT.search(text) else text[:_LONGEST]
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    if text[:1] in tuple("=+-@\t\r"):
        cell.quotePrefix = True  # it stays text when somebody edits the cell
    if bold:
        cell.font = Font(bold=True)
    elif len(text) > 60:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _without_times(content: bytes) -> bytes:
    """Take out when it was written."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "docProps/core.xml":
                data = _TIMES.sub(rb"\g<1>2000-01-01T00:00:00Z", data)
            new.writestr(zipfile.ZipInfo(entry.filename), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
