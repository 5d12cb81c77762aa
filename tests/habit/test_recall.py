"""Reviews from all lessons: what was met comes back, what was missed first, and the rest later."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_habit_lessons import FIRST, LAST, form, put

from salescoach import lesson
from salescoach.catalog import open_catalog
from salescoach.habits import Review, schedule
from salescoach.items import Option
from salescoach.keys import assessment_keys, choice_keys
from salescoach.lesson.recall import gather
from salescoach.recall import QUESTIONS, RecallQuestion, to_ask
from salescoach.review_store import ReviewStore
from salescoach.widgets.due import DueReviews

CATALOG = open_catalog()
KEYS = choice_keys(CATALOG)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
LESSON = "03-a-voicemail-that-gets-heard"
CHECK = "check-03-1"


def best(item: str) -> str:
    return max(KEYS[item], key=lambda letter: KEYS[item][letter].credit)


def worst(item: str) -> str:
    return min(KEYS[item], key=lambda letter: KEYS[item][letter].credit)


def question(name: str) -> RecallQuestion:
    options = (Option("a", "yes"), Option("b", "no"))
    return RecallQuestion(QUESTIONS + name, "Lesson 03", "?", options, {"a": 1, "b": 0},
                          {"a": "Yes.", "b": "No."})  # fmt: skip


BANK = [question(name) for name in ("one", "two", "three")]


def test_what_was_met_comes_back_and_what_was_missed_first() -> None:
    answered = {QUESTIONS + "one": "a", QUESTIONS + "three": "b"}
    assert [q.id for q in to_ask(BANK, answered, {}, NOW)] == [
        QUESTIONS + "three", QUESTIONS + "one",
    ]  # fmt: skip
    assert to_ask(BANK, {}, {}, NOW) == [], "what was never met is not asked"


def test_after_a_review_the_schedule_decides() -> None:
    answered = {q.id: "a" for q in BANK}
    memories = schedule([Review(NOW, BANK[0].id, "good"), Review(NOW, BANK[1].id, "missed")])
    soon = to_ask(BANK, answered, memories, NOW + timedelta(minutes=1))
    assert [q.id for q in soon] == [BANK[2].id]
    later = to_ask(BANK, answered, memories, NOW + timedelta(minutes=11))
    assert [q.id for q in later] == [BANK[1].id, BANK[2].id]
    assert len(to_ask(BANK, answered, memories, NOW + timedelta(days=60))) == 3


@given(
    st.dictionaries(st.sampled_from([q.id for q in BANK]), st.sampled_from("ab")),
    st.lists(st.tuples(st.sampled_from([q.id for q in BANK]), st.booleans()), max_size=8),
    st.integers(0, 90),
)
def test_nothing_is_asked_twice_or_out_of_nowhere(
    answered: dict[str, str], reviews: list[tuple[str, bool]], days: int
) -> None:
    memories = schedule(
        Review(NOW + timedelta(hours=n), name, "good" if right else "missed")
        for n, (name, right) in enumerate(reviews)
    )
    asked = [q.id for q in to_ask(BANK, answered, memories, NOW + timedelta(days=days))]
    assert len(asked) == len(set(asked))
    assert set(asked) <= answered.keys() | memories.keys()
    assert answered.keys() - memories.keys() <= set(asked)


def test_every_lesson_has_questions_that_come_back() -> None:
    questions, answered = gather(CATALOG, lambda *_: "", None)
    lessons = {q.lesson for q in questions}
    assert lessons == {f"Lesson {n:02}" for n in (1, 2, 3, 4, 5, 6, 7, 8, 10)}
    assert answered == {}
    for one in questions:
        assert one.id.removeprefix(QUESTIONS) in CATALOG.items
        assert {o.id for o in one.options} == one.credit.keys() == one.said.keys()
        assert any(one.right(o.id) for o in one.options)
        assert not all(one.right(o.id) for o in one.options)
        assert "before you run" not in CATALOG.items[one.id.removeprefix(QUESTIONS)].title.lower()
    assert not [q for q in questions if "exercise" in CATALOG.items[q.id[10:]].notebook]


def test_of_the_assessment_what_was_missed_comes_back_once_it_is_complete() -> None:
    keys = assessment_keys(CATALOG)

    def bodies(right: int, lines: int) -> list[str]:
        text = "\n".join(form("a", right).splitlines()[:lines])
        found, _ = gather(CATALOG, lambda _, item: text if item == "assessment-a" else "", keys)
        return [q.id for q in found if q.lesson.startswith("Form A")]

    assert len(bodies(15, 20)) == 5
    assert bodies(15, 19) == []
    assert bodies(20, 20) == []
    second = {QUESTIONS + a.question.id for a in CATALOG.assessment["b"]}
    assert not second & set(bodies(0, 20)), "form B stays unseen"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReviewStore:
    monkeypatch.setattr(
        "salescoach.review_store.user_data_path", lambda *_, **__: tmp_path / "own"
    )  # fmt: skip
    return ReviewStore()


def opened(widget: DueReviews, **at: Any) -> dict[str, Any]:
    return widget.reply({"type": "open"}, **at)


def test_the_lesson_asks_what_stands_in_the_saved_pages(lessons: Path, store: ReviewStore) -> None:
    coach = lesson.open(LAST)
    assert coach.due_reviews().view["said"].startswith("Nothing to review yet")
    put(lessons, LESSON, {CHECK: f'choice = "{worst(CHECK)}"', "check-03-2": "choice = "})
    put(lessons, FIRST, {"assessment-a": form("a", 18)})
    due = coach.due_reviews()
    assert due.view["said"].startswith("3 due now: 3 questions here, from form A")
    assert "lesson 03" in due.view["said"]
    asked = opened(due)["deck"]
    assert [card["id"] for card in asked][-1] == QUESTIONS + CHECK
    assert "choice" not in json.dumps(due.view), "the view holds no answer"
    reply = due.reply({"type": "answered", "id": QUESTIONS + CHECK, "choice": best(CHECK)})
    assert reply["view"]["questions"] == 2
    assert [(r.item, r.grade) for r in store.load().reviews] == [(QUESTIONS + CHECK, "good")]
    assert coach.due_reviews().view["questions"] == 2


def test_what_was_missed_in_a_review_comes_back_within_the_sitting(store: ReviewStore) -> None:
    widget = DueReviews(BANK, {BANK[0].id: "a"}, store, NOW)
    widget.reply({"type": "answered", "id": BANK[0].id, "choice": "b"}, NOW)
    assert opened(widget, now=NOW)["deck"] == []
    again = opened(widget, now=NOW + timedelta(minutes=11))
    assert [card["id"] for card in again["deck"]] == [BANK[0].id]
    assert (again["view"]["known"], again["view"]["missed"]) == (1, 1)


@pytest.mark.parametrize(
    "message",
    [{}, {"type": "answered"}, {"type": "answered", "id": "questions/nothing", "choice": "a"},
     {"type": "answered", "id": BANK[0].id, "choice": "z"},
     {"type": "answered", "id": BANK[0].id, "choice": None},
     {"type": "answered", "id": ["x"], "choice": ["a"]}],
)  # fmt: skip
def test_a_message_that_makes_no_sense_changes_nothing(
    store: ReviewStore, message: dict[str, Any]
) -> None:
    widget = DueReviews(BANK, {BANK[0].id: "a"}, store, NOW)
    assert widget.reply(message, NOW) == {}
    assert store.load().reviews == ()


def test_a_schedule_that_cannot_be_written_does_not_keep_anybody_from_practising(
    store: ReviewStore,
) -> None:
    store.path.parent.parent.mkdir(parents=True, exist_ok=True)
    store.path.parent.write_text("a file where the folder should be", "utf-8")
    widget = DueReviews(BANK, {BANK[0].id: "a"}, store, NOW)
    assert "cannot be used" in widget.view["message"]
    assert len(opened(widget, now=NOW)["deck"]) == 1
    said = widget.reply({"type": "answered", "id": BANK[0].id, "choice": "a"}, NOW)
    assert "cannot be used" in said["warning"]
