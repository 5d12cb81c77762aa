"""Example scripts side by side, judged like the trainee's own."""

from __future__ import annotations

from typing import Any

import traitlets

from salescoach.items import Example
from salescoach.widgets.base import CoachWidget, front_end
from salescoach.widgets.views import Judge, script_view


class ExampleCompare(CoachWidget):
    """One or more example scripts in columns, each with marks, total and criteria."""

    _esm = front_end("studio", "compare", render="renderCompare")
    title = traitlets.Unicode().tag(sync=True)
    examples: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    unfolded = traitlets.Bool(False).tag(sync=True)

    def __init__(
        self, title: str, examples: list[Example], judge: Judge, *, unfolded: bool = False
    ) -> None:
        self.name = " ".join(example.id for example in examples)
        shown: list[dict[str, Any]] = [
            {
                "id": example.id,
                "title": example.title,
                "text": example.text,
                "note": example.note,
                "view": script_view(example.kind, example.text, judge),
            }
            for example in examples
        ]
        super().__init__(title=title, examples=shown, unfolded=unfolded)

    def fallback(self) -> str:
        """Tell each example with its total in plain text."""
        parts = [repr(self)]
        for example in self.examples:
            view = example["view"]
            parts.append(
                f"{example['title']}: {view['total']} of 10, {view['count']}, {view['length']}.\n"
                f"“{example['text']}”"
            )
        return "\n".join(parts)
