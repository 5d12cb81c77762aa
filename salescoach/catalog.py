"""Reads the data package: the only place that knows where its files are.

`data/datapackage.json` describes each table (Frictionless Data Package and Table Schema).
The built-in pack is read without a full check, which `make test` and ``salescoach
validate`` do; a pack that somebody brings is checked when it is opened.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from salescoach import rubric
from salescoach.errors import CoachError
from salescoach.items import Example, Item, Notebook, Option, unknown
from salescoach.signals.items import SignalItem, items_from
from salescoach.signals.questions import questions, situation_of

T = TypeVar("T")

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
        return {row["id"]: Notebook(**row) for row in self.rows("notebooks")}

    @cached_property
    def items(self) -> dict[str, Item]:
        """All items by id."""
        options: dict[str, list[Option]] = {}
        for row in self.rows("options"):
            options.setdefault(row["item"], []).append(Option(row["option"], row["text"]))
        return {
            row["id"]: Item(**row, options=tuple(options.get(row["id"], ())))
            for row in self.rows("items")
        }

    @cached_property
    def signals(self) -> dict[str, SignalItem]:
        """The situations of the signal bank by id."""
        return {signal.id: signal for signal in items_from(self.rows("signals"))}

    @cached_property
    def examples(self) -> dict[str, Example]:
        """The example scripts by id."""
        return {row["id"]: Example(**row) for row in self.rows("examples")}

    @cached_property
    def clause_model(self) -> rubric.ClauseModel | None:
        """The trained weights of the rubric's clause model; None where they are not shipped."""
        path = self.path("rubric/clause_model.json")
        if not path.exists():
            return None
        return rubric.ClauseModel.from_json(json.loads(path.read_text("utf-8")))

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
        """List the items of a lesson or an exercise, in their order."""
        return [item for item in self.items.values() if item.notebook == notebook]


def _get(what: str, name: str, known: dict[str, T]) -> T:
    try:
        return known[name]
    except (KeyError, TypeError):
        raise CoachError(**unknown(what, str(name), list(known))) from None


def _boolean(text: str) -> bool:
    return {"true": True, "false": False}[text.lower()]


_CAST: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": _boolean,
}
