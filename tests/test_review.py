"""The review of instructors: what waits, what a decision saves, and what the page never holds."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from salescoach import desk
from salescoach.desk import ReviewDesk
from salescoach.errors import CoachError
from salescoach.grading.gradebook import open_gradebook
from salescoach.widgets.review_queue import ReviewQueue

NOTEBOOK = Path(__file__).parents[1] / "notebooks" / "instructor" / "review.ipynb"


@pytest.fixture(scope="module")
def practice() -> ReviewDesk:
    return desk.open(who="Kim")


def look(queue: ReviewQueue, place: object = 0) -> dict[str, Any]:
    view: dict[str, Any] = queue.reply({"type": "look", "place": place, "number": 1})["view"]
    return view


def decide(queue: ReviewQueue, place: int, **values: object) -> dict[str, Any]:
    message = {"type": "decide", "place": place, "number": 2, "kind": "override", "score": "2",
               "why": "because", "who": "Kim"}  # fmt: skip
    view: dict[str, Any] = queue.reply(message | values)["view"]
    return view


def test_the_practice_course_has_one_of_each_case(practice: ReviewDesk) -> None:
    queue = practice.queue()
    views = [look(queue, place)["item"] for place in range(look(queue)["count"])]
    assert [v["urgent"] for v in views[:3]] == [True, True, False]
    assert [v["score"] is None for v in views[:3]] == [True, False, False]
    assert [bool(v["before"]) for v in views[:3]] == [False, True, False]
    # What the coach is unsure of comes after what somebody must decide.
    assert [bool(v["criteria"]) for v in views] == [False, False] + [True] * (len(views) - 2)
    assert look(practice.queue(unsure=False))["count"] == 2
    assert views[0]["options"][2]["points"] == 3


def test_a_decision_is_saved_at_once_and_the_next_one_is_shown() -> None:
    own = desk.open()
    queue = own.queue()
    count = look(queue)["count"]
    view = decide(queue, 0, score="2.5", why="c was meant")
    assert view["said"] == "Saved: Kim gave 2.5 of 3 points."
    assert (view["place"], view["left"]) == (1, count - 1)
    (first, saved) = open_gradebook(own.course).snapshot().decisions
    assert (saved.score, saved.who, saved.why, saved.kind) == (
        2.5, "Kim", "c was meant", "override",
    )  # fmt: skip
    assert first.why == "the second one is b"
    assert decide(queue, 1, kind="accept", why="")["said"] == "Saved: Kim accepted 0 of 3 points."
    for place in range(2, count):
        view = decide(queue, place, kind="accept")
        assert view["said"].startswith("Saved: Kim accepted")
    assert view["left"] == 0
    assert own.queue().fallback().endswith("Nothing waits for you.")
    assert str(own.standing()) == "3 in all: 3 graded."


@pytest.mark.parametrize(
    "wrong",
    [{"score": "9"}, {"score": ""}, {"score": "nan"}, {"why": " "}, {"who": ""}, {"score": None},
     {"kind": "accept"}, {"who": None}, {"score": {"a": 1}}],
)  # fmt: skip
def test_a_decision_that_cannot_be_is_told_and_saves_nothing(
    practice: ReviewDesk, wrong: dict[str, object]
) -> None:
    before = open_gradebook(practice.course).snapshot().decisions
    view = decide(practice.queue(), 0, **wrong)
    assert view["fault"]
    assert (view["place"], view["said"]) == (0, "")
    assert view["left"] == look(practice.queue())["count"]
    assert open_gradebook(practice.course).snapshot().decisions == before


@pytest.mark.parametrize("place", [-5, 99, None, "x", True])
def test_any_place_leads_somewhere(practice: ReviewDesk, place: object) -> None:
    queue = practice.queue()
    assert 0 <= look(queue, place)["place"] < look(queue)["count"]


def test_an_empty_queue_says_so() -> None:
    queue = ReviewQueue("x", [], lambda *_: "")
    assert look(queue)["item"] is None
    assert decide(queue, 0)["said"] == ""
    assert "Nothing waits" in queue.fallback()


def test_no_synchronised_state_holds_what_a_trainee_wrote(practice: ReviewDesk) -> None:
    queue = practice.queue()
    look(queue)
    state = {k: v for k, v in queue.get_state().items() if k not in ("_esm", "_css")}
    assert "think" not in json.dumps(state, default=str)
    assert "Ana" not in json.dumps(state, default=str)


def test_a_folder_without_a_course_is_told(tmp_path: Path) -> None:
    with pytest.raises(CoachError, match="There is no course"):
        desk.open(tmp_path)


def test_the_notebook_of_instructors_is_short_and_clean() -> None:
    raw = json.loads(NOTEBOOK.read_text("utf-8"))
    assert "widgets" not in raw["metadata"]
    code = [c for c in raw["cells"] if c["cell_type"] == "code"]
    assert "".join(code[0]["source"]) == "from salescoach import desk\nreview = desk.open()"
    assert [c["execution_count"] for c in code] == [1, 2, 3]
    assert not [o for c in code for o in c["outputs"] if o["output_type"] in ("error", "stream")]
    assert not re.search(r"widget-view|/tmp/|/home/", json.dumps(raw))
    for cell in raw["cells"]:
        if cell["cell_type"] == "markdown":
            assert len("".join(cell["source"]).split()) <= 110
