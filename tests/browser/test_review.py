"""The review queue in a real JupyterLab: keys alone, at once saved, readable in every theme."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from .lab import JupyterServer
from .look import faults, open_narrow, open_real

FOLDER = "notebooks/instructor"
ALL_WAIT = re.compile(r"(\d+) of \1 still wait for you\.")


def test_the_keys_alone_work_through_the_queue(page: Page, server: JupyterServer) -> None:
    notebook = open_real(page, server, FOLDER, "review")
    notebook.run_all()
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


def test_it_reads_well_in_every_theme_and_width(page: Page, server: JupyterServer) -> None:
    notebook = open_narrow(page, server, FOLDER, "review")
    root = page.get_by_test_id("review")
    for place in range(3):
        expect(root).to_have_attribute("data-place", str(place))
        assert faults(notebook) == []
        if place < 2:
            root.get_by_role("button", name="Next").click()
