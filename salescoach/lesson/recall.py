"""Gathers the questions of all lessons that a learner has met, for the reviews of lesson 10."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from salescoach import assessment
from salescoach.assessment import QuestionKey
from salescoach.catalog import Catalog
from salescoach.errors import CoachError
from salescoach.items import Item
from salescoach.keys import OptionKey, choice_keys
from salescoach.recall import QUESTIONS, RecallQuestion
from salescoach.responses import chosen

_ONLY_THERE: Final = ("predict-", "first-")
"""Questions that make sense in their lesson only: before its experiment, before its explanation."""

Body = Callable[[str, str], str]


def gather(
    catalog: Catalog, body: Body, keys: Mapping[str, QuestionKey] | None
) -> tuple[list[RecallQuestion], dict[str, str]]:
    """Gather the questions that can come back, and what the learner has answered to them.

    Parameters
    ----------
    catalog : Catalog
        The questions.
    body : callable
        Gives the learner's answer to an item of a notebook; empty if there is none.
    keys : mapping or None
        The keys of the assessment; None where they are left out. Of form A the questions that
        were missed come back, once all of it is answered.

    Returns
    -------
    tuple
        The questions in the order of the course, and letters by question.
    """
    found: list[RecallQuestion] = []
    answered: dict[str, str] = {}
    options = choice_keys(catalog) if catalog.path("keys/choices.csv").exists() else {}
    for notebook in catalog.notebooks.values():
        for item in catalog.items_of(notebook.id) if notebook.kind == "lesson" else ():
            if item.kind == "choice" and item.id in options:
                question = _question(item, f"Lesson {notebook.id[:2]}", options[item.id])
                if question is not None:
                    found.append(question)
                    if letter := _letter(item, body(notebook.id, item.id)):
                        answered[question.id] = letter
            elif item.id == "assessment-a" and keys is not None:
                missed = _missed(catalog, item, body(notebook.id, item.id), keys)
                found += [question for question, _ in missed]
                answered |= {question.id: letter for question, letter in missed}
    return found, answered


def _question(item: Item, lesson: str, keys: Mapping[str, OptionKey]) -> RecallQuestion | None:
    credit = {letter: key.credit for letter, key in keys.items()}
    if item.id.startswith(_ONLY_THERE) or len(set(credit.values())) < 2:
        return None
    said = {letter: key.feedback for letter, key in keys.items()}
    return RecallQuestion(QUESTIONS + item.id, lesson, item.stem, item.options, credit, said)


def _letter(item: Item, body: str) -> str | None:
    try:
        return chosen(item, body)
    except CoachError:  # the lesson itself tells what is wrong with that line
        return None


def _missed(
    catalog: Catalog, item: Item, body: str, keys: Mapping[str, QuestionKey]
) -> list[tuple[RecallQuestion, str]]:
    form = catalog.form_of(item)
    try:
        choices = assessment.read_choices(form, body)
    except CoachError:
        return []
    if len(choices) < len(form):  # nothing tells right from wrong before the end
        return []
    found = []
    for missed in assessment.profile(form, keys, choices).missed:
        question = missed.asked.question
        credit = {o.id: float(o.id == missed.key.key) for o in question.options}
        said = {o.id: missed.key.reason for o in question.options}
        found.append(
            (
                RecallQuestion(QUESTIONS + question.id, f"Form A, topic {question.topic}",
                               question.stem, question.options, credit, said),
                missed.chosen,
            )
        )  # fmt: skip
    return found
