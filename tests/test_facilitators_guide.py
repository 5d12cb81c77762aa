"""The facilitator's guide: whole, with run sheets that add up, and fit to be printed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from salescoach.catalog import open_catalog
from salescoach.grading.misconceptions import EXPECTED

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "notebooks" / "instructor" / "facilitators-guide.ipynb"
CELLS = json.loads(GUIDE.read_text("utf-8"))["cells"]
TEXT = "\n\n".join("".join(cell["source"]) for cell in CELLS)
TOPICS = open_catalog().topics


def part(heading: str) -> str:
    """What stands under a heading of the second level."""
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert found, heading
    return found[1]


def minutes(text: str) -> list[int]:
    return [int(n) for n in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)]


@pytest.mark.parametrize("topic", list(TOPICS))
def test_each_lesson_has_its_page(topic: str) -> None:
    lesson = part(f"Lesson {topic}: {TOPICS[topic].title}")
    for heading in ("Run sheet", f"Cards for pairs, lesson {topic}",
                    f"Questions that open, lesson {topic}",
                    f"What people get wrong, lesson {topic}"):  # fmt: skip
        assert f"### {heading}" in lesson
    assert "**Group work.**" in lesson
    promised = re.search(r"\*\*(\d+) minutes\.\*\*", lesson)
    assert promised
    assert sum(minutes(lesson)) == int(promised[1])
    assert 45 <= int(promised[1]) <= 60
    questions = re.findall(r"^- (.+)$", lesson, re.MULTILINE)
    assert len(questions) == 3
    # A question that opens a discussion cannot be answered with yes or no.
    assert not [q for q in questions if re.match(r"(Do|Does|Did|Is|Are|Can|Will|Have)\b", q)]
    assert len(re.findall(r"^\| \*", lesson, re.MULTILINE)) == 3


@pytest.mark.parametrize(("course", "low", "high"), [("Half a day", 200, 240),
                                                     ("A full day", 420, 490)])  # fmt: skip
def test_a_course_adds_up_and_has_breaks(course: str, low: int, high: int) -> None:
    text = part(course)
    promised = re.search(r"\*\*(\d+) minutes\*\*", text)
    assert promised
    assert sum(minutes(text)) == int(promised[1])
    assert low <= int(promised[1]) <= high
    assert "Break" in text
    assert set(re.findall(r"Lesson (\d\d)", text)) <= set(TOPICS)


def test_the_four_weeks_hold_every_lesson_once() -> None:
    weeks = [line.split("|")[2] for line in part("Four weeks").splitlines() if "| with" not in line
             and re.match(r"\| \d ", line)]  # fmt: skip
    assert len(weeks) == 4
    assert sorted(re.findall(r"\d\d", "; ".join(weeks))) == sorted(TOPICS)


def test_one_cell_asks_for_the_own_class_and_says_that_none_was_measured() -> None:
    (cell,) = [cell for cell in CELLS if cell["cell_type"] == "code"]
    assert "".join(cell["source"]) == "from salescoach import desk\ndesk.misconceptions()"
    (output,) = cell["outputs"]
    assert "".join(output["data"]["text/plain"]) == EXPECTED
    assert "expected, not measured" in part("What we know about mistakes, and what we do not")


def test_every_table_is_whole() -> None:
    for block in re.findall(r"(?:^\|.*\|\n?)+", TEXT, re.MULTILINE):
        assert len({line.count("|") for line in block.strip().splitlines()}) == 1, block[:80]


def test_no_cell_is_longer_than_a_printed_page_holds() -> None:
    assert max(len("".join(cell["source"]).split()) for cell in CELLS) <= 330
