"""Identity: the caller's own name and own company.

Names are open words, so this detector walks over the tokens: from an introduction ('this is', 'my
name is', or the place right after the greeting) to a name, and from there over fillers and a job
title to the company.
"""

from __future__ import annotations

from collections.abc import Iterator

from salescoach.rubric.finding import Finding, merge
from salescoach.rubric.identity_words import (
    CALLED,
    FILLERS,
    FIRM_ONLY,
    GREETINGS,
    INTRO,
    LINKS,
    NEVER_FIRM,
    NO_FIRM,
    NO_NAME,
    OWN_BUSINESS,
    REFERS,
    TITLES,
)
from salescoach.rubric.reading import Reading, Span, Token


class _Walker:
    """The tokens of one text, with the questions that identity asks about them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self.at = {start: i for i, start in enumerate(reading.starts)}
        words = [t.raw for t in self.tokens if t.kind == "word" and len(t.raw) > 1]
        capitals = sum(w[0].isupper() and not w.isupper() for w in words)
        self.capitals = capitals >= max(2, len(words) // 40)

    def span(self, first: int, last: int) -> Span:
        """Return the plain span of tokens first..last, both included."""
        return (
            self.reading.starts[first],
            self.reading.starts[last] + len(self.tokens[last].plain),
        )

    def named(self, index: int, forbidden: frozenset[str]) -> bool:
        """Tell whether a token can be a word of a name."""
        if not 0 <= index < len(self.tokens):
            return False
        token = self.tokens[index]
        if token.kind == "url":
            return True
        if token.kind not in ("word", "number"):
            return False
        # After a comma 'Second Chapter' is a firm, though 'second' begins no firm in small letters.
        proper = self.capitals and forbidden is NO_FIRM and token.raw[0].isupper()
        if token.plain.split(" ")[0] in (NEVER_FIRM if proper else forbidden):
            return False
        if self.capitals:
            return token.raw[0].isupper() or (token.kind == "number" and forbidden is NO_FIRM)
        return token.kind == "word"

    def run(self, index: int, forbidden: frozenset[str], longest: int) -> int:
        """Return the index after the name that begins at a token; the same index if none does."""
        end = index
        while end < len(self.tokens) and end - index < longest:
            token = self.tokens[end]
            initial = token.plain == "." and end > index and len(self.tokens[end - 1].plain) == 1
            joined = token.plain in ("&", "and", "of", "the") and forbidden is NO_FIRM
            if joined and not (end > index and self.named(end + 1, forbidden)):
                break
            if not (initial or joined or self.named(end, forbidden)):
                break
            if not self.capitals and end - index >= (2 if forbidden is NO_NAME else 1):
                break
            if not self.capitals and end > index and token.plain in FILLERS:
                break
            end += 1
        return end

    def names(self) -> Iterator[tuple[int, int, str]]:
        """Yield candidate names as (first, end, how)."""
        for match in INTRO.finditer(self.reading.plain):
            index = self.at.get(match.end())
            if index is None and match.end() > 0:
                continue
            if index is not None:
                end = self.run(index, NO_NAME, 5)
                if end > index:
                    # Begin the evidence with the introduction itself.
                    first = max(i for i, s in enumerate(self.reading.starts) if s <= match.start())
                    yield first, end, "intro"
        if self.capitals:
            yield from self._opening_names()
        for index, token in enumerate(self.tokens):
            following = self.tokens[index + 1].plain if index + 1 < len(self.tokens) else ""
            if (
                following in ("here", "speaking", "calling", "this")
                and token.kind == "word"
                and self.named(index, NO_NAME | GREETINGS)
                and (following != "this" or self._is(index + 2, "side"))
            ):
                first = index
                while self.capitals and first and self.named(first - 1, NO_NAME | GREETINGS):
                    first -= 1
                yield first, index + 1, "here"

    def _is(self, index: int, word: str) -> bool:
        return index < len(self.tokens) and self.tokens[index].plain == word

    def _opening_names(self) -> Iterator[tuple[int, int, str]]:
        """Yield names that stand where a caller introduces themselves, without 'this is'."""
        index, greeted = 0, False
        tokens = self.tokens
        while index < len(tokens):
            token = tokens[index]
            word = token.plain
            if token.kind in ("mark", "break", "other"):
                index += 1
                continue
            if word in GREETINGS or word in TITLES:
                greeted = word not in ("there", "again") and not (
                    word in TITLES and index and tokens[index - 1].plain == ","
                )
                index += 1
                continue
            end = self.run(index, NO_NAME | GREETINGS, 5)
            if end == index:
                # Ordinary words: a new sentence may still introduce the caller.
                while index < len(tokens) and tokens[index].plain[:1] not in (
                    (".", "!", "?", "\n", "-") if index > 20 else (".", "!", "?", "\n", "-", ",")
                ):
                    index += 1
                greeted = False
                continue
            last = tokens[index - 1].plain if index else ""
            titled = index > 1 and last == "." and tokens[index - 2].plain in TITLES
            direct = greeted and (last in GREETINGS or last in TITLES or titled)
            if not direct or index == 0:
                yield index, end, "start"
            greeted = False
            index = end

    def firm_after(self, end: int) -> int | None:
        """Return the index of the last token of the company named after a name, if one is."""
        tokens = self.tokens
        index, linked, others = end, False, 0
        while index < len(tokens) and index - end < 14:
            token = tokens[index]
            word = token.plain
            if token.kind in ("break",) or (word[:1] in ".!?;" and token.kind == "mark"):
                return None
            if word in LINKS:
                linked, index = True, index + 1
                called = (
                    CALLED.match(self.reading.plain, self.reading.starts[index])
                    if index < len(tokens)
                    else None
                )
                if called and called.end() in self.at:
                    index = self.at[called.end()]
                while index < len(tokens) and tokens[index].plain in (
                    "the", "a", "company", "firm", "our", "my", ",", "um", "sorry", "er", "uh",
                ):  # fmt: skip
                    index += 1
                if self.named(index, NO_FIRM):
                    stop = self.run(index, NO_FIRM, 7)
                    if not self._refers(stop):
                        return stop - 1
                continue
            if word in REFERS and not linked:
                return None
            if word not in FILLERS and token.kind == "word":
                others += 1
                if others > 7:
                    return None
            index += 1
        return None

    def pair_after(self, end: int) -> int | None:
        """Return the last token of a company set beside a name: 'Karen Doyle, Lowtide Boats.'."""
        tokens = self.tokens
        while end < len(tokens) and tokens[end].plain in ("here", "speaking", "again"):
            end += 1
        if not (self.capitals and end < len(tokens) and tokens[end].plain in (",", "-", "(")):
            return None
        first = end + 1
        if not self.named(first, NO_FIRM):
            return None
        stop = self.run(first, NO_FIRM, 7)
        # The caller's surname added again ('Steve, Steve Kowalski') is no company.
        following = tokens[stop].plain if stop < len(tokens) else "."
        bounded = following[:1] in ".,;!-\n)" or following in ("here", "again", "in", "of")
        earlier = {t.plain for t in tokens[max(0, end - 4) : end] if t.kind == "word"}
        if not bounded or (
            tokens[first].plain in earlier
            and stop - first < 3
            and (
                stop < len(tokens)
                and tokens[stop].plain == ","
                and self.firm_after(stop) is not None
            )
        ):
            return None
        return None if self._refers(stop) else stop - 1

    def bounded(self, index: int) -> bool:
        """Tell whether a sentence, or a part of it, ends before a token."""
        return (
            index >= len(self.tokens)
            or self.tokens[index].plain[:1] in ".,;!-\n)"
            or (self.tokens[index].plain in ("here", "again"))
        )

    def _refers(self, index: int) -> bool:
        """Tell whether a third person is speaking: 'Joe Brandt at Kestrel suggested ...'."""
        near = [t.plain for t in self.tokens[index : index + 2]]
        return any(w in REFERS for w in near) and not any(w[:1] in ".,;!\n" for w in near[:1])

    def firms(self) -> list[Span]:
        """Find a company of the caller's own that stands away from the name."""
        found = [m.span() for m in OWN_BUSINESS.finditer(self.reading.plain)]
        for match in FIRM_ONLY.finditer(self.reading.plain):
            index = self.at.get(match.start("firm"))
            if index is not None and self.named(index, NO_FIRM):
                found.append((match.start(), self.span(index, self.run(index, NO_FIRM, 7) - 1)[1]))
        return found


def _without_holes(reading: Reading, spans: list[Span], tokens: tuple[Token, ...]) -> list[Span]:
    holes = [s for t, s in zip(tokens, reading.starts, strict=True) if t.kind == "hole"]
    return [(a, b) for a, b in spans if not any(a <= h < b for h in holes)]


def identity(reading: Reading) -> Finding:
    """Judge `identity`: the caller's own name together with the caller's own company."""
    walker = _Walker(reading)
    full: list[Span] = []
    names: list[Span] = []
    for first, end, how in walker.names():
        if how != "start":
            names.append(walker.span(first, end - 1))
        last = walker.firm_after(end)
        if last is None:
            last = walker.pair_after(end)
        # Away from the greeting a capital begins any sentence: ask for 'Name from Firm.'
        if last is not None and (how != "start" or first < 14 or walker.bounded(last + 1)):
            full.append(walker.span(first, last))
    full = _without_holes(reading, full, walker.tokens)
    if full:
        return Finding(True, 0.95, merge(full))
    names = _without_holes(reading, names, walker.tokens)
    firms = _without_holes(reading, walker.firms(), walker.tokens)
    if names and firms:
        return Finding(True, 0.8, merge(names[:1] + firms))
    if names:
        return Finding(False, 0.85, merge(names[:1]), "name only")
    if firms:
        return Finding(False, 0.85, merge(firms[:1]), "firm only")
    return Finding(False, 0.85, (), "neither")
