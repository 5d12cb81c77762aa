"""What a series of answers shows: how many were right, what was mixed up, what certainty is worth.

Plain sentences for widgets, plots and feedback pages alike, so that all say the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from salescoach.agreement import ReliabilityBand, Statistic, brier, cohen_kappa, reliability
from salescoach.signals.items import SignalKey
from salescoach.signals.kinds import KINDS
from salescoach.signals.scoring import Choice, move_points

GUESS = 0.25
"""The Brier score of somebody who says 50 % every time."""


@dataclass(frozen=True)
class Series:
    """What somebody answered to a series of situations, and what it shows.

    Attributes
    ----------
    asked, named : int
        Situations asked, and those in which a kind was named.
    right : int
        Kinds that were right.
    move_points : float
        Credit for the moves, 0 to `asked`.
    pairs : tuple of (str, str)
        Kind of the key and kind that was named, in the order of the situations.
    mixed_up : tuple of (str, str, int)
        Kind of the key, kind that was named instead, and how often; the most frequent first.
    kappa : Statistic
        Agreement with the key beyond chance.
    brier : Statistic
        Brier score of the stated certainties.
    bands : tuple of ReliabilityBand
        Stated certainty against what came true.
    """

    asked: int
    named: int
    right: int
    move_points: float
    pairs: tuple[tuple[str, str], ...]
    mixed_up: tuple[tuple[str, str, int], ...]
    kappa: Statistic
    brier: Statistic
    bands: tuple[ReliabilityBand, ...]


def series(keys: Sequence[SignalKey], choices: Mapping[str, Choice]) -> Series:
    """Put the answers to a series of situations together.

    Parameters
    ----------
    keys : sequence of SignalKey
        The keys of the situations that were asked, in their order.
    choices : mapping of str to Choice
        Answers by situation; what is not in it was not answered.

    Examples
    --------
    >>> key = SignalKey("s1", "busy", "passive", "add-value", {}, "", "", 1, {})
    >>> series([key], {"s1": Choice("no-show", "add-value", 80)}).mixed_up
    (('busy', 'no-show', 1),)
    """
    given = [(key, choices.get(key.id, Choice())) for key in keys]
    pairs = tuple((key.kind, choice.kind) for key, choice in given if choice.kind is not None)
    wrong = Counter(pair for pair in pairs if pair[0] != pair[1])
    stated = [
        (choice.sure / 100, choice.kind == key.kind)
        for key, choice in given
        if choice.sure is not None and choice.kind is not None
    ]
    sure, hits = [p for p, _ in stated], [hit for _, hit in stated]
    order = {kind: place for place, kind in enumerate(KINDS)}
    return Series(
        asked=len(given),
        named=len(pairs),
        right=sum(key == named for key, named in pairs),
        move_points=sum(move_points(key, choice.move) for key, choice in given),
        pairs=pairs,
        mixed_up=tuple(
            (key, named, count)
            for (key, named), count in sorted(
                wrong.items(), key=lambda w: (-w[1], order[w[0][0]], order[w[0][1]])
            )
        ),
        kappa=cohen_kappa([k for k, _ in pairs], [n for _, n in pairs]),
        brier=brier(sure, hits),
        bands=reliability(sure, hits, bands=5),
    )


def agreement_words(result: Series) -> str:
    """Say how many kinds were right, and how far that goes beyond chance.

    Examples
    --------
    >>> key = SignalKey("s1", "busy", "passive", "add-value", {}, "", "", 1, {})
    >>> agreement_words(series([key], {}))
    'No kind was named.'
    """
    if not result.named:
        return "No kind was named."
    told = f"{result.right} of {result.named} kinds right."
    if result.kappa.value is not None:
        told += f" Agreement with the key beyond chance (Cohen's kappa): {result.kappa}."
    return told


def mixed_up_words(result: Series) -> tuple[str, ...]:
    """Say what was taken for what, a sentence each."""
    times = {1: "once", 2: "twice"}
    return tuple(
        f"“{KINDS[key].name}” was taken for “{KINDS[named].name}” "
        f"{times.get(count, f'{count} times')}."
        for key, named, count in result.mixed_up
    )


def certainty_words(result: Series, you: str = "you") -> tuple[str, ...]:
    """Say what the stated certainties came to, a sentence for each band, then the Brier score.

    Parameters
    ----------
    result : Series
        The answers.
    you : str
        Whose they are: ``you``, or a name.
    """
    if result.brier.value is None:
        return ("No certainty was stated.",)
    were = "were" if you == "you" else "was"
    lines = [
        f"When {you} said {band.said * 100:.0f} %, {you} {were} right {band.right} "
        f"{'time' if band.right == 1 else 'times'} in {band.n}."
        for band in result.bands
    ]
    score = result.brier.value
    if score < GUESS - 0.005:
        against = "better than saying 50 % every time (0.25)"
    elif score > GUESS + 0.005:
        against = "worse than saying 50 % every time (0.25)"
    else:
        against = "what saying 50 % every time earns"
    return (*lines, f"Brier score {score:.2f} (0 is perfect): {against}.")
