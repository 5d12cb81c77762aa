"""Widgets as plain values: what they show, what they write, what they never do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell

from salescoach import lesson
from salescoach.errors import CoachError
from salescoach.widgets import base, views
from salescoach.widgets.answer_widgets import ChoiceCard, IdentityForm, NotePad, ScriptStudio
from salescoach.widgets.base import AnswerWidget

EXERCISE = lesson.open("exercise-03-voicemail")
LESSON = lesson.open("03-a-voicemail-that-gets-heard")
GOOD = LESSON.catalog.example("prospect-centred").text
POOR = LESSON.catalog.example("self-centred").text


def shown(widget: AnswerWidget, body: str) -> dict[str, object]:
    view: dict[str, object] = widget.reply({"type": "body", "body": body, "number": 1})["view"]
    return view


@pytest.mark.parametrize(
    ("item", "kind"),
    [("me", IdentityForm), ("voicemail-cold", ScriptStudio), ("voicemail-which", ChoiceCard)],
)
def test_each_kind_of_item_has_its_widget(item: str, kind: type[AnswerWidget]) -> None:
    assert isinstance(EXERCISE.answer(item), kind)
    assert isinstance(LESSON.answer("explain-03"), NotePad)


def test_the_studio_tells_the_good_example_from_the_poor_one() -> None:
    good, poor = (shown(EXERCISE.answer("voicemail-cold"), text) for text in (GOOD, POOR))
    assert float(str(good["total"])) >= 8
    assert float(str(poor["total"])) <= 4
    assert good["works"]
    assert poor["change"]


def test_a_change_is_offered_exactly_when_something_is_open() -> None:
    view = shown(EXERCISE.answer("voicemail-cold"), POOR)
    criteria = view["criteria"]
    assert isinstance(criteria, list)
    assert view["change"] in [c["try"] for c in criteria if not c["met"]]
    assert [c["tag"] for c in criteria] == list(range(1, len(criteria) + 1))


def test_no_synchronised_state_holds_the_answer() -> None:
    widget = EXERCISE.answer("voicemail-cold", "zebracrossing")
    shown(widget, "zebracrossing again")
    assert "zebracrossing" not in repr(widget.get_state())


def test_a_malformed_body_is_told() -> None:
    view = shown(EXERCISE.answer("voicemail-which"), "choice = b")
    assert "Line 2, column 10" in str(view["fault"])


@pytest.mark.parametrize("body", ['choice = "z"', "choice = 3", 'chose = "a"', "choice = nan"])
def test_a_choice_that_is_none_is_told_with_what_is_allowed(body: str) -> None:
    view = shown(EXERCISE.answer("voicemail-which"), body)
    assert 'choice = "a"' in str(view["fault"])
    assert view["choice"] is None


def test_an_exercise_knows_no_key_and_a_lesson_comments() -> None:
    handed_in = shown(EXERCISE.answer("voicemail-which"), 'choice = "b"')
    assert handed_in["said"] == "It is in the cell."
    practice = LESSON.answer("check-03-1")
    assert shown(practice, 'choice = "b"')["mood"] == "right"
    assert shown(practice, 'choice = "a"')["mood"] == "wrong"


def test_where_every_option_is_fine_nothing_is_called_right() -> None:
    start = lesson.open("00-start-here")
    view = shown(start.answer("first-choice"), 'choice = "c"')
    assert (view["mood"], view["heading"]) == ("noted", "Your choice: c.")


def test_the_body_of_the_run_is_used_where_the_front_end_reads_no_cell() -> None:
    widget = EXERCISE.answer("voicemail-cold", GOOD)
    reply = widget.reply({"type": "body", "body": None, "number": 4})
    assert reply["body"] == GOOD
    assert reply["number"] == 4
    assert "total" in reply["view"]


def test_a_front_end_without_widgets_gets_the_feedback_in_words() -> None:
    for widget, told in (
        (EXERCISE.answer("voicemail-cold", POOR), "The change that helps most: "),
        (EXERCISE.answer("voicemail-which", 'choice = "a"'), "Your choice: a."),
        (EXERCISE.answer("voicemail-which", "choice = a"), "Line 2, column 10"),
        (EXERCISE.answer("me", 'name = "Ana"'), "Handing in as Ana."),
        (LESSON.compare("self-centred", "prospect-centred"), "Priya Raman"),
        (EXERCISE.hand_in(), "A first voicemail to Tomasz Field"),
    ):
        bundle = widget._repr_mimebundle_()
        assert bundle is not None
        assert told in bundle[0]["text/plain"]


def test_a_repr_is_the_same_in_every_run() -> None:
    for coach in (EXERCISE, LESSON):
        assert "0x" not in repr(coach)
        assert "0x" not in repr(coach.answer(coach.catalog.items_of(coach.notebook.id)[0].id))


def test_taking_a_sentence_away_changes_the_verdict_and_says_what_is_lost() -> None:
    both = LESSON.without("prospect-centred", "tips and rotas").examples
    assert float(both[0]["view"]["total"]) > float(both[1]["view"]["total"])
    assert both[1]["note"].startswith("Lost with that sentence: ")
    with pytest.raises(CoachError, match="No sentence"):
        LESSON.without("prospect-centred", "elephants")


def test_an_unknown_lesson_is_told_with_the_known_ones() -> None:
    with pytest.raises(CoachError, match="03-a-voicemail-that-gets-heard"):
        lesson.open("03-voicemail")


def test_the_front_end_never_builds_markup_from_text() -> None:
    for path in (Path(base.__file__).parent / "static").glob("*.js"):
        assert not re.search(r"innerHTML|insertAdjacentHTML|outerHTML|document\.write|\beval\b",
                             path.read_text("utf-8")), path.name  # fmt: skip


def test_an_empty_script_asks_for_one() -> None:
    assert "note" in views.script_view("voicemail", " \n", LESSON._judge)


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[InteractiveShell]:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    running = InteractiveShell.instance()
    running.run_cell('from salescoach import lesson\ncoach = lesson.open("exercise-03-voicemail")')
    yield running
    InteractiveShell.clear_instance()


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("%%answer voicemail-cold\nHi Tomasz", "<ScriptStudio voicemail-cold>"),
        ("%%answer voicemail-cold\n", "<ScriptStudio voicemail-cold>"),
        ("%%answer voicemail-cold", "<ScriptStudio voicemail-cold>"),
        ("%Answer Voicemail-Cold\nHi", "<ScriptStudio voicemail-cold>"),
        ("%%answer voicemail-clod\nHi", "Did you mean 'voicemail-cold'?"),
        ("coach.example('self-centered')", "Did you mean 'self-centred'?"),
    ],
)
def test_running_an_answer_cell(
    shell: InteractiveShell, capsys: pytest.CaptureFixture[str], cell: str, told: str
) -> None:
    shell.run_cell(cell)
    output = capsys.readouterr()
    assert told in output.out
    assert "Traceback" not in output.out + output.err
    assert "UsageError" not in output.out + output.err


@pytest.mark.parametrize(
    ("notebook", "line"),
    [
        ("exercise-03-voicemail", "voicemail-cold.hook"),
        ("exercise-08-push-and-walk-away", "break-up-08.no_answer"),
    ],
)
def test_the_pattern_of_an_objection_names_a_script_of_the_notebook(
    notebook: str, line: str
) -> None:
    assert f"write a line like {line} =" in lesson.open(notebook).answer("objections").fallback()
