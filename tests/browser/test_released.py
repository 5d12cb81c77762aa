"""A released notebook with drawn situations works in JupyterLab, from ticket to grade."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from playwright.sync_api import Page, expect

from salescoach.answers import parse_cell
from salescoach.catalog import open_catalog
from salescoach.grading.course import open_course
from salescoach.grading.course_desk import grade_course
from salescoach.grading.course_template import new_course
from salescoach.grading.gradebook import open_gradebook
from salescoach.grading.release import release

from .lab import JupyterServer, NotebookPage

NAME = "exercise-03-voicemail"
COURSE = f"""title = "Spring"
[[exercises]]
id = "{NAME}"
[exercises.variant]
signals = 2
[[exercises.variant.pools]]
draw = 1
of = ["voicemail-which", "voicemail-mend"]
"""


def test_a_drawn_situation_is_shown_answered_and_graded(
    page: Page, server: JupyterServer, tmp_path: Path
) -> None:
    catalog = open_catalog()
    folder = tmp_path / "spring"
    new_course(folder, "Spring", catalog)
    (folder / "course.toml").write_text(COURSE)
    course = open_course(folder)
    bundle = release(course, catalog, folder / "release").bundles[0]
    with zipfile.ZipFile(bundle) as opened:
        content = opened.read(f"hand-in/{NAME}.ipynb")
    (server.root / "released.ipynb").write_bytes(content)
    notebook = NotebookPage(page, server, "released.ipynb")
    notebook.run_all()
    cells = ["".join(c["source"]) for c in json.loads(content)["cells"]]
    drawn = [a.item for c in cells if (a := parse_cell(c)) and a.item.endswith("-kind")]
    # Three graded items of the exercise, the trainee, and two questions for each situation.
    expect(page.get_by_test_id("hand-in")).to_contain_text("7 of 8 still open")
    expect(notebook.widget("me").get_by_label("Your name")).to_have_value("Ana Example")
    card = notebook.widget(drawn[0])
    card.get_by_role("radio").nth(2).check()
    expect(page.get_by_test_id("hand-in")).to_contain_text("6 of 8 still open")
    notebook.save()
    assert any(c == f'%%answer {drawn[0]}\nchoice = "c"' for c in notebook.cells_on_disk())
    assert notebook.errors == []

    (course.inbox / "x.ipynb").write_text(notebook.file(), "utf-8")
    result = grade_course(course, catalog, open_gradebook(course))
    cell = result.cells[0]
    assert (cell.trainee.id, cell.status, cell.max) == ("t01", "partly", 27)
    assert {i.item.id: i.response for i in cell.items}[drawn[0]] == "c"
