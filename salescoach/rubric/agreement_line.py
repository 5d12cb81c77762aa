"""The follow-up agreement: let the prospect name the time, and make the timing theirs."""

from __future__ import annotations

import re

from salescoach.rubric.finding import Finding, is_negated, lines, merge, phrase
from salescoach.rubric.pressure import pressure
from salescoach.rubric.reading import Reading, Span
from salescoach.rubric.times import DAY

_UNIT = lines(
    r"""
    (?:day|date|week|time|month|morning|afternoon|slot|hour|point|moment|part of the week|
        evening|quarter|end of the week)s?
    """
)
_ASKS = phrase(
    lines(
        r"""
    (?:what|when) is (?:good|best|free|handy|easiest|convenient|realistic|sensible|the day|
        the date
        |it to be|better|open)(?: \w+){0,5}
    what (?:day|date|time|hour) (?:is|will|would) (?:it|that)(?: to)?(?: be)?
    (?:at|after|before|by) (?:what|which) (?:stage|point|delivery|meeting|moment|hour|
        event)(?: \w+){0,10}
    (?:hear|know|learn|wondering|wonder|ask) (?:when|what (?:sort of |kind of )?<UNIT>|
        which <UNIT>)(?: [\w']+){0,10}
    (?:overrule|correct|tell) me (?:with|by naming|to pick)(?: \w+){0,6}
    (?:choice|choosing|pick|naming|setting|say)(?: of| over)?(?: the| a)?(?: <UNIT>)? (?:is|
        lies|rests)[ ]
        (?:all |entirely |completely |totally )?(?:yours|with you|up to you)
    (?:leave|hand|give|entrust|pass|throw)(?:ing)? (?:the (?:when|<UNIT>|choice|timing|choosing
        |calendar)|that|it|this)(?: \w+){0,2}? (?:to|over to) you
    ball(?:'s| is) in your court|you lead|you drive|over to you|you be the judge|you set the pace
    (?:drop|holler|throw|shoot|send|scribble|jot|write|text|email|shout|chuck|toss|lob|post|
        fire)[ ]
        (?:me |us |down )?(?:a|your|any|some|the) (?:\w+ )?(?:<UNIT>)(?: \w+){0,4}
    (?:intimate|inform|indicate|advise|communicate|furnish|share|state|mention)(?: \w+)? (?:your
        |the|a|any) (?:\w+ )?(?:convenient |preferred |suitable )?<UNIT>
    (?:your|any) (?:convenient|preferred|suitable|favou?rite|best) <UNIT>
    whenever (?:you|it|is|suits|would|would be|your)(?: [\w']+){0,12}
    (?:or )?(?:some|any)(?:where|time|thing|when)? else(?: entirely)?,? (?:if|you|
        that)(?: [\w']+){1,6}
    (?:put|suggest|name|offer|pick|propose|find|give me) (?:a|me a|another|some) (?:better|other
        |different|better one)(?: \w+){0,6}
    (?:another|a different|a better|some other|any other) (?:one|day|date|time|
        slot)(?: \w+){0,4}? ?\?
    (?:which|what) one (?:shall|should|do|would|will|may|can) (?:i|we|you)(?: \w+){0,4}
    what (?:do|shall|should|will|can) (?:we|i) (?:write|put|note|say|pencil|enter)(?: \w+){0,4}
    (?:care|like|want|wish|prefer) to (?:name|say|pick|choose|suggest|set|give)(?: \w+){0,5}
    (?:what|which)(?: other| is| would be| do| might be)? ?(?:day|date|time|week|month|morning|
        afternoon|hour|slot|one|suits|works)?(?: \w+){0,2}\?
    any particular <UNIT>(?: [\w']+){0,8}|how much time(?: [\w']+){0,10}\?
    which (?:would|do|other|is|might|of)(?: [\w']+){0,14}\?
    is there a (?:better |good |particular |best )?<UNIT>(?: [\w']+){0,8}
    (?:ask|trouble|invite|request|get|leave it to|want|like|let|trust|need|beg|leave) (?:you|
        it to you|that to you)(?: (?:just|simply))? to (?:pick|name|choose|say|set|suggest|
        decide|tell|fix|propose|give|point)(?: [\w']+){0,5}
    (?:you )?(?:please |kindly )+(?:suggest|advise|propose|say|tell|fix|name|
        give)(?: [\w']+){0,5}
    tell me (?:what is|what would|what|a|the|one|another|your)(?: (?:better|realistic|best|good|
        other|day|date|time|one|right|convenient))(?: [\w']+){0,4}
    what (?:is|'s) it going to be
    what would be (?:about right|right|best|good|convenient|realistic|ideal|fair|better)
    what(?: do| would| does) (?:you|your \w+) (?:suggest|prefer|propose|recommend|say to|fancy|
        like|think)(?: [\w']+){0,4}
    (?:over to|your turn|ball is in) (?:you|your)(?: [\w']+){0,3}
    shall i (?:just )?ask you to(?: \w+){0,4}
    (?:when|what <UNIT>|which <UNIT>|what(?: would be| is| will be)? (?:a|the|
        your) (?:\w+ )?(?:good |best |better |right |convenient |suitable )?<UNIT>|
        what other <UNIT>|how (?:soon|long|far (?:off|out|ahead)|many (?:days|weeks)|late|
        early))(?: [\w',-]+){0,12}? ?(?:would|should|shall|could|can|do|does|will|is|are|may|
        might|suits?|works?|best|better|convenient|you|i|we|,)(?: [\w',-]+){0,12}?(?=\?|\.|!|$|
        ,|;)
    (?:tell|let|give|name|pick|choose|suggest|propose|set|fix|say|advise|indicate|nominate|
        offer|state|mention|write down|decide(?: on)?|point to|help me with)(?: (?:me|
        us))?(?: know| have)?(?: \w+){0,2}? ?(?:when|which <UNIT>|what <UNIT>|(?:a|the|your|any|
        another|some|one) (?:\w+ ){0,3}?<UNIT>|(?:the|a) when|whichever <UNIT>|how (?:soon|
        long))
    (?:you|u) (?:pick|choose|name|tell|say|decide|set|call it|give me|get to (?:pick|choose)|
        can (?:pick|choose|set)|just tell)(?: \w+){0,3}?(?: (?:the|a|me|us|when|which|
        it))?(?: <UNIT>)?
    (?:your|you) (?:call|choice|pick)(?: on| of)?(?: \w+)? <UNIT>
    up to you (?:when|which)
    (?:another|a different|some other|a better|any other|
        or (?:some )?other) <UNIT>(?: \w+){0,6}?\?
    (?:is|would) (?:there|another|a different)(?: \w+){0,3}? <UNIT>(?: \w+){0,8}?(?:better|
        suits?|prefer|rather|works?|you)
    (?:or|and if not,?) (?:when|whenever|name|which|what|would another|is another|some other|
        another|a day|you tell|tell me)(?: [\w']+){0,8}
    (?:whatever|whichever|any) <UNIT> (?:suits|works|you|is)(?: \w+){0,4}?\?
    where in (?:your|the) (?:calendar|diary|week|month)
    (?:put|pencil|pop) (?:me|us) (?:in|down)(?: \w+){0,5}? (?:when|where|whenever|what|which)
    when\?|since when|by when
    """,
        UNIT=_UNIT,
    )
)
# 'I will let you know when', 'let me name a day': the caller names it.
_BY_CALLER = re.compile(
    r"(?<!\w)(?:i (?:will|shall|can|could|would|may)(?: \w+){0,2}|let me(?: \w+){0,4}"
    r"|i am (?:\w+ )?to|we will"
    r"|(?:tell|let|give|show|ask) (?:him|her|them|you)(?: know)?) ?$"
)
_TOLD = re.compile(
    lines(
        r"""
    (?:you|she|he) (?:said|told|asked|mentioned|suggested|wanted|thought|were|picked|chose|
        named)(?: \w+){0,6} ?$
    """
    )
)
_THEIRS = phrase(
    lines(
        r"""
    you (?:had|have|put|got) (?:me|us) down for|you (?:were|are) of the (?:view|opinion|mind)
    (?:instructions?|orders|word|request|wish|message|a note|hint|advice) (?:from|
        of) (?:yourself|you)
    (?:strict |clear |your )?(?:instructions?|orders) (?:were|was|to me|from you\w*)
    (?:follow\w*|obey\w*|heed\w*|act\w* on|took|taking|going by|remember\w*|acting on|
        keeping to)[ ]
        your (?:\w+ )?(?:hint|advice|suggestion|word|words|wish|instruction|instructions|request|
        tip)
    your (?:good ?self|goodself|goodself's|honour)(?:'s)? (?:\w+ )?(?:advice|request|
        instruction|wish|suggestion|said|asked|advised)
    (?:good|excellent|fine|wise|brave|nice|great|splendid) (?:choice|suggestion|pick|
        idea),? (?:and |of )?(?:yours|that you)
    (?:your words,? not mine|not my idea,? yours|the idea was yours|it was you who|was you that)
    (?:brave|kind|good|nice|wise|thoughtful) of you to (?:suggest|name|pick|choose|propose|
        offer|say)
    thank\w* (?:you )?for (?:choosing|naming|picking|suggesting|proposing|setting|giving me|
        fixing|offering)[ ]
        (?:a|the|this|that|us|me|today|\w+day)(?: \w+){0,3}
    (?:the|this|that) (?:\w+ )?(?:slot|day|date|time|hour|week|morning|afternoon|
        month)(?: that)? you have[ ]
        (?:just )?(?:picked|chosen|named|given|suggested|set|offered|fixed)
    (?:he|she|they|your \w+) (?:asked|told|wanted|said|advised|
        instructed)(?: me| us)? (?:to )?(?:ring|call|phone|try|come|get back)
    (?:you|u)(?: (?:had|have|yourself|very kindly|kindly|did|also|said|both|specifically|
        were the one who|were kind enough to|guys|all|once|originally|actually|first|then|
        personally))* (?:asked|ask|said|suggested|told|wanted|want|mentioned|proposed|
        picked|chose|chosen|named|requested|preferred|prefer|set|gave me|wished|offered|
        recommended|pointed|thought|invited|fancied|fixed|decided|felt|advised|put me down|
        would rather|requested|instructed|nominated|settled on|came up with|reckoned|promised|
        indicated|specified|selected|opted|favoured|called for|pencilled|booked me|
        marked|wrote|were hoping|were keen|liked|insisted|needed me)(?! (?:no|about)(?!\w))
    your (?:\w+ )?(?:suggestion|idea|choice|request|pick|words?|wish|preference|proposal|
        instruction|instructions|own (?:words|suggestion|choice|date|idea|day|
        pick|proposal|timing)|timing|plan|invitation|message said|note said|email said|bidding|
        timetable|time)
    (?:as|like|just as|exactly as|when) (?:you (?:\w+ )?(?:suggested|asked|said|requested|
        wanted|wished|proposed|told|mentioned|instructed|preferred|picked|chose|put it|
        indicated|advised|recommended|specified)|per your (?:\w+ )?(?:request|wish|suggestion|
        instruction|note|email|message))
    per your (?:\w+ )?(?:request|wish|suggestion|instruction|note|email|message)
    at your (?:\w+ )?(?:request|suggestion|invitation|wish|bidding)
    (?:by|on) your (?:\w+ )?(?:request|suggestion|instruction|choice|own choice|own account)
    (?:the|this|that) (?:\w+ )?(?:day|date|time|slot|week|morning|afternoon|\d+(?:st|nd|rd|th)|
        hour|month|moment)(?: is| was)?(?: (?:that|which|just|exactly|
        the one))* (?:you (?:\w+ )?(?:asked|said|suggested|picked|chose|named|gave|wanted|told|
        preferred|mentioned|set|proposed|liked|had|fixed)|yours|your)
    (?:was|is) (?:\w+ )?(?:your (?:own )?(?:idea|suggestion|choice|pick|date|call|wish|request|
        proposal)|yours)
    you were (?:the one who|going to be|hoping|kind enough|to be)
    (?:your|the) (?:assistant|secretary|colleague|pa)(?: \w+)? (?:said|told|asked|suggested)
    """
    )
)
_NOT_THEIRS = re.compile(
    lines(
        r"""
    (?<!\w)(?:if|when|whenever|what|would|should|do|did|which|where|could|can|will|shall|may|
        once|unless|until|as soon as|tell me)(?: \w+){0,2} ?$
    """
    )
)
_TIME_NEAR = re.compile(
    lines(
        r"""
    (?<!\w)(?:<DAY>|call|ring|phone|talk|speak|touch|back|again|then|later|week|month|quarter|
        after|before|until|once|when|time|date|day|now|easter|christmas|summer|spring|autumn|
        january|february|march|april|may|june|july|august|september|october|november|december|
        wait|try|better|free|ready|noon|morning|afternoon|o'clock|half past|hour|leave it)(?!\w)
    """,
        DAY=DAY,
    )
)

# 'When does your contract run out?' asks for a date, but not for ours.
_FOR_US = re.compile(
    r"(?<!\w)(?:i|we|me|us|you|call\w*|ring\w*|phone|talk|speak|touch|follow|suits?|convenient|good"
    r"|best|better|works?|prefer|like|free|available|day|date|time|then|try|exactly)(?!\w)"
)
_WISH = re.compile(
    r"(?:tell|let|know|say|name|ask|wonder|give|mind|like|could|would|can|best|need|when exactly)"
    r"(?: \w+){0,4} ?$"
)


def _is_no_question(words: str, earlier: str, sentence: str) -> bool:
    """Tell whether a 'when' asks about other things, or begins a side clause."""
    if re.search(r"(?<!\w)of (?:the two|those two|these two|the three)(?!\w)", sentence):
        return True
    if words.startswith(("what", "which")) and sentence.count(" ") > 4:
        return _FOR_US.search(re.sub(r"(?:day|date|time)s?(?!\w)", "", sentence)) is None
    if not words.startswith(("when", "how")):
        return False
    if _FOR_US.search(sentence) is None:
        return True
    return "?" not in sentence and bool(earlier.strip()) and not _WISH.search(earlier)


def asks_time(reading: Reading) -> Finding:
    """Judge `asks_time`: the prospect is asked, openly, to name the time."""
    found = []
    for match in _ASKS.finditer(reading.plain):
        if not match.group().strip():
            continue
        part = reading.plain[max(0, match.start() - 50) : match.start()]
        earlier = re.split(r"[.!?;\n]", part)[-1]
        if (
            _BY_CALLER.search(earlier)
            or _TOLD.search(earlier)
            or is_negated(reading.plain, match.start(), reach=20)
        ):
            continue
        start, end = reading.sentence_of(match.start())
        sentence = reading.plain[start:end]
        if _is_no_question(match.group(), earlier, sentence):
            continue
        found.append(match.span())
    return Finding(bool(found), 0.86, merge(found), "" if found else "none")


def their_idea(reading: Reading) -> Finding:
    """Judge `their_idea`: the timing is attributed to the prospect."""
    found: list[Span] = []
    for match in _THEIRS.finditer(reading.plain):
        before = re.split(r"[.!?;:\n]", reading.plain[max(0, match.start() - 40) : match.start()])[
            -1
        ]
        if _NOT_THEIRS.search(before) or is_negated(reading.plain, match.start(), reach=20):
            continue
        if not _TIME_NEAR.search(reading.plain):
            continue
        found.append(match.span())
    return Finding(bool(found), 0.85, merge(found), "" if found else "none")


def courteous(reading: Reading) -> Finding:
    """Judge `courteous` for a line: met if no pressure was found."""
    spans = pressure(reading)
    if spans:
        return Finding(False, 0.85, spans, "pressure")
    return Finding(True, 0.85, (), "none found")
