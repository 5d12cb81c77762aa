"""What lessons claim: figures name their source, and myths are shown as myths."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LESSONS = sorted((ROOT / "notebooks").rglob("*.ipynb"))
EVIDENCE = ROOT.parent / "shared" / "evidence" / "evidence.md"

MYTHS = {f"X{n}" for n in range(1, 10)}
SOURCE = re.compile(r"\b(?:S[0-4]|[BC]\d+(?:\.\d+)?[a-c]?|X\d)\b")
ROW = re.compile(r"\b(?:[BC]\d+(?:\.\d+)?[a-c]?|X\d)\b")
GRADE = re.compile(r"(?<![\w.])[ABCDX](?:/[BCD])?(?![\w.])")
FIGURE = re.compile(
    r"\d[\d., ]* ?(?:%|per cent)|\b\d[\d.,]* times\b|\b(?:nine|eight|seven|one) (?:in|out of) ten\b"
)
# What is no claim about the world: a model's result, a sum that the reader can repeat.
NO_CLAIM = re.compile(r"\b(?:model|simulat\w+|lab|calculator|made[ -]up|interval)\b", re.IGNORECASE)


def paragraphs(path: Path) -> Iterator[tuple[str, str]]:
    """Section and text of each paragraph, list entry and table of a lesson's prose."""
    section = ""
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "markdown":
            for text in re.split(r"\n\s*\n|\n(?=[-*] )", "".join(cell["source"])):
                if heading := re.match(r"## (.+)", text):
                    section = heading[1]
                yield section, text


def unsourced(text: str) -> list[str]:
    """The figures of a paragraph that names no source."""
    return [] if SOURCE.search(text) or NO_CLAIM.search(text) else FIGURE.findall(text)


@pytest.mark.parametrize("path", LESSONS, ids=lambda p: p.stem)
def test_every_figure_names_its_source(path: Path) -> None:
    faults = [
        (found, text[:90])
        for section, text in paragraphs(path)
        if not section.startswith("The case")  # made-up people have made-up numbers
        and (found := unsourced(text))
    ]
    assert not faults


def test_the_test_of_figures_can_fail() -> None:
    assert unsourced("About 30 % come back.")
    assert unsourced("Nine in ten calls fail, or one in ten works.")
    assert not unsourced("About 30 % come back (S2, D).")
    assert not unsourced("Lesson 05 takes 50 minutes.")


@pytest.mark.parametrize("path", LESSONS, ids=lambda p: p.stem)
def test_every_row_of_the_evidence_is_cited_with_its_trust_grade(path: Path) -> None:
    for _, text in paragraphs(path):
        # Open data that we computed ourselves (C rows) have no grade in the tables.
        if any(row.startswith("B") for row in ROW.findall(text)):
            assert GRADE.search(SOURCE.sub("", text)), text[:120]


@pytest.mark.parametrize("path", LESSONS, ids=lambda p: p.stem)
def test_a_myth_is_called_a_myth_where_it_stands(path: Path) -> None:
    for _, text in paragraphs(path):
        if set(ROW.findall(text)) & MYTHS:
            assert re.search(r"\bmyths?\b", text, re.IGNORECASE), text[:120]


def test_at_least_six_myths_are_shown_over_all_lessons() -> None:
    shown = {row for path in LESSONS for _, text in paragraphs(path) for row in ROW.findall(text)}
    assert len(shown & MYTHS) >= 6
    assert shown & {row for row in shown if row.startswith("X")} <= MYTHS


def test_every_source_that_is_cited_exists() -> None:
    """Needs the tables of the evidence, which are not part of the project."""
    if not EVIDENCE.exists():
        pytest.skip("the evidence is not beside this checkout")
    known = set(ROW.findall(EVIDENCE.read_text("utf-8")))
    texts = [text for path in LESSONS for _, text in paragraphs(path)]
    texts += [p.read_text("utf-8") for p in (ROOT / "data").rglob("*.csv")]
    cited = {row for text in texts for row in ROW.findall(text)}
    # A range like C1-C5 is written out by its first and last row.
    assert not cited - known, cited - known


def test_a_reason_of_the_assessment_names_the_myth_that_it_calls_one() -> None:
    import csv

    with (ROOT / "data" / "keys" / "assessment.csv").open(encoding="utf-8", newline="") as file:
        reasons = [row["reason"] for row in csv.DictReader(file)]
    called = [r for r in reasons if re.search(r"\bmyth\b", r)]
    assert called
    for reason in reasons:
        if set(ROW.findall(reason)) & MYTHS:
            assert re.search(r"myth|X\d, B|cannot be found|found nowhere|contradict", reason), (
                reason
            )
