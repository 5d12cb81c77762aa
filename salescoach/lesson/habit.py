"""What lessons 00 and 10 ask of the coach: assessment, plan, reviews, gain, certificate."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from salescoach import assessment, practice_plan
from salescoach.errors import CoachError
from salescoach.items import IDENTITY_ITEM
from salescoach.keys import assessment_keys
from salescoach.lesson.core import CoachCore, Told
from salescoach.responses import who
from salescoach.widgets import habit_widgets
from salescoach.widgets.base import AnswerWidget
from salescoach.widgets.due import DueReviews

if TYPE_CHECKING:
    from salescoach.own_work import OwnWork
    from salescoach.plots import Picture

FIRST_FORM = ("00-start-here", "assessment-a")
LAST_FORM = ("10-make-it-a-habit", "assessment-b")
PLAN = "plan-10"
PLAN_FILE = "practice-plan.ics"
CERTIFICATE = "certificate"


class HabitCoach(CoachCore):
    """Shows where a learner stands, plans four weeks, and looks back."""

    def answer(self, item: str, body: str = "") -> AnswerWidget:
        """Show the widget of an answer cell; ``%%answer`` calls this."""
        asked = self.catalog.item(item)
        widget: AnswerWidget
        if asked.kind == "assessment":
            form = self.catalog.form_of(asked)
            keys = self._assessment_keys if self.notebook.kind == "lesson" else None
            topics = self.catalog.topics
            widget = habit_widgets.AssessmentForm(asked, body, form, keys, topics)
        elif asked.kind == "plan":
            widget = habit_widgets.PlanBoard(asked, body, self.catalog.topics)
        else:
            widget = super().answer(item, body)
        self._shown[item] = widget
        return widget

    @cached_property
    def _shown(self) -> dict[str, AnswerWidget]:
        """The widgets of this session: what they know is newer than the saved file."""
        return {}

    @cached_property
    def _assessment_keys(self) -> dict[str, assessment.QuestionKey] | None:
        """The keys; None where an instructor has left them out of a release."""
        present = self.catalog.path("keys/assessment.csv").exists()
        return assessment_keys(self.catalog) if present else None

    def _body(self, notebook: str, item: str) -> str:
        if notebook == self.notebook.id and item in self._shown:
            return self._shown[item].body
        return self._own_work().body(notebook, item)

    def _own_work(self) -> OwnWork:
        from salescoach.own_work import OwnWork

        return OwnWork(Path.cwd(), self.catalog)

    def _profile(self, place: tuple[str, str]) -> assessment.Profile | None:
        """Score a form; None while one of its questions is open."""
        form = self.catalog.form_of(self.catalog.item(place[1]))
        choices = assessment.read_choices(form, self._body(*place))
        if len(choices) < len(form) or self._assessment_keys is None:
            return None
        return assessment.profile(form, self._assessment_keys, choices)

    def profile(self) -> Picture | Told:
        """Show the share of right answers of the first form, topic by topic."""
        found = self._profile(FIRST_FORM)
        if found is None:
            return Told("Your profile appears here once all twenty questions are answered. "
                        "Then run this cell again.")  # fmt: skip
        from salescoach.habit_plots import profile_picture

        form, said = self._class_form("a")
        return profile_picture(found, self.catalog.topics, form, said)

    def _class_form(self, name: str) -> tuple[assessment.ClassForm | None, str]:
        """Find the class beside the notebook; else say what is wrong with its file, if anything."""
        from salescoach.own_work import class_profile_beside

        try:
            found = class_profile_beside(Path.cwd())
            form = found.forms.get(name) if found else None
            if form is not None:
                assessment.fits(form, self.catalog.assessment[name])
        except CoachError as error:
            return None, str(error)
        return form, ""

    def gain(self) -> Picture | Told:
        """Show the first form beside the last, and what the difference is worth."""
        found = self._gain()
        if isinstance(found, Told):
            return found
        from salescoach.habit_plots import gain_picture

        (before, said), (after, also) = self._class_form("a"), self._class_form("b")
        return gain_picture(found, before, after, said or also)

    def _gain(self) -> assessment.Gain | Told:
        first, last = self._profile(FIRST_FORM), self._profile(LAST_FORM)
        if first is None:
            return Told("Form A is not complete in the notebook 00-start-here beside this one. "
                        "Without a start there is no gain to show: fill it in and save it, or "
                        "enjoy form B on its own.")  # fmt: skip
        if last is None:
            return Told("The gain appears here once all twenty questions of form B are answered. "
                        "Then run this cell again.")  # fmt: skip
        return assessment.gain(first.total, last.total)

    def sample_plan(self) -> Picture:
        """Show the plan of the case as a calendar page."""
        from salescoach.habit_plots import plan_picture

        topics = list(self.catalog.topics.values())
        return plan_picture(
            practice_plan.SAMPLE, practice_plan.sessions(practice_plan.SAMPLE, topics)
        )

    def calendar(self) -> Told:
        """Write the plan into a calendar file beside the notebook."""
        plan = practice_plan.read_plan(self._body(self.notebook.id, PLAN))
        if plan is None or plan.start is None or plan.at is None or not plan.zone:
            return Told("The calendar file is written once the plan above has days, a first day, "
                        "a time and a time zone. Then run this cell again.")  # fmt: skip
        from salescoach.planner import Entry, calendar_file

        entries = [
            Entry(f"Practice: {s.title}", s.day, plan.at, plan.zone, s.minutes,
                  practice_plan.notes_of(s, plan), 5)
            for s in practice_plan.sessions(plan, list(self.catalog.topics.values()))
            if s.day is not None
        ]  # fmt: skip
        _write(PLAN_FILE, calendar_file(entries, datetime.now(UTC)))
        return Told(f"{len(entries)} sessions are in {PLAN_FILE}, beside this notebook. Open it "
                    "with your calendar; importing it twice adds nothing. If you have changed "
                    "the plan since, delete its earlier sessions there: they would "
                    "stay.")  # fmt: skip

    def due_reviews(self) -> DueReviews:
        """Ask what is due again: questions of all lessons here, situations in their drill."""
        from salescoach.lesson.recall import gather
        from salescoach.review_store import ReviewStore

        questions, answered = gather(self.catalog, self._own_work().body, self._assessment_keys)
        return DueReviews(questions, answered, ReviewStore())

    def spacing(self) -> Picture:
        """Compare four reviews on one day, on four days running, and spread over sixteen days."""
        from salescoach.habit_plots import forgetting_picture
        from salescoach.spacing import forgetting

        return forgetting_picture([
            ("All on one day", forgetting((0, 0, 0, 0))),
            ("Four days running", forgetting((0, 1, 2, 3))),
            ("Spread out", forgetting((0, 2, 7, 16))),
        ])  # fmt: skip

    def certificate(self) -> Picture | Told:
        """Write a certificate of what was practised, as PDF and PNG beside the notebook."""
        name, _ = who(self._body(self.notebook.id, IDENTITY_ITEM))
        if not name:
            return Told("Write your name in the cell that asks who hands this in, then run this "
                        "cell again: the certificate appears here, as PDF and PNG.")  # fmt: skip
        from salescoach.certificate import answers_line, certificate_page, pdf_of, png_of
        from salescoach.plots import Picture

        practised = [
            (p.title, p.answered, p.asked)
            for p in self._own_work().practised()
        ]  # fmt: skip
        gain = self._gain()
        page = certificate_page(
            name, practised, gain if isinstance(gain, assessment.Gain) else None, date.today()
        )
        _write(f"{CERTIFICATE}.pdf", pdf_of(page))
        _write(f"{CERTIFICATE}.png", png_of(page))
        lines = [f"Certificate of practice for {name}. Answers given:"]
        lines += [f"{answers_line(*one)}." for one in practised]
        lines.append(f"Saved as {CERTIFICATE}.pdf and {CERTIFICATE}.png beside this notebook.")
        return Picture(page, "\n".join(lines))


def _write(name: str, content: bytes) -> None:
    try:
        Path(name).write_bytes(content)
    except OSError as error:
        raise CoachError(
            f"The file {name} cannot be written: {error.strerror}.",
            next_step="Close the program that holds it open, or save the notebook elsewhere.",
        ) from None
