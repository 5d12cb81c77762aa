"""Signs that tell whom a clause is about: the prospect, people like them, or the caller."""

from __future__ import annotations

import re

from salescoach.rubric.finding import group, lines, phrase

ORG = group(
    lines(
        r"""
    firms?|compan(?:y|ies)|business(?:es)?|shops?|stores?|clinics?|practices?|schools?|colleges?
    universit(?:y|ies)|hotels?|restaurants?|bakers|baker(?:y|ies)|farms?|farmers|growers
    dair(?:y|ies)|garages?|workshops?|warehouses?|fleets?|hauliers|carriers|drivers|builders
    contractors|roofers|plumbers|electricians|landlords|tenants|agents|agencies|lawyers
    solicitors|accountants|bookkeepers|dentists|doctors|vets|pharmac(?:y|ies|ists)|hospitals?
    nurses|care homes?|carers|teachers|librar(?:y|ies|ians)|museums?|galler(?:y|ies)|theatres?
    venues?|gyms?|salons?|spas?|barbers|cafes?|pubs?|bars?|brewer(?:y|ies)|brewers|vineyards?
    winer(?:y|ies)|printers|publishers|studios?|manufacturers|makers|plants?|factor(?:y|ies)
    mills?|foundr(?:y|ies)|yards?|depots?|marinas?|ports?|importers|exporters|wholesalers
    retailers|distributors|suppliers|teams?|managers|directors|owners|buyers|planners|engineers
    operators|councils?|parishes|churches|charit(?:y|ies)|nurser(?:y|ies)|kitchens?|chefs
    caterers|florists|opticians|surveyors|architects|developers|recruiters|couriers|foremen
    supervisors|dispatchers|clients?|customers?|people|folks|crews?|wardens|treasurers|heads
    boards|groups?|chains?|offices?|sites?|organisations?|organizations?|breeders|packers
    fishers|skippers|joiners|carpenters|welders|cleaners|installers|hosts|organisers|organizers
    bursars|partners|founders|startups?|sellers|vendors|traders|merchants|brokers|insurers
    lenders|banks|processors|labs?|laborator(?:y|ies)|surger(?:y|ies)|physios|practitioners
    trainers|coaches|clubs?|unions|associations|municipalit(?:y|ies)|housing associations|homes
    estates|parks|zoos|resorts|campsites|cinemas|stations|households|members|parents|patients
    pupils|students|guests|staff|workers|employees|sheds|quarries|mines|cooperatives|makers
    tailors|jewellers|butchers|grocers|fishmongers|stockists|editors|producers|photographers
    designers|undertakers|funeral directors|masters
    """
    )
)
SIDES: dict[str, re.Pattern[str]] = {
    # whom the clause is about
    "you": phrase(r"you|your|yours|yourself|yourselves"),
    "your_noun": phrase(
        lines(
            r"""
            your (?!call|time|business needs|convenience|earliest|interest|help|attention|kind|
                reply|response|number|name|email|voicemail|message|inbox|behalf|money|side|
                budget needs|day|week|phone|diary|calendar|answer|decision|home number|patience|
                consideration|work day|weekend|self|own time|own pace)[\w-]+
            """
        )
    ),
    "we": phrase(r"we|our|us|ours|i|my|mine|me"),
    "we_subject": re.compile(
        lines(
            r"""
            ^(?:and |but |so |well |now |also |because |, )*(?:we|our|my company|i)(?!\w)
            """
        )
    ),
    "you_subject": re.compile(
        lines(
            r"""
            ^(?:and |but |so |well |now |if |because |since |as |when |, )*(?:you|your)(?!\w)
            """
        )
    ),
    "peers": phrase(
        lines(
            r"""
            <ORG> (?:like (?:yours?|you)|your size|of (?:your|that|this) (?:size|kind|sort|
                type)|in your|(?:a )?round here|near you|nearby|(?:that |whom |which )?(?:we|
                i) (?:\w+ )?(?:work|help|look|talk|speak|serve|meet|see|deal|supply|visit|ask)|
                tell|told|say|often|usually|typically|sometimes|always|mostly|lose|losing|
                struggle|end up|spend|waste|have trouble|find|keep|pay|get|run|see|miss|face|
                complain|tend|hate|worry|wait|with (?:\w+ ){1,4})
            like (?:yours|you|your own)(?! to)
            (?:your|that|this|similar) (?:size|line of|kind of|sort of|type of)
            in your (?:trade|line|sector|industry|area|field|position|shoes|neighbourhood|town|
                street|region|business|part)
            (?:other|another|one|two|three|four|five|several|many|most|a few|some|a couple of|
                eleven|six|ten|a|an) (?:[\w-]+ ){0,3}?<ORG>(?: (?:in|near|down|up|on|across|
                over|round|along|outside|like|who|that|we|here|just|have|has|had|is|are|was|
                were|now|told|cut|got|saved|uses|use|using|went))
            """,
            ORG=ORG,
        )
    ),
    "org": phrase(ORG),
    "tell": phrase(
        lines(
            r"""
            (?:tell|tells|told|hear|heard|say|says|said|mention\w*|complain\w*|report\w*|
                admit\w*|find|reckon)
            """
        )
    ),
    "observed": phrase(
        lines(
            r"""
            (?:i|we|my \w+)(?: (?:just|also|have|had|did|was|happened|could|can not|only|
                recently|actually|really))* (?:saw|see|seen|notice|noticed|noticing|read|
                reading|heard|hear|drove|driven|driving|walked|walking|passed|passing|visited|
                watched|listened|came across|spotted|looked (?:up|at|through)|stayed|ate|tried|
                counted|went past|been past|cycle|looking at|was in|was at|went to|attended|
                understand|gather|follow|enjoyed|loved|bought|picked up|found|stood|queued|rode|
                sat|parked|stopped|caught|browsed|checked|tasted)
            congrat\w*|well done|loved|good to see
            (?:^|[,.] ?)(?:saw|noticed|read|heard|spotted|seen|loved|enjoyed)
            according to|i (?:am told|gather|understand)
            """
        )
    ),
    "your_event": phrase(
        lines(
            r"""
            (?:you|your \w+|your \w+ \w+|you guys)(?: (?:are|is|have|has|were|was|just|also|now|
                recently|still|been|had|again|about|all|only))* (?:advertis\w+|hir\w+|open\w*|
                mov\w+|build\w*|recruit\w*|launch\w*|expand\w*|tak(?:e|en|ing)|took|won|win|
                start\w*|clos\w+|switch\w*|runn?\w*|bought|buy\w*|lost|los\w+|add\w*|install\w*|
                refurbish\w*|post\w*|publish\w*|announc\w*|said|told|wrote|mention\w*|plan\w*|
                look\w*|join\w*|appoint\w*|got|doubl\w*|grow\w*|grew|merg\w*|renew\w*|put|
                sell\w*|sold|serv\w+|us(?:e|ing)|mak(?:e|ing)|made|download\w*|ask\w*|want\w*|
                need\w*)
            """
        )
    ),
    "your_new": phrase(
        lines(
            r"""
            (?:your|the|a) (?:new|second|third|fourth|fifth|latest|next|other|upcoming|
                forthcoming|recent|current|old|annual|first|spring|summer|autumn|winter|
                christmas|easter|[\w-]+ (?:branch|site|depot|plant|office|shop|store|wing|
                clinic|kitchen|warehouse|yard|building|block|house|hall|street|road|avenue|
                project|tender|report|article|podcast|talk|newsletter|menu|catalogue|website|
                advert|ad|job|post|roof|fleet|van|vans|gala|fair|event))
            """
        )
    ),
    # what is about the caller
    "feature": phrase(
        lines(
            r"""
            features?|modules?|cloud[- ]based|platform|software|product|products|range|award\w*
            warranty|dashboards?|integrat\w+|technology|patented|years? (?:in|of)
            since (?:19|20)\d\d|founded|established|family business|offices? in|branches
            certified|iso|experience[d]?|services?|specialis\w+|specializ\w+|provide[rs]?
            provid\w+|offer|offers|offering|supply|sell|sells|introduce|catalogue|brochure
            portfolio|team of|staff of|trucks|lorries|machines|models?|colours|version|edition
            app|system|discount|off on all|sale|special|specials|pride|passion\w*|mission
            customers|users|demo|presentation
            tell you (?:more )?about (?:our|what we|us)
            talk to you about (?:our|what)|full line|state of the art|headquarter\w*|expan\w+
            we are a
            """
        )
    ),
    "logistics": phrase(
        lines(
            r"""
            call|ring|phone|text|number|email|reach me|reply|my mobile|get back to|voicemail
            message|on (?:this|my) number
            """
        )
    ),
    "greeting": phrase(
        lines(
            r"""
            hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hope you|how are you|thanks
            thank you|regards|cheers|bye
            """
        )
    ),
    "conditional": phrase(r"if|unless|whether|should you|in case"),
    "negation": phrase(r"not|no|never|nobody|none|without|nothing|neither|nor"),
    "doubt": phrase(
        lines(
            r"""
            can not (?:promise|say|guarantee|tell)|could not say|do not know (?:whether|if|yet)
            not sure (?:if|whether|that|we)|no idea|may not|might not|i doubt|hard to say
            promise nothing
            """
        )
    ),
    "question": re.compile(r"\?$"),
    "future": phrase(r"will|shall|going to|tomorrow|next week"),
    "past": phrase(
        lines(
            r"""
            was|were|had|sent|spoke|met|told|asked|said|got|cut|saved|took|did|went|saw|left
            mentioned|brought|made
            """
        )
    ),
    "possibility": phrase(r"could|can|would|might|may"),
}
