"""Train the linear clause model on the repository's labelled scripts.

Reads ``data/scripts/*.jsonl``, leaves out what is set aside, and writes
``data/rubric/clause_model.json``. The same corpus gives the same weights: no random draw, and
rounded at the end. Needs scikit-learn; the coach itself does not.

Run ``python scripts/train_clause_model.py`` from the repository; ``--check`` compares instead of
writing.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from labelled_corpus import corpus_hash, load, load_clauses  # noqa: E402

from salescoach.rubric import clues  # noqa: E402
from salescoach.rubric.model import FORMAT  # noqa: E402
from salescoach.rubric.reading import Reading, read  # noqa: E402
from salescoach.rubric.table import KINDS, criteria  # noqa: E402
from salescoach.rubric.word_groups import parse  # noqa: E402

WEIGHTS = ROOT / "data" / "rubric" / "clause_model.json"
GROUPS = parse((ROOT / "data" / "rubric" / "word_groups.txt").read_text("utf-8"))

#: A feature counts if at least this many clauses have it.
RAREST = 3
#: Evidence is rare among clauses; it counts this much more.
EVIDENCE = 3.0
#: Inverse strength of the penalty on large weights.
FREEDOM = 0.25
DIGITS = 2
#: Every other single clause earns or breaks something, far more than in a script: this feature
#: takes up the difference in training, and no text that is judged has it.
SINGLE = "single"
#: A weight smaller than this changes no verdict that is worth having.
SMALLEST = 0.05
#: Pressure is pressure in any kind of text: these heads learn from each other.
COURTESY = {"voicemail": "courteous", "breakup": "polite", "agreement": "courteous"}


@dataclass(frozen=True)
class Example:
    """A clause with its features, for each head that it teaches a target and how much it counts.

    A borrowed one comes from another kind of text.
    """

    features: list[str]
    targets: dict[str, tuple[float, float]]
    borrowed: bool = False


def examples(kind: str, items: Iterable[dict[str, Any]]) -> list[Example]:
    """Turn labelled scripts into labelled clauses."""
    absence = {c.name for c in criteria(kind) if c.absence}
    made = []
    for item in items:
        reading = read(item["text"])
        described = clues.describe(kind, reading, clues.detect(kind, reading), GROUPS)
        for clause, features in zip(reading.clauses, described, strict=True):
            marked = _marked(item, reading.raw_span((clause.start, clause.end)))
            targets = {}
            for head in clues.HEADS[kind]:
                if head not in item["labels"] and head not in item["marks"]:
                    continue  # not every writer marked the halves of a criterion
                if head == "hook" and "early" not in features:
                    continue
                # Marked, though the text as a whole does not meet it: outnumbered.
                counts = head in marked and (
                    head not in item["labels"]
                    or item["labels"][head] == (head not in absence)
                    or head == "prospect_focus"
                )
                targets[head] = (1.0, EVIDENCE) if counts else (0.0, 1.0)
            if not item["labels"]:
                features = [*features, SINGLE]
            made.append(Example(features, targets))
        if item["labels"]:  # of a single clause, nothing is left without its evidence
            made += _without_evidence(kind, item, reading)
    return made


def _without_evidence(kind: str, item: dict[str, Any], reading: Reading) -> Iterator[Example]:
    """Show what is left of a sentence without the words that earned or broke a criterion.

    What stands around the evidence must not earn the criterion by itself.
    """
    sentences = [item["text"][slice(*reading.raw_span(span))] for span in reading.sentences]
    for head in clues.HEADS[kind]:
        marks = sorted(item["marks"].get(head, []), key=len, reverse=True)
        for sentence in sentences:
            rest = sentence
            for mark in marks:
                rest = rest.replace(mark, "")
            if rest == sentence or not re.search(r"\w+\W+\w+", rest):
                continue
            left = read(rest)
            for features in clues.describe(kind, left, clues.detect(kind, left), GROUPS):
                yield Example(features, {head: (0.0, 1.0)})


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


def lend(kind: str, rows: dict[str, list[Example]]) -> list[Example]:
    """Give a kind of text what the clauses of the others teach about courtesy."""
    head = COURTESY[kind]
    return [
        Example(row.features, {head: row.targets[COURTESY[other]]}, borrowed=True)
        for other in KINDS
        if other != kind
        for row in rows[other]
        if COURTESY[other] in row.targets
    ]


def fit(rows: list[Example], heads: tuple[str, ...]) -> dict[str, Any]:
    """Fit one logistic regression a head, all on the same features.

    Where clauses are borrowed, each feature has a weight that all kinds share and one that only
    the own clauses teach; their sum is kept (Daumé III 2007, "Frustratingly easy domain
    adaptation").
    """
    counts = Counter(f for row in rows for f in row.features)
    vocabulary = sorted(f for f, n in counts.items() if n >= RAREST)
    column = {f: i for i, f in enumerate(vocabulary)}
    index = [sorted(column[f] for f in row.features if f in column) for row in rows]
    starts = np.cumsum([0, *map(len, index)])
    flat = np.array([i for row in index for i in row], dtype=np.int32)
    table = csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(rows), len(vocabulary)))
    weights: dict[str, dict[str, float]] = {f: {} for f in vocabulary}
    bias = []
    plain = np.array([not f.startswith("k:") for f in vocabulary])
    for head in heads:
        # For other criteria the groups brought no gain that could be told from chance.
        columns = np.flatnonzero(plain | (head in COURTESY.values()))
        used = [i for i, row in enumerate(rows) if head in row.targets]
        target = np.array([rows[i].targets[head][0] for i in used])
        weight = np.array([rows[i].targets[head][1] for i in used])
        seen = table[used][:, columns]
        own = np.array([not rows[i].borrowed for i in used])
        if not own.all():
            ones = csr_matrix(np.ones((len(used), 1)))
            seen = hstack([seen, *(t.multiply(own[:, None]) for t in (seen, ones))]).tocsr()
        # liblinear's primal solver draws nothing at random.
        model = LogisticRegression(C=FREEDOM, solver="liblinear", tol=1e-3, random_state=0)
        model.fit(seen, target, sample_weight=weight)
        learnt, start = model.coef_[0], float(model.intercept_[0])
        if not own.all():
            start += float(learnt[-1])
            learnt = learnt[: len(columns)] + learnt[len(columns) : -1]
        bias.append(round(start, DIGITS))
        for place, value in zip(columns, learnt, strict=True):
            if abs(value) >= SMALLEST:
                weights[vocabulary[place]][head] = round(float(value), DIGITS)
    weights.pop(SINGLE, None)
    return {"heads": list(heads), "bias": bias, "weights": {f: w for f, w in weights.items() if w}}


def train() -> dict[str, Any]:
    """Train every kind and return the contents of the weights file."""
    rows = {kind: examples(kind, [*load(kind), *load_clauses(kind)]) for kind in KINDS}
    sections = {kind: fit([*rows[kind], *lend(kind, rows)], clues.HEADS[kind]) for kind in KINDS}
    return {"format": FORMAT, "corpus": corpus_hash(), "sections": sections}


def dump(data: dict[str, Any]) -> str:
    """Write the weights with one feature a line, so that a change can be read."""
    sections = []
    for kind, part in data["sections"].items():
        place = {head: str(i) for i, head in enumerate(part["heads"])}
        rows = ",\n".join(
            json.dumps(feature, ensure_ascii=False)
            + ":["
            + ",".join(f"{place[head]},{value:g}" for head, value in row.items())
            + "]"
            for feature, row in part["weights"].items()
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
