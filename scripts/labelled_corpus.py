"""Read the labelled scripts and clauses of ``data/scripts`` and say which of them are set aside."""

from __future__ import annotations

import csv
import hashlib
import json
import sys
from pathlib import Path
from typing import Any, Literal

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from salescoach.rubric import clues  # noqa: E402
from salescoach.rubric.table import criteria  # noqa: E402

SCRIPTS = ROOT / "data" / "scripts"
FILES = {"voicemail": "voicemails", "breakup": "breakups", "agreement": "agreements"}

#: `aside` is a third of the scripts of most writers, `plain` all scripts of four writers of
#: everyday business English; both are only ever reported on. `tuned` is the rest.
Part = Literal["tuned", "aside", "plain"]
PLAIN_WRITERS = frozenset("klmn")


def part_of(identifier: str) -> Part:
    """Tell to which part a script belongs, by its writer (second letter) and the hash of its id."""
    if identifier[1] in PLAIN_WRITERS:
        return "plain"
    digest = hashlib.sha256(identifier.encode()).hexdigest()
    return "aside" if int(digest[:8], 16) % 3 == 0 else "tuned"


def load(kind: str, part: Part = "tuned") -> list[dict[str, Any]]:
    """Read the labelled scripts of one kind and part, in the order of file names and lines."""
    items = []
    for path in sorted(SCRIPTS.glob(f"{FILES[kind]}-*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            if line.strip():
                item = json.loads(line)
                if part_of(item["id"]) == part:
                    items.append(item)
    return items


def load_clauses(kind: str) -> list[dict[str, Any]]:
    """Read the clauses that were written and labelled one by one, for training only.

    They have the shape of scripts of one clause, in which every mark is the whole text.
    """
    items = []
    for line in (SCRIPTS / f"clauses-{kind}.jsonl").read_text("utf-8").splitlines():
        item = json.loads(line)
        marks = {head: [item["text"]] for head in item["marks"]}
        every = {head: [] for head in clues.HEADS[kind]}
        items.append({**item, "labels": {}, "marks": {**every, **marks}})
    return items


def corpus_hash() -> str:
    """Return the SHA-256 of all labelled scripts and clauses."""
    digest = hashlib.sha256()
    for path in sorted(SCRIPTS.glob("*.jsonl")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def readings(kind: str) -> list[tuple[dict[str, int], dict[str, int]]]:
    """Read what the writer and a second reader said of each script, before it was settled.

    A reading is written as one mark a judged criterion, ``+`` or ``-``, in the order of
    ``data/rubric/criteria.csv``.
    """
    names = [c.name for c in criteria(kind) if not c.computed]
    known = {item["id"] for part in ("tuned", "aside", "plain") for item in load(kind, part)}
    with (SCRIPTS / "readings.csv").open(encoding="utf-8", newline="") as file:
        return [
            (_labels(names, row["writer"]), _labels(names, row["second_reader"]))
            for row in csv.DictReader(file)
            if row["id"] in known
        ]


def _labels(names: list[str], marks: str) -> dict[str, int]:
    return {name: int(mark == "+") for name, mark in zip(names, marks, strict=True)}
