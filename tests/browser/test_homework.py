"""Lessons 01 and 02 in a real browser: the widgets write their cells, by mouse and by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from salescoach.answers import parse_cell, read_toml
from salescoach.catalog import open_catalog
from salescoach.grading import grade

from .lab import JupyterServer, NotebookPage
from .look import faults, open_narrow, open_real

FEAR = "01-the-fear-of-no"
HOMEWORK = "02-homework-before-the-call"
PROFILE = {
    "Industry": ["food production", "machine shops", "logistics"],
    "Region": ["Midlands", "South", "London"],
    "Trigger event": ["added a shift", "won a contract"],
    "Plans shifts today with": ["spreadsheet", "paper"],
}


def answers(notebook: NotebookPage) -> dict[str, str]:
    notebook.save()
    found = (parse_cell(cell) for cell in notebook.cells_on_disk())
    return {answer.item: answer.body for answer in found if answer}


@pytest.mark.parametrize("name", [FEAR, HOMEWORK])
def test_axe_finds_nothing_and_nothing_is_cut_off(
    server: JupyterServer, page: Page, name: str
) -> None:
    (server.root / "my-export.csv").write_text("Company name;Employees\nNord;30\nNORD Ltd;many\n")
    notebook = open_narrow(page, server, "notebooks", name)
    if name == FEAR:
        notebook.widget("team-01").get_by_label("Names, with commas").fill("Lena, Omar")
        notebook.widget("check-01-1").locator("input").first.fill("100")
        expect(notebook.widget("check-01-1")).to_contain_text("Right.")
        notebook.widget("plan-01").locator("textarea").first.fill("soon")
        expect(notebook.widget("plan-01")).to_contain_text("Still needs a day or a time")
    else:
        notebook.widget("questions-02").get_by_test_id("script").fill("What changed?\nIs it so?")
        notebook.widget("clean-02").get_by_role("radio").first.check()
        notebook.widget("profile-02").get_by_role("checkbox").first.check()
        notebook.widget("own-list-02").get_by_label("Your file").select_option("my-export.csv")
        expect(notebook.widget("own-list-02")).to_contain_text("2 companies read")
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    assert faults(notebook) == []
    assert notebook.errors == []


def test_the_calculator_is_live_and_its_numbers_stand_in_the_cell(
    server: JupyterServer, page: Page
) -> None:
    notebook = open_real(page, server, "notebooks", FEAR)
    notebook.run_all()
    widget = notebook.widget("numbers-01")
    expect(widget).to_contain_text("Chance of a week without a single yes: 36 %.")
    expect(widget.get_by_role("img")).to_have_count(2)
    widget.get_by_label("Calls in a week", exact=True).fill("100")
    expect(widget).to_contain_text("Chance of a week without a single yes: 13 %.")
    slider = widget.get_by_test_id("slider-conversations")
    slider.focus()
    for _ in range(10):
        slider.press("ArrowRight")
    expect(widget.get_by_label("Conversations that come of 100 calls", exact=True)).to_have_value(
        "20"
    )
    expect(widget).to_contain_text("without a single yes: 1.7 %.")
    assert read_toml(answers(notebook)["numbers-01"]) == {"calls": 100, "conversations": 20}


def test_a_team_is_written_as_toml_and_comments_stay(server: JupyterServer, page: Page) -> None:
    notebook = open_real(page, server, "notebooks", FEAR)
    notebook.run_all()
    widget = notebook.widget("team-01")
    expect(widget).to_contain_text("Write the names first")
    widget.get_by_label("Names, with commas").fill('Ana "Nita" L., Bjørn')
    rating = widget.get_by_label("Bjørn: Prospects")
    rating.select_option("5")
    box = rating.bounding_box()
    assert box
    assert box["width"] > 80, "a rating must be wide enough to be read"
    widget.get_by_label("Bjørn: Closes").select_option("2")
    widget.get_by_label('Ana "Nita" L.: Closes').select_option("4")
    widget.get_by_label("Prospects", exact=True).select_option("Bjørn")
    widget.get_by_label("Share of the commission for “Prospects”").fill("40")
    expect(widget.get_by_test_id("remarks")).to_contain_text("add up to 40 %")
    body = answers(notebook)["team-01"]
    assert read_toml(body) == {
        "members": 'Ana "Nita" L., Bjørn',
        "strengths": {"Bjørn": [5, 0, 2], 'Ana "Nita" L.': [0, 0, 4]},
        "roles": {"prospect": "Bjørn"},
        "commission": {"prospect": 40},
    }
    index = next(
        i for i, cell in enumerate(notebook.cells_on_disk()) if cell.startswith("%%answer team-01")
    )
    notebook.page.evaluate(
        """([i, text]) => { const panel = [...window.jupyterapp.shell.widgets('main')]
          .find((w) => w.content?.widgets);
          panel.content.widgets[i].model.sharedModel.setSource(text); }""",
        [index, "%%answer team-01\n" + body.replace("[roles]", "# may change\n[roles] # for now")],
    )
    widget.get_by_label("Closes", exact=True).select_option('Ana "Nita" L.')
    widget.get_by_label("Prospects", exact=True).select_option("")
    expect(widget.get_by_test_id("feedback")).to_contain_text('Ana "Nita" L. closes')
    body = answers(notebook)["team-01"]
    assert "# may change\n[roles] # for now" in body
    assert read_toml(body)["roles"] == {"close": 'Ana "Nita" L.'}


def test_a_busy_kernel_loses_no_click(server: JupyterServer, page: Page) -> None:
    """The cell is the record: what is clicked stands there, even if the kernel never answers."""
    notebook = open_real(page, server, "exercises", "exercise-02-homework")
    notebook.run_all()
    widget = notebook.widget("clean-list")
    expect(widget).to_have_attribute("data-state", "answered")
    for session in server.api("GET", "/api/sessions"):
        if session["path"] == notebook.path:
            server.api("DELETE", f"/api/sessions/{session['id']}")
    for thing in range(8):
        widget.get_by_role("radio").nth(4 * thing + 1).check()
    assert read_toml(answers(notebook)["clean-list"]) == dict.fromkeys("abcdefgh", "duplicate")


def test_the_funnel_cuts_and_the_exercise_is_graded(server: JupyterServer, page: Page) -> None:
    notebook = open_real(page, server, "exercises", "exercise-02-homework")
    notebook.run_all()
    widget = notebook.widget("shift-list")
    expect(widget.get_by_test_id("count")).to_have_text("200")
    for group, names in PROFILE.items():
        for name in names:
            widget.get_by_role("group", name=group).get_by_role("checkbox", name=name).check()
    widget.get_by_label("Leave out who asked").check()
    widget.get_by_label("Count each company once").check()
    widget.get_by_label("Checked within").fill("12")
    widget.get_by_label("at least").fill("50")
    widget.get_by_label("at most").fill("500")
    expect(widget.get_by_test_id("count")).to_have_text("18")
    expect(widget).not_to_contain_text("fit the case")
    step = widget.locator("li[data-step='region']")
    step.locator("summary").click()
    expect(step).to_contain_text("region is")
    # The unfolded step stays unfolded when the count moves.
    widget.get_by_label("at most").fill("400")
    expect(widget.get_by_test_id("count")).not_to_have_text("18")
    expect(step.locator("li").first).to_be_visible()
    widget.get_by_label("at most").fill("500")
    expect(widget.get_by_test_id("count")).to_have_text("18")
    notebook.save()
    (result,) = grade([server.root / notebook.path], open_catalog())
    assert {r.item.id: r.score for r in result.items}["shift-list"] == 10


def test_an_own_list_is_chosen_mapped_and_cut(server: JupyterServer, page: Page) -> None:
    (server.root / "firmen.csv").write_bytes(
        "Firma;Branche;Mitarbeiter\nCafé Nord;Gastronomie;34\nHotel Süd;Hotels;120\n".encode(
            "cp1252"
        )
    )
    notebook = open_real(page, server, "notebooks", HOMEWORK)
    notebook.run_all()
    widget = notebook.widget("own-list-02")
    widget.get_by_label("Your file").select_option("firmen.csv")
    expect(widget.get_by_role("alert")).to_contain_text("looks like the names of companies")
    notebook.page.evaluate(
        """(text) => { const panel = [...window.jupyterapp.shell.widgets('main')]
          .find((w) => w.content?.widgets);
          const cell = panel.content.widgets.find((c) =>
            c.model.sharedModel.getSource().startsWith('%%answer own-list-02'));
          cell.model.sharedModel.setSource(text); }""",
        '%%answer own-list-02\nfile = "firmen.csv"\n[columns]\nname = "Firma"',
    )
    expect(widget.get_by_test_id("told")).to_contain_text("2 companies read (Windows 1252")
    widget.get_by_text("Which column is what").click()
    widget.get_by_label("Employees", exact=True).select_option("Mitarbeiter")
    widget.get_by_label("Industry", exact=True).select_option("Branche")
    widget.get_by_role("checkbox", name="Hotels").check()
    expect(widget.get_by_test_id("count")).to_have_text("1")
    assert read_toml(answers(notebook)["own-list-02"]) == {
        "file": "firmen.csv",
        "columns": {"name": "Firma", "employees": "Mitarbeiter", "industry": "Branche"},
        "keep": {"industry": ["Hotels"]},
    }


def test_keyboard_alone_fills_exercise_01(server: JupyterServer, page: Page) -> None:
    """Tab, typing, arrow keys and Shift+Enter: no mouse."""
    notebook = open_real(page, server, "exercises", "exercise-01-fear-of-no")
    notebook.run_all()
    press, write = page.keyboard.press, page.keyboard.type

    def into(item: str) -> None:
        expect(notebook.widget(item)).to_have_attribute("data-state", "answered")
        notebook.widget(item).locator("input, textarea, select").first.focus()

    into("me")
    write("Kay Board")
    into("first-yes")
    for number in ("3", "1.2", "29.6", "76", "8.4"):
        write(number)
        press("Tab")
    expect(notebook.widget("first-yes")).to_contain_text("5 of 5 numbers are given.")
    into("first-ten")
    for line in ("Tuesday 9:30", *["I write four words"] * 5):
        write(line)
        press("Tab")
    expect(notebook.widget("first-ten")).to_contain_text("6 of 6 lines are filled in.")
    team = notebook.widget("who-does-what")
    expect(team).to_have_attribute("data-state", "answered")
    team.get_by_label("Prospects", exact=True).focus()
    for name, share in (("Lena", "30"), ("Omar", "20"), ("Greta", "50")):
        write(name)
        press("Tab")
        write(share)
        press("Tab")
    expect(team.get_by_test_id("feedback")).to_contain_text("Greta closes")
    into("which-week")
    press("Space")
    for _ in range(3):
        press("ArrowDown")
    expect(notebook.widget("which-week")).to_contain_text("Your choice: d.")
    notebook.save()
    (result,) = grade([server.root / notebook.path], open_catalog())
    assert (result.trainee, result.score, result.max) == ("Kay Board", 27, 27)
