"""Scenes: every branch ends, time is kept, and a bad scene is refused with the reason."""

from __future__ import annotations

import copy
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach.cases import dialogue_keys, scene_of
from salescoach.catalog import open_catalog, workbook
from salescoach.dialogue import Scene, credit, every_play, read_path, scene_from, walk
from salescoach.errors import CoachError

CATALOG = open_catalog()
NAMES = sorted(p.stem for p in (workbook() / "data" / "dialogues").glob("*.toml"))
SCENES = {name: scene_of(CATALOG, name) for name in NAMES}
MEETING = SCENES["meeting-04"]


def table() -> dict[str, Any]:
    path = workbook() / "data" / "dialogues" / "meeting-04.toml"
    return copy.deepcopy(tomllib.loads(path.read_text("utf-8")))


@pytest.mark.parametrize("scene", SCENES.values(), ids=NAMES)
def test_every_way_ends_within_the_time_and_every_ending_is_reached(scene: Scene) -> None:
    plays = list(every_play(scene))
    assert all(play.ending is not None and play.minutes <= scene.minutes for play in plays)
    assert {play.ending.id for play in plays if play.ending} == set(scene.endings)


@pytest.mark.parametrize("scene", SCENES.values(), ids=NAMES)
def test_a_scene_can_be_played_to_full_marks_and_to_hardly_any(scene: Scene) -> None:
    keys = dialogue_keys(CATALOG, scene.id)
    credits = [
        credit(scene, play, keys[play.ending.id].credit)
        for play in every_play(scene)
        if play.ending
    ]
    assert max(credits) == 1
    assert min(credits) <= 0.1


@pytest.mark.parametrize("scene", SCENES.values(), ids=NAMES)
def test_every_remark_belongs_to_a_step_of_the_scene(scene: Scene) -> None:
    steps = {r.id for node in scene.nodes.values() for r in node.replies} | set(scene.endings)
    assert set(dialogue_keys(CATALOG, scene.id)) <= steps


@given(st.data())
def test_any_walk_can_be_cut_short_anywhere(data: st.DataObject) -> None:
    play = data.draw(st.sampled_from(list(every_play(MEETING))))
    path = tuple(turn.reply.id for turn in play.turns)
    cut = data.draw(st.integers(0, len(path) - 1))
    shorter = walk(MEETING, path[:cut])
    assert shorter.ending is None
    assert shorter.node is not None
    assert path[cut] in {reply.id for reply in shorter.node.replies}
    assert set(shorter.covered) <= set(play.covered)


def test_when_the_time_is_up_the_last_question_settles_nothing() -> None:
    slides = walk(MEETING, MEETING.examples["slides-first"].path)
    assert slides.ending is not None
    assert (slides.ending.id, slides.minutes) == ("time-up", 30)
    assert "next" not in slides.covered


def test_a_way_that_does_not_exist_is_told_with_those_that_do() -> None:
    with pytest.raises(CoachError, match="agenda, slides, small-talk"):
        walk(MEETING, ("timeline",))
    done = ("slides", "brochure")
    with pytest.raises(CoachError, match="after the end"):
        walk(MEETING, (*done, "agenda"))


def test_a_path_is_read_from_text() -> None:
    assert read_path("") == ()
    assert read_path('path = "  agenda ,, why-now,"') == ("agenda", "why-now")
    with pytest.raises(CoachError, match="not a text"):
        read_path("path = 3")


def fault_of(change: Any) -> str:
    broken = table()
    change(broken)
    with pytest.raises(CoachError) as told:
        scene_from(broken)
    return str(told.value)


def test_a_scene_that_does_not_hold_together_is_refused() -> None:
    def reply(scene: dict[str, Any], **values: Any) -> None:
        scene["node"][1]["reply"][0].update(values)

    assert "circle" in fault_of(lambda s: reply(s, to="hello"))
    assert "leads nowhere: 'mars'" in fault_of(lambda s: reply(s, to="mars"))
    assert "stands twice" in fault_of(lambda s: reply(s, id="agenda"))
    assert "unknown point" in fault_of(lambda s: reply(s, covers=["weather"]))
    assert "takes no time" in fault_of(lambda s: reply(s, minutes=0))
    assert "fewer than two replies" in fault_of(lambda s: s["node"][2]["reply"].clear())
    assert "lacks 'overrun'" in fault_of(lambda s: s.pop("overrun"))
    assert "for its start" in fault_of(lambda s: s.update(start="nowhere"))
    lone = {"id": "lone", "title": "Lone", "says": "Nobody comes here."}
    assert "Nothing leads to 'lone'" in fault_of(lambda s: s["ending"].append(lone))


def test_points_count_half_and_the_ending_half() -> None:
    play = walk(MEETING, ("agenda", "why-now"))
    assert credit(MEETING, play, 1.0) == pytest.approx(0.125)
