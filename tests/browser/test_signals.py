"""Drill and stall cases in a real notebook: keys, mouse, reload, no key shown, accessibility."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from salescoach.catalog import open_catalog
from salescoach.keys import signal_keys, stall_keys
from salescoach.signals.drill import parse_drill
from salescoach.signals.kinds import KINDS, MOVES
from salescoach.signals.scoring import Choice, judge

from .lab import JupyterServer, NotebookPage
from .look import faults, open_narrow

Opener = Callable[..., NotebookPage]
CATALOG = open_catalog()
KEYS = signal_keys(CATALOG)
ASKED = [signal.id for signal in CATALOG.drill_sets["signals-05"]]
SIGNS = "123456789ab"
WHY = "No date was agreed yet."


def ready(notebook: NotebookPage, item: str) -> Locator:
    """The widget of an item, once the coach has answered."""
    widget = notebook.widget(item)
    expect(widget).to_have_attribute("data-state", "answered")
    return widget


def drill_cell(notebook: NotebookPage) -> str:
    notebook.save()
    return next(c for c in notebook.cells_on_disk() if c.startswith("%%answer signals-05"))


def choices(notebook: NotebookPage) -> dict[str, Choice]:
    body = drill_cell(notebook).partition("\n")[2]
    answer = parse_drill(body, ASKED)
    assert answer.faults == ()
    return dict(answer.choices)


def test_keys_alone_answer_the_drill(open_cells: Opener, page: Page) -> None:
    notebook = open_cells("%%answer signals-05\n", lesson="exercise-05-signals")
    widget = ready(notebook, "signals-05")
    expect(widget.get_by_test_id("progress")).to_have_text("Situation 1 of 22. 0 answered.")
    widget.locator(".sc-stage").focus()
    # The eleventh kind, certain, the tenth move; then a correction with Backspace; then on.
    for key in ("b", "5", "a", "Enter", "3", "Backspace", "4", "1", "2", "ArrowRight"):
        page.keyboard.press(key)
    expect(widget.get_by_test_id("progress")).to_have_text("Situation 3 of 22. 2 answered.")
    kinds, moves = list(KINDS), list(MOVES)
    expect(notebook.code_cell(1).locator(".cm-content")).to_contain_text(moves[1])
    assert choices(notebook) == {
        ASKED[0]: Choice(kinds[10], moves[9], 100),
        ASKED[1]: Choice(kinds[3], moves[1], 20),
    }
    assert notebook.errors == []


def test_the_keys_of_the_notebook_do_no_harm_inside_the_drill(
    open_cells: Opener, page: Page
) -> None:
    """In a notebook D D deletes the cell, 1 makes a heading of it, X cuts it, B adds one."""
    notebook = open_cells("%%answer signals-05\n", lesson="exercise-05-signals")
    widget = ready(notebook, "signals-05")
    widget.locator(".sc-stage").focus()
    for key in ("d", "d", "x", "m", "1", "b", "0", "0", "y"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert len(notebook.cells_on_disk()) == 2
    expect(widget).to_be_visible()
    widget.get_by_role("button", name="Situation 5, open").focus()
    page.keyboard.press("d")
    page.keyboard.press("d")
    notebook.save()
    assert len(notebook.cells_on_disk()) == 2
    page.keyboard.press("Control+s")
    expect(page.locator(".jp-Dialog")).to_have_count(0)


def test_the_mouse_answers_the_drill_and_every_key_is_written_on_its_button(
    open_cells: Opener,
) -> None:
    notebook = open_cells("%%answer signals-05\n", lesson="exercise-05-signals")
    widget = ready(notebook, "signals-05")
    signs = widget.locator("[data-step='kind'] kbd").all_inner_texts()
    assert "".join(signs).lower() == SIGNS
    widget.get_by_role("button", name="Situation 7, open").click()
    widget.get_by_role("button", name="Ordinary busyness").click()
    widget.get_by_role("button", name="60 %: more likely than not").click()
    widget.get_by_role("button", name="Wait, and show that you care").click()
    expect(widget.get_by_test_id("progress")).to_have_text("Situation 7 of 22. 1 answered.")
    widget.get_by_role("button", name="Kind: Ordinary busyness (change)").click()
    widget.get_by_role("button", name="Passive blow-off").click()
    expect(notebook.code_cell(1).locator(".cm-content")).to_contain_text("passive-no")
    assert choices(notebook) == {ASKED[6]: Choice("passive-no", "wait-with-care", 60)}


def test_fast_keys_lose_nothing(open_cells: Opener, page: Page) -> None:
    """Faster than the kernel answers: every choice reaches the cell all the same."""
    notebook = open_cells("%%answer signals-05\n", lesson="exercise-05-signals")
    widget = ready(notebook, "signals-05")
    widget.locator(".sc-stage").focus()
    for place in range(22):
        for key in (SIGNS[place % 11], str(place % 5 + 1), SIGNS[place % 10], "Enter"):
            page.keyboard.press(key)
    expect(widget.get_by_test_id("progress")).to_contain_text("22 answered")
    page.wait_for_function(
        "() => (window.jupyterapp.shell.currentWidget.content.widgets[1].model.sharedModel"
        ".getSource().match(/move = /g) || []).length === 22"
    )
    kinds, moves = list(KINDS), list(MOVES)
    assert choices(notebook) == {
        name: Choice(kinds[n % 11], moves[n % 10], (n % 5 + 1) * 20) for n, name in enumerate(ASKED)
    }


def test_what_is_typed_in_the_cell_is_shown_and_a_slip_is_told(open_cells: Opener) -> None:
    notebook = open_cells(
        f'%%answer signals-05\n[{ASKED[0]}]\nkind = "busy"\n', lesson="exercise-05-signals"
    )
    widget = ready(notebook, "signals-05")
    expect(widget.get_by_role("button", name="Kind: Ordinary busyness (change)")).to_be_visible()
    notebook.type_in_cell(1, "sure = 50\nmove = advanced")
    expect(widget.get_by_role("alert")).to_contain_text("Line 5")
    expect(widget.locator(".sc-pick:visible").first).to_be_disabled()
    notebook.page.keyboard.press("Control+a")
    notebook.page.keyboard.insert_text(
        f'%%answer signals-05\n[{ASKED[0]}]\nkind = "busy"\nmove = "advanced"'
    )
    expect(widget.get_by_role("alert")).to_be_hidden()
    expect(widget.get_by_test_id("slips")).to_contain_text("Did you mean 'advance'?")


def test_a_drill_survives_restart_and_reload(open_cells: Opener, page: Page) -> None:
    notebook = open_cells("%%answer signals-05\n", lesson="exercise-05-signals")
    widget = ready(notebook, "signals-05")
    widget.locator(".sc-stage").focus()
    for key in ("1", "2", "3"):
        page.keyboard.press(key)
    expect(notebook.code_cell(1).locator(".cm-content")).to_contain_text("move")
    before = drill_cell(notebook)
    notebook.restart_and_run_all()
    expect(widget.get_by_test_id("progress")).to_have_text("Situation 2 of 22. 1 answered.")
    notebook.save()
    notebook.reload()
    expect(widget.get_by_test_id("progress")).to_contain_text("1 answered.")
    assert drill_cell(notebook) == before


def test_choices_that_do_not_reach_the_cell_are_told(open_cells: Opener, page: Page) -> None:
    notebook = open_cells("%%answer signals-05\n", lesson="exercise-05-signals")
    widget = ready(notebook, "signals-05")
    widget.locator(".sc-stage").focus()
    page.keyboard.press("1")
    expect(notebook.code_cell(1).locator(".cm-content")).to_contain_text("buying")
    notebook.command("kernelmenu:shutdown")
    page.keyboard.press("2")
    expect(widget.get_by_test_id("lost")).to_be_visible()
    expect(widget.locator(".sc-pick:visible").first).to_be_disabled()
    assert choices(notebook) == {ASKED[0]: Choice("buying", None, None)}


def test_without_the_app_there_is_a_text_to_copy(open_cells: Opener, page: Page) -> None:
    """As in VS Code or Colab."""
    notebook = open_cells(
        "%%answer signals-05\n", "%%answer stall-6\n", lesson="exercise-05-signals", run=False
    )
    page.evaluate("() => { window.keptApp = window.jupyterapp; window.jupyterapp = undefined; }")
    page.evaluate("() => window.keptApp.commands.execute('notebook:run-all-cells')")
    widget = ready(notebook, "signals-05")
    widget.locator(".sc-stage").focus()
    for key in ("1", "2", "3", "Enter", "4"):
        page.keyboard.press(key)
    expect(widget.get_by_test_id("copy")).to_have_value(
        f'[{ASKED[0]}]\nkind = "buying"\nsure = 40\nmove = "add-value"\n\n'
        f'[{ASKED[1]}]\nkind = "outside-stall"'
    )
    stall = ready(notebook, "stall-6")
    stall.get_by_role("radio").first.check()
    stall.get_by_test_id("reason").fill(WHY)
    stall.get_by_test_id("decide").click()
    expect(stall.get_by_test_id("copy")).to_have_value(
        f'[week-1]\ndecision = "wait"\nreason = "{WHY}"'
    )


def test_exercises_show_and_save_no_key(open_cells: Opener, page: Page) -> None:
    notebook = open_cells(
        "%%answer signals-05\n", "%%answer stall-6\n", lesson="exercise-05-signals"
    )
    widget = ready(notebook, "signals-05")
    widget.locator(".sc-stage").focus()
    for key in ("1", "2", "3", "Enter"):
        page.keyboard.press(key)
    stall = ready(notebook, "stall-6")
    for _ in CATALOG.stall_cases["stall-6"].weeks:
        week = stall.get_by_test_id("week").inner_text()
        stall.get_by_role("radio").first.check()
        stall.get_by_test_id("reason").fill(WHY)
        stall.get_by_test_id("decide").click()
        expect(stall.get_by_text(f"{week}.", exact=True)).to_be_visible()
    expect(stall.get_by_test_id("debrief")).to_contain_text("All weeks are decided.")
    notebook.save()
    seen = notebook.file() + page.content()
    for name in ASKED:
        assert json.dumps(KEYS[name].move_reason)[1:-1] not in seen
    key = stall_keys(CATALOG)["stall-6"]
    assert key.truth not in seen
    assert not [c for week in key.credits.values() for c in week.values() if c.reason in seen]


def test_practice_answers_at_once_as_the_rule_says_and_keeps_no_answer(
    open_cells: Opener, page: Page
) -> None:
    notebook = open_cells("coach.drill()", "coach.confusion()", lesson="05-read-the-signals")
    drill = page.get_by_test_id("practice-drill")
    expect(drill.get_by_test_id("progress")).to_contain_text("Situation 1 of 10.")
    drill.locator(".sc-stage").focus()
    by_text = {s.situation: s for s in CATALOG.signals.values()}
    missed = 0
    for n in range(10):
        signal = by_text[drill.get_by_test_id("situation").inner_text()]
        key = KEYS[signal.id]
        kind = key.kind if n % 2 else list(KINDS)[n]
        move = next(iter(key.part_moves), list(MOVES)[n])
        missed += kind != key.kind
        for sign in (SIGNS[list(KINDS).index(kind)], "4", SIGNS[list(MOVES).index(move)]):
            page.keyboard.press(sign)
        verdict = judge(signal, key, Choice(kind, move, 80))
        expect(drill.get_by_test_id("points")).to_have_text(f"{verdict.points:g} of 2 points.")
        expect(drill.get_by_test_id("kind-said")).to_contain_text(key.decides)
        expect(drill.locator("mark")).to_have_text(key.decides)
        expect(drill.get_by_test_id("move-said")).to_contain_text(key.move_reason)
        page.keyboard.press("Enter")
    summary = drill.get_by_test_id("summary")
    expect(summary.get_by_test_id("told")).to_contain_text("When you said 80 %, you were right")
    expect(summary.get_by_test_id("matrix")).to_be_visible()
    expect(summary.get_by_test_id("again")).to_have_text(f"Practise the {missed} missed again")
    summary.get_by_test_id("again").click()
    expect(drill.get_by_test_id("progress")).to_contain_text(f"Situation 1 of {missed}.")
    notebook.code_cell(2).locator(".cm-content").click()
    notebook.command("notebook:run-cell")
    expect(notebook.code_cell(2).locator("img")).to_be_visible()
    expect(notebook.code_cell(2)).to_contain_text(f"{10 - missed} of 10 kinds right.")
    notebook.save()
    assert notebook.cells_on_disk()[1] == "coach.drill()"
    store = notebook.server.home / "user-data" / "salescoach" / "practice-reviews.json"
    assert len(json.loads(store.read_text("utf-8"))["reviews"]) >= 10
    assert notebook.errors == []


def test_a_stall_unfolds_by_keyboard_and_ends_with_what_was_known_when(
    open_cells: Opener, page: Page
) -> None:
    notebook = open_cells("%%answer stall-1\n", lesson="06-stalls-and-patience")
    stall = ready(notebook, "stall-1")
    weeks = CATALOG.stall_cases["stall-1"].weeks
    expect(stall.get_by_test_id("evidence")).to_have_text(weeks[0].evidence)
    assert weeks[1].evidence not in stall.inner_text()
    stall.get_by_test_id("decide").click()
    expect(stall.get_by_test_id("missing")).to_have_text("Choose what you do first.")
    stall.get_by_role("radio").first.focus()
    for week in weeks:
        expect(stall.get_by_test_id("week")).to_have_text(f"Week {week.week}")
        while "radio" not in page.evaluate("() => document.activeElement.type || ''"):
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        page.keyboard.type(WHY)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    debrief = stall.get_by_test_id("debrief")
    expect(debrief).to_contain_text("What was known when: 4.6 of 5 points")
    expect(debrief).to_contain_text("True, but not known yet:")
    expect(debrief).to_contain_text(stall_keys(CATALOG)["stall-1"].truth)
    notebook.save()
    assert notebook.cells_on_disk()[1].count('decision = "wait"') == len(weeks)
    notebook.reload()
    expect(debrief).to_contain_text("4.6 of 5 points")


def test_a_reason_that_is_no_sentence_is_asked_for(open_cells: Opener) -> None:
    notebook = open_cells("%%answer stall-1\n", lesson="06-stalls-and-patience")
    stall = ready(notebook, "stall-1")
    stall.get_by_role("radio").nth(2).check()
    stall.get_by_test_id("reason").fill("Just so")
    stall.get_by_test_id("decide").click()
    expect(stall.get_by_test_id("missing")).to_contain_text("at least 4 words")
    stall.get_by_test_id("reason").fill('She said "Friday"\nand it is Monday.')
    stall.get_by_test_id("decide").click()
    expect(stall.get_by_test_id("week")).to_have_text("Week 2")
    notebook.save()
    assert '"Friday"' in notebook.cells_on_disk()[1].replace("\\", "")


@pytest.mark.parametrize(
    ("folder", "name"),
    [("notebooks", "05-read-the-signals"), ("exercises", "exercise-05-signals"),
     ("notebooks", "06-stalls-and-patience")],
)  # fmt: skip
def test_axe_finds_nothing_and_nothing_is_cut_off(
    page: Page,
    server: JupyterServer,
    folder: str,
    name: str,
) -> None:
    notebook = open_narrow(page, server, folder, name)
    if name != "06-stalls-and-patience":
        stage = page.locator(".sc-stage").first
        expect(stage.locator(".sc-situation")).not_to_be_empty()
        stage.focus()
        for key in ("3", "4", "2"):
            page.keyboard.press(key)
    else:
        stall = ready(notebook, "stall-1")
        stall.get_by_role("radio").first.check()
        stall.get_by_test_id("reason").fill(WHY)
        stall.get_by_test_id("decide").click()
        expect(stall.get_by_test_id("week")).to_have_text("Week 2")
    page.locator(".sc details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    assert faults(notebook) == []
    if name == "05-read-the-signals":
        for _ in range(9):
            for key in ("Enter", "3", "4", "2"):
                page.keyboard.press(key)
        page.keyboard.press("Enter")
        expect(page.get_by_test_id("matrix")).to_be_visible()
        assert faults(notebook) == []
