"""Feedback on scripts: criteria with evidence, reasons and suggestions.

`judge` reads a voicemail, a break-up email or a follow-up agreement line and says, criterion by
criterion, what it found and where. It is deterministic and needs no files and no network.
"""

from salescoach.rubric.model import ClauseModel
from salescoach.rubric.scoring import judge
from salescoach.rubric.table import KINDS, Criterion, criteria
from salescoach.rubric.totals import total
from salescoach.rubric.verdict import UNSURE_BELOW, ScriptVerdict, Verdict
from salescoach.rubric.word_groups import parse as parse_word_groups

__all__ = [
    "KINDS",
    "UNSURE_BELOW",
    "ClauseModel",
    "Criterion",
    "ScriptVerdict",
    "Verdict",
    "criteria",
    "judge",
    "parse_word_groups",
    "total",
]
