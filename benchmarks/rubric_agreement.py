"""Prints how far the coach agrees with the labels of our corpus.

`aside` and `plain` are what patterns, weights and thresholds never saw (labelled_corpus.py says
which): whoever counts them looks at them, so note it in data/rubric/README.md. `writers` is what to
tune by: each writer's scripts are judged by weights from all the others. `tuned` is how well the
weights fit, no more. `readers` compares the writers with the second readers.

Run: python benchmarks/rubric_agreement.py [--seed 1] [--part PART] [--kind KIND]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

import labelled_corpus as corpus  # noqa: E402
import train_clause_model as training  # noqa: E402

from salescoach import rubric  # noqa: E402
from salescoach.catalog import Catalog  # noqa: E402
from salescoach.rubric import clues, comparing  # noqa: E402

Judged = tuple[dict[str, Any], rubric.ScriptVerdict]


def judged(
    kind: str, items: list[dict[str, Any]], model: rubric.ClauseModel | None
) -> list[Judged]:
    return [(i, rubric.judge(kind, i["text"], model, scenario=i.get("context", ""))) for i in items]


@cache
def labelled_rows() -> dict[str, list[tuple[str, training.Example]]]:
    """Describe all labelled clauses, each with its writer; a single clause has none."""
    rows = {}
    for kind in rubric.KINDS:
        rows[kind] = [
            (i["id"][1], e) for i in corpus.load(kind) for e in training.examples(kind, [i])
        ]
        rows[kind] += [("", e) for e in training.examples(kind, corpus.load_clauses(kind))]
    return rows


def writer_by_writer(kind: str) -> Iterator[Judged]:
    """Judge each writer's scripts with weights from the others.

    A writer is known by the second letter of an id, in every kind of text.
    """
    items = corpus.load(kind)
    for writer in sorted({i["id"][1] for i in items}):
        others = {
            each: [e for w, e in rows if w != writer] for each, rows in labelled_rows().items()
        }
        learnt = training.fit([*others[kind], *training.lend(kind, others)], clues.HEADS[kind])
        data = {"format": training.FORMAT, "corpus": "", "sections": {kind: learnt}}
        model = rubric.ClauseModel.from_json(json.loads(training.dump(data)), training.GROUPS)
        found = judged(kind, [i for i in items if i["id"][1] == writer], model)
        result, _ = compared(kind, found, seed=1)
        print(f"  writer {writer}: {result.n} texts, F1 {result.mean_f1.value:.3f},"
              f" kappa {result.mean_kappa.value:.3f}")  # fmt: skip
        yield from found


def compared(kind: str, found: list[Judged], seed: int) -> tuple[comparing.Comparison, list[Any]]:
    ours = [comparing.labels_of(v) for _, v in found]
    computed = {c.name for c in rubric.criteria(kind) if c.computed}
    labels = [
        {**{n: v for n, v in own.items() if n in computed}, **item["labels"]}
        for (item, _), own in zip(found, ours, strict=True)
    ]
    return comparing.compare(kind, labels, ours, seed), labels


def show(kind: str, part: str, result: comparing.Comparison) -> None:
    print(f"\n{kind}, {part}: {result.n} texts")
    for row in result.criteria:
        print(f"  {row.name:<15} met {row.met:>4}   F1 {row.f1}   kappa {row.kappa}")
    print(f"  mean F1 {result.mean_f1}   mean kappa {result.mean_kappa}")
    print(f"  totals, quadratic weighted kappa {result.totals}")


def report(kind: str, part: str, found: list[Judged], seed: int) -> None:
    result, labels = compared(kind, found, seed)
    ours = [comparing.labels_of(v) for _, v in found]
    show(kind, part, result)
    for name in ("courteous", "polite"):
        pushy = {i for i, label in enumerate(labels) if label.get(name) == 0}
        flagged = {i for i, own in enumerate(ours) if own.get(name) == 0}
        if pushy and flagged:
            hit = len(pushy & flagged)
            print(f"  pushy texts found: {hit} of {len(pushy)} (recall {hit / len(pushy):.2f},"
                  f" precision {hit / len(flagged):.2f})")  # fmt: skip
    for band in comparing.certainty([v for _, v in found], labels, bands=5):
        print(f"  {band.low:.1f} to {band.high:.1f} sure: right {band.right} of {band.n}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--part", choices=("aside", "plain", "writers", "tuned", "readers"), default="writers"
    )
    parser.add_argument("--kind", choices=rubric.KINDS, action="append")
    options = parser.parse_args()
    for kind in options.kind or rubric.KINDS:
        if options.part == "writers":
            report(kind, options.part, list(writer_by_writer(kind)), options.seed)
            continue
        if options.part == "readers":
            first, second = zip(*corpus.readings(kind), strict=True)
            show(kind, "readers", comparing.compare(kind, first, second, options.seed))
            continue
        model = Catalog(ROOT / "data").clause_model
        items = corpus.load(kind, options.part)
        begin = time.perf_counter()
        found = judged(kind, items, model)
        each = 1000 * (time.perf_counter() - begin) / max(len(items), 1)
        report(kind, options.part, found, options.seed)
        print(f"  {each:.1f} ms a text")


if __name__ == "__main__":
    main()
