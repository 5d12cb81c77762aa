"""Natural: placeholders, keyword lists, letter formatting, strings of buzzwords, pretence."""

from __future__ import annotations

import re

from salescoach.rubric.finding import Finding, lines, merge, phrase
from salescoach.rubric.reading import Reading, Span
from salescoach.rubric.spelling import words

_HOLE_WORDS = phrase(
    lines(
        r"""
    (?:insert|your|prospect|customer|client|company|first|last|business|contact|phone|product|
        recipient|industry|competitor|pain|benefit|date|time|day|city|role)[ _-]?(?:name|
        company|number|firm|product|here|industry|date|point|title) here
    insert [\w ]{2,20} here
    insert (?:[a-z]{1,9} ){0,2}(?:name|company|product|industry|date|number|city)
    \((?:insert [a-z ]{2,20}|(?:[a-z]{2,9} )?name|company|product|industry|sector|date|role)\)
    (?:mr|mrs|ms|mister) (?:customer|client|prospect)
    lorem ipsum|firstname|lastname|first_name|company_name
    (?:mr|mrs|ms) (?:x|xx|xyz)|company (?:x|xyz|abc)|abc company|xyz (?:company|ltd|corp|inc)
    xxx|tbd|tbc|blah blah|dear (?:prospect|customer name|name)|hello prospect|hi prospect
    """
    )
)
#: A gap that a mail merge leaves in capitals.
_HOLE_CAPITALS = re.compile(
    r"\b(?:CLIENT|CUSTOMER|COMPANY|PROSPECT|FIRST|LAST|PRODUCT|YOUR|INSERT)[ _]"
    r"(?:NAME|COMPANY|DATE|PRODUCT)\b"
)
_BUZZ = phrase(
    lines(
        r"""
    synerg\w+|leverag\w+|empower\w*|stakeholders?|transformational|transformative
    value[- ](?:chain|add|adds|added|proposition|stream|driven|drivers?)
    end[- ]to[- ]end
    best[- ](?:in[- ]class|of[- ]breed|practices?)
    ai[- ](?:driven|powered|enabled|first)|data[- ]driven|holistic\w*|paradigms?|ecosystems?
    omni-?channel|scalable|scalability|disrupt\w*|mission[- ]critical|next[- ]gen\w*
    cutting[- ]edge|bleeding[- ]edge|game[- ]chang\w+|thought leader\w*|circle back
    low[- ]hanging fruit|move the needle|deep[- ]dive|actionable|insights?[- ]driven
    frictionless|seamless\w*|turn-?key|robust|agile|bandwidth|verticals?|deliverables
    touchpoints?|customer[- ]centric|client[- ]centric|core competenc\w+|optimi[sz]\w+
    streamlin\w+|monetiz\w+|monetis\w+|incentivi[sz]\w+|operationali[sz]\w+|utili[sz]e|learnings
    alignment|align|ideat\w+|innovat\w+|world[- ]class|cloud[- ]native|digital transformation
    digitali[sz]\w+|journey|growth[- ]hack\w*|hyper\w+|blockchain|metaverse|quantum|roi|kpis?
    granular|drill down|low[- ]touch|high[- ]touch|win-win|out of the box|outside the box
    boil the ocean|go-to-market|mindshare|buy-in|solutions?(?: provider)?|outcomes?|enablement
    enable|accelerat\w+|strategic|impactful|future[- ]proof\w*|proactiv\w+|unlock\w*|harness\w*
    maximi[sz]\w+|bespoke solution|tailored solutions?|industry[- ]leading
    state[- ]of[- ]the[- ]art|revolutioni[sz]\w+|reimagin\w+|unified|interoperab\w+|workflows?
    360[- ]degree|mission|visionary|cross-functional|elevate|ideation|north star|flywheel|stack
    orchestrat\w+|democrati[sz]\w+
    """
    )
)
_STRONG_BUZZ = phrase(
    lines(
        r"""
    synerg\w+|leverag\w+|empower\w*|stakeholders?|transformational|value[- ](?:chain|stream)
    end[- ]to[- ]end|best[- ]of[- ]breed|paradigms?|ecosystems?|omni-?channel
    mission[- ]critical|holistic\w*|operationali[sz]\w+|ideat\w+|circle back|thought leader\w*
    game[- ]chang\w+|move the needle|frictionless|digital transformation|cloud[- ]native
    hyper\w+|mindshare|go-to-market|value[- ]add\w*|low[- ]hanging|actionable|scalable
    seamless\w*|ai[- ](?:driven|powered)|best[- ]in[- ]class|cutting[- ]edge|next[- ]gen\w*
    future[- ]proof\w*|customer[- ]centric|impactful|disrupt\w*|turn-?key|verticals|touchpoints?
    bandwidth|robust|agile|unlock\w*|harness\w*
    """
    )
)
#: Words that name the rubric; people who sell do not say them to a prospect.
_META = phrase(
    lines(
        r"""
    value prop(?:osition)?s?|call to action|cta|opt[- ]?out|pain points?|benefits?|needs
    challenges|hook|callback|call back number|personali[sz](?:ation|ed)(?: \w+)?
    prospect(?: focus)?|social proof|case stud(?:y|ies)|mutual (?:contact|benefit|connection)
    next steps?|solutions?|testimonials?|graceful exit|way out|retry|follow up|trigger event
    recent (?:event|news|expansion)|rapport|roi|unique selling point|usp|ice ?breaker|greeting
    signature
    companies (?:like yours|in your industry)
    firms like yours|no obligation|no pressure|no thanks|cost saving|time saving
    increase (?:revenue|sales)|reduce costs?|save (?:time|money)|cash flow|identity|courteous
    concise|natural|context|referral|introduction|closing|urgency|trusted partner|proven
    results?|soft close|permission to close|peers
    """
    )
)
#: The same without the words that people do say.
_SAID_META = phrase(
    lines(
        r"""
    value prop(?:osition)?s?|call to action|cta|opt[- ]?out|pain points?|hook|personali[sz]\w+
    social proof|soft close|retry|graceful exit|usp|call back number|trigger event|rapport
    value add|prospect focus|next step
    """
    )
)
_LETTER = re.compile(
    lines(
        r"""
    (?im)^(?:subject|re|fwd|fw|to|from|cc|bcc|date|attn|ref)\s?:
    ^[ \t]*(?:[-*\u2022\u00b7>]|\d[.)])[ \t]+\S.*\n\s{0,9}(?:[-*\u2022\u00b7>]|\d[.)])[ \t]+\S
    ^(?:best|kind|warm|kindest|warmest|with|yours)?[ \t]*(?:regards|sincerely|faithfully|truly|
        wishes)\b,?[ \t]*$
    (?:best|kind|warm) regards[,.]?[ \t]*\n|yours (?:sincerely|faithfully|truly)
    to whom it may concern|<[^>\n]+>|please find attached|enclosed please find|sent from my
    """
    )
)
_DEAR = re.compile(r"(?i)\A\s*dear [^\n]{2,40},?\n")
_BULLET = re.compile(r"(?m)^[ \t]*(?:[-*\u2022\u00b7>]|\d[.)])\s+\S")
_PRETENCE = phrase(
    lines(
        r"""
    (?:this is (?:regarding|about|concerning|in reference to) your (?:account|policy|warranty|
        file|invoice|payment|order|loan|subscription|recent application|claim|vehicle)|
        regarding your account|important message for the (?:business )?owner|(?:you have been|
        you are) (?:pre-?approved|selected|chosen)|press (?:one|two|1|2|nine|9|\d)|
        it is (?:a )?personal(?: matter)?|long time no (?:talk|see|speak)|remember me|
        hey,? it is me|returning your (?:call|message|voicemail)|(?:second|third) (?:notice|
        notification)|this is (?:the|your) (?:bank|tax|council|revenue|electric|phone company|
        government)|(?:your|the) (?:warranty|policy|listing) (?:is|has) (?:about|expir|been)|
        do not be alarmed|(?:so )?many friends in common|feels? like i have known you|
        known (?:you|each other) for (?:years|ages)|from (?:your )?head office|(?:compliance|
        enforcement|billing|security|fraud|licensing) (?:department|office|team|unit)|
        it is about your (?:account|invoice|payment)|i am (?:calling|ringing) from (?:your|
        the) (?:bank|building|insurance|council)|(?:personal|private|family) (?:matter|call)|
        automated message|courtesy call|as your (?:friend|cousin|nephew)|old (?:friend|mate|
        pal)|we met (?:before|many))
    """
    )
)
# Pieces that stand alone in speech too: greetings, numbers, short answers.
_SPOKEN_ALONE = words(
    """
    hi hello hey good morning afternoon evening dear bonjour thanks thank you cheers bye yes no ok
    okay um uh sorry please not ever once sir madam mr mrs ms dr really well oh so and or again zero
    double triple one two three four five six seven eight nine ten monday tuesday wednesday thursday
    friday the at on by about a an minute minutes week this next all best now fine sure great right
    regards wishes kind today tomorrow
    """
)
_FUNCTION = words(
    """
    a an the i you he she it we they me him her us them my your his its our their this that
    these those is am are was were be been being do does did have has had will would can
    could shall should may might must not no of in on at by for with about to from up out if
    or and but so because as than then there here when while where who what which how why
    all any some just only also too very please yes every each off one two three four five
    six seven eight nine ten gets get got tell tells often never always somebody nobody
    everyone someone
    """
)
_VERB = re.compile(
    lines(
        r"""
    (?<!\w)(?:is|are|am|was|were|be|have|has|had|do|does|did|will|would|can|could|shall|should|
        may|might|must|call me|let|tell|told|ring|text me|lose|worth|want|hope|mind|ask|
        try)(?!\w)
    """
    )
)
_COUNTED = re.compile(
    r"\d|(?<!\w)(?:one|two|three|four|five|six|seven|eight|nine|ten|half|both|dozen|hundred)(?!\w)"
)
_PRONOUN = re.compile(r"(?<!\w)(?:i|we|you|it|they|he|she|that|this|there|who|us|me|them)(?!\w)")


def _function_share(said: list[str]) -> float:
    return sum(w in _FUNCTION for w in said) / len(said) if said else 1.0


def keyword_lists(reading: Reading) -> tuple[Span, ...]:
    """Find stretches that name things instead of saying something, as spans of the plain text."""
    found: list[Span] = []
    fragments: list[tuple[Span, bool, bool]] = []
    counted = 0  # terse, but it says something: 'two vans idle'
    for start, end in reading.sentences:
        text = reading.plain[start:end]
        at = start
        for piece in re.split(r"([,;:|/.!?\n]+)", text):
            said = re.findall(r"[\w'-]+", piece)
            if said and not _SPOKEN_ALONE.issuperset(w for w in said if not w.isdigit()):
                span = (at, at + len(piece))
                bare = (
                    len(said) <= 4
                    and sum(w in _FUNCTION for w in said) <= 2
                    and not _PRONOUN.search(re.sub(r"(?:to|for|with|of|like) you(?!\w)", "", piece))
                    and not _VERB.search(piece)
                )
                fragments.append((span, bare, _META.search(piece) is not None))
                counted += bare and _COUNTED.search(piece) is not None
                if len(said) >= 8 and _function_share(said) < 0.1:
                    found.append(span)
            at += len(piece)
    meta = sum(bare and is_meta for _, bare, is_meta in fragments)
    many = sum(b for _, b, _ in fragments)
    empty = many - counted
    # A few bare pieces are speech ('Not a priority? Totally.'); a message made of them is a list.
    if fragments and (
        (meta >= 3 and many >= 0.45 * len(fragments))
        or (empty >= 7 and empty >= 0.6 * len(fragments))
        or (empty >= 5 and empty >= 0.8 * len(fragments))
        or (meta >= 2 and many >= 0.5 * len(fragments) >= 3)
        or meta >= 5
        or len(set(_SAID_META.findall(reading.plain))) >= 4
    ):
        found += _runs(fragments)
    return merge(found)


def _runs(fragments: list[tuple[Span, bool, bool]]) -> list[Span]:
    """Join pieces that only name things and follow on each other; sentences between them stay."""
    runs: list[Span] = []
    joins = False
    for (start, end), bare, is_meta in fragments:
        if bare or is_meta:
            runs[-1:] = [(runs[-1][0], end)] if joins else [*runs[-1:], (start, end)]
        joins = bare or is_meta
    return runs


def _repeats(reading: Reading) -> tuple[Span, ...]:
    """Find the same content word said over and over."""
    said = re.findall(r"[^\W\d_]{4,}", reading.plain)
    if len(said) < 12:
        return ()
    top = (
        max(set(said), key=lambda w: (said.count(w) if w not in _FUNCTION else 0, w))
        if len(said) < 400
        else ""
    )
    if top and said.count(top) >= max(5, len(said) * 0.15) and top not in _FUNCTION:
        at = reading.plain.find(top)
        return ((at, at + len(top)),)
    return ()


def natural(reading: Reading, scenario: str = "") -> Finding:
    """Judge `natural`: met if nothing was found that a person would not say.

    Parameters
    ----------
    reading : Reading
        The text.
    scenario : str, optional
        What is true about earlier contact; a claim of earlier contact in a cold call is pretence.
    """
    holes = [
        (s, s + len(t.plain))
        for t, s in zip(reading.tokens, reading.starts, strict=True)
        if t.kind == "hole" and not t.plain.startswith(".")
    ]
    holes += [m.span() for m in _HOLE_WORDS.finditer(reading.plain)]
    if holes or _HOLE_CAPITALS.search(reading.raw[:20000]):
        return Finding(False, 0.95, merge(holes), "placeholder")
    lists = keyword_lists(reading)
    if lists:
        return Finding(False, 0.85, lists, "list")
    letter = [m.span() for m in _LETTER.finditer(reading.raw[:20000])]
    dear = _DEAR.match(reading.raw)
    bullets = _BULLET.findall(reading.raw[:20000])
    if letter or (dear and len(bullets) >= 1) or len(bullets) >= 2:
        return Finding(False, 0.85, (), "letter")
    buzz = [m.span() for m in _BUZZ.finditer(reading.plain)]
    strong = [m.span() for m in _STRONG_BUZZ.finditer(reading.plain)]
    if len({reading.plain[a:b] for a, b in strong}) >= 3 or (
        len({reading.plain[a:b] for a, b in buzz}) >= 4 and strong
    ):
        return Finding(False, 0.85, merge(buzz), "buzzwords")
    pretence = [m.span() for m in _PRETENCE.finditer(reading.plain)]
    if pretence:
        return Finding(False, 0.75, merge(pretence), "pretence")
    repeated = _repeats(reading)
    if repeated:
        return Finding(False, 0.7, repeated, "repeats")
    return Finding(True, 0.85, (), "none found")
