"""The break-up email: that no answer came, and what the seller concludes from it."""

from __future__ import annotations

import re

from salescoach.rubric.finding import Finding, before, group, hits, lines, merge, phrase
from salescoach.rubric.reading import Reading, Span

_NO_ANSWER = phrase(
    lines(
        r"""
    not (?:a|one|the faintest|so much as a) (?:syllable|sentence|line|letter|nod|hint|trace|
        murmur|note|sound)
    (?:from you|in return|in reply|in answer|back|since then|since|
        thereafter)[,:]? (?:only |just )?(?:nothing|silence|nil|none)
    none the wiser|no wiser|yet to (?:receive|hear|get|have|see|learn|reach)|awaited (?:in vain|
        your)
    (?:verdict|answer|decision|reply|response|ruling|word|confirmation|vote|
        yes)(?: [\w']+){0,5}? (?:has not|have not|did not|never|is yet to|has yet to)(?: \w+)?
    (?:never|not) (?:had|got|received|saw|heard|learned|learnt|given) (?:a|your|any|the|
        an)(?: \w+)? (?:ruling|verdict|answer|decision|reply|response|yes|confirmation|word|
        result|outcome|ruling|nod)
    (?:no|nor|neither|not)(?: an?)? (?:order|yes|acceptance|approval|signature|
        green light),? (?:no|nor|and no|or)(?: an?)? (?:refusal|no|rejection|regret|decline)
    (?:still |is |are )?without (?:a|any|an|your) (?:verdict|answer|decision|reply|response|
        word|yes|signature|reaction)
    (?:neither|not) (?:accepted|agreed|signed|taken)(?: \w+){0,4}? (?:nor|or|and have not|
        and has not) (?:declined|refused|turned|rejected|said)
    (?:heard|had|got|seen|received|getting|hearing) (?:zip|zilch|nada|nowt|naught|nought|diddly|
        crickets|bugger all|nothing|not a (?:word|peep|sausage|dicky bird|thing|whisper|sound|
        line|squeak))
    no (?:call|calls|email|mail|letter|line|phone call|text|message|sign of life|joy|dice|luck|
        contact|signal|indication|outcome|result)(?:s)?
        (?:,? no \w+| from| yet| since| so far| either|,|\.|$)
    not a (?:peep|word|sausage|dicky bird|whisper|squeak|line|sound)
    (?:without|lacking|missing|awaiting|lacks) (?:a |an |any |your )?(?:reply|answer|decision|
        response|word|verdict|signature|reaction|acknowledgement)
    (?:stayed|remained|kept|been|gone|fallen|stay|remain|went|keeps?) (?:\w+ )?(?:silent|quiet|
        mum|dark|stumm)
    (?:do not|don't|did not|didn't|have not|never|not) (?:say|said|said either|told us|
        told me) (?:yes|no|either|a word|anything|one way)
    (?:not|never) (?:answering|answered|replying|responding|heard|told|informed|received|
        been told|given|come|got)(?: \w+)?
    (?:said|say|saying|written|writing) (?:neither|nothing|not)
    wait(?:ed|ing)? (?:\w+ )?(?:\w+ )?(?:weeks?|months?|days?|long|a while|in vain|since|for)
    (?:weeks|months|days|long time|quarter|year) (?:of (?:silence|quiet|nothing|waiting)|
        without|with no|have (?:passed|gone by)|went by|later|on|passed|ago and)
    never (?:told|informed|learned|learnt|found out) the outcome
    (?:fell|fallen|landed) on deaf ears
    the line (?:has gone|went|is) (?:dead|quiet)
    (?:is|are|sits?|lies?|lying|been|languish\w*|gathering|hanging|left|still|
        stuck) (?:\w+ )?(?:on|in|with|at) (?:your|the) (?:desk|drawer|hands|side|inbox|end|
        table|in-tray|tray|pile|air|limbo)
    gathering dust
    (?:nobody|no one|none of you|anyone)(?: \w+){0,5}? (?:answered|replied|managed|told|said|
        came|called|responded|got back|let)
    (?:not|n't|never) (?:get|got|gotten|receive|received|have|had|hear|heard|see|
        seen)(?: \w+){0,3}? (?:back|yes|no|answer|reply|response|decision|word|verdict|feedback)
    (?:i|we)(?: (?:have|had|still|did|do))* (?:not|never|n't|yet to|heard nothing|had nothing|
        received nothing|seen nothing|nothing)(?: (?:yet|ever|actually|had|have|so far|since|
        really|got|get))* ?(?:heard?|hear|received?|had|have|got|seen|been told|been given|
        come back|know whether|know if|know where)?(?: [\w'-]+){0,4}? ?(?:back|from you|
        anything|answer|reply|decision|response|word|yes|no|either way|whether|nothing|news|
        sign)
    (?:i|we) (?:have )?(?:heard|received|had|got|seen) (?:nothing|neither|no(?:thing)?|silence|
        not a word|only silence|back nothing|not one word)
    (?:have|had) (?:neither|nothing)(?: \w+){0,4}? (?:nor|back|from|since)
    (?:have not|has not|had not|did not|not yet|never|still not)(?: (?:yet|ever|actually|since|
        then))? (?:heard|had (?:a|an|any)|received|got|come back|replied|answered|responded|
        decided|said|told|let me know|given|accepted|declined|been (?:able|accepted|answered|
        decided|signed)|reached|made|got back|reply|answer|hear|say|respond|decide)
    (?:no|not a|not one|without a|without any|zero|not any|neither a|never a|
        nor any)(?: (?:clear|firm|single|further|real|definite|final|word of|sign of a|actual|
        formal|written|kind of|hint of a))* ?(?:reply|replies|answer|answers|response|decision|
        word(?! of a lie)|news|yes|acceptance|feedback|verdict|sign|reaction|signature|yea|yay|
        green light|go-ahead|comeback|peep|call back|acknowledgement|message)(?: (?:or|nor|
        and) (?:a )?(?:no|yes|refusal|otherwise|nay))?
    (?:neither|not)(?: \w+){0,3}? (?:accept\w*|yes|a yes|said yes|agreed|confirmed|
        an acceptance|signed|approved)(?: \w+){0,4}? (?:nor|or|or a)(?: \w+){0,2}? (?:declin\w*|
        refus\w*|no|a no|reject\w*|turn\w*|rejected|a refusal|rejection)
    neither (?:a )?(?:yes|accept|acceptance|word)
    (?:yes|accepted|acceptance|yea)(?: or| nor)(?: \w+){0,2}? (?:no|declined|nay)
    (?:radio )?silence(?! is golden)
    (?:gone|went|going|been|all|very|so|rather|awfully|fallen|things have been|
        it has been) (?:\w+ )?(?:quiet|silent|dark|cold)
    crickets
    nothing (?:has )?(?:come|came|back|since|so far|from|further|either way|after|heard|
        in return|yet|at all)
    (?:remains?|still|lies|lying|sits|sitting|stands|been left|left|is|gone|went|was|been|
        has been) (?:un(?:decided|answered|signed|acknowledged|opened|touched)|open|pending|
        without (?:an )?(?:answer|reply|decision)|on your desk|waiting)
    (?:un(?:answered|decided|signed|acknowledged))
    (?:waiting|waited|awaiting) (?:for|on|to hear|your|since|in vain|a|without)
    (?:being|been|be) ignored|(?:am|are) (?:still )?in the dark|not even a reply
    not (?:one )?word|(?:drawn|drew) a blank
    never (?:came|heard|replied|answered|got|did)
    (?:calls?|emails?|messages?|letters?|voicemails?)(?: \w+){0,6}? (?:have gone|went|gone|are|
        were|remain|not been|have not) (?:un\w+|nowhere|returned|answered|without)
    (?:decision|answer|reply|response|verdict|yes or no)(?: \w+){0,3}? (?:has|have|did|is|
        was) (?:not|never|yet to|still not|missing|outstanding|overdue)(?: \w+)?
    haven'?t (?:said|told|decided|answered|replied)
    have you decided|no further (?:word|contact|along)
    none (?:has )?(?:came|come|arrived|so far)
    still (?:do not|don't) (?:have|know)|ghosted
    """
    )
)
_ASSUME = group(
    lines(
        r"""
    calling|booked|booking|counting|marking|marked|filed|putting|going with|presuming|deduce
    i go out from|i proceed from|proceeding from|how i read it|i read between
    regard\w*|treat\w*|i would say|i dare say|my money is|money on
    i am (?:left|led|forced|bound|inclined|driven) to
    working on the (?:basis|assumption)
    the (?:logical|only|obvious|natural) (?:conclusion|reading)
    i bet|i wager|i fear|i am afraid|hence|by now|no doubt|it appears|i see|i hear
    i am (?:sure|certain|convinced|confident)
    i trust|i notice|which tells|which means|mark(?:ing|ed)?|clos(?:e|ing)|fil(?:e|ing)
    record(?:ing)?|count(?:ing)?|note|noting|log(?:ging)?|i accept|will accept|accept(?:ing)?
    i have (?:put|marked|filed|taken)
    i will (?:take|put|mark|count|file|treat|read)
    assum\w+|presum\w+|conclud\w+|conclusion|tak(?:e|ing) it(?: that| as)?|took it
    tak(?:e|ing) (?:that|this|your silence|the silence|silence|no (?:reply|answer|
        news))(?: \w+){0,3}? (?:as|to mean|for)
    gather|guess(?:ing)?|suppos(?:e|ing)|suspect\w*|figur(?:e|ed|ing)|reckon\w*
    read(?:ing)? (?:it|this|that|is|the silence|your silence)(?: \w+){0,3}?
    believe|think|thinking|infer\w*|understand(?:ing)?|imagin\w+|expect
    my (?:read|guess|bet|hunch|sense|feeling|impression|assumption|conclusion|understanding|
        best guess|working assumption)
    i (?:can only|must|have to|am left to|will|shall|would|am going to|now|therefore|
        am) (?:\w+ )?(?:assume|conclude|presume|think|suppose|guess|take|infer|deduce|accept|
        believe|read|imagine|consider)
    deduc\w+|consider(?:ing)?|tells? me|suggests?|means?
    it (?:seems|looks|appears|sounds)(?: to me)?(?: like| as if| as though| that)?
    apparently|evidently|obviously|clearly|presumably|no doubt|must have|will have|safe to say
    sounds like|looks like|looks as
    writing (?:this|it|us|myself) (?:off|down)
    treat(?:ing)? (?:this|that|it|your silence|the silence|silence)(?: \w+){0,2}? as
    counting (?:it|this|that) as|have you down as|put (?:it|you|us|this) down as
    """
    )
)
_CHOSE = group(
    lines(
        r"""
    (?:as )?(?:a )?(?:pass|miss|goner|lost (?:cause|one|case))|taken on (?:another|someone|
        somebody)
    finali[sz]ed|ordered (?:from|with|elsewhere)|retained|engaged|contracted|commissioned|
        plumped for
    (?:pours?|uses?|drinks?|buys?|runs?|drives?|wears?) (?:another|someone|
        somebody)(?:'s| else's)?
    (?:in|into|to|on|at) (?:some(?:one|body) else's|another \w+'s|other|someone's|
        another)(?: \w+)?
    in favour of|in favor of|lost to|running to
    as (?:a )?(?:decision|lost|settled|closed|declined|rejected|refusal|gone)
    your (?:own|in-house) (?:crew|team|people|staff|lad|lads|man|men)
    second one|cousin|do(?:ing)? the work|chosen one
    is (?:done|gone|settled|taken|placed|decided|elsewhere|let|over)
    took (?:it|the|your|another|their)|taken (?:it|the|your|another|their|on)
    (?:someone|somebody|another|other|different|rival) (?:\w+ )?(?:beat|got|won|has|had|is|
        landed|took|will|does|did|was)
    other company(?:'s)?|others|competing|decided|preferred|appointed|adopted
    renewed (?:with|your)|hired|won|awarded|settled|lost|let to|is let
    (?:another|a different|other|your own|
        some other) [\w-]+(?: [\w-]+)?(?: has| have| is| are| won| got| will| does|'s)
    others now|somebody|take another|deciding for|got the (?:job|order|work|contract)
    has (?:it|the (?:order|job|work|contract))
    chose|chosen|choose|picked|pick|selected|opted
    went (?:with|for|elsewhere|another|a different|in|down|to|ahead with|somewhere|the other)
    gone (?:with|for|elsewhere|another|a different|in|down|to|ahead with|somewhere|the other)
    going (?:with|for|elsewhere|another|a different|to (?:stay|stick|keep|leave|use|go with|
        do it)|in a different|it alone|somewhere)
    go (?:with|elsewhere|another|a different)
    decided (?:against|on|for|in favour|in favor|not|to (?:stay|stick|keep|go|do|leave|use|
        carry|remain|work|give|take|hire|buy|handle|wait)|otherwise|to drop|elsewhere|it)
    settled (?:on|for|with|elsewhere)
    signed (?:with|elsewhere|up with|someone|somebody|another|on with)
    placed (?:it|the order|the work|the job|your order|the business) (?:with|elsewhere)
    awarded|hired
    found (?:some(?:one|body)|another|a better|a different|what|your|an alternative|a cheaper)
    given (?:it|the|this|your)(?: \w+){0,3}? to
    gave (?:it|the|this|your)(?: \w+){0,3}? to
    went to|gone to|bought (?:elsewhere|from|another)|buying (?:elsewhere|from)
    ordered (?:elsewhere|from)|(?:being |now )?supplied by
    with (?:another|someone else|somebody else|one of|a different|a competitor|a rival|
        some other)
    another (?:firm|supplier|vendor|company|provider|caterer|route|way|partner|bidder|
        contractor|direction|agency|party|outfit|option|quote|solution|road)
    someone else|somebody else|some other|elsewhere|a (?:competitor|rival)|competitors?|rivals?
    stay(?:ing|ed)? (?:with|as|put|where)|stick(?:ing)? (?:with|to)|stuck (?:with|to)
    keep(?:ing)? (?:the|your|things|what|to|it|on with|on)
    kept (?:the|your)|remain\w* with|leav(?:e|ing) things|leaving it
    not (?:going (?:ahead|forward|to|any further)|proceed\w*|to (?:proceed|go ahead|go on|buy|
        change|move|pursue|take)|go ahead|moving|pursu\w+|tak\w+|happening|for you|to be|want|
        won|ours|us|be going|buying|interested|chosen|you|needed|what you|our)
    (?:it|answer|this) (?:is|as) (?:a )?no|a no|as a no|dropped|shelved|abandoned|dead
    lost (?:this|out|it|the)|moved on
    (?:made|make) (?:a|your|another|other) (?:different |other )?(?:choice|decision|
        arrangements|plans)
    other (?:arrangements|plans|route|ideas)
    do(?:ing)? it (?:yourselves|in[- ]house|internally|without)
    in[- ]house|internal(?:ly)?|handl\w+ it|passed on|declin\w+|turned (?:it|us|me) down|beat
    beaten|better (?:deal|offer|fit|price)|cheaper|without (?:us|me)|status quo
    as (?:you|things|it) (?:are|is|were)|present (?:supplier|system)
    current (?:supplier|system|provider|set-up|setup)
    the other (?:one|firm|lot|quote|bid|party|bidder|company|way)
    """
    )
)
_ASSUMES = re.compile(
    rf"(?<![\w'])(?P<head>{_ASSUME})(?:[ ,:-]+[\w',%-]+){{0,14}}?[ ,:-]+(?P<tail>{_CHOSE})(?!\w)"
)
_NOT_A_CONCLUSION = re.compile(
    lines(
        r"""
    (?<!\w)(?:if|whether|unless|in case|should|can not|cannot|do not want to|will not|would not|
        hate to|rather not|not|never|without|may i|could i|do i|must i|shall i|should i|
        am i right to)(?: \w+){0,3} ?$
    """
    )
)
_BUSY = re.compile(
    lines(
        r"""
    (?:busy|snowed|on hold|paused?|delay\w*|postpon\w*|holiday|away|not (?:yet )?(?:seen|had|
        read|got|opened)|buried|swamped|spam|junk|lost in|tied up|flat out|under the weather|
        up to your)
    """
    )
)
_PLAIN_CHOSE = phrase(
    lines(
        r"""
    (?:(?:likely|surely|doubtless|presumably|evidently|apparently|obviously|clearly|no doubt|
        probably|perhaps) )?you (?:have |obviously |clearly |evidently |must have |will have |ap
        parently |presumably |no
        w |seem to have |appear to have |probably |likely |may well have |have probably |have cl
        early |have evidently |have obviously )+(?:chosen|picked|found|gone with|gone elsewhere|
        gone for|decided|signed|opted|settled|placed|made (?:your|a) (?:choice|decision)|went|
        chose|taken (?:your|it)|given)(?: \w+){0,5}?
    """
    )
)


def no_answer(reading: Reading) -> Finding:
    """Judge `no_answer`: it is said that no decision came."""
    spans = [s for s in hits(reading, _NO_ANSWER) if not _conditional(reading, s[0])]
    return Finding(bool(spans), 0.87 if spans else 0.85, merge(spans), "" if spans else "none")


def _conditional(reading: Reading, start: int) -> bool:
    return (
        re.search(
            r"(?<!\w)(?:if|unless|in case|should|whether)(?: \w+){0,3} ?$", before(reading, start)
        )
        is not None
    )


def assumes(reading: Reading) -> Finding:
    """Judge `assumes`: the conclusion that they chose otherwise is stated, not asked."""
    found: list[Span] = []
    conditional = False
    for match in _ASSUMES.finditer(reading.plain):
        if re.search(r"[.!?\n]", match.group()):
            continue
        earlier = before(reading, match.start())
        between = match.group()[len(match["head"]) :]
        if _NOT_A_CONCLUSION.search(earlier) or re.search(
            r"(?<!\w)(?:if|whether|unless)(?!\w)", between
        ):
            conditional = True
            continue
        if _BUSY.search(between):
            continue
        found.append(match.span())
    for span in hits(reading, _PLAIN_CHOSE, negated=False):
        earlier = before(reading, span[0])
        if _NOT_A_CONCLUSION.search(earlier):
            conditional = True
        elif not re.search(r"(?:who|which|whom|what|why|supplier|one|firm)(?: \w+)? ?$", earlier):
            found.append(span)
    if found:
        return Finding(True, 0.87, merge(found))
    return Finding(False, 0.82, (), "condition" if conditional else "none")
