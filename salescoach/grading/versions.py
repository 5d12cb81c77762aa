"""Names the version of keys and rubric by which a grade was given: hashes of what they say."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from salescoach import rubric
from salescoach.catalog import Catalog
from salescoach.items import SCRIPT_KINDS, Item
from salescoach.keys import OptionKey

_LETTERS = 16


def key_version(item: Item, keys: Mapping[str, Mapping[str, OptionKey]]) -> str:
    """Hash the key of an item: its points, and what each option earns and hears.

    Parameters
    ----------
    item : Item
        The item.
    keys : mapping
        The keys of the choice items.
    """
    options = {o: [k.credit, k.feedback] for o, k in keys.get(item.id, {}).items()}
    said = json.dumps([item.kind, item.points, options], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:_LETTERS]


def rubric_version(item: Item, whole: str) -> str:
    """Give the version of the rubric for a script, and nothing for other items."""
    return whole if item.kind in SCRIPT_KINDS else ""


def version_of_rubric(catalog: Catalog) -> str:
    """Hash the rubric: its program, what it builds on, its word groups and weights.

    Parameters
    ----------
    catalog : Catalog
        Holds the groups and the weights.
    """
    home = Path(rubric.__file__).parent
    files = [*sorted(home.rglob("*.py")), home.parent / "speech.py", home.parent / "pronouns.py"]
    data = [catalog.path(f"rubric/{name}") for name in ("clause_model.json", "word_groups.txt")]
    digest = hashlib.sha256()
    for path in [*files, *(p for p in data if p.exists())]:
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:_LETTERS]
