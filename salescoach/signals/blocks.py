"""Reads an answer made of TOML tables, one table at a time.

A slip in one table must not cost the others, so each is read alone; a fault carries the line of
the answer that it stands on.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

_HEADER = re.compile(r"^\s*\[\s*([^\[\]]*?)\s*\]\s*(#.*)?$")
_LINES = 'lines such as kind = "busy" or sure = 80'
_AT_LINE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


@dataclass(frozen=True)
class AnswerFault:
    """Something in an answer that cannot be read: where, what, and what is allowed there.

    `line` counts from 1 at the first line under the cell's first line.
    """

    line: int
    problem: str
    allowed: str

    def __str__(self) -> str:
        return f"Line {self.line}: {self.problem} Allowed: {self.allowed}"


@dataclass(frozen=True)
class Block:
    """One table of an answer: its name, its line, its values, and the line of each value."""

    name: str
    line: int
    values: Mapping[str, object]
    lines: Mapping[str, int]


def read_blocks(text: str) -> tuple[list[Block], list[AnswerFault]]:
    r"""Split an answer into its tables and read each.

    Examples
    --------
    >>> blocks, faults = read_blocks('[s001]\nkind = "busy"\n[s002]\nkind = busy\n')
    >>> blocks[0].name, blocks[0].values
    ('s001', {'kind': 'busy'})
    >>> faults[0].line
    4
    """
    # Not splitlines(), which also breaks at signs that editors and TOML take for text.
    lines = text.replace("\r\n", "\n").split("\n")
    heads = [(n, m[1].strip("\"' ")) for n, line in enumerate(lines) if (m := _HEADER.match(line))]
    blocks: list[Block] = []
    faults = _before(lines[: heads[0][0] if heads else len(lines)])
    ends = [n for n, _ in heads[1:]] + [len(lines)]
    for (start, name), end in zip(heads, ends, strict=False):
        result = _read_one(name, start + 1, lines[start + 1 : end])
        if isinstance(result, Block):
            blocks.append(result)
        else:
            faults.append(result)
    return blocks, faults


def _before(lines: list[str]) -> list[AnswerFault]:
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.lstrip().startswith("#"):
            problem = f"{line.strip()!r} belongs to no item."
            return [AnswerFault(number, problem, "a line such as [s001] before it")]
    return []


def _read_one(name: str, start: int, body: list[str]) -> Block | AnswerFault:
    if not name:
        return AnswerFault(start, "The brackets are empty.", "the name of an item")
    try:
        values = tomllib.loads("\n".join(body))
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        line = start + (int(at[1]) if at and at[1] else len(body))
        said = _AT_LINE.sub("", str(error))
        return AnswerFault(line, f"{said} in [{name}].", _LINES)
    except (RecursionError, ValueError):  # brackets without end, or a number of 5000 digits
        return AnswerFault(
            start, f"[{name}] is nested too deeply, or holds too long a number.", _LINES
        )
    lines = {}
    for key in values:
        found = (n for n, b in enumerate(body, 1) if b.lstrip(" \"'").startswith(key))
        lines[key] = start + next(found, 0)
    return Block(name, start, values, lines)
