"""What is said about a cell: to the instructor in its note, to the trainee about a decision."""

from __future__ import annotations

from dataclasses import dataclass, field

from salescoach.grading.cells import CellRecord, Settled
from salescoach.grading.course import Course


def decided_in_words(settled: Settled) -> str:
    """Say what a person decided about this very answer; empty if nobody did."""
    decision = settled.decision
    if decision is None:
        return ""
    if decision.kind == "override":
        return (
            f"{decision.who} gave {decision.score:g} points on {decision.when[:10]}: {decision.why}"
        )
    return f"{decision.who} looked at it on {decision.when[:10]}."


@dataclass
class Words:
    """Collects the sentences of a note."""

    said: list[str] = field(default_factory=list)

    def add(self, sentence: str) -> None:
        """Add a sentence, once."""
        if sentence and sentence not in self.said:
            self.said.append(sentence)


def note_of(cell: CellRecord, course: Course) -> str:
    """Say what the instructor should know about a cell."""
    words = Words()
    attempt = cell.counts
    if attempt is None:
        return "Nothing was handed in."
    words.add(attempt.doubt)
    words.add(attempt.note)
    for status, told in (
        ("blank", "Left blank"), ("missing", "Without their cell"), ("review", "For you to look at")
    ):  # fmt: skip
        names = [s.grade.item for s in attempt.settled if s.grade.status == status]
        if names:
            words.add(f"{told}: {', '.join(names)}.")
    if attempt.late_days:
        days = "1 day" if attempt.late_days == 1 else f"{attempt.late_days} days"
        kept = {1.0: "counts in full", 0.0: "so it earns nothing"}
        share = kept.get(attempt.factor, f"so {attempt.factor:.0%} of the points count")
        words.add(f"{days} late, {share}.")
    if len(cell.attempts) > 1:
        words.add(f"Handed in {len(cell.attempts)} times; the {course.policies.repeated} counts.")
        others = [a for a in cell.attempts if a is not attempt and a.status == "review"]
        if others and course.policies.repeated == "best":
            words.add("Another hand-in has something to look at, and might be the best.")
    words.add(attempt.hand_in.note)
    return " ".join(words.said)
