"""The drill: situations to classify, in an answer cell or for practice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import traitlets

from salescoach import habits
from salescoach.errors import CoachError
from salescoach.items import Item
from salescoach.review_store import ReviewStore
from salescoach.signals.items import SignalItem, SignalKey
from salescoach.signals.kinds import KINDS, MOVES
from salescoach.signals.report import agreement_words, certainty_words, mixed_up_words, series
from salescoach.signals.scoring import Choice
from salescoach.widgets.base import AnswerWidget, CoachWidget, front_end
from salescoach.widgets.signal_views import (
    REVIEWED,
    deck,
    drill_view,
    drill_words,
    practice_view,
    signal_view,
    situation_view,
)

ROUND = 10
"""Situations in a round of practice."""


class DrillSheet(AnswerWidget):
    """A series of situations, answered into the cell; nothing here knows a key."""

    _esm = front_end("drill", "drill_sheet", render="answerWidget(drillSheetInside)")
    words = traitlets.Dict().tag(sync=True)
    situations: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)

    def __init__(self, item: Item, body: str, asked: Sequence[SignalItem]) -> None:
        self._signals = asked
        super().__init__(
            item, body, words=drill_words(), situations=[situation_view(s) for s in asked]
        )

    def view(self, body: str) -> dict[str, Any]:
        """Show the choices in the cell, or what is wrong with the TOML."""
        return drill_view(body, self._signals)

    def fallback(self) -> str:
        """List the situations and how to answer them without the widget."""
        view = self.view(self._body)
        answered = sum(len(c) == 3 for c in view["choices"].values())
        lines = [f"{self!r} {answered} of {len(self._signals)} situations answered."]
        lines += filter(None, [view["fault"], *view["slips"]])
        lines += [f"\n[{s['id']}] {s['where']}\n{s['situation']}" for s in self.situations]
        lines += [
            "\nOne answer in the cell looks like this:",
            f'[{self._signals[0].id}]\nkind = "busy"\nsure = 60\nmove = "add-value"',
            f"Kinds: {', '.join(KINDS)}.",
            f"Moves: {', '.join(MOVES)}.",
        ]
        return "\n".join(lines)


class PracticeDrill(CoachWidget):
    """Situations with an answer at once; only the schedule of reviews is kept.

    Parameters
    ----------
    signals : sequence of SignalItem
        What to practise.
    keys : mapping
        Their keys.
    sitting : dict
        Gets the first answer to each situation; it lives as long as the kernel.
    store : ReviewStore
        Keeps the learner's schedule.
    """

    _esm = front_end("drill", "drill_practice", render="renderPractice")
    title = traitlets.Unicode("Practice: read the signal").tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    round_size = traitlets.Int(ROUND).tag(sync=True)
    name = "drill"

    def __init__(
        self,
        signals: Sequence[SignalItem],
        keys: Mapping[str, SignalKey],
        sitting: dict[str, Choice],
        store: ReviewStore,
    ) -> None:
        self._signals = {signal.id: signal for signal in signals}
        self._keys = keys
        self._sitting = sitting
        self._store = store
        super().__init__(words=drill_words())
        self.on_msg(self._receive)

    def fallback(self) -> str:
        """Say how many situations there are and how to begin."""
        return (
            f"{self!r} {len(self._signals)} situations. Run this cell to practise {ROUND} of them."
        )

    def reply(self, message: dict[str, Any], now: datetime | None = None) -> dict[str, Any]:
        """Answer one message of the front end.

        Parameters
        ----------
        message : dict
            ``type`` is ``"open"`` (send the situations), ``"answered"`` (note the answer to
            ``id``) or ``"summary"`` (say what this sitting came to).
        now : datetime, optional
            For tests; by default the time is now.
        """
        now = now or datetime.now(UTC)
        match message.get("type"):
            case "open":
                return self._open(now)
            case "answered":
                return self._note(message, now)
            case "summary":
                return self._summary()
        return {}

    def _open(self, now: datetime) -> dict[str, Any]:
        # A fresh folder, a damaged file or a full disk must not keep anybody from practising.
        try:
            stored = self._store.load()
            reviews, warning = stored.reviews, stored.message
        except CoachError as error:
            reviews, warning = (), str(error)
        order = deck(list(self._signals.values()), habits.schedule(reviews), now, seed=len(reviews))
        return {
            "deck": [practice_view(s, self._keys[s.id]) for s in order],
            "warning": warning,
        }

    def _note(self, message: dict[str, Any], now: datetime) -> dict[str, Any]:
        key = self._keys.get(str(message.get("id")))
        kind, move, sure = (message.get(name) for name in ("kind", "move", "sure"))
        if key is None or kind not in KINDS or move not in MOVES:
            return {}
        certainty = sure if isinstance(sure, int) and 0 <= sure <= 100 else None
        self._sitting.setdefault(key.id, Choice(kind, move, certainty))
        grade = habits.grade(kind == key.kind, certainty)
        try:
            stored = self._store.add([habits.Review(now, REVIEWED + key.id, grade)])
        except CoachError as error:
            return {"warning": str(error)}
        return {"warning": stored.message}

    def _summary(self) -> dict[str, Any]:
        result = series([self._keys[name] for name in self._sitting], self._sitting)
        return {
            "agreement": agreement_words(result),
            "told": mixed_up_words(result),
            "certainty": certainty_words(result),
            "pairs": result.pairs,
        }

    def _receive(self, _: Any, message: dict[str, Any], __: Any) -> None:
        self.send(self.reply(message))


class SignalCards(CoachWidget):
    """Situations with their keys, side by side."""

    _esm = front_end("drill", "signal", render="renderSignals")
    title = traitlets.Unicode().tag(sync=True)
    cards: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)

    def __init__(self, pairs: Sequence[tuple[SignalItem, SignalKey]]) -> None:
        self.name = " ".join(signal.id for signal, _ in pairs)
        title = "What decides it" if len(pairs) == 1 else "Side by side"
        super().__init__(title=title, cards=[signal_view(*pair) for pair in pairs])

    def fallback(self) -> str:
        """Tell each situation with its key in plain text."""
        parts = [repr(self)]
        for card in self.cards:
            quote = card["situation"][slice(*card["quote"])]
            parts.append(
                f"{card['where']} {card['situation']}\n"
                f"What decides it: “{quote}”\n"
                f"{card['kind']} ({card['activity']}). {card['means']}\n"
                f"Best move: {card['move']}. {card['reason']}"
            )
        return "\n\n".join(parts)
