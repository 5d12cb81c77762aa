"""Write ``data/rubric/criteria.csv``, the criteria as a table for instructors, from the code.

The code is the source, because the rubric reads no files; a test keeps the table in step.

Run: python scripts/write_criteria.py
"""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from salescoach.rubric import KINDS, criteria  # noqa: E402

TABLE = ROOT / "data" / "rubric" / "criteria.csv"


def table() -> str:
    """Return the criteria as CSV text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["kind", "name", "label", "question", "weight", "about", "absence", "computed"])
    for kind in KINDS:
        for c in criteria(kind):
            flags = [str(c.absence).lower(), str(c.computed).lower()]
            writer.writerow([kind, c.name, c.label, c.question, f"{c.weight:g}", c.about, *flags])
    return out.getvalue()


if __name__ == "__main__":
    TABLE.write_text(table(), "utf-8", newline="")
    print(f"Wrote {TABLE.relative_to(ROOT)}.")
