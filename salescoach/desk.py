"""What the notebooks of instructors import: ``from salescoach import desk``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any

from salescoach.catalog import Catalog, open_catalog
from salescoach.errors import CoachError
from salescoach.grading import grade
from salescoach.grading.cells import CELL_STATUSES, build
from salescoach.grading.course import COURSE_FILE, Course, open_course
from salescoach.grading.course_result import course_result
from salescoach.grading.gradebook.opening import open_gradebook
from salescoach.grading.misconceptions import EXPECTED, ClassMistakes, class_mistakes
from salescoach.grading.review_queue import Waiting, accept, override, review_queue
from salescoach.keys import OptionKey, choice_keys, question_keys, signal_keys
from salescoach.widgets.review_queue import ReviewQueue
from salescoach.widgets.views import script_view

__all__ = ["Misconceptions", "ReviewDesk", "misconceptions", "open"]


class ReviewDesk:
    """A graded course, and what in it waits for a person.

    Parameters
    ----------
    course : Course
        The course.
    catalog : Catalog
        Its items.
    who : str
        Who decides.
    """

    def __init__(self, course: Course, catalog: Catalog, who: str = "") -> None:
        self.course = course
        self.catalog = catalog
        self.who = who
        self._book = open_gradebook(course)
        self._practice: TemporaryDirectory[str] | None = None

    def __repr__(self) -> str:
        people = _many(len(self.course.roster), "trainee")
        exercises = _many(len(self.course.exercises), "exercise")
        return f"ReviewDesk of {self.course.title!r}: {people}, {exercises}"

    def standing(self) -> Standing:
        """Count what is graded, missing, and so on."""
        snapshot = self._book.snapshot()
        cells = build(self.course, snapshot.hand_ins, snapshot.decisions)
        return Standing(Counter(cell.status for cell in cells))

    def queue(self, unsure: bool = True) -> ReviewQueue:
        """Show what waits for you, one after the other.

        Parameters
        ----------
        unsure : bool
            Whether answers are shown that have a score, but of which the desk is unsure.
        """
        waiting = review_queue(self.course, self.catalog, self._book.snapshot(), unsure=unsure)

        def decide(place: int, kind: str, score: object, why: str, who: str) -> str:
            one = waiting[place]
            if kind == "accept":
                decision = accept(one, who, why or "The desk is right.")
            else:
                decision = override(one, score, who, why)
            self._book.decide(decision)
            verb = "accepted" if kind == "accept" else "gave"
            return f"Saved: {decision.who} {verb} {decision.score:g} of {one.max:g} points."

        keys = choice_keys(self.catalog) | question_keys(signal_keys(self.catalog))
        views = [_view(one, self.catalog, keys.get(one.item, {})) for one in waiting]
        return ReviewQueue(self.course.title, views, decide, self.who)


class Standing:
    """How many exercises of how many trainees have which status."""

    def __init__(self, count: Counter[str]) -> None:
        self.count = count

    def __repr__(self) -> str:
        told = [f"{self.count[status]} {status}" for status in CELL_STATUSES if self.count[status]]
        return f"{self.count.total()} in all: {', '.join(told) or 'none'}."


def open(folder: str | Path | None = None, who: str = "") -> ReviewDesk:
    """Open a course for review.

    Parameters
    ----------
    folder : str or Path, optional
        The folder of a course that was graded. Without it, a practice course with made-up
        trainees is opened, which is gone when the notebook is closed.
    who : str
        Your name; every decision keeps it.

    Raises
    ------
    CoachError
        If there is no such course, or if it has faults.
    """
    if folder is not None:
        course = open_course(Path(folder).expanduser())
        return ReviewDesk(course, open_catalog(course.data_folder), who)
    from salescoach.grading.practice_course import make_practice_course

    home = TemporaryDirectory(prefix="salescoach-practice-")
    catalog = open_catalog()
    desk = ReviewDesk(make_practice_course(Path(home.name) / "course", catalog), catalog, who)
    desk._practice = home  # lives as long as the desk
    return desk


class Misconceptions:
    """What a class gets wrong, as a page within the page; without a class it says so.

    Parameters
    ----------
    found : ClassMistakes, optional
        What was measured; None where nothing was.
    """

    def __init__(self, found: ClassMistakes | None = None) -> None:
        self.found = found

    def __repr__(self) -> str:
        return EXPECTED if self.found is None else self.found.text()

    def _repr_html_(self) -> str:
        return f"<p>{EXPECTED}</p>" if self.found is None else self.found.fragment()


def misconceptions(folder: str | Path | None = None) -> Misconceptions:
    """Show what your own class gets wrong, lesson by lesson.

    Parameters
    ----------
    folder : str or Path, optional
        The folder of a course that was graded, or a folder or zip with hand-ins. Without it, it
        is said that no class has been measured.

    Raises
    ------
    CoachError
        If there is nothing of the kind in that folder.

    Examples
    --------
    >>> print(str(misconceptions())[:39])
    No class has been measured here yet. Wh
    """
    if folder is None:
        return Misconceptions()
    place = Path(folder).expanduser()
    home = next((p for p in (place, place.parent) if (p / COURSE_FILE).is_file()), None)
    if home is not None:
        course = open_course(home)
        catalog = open_catalog(course.data_folder)
        result = course_result(course, catalog, open_gradebook(course).snapshot())
        grades = [cell.grade() for cell in result.cells]
        return Misconceptions(class_mistakes(course.title, grades, catalog))
    if not place.exists() or (place / "grades.csv").is_file():
        raise CoachError(
            f"In {str(folder)!r} there is no course and no hand-in."
            if not place.exists()
            else f"{str(folder)!r} holds results; what people chose is not in them.",
            allowed="the folder of a course, or a folder or zip with hand-ins",
            next_step="Name that folder. Results hold the same as a page: misconceptions.html.",
        )
    catalog = open_catalog()
    return Misconceptions(class_mistakes(place.name, grade([place], catalog), catalog))


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _view(one: Waiting, catalog: Catalog, keys: Mapping[str, OptionKey]) -> dict[str, Any]:
    """Bring something that waits into plain values for the front end."""
    options = catalog.item(one.item).options if one.item else ()
    criteria: list[dict[str, Any]] = []
    if one.verdict is not None and one.body:
        try:
            verdict = one.verdict
            criteria = script_view(one.kind, one.body, lambda _, __: verdict)["criteria"]
        except (CoachError, KeyError):
            criteria = []
    return {
        "label": one.label,
        "exercise": catalog.notebooks[one.exercise].title,
        "item": one.item,
        "title": one.title,
        "stem": one.stem,
        "urgent": one.urgent,
        "reason": one.reason,
        "body": one.body,
        "before": one.before,
        "score": one.score,
        "max": one.max,
        "file": PurePath(one.file).name,
        "criteria": criteria,
        "options": [
            {"id": o.id, "text": o.text, "points": round(keys[o.id].credit * one.max, 2)}
            for o in options
            if o.id in keys
        ],
    }
