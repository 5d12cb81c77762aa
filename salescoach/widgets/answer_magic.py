"""The ``%%answer`` cell magic: running an answer cell shows the widget of its item."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from IPython.core.interactiveshell import InteractiveShell
from IPython.display import display

from salescoach.answers import format_cell, parse_cell
from salescoach.errors import CoachError
from salescoach.widgets.base import AnswerWidget

ShowItem = Callable[[str, str], AnswerWidget]


def install(shell: InteractiveShell, show_item: ShowItem) -> None:
    """Register the magic in a running IPython; called again it replaces itself.

    Parameters
    ----------
    shell : InteractiveShell
        The running IPython.
    show_item : callable
        Makes the widget for an item id and a body.
    """

    def answer(line: str, cell: str) -> None:
        body = cell.removesuffix("\n")  # IPython ends every cell with a line end of its own
        display(show_item(line.strip(), body if body.strip() else ""))

    shell.register_magic_function(answer, "cell", "answer")
    transforms = shell.input_transformers_cleanup
    transforms[:] = [t for t in transforms if getattr(t, "__name__", "") != _mend.__name__]
    transforms.append(_mend)
    shell.set_custom_exc((CoachError,), _tell)


def _mend(lines: list[str]) -> list[str]:
    """Let a blank or mistyped answer cell run: IPython itself refuses both.

    IPython takes a cell magic without a body for a mistake, so the body gets a line end.
    """
    answer = parse_cell("".join(lines))
    if answer is None or not (answer.mistyped or answer.blank):
        return lines
    try:
        cell = format_cell(answer.item, answer.body or "\n")
    except CoachError:
        return lines
    return [*cell.splitlines(keepends=True), "\n"]


def _tell(shell: Any, kind: Any, error: CoachError, trace: Any, tb_offset: Any = None) -> None:
    """Tell a user's mistake in words, without a traceback."""
    print(error)
