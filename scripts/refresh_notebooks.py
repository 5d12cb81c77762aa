"""Run all notebooks and store their outputs: ``make refresh``.

Stored outputs hold the text twin of every widget, not the widget itself: a notebook that
nobody has run yet then shows words instead of an error, and its diffs stay readable.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
WIDGET = "application/vnd.jupyter.widget-view+json"


def refresh(path: Path) -> None:
    """Run one notebook from its first to its last cell and store the outputs.

    Parameters
    ----------
    path : Path
        The notebook; it is replaced whole, or not at all if a cell fails.
    """
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=300, store_widget_state=False).execute(cwd=str(path.parent))
    notebook.metadata.pop("widgets", None)
    notebook.metadata["language_info"] = {"name": "python"}
    for cell in notebook.cells:
        cell.metadata.clear()
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET, None)
    partial = path.with_name(f".{path.name}.partial")
    nbformat.write(notebook, partial)
    partial.replace(path)


def workbook_notebooks() -> list[Path]:
    """List the notebooks of the workbook."""
    found = [p for folder in ("notebooks", "exercises") for p in (ROOT / folder).rglob("*.ipynb")]
    return sorted(p for p in found if ".ipynb_checkpoints" not in p.parts)


def main() -> None:
    """Refresh the notebooks named, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("notebooks", nargs="*", type=Path)
    named = parser.parse_args().notebooks
    for path in named or workbook_notebooks():
        print(f"Running {path.name}", file=sys.stderr)
        refresh(path)


if __name__ == "__main__":
    main()
