"""The one record of an answer: the text of its cell.

An answer cell looks like this; the first line names the item, the rest is the answer::

    %%answer voicemail-1
    Hi Dana, this is Sam Ortiz with ...

Scripts and emails are plain text. Choices, classifications and strategies are TOML.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any

import tomlkit

from salescoach.errors import CoachError
from salescoach.items import ITEM_ID_PATTERN

MAGIC = "%%answer"
_ITEM_ID = re.compile(ITEM_ID_PATTERN)

_EXACT_LINE = re.compile(r"%%answer[ \t]+(\S+)[ \t]*\Z")
# What people type when they retype the first line: one or three signs, capitals, blanks.
_MISTYPED_LINE = re.compile(r"[ \t]*%{1,3}[ \t]*answers?[ \t]*:?[ \t]+(\S+)[ \t]*\Z", re.IGNORECASE)
_LONGEST_FIRST_LINE = 200
_TOML_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)\Z")


@dataclass(frozen=True)
class Answer:
    r"""An answer as its cell records it.

    Parameters
    ----------
    item : str
        The id of the item.
    body : str
        The answer, with ``\n`` as line end; empty if the trainee wrote nothing.
    mistyped : bool
        Whether the first line had to be read with goodwill (``%answer``, ``%%Answer`` …).
    """

    item: str
    body: str
    mistyped: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing was answered."""
        return not self.body


def parse_cell(source: str) -> Answer | None:
    r"""Read the answer in a cell.

    Parameters
    ----------
    source : str
        The whole text of a code cell.

    Returns
    -------
    Answer or None
        None if the cell is not an answer cell.

    Examples
    --------
    >>> parse_cell("%%answer voicemail-1\nHi Dana")
    Answer(item='voicemail-1', body='Hi Dana', mistyped=False)
    >>> parse_cell("%Answer  voicemail-1\n\n")
    Answer(item='voicemail-1', body='', mistyped=True)
    >>> parse_cell("coach.example('a')") is None
    True
    """
    # IPython runs a cell magic below empty lines too.
    text = _with_unix_line_ends(source).lstrip("\n")
    first, _, body = text.partition("\n")
    if len(first) > _LONGEST_FIRST_LINE:  # no item is called that; a long run of blanks is slow
        return None
    exact = _EXACT_LINE.match(first)
    found = exact or _MISTYPED_LINE.match(first)
    if found is None:
        return None
    item = found[1].strip("\"'`").lower() if exact is None else found[1]
    return Answer(item, body if body.strip() else "", mistyped=exact is None)


def format_cell(item: str, body: str) -> str:
    r"""Write the cell that records an answer.

    Parameters
    ----------
    item : str
        The id of the item: lower-case words and digits joined by hyphens.
    body : str
        The answer. A blank one leaves an empty line to type in.

    Raises
    ------
    CoachError
        If `item` is not an item id.

    Examples
    --------
    >>> format_cell("voicemail-1", "")
    '%%answer voicemail-1\n'
    """
    if not _ITEM_ID.fullmatch(item):
        raise CoachError(
            f"{item!r} is not an item id.",
            allowed="lower-case letters and digits, joined by hyphens, like voicemail-1",
        )
    body = _with_unix_line_ends(body)
    return f"{MAGIC} {item}\n{body if body.strip() else ''}"


def read_toml(body: str) -> dict[str, Any]:
    """Read the body of an answer that is made of choices.

    Raises
    ------
    CoachError
        If the body is not TOML; the message names line and column within the cell, whose
        first line is the ``%%answer`` line.

    Examples
    --------
    >>> read_toml('choice = "b"')
    {'choice': 'b'}
    >>> read_toml('choice = b')
    Traceback (most recent call last):
    ...
    salescoach.errors.CoachError: Line 2, column 10 of this cell cannot be read: invalid value.
    Allowed: one setting a line, as name = "text" or name = 3
    Next: Mend that line; nothing else was changed.
    """
    try:
        return tomllib.loads(_with_unix_line_ends(body))
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _TOML_PLACE.search(message)
        what = message[: place.start()] if place else message
        lines = body.split("\n")
        line, column = len(lines), len(lines[-1]) + 1
        if place and place[1]:
            line, column = int(place[1]), int(place[2])
        raise CoachError(
            f"Line {line + 1}, column {column} of this cell cannot be read: "
            f"{what[:1].lower()}{what[1:]}.",
            allowed='one setting a line, as name = "text" or name = 3',
            next_step="Mend that line; nothing else was changed.",
        ) from None
    except (RecursionError, ValueError, OverflowError) as error:
        nested = isinstance(error, RecursionError)
        raise CoachError(
            "This answer is nested too deeply to be read."
            if nested
            else "This answer holds a number or a date that is too large to be read.",
            allowed='one setting a line, as name = "text" or name = 3',
            next_step=f"Take the {'brackets' if nested else 'number'} out; nothing was changed.",
        ) from None


def set_toml(body: str, name: str, value: str | int | float | bool, table: str = "") -> str:
    r"""Set one value in a TOML body and leave every other character as it was.

    Parameters
    ----------
    body : str
        The body of an answer.
    name : str
        The name of the value.
    value : str, int, float or bool
        The new value.
    table : str, optional
        The table that holds it, made at the end if it is not there: ``[s001]``.

    Raises
    ------
    CoachError
        If the body is not TOML: then nothing may be overwritten.

    Examples
    --------
    >>> print(set_toml('# my first guess\nchoice = "a"', "choice", "b"))
    # my first guess
    choice = "b"
    >>> print(set_toml('[s001]\nkind = "busy"', "sure", 80, table="s001"))
    [s001]
    kind = "busy"
    sure = 80
    """
    values = read_toml(body)
    text = _with_unix_line_ends(body).strip("\n")
    if table and table not in values:
        text = f"{text}\n\n[{table}]\n".lstrip("\n")
    document = tomlkit.parse(text)
    if not table:
        document[name] = value
    elif isinstance(values.get(table, {}), dict):
        document[table][name] = value
    else:
        raise CoachError(
            f"{table!r} is a single value here, not a heading.",
            allowed=f"[{table}] on a line of its own, and below it {name} = …",
            next_step="Take that line out; nothing was changed.",
        )
    return tomlkit.dumps(document).rstrip("\n")


def _with_unix_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
