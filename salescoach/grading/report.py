"""The report of a class: what the instructor needs to see after grading, on one page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from salescoach.errors import CoachError
from salescoach.grading.charts import BarChart, bar_chart
from salescoach.grading.desk import Grade
from salescoach.grading.figures import (
    LEAST,
    Distribution,
    ItemFigures,
    SignalFigures,
    distribution,
    item_figures,
    one_each,
    signal_figures,
)
from salescoach.grading.gain import Gain, assessment_gain
from salescoach.grading.pages import environment
from salescoach.grading.released_notebook import read_exercise
from salescoach.grading.similarity import Alike, alike
from salescoach.signals.questions import situation_of

_ORDER = ("graded", "partly", "blank", "review", "missing", "wrong-exercise", "unknown-trainee",
          "unsupported", "unreadable")  # fmt: skip
_MOST_GROUPS = 40


@dataclass(frozen=True)
class Unusable:
    """A file that earned nothing and cost nothing: its name, its status, and why."""

    file: str
    status: str
    note: str


@dataclass(frozen=True)
class ExerciseFigures:
    """One exercise of the report: its scores and its items."""

    name: str
    scores: Distribution
    items: tuple[ItemFigures, ...]
    drawn: tuple[ItemFigures, ...]

    @property
    def chart(self) -> BarChart:
        """The scores as bars."""
        return bar_chart(self.scores.counts, self.scores.max)


@dataclass(frozen=True)
class ClassReport:
    """All that the report of a class is made of.

    Parameters
    ----------
    title : str
        What stands at its head.
    grades : sequence of Grade
        One for each row of its table.
    links : sequence of str
        The feedback page of each grade; empty where there is none.
    right : mapping
        The kind of each situation of the signal bank that was asked about.
    unusable : sequence of Unusable
        Files that stand in no row.
    with_roster : bool
        Whether the grades cover a roster, so that it is known who is missing.
    """

    title: str
    grades: Sequence[Grade]
    links: Sequence[str]
    right: Mapping[str, str]
    unusable: Sequence[Unusable] = ()
    with_roster: bool = False

    @cached_property
    def counted(self) -> list[Grade]:
        """One scored hand-in of each trainee and exercise."""
        return one_each(self.grades)

    @property
    def statuses(self) -> list[tuple[str, int]]:
        """How many rows have each status."""
        count = Counter(grade.status for grade in self.grades)
        return [(status, count[status]) for status in _ORDER if count[status]]

    @property
    def exercises(self) -> list[ExerciseFigures]:
        """The figures of each exercise that has a score."""
        found = []
        for name in dict.fromkeys(grade.exercise for grade in self.counted):
            grades = [grade for grade in self.counted if grade.exercise == name]
            items = item_figures(grades)
            drawn = tuple(i for i in items if situation_of(i.item.id))
            fixed = tuple(i for i in items if not situation_of(i.item.id))
            found.append(ExerciseFigures(name, distribution(grades), fixed, drawn))
        return sorted(found, key=lambda exercise: exercise.name)

    @property
    def signals(self) -> SignalFigures | None:
        """How the class told kinds of signal apart."""
        return signal_figures(self.counted, self.right)

    @property
    def missing(self) -> list[tuple[str, list[str]]]:
        """Who has not handed in what."""
        open_ones: dict[str, list[str]] = {}
        for grade in self.grades:
            if grade.status == "missing":
                open_ones.setdefault(grade.trainee, []).append(grade.exercise)
        return list(open_ones.items())

    @cached_property
    def alike(self) -> list[Alike]:
        """Texts of different trainees that are nearly the same."""
        names = dict.fromkeys(grade.exercise for grade in self.counted)
        return alike(self.counted, {name: template_of(name) for name in names})

    @property
    def gain(self) -> Gain | None:
        """The gain between the first and the last assessment."""
        return assessment_gain(self.counted)

    def page(self) -> str:
        """Write the page."""
        return environment().get_template("report.html.j2").render(
            report=self,
            rows=list(zip(self.grades, self.links, strict=True)),
            least=LEAST,
            most_groups=_MOST_GROUPS,
        )  # fmt: skip


def template_of(exercise: str) -> str:
    """Read what an exercise says to everybody; nothing if the workbook does not have it."""
    try:
        notebook = read_exercise(exercise)
    except CoachError:
        return ""
    return "\n".join("".join(cell["source"]) for cell in notebook["cells"])
