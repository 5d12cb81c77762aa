"""Groups of words that mean something alike: what was learnt of one word helps with its kin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from salescoach.errors import CoachError

#: For each word its names as a member of a wide and of a narrow group.
WordGroups = Mapping[str, tuple[str, str]]


def parse(text: str) -> dict[str, tuple[str, str]]:
    r"""Read a file of word groups: a line has the wide group, the narrow one, and the words.

    Raises
    ------
    CoachError
        If a line has no words.

    Examples
    --------
    >>> parse("w3 n17 hurry rush\nw3 n18 deadline\n")["rush"]
    ('w3', 'n17')
    """
    groups = {}
    for number, line in enumerate(text.splitlines(), start=1):
        part = line.split()
        if len(part) < 3:
            raise CoachError(
                f"Line {number} of the word groups has no words.",
                allowed="a wide group, a narrow group and words, with spaces between",
                next_step="Run scripts/write_word_groups.py to write the file again.",
            )
        for word in part[2:]:
            groups[word] = (part[0], part[1])
    return groups


def group_features(said: Sequence[str], groups: WordGroups) -> list[str]:
    """Describe a clause by the groups of its words, by one, two and three in a row.

    A word of no group, as the commonest are, stands for itself.

    Examples
    --------
    >>> group_features(["do", "rush"], {"rush": ("w3", "n17")})
    ['w3', 'do w3', 'n17', 'do n17']
    """
    if not groups:
        return []
    features = []
    for size in (0, 1):
        kin = [groups[w][size] if w in groups else w for w in said]
        features += [k for w, k in zip(said, kin, strict=True) if w in groups]
        features += [f"{a} {b}" for a, b in pairwise(kin)]
        features += [f"{a} {b} {c}" for a, b, c in zip(kin, kin[1:], kin[2:], strict=False)]
    return features
