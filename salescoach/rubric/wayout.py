"""Way out: that the prospect may decline without a penalty."""

from __future__ import annotations

import re

from salescoach.rubric.finding import Finding, lines, merge, phrase
from salescoach.rubric.reading import Reading, Span

_FINE = lines(
    r"""
    (?:(?:that is|it is|this is|is|be|then|totally|completely|perfectly|absolutely|quite|also|
        all|just|of course|honestly|really|,|and|no harm done|i|am|would be|will be|as well|too|
        am) ?)*(?:fine|okay|ok|alright|all right|all good|no problem|no problems|no worries|
        no bother|no harm(?: done)?|no hard feelings|no offence|no offense|not a problem|
        fair enough|fair do's|no biggie|no drama|no dramas|no stress|no issue|no issues|cool|
        good enough|understood|i understand|i get it|i get that|totally understand|understand|
        respect that|i will understand|i quite understand|good for you|good too|an answer|
        a good answer|useful|enough|perfectly good|helpful|welcome|np|grand|dandy|
        you do not need me|you need not|no need to|nothing lost|nothing more|no sweat|sound|
        no skin off|do not worry|never mind|ignore (?:me|this|it)|forget (?:i|it|me|about|this)|
        bin (?:this|it|me)|delete (?:this|it|me|the)|just ignore|feel free|please ignore|
        disregard|skip (?:it|this)|leave it (?:there|at that|be)|pay me no|not to worry|
        no reply (?:is )?needed|do nothing|let me know|tell me|say so|just say|say no|
        say the word|please say|text (?:me )?(?:no|\"no|'no|stop)|reply no|reply stop|drop me|
        one word|a (?:quick |simple |short |plain |one-word |one word )?no\b|hang up|
        i will (?:stop|leave|not|let|take|cross|strike|remove|back off|go away|step back|
        drop it|bow out|close|get out|respect|take the hint))
    """
)
_ALL = phrase(
    lines(
        r"""
    (?:if|should|in case|when|and if|but if|or if|where|were) (?:not|no|so not|
        nothing)[, -]+(?:[\w' -]+, ?)?<FINE>
    (?:if|should|in case|supposing) (?:[\w',-]+ ){1,16}?(?:not|no|never|rather|isn't|none|
        nothing|off|wrong|bad|busy|sorted|happy|settled|covered|set|elsewhere|already|
        under control|in hand|fine|poor|time|else|well|solved|suited|satisfied|content|fixed|
        good|suits|prefer|stop|over|late|early|quiet|relevant|pass|poor|looked after|
        taken care of|done|enough|use|interest|leave|work|need|else|fit|point|priority|moment|
        timing|worth|way|arrangements)(?: [\w'-]+){0,8}?[,: ]+(?:-+ )?
        (?:then |please |just |no |do |a |simply |by all means |kindly |that |it )*<FINE>
    (?:not|no)(?: (?:really|quite|your|a|the|for|of|interested|interest|right|in|need|now|time|
        thing|an?|this|at|much|use|good|bothered|keen|relevant|
        today))+(?: \w+){0,4}?[?,.!:-]+ ?(?:\w+,? )?<FINE>
    (?:happy|sorted|settled|busy|covered|bad time|wrong time|not interested|no thanks|not now|
        not you|already (?:sorted|covered|solved|got one)|all set|no need|not relevant|
        wrong person|timing)[^.!?\n]{0,20}\? ?
        (?:then |please |just |no |do |a |simply |that |it |,)*<FINE>
    (?:no|zero|without|not any|free of|there is no) (?:pressure|obligation|obligations|strings|
        commitment|hard feelings|offence taken|offense taken)(?! (?:to (?:sign|decide)))
    (?:a|your|even a|an honest|
        any) (?:quick |simple |short |plain |polite |clear |straight |one-word |flat |firm |frie
        ndly |honest |two-letter |gentle )?\"?'?no\"?'?(?:,? thank you|,? thanks)? (?:is|
        would be|will be|works|does|answer is|suits|, too|too|helps|also|will do|costs|is also|
        is just|from you|at any)
    (?:say|saying|tell me|telling me|text|texting|reply|reply with|reply by|answer|give me|send|
        send me|take|with|yes or|yes or a|a) (?:a |an |me )?(?:quick |simple |plain |short )?
        (?:\"no\"|'no'|no|stop|\"stop\"|'stop'|no thanks|no thank you|not interested|pass|
        \"pass\"|go away|get lost|not for us|leave it|\"not now\"|not now|nope)(?! (?:to|longer|
        more|one|problem|matter|doubt|less|later))
    (?:feel|you are|please feel|you should feel|
        be) (?:entirely |completely |totally |perfectly |quite |absolutely |very |more than )?
        (?:free|welcome|at liberty) to (?:ignore|decline|say|tell me|delete|refuse|disregard|
        pass|turn|hang|not|skip|bin|leave|forget)
    (?:please |just |you can |you may |simply |kindly |do |can |may |could |then |or )+
        (?:ignore (?:me|this|it|my|the)|disregard|delete (?:this|it|me|the)|bin (?:this|it|me)|
        forget (?:i|this|it|me|about)|hang up|skip this|pass on (?:it|this)|turn (?:me|it|
        us) down)
    (?:unless|until|till) (?:you|i|someone|your)(?: \w+){0,3}? (?:tell|say|rather|prefer|ask|
        text|wave|want|do not want|would|stop|let|hear|object|wish|warn|call me off|say no|not|
        don't)(?: [\w']+){0,8}? ?(?:not|no|otherwise|stop|off|rather|it is|away|to leave|don't|
        do not|bother|need|want|interested|want me|it)
    (?:tell|ask|text|call|let|say|telling|asking|reply)(?: \w+){0,2}? (?:me|
        us)?(?: to| and i will| you would rather i)? ?(?:stop(?: calling| ringing| there)?|
        leave you (?:alone|be|in peace)|go away|take you off|remove you|back off|cross you off|
        strike you|get lost|buzz off|drop it|push off|not to call|wrong person and)
    (?:i|we) (?:will|shall|would|am going to|am happy to|can|promise to|
        promise i will)(?: \w+){0,3}? (?:leave (?:you (?:be|alone|in peace|to|with|now)|
        it (?:there|at that|be|with you|alone|here)|off)|(?:not|never) (?:be )?(?:call|calling|
        ring|ringing|bother|bothering|bug|pester|trouble|chase|phone|phoning|contact|contacting|
        disturb|push|take it personally|take offence|mind|try again|keep|hassle|be offended|
        come back|badger|hound)|stop (?:calling|ringing|there|trying|bothering|emailing|here)|
        take (?:you|your (?:name|number)|it|that|you all) (?:off|as a no|as no|for a no|to mean|
        from that)|cross (?:you|your name) off|strike (?:you|your)|remove (?:you|your)|
        let (?:you|it) (?:be|go|get on|drop|lie|rest)|get out of your|bow out|step back|drop it|
        quietly|close (?:your|the|my) (?:file|book|note)|go (?:away|quiet)|respect (?:that|your|
        it)|understand|be out of your|stay away|vanish|disappear|forget|assume (?:it is|that it|
        it|you|this is|no|the answer)|keep (?:away|out|my distance)|back off|tear up|bin)
    (?:and |then |will |or |to )leave (?:you (?:be|alone|in peace|to it)|it (?:there|at that|be|
        alone|here))
    (?:i|we) (?:completely |fully |totally |quite |of course |perfectly |will |would |can |do |c
        ertainly |really |shall |'ll )*(?:understand|get it|respect|appreciate|accept|
        get that)(?: (?:it|that|completely|totally|fully|of course))?(?:,)? if (?:you|it|this|
        that|there|now|the|your|not|we|i)
    (?:i|we) (?:completely |fully |totally |quite |of course |perfectly |will )*(?:understand|
        respect|accept|get)(?: [\w']+){0,3}? (?:(?:you are|you|this is|it is|that is|
        now is)(?: \w+){0,3}? (?:not|no)|a no|your decision|whatever you|no time|your choice)
    (?:interested or not|yes or no|either way|whether or not|one way or the other|good or bad|
        whatever (?:you|the answer)|like it or not)(?! i will)(?: \w+){0,5}? ?,? ?(?:is fine|
        let me know|just let|tell me|please|drop|would|will|is|that is|it is|a|i am fine|suits|
        works|okay|no|please let)
    (?:yes or (?:a )?no|a yes or a no)(?: \w+){0,4}? (?:is|are|would|will|either|both|will do|
        does|suits|works|fine)
    (?:either (?:answer|way|one)|any answer|both answers|whatever you decide|
        whichever(?: way)?(?: you)?(?: \w+)?)(?: \w+){0,4}?(?: is|
        ,| it is| i am| are| works| will be| would be|
        ) ?(?:is |that is |it is |i am |am |, )*(?:fine|okay|ok|good|no problem|no worries|
        all right|alright|fair|welcome|helps|suits|works|happy|grateful|great|useful)
    (?:it is|that is|would be|is) (?:\w+ )?(?:fine|ok|okay|all right|alright|no problem|cool|
        fair) (?:to|if you|not to|for you to|by me|with me|too|either|
        should you)(?: \w+){0,3}? ?(?:not|no|say|ignore|decline|rather|tell|pass|refuse|do not|
        don't|already|are)?
    (?:your|entirely your|completely your|all your|it is your|totally your|purely your) (?:call|
        choice|decision|say)(?: entirely| completely)?(?=[.,!;]|$| and| either| which| whether)
    (?:it is |that is |entirely |completely |totally )*up to you(?=[.,!;]|$| and| either)
    (?:the )?(?:choice|decision|ball) is (?:entirely |completely |all )?yours
    (?:you|u) (?:do not|need not|are under no obligation|have no obligation|owe me nothing|
        owe us nothing|do not owe|will not hear|would not hear|never hear|
        never have to hear)(?: \w+){0,4}? ?(?:to (?:call|ring|reply|answer|say|explain|decide|
        do|give|feel|buy|act)|anything|from me|a thing|back|obliged|reply|answer|need me|
        an answer|a reply|an explanation)
    (?:no need to|do not feel (?:you|obliged|pressed|pressured|bad|any|like)|do not worry|
        don't worry|no call back needed|no need for|you need not|no reply needed|
        no reply necessary|no answer needed|without (?:any )?explanation|
        no explanation (?:needed|required|necessary)|no reason needed|
        no questions asked)(?! about (?:the|a) (?:cost|price))
    (?:this|it) (?:is|was|will be) (?:my|the) (?:last|only|final) (?:message|call|try|voicemail|
        time|word|one|attempt|nudge)(?: \w+){0,4}?
    (?:last|final) (?:message|call|you will hear|voicemail|you hear) (?:from me|on this|on the|
        about|of me|either)
    that is the last (?:of|you)
    (?:you will|you'll|you) (?:not|never) hear from me
    nothing more from me
    no more (?:calls|messages|emails|from me|ringing)
    (?:will not|not going to|won't|never) (?:be )?(?:call|calling|ring|ringing|bother|bothering|
        pester|trouble|chase|phone|phoning|keep)(?: \w+)? ?(?:again|any more|anymore|you|
        further|after|back)
    (?:silence|no news|no answer|no reply|nothing|hearing nothing|not hearing|saying nothing|
        no call)(?: \w+){0,4}? (?:is|means|counts as|will mean|tells me|says|will be|as|suits|
        and i)(?: \w+){0,3}? ?(?:a no|no|not interested|fine|an answer|enough|answer|no thanks|
        pass|leave|understand|my answer)
    (?:not|isn't|is not|no) (?:a |the |your |my )?(?:priority|right time|good time|good moment|
        right moment|fit|interest|for you|need|concern|problem of yours|cup of tea|thing|
        bag)(?: (?:for you|right now|at the moment|now|today|this year|
        of yours))?[?,.-]+ ?(?:\w+ ){0,2}?(?:fine|no|okay|ok|tell|say|just|understand|fair|
        ignore|i will|all good|that is|totally|let|understood|bin|then)
    (?:happy|glad|pleased|fine|content|quite happy|good)(?: for me)? (?:to (?:be told no|
        hear (?:a )?no|take (?:a )?no|be turned down|get a no|leave it|back off|go away|stop)|
        with (?:a )?no|either way)
    take (?:a )?no (?:for an answer|gladly|well|happily|with)
    no (?:is|means|also) (?:fine|an answer|no|okay|perfectly|good|a perfectly|useful|helps|
        enough|a fine|all right)
    i can (?:take|handle|live with) (?:a )?no
    (?:tell|say|let)(?: \w+){0,4}? (?:freely|frankly|openly|honestly|straight|
        without hesitation)
    (?:ignore|forget) (?:me|this|i (?:rang|called|asked))(?=[.,!;]|$)
    pay (?:me |this )?no (?:attention|mind|heed)
    off (?:my|the|our) (?:call )?list|door (?:is|stays) (?:open|shut) either|take me at my word
    nobody'?s? offended|no one is offended|not offended|won't be offended|not be offended
    not be hurt|no feelings hurt|wave me (?:off|away)|shoo me
    tell me to (?:\w+ ){0,3}?(?:off|hike|away|stop|lost|it|one)
    whenever or never|or not at all|take it or leave it(?! offer)|or don't|or do not(?=[.,!;]|$)
    not required,? (?:please )?(?:do )?(?:tell|say|let)
    if (?:it is )?not required|count me out|give me the boot|send me packing|show me the door
    """,
        FINE=_FINE,
    )
)
_STING = re.compile(
    lines(
        r"""
    (?:if you do not care|if you enjoy|if you like (?:losing|wasting|paying)|do not (?:blame|
        come crying|say i)|don't (?:blame|come crying)|your (?:loss|funeral|problem|mistake)|
        regret|be sorry|(?:must|need to|have to|want to know|explain|tell me|owe me|deserve|
        like to know|at least)(?: \w+){0,3} (?:why|reason|an explanation)|left behind|
        while your competitors|go ahead and (?:ignore|lose|keep)|shame|too (?:proud|lazy|
        busy to save)|clearly (?:not|don't|you)|obviously (?:not|don't|you)|happy to (?:keep|
        lose|overpay|waste)|keep (?:losing|wasting|overpaying|throwing)|stay (?:behind|poor)|
        serious about|suppose you|your boss|hear about it from|i will (?:just )?keep (?:calling|
        trying|ringing)|until you|like it or not)
    """
    )
)


def has_sting(reading: Reading, position: int) -> bool:
    """Tell whether the sentence at a position takes back the freedom that it seems to give."""
    start, end = reading.sentence_of(position)
    return _STING.search(reading.plain, start, min(len(reading.plain), end + 40)) is not None


def optout(reading: Reading) -> Finding:
    """Judge `optout`: an explicit permission to decline, without a sting."""
    found: list[Span] = []
    stung: list[Span] = []
    for match in _ALL.finditer(reading.plain):
        start, end = match.span()
        if has_sting(reading, start):
            stung.append((start, end))
            continue
        found.append((start, end))
    if found:
        return Finding(True, 0.85, merge(found))
    if stung:
        return Finding(False, 0.8, merge(stung), "sting")
    return Finding(False, 0.85, (), "none")
