"""The seller's side: clauses in which callers talk about themselves."""

from __future__ import annotations

import re

from salescoach.rubric.finding import lines
from salescoach.rubric.reading import Clause

_LEAD = lines(
    r"""
    ^(?:and |but |so |well |now |also |then |because |since |in fact |today |, |plus |anyway |ye
        s |basically |actually |as |good thing |first,? |secondly,? |you see,? |to be hones
        t,? |with )*
    """
)
_OWN = re.compile(
    lines(
        r"""
    <LEAD>(?:we(?! (?:spoke|met|talk(?:ed)?|agreed|chatted|could|can|would|will|might|should|
        may|discussed|said|last|were both|bumped|find|found|see|saw|hear|noticed|help|helped|
        emailed|had a (?:chat|call|word)|got talking|swapped|both|all))(?!\w)|our (?!clients?|
        customers?|call|chat|conversation|meeting|talk|last|email)\w+|my (?:company|firm|
        business|team|product|dad|father|grandfather|boss)(?!\w)|i (?:represent|sell|offer|run|
        own|am (?:a|an|the|with|in charge|proud|very proud)|have been (?:in|at|doing|selling|
        with)|would (?:like|love) to (?:introduce|present|tell you|talk to you about our|
        talk about our|show you (?:all|our))|want(?:ed)? to (?:introduce|tell you|
        talk to you about our|present|talk about our))|ours (?:is|are|has|have|comes?)|
        the (?:platform|software|product|system|range|app|machines?|units?|device|desk|heads|
        kit|model|service|package|price|battery|tool|team|company) (?:is|are|has|have|comes?|
        uses?|does|includes?|runs?|can)|there (?:is|
        are) (?:a |an |two |three |also |four |five )?(?:\w+ )?(?:modules?|features?|versions?|
        warranty|models?|discount|app|colours?|options?|sizes|special)|established|founded in|
        family[- ]run)
    """,
        LEAD=_LEAD,
    )
)
_IT = re.compile(
    lines(
        r"""
    <LEAD>(?:it(?: also| even)? (?:is|has|comes|uses|does|integrates|includes|runs|carries|
        works|features|supports|offers|can|weighs|fits|talks|connects|was)|
        they(?: also| even| all)? (?:have|come|are|use|do|run|carry|work|talk|include|support|
        offer|can|fit|weigh)|all (?:of them|with|in|our)|each (?:one|comes|has)|(?:black|white|
        red|blue) and)
    """,
        LEAD=_LEAD,
    )
)
_FOR_THEM = re.compile(
    lines(
        r"""
    (?<!\w)(?:so (?:that )?(?:you|your|they|their|nobody|the|it is)|which (?:means|saves|cuts|
        frees|stops|lets)|you(?:r \w+)? (?:could|would|can|will|get|keep|save|do not|never)|
        for you(?!\w)|your (?!call|interest|time|needs|business)\w+|instead of|without (?:you|
        your|having)|help\w*|save[sd]?|cuts?|halve[sd]?|fewer|clients? (?:like|of)|
        customers? (?:like|of)|free of charge)
    """
    )
)


def is_about_the_seller(clause: Clause) -> bool:
    """Tell whether a clause speaks of the caller's own company or product."""
    text = clause.text
    own = _OWN.search(text) is not None or _IT.search(text) is not None
    return own and _FOR_THEM.search(text) is None and len(text.split()) >= 3
