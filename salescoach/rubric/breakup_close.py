"""The break-up email: no more chasing, and no reproach."""

from __future__ import annotations

import re

from salescoach.rubric.finding import Finding, before, lines, merge, phrase
from salescoach.rubric.pressure import pressure
from salescoach.rubric.reading import Reading, Span
from salescoach.rubric.times import BOUNDED

_FOLLOW = phrase(
    lines(
        r"""
    (?:i|we)(?: (?:will|shall|am going to|are going to|plan to|intend to|would|may|might|can|
        also|then|just|definitely|certainly|be|still|again|simply))+ ?(?:call|ring|phone|try|
        check|follow|be in touch|get back|get in touch|come back|pop|drop|stop|swing|visit|
        touch base|reach out|circle|contact|email|write|send you|give you|look in|
        keep (?:calling|trying|checking|in touch|you posted|chasing|at it|on)|chase|calling|
        ringing|checking|following|chasing|emailing|writing|reaching|sending|trying|try again|
        nudge|ping|remind|knock)(?! (?:any more|anymore|if|should you|whenever you|
        when you))(?: \w+)?
    (?:shall|should|can|may|could) (?:i|we) (?:\w+ )?(?:call|ring|phone|follow|check|send|try|
        come|meet|visit|set up|pop|give you|book|arrange|talk)(?: \w+)?
    (?:can|could|shall|should|would|will|may) (?:we|you)(?: \w+){0,4}? (?:meet|talk|speak|call|
        chat|catch up|discuss|have a (?:call|chat|meeting|word)|sit down|hop on|jump on|
        reconsider|think again|take another look|give (?:us|me) (?:a|another|one)|find (?:time|
        ten)|spare|revisit|look again)(?: \w+)?
    let us (?:meet|talk|speak|set|book|find|hop|have|schedule|catch|arrange|discuss|get|sit|
        pick)
    (?:are|would) you (?:be )?(?:free|available|open|willing|up)(?: \w+)?
    """
    )
)
_DEADLINE = phrase(
    lines(
        r"""
    (?:by|before|until|no later than|latest)
        (?: the| this| next| end of| close of| \w+){0,2}? (?:<BOUNDED>|friday|monday|noon|\d\w*)
    (?:sign|order|decide|accept|confirm|answer|reply|respond)(?: \w+){0,4}? (?:by|before|
        this week|today|within|until)
    (?:offer|price|discount|quote|proposal|rate|slot|terms?|place)s?(?: \w+){0,4}? (?:expires?|
        ends?|lapses?|runs out|goes up|go up|is valid (?:until|till|to)|is only (?:valid|good)|
        holds? (?:until|till|good)|stands? until|closes?|good until|open until)
    (?:last|final) (?:chance|warning|offer|reminder|call)
    (?:will )?expire
    """,
        BOUNDED=BOUNDED,
    )
)
_PITCH = phrase(
    lines(
        r"""
    (?:\d+|ten|fifteen|twenty|five|another \w+|a further \w+) ?(?:%|percent|
        per cent)(?: \w+){0,2}? (?:off|discount|less|reduction|cheaper|below)
    discount(?:ed|s)?
    (?:special|new|revised|sharper|lower|reduced|best|sweeten\w*|further|last|extra|free|fresh|
        updated|second|better) (?:offer|price|deal|quote|terms?|proposal|rate|trial|month|
        months|package|version)
    (?:throw|thrown|throwing) in|knock(?:ed)? (?:\w+ )?off
    (?:(?:i|we) (?:can|could|will|would)|am able to|are able to|happy to|willing to|
        prepared to) (?:still )?(?:\w+ )?(?:do better|go lower|match|beat|improve|lower|drop|
        reduce|sharpen|waive|sweeten|take (?:another|off|\d)|offer|add|cut|include|meet (?:you|
        your|their|the price)|come down|extend|shave|bring (?:the|it)|price match|undercut|
        negotiate)
    before you (?:do|sign|decide|commit|go)|it is not too late
    change your mind (?:today|now|this|before|by)
    reconsider|think again
    give (?:us|me) (?:a|another|one more) (?:chance|go|try|look|shot)
    (?:our|the|we have)(?: \w+)? (?:new|latest|updated|just launched|
        just released)(?: \w+){0,2}? (?:version|model|feature|product|release|module)
    have you seen our
    (?:ten|fifteen|five|twenty|\d+)[- ]minutes?(?: call| chat)?
    quick call|jump on a call|hop on|limited time|only (?:this|until|two|three|a few)
    """
    )
)
_CHASE = phrase(
    lines(
        r"""
    (?:please |kindly |do |just )*(?:grant me|put me through|let me (?:show|present|explain|
        come|try|have|make|call|walk|prove|pitch|offer)|revert|give (?:us|me|it) (?:a|another|
        one more) (?:chance|go|try|call|hour|half|minute)|call (?:me|
        us) (?:back |to |so |on |before |today|by|for (?:a|the))|sign|send (?:me )?(?:the|
        your) (?:order|signature|signed|decision|deposit|answer|confirmation)|confirm (?:your|
        the)|decide|reply (?:by|before|today|within|asap|at the earliest)|have (?:a|
        another) look|take (?:a|another) look|look (?:it|at it) over|reconsider|book (?:a|in)|
        pick a (?:time|slot|day))
    (?:look|looking) forward to (?:your (?:signature|order|decision|reply|answer|call|signed|
        confirmation|response|yes|positive|favourable)|hearing|receiving|meeting|working|
        discussing|speaking|welcoming)
    (?:i|we) (?:would|should|'d) (?:still )?(?:like|love|want|welcome|be glad|be happy|
        appreciate) (?:to (?:try|meet|show|present|discuss|talk|call|come|visit|offer|make|walk|
        convince|persuade|explain|win)|(?:a|the) (?:chance|opportunity|meeting|call|moment|chat|
        word))
    make (?:our|my) case
    quick (?:demo|call|chat|meeting|coffee|word)
    (?:attach|attaching|attached|enclos\w+|resend\w*|sending|send|forward\w*)(?: (?:it|you|the|
        my|our|a|an|him|her|below|is|are|once|again|find|please|another|new|here))*(?: (?:offer|
        quote|proposal|copy|link|again|once more|brochure|version|revised|updated))
    pencil you in
    (?:drop|send|shoot|give) you a (?:line|call|ring|note|text|shout|buzz) (?:then|again|in|
        next|on|when|around|after|before|every|later)
    (?:will|shall|and will|and|to) (?:phone|call|ring|visit|drop by|stop by|come by|be in touch|
        try again|write again|check in|check back|follow up|get back|reach out)(?: (?:on|again|
        next|in|tomorrow|early|after|soon|you (?:on|again|next|in|tomorrow)|at))
    (?:withdraw|cancel|void|release|reassign|give away|sell)(?: \w+){0,3}? (?:offer|quote|slot|
        price|place|reservation|discount|stock)
    now comes with
    (?:just|recently) (?:won|launched|added|released|cut|dropped|
        lowered)(?: \w+){0,3}? (?:award|awards|price|prices|feature|version)
    your final (?:yes|no|answer|decision|word)
    (?:one|a) (?:little |simple |quick )?signature
    i (?:will|shall) not (?:give up|rest|let)
    (?:stop|until) (?:bothering|you sign|you (?:say|decide|answer|reply))
    (?:next|another) (?:round|attempt|push|try) (?:in|on|at)
    every (?:week|month|quarter|day)
    keep (?:you on|your (?:name|details)) (?:on|in) (?:my|our) (?:call|mailing|follow)
    """
    )
)
_NO_CHASE = re.compile(
    lines(
        r"""
    (?<!\w)(?:not|never|no (?:more|further|longer)?|without|so (?:i|we) can|so that (?:i|we)|
        next time|stop|stopping|have no|won't|nor|stop|stopped|nothing|instead of|rather than|
        do not|if (?:you|things|anything|it|that|your|this|circumstances|ever)|should (?:you|
        things|anything|that|your|it|circumstances)|when(?:ever)? (?:you|things|your)|
        unless you|last time i|last (?:email|note|message|line|mail) (?:i|
        you))(?: [\w',]+){0,9} ?$
    """
    )
)


# An offer that was made, or the other's price, is no new offer.
_PAST_OFFER = re.compile(
    r"(?<!\w)(?:gave|submitted|sent|had|made|quoted|offered|was it|were|their|his|her|got|found"
    r"|with)"
    r"(?: [\w']+){0,5} (?:discount|offer|price|quote|terms|deal)"
    r"|(?:offer|quote|price|terms) (?:was|were|has been|is with)"
)


def closes(reading: Reading) -> Finding:
    """Judge `closes`: met if no chasing, new pitch or deadline was found."""
    found: list[Span] = []
    clue = "none found"
    for name, pattern in (
        ("follow up", _FOLLOW),
        ("deadline", _DEADLINE),
        ("pitch", _PITCH),
        ("follow up", _CHASE),
    ):
        for match in pattern.finditer(reading.plain):
            earlier = before(reading, match.start(), 80)
            past = _PAST_OFFER.search(reading.plain, max(0, match.start() - 40))
            if name == "pitch" and past is not None and past.start() <= match.end() <= past.end():
                continue
            if _NO_CHASE.search(earlier) or re.search(r"(?<!\w)not(?!\w)", match.group()):
                continue
            found.append(match.span())
            clue = clue if clue != "none found" else name
    if found:
        return Finding(False, 0.8, merge(found), clue)
    return Finding(True, 0.82, (), clue)


def polite(reading: Reading) -> Finding:
    """Judge `polite`: met if no guilt, threat, sarcasm or pressure was found."""
    spans = pressure(reading)
    if spans:
        return Finding(False, 0.83, spans, "pressure")
    return Finding(True, 0.8, (), "none found")
