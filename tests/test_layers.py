"""The layers of the design: a module imports from its own row and the rows above, never below."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "salescoach"

ROWS = [
    ["errors"],
    ["signals", "answers", "items", "agreement", "speech", "rubric", "followup", "habits",
     "planner", "responses", "pronouns", "rejection", "questions", "companies", "forms",
      "team", "assessment", "practice_plan", "spacing", "decision_map", "dialogue", "opportunity",
      "recall"],
    ["catalog", "catalog_followup", "keys", "pack_faults", "pack_rules", "validation",
     "signal_checks", "review_store", "own_list", "cases"],
    ["plots", "call_plots", "pipeline_plots", "habit_plots", "class_beside", "certificate",
     "widgets"],
    ["grading", "workshop"],
    ["lesson", "desk", "cli", "cli_course", "cli_grade", "cli_score", "cli_simulate", "launcher",
     "own_work"],
]  # fmt: skip
ROW_OF = {name: row for row, names in enumerate(ROWS) for name in names}
DOMAIN = set(ROWS[1])

# Views know nothing of grading, and the desk knows nothing of widgets.
FORBIDDEN = {"widgets": {"grading", "workshop"}, "plots": {"grading", "workshop"},
             "call_plots": {"grading", "workshop"}, "pipeline_plots": {"grading", "workshop"},
             "habit_plots": {"grading", "workshop"}, "certificate": {"grading", "workshop"},
             "class_beside": {"grading", "workshop"},
             "grading": {"widgets", "plots"}, "workshop": {"widgets"}}  # fmt: skip
# What domain code may not know. NumPy and compiled code are for the simulation only.
NOT_IN_DOMAIN = {"pandas", "matplotlib", "IPython", "ipywidgets", "anywidget", "jupyterlab",
                 "jupyter_client", "nbformat", "frictionless", "pathlib", "csv"}  # fmt: skip
ONLY_IN_FOLLOWUP = {"numpy", "numba", "scipy", "cma"}


def modules() -> list[Path]:
    return sorted(
        p for p in PACKAGE.rglob("*.py") if p.name != "__init__.py" or p.parent != PACKAGE
    )


def unit_of(path: Path) -> str:
    """Name the row entry that a file belongs to: its module, or its subpackage."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> list[tuple[str, int]]:
    """List what a module imports as absolute dotted names with line numbers, wherever it stands."""
    found = []
    package = ["salescoach", *path.relative_to(PACKAGE).parent.parts]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                root = package[: len(package) - node.level + 1]
                base = ".".join([*root, base] if base else root)
            if base == "salescoach":
                found += [(f"salescoach.{alias.name}", node.lineno) for alias in node.names]
            else:
                found.append((base, node.lineno))
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_module_respects_the_layers(path: Path) -> None:
    unit = unit_of(path)
    assert unit in ROW_OF, f"{unit} stands in no row of the layer table"
    faults = []
    for name, line in imports_of(path):
        parts = name.split(".")
        if parts[0] == "salescoach":
            target = parts[1] if len(parts) > 1 else ""
            if target in ("", "__version__"):
                continue
            if ROW_OF[target] > ROW_OF[unit] or target in FORBIDDEN.get(unit, set()):
                faults.append(f"line {line}: {unit} imports {target}")
        elif unit in DOMAIN and (
            parts[0] in NOT_IN_DOMAIN or (parts[0] in ONLY_IN_FOLLOWUP and unit != "followup")
        ):
            faults.append(f"line {line}: domain code imports {name}")
    assert not faults, "\n".join(faults)


def test_the_package_itself_imports_nothing() -> None:
    tree = ast.parse((PACKAGE / "__init__.py").read_text("utf-8"))
    assert not [n for n in ast.walk(tree) if isinstance(n, (ast.Import, ast.ImportFrom))]


def test_the_layer_test_sees_a_breach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above must be able to fail: a widget that imports the grader is caught."""
    bad = tmp_path / "widgets" / "bad.py"
    bad.parent.mkdir()
    bad.write_text("from salescoach import grading\n")
    monkeypatch.setattr("test_layers.PACKAGE", tmp_path)
    with pytest.raises(AssertionError, match="widgets imports grading"):
        test_module_respects_the_layers(bad)
