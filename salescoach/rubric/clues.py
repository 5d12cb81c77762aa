"""Clues: what all pattern detectors of one rubric find in a text, and the clauses they mark."""

from __future__ import annotations

from collections.abc import Mapping

from salescoach.rubric import (
    agreement_date,
    agreement_line,
    breakup_answer,
    breakup_close,
    breakup_offer,
    breakup_questions,
    natural,
)
from salescoach.rubric.contact import callback, retry
from salescoach.rubric.features import clause_features
from salescoach.rubric.finding import Finding
from salescoach.rubric.history import context
from salescoach.rubric.hype import nohype
from salescoach.rubric.identity import identity
from salescoach.rubric.pressure import courteous
from salescoach.rubric.prospect import judge_prospect, thirtieth_word
from salescoach.rubric.reading import Clause, Reading
from salescoach.rubric.request import cta
from salescoach.rubric.seller import is_about_the_seller
from salescoach.rubric.strong import is_hollow, is_plain_value, is_plainly_about_them
from salescoach.rubric.table import criteria
from salescoach.rubric.wayout import optout
from salescoach.rubric.word_groups import WordGroups

#: What the clause model judges, for each kind of text: criteria, and halves of criteria (a clause
#: about the `seller` weighs against the focus; `needs` and `offer` make `needs_solution`).
HEADS = {
    "voicemail": (
        "identity", "hook", "prospect_focus", "value", "personal", "context", "cta", "retry",
        "optout", "courteous", "nohype", "seller",
    ),
    "breakup": (
        "needs", "offer", "no_answer", "assumes", "asks_who", "asks_why", "closes", "polite",
    ),
    "agreement": ("asks_time", "specific_date", "confirms", "their_idea", "courteous"),
}  # fmt: skip


def detect(kind: str, reading: Reading, scenario: str = "") -> dict[str, Finding]:
    """Run the pattern detectors of one kind of text."""
    if kind == "voicemail":
        shared = context(reading)
        return {
            "identity": identity(reading),
            "context": shared,
            "cta": cta(reading),
            "retry": retry(reading),
            "optout": optout(reading),
            "callback": callback(reading),
            "courteous": courteous(reading),
            "nohype": nohype(reading),
            "natural": natural.natural(reading, scenario),
            **judge_prospect(reading, shared),
        }
    if kind == "breakup":
        return {
            "needs_solution": breakup_offer.needs_solution(reading),
            "no_answer": breakup_answer.no_answer(reading),
            "assumes": breakup_answer.assumes(reading),
            "asks_who": breakup_questions.asks_who(reading),
            "asks_why": breakup_questions.asks_why(reading),
            "closes": breakup_close.closes(reading),
            "polite": breakup_close.polite(reading),
        }
    asks = agreement_line.asks_time(reading)
    return {
        "asks_time": asks,
        "specific_date": agreement_date.specific_date(reading),
        "confirms": agreement_date.confirms(reading, asks.met),
        "their_idea": agreement_line.their_idea(reading),
        "courteous": agreement_line.courteous(reading),
    }


def describe(
    kind: str, reading: Reading, found: Mapping[str, Finding], groups: WordGroups
) -> list[list[str]]:
    """Describe the clauses of a text for the model: words, signs, and what the patterns found."""
    limit = thirtieth_word(reading)
    early = max(
        (s for t, s in zip(reading.tokens, reading.starts, strict=True) if t.start < limit),
        default=0,
    )
    described = clause_features(reading, early, groups)
    absence = {c.name for c in criteria(kind) if c.absence}
    for clause, features in zip(reading.clauses, described, strict=True):
        for name, finding in found.items():
            if any(a < clause.end and clause.start < b for a, b in finding.spans):
                # The span of a criterion that is not met says what stands against it.
                speaks_for = finding.met != (name in absence)
                features.append(f"{'for' if speaks_for else 'against'}:{name}")
        if kind == "voicemail":
            features += _sides(reading, clause)
    return described


def _sides(reading: Reading, clause: Clause) -> list[str]:
    """Name what the patterns of the prospect's and the seller's side say of a clause."""
    told = {
        "plain:value": is_plain_value(reading, clause),
        "plain:them": is_plainly_about_them(clause),
        "plain:hollow": is_hollow(clause),
        "plain:seller": is_about_the_seller(clause),
    }
    return [name for name, holds in told.items() if holds]
