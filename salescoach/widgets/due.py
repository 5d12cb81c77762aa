"""What the practice of all lessons brings back, and the questions among it, asked again at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import traitlets

from salescoach import habits
from salescoach.errors import CoachError
from salescoach.recall import ROUND, RecallQuestion, to_ask
from salescoach.review_store import ReviewStore
from salescoach.widgets.base import CoachWidget, front_end
from salescoach.widgets.habit_views import due_view

View = dict[str, Any]


class DueReviews(CoachWidget):
    """What is due now and in the next weeks; the questions of the lessons are asked here.

    Parameters
    ----------
    questions : sequence of RecallQuestion
        All questions that can come back.
    answered : mapping
        What stands in the learner's own lessons: letters by question.
    store : ReviewStore
        Keeps the learner's schedule.
    """

    _esm = front_end("due", render="renderDue")
    name = "due"
    view: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        questions: Sequence[RecallQuestion],
        answered: Mapping[str, str],
        store: ReviewStore,
        now: datetime | None = None,
    ) -> None:
        self._questions = questions
        self._answered = answered
        self._store = store
        super().__init__(view=self.look(now or datetime.now(UTC))[0])
        self.on_msg(self._receive)

    def fallback(self) -> str:
        """Say where the list is seen: it is the learner's own and is not stored here."""
        return f"{self!r} Run this cell to see which reviews are due."

    def look(self, now: datetime) -> tuple[View, list[RecallQuestion]]:
        """Work out what is due: the view, and the questions to ask."""
        # A damaged file or a full disk must not keep anybody from practising.
        try:
            stored = self._store.load()
            reviews, message = stored.reviews, stored.message
        except CoachError as error:
            reviews, message = (), str(error)
        memories = habits.schedule(reviews)
        asked = to_ask(self._questions, self._answered, memories, now)
        fresh = [question.id for question in asked if question.id not in memories]
        return due_view(memories, now, message, asked, len(fresh)), asked

    def reply(self, message: dict[str, Any], now: datetime | None = None) -> dict[str, Any]:
        """Answer one message of the front end.

        Parameters
        ----------
        message : dict
            ``type`` is ``"open"`` (send the next questions) or ``"answered"`` (note that ``id``
            was answered with ``choice``).
        now : datetime, optional
            For tests; by default the time is now.
        """
        now = now or datetime.now(UTC)
        if message.get("type") == "open":
            view, asked = self.look(now)
            return {"view": view, "deck": [_card(question) for question in asked[:ROUND]]}
        known = {question.id: question for question in self._questions}
        question, letter = known.get(str(message.get("id"))), str(message.get("choice"))
        if message.get("type") != "answered" or question is None or letter not in question.credit:
            return {}
        review = habits.Review(now, question.id, habits.grade(question.right(letter)))
        try:
            warning = self._store.add([review]).message
        except CoachError as error:
            return {"warning": str(error)}
        return {"warning": warning, "view": self.look(now)[0]}

    def _receive(self, _: Any, message: dict[str, Any], __: Any) -> None:
        self.send(self.reply(message))


def _card(question: RecallQuestion) -> View:
    """Bring a question into plain values; its key goes along, so that the answer comes at once."""
    return {
        "id": question.id,
        "lesson": question.lesson,
        "stem": question.stem,
        "options": [{"id": o.id, "text": o.text} for o in question.options],
        "credit": dict(question.credit),
        "said": dict(question.said),
    }
