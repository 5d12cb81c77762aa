"""What lessons 01 and 02 ask of the coach: weeks of calls, a myth, companies, questions."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from salescoach.catalog import SAMPLE_DAY
from salescoach.companies import Company, Qualifiers, cut
from salescoach.keys import NumberKey, SortingKey, number_keys, profiles, sorting_keys
from salescoach.lesson.core import CoachCore
from salescoach.rejection import Outlook, outlook
from salescoach.widgets import homework_widgets as hw
from salescoach.widgets.base import AnswerWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from salescoach.items import Item
    from salescoach.plots import Picture


class HomeworkCoach(CoachCore):
    """Shows numbers, forms, teams, questions and companies."""

    def answer(self, item: str, body: str = "") -> AnswerWidget:
        """Show the widget of an answer cell; ``%%answer`` calls this."""
        asked = self.catalog.item(item)
        practice = self.notebook.kind == "lesson"
        match asked.kind:
            case "numbers":
                return hw.FieldForm(asked, body, self._number_keys[item] if practice else None)
            case "form":
                return hw.FieldForm(asked, body)
            case "sort":
                return hw.SortBoard(asked, body, self._sorting_keys[item] if practice else None)
            case "team":
                return hw.TeamMatrix(asked, body)
            case "calculator":
                return hw.CallCalculator(asked, body)
            case "questions":
                return hw.QuestionStudio(asked, body)
            case "qualify":
                fits = self._fits(asked) if practice else None
                return hw.QualifyBoard(asked, body, self.catalog.companies, SAMPLE_DAY, fits)
            case "ownlist":
                return hw.OwnListBoard(asked, body, Path.cwd(), date.today())
            case _:
                return super().answer(item, body)

    @cached_property
    def _number_keys(self) -> dict[str, dict[str, NumberKey]]:
        return number_keys(self.catalog)

    @cached_property
    def _sorting_keys(self) -> dict[str, dict[str, SortingKey]]:
        return sorting_keys(self.catalog)

    def _fits(self, item: Item) -> Callable[[Company], bool] | None:
        profile = profiles(self.catalog).get(item.id)
        if profile is None:
            return None
        fitting = set(cut(self.catalog.companies, profile, SAMPLE_DAY).kept)
        return fitting.__contains__

    def week(self, calls: int, conversations: float, yes: float) -> Picture:
        """Show how likely each number of yes in a week is.

        Parameters
        ----------
        calls : int
            Calls in the week.
        conversations : float
            Conversations that come of 100 calls.
        yes : float
            Yes that come of 100 conversations.
        """
        from salescoach.call_plots import week_picture

        return week_picture(outlook(calls, conversations, yes))

    def first_yes(self, conversations: float, yes: float) -> Picture:
        """Show by which call the first yes has come; the numbers are those of `week`."""
        from salescoach.call_plots import first_yes_picture

        return first_yes_picture(outlook(50, conversations, yes))

    def more_calls_or_better(self) -> Picture:
        """Compare Priya's week with twice the calls, and with twice the conversations."""
        from salescoach.call_plots import weeks_picture

        weeks: list[tuple[str, Outlook]] = [
            ("50 calls, as now", outlook(50, 10, 20)),
            ("100 calls, as now", outlook(100, 10, 20)),
            ("50 calls, researched", outlook(50, 20, 20)),
        ]
        return weeks_picture(weeks)

    def myth_of_contacts(self) -> Picture:
        """Set the myth about the number of contacts beside public data."""
        from salescoach.call_plots import ContactShare, myth_picture

        return myth_picture([ContactShare(**row) for row in self.catalog.rows("yes_by_contact")])

    def data_check(self) -> hw.DataReport:
        """Show what is wrong with the sample list: duplicates, stale rows, opt-outs."""
        return hw.DataReport(self.catalog.companies, SAMPLE_DAY)

    def ask(self, *questions: str) -> hw.QuestionExample:
        """Show which of some questions are open, with the words that decide."""
        return hw.QuestionExample("\n".join(questions))

    def without_cleaning(self) -> Picture:
        """Show what Priya's list would hold, had she cut it without cleaning it first."""
        from dataclasses import replace

        from salescoach.call_plots import uncleaned_picture

        profile = profiles(self.catalog)["profile-02"]
        unclean = replace(
            profile, drop_duplicates=False, respect_opt_out=False, checked_within_months=None
        )
        kept = cut(self.catalog.companies, unclean, SAMPLE_DAY).kept
        return uncleaned_picture(_parts(kept, self.catalog.companies, profile))


def _parts(
    kept: tuple[Company, ...], universe: tuple[Company, ...], profile: Qualifiers
) -> list[tuple[str, int]]:
    """Count what cleaning would have taken out of a list, step by step."""
    cleaning = Qualifiers(
        checked_within_months=profile.checked_within_months,
        drop_duplicates=True,
        respect_opt_out=True,
    )
    steps = {step.name: step.fell for step in cut(universe, cleaning, SAMPLE_DAY).steps}
    fell = {
        name: sum(fallen.company in kept for fallen in steps[name])
        for name in ("duplicates", "freshness", "opt-outs")
    }
    return [
        ("fit to call", len(kept) - sum(fell.values())),
        ("there twice", fell["duplicates"]),
        ("not checked for a year", fell["freshness"]),
        ("had asked to be left alone", fell["opt-outs"]),
    ]
