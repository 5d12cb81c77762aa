"""Writes results: two tables, a feedback page for each hand-in, and a report of all."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from salescoach.errors import CoachError
from salescoach.grading.desk import Grade
from salescoach.grading.pages import feedback_page, report_page

GRADE_COLUMNS = ("trainee", "exercise", "status", "score", "max", "file", "note")
ITEM_COLUMNS = ("trainee", "exercise", "item", "status", "score", "max", "reason")


def write_results(grades: Sequence[Grade], folder: Path) -> None:
    """Write all results into a folder; each file is replaced whole or not at all.

    Parameters
    ----------
    grades : sequence of Grade
        One for each file.
    folder : Path
        Gets ``grades.csv``, ``items.csv``, ``report.html`` and ``feedback/*.html``.

    Raises
    ------
    CoachError
        If the folder cannot be written.
    """
    try:
        pages = folder / "feedback"
        pages.mkdir(parents=True, exist_ok=True)
        links = {}
        for g in grades:
            if g.items:
                links[g.file] = f"feedback/{page_name(g)}"
                replace_file(folder / links[g.file], feedback_page(g))
        replace_file(folder / "report.html", report_page(grades, links))
        replace_file(folder / "items.csv", _table(ITEM_COLUMNS, _item_rows(grades)))
        replace_file(folder / "grades.csv", _table(GRADE_COLUMNS, _grade_rows(grades)))
    except OSError as error:
        raise CoachError(
            f"The results cannot be written to {str(folder)!r}: {error.strerror}.",
            next_step="Name another folder with --out, or make room, and run the command again.",
        ) from None


def replace_file(path: Path, text: str) -> None:
    """Write a file beside its place, then move it there in one step."""
    partial = path.with_name(f".{path.name}.partial")
    partial.write_text(text, encoding="utf-8", newline="", errors="backslashreplace")
    partial.replace(path)


def page_name(grade: Grade) -> str:
    """Name the feedback page: readable, safe on every system, different for every file."""
    plain = unicodedata.normalize("NFKD", grade.trainee).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:40] or "trainee"
    file = grade.file.encode("utf-8", "surrogatepass")
    return f"{words}-{hashlib.sha256(file).hexdigest()[:8]}.html"


def harmless(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula.

    Examples
    --------
    >>> harmless("=HYPERLINK(1)"), harmless("Ana")
    ("'=HYPERLINK(1)", 'Ana')
    """
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _grade_rows(grades: Iterable[Grade]) -> Iterable[tuple[str, ...]]:
    for g in grades:
        yield (g.trainee, g.exercise, g.status, _number(g.score), _number(g.max), g.file, g.note)


def _item_rows(grades: Iterable[Grade]) -> Iterable[tuple[str, ...]]:
    for g in grades:
        for r in g.items:
            yield (g.trainee, g.exercise, r.item.id, r.status, _number(r.score),
                   _number(r.item.points), r.reason)  # fmt: skip


def _table(columns: Sequence[str], rows: Iterable[tuple[str, ...]]) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    # The mark tells Excel that the file is UTF-8.
    return "\ufeff" + buffer.getvalue()
