"""The class beside the learner: figures of a group only, and nothing where there are too few."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_habit_lessons import FIRST, LAST, form, put

from salescoach import lesson
from salescoach.assessment import (
    CLASS_FILE,
    LEAST,
    ClassForm,
    ClassProfile,
    Profile,
    TopicScore,
    as_text,
    class_form,
    edition_of,
    read_text,
)
from salescoach.assessment.class_profile import FEW, STEP
from salescoach.catalog import open_catalog
from salescoach.errors import CoachError

CATALOG = open_catalog()
TOPICS = list(CATALOG.topics)
FORM = CATALOG.assessment["a"]

people = st.lists(
    st.lists(st.integers(0, 2), min_size=len(TOPICS), max_size=len(TOPICS)), max_size=40
)


def person(rights: Sequence[int]) -> Profile:
    return Profile(tuple(TopicScore(t, n, 2) for t, n in zip(TOPICS, rights, strict=True)), ())


def a_class(n: int = 12, form_name: str = "a") -> ClassForm:
    luck = random.Random(n)
    profiles = [person([luck.choice((0, 1, 1, 2)) for _ in TOPICS]) for _ in range(n)]
    found = class_form(CATALOG.assessment[form_name], profiles)
    assert found is not None
    return found


@given(people)
def test_too_few_give_nothing_and_enough_give_figures(rights: list[list[int]]) -> None:
    found = class_form(FORM, [person(r) for r in rights])
    assert (found is None) == (len(rights) < LEAST)


@given(people, st.randoms(use_true_random=False))
def test_the_order_of_people_does_not_matter(rights: list[list[int]], luck: random.Random) -> None:
    shuffled = luck.sample(rights, len(rights))
    assert class_form(FORM, [person(r) for r in rights]) == class_form(
        FORM, [person(r) for r in shuffled]
    )


@given(people)
def test_no_figure_gives_a_person_away(rights: list[list[int]]) -> None:
    found = class_form(FORM, [person(r) for r in rights])
    if found is None:
        return
    totals = sorted(map(sum, rights))
    if found.middle_half is None:
        assert len(totals) - max(map(totals.count, totals)) < FEW
    else:
        low, high = found.middle_half
        # At least two people lie at or beyond either end: it is no single person's record.
        assert sum(t <= low for t in totals) > LEAST // 4
        assert sum(t >= high for t in totals) > LEAST // 4
        assert found.median == median(totals)
        assert low <= (found.median or 0) <= high
    for place, topic in enumerate(TOPICS):
        mine = [r[place] for r in rights]
        alike = min(sum(n < 2 for n in mine), sum(n > 0 for n in mine)) < FEW
        shown = found.topics[topic]
        assert (shown is None) == alike
        if shown is not None:
            assert shown.low <= shown.right <= shown.high
            assert {shown.low % STEP, shown.right % STEP, shown.high % STEP} == {0}
            assert abs(shown.right - 50 * sum(mine) / len(mine)) <= STEP / 2 + 1e-9


@given(people, st.text())
def test_the_file_gives_back_what_was_written(rights: list[list[int]], title: str) -> None:
    found = class_form(FORM, [person(r) for r in rights])
    if found is not None:
        profile = ClassProfile(title, {"a": found})
        again = read_text(as_text(profile).encode())
        assert again.forms == profile.forms
        assert as_text(again) == as_text(replace(profile, course=again.course))


def test_the_file_says_its_rule_and_holds_no_key() -> None:
    from salescoach.keys import assessment_keys

    text = as_text(ClassProfile("Spring", {"a": a_class()}))
    said = " ".join(line.removeprefix("# ") for line in text.splitlines())
    assert f"Nothing is said of fewer than {LEAST} people." in said
    assert "never the lowest or the highest" in said
    for key in assessment_keys(CATALOG).values():
        assert key.reason not in text
        assert key.id not in text


def test_the_edition_changes_with_the_questions_and_their_order() -> None:
    assert edition_of(FORM) == edition_of(tuple(FORM))
    assert edition_of(FORM) != edition_of(CATALOG.assessment["b"])
    swapped = [
        replace(FORM[0], question=FORM[1].question),
        replace(FORM[1], question=FORM[0].question),
        *FORM[2:],
    ]
    assert edition_of(swapped) != edition_of(FORM)


def save(folder: Path, content: str | bytes) -> None:
    data = content if isinstance(content, bytes) else content.encode()
    (folder / CLASS_FILE).write_bytes(data)


WHOLE = as_text(ClassProfile("Spring", {"a": a_class(12), "b": a_class(9, "b")}))


@pytest.mark.parametrize("place", [".", "../hand-in", "../notebooks"])
def test_the_class_stands_beside_the_learner(lessons: Path, place: str) -> None:
    coach = lesson.open(FIRST)
    coach.answer("assessment-a", form("a", 15))
    alone = coach.profile()
    assert "class" not in repr(alone)
    (lessons / place).mkdir(exist_ok=True)
    save(lessons / place, WHOLE)
    beside = coach.profile()
    assert repr(beside).startswith(repr(alone)), "what the learner had is there as before"
    assert "your own class: 12 people" in repr(beside)
    assert "the middle half of the class had" in repr(beside)
    assert "no norm" in repr(beside)
    assert "12 people" in beside.figure.axes[0].get_xlabel()


def test_without_the_twenty_answers_no_class_is_shown(lessons: Path) -> None:
    save(lessons, WHOLE)
    coach = lesson.open(FIRST)
    coach.answer("assessment-a", "\n".join(form("a").splitlines()[:19]))
    assert repr(coach.profile()).startswith("Your profile appears here")


@pytest.mark.parametrize(
    ("right", "told"),
    [(20, "You are above the middle"), (0, "You are below the middle"), (10, "cannot tell you")],
)
def test_the_distance_is_told_by_the_interval(lessons: Path, right: int, told: str) -> None:
    save(lessons, WHOLE)
    coach = lesson.open(FIRST)
    coach.answer("assessment-a", form("a", right))
    assert told in repr(coach.profile())


def changed(old: str, new: str) -> Callable[[], str]:
    def change() -> str:
        assert old in WHOLE
        return WHOLE.replace(old, new, 1)

    return change


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (lambda: b"\xff\xfe\x00", "cut off or damaged"),
        (lambda: WHOLE[:-40], "cut off or damaged"),
        (lambda: "x = 1\n" * 60_000, "cut off or damaged"),
        (lambda: "", "no profile of a class"),
        (lambda: 'title = "Spring"', "no profile of a class"),
        (changed("version = 1", "version = 2"), "version '2'"),
        (lambda: WHOLE[: WHOLE.index("[form.a]")], "no form a or b"),
        (changed("people = 12", "people = 7"), "fewer than 8 people"),
        (changed("people = 12", "people = true"), "no whole number"),
        (changed("people = 12", 'people = "12"'), "no whole number"),
        (changed("middle_half = [", "middle_half = [19, "), "the middle of form a"),
        (changed("median = ", "median = 3"), "the middle of form a"),
        (changed("right = ", "right = 9"), "topic 01 of form a"),
        (changed('"01" = {', '"01" = { extra = nan, x = {'), "cut off or damaged"),
        (changed('edition = "', 'edition = "f'), "answered other questions"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_the_profile_still_shows(
    lessons: Path, content: Callable[[], str | bytes], told: str
) -> None:
    coach = lesson.open(FIRST)
    coach.answer("assessment-a", form("a", 15))
    alone = repr(coach.profile())
    save(lessons, content())
    shown = repr(coach.profile())
    assert shown.startswith(alone)
    assert told in shown
    assert "people who filled in the same form" not in shown


@given(st.binary(max_size=400))
def test_no_content_of_the_file_is_more_than_a_fault(content: bytes) -> None:
    with pytest.raises(CoachError, match=CLASS_FILE):
        read_text(content)


@given(st.data())
def test_no_damage_to_a_true_file_is_more_than_a_fault(data: st.DataObject) -> None:
    content = bytearray(WHOLE.encode())
    start = WHOLE.index("salescoach =")
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(start, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 6))] = data.draw(st.binary(max_size=6))
    try:
        found = read_text(bytes(content))
    except CoachError:
        return
    assert all(f.people >= LEAST for f in found.forms.values())


def test_the_gain_shows_the_class_in_each_form_and_calls_it_no_gain(lessons: Path) -> None:
    put(lessons, FIRST, {"assessment-a": form("a", 11)})
    coach = lesson.open(LAST)
    coach.answer("assessment-b", form("b", 14))
    alone = repr(coach.gain())
    save(lessons, WHOLE)
    told = repr(coach.gain())
    assert told.startswith(alone)
    assert "Your class in form A, 12 people" in told
    assert "Your class in form B, 9 people" in told
    assert "no gain of the class" in told
    save(lessons, as_text(ClassProfile("Spring", {"a": a_class()})))
    assert "no gain of the class" not in repr(coach.gain())
    save(lessons, WHOLE[:-40])
    assert "cut off or damaged" in repr(coach.gain())
