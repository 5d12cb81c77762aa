"""Spoken length, pace and pauses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescoach import speech


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Hello there.", 2),
        ("I'm on 0161 496 0188", 2 + 11),
        ("+44 7700 900123", 12),
        ("(410) 555-0142", 10),
        ("at 9:30 in 2024 for 1,500", 6),
        ("reach ana@example.example", 4),
        ("12345678", 8),
        ("15-100 words", 3),
    ],
)
def test_spoken_words_follow_the_counting_rule(text: str, words: int) -> None:
    assert speech.count_spoken_words(text) == words


def test_a_hundred_and_fifty_words_take_a_minute() -> None:
    assert speech.spoken_seconds(150) == 60.0
    assert speech.pace(150, 60.0) == 150.0


def test_a_recording_without_length_has_no_pace() -> None:
    assert speech.pace(10, 0.0) is None


def test_pauses_ignore_silence_around_the_speech_and_short_gaps() -> None:
    levels = [0.0] * 5 + [0.6] * 4 + [0.01] * 2 + [0.5] * 4 + [0.0] * 6 + [0.5] * 3 + [0.0] * 9
    found = speech.pauses(levels, 0.1)
    assert [(round(p.start, 2), round(p.seconds, 2)) for p in found] == [(1.5, 0.6)]


def test_silence_has_no_pauses() -> None:
    assert speech.pauses([], 0.02) == ()
    assert speech.pauses([0.0] * 100, 0.02) == ()


@given(st.text(max_size=300))
def test_spoken_words_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for word in speech.spoken(text):
        assert end <= word.start < word.end <= len(text)
        assert word.words >= 1
        end = word.end
