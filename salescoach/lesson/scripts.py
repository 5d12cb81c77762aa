"""What the script lessons ask of the coach: examples, comparisons, and what a sentence does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from salescoach import rubric
from salescoach.errors import CoachError
from salescoach.items import Example
from salescoach.lesson.core import CoachCore
from salescoach.widgets.compare import ExampleCompare

if TYPE_CHECKING:
    from salescoach.plots import Picture


class ScriptCoach(CoachCore):
    """Shows example scripts, alone, side by side, or with a sentence taken away."""

    def example(self, name: str) -> ExampleCompare:
        """Show an example script with its marks and all its criteria."""
        example = self.catalog.example(name)
        return ExampleCompare(example.title, [example], self._judge, unfolded=True)

    def compare(self, *names: str) -> ExampleCompare:
        """Show example scripts side by side."""
        examples = [self.catalog.example(name) for name in names]
        return ExampleCompare("Side by side", examples, self._judge)

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
