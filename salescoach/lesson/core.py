"""What every lesson and exercise asks of the coach: answer cells, and what is still open."""

from __future__ import annotations

from functools import cached_property

from salescoach import rubric
from salescoach.catalog import Catalog
from salescoach.items import OBJECTIONS, Notebook
from salescoach.keys import OptionKey, choice_keys
from salescoach.widgets.answer_widgets import widget_for
from salescoach.widgets.base import AnswerWidget
from salescoach.widgets.hand_in import HandInList


class Told:
    """What the coach has to say where there is nothing to draw yet.

    Parameters
    ----------
    text : str
        A sentence or two.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        from salescoach.plots.words import as_paragraphs  # a first widget needs no plots

        return as_paragraphs(self.text)


class CoachCore:
    """Shows the answer cells of one lesson or exercise.

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
        here = {i.id: i for i in self.catalog.items_of(self.notebook.id)}
        return widget_for(asked, body, self._judge, keys, here)

    def hand_in(self) -> HandInList:
        """Show which answers of this notebook are given and which are still open."""
        asked = self.catalog.items_of(self.notebook.id)
        return HandInList(self.notebook.id, [item for item in asked if item != OBJECTIONS])
