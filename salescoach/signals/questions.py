"""A situation of the bank as two ordinary choice items: what kind of signal, and what to do next.

Exercises whose situations differ from trainee to trainee ask them so: ``%%answer s012-kind`` and
``%%answer s012-move``. The options stand in the order of the definitions, so the letter of a kind
is the same in every situation and gives nothing away.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import ascii_lowercase

from salescoach.items import Item, Option
from salescoach.signals.items import SignalItem, SignalKey
from salescoach.signals.kinds import KINDS, MOVES

QUESTION = re.compile(r"(s\d{3,})-(kind|move)")
_LETTER_OF_KIND = dict(zip(KINDS, ascii_lowercase, strict=False))
_LETTER_OF_MOVE = dict(zip(MOVES, ascii_lowercase, strict=False))


def situation_of(name: str) -> str | None:
    """Tell which situation an item id asks about; None if it is another kind of item.

    Examples
    --------
    >>> situation_of("s012-move"), situation_of("voicemail-cold")
    ('s012', None)
    """
    found = QUESTION.fullmatch(name)
    return found[1] if found else None


def questions(signal: SignalItem, notebook: str = "", points: float = 2.0) -> tuple[Item, Item]:
    """Ask for kind and move of a situation.

    Parameters
    ----------
    signal : SignalItem
        The situation.
    notebook : str
        The exercise that asks.
    points : float
        Points for both together; each is worth half.

    Examples
    --------
    >>> signal = SignalItem("s001", "They call you.", "phone", 3, "05", "S0")
    >>> [item.id for item in questions(signal)]
    ['s001-kind', 's001-move']
    """
    kinds = tuple(Option(_LETTER_OF_KIND[kind.id], kind.name) for kind in KINDS.values())
    moves = tuple(Option(_LETTER_OF_MOVE[move.id], move.name) for move in MOVES.values())
    half = points / 2
    return (
        Item(f"{signal.id}-kind", "choice", notebook, half, "What kind of signal is this?",
             signal.situation, kinds),
        Item(f"{signal.id}-move", "choice", notebook, half, "And what do you do next?",
             f"The same situation: {signal.situation}", moves),
    )  # fmt: skip


def question_credit(key: SignalKey) -> dict[str, Mapping[str, tuple[float, str]]]:
    """Give what each option of the two questions earns (0 to 1), and what a coach says to it.

    Parameters
    ----------
    key : SignalKey
        The key of the situation.
    """
    right = f"What decides it: “{key.decides}”."
    kinds = {}
    for kind, letter in _LETTER_OF_KIND.items():
        if kind == key.kind:
            kinds[letter] = (1.0, f"That is the one. {right}")
        else:
            said = key.feedback.get(kind) or f"“{KINDS[kind].name}”: {KINDS[kind].not_if}"
            kinds[letter] = (0.0, f"{said} {right}")
    moves = {
        letter: (1.0 if move == key.best_move else key.part_moves.get(move, 0.0), key.move_reason)
        for move, letter in _LETTER_OF_MOVE.items()
    }
    return {f"{key.id}-kind": kinds, f"{key.id}-move": moves}
