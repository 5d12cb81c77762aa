"""Run-on pieces: a dictated message has no marks to cut at, only thoughts that begin."""

from __future__ import annotations

import re

from salescoach.rubric.spelling import words

#: A piece of fewer words than this is one thought.
LONG = 16
_NEW_THOUGHT = re.compile(
    r"(?<!\w)(?P<before>[\w'-]+)\s(?=(?:i|we|you|they|he|she|it|this|there|my|our|your|if|but|so|and|"
    r"because|since|when|would|could|can|shall|should|please|ring|call|text|give|let|just|anyway|"
    r"sorry|either|otherwise|maybe|saw|heard|what|who|or)\s)"
)
#: A thought does not end with one of these.
_OPEN_ENDED = words(
    """
    a an the of for to with under about by from at in on into onto over if that whether and but so
    or because since when what who which where how as than like let lets give gives tell tells told
    telling help helps helping i we you they he she it this my our your their his her is are am was
    were be will would can could shall should not do does did have has had just please maybe anyway
    before after until while ask asked asking show showing send sending save saves
    """
)


def thoughts(plain: str, start: int, end: int) -> list[int]:
    """Return where the thoughts of a piece of plain text begin; only a run-on piece has several.

    Examples
    --------
    >>> said = "hi its al from brightmeter we got the shop in redcar down by ninety a month call me"
    >>> [said[a:b] for a, b in zip(thoughts(said, 0, len(said)), (27, len(said)))]
    ['hi its al from brightmeter ', 'we got the shop in redcar down by ninety a month call me']
    """
    begins = [start]
    if plain.count(" ", start, end) < LONG:
        return begins
    for match in _NEW_THOUGHT.finditer(plain, start, end):
        here = match.end()
        if (
            match["before"] not in _OPEN_ENDED
            and plain.count(" ", begins[-1], here) >= 4
            and plain.count(" ", here, end) >= 3
        ):
            begins.append(here)
    return begins
