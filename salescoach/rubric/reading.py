"""A text as the rubric reads it: plain words that know where they stand in the original."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from salescoach.rubric.run_on import thoughts
from salescoach.rubric.spelling import plain

Span = tuple[int, int]

#: More than this is not read word by word: more than ten minutes of speech.
MOST_CHARACTERS = 10_000

_TOKEN = re.compile(
    r"(?P<email>[\w.+-]{1,64}@\w[\w-]{0,60}(?:\.\w[\w-]{0,60})+)"
    r"|(?P<hole>\[[^\[\]\n]{0,40}\]|\{\{?[^{}\n]{0,40}\}\}?|<[^<>\n]{1,40}>|_{3,}"
    r"|\b[xX]{3,}(?:[-. ]?[xX]{3,})*\b|\.{4,})"
    r"|(?P<url>https?://\S+|www\.\S+"
    r"|\b\w[\w-]{0,60}\.(?:com|net|org|co|io|example|in|de|biz)(?:\.[a-z]{2})?\b(?!['\u2019]))"
    r"|(?P<phone>\+?\(?\d(?:[ \t().\-/]{0,2}\d){5,})"
    r"|(?P<number>[$\u00a3\u20ac\u20b9]?\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|am|pm|k|m|%)?(?![a-zA-Z]))"
    r"|(?P<word>['\u2019]?[^\W\d_]+(?:['\u2019\-][^\W\d_]+)*['\u2019]?)"
    r"|(?P<break>\n+)"
    r"|(?P<mark>\.(?=\s|$|[\"')\u201d\u2019])|[.!?]+|[;:,\-\u2013\u2014\"()\u201c\u201d]+)"
    r"|(?P<other>[^\s])",
    re.IGNORECASE,
)
_STRAIGHT = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'", "\u201c": '"', "\u201d": '"',
     "\u2013": "-", "\u2014": "-", "\u00a0": " ", "\u2026": "."}
)  # fmt: skip
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "no",
        "ltd",
        "inc",
        "co",
        "corp",
        "jr",
        "sr",
        "dept",
        "approx",
        "ext",
    ]
)
_LINKS = (
    r"(?:and|but|so|or|because|since|while|whereas|unless|if|although|though|which|where|"
    r"then|otherwise|plus|when|should|in case|as)"
)
_SPLIT = re.compile(
    rf"(?:[;:]|,| -+ |--+)\s*(?={_LINKS}\b)|[;:]\s|\s-+\s"
    r"|,\s*(?=(?:i|we|you|they|it|that|this|my|our|your|there|here|just|please|no)\b)"
    r"|\s(?=(?:and|but|so|or|because|if|unless|otherwise|then)\s(?:i|we|you|they|it|that|there|"
    r"let|please|call|ring|text|reply|just|would|could|can|shall|maybe|perhaps)\b)"
)


@dataclass(frozen=True)
class Token:
    """One word or mark: its kind, its plain form and its place in the original."""

    kind: str
    plain: str
    raw: str
    start: int
    end: int


@dataclass(frozen=True)
class Clause:
    """A stretch of one thought.

    Attributes
    ----------
    start, end : int
        Offsets into `Reading.plain`.
    text : str
        The plain words.
    sentence : int
        Index of the sentence that it belongs to.
    """

    start: int
    end: int
    text: str
    sentence: int


@dataclass(frozen=True)
class Reading:
    """A text in plain words, with the way back to the original offsets."""

    raw: str
    tokens: tuple[Token, ...]
    plain: str
    starts: tuple[int, ...] = field(repr=False)
    cut: bool = False

    def raw_span(self, span: Span) -> Span:
        """Return the original span of a span of `plain`, widened to whole words."""
        first = max(bisect_right(self.starts, span[0]) - 1, 0)
        last = max(bisect_right(self.starts, max(span[1] - 1, span[0])) - 1, first)
        return self.tokens[first].start, self.tokens[last].end

    def raw_words(self, span: Span) -> str:
        """Return the original words of a span of `plain`."""
        start, end = self.raw_span(span)
        return self.raw[start:end]

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences as spans of `plain`."""
        found = []
        begin = None
        previous: Token | None = None
        for token, start in zip(self.tokens, self.starts, strict=True):
            stop = token.kind == "break" or (
                token.kind == "mark"
                and token.plain[0] in ".!?"
                and not (
                    token.plain == "."
                    and previous is not None
                    and (previous.plain in _TITLES or (len(previous.plain) == 1
                         and previous.plain not in "i1234567890"))
                )
            )  # fmt: skip
            if stop:
                if begin is not None:
                    found.append((begin, start + len(token.plain)))
                begin = None
            elif begin is None:
                begin = start
            previous = token
        if begin is not None:
            found.append((begin, len(self.plain)))
        return tuple(found)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Clauses in order; a piece of one or two words stays with its neighbour."""
        found: list[Clause] = []
        for index, (start, end) in enumerate(self.sentences):
            cuts = [start]
            for match in _SPLIT.finditer(self.plain, start, end):
                here = match.end()
                if (
                    self.plain.count(" ", cuts[-1], here) >= 3
                    and self.plain.count(" ", here, end) >= 2
                ):
                    cuts.append(here)
            cuts.append(end)
            cuts = [c for a, b in pairwise(cuts) for c in thoughts(self.plain, a, b)] + [end]
            for a, b in pairwise(cuts):
                text = self.plain[a:b].rstrip()
                if text:
                    found.append(Clause(a, a + len(text), text, index))
        return tuple(found)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """What stands between quotation marks, as spans of `plain`."""
        return tuple(
            m.span()
            for m in re.finditer(r"\"[^\"\n]{1,200}\"|(?<![\w])'[^'\n]{1,80}'(?!\w)", self.plain)
        )

    def is_quoted(self, span: Span) -> bool:
        """Tell whether a span lies within quotation marks."""
        return any(a <= span[0] and span[1] <= b for a, b in self.quoted)

    def sentence_of(self, position: int) -> Span:
        """Return the sentence that holds a position of `plain`."""
        for start, end in self.sentences:
            if start <= position < end:
                return start, end
        return position, position


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        raw = match.group()
        low = raw.translate(_STRAIGHT)
        low = low.lower() if len(low.lower()) == len(low) else low
        start = match.start()
        if kind == "word":
            # Quotation marks around a word are marks; an apostrophe within is not.
            if low.startswith("'") and len(low) > 1 and low not in ("'em", "'ll", "'cause"):
                yield Token("mark", "'", raw[0], start, start + 1)
                low, raw, start = low[1:], raw[1:], start + 1
            if low.endswith("'") and not low.endswith(("in'", "s'")):
                yield Token(kind, low[:-1], raw[:-1], start, match.end() - 1)
                yield Token("mark", "'", raw[-1], match.end() - 1, match.end())
                continue
        yield Token(kind, low, raw, start, match.end())


def read(text: str) -> Reading:
    """Read a text: plain words, sentences, clauses.

    Examples
    --------
    >>> r = read("Hi, it's Al. Ill ring u Thrusday.")
    >>> r.plain
    'hi, it is al. i will ring you thursday.'
    >>> r.raw_words((14, 38))
    'Ill ring u Thrusday'
    """
    cut = len(text) > MOST_CHARACTERS
    tokens = tuple(_tokens(text[:MOST_CHARACTERS]))
    pieces: list[str] = []
    starts: list[int] = []
    shaped: list[Token] = []
    length = 0
    end = 0
    for index, token in enumerate(tokens):
        word = token.plain
        if token.kind == "word":
            following = tokens[index + 1].plain if index + 1 < len(tokens) else ""
            word = plain(word, following)
        elif token.kind == "break":
            word = "\n"
        if pieces and token.start > end and token.kind != "break":
            pieces.append(" ")
            length += 1
        starts.append(length)
        pieces.append(word)
        length += len(word)
        end = token.end
        shaped.append(Token(token.kind, word, token.raw, token.start, token.end))
    return Reading(text, tuple(shaped), "".join(pieces), tuple(starts), cut)
