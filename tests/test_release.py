"""Released bundles: everybody's own items, sealed identity, and not a byte of a key."""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from salescoach.answers import Answer, format_cell, parse_cell, read_toml
from salescoach.catalog import open_catalog
from salescoach.errors import CoachError
from salescoach.grading.course import Course, CourseExercise, Policies, Pool, Trainee, Variant
from salescoach.grading.identity import Identity, Registry, identify
from salescoach.grading.release import START_PAGE, release
from salescoach.grading.sealing import ticket
from salescoach.grading.variants import draw, items_for, plan, spread
from salescoach.items import SHARED
from salescoach.keys import choice_keys, question_keys, signal_keys

CATALOG = open_catalog()
KEYS = signal_keys(CATALOG)
NAME = "exercise-03-voicemail"
ROSTER = tuple(Trainee(f"t{n:02}", f"Person {n:02}") for n in range(1, 31))
VARIANT = Variant(signals=12, pools=(Pool(1, ("voicemail-which", "voicemail-mend")),))


def course(folder: Path, variant: Variant = VARIANT) -> Course:
    exercise = CourseExercise(NAME, variant=variant)
    return Course(folder, "Spring", (exercise,), ROSTER, secret=bytes(range(32)))


def files_of(bundle: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(bundle) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def answers_of(content: bytes) -> dict[str, str]:
    cells = json.loads(content)["cells"]
    code = [parse_cell("".join(c["source"])) for c in cells if c["cell_type"] == "code"]
    return {answer.item: answer.body for answer in code if answer}


def test_one_bundle_for_all_holds_the_exercises_as_they_are(tmp_path: Path) -> None:
    made = release(course(tmp_path, Variant()), CATALOG, tmp_path / "out")
    (bundle,) = made.bundles
    files = files_of(bundle)
    assert set(files) == {START_PAGE, f"hand-in/{NAME}.ipynb"}
    assert not any(answers_of(files[f"hand-in/{NAME}.ipynb"]).values())
    assert made.spreads == ()


def test_each_trainee_gets_the_drawn_items_and_a_valid_ticket(tmp_path: Path) -> None:
    spring = course(tmp_path)
    made = release(spring, CATALOG, tmp_path / "out")
    assert len(made.bundles) == len(ROSTER)
    for trainee, bundle in zip(ROSTER, made.bundles, strict=True):
        answers = answers_of(files_of(bundle)[f"hand-in/{NAME}.ipynb"])
        drawn = draw(spring, trainee.id, spring.exercises[0], CATALOG, KEYS)
        graded = [i.id for i in items_for(drawn, spring.exercises[0], CATALOG)]
        assert [name for name in answers if name not in SHARED] == graded
        said = read_toml(answers["me"])
        assert (said["name"], said["id"]) == (trainee.name, trainee.id)
        assert said["items"].split() == list(drawn)
        identity = identify(Registry(spring), [Answer("me", answers["me"])], NAME)
        assert (identity.trainee, identity.status, identity.items) == (trainee, "", drawn)


def test_no_byte_of_a_bundle_tells_a_key_or_the_secret(tmp_path: Path) -> None:
    spring = course(tmp_path)
    made = release(spring, CATALOG, tmp_path / "out")
    told = {key.feedback for options in choice_keys(CATALOG).values() for key in options.values()}
    told |= {key.move_reason for key in KEYS.values()}
    told |= {said for key in KEYS.values() for said in key.feedback.values()}
    told |= {f"{move}={part:g}" for key in KEYS.values() for move, part in key.part_moves.items()}
    told |= {o.feedback for options in question_keys(KEYS).values() for o in options.values()}
    words = [text.encode() for text in told if text]
    words += [json.dumps(text)[1:-1].encode() for text in told if text]
    words += [b"credit", b"best_move", b"decides", b"difficulty", spring.secret,
              spring.secret.hex().encode()]  # fmt: skip
    for bundle in made.bundles:
        for content in [bundle.read_bytes(), *files_of(bundle).values()]:
            assert not [word for word in words if word in content]


def test_the_search_for_keys_can_find_one(tmp_path: Path) -> None:
    """The test above must be able to fail: the key that it looks for stands in this notebook."""
    key = choice_keys(CATALOG)["voicemail-mend"]["c"].feedback
    notebook = {"cells": [{"cell_type": "markdown", "source": [key]}]}
    assert json.dumps(key)[1:-1].encode() in json.dumps(notebook).encode()


def test_the_words_of_a_situation_are_no_key_but_all_of_it_is_shown(tmp_path: Path) -> None:
    spring = course(tmp_path)
    bundle = release(spring, CATALOG, tmp_path / "out").bundles[0]
    notebook = json.loads(files_of(bundle)[f"hand-in/{NAME}.ipynb"])
    prose = ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "markdown"]
    for name in draw(spring, "t01", spring.exercises[0], CATALOG, KEYS):
        if name in CATALOG.signals:
            assert any(CATALOG.signals[name].situation in text for text in prose)


def test_the_same_course_gives_the_same_bytes_and_another_secret_other_draws(
    tmp_path: Path,
) -> None:
    spring = course(tmp_path)
    one = release(spring, CATALOG, tmp_path / "one").bundles
    two = release(spring, CATALOG, tmp_path / "two").bundles
    assert [b.read_bytes() for b in one] == [b.read_bytes() for b in two]
    other = replace(spring, secret=b"x" * 32)
    exercise = spring.exercises[0]
    assert draw(spring, "t01", exercise, CATALOG, KEYS) != draw(
        other, "t01", exercise, CATALOG, KEYS
    )


def test_draws_are_balanced_by_kind_and_difficulty_and_differ(tmp_path: Path) -> None:
    spring = course(tmp_path)
    exercise = spring.exercises[0]
    draws = [draw(spring, t.id, exercise, CATALOG, KEYS) for t in ROSTER]
    for names in draws:
        kinds = Counter(KEYS[n].kind for n in names if n in KEYS)
        assert len(kinds) == 11
        assert max(kinds.values()) == 2
        assert len(set(names)) == len(names)
    measured = spread(exercise, draws, KEYS)
    assert measured is not None
    assert measured.low == measured.high, "all follow one plan"
    assert measured.shared is not None
    assert measured.shared < 0.35
    bank = sum(k.difficulty for k in KEYS.values()) / len(KEYS)
    assert measured.middle == pytest.approx(bank, abs=0.25)
    assert {n for names in draws for n in names} >= {"voicemail-which", "voicemail-mend"}
    assert all(len({"voicemail-which", "voicemail-mend"} & set(names)) == 1 for names in draws)


def test_a_bank_that_is_too_small_is_told() -> None:
    exercise = CourseExercise(NAME, variant=Variant(signals=5))
    with pytest.raises(CoachError, match="the bank has 3"):
        plan(b"k", exercise, {("busy", 1): ["s001", "s002"], ("buying", 2): ["s003"]})
    taken = plan(b"k", replace(exercise, variant=Variant(signals=3)),
                 {("busy", 1): ["s001", "s002"], ("buying", 2): ["s003"]})  # fmt: skip
    assert taken == {("busy", 1): 2, ("buying", 2): 1}


def test_one_bundle_for_all_is_refused_where_exercises_differ(tmp_path: Path) -> None:
    with pytest.raises(CoachError, match="one bundle for all"):
        release(course(tmp_path), CATALOG, tmp_path / "out", each=False)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")
    with pytest.raises(CoachError, match="cannot be written"):
        release(course(tmp_path, Variant()), CATALOG, tmp_path / "out")


def test_names_and_titles_stay_text(tmp_path: Path) -> None:
    evil = 'Ana "<script>\\\n'
    spring = replace(course(tmp_path), roster=(Trainee("con", evil),), title="<b>x</b>")
    (bundle,) = release(spring, CATALOG, tmp_path / "out").bundles
    files = files_of(bundle)
    assert b"<script>" not in files[START_PAGE]
    assert b"<b>x" not in files[START_PAGE]
    assert read_toml(answers_of(files[f"hand-in/{NAME}.ipynb"])["me"])["name"] == evil


# --- whose it is -----------------------------------------------------------------------------

SPRING = replace(
    course(Path(), Variant()),
    roster=(Trainee("t01", "Ana Lima"), Trainee("t02", "Ben Okoro"), Trainee("t03", "Zoë Ünal"),
            Trainee("t04", "Sam Lee"), Trainee("t05", "Sam Lee")),
)  # fmt: skip
ANA = ticket(SPRING.secret, "t01", NAME)


def told(*bodies: str, folder: str = "", unsigned: str = "accept") -> Identity:
    policies = Policies(unsigned=unsigned)  # type: ignore[arg-type]
    registry = Registry(replace(SPRING, policies=policies))
    return identify(registry, [Answer("me", body) for body in bodies], NAME, folder)


@pytest.mark.parametrize(
    ("body", "who", "status"),
    [
        (f'ticket = "{ANA}"', "t01", ""),
        (f'name = "Anna"\nticket = "{ANA.upper()}"', "t01", ""),
        (f'name = "Ben Okoro"\nticket = "{ANA}"', "", "review"),
        (f'id = "t02"\nticket = "{ANA}"', "", "review"),
        ('ticket = "abc"\nid = "t02"', "", "review"),
        ('id = "T02"', "t02", ""),
        ('name = "ben  okoro"', "t02", ""),
        ('name = "Zoe\u0308 U\u0308nal"', "t03", ""),
        ('name = "Ben Okoro"\nid = "77"', "t02", ""),
        ('name = "Ben Okoro"\nid = "t01"', "", "review"),
        ('name = "Sam Lee"', "", "review"),
        ('name = "Sam Lee"\nid = "t05"', "t05", ""),
        ('name = "Nobody Known"', "", "unknown-trainee"),
        ("", "", "unknown-trainee"),
        ("name = Ben", "", "unknown-trainee"),
    ],
)
def test_whose_a_hand_in_is(body: str, who: str, status: str) -> None:
    found = told(body)
    assert ((found.trainee.id if found.trainee else ""), found.status) == (who, status)
    assert bool(found.note) >= bool(status)


def test_a_ticket_of_another_course_or_exercise_is_for_review() -> None:
    foreign = ticket(b"x" * 32, "t01", NAME)
    assert told(f'id = "t01"\nticket = "{foreign}"').status == "review"
    other = ticket(SPRING.secret, "t01", "exercise-05")
    assert told(f'id = "t01"\nticket = "{other}"').status == "review"


def test_the_folder_decides_what_the_notebook_leaves_open() -> None:
    for body in ("", f'id = "t02"\nticket = "{ANA}"', 'name = "Sam Lee"'):
        found = told(body, folder="T05")
        assert (found.trainee and found.trainee.id, found.status) == ("t05", "")
        assert "folder" in found.note


def test_two_cells_about_different_people_are_for_review_and_the_same_twice_counts_once() -> None:
    assert told('id = "t01"', 'id = "t02"').status == "review"
    found = told('id = "t01"', 'name = "Ana Lima"', "")
    assert found.trainee
    assert found.trainee.id == "t01"


def test_a_course_may_look_at_everything_without_a_ticket() -> None:
    assert told('id = "t01"', unsigned="review").status == "review"
    assert told(f'ticket = "{ANA}"', unsigned="review").status == ""


def test_a_changed_list_of_items_is_noticed() -> None:
    sealed = ticket(SPRING.secret, "t01", NAME, "s001 s002")
    assert told(f'ticket = "{sealed}"\nitems = "s001 s002"').items == ("s001", "s002")
    changed = told(f'ticket = "{sealed}"\nitems = "s001 s003"')
    assert (changed.items, changed.trainee and changed.trainee.id) == ((), "t01")
    assert "changed" in changed.note


def test_the_cell_of_a_trainee_keeps_its_ticket_through_the_cell_format() -> None:
    body = f'name = "Ana"\nid = "t01"\nticket = "{ANA}"'
    assert parse_cell(format_cell("me", body)) == Answer("me", body)
