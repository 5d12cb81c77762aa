"""Train the linear clause model on the repository's labelled scripts.

Reads ``data/scripts/*.jsonl``, leaves out the third that is set aside, and writes
``data/rubric/clause_model.json``. The same corpus gives the same weights: no random draw, plain
full-batch gradient steps, rounded at the end. Needs NumPy; the coach itself does not.

Run ``python scripts/train_clause_model.py`` from the repository; ``--check`` compares instead of
writing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from salescoach.rubric import clues  # noqa: E402
from salescoach.rubric.model import FORMAT  # noqa: E402
from salescoach.rubric.reading import read  # noqa: E402
from salescoach.rubric.seller import seller_clauses  # noqa: E402
from salescoach.rubric.table import KINDS, criteria  # noqa: E402

SCRIPTS = ROOT / "data" / "scripts"
WEIGHTS = ROOT / "data" / "rubric" / "clause_model.json"
FILES = {"voicemail": "voicemails", "breakup": "breakups", "agreement": "agreements"}

#: Marks that show a clause to be about the prospect.
ABOUT_THEM = {"hook", "personal", "value", "prospect_focus"}
#: A feature counts if at least this many clauses have it.
RAREST = 2
#: A clause of a text that meets a criterion, outside the marks, is only weakly a counterexample.
UNMARKED = 0.2
#: Evidence is rare among clauses; it counts this much more.
EVIDENCE = 2.0
PENALTY = 2.0
STEPS = 250
DIGITS = 3


def is_set_aside(identifier: str) -> bool:
    """Tell whether an item belongs to the third that is only ever reported on."""
    return int(hashlib.sha256(identifier.encode()).hexdigest()[:8], 16) % 3 == 0


def load(kind: str, *, set_aside: bool = False) -> list[dict[str, Any]]:
    """Read the labelled scripts of one kind, in the order of file names and lines."""
    items = []
    for path in sorted(SCRIPTS.glob(f"{FILES[kind]}-*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            if line.strip():
                item = json.loads(line)
                if is_set_aside(item["id"]) == set_aside:
                    items.append(item)
    return items


def corpus_hash() -> str:
    """Return the SHA-256 of all labelled scripts."""
    digest = hashlib.sha256()
    for path in sorted(SCRIPTS.glob("*.jsonl")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


@dataclass(frozen=True)
class Example:
    """A clause with its features, and for each head a target and a weight (0: not used)."""

    features: list[str]
    targets: dict[str, tuple[float, float]]


def examples(kind: str, items: Iterable[dict[str, Any]]) -> list[Example]:
    """Turn labelled scripts into labelled clauses."""
    absence = {c.name for c in criteria(kind) if c.absence}
    heads = clues.HEADS[kind]
    made = []
    for item in items:
        reading = read(item["text"])
        described = clues.describe(reading)
        sides = [_marked(item, reading.raw_span((c.start, c.end))) for c in reading.clauses]
        about_them = [float(bool(side & ABOUT_THEM)) for side in sides]
        outweighed = sum(n for _, n in seller_clauses(reading, about_them)) > sum(about_them)
        for marked, features in zip(sides, described, strict=True):
            targets = {}
            for head in heads:
                label = item["labels"].get(head)
                if label is None:
                    continue
                positive = (label == 0) if head in absence else (label == 1)
                if head == "hook" and "early" not in features:
                    continue
                if head == "prospect_focus" and not positive and outweighed and marked & ABOUT_THEM:
                    # About the prospect, but outweighed: the clause itself is no counterexample.
                    continue
                if positive:
                    targets[head] = (1.0, EVIDENCE) if head in marked else (0.0, UNMARKED)
                else:
                    targets[head] = (0.0, 1.0)
            made.append(Example(features, targets))
    return made


def _marked(item: dict[str, Any], span: tuple[int, int]) -> set[str]:
    """Name the criteria whose marked evidence covers half of the clause, or lies half in it."""
    named = set()
    for name, marks in item.get("marks", {}).items():
        for mark in marks:
            start = item["text"].find(mark)
            if start < 0:
                continue
            shared = min(span[1], start + len(mark)) - max(span[0], start)
            if shared > 0 and shared >= 0.5 * min(span[1] - span[0], len(mark)):
                named.add(name)
    return named


def fit(rows: list[Example], heads: tuple[str, ...]) -> dict[str, Any]:
    """Fit one logistic regression a head, all on the same features."""
    counts = Counter(f for row in rows for f in row.features)
    vocabulary = sorted(f for f, n in counts.items() if n >= RAREST)
    column = {f: i for i, f in enumerate(vocabulary)}
    index = [[column[f] for f in row.features if f in column] for row in rows]
    flat = np.array([i for row in index for i in row], dtype=np.int64)
    row_of = np.repeat(np.arange(len(rows)), [len(r) for r in index])
    table = np.zeros((len(vocabulary), len(heads)))
    bias = np.zeros(len(heads))
    for h, head in enumerate(heads):
        target = np.array([row.targets.get(head, (0.0, 0.0))[0] for row in rows])
        weight = np.array([row.targets.get(head, (0.0, 0.0))[1] for row in rows])
        table[:, h], bias[h] = _descend(flat, row_of, len(vocabulary), target, weight)
    rounded = np.round(table, DIGITS)
    kept = {
        f: [float(x) if x else 0 for x in rounded[i]]
        for f, i in column.items()
        if np.abs(rounded[i]).max() >= 0.01
    }
    return {
        "heads": list(heads),
        "bias": [round(float(b), DIGITS) for b in bias],
        "weights": kept,
    }


def _descend(
    flat: np.ndarray, row_of: np.ndarray, size: int, target: np.ndarray, weight: np.ndarray
) -> tuple[np.ndarray, float]:
    """Minimise the penalised logistic loss by accelerated gradient steps (Nesterov)."""
    rows = len(target)

    def scores(w: np.ndarray, b: float) -> np.ndarray:
        return np.bincount(row_of, weights=w[flat], minlength=rows) + b

    def back(r: np.ndarray) -> np.ndarray:
        return np.bincount(flat, weights=r[row_of], minlength=size)

    # The curvature is at most a quarter of the largest eigenvalue: found by power iteration.
    w, b, top = np.ones(size), 1.0, 1.0
    for _ in range(20):
        r = weight * scores(w, b)
        w, b = back(r), float(r.sum())
        top = float(np.sqrt(w @ w + b * b)) or 1.0
        w, b = w / top, b / top
    rate = 1.0 / (PENALTY + 0.27 * top)
    w, momentum = np.zeros(size), np.zeros(size)
    b = bias_momentum = 0.0
    for step in range(STEPS):
        beta = step / (step + 3.0)
        ahead, bias_ahead = w + beta * momentum, b + beta * bias_momentum
        score = np.clip(scores(ahead, bias_ahead), -30, 30)
        slope = weight * (1.0 / (1.0 + np.exp(-score)) - target)
        gradient = back(slope) + PENALTY * ahead
        new, bias_new = ahead - rate * gradient, bias_ahead - rate * slope.sum()
        momentum, bias_momentum = new - w, bias_new - b
        w, b = new, bias_new
    return w, b


def train() -> dict[str, Any]:
    """Train every kind and return the contents of the weights file."""
    sections = {kind: fit(examples(kind, load(kind)), clues.HEADS[kind]) for kind in KINDS}
    return {"format": FORMAT, "corpus": corpus_hash(), "sections": sections}


def dump(data: dict[str, Any]) -> str:
    """Write the weights with one feature a line, so that a change can be read."""
    sections = []
    for kind, part in data["sections"].items():
        rows = ",\n".join(
            f"{json.dumps(f, ensure_ascii=False)}:{json.dumps(row, separators=(',', ':'))}"
            for f, row in part["weights"].items()
        )
        sections.append(
            f'"{kind}":{{"heads":{json.dumps(part["heads"])},"bias":{json.dumps(part["bias"])},'
            f'"weights":{{\n{rows}\n}}}}'
        )
    joined = ",\n".join(sections)
    head = f'"format":{data["format"]},"corpus":"{data["corpus"]}"'
    return f'{{{head},"sections":{{\n{joined}\n}}}}\n'


def main() -> int:
    """Write the weights, or compare them with those in the repository."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    arguments = parser.parse_args()
    text = dump(train())
    if arguments.check:
        same = WEIGHTS.exists() and WEIGHTS.read_text("utf-8") == text
        print("The weights are up to date." if same else "The weights differ: train again.")
        return 0 if same else 1
    WEIGHTS.parent.mkdir(parents=True, exist_ok=True)
    WEIGHTS.write_text(text, "utf-8")
    print(f"Wrote {WEIGHTS.relative_to(ROOT)} ({len(text) // 1024} KB).")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
