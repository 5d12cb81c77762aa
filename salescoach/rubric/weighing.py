"""Weighing: patterns and the clause model decide together."""

from __future__ import annotations

from dataclasses import replace

from salescoach.rubric.breakup_questions import may_ask_who
from salescoach.rubric.clues import HEADS, describe
from salescoach.rubric.finding import Finding, merge
from salescoach.rubric.model import ClauseModel
from salescoach.rubric.reading import Clause, Reading, Span
from salescoach.rubric.seller import seller_clauses
from salescoach.rubric.strong import is_hollow, is_plain_value, is_plainly_about_them
from salescoach.rubric.table import criteria
from salescoach.rubric.wayout import has_sting

#: Open language: the model decides.
LED_BY_MODEL = frozenset({"hook", "prospect_focus", "value", "personal"})
#: Elsewhere a pattern stands unless the model thinks this little of it, and the model speaks up on
#: its own from the second figure on. Chosen by cross-validation on the part that was not set aside.
BOUNDS = {
    "cta": (0.08, 0.5),
    "optout": (0.12, 0.55),
    "courteous": (0.0, 0.97),
    "nohype": (0.0, 0.85),
    "needs_solution": (0.1, 0.45),
    "no_answer": (0.0, 0.6),
    "assumes": (0.03, 0.5),
    "asks_who": (0.0, 0.5),
    "asks_why": (0.03, 0.5),
    "closes": (0.0, 0.5),
    "polite": (0.0, 0.9),
    "asks_time": (0.0, 0.4),
    "specific_date": (0.1, 0.8),
    "confirms": (0.1, 0.7),
    "their_idea": (0.0, 0.7),
}
_OTHERS = (0.0, 0.9)


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
    described = describe(reading)
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
            chances = _plain_cases(reading, name, chances)
            weighed[name] = _lead(reading, chances)
        elif name in absence:
            bounds = BOUNDS.get(name, _OTHERS)
            weighed[name] = _violation(reading, found[name], chances, bounds, _CLUES[name])
        else:
            chances = _gated(reading, name, chances, found[name])
            weighed[name] = _support(reading, found[name], chances, BOUNDS.get(name, _OTHERS))
    if kind == "voicemail":
        weighed["prospect_focus"] = _outweighed(reading, weighed["prospect_focus"], opinions)
    return weighed


def _gated(reading: Reading, name: str, chances: list[float], pattern: Finding) -> list[float]:
    """Silence the model where the definition leaves no room for an opinion."""
    if name == "confirms" and pattern.clue == "no day":
        return [0.0] * len(chances)
    if name == "optout":
        open_ = [not has_sting(reading, c.start) for c in reading.clauses]
    elif name == "asks_who":
        open_ = [may_ask_who(reading, c.start, c.end) for c in reading.clauses]
    else:
        return chances
    return [p if free else 0.0 for p, free in zip(chances, open_, strict=True)]


def _is_plain(reading: Reading, name: str, clause: Clause, chance: float) -> bool:
    if name == "value":
        return is_plain_value(reading, clause)
    about_them = name in ("hook", "prospect_focus")
    return about_them and chance >= 0.3 and is_plainly_about_them(clause)


def _plain_cases(reading: Reading, name: str, chances: list[float]) -> list[float]:
    """Lift clauses that no reader would doubt, and lower promises that anybody makes."""
    judged = []
    for clause, chance in zip(reading.clauses, chances, strict=True):
        if is_hollow(clause):
            chance = min(chance, 0.3)
        elif _is_plain(reading, name, clause, chance):
            chance = max(chance, 0.6)
        judged.append(chance)
    return judged


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


def _support(
    reading: Reading, pattern: Finding, chances: list[float], bounds: tuple[float, float]
) -> Finding:
    """Decide on a criterion that evidence earns."""
    low, high = bounds
    top = max(chances)
    loud = _spans(reading, chances, high)
    if pattern.met:
        backing = _touching(reading, pattern.spans, chances)
        if backing < low and not loud:
            return Finding(False, 0.55, (), "none")
        sure = max(0.6, min(0.98, 0.5 * (pattern.sure + max(backing, 0.5)) + 0.1))
        return Finding(True, sure, merge([*pattern.spans, *loud]))
    if loud:
        return Finding(True, max(0.55, top - 0.05), loud)
    return replace(pattern, sure=max(0.55, min(pattern.sure, 1.0 - 0.6 * top)))


def _violation(
    reading: Reading, pattern: Finding, chances: list[float], bounds: tuple[float, float], clue: str
) -> Finding:
    """Decide on a criterion that a violation breaks."""
    low, high = bounds
    top = max(chances)
    loud = _spans(reading, chances, high)
    if not pattern.met:
        backing = _touching(reading, pattern.spans, chances)
        if backing < low and not loud:
            return Finding(True, 0.55, (), "none found")
        sure = max(0.6, min(0.98, 0.5 * (pattern.sure + max(backing, 0.5)) + 0.1))
        return Finding(False, sure, merge([*pattern.spans, *loud]), pattern.clue)
    if loud:
        return Finding(False, max(0.55, top - 0.1), loud, clue)
    return Finding(True, max(0.5, min(pattern.sure, 1.0 - 0.7 * top)), (), "none found")


_CLUES = {"courteous": "pressure", "polite": "pressure", "nohype": "hype", "closes": "follow up"}


def _outweighed(reading: Reading, focus: Finding, opinions: list[dict[str, float]]) -> Finding:
    """Withdraw the focus from a text that says more about the caller than about the prospect."""
    theirs = [
        max(pair)
        for pair in zip(
            _plain_cases(reading, "prospect_focus", [o["prospect_focus"] for o in opinions]),
            _plain_cases(reading, "value", [o["value"] for o in opinions]),
            strict=True,
        )
    ]
    own = seller_clauses(reading, theirs)
    if not own:
        return focus
    spans = tuple((reading.clauses[i].start, reading.clauses[i].end) for i, _ in own)
    if not focus.met:
        return Finding(False, focus.sure, spans, "seller")
    if sum(claims for _, claims in own) > sum(p >= 0.5 for p in theirs):
        return Finding(False, 0.6, spans, "outnumbered")
    return focus
