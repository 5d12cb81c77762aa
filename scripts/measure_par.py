"""Search for the par of every scenario and write ``data/par.csv``: ``make par``.

Takes some minutes. A test compares the model's hash in the table with the model as it stands,
so a changed parameter or rule cannot keep an old par.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from salescoach.catalog_followup import (
    load_model,
    load_scenario,
    load_strategy,
    model_hash,
    scenario_names,
    strategy_names,
)
from salescoach.followup.compiled import warm_up
from salescoach.followup.outcomes import mean_worth
from salescoach.followup.par import find_par

SEED = 1
YEARS = 1000
TABLE = Path(__file__).parents[1] / "data" / "par.csv"
COLUMNS = (
    "scenario", "weekly", "par", "low", "high", "settings_worth", "years", "seed", "model",
)  # fmt: skip


def row(name: str) -> dict[str, object]:
    """Search one scenario, starting from the best of the named strategies."""
    model, scenario = load_model(), load_scenario(name)
    strategies = [load_strategy(s) for s in strategy_names()]
    start = max(strategies, key=lambda s: mean_worth(model, scenario, s, 200, SEED, "auto"))
    found = find_par(
        model, scenario, load_strategy("weekly"), start=start, replications=YEARS, seed=SEED
    )
    print(f"{name}: {found.to_dict()['reading']}", file=sys.stderr)
    return {
        "scenario": name,
        "weekly": round(found.weekly.mean),
        "par": round(found.par.mean),
        "low": round(found.par.low),
        "high": round(found.par.high),
        "settings_worth": round(found.by_settings.mean),
        "years": YEARS,
        "seed": SEED,
        "model": model_hash(),
    }


def main() -> None:
    """Search every scenario; the table is replaced when all are done."""
    warm_up()
    rows = [row(name) for name in scenario_names()]
    partial = TABLE.with_name(".par.csv.partial")
    with partial.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    partial.replace(TABLE)


if __name__ == "__main__":
    main()
