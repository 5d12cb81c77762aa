"""Key against answers as a table, and the scores of each label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from salescoach.agreement.statistic import Label, Pair, Statistic, wilson
from salescoach.errors import CoachError


@dataclass(frozen=True)
class Confusion:
    """Counts of key against answer: ``counts[i][j]`` is how often key i met answer j."""

    labels: tuple[Label, ...]
    counts: tuple[tuple[int, ...], ...]

    @property
    def n(self) -> int:
        """Number of pairs."""
        return sum(map(sum, self.counts))

    @property
    def key_totals(self) -> tuple[int, ...]:
        """How often the key holds each label."""
        return tuple(map(sum, self.counts))

    @property
    def answer_totals(self) -> tuple[int, ...]:
        """How often the answers hold each label."""
        return tuple(map(sum, zip(*self.counts, strict=True)))

    @property
    def hits(self) -> int:
        """Number of pairs in which key and answer are the same."""
        return sum(row[i] for i, row in enumerate(self.counts))


def paired(key: Sequence[Label], answers: Sequence[Label]) -> list[Pair]:
    """Join key and answers of the same length."""
    if len(key) != len(answers):
        raise ValueError(f"{len(key)} keys but {len(answers)} answers")
    return list(zip(key, answers, strict=True))


def tally(pairs: Sequence[Pair], labels: tuple[Label, ...]) -> Confusion:
    """Count pairs whose labels are all known."""
    at = {label: i for i, label in enumerate(labels)}
    counts = [[0] * len(labels) for _ in labels]
    for k, a in pairs:
        counts[at[k]][at[a]] += 1
    return Confusion(labels, tuple(map(tuple, counts)))


def confusion(
    key: Sequence[Label], answers: Sequence[Label], labels: Sequence[Label] | None = None
) -> Confusion:
    """Cross-tabulate key and answers.

    Parameters
    ----------
    key, answers : sequences of the same length
        The label that is right, and the label that was given.
    labels : sequence, optional
        All labels in the order wanted. Without it: those that occur, sorted.

    Raises
    ------
    CoachError
        If a label occurs that is not among `labels`.

    Examples
    --------
    >>> confusion(["busy", "busy", "buying"], ["busy", "buying", "buying"]).counts
    ((1, 1), (0, 1))
    """
    pairs = paired(key, answers)
    seen = {label for pair in pairs for label in pair}
    order = tuple(sorted(seen, key=_by_number_or_text) if labels is None else labels)
    for number, pair in enumerate(pairs, 1):
        for label in pair:
            if label not in order:
                raise CoachError(
                    f"Pair {number} holds the label {label!r}, which is not one of the labels.",
                    allowed=", ".join(map(str, order)),
                    next_step="Correct the label, or add it to the list.",
                )
    return tally(pairs, order)


def _by_number_or_text(label: Label) -> tuple[float, str]:
    return (float(label), "") if isinstance(label, (int, float)) else (0.0, str(label))


@dataclass(frozen=True)
class LabelScores:
    """Precision, recall and F1 of one label; `support` is how often the key holds it."""

    label: Label
    precision: Statistic
    recall: Statistic
    f1: Statistic
    support: int


def label_scores(table: Confusion) -> tuple[LabelScores, ...]:
    """Precision, recall (both with Wilson intervals) and F1 (van Rijsbergen 1979) by label.

    Examples
    --------
    >>> s = label_scores(confusion("aab", "aba"))[0]
    >>> s.precision.value, s.recall.value, s.f1.value
    (0.5, 0.5, 0.5)
    """
    scores = []
    for i, label in enumerate(table.labels):
        hits, in_key, given = table.counts[i][i], table.key_totals[i], table.answer_totals[i]
        precision, recall = wilson(hits, given), wilson(hits, in_key)
        if not given:
            precision = Statistic(None, reason=f"{label} was never answered")
        if not in_key:
            recall = Statistic(None, reason=f"the key never holds {label}")
        f1 = Statistic(None, reason=f"{label} occurs neither in the key nor in the answers")
        if in_key + given:
            f1 = Statistic(2 * hits / (in_key + given))
        scores.append(LabelScores(label, precision, recall, f1, in_key))
    return tuple(scores)
