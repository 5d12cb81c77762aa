"""Hype: superlatives and guarantees about the caller's own offer."""

from __future__ import annotations

import re

from salescoach.rubric.finding import Finding, group, is_negated, lines, merge, phrase
from salescoach.rubric.reading import Reading, Span

_PRAISE = group(
    lines(
        r"""
    (?:world|best|first)[- ](?:class|leading|beating|renowned|famous|in[- ]class|in[- ]breed|
        of[- ]breed|rate)
    world famous|cutting[- ]edge|state[- ]of[- ]the[- ]art
    (?:market|industry|category|global|sector|uk|world|nation|country)(?:'s)?[- ](?:leading|
        leader|number one|best|beating)
    leading[- ]edge|bleeding[- ]edge|next[- ]gen(?:eration)?|game[- ]chang\w+
    ground[- ]?breaking|revolutionar\w+|revolutioni[sz]\w+|unbeatable|unbeaten|unmatched
    unrivall?ed|unparallell?ed|unsurpassed|second to none|peerless|incomparable|matchless
    one[- ]stop[- ]shop|award[- ]winning
    (?:number|no\.?|#) ?(?:one|1)(?! (?:thing|priority|complaint|reason|worry|problem|headache|
        concern|question|issue|on (?:your|the) list|cause))
    miracle|miraculous|magic(?:al)? (?:bullet|solution|wand)?|mind[- ]blowing|out of this world
    jaw[- ]dropping|flawless|foolproof|fail[- ]?safe|fail[- ]?proof|bulletproof|superior|supreme
    ultimate|premier|premium[- ]quality|finest|greatest|exquisite|unique in the world
    one of a kind|like no other|gold standard
    top[- ](?:notch|rated|tier|of[- ]the[- ]range)
    five[- ]star|world beaters?|breakthrough|legendary|to die for|life[- ]changing|mind-boggling
    """
    )
)
# Words of praise that people also use about the weather: only about the caller's own offer.
_SOFT = phrase(
    lines(
        r"""
    (?:our|we|us|my|ours)(?: [\w'-]+){0,7}? (?:phenomenal|incredible|amazing(?:ly)?|astonishing|
        sensational|spectacular|extraordinary|fantastic|unbelievable|outstanding|exceptional|
        brilliant(?:est)?|stunning|superb|dazzling|awesome|wonderful|marvellous|terrific|
        perfect|unique|excellent)
    (?:phenomenal|incredible|amazing|astonishing|sensational|spectacular|extraordinary|
        fantastic|unbelievable|outstanding|exceptional|stunning|superb|dazzling|awesome|
        unique) (?:\w+ )?(?:product|products|platform|solution|solutions|system|software|
        service|services|offer|offers|deal|deals|prices|results|quality|technology|opportunity|
        tool|app|machine|machines|price|rates|programme|range|support|features|value|discount|
        new)
    """
    )
)
_ALL = phrase(
    lines(
        r"""
    <PRAISE>
    (?:the |our |are |is |simply |by far |quite simply |absolutely |hands down |very |truly |fa
        r and away |easily |just )+(?:best|finest|fastest|cheapest|greatest|smartest|cleverest|
        strongest|safest|easiest|most (?:advanced|innovative|reliable|powerful|complete|trusted|
        experienced|popular|exclusive|sophisticated|efficient|effective|comprehensive|
        competitive|amazing|affordable|exciting|accurate|respected|intelligent|modern|
        secure))(?! (?:time|way|day|number|person|moment|thing|part|wishes|regards|bet|
        one to (?:speak|talk|ask)|place|if|to (?:call|ring|reach|speak|talk|ask|get|catch|try|
        contact|text|email|send)|of luck|for you|possible (?:time|person)|interest|before|man|
        woman))(?: [\w-]+){0,3}
    (?:best|finest|fastest|cheapest|lowest|highest|top)(?:[- ](?:quality|priced?|prices?|rates?|
        value|selling|seller|provider|supplier|service|product|solution|platform|software|
        company|team|deal|in (?:the )?(?:town|business|country|world|market|industry|region|
        state|city|county|land|class|field|trade|uk|india|europe|america|field|area|whole)|
        on (?:the )?(?:market|earth|planet|offer)|around|anywhere|there is|
        you will (?:ever )?(?:find|see|get|have)|money can buy|ever (?:made|built|seen)|by far|
        bar none|out there))+
    (?:the |a |as a |as the |one of the |europe's |india's |britain's |america's |your |the coun
        try's |the region's )
        (?:country's |region's |world's |nation's |city's |area's |state's |market |global |indu
        stry |undisputed )*(?:leading|leader|leaders|foremost|premier|top|favourite|favorite|
        biggest|largest|most trusted)(?: (?:provider|supplier|company|firm|agency|specialist|
        name|player|brand|experts?|manufacturer|maker|consultancy|platform|in|of|on|solution|
        vendor|software|dealer|authority|expert|producer|installer|choice|\w+ (?:provider|
        supplier|company|firm|agency|specialist|maker|brand|platform|manufacturer)))
    (?:we|our \w+|i|us) (?:are|am|is|remain) (?:\w+ )?(?:leaders?|leading|the leader|
        experts in everything|top of|miles ahead|light years|head and shoulders|way ahead|
        unlike|better(?: than|$|[.,!])|far better|simply better|cheaper than any|
        faster than any|ahead of (?:everyone|everybody|all)|the answer to|in a (?:class|league))
    (?:we|i|our|it|results?|fully|absolutely|is|are|savings?|satisfaction|success|and|
        hundred percent|100%|100 percent|,|\.|!|-|with a|with our|a|always|all)(?: (?:will|can|
        do|are|is|even|also|personally|absolutely))* ?guarantee(?:d|s)?(?! (?:fix|response|
        hours|minimum|date|slot|delivery (?:date|slot)))
    money[- ]back guarantee|or your money back
    (?:100|hundred|one hundred|a hundred|200|two hundred|1000) ?(?:%|percent|
        per cent) (?:\w+ )?(?:satisf\w+|guarante\w+|reliable|success|uptime|accurate|accuracy|
        safe|secure|results?|sure|perfect|risk)
    risk[- ]free|no risk|without any risk|zero risk|can not (?:lose|fail|go wrong)
    cannot (?:lose|fail|go wrong)
    never (?:fails?|breaks?|goes wrong|lets? you down|crashes|misses|wrong)
    nothing (?:ever )?(?:goes wrong|fails|comes close|beats|compares|like it|else (?:comes|
        compares))
    (?:nobody|no one|no other|none)(?: \w+){0,4}? (?:comes? close|can match|can touch|can beat|
        matches|beats|does it (?:better|like|cheaper)|compares?|even close|can compete|
        can offer|offers|touches|rivals|knows more|better)
    (?:blow|blows|beats?|crush(?:es)?|thrash(?:es)?|leaves?|
        wipes?)(?: \w+){0,3}? (?:competition|competitors|market|the rest|everyone else|
        everybody else|every other|any other|all others|away|standing|out of the water|
        hands down|the floor|your (?:mind|socks))
    (?:better|faster|cheaper|stronger|smarter|further|more reliable|more \w+) than (?:any(?:one|
        body|thing)?|every(?:one|body|thing)?|all|the rest|the competition|our competitors|
        whatever|them all|the others|the big|your current)(?: \w+)?
    you (?:will|would|are going to|shall) (?:\w+ )?(?:be (?:amazed|blown|astonished|stunned|
        speechless|astounded|delighted beyond|thrilled|gobsmacked|floored|wowed|over the moon|
        in heaven|so happy|rich|laughing)|love (?:it|us|our|them|this|what)|not believe|
        never (?:\w+ )?(?:worry|have to|need|lose|want|look|see|pay|miss|again|believe|regret|
        go back|run out|be|think|lift|touch|suffer|hear|wait|struggle|face|find a better)|
        forget (?:what|you ever|about)|wonder how you|thank us|fall in love|go crazy|
        wish you had)
    your (?:\w+ ){0,3}(?:problems?|worries|headaches|troubles|stress|complaints|
        costs) (?:will |are |is )?(?:be )?(?:over|history|gone|vanish|disappear|
        a thing of the past|end|forever|solved forever|evaporate|melt away)
    (?:will|can|to|we|it|and) (?:double|triple|treble|quadruple|10x|explode|skyrocket|transform|
        revolutionise|revolutionize|supercharge|turbocharge|rocket)(?: \w+){0,2}? (?:your|
        revenue|sales|profits?|business|turnover|income|leads|everything|life)
    (?:solve|solves|fix|fixes|end|ends|eliminate|eliminates|cure|cures|handle|handles|answer|
        answers|take care of|takes care of)(?: \w+)? (?:all|every|any)(?: \w+){0,3}? (?:problem|
        problems|headache|worry|need|needs|issue|issues|challenge|challenges|pain)
    once and for all|forever(?: and ever)?(?=[.,!]|$)|no matter what
    for (?:the rest of your|life)(?=[.,!]|$)|every single (?:time|day|one|customer)
    perfect(?:ion)?(?!ly)(?! (?:sense|time|timing|storm|world|fit for you|sound|fine|well|good|
        happy|normal|all right|ok|okay|understand|answer|reason|no))
    change your life|changes everything
    like (?:magic|never before|a dream|nothing you)
    works? (?:wonders|miracles|like magic)|beyond (?:compare|belief|your wildest)|wildest dreams
    dream come true|too good to
    everyone(?: \w+)? (?:loves (?:us|our|it)|is talking about|raves)
    (?:everybody|all our (?:customers|clients)|customers|our (?:customers|
        clients)) (?:absolutely )?(?:love|adore|rave)(?: about)? (?:us|it|our|them)
    rave reviews
    voted (?:\w+ )?(?:best|number one|top|first|favourite|no)
    highest[- ](?:rated|quality)
    most (?:trusted|advanced|innovative|reliable|powerful|complete|experienced|popular|
        exclusive|sophisticated|comprehensive|amazing|exciting|modern) (?!of|in your)
    trusted by (?:thousands|millions|everyone)
    thousands of (?:happy|satisfied|delighted)
    pre[- ]?approved
    absolutely (?:everything|anything|nothing|the|amazing|free)
    (?:literally|simply) the|of all time|in the (?:world|universe|galaxy)
    on (?:the planet|earth)(?! (?:is|are|do|does|you))
    in the whole (?:state|country|county|city|of|world|region|market|industry)
    (?:without|no) (?:an |any )?(?:equal|equals|rival|rivals|competition|peer|peers|parallel|
        match)(?! for)
    (?:you )?(?:will|would|can|could|'ll) (?:not|never) (?:\w+ )?(?:find|get|see|meet|beat|
        need)(?: \w+){0,2}? (?:match|better|cheaper|faster|finer|another like|anything like|
        anyone (?:better|cheaper|who|like)|any better|equal|anywhere|another (?:supplier|
        company|system|tool|one)|nicer|safer|stronger|lower)(?: \w+)?
    (?:nobody|no one|nowt|nothing|none)(?: \w+){0,3}? (?:on earth|in the (?:world|country|
        business|industry|market|region)|anywhere|touches|like us|like ours|like it|as (?:good|
        fast|cheap|well|reliable|strong) as|better|cheaper|faster)
    (?:by a (?:mile|long way|country mile|distance)|bar none|hands down|by miles|
        head and shoulders|no contest|no question about it|full stop|since sliced bread|
        top of the (?:shop|class|pile|tree|league|heap)|top drawer|in a (?:class|
        league) of (?:its|our) own)
    the only (?:real|true|genuine|serious|\w+ )?(?:\w+ )?(?:experts?|tool|company|system|
        solution|firm|supplier|platform|product|people|one|provider|app|answer|choice|software|
        machine)(?: \w+){0,3}? (?:you|any|in|that|which|worth|ever|who|anyone|who can|of its|on)
    (?:any|every|all) (?:company|business|firm|shop|farm|person|one|client|customer|team|
        clients)(?: \w+)? (?:will |would |could )?(?:ever (?:need|want|had|has)|
        we have (?:ever )?(?:had|worked|served))(?: \w+){0,4}?
    (?:the )?(?:nation|country|world|region|state|city|industry|market|county|europe|britain|
        america|india|customer|public|people|nation)'s (?:\w+ )?(?:favourite|favorite|choice|
        top|best|first|finest|number one|most|leading|only|largest|biggest|premier|darling|no)
    (?:hundred|100|one hundred|hundred and ten|110|one hundred and ten|200|1000|thousand) ?(?:%|
        percent|per cent) (?:\w+ )?(?:certain|satisf\w*|sure|guarante\w*|happy|reliable|uptime|
        safe|success\w*|proven|effective|accurate|better|committed|pure|sorted|satisfaction)
    (?:do|does|will|can|have|has)(?: not|n't)? never (?:break|fail|stop|crash|go wrong|let)
    (?:do|does|will|can) not (?:ever )?(?:break down|fail|go wrong|let you down|disappoint|
        crash|make mistakes|miss)
    most (?:powerful|advanced|complete|reliable|amazing|effective|trusted|innovative|modern|
        successful|intelligent|sophisticated)(?: \w+){0,4}? (?:ever|in|on|available|anywhere|
        around|yet|money|today)
    the (?:\w+est|most \w+)(?: [\w-]+){1,4}? (?:in|on|of|across|throughout) (?:the|all|all of|
        this|our|europe|india|britain|america|england|scotland|wales|ireland|the whole|
        any)(?: (?:whole|entire|all))? ?(?:country|world|county|state|market|region|business|
        industry|planet|city|town|land|trade|field|north|south|east|west|gujarat|midlands|
        continent|earth|nation|area|valley|coast|island|galaxy|sector|category|class|europe|
        india|tri-state area)?(?= |[.,!]|$)
    (?:will|would|can|to) (?:be |have you )?(?:speechless|blown away|over the moon|
        jumping for joy|jumping|laughing all the way|dancing)
    (?:have you|leave you|left) (?:speechless|amazed|stunned|grinning|begging|wanting more)
    (?:wow|delight|amaze|astonish|blow away|astound) (?:you|your (?:customers|guests|clients|
        staff|boss))
    (?:we|our \w+) (?:are |is )?(?:simply |just |far |way |much |plain )?(?:better|quicker|
        cheaper|faster|superior|stronger|smarter)(?: (?:and|than|in every)|[.,!]|$)
    (?:outperform|outclass|outshine|surpass|exceed|beat)s? (?:all|every|any|the rest|
        your (?:wildest|every)|everyone|everybody)
    """,
        PRAISE=_PRAISE,
    )
)
_ABOUT_YOU = re.compile(
    lines(
        r"""
    (?<!\w)(?:your|you have|you were|you are|you won|congratulations|congrats|well done|read|
        saw|saw that|their|his|her|you|named|looked|ate|had|tasted|mum|mother|
        wife)(?: [\w'-]+){0,4} ?$
    """
    )
)
_DISTANCE = re.compile(
    lines(
        r"""
    (?<!\w)(?:every(?:one|body)?|each|others?|another|any|most|some|rivals?|competitors?|people|
        they|who|sales(?:men|people|man)|vendors?|firms|suppliers|brochure|
        marketing(?: department)?|boss|manager|colleagues?|website|
        leaflet)(?: [\w'-]+){0,6} (?:say|says|said|call|calls|claim|claims|claiming|promise|
        promises|promised|tell|tells|wants me to say|will say|would say|swear|swears|swearing|
        saying|claiming|promising|calling|bragging|shout|boast|boasts|insist|think|thinks|
        calling|saying|wanted me|about)(?: [\w'-]+){0,6} ?$
    """
    )
)
_NOT_PRAISE = re.compile(
    lines(
        r"""
    (?:outstanding (?:invoice|balance|payment|amount|matter|issue)|(?:is|are|remains?|still|any|
        what is|nothing|response is|payment) outstanding|leading (?:the|a|our|their|up|to|
        edge of|hand|into|from|him|her|them|you|this|team)|some of (?:that|the|their|your|this|
        his|her) (?:money|cash) back|premium[- ]quality (?:of|for) your|unique (?:id|number|
        code|visitors|reference|to you|problem|situation|challenge))
    """
    )
)
_NOT_CLAIM = re.compile(
    lines(
        r"""
    (?<!\w)(?:not|never|no|nobody|without|neither|nor|hardly|rather than|instead of|far from|
        refuse to|stop short of|unless|if|whether|wary of|sceptical of|skeptical of|tired of|
        sick of|allergic to|hate|suspicious of|spare you|called us|calls us|call us|they are|he is|
        she is|skip|forget|less|
        nothing|do away with|anything but|avoid|wish i could|could say|could tell you|i could|
        might say|as opposed to|supposed to say|meant to say|told to say|banned|forbids?|
        distrust|dislike|cannot|hold off on|leave out|promise no)(?: [\w'-]+){0,7} ?[\"']?$
    """
    )
)


def hype(reading: Reading) -> tuple[Span, ...]:
    """Find hyped claims about the caller's own offer, as spans of the plain text."""
    found: list[Span] = []
    for match in [*_ALL.finditer(reading.plain), *_SOFT.finditer(reading.plain)]:
        start, end = match.span()
        before = re.split(
            r"[.!?;:\n]| but | and we | we are ", reading.plain[max(0, start - 70) : start]
        )[-1]
        text = match.group()
        if _NOT_PRAISE.search(reading.plain, max(0, start - 20), end + 20):
            continue
        own_negative = text.startswith(
            (
                "nobody",
                "no one",
                "none",
                "never",
                "nothing",
                "no risk",
                "no other",
                "no matter",
                "can not",
                "cannot",
            )
        )
        if _NOT_CLAIM.search(before) and not own_negative:
            continue
        if is_negated(reading.plain, start) and not own_negative:
            continue
        if (
            _ABOUT_YOU.search(before)
            and not re.search(r"(?<!\w)(?:our|we|us|my)(?!\w)", before)
            and not text.startswith(("you ", "your "))
        ):
            continue
        if _DISTANCE.search(before) or reading.is_quoted((start, end)):
            continue
        found.append((start, end))
    return merge(found)


def nohype(reading: Reading) -> Finding:
    """Judge `nohype`: met if no hyped claim was found."""
    spans = hype(reading)
    if spans:
        return Finding(False, 0.88, spans, "hype")
    return Finding(True, 0.85, (), "none found")
