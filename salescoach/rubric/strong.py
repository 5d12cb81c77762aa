"""Plain cases: clauses that speak of the prospect or of a benefit in words that leave no doubt.

The clause model decides the rest; these few patterns keep it from missing what any reader sees.
"""

from __future__ import annotations

from salescoach.rubric.finding import group, is_negated, lines, phrase
from salescoach.rubric.reading import Clause, Reading
from salescoach.rubric.signs import FLAGS
from salescoach.rubric.signs_sides import ORG

_ORG = ORG
_GAIN = group(
    lines(
        r"""
    cut|cuts|cutting|trim|trims|trimmed|halve|halves|halved|shave|shaves|shaved|lower|lowers
    lowered|reduce|reduces|reduced|recover|recovers|recovered|save|saves|saved|free|frees|freed
    slash|slashed|shorten|shortens|shortened|bring|brings|brought|get|gets|got|take|takes|took
    taken|drop|drops|dropped|keep|keeps|kept|win|won|avoid|avoids|avoided|stop|stops|stopped
    spare|spares|spared|catch|catches|caught|fill|fills|filled|shift|shifts|shifted|skip|raise
    raised|double|doubled|move|moved
    """
    )
)
_AMOUNT = group(
    lines(
        r"""
    half|a third|a quarter|a fifth|a tenth|a sixth|two thirds|three quarters|one in \w+
    \d[\d.,]* ?(?:%|percent|per cent|hours?|days?|minutes?|weeks?|pounds|dollars|euros|k)?
    (?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|
        fifty|sixty|ninety|hundred|several|a few|a couple of|about|around|roughly|nearly|
        almost) (?:\w+ )?(?:hours?|days?|minutes?|weeks?|months?|percent|per cent|mornings?|
        afternoons?|evenings?|nights?|times?|thousand|hundred|pounds|dollars|rupees|fortnight|
        shifts?|trips?|returns?|complaints?|calls?)
    """
    )
)
VALUE = phrase(
    lines(
        r"""
    so (?:that )?(?:you|your [\w-]+(?: [\w-]+)?|they|their [\w-]+|nobody|no one|the [\w-]+|
        everyone|staff|people|none of)(?: [\w-]+){0,2}? (?:can|could|get|gets|do not|does not|
        no longer|never|keep|keeps|are|is|stay|stays|will|would|would not|lose|loses|has to|
        have to|need not|know|knows|see|sees|go|goes|wait|waits|arrive|leaves?|walks?|spends?)
    <GAIN> (?:[\w'-]+ ){0,7}?(?:by|to|in|from|down to|back|off|within|under|
        up to) (?:about |around |roughly |nearly |only |just |maybe )*<AMOUNT>
    <GAIN> (?:\w+ ){0,3}?<AMOUNT>(?: [\w'-]+){0,3}? (?:a|an|per|each|every|off|of|from|on|
        on their|in|back|for)
    (?:we|i|it|that|this|they|which|who|could|can|will|would|to|and|usually|
        now) (?:\w+ )?(?:saves?|saved|spares?|spared) (?:you|them|their|your|her|him|the|a|an|
        one|two|people|\w+s) (?!time and money|money and time|time(?= |\.|,|$)|money(?= |\.|,|
        $))\w+
    (?:lower|reduce|cut|trim|halve|shrink|bring down|speed up|shorten|stop|prevent|avoid|
        end) (?:your|the|their|these|those|that|this|most) (?!costs?(?: |$|[.,])|cost\b)[\w-]+
    (?:get|got|getting|have|had|has|gets|put|gave|give|win|won) (?:\w+ ){0,6}?back(?: (?:in|on|
        by|to|from|for|within|the|their|your|a|an|every))?(?! (?:to|in touch|with you))
    (?:took|take|takes|taken|knock(?:ed)?|shaved?) (?:\w+ ){0,4}?(?:off|out of) (?:their|your|
        the|her|his|a|its|each|every|it)
    down (?:to|from) (?:about |around |under |just )?(?:one|two|three|four|five|six|seven|eight|
        nine|ten|half|an|a|\d+|zero|nothing|none|under)
    instead of (?:a|an|the|two|three|four|five|six|ten|\d+|\w+ing)
    (?:fewer|less) (?:[\w-]+ ){0,3}?(?:than|each|every|a|per|in|on|at|for|when|because|waste|
        paper|returns|complaints)
    (?:twice|three times|half) (?:as|the) \w+
    which (?:means?|meant|saves?|keeps?|cuts?|frees?|lets?|gives?|stops?|leaves?|
        spares?) (?:you|your|they|them|their|the|no|fewer|less|that|a|an|nobody|people|staff)
    """,
        AMOUNT=_AMOUNT,
        GAIN=_GAIN,
    )
)
ABOUT_THEM = phrase(
    lines(
        r"""
    (?:we|i|us|my team|our team) (?:\w+ )?(?:help|helped|work with|look after|serve|support|
        work for|worked with|are working with|have been helping|assist)(?:s|ed|
        ing)? (?:[\w'-]+ ){0,4}?<ORG>
    <ORG> (?:like yours?|your size|of your size|in your (?:line|trade|sector|area|industry|
        position|street|region|part|town)|(?:that )?(?:we|i) (?:work with|help|serve|talk to|
        speak to|see|meet|visit|look after|supply|know)|tell (?:us|me)|told (?:us|me)|often|
        usually|typically|sometimes|mostly|lose|struggle|waste|end up|spend|complain|
        have trouble|find it hard|pay)
    (?:hear|heard|know|learned|understand|gather|hearing) from (?:[\w'-]+ ){0,3}?<ORG>(?! (?:on|
        by|today))
    your [\w'-]+(?: [\w'-]+){0,3} (?:is|are|was|were|has|have|had|lost|loses?|keeps?|stops?|
        stopped|leaks?|breaks?|ran|runs|looks?|opened|moved|needs?|said|says|told|mentioned|
        usually|often|can|could|must|will|sits?|stands?|closed?|went|goes) (?!fine|free|welcome|
        call)
    (?:saw|seen|noticed|read|heard|spotted|see|notice|hear|drove past|walked past|visited|
        passed|gather|watched|understand)(?: (?:that|in|on|about|from|at|the|a|your|how|through|
        an article|by))* (?:you|your)(?! (?:are busy|must be busy))
    you (?:are|have been|were|just|recently|have just|have) (?:advertising|hiring|opening|
        opened|moving|moved|building|recruiting|looking for|short of|launching|expanding|
        taking on|adding|planning|closing|switching|replacing|running|having|struggling|losing)
    """,
        ORG=_ORG,
    )
)


def is_plain_value(reading: Reading, clause: Clause) -> bool:
    """Tell whether a clause plainly names an outcome, neither negated nor in doubt."""
    for match in VALUE.finditer(clause.text):
        at = clause.start + match.start()
        if not is_negated(reading.plain, at, reach=24) and not FLAGS["doubt"].search(clause.text):
            return not is_hollow(clause)
    return False


def is_plainly_about_them(clause: Clause) -> bool:
    """Tell whether a clause plainly speaks of the prospect or of people like them."""
    return ABOUT_THEM.search(clause.text) is not None and not (
        FLAGS["conditional"].match(clause.text) or FLAGS["generic"].search(clause.text)
    )


def is_hollow(clause: Clause) -> bool:
    """Tell whether a clause promises what everybody promises: 'save time and money'."""
    return FLAGS["generic"].search(clause.text) is not None and not FLAGS["number"].search(
        clause.text
    )
