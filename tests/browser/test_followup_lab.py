"""The strategy lab in a real browser: sliders by keyboard, the picture, the cell, both themes."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from salescoach.answers import parse_cell

from .lab import JupyterServer, NotebookPage
from .look import faults, open_narrow, open_real

LESSON = "07-the-follow-up-lab"
EXERCISE = "exercise-07-follow-up"


def body(notebook: NotebookPage, item: str) -> str:
    notebook.save()
    answers = [parse_cell(cell) for cell in notebook.cells_on_disk()]
    return next(a.body for a in answers if a is not None and a.item == item)


def test_a_slider_moved_by_keys_writes_the_cell_and_draws_anew(
    server: JupyterServer, page: Page
) -> None:
    notebook = open_real(page, server, "exercises", EXERCISE)
    notebook.run_all()
    lab = notebook.widget("strategy-07")
    expect(lab.get_by_test_id("headline")).to_be_visible(timeout=90_000)
    expect(lab.get_by_test_id("rough")).to_have_count(0, timeout=90_000)
    expect(lab.get_by_test_id("score")).to_contain_text("of 100")
    before = lab.get_by_test_id("headline").inner_text()
    lab.get_by_label("share of contacts that bring something useful").focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    expect(lab.get_by_test_id("headline")).not_to_have_text(before)
    lab.get_by_label("A scenario in which it fails").select_option("no-shows")
    lab.get_by_label("Why should this work here?").fill("They need time.")
    said = body(notebook, "strategy-07")
    assert said.splitlines() == [
        "value_share = 0.75", 'fails_in = "no-shows"', 'reason = "They need time."',
    ]  # fmt: skip


def test_a_setting_out_of_bounds_is_told_and_the_rest_stays(
    server: JupyterServer, page: Page
) -> None:
    notebook = open_real(page, server, "exercises", EXERCISE)
    notebook.run_all()
    lab = notebook.widget("strategy-07")
    expect(lab.get_by_test_id("headline")).to_be_visible(timeout=90_000)
    notebook.type_in_cell(2, "gap = 900")
    expect(lab.get_by_role("alert")).to_contain_text("1 to 60 working days")
    assert body(notebook, "strategy-07") == "gap = 900"


def test_axe_finds_nothing_and_nothing_is_cut_off(server: JupyterServer, page: Page) -> None:
    notebook = open_narrow(page, server, "exercises", EXERCISE)
    lab = notebook.widget("strategy-07")
    expect(lab.get_by_test_id("headline")).to_be_visible(timeout=90_000)
    assert faults(notebook) == []
