"""What the rubric answers: one verdict for each criterion, and one for the whole text."""

from __future__ import annotations

from dataclasses import dataclass

from salescoach.rubric.reading import Span

#: Below this the coach says 'check this yourself'.
UNSURE_BELOW = 0.65


@dataclass(frozen=True)
class Verdict:
    """The verdict on one criterion.

    Attributes
    ----------
    name : str
        Name of the criterion.
    met : bool
        Whether it is met.
    sure : float
        From 0 to 1.
    evidence : tuple of (int, int)
        Code-point offsets into the text as given: what earns the criterion, or what breaks it.
    why : str
        The reason, in one sentence.
    suggestion : str
        One concrete thing to try; empty if the criterion is met.
    unsure : bool
        The trainee had better check this verdict.
    """

    name: str
    met: bool
    sure: float
    evidence: tuple[Span, ...]
    why: str
    suggestion: str
    unsure: bool


@dataclass(frozen=True)
class ScriptVerdict:
    """The verdict on a whole text.

    Attributes
    ----------
    kind : str
        One of `salescoach.rubric.KINDS`.
    total : float
        0 to 10.
    words : int
        Spoken words.
    seconds : float
        Spoken length.
    criteria : tuple of Verdict
        In the order of the rubric.
    caps : tuple of str
        Which rule lowered the total, and why.
    notes : tuple of str
        What the reader should know about the reading itself: not English, too long, empty.
    """

    kind: str
    total: float
    words: int
    seconds: float
    criteria: tuple[Verdict, ...]
    caps: tuple[str, ...]
    notes: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return plain data: the JSON form of ``salescoach score``."""
        return {
            "total": self.total,
            "words": self.words,
            "seconds": self.seconds,
            "criteria": {
                v.name: {
                    "met": v.met,
                    "sure": v.sure,
                    "evidence": [list(span) for span in v.evidence],
                    "why": v.why,
                    "try": v.suggestion,
                    "unsure": v.unsure,
                }
                for v in self.criteria
            },
            "caps": list(self.caps),
            "notes": list(self.notes),
        }
