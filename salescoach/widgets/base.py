"""What all widgets share: the front-end files, a stable repr, the talk with an answer cell."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from salescoach.answers import set_toml
from salescoach.errors import CoachError
from salescoach.items import Item

STATIC = Path(__file__).parent / "static"


@cache
def front_end(*names: str, render: str) -> str:
    """Join JavaScript files into one module: a widget's module cannot import its neighbours.

    Parameters
    ----------
    *names : str
        Files in `static/`, without ``.js``; ``link`` always comes first.
    render : str
        The expression that draws the widget.
    """
    parts = [(STATIC / f"{name}.js").read_text("utf-8") for name in ("link", *names)]
    return "\n".join([*parts, f"export default {{ render: {render} }};\n"])


@cache
def stylesheet() -> str:
    """Read the one stylesheet."""
    return (STATIC / "style.css").read_text("utf-8")


class CoachWidget(anywidget.AnyWidget):
    """A widget with our look and a repr that is the same in every run."""

    _css = stylesheet()
    name = ""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name}>"

    def _repr_mimebundle_(
        self, **kwargs: dict[Any, Any]
    ) -> tuple[dict[Any, Any], dict[Any, Any]] | None:
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is not None:
            bundle[0]["text/plain"] = self.fallback()
        return bundle

    def fallback(self) -> str:
        """Say in plain text what a front end without widgets shows instead."""
        return repr(self)


class AnswerWidget(CoachWidget):
    """The view of one answer cell.

    The front end sends the body of the cell whenever it changes; `view` answers with what to
    show. No synchronised state holds the answer, so no notebook metadata can either.

    Parameters
    ----------
    item : Item
        The item that the cell answers.
    body : str
        The body when the cell was run; used where the front end cannot read the cell.
    """

    item = traitlets.Dict().tag(sync=True)

    def __init__(self, item: Item, body: str = "", **traits: Any) -> None:
        self.name = item.id
        self._asked = item
        self._body = body
        options = [{"id": option.id, "text": option.text} for option in item.options]
        super().__init__(
            item={
                "id": item.id,
                "kind": item.kind,
                "title": item.title,
                "stem": item.stem,
                "options": options,
            },
            **traits,
        )
        self.on_msg(self._receive)

    @property
    def body(self) -> str:
        """The answer as far as the kernel knows it: the cell may be newer for a moment."""
        return self._body

    def view(self, body: str) -> dict[str, Any]:
        """Show an answer as plain values for the front end."""
        raise NotImplementedError

    def reply(self, message: dict[str, Any]) -> dict[str, Any]:
        """Answer one message of the front end.

        Parameters
        ----------
        message : dict
            ``type`` is ``"body"`` (show this body) or ``"set"`` (set ``name`` to ``value`` in
            this body, in the table ``table`` if there is one; or all of ``changes``, each such
            a message); ``body`` is None where the front end cannot read the cell.
            ``number``: which request this is.

        Returns
        -------
        dict
            ``number`` of the request, ``view`` to show, ``body`` that it belongs to, and
            ``write``: a new body for the cell, or None if it stays as it is.
        """
        body = message.get("body")
        if isinstance(body, str):
            self._body = body
        write = None
        if message.get("type") == "set":
            # A malformed body is never overwritten: the view tells the fault.
            with suppress(CoachError):
                changed = self._body
                for change in message.get("changes", [message]):
                    table = change.get("table", "")
                    changed = set_toml(changed, change["name"], change["value"], table)
                write = self._body = changed
        return {
            "number": message.get("number"),
            "view": self.view(self._body),
            "body": self._body,
            "write": write,
        }

    def _receive(self, _: Any, message: dict[str, Any], __: Any) -> None:
        self.send(self.reply(message))
