"""The widget and its cell are one: each way in which a trainee may treat an answer cell."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from salescoach.answers import read_toml
from salescoach.widgets.base import STATIC

from .lab import NotebookPage

Opener = Callable[..., NotebookPage]
GOOD = (
    "Hi Tomasz, Ines Duarte from Gearline. I sent you an email on Monday. Workshops with two "
    "shifts tell us that spare parts arrive late. If it's worth a chat, I'm on 020 7946 0155."
)


def total(notebook: NotebookPage, item: str) -> str:
    """The total of the whole script, once the verdict on its last letter is there."""
    expect(notebook.widget(item)).to_have_attribute("data-shown", str(len(GOOD)))
    return notebook.widget(item).get_by_test_id("total").inner_text()


def test_typing_in_the_cell_updates_the_feedback(open_cells: Opener) -> None:
    notebook = open_cells("%%answer voicemail-cold\n")
    widget = notebook.widget("voicemail-cold")
    expect(widget).to_contain_text("the coach answers as you type")
    notebook.type_in_cell(1, GOOD)
    expect(widget.get_by_test_id("total")).to_be_visible()
    expect(widget.locator("mark").first).to_be_attached()
    expect(widget.get_by_test_id("script")).to_have_value(GOOD)
    assert notebook.errors == []


def test_typing_in_the_studio_writes_the_cell(open_cells: Opener) -> None:
    notebook = open_cells("%%answer voicemail-cold\n")
    script = notebook.widget("voicemail-cold").get_by_test_id("script")
    script.click()
    script.press_sequentially("Hi Tomasz, it's 'Ines'", delay=5)
    script.press("Enter")
    script.press_sequentially('ünd "😀" %%', delay=5)
    notebook.save()
    assert (
        notebook.cells_on_disk()[1]
        == "%%answer voicemail-cold\nHi Tomasz, it's 'Ines'\nünd \"😀\" %%"
    )


def test_choosing_in_the_widget_writes_the_cell_and_keeps_comments(open_cells: Opener) -> None:
    notebook = open_cells('%%answer voicemail-which\n# not sure yet\nchoice = "a"')
    widget = notebook.widget("voicemail-which")
    expect(widget.get_by_role("radio").nth(0)).to_be_checked()
    widget.get_by_role("radio").nth(1).check()
    expect(widget.get_by_test_id("feedback")).to_contain_text("Your choice: b.")
    notebook.save()
    assert notebook.cells_on_disk()[1] == '%%answer voicemail-which\n# not sure yet\nchoice = "b"'


TRICKY = [
    "b",
    "",
    'say "hi"',
    "it's",
    "back\\slash",
    "line\nbreak",
    "# no comment",
    "ü😀",
    "\u2028\t\u0001\x7f",
]


def test_what_is_typed_before_the_widget_has_found_its_cell_is_not_lost(
    open_cells: Opener,
) -> None:
    """The front end shows a widget a moment before it puts it into its cell."""
    notebook = open_cells("%%answer me\n", run=False)
    notebook.page.evaluate(
        "() => { window.keptApp = window.jupyterapp;"
        " window.jupyterapp = { shell: { widgets: () => [] } }; }"
    )
    notebook.page.evaluate("() => window.keptApp.commands.execute('notebook:run-all-cells')")
    notebook.widget("me").get_by_label("Your name").fill("Ana Lima")
    assert notebook.widget("me").get_attribute("data-mode") is None, "it is still looking"
    notebook.page.evaluate("() => { window.jupyterapp = window.keptApp; }")
    expect(notebook.widget("me").get_by_test_id("feedback")).to_contain_text("Ana Lima")
    notebook.save()
    assert notebook.cells_on_disk()[1] == '%%answer me\nname = "Ana Lima"'
    assert notebook.errors == []


def test_any_value_is_written_as_toml_and_the_rest_stays(page: Page) -> None:
    """The writer in the front end against Python's TOML reader."""
    page.set_content("<p></p>")
    source = (STATIC / "link.js").read_text("utf-8")
    page.add_script_tag(content=f"{source}\nwindow.withTomlValue = withTomlValue;")
    bodies = ["", "# first\n", 'choice = "a"', "choice='a' # why", "other = 1\n[table]\nchoice = 2",
              'choice = "a#\\"b" # c', "  choice   =   3  ", "x = [1,\n2]\n"]  # fmt: skip
    for body in bodies:
        for value in TRICKY:
            written = page.evaluate("([b, v]) => withTomlValue(b, 'choice', v)", [body, value])
            assert read_toml(written) == {**read_toml(body), "choice": value}, (body, value)
            comments = re.compile(r"# (?:first|why|c)$", re.MULTILINE)
            assert comments.findall(written) == comments.findall(body)
    for body in ('choice = """\na"""', "choice = [1,\n2]", "choice = {a = 1}"):
        assert page.evaluate("b => withTomlValue(b, 'choice', 'b')", body) is None


def test_what_is_chosen_while_the_kernel_is_busy_is_not_lost(open_cells: Opener) -> None:
    notebook = open_cells("%%answer voicemail-which\n", "import time; time.sleep(4)", run=False)
    notebook.command("notebook:run-all-cells")
    notebook.page.evaluate(
        "() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }"
    )
    radio = notebook.widget("voicemail-which").get_by_role("radio")
    radio.nth(0).focus()
    for key in ("Space", "ArrowDown", "ArrowDown", "Shift+Enter"):
        notebook.page.keyboard.press(key)
    notebook.save()
    assert notebook.cells_on_disk()[1] == '%%answer voicemail-which\nchoice = "c"'


def test_letters_in_a_widget_do_not_cut_or_add_cells(open_cells: Opener) -> None:
    """In command mode "a" adds a cell and "x" cuts one; inside a widget they must not."""
    notebook = open_cells("%%answer voicemail-which\n")
    notebook.widget("voicemail-which").get_by_role("radio").nth(0).focus()
    for key in ("a", "b", "x", "d", "d"):
        notebook.page.keyboard.press(key)
    expect(notebook.page.locator(".jp-NotebookPanel:visible .jp-CodeCell")).to_have_count(2)


def test_an_exercise_shows_no_key(open_cells: Opener) -> None:
    notebook = open_cells("%%answer voicemail-which\n")
    notebook.widget("voicemail-which").get_by_role("radio").nth(1).check()
    expect(notebook.widget("voicemail-which")).to_contain_text("It is in the cell.")
    notebook.save()
    assert "names a task she knows" not in notebook.file()


def test_the_answer_stands_nowhere_but_in_the_cell(open_cells: Opener) -> None:
    notebook = open_cells("%%answer voicemail-cold\n")
    notebook.type_in_cell(1, "Hi Tomasz, zebracrossing")
    expect(notebook.widget("voicemail-cold").get_by_test_id("total")).to_be_visible()
    notebook.save()
    assert "widgets" in json.loads(notebook.file())["metadata"], "widget state is saved"
    assert notebook.file().count("zebracrossing") == 1


def test_saved_restarted_and_run_again(open_cells: Opener) -> None:
    notebook = open_cells("%%answer voicemail-cold\n")
    notebook.type_in_cell(1, GOOD)
    expect(notebook.widget("voicemail-cold").get_by_test_id("total")).to_be_visible()
    before = total(notebook, "voicemail-cold")
    notebook.restart_and_run_all()
    widget = notebook.widget("voicemail-cold")
    expect(widget.get_by_test_id("total")).to_have_text(before)
    expect(widget.get_by_test_id("script")).to_have_value(GOOD)


def test_reload_without_running(open_cells: Opener) -> None:
    notebook = open_cells("%%answer voicemail-cold\n")
    notebook.type_in_cell(1, GOOD)
    expect(notebook.widget("voicemail-cold").get_by_test_id("total")).to_be_visible()
    notebook.save()
    notebook.reload()
    widget = notebook.widget("voicemail-cold")
    expect(widget.get_by_test_id("total")).to_be_visible()
    script = widget.get_by_test_id("script")
    script.click()
    script.press("Control+End")
    script.press_sequentially(" Bye.", delay=5)
    notebook.save()
    assert notebook.cells_on_disk()[1].endswith("0155. Bye.")


def test_reload_when_the_kernel_is_gone(open_cells: Opener) -> None:
    """The widget comes back from the saved state, still writes its cell, and says what to do."""
    notebook = open_cells("%%answer voicemail-cold\n")
    notebook.type_in_cell(1, GOOD)
    expect(notebook.widget("voicemail-cold").get_by_test_id("total")).to_be_visible()
    notebook.save()
    for session in notebook.server.api("GET", "/api/sessions"):
        notebook.server.api("DELETE", f"/api/sessions/{session['id']}")
    notebook.reload()
    widget = notebook.widget("voicemail-cold")
    expect(widget).to_contain_text("Your text is safe in the cell", timeout=15_000)
    expect(widget.get_by_test_id("script")).to_have_value(GOOD)


def test_clear_all_outputs_keeps_the_answer(open_cells: Opener) -> None:
    notebook = open_cells("%%answer voicemail-cold\n")
    notebook.type_in_cell(1, GOOD)
    notebook.command("notebook:clear-all-cell-outputs")
    notebook.save()
    assert notebook.cells_on_disk()[1] == f"%%answer voicemail-cold\n{GOOD}"
    notebook.run_all()
    expect(notebook.widget("voicemail-cold").get_by_test_id("total")).to_be_visible()


def test_rename_changes_nothing(open_cells: Opener) -> None:
    notebook = open_cells("%%answer voicemail-cold\n")
    notebook.server.api(
        "PATCH", f"/api/contents/{notebook.path}", {"path": "my own name (1).ipynb"}
    )
    notebook.path = "my own name (1).ipynb"
    notebook = NotebookPage(notebook.page, notebook.server, notebook.path)
    notebook.run_all()
    notebook.type_in_cell(1, GOOD)
    expect(notebook.widget("voicemail-cold").get_by_test_id("total")).to_be_visible()
    notebook.save()
    assert notebook.cells_on_disk()[1] == f"%%answer voicemail-cold\n{GOOD}"


def test_two_cells_for_one_item_are_both_shown_with_a_warning(open_cells: Opener) -> None:
    notebook = open_cells(
        "%%answer voicemail-cold\nHi Tomasz", "%%answer voicemail-cold\nHello Tomasz"
    )
    widgets = notebook.widget("voicemail-cold")
    expect(widgets).to_have_count(2)
    for index, text in enumerate(["Hi Tomasz", "Hello Tomasz"]):
        expect(widgets.nth(index)).to_contain_text(
            "2 cells in this notebook answer “voicemail-cold”"
        )
        expect(widgets.nth(index).get_by_test_id("script")).to_have_value(text)
    notebook.code_cell(2).locator(".cm-content").click()
    notebook.command("notebook:delete-cell")
    expect(widgets).to_have_count(1)
    expect(widgets).not_to_contain_text("2 cells")


def test_undo_in_the_cell_is_followed_by_the_widget(open_cells: Opener) -> None:
    notebook = open_cells("%%answer voicemail-cold\nHi Tomasz")
    script = notebook.widget("voicemail-cold").get_by_test_id("script")
    expect(script).to_have_value("Hi Tomasz")
    script.click()
    script.press("Control+End")
    script.press_sequentially(" Field", delay=5)
    notebook.code_cell(1).locator(".cm-content").click()
    notebook.page.keyboard.press("Control+z")
    expect(script).to_have_value("Hi Tomasz")
    notebook.save()
    assert notebook.cells_on_disk()[1] == "%%answer voicemail-cold\nHi Tomasz"


def test_a_blank_answer_runs_with_and_without_an_empty_line(open_cells: Opener) -> None:
    notebook = open_cells(
        "%%answer voicemail-cold\n", "%%answer voicemail-again", "%Answer  Voicemail-Mend"
    )
    for item in ("voicemail-cold", "voicemail-again", "voicemail-mend"):
        expect(notebook.widget(item)).to_be_visible()
    expect(notebook.page.locator(".jp-RenderedText[data-mime-type*='stderr']")).to_have_count(0)


def test_malformed_toml_is_told_and_nothing_is_lost(open_cells: Opener) -> None:
    body = 'choice = "a\nwhy = because'
    notebook = open_cells(f"%%answer voicemail-which\n{body}")
    widget = notebook.widget("voicemail-which")
    expect(widget.get_by_role("alert")).to_contain_text("Line 2, column 12")
    for radio in widget.get_by_role("radio").all():
        expect(radio).to_be_disabled()
    notebook.save()
    assert notebook.cells_on_disk()[1] == f"%%answer voicemail-which\n{body}"
    # Mending the line brings the options back.
    notebook.code_cell(1).locator(".cm-content").click()
    notebook.page.keyboard.press("Control+a")
    notebook.page.keyboard.insert_text('%%answer voicemail-which\nchoice = "a"')
    expect(widget.get_by_role("alert")).to_be_hidden()


def test_an_unknown_item_is_told_without_a_traceback(open_cells: Opener) -> None:
    notebook = open_cells("%%answer voicemail-clod\nHi")
    output = notebook.code_cell(1).locator(".jp-OutputArea")
    expect(output).to_contain_text("There is no item 'voicemail-clod'.")
    expect(output).to_contain_text("Did you mean 'voicemail-cold'?")
    expect(output).not_to_contain_text("Traceback")


def test_the_name_is_written_as_toml(open_cells: Opener) -> None:
    notebook = open_cells("%%answer me\n")
    notebook.widget("me").get_by_label("Your name").fill('Ana "Nita" Lima')
    expect(notebook.widget("me").get_by_test_id("feedback")).to_contain_text(
        'Handing in as Ana "Nita" Lima.'
    )
    notebook.save()
    assert notebook.cells_on_disk()[1] == '%%answer me\nname = "Ana \\"Nita\\" Lima"'


def test_an_objection_to_a_verdict_lands_in_its_cell(open_cells: Opener) -> None:
    notebook = open_cells(f"%%answer voicemail-cold\n{GOOD}", "%%answer objections\n")
    studio = notebook.widget("voicemail-cold")
    studio.locator("details.sc-all > summary").click()
    criterion = studio.locator("[data-criterion='personal']")
    criterion.locator("summary").click()
    criterion.get_by_role("button").click()
    expect(criterion).to_contain_text("Give your reason first.")
    criterion.get_by_label("Why?").fill('He has "two shifts"')
    criterion.get_by_role("button").click()
    expect(notebook.widget("objections")).to_contain_text('He has "two shifts"')
    notebook.save()
    assert notebook.cells_on_disk()[2] == (
        '%%answer objections\nvoicemail-cold.personal = "He has \\"two shifts\\""'
    )
