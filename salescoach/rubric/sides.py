"""The two sides of a voicemail: whom it is about on the whole, and whom it begins with."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from salescoach.rubric.finding import Finding, likely
from salescoach.rubric.reading import Reading

#: Chance of each clause, for each head of the clause model.
Chances = Mapping[str, Sequence[float]]

#: From which chance on a clause is about the prospect.
THEIRS = 0.3
#: How much a clause about the prospect, one about the caller and the clearest clause about the
#: prospect tell of the focus. Fitted to chances that the model gave to writers it had not seen.
CLAUSE_OF_THEIRS, CLAUSE_OF_OURS, CLEAREST, START = 1.6, -2.3, 3.7, -2.8

#: What is about the prospect: told early, any of these is a hook.
ABOUT_THEM = ("prospect_focus", "personal", "value")
#: From which chance on an early clause about the prospect is a hook, and from which on the model
#: alone calls it one (a referral, a shared event).
ABOUT_THEM_FROM, HOOK_FROM = 0.5, 0.7


def focus(reading: Reading, chances: Chances) -> Finding:
    """Weigh the clauses about the prospect against those about the caller.

    Chances are added up, not counted from a threshold on: three clauses that are half about the
    caller weigh as much as one and a half.
    """
    pairs = zip(chances["prospect_focus"], chances["value"], strict=True)
    theirs = [max(pair) for pair in pairs]
    ours = [p * (1 - them) for p, them in zip(chances["seller"], theirs, strict=True)]
    clearest = max(chances["prospect_focus"])
    said = START + CLAUSE_OF_THEIRS * sum(theirs) + CLAUSE_OF_OURS * sum(ours) + CLEAREST * clearest
    chance = 1 / (1 + math.exp(-said))
    sure = round(0.02 + 0.96 * max(chance, 1 - chance), 3)
    if clearest >= THEIRS and chance >= 0.5:
        return Finding(True, sure, likely(reading, chances["prospect_focus"], THEIRS))
    own = likely(reading, ours, 0.5)
    if clearest < THEIRS:
        return Finding(False, max(sure if chance < 0.5 else 0.5, 0.5), own,
                       "seller" if own else "none")  # fmt: skip
    return Finding(False, sure, own, "outnumbered" if own else "none")


def hook(reading: Reading, chances: Chances, early: Sequence[bool]) -> Finding:
    """Look for something about the prospect among the early clauses."""
    about = [
        max(max(values) - ABOUT_THEM_FROM, own - HOOK_FROM) if soon else -ABOUT_THEM_FROM
        for own, soon, *values in zip(
            chances["hook"], early, *(chances[name] for name in ABOUT_THEM), strict=True
        )
    ]
    top = max(about)
    sure = round(0.5 + 0.48 * min(abs(top) / 0.5, 1.0), 3)
    if top < 0:
        return Finding(False, sure, (), "none")
    return Finding(True, sure, likely(reading, about, 0.0))
