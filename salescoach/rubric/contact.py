"""Contact: a way to call back, and the caller's promise of an own next try."""

from __future__ import annotations

import re

from salescoach.rubric.finding import Finding, group, hits, lines, merge, phrase
from salescoach.rubric.reading import Reading, Span
from salescoach.rubric.times import BOUNDED

_DIGIT = r"(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|triple|treble)"
_SPELLED = phrase(rf"{_DIGIT}(?:[ ,-]+{_DIGIT}){{5,}}")
_SHORT_NUMBER = phrase(
    lines(
        r"""
    (?:(?:on|at|is|dial|call|ring|text|reach me|number) )?(?:extension|ext\.?|option|
        line) \d{2,5}
    """
    )
)
_WAYS = phrase(
    lines(
        r"""
    (?:on|at|to|from|with|via|using) (?:this|the same|the above|my usual|
        the usual) (?:same )?(?:number|line|mobile|email|address|phone|cell|one)
    this (?:same )?(?:number|line|mobile|cell) (?:\w+ ){0,3}?(?:works|is fine|is good|reaches|
        is mine|is the|finds|gets|will|rings)
    (?:the |my )?(?:number|mobile|email|phone|line|cell|details|
        contact details)(?: \w+){0,2}? (?:is|are|was|will be) (?:\w+ ){0,3}?(?:in|on|at|below|
        under) (?:the |my |that |your )?(?:\w+ ){0,3}?(?:email|letter|card|message|note|mail|
        caller|screen|phone|display|signature|proposal|quote|leaflet|flyer|brochure|folder|text|
        invite)
    (?:reply|respond|answer|replying|write back|come back|get back|hit reply|responding|
        drop a line)(?: \w+){0,4}? (?:to|on|in) (?:my|the|that|this|it|
        either)(?: \w+){0,3}? (?:email|message|note|mail|text|letter|one|invite|thread)
    hit reply|press reply|just reply(?= |\.|,|$)
    (?:reply|answer|respond) to (?:it|that)(?: email)?
    (?:one|1)[- ](?:line|word)[- ](?:reply|email|answer)(?: to my email)?
    (?:you|your team|reception|your phone|the system) (?:have|has|got|already have|should have|
        will have|will see|can see) (?:already |got |both |all )?my (?:\w+ )?(?:number|email|
        details|card|mobile|contact)
    my (?:number|mobile|details|card|email)(?: \w+)? (?:is|are) (?:already )?(?:with|on your|
        in your)
    (?:number|mobile) (?:that |which )?(?:is |just )?(?:on|showing on|came up on) your
    the number (?:i am|you see|showing|on your)
    through (?:your|the) switchboard
    (?:\w+ )at (?:gmail|outlook|yahoo|hotmail) dot \w+
    [\w.]+ at [\w-]+(?: [\w-]+)? dot (?:com|org|net|example|co)(?: dot uk)?
    """
    )
)
_PLACEHOLDER_NEAR = re.compile(r"x{3,}|_{3,}|\[")


def callback(reading: Reading) -> Finding:
    """Judge `callback`: a usable way to reach the caller."""
    spans: list[Span] = []
    for token, start in zip(reading.tokens, reading.starts, strict=True):
        if (
            token.kind == "email"
            or (token.kind == "phone" and sum(c.isdigit() for c in token.raw) >= 6)
            or (token.kind == "number" and token.plain.isdigit() and len(token.plain) >= 6)
        ):
            spans.append((start, start + len(token.plain)))
    spans += hits(reading, _SPELLED)
    spans += hits(reading, _SHORT_NUMBER)
    spans += hits(reading, _WAYS, negated=False)
    if spans:
        return Finding(True, 0.95, merge(spans))
    if any(t.kind == "hole" and _PLACEHOLDER_NEAR.match(t.plain) for t in reading.tokens):
        return Finding(False, 0.9, (), "placeholder")
    return Finding(False, 0.9, (), "none")


_ADVERBS = lines(
    r"""
    (?:(?:just|also|then|definitely|certainly|probably|gladly|happily|simply|only|still|maybe|
        now|be sure to|make sure to|make a point of|try to|try and|go ahead and|most likely|
        personally|of course|plan to|aim to|gently|quickly|briefly|once|again|instead|
        either way|in any case|likely|at least|myself) )*
    """
)
_I_WILL = group(
    lines(
        r"""
    (?:i|we) (?:will|shall|am going to|are going to|am planning to|plan to|intend to|am due to|
        aim to|would like to|would|might|may|can|could|promise to|propose to|want to|hope to|
        am happy to|was going to|thought i would|have got a note to|have a note to|
        have made a note to|have put a note in to|have a reminder to|have set a reminder to|
        have diarised to|am minded to|need to) <ADVERBS>
    i am (?:just )?(?:(?:passing|visiting|calling|ringing|phoning|trying|following up|coming|
        dropping|popping|back|texting|emailing)) ?
    (?:let me|i try to|i do)[ ]
    (?:and|,|or|then|so|but|otherwise|else) (?:will|shall) (?:also |then |just )?
    (?:^|[.!?;\n] ?)(?:will|shall|going to|gonna) (?:also |then |just )?
    """,
        ADVERBS=_ADVERBS,
    )
)
_TOUCH = group(
    lines(
        r"""
    call|ring|phone|telephone|ask again|nip|stick my head|poke my head|put my head|make it
    am passing|pass|swing past|swing round|try|dial|text|email|e-mail|mail|write|message
    whatsapp|ping|contact|reach out|reach|touch base|check in|check back|follow up|follow
    get back|come back|be back|circle back|be in touch|get in touch|keep in touch
    drop (?:you )?(?:by|in|you|a|off|round|over)
    pop (?:by|in|over|round)|stop by|stop in|swing by|come by|come round|come over|come in
    come to|come and|come past|call in|call round|knock|visit|look in|look you up|pass by
    give (?:you|it|this|your|him|her|them|one|a|another|the|u)
    send|have another|have one more|make one|leave|speak|talk|buzz|shout|be calling|be ringing
    be phoning|be trying|be on the phone|be following|be dropping|be checking|be emailing
    be texting|pick up the phone|see you|see if|catch you|put|post|bring|keep calling
    keep trying|keep ringing|have a go|take another|bell|hear from me|be at your|be by|be round
    be outside|be there
    """
    )
)
_COMMIT = re.compile(rf"(?<![\w']){_I_WILL}{_TOUCH}(?!\w)")
_OTHER_COMMIT = phrase(
    lines(
        r"""
    (?:you will|you can|expect to|you should) (?:hear from me|get (?:a|one more|
        another) (?:call|ring|message|email) from me|expect (?:a|my|another) (?:call|ring|
        email))
    expect (?:a|my|one more|another) (?:next |last |quick )?(?:call|ring|email|try|message)
    my (?:next|last|final|second|third) (?:try|call|attempt|go|message|email|ring|one) (?:is|
        will be|comes)
    (?:i have|i've) (?:got |put |made |set |written |noted |pencilled |diarised |marked |a )+
        (?:\w+ ){0,6}?(?:to (?:call|ring|try|phone)|my next)
    (?:calling|ringing|phoning|trying|talking) (?:you )?(?:again|back|once more)
    (?:call|ring|try|phone) (?:you )?(?:again|back|once more|one more time)
    one (?:more|last) (?:try|call|go|attempt|ring)
    another (?:try|go|ring|call|attempt)|(?:talk|speak) (?:to you )?then
    back (?:in touch|to you)
    give (?:you )?(?:a|one more|another) (?:ring|call|buzz|bell|shout|try|tinkle|ding)
    """
    )
)
_WHEN = re.compile(rf"(?<![\w']){BOUNDED}(?!\w)")
_NOT_MINE = re.compile(
    lines(
        r"""
    (?<!\w)(?:you (?:can|could|may|might|should|would)|could you|can you|would you|will you|
        please|if you|give me|call me|ring me|phone me|text me|call|let me know|your|when you|
        you|me)(?: \w+){0,3} ?$
    """
    )
)
_WONT = re.compile(
    lines(
        r"""
    (?<!\w)(?:will not|shall not|am not going to|are not going to|would not|do not|never|
        no longer|not)(?: \w+){0,3} ?$
    """
    )
)


# Between a promise and a time, these say that the time is another's.
_ANOTHERS = re.compile(
    r"(?<!\w)(?:you can|could you|please|call me|ring me|but if you|you could|reach me|i am on"
    r"|that (?:i|we) (?:sent|emailed)|i sent|about|regarding)(?!\w)"
)
_PAST = re.compile(r"(?<!\w)(?:sent|emailed|spoke|met|left|you|hear)(?!\w)")


def _when_near(reading: Reading, commit: Span) -> Span | None:
    """Find the time that belongs to a promise: after it in the sentence, or right before it."""
    start, end = reading.sentence_of(commit[0])
    match = _WHEN.search(reading.plain, commit[0], end)
    if match is not None:
        if _ANOTHERS.search(reading.plain, commit[1], max(match.start(), commit[1])):
            return None
        return commit[0], match.end()
    times = list(_WHEN.finditer(reading.plain, start, commit[0]))
    if not times:
        return None
    last = times[-1]
    close = reading.plain.count(" ", last.end(), commit[0]) <= 6
    mine = not _PAST.search(reading.plain, max(start, last.start() - 30), last.start())
    joined = re.search(
        r"(?<!\w)(?:if|unless|otherwise|and|by)(?!\w)", reading.plain[start : commit[0]]
    )
    return (last.start(), commit[1]) if (close and mine) or joined else None


def retry(reading: Reading) -> Finding:
    """Judge `retry`: the caller commits to an own next contact and says when."""
    found: list[Span] = []
    vague: list[Span] = []
    refused = False
    for pattern in (_COMMIT, _OTHER_COMMIT):
        for match in pattern.finditer(reading.plain):
            part = reading.plain[max(0, match.start() - 40) : match.start()]
            part = re.split(r"[.!?;:\n]", part)[-1]
            words = match.group().strip()
            if _WONT.search(part) or re.search(r"(?<!\w)not(?!\w)", words):
                refused = True
                continue
            promised = words.startswith(("you will", "expect", "my"))
            if pattern is _OTHER_COMMIT and _NOT_MINE.search(part) and not promised:
                continue
            near = _when_near(reading, match.span())
            if near is None:
                vague.append(match.span())
            else:
                found.append((min(near[0], match.start()), max(near[1], match.end())))
    if found:
        return Finding(True, 0.9, merge(found))
    if vague:
        return Finding(False, 0.8, merge(vague[:1]), "no day")
    return Finding(False, 0.9, (), "refused" if refused else "none")
