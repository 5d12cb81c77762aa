"""The break-up email: what was done for the prospect, and what was offered."""

from __future__ import annotations

from salescoach.rubric.finding import Finding, group, hits, lines, merge, phrase
from salescoach.rubric.reading import Reading

_NEED_WORD = group(
    lines(
        r"""
    needs?|questions?|concerns?|points?|problems?|requirements?|worries|worry|issues?
    must-haves?|wish(?:es|list)?|list|brief|queries|query|doubts|challenges?|situation
    headaches?|gaps?|demands?|objections?|specification|spec|everything|faults?|trouble
    complaints?|checklist|conditions|priorities|goals?|aims?|snags?|items|asks|criteria
    bottlenecks?
    """
    )
)
_DEALT = group(
    lines(
        r"""
    answer\w*|address\w*|cover\w*|deal\w*|dealt|solv\w+|resolv\w+|met|meet|meets|discuss\w*
    went (?:through|over)|gone (?:through|over)|work\w* (?:through|out)|look\w* (?:at|into|over)
    tackl\w+|sort\w*|clear\w* up|clarif\w+|respond\w*|repl(?:ied|y) to|took? care|taken care
    fix\w*|handl\w+|listen\w*|heard|understood|understand|dug into|built (?:\w+ )?around|map\w*
    studied|studying|tick\w*|walk\w* through|talked (?:through|over|about)|explain\w*|reply
    analys\w+|analyz\w+|assess\w*|examin\w+|inspect\w*|survey\w*|measur\w+|ironed out|taken up
    took up|check\w*|ran through|noted|wrote down|written down|gave answers?|fits?|fitted|suits?
    satisf\w+|attend\w*|settl\w+|identified|review\w*|put to rest|laid out|dealing|figured out
    nailed
    """
    )
)
_NEEDS = phrase(
    lines(
        r"""
    (?:i|we|you and i|our \w+|my \w+)(?: (?:have|had|also|then|both|already|all|
        carefully))* (?:answer\w*|cover\w*|address\w*|dealt with|deals? with|looked after|
        solv\w+|fix\w*|listened to|worked (?:out|through|around|round)|plann?\w*|met|confirm\w*|
        understood|cleared up|satisfied|gone (?:through|over|into)|went (?:through|over|into)|
        sorted|handled|resolved|clarified|took care of|researched|tested|checked|measured|noted|
        replied to|responded to|explained|settled|studied|tackled) (?:\w+ ){0,3}?(?:your|what|
        the|each|every|all|both|them|those|how|two|three|four|round|that|whether|it|everything|
        any|you)
    (?:as|which|that|what|the \w+ (?:\w+ )?) ?you (?:\w+ )?(?:required|needed|
        asked(?: for| about)?|wanted|described|showed me|raised|mentioned|listed|said was|
        pointed out|worried about|complained|gave us|gave me|told me|told us|were after|had)
    (?:answers?|solves?|covers?|fixes|meets?|ends|cures|handles|suits|fits|addresses|
        ticks) (?:\w+ ){0,3}?(?:your|every|each|all|the|both|those|them)(?: [\w'-]+){0,5}
    (?:i|we|you and i|
        us) (?:have |had |both |also |then |already |think i |believe i |fully |all |carefull
        y |hopefully |together |first )*<DEALT>(?: [\w',-]+){0,9}? <NEED_WORD>
    (?:all |each |every |both |most )?(?:of )?(?:your|the|those|
        these) (?:[\w'-]+ ){0,4}?<NEED_WORD>(?: [\w',-]+){0,8}? (?:were|was|have been|has been|
        had been|are|is|got|all|i|we|now|got) (?:\w+ ){0,3}?<DEALT>
    (?:i|we) (?:have |think |believe |hope )*(?:i |we )?(?:covered|answered|addressed|
        dealt with|solved|sorted|fixed|handled|resolved) (?:everything|all|what|each|every|both|
        the|your|them|those|it)
    you (?:had |have |very kindly |kindly |once |first )*(?:told|explained to|described to|
        showed|walked|shared with|gave|outlined to|laid out for|set out for) (?:me|
        us) (?:\w+ ){0,3}?(?:what|how|about|where|why|your|through|that|the)
    you (?:had|raised|listed|mentioned|named|brought up|put to (?:me|us)|asked|described|
        explained|set out|wanted|needed|need|were looking for|
        asked for)(?: [\w',-]+){0,8}? <NEED_WORD>
    (?:what|all|everything|whatever) (?:that )?(?:you|your \w+) (?:\w+ )?(?:need|needed|asked|
        raised|wanted|were looking|described|required|listed|told|mentioned|brought up|
        were worried)
    (?:the|your|that|a) (?:[\w'-]+ ){0,3}?(?:problem|issue|trouble|leak|fault|backlog|
        bottleneck|headache|need|worry|gap|shortage|delay)s?(?: (?:that |which )?(?:you|with|in|
        at|of|on))? ?(?:described|had|have|raised|mentioned|showed|told|were having)?
    you (?:need|needed|wanted|want|required|require|were (?:after|short)|asked for|
        were looking for) (?:a|an|the|your|to|more|some|two|three|four|someone|something|help|
        new|better|fewer|less|\w+)
    (?:we|i) (?:solved|fixed|tackled|looked at|studied|discussed|went through|went over|
        worked through|talked through|talked about|measured|surveyed|spent|
        sat down) (?:\w+ ){0,8}?(?:together|with you|your|for you|you (?:described|raised|
        mentioned|told))
    (?:your|the) (?:[\w'-]+ ){0,4}?(?:needs?|questions?|requirements?|concerns?|problems?|
        points?|worries)(?: \w+){0,3}? (?:dealt|answered|met|covered|addressed|settled|clear|
        done)
    (?:for|of|from) the (?:two|three|four|five|six|\w+) [\w-]+ (?:that )?you (?:need|needed|
        wanted|asked)
    """,
        DEALT=_DEALT,
        NEED_WORD=_NEED_WORD,
    )
)
_OFFER_WORD = group(
    lines(
        r"""
    proposals?|quotes?|quotations?|offers?|solutions?|estimates?|plans?|package|bid|tender
    pricing|prices?|contract|design|drawings?|fix|recommendation|option|options|figures
    costings?|costing|programme|schedule|scheme|spec|draft|numbers|terms|answer|way|remedy
    layout|demo|agreement|paper|submission|suggestion|model|budget|sheet|document|trial|concept
    pitch|kit list
    """
    )
)
_OFFERED = group(
    lines(
        r"""
    sent|send|submitted|presented|made|gave|given|drew up|drawn up
    put (?:forward|together|on the table|in front|to you|in)
    prepared|offered|provided|proposed|quoted|quoted for|wrote|written|delivered|suggested
    laid out|set out|issued|handed|emailed|posted|tabled|built|designed|worked up
    came (?:up|back) with|costed|priced|showed|shown|followed (?:up )?with|supplied|dropped
    recommended|outlined|worked out|passed|left|shared|mapped out|sketched|put
    """
    )
)
_SOLUTION = phrase(
    lines(
        r"""
    (?:i|we|and|then|,|also|have|had|you got|you had|you have|you received|duly)(?: (?:have|had|
        i|we|also|then|duly|already|you|just|even|our|my|the|a))* ?(?:quoted|priced|bid|pitched|
        costed|tendered|proposed|offered|estimated|quoted you|submitted|presented|
        put (?:a |the )?(?:price|figure|number|cost|fee|offer|proposal|fix|plan|quote|package)|
        put (?:it|that|this|everything|them) (?:in|into|on|to|together|forward)|
        drew (?:it |them |this )?up|sent (?:it|you|over|them|the|a|our|my|off)|made you|
        gave you (?:a|the|my|our)|(?:my|our|a|the) (?:number|price|bid|figure|fee|cost|
        method statement|fee proposal|price list|sketch|concept) (?:for|of|on|with|to|in|was|is|
        has|came|went|landed))
    (?:bid|offer|quote|proposal|price|quotation|number|estimate|solution|figures?|tender|plan|
        drawings?|paper|fix|fee)
        (?:'s| is| was| has been| have been| lies| lay| sits| sat| went| came| reached| lande
        d| stands)(?: \w+){0,2}? ?(?:in|on|with|before|to|at|from|ready|since|by|over|there|
        left|sent|still|un\w+)
    (?:i|we|my colleague|our team)(?: (?:have|had|also|then|both|duly|already|even|carefully|
        subsequently|since|did|and))* <OFFERED>(?: [\w',-]+){0,8}? <OFFER_WORD>
    (?:and|then|,|also|afterwards|after which|
        plus) (?:i |we |also |then |duly |had |have )*<OFFERED>(?: [\w',-]+){0,6}? <OFFER_WORD>
    (?:my|our|the|a|this|that|its) (?:[\w'-]+ ){0,4}?<OFFER_WORD>(?: [\w',-]+){0,6}? (?:was|is|
        has been|have been|went|were|reached|remains?|lies|sits|sat|has|have|landed|arrived|
        stands|followed|from|of|dated|that|which|i|we|for|on|to|in|since|with|you|unanswered|
        undecided|,)
    you (?:have |have had |received |had |got |now have |hold |were sent |were given |also hav
        e |also received |have got )+(?:\w+ ){0,2}?(?:my|our|the|a|
        an) (?:[\w'-]+ ){0,3}?<OFFER_WORD>
    (?:i|we) (?:have |also |then |and )*(?:quoted|priced it|proposed|costed|made you an offer|
        offered (?:you )?(?:a|an|to|the|two|three))
    (?:with|in|on|about|to) (?:my|our|the) (?:[\w'-]+ ){0,3}?(?:proposal|quote|quotation|offer|
        estimate|solution|bid|tender|plan)(?!\w)
    """,
        OFFERED=_OFFERED,
        OFFER_WORD=_OFFER_WORD,
    )
)


def needs_solution(reading: Reading) -> Finding:
    """Judge `needs_solution`: needs were dealt with, and an offer was made."""
    needs = list(hits(reading, _NEEDS, negated=False))
    offers = list(hits(reading, _SOLUTION))
    if needs and offers:
        return Finding(True, 0.85, merge(needs + offers))
    if needs:
        return Finding(False, 0.8, merge(needs[:1]), "no offer")
    if offers:
        return Finding(False, 0.8, merge(offers[:1]), "no needs")
    return Finding(False, 0.85, (), "neither")
