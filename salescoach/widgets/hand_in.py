"""What is answered and what is still open, before a notebook is handed in."""

from __future__ import annotations

from collections.abc import Iterable

import traitlets

from salescoach.items import Item
from salescoach.widgets.base import CoachWidget, front_end


class HandInList(CoachWidget):
    """The items of an exercise, each answered or open; the front end reads the cells."""

    _esm = front_end("handin", render="renderHandIn")
    items: traitlets.List[dict[str, str]] = traitlets.List().tag(sync=True)

    def __init__(self, name: str, items: Iterable[Item]) -> None:
        self.name = name
        super().__init__(items=[{"id": item.id, "title": item.title} for item in items])

    def fallback(self) -> str:
        """List the answers to give."""
        titles = "\n".join(f"  {item['id']}: {item['title']}" for item in self.items)
        return f"{self!r} Check these answers, then save and send this file:\n{titles}"
