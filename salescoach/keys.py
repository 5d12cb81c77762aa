"""Reads the keys of items: for grading and for practice mode only."""

from __future__ import annotations

from dataclasses import dataclass

from salescoach.catalog import Catalog
from salescoach.signals.items import SignalKey, keys_from
from salescoach.signals.questions import question_credit


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
    keys = keys_from(catalog.rows("signal_keys"), catalog.rows("signal_feedback"))
    return {key.id: key for key in keys}


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
