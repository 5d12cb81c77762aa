"""The prospect's side, as the patterns see it: hook, focus, value and personal detail.

They find what leaves no doubt. The clause model, which sees these findings too, judges the rest.
"""

from __future__ import annotations

from collections.abc import Callable

from salescoach.rubric.finding import Finding, merge
from salescoach.rubric.reading import Clause, Reading, Span
from salescoach.rubric.seller import is_about_the_seller
from salescoach.rubric.signs import signs
from salescoach.rubric.strong import is_plain_value, is_plainly_about_them
from salescoach.speech import spoken

#: A hook must be understandable within this many spoken words (12 seconds).
HOOK_WORDS = 30
_SPECIFIC = frozenset({"observed", "your_event", "your_new"})
_NOBODY = frozenset({"logistics", "conditional", "generic"})


def thirtieth_word(reading: Reading) -> int:
    """Return the offset in the original where the hook must have been understood."""
    said = 0
    for word in spoken(reading.raw[:4000]):
        said += word.words
        if said >= HOOK_WORDS:
            return word.end
    return len(reading.raw)


def _is_personal(clause: Clause) -> bool:
    found = signs(clause.text)
    return len(found & _SPECIFIC) >= 2 and not found & _NOBODY


def judge_prospect(reading: Reading, shared: Finding) -> dict[str, Finding]:
    """Judge hook, prospect_focus, value and personal by patterns.

    Parameters
    ----------
    reading : Reading
        The text.
    shared : Finding
        The verdict on `context`; an earlier contact is a hook if it stands early.
    """

    def where(holds: Callable[[Clause], bool]) -> tuple[Span, ...]:
        return tuple((c.start, c.end) for c in reading.clauses if holds(c))

    limit = thirtieth_word(reading)
    theirs = where(is_plainly_about_them)
    own = where(is_about_the_seller)
    early = [s for s in theirs if reading.raw_span((s[0], s[0] + 1))[0] < limit]
    early += [s for s in shared.spans if shared.met and reading.raw_span(s)[1] <= limit]
    focus = _presence(theirs)
    if len(own) > len(theirs):
        focus = Finding(False, 0.65, own, "outnumbered" if theirs else "seller")
    return {
        "hook": _presence(merge(early)),
        "prospect_focus": focus,
        "value": _presence(where(lambda clause: is_plain_value(reading, clause))),
        "personal": _presence(where(_is_personal)),
    }


def _presence(spans: tuple[Span, ...]) -> Finding:
    return Finding(bool(spans), 0.6, spans, "" if spans else "none")
