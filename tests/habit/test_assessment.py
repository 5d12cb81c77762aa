"""The assessment: a bank without giveaways, two balanced forms, intervals that are right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from salescoach.assessment import (
    Asked,
    Question,
    TopicScore,
    draw_forms,
    gain,
    path,
    profile,
    questions_from,
    read_choices,
)
from salescoach.catalog import Catalog, open_catalog, workbook
from salescoach.errors import CoachError
from salescoach.items import Option
from salescoach.keys import assessment_keys
from salescoach.validation import check_pack

CATALOG = open_catalog()
BANK = questions_from(CATALOG.rows("assessment"))
KEYS = assessment_keys(CATALOG)
FORMS = CATALOG.assessment


def texts(question: Question) -> dict[str, str]:
    return {option.id: option.text for option in question.options}


def test_the_bank_has_eight_questions_or_more_for_each_topic_and_three_difficulties() -> None:
    assert len(BANK) >= 80
    count = Counter(q.topic for q in BANK)
    assert set(count) == set(CATALOG.topics)
    assert min(count.values()) >= 8
    for topic in count:
        assert {q.difficulty for q in BANK if q.topic == topic} == {1, 2, 3}


def test_every_question_has_a_key_with_a_reason_and_a_place_in_its_own_lesson() -> None:
    assert set(KEYS) == {q.id for q in BANK}
    for question in BANK:
        key = KEYS[question.id]
        assert key.key in texts(question)
        assert key.see.startswith(f"Lesson {question.topic}, ")
        assert len(key.reason.split()) >= 8


def test_the_options_of_a_question_differ_and_no_two_questions_are_alike() -> None:
    for question in BANK:
        assert len({text.lower() for text in texts(question).values()}) == 4
    for n, first in enumerate(BANK):
        for second in BANK[n + 1 :]:
            assert fuzz.token_set_ratio(first.stem, second.stem) < 85, (first.id, second.id)


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", text.lower()))


def _overlap(question: Question) -> dict[str, float]:
    return {o: len(words(t) & words(question.stem)) for o, t in texts(question).items()}


def _central(question: Question) -> dict[str, float]:
    return {
        o: sum(len(words(t) & words(u)) for p, u in texts(question).items() if p != o)
        for o, t in texts(question).items()
    }


HABITS: dict[str, Callable[[Question], dict[str, float]]] = {
    "the longest": lambda q: {o: len(t) for o, t in texts(q).items()},
    "the shortest": lambda q: {o: -len(t) for o, t in texts(q).items()},
    "most words of the stem": _overlap,
    "most words of the others": _central,
    "least like the others": lambda q: {o: -v for o, v in _central(q).items()},
    "most commas": lambda q: {o: t.count(",") for o, t in texts(q).items()},
    **{f"always {n}": (lambda q, n=n: {o: float(o == n) for o in texts(q)}) for n in "abcd"},
}


@pytest.mark.parametrize("habit", list(HABITS))
def test_no_habit_of_test_takers_earns_much_more_than_guessing(habit: str) -> None:
    earned = 0.0
    for question in BANK:
        liking = HABITS[habit](question)
        best = [o for o, value in liking.items() if value == max(liking.values())]
        earned += (KEYS[question.id].key in best) / len(best)
    assert earned / len(BANK) < 0.40  # guessing earns 0.25; its 95 % band with 80 ends at 0.34


def test_no_option_sticks_out_by_its_length() -> None:
    for question in BANK:
        sizes = [len(text) for text in texts(question).values()]
        if min(sizes) > 30:
            assert max(sizes) / min(sizes) < 1.4, question.id


def test_the_two_forms_are_twins() -> None:
    a, b = FORMS["a"], FORMS["b"]
    assert [asked.name for asked in a] == [f"q{n:02}" for n in range(1, 21)]
    assert [(x.question.topic, x.question.difficulty) for x in a] == [
        (x.question.topic, x.question.difficulty) for x in b
    ]
    assert set(Counter(x.question.topic for x in a).values()) == {2}
    assert not {x.question.id for x in a} & {x.question.id for x in b}
    for form in (a, b):
        letters = Counter(KEYS[x.question.id].key for x in form)
        assert max(letters.values()) <= 8


def test_the_forms_hang_on_names_alone_and_stay_as_they_are() -> None:
    """Answers that were handed in name places in a form: a form must never change by accident."""
    assert draw_forms(reversed(BANK)) == FORMS
    assert [x.question.id for x in FORMS["a"]][:5] == ["a04-3", "a05-8", "a02-7", "a08-5", "a08-7"]
    assert [x.question.id for x in FORMS["b"]][:5] == ["a04-5", "a05-7", "a02-8", "a08-6", "a08-8"]


def bank(difficulties: dict[str, list[int]]) -> list[Question]:
    options = tuple(Option(letter, letter) for letter in "abcd")
    return [
        Question(f"{topic}-{n}", topic, difficulty, "?", options)
        for topic, found in difficulties.items()
        for n, difficulty in enumerate(found)
    ]


@given(
    st.dictionaries(
        st.sampled_from(["01", "02", "03", "04"]),
        st.lists(st.integers(1, 3), min_size=4, max_size=9),
        min_size=1,
    )
)
def test_any_bank_with_four_of_a_topic_gives_two_forms(difficulties: dict[str, list[int]]) -> None:
    forms = draw_forms(bank(difficulties))
    ids = [x.question.id for form in forms.values() for x in form]
    assert len(ids) == len(set(ids)) == 4 * len(difficulties)
    for x, y in zip(forms["a"], forms["b"], strict=True):
        assert x.question.topic == y.question.topic


def test_a_topic_with_three_questions_is_told() -> None:
    with pytest.raises(CoachError, match="has 3 questions for topic '01'"):
        draw_forms(bank({"01": [1, 1, 2]}))


def right(form: tuple[Asked, ...]) -> str:
    return "\n".join(f'{asked.name} = "{KEYS[asked.question.id].key}"' for asked in form)


def test_choices_are_read_with_goodwill_and_faults_are_told() -> None:
    form = FORMS["a"]
    assert read_choices(form, 'q02 = " C "\nq01 = "a"\nq03 = ""') == {"q01": "a", "q02": "c"}
    assert list(read_choices(form, 'q02 = "c"\nq01 = "a"')) == ["q01", "q02"]
    for body, told in [
        ('q21 = "a"', "no question 'q21'"), ('q01 = "e"', "no option 'e'"), ("q01 = 3", "option 3"),
        ("q01 = a", "Line 2, column 7"), ("q01 = [1]", "no option"), ("[q01]", "no option"),
    ]:  # fmt: skip
        with pytest.raises(CoachError, match=re.escape(told)):
            read_choices(form, body)


def test_the_profile_counts_by_topic_and_says_what_was_missed() -> None:
    form = FORMS["a"]
    choices = read_choices(form, right(form))
    assert profile(form, KEYS, choices).total == TopicScore("all", 20, 20)
    first = form[0]
    wrong = next(o for o in "abcd" if o != KEYS[first.question.id].key)
    found = profile(form, KEYS, choices | {"q01": wrong})
    assert found.total.right == 19
    assert [(m.asked, m.chosen) for m in found.missed] == [(first, wrong)]
    assert path(found)[0] == TopicScore(first.question.topic, 1, 2)
    assert [t.topic for t in path(found)[1:]] == [
        t for t in sorted(CATALOG.topics) if t != first.question.topic
    ]
    assert len(profile(form, KEYS, {}).missed) == 20


def test_the_interval_of_the_gain_is_newcombes() -> None:
    """His own example (1998, table II, method 10): 56 of 70 against 48 of 80."""
    found = gain(TopicScore("all", 48, 80), TopicScore("all", 56, 70)).difference
    assert found.value == pytest.approx(0.2)
    assert found.low == pytest.approx(0.0524, abs=5e-5)
    assert found.high == pytest.approx(0.3339, abs=5e-5)


@given(st.integers(0, 20), st.integers(0, 20))
def test_a_gain_is_sure_exactly_from_what_is_needed_on(before: int, after: int) -> None:
    found = gain(TopicScore("all", before, 20), TopicScore("all", after, 20))
    low, high, value = found.difference.low, found.difference.high, found.difference.value
    assert low is not None
    assert high is not None
    assert value is not None
    assert -1 - 1e-9 <= low <= value <= high <= 1 + 1e-9
    sure = found.needed is not None and after - before >= found.needed
    assert sure == (low > 0)


def test_an_own_bank_without_a_key_or_with_too_few_questions_is_told(tmp_path: Path) -> None:
    data = workbook() / "data"
    (tmp_path / "keys").mkdir()
    keys = (data / "keys" / "assessment.csv").read_text("utf-8").splitlines(keepends=True)
    rows = (data / "assessment.csv").read_text("utf-8").splitlines(keepends=True)
    few = [row for row in rows if not re.match(r"a05-[4-8],", row)]
    (tmp_path / "assessment.csv").write_text("".join(few), "utf-8")
    kept = [key for key in keys if not re.match(r"a05-[4-8],|a01-2,", key)]
    (tmp_path / "keys" / "assessment.csv").write_text("".join(kept), "utf-8")
    faults = [str(f) for f in check_pack(Catalog(tmp_path, fallback=data)).faults]
    assert faults == [
        "assessment.csv, row 3, column 'id': This question has no key. (found 'a01-2') "
        "Allowed: one row in keys/assessment.csv for each question.",
        "assessment.csv, row 34, column 'topic': This topic has too few questions for two forms. "
        "(found '05') Allowed: 4 or more for each topic.",
    ]
