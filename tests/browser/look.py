"""Opening the workbook's own notebooks, in both themes, and asking axe about our widgets."""

from __future__ import annotations

import shutil

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from salescoach.catalog import workbook

from .lab import JupyterServer, NotebookPage


def open_real(page: Page, server: JupyterServer, folder: str, name: str) -> NotebookPage:
    """Open a notebook of the workbook itself, in a wide main area, and run it."""
    target = server.root / f"{name}-{id(page)}.ipynb"
    shutil.copy(workbook() / folder / f"{name}.ipynb", target)
    return NotebookPage(page, server, target.name)


def in_theme(notebook: NotebookPage, theme: str) -> None:
    if theme == "dark":
        notebook.command("apputils:change-theme", theme="JupyterLab Dark")
        expect(notebook.page.locator("body[data-jp-theme-light='false']")).to_be_attached()


def violations(page: Page) -> list[str]:
    """What axe finds in the subtrees of our widgets."""
    results = Axe().run(page, context={"include": [[".sc"]]}).response
    return [
        f"{v['id']}: {node['html'][:120]} {node['failureSummary'][:200]}"
        for v in results["violations"]
        for node in v["nodes"]
    ]
