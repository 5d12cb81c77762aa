"""The queue of answers that wait for an instructor: one at a time, every decision saved at once.

Nothing that a trainee wrote becomes synchronised state: the notebook file must not hold it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from salescoach.errors import CoachError
from salescoach.widgets.base import CoachWidget, front_end

View = dict[str, Any]
Decide = Callable[[int, str, object, str, str], str]
"""Takes place, ``accept`` or ``override``, points, reason and name; says what was saved."""

_LISTED = 12


class ReviewQueue(CoachWidget):
    """One waiting answer with its marks, and buttons that decide about it.

    Parameters
    ----------
    name : str
        Of the course.
    waiting : sequence of dict
        What waits, as plain values; see `salescoach.desk`.
    decide : callable
        Saves a decision, or raises `CoachError`.
    who : str
        Who decides; can be changed in the widget.
    """

    _esm = front_end("studio", "review", render="renderReview")

    def __init__(self, name: str, waiting: Sequence[View], decide: Decide, who: str = "") -> None:
        self.name = repr(name)
        self._waiting = list(waiting)
        self._decide = decide
        self._who = who
        self._saved: dict[int, str] = {}
        super().__init__()
        self.on_msg(self._receive)

    def reply(self, message: View) -> View:
        """Answer one message of the front end.

        Parameters
        ----------
        message : dict
            ``type`` is ``"look"`` or ``"decide"``; ``place`` says which; a decision has ``kind``,
            ``score``, ``why`` and ``who``.

        Returns
        -------
        dict
            ``number`` of the message, and ``view``: what to show.
        """
        place = message.get("place")
        place = place if isinstance(place, int) and not isinstance(place, bool) else 0
        place = max(0, min(place, len(self._waiting) - 1))
        fault = said = ""
        if message.get("type") == "decide" and self._waiting:
            self._who = str(message.get("who") or "")
            try:
                said = self._saved[place] = self._decide(
                    place, str(message.get("kind")), message.get("score"),
                    str(message.get("why") or ""), self._who,
                )  # fmt: skip
                place = self._next(place)
            except CoachError as error:
                fault = str(error)
        return {"number": message.get("number"), "view": self._view(place, said, fault)}

    def _next(self, place: int) -> int:
        """Find the next one that still waits; stay if none does."""
        order = [*range(place + 1, len(self._waiting)), *range(place)]
        return next((i for i in order if i not in self._saved), place)

    def _view(self, place: int, said: str, fault: str) -> View:
        item = self._waiting[place] if self._waiting else None
        return {
            "place": place,
            "count": len(self._waiting),
            "left": len(self._waiting) - len(self._saved),
            "item": item,
            "decided": self._saved.get(place, ""),
            "said": said,
            "fault": fault,
            "who": self._who,
        }

    def _receive(self, _: Any, message: View, __: Any) -> None:
        self.send(self.reply(message))

    def fallback(self) -> str:
        """List what waits in plain text."""
        if not self._waiting:
            return f"{self!r} Nothing waits for you."
        lines = [f"{self!r} {len(self._waiting)} wait for you:"]
        for one in self._waiting[:_LISTED]:
            score = "no score" if one["score"] is None else f"{one['score']:g}"
            lines.append(f"  {one['label']}, {one['title']}: {score} of {one['max']:g}.")
        more = len(self._waiting) - _LISTED
        return "\n".join([*lines, *([f"  and {more} more"] if more > 0 else [])])
