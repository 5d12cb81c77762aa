"""Open and closed questions, told apart by how they begin, with the words that decide.

The reader goes by form, not by meaning: a question that can be answered with yes, no or one
fact is closed, however kindly it is meant. Source S3 asks for open ones, so that prospects
tell their situation in their own words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

Span = tuple[int, int]

FORMS: Final = ("open", "fact", "closed", "leading", "none")
"""Invites a story; asks for one fact; asks for yes or no; puts the answer in; no question."""


@dataclass(frozen=True)
class Question:
    """The verdict on one question.

    Parameters
    ----------
    span : (int, int)
        Where it stands, in code points of the text as given.
    form : str
        One of `FORMS`.
    evidence : (int, int)
        The words that decide.
    why : str
        The reason, in one sentence.
    advice : str
        One thing to try; empty if the question is open.
    """

    span: Span
    form: str
    evidence: Span
    why: str
    advice: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it invites more than yes, no or a fact."""
        return self.form == "open"


_AUX = (
    r"(?:is|are|was|were|am|do|does|did|have|has|had|can|could|will|would|should|shall|may|might|"
    r"must|need|ought)"
)
_NOT = (
    r"(?:isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|hadn't|can't|cannot|"
    r"couldn't|won't|wouldn't|shouldn't|ain't)"
)
_SUBJECT = r"(?:you|your|we|i|it|they|he|she|this|that|these|those|there|the|any|anyone|anybody)"
_FACT_NOUN = (
    r"(?:time|day|date|week|month|year|percentage|percent|share|number|size|budget|price|colour|"
    r"version|age|headcount|name|title|deadline|role|job|position|address|email)"
)
_TELL = (
    r"(?:tell|walk|talk|take|describe|explain|share|show|help me (?:to )?(?:understand|see)|"
    r"give me an example|paint)"
)
_SHORT_WORD = r"(?:whether|if|who|whose|when|where|which|how (?:many|much|long|often|old|big))"

# The first pattern that fits the beginning of a clause decides.
_RULES: Final = [
    ("closed", r"(?:what|how) about\b", "suggests"),
    ("leading", r"what if (?:we|i|you could|you were able)\b", "suggests"),
    ("leading", r"why (?:don't|not|wouldn't|doesn't) ?(?:we|you|i)?\b", "suggests"),
    ("fact", r"how are you\b|how's it going\b", "fact"),
    ("fact", rf"(?:for |since |by |at |in |from |on )?(?:what|which) {_FACT_NOUN}\b", "fact"),
    ("fact", rf"what(?:'s| is| are| was) (?:your|the|their) (?:\w+ )?{_FACT_NOUN}\b", "fact"),
    ("open", r"(?:to|in|for|under|on) (?:what|which) (?:\w+ )?(?:extent|ways?|reasons?|"
             r"circumstances|conditions|grounds|respects?)\b", "tells"),
    ("open", r"how come\b", "tells"),
    ("open", rf"how (?:else |exactly |then |best )?(?:{_AUX}|'s|'d|'re|'ve|to)\b", "tells"),
    ("open", r"how(?:'s|'d|'re|'ve)\b", "tells"),
    ("fact", r"(?:for |since )?how \w+", "scale"),
    ("open", r"(?:what|why)(?:'s|'re|'d|'ve|'ll)?\b", "tells"),
    ("fact", rf"(?:by |since |until |from |at |to |for |with )?(?:when|where|who|whose|whom|which)"
             rf"(?:'s|'re|'d|'ll)? (?:else |of |one |\w+ )?(?:{_AUX}|{_NOT}|[a-z]+s|[a-z]+ed)\b",
     "fact"),
    ("fact", r"(?:by|since|until) when\b|who else\b|who(?:'s|'d|'ll)\b|which of\b", "fact"),
    ("fact", rf"(?:can|could|would|will|may|do) (?:you|i) (?:please |perhaps )?(?:tell me|say|know|"
             rf"ask|remember|let me know|happen to know) {_SHORT_WORD}\b", "wrapped"),
    ("open", rf"(?:can|could|would|will) you (?:please |perhaps |maybe )?(?:{_TELL})\b", "invites"),
    ("open", r"(?:can|could|may|might) i ask (?:you )?"
             r"(?:what|why|how(?! (?:many|much|long|often|old)))\b",
     "invites"),
    ("open", r"(?:would|do) you mind (?:telling|sharing|describing|walking|explaining|talking)\b",
     "invites"),
    ("leading", rf"{_NOT} {_SUBJECT}\b", "pushes"),
    ("closed", rf"{_AUX} (?:not )?(?:{_SUBJECT}|[a-z]+)\b", "yes-no"),
    ("closed", r"(?:any|anything|anyone|ever|still|ready|interested|happy|got)\b", "yes-no"),
]  # fmt: skip
_COMPILED: Final = [(form, re.compile(pattern), clue) for form, pattern, clue in _RULES]

_INVITATION = re.compile(
    rf"(?:please )?(?:tell me (?!{_SHORT_WORD}\b)|(?:walk|talk|take|lead) me through|describe|"
    r"explain|help me (?:to )?(?:understand|see)|give me an example|show me (?:how|what)|share|"
    r"(?:i'd|i would) (?:like|love|be glad) to (?:hear|understand|know|learn) (?:more |a bit )?"
    r"(?:about|how(?! (?:many|much|long|often|old))|what|why)|"
    r"i(?:'m| am) (?:curious|interested)(?: to (?:hear|know|learn))? (?:about|how|what|why))"
)
_TAG = re.compile(
    rf"(?:,| -| –| —) ?(?:right|correct|yes|no|agreed|ok|okay|true|eh|{_NOT} (?:it|you|they|we|he|"
    rf"she|that|there))\s*\?+\Z"
)
_FILLER = re.compile(
    r"(?:and|so|but|then|well|okay|ok|also|now|right|just|please|or|hello|hi|thanks|"
    r"out of (?:interest|curiosity)|i wonder|may i ask|can i ask|could i ask|if i may ask|"
    r"one more thing|and finally|finally|first|firstly|second|secondly|lastly|today|"
    r"mr \w+|mrs \w+|ms \w+|dr \w+)\b[,: ]*"
)
_GUESS = re.compile(
    r"(?:is it|was it|is that|because|maybe|perhaps|for example|say|with|in an?|on)\b"
)
_BULLET = re.compile(r"[ \t]*(?:[-*•·–]|\(?\d{1,2}[.):]|[a-h][.)])[ \t]+")
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+|(?=\n)|\Z)")
_OPENS_LATER = re.compile(r"\b(?:and|or) (?:why|how|what (?:for|makes|made))\b")

_WHY: Final = {
    "tells": "It asks for a situation in the prospect's own words.",
    "story": "It asks to be told something, in the prospect's own words.",
    "invites": "It is put politely, but it asks for a story, not for yes or no.",
    "opened": "It begins with a fact and then asks for the reason.",
    "fact": "One fact answers it: a name, a date, a number.",
    "scale": "One number or one word answers it.",
    "wrapped": "Behind the polite beginning one fact is asked for.",
    "yes-no": "Yes or no answers it.",
    "statement": "It is a statement with a question mark: yes or no answers it.",
    "suggests": "It makes a suggestion; the prospect can only accept or decline.",
    "pushes": "It puts the answer into the prospect's mouth.",
    "guessed": "It begins open, but then offers an answer to nod at.",
    "either-or": "It offers two answers to choose from.",
    "none": "This is no question.",
}
_ADVICE: Final = {
    "fact": "Keep it if you need the fact, and follow it with one that begins with what or how.",
    "scale": "Ask what lies behind the number: what makes it so?",
    "wrapped": "Keep it if you need the fact; for more, ask what or how.",
    "yes-no": "Begin with what or how, and ask for the situation instead of the verdict.",
    "statement": "Turn it round: ask how they do it today.",
    "suggests": "Save the suggestion. Ask first what they have tried.",
    "pushes": "Take your opinion out, and ask what they think.",
    "guessed": "Stop after the first half, and wait.",
    "either-or": "Drop both answers; theirs may be a third one.",
    "none": "Ask something, or leave the line out.",
}  # fmt: skip


def judge_questions(text: str) -> list[Question]:
    r"""Judge every question of a text; a line that holds none is told as such.

    Parameters
    ----------
    text : str
        Questions, one or more a line; numbers and bullets before them do not matter.

    Returns
    -------
    list of Question
        In their order.

    Examples
    --------
    >>> [q.form for q in judge_questions("How do you plan the rota today?\nDo you like it?")]
    ['open', 'closed']
    """
    found: list[Question] = []
    start = 0
    for line in text.split("\n"):
        bullet = _BULLET.match(line)
        body_at = start + (bullet.end() if bullet else 0)
        found.extend(_judge_line(text, body_at, start + len(line)))
        start += len(line) + 1
    return found


def share_open(judged: list[Question]) -> float:
    """Tell the share of open ones among the questions; 0 if there is none.

    Examples
    --------
    >>> share_open(judge_questions("What changed? Are you sure?"))
    0.5
    """
    asked = [q for q in judged if q.form != "none"]
    return sum(q.is_open for q in asked) / len(asked) if asked else 0.0


def _judge_line(text: str, start: int, end: int) -> list[Question]:
    line = text[start:end]
    if not line.strip():
        return []
    sentences = [
        (start + m.start() + len(m[0]) - len(m[0].lstrip()), start + m.end())
        for m in _SENTENCE.finditer(line)
        if m[0].strip(" \t.!?")
    ]
    judged = [q for span in sentences if (q := _judge_sentence(text, span)) is not None]
    if judged or not sentences:
        return judged
    whole = (sentences[0][0], sentences[-1][1])
    return [_verdict(whole, "none", whole, "none")]


def _judge_sentence(text: str, span: Span) -> Question | None:
    """Judge one sentence; None if it neither asks nor invites."""
    start, end = span
    plain = text[start:end].replace("’", "'").lower()
    asks = "?" in plain
    clauses = _clauses(plain)
    for number, (at, clause) in enumerate(clauses):
        if invitation := _INVITATION.match(clause):
            return _verdict(span, "open", (start + at, start + at + invitation.end()), "story")
        if not asks:
            continue
        for form, pattern, clue in _COMPILED:
            if match := pattern.match(clause):
                evidence = (start + at, start + at + match.end())
                if number == 0 and form == "fact" and _is_subordinate(clause, clauses):
                    break
                return _with_ending(plain, span, (form, evidence, clue), clauses[number + 1 :])
    if not asks:
        return None
    if tag := _TAG.search(plain):
        return _verdict(span, "leading", (start + tag.start(), end), "pushes")
    return _verdict(span, "closed", (end - 1, end), "statement")


def _clauses(plain: str) -> list[tuple[int, str]]:
    """Cut a sentence at commas and dashes; each clause without the fillers before it."""
    found = []
    for match in re.finditer(r"[^,;:–—]+", plain):
        at, clause = match.start(), match[0]
        at += len(clause) - len(clause.lstrip())
        clause = clause.strip()
        while (filler := _FILLER.match(clause)) and filler.end() < len(clause):
            at += filler.end()
            clause = clause[filler.end() :]
        if clause:
            found.append((at, clause))
    return found


def _is_subordinate(clause: str, clauses: list[tuple[int, str]]) -> bool:
    """Tell 'When you opened the café, how …' from 'When will you decide?'."""
    return (
        len(clauses) > 1
        and re.match(r"(?:when|where)\b", clause) is not None
        and not re.match(rf"(?:when|where) (?:{_AUX}|{_NOT})\b", clause)
    )


def _with_ending(
    plain: str, span: Span, found: tuple[str, Span, str], later: list[tuple[int, str]]
) -> Question:
    """Look at how the question goes on: a tag, a guess or an added 'and why' change it."""
    form, evidence, clue = found
    start, end = span
    if tag := _TAG.search(plain):
        return _verdict(span, "leading", (start + tag.start(), end), "pushes")
    # 'What, if anything, have you tried?' is one question with something put in between.
    put_in = plain.startswith("what,")
    if form == "open":
        for at, clause in [] if put_in else later:
            closes = any(f == "closed" and p.match(clause) for f, p, _ in _COMPILED)
            if closes or (_GUESS.match(clause) and clause.endswith("?")):
                return _verdict(span, "closed", (start + at, end), "guessed")
    elif opened := _OPENS_LATER.search(plain):
        return _verdict(span, "open", (start + opened.start(), start + opened.end()), "opened")
    elif form == "closed" and (either := re.search(r"\bor\b(?! not\b)", plain)):
        return _verdict(span, "closed", (start + either.start(), start + either.end()), "either-or")
    return _verdict(span, form, evidence, clue)


def _verdict(span: Span, form: str, evidence: Span, clue: str) -> Question:
    return Question(span, form, evidence, _WHY[clue], _ADVICE.get(clue, ""))
