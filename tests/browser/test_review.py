"""The review queue in a real JupyterLab: keys alone, at once saved, readable in every theme."""

from __future__ import annotations

import os
import re
import shutil

import pytest
from playwright.sync_api import Page, expect

from salescoach.catalog import workbook

from .lab import JupyterServer, NotebookPage
from .look import in_theme, violations

ALL_WAIT = re.compile(r"(\d+) of \1 still wait for you\.")


def opened(page: Page, server: JupyterServer) -> NotebookPage:
    target = server.root / f"review-{id(page)}.ipynb"
    shutil.copy(workbook() / "notebooks" / "instructor" / "review.ipynb", target)
    notebook = NotebookPage(page, server, target.name)
    notebook.run_all()
    return notebook


def test_the_keys_alone_work_through_the_queue(page: Page, server: JupyterServer) -> None:
    notebook = opened(page, server)
    cells = len(notebook.cells_on_disk())
    root = page.get_by_test_id("review")
    status = page.get_by_test_id("review-status")
    expect(status).to_have_text(ALL_WAIT)
    count = int(status.inner_text().split()[0])
    heading = root.locator("h3")
    expect(heading).to_have_text("Ana Example (t01): The one change that helps most")
    heading.focus()
    keys = page.keyboard
    keys.press("a")  # there is nothing to accept, and no cell is added above
    keys.press("n")
    expect(heading).to_have_text("Ben Example (t02): Which message would you leave?")
    expect(root).to_contain_text("choice = the second one")
    keys.press("p")
    expect(heading).to_contain_text("Ana")
    keys.press("o")
    keys.type("2.5")
    keys.press("Enter")
    expect(root.get_by_role("alert")).to_contain_text("lacks who decides")
    root.get_by_label("Who decides").fill("Kim")
    root.get_by_label("Reason").focus()
    keys.type("an answer was meant")
    keys.press("Enter")
    expect(status).to_have_text(
        f"Saved: Kim gave 2.5 of 3 points. {count - 1} of {count} still wait for you."
    )
    expect(heading).to_contain_text("Ben")
    expect(heading).to_be_focused()
    keys.press("a")
    expect(status).to_contain_text(f"{count - 2} of {count} still")
    expect(root.locator("mark").first).to_be_visible()
    for left in range(count - 3, -1, -1):
        keys.press("A")
        told = f"{left} of {count} still" if left else "Nothing waits for you any more."
        expect(status).to_contain_text(told)
    notebook.save()
    assert len(notebook.cells_on_disk()) == cells
    assert "the second one" not in notebook.file(), "no trainee's words in the notebook file"
    notebook.run_all()
    expect(page.get_by_test_id("review-status")).to_have_text(ALL_WAIT)
    assert notebook.errors == []


@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 400)])
def test_it_reads_well_in_every_theme_and_width(
    page: Page, server: JupyterServer, theme: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    notebook = opened(page, server)
    in_theme(notebook, theme)
    if width < 600:
        notebook.command("application:toggle-left-area")
    root = page.get_by_test_id("review")
    for place in range(3):
        expect(root).to_have_attribute("data-place", str(place))
        assert violations(page) == []
        assert root.evaluate("one => one.scrollWidth <= one.clientWidth + 1")
        if folder := os.environ.get("SALESCOACH_SHOTS"):
            root.screenshot(path=f"{folder}/review-{theme}-{width}-{place}.png")
        if place < 2:
            root.get_by_role("button", name="Next").click()
