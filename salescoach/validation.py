"""Checks a data pack and lists every fault, with file, row, column and value.

The tables are checked against their schemas by the Frictionless library; what concerns
several tables (a choice without options, an option without a key) is checked here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import frictionless
from frictionless import errors as fe

from salescoach import signal_checks
from salescoach.cases import broken_cases
from salescoach.catalog import Catalog
from salescoach.errors import CoachError
from salescoach.pack_faults import Fault
from salescoach.pack_rules import broken_rules


@dataclass(frozen=True)
class PackReport:
    """What a check of a data pack found."""

    folder: Path
    checked: list[str] = field(default_factory=list)
    borrowed: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def check_pack(catalog: Catalog) -> PackReport:
    """Check every table of a pack.

    Returns
    -------
    PackReport
        The files checked, those borrowed from the built-in pack, those that belong to no
        table, and every fault in the order of files and rows.

    Raises
    ------
    CoachError
        If the folder holds none of our tables.

    Examples
    --------
    >>> from salescoach.catalog import open_catalog
    >>> check_pack(open_catalog()).faults
    []
    """
    report = PackReport(catalog.folder)
    tables = [r for r in catalog.descriptor["resources"] if r.get("type") == "table"]
    for table in tables:
        own = (catalog.folder / table["path"]).exists()
        (report.checked if own else report.borrowed).append(table["path"])
    if not report.checked:
        raise CoachError(
            f"The folder {str(catalog.folder)!r} holds no table of a data pack.",
            allowed=", ".join(t["path"] for t in tables),
            next_step="Copy the tables that you want to change from the built-in data folder.",
        )
    known = {table["path"] for table in tables}
    present = (p.relative_to(catalog.folder).as_posix() for p in catalog.folder.rglob("*.csv"))
    report.ignored.extend(sorted(path for path in present if path not in known))

    unreadable = set()
    for table in tables:
        if table["path"] in report.checked and (fault := _unreadable(catalog, table)):
            report.faults.append(fault)
            unreadable.add(table["name"])
    report.faults.extend(_schema_faults(catalog, tables, unreadable))
    bank = signal_checks.bank_faults(catalog, report.faults)
    # Of the same cell the bank says it better than a pattern of its schema.
    places = {(fault.file, fault.row, fault.column) for fault in bank}
    report.faults[:] = [f for f in report.faults if (f.file, f.row, f.column) not in places]
    report.faults.extend(bank)
    if not report.faults:
        report.faults.extend(Fault(*broken) for broken in broken_rules(catalog))
        report.faults.extend(signal_checks.drill_faults(catalog))
        report.faults.extend(signal_checks.stall_faults(catalog))
        report.faults.extend(Fault(*broken) for broken in broken_cases(catalog))
    return report


def _unreadable(catalog: Catalog, table: dict[str, Any]) -> Fault | None:
    """Name what keeps a file from being read as a table at all."""
    path = catalog.folder / table["path"]
    if not path.is_file():
        return Fault(table["path"], "This is not a file.")
    try:
        header = path.read_bytes().decode("utf-8-sig").partition("\n")[0]
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return Fault(
            table["path"],
            f"Line {line} is not UTF-8 text.",
            allowed='a table saved as "CSV UTF-8" from the spreadsheet',
        )
    if not header.strip():
        return Fault(table["path"], "The file is empty.", allowed=_columns(table))
    if ";" in header and "," not in header:
        return Fault(
            table["path"],
            "The columns are separated by semicolons.",
            row=1,
            allowed="columns separated by commas",
        )
    return None


def _schema_faults(
    catalog: Catalog, tables: list[dict[str, Any]], unreadable: set[str]
) -> Iterator[Fault]:
    readable = [t for t in tables if t["name"] not in unreadable]
    names = {t["name"] for t in readable}
    resources = []
    for table in readable:
        path = catalog.path(table["path"])
        schema = dict(table["schema"])
        # A key into a table that cannot be read would only repeat that table's fault.
        schema["foreignKeys"] = [
            key
            for key in schema.get("foreignKeys", [])
            if key["reference"].get("resource", "") in names | {""}
        ]
        resources.append(
            {
                "name": table["name"],
                "type": "table",
                "path": str(path.resolve()),
                "format": "csv",
                "encoding": "utf-8-sig",
                "dialect": {"csv": {"delimiter": ","}},
                "schema": schema,
            }
        )
    # Trusted: the pack may lie anywhere on this machine; nothing in it is executed.
    with frictionless.system.use_context(trusted=True):
        package = frictionless.Package.from_descriptor({"name": "pack", "resources": resources})
        report = package.validate()
    tasks = {task.name: task for task in report.tasks}
    for table in readable:
        if (catalog.folder / table["path"]).exists():
            seen: set[tuple[int | None, str]] = set()
            for error in tasks[table["name"]].errors:
                fault = _told(table, error)
                # What breaks two rules is one fault, and an empty row breaks many.
                place = (fault.row, fault.column)
                if fault.row is None or not seen & {place, (fault.row, "")}:
                    seen.add(place)
                    yield fault


def _told(table: dict[str, Any], error: Any) -> Fault:
    """Tell a Frictionless error in the words of somebody who edits a spreadsheet."""
    file = table["path"]
    row = getattr(error, "row_number", None)
    column = getattr(error, "field_name", "") or ""
    cell = getattr(error, "cell", None)
    value = None if cell in (None, "None") else str(cell)  # a cell that is not there
    spec: dict[str, Any] = next((f for f in table["schema"]["fields"] if f["name"] == column), {})
    match error:
        case fe.TypeError():
            return Fault(file, f"This is not {_TYPES[spec['type']]}.", row, column, value,
                         _allowed(spec))  # fmt: skip
        case fe.ConstraintError():
            missing = value is None or value == ""
            problem = "A value is missing." if missing else "This value is not allowed."
            return Fault(file, problem, row, column, value, _allowed(spec))
        case fe.UniqueError() | fe.PrimaryKeyError():
            key = table["schema"].get("primaryKey", column)
            column = column or (key if isinstance(key, str) else ", ".join(key))
            return Fault(file, "This stands in another row already.", row, column, value,
                         "each value once")  # fmt: skip
        case fe.ForeignKeyError():
            column = ", ".join(error.field_names)
            value = ", ".join(str(cell) for cell in error.field_cells)
            return Fault(file, "Nothing of that name exists.", row, column, value,
                         f"what stands in the table {error.reference_name!r}")  # fmt: skip
        case fe.MissingLabelError() | fe.IncorrectLabelError() | fe.ExtraLabelError():
            label = getattr(error, "label", None) or None
            return Fault(file, "The header is not the one of this table.", 1, column, label,
                         _columns(table))  # fmt: skip
        case fe.LabelError() | fe.HeaderError():
            return Fault(file, "The header is not the one of this table.", 1,
                         allowed=_columns(table))  # fmt: skip
        case fe.MissingCellError():
            return Fault(file, "The row ends before this column.", row, column,
                         allowed=_columns(table))  # fmt: skip
        case fe.ExtraCellError():
            return Fault(
                file, "The row has more cells than the header.", row, value=value,
                allowed="quotation marks around a text that contains a comma",
            )  # fmt: skip
        case fe.BlankRowError():
            return Fault(file, "The row is empty.", row, allowed="no empty rows")
        case _:
            return Fault(file, str(error.note), row, column, value)


_TYPES = {
    "integer": "a whole number",
    "date": "a day like 2026-03-02",
    "number": "a number",
    "boolean": "true or false",
    "string": "a text",
}


def _allowed(spec: dict[str, Any]) -> str:
    """Say in words what a column may hold."""
    rules = spec.get("constraints", {})
    parts = [_TYPES[spec["type"]]] if spec["type"] != "string" or not rules else []
    if "enum" in rules:
        parts.append("one of " + ", ".join(map(str, rules["enum"])))
    if "minimum" in rules and "maximum" in rules:
        parts.append(f"from {rules['minimum']} to {rules['maximum']}")
    elif "minimum" in rules:
        parts.append(f"{rules['minimum']} or more")
    elif "maximum" in rules:
        parts.append(f"{rules['maximum']} or less")
    if "minLength" in rules:
        parts.append(f"at least {rules['minLength']} characters")
    if "maxLength" in rules:
        parts.append(f"at most {rules['maxLength']} characters")
    if "pattern" in rules:
        parts.append(_PATTERNS.get(rules["pattern"], f"text of the form {rules['pattern']}"))
    if rules.get("required") and not parts:
        parts.append("any text, but not nothing")
    return ", ".join(parts)


_PATTERNS = {
    "^[a-z0-9]+(-[a-z0-9]+)*$": "lower-case words and digits joined by hyphens",
    "^[a-h]$": "a letter from a to h",
}


def _columns(table: dict[str, Any]) -> str:
    return "the columns " + ", ".join(f["name"] for f in table["schema"]["fields"])
