"""Drill, practice and stall widgets as plain values: what they show, write and never send."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from salescoach import lesson
from salescoach.catalog import open_catalog
from salescoach.errors import CoachError
from salescoach.habits import Review, schedule
from salescoach.keys import signal_keys, stall_keys
from salescoach.lesson.signals import Told
from salescoach.plots import Picture
from salescoach.review_store import ReviewStore
from salescoach.signals.kinds import KINDS
from salescoach.signals.scoring import Choice
from salescoach.widgets.base import AnswerWidget
from salescoach.widgets.drill import ROUND, DrillSheet, PracticeDrill
from salescoach.widgets.signal_views import deck
from salescoach.widgets.stall import StallDesk

CATALOG = open_catalog()
KEYS = signal_keys(CATALOG)
ASKED = CATALOG.drill_sets["signals-05"]
EXERCISE = lesson.open("exercise-05-signals")
STALLS = lesson.open("exercise-06-stalls")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
WHY = "No date was agreed yet."


def shown(widget: AnswerWidget, body: str) -> dict[str, Any]:
    view: dict[str, Any] = widget.reply({"type": "body", "body": body, "number": 1})["view"]
    return view


def decided(*weeks: int) -> str:
    return "\n".join(f'[week-{w}]\ndecision = "wait"\nreason = "{WHY}"' for w in weeks)


# The drill of an exercise


def test_the_exercise_asks_each_kind_twice() -> None:
    kinds = [KEYS[signal.id].kind for signal in ASKED]
    assert {kind: kinds.count(kind) for kind in KINDS} == dict.fromkeys(KINDS, 2)
    assert len({KEYS[signal.id].best_move for signal in ASKED}) >= 8


def test_the_drill_of_an_exercise_sends_nothing_of_the_key() -> None:
    widget = EXERCISE.answer("signals-05")
    assert isinstance(widget, DrillSheet)
    body = f'[{ASKED[0].id}]\nkind = "busy"\nsure = 60\nmove = "advance"'
    sent = json.dumps(
        [widget.situations, widget.words, widget.reply({"type": "body", "body": body})]
    )
    for signal in ASKED:
        key = KEYS[signal.id]
        assert key.move_reason not in sent
        assert all(said not in sent for said in key.feedback.values())
    assert all(set(situation) == {"id", "situation", "where"} for situation in widget.situations)
    assert set(shown(widget, body)) == {"fault", "slips", "choices"}


def test_choices_are_set_in_tables_and_comments_stay() -> None:
    changes = [
        {"table": "s139", "name": "kind", "value": "busy"},
        {"table": "s117", "name": "sure", "value": 80},
    ]
    reply = EXERCISE.answer("signals-05").reply(
        {"type": "set", "body": '# mine\n[s139]\nmove = "advance"', "changes": changes}
    )
    assert reply["write"] == (
        '# mine\n[s139]\nmove = "advance"\nkind = "busy"\n\n[s117]\nsure = 80'
    )
    assert reply["view"]["choices"] == {
        "s139": {"kind": "busy", "move": "advance"},
        "s117": {"sure": 80},
    }


def test_a_malformed_drill_is_never_overwritten() -> None:
    body = "[s139]\nkind = busy"
    reply = EXERCISE.answer("signals-05").reply(
        {"type": "set", "body": body, "changes": [{"table": "s117", "name": "sure", "value": 80}]}
    )
    assert reply["write"] is None
    assert reply["body"] == body
    assert reply["view"]["fault"].startswith("Line 3")


def test_a_slip_in_a_readable_drill_is_told_with_its_line_in_the_cell() -> None:
    view = shown(EXERCISE.answer("signals-05"), '[s139]\nkind = "buzy"\nsure = 80')
    assert view["fault"] == ""
    assert view["slips"] == ["In the cell, line 3: 'buzy' is no kind. Did you mean 'busy'?"]


def test_the_text_twin_of_the_drill_holds_every_situation_and_how_to_answer() -> None:
    told = EXERCISE.answer("signals-05").fallback()
    assert all(signal.situation in told for signal in ASKED)
    assert "0 of 22 situations answered" in told
    assert 'kind = "busy"' in told


# Practice


@pytest.fixture
def practice(tmp_path: Path) -> PracticeDrill:
    signals = [s for s in CATALOG.signals.values() if s not in ASKED]
    return PracticeDrill(signals, KEYS, {}, ReviewStore(tmp_path))


def test_practice_leaves_the_situations_of_the_exercise_out() -> None:
    coach = lesson.open("05-read-the-signals")
    assert not set(coach.drill()._signals) & {signal.id for signal in ASKED}
    with pytest.raises(CoachError, match="There is no situation"):
        coach.signal(ASKED[0].id)


def test_practice_can_be_held_to_some_kinds() -> None:
    drill = lesson.open("06-stalls-and-patience").drill("Outside stall", "busy")
    assert {KEYS[name].kind for name in drill._signals} == {"outside-stall", "busy"}
    with pytest.raises(CoachError, match="Did you mean 'brick-wall'"):
        lesson.open("06-stalls-and-patience").drill("brickwall")


def test_opening_sends_every_situation_with_the_words_that_decide(practice: PracticeDrill) -> None:
    cards = practice.reply({"type": "open"}, NOON)["deck"]
    assert len(cards) == len(CATALOG.signals) - len(ASKED)
    for card in cards:
        assert card["situation"][slice(*card["quote"])] == KEYS[card["id"]].decides
    assert len({KEYS[card["id"]].kind for card in cards[:ROUND]}) >= 5


def test_only_the_schedule_is_kept(practice: PracticeDrill, tmp_path: Path) -> None:
    card = practice.reply({"type": "open"}, NOON)["deck"][0]
    wrong = "busy" if card["kind"] != "busy" else "no-show"
    practice.reply(
        {"type": "answered", "id": card["id"], "kind": wrong, "move": "advance", "sure": 80}, NOON
    )
    stored = ReviewStore(tmp_path).load().reviews
    assert stored == (Review(NOON, f"signals/{card['id']}", "missed"),)
    assert wrong not in (tmp_path / "practice-reviews.json").read_text("utf-8")
    assert card["id"] not in repr(practice.get_state())
    later = practice.reply({"type": "open"}, NOON + timedelta(minutes=11))["deck"]
    assert later[0]["id"] == card["id"], "what was missed comes back first when it is due"


def test_the_summary_counts_the_first_answer_of_the_sitting(practice: PracticeDrill) -> None:
    for kind in ("no-show", KEYS["s017"].kind):
        practice.reply(
            {"type": "answered", "id": "s017", "kind": kind, "move": "advance", "sure": 80}, NOON
        )
    told = practice.reply({"type": "summary"})
    assert told["agreement"].startswith("0 of 1 kinds right.")
    assert told["pairs"] == (("busy", "no-show"),)


@pytest.mark.parametrize(
    "message",
    [{}, {"type": "answered", "id": "s999"}, {"type": "answered", "id": "s017", "kind": "x"},
     {"type": "answered", "id": ["s017"], "kind": "busy", "move": "advance", "sure": "80"}],
)  # fmt: skip
def test_a_message_that_makes_no_sense_changes_nothing(
    practice: PracticeDrill, message: dict[str, Any], tmp_path: Path
) -> None:
    assert practice.reply(message, NOON) == {}
    assert not (tmp_path / "practice-reviews.json").exists()


def test_a_damaged_schedule_is_told_and_practice_goes_on(
    practice: PracticeDrill, tmp_path: Path
) -> None:
    (tmp_path / "practice-reviews.json").write_text("{broken")
    reply = practice.reply({"type": "open"}, NOON)
    assert "moved aside" in reply["warning"]
    assert reply["deck"]


def test_a_schedule_that_cannot_be_written_is_told_and_practice_goes_on(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    drill = PracticeDrill([CATALOG.signals["s017"]], KEYS, {}, ReviewStore(tmp_path / "taken"))
    reply = drill.reply({"type": "open"}, NOON)
    assert "Practice goes on without it" in reply["warning"]
    assert [card["id"] for card in reply["deck"]] == ["s017"]


def test_making_a_drill_touches_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    lesson.open("05-read-the-signals").drill()
    assert list(tmp_path.iterdir()) == []


def test_the_deck_holds_what_is_due_then_what_is_new_then_the_rest() -> None:
    signals = [CATALOG.signals[name] for name in ("s001", "s002", "s003", "s004", "s005")]
    memories = schedule(
        [Review(NOON, "signals/s004", "good"), Review(NOON, "signals/s002", "missed")]
    )
    order = [s.id for s in deck(signals, memories, NOON + timedelta(hours=1), seed=2)]
    assert order[0] == "s002"
    assert order[-1] == "s004"
    assert set(order[1:4]) == {"s001", "s003", "s005"}
    assert order == [s.id for s in deck(signals, memories, NOON + timedelta(hours=1), seed=2)]


# Pictures


def test_a_picture_needs_answers_and_says_so() -> None:
    coach = lesson.open("05-read-the-signals")
    for picture in (coach.confusion(), coach.certainty()):
        assert isinstance(picture, Told)
        assert "answer some situations" in repr(picture)


def test_pictures_are_drawn_with_their_twin() -> None:
    coach = lesson.open("05-read-the-signals")
    coach._sitting["s017"] = Choice("no-show", "advance", 80)
    for picture, told in (
        (coach.confusion(), "“Ordinary busyness” was taken for “Serial no-show” once."),
        (coach.certainty(), "When you said 80 %, you were right 0 times in 1."),
        (coach.certainty("mara", "Jonas"), "When Jonas said 80 %"),
        (coach.one_habit(), "Always “Wait”:"),
    ):
        assert isinstance(picture, Picture)
        assert told in picture.twin
        assert picture.png().startswith(b"\x89PNG")
    with pytest.raises(CoachError, match="Did you mean 'mara'"):
        coach.confusion("maria")


def test_the_lesson_may_say_that_both_colleagues_are_right_equally_often() -> None:
    coach = lesson.open("05-read-the-signals")
    mara, jonas = coach._series("mara"), coach._series("jonas")
    assert (mara.named, mara.right) == (jonas.named, jonas.right) == (44, 31)
    assert mara.brier.value is not None
    assert jonas.brier.value is not None
    assert jonas.brier.value < 0.25 < mara.brier.value
    busy = {named: n for key, named, n in mara.mixed_up if key == "busy"}
    assert sum(busy.values()) == max(
        sum(n for key, _, n in mara.mixed_up if key == kind) for kind in KINDS
    )


# Stall cases


def test_a_stall_shows_only_the_weeks_that_were_reached() -> None:
    widget = STALLS.answer("stall-6")
    assert isinstance(widget, StallDesk)
    weeks = CATALOG.stall_cases["stall-6"].weeks
    sent = json.dumps([widget.get_state(["item", "decisions"]), shown(widget, decided(1))])
    assert weeks[1].evidence in json.loads(sent)[1]["next"]["evidence"]
    assert all(json.dumps(week.evidence)[1:-1] not in sent for week in weeks[2:])
    assert weeks[2].evidence not in widget.fallback()


def test_a_later_week_decided_first_stays_unseen() -> None:
    view = shown(STALLS.answer("stall-6"), decided(4))
    assert view["next"]["week"] == 1
    assert view["past"] == []


def test_an_exercise_never_debriefs_and_a_lesson_does_at_the_end() -> None:
    weeks = [week.week for week in CATALOG.stall_cases["stall-6"].weeks]
    done = shown(STALLS.answer("stall-6"), decided(*weeks))
    assert done["next"] is None
    assert done["debrief"] is None
    assert stall_keys(CATALOG)["stall-6"].truth not in json.dumps(done)
    coach = lesson.open("06-stalls-and-patience")
    weeks = [week.week for week in CATALOG.stall_cases["stall-1"].weeks]
    assert shown(coach.answer("stall-1"), decided(*weeks[:-1]))["debrief"] is None
    end = shown(coach.answer("stall-1"), decided(*weeks))
    assert len(end["debrief"]) == len(weeks)
    assert end["points"] == "4.6 of 5 points"
    assert end["debrief"][0]["hidden"]


def test_a_lesson_shows_no_key_of_an_exercise() -> None:
    coach = lesson.open("06-stalls-and-patience")
    weeks = [week.week for week in CATALOG.stall_cases["stall-6"].weeks]
    assert shown(coach.answer("stall-6"), decided(*weeks))["debrief"] is None


def test_a_decision_is_written_with_its_reason() -> None:
    reply = STALLS.answer("stall-6").reply(
        {"type": "set", "body": "", "changes": [
            {"table": "week-1", "name": "decision", "value": "ask"},
            {"table": "week-1", "name": "reason", "value": 'She said "Friday", so.'}]}
    )  # fmt: skip
    assert reply["write"].startswith('[week-1]\ndecision = "ask"\nreason = ')
    assert reply["view"]["past"][0]["reason"] == 'She said "Friday", so.'
    assert reply["view"]["next"]["week"] == 2


def test_a_stall_that_cannot_be_read_is_told_with_its_line() -> None:
    assert shown(STALLS.answer("stall-6"), "[week-1]\ndecision = wait")["fault"].startswith(
        "Line 3"
    )
    view = shown(STALLS.answer("stall-6"), '[week-1]\ndecision = "await"\nreason = "Yes."')
    assert [slip[:22] for slip in view["slips"]] == [
        "In the cell, line 3: '",
        "In the cell, line 4: [",
    ]
