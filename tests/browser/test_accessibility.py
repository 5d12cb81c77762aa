"""Keyboard alone, axe, dark theme and narrow windows, on the real lesson and exercise."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from salescoach.answers import parse_cell
from salescoach.catalog import open_catalog
from salescoach.grading import grade

from .lab import JupyterServer, NotebookPage
from .look import faults, open_narrow, open_real

SCRIPT = "Hi Tomasz, Ines Duarte from Gearline. I'm on 0113 496 0122."
WHOLE = (
    "<script>'\"& Hi Tomasz, this is Ines from Gearline. You need to call me back today. "
    "Shops with three shifts lose hours for want of a part. [name] We are the best."
)


@pytest.mark.parametrize(
    ("folder", "name"),
    [("notebooks", "03-a-voicemail-that-gets-heard"), ("exercises", "exercise-03-voicemail")],
)
def test_axe_finds_nothing_and_nothing_is_cut_off(
    page: Page, server: JupyterServer, folder: str, name: str
) -> None:
    notebook = open_narrow(page, server, folder, name)
    script = page.get_by_test_id("script").first
    script.fill(WHOLE)
    expect(page.get_by_test_id("total").last).to_be_visible()
    page.locator("details.sc-all").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    assert faults(notebook) == []


def test_keyboard_alone_completes_the_exercise(server: JupyterServer, page: Page) -> None:
    """From the first cell on: Shift+Enter, Tab, typing, arrow keys. No mouse, no script."""
    notebook = open_real(page, server, "exercises", "exercise-03-voicemail")
    press, write = page.keyboard.press, page.keyboard.type
    focused = "() => document.activeElement.closest('.sc')?.dataset.testid || ''"

    def into_widget(item: str) -> None:
        """Run cells with Shift+Enter until the item's widget is there, then Tab into it."""
        widget = notebook.widget(item)
        for _ in range(12):
            if widget.count():
                break
            press("Shift+Enter")
            page.wait_for_timeout(300)
        expect(widget).to_have_attribute("data-state", "answered")
        for _ in range(80):
            if page.evaluate(focused) == f"answer-{item}":
                return
            press("Tab")
        raise AssertionError(f"Tab does not reach the widget of {item}")

    page.locator(".jp-Notebook").first.focus()
    into_widget("me")
    write("Kay Board")
    expect(notebook.widget("me").get_by_test_id("feedback")).to_contain_text("Kay Board")
    for item in ("voicemail-cold", "voicemail-again"):
        press("Shift+Enter")
        into_widget(item)
        write(SCRIPT)
        expect(notebook.widget(item).get_by_test_id("total")).to_be_visible()
    for item, presses in (("voicemail-which", 1), ("voicemail-mend", 2)):
        press("Escape")
        press("Shift+Enter")
        into_widget(item)
        press("Space")
        for _ in range(presses):
            press("ArrowDown")
        expect(notebook.widget(item).get_by_test_id("feedback")).to_contain_text("Your choice")
    press("Control+s")
    for _ in range(100):
        if SCRIPT in notebook.file() and 'choice = \\"c\\"' in notebook.file():
            break
        page.wait_for_timeout(100)
    answers = {a.item: a.body for cell in notebook.cells_on_disk() if (a := parse_cell(cell))}
    assert answers["voicemail-cold"] == SCRIPT
    (result,) = grade([server.root / notebook.path], open_catalog())
    assert (result.trainee, result.status) == ("Kay Board", "graded")
    assert [r.score for r in result.items][2:] == [3, 3]


def test_the_settings_are_calm(server: JupyterServer) -> None:
    """What we install holds for everybody who starts JupyterLab on their own."""
    settings = server.api("GET", "/lab/api/settings")["settings"]
    defaults = {s["id"]: s["schema"].get("properties", {}) for s in settings}
    manager = defaults["@jupyterlab/docmanager-extension:plugin"]
    assert (manager["autosave"]["default"], manager["autosaveInterval"]["default"]) == (True, 15)
    notification = defaults["@jupyterlab/apputils-extension:notification"]
    assert notification["fetchNews"]["default"] == "false"
    assert notification["checkForUpdates"]["default"] is False
    widgets = defaults["@jupyter-widgets/jupyterlab-manager:plugin"]
    assert widgets["saveState"]["default"] is True


@pytest.fixture(scope="module")
def notebook_7(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterServer]:
    with JupyterServer(tmp_path_factory.mktemp("workbook-7"), app="notebook") as running:
        yield running


def test_notebook_7_links_widget_and_cell_too(notebook_7: JupyterServer, page: Page) -> None:
    notebook = open_real(page, notebook_7, "exercises", "exercise-03-voicemail")
    notebook.run_all()
    widget = notebook.widget("voicemail-cold")
    widget.get_by_test_id("script").fill(SCRIPT)
    expect(widget.get_by_test_id("total")).to_be_visible()
    notebook.widget("voicemail-which").get_by_role("radio").nth(1).check()
    expect(notebook.widget("voicemail-which").get_by_test_id("feedback")).to_contain_text("b.")
    notebook.save()
    saved = notebook.cells_on_disk()
    assert f"%%answer voicemail-cold\n{SCRIPT}" in saved
    assert '%%answer voicemail-which\nchoice = "b"' in saved
    index = next(i for i, c in enumerate(saved) if c.startswith("%%answer voicemail-again"))
    notebook.page.locator(".jp-Notebook > .jp-Cell, .jp-WindowedPanel-viewport > .jp-Cell").nth(
        index
    ).locator(".cm-content").click()
    page.keyboard.press("Control+End")
    page.keyboard.type("Hello again")
    expect(notebook.widget("voicemail-again").get_by_test_id("script")).to_have_value("Hello again")


def test_without_the_app_the_widget_says_what_to_do(
    server: JupyterServer, page: Page, open_cells: Callable[..., NotebookPage]
) -> None:
    """As in VS Code or Colab: the widget cannot find its cell, shows it, and says how to go on."""
    notebook = open_cells(f"%%answer voicemail-cold\n{SCRIPT}", run=False)
    notebook.command("notebook:run-cell-and-select-next")
    page.evaluate("() => { window.keptApp = window.jupyterapp; window.jupyterapp = undefined; }")
    page.evaluate("() => window.keptApp.commands.execute('notebook:run-all-cells')")
    widget = notebook.widget("voicemail-cold")
    expect(widget).to_contain_text("Type in the cell above, then press Shift+Enter")
    expect(widget.get_by_test_id("total")).to_be_visible()
    expect(widget.get_by_test_id("script")).to_have_value(SCRIPT)
    expect(widget.get_by_test_id("script")).not_to_be_editable()
    assert json.loads(notebook.file())["cells"][1]["source"]
