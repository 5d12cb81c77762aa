"""The widget of each kind of item."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import traitlets

from salescoach import rubric
from salescoach.errors import CoachError
from salescoach.items import SCRIPT_KINDS, Item
from salescoach.keys import OptionKey
from salescoach.widgets.base import AnswerWidget, front_end
from salescoach.widgets.views import (
    Judge,
    choice_view,
    identity_view,
    note_view,
    objections_view,
    script_view,
)

_LABELS = {
    "voicemail": "Your script",
    "breakup": "Your email",
    "agreement": "Your line",
    "note": "Your note",
}


class ScriptStudio(AnswerWidget):
    """A script with the coach's marks, criteria and total, live as it is typed."""

    _esm = front_end("studio", render="answerWidget(studioInside)")
    text_label = traitlets.Unicode().tag(sync=True)

    def __init__(self, item: Item, body: str, judge: Judge) -> None:
        self._judge = judge
        super().__init__(item, body, text_label=_LABELS[item.kind])

    def view(self, body: str) -> dict[str, Any]:
        """Judge the script."""
        return script_view(self._asked.kind, body, self._judge)

    def fallback(self) -> str:
        """Tell total, what works and the best change in plain text."""
        view = self.view(self._body)
        if "note" in view:
            return f"{self!r} {view['note']}"
        lines = [f"{self!r} {view['total']} of 10. {view['count']}. {view['length']}."]
        lines += [f"What works: {view['works']}."] if view["works"] else []
        lines += [f"The change that helps most: {view['change']}"] if view["change"] else []
        return "\n".join(lines)


class NotePad(AnswerWidget):
    """A free note, which nobody judges."""

    _esm = front_end("studio", render="answerWidget(studioInside)")
    text_label = traitlets.Unicode(_LABELS["note"]).tag(sync=True)

    def view(self, body: str) -> dict[str, Any]:
        """Count the words."""
        return note_view(body)


class ChoiceCard(AnswerWidget):
    """One of several options; in a lesson the coach comments on the choice."""

    _esm = front_end("choice", render="answerWidget(choiceInside)")

    def __init__(self, item: Item, body: str, keys: Mapping[str, OptionKey] | None) -> None:
        self._keys = keys
        super().__init__(item, body)

    def view(self, body: str) -> dict[str, Any]:
        """Show the choice, or what is wrong with the TOML."""
        return choice_view(self._asked, body, self._keys)

    def fallback(self) -> str:
        """List the options, what was chosen, and how to choose without a mouse."""
        view = self.view(self._body)
        lines = [repr(self), self._asked.stem]
        lines += [f"  {option.id}  {option.text}" for option in self._asked.options]
        told = view["fault"] or " ".join(filter(None, (view["heading"], view["said"])))
        return "\n".join([*lines, told or 'Write choice = "a" below the first line and run it.'])


class IdentityForm(AnswerWidget):
    """Who hands in."""

    _esm = front_end("identity", render="answerWidget(identityInside)")

    def view(self, body: str) -> dict[str, Any]:
        """Show name and id, or what is wrong with the TOML."""
        return identity_view(body)

    def fallback(self) -> str:
        """Say who hands in, or how to say it."""
        view = self.view(self._body)
        return f"{self!r} {view['fault'] or view['said']}"


class ObjectionList(AnswerWidget):
    """Where the trainee sees it differently from the coach."""

    _esm = front_end("objections", render="answerWidget(objectionsInside)")

    def __init__(self, item: Item, body: str, items: Mapping[str, Item]) -> None:
        self._items = items
        super().__init__(item, body)

    def view(self, body: str) -> dict[str, Any]:
        """List the objections, or what is wrong with the TOML."""
        return objections_view(body, self._items)

    def fallback(self) -> str:
        """List the objections, or say how to write one."""
        view = self.view(self._body)
        told = view["fault"] or "\n".join(view["said"])
        return f"{self!r} {told or self._how_to()}"

    def _how_to(self) -> str:
        """Give the pattern of a line, with a script of this notebook where there is one."""
        for item in self._items.values():
            if item.kind in SCRIPT_KINDS:
                criterion = rubric.criteria(item.kind)[1].name
                return f'To object, write a line like {item.id}.{criterion} = "why".'
        return 'To object, write a line like script.criterion = "why".'


def widget_for(
    item: Item,
    body: str,
    judge: Judge,
    keys: Mapping[str, OptionKey] | None,
    items: Mapping[str, Item],
) -> AnswerWidget:
    """Make the widget that shows an item.

    Parameters
    ----------
    item : Item
        The item.
    body : str
        What the cell answers so far.
    judge : callable
        Gives the rubric's verdict on a kind and a text.
    keys : mapping or None
        The key of the item in practice mode; None in an exercise.
    items : mapping
        The items of the notebook by id: an objection names the script that it is about.
    """
    if item.kind in SCRIPT_KINDS:
        return ScriptStudio(item, body, judge)
    match item.kind:
        case "choice":
            return ChoiceCard(item, body, keys)
        case "note":
            return NotePad(item, body)
        case "identity":
            return IdentityForm(item, body)
        case "objections":
            return ObjectionList(item, body, items)
        case _:
            raise CoachError(f"Items of the kind {item.kind!r} have no widget.")
