"""Meetings, decision maps, follow-ups and pipelines in a real browser: mouse, keyboard, axe."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from .lab import JupyterServer, NotebookPage
from .look import faults, open_narrow

Opener = Callable[..., NotebookPage]
L04, L08 = "04-make-them-name-the-date", "08-the-push-and-the-walk-away"
GOOD_WAY = ("agenda", "why-now", "timeline", "who", "next", "read-back")


def saved(notebook: NotebookPage) -> str:
    notebook.save()
    return notebook.cells_on_disk()[1]


def reply(widget: Locator, name: str) -> Locator:
    return widget.locator(f"button[data-reply='{name}']")


def test_a_meeting_is_led_with_the_mouse_and_taken_back(open_cells: Opener) -> None:
    notebook = open_cells("%%answer meeting-04\n", lesson=L04)
    widget = notebook.widget("meeting-04")
    for name in GOOD_WAY:
        reply(widget, name).click()
    expect(widget.get_by_test_id("ending")).to_contain_text("A day is fixed")
    expect(widget).to_contain_text("24 of 30 minutes used")
    assert saved(notebook) == f'%%answer meeting-04\npath = "{", ".join(GOOD_WAY)}"'
    widget.get_by_role("button", name="Take back the last reply").click()
    expect(reply(widget, "sooner")).to_be_visible()
    reply(widget, "sooner").click()
    expect(widget.get_by_test_id("ending")).to_contain_text("He steps back")
    widget.get_by_role("button", name="Start over").click()
    expect(reply(widget, "slides")).to_be_visible()
    assert saved(notebook) == '%%answer meeting-04\npath = ""'
    assert notebook.errors == []


def test_a_meeting_is_led_with_the_keyboard_alone(open_cells: Opener) -> None:
    notebook = open_cells("%%answer meeting-04\n", lesson=L04)
    widget, press = notebook.widget("meeting-04"), notebook.page.keyboard.press
    reply(widget, "agenda").focus()
    for count, name in enumerate(GOOD_WAY, 1):
        for _ in range(4):
            if reply(widget, name).evaluate("e => e === document.activeElement"):
                break
            press("Tab")
        press("Enter" if count % 2 else "Space")
        # The talk goes on where the focus is: the next Tab leads to the replies.
        expect(widget.locator(".sc-me")).to_have_count(count)
        expect(widget.locator(".sc-now, .sc-ending")).to_be_focused()
    expect(widget.get_by_test_id("feedback")).to_contain_text("A day is fixed.")
    assert "read-back" in saved(notebook)


def test_a_path_that_leads_nowhere_is_told_and_can_be_left(open_cells: Opener) -> None:
    notebook = open_cells('%%answer meeting-04\npath = "mars"', lesson=L04)
    widget = notebook.widget("meeting-04")
    expect(widget.get_by_role("alert")).to_contain_text("cannot be 'mars'")
    widget.get_by_role("button", name="Start over").click()
    expect(widget.get_by_role("alert")).to_be_hidden()


def test_the_decision_map_is_drawn_and_written(open_cells: Opener) -> None:
    notebook = open_cells("%%answer map-04\n", lesson=L04)
    widget = notebook.widget("map-04")
    widget.get_by_label("Part of Graham Wexcombe").select_option("decides")
    widget.get_by_label("Part of Helen Marsh").select_option("veto")
    widget.get_by_label("Decided by").fill("2026-04-20")
    picture = widget.get_by_test_id("picture").get_by_role("img")
    expect(picture).to_have_accessible_name(
        "Decides: Graham Wexcombe. Can veto: Helen Marsh. Decided by Monday 20 April 2026. "
    )
    expect(picture).to_contain_text("Helen Marsh")
    assert saved(notebook) == (
        '%%answer map-04\ngraham = "decides"\nhelen = "veto"\nby = "2026-04-20"'
    )


def test_a_map_of_ones_own_grows_and_survives_a_new_run(open_cells: Opener) -> None:
    notebook = open_cells("%%answer map-own-04\n", lesson=L04)
    widget = notebook.widget("map-own-04")
    widget.get_by_role("button", name="Add a person").click()
    widget.get_by_label("Person 4", exact=True).fill('Mo "the brake" Dale')
    widget.get_by_label("Part of person 4").select_option("veto")
    expect(widget.get_by_test_id("feedback")).to_contain_text("Can veto: Mo")
    assert saved(notebook) == (
        '%%answer map-own-04\nperson-4 = "Mo \\"the brake\\" Dale"\nrole-4 = "veto"'
    )
    notebook.run_all()
    expect(widget.get_by_label("Person 4", exact=True)).to_have_value('Mo "the brake" Dale')
    expect(widget.get_by_label("Part of person 4")).to_have_value("veto")


def test_the_calendar_file_that_is_saved_is_the_call(open_cells: Opener, tmp_path: Path) -> None:
    notebook = open_cells("%%answer plan-04\n", lesson=L04)
    widget = notebook.widget("plan-04")
    button = widget.get_by_test_id("save-calendar")
    expect(button).to_be_disabled()
    for name, value in (("prospect", "Owen Pryce"), ("date", "2026-04-14"), ("time", "10:00"),
                        ("zone", "Europe/London"), ("remind", "30"),
                        ("opening", 'Owen, you wanted me to ring: "Tuesday the 14th", # 3.'),
                        ("not-before", "2026-04-15")):  # fmt: skip
        widget.locator(f"[data-field='{name}']").fill(value)
    expect(widget.get_by_role("alert")).to_contain_text("asked not to be contacted")
    expect(button).to_be_disabled()
    widget.locator("[data-field='not-before']").fill("2026-04-14")
    expect(button).to_be_enabled()
    with notebook.page.expect_download() as download:
        button.click()
    download.value.save_as(tmp_path / "call.ics")
    expect(widget.get_by_test_id("saved")).to_contain_text("follow-up.ics")
    expect(widget.get_by_test_id("saved")).not_to_contain_text("earlier day")
    call, reminder = Calendar.from_ical((tmp_path / "call.ics").read_bytes()).events
    assert call["SUMMARY"] == "Call Owen Pryce"
    assert call.start.astimezone(UTC).isoformat() == "2026-04-14T09:00:00+00:00"
    assert 'you wanted me to ring: "Tuesday the 14th"' in call["DESCRIPTION"]
    assert "remind Owen Pryce" in reminder["SUMMARY"]
    assert "remind = 30" in saved(notebook)
    widget.locator("[data-field='date']").fill("2026-04-16")
    expect(widget.get_by_test_id("saved")).to_be_hidden()
    with notebook.page.expect_download():
        button.click()
    expect(widget.get_by_test_id("saved")).to_contain_text("entries of the earlier day")
    widget.locator("[data-field='date']").fill("2026-04-14")
    expect(button).to_be_enabled()
    notebook.run_all()
    expect(widget.locator("[data-field='zone']")).to_have_value("Europe/London")
    expect(widget.locator("[data-field='opening']")).to_have_value(
        'Owen, you wanted me to ring: "Tuesday the 14th", # 3.'
    )


def test_hours_are_priced_and_prospects_decided(open_cells: Opener) -> None:
    notebook = open_cells("%%answer hours-08\n", lesson=L08)
    widget = notebook.widget("hours-08")
    expect(widget.get_by_test_id("feedback")).to_contain_text("about £130")
    widget.get_by_label("Hours that you have").fill("30")
    expect(widget.get_by_test_id("feedback")).to_contain_text("about £450")
    widget.get_by_label("Decision on Tolley & Rowe").select_option("let-go")
    widget.get_by_label("Main reason for Tolley & Rowe").select_option("no-show")
    expect(widget).to_contain_text("S1 reads this as an answer")
    assert (
        saved(notebook)
        == '%%answer hours-08\nhours = 30\ntolley = "let-go"\ntolley-why = "no-show"'
    )


def test_a_pipeline_of_ones_own_is_priced(open_cells: Opener) -> None:
    notebook = open_cells("%%answer own-hours-08\n", lesson=L08)
    widget = notebook.widget("own-hours-08")
    for label, value in (("Prospect", "Hill"), ("Worth", "9000"), ("Chance, %", "25"),
                         ("Hours still", "10")):  # fmt: skip
        widget.get_by_label(f"{label}, line 1").fill(value)
    widget.get_by_label("Hours that you have").fill("5")
    expect(widget.get_by_test_id("feedback")).to_contain_text("about 220")
    widget.get_by_label("Worth, line 1").fill("")
    expect(widget.get_by_test_id("feedback")).to_contain_text("Nobody is in this pipeline yet")
    assert "chance-1 = 25" in saved(notebook)


def fill_04(notebook: NotebookPage) -> None:
    widget = notebook.widget("meeting-04")
    for name in GOOD_WAY[:4]:
        reply(widget, name).click()
    notebook.widget("map-04").get_by_label("Part of Owen Pryce").select_option("decides")
    plan = notebook.widget("plan-04")
    for name, value in (("prospect", "Owen Pryce"), ("date", "2026-04-14"), ("time", "10:00"),
                        ("zone", "Europe/London")):  # fmt: skip
        plan.locator(f"[data-field='{name}']").fill(value)
    expect(plan.get_by_test_id("save-calendar")).to_be_enabled()


def fill_08(notebook: NotebookPage) -> None:
    widget = notebook.widget("hours-08")
    widget.get_by_label("Decision on Tolley & Rowe").select_option("keep")
    expect(widget).to_contain_text("Read the story again")


@pytest.mark.parametrize(("name", "fill"), [(L04, fill_04), (L08, fill_08)], ids=["04", "08"])
def test_axe_finds_nothing_and_nothing_is_cut_off(
    page: Page,
    server: JupyterServer,
    name: str,
    fill: Callable[[NotebookPage], None],
) -> None:
    notebook = open_narrow(page, server, "notebooks", name)
    fill(notebook)
    page.locator("details.sc-all").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    assert faults(notebook) == []
    assert notebook.errors == []
