"""From files to results: which exercise a file is, whose it is, and what it earns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from salescoach import rubric
from salescoach.catalog import Catalog
from salescoach.errors import CoachError
from salescoach.grading.assessment import assessment_scorers
from salescoach.grading.homework import homework_scorers
from salescoach.grading.meetings import meeting_scorers
from salescoach.grading.names import listed, personal, plain
from salescoach.grading.parallel import spread
from salescoach.grading.reading import HandIn, read_hand_in
from salescoach.grading.recovery import recover
from salescoach.grading.results import ItemResult
from salescoach.grading.scoring import Scorer, score_item
from salescoach.grading.signals import signal_scorers
from salescoach.grading.sources import Reader, Source, find_sources
from salescoach.grading.strategies import strategy_scorers
from salescoach.items import IDENTITY_ITEM, OBJECTIONS_ITEM, SHARED, Item, Notebook
from salescoach.keys import OptionKey, choice_keys
from salescoach.responses import objections, who

FILE_STATUSES: Final = (
    "graded", "partly", "blank", "review", "wrong-exercise", "unsupported", "unreadable",
)  # fmt: skip
"""What became of a file; each file gets exactly one of these."""

NOT_GRADED: Final = ("wrong-exercise", "unsupported", "unreadable")
"""The statuses of files that have no score, which is something else than a score of zero."""


@dataclass(frozen=True)
class Grade:
    """What became of one file.

    Parameters
    ----------
    trainee : str
        The name that the trainee gave; the name of the file if there is none.
    exercise : str
        The exercise; empty if it is unknown.
    status : str
        One of `FILE_STATUSES`.
    score : float or None
        Points of the items that were scored; None if the file could not be used.
    max : float or None
        The points that could be earned.
    file : str
        The file.
    note : str
        What the instructor should know, in a sentence or two.
    items : tuple of ItemResult
        One result for each graded item of the exercise.
    title : str
        What the exercise is called.
    """

    trainee: str
    exercise: str
    status: str
    score: float | None
    max: float | None
    file: str
    note: str = ""
    items: tuple[ItemResult, ...] = field(default=(), repr=False)
    title: str = ""


class Bench:
    """Catalog, keys and rubric made ready to score one hand-in after the other.

    Parameters
    ----------
    catalog : Catalog
        The items, and through it the keys.
    """

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.keys: Mapping[str, Mapping[str, OptionKey]] = choice_keys(catalog)

    @cached_property
    def scorers(self) -> dict[str, Scorer]:
        """What scores each kind of item beyond scripts and choices."""
        catalog = self.catalog
        return (
            homework_scorers(catalog)
            | meeting_scorers(catalog)
            | assessment_scorers(catalog)
            | signal_scorers(catalog)
            | strategy_scorers(catalog)
        )

    def __getstate__(self) -> dict[str, Any]:
        # A worker process makes its own scorers.
        return {name: value for name, value in vars(self).items() if name != "scorers"}

    def judge(self, kind: str, text: str) -> rubric.ScriptVerdict:
        """Judge a script by the rubric of its kind."""
        return rubric.judge(kind, text, self.catalog.clause_model)

    def score(
        self, hand_in: HandIn, items: Sequence[Item]
    ) -> tuple[tuple[ItemResult, ...], tuple[str, ...]]:
        """Score the items of an exercise; give the results, and notes on damaged cells."""
        found = recover(hand_in, items)
        results = tuple(
            score_item(
                item, found.answers.get(item.id, []), self.judge, self.keys, self.scorers,
                found.loose.get(item.id, ()),
            )
            for item in items
            if item.points > 0
        )  # fmt: skip
        return results, found.notes

    def grade(self, hand_in: HandIn) -> Grade:
        """Grade one hand-in, whatever it is."""
        exercise = None if hand_in.fault else exercise_of(hand_in, self.catalog)
        if exercise is None:
            return _ungraded(hand_in, self.catalog)
        results, notes = self.score(hand_in, self.catalog.items_of(exercise.id))
        return _graded(hand_in, exercise, results, notes)


def grade(
    paths: Iterable[Path],
    catalog: Catalog,
    progress: Callable[[int, int], None] = lambda done, of: None,
    workers: int = 1,
) -> list[Grade]:
    """Grade files, folders and zips; every notebook found gets exactly one result.

    Parameters
    ----------
    paths : iterable of Path
        Notebooks, zips, or folders that hold some.
    catalog : Catalog
        The items, and through it the keys.
    progress : callable
        Called with the number of files that are done and of all files.
    workers : int
        Processes that judge side by side. The results are the same for any number.

    Returns
    -------
    list of Grade
        Sorted by trainee, exercise and file, whatever the order of `paths`.

    Raises
    ------
    CoachError
        If there is no notebook to grade.
    """
    sources = find_sources(paths)
    if not sources:
        raise CoachError(
            "There is no notebook to grade here.",
            allowed="files that end in .ipynb, and folders or zips with such files",
            next_step="Name the folder into which the hand-ins were saved.",
        )
    grades = []
    for one in spread(Bench(catalog).grade, read_all(sources), workers):
        grades.append(one)
        progress(len(grades), len(sources))
    return _with_repeats_noted(sorted(grades, key=_order))


def read_all(sources: Iterable[Source]) -> Iterator[HandIn]:
    """Read hand-ins one after the other; each zip is opened once."""
    with Reader() as reader:
        for source in sources:
            yield read_hand_in(source, reader)


def _order(grade: Grade) -> tuple[str, str, str, str]:
    return grade.trainee.casefold(), grade.trainee, grade.exercise, grade.file


def exercise_of(hand_in: HandIn, catalog: Catalog) -> Notebook | None:
    """Tell which exercise a hand-in is: by its start cell, or else by the items it answers."""
    opened = catalog.notebooks.get(hand_in.opened)
    homes = {
        item.notebook
        for name in hand_in.answers
        if (item := catalog.items.get(name)) and name not in SHARED
    }
    if opened is not None and (opened.id in homes or not homes):
        return opened if catalog.handed_in(opened.id) else None
    exercises = [home for home in homes if catalog.handed_in(home)]
    if len(exercises) == 1:
        return catalog.notebooks[exercises[0]]
    return opened if opened is not None and catalog.handed_in(opened.id) else None


def _trainee(hand_in: HandIn) -> tuple[str, str]:
    """Find the trainee's name, and a note if there is a doubt about it."""
    found: list[str] = []
    unread = False
    for answer in hand_in.answers.get(IDENTITY_ITEM, []):
        try:
            name, trainee_id = map(personal, who(answer.body))
        except CoachError:
            unread = True
            continue
        shown = f"{name} ({trainee_id})" if name and trainee_id else name or trainee_id
        if shown and shown not in found:
            found.append(shown)
    if len(found) > 1:
        return found[0], f"Two names are given, {listed(found)}; make sure whose it is."
    if found:
        return found[0], ""
    what = "The name that was given cannot be read" if unread else "No name was given"
    return personal(Path(hand_in.file).stem), f"{what}; this is the name of the file."


def _ungraded(hand_in: HandIn, catalog: Catalog) -> Grade:
    if hand_in.fault:
        stem = personal(Path(hand_in.file).stem)
        return Grade(stem, "", hand_in.fault, None, None, hand_in.file, hand_in.note)
    trainee, note = _trainee(hand_in)
    if hand_in.opened in catalog.notebooks:
        what = f"This is the lesson {hand_in.opened!r}, not an exercise."
    elif hand_in.opened:
        what = f"This opens {plain(hand_in.opened, 60)!r}, which is no exercise of this course."
    else:
        what = "This notebook answers no exercise of this course."
    note = " ".join(filter(None, (what, note, hand_in.note)))
    return Grade(trainee, "", "wrong-exercise", None, None, hand_in.file, note)


def _graded(
    hand_in: HandIn, exercise: Notebook, results: tuple[ItemResult, ...], seen: Sequence[str]
) -> Grade:
    statuses = [result.status for result in results]
    if "review" in statuses:
        status = "review"
    elif all(s in ("blank", "missing") for s in statuses):
        status = "blank"
    elif any(s in ("blank", "missing") for s in statuses):
        status = "partly"
    else:
        status = "graded"
    trainee, note = _trainee(hand_in)
    notes = [note] if note else []
    for word, told in (("blank", "left blank"), ("missing", "without their cell"),
                       ("review", "for you to look at")):  # fmt: skip
        names = [r.item.id for r in results if r.status == word]
        if names:
            notes.append(f"{told[:1].upper()}{told[1:]}: {listed(names, 12)}.")
    notes += [*seen, hand_in.note] if hand_in.note else seen
    notes += _objections(hand_in)
    score = round(sum(r.score for r in results if r.score is not None), 2)
    most = sum(r.item.points for r in results)
    return Grade(
        trainee, exercise.id, status, score, most, hand_in.file, " ".join(notes), results,
        exercise.title,
    )  # fmt: skip


def _objections(hand_in: HandIn) -> list[str]:
    """Pass on where the trainee sees it differently from the coach."""
    told = []
    for answer in hand_in.answers.get(OBJECTIONS_ITEM, []):
        try:
            found = objections(answer.body)
        except CoachError:
            told.append("The cell of objections cannot be read; please look at it.")
            continue
        told += [
            f"Sees it differently in {o.item}, {o.criterion}: “{plain(o.reason, 200)}”."
            for o in found
        ]
    return told


def _with_repeats_noted(grades: list[Grade]) -> list[Grade]:
    """Point out that somebody handed in the same exercise more than once."""
    count = Counter((g.trainee, g.exercise) for g in grades if g.exercise)
    return [
        replace(g, note=f"{g.note} Handed in {n} times; each is a row.".strip())
        if g.exercise and (n := count[g.trainee, g.exercise]) > 1
        else g
        for g in grades
    ]
