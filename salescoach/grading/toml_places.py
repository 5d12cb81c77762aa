"""Where each setting of a TOML file stands: tomllib does not say, and people need the line."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from salescoach.grading.course import Fault

Path = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[|\[)\s*([\w.\-\s]+?)\s*(\]\]|\])\s*(#.*)?$")
_SETTING = re.compile(r"(\s*)([\w-]+)(\s*=\s*)")
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)\Z")


def load(text: str, file: str, faults: list[Fault]) -> dict[str, Any] | None:
    """Read TOML; a fault with line and column, and None, if it cannot be read."""
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message = str(error)
        place = _PLACE.search(message)
        line = int(place[1]) if place and place[1] else text.count("\n") + 1
        column = int(place[2]) if place and place[2] else 1
        what = message[: place.start()] if place else message
        faults.append(
            Fault(
                file,
                line,
                column,
                f"This cannot be read: {what[:1].lower()}{what[1:]}.",
                'one setting a line, as name = "text", name = 3 or name = true',
            )
        )
        return None


def places(text: str) -> dict[Path, tuple[int, int]]:
    r"""Find line and column of each table (its header) and each setting (its value).

    Examples
    --------
    >>> places('title = "x"\n[[exercises]]\nid = "a"\n')[("exercises", 0, "id")]
    (3, 6)
    """
    found: dict[Path, tuple[int, int]] = {(): (1, 1)}
    count: dict[Path, int] = {}
    table: Path = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = ()
            names = [name.strip() for name in header[2].split(".")]
            for depth, name in enumerate(names):
                table = (*table, name)
                last = depth == len(names) - 1
                if header[1] == "[[" and last:
                    count[table] = count.get(table, -1) + 1
                    found.setdefault(table, (number, 1))
                if table in count:
                    table = (*table, count[table])
            found.setdefault(table, (number, 1))
        elif setting := _SETTING.match(line):
            found.setdefault((*table, setting[2]), (number, setting.end() + 1))
    return found


def nearest(found: dict[Path, tuple[int, int]], path: Path) -> tuple[int, int]:
    """Find where a setting stands, or else the table that it belongs to."""
    while path not in found:
        path = path[:-1]
    return found[path]
