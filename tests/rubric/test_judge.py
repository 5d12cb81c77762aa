"""Whole verdicts: shape, totals, odd texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salescoach import rubric
from salescoach.errors import CoachError

GOOD = (
    "Hi Martha, this is Ines Calder from Tidewell. Sam Oduro in your packing hall suggested I call:"
    " he said the label printer stops twice a shift. A dairy in Perth cut that to once a month with"
    " our cleaning plan. Would ten minutes this week be useful? My number is 0113 496 0142. If it's"
    " not for you, that's fine, just say so. Otherwise I'll try you again on Thursday morning."
)


def met(kind: str, text: str) -> dict[str, bool]:
    return {v.name: v.met for v in rubric.judge(kind, text).criteria}


@pytest.mark.parametrize("kind", rubric.KINDS)
def test_weights_add_up_to_ten(kind: str) -> None:
    assert sum(c.weight for c in rubric.criteria(kind)) == pytest.approx(10.0)


def test_verdicts_come_in_the_order_of_the_rubric() -> None:
    verdict = rubric.judge("voicemail", GOOD)
    assert [v.name for v in verdict.criteria] == [c.name for c in rubric.criteria("voicemail")]


def test_a_good_voicemail_earns_a_good_total(model: rubric.ClauseModel) -> None:
    assert rubric.judge("voicemail", GOOD, model).total >= 9


def test_a_good_voicemail_meets_the_closed_criteria() -> None:
    found = met("voicemail", GOOD)
    names = ("identity", "hook", "context", "cta", "retry", "optout", "callback", "courteous")
    assert [n for n in names if not found[n]] == []


def test_every_verdict_is_explained_and_every_miss_has_a_suggestion() -> None:
    for kind in rubric.KINDS:
        for text in (GOOD, "Call me.", "You must call me today!", "Dear [name], we are the best."):
            for v in rubric.judge(kind, text).criteria:
                assert v.why
                assert bool(v.suggestion) != v.met


def test_an_unknown_kind_names_the_known_ones() -> None:
    with pytest.raises(CoachError, match="voicemail, breakup, agreement"):
        rubric.judge("poem", "Roses are red.")


@pytest.mark.parametrize("text", ["", "   \n\t", "\U0001f600\U0001f600", "...", "\x00\x01\x02"])
@pytest.mark.parametrize("kind", rubric.KINDS)
def test_a_text_without_words_earns_nothing_and_says_so(kind: str, text: str) -> None:
    verdict = rubric.judge(kind, text)
    assert verdict.total == 0.0
    assert verdict.notes


def test_another_language_is_named_and_never_sure() -> None:
    text = (
        "Guten Tag Herr Vogel, hier spricht Dirk Brandes von der Firma Kessel. Viele Betriebe"
        " zahlen zu viel für Druckluft, und wir haben einem Nachbarn geholfen. Rufen Sie mich an."
    )
    verdict = rubric.judge("voicemail", text)
    assert any("English" in note for note in verdict.notes)
    assert all(v.sure <= 0.5 for v in verdict.criteria if v.name != "concise")


def test_a_huge_text_is_answered_with_a_note() -> None:
    verdict = rubric.judge("voicemail", "I will call you on Tuesday about your yard. " * 22_000)
    assert verdict.words > 150_000
    assert any("10000 characters" in note for note in verdict.notes)


def test_a_subject_line_is_not_part_of_a_break_up_email() -> None:
    body = "Dear Ana, " + "we spoke of many things. " * 4
    with_subject = "Subject: our proposal for the north yard\n" + body
    assert rubric.judge("breakup", with_subject).words == rubric.judge("breakup", body).words


def test_the_json_form_has_the_promised_fields() -> None:
    data = rubric.judge("breakup", "Who did you choose?").to_dict()
    assert set(data["criteria"]["asks_who"]) >= {"met", "sure", "evidence", "why", "try"}  # type: ignore[index]
    assert isinstance(data["total"], float)


ALPHABET = st.one_of(
    st.text(max_size=400),
    st.lists(
        st.sampled_from(
            [
                "i",
                "we",
                "you",
                "your",
                "call",
                "not",
                "will",
                "if",
                "tuesday",
                "best",
                "[name]",
                "555-0142",
                "from",
                "acme",
                "Acme",
                "Sam",
                "who",
                "why",
                "proposal",
                "answer",
                "competitor",
                ".",
                ",",
                "!",
                "?",
                "'",
                '"',
                "\n",
                "-",
                "the",
                "and",
                "when",
                "is",
                "fine",
                "no",
            ]
        ),
        max_size=60,
    ).map(" ".join),
)


@settings(max_examples=150, deadline=None)
@given(kind=st.sampled_from(rubric.KINDS), text=ALPHABET)
def test_any_text_is_judged_within_bounds_and_the_same_each_time(kind: str, text: str) -> None:
    verdict = rubric.judge(kind, text)
    assert 0.0 <= verdict.total <= 10.0
    for v in verdict.criteria:
        assert 0.0 <= v.sure <= 1.0
        for start, end in v.evidence:
            assert 0 <= start < end <= len(text)
    assert rubric.judge(kind, text) == verdict


def test_a_quoted_sentence_does_not_end_twice(model: rubric.ClauseModel) -> None:
    verdict = rubric.judge("voicemail", "Hi Sam, it's Jo from Brightmeter. Ring me.", model)
    why = {v.name: v.why for v in verdict.criteria}["identity"]
    assert why.endswith("it's Jo from Brightmeter”.")
