"""Finds texts of different people that are nearly the same: a reason to ask, never a penalty.

What the exercise itself says is taken out first, so that its names and facts make nobody alike.
Each text is kept as a few of its runs of words; only texts that share one of these are compared,
so the time grows with the number of texts and not with its square.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from rapidfuzz.fuzz import ratio

from salescoach.grading.desk import Grade
from salescoach.items import SCRIPT_KINDS

ALIKE: Final = 90.0
"""From this likeness on (0 to 100, rapidfuzz's ratio over words) two texts are pointed out."""

LEAST_WORDS: Final = 12
"""Words that must be left of a text; fewer can be the same by chance."""

_RUN: Final = 4
_SKETCH: Final = 12
_BUCKET: Final = 60
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@dataclass(frozen=True)
class Alike:
    """People whose texts for one item are nearly the same.

    Parameters
    ----------
    item : str
        The item.
    exercise : str
        The exercise.
    trainees : tuple of str
        Who, sorted.
    likeness : float
        The lowest likeness that joins them, 0 to 100.
    """

    item: str
    exercise: str
    trainees: tuple[str, ...]
    likeness: float


def alike(grades: Sequence[Grade], templates: dict[str, str]) -> list[Alike]:
    """Point out texts that are nearly the same.

    Parameters
    ----------
    grades : sequence of Grade
        All hand-ins; two of the same trainee are not compared.
    templates : dict
        For each exercise the text that everybody got.
    """
    texts: dict[tuple[str, str], dict[str, tuple[str, ...]]] = defaultdict(dict)
    for grade in grades:
        given = runs(words_of(templates.get(grade.exercise, "")))
        for result in grade.items:
            if result.item.kind not in (*SCRIPT_KINDS, "note") or not result.body:
                continue
            own = own_words(f"{result.body}", given | runs(words_of(result.item.stem)))
            if len(own) >= LEAST_WORDS:
                texts[grade.exercise, result.item.id].setdefault(grade.trainee, own)
    found = []
    for (exercise, item), by_trainee in texts.items():
        for trainees, likeness in groups(by_trainee):
            found.append(Alike(item, exercise, trainees, likeness))
    return sorted(found, key=lambda a: (a.exercise, a.item, -a.likeness, a.trainees))


def words_of(text: str) -> list[str]:
    """List the words of a text in small letters, without marks."""
    return _WORD.findall(text.lower().replace("’", "'"))


def runs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """List all runs of four words."""
    return frozenset(tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))


def own_words(text: str, given: Collection[tuple[str, ...]]) -> tuple[str, ...]:
    """Take out of a text what stands, four words or more in a row, in what was given.

    Examples
    --------
    >>> own_words("I saw that they will run a third shift soon", runs("they will run a".split()))
    ('i', 'saw', 'that', 'third', 'shift', 'soon')
    """
    words = words_of(text)
    taken = {
        place
        for start in range(len(words) - _RUN + 1)
        if tuple(words[start : start + _RUN]) in given
        for place in range(start, start + _RUN)
    }
    return tuple(word for place, word in enumerate(words) if place not in taken)


def groups(texts: dict[str, tuple[str, ...]]) -> list[tuple[tuple[str, ...], float]]:
    """Join people whose texts are alike; give each group with its lowest likeness.

    Examples
    --------
    >>> text = tuple("two shops like yours told us that machines stood still at night".split())
    >>> groups({"Ana": text, "Ben": text, "Cleo": text[::-1]})
    [(('Ana', 'Ben'), 100.0)]
    """
    same: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for trainee, words in texts.items():
        same[words].append(trainee)
    kinds = sorted(same)
    leader = list(range(len(kinds)))
    likeness = [100.0] * len(kinds)

    def lead(place: int) -> int:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    for a, b in sorted(_candidates(kinds)):
        value = ratio(kinds[a], kinds[b], score_cutoff=ALIKE)
        if value >= ALIKE:
            low, high = sorted((lead(a), lead(b)))
            likeness[low] = min(likeness[low], likeness[high], value)
            leader[high] = low
    members: dict[int, list[str]] = defaultdict(list)
    for place, words in enumerate(kinds):
        members[lead(place)] += same[words]
    return [
        (tuple(sorted(who)), round(likeness[place], 1))
        for place, who in members.items()
        if len(who) > 1
    ]


def _candidates(texts: Sequence[tuple[str, ...]]) -> set[tuple[int, int]]:
    """Pair the texts that share one of the runs by which each is kept."""
    holders: dict[bytes, list[int]] = defaultdict(list)
    for place, words in enumerate(texts):
        for run in _sketch(runs(words)):
            holders[run].append(place)
    pairs: set[tuple[int, int]] = set()
    for places in holders.values():
        pairs.update(combinations(places[:_BUCKET], 2))
    return pairs


def _sketch(found: Iterable[tuple[str, ...]]) -> list[bytes]:
    """Choose the same few runs for texts that are nearly the same: those with the lowest hash."""
    hashed = (hashlib.blake2b(" ".join(run).encode(), digest_size=8).digest() for run in found)
    return sorted(hashed)[:_SKETCH]
