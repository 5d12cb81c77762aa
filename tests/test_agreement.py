"""Our statistics against scikit-learn, hand-worked values and an independent derivation."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn import metrics
from sklearn.calibration import calibration_curve

from salescoach.agreement import (
    Statistic,
    bootstrap,
    brier,
    cohen_kappa,
    confusion,
    label_scores,
    reliability,
    wilson,
)
from salescoach.errors import CoachError

PAIRS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=60)


def spread(table: list[list[int]]) -> tuple[list[int], list[int]]:
    """Turn a table of counts into a key and answers."""
    cells = [(i, j) for i, row in enumerate(table) for j, count in enumerate(row)
             for _ in range(count)]  # fmt: skip
    return [i for i, _ in cells], [j for _, j in cells]


@given(PAIRS)
def test_confusion_kappa_and_f1_equal_scikit_learn(pairs: list[tuple[int, int]]) -> None:
    key, answers = [k for k, _ in pairs], [a for _, a in pairs]
    labels = list(range(5))
    table = confusion(key, answers, labels)
    assert np.array_equal(table.counts, metrics.confusion_matrix(key, answers, labels=labels))
    for weighting, theirs in (("none", None), ("quadratic", "quadratic")):
        ours = cohen_kappa(key, answers, labels=labels, weighting=weighting)  # type: ignore[arg-type]
        if ours.value is None:
            assert len(set(key + answers)) == 1
            continue
        assert ours.value == pytest.approx(
            metrics.cohen_kappa_score(key, answers, labels=labels, weights=theirs)
        )
    p, r, f, n = metrics.precision_recall_fscore_support(
        key, answers, labels=labels, zero_division=np.nan
    )
    for i, s in enumerate(label_scores(table)):
        assert s.support == n[i]
        for ours, theirs_value in ((s.precision, p[i]), (s.recall, r[i])):
            if ours.value is None:
                assert np.isnan(theirs_value)
                assert ours.reason
            else:
                assert ours.value == pytest.approx(theirs_value)
        if s.f1.value is not None:
            assert s.f1.value == pytest.approx(f[i])


def test_kappa_worked_by_hand() -> None:
    """Table 20 5 / 10 15: observed .7, expected .5, so kappa is .4."""
    key, answers = spread([[20, 5], [10, 15]])
    assert cohen_kappa(key, answers).value == pytest.approx(0.4)


@pytest.mark.parametrize("weighting", ["none", "quadratic"])
@pytest.mark.parametrize(
    "table", [[[20, 5], [10, 15]], [[30, 4, 1], [6, 22, 5], [2, 3, 27]], [[2, 9], [11, 3]]]
)
def test_analytic_interval_equals_the_delta_method(table: list[list[int]], weighting: str) -> None:
    """Derive the variance anew: numeric gradient of kappa, covariance of the multinomial."""
    counts = np.array(table, dtype=float)
    n, size = counts.sum(), len(table)
    i, j = np.indices((size, size))
    w = (i == j).astype(float) if weighting == "none" else 1 - ((i - j) / (size - 1)) ** 2

    def kappa(p: np.ndarray) -> float:
        expected = (w * np.outer(p.sum(1), p.sum(0))).sum()
        return float(((w * p).sum() - expected) / (1 - expected))

    p, step = counts / n, 1e-6
    gradient = np.zeros_like(p)
    for cell in np.ndindex(p.shape):
        up, down = p.copy(), p.copy()
        up[cell] += step
        down[cell] -= step
        gradient[cell] = (kappa(up) - kappa(down)) / (2 * step)
    variance = ((p * gradient**2).sum() - (p * gradient).sum() ** 2) / n
    ours = cohen_kappa(*spread(table), weighting=weighting)  # type: ignore[arg-type]
    assert ours.value == pytest.approx(kappa(p))
    assert ours.high is not None
    assert ours.low is not None
    assert (ours.high - ours.low) / 2 == pytest.approx(1.959964 * variance**0.5, rel=1e-4)


def test_bootstrap_is_repeatable_and_near_the_analytic_interval() -> None:
    key, answers = spread([[60, 8, 2], [10, 44, 9], [3, 6, 58]])
    analytic = cohen_kappa(key, answers)
    drawn = cohen_kappa(key, answers, interval="bootstrap", seed=7)
    assert drawn == cohen_kappa(key, answers, interval="bootstrap", seed=7)
    assert drawn != cohen_kappa(key, answers, interval="bootstrap", seed=8)
    assert drawn.low == pytest.approx(analytic.low, abs=0.02)
    assert drawn.high == pytest.approx(analytic.high, abs=0.02)


def test_bootstrap_says_why_it_has_no_interval() -> None:
    assert cohen_kappa("ab", "aa", interval="bootstrap").reason.startswith("too few pairs")
    low, high, reason = bootstrap([("a", "a")] * 9, lambda _: 1.0, seed=1)
    assert (low, high, reason) == (1.0, 1.0, "")


@pytest.mark.parametrize(
    ("statistic", "words"),
    [
        (cohen_kappa([], []), "nothing to compare"),
        (cohen_kappa("aaa", "aaa"), "one and the same label"),
        (cohen_kappa([2, 2], [2, 2], labels=range(4), weighting="quadratic"), "one and the same"),
        (wilson(0, 0), "no cases"),
        (brier([], []), "no certainty"),
        (label_scores(confusion("a", "b"))[0].precision, "never answered"),
        (label_scores(confusion("a", "b"))[1].recall, "never holds"),
        (label_scores(confusion("a", "a", "az"))[1].f1, "neither"),
    ],
)
def test_undefined_is_none_with_a_reason(statistic: Statistic, words: str) -> None:
    assert statistic.value is None
    assert words in statistic.reason
    assert str(statistic).startswith("undefined (")


def test_perfect_agreement_has_no_interval() -> None:
    perfect = cohen_kappa("abab", "abab")
    assert perfect.value == 1
    assert perfect.low is None
    assert "perfect" in perfect.reason


def test_one_constant_rater_has_kappa_zero() -> None:
    """Both constant is undefined; one constant is agreement by chance, exactly zero."""
    assert cohen_kappa("aabb", "aaaa").value == 0


def test_labels_keep_their_order_and_unknown_ones_are_named() -> None:
    assert confusion([10, 9, 2], [9, 9, 2]).labels == (2, 9, 10)
    assert confusion("ba", "bb", labels="ba").counts == ((1, 0), (1, 0))
    with pytest.raises(CoachError, match="Pair 2 holds the label 'x'"):
        confusion("ab", "ax", labels="ab")
    with pytest.raises(ValueError, match="2 keys but 1"):
        confusion("ab", "a")


def test_wilson_worked_by_hand() -> None:
    """Newcombe (1998), table I, method 3: 81/263 gives .2553 to .3662; 0/20 gives 0 to .1611."""
    shares = wilson(81, 263), wilson(0, 20), wilson(20, 20)
    assert [round(s.low or 0, 4) for s in shares] == [0.2553, 0.0, 0.8389]
    assert [round(s.high or 0, 4) for s in shares] == [0.3662, 0.1611, 1.0]
    with pytest.raises(ValueError, match="3 successes out of 2"):
        wilson(3, 2)


def test_brier_equals_scikit_learn() -> None:
    draw = Random(3)
    p = [draw.random() for _ in range(80)]
    y = [draw.random() < q for q in p]
    assert brier(p, y).value == pytest.approx(metrics.brier_score_loss(y, p))


@given(st.lists(st.tuples(st.integers(0, 20), st.booleans()), min_size=1, max_size=50))
def test_reliability_equals_scikit_learn(cases: list[tuple[int, bool]]) -> None:
    # Off the band edges, where scikit-learn is at the mercy of floating point.
    p = [0.031 + c * 0.046 for c, _ in cases]
    y = [hit for _, hit in cases]
    bands = reliability(p, y)
    share, said = calibration_curve([*y, True, False], [*p, 2e-9, 2e-9], n_bins=10)
    ours = [(b.share.value, b.said) for b in bands if b.low > 0]
    theirs = list(zip(share, said, strict=True))[1:]
    assert ours == [(pytest.approx(s), pytest.approx(m)) for s, m in theirs]
    assert sum(b.n for b in bands) == len(cases)


def test_reliability_puts_round_numbers_in_the_band_they_name() -> None:
    for tens in range(1, 11):
        (band,) = reliability([tens / 10], [True])
        assert band.high == pytest.approx(tens / 10)
    assert reliability([0.0], [True])[0].low == 0
    with pytest.raises(ValueError, match="between 0 and 1"):
        reliability([80], [True])
