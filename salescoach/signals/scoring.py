"""Scores a choice of kind and move, and says what a good coach would say about it.

The rule: naming the right kind earns 1 point, another kind none. The best move earns 1 point, a
move that the key lists earns its part, any other none. The two are added, so an item is worth 2.
How sure the trainee was never changes the score: honesty must cost nothing. It concerns the kind.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from salescoach.signals.items import SignalItem, SignalKey
from salescoach.signals.kinds import KINDS, MOVES

MAX_POINTS = 2.0


@dataclass(frozen=True)
class Choice:
    """What a trainee answered to one item; what was left out is ``None``.

    `sure` is the stated certainty, in percent, that `kind` is right.
    """

    kind: str | None = None
    move: str | None = None
    sure: float | None = None


@dataclass(frozen=True)
class Verdict:
    """Score and feedback for one item.

    Attributes
    ----------
    kind_points, move_points : float
        0 to 1 each.
    quote : tuple of int
        Start and end (characters) of the words in the situation that decide the kind.
    works, change : str
        What was right, and the one change that helps most; either may be empty.
    more : str
        Why the best move is best and what earns a part.
    """

    id: str
    kind_points: float
    move_points: float
    quote: tuple[int, int]
    works: str
    change: str
    more: str

    @property
    def points(self) -> float:
        """Points of `MAX_POINTS`."""
        return self.kind_points + self.move_points


def _about_kind(key: SignalKey, choice: Choice) -> tuple[str, str]:
    right = KINDS[key.kind]
    if choice.kind == key.kind:
        return f"“{right.name}” is right. What decides it: “{key.decides}”.", ""
    hint = f"What decides it: “{key.decides}”. That makes it “{right.name}”."
    if choice.kind is None:
        return "", f"No kind chosen. {hint}"
    chosen = KINDS[choice.kind]
    why = (
        key.feedback.get(chosen.id) or f"“{chosen.name}” means: {chosen.definition} {chosen.not_if}"
    )
    return "", f"{why} {hint}"


def _about_move(key: SignalKey, choice: Choice) -> tuple[str, str]:
    best = MOVES[key.best_move]
    if choice.move == key.best_move:
        return f"“{best.name}” is the best move.", ""
    better = f"Better: “{best.name}”."
    if choice.move is None:
        return "", f"No move chosen. {better}"
    part = key.part_moves.get(choice.move, 0.0)
    name = MOVES[choice.move].name
    if part:
        return f"“{name}” earns {part:g} of the credit.", better
    return "", f"“{name}” earns nothing here. {better}"


def judge(item: SignalItem, key: SignalKey, choice: Choice) -> Verdict:
    """Score one choice and put its feedback together.

    Raises
    ------
    ValueError
        If key and item do not belong together.
    KeyError
        If the choice names an unknown kind or move; `salescoach.signals.drill.parse_drill`
        lets none through.
    """
    start = item.situation.find(key.decides)
    if item.id != key.id or start < 0:
        raise ValueError(f"the key {key.id} does not belong to the item {item.id}")
    kind_works, kind_change = _about_kind(key, choice)
    move_works, move_change = _about_move(key, choice)
    return Verdict(
        item.id,
        float(choice.kind == key.kind),
        move_points(key, choice.move),
        (start, start + len(key.decides)),
        " ".join(filter(None, (kind_works, move_works))),
        # The move follows from the kind: with the kind wrong, that is the change that helps most.
        kind_change or move_change,
        " ".join(filter(None, (move_change if kind_change else "", key.move_reason))),
    )


def move_points(key: SignalKey, move: str | None) -> float:
    """Credit for a move: 1 for the best, its part for a listed one, else 0."""
    if move == key.best_move:
        return 1.0
    return key.part_moves.get(move, 0.0) if move is not None else 0.0


def total(verdicts: Iterable[Verdict], n_items: int) -> tuple[float, float]:
    """Points and the most that `n_items` items can give; items without an answer give none."""
    return sum(v.points for v in verdicts), MAX_POINTS * n_items
