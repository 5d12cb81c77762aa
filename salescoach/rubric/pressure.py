"""Pressure: what a careful reader would find pushy, reproachful, presumptuous or rude.

Nothing found does not prove courtesy; the verdict says 'no pressure found'.
"""

from __future__ import annotations

import re

from salescoach.rubric.blame_words import BLAME
from salescoach.rubric.finding import Finding, hits, is_negated, lines, merge, phrase
from salescoach.rubric.pressure_words import PUSH
from salescoach.rubric.reading import Reading, Span
from salescoach.rubric.sneer_words import SNEER

_ALL = phrase(f"{PUSH}|{BLAME}|{SNEER}")
# About others, or about the caller: no pressure on the listener.
_MILD = re.compile(
    lines(
        r"""
    (?:you (?:do not|need not|never) (?:need|have) to|no need to|you (?:do not|don't) (?:have|
        need)|if you (?:need|have) to)
    """
    )
)
_OTHERS = re.compile(
    lines(
        r"""
    (?:clients?|customers?|people|buyers?|drivers?|guests?|patients?|tenants?|staff|they|
        parents?|callers?|inspectors?|crews?|teams?|who|suppliers?|nurses?|teachers?|
        owners?)(?: \w+){0,5} ?$
    """
    )
)


def pressure(reading: Reading) -> tuple[Span, ...]:
    """Find what puts pressure on the listener, as spans of the plain text."""
    found: list[Span] = []
    for match in _ALL.finditer(reading.plain):
        start, end = match.span()
        before = re.split(r"[.!?;\n]", reading.plain[max(0, start - 50) : start])[-1]
        text = match.group()
        if _MILD.search(text) or is_negated(reading.plain, start, reach=26):
            continue
        if reading.is_quoted((start, end)):
            continue
        if _OTHERS.search(before) and not text.startswith(("you ", "i ")):
            continue
        found.append((start, end))
    return merge(found)


_REPROACH = phrase(
    lines(
        r"""
    you (?:have|did|do|could|would|will) (?:still )?(?:not|never) (?:yet )?(?:replied|returned|
        answered|responded|called|bothered|got back|rung|get back|return|reply|answer|called me|
        even)(?: \w+)?
    """
    )
)


def courteous(reading: Reading) -> Finding:
    """Judge `courteous` (and `polite`): met if no pressure was found."""
    # In a voicemail a missing answer is no news to the prospect: naming it reproaches.
    spans = merge([*pressure(reading), *hits(reading, _REPROACH)])
    if spans:
        return Finding(False, 0.85, spans, "pressure")
    return Finding(True, 0.8, (), "none found")
