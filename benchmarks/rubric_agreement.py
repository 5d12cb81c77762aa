"""Prints how far the rubric agrees with the labels of the third that was set aside.

Nobody tunes on that third: patterns and weights come from the other two. Whoever runs this looks at
it, so note it in docs/rubric_looks.md.

Run: python benchmarks/rubric_agreement.py [--seed 1] [--part aside|tuned]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

import train_clause_model as training  # noqa: E402

from salescoach import rubric  # noqa: E402
from salescoach.rubric import comparing  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", choices=("aside", "tuned"), default="aside")
    options = parser.parse_args()
    model = rubric.ClauseModel.from_json(json.loads(training.WEIGHTS.read_text("utf-8")))
    for kind in rubric.KINDS:
        items = training.load(kind, set_aside=options.part == "aside")
        begin = time.perf_counter()
        verdicts = [
            rubric.judge(kind, i["text"], model, scenario=i.get("context", "")) for i in items
        ]
        each = 1000 * (time.perf_counter() - begin) / max(len(items), 1)
        judged = [comparing.labels_of(v) for v in verdicts]
        computed = {c.name for c in rubric.criteria(kind) if c.computed}
        labels = [
            {**{n: v for n, v in ours.items() if n in computed}, **item["labels"]}
            for item, ours in zip(items, judged, strict=True)
        ]
        result = comparing.compare(kind, labels, judged, options.seed)
        print(f"\n{kind}, {options.part}: {result.n} texts, {each:.1f} ms each")
        for row in result.criteria:
            print(f"  {row.name:<15} F1 {row.f1}   kappa {row.kappa}")
        print(f"  mean F1 {result.mean_f1}   mean kappa {result.mean_kappa}")
        print(f"  totals, quadratic weighted kappa {result.totals}")
        for name in ("courteous", "polite"):
            pushy = [i for i, label in enumerate(labels) if label.get(name) == 0]
            flagged = [i for i, ours in enumerate(judged) if ours.get(name) == 0]
            if pushy:
                hit = len(set(pushy) & set(flagged))
                precision = f"{hit / len(flagged):.2f}" if flagged else "undefined"
                print(
                    f"  pushy texts found: {hit} of {len(pushy)}"
                    f" (recall {hit / len(pushy):.2f}, precision {precision})"
                )
        for band in comparing.certainty(verdicts, labels, bands=5):
            print(f"  {band.low:.1f} to {band.high:.1f} sure: right {band.right} of {band.n}")


if __name__ == "__main__":
    main()
