"""What the funnel, the own list and the data check show, as plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from salescoach.answers import read_toml
from salescoach.companies import Company, Cut, Qualifiers, cut, flaws, read_qualifiers
from salescoach.companies.columns import FIELDS
from salescoach.companies.funnel import LISTS, TARGET, UNKNOWN, verdict_on_count
from salescoach.companies.quality import FLAWS
from salescoach.errors import CoachError
from salescoach.own_list import OwnList, csv_files, read_own_list

View = dict[str, Any]

MOST_SHOWN = 60
"""So many names are listed at most: a longer list is no list to read."""

MOST_VALUES = 14
"""So many values of a qualifier are offered, the most frequent first."""


def describe(company: Company) -> str:
    """Describe a company in one line."""
    parts = [
        company.industry,
        f"{company.employees} employees" if company.employees else "head count not known",
        company.region,
        company.trigger or "no trigger known",
        f"plans with {company.supplier}" if company.supplier else "",
        company.contact,
        f"tags: {', '.join(company.tags)}" if company.tags else "",
    ]
    return "; ".join(part for part in parts if part)


def choices_of(companies: Sequence[Company], wanted: Qualifiers) -> dict[str, list[list[Any]]]:
    """List the values to choose from, each with its number of companies."""
    found: dict[str, list[list[Any]]] = {}
    for name in LISTS:
        count = Counter(getattr(c, name) or UNKNOWN for c in companies)
        if set(count) == {UNKNOWN}:
            continue
        values = [value for value, _ in count.most_common(MOST_VALUES)]
        values += [v for v in getattr(wanted, name) if v in count and v not in values]
        found[name] = [[value, count[value]] for value in values]
    return found


def funnel_view(
    companies: Sequence[Company], settings: dict[str, Any], today: date,
    fits: Callable[[Company], bool] | None,
) -> View:  # fmt: skip
    """Show a universe cut down: the steps, who fell out and why, and who is left.

    Parameters
    ----------
    companies : sequence of Company
        The universe.
    settings : dict
        The qualifiers as the answer sets them.
    today : date
        The day from which age is counted.
    fits : callable or None
        Tells, in practice mode, whether a company fits the case.

    Raises
    ------
    CoachError
        If a setting is unknown or of the wrong kind.
    """
    wanted = read_qualifiers(settings)
    done = cut(companies, wanted, today)
    said = verdict_on_count(len(done.kept))
    if fits is not None and 0 < len(done.kept) <= 2 * TARGET[1]:
        fitting = sum(map(fits, done.kept))
        said += f" {fitting} of {len(done.kept)} fit the case."
    return {
        "settings": settings,
        "choices": choices_of(companies, wanted),
        "total": len(companies),
        "count": len(done.kept),
        "inside": TARGET[0] <= len(done.kept) <= TARGET[1],
        "said": said,
        "steps": _steps(done),
        "kept": [[c.name, describe(c)] for c in done.kept[:MOST_SHOWN]],
    }


def _steps(done: Cut) -> list[View]:
    return [
        {
            "name": step.name,
            "rule": step.rule,
            "fell": len(step.fell),
            "left": step.left,
            "who": [[f.company.name, f.why] for f in step.fell[:MOST_SHOWN]],
        }
        for step in done.steps
    ]


def qualify_view(
    companies: Sequence[Company], body: str, today: date,
    fits: Callable[[Company], bool] | None,
) -> View:  # fmt: skip
    """Show the funnel of an answer, or what is wrong with its TOML."""
    try:
        return {"fault": ""} | funnel_view(companies, read_toml(body), today, fits)
    except CoachError as error:
        return {"fault": str(error)}


def funnel_in_words(view: View) -> list[str]:
    """Tell the funnel in plain text."""
    lines = [f"{view['total']} companies."]
    lines += [
        f"  {step['name']} ({step['rule']}): {step['fell']} fall out, {step['left']} left"
        for step in view["steps"]
    ]
    return [*lines, view["said"]]


def own_list_view(folder: Path, body: str, today: date) -> View:
    """Show an own list: how it was read, its columns, its flaws, and its funnel."""
    view: View = {"fault": "", "files": csv_files(folder), "file": "", "list": None}
    try:
        values = read_toml(body)
        file = values.pop("file", "")
        if not isinstance(file, str):
            raise CoachError("file is not a text.", allowed='file = "my-export.csv"')
        columns, keep = (_table(values, name) for name in ("columns", "keep"))
        if values:
            raise CoachError(
                f"There is no line {next(iter(values))!r} here.",
                allowed="file, [columns], [keep]", next_step="Take that line out.",
            )  # fmt: skip
        view["file"] = file
        if not file:
            return view
        own = read_own_list(_inside(folder, file), columns)
        funnel = funnel_view(own.companies, keep, today, None)
    except CoachError as error:
        return view | {"fault": str(error)}
    return view | {"list": _list_view(own, today)} | funnel


def _table(values: dict[str, Any], name: str) -> dict[str, Any]:
    table = values.pop(name, {})
    if not isinstance(table, dict):
        raise CoachError(f"{name!r} is not a table.", allowed=f"[{name}] on a line of its own")
    return table


def _inside(folder: Path, file: str) -> Path:
    """Read only beside the notebook: a hand-in must not name files all over a machine."""
    if file != Path(file).name:
        raise CoachError(
            "The file has to lie beside this notebook.", allowed="a name without folders",
            next_step="Drag your file into the file list on the left, then write its name here.",
        )  # fmt: skip
    return folder / file


def _list_view(own: OwnList, today: date) -> View:
    product = f"It looks like an export of {own.product}. " if own.product else ""
    return {
        "told": f"{product}{len(own.companies)} companies read ({own.read_as}).",
        "header": [column for column in own.header if column],
        "mapping": [
            {"id": field, "label": label, "column": own.mapping.get(field, "")}
            for field, label in FIELDS.items()
        ],
        "notes": [*own.notes, *flaw_counts(own.companies, today)],
    }


def flaw_counts(companies: Sequence[Company], today: date) -> list[str]:
    """Count the flaws of a list by kind, in words."""
    count = Counter(flaw.kind for flaw in flaws(companies, today))
    return [f"{count[kind]} × {told}" for kind, told in FLAWS.items() if count[kind]]


def report_view(companies: Sequence[Company], today: date) -> View:
    """Show the flaws of a list, by kind, with what shows each of them."""
    found = flaws(companies, today)
    groups: list[View] = []
    for kind, told in FLAWS.items():
        of_kind = [flaw for flaw in found if flaw.kind == kind]
        rows = [[flaw.company.name, flaw.why] for flaw in of_kind]
        groups.append({"kind": kind, "told": told, "count": len(rows), "rows": rows})
    opted = [[c.name, "tag: do not contact"] for c in companies if c.opted_out]
    groups.append({"kind": "opt-out", "told": "asked not to be contacted", "count": len(opted),
                   "rows": opted})  # fmt: skip
    flawed = {id(flaw.company) for flaw in found} | {id(c) for c in companies if c.opted_out}
    sound = len(companies) - len(flawed)
    said = f"{len(companies)} rows, of which {sound} are sound and {len(flawed)} need a look."
    return {"groups": [g for g in groups if g["count"]], "said": said}
