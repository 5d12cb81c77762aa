"""From files to results: which exercise a file is, whose it is, and what it earns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from salescoach import rubric
from salescoach.catalog import Catalog
from salescoach.errors import CoachError
from salescoach.grading.assessment import assessment_scorers
from salescoach.grading.homework import homework_scorers
from salescoach.grading.meetings import meeting_scorers
from salescoach.grading.reading import HandIn, find_files, read_hand_in
from salescoach.grading.results import ItemResult
from salescoach.grading.scoring import score_item
from salescoach.grading.signals import signal_scorers
from salescoach.grading.strategies import strategy_scorers
from salescoach.items import IDENTITY_ITEM, SHARED, Notebook
from salescoach.keys import choice_keys
from salescoach.responses import who

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
    """

    trainee: str
    exercise: str
    status: str
    score: float | None
    max: float | None
    file: str
    note: str = ""
    items: tuple[ItemResult, ...] = field(default=(), repr=False)


def grade(
    paths: Iterable[Path],
    catalog: Catalog,
    progress: Callable[[Path], None] = lambda path: None,
) -> list[Grade]:
    """Grade files and folders; every notebook found gets exactly one result.

    Parameters
    ----------
    paths : iterable of Path
        Notebooks, or folders that hold some.
    catalog : Catalog
        The items, and through it the keys.
    progress : callable
        Called with each file before it is read.

    Raises
    ------
    CoachError
        If there is no notebook to grade.
    """
    files = list(find_files(paths))
    if not files:
        raise CoachError(
            "There is no notebook to grade here.",
            allowed="files that end in .ipynb, or folders with such files",
            next_step="Name the folder into which the hand-ins were saved.",
        )
    keys = choice_keys(catalog)
    scorers = (
        homework_scorers(catalog)
        | meeting_scorers(catalog)
        | assessment_scorers(catalog)
        | signal_scorers(catalog)
        | strategy_scorers(catalog)
    )

    def judge(kind: str, text: str) -> rubric.ScriptVerdict:
        return rubric.judge(kind, text, catalog.clause_model)

    grades = []
    for path in files:
        progress(path)
        hand_in = read_hand_in(path)
        exercise = None if hand_in.fault else exercise_of(hand_in, catalog)
        if exercise is None:
            grades.append(_ungraded(hand_in, catalog))
            continue
        results = tuple(
            score_item(item, hand_in.answers.get(item.id, []), judge, keys, scorers)
            for item in catalog.items_of(exercise.id)
            if item.points > 0
        )
        grades.append(_graded(hand_in, exercise, results, catalog))
    return _with_repeats_noted(grades)


def exercise_of(hand_in: HandIn, catalog: Catalog) -> Notebook | None:
    """Tell which exercise a hand-in is: by its start cell, or else by the items it answers."""
    opened = catalog.notebooks.get(hand_in.opened)
    if opened is not None:
        return opened if catalog.handed_in(opened.id) else None
    homes = {
        item.notebook
        for name in hand_in.answers
        if (item := catalog.items.get(name)) and name not in SHARED
    }
    exercises = [home for home in homes if catalog.handed_in(home)]
    return catalog.notebooks[exercises[0]] if len(exercises) == 1 else None


def _trainee(hand_in: HandIn) -> tuple[str, str]:
    """Find the trainee's name, and a note if it had to come from the file name."""
    for answer in hand_in.answers.get(IDENTITY_ITEM, []):
        try:
            name, trainee_id = who(answer.body)
        except CoachError:
            continue
        if name or trainee_id:
            return (f"{name} ({trainee_id})" if name and trainee_id else name or trainee_id), ""
    return Path(hand_in.file).stem, "No name was given; this is the name of the file."


def _ungraded(hand_in: HandIn, catalog: Catalog) -> Grade:
    if hand_in.fault:
        stem = Path(hand_in.file).stem
        return Grade(stem, "", hand_in.fault, None, None, hand_in.file, hand_in.note)
    trainee, note = _trainee(hand_in)
    if hand_in.opened in catalog.notebooks:
        what = f"This is the lesson {hand_in.opened!r}, not an exercise."
    elif hand_in.opened:
        what = f"This opens {hand_in.opened!r}, which is no exercise of this course."
    else:
        what = "This notebook answers no exercise of this course."
    note = f"{what} {note}".strip()
    return Grade(trainee, "", "wrong-exercise", None, None, hand_in.file, note)


def _graded(
    hand_in: HandIn, exercise: Notebook, results: tuple[ItemResult, ...], catalog: Catalog
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
            notes.append(f"{told[:1].upper()}{told[1:]}: {', '.join(names)}.")
    mistyped = [name for name, found in hand_in.answers.items() if any(a.mistyped for a in found)]
    if mistyped:
        notes.append(f"First line mistyped, read with goodwill: {', '.join(sorted(mistyped))}.")
    strangers = sorted(
        name for name in hand_in.answers
        if name not in SHARED and name not in {i.id for i in catalog.items_of(exercise.id)}
    )  # fmt: skip
    if strangers:
        notes.append(f"Answers to items of no such name here: {', '.join(strangers)}.")
    score = round(sum(r.score for r in results if r.score is not None), 2)
    most = sum(r.item.points for r in results)
    return Grade(
        trainee, exercise.id, status, score, most, hand_in.file, " ".join(notes), results
    )  # fmt: skip


def _with_repeats_noted(grades: list[Grade]) -> list[Grade]:
    """Point out that somebody handed in the same exercise more than once."""
    from collections import Counter
    from dataclasses import replace

    count = Counter((g.trainee, g.exercise) for g in grades if g.exercise)
    return [
        replace(g, note=f"{g.note} Handed in {n} times; each is a row.".strip())
        if g.exercise and (n := count[g.trainee, g.exercise]) > 1
        else g
        for g in grades
    ]
