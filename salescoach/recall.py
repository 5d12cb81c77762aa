"""Questions that come back: which of the questions a learner has met are asked again, and when.

A question enters with its first answer, which stands in the learner's own lessons; from its first
review on the schedule of all practice (`salescoach.habits`) says when it is due.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from salescoach.habits import Memory, due
from salescoach.items import Option

QUESTIONS: Final = "questions/"
"""How the names of these questions begin in the schedule."""

ROUND: Final = 10
"""Questions in one sitting: what fits into a few minutes."""


@dataclass(frozen=True)
class RecallQuestion:
    """A question that can be asked again.

    Parameters
    ----------
    id : str
        Its name in the schedule, like ``questions/check-05-1``.
    lesson : str
        Where it comes from, as a learner knows it.
    stem : str
        The question.
    options : tuple of Option
        The options.
    credit : mapping
        What each option earns, 0 to 1.
    said : mapping
        What the coach says about each option.
    """

    id: str
    lesson: str
    stem: str
    options: tuple[Option, ...]
    credit: Mapping[str, float]
    said: Mapping[str, str]

    def right(self, letter: str) -> bool:
        """Whether an option earns everything."""
        return self.credit[letter] == max(self.credit.values())


def to_ask(
    questions: Sequence[RecallQuestion],
    answered: Mapping[str, str],
    memories: Mapping[str, Memory],
    now: datetime,
) -> list[RecallQuestion]:
    """List what is due: first what the schedule says, then what was answered once, missed first.

    Parameters
    ----------
    questions : sequence of RecallQuestion
        All questions, in the order of the course.
    answered : mapping
        The letters that stand in the learner's own lessons, by question.
    memories : mapping
        What the schedule holds.
    now : datetime
        In UTC.
    """
    known = {question.id: question for question in questions}
    late = [known[m.item] for m in due(memories, now) if m.item in known]
    fresh = [q for q in questions if q.id in answered and q.id not in memories]
    return late + sorted(fresh, key=lambda q: q.right(answered[q.id]))
