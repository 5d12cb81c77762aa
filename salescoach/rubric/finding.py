"""What a detector reports, and the helpers that all detectors share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salescoach.rubric.reading import Reading, Span


@dataclass(frozen=True)
class Finding:
    """The outcome of one detector.

    Attributes
    ----------
    met : bool
        Whether the criterion is met.
    sure : float
        From 0 to 1.
    spans : tuple of (int, int)
        Spans of `Reading.plain`: what earns the criterion, or what breaks it.
    clue : str
        Which case it is; the advice is worded by it.
    """

    met: bool
    sure: float
    spans: tuple[Span, ...] = ()
    clue: str = ""


def lines(pattern: str, **classes: str) -> str:
    """Read a pattern that is written over several lines.

    Each line is one alternative; a line that is indented deeper continues the line before it. A
    line that begins with ``# `` is a comment. ``<DAY>`` stands for the class of words ``DAY``.

    Examples
    --------
    >>> lines('''
    ...     call me
    ...     # two ways to say it
    ...     (?:ring|phone)
    ...         (?: me)? on <DAY>
    ... ''', DAY="(?:monday|tuesday)")
    'call me|(?:ring|phone)(?: me)? on (?:monday|tuesday)'
    """
    found: list[str] = []
    margin = -1
    for line in pattern.split("\n"):
        text = line.strip()
        if not text or text.startswith("# "):
            continue
        indent = len(line) - len(line.lstrip())
        if margin < 0:
            margin = indent
        if indent > margin:
            found[-1] += text
        else:
            found.append(text)
    joined = "|".join(found)
    for name, words in classes.items():
        joined = joined.replace(f"<{name}>", words)
    return joined


def group(pattern: str) -> str:
    """Hold alternatives together, so that they can be part of a larger pattern."""
    return f"(?:{pattern})"


def phrase(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that begins and ends at word boundaries."""
    return re.compile(rf"(?<![\w']){'(?:' + pattern + ')'}(?!\w)")


_NEGATOR = re.compile(
    r"(?<!\w)(?:not|never|no|without|nobody|none|neither|nor|hardly|rather than|instead of"
    r"|far from|refuse to|no need to|stop short of)(?: [\w'-]+){0,4} ?$"
)


def is_negated(plain: str, start: int, *, reach: int = 40) -> bool:
    """Tell whether a negation stands shortly before a position, in the same clause."""
    before = plain[max(0, start - reach) : start]
    before = re.split(r"[.!?;:\n]|, (?=but|i |we |it )|\bbut\b", before)[-1]
    return _NEGATOR.search(before) is not None


def hits(
    reading: Reading, pattern: re.Pattern[str], *, negated: bool = True, quoted: bool = True
) -> Iterator[Span]:
    """Find a pattern; leave out what is negated or quoted if told so."""
    for match in pattern.finditer(reading.plain):
        if match.end() == match.start():
            continue
        if not negated and is_negated(reading.plain, match.start()):
            continue
        if not quoted and reading.is_quoted(match.span()):
            continue
        yield match.span()


def before(reading: Reading, start: int, reach: int = 60) -> str:
    """Return what stands before a position in the same clause."""
    return re.split(r"[.!?;:\n]|(?<!\w)but(?!\w)", reading.plain[max(0, start - reach) : start])[-1]


def likely(reading: Reading, chances: Sequence[float], least: float) -> tuple[Span, ...]:
    """Return the clauses whose chance reaches a threshold."""
    return tuple(
        (c.start, c.end) for c, p in zip(reading.clauses, chances, strict=True) if p >= least
    )


def merge(spans: list[Span]) -> tuple[Span, ...]:
    """Order spans and join those that overlap.

    Examples
    --------
    >>> merge([(5, 9), (0, 2), (8, 12)])
    ((0, 2), (5, 12))
    """
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
