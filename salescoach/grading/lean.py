"""Takes the outputs out of a large notebook before it is parsed, without reading it as a whole.

Answers are a few kilobytes; what makes a notebook large is what its cells printed and drew.
"""

from __future__ import annotations

import re
from typing import Final

from salescoach.grading.sources import Content
from salescoach.grading.zips import UnusableError

MOST_LEFT: Final = 6_000_000
"""Bytes that may be left of a notebook when its outputs are gone."""

_MOST_BRACKETS: Final = 2_000_000
_TOO_LARGE: Final = "The notebook is too large, even without its outputs, to be a hand-in."

# The possessive marks (++) keep the search from ever going back: time grows with the length only.
_STRING: Final = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_NEXT_STRING = re.compile(_STRING, re.DOTALL)
_UNWANTED = re.compile(rb'"(?:outputs|attachments|widgets)"\Z')
_OPENING = re.compile(rb"[ \t\r\n]*+:[ \t\r\n]*+([\[{])")
_TO_BRACKET = re.compile(rb'[^][{}"]*+(?:' + _STRING + rb'[^][{}"]*+)*+([][{}])', re.DOTALL)


def without_outputs(content: Content) -> bytes:
    r"""Replace the values of ``outputs``, ``attachments`` and ``widgets`` by nothing.

    Raises
    ------
    UnusableError
        If what is left is still too large, or is not made like a notebook.

    Examples
    --------
    >>> without_outputs(b'{"cells": [{"outputs": [{"text": "]"}], "source": "\\"outputs\\": ["}]}')
    b'{"cells": [{"outputs": null, "source": "\\"outputs\\": ["}]}'
    """
    kept: list[bytes] = []
    size = start = place = 0
    while found := _NEXT_STRING.search(content, place):
        place = found.end()
        if size + place - start > MOST_LEFT:
            raise UnusableError("unsupported", _TOO_LARGE)
        # A name longer than the longest unwanted one need not be copied out of the file.
        if place - found.start() > 13 or not _UNWANTED.match(content[found.start() : place]):
            continue
        if opening := _OPENING.match(content, place):
            kept += [content[start : opening.start(1)], b"null"]
            size += opening.start(1) - start
            start = place = _end_of_value(content, opening.start(1))
    if size + len(content) - start > MOST_LEFT:
        raise UnusableError("unsupported", _TOO_LARGE)
    kept.append(content[start:])
    return b"".join(kept)


def _end_of_value(content: Content, place: int) -> int:
    depth = 0
    for _ in range(_MOST_BRACKETS):
        found = _TO_BRACKET.match(content, place)
        if found is None:
            raise UnusableError("unreadable", "The file is no notebook, or is cut off.")
        place = found.end()
        depth += 1 if found[1] in b"[{" else -1
        if depth == 0:
            return place
    raise UnusableError("unsupported", "The outputs of this notebook are too intricate to skip.")
