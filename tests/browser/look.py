"""Opening the workbook's own notebooks, and how they look: axe, both themes, narrow and wide."""

from __future__ import annotations

import os
import shutil

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from salescoach.catalog import workbook

from .lab import JupyterServer, NotebookPage

NARROW: ViewportSize = {"width": 400, "height": 900}
WIDE: ViewportSize = {"width": 1280, "height": 900}
# The first is the one that the notebook is drawn in.
LOOKS = [("dark", NARROW), ("light", NARROW), ("light", WIDE), ("dark", WIDE)]


def open_real(page: Page, server: JupyterServer, folder: str, name: str) -> NotebookPage:
    """Open a notebook of the workbook itself."""
    target = server.root / f"{name}-{id(page)}.ipynb"
    shutil.copy(workbook() / folder / f"{name}.ipynb", target)
    return NotebookPage(page, server, target.name)


def open_narrow(page: Page, server: JupyterServer, folder: str, name: str) -> NotebookPage:
    """Open a notebook in a narrow, dark window and run it: there the most can go wrong."""
    theme, size = LOOKS[0]
    page.set_viewport_size(size)
    notebook = open_real(page, server, folder, name)
    in_theme(notebook, theme)
    notebook.command("application:toggle-left-area")
    notebook.run_all()
    return notebook


def in_theme(notebook: NotebookPage, theme: str) -> None:
    notebook.command("apputils:change-theme", theme=f"JupyterLab {theme.title()}")
    light = str(theme == "light").lower()
    expect(notebook.page.locator(f"body[data-jp-theme-light='{light}']")).to_be_attached()


def violations(page: Page) -> list[str]:
    """What axe finds in the subtrees of our widgets."""
    results = Axe().run(page, context={"include": [[".sc"]]}).response
    return [
        f"{v['id']}: {node['html'][:120]} {node['failureSummary'][:200]}"
        for v in results["violations"]
        for node in v["nodes"]
    ]


_CUT_OFF = """all => all.filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => "cut off at the side: " + one.innerText.slice(0, 200))"""
_DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def faults(notebook: NotebookPage) -> list[str]:
    """What axe finds, and what is cut off, in both themes, in a narrow and in a wide window.

    A notebook takes longer to open and run than to look at: it is run once for all looks.
    """
    page = notebook.page
    found = []
    for theme, size in LOOKS:
        in_theme(notebook, theme)
        page.set_viewport_size(size)
        page.evaluate(_DRAWN)
        assert page.locator(".sc:visible").count(), "there is a widget to look at"
        told = violations(page) + page.locator(".sc").evaluate_all(_CUT_OFF)
        if shots := os.environ.get("SHOTS"):
            page.screenshot(path=f"{shots}/{notebook.path}-{theme}-{size['width']}.png")
        found += [f"{theme}, {size['width']} px: {fault}" for fault in told]
    return found
