"""Weighing: the clause model decides, with the findings of the patterns among what it sees."""

from __future__ import annotations

from collections.abc import Sequence

from salescoach.rubric.clues import describe
from salescoach.rubric.finding import Finding, merge
from salescoach.rubric.model import ClauseModel
from salescoach.rubric.reading import Clause, Reading, Span
from salescoach.rubric.table import criteria

#: Chance of one clause.
Chances = Sequence[float]

#: From which chance on a clause earns a criterion. Chosen by leaving out one writer after the
#: other on the part of the corpus that was not set aside (`benchmarks/rubric_agreement.py --part
#: writers`): what two clauses say together the model sees in each only in part.
EARNS = 0.4
#: From which chance on a clause breaks a criterion: a false alarm costs more than a miss.
BREAKS = {"courteous": 0.72, "polite": 0.65, "closes": 0.65, "nohype": 0.55}
#: How far a pattern that finds a violation takes away what the model doubts of it.
BACKED = 0.4
#: Where the patterns were right 94 times in a hundred or more on texts that they were not made
#: with, what they find counts, whatever the model says.
TRUSTED = frozenset({"identity", "cta", "retry", "no_answer", "assumes", "specific_date"})
#: The patterns alone were the better judge of these in the same trial.
BY_PATTERN = frozenset({"callback", "natural"})
_CLUES = {"courteous": "pressure", "polite": "pressure", "nohype": "hype", "closes": "follow up"}


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
    chances: dict[str, Chances] = {h: [o[h] for o in opinions] for h in section.heads}
    if "hook" in chances:
        chances["hook"] = [
            p if "early" in f else 0.0
            for p, f in zip(chances["hook"], described, strict=True)
        ]  # fmt: skip
    weighed = dict(found)
    for criterion in criteria(kind):
        name = criterion.name
        if name in BY_PATTERN or criterion.computed:
            continue
        if name == "needs_solution" and {"needs", "offer"} <= chances.keys():
            weighed[name] = _both(reading, chances)
        elif name not in chances:
            continue
        else:
            decide = _violation if criterion.absence else _support
            weighed[name] = decide(reading, name, found[name], chances[name])
    if "seller" in chances:
        weighed["prospect_focus"] = _outweighed(reading, weighed["prospect_focus"], chances)
    return weighed


def _spans(reading: Reading, chances: Chances, least: float) -> tuple[Span, ...]:
    return tuple(
        (c.start, c.end) for c, p in zip(reading.clauses, chances, strict=True) if p >= least
    )


def _certainty(top: float, least: float) -> float:
    """Place a chance on a scale on which the threshold is even odds."""
    share = (top - least) / (1 - least) if top >= least else (least - top) / least
    return round(0.5 + 0.48 * min(max(share, 0.0), 1.0), 3)


def _support(reading: Reading, name: str, pattern: Finding, chances: Chances) -> Finding:
    """Decide on a criterion that evidence earns."""
    top = max(chances)
    sure = _certainty(top, EARNS)
    if name in TRUSTED and pattern.met:
        spans = merge([*pattern.spans, *_spans(reading, chances, EARNS)])
        return Finding(True, max(sure if top >= EARNS else 0.0, 0.75), spans)
    if top < EARNS:
        # What the pattern saw amiss ('no day', 'sting') words the advice.
        return Finding(False, sure, () if pattern.met else pattern.spans,
                       "none" if pattern.met else pattern.clue)  # fmt: skip
    return Finding(True, sure, _spans(reading, chances, EARNS))


def _violation(reading: Reading, name: str, pattern: Finding, chances: Chances) -> Finding:
    """Decide on a criterion that a violation breaks."""
    backed = [
        p + BACKED * (1 - p) if _touches(pattern.spans, clause) else p
        for clause, p in zip(reading.clauses, chances, strict=True)
    ]
    top, least = max(backed), BREAKS[name]
    sure = _certainty(top, least)
    if top < least:
        return Finding(True, sure, (), "none found")
    clue = _CLUES[name] if pattern.met else pattern.clue
    return Finding(False, sure, _spans(reading, backed, least), clue)


def _touches(spans: tuple[Span, ...], clause: Clause) -> bool:
    return any(a < clause.end and clause.start < b for a, b in spans)


def _both(reading: Reading, chances: dict[str, Chances]) -> Finding:
    """Decide on `needs_solution`: the need dealt with and the offer made, in any two clauses."""
    needs, offer = max(chances["needs"]), max(chances["offer"])
    low = min(needs, offer)
    sure = _certainty(low, EARNS)
    told = {"needs": _spans(reading, chances["needs"], EARNS),
            "offer": _spans(reading, chances["offer"], EARNS)}  # fmt: skip
    if low >= EARNS:
        return Finding(True, sure, merge([*told["needs"], *told["offer"]]))
    if needs >= EARNS:
        return Finding(False, sure, told["needs"], "no offer")
    if offer >= EARNS:
        return Finding(False, sure, told["offer"], "no needs")
    return Finding(False, sure, (), "neither")


def _outweighed(reading: Reading, focus: Finding, chances: dict[str, Chances]) -> Finding:
    """Withdraw the focus from a text that says more about the caller than about the prospect."""
    theirs = [
        max(pair) >= EARNS
        for pair in zip(chances["prospect_focus"], chances["value"], strict=True)
    ]  # fmt: skip
    own = [p >= EARNS and not them for p, them in zip(chances["seller"], theirs, strict=True)]
    if not any(own):
        return focus
    spans = tuple((c.start, c.end) for c, o in zip(reading.clauses, own, strict=True) if o)
    if not focus.met:
        return Finding(False, focus.sure, spans, "seller")
    if sum(own) > sum(theirs):
        return Finding(False, 0.6, spans, "outnumbered")
    return focus
