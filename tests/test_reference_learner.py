"""A learner who answers everything as well as it can be answered runs the whole course."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from reference_learner import ANSWERS, CATALOG, answer, fill

from salescoach.grading import grade
from salescoach.items import KINDS, Notebook

NOTEBOOKS = list(CATALOG.notebooks.values())
HANDED_IN = [n for n in NOTEBOOKS if CATALOG.handed_in(n.id)]


def name(notebook: Notebook) -> str:
    return notebook.id


def test_every_kind_of_item_has_a_reference_answer() -> None:
    assert not set(KINDS) - set(ANSWERS)
    assert {item.kind for item in CATALOG.items.values()} <= set(ANSWERS)


def test_every_exercise_and_both_forms_are_handed_in() -> None:
    ids = {n.id for n in HANDED_IN}
    assert {n.id for n in NOTEBOOKS if n.kind == "exercise"} <= ids
    assert {"00-start-here", "10-make-it-a-habit"} <= ids


@pytest.mark.parametrize("notebook", HANDED_IN, ids=name)
def test_the_reference_learner_gets_full_marks(notebook: Notebook, tmp_path: Path) -> None:
    (result,) = grade([fill(notebook, tmp_path)], CATALOG)
    assert (result.trainee, result.exercise) == ("Reference Learner", notebook.id)
    lost = {
        r.item.id: (r.score, r.item.points, r.reason)
        for r in result.items
        if r.score != r.item.points
    }
    assert not lost
    assert (result.status, result.score) == ("graded", result.max)
    assert result.max
    assert result.note == ""


@pytest.mark.parametrize("notebook", HANDED_IN, ids=name)
def test_the_empty_learner_gets_none(notebook: Notebook, tmp_path: Path) -> None:
    (result,) = grade([fill(notebook, tmp_path, lambda item: "")], CATALOG)
    assert (result.status, result.score) == ("blank", 0)
    assert result.max == sum(i.points for i in CATALOG.items_of(notebook.id))
    assert {r.status for r in result.items} == {"blank"}


@pytest.fixture(scope="module")
def own_workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The learner's own folder: every notebook of the course, filled in."""
    root = tmp_path_factory.mktemp("learner")
    for folder in ("notebooks", "exercises"):
        (root / folder).mkdir()
    for notebook in NOTEBOOKS:
        fill(notebook, root / ("notebooks" if notebook.kind == "lesson" else "exercises"))
    return root


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=name)
def test_the_reference_learner_runs_the_whole_course(
    notebook: Notebook, own_workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every notebook runs from its first to its last cell, and no cell complains."""
    monkeypatch.setenv("XDG_DATA_HOME", str(own_workbook / "data"))  # no reviews of one's own
    folder = own_workbook / ("notebooks" if notebook.kind == "lesson" else "exercises")
    content = nbformat.read(folder / f"{notebook.id}.ipynb", as_version=4)
    NotebookClient(content, timeout=300, store_widget_state=False).execute(cwd=str(folder))
    for cell in content.cells:
        for output in cell.get("outputs", []):
            assert output.output_type not in ("error", "stream"), (cell.source, output)
            told = output.get("data", {}).get("text/plain", "")
            assert "cannot be read" not in told, (cell.source, told)
            assert "\nAllowed: " not in told, (cell.source, told)


def test_at_the_end_there_is_a_gain_and_a_certificate(
    own_workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from salescoach import lesson

    monkeypatch.chdir(own_workbook / "notebooks")
    coach = lesson.open("10-make-it-a-habit")
    told = repr(coach.gain())
    assert "Form A, before: 20 of 20" in told
    assert "Form B, after: 20 of 20" in told
    told = repr(coach.certificate())
    for notebook in NOTEBOOKS:
        assert notebook.title in told
    assert (own_workbook / "notebooks" / "certificate.pdf").exists()


def test_the_reference_scripts_meet_every_criterion() -> None:
    from salescoach import rubric
    from salescoach.items import SCRIPT_KINDS

    for kind in SCRIPT_KINDS:
        item = next((i for i in CATALOG.items.values() if i.kind == kind), None)
        text = ANSWERS[kind](item, CATALOG) if item is None else answer(item)  # type: ignore[arg-type]
        assert rubric.judge(kind, text, CATALOG.clause_model).total == 10, kind
