"""Words of blame: reproach, guilt, pleading and rudeness."""

from __future__ import annotations

from salescoach.rubric.finding import lines

BLAME = lines(
    r"""
    (?:assume|think|believe|fear|suspect|expect) the worst(?: of you)?|harder to shake|
        not (?:that )?easily (?:shaken|put off)
    (?:break|breaking|broke|broken) my heart|do not be (?:stingy|mean|tight|cheap|silly|shy|
        like that|a stranger|difficult|daft|the last|that person)
    (?:wants|needs) (?:his|her|their|your) head (?:looking at|examined|testing)|
        who(?:ever)? is running that
    (?:with )?grown[- ]up help|so young|at your age|for a (?:woman|girl|man|lady|youngster|
        beginner)(?! who)
    (?:understood|understand|realise|realised|know|knew|grasped) what you (?:were|
        are) (?:turning down|missing|refusing|saying no|throwing)
    pretend (?:that|it|this|you) (?:did not|never|didn't)(?: \w+)?|we will (?:say no more|
        pretend|overlook|forget)
    thank\w*(?: \w+){0,4}? for (?:not|nothing|never|ignoring|standing me|wasting|the silence|
        letting me (?:down|hang|wait)|forgetting)
    (?:perfectly|utterly|terribly) (?:charming|good|reasonable) (?:explanation|reason|excuse)|
        i am sure there is (?:a|some)(?: \w+){0,3} (?:explanation|reason|excuse)
    (?:would|might|will) look (?:rather |a bit |very |quite )?(?:odd|bad|strange|poor|foolish|
        silly) if|only empty (?:chair|seat|place)
    (?:put|have|get|see) (?:it|that|this) (?:down )?in writing|on (?:the )?record that you|
        chose to let|your conscience|hope you (?:can )?sleep
    lose (?:his|her|their|your|the) (?:house|home|job|licence|business|shop|staff|children)|
        be the first (?:to|i have seen)
    where i come from|(?:one|people|folk|folks) (?:rings|call|calls|ring|say|
        says) (?:to say )?thank you|do the decent thing|be (?:smart|sensible|reasonable|
        an angel|a darling|a star|a good (?:boy|girl|chap|man|sport)) and
    once i hang up|the moment i hang up|as soon as i put the phone down|absolutely final|
        very last (?:reminder|chance|call|warning)
    by rights you should|should have (?:sorted|done|fixed|called|replied|answered|dealt|known|
        signed)(?: \w+){0,2} (?:by now|long ago|already|ages ago|weeks ago|months ago)
    (?:put|putting) it off again|failing in my duty|(?:do not|does not) (?:worry|bother|concern|
        matter to) you as|more (?:careful|sensible|serious|professional|prudent) colleagues
    you do want (?:your|to)|then i (?:can not|cannot|fail to|do not) see why|
        i can not think why|hard (?:man|woman|person|one) to catch
    (?:everyone is|we were all|some people are|not everyone was) brought up|
        brought up (?:differently|better|badly)
    (?:more )?in sorrow than in anger|not (?:angry|cross|bitter|upset|mad),? (?:only|just|
        merely|but)|only disappointed
    discourte\w+|impolite|ill-mannered|unprofessional\w*|disrespect\w*|ungrateful|inconsiderate|
        uncivil|churlish
    says it all|speaks volumes|tells me everything|quietest|champion of silence|
        masters? of (?:silence|delay)
    winners? (?:answer|reply|decide|act|call)|losers? (?:make|wait|whine|hide)|prove me wrong|
        i had you down as
    (?:a )?different (?:sort|kind|calibre) of (?:man|woman|person|company|customer)|
        not a good look|make (?:a|an|us|me|them) \w+ ?\w* ?beg
    (?:is|was|would have been) all it(?: would have| would|'d have)? (?:taken|take|takes|took)|
        (?:all|that is all) (?:i|we) ask(?:ed)?
    costs? (?:you )?nothing to (?:say|reply|answer|write|call)|(?:i|we) (?:think|feel|believe|
        dare say)?(?: i have| we have)? ?(?:earned|deserve|deserved|
        merit) (?:\w+ ){0,3}?(?:answer|reply|minutes|better|more|time|word|explanation|courtesy|
        decency|response|line)
    (?:ate|swallowed|carried|took|bore) the (?:cost|loss|hit|bill)|out of (?:my|our) own pocket|
        lay awake|lost sleep|sleepless
    reserve (?:the|our|my) right to|invoice (?:the|our|my|you) (?:\w+ )?(?:hours|time|work|
        costs?|effort)|satisfactory explanation|failing which
    goodwill (?:tends|runs|goes|works|cuts|is a)|(?:cuts|runs|goes|works) both ways|
        in both directions|long memor(?:y|ies)|small (?:world|town|industry|trade)
    (?:you will|you'll) (?:remember|think of|recall) (?:this|my|these|me|us)|when (?:the|it|
        that|this) (?:trouble|goes wrong|breaks|fails|day|comes)
    (?:what is|what's) wrong with (?:you|your people|these people)|you people|the (?:guts|nerve|
        backbone|spine|courtesy|decency|manners|courage) to
    (?:taken ill|been taken ill|fallen ill|alive|still with us|abducted|kidnapped|aliens|
        lost the use)|the person you (?:seem to have |have )?(?:muted|blocked|forgotten|ghosted)
    (?:decisions?|writing|answering|reading|typing) (?:are|is) (?:hard|difficult|not easy|
        a burden)|not made for (?:them|it|decisions)
    keep my (?:desk|job|post|position|head above)|(?:may|might) not have (?:one|a job)|
        my (?:wife|husband|father|kids|mother) (?:says|asks|ask|keeps|wonders)
    to rot|left (?:us|me) to (?:rot|dangle|hang|stew)|nobody wants|(?:so )?easily (?:forgotten|
        ignored)|thank you for the silence|most instructive|endanger the
    # reproach and guilt
    if you do not care(?: \w+)?
    (?:invite|invitation) is (?:already )?in your calendar
    (?:boss|manager|one|owner) who (?:said no|says no)
    (?:disappointed|disappointing|let down|hurt|offended|surprised|annoyed|frustrated|upset|
        insulted|shocked|baffled|saddened)(?: \w+){0,4}? (?:you|not to have|no reply|no answer|
        not hear|never|nobody|silence|by your|that|in you|with you)
    (?:you|you have|you did|you could) (?:\w+ )?
        (?:still |never |even |ever |once |not even |not once |obviously |clearly |apparently |k
        eep |kept )+(?:replied|reply|answered|answer|called me|call me back|returned|return my|
        returning|responded|bother|bothered|got back|get back to me|had the|have the|ignoring|
        ignored|ignore|avoiding|dodging|hiding|making me|putting me|promising|pretending|care|
        respect|think of|acknowledge)
    (?:ignoring|ignored|avoiding|dodging|ducking|snubbing|ghosting|ghosted|blanking|hiding from|
        stonewalling|fobbing|fobbed)(?: \w+)? (?:me|my|us|our|these|this|by|off)
    (?:being|been) ignored
    you are (?:hiding|ignoring|avoiding|dodging|making a mistake|making a big|wasting|
        being (?:silly|foolish|rude|difficult|unreasonable|unprofessional)|obviously|
        not serious|too proud|afraid|scared|fools?|stupid|lazy|crazy|mad|throwing|letting)
    (?:the )?(?:common )?(?:decency|courtesy|manners|basic politeness|
        professional courtesy)(?: \w+)? (?:to|of)
    after (?:all|everything) (?:i|we|the|that|of)(?: \w+){0,6}? (?:done|effort|time|hours|work|
        trouble|put|spent|given|did)
    (?:least|minimum) you (?:can|could)
    (?:owe|owes|owed) (?:me|us|it to)(?! nothing)
    you would think|is that (?:too much|so hard|really)|too much to ask
    how (?:many times|many messages|many more|hard (?:is|can) it|long (?:are you|do i|must i|
        will you)|dare you|difficult (?:is|can)|often do i)
    (?:what is|what's) wrong with you
    (?:a simple|even a|one simple|a single|even one|a quick)(?: \w+)? (?:reply|answer|call|
        response|courtesy|thank you)(?: \w+){0,5}? (?:too much|would have been|
        not (?:too )?(?:much|hard)|costs? nothing|hurt|would be nice)
    not even (?:a|one)|would it kill|(?:would not|wouldn't) (?:kill|hurt) you
    i (?:have been|was) (?:more than )?(?:very |extremely |so |been |more than )?(?:patient|
        polite|nice|generous|waiting)
    my patience|running out of patience|lose patience|no excuse
    stop (?:making|ignoring|wasting|hiding|avoiding|stalling|messing|dragging|playing|being)
    i (?:do not|don't) (?:appreciate|like being|chase|take no|accept no|give up|
        understand why you|see why you|expect to be)
    serious about your
    if you (?:are|were) (?:really |truly |at all |even )?(?:serious|smart|any good|as good|
        a professional|half|clever|a man|a real)
    if you (?:really |actually |truly |even |had )?(?:cared|care|valued|value|respected|respect|
        loved|love|want(?:ed)? to be|knew|know what is good)
    (?:cannot|can not|could not|would not|do not) (?:really |possibly |honestly )?(?:believe|
        understand|imagine|see|think of|fathom)(?: \w+){0,2} (?:you|why|anyone|any sensible|
        a single|how you|any reason|what)(?: \w+){0,4}? (?:not|no|never|refuse|ignore|turn|
        say no|decline|want|would)
    what (?:more|else) do (?:i|you)(?: have)? (?:need|to do|want)
    i thought you were|thought better of you|expected better|thought we (?:were|had)
    lucky (?:i|we|for you|to)
    you will (?:thank me|regret|be (?:sorry|left|the only|kicking|missing|hearing from my|
        billed|charged|amazed you)|wish you|lose (?:out|your|the|it)|miss (?:out|the)|
        have only yourself|look (?:silly|foolish)|not get (?:another|a second|this)|
        never get (?:another|this))
    you would be (?:mad|crazy|foolish|a fool|silly|stupid|an idiot|insane|lying|missing|nuts|
        daft)
    only (?:a fool|an idiot|fools|the foolish)
    any(?:one|body)? (?:sensible|with (?:any|half)|serious|smart|
        in their right)(?: \w+){0,4}? (?:would|knows|can see)
    no (?:sensible|serious|sane|smart|reasonable|responsible) (?:\w+ )?(?:person|owner|manager|
        business|company|director|head|parent|would)
    # pleading
    my (?:manager|boss|job|quota|target|targets|commission|bonus|kids|children|family|mortgage|
        rent|numbers|team leader|supervisor|director|wife)(?: \w+){0,5}? (?:is on my|are on my|
        on the line|depend|depends|breathing|kill me|will kill|on my case|on my back|fire me|
        sack me|at risk|due|to feed|shouting|behind|short|chasing me|counting|hungry|hangs|
        rides|needs me|is watching|expects me)
    (?:need|short of|behind on|to hit|to make|for) (?:this one|my (?:quota|target|numbers|
        commission|bonus|targets)|one more (?:sale|deal))
    i (?:really |desperately |badly |so )*(?:need|beg|am begging|implore) (?:this|you to|of you|
        your business|a favour|the sale|you)
    (?:please,? ){2,}|begging you|help a (?:guy|girl|fellow|mate) out
    do (?:me|it for) (?:a favour|me|my)|you are (?:breaking my|my last hope)
    i will (?:lose my|get (?:sacked|fired)|be (?:sacked|fired|out of))
    # rudeness, endearments, sneers
    (?:embarrassing|embarrassment|pathetic|a joke|a disgrace|a mess|laughable|shambles|
        ridiculous|rubbish|garbage|idiots?|idiotic|stupid|moron|clueless|incompetent|amateur|
        amateurs|amateurish|appalling|shocking|hopeless|useless|lazy|ugly|awful|dinosaurs?|
        asleep at|dump|third-rate|second-rate|cowboys?|negligent|reckless|irresponsible|
        careless)(?= |[.,!?;]|$)
    (?:hey|hi|hello|thanks|bye|ciao|come on|oh|now|,|listen|well|okay|
        right) (?:there )?(?:sweetheart|sweetie|honey|hon|darling|darlin|babe|baby|gorgeous|
        beautiful|handsome|sugar|sexy|buddy boy|princess|dear lady|sunshine|love|my love|
        my dear|my darling|pet|doll|dearie|sleepyhead|lovely|hotshot|stranger)(?= |[.,!?;]|$)
    (?:sweetheart|sweetie|honey|darling|babe|gorgeous|honeybun|sugar|dearie|cutie|
        sunshine)(?:[.,!?]|$)
    (?:love|like) (?:your|the sound of your) voice
    (?:haha|ha ha|lol|just kidding)(?= |[.,!?;]|$)
    what are you (?:afraid|scared|waiting|hiding|so)
    are you (?:afraid|scared|stupid|blind|asleep|even|always this|too|really going|trying to|
        happy to (?:waste|lose|overpay|throw))
    do you (?:even|not care|really want to|enjoy|like (?:losing|wasting|throwing|paying)|
        want to be the)
    thrilled to be|nice to be
    good luck (?:explaining|without|with that)
    i am no longer (?:asking|going to (?:ask|beg|chase|wait))
    wake up|grow up|man up|come on|get real|your loss|own fault|shame (?:on|that you|if)
    for (?:god's|heaven's|goodness|pity's|christ's) sake
    what a (?:surprise|shame you)|big mistake|huge mistake|grave mistake
    on your (?:own )?(?:head|conscience)|your conscience|blood on|don't blame|do not blame
    do not come (?:crying|running|complaining)
    never say i|do not say i|i warned|you have been warned|warn(?:ed|ing) you|be warned
    better things to do|waste (?:my|of my|any more of my) time|wasting my time|my time is
    """
)
