"""A line that says how far long work has come; it vanishes when the work is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import traitlets

from salescoach.widgets.base import CoachWidget, front_end


class ProgressLine(CoachWidget):
    """Words and a bar; the bar is empty as long as nothing is known."""

    _esm = front_end("progress", render="renderProgress")
    words = traitlets.Unicode().tag(sync=True)
    share = traitlets.Float(0.0).tag(sync=True)
    done = traitlets.Bool(False).tag(sync=True)

    def fallback(self) -> str:
        """Show nothing where there are no widgets: the result follows."""
        return ""


@contextmanager
def progress(words: str) -> Iterator[Callable[[int, int], None]]:
    """Show a progress line while the body runs.

    Parameters
    ----------
    words : str
        What is being done.

    Yields
    ------
    callable
        Takes what is done and the total.
    """
    from IPython.display import display

    line = ProgressLine(words=words)
    display(line)

    def report(done: int, total: int) -> None:
        line.share = done / max(total, 1)

    try:
        yield report
    finally:
        line.done = True
