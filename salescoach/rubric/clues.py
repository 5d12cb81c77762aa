"""Clues: what all pattern detectors of one rubric find in a text, and the clauses they mark."""

from __future__ import annotations

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
from salescoach.rubric.reading import Reading
from salescoach.rubric.request import cta
from salescoach.rubric.wayout import optout

#: What the clause model judges, for each kind of text.
HEADS = {
    "voicemail": (
        "hook", "prospect_focus", "value", "personal", "context", "cta", "retry", "optout",
        "courteous", "nohype",
    ),
    "breakup": (
        "needs_solution", "no_answer", "assumes", "asks_who", "asks_why", "closes", "polite",
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


def describe(reading: Reading) -> list[list[str]]:
    """Describe the clauses of a text for the model."""
    limit = thirtieth_word(reading)
    early = max(
        (s for t, s in zip(reading.tokens, reading.starts, strict=True) if t.start < limit),
        default=0,
    )
    return clause_features(reading, early)
