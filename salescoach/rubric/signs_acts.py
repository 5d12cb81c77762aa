"""Signs of what a clause does: ask, promise, conclude, press, let go."""

from __future__ import annotations

import re

from salescoach.rubric.finding import lines, phrase
from salescoach.rubric.times import BOUNDED, DAY

ACTS: dict[str, re.Pattern[str]] = {
    # how one asks, promises, concludes and lets go
    "assume": phrase(
        lines(
            r"""
            assum\w+|presum\w+|conclud\w+|conclusion|gather|guess\w*|suppos\w+|suspect\w*
            figur\w+|reckon\w*|infer\w*|imagin\w+|take it|taking it|taken it|took it|take that
            believe|seems?|appears?|looks like|sounds like|must have|will have|would say
            dare say|read (?:it|that|this)|regard\w*|treat\w*|understand|bet|evidently
            apparently|presumably|obviously|clearly|no doubt|think|thinking|expect|therefore
            hence
            """
        )
    ),
    "choose": phrase(
        lines(
            r"""
            chose|chosen|choose|choice|pick\w*|select\w*|opt\w*|went|gone|going with|go with
            decid\w+|settl\w+|sign\w*|award\w*|hir\w+|appoint\w*|prefer\w*|adopt\w*|bought
            buy\w*|placed|gave|given|found|won|wins|lost|has it|got it|beat|stay\w*|stick\w*
            keep\w*|kept|renew\w*|turned down|declin\w+|dropp?\w*|shelv\w+|in-house|yourselves
            """
        )
    ),
    "rival": phrase(
        lines(
            r"""
            competitors?|rivals?|elsewhere|someone else|somebody else|others?|another|different
            their|theirs|supplier|vendor|provider|partner|firm|cheaper
            """
        )
    ),
    "silence": phrase(
        lines(
            r"""
            silen\w+|quiet|nothing|heard|hear back|unanswered
            no (?:reply|answer|word|response|news|decision)
            neither|nor|waiting|awaiting|weeks|months|since|still|yet
            """
        )
    ),
    "decision": phrase(
        lines(
            r"""
            answers?|repl(?:y|ies)|decisions?|decided|response|yes|no|accept\w*|refus\w*
            declin\w*|verdict|word
            """
        )
    ),
    "offer": phrase(
        lines(
            r"""
            proposals?|quot\w+|offer\w*|solution|estimate|plan|bid|price\w*|tender|package
            proposed|costed|drew up|drawings?|figures
            """
        )
    ),
    "dealt": phrase(
        lines(
            r"""
            answer\w*|address\w*|cover\w*|dealt|solv\w+|resolv\w+|discuss\w*|went through
            worked (?:out|through)|listened|met|tackl\w+|sorted|cleared|clarif\w+|fix\w*|need\w*
            questions?|concerns?|points?|problems?|requirements?|asked|raised|described
            """
        )
    ),
    "wh": phrase(r"who|whom|whose|which|what|why|where|how|when"),
    "ask": phrase(
        lines(
            r"""
            tell me|let me know|may i|might i|could you|would you|can you|will you|curious
            like to know|love to know|mind|wonder\w*|ask|share|grateful|keen to|glad to
            interested|please|kindly|say
            """
        )
    ),
    "contact": phrase(
        lines(
            r"""
            call\w*|ring\w*|phone|telephone|text\w*|speak|talk|meet\w*|chat|visit\w*|drop|pop
            email\w*|reply|write|touch|follow|back
            """
        )
    ),
    "day": phrase(DAY),
    "bounded": phrase(BOUNDED),
    "naming": phrase(
        lines(
            r"""
            (?:when|what|which|name|pick|choose|suggest|propose|tell me|
                say) (?:\w+ ){0,3}?(?:day|date|time|week|hour|morning|afternoon|slot|suits?|
                works?|best|better|good)
            when (?:should|shall|would|can|could|may|do)
            """
        )
    ),
    "fixing": phrase(
        lines(
            r"""
            diary|calendar|planner|noted|booked|invite|confirm\w*|written|wrote
            put (?:it|that|you|us|this)|pencil\w*|blocked|entered|settled|agreed|perfect|great
            then|deal|it is|marked|logged
            """
        )
    ),
    "they_said": phrase(
        lines(
            r"""
            you (?:\w+ )?(?:asked|said|suggested|told|wanted|mentioned|proposed|picked|chose|
                named|preferred|wished|set|gave|requested)
            your (?:\w+ )?(?:idea|suggestion|choice|words?|request|pick|date|wish)
            as you
            """
        )
    ),
    "command": phrase(
        lines(
            r"""
            must|need to|have to|had better|insist\w*|demand\w*|immediately|at once|right now
            today|kindly|urgent\w*|do not|never|without fail|expect
            """
        )
    ),
    "limit": phrase(
        lines(
            r"""
            by|before|until|till|deadline|expires?|only|last|final|midnight|noon|tonight|left
            limited|gone|latest|hold|withdraw
            """
        )
    ),
    "blame": phrase(
        lines(
            r"""
            disappoint\w*|ignor\w+|decen\w+|courtesy|manners|promis\w+|after all|wast\w+
            patience|shame|regret|sorry|blame|fault|embarrass\w*|rude|even|bother\w*|owe\w*
            because of you|how many|boss|board|warn\w*|serious|hide|hiding|avoid\w*|excuse\w*
            forget|competitors|behind
            """
        )
    ),
    "irony": phrase(
        lines(
            r"""
            lucky|pleasure|brilliant\w*|wonderful|splendid|thrilled|enlighten|apparently|surely
            i see|of course|clearly|congratulations|enjoy|funny|haha|honestly|grown|sweetheart
            darling|dear|love
            """
        )
    ),
    "permission": phrase(
        lines(
            r"""
            fine|okay|ok|all right|alright|no problem|no worries|no pressure|no obligation
            no hard feelings|understand|ignore|feel free|just say|say so|tell me|say no|a no
            stop|leave (?:it|you)|take you off|bother|no harm|fair|free to|welcome to|forget
            delete|bin|not interested|not for you|interested|enough|happy|sorted|sort|suit\w*
            """
        )
    ),
    "superlative": phrase(
        lines(
            r"""
            best|most|number one|leading|leader|guarantee\w*|never|always|every|only|ever|top
            perfect\w*|amazing|incredible|unbeatable|world|nobody|unique|better|any
            """
        )
    ),
    "chase": phrase(
        lines(
            r"""
            will (?:\w+ )?(?:call|ring|check|follow|be in touch|try|write|send|visit|phone)
            discount|offer|sign|next (?:week|month|quarter)|look forward|demo|meeting|call me
            reconsider|valid|expire\w*|off
            """
        )
    ),
}
