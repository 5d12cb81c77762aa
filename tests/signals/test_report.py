"""What a series of answers comes to, in figures and in words."""

from __future__ import annotations

import pytest

from salescoach.signals.items import SignalKey
from salescoach.signals.report import agreement_words, certainty_words, mixed_up_words, series
from salescoach.signals.scoring import Choice


def key(name: str, kind: str) -> SignalKey:
    return SignalKey(name, kind, "passive", "add-value", {"advance": 0.5}, "", "", 1, {})


KEYS = [key("s1", "busy"), key("s2", "busy"), key("s3", "no-show"), key("s4", "buying")]
ANSWERS = {
    "s1": Choice("passive-no", "add-value", 100),
    "s2": Choice("passive-no", "advance", 80),
    "s3": Choice("no-show", None, 80),
}


def test_the_figures_are_those_worked_by_hand() -> None:
    result = series(KEYS, ANSWERS)
    assert (result.asked, result.named, result.right) == (4, 3, 1)
    assert result.move_points == 1.5
    assert result.mixed_up == (("busy", "passive-no", 2),)
    # Certainties 1, .8, .8 and outcomes no, no, yes: (1 + .64 + .04) / 3.
    assert result.brier.value == pytest.approx(0.56)
    assert [(band.n, band.right) for band in result.bands] == [(2, 1), (1, 0)]
    assert result.kappa.value == pytest.approx(1 / 7 * 2, abs=0.2)


def test_the_words_say_it_plainly() -> None:
    result = series(KEYS, ANSWERS)
    assert agreement_words(result).startswith("1 of 3 kinds right.")
    assert mixed_up_words(result) == (
        "“Ordinary busyness” was taken for “Passive blow-off” twice.",
    )
    words = certainty_words(result)
    assert words[0] == "When you said 80 %, you were right 1 time in 2."
    assert words[-1].endswith("worse than saying 50 % every time (0.25).")
    assert (
        certainty_words(result, "Mara")[1] == "When Mara said 100 %, Mara was right 0 times in 1."
    )


def test_nothing_answered_is_said_and_never_zero() -> None:
    result = series(KEYS, {})
    assert agreement_words(result) == "No kind was named."
    assert certainty_words(result) == ("No certainty was stated.",)
    assert result.kappa.value is None
    assert result.brier.value is None
    assert mixed_up_words(result) == ()


def test_a_certainty_without_a_kind_is_not_counted() -> None:
    assert series(KEYS, {"s1": Choice(None, None, 90)}).brier.value is None


@pytest.mark.parametrize(("sure", "told"), [(100, "better"), (50, "what saying 50 %")])
def test_the_brier_score_is_held_against_saying_50_percent(sure: int, told: str) -> None:
    result = series(KEYS[:1], {"s1": Choice("busy", None, sure)})
    assert told in certainty_words(result)[-1]
