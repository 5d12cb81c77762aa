"""Reads what meetings, decision maps and pipelines are made of, and what their answers earn.

Keys are for grading and for practice mode only.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from salescoach.catalog import Catalog
from salescoach.decision_map import Person
from salescoach.dialogue import Scene, scene_from
from salescoach.errors import CoachError
from salescoach.keys import OptionKey
from salescoach.opportunity import REASONS, Prospect


def scene_of(catalog: Catalog, name: str) -> Scene:
    """Read the scene that an item plays; it has the id of the item.

    Raises
    ------
    CoachError
        If there is no such file, or the scene does not hold together.
    """
    path = catalog.path(f"dialogues/{name}.toml")
    try:
        return scene_from(tomllib.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        raise CoachError(
            f"There is no scene {name!r}.", allowed="a file in data/dialogues/ for each meeting"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CoachError(f"dialogues/{name}.toml cannot be read: {error}") from None


def people_of(catalog: Catalog, item: str) -> tuple[Person, ...]:
    """List the people of a decision map; none if the map is the learner's own."""
    return tuple(
        Person(row["person"], row["name"], row["about"])
        for row in catalog.rows("people")
        if row["item"] == item
    )


def pipeline_of(catalog: Catalog, item: str) -> tuple[Prospect, ...]:
    """List the prospects of a pipeline; none if the pipeline is the learner's own."""
    return tuple(
        Prospect(
            row["prospect"], row["name"], row["worth"], row["chance"] / 100, row["hours"],
            row["low"] / 100, row["high"] / 100, row["story"],
        )
        for row in catalog.rows("pipeline")
        if row["item"] == item
    )  # fmt: skip


@dataclass(frozen=True)
class ProspectKey:
    """What each decision on a prospect earns, and which reasons count."""

    decisions: dict[str, OptionKey]
    reasons: frozenset[str]

    @property
    def best(self) -> str:
        """The decision that earns everything."""
        return max(self.decisions, key=lambda name: self.decisions[name].credit)


def map_keys(catalog: Catalog, item: str) -> dict[str, dict[str, OptionKey]]:
    """Read the key of a decision map: person (or ``by``), then role (or day)."""
    keys: dict[str, dict[str, OptionKey]] = {}
    for row in catalog.rows("map_keys"):
        if row["item"] == item:
            key = OptionKey(row["credit"], row["feedback"])
            keys.setdefault(row["person"], {})[row["role"]] = key
    return keys


def pipeline_keys(catalog: Catalog, item: str) -> dict[str, ProspectKey]:
    """Read the key of a pipeline: prospect by prospect."""
    decisions: dict[str, dict[str, OptionKey]] = {}
    reasons: dict[str, frozenset[str]] = {}
    for row in catalog.rows("pipeline_keys"):
        if row["item"] == item:
            key = OptionKey(row["credit"], row["feedback"])
            decisions.setdefault(row["prospect"], {})[row["decision"]] = key
            if row["reasons"]:
                reasons[row["prospect"]] = frozenset(row["reasons"].split(";"))
    return {p: ProspectKey(d, reasons.get(p, frozenset())) for p, d in decisions.items()}


def dialogue_keys(catalog: Catalog, scene: str) -> dict[str, OptionKey]:
    """Read what the endings of a scene earn, and what a coach remarks on its replies."""
    return {
        row["step"]: OptionKey(row["credit"], row["feedback"])
        for row in catalog.rows("dialogue_keys")
        if row["scene"] == scene
    }


Broken = tuple[str, str, int, str, str, str]
"""File, problem, row as a spreadsheet counts it, column, value, what is allowed."""


def broken_cases(catalog: Catalog) -> Iterator[Broken]:
    """Find scenes that do not hold together, and maps and pipelines without their key."""
    rows = list(catalog.rows("items"))
    for number, row in enumerate(rows, 2):
        if row["kind"] != "dialogue":
            continue
        try:
            scene = scene_of(catalog, row["id"])
        except CoachError as error:
            told = str(error).replace("\n", " ")
            yield ("items.csv", told, number, "id", row["id"], "a scene whose branches all end")
            continue
        unkeyed = sorted(set(scene.endings) - set(dialogue_keys(catalog, scene.id)))
        for ending in unkeyed:
            yield ("keys/dialogues.csv", "An ending has no key.", 1, "step", ending,
                   f"one row for each ending of {scene.id}")  # fmt: skip
    for number, row in enumerate(catalog.rows("people"), 2):
        if row["person"] not in map_keys(catalog, row["item"]):
            yield ("people.csv", "This person has no key.", number, "person", row["person"],
                   "one or more rows in keys/maps.csv")  # fmt: skip
    for number, row in enumerate(catalog.rows("pipeline"), 2):
        if not row["low"] <= row["chance"] <= row["high"]:
            yield ("pipeline.csv", "The chance lies outside its range.", number, "chance",
                   f"{row['chance']:g}", "low <= chance <= high")  # fmt: skip
        key = pipeline_keys(catalog, row["item"]).get(row["prospect"])
        if key is None or key.decisions[key.best].credit < 1:
            yield ("pipeline.csv", "No decision on this prospect earns everything.", number,
                   "prospect", row["prospect"],
                   "a row with credit 1 in keys/pipelines.csv")  # fmt: skip
        elif not key.reasons or key.reasons - set(REASONS):
            yield ("keys/pipelines.csv", "The reasons for a decision are missing or unknown.", 1,
                   "reasons", row["prospect"], ", ".join(REASONS))  # fmt: skip
