"""Reads the keys of items: for grading and for practice mode only."""

from __future__ import annotations

from dataclasses import dataclass

from salescoach.catalog import Catalog


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
