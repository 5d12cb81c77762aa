"""Read the follow-up simulator's part of a data pack: parameters, kinds, scenarios, strategies."""

from __future__ import annotations

import csv
import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from salescoach.errors import CoachError
from salescoach.followup.parameters import parameters_from_rows
from salescoach.followup.prospects import Scenario, archetypes_from_rows, scenario_from_dict
from salescoach.followup.strategies import Strategy, strategy_from_dict
from salescoach.followup.world import Model


def data_folder() -> Path:
    """Return the workbook's own data: beside the package in a checkout, inside it in a wheel."""
    inside = Path(__file__).parent / "workbook" / "data"
    return inside if inside.is_dir() else Path(__file__).parents[1] / "data"


def read_table(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a CSV table, or say which file is missing or unreadable."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise CoachError(
            f"The table {path} cannot be read: {fault}.", next_step="Check the path."
        ) from fault


def read_toml(path: Path) -> dict[str, Any]:
    """Return what a TOML file says, or the line of its first fault."""
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as fault:
        raise CoachError(f"The file {path} cannot be read.", next_step="Check the path.") from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise CoachError(
            f"The file {path} is no valid TOML: {fault}.",
            allowed='lines of the form  name = value, with text in "quotes"',
        ) from fault


@cache
def load_model(folder: Path | None = None) -> Model:
    """Read parameters and archetypes of a data folder, by default the workbook's own."""
    base = folder or data_folder()
    return Model(
        parameters_from_rows(read_table(base / "parameters.csv")),
        archetypes_from_rows(read_table(base / "archetypes.csv")),
    )


def model_hash(folder: Path | None = None) -> str:
    """Return twelve digits that change whenever a rule, a parameter or a scenario does."""
    from salescoach.followup.compiled import source_version

    base = folder or data_folder()
    files = [base / "parameters.csv", base / "archetypes.csv"]
    files += [*sorted((base / "scenarios").glob("*.toml")), base / "strategies" / "weekly.toml"]
    text = "\0".join(path.read_text("utf-8") for path in files)
    return hashlib.sha256(f"{source_version()}{text}".encode()).hexdigest()[:12]


def scenario_names(folder: Path | None = None) -> list[str]:
    """Return the names of the scenarios in a data folder."""
    return sorted(path.stem for path in ((folder or data_folder()) / "scenarios").glob("*.toml"))


def strategy_names(folder: Path | None = None) -> list[str]:
    """Return the names of the strategies in a data folder, the naive ones last."""
    names = {path.stem for path in ((folder or data_folder()) / "strategies").glob("*.toml")}
    return sorted(names, key=lambda name: (not name.startswith("s"), name))


def load_scenario(name: str, folder: Path | None = None) -> Scenario:
    """Read a scenario by name, or from the path of a TOML file."""
    path, stem = find("scenario", name, scenario_names(folder), folder)
    return scenario_from_dict(read_toml(path), load_model(folder).archetypes, stem)


def load_strategy(name: str, folder: Path | None = None) -> Strategy:
    """Read a strategy by name, or from the path of a TOML file."""
    path, stem = find("strategy", name, strategy_names(folder), folder)
    return strategy_from_dict(read_toml(path), stem)


def find(what: str, name: str, names: list[str], folder: Path | None) -> tuple[Path, str]:
    """Return the file behind a name, or behind a path that ends in .toml."""
    if name in names:
        plural = {"scenario": "scenarios", "strategy": "strategies"}[what]
        return (folder or data_folder()) / plural / f"{name}.toml", name
    if name.endswith(".toml"):
        return Path(name), Path(name).stem
    raise CoachError(
        f"There is no {what} '{name}'.",
        allowed=f"{', '.join(names)}, or the path of a .toml file",
        next_step="Check the spelling.",
    )
