"""Reads the keys of items: for grading and for practice mode only."""

from __future__ import annotations

from dataclasses import dataclass

from salescoach.assessment import QuestionKey
from salescoach.catalog import Catalog
from salescoach.companies import Qualifiers, read_qualifiers
from salescoach.signals import items as signal_items
from salescoach.signals import stall_answers
from salescoach.signals.items import SignalKey
from salescoach.signals.questions import question_credit
from salescoach.signals.stalls import StallKey


@dataclass(frozen=True)
class OptionKey:
    """What one option earns, and what a coach would say about it.

    Parameters
    ----------
    credit : float
        Share of the item's points, 0 to 1.
    feedback : str
        A sentence or two for somebody who chose this option.
    """

    credit: float
    feedback: str


def choice_keys(catalog: Catalog) -> dict[str, dict[str, OptionKey]]:
    """Read the key of every choice item: item id, then option letter.

    Examples
    --------
    >>> from salescoach.catalog import open_catalog
    >>> choice_keys(open_catalog())["voicemail-mend"]["c"].credit
    1.0
    """
    keys: dict[str, dict[str, OptionKey]] = {}
    for row in catalog.rows("choices"):
        keys.setdefault(row["item"], {})[row["option"]] = OptionKey(row["credit"], row["feedback"])
    return keys


def signal_keys(catalog: Catalog) -> dict[str, SignalKey]:
    """Read the key of every situation of the signal bank.

    Examples
    --------
    >>> from salescoach.catalog import open_catalog
    >>> signal_keys(open_catalog())["s001"].kind
    'wrong-person'
    """
    keys = signal_items.keys_from(catalog.rows("signal_keys"), catalog.rows("signal_feedback"))
    return {key.id: key for key in keys}


def stall_keys(catalog: Catalog) -> dict[str, StallKey]:
    """Read the key of every stall case, by its id."""
    return {key.id: key for key in stall_answers.keys_from(catalog.toml("keys/stalls.toml"))}


@dataclass(frozen=True)
class NumberKey:
    """The right number of a line, how far off an answer may be, and how to get there."""

    value: float
    tolerance: float
    feedback: str


@dataclass(frozen=True)
class SortingKey:
    """The class that a thing belongs to, and why."""

    sorted_as: str
    feedback: str


def number_keys(catalog: Catalog) -> dict[str, dict[str, NumberKey]]:
    """Read the key of the questions about numbers: item, then line."""
    keys: dict[str, dict[str, NumberKey]] = {}
    for row in catalog.rows("number_keys"):
        key = NumberKey(row["value"], row["tolerance"], row["feedback"])
        keys.setdefault(row["item"], {})[row["field"]] = key
    return keys


def sorting_keys(catalog: Catalog) -> dict[str, dict[str, SortingKey]]:
    """Read the key of the things to sort: item, then thing."""
    keys: dict[str, dict[str, SortingKey]] = {}
    for row in catalog.rows("sorting_keys"):
        keys.setdefault(row["item"], {})[row["option"]] = SortingKey(row["class"], row["feedback"])
    return keys


def team_keys(catalog: Catalog) -> dict[str, dict[tuple[str, str], OptionKey]]:
    """Read what each person earns in each role: item, then person and role."""
    keys: dict[str, dict[tuple[str, str], OptionKey]] = {}
    for row in catalog.rows("team_keys"):
        key = OptionKey(row["credit"], row["feedback"])
        keys.setdefault(row["item"], {})[row["option"], row["role"]] = key
    return keys


def profiles(catalog: Catalog) -> dict[str, Qualifiers]:
    """Read which companies fit the case of each item that cuts them down.

    Whatever the profile, a company has to be there once, and must not have opted out.
    """
    found: dict[str, dict[str, list[str]]] = {}
    for row in catalog.rows("profiles"):
        found.setdefault(row["item"], {}).setdefault(row["qualifier"], []).append(row["value"])
    numbers = ("employees_from", "employees_to", "checked_within_months")
    return {
        item: read_qualifiers(
            {name: int(values[0]) if name in numbers else values for name, values in p.items()}
            | {"drop_duplicates": True, "respect_opt_out": True}
        )
        for item, p in found.items()
    }


def assessment_keys(catalog: Catalog) -> dict[str, QuestionKey]:
    """Read the key of every question of the assessment, by its id."""
    return {row["id"]: QuestionKey(**row) for row in catalog.rows("assessment_keys")}


def question_keys(keys: dict[str, SignalKey]) -> dict[str, dict[str, OptionKey]]:
    """Give the keys of the questions about situations (``s012-kind``, ``s012-move``).

    Parameters
    ----------
    keys : dict
        The keys of the situations.
    """
    return {
        item: {letter: OptionKey(credit, said) for letter, (credit, said) in options.items()}
        for key in keys.values()
        for item, options in question_credit(key).items()
    }
