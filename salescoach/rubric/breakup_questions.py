"""The break-up email: whom they chose, and why."""

from __future__ import annotations

import re

from salescoach.rubric.finding import Finding, before, lines, merge, phrase
from salescoach.rubric.reading import Reading, Span

_WHO = phrase(
    lines(
        r"""
    (?:share|provide|mention|give|tell|disclose|reveal|name|send)(?: me| us)? (?:the|their|its|
        his) (?:vendor|supplier|winner|winning|firm|company|party|bidder|new)(?:'s)? ?(?:name|
        bidder|supplier|vendor|firm|party)?
    was it (?:them|him|her|those)
    whose(?:,| \w+){0,3}?
    which(?: (?:it is|it was|one|,|of|is it|was it|are they|would that be|
        might that be))?(?=[ ,?.]|$)
    is it (?:them|him|her|one|the|a|some|us)
    what(?: is| was|'s) (?:their|its|his|her|the) name
    who(?:m|se)?(?: \w+)?
    (?:who|whom|which (?:one|supplier|vendor|firm|company|provider|competitor|option|of (?:them|
        my|our|the)|other|partner|caterer|agency|product|system|bidder|contractor|way|route|
        solution|outfit|direction|quote|offer|party|name|team|crew|rival|brand|\w+)|
        what (?:company|supplier|firm|option|vendor|system|did you (?:choose|pick|go (?:with|
        for)|buy|settle on)|you (?:chose|picked|went (?:with|for)|settled on|bought|decided on)|
        they are called)|whose (?:offer|quote|proposal|bid|product|
        system))(?: [\w',-]+){0,9}? ?(?:you|it|won|got|is|was|has|have|did|beat|chose|chosen|
        picked|selected|with|went|go|to|the (?:work|job|order|business|contract|nod)|one|firm|
        are|will|doing|supplied|that|secured|landed|,|and|\?|$)
    (?:by whom|with whom|to whom|for whom|from whom|whom)
    (?:the|their|its|your new|your chosen|that) (?:name|identity)(?: of (?:the|your|
        your chosen))?(?: \w+)?
    name of (?:the|your)
    (?:name|tell me|share|say|know) (?:the|your) (?:winner|winning|chosen|new|other|supplier|
        firm|competitor|choice|name|option|one|successful|lucky)(?: \w+)?
    (?:tell|let|give) me(?: \w+){0,2}? (?:their|its|the|his|her|your) (?:name|choice|
        new supplier)
    (?:what|where) did you (?:choose|end up|decide on|go with|settle|go|land)
    where (?:have )?you (?:have )?(?:went|gone|placed|ended up|landed|taken)(?: \w+)?
    (?:was|is) it (?:[A-Z]\w+|one of|a local|the local|someone|anyone)
    who(?= |\?)|which one
    """
    )
)
_NO_WHO = re.compile(
    lines(
        r"""
    (?<!\w)(?:do not need|need not|not need|no need|do not (?:have|want|care|mind|wish)|
        will not ask|not asking|not ask|not going to ask|rather not|never mind|
        without (?:saying|telling|asking|naming)|no matter|whatever|keep (?:the name|
        it) |none of my business|not my business|not to|regardless of|not (?:much )?(?:matter|
        care|bothered|fussed)|immaterial|irrelevant)(?: [\w',]+){0,6} ?$
    """
    )
)
_RELATIVE = re.compile(
    lines(
        r"""
    (?:people|those|anyone|someone|somebody|everyone|person|one|man|woman|colleague|\w+s|boss|
        manager|manager,|team|lady|chap|guy|customer|client|engineer|
        fitter),? (?:of |with )?(?=(?:who|whom|which)(?!\w))$
    """
    )
)
_ASKING = re.compile(
    lines(
        r"""
    \?
    (?<!\w)(?:tell|let me know|know|share|say|ask|asking|mind|curious|hear|hearing|learn|
        wonder\w*|interested|interest|grateful|appreciate|obliged|value|like|love|kind|
        could you|would you|can you|will you|may i|might i|help me|helps me|useful|glad|inform|
        name|pass on|drop me|spare|point|understand|kindly|please|pls|welcome|wish|question|
        questions|reply|line|word|note|out of curiosity|instructive|happy|favour|favor|give me|
        for my own|do write|send me|teach|lesson)(?!\w)
    """
    )
)
_WHY = phrase(
    lines(
        r"""
    (?:state|give|share|name|tell me|send|explain)(?: me| us)? (?:your|the|any|
        a) (?:\w+ )?(?:reason|reasons|grounds|thinking|reasoning|motive|motives)
    sticking point|stumbling block|deal[- ]?breaker|(?:done|do|put|said|priced|
        offered) (?:\w+ )?(?:another way|differently|better)
    (?:its|their|his|her|the other's|that \w+'s) (?:merits|virtues|strengths|advantages|
        strong points|appeal|charms)
    which (?:point|part|slide|line|page|clause|item|detail|aspect|feature|
        term)s?(?: \w+){0,3}? (?:lost|cost|put|was|were|did|let|made|decided|
        tipped)(?: \w+){0,3}
    what (?:did|was|were) (?:ours|mine|our \w+|my \w+|we|i)(?: \w+){0,2}? (?:want|wanting|lack|
        lacking|miss|missing|short|need)(?: \w+){0,3}
    what(?: is| was| were| did| would| had| put| kept| drew| pulled| pushed| made| held| stoppe
        d| got| cost| it| they| theirs| her| his| \w+)(?: [\w'-]+){0,10}? ?(?:better|ahead|
        wrong|missing|lacking|lacked|liked|like|preferred|obstacle|short|advantage|difference|
        out|reason|lose|lost|losing|with them|over (?:us|ours|mine|me)|off|against|in the way|
        the edge|stronger|tick|appeal\w*|favour|favor|that (?:we|i|ours|mine)|do (?:better|
        differently)|decid\w*|wins?|won|worked|convinc\w*|choice|short|count\w*|swung|
        different\w*|improve)
    which (?:criteria|criterion|points?|factors?|aspects?|reasons?|feature|features|part|parts|
        was (?:his|her|their|its|the)|of (?:the|these|my|our))(?: [\w'-]+){0,6}
    (?:for|by) (?:which|what) (?:reason|criteria|reasons)
    (?:where|how|in what) (?:theirs|they|ours|mine|he|she|it|the other \w+|their \w+|our \w+|
        my \w+)(?: [\w'-]+){0,5}
    (?:points?|respects?|areas?|things?) (?:on|in|where|that|which) (?:which )?(?:their|they|we|
        our|his|the other|ours|i|my|theirs|the winner)(?: [\w'-]+){0,6}
    was (?:the|our|my|it|ours) (?:\w+ ){0,3}?(?:obstacle|problem|reason|issue|too|wrong|off|
        price|snag|sticking point|hurdle|stumbling block)(?: \w+)?
    (?:price|timing|terms|quality|cost|service|delivery|money|budget|chemistry|something (?:i|
        we))(?:,| or)(?: [\w'-]+){0,4}\?
    what (?:we|i) (?:could|should|might|did|do|missed|lacked|got|had)(?: \w+){0,4}?
    what(?: \w+)? (?:tipped|swung|clinched|sealed|decided|settled|made)(?: \w+){0,4}?
    your reasons?(?:ing)?|the thinking
    how (?:you|the choice|the decision) (?:came to|decided|chose|was made|fell)
    why(?: \w+){0,8}?
    (?:the|your|a|what|any|main|its|their|one|whatever) ?(?:\w+ )?reasons?(?: \w+){0,5}?
    what (?:made|tipped|swung|decided|drove|led|won|persuaded|convinced|clinched|counted|
        mattered|was (?:it|missing|lacking|wrong|better|behind|the (?:reason|deciding|
        difference|clincher|decider))|we (?:lacked|missed|could|did|were|got|should)|
        i (?:lacked|missed|could|did|got|should|was)|were we|they (?:did|had|offer|offered|do|
        have|got|are|were)|did (?:they|we|i|their|it|the)|spoke|speaks|could (?:we|i)|
        should (?:we|i)|let us|let me|put you|tilted|weighed|appealed|turned|brought|sold|
        settled|gave|set|is (?:it|better|missing|behind)|else|ours|my|our|their|
        the (?:difference|other|deciding|winner|advantage)|attracted|lay|lies|\w+ (?:had|made|
        did|tipped))(?: [\w'-]+){0,8}?
    where (?:we|i|our|my|they|their|the|did we|did i|did my|did our|was|it|ours|
        mine)(?: [\w'-]+){0,8}?(?: (?:short|better|stronger|ahead|advantage|lacked|lacking|fell|
        fall|beat|missed|lost|behind|edge|superior|scored|weaker|won|strong|lose|wrong|weak|
        ahead of))(?: \w+)?
    in (?:which|what) (?:respect|way|regard|point|area|ways|respects|points|
        aspect)s?(?: [\w'-]+){0,6}?
    how (?:we|they|ours|my|our|their|did|the)(?: [\w'-]+){0,5}? (?:short|better|beat|lacked|
        compare\w*|differ\w*|stronger|win|won|improve|lose|lost|outdid|edge)
    (?:where|how) (?:we|i|our \w+|my \w+) (?:fell|lost|missed|could|lacked|went|came|got|
        did)(?: \w+){0,4}?
    (?:was|is) it (?:the |our |my |about |down to |just |a |price|
        on |mainly |purely |simply |something |money|cost|timing|us|terms|
        because)(?: ?[\w'-]+){0,8}?
    (?:any|some|your|honest|a little|brief|quick|candid|frank|bit of|
        line of) feedback(?: [\w'-]+){0,6}?
    (?:their|its|the other's|what) (?:advantage|edge|strength|selling point|strong point|
        trump card|appeal|plus)s?(?: \w+){0,4}?
    (?:deciding|decisive) (?:factor|point|reason|thing)
    (?:the )?(?:difference|clincher|decider)
    what (?:we|i) (?:could|should|might|can) (?:have )?(?:do|done|did|improve\w*|change\w*|
        learn)(?: \w+)?
    (?:we|i) (?:lacked|fell short|missed|could have done better|did wrong|got wrong)
    on what (?:grounds?|basis|point)|competitive advantage|held (?:an|the) advantage
    had (?:the|an) (?:edge|advantage)|the advantage (?:lay|was|over)
    better (?:at|about|in|for you|in their|than (?:ours|us|mine|my|our))
    how come|what for
    (?:did|does|do) (?:they|their|the other|the \w+) (?:\w+ )?(?:better|beat|offer|have|do|win|
        outdo|give|bring)(?: \w+){0,4}?
    """
    )
)


def _asked(reading: Reading, pattern: re.Pattern[str]) -> list[Span]:
    found = []
    for match in pattern.finditer(reading.plain):
        if not match.group().strip():
            continue
        start, end = reading.sentence_of(match.start())
        sentence = reading.plain[start:end]
        earlier = before(reading, match.start(), 80)
        if _NO_WHO.search(earlier) or not _ASKING.search(sentence):
            continue
        if _RELATIVE.search(earlier) and not sentence.rstrip().endswith("?"):
            continue
        found.append(match.span())
    return found


_WHICH_REASON = re.compile(
    r"which (?:point|part|slide|line|page|clause|item|detail|aspect|feature|term|criteri\w+"
    r"|factors?|reasons?|other \w+ (?:are|is))|what (?:swung|tipped|made|did)"
    r"|who (?:would be|is the right|else)"
)


def asks_who(reading: Reading) -> Finding:
    """Judge `asks_who`: which supplier or option was chosen is asked."""
    spans = [
        span for span in _asked(reading, _WHO) if not _WHICH_REASON.match(reading.plain, span[0])
    ]
    return Finding(bool(spans), 0.85, merge(spans), "" if spans else "none")


def asks_why(reading: Reading) -> Finding:
    """Judge `asks_why`: the reason, or where the other was stronger, is asked."""
    spans = _asked(reading, _WHY)
    return Finding(bool(spans), 0.85, merge(spans), "" if spans else "none")
