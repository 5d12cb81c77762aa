"""The text of a drill answer: read with every fault named, and written back.

::

    [s001]
    kind = "busy"
    move = "add-value"
    sure = 80
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from salescoach.signals.blocks import AnswerFault, Block, read_blocks
from salescoach.signals.kinds import KINDS, MOVES, closest, normal
from salescoach.signals.scoring import Choice

FIELDS = ("kind", "move", "sure")


@dataclass(frozen=True)
class Drill:
    """Choices by item id, and what could not be read; a fault never costs another line."""

    choices: Mapping[str, Choice]
    faults: tuple[AnswerFault, ...]


def parse_drill(text: str, items: Collection[str]) -> Drill:
    r"""Read a drill answer.

    Parameters
    ----------
    text : str
        The body of the answer cell.
    items : collection of str
        The ids that the drill holds.

    Returns
    -------
    Drill
        If an item is answered twice, the later answer counts, and a fault says so.

    Examples
    --------
    >>> drill = parse_drill('[s001]\nkind = "buzy"\nsure = 80', ["s001"])
    >>> drill.choices
    {'s001': Choice(kind=None, move=None, sure=80)}
    >>> print(drill.faults[0].line, drill.faults[0].problem)
    2 'buzy' is no kind. Did you mean 'busy'?
    """
    blocks, faults = read_blocks(text)
    choices: dict[str, Choice] = {}
    for block in blocks:
        if block.name not in items:
            faults.append(
                AnswerFault(block.line, f"There is no item [{block.name}] here.", _some(items))
            )
            continue
        if block.name in choices:
            faults.append(
                AnswerFault(
                    block.line,
                    f"[{block.name}] is answered twice; this later answer counts.",
                    "one answer to each item",
                )
            )
        choices[block.name] = _choice(block, faults)
    return Drill(choices, tuple(sorted(faults, key=lambda f: f.line)))


def _some(items: Collection[str]) -> str:
    first, *rest = sorted(items) or ["no item"]
    return f"{first} to {rest[-1]}, {len(items)} items" if rest else first


def _choice(block: Block, faults: list[AnswerFault]) -> Choice:
    for key in block.values:
        if key not in FIELDS:
            meant = closest(key, FIELDS)
            guess = f" Did you mean {meant!r}?" if meant else ""
            faults.append(
                AnswerFault(block.lines[key], f"{key!r} is not asked.{guess}", ", ".join(FIELDS))
            )
    kind = chosen(block, "kind", KINDS, faults)
    return Choice(kind, chosen(block, "move", MOVES, faults), _sure(block, faults))


def chosen(
    block: Block, field: str, known: Collection[str], faults: list[AnswerFault]
) -> str | None:
    """Read a field that holds one of the `known` ids; add a fault and give ``None`` otherwise."""
    value = block.values.get(field)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, str) and normal(value) in known:
        return normal(value)
    meant = closest(str(value), known)
    guess = f" Did you mean {meant!r}?" if meant else ""
    faults.append(
        AnswerFault(block.lines[field], f"{value!r} is no {field}.{guess}", ", ".join(known))
    )
    return None


def _sure(block: Block, faults: list[AnswerFault]) -> float | None:
    value = block.values.get("sure")
    if value is None:
        return None
    # A bool is an int in Python, but `sure = true` is no percentage.
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 100:
        return value
    faults.append(
        AnswerFault(
            block.lines["sure"],
            f"{value!r} is no percentage.",
            "a number from 0 to 100, without the percent sign",
        )
    )
    return None


def format_drill(choices: Mapping[str, Choice]) -> str:
    r"""Write choices as the text of an answer cell.

    Examples
    --------
    >>> format_drill({"s001": Choice("busy", None, 80)})
    '[s001]\nkind = "busy"\nsure = 80\n'
    """
    tables = []
    for item, choice in choices.items():
        lines = [f"[{item}]"]
        if choice.kind is not None:
            lines.append(f'kind = "{choice.kind}"')
        if choice.move is not None:
            lines.append(f'move = "{choice.move}"')
        if choice.sure is not None:
            lines.append(f"sure = {choice.sure:g}")
        tables.append("\n".join(lines) + "\n")
    return "\n".join(tables)
