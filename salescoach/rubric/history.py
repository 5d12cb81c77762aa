"""Context: what both sides already share, and the message points back to."""

from __future__ import annotations

import re

from salescoach.rubric.finding import Finding, group, lines, merge, phrase
from salescoach.rubric.reading import Reading, Span

_JUST = lines(
    r"""
    (?:(?:just|also|already|only|then|actually|recently|first|last|briefly|once|twice|did|had|
        have|both|kindly|very|so|even|quickly|previously|originally|and|all|was able to|
        tried to|left|went and) )*
    """
)
_SENT = group(
    lines(
        r"""
    sent|emailed|e-mailed|mailed|posted|wrote|written|messaged|texted|whatsapped|dropped|left
    called|rang|rung|phoned|telephoned|faxed|couriered|forwarded|submitted|delivered|pinged
    reached out|got in touch|contacted|popped in|popped by|dropped by|dropped in
    tried (?:you|to (?:reach|call|ring|get|catch)|your|calling|ringing|reaching|on|last|earlier|
        yesterday)
    spoke|spoken|talked|met|chatted|bumped into
    sat (?:next to|beside|with|together|across)
    shared a|visited you|came (?:by|in|round|to see)|showed you|gave you|quoted you|quoted
    promised|said i would|told you|mentioned|handed you|exchanged|swapped|missed each other
    missed your call|missed you
    been (?:emailing|in touch|in contact|exchanging|going back)
    had (?:a (?:quick |good |brief |nice )?(?:chat|call|word|talk|meeting|conversation)|coffee|
        an appointment|lunch)
    """
    )
)
_MAIL = group(
    lines(
        r"""
    email|e-mail|mail|letter|message|voicemail|note|text|card|postcard|brochure|proposal|quote
    quotation|sample|samples|samples?|one-pager|leaflet|flyer|invite|invitation|parcel|packet
    catalogue|pack|estimate|offer|call|linkedin message|report|figures|link|article|draft|pdf
    drawing|drawings|plan|survey|write-up
    """
    )
)
_ALL = phrase(
    lines(
        r"""
    (?:voicemail|message|call|email|letter|attempt|try) number (?:two|three|four|five|six|seven|
        eight|\d+)
    (?:since|after) my (?:\w+ )?(?:letter|email|call|message|visit|note|mail|voicemail|quote|card)
    (?:said|told|talked|spoke)(?: \w+){0,3}? to your (?:machine|answerphone|voicemail|assistant|
        receptionist|phone)
    told your (?:machine|answerphone|voicemail|assistant|receptionist|secretary|desk)
    (?:we|i) (?:measured|surveyed|pencilled|booked|priced|fitted|serviced|
        supplied)(?: \w+){0,4}? your
    you (?:\w+ )?(?:met|interviewed|tried|tasted|tested|stopped at|looked at|
        sat with)(?: \w+){0,4}?
        (?: (?:our|my|with us|with me|from us|at our))
    (?:letter|email|note|card|mail|message|parcel|envelope|sample|quote) of mine|
        me who (?:wrote|called|rang|sent|emailed|left)
    (?:your|someone|somebody)(?: \w+){0,5}? (?:rang|called|emailed|wrote to|contacted|phoned|
        messaged|texted) us
    (?:downloaded|requested|ordered|opened|returned|filled in) (?:our|my)(?: [\w-]+)? (?:note|
        guide|
        paper|brochure|form|samples?|catalogue|checklist|report|price list|slip|email|mail)
    (?:reply|order|request|response) (?:slip|card|form|coupon)|from our mailing|
        with your tick on it
    (?:and i|we) got (?:talking|chatting)|(?:reckons?|thinks|says|thought|
        said)(?: that)? you and i (?:ought|should|might)
    you (?:hired|rented|borrowed|bought|ordered|had|took)(?: \w+){0,4}? (?:from|of) (?:us|me)|
        you had our
    # what I sent, said or did towards you
    (?:i|we|my (?:colleague|boss|manager|assistant|partner)) <JUST><SENT>(?! (?:my|our) (?:job|
        home|wife|company|firm))
    # mail that exists: my email, the letter I sent, about the note
    my (?:\w+ )?
        (?:last |previous |earlier |first |second |third |recent |monday |friday )?<MAIL>s? (?:o
        f|from|on|about|to you|last|this|earlier|yesterday|a|the|in|dated|went|probably|may|
        might|got|was|has|with|regarding|should|landed|asking|didn)
    (?:my|the|our) (?:last|previous|earlier|first|second|third|recent) (?:<MAIL>|conversation|
        chat|meeting|visit|talk|correspondence|discussion|attempt|voicemail)s?
    (?:the|that|a|an|in the|those) (?:[\w-]+ ){0,3}?<MAIL>s?(?: \w+){0,2}? (?:that |which )?
        (?:i|we) (?:\w+ )?(?:sent|left|emailed|mailed|posted|wrote|dropped|gave|made|promised|
        submitted|put)
    (?:about|regarding|re|to) (?:the|that|my) (?:email|e-mail|letter|voicemail|quote|proposal|
        quotation|estimate)(?! address)
    (?:following|follow) (?:up|on)(?: up)?(?: again| quickly| briefly)? (?:on|to|from|after|
        regarding|about|with) (?:my|the|our|your|that|last|a|yesterday|monday|an|what|it)
    (?:further|thanks|thank you|with reference|in reference|referring) (?:to|for) (?:my|our|
        your|the) (?:\w+ )?(?:email|letter|call|conversation|chat|meeting|talk|enquiry|inquiry|
        reply|message|visit|request|discussion|interest|quick reply|note|voicemail|order)
    # your mail, your out-of-office, your enquiry
    your (?:\w+ )?(?:out of office|auto[- ]?reply|auto[- ]?responder|automatic reply|
        away message|holiday message|vacation (?:message|reply|notice)|absence (?:message|note|
        notice)|bounce[- ]?back|out of the office)
    (?:saw|got|had|received|noticed|read|heard|says?|said) (?:that )?(?:you|
        your \w+) (?:are |were |was |is )?(?:out of office|out of the office|away until|
        on leave|on holiday until|on vacation|back on|back from)
    your (?:assistant|receptionist|secretary|reception|front desk|pa|office|colleague|
        answering service)(?: \w+)? (?:said|told me|suggested|asked|mentioned|says|thought|
        explained|let me know|advised|kindly)
    your (?:enquiry|inquiry|request|form|web form|contact form|download|reply|email|voicemail|
        message|question|text|call|note|letter|interest|comment|visit|application|order|
        registration)(?: \w+){0,3}? (?:about|from|on|of|to|last|this|yesterday|for|in|came|
        landed|through|via|earlier|asking|was|at|regarding|that you)
    (?:got|received|had|saw|have|read|returning|answering|replying to|responding to|response to|
        reply to|answer to|in answer to|regarding|picked up|listened to|
        back about) your (?:\w+ )?(?:enquiry|inquiry|request|form|message|call|email|voicemail|
        reply|note|letter|text|question|missed call|web enquiry|application)
    # talks and meetings
    (?:when|where|since|after|as|like|what) (?:we|i and you|
        you and i) (?:last |first |both |briefly |had |were |sat )?(?:spoke|talked|met|chatted|
        discussed|said|agreed|were (?:at|talking|both|chatting)|bumped|shared|exchanged|left it|
        left things|planned|arranged|swapped|worked|sat|emailed|caught up|had coffee)
    we (?:\w+ )?(?:spoke|talked|met|chatted|agreed|arranged|discussed|bumped into|swapped|
        exchanged|shared a|crossed paths|emailed|sat next|sat together|had a (?:\w+ )?(?:chat|
        call|word|coffee)|left it that|said we would|were going to (?:talk|speak)|
        missed each other|got talking|were both at)
    (?:as|like) (?:we )?(?:agreed|promised|discussed|arranged|planned|i promised|i said|
        requested|you asked|you requested|you suggested|mentioned in my|per (?:our|your|my)|
        i mentioned)
    as per (?:our|your|my)
    per (?:our|your) (?:\w+ )?(?:conversation|chat|call|request|email|discussion|talk)
    (?:our|that|the|last week's|yesterday's|monday's|tuesday's|wednesday's|thursday's|friday's|
        this morning's) (?:\w+ )?(?:chat|conversation|talk|meeting|call|correspondence|
        discussion|phone call|zoom|coffee|site visit|walk-?round|demo)(?: \w+)? (?:on|in|at|
        last|about|this|yesterday|earlier|before|the other|over|by|with you|together|went|back|
        when)
    (?:after|since|from) (?:the|our|your) (?:demo|meeting|call|visit|site visit|webinar|trial|
        workshop|walk-?through|survey|site survey|presentation|talk|chat|tasting|test drive|
        inspection|consultation|conversation)
    (?:good|great|nice|lovely|pleasure|enjoyed|fun|pleasant) (?:to (?:meet|speak|talk|see|chat)|
        meeting|talking|speaking|chatting|seeing|our|catching up)(?: to| with)? (?:you|with you|
        to you|chat|talk|conversation|\w+ at|\w+ with)
    (?:we are|you are|i am) (?:due|booked|down|supposed|meant|set) to (?:speak|talk|meet|
        catch up|call you)
    (?:you|we) (?:had )?(?:agreed|settled|fixed|set|booked|put) (?:on |down )?(?:today|a call|
        a time|the \d|this|monday|tuesday|wednesday|thursday|friday)
    # what you did towards me
    (?:you|your \w+|he|she|you and \w+) (?:\w+ )?
        (?:had |have |very |kindly |just |also |recently |were kind enough to |also |both )*
        (?:asked|wanted|told) (?:me|us|for (?:a|some|the|more|our|prices|info|information|
        someone|me)|to be|that i|if (?:i|we)|whether (?:i|we)|about (?:our|the|a)|my|
        our)(?! (?:gazette|paper))
    you (?:\w+ )?
        (?:had |have |very |kindly |just |were kind enough to |were good enough to |also |recent
        ly )*(?:requested|downloaded|signed up|registered|filled (?:in|out)|called us|called me|
        rang us|rang me|phoned us|phoned me|emailed us|emailed me|contacted us|contacted me|
        wrote to (?:us|me)|left (?:your|us|me|a card|a message|a note)|visited our|
        stopped (?:by|at) our|came (?:by|to|over to) our|came to my|dropped (?:by|your card)|
        enquired|inquired|replied|gave me your card|handed me|booked|came along|looked at our|
        tried our|ordered|joined our|attended our|subscribed|said (?:to|you|that|it|i|yes|the|
        your|when|after|at|in|we|call|ring|things|budget)|mentioned|suggested (?:i|we|a|that|
        this|today|the|ringing|calling)|sent (?:me|us)|were (?:interested|looking at|going to|
        about to)|needed to (?:check|ask|speak)|promised|texted|messaged|missed|answered|
        picked up|showed me|walked me|pointed me|put me|pencilled|invited)
    # referral
    (?:suggested|said|recommended|reckoned|thought|mentioned|proposed|insisted|advised|
        urged)(?: that)?(?: \w+){0,2}? (?:i|we|me|
        us)(?: should| ought to| might| could)? (?:call|ring|phone|contact|get|speak|talk|try|
        give|reach|drop|touch|have a word|look you up|write|email)
    (?:gave|passed|handed|slipped|given|forwarded|lent|sent) (?:me|us|on)(?: on)? your (?:name|
        number|details|card|contact|email|mobile|direct)
    (?:passed|handed) your (?:name|number|details|card)
    got your (?:name|number|details|card|contact) (?:from|off|through|via)
    have your (?:name|number|details) from
    (?:referred|introduced|recommended|pointed|directed|put|sent|steered) (?:me|
        us) (?:to (?:you|call|ring|speak|your)|in touch|on to you|your way|in your direction|
        towards you|over to you|onto you)
    (?:referred|introduced|recommended) by|was referred|were referred
    (?:told|asked) me (?:to (?:call|ring|try|contact|speak|ask for|get|phone|give you)|
        you (?:are|were|might|may|would|look|have|handle)|that you)
    mutual (?:friend|contact|acquaintance|colleague)
    spoke (?:to|with) (?:your|you)|talked (?:to|with) your|met your|speaking (?:to|with) your
    (?:your|my|our) (?:\w+ ){0,4}?(?:and client|colleague|manager|director|foreman|assistant|
        buyer|clerk|partner|neighbour|neighbor|friend|chef|nurse|bookkeeper|accountant|engineer|
        supervisor|secretary|head of \w+|team|driver|brother|sister|wife|husband|daughter|son|
        cousin|landlord),? ?(?:\w+,? ){0,2}?(?:told me|told us|suggested|asked (?:me|us)|
        said (?:i|we|you|to|that you)|gave me|mentioned (?:that|you|it|to me|your|the)|
        thought (?:i|we|you)|recommended|tells me|reckons|reckoned|put me|passed|pointed me|
        sent me|says you|kindly)
    # another try
    this is (?:now )?(?:my|the) (?:second|third|fourth|fifth|sixth|seventh|last|final|2nd|3rd|
        4th) (?:and (?:last|final) )?(?:message|call|try|attempt|voicemail|time|one|go|and last)
    (?:trying|calling|ringing|phoning|chasing|getting back to|coming back to|
        writing to) (?:you )?(?:again|back)(?! (?:on|next|tomorrow|later))
    (?:second|third|fourth|fifth|\d+(?:nd|rd|th)) (?:message|voicemail|call|attempt|try)
    my (?:messages|calls|emails|voicemails|letters)
    none of (?:them|my)
    i have (?:now )?(?:called|rung|tried|left|phoned|emailed|written)
    (?:it is|its|this is|here is) \w+(?: \w+)? again
    (?:it is|its) me again|me again|long time no|as i said (?:in|on|last)
    since my (?:last|email|call|message)|returning your|keep missing (?:you|each other)
    phone tag|again from|\w+ from [\w ]{2,20} again
    you (?:are|were) (?:away|out|off|on leave|on holiday|travelling|in a meeting|in meetings|
        tied up) (?:when|until|till|last|that|the last|earlier|so|and)
    (?:i|we) (?:bought|supplied|serviced|installed|fitted|did|fixed|repaired|sold you|delivered|
        worked)(?: \w+){0,4}? (?:for|with|from) (?:you|your)
    (?:you|your \w+) (?:used to|once|previously) (?:buy|bought|use|used|work)
    you (?:were|have been) (?:kind|good|nice) enough to (?:download|ask|call|reply|send|meet|
        give|see|write|show|register|sign|visit|let|take|spare|answer)
    (?:said|told me|thought|reckoned|suggested|figured|mentioned)(?: that)? (?:you|
        your \w+) (?:might|may|would|could|should|were|are|want|need|had|will|look|
        handle)(?: (?:be|want|like|know|the one|need|find|have|
        appreciate))?(?: \w+){0,3}? ?(?:the (?:person|one|right|man|woman)|to (?:hear|know|see|
        talk|ask)|interested|help|keen|it|this|looking|a|who)
    (?:said|told me|asked me|suggested|begged me|urged me)(?: \w+)? (?:to )?(?:ring|call|phone|
        try|contact|ask|speak to|look) (?:you|for you|in on you|up)
    (?:drawings?|quote|proposal|letter|email|brochure|samples?|figures|report|parcel|pack|
        estimate|leaflet|catalogue|note|card|postcard|draft|plans?|price|
        prices) (?:[\w]+ ){0,5}?(?:went|came|reached|was sent|were sent|arrived|landed|
        should (?:have|be)|will have|got) (?:\w+ )?(?:to|out to|you|with you|on your desk|
        in your (?:inbox|post|pigeonhole)|reached you|arrived)
    (?:you will|you'll|you should|you may|you might|you must) (?:have|have had|have got|
        have seen|have received) (?:my|our|the|a|an) (?:\w+ )?(?:postcard|letter|email|card|
        note|message|brochure|sample|parcel|quote|proposal|voicemail|leaflet|flyer|catalogue)
    you (?:are|were) (?:out of (?:the )?office|away|on leave|on holiday|off sick|at lunch|
        in a meeting|abroad) (?:till|until|when|so|that|last|on|back|the|all)
    (?:(?<=[.!?,;] )|(?<=and )|(?<=so )|(?<=but ))(?:sent|left|emailed|dropped|mailed|posted|
        texted|wrote|rang|
        called|phoned|met|spoke to|tried) (?:you|u|your|a (?:message|note|voicemail|card|
        letter)|an email|two messages|three messages|it over)
    (?:your|the) (?:\w+ ){0,3}?(?:adjuster|porter|caretaker|fitter|foreman|lad|bloke|gentleman|
        lady|woman|man|girl|guy|chap|fellow|neighbour|janitor|guard|desk|counter|kitchen|
        workshop|office|shop|vicar|canon|doctor|dr \w+|nurse|sister|
        brother)(?: \w+){0,5}? (?:said|told me|suggested|thought|reckoned|gave me|asked me|
        pointed me|mentioned you|sent me)(?: \w+)?
    (?:this is|here is) (?:your|the|my) (?:second|third|final|last|2nd|3rd|
        fourth) (?:notification|notice|reminder|message|call|attempt)
    you asked (?:at|on|in|during|after|over) (?:our|the|my)
    (?:at|on) our (?:stand|stall|booth|open day|table|counter|webinar)
    (?:we|i) (?:have )?(?:already )?(?:exchanged|swapped|traded) (?:emails|cards|messages|
        numbers|texts|notes)
    (?:promised|meant|agreed) (?:you )?(?:to|that i would|i would) (?:call|ring|phone|try|
        get back|come back|send|report|let you know|check)
    last time (?:we|i|you)
    (?:we|i) (?:last )?(?:saw|met|heard from|spoke to|talked to) (?:you|each other)
    your (?:tweet|comment|reply|message|answer|question) (?:to|on|under|about) (?:my|our|me|us)
    """,
        JUST=_JUST,
        MAIL=_MAIL,
        SENT=_SENT,
    )
)
_NEGATED = re.compile(
    lines(
        r"""
    (?<!\w)(?:not|never|no|have not|has not|nobody|none|without)(?: (?:yet|actually|even|really|
        ever))?(?: \w+)? ?$
    """
    )
)
# The future and the third person share words with the past.
_NOT_SHARED = re.compile(
    lines(
        r"""
    (?<!\w)(?:will|shall|going to|would|could|can|may i|should i|shall i|let me|want to|like to|
        if|they|he|she|wish|rather|to whom|unless|once|unless|when)(?: \w+){0,1} ?$
    """
    )
)
_ELSEWHERE = re.compile(
    lines(
        r"""
    (?:you|you have) (?:told|said|mentioned|asked|wrote|
        were quoted)(?: in| to| on)? (?:the )?(?:\w+ ){0,3}?(?:weekly|gazette|times|herald|post|
        news|magazine|journal|podcast|radio|paper|press|linkedin|interview|echo|star|chronicle|
        monthly|courier|mercury|tribune)
    """
    )
)

# 'I rang' alone may be this very call; with a day or with 'you' it lies behind.
_BARE = re.compile(
    r"(?:i|we)(?: \w+){0,2} (?:rang|called|sent|spoke|wrote|met|phoned|quoted|promised|talked|left)"
)
_SAID_TO = re.compile(
    r" (?:you|your|on|last|yesterday|earlier|this|an?|it|over|about|twice|before|again|in|at|round"
    r"|through|two|three|just|with|back|the (?:other|week|day|first|\d)|\w+day|when|after)(?!\w)"
)
_DENIED = re.compile(r"(?<!\w)you (?:have |did |had )?(?:never|not)(?!\w)")


def context(reading: Reading) -> Finding:
    """Judge `context`: an earlier contact, an inbound request, an out-of-office or a referral."""
    found: list[Span] = []
    for match in _ALL.finditer(reading.plain):
        before = reading.plain[max(0, match.start() - 30) : match.start()]
        before = re.split(r"[.!?;:,\n]", before)[-1]
        if _NEGATED.search(before) or _NOT_SHARED.search(before):
            continue
        if _BARE.fullmatch(match.group()) and not _SAID_TO.match(reading.plain, match.end()):
            continue
        if reading.is_quoted(match.span()) or _DENIED.search(match.group()):
            continue
        if _ELSEWHERE.search(reading.plain, match.start(), match.end() + 30):
            continue
        found.append(match.span())
    if found:
        return Finding(True, 0.88, merge(found))
    return Finding(False, 0.85, (), "none")
