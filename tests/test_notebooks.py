"""The anatomy of lessons, and the hygiene of all notebooks: what nbval does not look at."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from salescoach.answers import parse_cell
from salescoach.catalog import open_catalog

ROOT = Path(__file__).parents[1]
CATALOG = open_catalog()
NOTEBOOKS = sorted(
    p for f in ("notebooks", "exercises") for p in (ROOT / f).glob("*.ipynb")
)  # fmt: skip
# 00 wakes the workbook up: it has no case and no experiment.
LESSONS = [p for p in NOTEBOOKS if p.parent.name == "notebooks" and not p.name.startswith("00")]

SECTIONS = ["Objectives", "Start", "The case", "Worked example", "Guided practice", "Experiment",
            "Check yourself", "Recap", "Next"]  # fmt: skip
OBSERVABLE = {"adjust", "ask", "build", "calculate", "choose", "classify", "compare", "cut",
              "decide", "draw", "explain", "fill", "find", "give", "judge", "list", "name", "plan",
              "predict", "price", "read", "react", "say", "script", "set", "sort", "tell", "test",
              "wait", "write"}  # fmt: skip


def cells(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["cells"]
    return [cell | {"text": "".join(cell["source"])} for cell in found]


def code(path: Path) -> list[dict[str, Any]]:
    return [cell for cell in cells(path) if cell["cell_type"] == "code"]


def prose(path: Path) -> list[str]:
    return [cell["text"] for cell in cells(path) if cell["cell_type"] == "markdown"]


def words(text: str) -> int:
    """Count what is read: link targets, table rules and marks are not."""
    text = re.sub(r"\]\([^)]*\)", "]", text)
    return len(re.findall(r"[^\W_]+(?:['’.,-][^\W_]+)*", text))


def section(path: Path, name: str) -> str:
    """All prose between the heading of a section and the next such heading."""
    text = "\n\n".join(prose(path))
    found = re.search(rf"^## {name}[^\n]*\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"there is no section {name!r}"
    return found[1]


def ids(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ids)
def test_every_notebook_is_in_the_catalog(path: Path) -> None:
    notebook = CATALOG.notebook(path.stem)
    assert path.parent.name == ("notebooks" if notebook.kind == "lesson" else "exercises")
    first = prose(path)[0]
    assert notebook.title in first.splitlines()[0]
    assert f"**{notebook.minutes} minutes" in first


def test_every_notebook_of_the_catalog_exists() -> None:
    assert set(CATALOG.notebooks) == {path.stem for path in NOTEBOOKS}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ids)
def test_every_answer_cell_asks_an_item_of_this_notebook_once(path: Path) -> None:
    asked = [a.item for cell in code(path) if (a := parse_cell(cell["text"])) and not a.mistyped]
    wanted = [item.id for item in CATALOG.items_of(path.stem)]
    assert asked == wanted


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ids)
def test_every_answer_cell_is_shipped_blank_with_a_line_to_type_in(path: Path) -> None:
    for cell in code(path):
        if answer := parse_cell(cell["text"]):
            assert cell["text"] == f"%%answer {answer.item}\n"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ids)
def test_the_start_cell_is_the_same_everywhere(path: Path) -> None:
    start = f'from salescoach import lesson\ncoach = lesson.open("{path.stem}")'
    assert code(path)[0]["text"] == start
    for cell in code(path)[1:]:
        assert "import" not in cell["text"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ids)
def test_a_code_cell_is_one_short_line(path: Path) -> None:
    for cell in code(path)[1:]:
        if parse_cell(cell["text"]) is None:
            assert "\n" not in cell["text"].strip(), cell["text"]
            assert len(cell["text"]) <= 80, cell["text"]
            assert not re.search(r"\b(def|for|if|while|lambda)\b|;", cell["text"]), cell["text"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ids)
def test_a_prose_cell_has_at_most_90_words(path: Path) -> None:
    assert not {text[:40]: words(text) for text in prose(path) if words(text) > 90}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ids)
def test_stored_outputs_are_complete_and_hold_no_widget(path: Path) -> None:
    raw = json.loads(path.read_text("utf-8"))
    assert "widgets" not in raw["metadata"]
    counts = [cell["execution_count"] for cell in code(path)]
    assert counts == list(range(1, len(counts) + 1)), "run `make refresh`"
    for cell in code(path)[1:]:
        assert cell["outputs"], f"no output is stored for {cell['text']!r}"
    stored = json.dumps([cell["outputs"] for cell in code(path)])
    assert "widget-view" not in stored
    assert not re.search(r"0x[0-9a-f]{6,}|Traceback|/home/|/tmp/|\.venv", stored)
    for cell in code(path):
        assert not [o for o in cell["outputs"] if o["output_type"] in ("error", "stream")]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ids)
def test_every_picture_has_a_text_twin(path: Path) -> None:
    for cell in code(path):
        kinds = [set(output.get("data", {})) for output in cell["outputs"]]
        for place, kind in enumerate(kinds):
            if "image/png" in kind:
                assert kinds[place + 1 : place + 2] == [{"text/plain", "text/html"}], cell["text"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ids)
def test_every_link_leads_to_a_file(path: Path) -> None:
    for text in prose(path):
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            if "://" not in target:
                assert (path.parent / target).exists(), target


@pytest.mark.parametrize("path", LESSONS, ids=ids)
def test_a_lesson_has_the_agreed_sections_in_order(path: Path) -> None:
    text = "\n".join(prose(path))
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    places = []
    for name in SECTIONS:
        starts = [i for i, heading in enumerate(headings) if heading.startswith(name)]
        assert starts, f"there is no section {name!r}"
        places.append(starts[0])
    assert places == sorted(places)
    assert re.search(r"[Yy]ou need", prose(path)[0])


@pytest.mark.parametrize("path", LESSONS, ids=ids)
def test_a_lesson_has_three_objectives_with_observable_verbs_and_recalls_them(path: Path) -> None:
    objectives = re.findall(r"^\d\. \**(\w+)", section(path, "Objectives"), re.MULTILINE)
    assert len(objectives) == 3
    assert not [verb for verb in objectives if verb not in OBSERVABLE]
    recap = section(path, "Recap").lower()
    for verb in objectives:
        assert verb[:4] in recap, f"the recap does not come back to {verb!r}"


@pytest.mark.parametrize("path", LESSONS, ids=ids)
def test_a_lesson_has_the_agreed_size(path: Path) -> None:
    assert 20 <= len(cells(path)) <= 35
    assert len(code(path)) <= 14
    assert words(section(path, "The case")) <= 150


@pytest.mark.parametrize("path", LESSONS, ids=ids)
def test_the_experiment_is_predict_run_explain(path: Path) -> None:
    text = section(path, "Experiment").lower()
    places = [text.find(word) for word in ("predict", "run", "explain")]
    assert -1 not in places
    assert places == sorted(places)


def test_no_sentence_of_the_sources_is_copied() -> None:
    """Compares runs of eight words; needs the sources, which are not part of the project."""
    seeds = ROOT.parent / "shared" / "seeds"
    if not seeds.is_dir():
        pytest.skip("the source documents are not beside this checkout")

    def runs(text: str) -> set[tuple[str, ...]]:
        tokens = re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))
        return {tuple(tokens[i : i + 8]) for i in range(len(tokens) - 7)}

    known = set().union(*(runs(p.read_text("utf-8", "replace")) for p in seeds.iterdir()))
    ours = [p for f in ("data", "notebooks", "exercises") for p in (ROOT / f).rglob("*")]
    ours += list(ROOT.glob("*.md"))
    copied = {
        path.name: " ".join(run)
        for path in ours
        if path.suffix in {".ipynb", ".csv", ".md", ".toml", ".jsonl"}
        for run in runs(path.read_text("utf-8")) & known
    }
    assert not copied
