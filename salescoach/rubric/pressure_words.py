"""Words of pressure: orders, threats, false scarcity, and what is done unasked."""

from __future__ import annotations

from salescoach.rubric.finding import group, lines

_NOW = group(
    lines(
        r"""
    today|right now|now|immediately|at once|asap|straight away|right away|this minute|tonight
    by (?:\w+ )?(?:today|tonight|noon|five|5|tomorrow|the end of (?:the )?day|close of business|
        eod|\d)
    before (?:noon|five|close|tonight|midnight|it is too late|your manager|\w+day)
    without (?:fail|delay)
    this (?:morning|afternoon|evening|instant)
    within the hour|itself|urgently|sharp
    """
    )
)
_CALL = group(
    lines(
        r"""
    call|ring|phone|reply|respond|answer|get back|return|sign|decide|act|confirm|contact|email
    come back|book|pick up|give me|speak|take a decision|take decision|make a decision
    make up your mind|telephone|revert|commit|buy|order|say yes|let me in|meet
    """
    )
)
PUSH = lines(
    r"""
    # duty, surveillance, advice that is an order
    (?:i|we) (?:would |must |do |can only )?(?:strongly|seriously|urgently|earnestly|
        firmly) (?:advise|urge|suggest|recommend|encourage)(?: that)? you
    (?:in|for) your own (?:best )?(?:interest|interests|good|sake|benefit)|
        owe it to (?:yourself|your|the)|with (?:all )?due respect,? (?:it|you|i|that|but|a|this|
        one|there)
    surely (?:you|anyone|a|one|it)(?: \w+){0,3}? (?:can|could|must|would|are|is|do|have|want|
        know|see|spare|manage|find|agree)
    i (?:shall|will|would|do|fully )?(?:expect|expecting|await) (?:your|you to|a) (?:call|reply|
        answer|signature|confirmation|decision|ring|response)(?: \w+){0,3}? (?:by|before|today|
        tonight|tomorrow|within|this)
    (?:counting|relying|banking|depending) on you|let me down|i know you (?:got|received|
        heard|are (?:there|in|at)|read|saw|opened|listened|have (?:got|read|seen|received|heard|
        opened|listened)) (?:\w+ )?(?:this|it|me|my|them|all|there|these|your desk)
    (?:opened|read|clicked|viewed|listened to)(?: \w+){0,3}? (?:my|our|the|it|
        them)(?: \w+){0,3}? (?:twice|three times|four times|five times|\d+ times|several times|
        and (?:still|not|yet))
    failure to (?:respond|reply|call|act|comply|answer|return|pay|confirm|do)|will result in|
        forced to (?:take|assume|cancel|report|withdraw|raise|charge|escalate)
    (?:only|last|one) (?:one|firm|company|shop|business|hotel|school|farm|clinic|practice|
        manager|person)(?: \w+){0,6}? (?:not to|who has not|that has not|without|yet to|
        left out|who did not|still not|who would not)
    (?:would|will|it is|is|was) (?:be )?(?:\w+ )?(?:foolish|irresponsible|unwise|crazy|reckless|
        negligent|criminal|madness|insane|silly|
        a (?:big |grave |huge |costly |serious |terrible )?mistake) (?:of you |for you )?(?:to|
        not|if|if you)
    (?:not|hardly|less than|un)(?: very| exactly| particularly)? ?(?:professional|businesslike|
        good manners|good business|fair on me|fair to me|how (?:i|we|one|decent people|
        serious people) (?:do|does))(?! (?:body|indemnity))
    expected (?:better|more|a bit more|rather more)(?: \w+)? (?:from|of)|why (?:have|are|do|did|
        will|would|must|won't|haven't|aren't) you (?:\w+ )?(?:not|ignor\w+|avoid\w+|refus\w+|
        hid\w+|keep\w*|so|making|never|always|let|choose|pass|say no|miss|turn)
    i (?:will|shall) be (?:there|with you|at your \w+|round|over|outside|
        in your \w+)(?: \w+){0,4}? with (?:the|a|my|your) (?:contract|contracts|paperwork|
        engineer|fitter|order form|agreement|papers|van|crew|invoice|pen)
    (?:unless|if) i (?:do not hear|hear nothing|have not heard|hear otherwise|
        hear from you)(?: \w+){0,8}?,? i (?:will|shall|am going to) (?:assume|take it|consider|
        book|send|order|go ahead|put you|start|tell|cancel|charge)(?! (?:it is (?:not|
        a no)|that (?:it|this) is (?:not|no)|you are not|no interest|the answer is no|as a no|
        to mean no|up|the hint|off|you off|it (?:there|as a no)|my leave))
    (?:every day|each day|each week|every week|every minute|every hour) you (?:wait|delay|put|
        leave|do not|hesitate|dither|spend)|while you (?:dither|sleep|think about it|hesitate|
        wait)|(?:can you|could you) (?:really |honestly )?(?:afford|risk)(?: not)?|
        how (?:much longer|long) (?:can|will|do) you (?:\w+ )?(?:wait|ignore|afford|put|keep|
        mean to|intend|think)
    (?:ensure|make sure|see to it|be sure)(?: that)? (?:you|this) (?:return|call|ring|reply|
        answer|is returned|sign|are (?:there|free|in|available))|no later than|
        at the (?:very )?latest|on no account|under no circumstances
    (?:tell|call|ring|let) me (?:today|tonight|by \w+|right now|immediately)(?: \w+)?,? or (?:i|
        else|the|we|you|it)|last time (?:i|that i) (?:ask|call|say|ring|offer|try you nicely)
    # orders
    (?:you|u) (?:\w+ )?(?:need to|have to|must|have got to|got to|had better|better|
        are required to|are obliged to|are expected to|cannot afford|
        can not afford)(?: \w+){0,3}? <CALL>
    (?:i|we) (?:must |do |really |will |would |absolutely |just )*(?:insist|demand|require|
        expect|need)(?: that)? (?:you|your)(?: \w+){0,2}? (?:to |card|payment|signature|answer|
        decision|reply|call|return|<CALL>)
    (?:i|we) (?:must |do |really |fully |absolutely )*(?:insist|demand|
        expect) (?:on |to be |a |an |your |to hear|you|that)
    (?:call|ring|phone|reply|respond|answer|sign|act|decide|telephone|return (?:this|my) call|
        return it|get back to me|order|book)(?: (?:me|us|back|this|my|the|call|message|it|in|on|
        at|\+?[\d() .-]{6,18}))*,? (?:right now|immediately|at once|straight away|
        without (?:fail|delay)|this minute|this instant|now or|today or|urgently|
        before it is too late|before (?:it|this|they|the) (?:is|are|offer|runs?|goes?|deal|
        price|prices)|today before|within the hour|by close of business or|or else)
    it is (?:very |extremely |absolutely |most )?(?:important|imperative|urgent|critical|vital|
        essential|crucial)(?: that)? you
    (?:kind of |very |extremely |really |quite |most )urgent(?! care)
    (?:this|it) (?:is|can) ?(?:not|no) (?:wait|be ignored|delay)
    time sensitive
    final (?:notice|warning|reminder|demand|chance|opportunity)
    last (?:warning|chance|opportunity|call for|reminder before)
    second (?:notice|notification|warning)
    (?:do not|don't|never) (?:you )?(?:miss (?:out|this|the boat|it)|delay|
        wait(?: too long| another)|hesitate to sign|ignore (?:this|me|my)|hang up|delete|
        make me|let me down|keep me waiting|even think|disappoint|you dare|pretend|waste|
        be (?:silly|stupid|difficult|shy|the one|a stranger|foolish|left))
    # threat and consequence
    (?:left|leave you|get left|fall|falling|fell) behind
    (?:your )?competitors (?:are|have|will)(?: \w+){0,3}? (?:already|laugh|ahead|using|signed|
        switched|working with us|eating|overtak|taking|thank)
    (?:or|otherwise) (?:i|we) (?:will|shall) (?:have to |be forced to )?(?:tell|inform|report|
        call your|ring your|go to your|go over|escalate|speak to your|contact your|raise|charge|
        cancel|add|come|let your|be (?:forced|obliged|in touch with your))
    (?:inform|tell|telling|informing|escalate|escalating|complain|cc|copying|report|write to|
        writing to|go to|going to|raise (?:this|it) with|take (?:this|it) (?:up with|to)|
        speak to)(?: \w+){0,2}? (?:your|the) (?:boss|manager|board|director|superior|superiors|
        ceo|owner|head office|chairman|line manager|md|partners|governors|wife|husband|
        chief)(?: \w+)?
    over your head|i know where you
    i (?:will|shall|am going to) (?:just |simply |keep |be )?(?:keep|kept|be|go on|carry on|
        continue)? ?(?:calling|ringing|phoning|trying|turning up|coming|emailing|pestering|
        chasing|sitting)(?: \w+){0,4}? (?:every|until|till|each|daily|and (?:calling|ringing)|
        day and night|as long|twice)
    (?:call|ring|phone|try|be back|email|visit)(?: \w+)? (?:every|each) (?:\w+ )?(?:day|hour|
        hours|morning|afternoon|minutes?|single|half)
    every (?:two|three|few) (?:hours?|minutes?) (?:until|till|from)
    until (?:i get you|you (?:answer|pick up|reply|say yes|agree|sign|give in|call|respond|talk|
        speak|see me|do|let me)|i (?:hear|get|speak|reach|have (?:a|your|an)))
    whether (?:or not )?you (?:like|want|agree|choose) (?:it|to|me)?(?: or not)?
    like it or not
    (?:will not|do not|won't|don't|never|not going to) (?:take no|give up|go away|
        stop (?:calling|ringing|until|till)|let (?:you go|this go|it go|you off|up|this drop|
        you (?:hide|escape|forget))|be (?:ignored|put off|fobbed)|accept (?:no|a no|silence|
        that))
    cannot hide|can not hide
    can not (?:avoid|ignore|escape|dodge|run|keep (?:hiding|ignoring|avoiding))
    i (?:will|shall) (?:find you|be waiting (?:outside|in your|at your)|wait (?:outside|in your|
        at your|in reception)|sit (?:outside|in your)|camp|turn up|show up|come (?:to your|
        and (?:sit|stand|wait))|stand|be at your door)
    no(?:t)? (?:isn't|is not) (?:an option|an answer)
    not an option|no choice|have no choice|leave (?:me|you) no choice|legal action|consequences
    penalt(?:y|ies) (?:will|may)[ ]
    (?:will be|be|are) (?:charged|fined|billed|cut off|disconnected|cancelled|suspended|
        terminated|deactivated)
    (?:expires?|expiring|runs? out|ends?|gone|disappears?|closes?|goes up|going up|double[sd]?|
        rise[s]?|increas(?:e|es|ing)|vanish(?:es)?|withdrawn|void|lapses?|pulled|cancelled|
        off the table)(?: \w+){0,3}? (?:tonight|at midnight|today|tomorrow|this (?:evening|
        afternoon|minute)|in (?:an|one|two|three|\d+) (?:hours?|minutes?)|at (?:five|noon|six|5|
        6|close)|by (?:tonight|five|noon|tomorrow)|forever|for good|after (?:today|tonight|
        midnight|six|five|this call)|from tomorrow|the moment|by \w+day)
    (?:after|from) (?:today|tonight|midnight|tomorrow|six o'clock|\w+day|this call|six|
        five)(?: \w+){0,3}?,? (?:the |your |this |that |it |our |prices? |i |rates? |we )+
        (?:\w+ )?(?:is gone|gone|will (?:be gone|not|no longer|expire|rise|double|lose|close|
        give|go)|can not|goes|go up|double|doubles|lose|loses|expires)
    only (?:one|two|three|a few|\d+|a handful|a couple)(?: \w+){0,2}? (?:left|remain|remaining|
        available|spots?|places?|slots?)(?! in)
    (?:spots?|places?|slots?|stock|units?|offer|deal|
        window) (?:is |are |will be |almost |nearly |all )*(?:gone|going fast|closing|filling|
        limited|running out|disappearing|selling out)
    limited time
    before (?:this|the|my) (?:offer|deal|price|discount|window|slot|rate)(?: \w+){0,3}? (?:gone|
        goes|ends?|expires?|closes?|disappears?|runs|is)
    while (?:stocks|supplies) last
    act (?:now|fast|quickly|today|immediately)
    hurry|now or never|once in a lifetime|someone else will
    give (?:it|your (?:slot|place|spot)) to (?:someone|your|the next|a competitor)
    offer (?:it|this) to your competitor|(?:the )?clock is ticking|running out of time
    time is running
    # presumption: booked unasked
    (?:i have|i've|we have|i) (?:already |just |gone ahead and |taken the liberty (?:of|
        to) |taken the liberty and |took the liberty (?:of|to) )*(?:got you|got your (?:name|
        team|firm)|booked you|booking you|put you|signed you|scheduled you|scheduled (?:us|our|
        a|your)|pencilled you|penciled you|entered you|enrolled you|registered you|reserved you|
        reserved your|set you up|added you|put your (?:name|signature|order)|
        blocked (?:out )?(?:your|an hour|\w+ in your)|sent (?:you )?(?:the |an )?invoice|
        placed (?:your|the|an) order|ordered|told (?:your|the) (?:\w+ )?(?:boss|team|staff|
        assistant|board|manager|office|installer|engineer|crew|accounts)|booked (?:the|our|a|an|
        us|your|\w+day)|cleared|arranged (?:for )?(?:the|our|your)|drawn up (?:the|
        your) contract|filled in (?:the|your)|ticked)
    (?:you are|you have been|your (?:\w+ ){0,3}(?:is|has been|
        are)) (?:all )?(?:already )?(?:booked|scheduled|down for|signed up|pencilled in|
        penciled in|enrolled|registered for|pre-approved|preapproved|pre-selected|selected|
        chosen|confirmed for|in the diary|booked in|set for)
    liberty of (?:booking|putting|scheduling|sending|adding|blocking|signing|arranging|entering|
        ordering|reserving)
    have (?:your|the) (?:card|cheque|check|payment|credit card|bank|contract|purchase order|
        signature|pen)(?: \w+){0,2}? ready
    card (?:details|number)
    i will (?:take|assume|consider|treat|regard)(?: \w+){0,3}? (?:as a yes|you agree|
        that as agreement|it as agreed|as consent|as accepted|you are (?:in|on board|
        going ahead)|silence as|yes)
    (?:silence|no reply|no answer|if i do not hear)(?: \w+){0,6}? (?:means yes|as a yes|
        as (?:your )?(?:agreement|consent)|means you agree|i will (?:go ahead|order|book|
        proceed|send (?:the|an) invoice))
    just need your (?:confirmation|card|signature|payment|details)
    you will (?:be (?:pleased|delighted|glad) to (?:know|hear) (?:that )?(?:i|we|you)|
        need to be|want to be) (?:have |are )?(?:booked|there|in|signed)?
    see you (?:then|there|on|at|\w+day)(?! \w+ (?:not|else))(?= whether|\. bring|\. no excuses)
    be (?:there|in|at your desk|available|ready)(?: \w+){0,3}?,? (?:please )?no excuses
    make sure you (?:are|have|call|pick|clear|answer)
    i expect (?:you|to|a|your)
    # presumption: done unasked, agreed unasked
    (?:i have|we have|i|we)(?: (?:gone ahead|taken the liberty|already|just|also|even|now|
        provisionally|had|got))* ?(?:and )?(?:popped|put|pencilled|penciled|booked|entered|
        signed|dropped|blocked|reserved|set aside|had the \w+|had \w+ drop|sent|told|ordered|
        cleared|added|scheduled|registered|enrolled|slotted|arranged)(?: (?:you|us|
        the pair of them|them|your \w+|both|both of them|the lads|six \w+))(?: (?:all|
        both))? (?:down|in|on (?:our|the|my) (?:course|list|scheme|plan|trial|schedule|
        programme|rota)|at your (?:back )?(?:door|gate|office)|for (?:monday|tuesday|wednesday|
        thursday|friday|saturday|sunday|tomorrow|the \d\w*|next week) (?:at|morning|afternoon))
    (?:invoice|contract|order|engineer|fitter|delivery|van|crew|installer|sample|paperwork|
        agreement|purchase order)(?: \w+){0,2}? (?:is|has been|are|
        will) (?:already )?(?:in your calendar|on (?:its|their|his|the) way to you|
        follow (?:for|on|by|in|with)|be with you (?:on|by|tomorrow)|coming (?:on|to you)|
        drawn up and|waiting for your signature)
    (?:since|as|unless|and as) you (?:have not|did not|do not|haven't) (?:said|say|told|
        objected?|object|tell|told me) (?:otherwise|no|me otherwise|not)
    assum\w+(?: [\w',]+){0,6}? (?:you are|that you are|you will be|you would be|
        we are) (?:happy|fine|ok|okay|glad|on board|in agreement|agreed|going ahead|starting|
        keen)
    (?:clear|free up|block out|keep free|empty) your (?:morning|afternoon|diary|calendar|day|
        schedule|desk|\w+day)
    one less (?:thing|decision) for you
    (?:so )?you (?:may|might) as well (?:use|take|sign|buy|say|meet|agree|order|have|just)
    save you the (?:trouble|bother) of deciding
    # scarcity in polite words
    (?:hold|keep|reserve|offer|honour|honor|held|holding|keeping|guarantee|freeze|
        extend)(?: (?:this|that|the|your|these|it|you|a|one|open|reduced|special|introductory|
        rate|price|slot|place|offer|discount|deal|quote|spot|figure|unit|bay|for|
        only))+ ?(?:is |has been |can be )?(?:only )?(?:till|until|to|for another|through|up to|
        before) (?:noon|midnight|tonight|today|five|six|four|tomorrow|close|
        the end of (?:the )?(?:day|today|play)|this evening|\w+day)(?: \w+)?
    (?:today|tonight|this week|until midnight|until noon|till noon|till midnight|by today|
        24 hours|this afternoon|24 hours) only
    only (?:today|until (?:tonight|midnight|noon|tomorrow|five)|till (?:tonight|midnight|noon|
        tomorrow|five)|for today|valid today|this once)
    (?:midnight|noon|tonight|today|tomorrow) (?:at the latest|latest|or never|or not at all|
        and not a minute)
    (?:can not|cannot|will not|won't|never|not) be (?:offered|repeated|available|extended|given|
        held|renewed|seen|back)(?: (?:to you|again|on offer|any longer|beyond|after))+
    (?:your|the) (?:name|place|slot|spot|pin ?code|territory|area|postcode|allocation|discount|
        rate|street|region)(?: \w+){0,3}? (?:comes? off|goes? to|will go to|will be given|
        be given|is given|passes to|gets given|is released|will be released|be offered|
        will be offered|be allotted)
    (?:i|we) (?:will|would|shall) (?:not|no longer) be able to (?:help|hold|offer|honour|do|
        keep|save|protect|give)
    (?:next|another) (?:doctor|dealer|shop|firm|company|name|person|one) (?:on (?:the|my|
        our) list )?(?:gets|will get|takes|will take|is waiting|has it)
    prices? (?:go|goes|are going|will go|rises?|jumps?|will (?:rise|jump|double)) (?:up )?(?:on|
        after|at|from|tomorrow|tonight|next)(?= (?:monday|tuesday|wednesday|thursday|friday|
        midnight|noon|tomorrow|tonight|the)|$|[.,!])
    (?:last|final) (?:chance|call|opportunity|few|one|remaining|slot|place)(?! (?:i|this|we|of|
        to say))
    # leverage
    (?:ask|put|copy|copied|loop\w* in|involve|bring in|call|ring|write to|wrote to|cc|ccing|
        tell|told
        |inform|informed|speak to|go to|contact) your (?:managing director|director|boss|bosses
        |manager|superior|board|ceo|chairman|chief|head office|line manager|supervisor)
    your (?:boss|director|manager|board|ceo|managing director|superior)(?: \w+)? (?:will|would|
        might
        |should) (?:be (?:interested|surprised|disappointed|pleased)|hear|want to know|learn|
        find out)
    (?:no (?:date|reply|signature|answer|order|call|decision|meeting),? no (?:discount|deal|
        price|delivery|goods|stock|slot|offer|help|sale|business|terms))
    (?:sit|wait|stay|stand|camp|park)(?:ting|ing)? (?:there|here|outside|in your \w+|at your \w+
        |in the lobby|in reception|by the (?:tele)?phone)(?: \w+){0,2}? (?:till|until)
    (?:already|just) (?:told|promised|informed) (?:my|our|the|your) (?:\w+ )?(?:director|boss|
        manager
        |office|team|crew|factory|warehouse|people)(?: \w+){0,3}? (?:you|that you|it is|we)
    (?:you will be|you are) signing (?:on|by|this|today|tomorrow|next)
    (?:i would|i'd|i would so|i would really) hate (?:for|to see|to think|it if)
    (?:shall|should|must) i (?:tell|ask|call|inform|come|send|write)(?: \w+){0,2}? your
    (?:what|something) (?:might|may|could|will) happen (?:to|if)|things (?:might|may|could|
        will) get[ ]
        (?:unpleasant|difficult|awkward|ugly|complicated)
    (?:would|it would|it will) be (?:a )?(?:great |real |terrible |such a )?(?:shame|pity) if
    (?:say|answer|decide|sign|choose|reply) (?:now|today|this minute|by tonight) (?:or|and)
    """,
    NOW=_NOW,
    CALL=_CALL,
)
