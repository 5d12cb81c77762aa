"""What the lessons on signals and stalls ask of the coach."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from salescoach.errors import CoachError
from salescoach.items import unknown
from salescoach.keys import signal_keys, stall_keys
from salescoach.lesson.core import CoachCore, Told
from salescoach.review_store import ReviewStore
from salescoach.signals.items import SignalItem, SignalKey
from salescoach.signals.kinds import KINDS, normal
from salescoach.signals.report import Series, series
from salescoach.signals.scoring import Choice
from salescoach.widgets.base import AnswerWidget
from salescoach.widgets.drill import DrillSheet, PracticeDrill, SignalCards
from salescoach.widgets.stall import StallDesk

if TYPE_CHECKING:
    from salescoach.plots import Picture


class SignalCoach(CoachCore):
    """Shows situations, drills, stall cases, and what a series of answers comes to."""

    @cached_property
    def _signal_keys(self) -> Mapping[str, SignalKey]:
        return signal_keys(self.catalog)

    @cached_property
    def _sitting(self) -> dict[str, Choice]:
        """The first answer to each situation practised since the kernel was started."""
        return {}

    @cached_property
    def _for_practice(self) -> dict[str, SignalItem]:
        """All situations but those of the exercises: nobody is to meet them with their key."""
        asked = {s.id for drill in self.catalog.drill_sets.values() for s in drill}
        return {name: s for name, s in self.catalog.signals.items() if name not in asked}

    def answer(self, item: str, body: str = "") -> AnswerWidget:
        """Show the widget of an answer cell; ``%%answer`` calls this."""
        asked = self.catalog.item(item)
        if asked.kind == "drill":
            return DrillSheet(asked, body, self.catalog.drill_sets[asked.id])
        if asked.kind == "stall":
            practice = self.notebook.kind == "lesson" and asked.notebook == self.notebook.id
            key = stall_keys(self.catalog)[asked.id] if practice else None
            return StallDesk(asked, body, self.catalog.stall_cases[asked.id], key)
        return super().answer(item, body)

    def signal(self, *names: str) -> SignalCards:
        """Show situations with what decides them, side by side.

        Parameters
        ----------
        *names : str
            Ids such as ``"s017"``; situations of an exercise are not shown.
        """
        for name in names:
            if name not in self._for_practice:
                raise CoachError(
                    f"There is no situation {name!r} to look at here.",
                    allowed="s001 and on, but for those that an exercise asks",
                    next_step="Try the next number.",
                )
        if not names:
            raise CoachError("Name a situation.", allowed='coach.signal("s017")')
        return SignalCards([(self._for_practice[n], self._signal_keys[n]) for n in names])

    def drill(self, *kinds: str) -> PracticeDrill:
        """Practise situations, with an answer at once.

        Parameters
        ----------
        *kinds : str
            Practise these kinds only, such as ``"outside-stall", "passive-no"``.
        """
        wanted = {normal(kind) for kind in kinds}
        for kind in wanted:
            if kind not in KINDS:
                raise CoachError(**unknown("kind of signal", kind, list(KINDS)))
        chosen = [
            signal for name, signal in self._for_practice.items()
            if not wanted or self._signal_keys[name].kind in wanted
        ]  # fmt: skip
        return PracticeDrill(chosen, self._signal_keys, self._sitting, ReviewStore())

    def confusion(self, person: str = "") -> Picture | Told:
        """Draw what was taken for what: in this sitting, or by a made-up colleague.

        Parameters
        ----------
        person : str
            ``"mara"`` or ``"jonas"``; without it, yourself.
        """
        result = self._series(person)
        if not result.named:
            return Told(_NOTHING_YET)
        from salescoach.plots import confusion_matrix

        return confusion_matrix(result, _whose(person))

    def certainty(self, *people: str) -> Picture | Told:
        """Draw stated certainty against what came true: yours, or that of colleagues.

        Parameters
        ----------
        *people : str
            ``"mara"``, ``"jonas"``; without them, yourself.
        """
        drawn = [(_whose(person), self._series(person)) for person in people or ("",)]
        drawn = [(who, result) for who, result in drawn if result.brier.value is not None]
        if not drawn:
            return Told(_NOTHING_YET)
        from salescoach.plots import reliability_plot

        return reliability_plot(drawn)

    def one_habit(self) -> Picture:
        """Draw how far each decision gets in the stall cases if it is taken every week."""
        from salescoach.plots import habit_bars
        from salescoach.signals.stalls import habit_shares

        return habit_bars(habit_shares(stall_keys(self.catalog).values()))

    def _series(self, person: str) -> Series:
        if not person:
            sitting = self._sitting
            return series([self._signal_keys[name] for name in sitting], sitting)
        rows: dict[str, list[dict[str, Any]]] = {}
        for row in self.catalog.rows("judgements"):
            rows.setdefault(row["person"], []).append(row)
        if person.lower() not in rows:
            raise CoachError(**unknown("colleague", person, list(rows)))
        theirs = rows[person.lower()]
        return series(
            [self._signal_keys[row["signal"]] for row in theirs],
            {row["signal"]: Choice(row["kind"], None, row["sure"]) for row in theirs},
        )


_NOTHING_YET = (
    "Nothing to draw yet: answer some situations in the drill above, then run this again."
)


def _whose(person: str) -> str:
    return person.title() or "you"
