"""Weighing: patterns and the clause model decide together."""

from __future__ import annotations

from salescoach.rubric.clues import HEADS, describe
from salescoach.rubric.finding import Finding, merge
from salescoach.rubric.model import ClauseModel
from salescoach.rubric.reading import Reading, Span
from salescoach.rubric.seller import seller_clauses
from salescoach.rubric.table import criteria

#: Open language: the model decides.
LED_BY_MODEL = frozenset({"hook", "prospect_focus", "value", "personal"})
#: Elsewhere a pattern stands unless the model thinks this little of it, and the model speaks up on
#: its own from the second figure on. Chosen by cross-validation on the part that was not set aside.
BOUNDS = {
    "cta": (0.15, 0.5),
    "optout": (0.15, 0.5),
    "needs_solution": (0.0, 0.5),
    "asks_time": (0.1, 0.85),
    "confirms": (0.1, 0.65),
    "their_idea": (0.1, 0.85),
    "courteous": (0.0, 0.8),
    "polite": (0.0, 0.8),
}
_OTHERS = (0.02, 0.9)


def weigh(
    kind: str, reading: Reading, found: dict[str, Finding], model: ClauseModel
) -> dict[str, Finding]:
    """Combine the findings of the patterns with the model's opinion on each clause.

    Parameters
    ----------
    kind : str
        Kind of text.
    reading : Reading
        The text.
    found : dict of str to Finding
        What the patterns found.
    model : ClauseModel
        Trained weights.

    Returns
    -------
    dict of str to Finding
        A finding for each criterion that the patterns judged.
    """
    section = model.sections.get(kind)
    if section is None or not reading.clauses:
        return found
    described = describe(kind, reading, found)
    opinions = [section.probabilities(features) for features in described]
    absence = {c.name for c in criteria(kind) if c.absence}
    weighed = dict(found)
    for name in HEADS[kind]:
        if name not in section.heads:
            continue
        chances = [opinion[name] for opinion in opinions]
        if name == "hook":
            chances = [p if "early" in f else 0.0 for p, f in zip(chances, described, strict=True)]
        if name in LED_BY_MODEL:
            weighed[name] = _lead(reading, chances)
        elif name in absence:
            weighed[name] = _violation(reading, found[name], chances, name)
        else:
            weighed[name] = _support(reading, found[name], chances, name)
    if kind == "voicemail":
        weighed["prospect_focus"] = _outweighed(reading, weighed["prospect_focus"], opinions)
    return weighed


def _spans(reading: Reading, chances: list[float], least: float) -> tuple[Span, ...]:
    return tuple(
        (c.start, c.end) for c, p in zip(reading.clauses, chances, strict=True) if p >= least
    )


def _lead(reading: Reading, chances: list[float]) -> Finding:
    top = max(chances)
    if top >= 0.5:
        return Finding(True, top, _spans(reading, chances, 0.5))
    return Finding(False, 1.0 - top, (), "none")


def _touching(reading: Reading, spans: tuple[Span, ...], chances: list[float]) -> float:
    return max(
        (
            p
            for c, p in zip(reading.clauses, chances, strict=True)
            if any(a < c.end and c.start < b for a, b in spans)
        ),
        default=0.0,
    )


def _support(reading: Reading, pattern: Finding, chances: list[float], name: str) -> Finding:
    """Decide on a criterion that evidence earns."""
    low, high = BOUNDS.get(name, _OTHERS)
    top = max(chances)
    loud = tuple(
        span for span in _spans(reading, chances, high) if not _overlaps(span, pattern.spans)
    )
    if pattern.met:
        backing = _touching(reading, pattern.spans, chances)
        if backing >= low:
            sure = max(0.6, min(0.98, 0.5 * (pattern.sure + max(backing, 0.5)) + 0.1))
            return Finding(True, sure, merge([*pattern.spans, *loud]))
        if not loud:
            return Finding(False, 0.6, (), "none")
    if loud:
        return Finding(True, max(0.55, top - 0.05), loud)
    return Finding(False, max(0.55, min(pattern.sure, 1.0 - 0.6 * top)), pattern.spans
                   if not pattern.met else (), pattern.clue or "none")  # fmt: skip


def _violation(reading: Reading, pattern: Finding, chances: list[float], name: str) -> Finding:
    """Decide on a criterion that a violation breaks."""
    low, high = BOUNDS.get(name, _OTHERS)
    top = max(chances)
    loud = tuple(
        span for span in _spans(reading, chances, high) if not _overlaps(span, pattern.spans)
    )
    if not pattern.met:
        backing = _touching(reading, pattern.spans, chances)
        if backing >= low:
            sure = max(0.6, min(0.98, 0.5 * (pattern.sure + max(backing, 0.5)) + 0.1))
            return Finding(False, sure, merge([*pattern.spans, *loud]), pattern.clue)
        if not loud:
            return Finding(True, 0.6, (), "none found")
    if loud:
        return Finding(False, max(0.55, top - 0.1), loud, _CLUES[name])
    return Finding(True, max(0.5, min(pattern.sure, 1.0 - 0.7 * top)), (), "none found")


_CLUES = {"courteous": "pressure", "polite": "pressure", "nohype": "hype", "closes": "follow up"}


def _overlaps(span: Span, spans: tuple[Span, ...]) -> bool:
    return any(a < span[1] and span[0] < b for a, b in spans)


def _outweighed(reading: Reading, focus: Finding, opinions: list[dict[str, float]]) -> Finding:
    """Withdraw the focus from a text that says more about the caller than about the prospect."""
    theirs = [max(o["prospect_focus"], o["value"]) for o in opinions]
    own = seller_clauses(reading, theirs)
    if not own:
        return focus
    spans = tuple((reading.clauses[i].start, reading.clauses[i].end) for i, _ in own)
    if not focus.met:
        return Finding(False, focus.sure, spans, "seller")
    if sum(claims for _, claims in own) > sum(p >= 0.5 for p in theirs):
        return Finding(False, 0.6, spans, "outnumbered")
    return focus
