"""The follow-up agreement: ask for the time, name one day, fix it, make it theirs."""

from __future__ import annotations

import re

from salescoach.rubric.finding import Finding, hits, is_negated, merge, phrase
from salescoach.rubric.pressure import pressure
from salescoach.rubric.reading import Reading, Span
from salescoach.rubric.times import DAY

_UNIT = r"(?:day|date|week|time|month|morning|afternoon|slot|hour|point|moment|part of the week|evening|quarter|end of the week)s?"
_ASKS = phrase(
    rf"(?:what|which)(?: other| is| would be| do| might be)? ?(?:day|date|time|week|month|morning|afternoon|hour|slot|one|suits|works)?(?: \w+){{0,2}}\?|any particular {_UNIT}(?: [\w']+){{0,8}}|how much time(?: [\w']+){{0,10}}\?|which (?:would|do|other|is|might|of)(?: [\w']+){{0,14}}\?|is there a (?:better |good |particular |best )?{_UNIT}(?: [\w']+){{0,8}}|(?:ask|trouble|invite|request|get|leave it to|want|like|let|trust|need|beg|leave) (?:you|it to you|that to you)(?: (?:just|simply))? to (?:pick|name|choose|say|set|suggest|decide|tell|fix|propose|give|point)(?: [\w']+){{0,5}}|(?:you )?(?:please |kindly )+(?:suggest|advise|propose|say|tell|fix|name|give)(?: [\w']+){{0,5}}|tell me (?:what is|what would|what|a|the|one|another|your)(?: (?:better|realistic|best|good|other|day|date|time|one|right|convenient))(?: [\w']+){{0,4}}|what (?:is|'s) it going to be|what would be (?:about right|right|best|good|convenient|realistic|ideal|fair|better)|what(?: do| would| does) (?:you|your \w+) (?:suggest|prefer|propose|recommend|say to|fancy|like|think)(?: [\w']+){{0,4}}|(?:over to|your turn|ball is in) (?:you|your)(?: [\w']+){{0,3}}|shall i (?:just )?ask you to(?: \w+){{0,4}}"
    rf"|(?:when|what {_UNIT}|which {_UNIT}|what(?: would be| is| will be)? (?:a|the|your) (?:\w+ )?(?:good |best |better |right |convenient |suitable )?{_UNIT}|what other {_UNIT}|how (?:soon|long|far (?:off|out|ahead)|many (?:days|weeks)|late|early))(?: [\w',-]+){{0,12}}? ?(?:would|should|shall|could|can|do|does|will|is|are|may|might|suits?|works?|best|better|convenient|you|i|we|,)(?: [\w',-]+){{0,12}}?(?=\?|\.|!|$|,|;)"
    rf"|(?:tell|let|give|name|pick|choose|suggest|propose|set|fix|say|advise|indicate|nominate|offer|state|mention|write down|decide(?: on)?|point to|help me with)(?: (?:me|us))?(?: know| have)?(?: \w+){{0,2}}? ?(?:when|which {_UNIT}|what {_UNIT}|(?:a|the|your|any|another|some|one) (?:\w+ ){{0,3}}?{_UNIT}|(?:the|a) when|whichever {_UNIT}|how (?:soon|long))"
    rf"|(?:you|u) (?:pick|choose|name|tell|say|decide|set|call it|give me|get to (?:pick|choose)|can (?:pick|choose|set)|just tell)(?: \w+){{0,3}}?(?: (?:the|a|me|us|when|which|it))?(?: {_UNIT})?|(?:your|you) (?:call|choice|pick)(?: on| of)?(?: \w+)? {_UNIT}|up to you (?:when|which)|(?:another|a different|some other|a better|any other|or (?:some )?other) {_UNIT}(?: \w+){{0,6}}?\?|(?:is|would) (?:there|another|a different)(?: \w+){{0,3}}? {_UNIT}(?: \w+){{0,8}}?(?:better|suits?|prefer|rather|works?|you)|(?:or|and if not,?) (?:when|whenever|name|which|what|would another|is another|some other|another|a day|you tell|tell me)(?: [\w']+){{0,8}}"
    rf"|(?:whatever|whichever|any) {_UNIT} (?:suits|works|you|is)(?: \w+){{0,4}}?\?|where in (?:your|the) (?:calendar|diary|week|month)|(?:put|pencil|pop) (?:me|us) (?:in|down)(?: \w+){{0,5}}? (?:when|where|whenever|what|which)|when\?|since when|by when"
)
_NOT_ASK = re.compile(
    r"(?<!\w)(?:then|is|was|know|remember|that is|said|told me|asked me|on|since|as|just|, |yes|exactly|call you|ring you|speak|afternoon|morning|after|until|before|only|and) $"
)
_TOLD = re.compile(
    r"(?:you|she|he) (?:said|told|asked|mentioned|suggested|wanted|thought|were|picked|chose|named)(?: \w+){0,6} ?$"
)
_DAY = phrase(DAY)
_VAGUE_DAY = re.compile(
    r"(?:today's|days|(?:one|some|any|every) (?:day|\w+day)|these days|nowadays|the other day|as of today|most|sometime)"
)
_NOT_DAY = re.compile(
    r"(?<!\w)(?:not|except|but not|other than|anything but|any day but|instead of|rather than|since|sent you|sent it|emailed|wrote|missed|last|met|spoke|the (?:news|email|quote|note|call|meeting|mail|letter) (?:from|of|on)|a|every|most|before|after|about|week of|earlier|thanks for) ?(?:on |the |this |last )*$"
)
# Days on which something else happens than the follow-up.
_OTHER_EVENT = re.compile(
    r"(?<!\w)(?:thank\w*|seeing|met|samples?|deliver\w*|invoice|expires?|dies|deadline|launch\w*|sent|reaches|report|opens?|quote|offer|no use|not good|no good|away|fully booked|shipped|arriv\w+|starts?|exhibition|fair|board|committee|contract|budget|stocktake|audit|holiday)(?!\w)"
)
_CONTACT = re.compile(
    r"(?<!\w)(?:call\w*|ring\w*|phone|telephone|talk|speak|touch|follow|dial|diary|calendar|planner|hear from me|get back|try you|come back|check in|meet you|suit|suits|work for|works|good for you|okay|shall i|shall we|said|say|asked|told|suggested|picked|chose|named|reminder|remind|keep you posted for)(?!\w)"
)
_CONFIRMS = [
    rf"(?:so|right|great|good|perfect|ok|okay|fine|lovely|super|excellent|brilliant|wonderful|done|agreed|sure|noted|alright|all right|then|grand|deal|cool|very well|splendid|marvellous|right then|got it|yes|smashing|ace|thanks|thank you|well)[,.!:; -]+(?:(?:that|it|this) (?:is|will be|makes it)|so|then|we (?:say|said|have)|let us say|i have|i will|talk|speak|see you|on|we are|we speak|until|call|ringing|calling|the|\w+day|for|i)(?: [\w',:-]+){{0,6}}? ?{DAY}",
    rf"{DAY}(?: [\w',:.-]+){{0,5}}? (?:it is|then|is (?:fixed|set|noted|in|booked|down|agreed|confirmed|locked|good|fine|perfect|great|settled|a date|a deal)|works for me|suits me|written|noted|in ink|booked|confirmed|sorted|agreed|set|is it|sharp)",
    r"(?:i have|i am|i will|i'll|it is|that is|we are|we have|is|have|now|has been|got|,|\.|and|just|just now|will)(?: \w+){0,3}? (?:put|written|noted|pencilled|penciled|marked|booked|entered|added|blocked|scheduled|inked|wrote|jotted|saved|logged|diarised|diarized|recorded|locked|set|down|in|putting|noting|writing|marking|booking|adding|entering)(?: [\w',-]+){0,6}? (?:in|into|on|down|for|it|my|the|a)(?: (?:my|the|our|a|both|shared))? ?(?:diary|planner|calendar|book|agenda|schedule|notebook|crm|system|phone|wall|down|organiser|board|reminder|books|call list|outlook|to-do|list)",
    r"(?:it is|that is|you are|that goes|this is|is|goes|went|has gone|gone|have it|got it|got that|got you|have that|have you|have us) (?:already |now |all |safely |right |straight |going |gone )*(?:in|into|on|down in) (?:my|the|our|both our|both) (?:diary|planner|calendar|book|agenda|schedule|notebook|system|diaries|calendars|books|phone)",
    r"(?:i|we) (?:will|shall|am going to|'ll)(?: \w+){0,3}? (?:call|ring|phone|speak|talk|be in touch|dial|come|see|be there|meet|follow up|try|contact|check in|buzz|visit|pop|get back|telephone|email)(?: [\w',-]+){0,6}? (?:then|that (?:day|morning|afternoon|evening)|at that time|on that day)",
    r"(?:to confirm|just to confirm|confirming|i confirm|we confirm|confirmed|consider it|that is (?:settled|fixed|agreed|a date|a deal|confirmed|done|noted|sorted|booked|us)|it is (?:a date|a deal|settled|fixed|agreed|noted|booked|set|in ink)|that is a date|we have a date|see you then|speak then|talk then|until then|till then|speak to you then|talk to you then|then it is|let me (?:repeat|read|confirm|say)(?: \w+){0,3} (?:back|that)|reading (?:that|it) back|so i have|double[- ]check\w*|so we (?:said|say|are|have)|if i (?:have|got|heard) (?:that|it|you) right|locked in|we are (?:set|on|agreed|fixed|booked|all set)|all set for|set for|agreed, then)",
    r"(?:i|we|you)(?: (?:will|shall|am|are|have|'ll|just|now|also|am going to))* (?:send|sent|sending|get|pop|shoot|receive|email|mail|drop|fire|ping)(?: \w+){0,4}? (?:invite|invitation|calendar (?:entry|note|invite|request|hold)|meeting request|confirmation|appointment|reminder|placeholder|invites)",
    rf"(?:i|we) (?:will|shall|am going to)(?: \w+){{0,2}}? (?:call|ring|phone|dial|speak|talk|contact|come|telephone|visit|get back|check in|be in touch|be calling|follow up|meet|see|try|be on the (?:phone|line)|give you (?:a|one))(?: [\w',-]+){{0,6}}? {DAY}",
    rf"(?:talk|speak|see you|chat|call you|ring you|we speak|we talk|until|till|catch up)(?: \w+){{0,3}}? {DAY}",
    r"(?:i have |i |we have |have )(?:noted|booked|got|pencilled|diarised|written|put|marked|recorded|logged)(?: \w+){0,2}? (?:it|that|this|you|us|the (?:date|day|time|\d\w*)|down|then)",
    rf"(?:mark|marked|marking|circled?|ringed|inked|booked|set aside|blocked)(?: \w+){{0,4}}? (?:{DAY}|calendar|diary|planner)",
]  # fmt: skip
_CONFIRM_PATTERNS = [phrase(p) for p in _CONFIRMS]
_IF = re.compile(
    r"(?<!\w)(?:if|once|whenever|as soon as|unless|shall|should|may|can|could|would|when you tell|when|or)(?: [\w']+){0,4} ?$"
)
_THEIRS = phrase(
    r"(?:you|u)(?: (?:had|have|yourself|very kindly|kindly|did|also|said|both|specifically|were the one who|were kind enough to|guys|all|once|originally|actually|first|then|personally))* (?:asked|ask|said|say|suggested|told|wanted|want|mentioned|proposed|picked|chose|chosen|named|requested|preferred|prefer|set|gave me|wished|offered|recommended|pointed|thought|invited|fancied|fixed|decided|felt|advised|put me down|would rather|requested|instructed|nominated|settled on|came up with|reckoned|promised|indicated|specified|selected|opted|favoured|called for|had in mind|pencilled|booked me|marked|wrote|were hoping|were keen|liked|insisted|needed me)(?! (?:no|about)(?!\w))"
    r"|your (?:\w+ )?(?:suggestion|idea|choice|request|pick|words?|wish|preference|proposal|instruction|instructions|date|day|call|own (?:words|suggestion|choice|date|idea|day|pick|proposal|timing)|timing|plan|invitation|message said|note said|email said|bidding|timetable|time)|(?:as|like|just as|exactly as|when) (?:you (?:\w+ )?(?:suggested|asked|said|requested|wanted|wished|proposed|told|mentioned|instructed|preferred|picked|chose|put it|indicated|advised|recommended|specified)|per your (?:\w+ )?(?:request|wish|suggestion|instruction|note|email|message))|per your (?:\w+ )?(?:request|wish|suggestion|instruction|note|email|message)|at your (?:\w+ )?(?:request|suggestion|invitation|wish|bidding)|(?:by|on) your (?:\w+ )?(?:request|suggestion|instruction|choice|own choice|own account)|(?:the|this|that) (?:\w+ )?(?:day|date|time|slot|week|morning|afternoon|\d+(?:st|nd|rd|th)|hour|month|moment)(?: is| was)?(?: (?:that|which|just|exactly|the one))* (?:you (?:\w+ )?(?:asked|said|suggested|picked|chose|named|gave|wanted|told|preferred|mentioned|set|proposed|liked|had|fixed)|yours|your)|(?:was|is) (?:\w+ )?(?:your (?:own )?(?:idea|suggestion|choice|pick|date|call|wish|request|proposal)|yours)|you were (?:the one who|going to be|hoping|kind enough|to be)|(?:your|the) (?:assistant|secretary|colleague|pa)(?: \w+)? (?:said|told|asked|suggested)"
)
_NOT_THEIRS = re.compile(
    r"(?<!\w)(?:if|when|whenever|what|would|should|do|did|which|where|could|can|will|shall|may|once|unless|until|as soon as|tell me)(?: \w+){0,2} ?$"
)
_TALK_ONLY = re.compile(
    r"(?:you|have) (?:said|say|told|mentioned|wanted|want|thought|asked|ask|prefer|needed)(?: me| us)? ?$"
)
_TIME_NEAR = re.compile(
    rf"(?<!\w)(?:{DAY}|call|ring|phone|talk|speak|touch|back|again|then|later|week|month|quarter|after|before|until|once|when|time|date|day|now|easter|christmas|summer|spring|autumn|january|february|march|april|may|june|july|august|september|october|november|december|wait|try|better|free|ready|noon|morning|afternoon|o'clock|half past|hour|leave it)(?!\w)"
)


def asks_time(reading: Reading) -> Finding:
    """Judge `asks_time`: the prospect is asked, openly, to name the time."""
    found = []
    for match in _ASKS.finditer(reading.plain):
        if not match.group().strip():
            continue
        before = re.split(r"[.!?;\n]", reading.plain[max(0, match.start() - 50) : match.start()])[
            -1
        ]
        if _TOLD.search(before) or is_negated(reading.plain, match.start(), reach=20):
            continue
        start, end = reading.sentence_of(match.start())
        sentence = reading.plain[start:end]
        if (
            match.group().startswith(("when", "how"))
            and "?" not in sentence
            and not re.search(
                r"(?:tell|let|know|say|name|ask|wonder|give|mind|like|could|would|can|best|need|when exactly)(?: \w+){0,4} ?$",
                before,
            )
            and before.strip()
        ):
            continue
        found.append(match.span())
    return Finding(bool(found), 0.86, merge(found), "" if found else "none")


def specific_date(reading: Reading) -> Finding:
    """Judge `specific_date`: a follow-up point that resolves to one day."""
    found = []
    for match in _DAY.finditer(reading.plain):
        before = reading.plain[max(0, match.start() - 30) : match.start()]
        after = reading.plain[match.end() : match.end() + 20]
        if _VAGUE_DAY.search(before[-8:] + match.group()) or _NOT_DAY.search(before):
            continue
        if re.match(r" (?:or so|ish|sometime)", after) or match.group().endswith(
            ("days", "today's")
        ):
            continue
        start, end = reading.sentence_of(match.start())
        sentence = reading.plain[start:end]
        if _OTHER_EVENT.search(sentence) and not _CONTACT.search(sentence):
            continue
        found.append(match.span())
    return Finding(bool(found), 0.9, merge(found), "" if found else "none")


def confirms(reading: Reading) -> Finding:
    """Judge `confirms`: the day is read back or fixed."""
    found = []
    has_day = _DAY.search(reading.plain) is not None
    for pattern in _CONFIRM_PATTERNS:
        for span in hits(reading, pattern):
            before = re.split(r"[.!?;\n]", reading.plain[max(0, span[0] - 50) : span[0]])[-1]
            if _IF.search(before) or re.search(r"(?<!\w)(?:as|had|we|have|was|is it|that we|whether|not|been|you) ?$", before):
                continue
            start, end = reading.sentence_of(span[0])
            if (
                reading.plain[start:end].rstrip().endswith("?")
                and "then" not in reading.plain[span[0] : span[1]]
            ):
                continue
            found.append(span)
    if found and has_day:
        return Finding(True, 0.82, merge(found))
    if found:
        return Finding(False, 0.65, merge(found), "no day")
    return Finding(False, 0.82, (), "none")


def their_idea(reading: Reading) -> Finding:
    """Judge `their_idea`: the timing is attributed to the prospect."""
    found: list[Span] = []
    for match in _THEIRS.finditer(reading.plain):
        before = re.split(r"[.!?;:\n]", reading.plain[max(0, match.start() - 40) : match.start()])[
            -1
        ]
        if _NOT_THEIRS.search(before) or is_negated(reading.plain, match.start(), reach=20):
            continue
        start, end = reading.sentence_of(match.start())
        if not _TIME_NEAR.search(reading.plain[start:end]):
            continue
        found.append(match.span())
    return Finding(bool(found), 0.85, merge(found), "" if found else "none")


def courteous(reading: Reading) -> Finding:
    """Judge `courteous` for a line: met if no pressure was found."""
    spans = pressure(reading)
    if spans:
        return Finding(False, 0.85, spans, "pressure")
    return Finding(True, 0.85, (), "none found")
