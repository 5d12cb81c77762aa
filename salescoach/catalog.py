"""Reads the data package: the only place that knows where its files are.

`data/datapackage.json` describes each table (Frictionless Data Package and Table Schema).
The built-in pack is read without a full check, which `make test` and ``salescoach
validate`` do; a pack that somebody brings is checked when it is opened.
"""

from __future__ import annotations

import csv
import json
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from salescoach import rubric
from salescoach.assessment import Asked, Topic, draw_forms, questions_from
from salescoach.companies import Company
from salescoach.errors import CoachError
from salescoach.items import (
    IDENTITY,
    OBJECTIONS,
    SCRIPT_KINDS,
    SHARED,
    Example,
    Field,
    Item,
    Notebook,
    Option,
    place_in_course,
    unknown,
)
from salescoach.signals.items import SignalItem, items_from
from salescoach.signals.questions import questions, situation_of
from salescoach.signals.stall_answers import cases_from
from salescoach.signals.stalls import StallCase

T = TypeVar("T")

SAMPLE_DAY = date(2026, 3, 2)
"""The day on which the made-up companies are looked at; ages are counted from it."""

_HERE = Path(__file__).parent
_SHIPPED = _HERE / "workbook"  # where the wheel keeps the workbook


def workbook() -> Path:
    """Find the folder that holds `data/`, `notebooks/` and `exercises/`."""
    return _SHIPPED if _SHIPPED.is_dir() else _HERE.parent


def open_catalog(folder: str | Path | None = None) -> Catalog:
    """Open a data pack.

    Parameters
    ----------
    folder : str or Path, optional
        An own pack: any of our tables in another folder. Tables that it lacks come from the
        built-in pack.

    Raises
    ------
    CoachError
        If `folder` is not a folder, or if its tables have faults.

    Examples
    --------
    >>> open_catalog().item("voicemail-cold").points
    10.0
    """
    if folder is None:
        return Catalog(workbook() / "data")
    from salescoach.validation import check_pack  # loads frictionless: half a second

    catalog = Catalog(Path(folder), fallback=workbook() / "data")
    if faults := check_pack(catalog).faults:
        raise CoachError(
            f"The data pack {Path(folder).name!r} has {len(faults)} fault(s); the first: "
            f"{faults[0]}",
            next_step=f"Run `salescoach validate {folder}` to see them all.",
        )
    return catalog


class Catalog:
    """A data pack, read on demand.

    Parameters
    ----------
    folder : Path
        The folder with the tables.
    fallback : Path, optional
        The pack that lends the tables which `folder` lacks, and the descriptor.
    """

    def __init__(self, folder: Path, fallback: Path | None = None) -> None:
        if not folder.is_dir():
            raise CoachError(
                f"There is no folder {str(folder)!r}.", next_step="Name the folder of a data pack."
            )
        self.folder = folder
        self.fallback = fallback

    def __repr__(self) -> str:
        return f"Catalog({self.folder.name!r})"

    @cached_property
    def descriptor(self) -> dict[str, Any]:
        """The descriptor of the built-in pack, with the schema of each table put in place."""
        home = self.fallback or self.folder
        package: dict[str, Any] = json.loads((home / "datapackage.json").read_text("utf-8"))
        for resource in package["resources"]:
            if isinstance(resource.get("schema"), str):
                resource["schema"] = json.loads((home / resource["schema"]).read_text("utf-8"))
        return package

    def resource(self, name: str) -> dict[str, Any]:
        """Get the description of one table."""
        return next(r for r in self.descriptor["resources"] if r["name"] == name)

    def path(self, relative: str) -> Path:
        """Find a file of the pack: the own one, or else the one that the fallback lends."""
        own = self.folder / relative
        return own if own.exists() or self.fallback is None else self.fallback / relative

    def rows(self, name: str) -> Iterator[dict[str, Any]]:
        """Read one table, each cell in the type that its schema gives it.

        Raises
        ------
        CoachError
            If the table cannot be read; the message names file, row, column and value.
        """
        resource = self.resource(name)
        path = self.path(resource["path"])
        casts = [(f["name"], _CAST[f["type"]]) for f in resource["schema"]["fields"]]
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                for row in csv.DictReader(file):
                    yield {column: cast(row[column]) for column, cast in casts}
        except (OSError, ValueError, KeyError, TypeError, csv.Error) as error:
            from salescoach.validation import check_pack

            faults = [str(fault) for fault in check_pack(self).faults]
            raise CoachError(
                faults[0] if faults else f"{resource['path']}: {error}.",
                next_step="Run `salescoach validate` to see every fault.",
            ) from None

    @cached_property
    def notebooks(self) -> dict[str, Notebook]:
        """Lessons and exercises by id, in the order of the course."""
        found = sorted((Notebook(**row) for row in self.rows("notebooks")), key=place_in_course)
        return {notebook.id: notebook for notebook in found}

    @cached_property
    def items(self) -> dict[str, Item]:
        """All items by id."""
        options: dict[str, list[Option]] = {}
        for row in self.rows("options"):
            options.setdefault(row["item"], []).append(Option(row["option"], row["text"]))
        fields: dict[str, list[Field]] = {}
        for row in self.rows("fields"):
            line = Field(row["field"], row["label"], row["check"], row["unit"])
            fields.setdefault(row["item"], []).append(line)
        own = {
            row["id"]: Item(
                **row, options=tuple(options.get(row["id"], ())),
                fields=tuple(fields.get(row["id"], ())),
            )
            for row in self.rows("items")
        }  # fmt: skip
        return own | SHARED

    @cached_property
    def companies(self) -> tuple[Company, ...]:
        """The universe of made-up companies, as on `SAMPLE_DAY`."""
        found = []
        for row in self.rows("companies"):
            tags = tuple(tag.strip() for tag in row.pop("tags").split(";") if tag.strip())
            del row["city"]
            found.append(Company(**row, tags=tags))
        return tuple(found)

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """The topics of the course by id, in their order."""
        return {row["id"]: Topic(**row) for row in self.rows("topics")}

    @cached_property
    def assessment(self) -> dict[str, tuple[Asked, ...]]:
        """The two forms of the skills assessment, ``a`` and ``b``."""
        return draw_forms(questions_from(self.rows("assessment")))

    def form_of(self, item: Item) -> tuple[Asked, ...]:
        """Get the form that an assessment item asks: the last letter of its id names it."""
        return _get("form of the assessment", item.id[-1:], self.assessment)

    @cached_property
    def examples(self) -> dict[str, Example]:
        """The example scripts by id."""
        return {row["id"]: Example(**row) for row in self.rows("examples")}

    @cached_property
    def signals(self) -> dict[str, SignalItem]:
        """The situations to classify, by id."""
        return {signal.id: signal for signal in items_from(self.rows("signals"))}

    @cached_property
    def drill_sets(self) -> dict[str, tuple[SignalItem, ...]]:
        """The situations that each drill item asks, in their order."""
        sets: dict[str, tuple[SignalItem, ...]] = {}
        for row in self.rows("drill_sets"):
            sets[row["item"]] = (*sets.get(row["item"], ()), self.signals[row["signal"]])
        return sets

    @cached_property
    def stall_cases(self) -> dict[str, StallCase]:
        """The stall cases by id."""
        return {case.id: case for case in cases_from(self.toml("stalls.toml"))}

    def toml(self, relative: str) -> dict[str, Any]:
        """Read a TOML file of the pack.

        Raises
        ------
        CoachError
            If it cannot be read; the message names file and line.
        """
        try:
            return tomllib.loads(self.path(relative).read_text("utf-8-sig"))
        except (OSError, ValueError) as error:
            raise CoachError(
                f"{relative} cannot be read: {error}.",
                next_step="Compare it with the built-in file of that name.",
            ) from None

    @cached_property
    def clause_model(self) -> rubric.ClauseModel | None:
        """The trained weights of the rubric's clause model; None where they are not shipped."""
        weights, groups = self.path("rubric/clause_model.json"), self.path("rubric/word_groups.txt")
        if not weights.exists() or not groups.exists():
            return None
        return rubric.ClauseModel.from_json(
            json.loads(weights.read_text("utf-8")),
            rubric.parse_word_groups(groups.read_text("utf-8")),
        )

    def notebook(self, name: str) -> Notebook:
        """Get a lesson or an exercise; an unknown name is answered with the known ones."""
        return _get("lesson or exercise", name, self.notebooks)

    def item(self, name: str) -> Item:
        """Get an item; an unknown name is answered with the known ones.

        The questions about a situation of the signal bank (``s012-kind``, ``s012-move``) are
        items too; no notebook of the workbook asks them, released exercises may.
        """
        situation = situation_of(str(name))
        if name not in self.items and situation in self.signals:
            return next(q for q in questions(self.signals[situation]) if q.id == name)
        return _get("item", name, self.items)

    def example(self, name: str) -> Example:
        """Get an example script; an unknown name is answered with the known ones."""
        return _get("example", name, self.examples)

    def items_of(self, notebook: str) -> list[Item]:
        """List what a lesson or an exercise asks, in the order of its cells.

        An exercise first asks who hands in; one with scripts asks last where the trainee sees
        it differently from the coach. A lesson with a graded item asks who right before it.
        """
        own = [item for item in self.items.values() if item.notebook == notebook]
        if self.notebook(notebook).kind != "exercise":
            graded = next((n for n, item in enumerate(own) if item.points > 0), None)
            return own if graded is None else [*own[:graded], IDENTITY, *own[graded:]]
        scripts = any(item.kind in SCRIPT_KINDS for item in own)
        return [IDENTITY, *own, OBJECTIONS] if scripts else [IDENTITY, *own]

    def handed_in(self, notebook: str) -> bool:
        """Tell whether a lesson or an exercise is handed in: whether anything in it is graded."""
        return any(item.points > 0 for item in self.items_of(notebook))

    @property
    def hand_ins(self) -> list[str]:
        """The ids of all notebooks that are handed in: the exercises, and lessons with a form."""
        return [name for name in self.notebooks if self.handed_in(name)]


def _get(what: str, name: str, known: dict[str, T]) -> T:
    try:
        return known[name]
    except (KeyError, TypeError):
        raise CoachError(**unknown(what, str(name), list(known))) from None


def _boolean(text: str) -> bool:
    return {"true": True, "false": False}[text.lower()]


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _integer(text: str) -> int | None:
    return int(text) if text else None


_CAST: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": _integer,
    "date": _day,
    "number": float,
    "boolean": _boolean,
}
