"""Request: what the prospect is asked or invited to do."""

from __future__ import annotations

import re

from salescoach.rubric.finding import Finding, group, is_negated, lines, merge, phrase
from salescoach.rubric.reading import Reading, Span

_START = group(
    lines(
        r"""
    ^|[.!?;:\n,(-] ?
    (?<!\w)(?:and|or|but|so|just|please|kindly|do|simply|then|otherwise|to|feel free to|you can|
        you could|you may|you might|want to|can you|could you|would you|will you|be sure to|
        also|always|maybe|perhaps|even|if so|only|sir|either|at least|free to|welcome to|hi|
        best|to)[ ]
    """
    )
)
_REPLY_VERB = group(
    lines(
        r"""
    (?:please |kindly |just |do |pls |go ahead and |always )*(?:(?:call|ring|phone|telephone|
        bell|shout|holler|text|email)(?= ?(?:me|us|back|my|our|on|in|at|if|when|whenever|any|
        before|by|for|now|today|tomorrow|this|or|asap|anytime|the office|the number|the yard|
        the desk|and|to|collect|straight|here|any|after|between|either|slash|\+?\(?\d|[.,!?;:]|
        $))(?! to action| centres?| center|ing)|(?:give|gi) '?(?:\w+ ){1,2}(?:a|your) (?:call|
        ring|shout|bell|buzz|tinkle)|jump on|let me know|claim it|press \w+|ring (?:me|us|back|
        on|my|when|if|any|or|\d|in|the|at)|phone (?:me|us|back|on|my|or|\d)|text (?:me|us|back|
        on|my|or|\"?'?(?:yes|no|stop)|\d|a|the)|email (?:me|us|or)|e-mail me|message me|
        whatsapp (?:me|us|on)|ping me|buzz me|reply|respond|answer (?:that|this|my|with)|
        write (?:back|to me|me)|drop (?:me|us) (?:a|an)|drop a (?:line|text|note)|shoot me|
        send me|send us|send back|let me know|let us know|tell me|say (?:the word|yes|no|so|
        when)|hit (?:me|reply|us)|press (?:one|1|\d)|give (?:me|us|my|our|\w+) (?:a|an|your|
        the) (?:call|ring|shout|bell|buzz|tinkle|nod|yes|no|holler|ding|time|name|line|text|try|
        date|missed call)|give (?:me|us) (?:\w+ )?(?:call|ring|shout|bell|a)|get (?:in touch|
        back to|hold of|me on|me at|in contact)|reach (?:me|us|out|back)|contact (?:me|us)|
        come back to me|come and (?:see|visit|have)|come see|come by|pop in|drop in|pick (?:a|
        any|whichever|the|one)|choose (?:a|the|whichever)|name (?:a|the|your|one)|book (?:a|in|
        your)|schedule a|confirm|speak to me|talk to me|ask for (?:me|\w+)|point me|leave (?:me|
        a|us|word)|catch me|find me|try me|circle back|have (?:your|someone|him|
        her) (?:\w+ ){0,2}?(?:call|ring)|see me|return (?:my|this|the) call|advise|revert|
        do the needful|click|sign up)
    """
    )
)
_IMPERATIVE = re.compile(rf"(?m){_START}(?P<ask>{_REPLY_VERB})(?!\w)")
_INVITE = phrase(
    lines(
        r"""
    dial (?:me|us|\+?\(?\d|this|now|the)|(?:kindly |please )?revert(?: back| to me| by| on|
        (?=[.,!]))
    (?:a|one|just a) (?:nod|word|tick|thumbs up|yes|line)(?: \w+){0,4}? (?:is all|will do|
        would do|is enough|does it)
    i (?:just |only )?need (?:your|a|an) (?:\w+ )?(?:yes or (?:a )?no|yes|answer|decision|reply|
        go-ahead|nod|word)
    (?:first|next) (?:person|one|shop|yard|farm|caller) (?:who|that|to) (?:tells|rings|calls|
        says|answers|ring|call)
    (?:if|unless) (?:i|we) have (?:not|n't) heard(?: \w+){0,3}? by|not heard(?: from you)? by
    i would (?:appreciate|value|welcome|love|like|be glad of) (?:\w+ )?(?:ten|fifteen|five|
        twenty|a few|\d+) minutes
    (?:could|can|would|will|may|might|shall|should) (?:you|i|we)(?: \w+){0,4}? (?:call|ring|
        phone|text|reply|email|speak|talk|meet|chat|have|show|send|drop|come|pop|tell|let|point|
        spare|give|find|put|set|book|schedule|arrange|grab|get|pass|steer|ask|take|look|bring|
        visit|confirm|answer|introduce|steal|borrow|sit|compare|buy|help|run|walk|share|leave|
        nudge|mind|be open|be free|be willing|be able|be interested|be up|like|prefer|rather|
        consider|know|name|suggest|see|discuss|do|make|swap|connect|offer|post|explain|join|
        work|care|fancy|quote|want)
    (?:do|would) you (?:have|happen to have|want|mind|fancy|like|care|be|prefer|rather|know who|
        think|need)
    are you (?:free|open|around|available|up for|happy|the (?:right|best|person)|interested|
        in |able|willing|game|curious|about)
    (?:want|fancy|care|interested|like|prefer) (?:them|it|one|some|me to|to (?:see|hear|talk|
        try|chat|know|meet|have|compare|take|look|find)|a (?:look|chat|quick|sample|copy|go|
        visit|quote)|in (?:a|seeing|hearing|having|talking))[^.!?\n]*\?
    (?:is|was|would) (?:that|this|it|there|now|today|\w+day|next week|a|ten|fifteen|five|
        twenty)(?: \w+){0,12}? (?:worth|of interest|something|useful|helpful|good time|suit|
        work|any interest|right person|okay|ok|fair|possible|sensible|handy|on your|a problem|
        be better|better|fit|make sense|be useful|be welcome|appeal|help|convenient)
    (?:worth|any interest|interested|good idea|sound (?:good|useful|fair|interesting|sensible)|
        make sense|deal|ok|okay|mind|yes|fair)(?: \w+){0,6}? ?\?
    (?:when|what day|what time|which day|which|what|who|where|how)(?: \w+){0,3}? (?:is|are|
        would|could|can|should|suits|works|do|does|did|looks|handles|checks|deals|might|
        will)[^.!?\n]{0,80}\?
    does (?:that|this|it|\w+day|any|the|one|either|\w+)(?: \w+){0,5}? (?:work|suit|sound|make|
        appeal|interest|help|ring|fit|ever|happen|look|match|strike|still)
    (?:any (?:news|thoughts|chance|appetite|interest|feedback|questions|luck)|had any thoughts|
        wondering (?:if|whether|who|what)|i wonder (?:if|whether|who)|happy to (?:talk|chat|
        meet|hear|explain|show|answer|send|pop|come|drop|walk|share|discuss)|i would (?:love|
        like|welcome|appreciate|be (?:glad|happy|grateful|keen|delighted|pleased|thankful|
        obliged)|value|really)|i am (?:keen|hoping|looking) to (?:speak|meet|talk|find|chat|
        arrange|set)|i want to (?:meet|set|arrange|book|talk to|speak|invite)|we would (?:love|
        like|welcome|be (?:glad|happy)|appreciate|value))
    (?:you|u) (?:can|could|may|might|are welcome to|
        are more than welcome to) (?:\w+ ){0,3}?(?:call|reach|ring|get|text|reply|email|find|
        catch|phone|contact|have|book|speak|laugh|come|visit|see|try|tell|write|leave|message|
        always|say|send|let|return)
    (?:you|they) (?:need to|have to|must|should|had better|ought to|
        got to) (?:\w+ ){0,2}?(?:call|ring|get back|reply|respond|phone|sign|confirm|
        take a decision|decide|speak|come back|contact|act|return|pick)
    it is (?:very )?(?:important|imperative|urgent|critical|vital|
        essential) (?:that )?you (?:\w+ )?(?:return|call|respond|reply|ring|contact|get)
    (?:if|unless|should) (?:i|we) (?:do not|not|have not|don't|hear nothing|hear no|
        get no)(?: \w+){0,3}? (?:hear|heard|reply|get|answer|response)[^.!?\n]{0,30}(?:by|
        before|until|this side of) \w+
    (?:if|should) (?:i|we) (?:hear nothing|do not hear(?: \w+){0,2}|get no (?:reply|
        answer)) (?:by|before)[ ]
    (?:my number|i am on|i am at|reach me|number is|call me on|
        ring me on)(?: is| on| at)? [^.!?\n]{5,24} if (?:you|it|that|this|the|any)
    if (?:you|that|this|it|any of|the|so|those|your|there|anything|
        either)(?: [\w'-]+){1,12},? (?:my (?:number|mobile|cell|line|email)|i am (?:on|at)|
        the number|here is my|reach me|you have my|\d|call|ring|text|give|drop|just|please|let|
        get|say|send|shout)
    (?:a|one) (?:quick |simple |short )?(?:yes|no|yes or (?:a )?no|yes or no|one-word|one-line|
        word|text|reply|line|thumbs up|quick reply)(?: \w+){0,5}? (?:is|would|will|does|
        either way|from you|suffices|and|to|back)
    (?:meet|talk|speak|chat|catch up|get together|connect|sit down)(?: \w+){0,4}? (?:next|this|
        on|at|for) (?:\w+ ){0,3}?(?:week|minutes?|\w+day|coffee|thursday|friday)[^.!?\n]*\?
    let us (?:meet|talk|speak|chat|set up|get|find|book|schedule|have|grab|arrange|connect|
        circle|fix|discuss|do|align|sit|pick|catch|put)
    (?:we|you and i) should (?:talk|meet|speak|chat|catch|sit|have|get)
    (?:ten|fifteen|five|twenty|thirty|two|\d+) minutes(?: \w+){0,6}? ?\?
    waiting for your (?:call|reply|answer|response|yes)
    (?:awaiting|await) your (?:call|reply|answer|response|kind reply)
    (?:place|secure|claim|book|reserve) your (?:order|spot|place|slot)
    (?:coffee|lunch) (?:\w+ ){0,4}?\?
    (?:tell|ask) me (?:to stop|if|whether|which|what|who|when|where|to go|no)
    unless you (?:tell|text|ring|call|say|let|reply|email|drop|give|message)
    (?:text|reply|email|say) (?:\"|')?(?:yes|no|stop)
    one way or (?:the other|another)|either way,? (?:let|tell|just|please|a)
    (?:thoughts|shall we)\?
    """
    )
)
_HOPE = re.compile(
    r"(?<!\w)(?:hope|hoping|look forward|looking forward|wish|expect|hoped)(?: \w+){0,3} ?$"
)
_VISIT_ONLY = re.compile(
    lines(
        r"""
    (?:visit|see|check|go to|look at|browse) (?:our|my|the) (?:web ?site|page|catalogue|
        instagram|facebook)
    """
    )
)
_THEM = re.compile(
    lines(
        r"""
    (?<!\w)(?:people|clients|customers|they|nobody|who|everyone|others|staff|patients|guests|
        will|i|we|he|she|not|never|to)(?: \w+){0,1} ?$
    """
    )
)


def cta(reading: Reading) -> Finding:
    """Judge `cta`: one response is asked of the prospect, or invited."""
    found: list[Span] = []
    plain = reading.plain
    for match in _IMPERATIVE.finditer(plain):
        start, end = match.span("ask")
        before = re.split(r"[.!?;:\n]", plain[max(0, start - 40) : start])[-1]
        if is_negated(plain, start, reach=30) or _HOPE.search(before):
            continue
        if _THEM.search(before) and not re.search(r"(?:you|or|and|please|,) ?$", before):
            continue
        found.append((start, end))
    for match in _INVITE.finditer(plain):
        before = re.split(r"[.!?;:\n]", plain[max(0, match.start() - 40) : match.start()])[-1]
        if is_negated(plain, match.start(), reach=30) or _HOPE.search(before):
            continue
        if _VISIT_ONLY.search(match.group()):
            continue
        found.append(match.span())
    if found:
        return Finding(True, 0.85, merge(found))
    return Finding(False, 0.8, (), "none")
