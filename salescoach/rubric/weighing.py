"""Weighing: the clause model decides, with the findings of the patterns among what it sees."""

from __future__ import annotations

from collections.abc import Sequence

from salescoach.rubric import sides
from salescoach.rubric.clues import describe
from salescoach.rubric.finding import Finding, likely, merge
from salescoach.rubric.model import ClauseModel
from salescoach.rubric.reading import Reading
from salescoach.rubric.table import criteria

#: From which chance on a clause earns a criterion. Chosen, as the others, by leaving out one writer
#: after the other on the part of the corpus that was not set aside
#: (`benchmarks/rubric_agreement.py --part writers`): what two clauses say together the model sees
#: in each only in part, so where a text says a thing in pieces less is asked of each.
EARNS = 0.4
EARNS_BY = {
    "identity": 0.25, "value": 0.55, "personal": 0.6, "context": 0.35, "retry": 0.55,
    "optout": 0.55, "offer": 0.2, "no_answer": 0.25, "specific_date": 0.3, "confirms": 0.6,
}  # fmt: skip
#: From which chance on a clause breaks a criterion: a false alarm costs more than a miss.
BREAKS = {
    "voicemail": {"courteous": 0.75, "nohype": 0.4},
    "breakup": {"polite": 0.6, "closes": 0.7},
    "agreement": {"courteous": 0.55},
}
#: What the patterns find of these counts, whatever the model says.
TRUSTED = frozenset({"identity"})
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
    described = describe(kind, reading, found, model.groups)
    opinions = [section.probabilities(features) for features in described]
    chances = {h: [o[h] for o in opinions] for h in section.heads}
    weighed = dict(found)
    for criterion in criteria(kind):
        name = criterion.name
        if name in BY_PATTERN or criterion.computed:
            continue
        if name == "needs_solution":
            weighed[name] = _both(reading, chances)
        elif name == "prospect_focus":
            weighed[name] = sides.focus(reading, chances)
        elif name == "hook":
            weighed[name] = sides.hook(reading, chances, ["early" in f for f in described])
        else:
            weighed[name] = (
                _violation(reading, name, found[name], chances[name], BREAKS[kind][name])
                if criterion.absence
                else _support(reading, name, found[name], chances[name])
            )
    return weighed


def _least(name: str) -> float:
    return EARNS_BY.get(name, EARNS)


def _certainty(top: float, least: float) -> float:
    """Place a chance on a scale on which the threshold is even odds."""
    share = (top - least) / (1 - least) if top >= least else (least - top) / least
    return round(0.5 + 0.48 * min(max(share, 0.0), 1.0), 3)


def _support(reading: Reading, name: str, pattern: Finding, chances: Sequence[float]) -> Finding:
    """Decide on a criterion that evidence earns."""
    top, least = max(chances), _least(name)
    sure = _certainty(top, least)
    if name in TRUSTED and pattern.met:
        spans = merge([*pattern.spans, *likely(reading, chances, least)])
        return Finding(True, max(sure if top >= least else 0.0, 0.75), spans)
    if top < least:
        # What the pattern saw amiss ('no day', 'sting') words the advice.
        return Finding(False, sure, () if pattern.met else pattern.spans,
                       "none" if pattern.met else pattern.clue)  # fmt: skip
    return Finding(True, sure, likely(reading, chances, least))


def _violation(
    reading: Reading, name: str, pattern: Finding, chances: Sequence[float], least: float
) -> Finding:
    """Decide on a criterion that a violation breaks."""
    top = max(chances)
    sure = _certainty(top, least)
    if top < least:
        return Finding(True, sure, (), "none found")
    clue = _CLUES[name] if pattern.met else pattern.clue
    return Finding(False, sure, likely(reading, chances, least), clue)


def _both(reading: Reading, chances: dict[str, list[float]]) -> Finding:
    """Decide on `needs_solution`: the need dealt with and the offer made, in any two clauses."""
    told, sure = {}, []
    for half in ("needs", "offer"):
        told[half] = likely(reading, chances[half], _least(half))
        sure.append(_certainty(max(chances[half]), _least(half)))
    if all(told.values()):
        return Finding(True, min(sure), merge([*told["needs"], *told["offer"]]))
    missing = max(s for s, spans in zip(sure, told.values(), strict=True) if not spans)
    if told["needs"]:
        return Finding(False, missing, told["needs"], "no offer")
    if told["offer"]:
        return Finding(False, missing, told["offer"], "no needs")
    return Finding(False, missing, (), "neither")
