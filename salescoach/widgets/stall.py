"""A stall case, week by week; in a lesson a debrief follows the last week."""

from __future__ import annotations

from typing import Any

import traitlets

from salescoach.items import Item
from salescoach.signals.stalls import DECISIONS, REASON_WORDS, StallCase, StallKey
from salescoach.widgets.base import AnswerWidget, front_end
from salescoach.widgets.signal_views import stall_view


class StallDesk(AnswerWidget):
    """Evidence so far, what was decided, and the week that asks for a decision.

    Parameters
    ----------
    item : Item
        The item; its id is the case's.
    body : str
        The answer so far.
    case : StallCase
        The case; weeks that have not been reached are never sent to the front end.
    key : StallKey or None
        The key in practice mode; None in an exercise.
    """

    _esm = front_end("drill", "stall", render="answerWidget(stallInside)")
    decisions: traitlets.List[dict[str, str]] = traitlets.List().tag(sync=True)
    reason_words = traitlets.Int(REASON_WORDS).tag(sync=True)

    def __init__(self, item: Item, body: str, case: StallCase, key: StallKey | None) -> None:
        self._case = case
        self._key = key
        about = [{"id": d.id, "name": d.name, "about": d.definition} for d in DECISIONS.values()]
        super().__init__(item, body, decisions=about)

    def view(self, body: str) -> dict[str, Any]:
        """Show the case as far as it has been decided."""
        return stall_view(body, self._case, self._key)

    def fallback(self) -> str:
        """Tell the case so far, and how to decide without the widget."""
        view = self.view(self._body)
        lines = [repr(self), view["opening"]]
        lines += filter(None, [view["fault"], *view["slips"]])
        lines += [
            f"Week {w['week']}. {w['evidence']}\nYou: {w['decided']}. {w['reason']}"
            for w in view["past"]
        ]
        if view["next"] is None:
            lines.append("All weeks are decided.")
            return "\n".join(lines)
        week = view["next"]["week"]
        lines += [
            f"Week {week}. {view['next']['evidence']}",
            "Write below the first line of the cell, and run it to see what comes next:",
            f'[week-{week}]\ndecision = "wait"\nreason = "…"',
            f"Decisions: {', '.join(DECISIONS)}.",
        ]
        return "\n".join(lines)
