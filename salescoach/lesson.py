"""What a notebook imports: ``from salescoach import lesson``, then one `coach`.

Every cell after the start cell is one short line that asks the coach for something.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from salescoach import rubric
from salescoach.catalog import Catalog, open_catalog
from salescoach.errors import CoachError
from salescoach.items import Example, Notebook
from salescoach.keys import OptionKey, choice_keys
from salescoach.widgets.answer_widgets import widget_for
from salescoach.widgets.base import AnswerWidget
from salescoach.widgets.compare import ExampleCompare
from salescoach.widgets.hand_in import HandInList

if TYPE_CHECKING:
    from salescoach.plots import Picture


def open(name: str, data: str | None = None) -> Coach:
    """Open a lesson or an exercise and switch its answer cells on.

    Parameters
    ----------
    name : str
        The lesson or exercise, like ``"03-a-voicemail-that-gets-heard"``.
    data : str, optional
        The folder of an own data pack.

    Returns
    -------
    Coach
        Answers what the cells of the notebook ask.

    Raises
    ------
    CoachError
        If there is no such lesson; the message lists the lessons.

    Examples
    --------
    >>> open("exercise-03-voicemail")
    Coach of 'exercise-03-voicemail': 5 answers to give
    """
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    try:
        catalog = open_catalog(data)
        coach = Coach(catalog.notebook(name), catalog)
    finally:
        if shell is not None:
            from salescoach.widgets import answer_magic

            answer_magic.install(shell, lambda item, body: coach.answer(item, body))
    return coach


class Coach:
    """Shows the items, examples and figures of one lesson or exercise.

    Parameters
    ----------
    notebook : Notebook
        The lesson or exercise.
    catalog : Catalog
        Where items and examples come from.
    """

    def __init__(self, notebook: Notebook, catalog: Catalog) -> None:
        self.notebook = notebook
        self.catalog = catalog

    def __repr__(self) -> str:
        count = len(self.catalog.items_of(self.notebook.id))
        return f"Coach of {self.notebook.id!r}: {count} answers to give"

    @cached_property
    def _keys(self) -> dict[str, dict[str, OptionKey]]:
        return choice_keys(self.catalog)

    def _judge(self, kind: str, text: str) -> rubric.ScriptVerdict:
        return rubric.judge(kind, text, self.catalog.clause_model)

    def answer(self, item: str, body: str = "") -> AnswerWidget:
        """Show the widget of an answer cell; ``%%answer`` calls this."""
        asked = self.catalog.item(item)
        practice = self.notebook.kind == "lesson" and asked.kind == "choice"
        keys = self._keys.get(asked.id) if practice else None
        return widget_for(asked, body, self._judge, keys)

    def example(self, name: str) -> ExampleCompare:
        """Show an example script with its marks and all its criteria."""
        example = self.catalog.example(name)
        return ExampleCompare(example.title, [example], self._judge, unfolded=True)

    def compare(self, *names: str) -> ExampleCompare:
        """Show example scripts side by side."""
        examples = [self.catalog.example(name) for name in names]
        return ExampleCompare("Side by side", examples, self._judge)

    def hand_in(self) -> HandInList:
        """Show which answers of this notebook are given and which are still open."""
        return HandInList(self.notebook.id, self.catalog.items_of(self.notebook.id))

    def without(self, name: str, words: str) -> ExampleCompare:
        """Show an example beside itself without the sentence that contains some words.

        Parameters
        ----------
        name : str
            The example.
        words : str
            Words that stand in one of its sentences.
        """
        example = self.catalog.example(name)
        shorter = drop_sentence(example.text, words)
        before, after = (
            {c.name for c in self._judge(example.kind, text).criteria if c.met}
            for text in (example.text, shorter)
        )
        labels = {c.name: c.label for c in rubric.criteria(example.kind)}
        lost = [label for name, label in labels.items() if name in before - after]
        note = f"Lost with that sentence: {'; '.join(lost).lower() or 'nothing'}."
        changed = Example(f"{example.id}-without", example.kind, "Without it", shorter, note)
        return ExampleCompare(
            "The same message, less one sentence", [example, changed], self._judge
        )

    def whose_message(self, *names: str) -> Picture:
        """Show how many words of each example point at the caller and at the listener."""
        from salescoach.plots import whose_message

        examples = [self.catalog.example(name) for name in names]
        return whose_message([(example.title, example.text) for example in examples])


def drop_sentence(text: str, words: str) -> str:
    """Take the sentences out that contain some words.

    Raises
    ------
    CoachError
        If no sentence contains them.

    Examples
    --------
    >>> drop_sentence("Hi Dana. You opened a café. Bye.", "café")
    'Hi Dana. Bye.'
    """
    sentences = re.split(r"(?<=[.!?])\s+", text)
    kept = [sentence for sentence in sentences if words.lower() not in sentence.lower()]
    if len(kept) == len(sentences):
        raise CoachError(
            f"No sentence of this message contains {words!r}.",
            allowed="words as they stand in the message",
            next_step="Copy two or three words out of the sentence that you want to take away.",
        )
    return " ".join(kept)
