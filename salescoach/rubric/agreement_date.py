"""The follow-up agreement: one definite day, read back or fixed."""

from __future__ import annotations

import re

from salescoach.rubric.finding import Finding, hits, lines, merge, phrase
from salescoach.rubric.reading import Reading
from salescoach.rubric.times import DAY

_DAY = phrase(DAY)
_VAGUE_DAY = re.compile(
    lines(
        r"""
    (?:today's|days|(?:one|some|any|every) (?:day|\w+day)|these days|nowadays|the other day|
        as of today|most|sometime)
    """
    )
)
_NOT_DAY = re.compile(
    lines(
        r"""
    (?<!\w)(?:not|except|but not|other than|anything but|any day but|instead of|rather than|
        since|sent you|sent it|emailed|wrote|missed|last|met|spoke|the (?:news|email|quote|note|
        call|meeting|mail|letter) (?:from|of|on)|a|every|most|before|after|about|week of|
        earlier|thanks for) ?(?:on |the |this |last )*$
    """
    )
)
# Days on which something else happens than the follow-up.
_OTHER_EVENT = re.compile(
    lines(
        r"""
    (?<!\w)(?:thank\w*|seeing|met|samples?|deliver\w*|invoice|expires?|dies|deadline|launch\w*|
        sent|reaches|report|opens?|quote|offer|no use|not good|no good|away|fully booked|
        shipped|arriv\w+|starts?|exhibition|fair|board|committee|contract|budget|stocktake|
        audit|holiday)(?!\w)
    """
    )
)
_CONTACT = re.compile(
    lines(
        r"""
    (?<!\w)(?:call\w*|ring\w*|phone|telephone|talk|speak|touch|follow|dial|diary|calendar|
        planner|hear from me|get back|try you|come back|check in|meet you|suit|suits|work for|
        works|good for you|okay|shall i|shall we|said|say|asked|told|suggested|picked|chose|
        named|reminder|remind|keep you posted for)(?!\w)
    """
    )
)
_CONFIRMS = phrase(
    lines(
        r"""
    lock (?:it|that|this|us) in|locked(?: it| that)? in|nailed (?:down|on)|done and dusted|
        ten[- ]four
    (?:i )?(?:have|got|have got) (?:you|us|it|that|this|the call|the visit) (?:down|in|noted|
        booked|locked|fixed)
    (?:that one|the \w+|it|that|this|the slot|the hour|the day) is (?:yours|ours|taken|
        in the bag|fixed|settled)
    down (?:it|you|that|we) (?:goes|go)|(?:it|that) goes (?:down|in)|in it goes|
        pencilled(?: you)? in
    (?:fixed|settled|sorted|booked|noted|agreed|confirmed|done|entered|blocked)(?:[.!]|,? then)
    (?:so )?(?:if i have (?:caught|heard|understood|got) (?:you|that|it)(?: right| correctly)?|
        so)?,? ?we are[ ]
        (?:talking|speaking|meeting|on for|set for|down for)(?: \w+){0,2}? <DAY>
    (?:what|as) we (?:settled|fixed|agreed|
        said)(?: by telephone| on the phone| just now)?[:,] ?(?:\w+,? ){0,2}?<DAY>
    i (?:shall|will|am going to) be (?:on the (?:line|phone)|in your (?:reception|office|yard|
        shop|lobby)
        |at your (?:desk|door|gate|office|reception|counter)|outside|there|calling|ringing|
        buzzing you
        |with you)(?: \w+){0,5}? (?:that (?:day|morning|afternoon)|then|sharp|on the dot|<DAY>)
    (?:invite|invitation|calendar entry|meeting request|confirmation)(?: [\w,]+){0,5}? (?:is|
        are|has)[ ]
        (?:out|sent|gone|on its way|in your inbox|on the way|with you|coming)
    (?:written|wrote|noted|put|scribbled|scrawled|inked|set) (?:it|that|this|your day|the day|
        the date|you)[ ]
        (?:down |up )?(?:on|in|into) (?:the|my|our|a) (?:[\w-]+ )?(?:\w+)
    (?:alarm|reminder|phone|watch|diary|calendar)(?: \w+){0,3}? (?:set|buzz|ring|remind me|
        is set|has it)
    (?:i )?(?:have )?(?:entered|blocked|reserved|kept|diarised|notated|logged|circled|
        ringed) (?:it|that|this
        |the \w+|<DAY>|an hour|half an hour)
    (?:call|meeting|visit|appointment) (?:has been|is|was) (?:entered|booked|fixed|set|
        scheduled|confirmed|noted)
    (?:booking|putting|entering|writing|noting|pencilling|slotting|marking) (?:you|it|us|that|
        this)(?: \w+){0,3}? (?:in|into|down|on|for)
    <DAY>(?:,? (?:at )?[\w:.]+){0,3}? (?:on the dot|sharp|it is|it shall be|then|is us)
    (?:next time you hear|you will hear)(?: \w+){0,8}? <DAY>|(?:i am|i have) to (?:ring|call|
        phone)(?: you)? (?:on )?<DAY>
    <DAY>(?: \w+){0,3}? i (?:call|ring|phone|will call|will ring|shall call|shall ring)
    (?:so|right|great|good|perfect|ok|okay|fine|lovely|super|excellent|brilliant|wonderful|done|
        agreed|sure|noted|alright|all right|then|grand|deal|cool|very well|splendid|marvellous|
        right then|got it|yes|smashing|ace|thanks|thank you|well)[,.!:; -]+(?:(?:that|it|
        this) (?:is|will be|makes it)|so|then|we (?:say|said|have)|let us say|i have|i will|
        talk|speak|see you|on|we are|we speak|until|call|ringing|calling|the|\w+day|for|
        i)(?: [\w',:-]+){0,6}? ?<DAY>
    <DAY>(?: [\w',:.-]+){0,5}? (?:it is|then|is (?:fixed|set|noted|in|booked|down|agreed|
        confirmed|locked|good|fine|perfect|great|settled|a date|a deal)|works for me|suits me|
        written|noted|in ink|booked|confirmed|sorted|agreed|set|is it|sharp)
    (?:i have|i am|i will|i'll|it is|that is|we are|we have|is|have|now|has been|got|,|\.|and|
        just|just now|will)(?: \w+){0,3}? (?:put|written|noted|pencilled|penciled|marked|booked|
        entered|added|blocked|scheduled|inked|wrote|jotted|saved|logged|diarised|diarized|
        recorded|locked|set|down|in|putting|noting|writing|marking|booking|adding|
        entering)(?: [\w',-]+){0,6}? (?:in|into|on|down|for|it|my|the|a)(?: (?:my|the|our|a|
        both|shared))? ?(?:diary|planner|calendar|book|agenda|schedule|notebook|crm|system|
        phone|wall|down|organiser|board|reminder|books|call list|outlook|to-do|list)
    (?:it is|that is|you are|that goes|this is|is|goes|went|has gone|gone|have it|got it|
        got that|got you|have that|have you|
        have us) (?:already |now |all |safely |right |straight |going |gone )*(?:in|into|on|
        down in) (?:my|the|our|both our|both) (?:diary|planner|calendar|book|agenda|schedule|
        notebook|system|diaries|calendars|books|phone)
    (?:i|we) (?:will|shall|am going to|'ll)(?: \w+){0,3}? (?:call|ring|phone|speak|talk|
        be in touch|dial|come|see|be there|meet|follow up|try|contact|check in|buzz|visit|pop|
        get back|telephone|email)(?: [\w',-]+){0,6}? (?:then|that (?:day|morning|afternoon|
        evening)|at that time|on that day)
    (?:to confirm|just to confirm|confirming|i confirm|we confirm|confirmed|consider it|
        that is (?:settled|fixed|agreed|a date|a deal|confirmed|done|noted|sorted|booked|us)|
        it is (?:a date|a deal|settled|fixed|agreed|noted|booked|set|in ink)|that is a date|
        we have a date|see you then|speak then|talk then|until then|till then|speak to you then|
        talk to you then|then it is|let me (?:repeat|read|confirm|say)(?: \w+){0,3} (?:back|
        that)|reading (?:that|it) back|so i have|double[- ]check\w*|so we (?:said|say|are|have)|
        if i (?:have|got|heard) (?:that|it|you) right|locked in|we are (?:set|on|agreed|fixed|
        booked|all set)|all set for|set for|agreed, then)
    (?:i|we|you)(?: (?:will|shall|am|are|have|'ll|just|now|also|am going to))* (?:send|sent|
        sending|get|pop|shoot|receive|email|mail|drop|fire|ping)(?: \w+){0,4}? (?:invite|
        invitation|calendar (?:entry|note|invite|request|hold)|meeting request|confirmation|
        appointment|reminder|placeholder|invites)
    (?:i|we) (?:will|shall|am going to)(?: \w+){0,2}? (?:call|ring|phone|dial|speak|talk|
        contact|come|telephone|visit|get back|check in|be in touch|be calling|follow up|meet|
        see|try|be on the (?:phone|line)|give you (?:a|one))(?: [\w',-]+){0,6}? <DAY>
    (?:talk|speak|see you|chat|call you|ring you|we speak|we talk|until|till|
        catch up)(?: \w+){0,3}? <DAY>
    (?:i have |i |we have |have )(?:noted|booked|got|pencilled|diarised|written|put|marked|
        recorded|logged)(?: \w+){0,2}? (?:it|that|this|you|us|the (?:date|day|time|\d\w*)|down|
        then)
    (?:mark|marked|marking|circled?|ringed|inked|booked|set aside|
        blocked)(?: \w+){0,4}? (?:<DAY>|calendar|diary|planner)
    """,
        DAY=DAY,
    )
)
_IF = re.compile(
    lines(
        r"""
    (?<!\w)(?:if|once|whenever|as soon as|unless|shall|should|may|can|could|would|when you tell|
        when|or)(?: [\w']+){0,4} ?$
    """
    )
)

# 'As agreed', 'we had booked': told about the past, not fixed now.
_REPORTED = re.compile(r"(?<!\w)(?:as|had|we|have|was|is it|that|that we|whether|not|been|you) ?$")

# Said of a point that is settled, even where the line does not repeat the day.
_FIXED = re.compile(
    r"(?<!\w)(?:then|diary|planner|calendar|invite|invitation|noted|booked|lock\w*|nailed|settled"
    r"|fixed|sorted|yours|down|confirm\w*|entered|blocked|dusted|agreed|deal|reminder"
    r"|that day)(?!\w)"
)


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


def confirms(reading: Reading, asks: bool = False) -> Finding:
    """Judge `confirms`: the day is read back or fixed.

    Parameters
    ----------
    reading : Reading
        The text.
    asks : bool
        Whether the line asks the prospect to name the time.
    """
    found = []
    has_day = _DAY.search(reading.plain) is not None
    for span in hits(reading, _CONFIRMS):
        earlier = re.split(r"[.!?;\n]", reading.plain[max(0, span[0] - 50) : span[0]])[-1]
        if _IF.search(earlier) or _REPORTED.search(earlier):
            continue
        start, end = reading.sentence_of(span[0])
        asked = reading.plain[start:end].rstrip().endswith("?")
        if asked and "then" not in reading.plain[span[0] : span[1]]:
            continue
        found.append(span)
    fixed = any(_FIXED.search(reading.plain, *span) for span in found)
    if found and not has_day and (asks or not fixed):
        # 'When suits you? I will put it down': there is nothing yet to put down.
        return Finding(False, 0.65, merge(found), "no day")
    if found:
        return Finding(True, 0.82 if has_day else 0.7, merge(found))
    return Finding(False, 0.82, (), "none")
