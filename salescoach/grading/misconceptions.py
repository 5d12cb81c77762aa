"""What a class gets wrong, lesson by lesson: measured in its own hand-ins, with intervals."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from salescoach.agreement import Statistic, wilson
from salescoach.assessment import Topic
from salescoach.catalog import Catalog
from salescoach.grading.chosen import Choices, Chosen
from salescoach.grading.desk import Grade
from salescoach.grading.figures import one_each
from salescoach.grading.pages import environment

LEAST_ANSWERS: Final = 8
"""Answers that a question needs: with fewer, its shares could be nearly anything."""

LEAST_ALIKE: Final = 2
"""So many must have chosen the same: what one person chose is no misconception of a class."""

MOST: Final = 3
"""Questions that are shown for each lesson, those with the fewest right answers first."""

EXPECTED: Final = (
    "No class has been measured here yet. What stands in this guide under “What people get wrong” "
    "is what its authors expect, from the sources and from the tempting options; nobody has "
    "counted it. Once your hand-ins are graded, this place shows what your own people chose."
)


@dataclass(frozen=True)
class Misconception:
    """A question that few got right, and the wrong answer that most of the others chose.

    Parameters
    ----------
    asked : Chosen
        The question, the wrong answer, what would have been right, and why.
    n : int
        How many answered it.
    right : int
        How many of them were right.
    times : int
        How many chose this wrong answer.
    """

    asked: Chosen
    n: int
    right: int
    times: int

    @property
    def facility(self) -> Statistic:
        """The share of right answers, with its 95 % interval (Wilson)."""
        return wilson(self.right, self.n)

    @property
    def share(self) -> Statistic:
        """The share that chose this wrong answer, with its 95 % interval (Wilson)."""
        return wilson(self.times, self.n)


@dataclass(frozen=True)
class LessonMistakes:
    """What a class gets wrong in one lesson.

    Parameters
    ----------
    topic : Topic
        The lesson.
    found : tuple of Misconception
        Those with the fewest right answers, the hardest first.
    questions : int
        How many questions had enough answers.
    thin : int
        How many had too few.
    """

    topic: Topic
    found: tuple[Misconception, ...]
    questions: int
    thin: int

    def sentence(self) -> str:
        """Say what the figures rest on, where there is nothing or not all to show."""
        if not self.questions and not self.thin:
            return "Nothing of this lesson has been graded yet."
        if not self.questions:
            return (
                f"Fewer than {LEAST_ANSWERS} people answered each of its questions, which is too "
                "few for a figure."
            )
        many = "1 question" if self.questions == 1 else f"{self.questions} questions"
        told = f"{many} with {LEAST_ANSWERS} answers or more"
        if not self.found:
            told += "; no wrong answer was chosen by two people"
        if self.thin:
            told += f"; {self.thin} with fewer are left out"
        return f"{told}."


@dataclass(frozen=True)
class ClassMistakes:
    """What a class gets wrong.

    Parameters
    ----------
    title : str
        The course.
    people : int
        How many people handed something in.
    lessons : tuple of LessonMistakes
        In the order of the course.
    """

    title: str
    people: int
    lessons: tuple[LessonMistakes, ...]

    @property
    def notes(self) -> tuple[str, str]:
        """What the figures can show, and what they cannot."""
        who = "1 person" if self.people == 1 else f"{self.people} people"
        return (
            f"Measured in the hand-ins of {who}. Of each lesson the {MOST} questions are shown "
            "that the fewest got right, with the wrong answer that most of the others chose; in "
            "brackets the 95 % interval (Wilson).",
            "The hardest of many questions look a little harder than they are: part of being last "
            "is bad luck. And a wrong answer on a page is not yet a habit at work; ask in the room "
            "what made it plausible.",
        )

    def text(self) -> str:
        """Tell all of it in lines."""
        lines = [f"What people get wrong in {self.title}", *self.notes]
        for lesson in self.lessons:
            lines += ["", f"Lesson {lesson.topic.id}: {lesson.topic.title}", lesson.sentence()]
            for one in lesson.found:
                lines += [
                    f"  {one.asked.stem}",
                    f"    right: {one.right} of {one.n} {percent(one.facility)}",
                    f"    most chosen instead: {one.asked.answer} "
                    f"({one.times} of {one.n} {percent(one.share)})",
                    f"    better: {one.asked.better}",
                    f"    {one.asked.reason}",
                ]
        return "\n".join(lines)

    def page(self) -> str:
        """Write the page; it prints well, one lesson after the other."""
        return environment().get_template("misconceptions.html.j2").render(
            mistakes=self, percent=percent, whole=True
        )  # fmt: skip

    def fragment(self) -> str:
        """Write the same for a place in another page."""
        return environment().get_template("mistakes.html.j2").render(
            mistakes=self, percent=percent, whole=False
        )  # fmt: skip


def percent(share: Statistic) -> str:
    """Write a share with its interval in percent.

    Examples
    --------
    >>> percent(wilson(6, 10))
    '(60 %, 31 to 83)'
    """
    if share.value is None or share.low is None or share.high is None:
        return f"({share.reason})"
    return f"({100 * share.value:.0f} %, {100 * share.low:.0f} to {100 * share.high:.0f})"


def class_mistakes(title: str, grades: Sequence[Grade], catalog: Catalog) -> ClassMistakes:
    """Find out what a class gets wrong.

    Parameters
    ----------
    title : str
        The course.
    grades : sequence of Grade
        All grades; of each trainee and exercise the hand-in with the most points counts.
    catalog : Catalog
        The questions, and through it their keys.
    """
    counted = one_each(grades)
    choices = Choices(catalog)
    answers: dict[str, dict[str, list[Chosen]]] = defaultdict(lambda: defaultdict(list))
    for grade in counted:
        for result in grade.items:
            for chosen in choices.of(result):
                answers[chosen.topic][chosen.question].append(chosen)
    lessons = tuple(_lesson(topic, answers[name]) for name, topic in catalog.topics.items())
    return ClassMistakes(title, len({grade.trainee for grade in counted}), lessons)


def _lesson(topic: Topic, questions: Mapping[str, Sequence[Chosen]]) -> LessonMistakes:
    enough = [answers for answers in questions.values() if len(answers) >= LEAST_ANSWERS]
    found = [one for answers in enough if (one := _misconception(answers)) is not None]
    found.sort(key=lambda m: (m.right / m.n, -m.times / m.n, m.asked.question))
    return LessonMistakes(
        topic, tuple(found[:MOST]), len(enough), len(questions) - len(enough)
    )  # fmt: skip


def _misconception(answers: Sequence[Chosen]) -> Misconception | None:
    wrong = Counter(chosen.answer for chosen in answers if not chosen.right)
    if not wrong:
        return None
    answer, times = min(wrong.items(), key=lambda pair: (-pair[1], pair[0]))
    if times < LEAST_ALIKE:
        return None
    asked = next(c for c in answers if c.answer == answer and not c.right)
    return Misconception(asked, len(answers), sum(c.right for c in answers), times)
