"""The prospect's side: hook, prospect focus, value and personal detail, clause by clause."""

from __future__ import annotations

import re
from dataclasses import dataclass

from salescoach.rubric.finding import Finding, lines
from salescoach.rubric.reading import Clause, Reading, Span
from salescoach.rubric.signs import signs
from salescoach.speech import spoken

#: A hook must be understandable within this many spoken words (12 seconds).
HOOK_WORDS = 30


@dataclass(frozen=True)
class Judged:
    """A clause with what the patterns think of it, from 0 to 1."""

    clause: Clause
    signs: frozenset[str]
    prospect: float
    value: float
    personal: float
    seller: bool


_SELLER_OPEN = re.compile(
    lines(
        r"""
    ^(?:and |but |so |well |now |also |because |, |in fact |today )*(?:we (?:are|have|offer|
        provide|sell|do|also|specialis|specializ|supply|make|manufacture|stock|pride|cover|
        support|use|operate|deal|carry|serve|now have|recently|just|were|won)|our (?!clients|
        customers)\w+|i (?:represent|sell|would like to (?:introduce|present|tell|talk|show|
        offer|discuss)|want to (?:introduce|tell|talk|present|show|offer)|
        wanted to (?:introduce|tell|talk))|it (?:is|has|comes|uses|does|integrates|also|
        includes|runs|features)|they (?:have|come|are available)|the (?:platform|software|
        product|system|range|app|machine|unit))(?!\w)
    """
    )
)
_WE_HELP = re.compile(
    r"(?:we|i) (?:\w+ ){0,2}?(?:help|work with|look after|serve|support)(?:s|ed|ing)?(?!\w)"
)


def judge_clause(clause: Clause) -> Judged:
    """Judge one clause by its signs alone."""
    text = clause.text
    s = signs(text)
    logistic = "logistics" in s and not s & {"pain", "peers", "observed", "outcome"}
    greeting = "greeting" in s and len(text.split()) < 7
    prospect = 0.0
    if "peers" in s:
        prospect += 0.45
    if "pain" in s:
        prospect += 0.3
    if "your_noun" in s:
        prospect += 0.25
    if "your_event" in s:
        prospect += 0.2
    if "observed" in s and "you" in s:
        prospect += 0.2
    if "want" in s and "you" in s:
        prospect += 0.1
    if "org" in s and ("outcome" in s or "tell" in s):
        prospect += 0.25
    if "so_that" in s:
        prospect += 0.2
    if _WE_HELP.search(text) and "org" in s:
        prospect += 0.3
    if "generic" in s:
        prospect -= 0.35
    seller = (
        bool(_SELLER_OPEN.search(text))
        and not s & {"so_that", "peers"}
        and not ("outcome" in s and "you" in s)
    )
    if seller:
        prospect -= 0.3
    if logistic or greeting or ("conditional" in s and "pain" not in s):
        prospect -= 0.35
    value = 0.0
    if "outcome" in s:
        value += 0.35
    if "so_that" in s:
        value += 0.3
    if "helped" in s:
        value += 0.25
    if "number" in s and "outcome" in s:
        value += 0.2
    if s & {"you", "peers", "org"} and "outcome" in s:
        value += 0.15
    if "generic" in s:
        value -= 0.35
    if "doubt" in s:
        value -= 0.5
    if seller or logistic or greeting:
        value -= 0.3
    if "conditional" in s or "question" in s:
        value -= 0.2
    personal = 0.0
    if "observed" in s and s & {"you", "your_new"}:
        personal += 0.45
    if "your_event" in s:
        personal += 0.3
    if "your_new" in s:
        personal += 0.25
    if "your_noun" in s and "past" in s:
        personal += 0.15
    if logistic or greeting or "conditional" in s or "generic" in s:
        personal -= 0.3
    return Judged(clause, s, _unit(prospect), _unit(value), _unit(personal), seller)


def _unit(value: float) -> float:
    return min(max(value, 0.0), 0.97)


def thirtieth_word(reading: Reading) -> int:
    """Return the offset in the original where the hook must have been understood."""
    said = 0
    for word in spoken(reading.raw[:4000]):
        said += word.words
        if said >= HOOK_WORDS:
            return word.end
    return len(reading.raw)


def _best(
    items: list[tuple[float, Span]], threshold: float = 0.5
) -> tuple[float, tuple[Span, ...]]:
    top = max((p for p, _ in items), default=0.0)
    return top, tuple(span for p, span in items if p >= threshold)


def judge_prospect(reading: Reading, shared: Finding) -> dict[str, Finding]:
    """Judge hook, prospect_focus, value and personal by patterns.

    Parameters
    ----------
    reading : Reading
        The text.
    shared : Finding
        The verdict on `context`; an earlier contact is a hook if it stands early.
    """
    judged = [judge_clause(clause) for clause in reading.clauses]
    limit = thirtieth_word(reading)
    early = [
        (j.prospect, (j.clause.start, j.clause.end))
        for j in judged
        if (
            reading.raw_span((j.clause.start, j.clause.start + 1))[0] < limit
            and "greeting" not in j.signs
        )
        or (j.prospect > 0.6 and reading.raw_span((j.clause.start, j.clause.start + 1))[0] < limit)
    ]
    early += [
        (0.7, span) for span in shared.spans if shared.met and reading.raw_span(span)[1] <= limit
    ]
    findings = {"hook": _presence(early, "none")}
    sides = [(j.prospect, (j.clause.start, j.clause.end)) for j in judged]
    focus = _presence(sides, "none")
    sellers = [(j.clause.start, j.clause.end) for j in judged if j.seller]
    if focus.met and len(sellers) > len(focus.spans):
        focus = Finding(False, 0.65, tuple(sellers), "outnumbered")
    elif not focus.met and sellers:
        focus = Finding(False, focus.sure, tuple(sellers), "seller")
    findings["prospect_focus"] = focus
    findings["value"] = _presence(
        [(j.value, (j.clause.start, j.clause.end)) for j in judged], "none"
    )
    findings["personal"] = _presence(
        [(j.personal, (j.clause.start, j.clause.end)) for j in judged], "none"
    )
    return findings


def _presence(items: list[tuple[float, Span]], clue: str) -> Finding:
    top, spans = _best(items)
    if spans:
        return Finding(True, max(0.55, min(top, 0.9)), spans)
    return Finding(False, max(0.55, min(1 - top, 0.9)), (), clue)
