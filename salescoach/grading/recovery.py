"""Finds answers whose cell was damaged: a mistyped first line, a split cell, a line that is gone.

What is unambiguous is read and noted; what is not is put before the instructor, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Final

from salescoach.answers import Answer
from salescoach.grading.names import listed
from salescoach.grading.reading import HandIn
from salescoach.items import SCRIPT_KINDS, Item

_ALIKE: Final = 0.8
_FIRST_LINE = re.compile(r"\s*%{0,3}[ \t]*([a-z]{4,9}):?[ \t]*([a-z0-9_-]{1,80})[ \t]*\Z")
_PROSE = re.compile(r"[^\W\d_]+[,;:]? +[^\W\d_]+[,;:]? +[^\W\d_]+")
_CODE = re.compile(r"\s*(?:[%!#@?]|(?:import|from|coach|print|def|class|for|if|while|with)\b)")
_SETTING = re.compile(r"^[ \t]*[a-z_]+[ \t]*=", re.MULTILINE)


@dataclass(frozen=True)
class Found:
    """The answers to the items of one exercise.

    Parameters
    ----------
    answers : dict
        For each item id all answers found.
    loose : dict
        For each item id texts without a first line that may belong to it.
    notes : tuple of str
        What the instructor should know.
    """

    answers: dict[str, list[Answer]] = field(default_factory=dict)
    loose: dict[str, list[str]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def recover(hand_in: HandIn, items: Sequence[Item]) -> Found:
    """Sort what a hand-in says by the items of its exercise.

    Parameters
    ----------
    hand_in : HandIn
        A hand-in that could be read.
    items : sequence of Item
        The items of the exercise, in their order.
    """
    ids = [item.id for item in items]
    answers = {name: list(found) for name, found in hand_in.answers.items() if name in ids}
    open_ids = [i for i in ids if all(a.blank for a in answers.get(i, []))]
    strangers = {name: found for name, found in hand_in.answers.items() if name not in ids}

    guesses: dict[str, list[str]] = {}
    for name in strangers:
        if (near := _nearest(name, ids)) in open_ids:
            guesses.setdefault(near, []).append(name)
    for item, names in guesses.items():
        if len(names) == 1:
            found = strangers.pop(names[0])
            answers.setdefault(item, []).extend(
                Answer(item, answer.body, mistyped=True) for answer in found
            )

    loose: dict[str, list[str]] = {}
    for stray in hand_in.strays:
        text = stray.text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        first, _, body = text.partition("\n")
        near = _named_by(first, ids)
        if near in open_ids and body.strip():
            answers.setdefault(near, []).append(Answer(near, body, mistyped=True))
            continue
        target = _belongs_to(stray.after, ids, set(answers))
        if target and _may_answer(text, items[ids.index(target)], target in open_ids):
            loose.setdefault(target, []).append(text)

    notes = []
    mistyped = sorted(name for name, found in answers.items() if any(a.mistyped for a in found))
    if mistyped:
        notes.append(f"First line mistyped, read with goodwill: {listed(mistyped)}.")
    if strangers:
        notes.append(f"Answers to items of no such name here: {listed(sorted(strangers))}.")
    return Found(answers, loose, tuple(notes))


def _nearest(name: str, ids: Sequence[str]) -> str:
    """Name the one item id that a mistyped one was meant to be, or an empty string."""
    if len(name) > 80:
        return ""
    name = name.lower().replace("_", "-")
    ranked = sorted(((SequenceMatcher(None, name, i).ratio(), i) for i in ids), reverse=True)
    if not ranked or ranked[0][0] < _ALIKE:
        return ""
    # Ids such as check-1 and check-2 are as near to each other as a slip is to either.
    if name not in ids and len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 0.05:
        return ""
    return ranked[0][1]


def _named_by(first_line: str, ids: Sequence[str]) -> str:
    """Name the item of a first line such as ``%%anwser voicemail-cold``, or an empty string."""
    if len(first_line) > 120:
        return ""
    line = first_line.strip().lower()
    for item in ids:  # with the blank left out
        if line.lstrip("% \t") == f"answer{item}":
            return item
    found = _FIRST_LINE.match(line)
    if found is None or SequenceMatcher(None, found[1], "answer").ratio() < _ALIKE:
        return ""
    return _nearest(found[2], ids)


def _belongs_to(after: str, ids: Sequence[str], present: set[str]) -> str:
    """Name the item to which a cell without a first line belongs by its place."""
    place = ids.index(after) if after in ids else -1
    if place + 1 < len(ids) and ids[place + 1] not in present:
        return ids[place + 1]
    return ids[place] if place >= 0 else ""


def _may_answer(text: str, item: Item, is_open: bool) -> bool:
    if item.kind in (*SCRIPT_KINDS, "note"):
        return bool(_PROSE.search(text[:20_000])) and not _CODE.match(text)
    return is_open and bool(_SETTING.search(text[:20_000]))
