"""Words of blame: reproach, guilt, pleading, rudeness, shame and sarcasm."""

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
        letting me|forgetting)
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
    # flattery and shame as levers
    (?:a|any|every|no|the kind of|
        the sort of) (?:good |decent |responsible |sensible |serious |smart |caring |real |prope
        r |grown |wise |clever |loyal |true |modern |professional )?(?:manager|woman|man|boss|
        leader|parent|person|owner|director|head|chef|doctor|teacher|farmer|professional|
        businessman|businesswoman|employer|lady|gentleman|landlord|mother|father|colleague|
        customer|buyer|partner|employee)s? (?:who|that|of your|in your|like you|as|with any|
        worth)(?: [\w']+){0,8}? ?(?:would|ought|should|never|does not|do not|will|wants?|picks?|
        knows?|understands?|makes?|acts?|leaves?|cares?|can see|puts?|lets?|risks?|ignores?|
        waits?)
    a grown (?:man|woman|up|adult)|grown[- ]up
    (?:do not|don't|never|would hate|not want|hate|sure you do not want|sure you would not want|
        would not want)(?: for you)? to (?:be|see|think|watch|find|
        have to tell)(?: \w+){0,3}? (?:the (?:boss|one|only|manager|firm|company|person|last)|
        you (?:lose|miss|fail|regret|left|end up|fall|go|let|making|lost|explain)|
        your (?:people|staff|team|family|customers|children|guests|patients|competitors|
        residents|kids|tenants|name)|that you)
    be the (?:boss|manager|one|owner|parent|firm|company|director|head) (?:who|that) (?:said no|
        says no|did nothing|missed|ignored|let|cost|turned|failed|waited|laughed|could have|
        lost|refused)
    (?:explain|explaining|tell|telling|justify|justifying|
        defend)(?: \w+){0,3}? to your (?:board|boss|staff|team|customers|wife|husband|guests|
        residents|owners|partners|insurer|shareholders|colleagues|people|children|kids|director|
        clients|tenants|members|governors|trustees)
    (?:because|on account) of you(?=[.,!?]|$| and)
    (?:could|would|can|did) not (?:find|spare|manage|be bothered)(?: \w+)? (?:five|ten|two|a|
        one|thirty) (?:minutes?|moments?|seconds?|sentence|word|line)
    (?:i|we) (?:have )?(?:turned|sent|put|kept) (?:away |down |off |back )?(?:another|other|a|
        two|three|several)? ?(?:\w+ )?(?:client|customer|appointment|buyer|job|offer|order|
        family|people|bookings?)s?(?: \w+)? (?:away |down |off |waiting )?(?:for you|because|
        to (?:keep|hold|save|make)|on your)
    (?:blocked out|cleared|kept|gave up|cancelled|spent|lost|drove|driving|worked|
        put aside)(?: \w+){0,6}? (?:for you|for your|because you|on you|of my life|
        my (?:whole )?(?:weekend|week|february|holiday|evening|sunday|saturday))(?= |[.,!?]|$)
    (?:heartbroken|heart broken|broke my heart|breaks my heart|break my heart|losing sleep over|
        cried|in tears)
    (?:promise|promised|gave) me (?:the|a|your|that|you)(?: \w+){0,4}?,? (?:and|but) (?:you|it|
        here|still|then|nothing)
    you promised|your promise|keep your (?:word|promise)|kept your word|go back on
    # sarcasm and sneers
    (?:going|gone|doing|that went|worked out|working out) (?:brilliantly|splendidly|swimmingly|
        wonderfully|great|well|marvellously|nicely)(?:,)? (?:then|i see|is it|isn't it|clearly|
        obviously|for you)
    what a (?:pleasure|joy|delight|privilege|treat|surprise|honour|shock|
        thrill) (?:it |to |this )?(?:has |is |was |be )*(?:been )?(?:to )?(?:wait|be|hear|not|
        again|nothing|ignored|chase|waiting|chasing)
    lucky me|do enlighten|pray tell|do tell(?=[.!?])|heaven forbid|god forbid
    oh (?:dear|please|sure|great|wonderful|well done)
    in another century
    (?:do|does) \w+ (?:even|actually|really) (?:exist|work|read|answer|have)
    (?:most|some|other|decent|normal|polite|serious|sane|grown|professional|other|
        busy) (?:people|customers|clients|managers|businesses|adults|folks|companies|buyers|
        professionals|ones)(?: i (?:know|meet|deal with))? (?:manage|find it (?:hard|difficult)|
        answer|reply|would have|have the|at least|can|know how|do|call back|keep|pick up|say|
        bother|return|who come|usually find|regret)
    one of us (?:keeps?|has|is|does|was|remembers|still|works|means)
    every(?:one|body) (?:else )?(?:gives|manages|answers|can|has managed|replies|keeps|finds|
        else)
    (?:and |but )?this time (?:try|do|please|be|make|actually|really|keep|mean)
    try (?:to be there|harder|reading|keeping|answering|listening|saying)(?=[.,!?]|$)
    my (?:nan|gran|grandmother|grandma|dog|cat|mum|kid|daughter|son|nephew|six-year-old|
        five-year-old|toddler|child|niece)(?: \w+)? (?:could|can|would|does|has|writes?|
        designs?|answers?)
    did a (?:child|monkey|dog|toddler|blind|drunk|kid)
    takes the biscuit|takes the cake|poor form|bad form|bad manners|(?:that is|is) what you get
    if i were you
    (?:at|to) the (?:back|end|bottom) of the (?:queue|line|list|pile)
    do[- ]not[- ](?:quote|call|serve|contact) list
    black ?list\w*
    either you(?: [\w',]+){1,14}? or (?:you|i|we|else|the|it|my|your)
    you are next|your turn next
    (?:nobody|no one|anyone) (?:warned|told) you
    (?:not|won't|never|am not) (?:be )?(?:leaving|going anywhere|moving|hanging up|
        letting you)(?: \w+){0,4}? (?:until|till|without|before)
    until (?:we have|i have|you give|i get)(?: got)? (?:a|an|your|my) (?:date|answer|yes|
        signature|time|meeting|name)
    so (?:does|is|has|will) my patience|with your taste
    do the needful (?:today|immediately|at once|now|urgently)
    (?:kindly|please) (?:revert|reply|respond|answer|decide|confirm|sign|
        do the needful)(?: \w+){0,4}? (?:today|immediately|at the earliest|at once|asap|
        by (?:eod|tonight|tomorrow|noon)|without (?:fail|delay))
    today itself|i am answerable|angry with me
    (?:have|had|would have been|would be) (?:the )?(?:decent|decency|manners|courtesy|guts|
        courage|grace|nerve|cheek|gall)(?: \w+)?
    (?:man|woman) enough|type the word|your own standards|standards of communication
    going to keep me waiting
    keep(?:ing)? (?:me|us) (?:waiting|hanging|guessing|dangling)
    leave (?:me|us) (?:hanging|dangling|guessing)
    left (?:me|us) (?:hanging|dangling|waiting|standing)
    string(?:ing)? (?:me|us) along|strung (?:me|us) along
    (?:took|take|taking|steal|stole|stealing|pinch\w*|copy|using|use) (?:my|our) (?:ideas?|work|
        designs?|drawings|numbers)(?: \w+){0,4}? (?:and|to|for|with|without|elsewhere)
    wouldn't make me|would not make me
    make me (?:wait|beg|chase|ask|call|come|go|look)
    made me (?:wait|chase|beg|do|look)|little signature|or do i have to|or must i
    or shall i (?:tell|ask|call) your|how hard|honestly,? (?:how|what|who)|some of us
    after \w+ing (?:to|all|twice|so)(?: \w+){0,4} for you
    and me after|as (?:i think )?you would admit|considering how (?:much|hard|long|many)
    # mock politeness
    funny (?:how|that) (?:there|you|some|the|it|nobody|they)|fancy that|well well
    how (?:leisurely|nice|convenient|kind|thoughtful|very \w+|generous|brave|charming|relaxed)
        (?: of you| for you| for some\w*)?,? (?:for (?:someone|somebody|some)|to|that you|of you)
    go on,? (?:say|admit|pick|live|do|just|tell|be|surprise|then)
    (?:it|that|this|a (?:date|reply|yes|call)|two minutes) (?:will|would|does|did|can) not[ ]
        (?:hurt|bite|kill|cost|break)(?: you)?
    once more,? slowly|let me (?:spell|say) (?:it|this) (?:out|again|slowly)|in case you[ ]
        (?:forgot|had forgotten|missed it|did not notice|have forgotten)
    (?:not )?(?:do not you )?mind me|remember (?:that )?i exist|that i exist|if you remember me
    (?:liar|fool|idiot|monkey) (?:out )?of me|who do you think|who you think
    (?:asked|told|begged|reminded|warned) you (?:nicely|politely|twice|already|three times|often
        |again and again|time and again|enough)
    too much to (?:expect|ask|hope)|(?:others|anyone else|any other \w+|most) would have[ ]
        (?:written|given|walked|hung|stopped|sent|billed|moved|called|replied|answered)
    (?:can not|could not|will not) (?:answer|be responsible|be held responsible|vouch) for what
    (?:it|that|this) (?:stings|hurts|pains me|saddens me|is painful|is hurtful|rankles)
    who (?:held|holds|is holding|has held) (?:this|it|us|things|everything) up
    saying and doing|your word (?:means|is worth|counts for)|
        (?<!thank you )(?<!thanks )so much for (?:your|the|that|keeping|being|a)|
        whatever happened to
    some of us (?:have|work|keep|do|still|are)|must be nice|nice for some|good for some
    (?:too|so) (?:grand|important|proud|posh|busy and important|high and mighty) (?:to|for)
    busy\? you|never mind (?:what your|your|the excuses|that)|your (?:little|famous|usual|
        so-called)
        [\w-]+|your excuses?|another excuse|what is (?:it|the excuse) this time|this time round
    (?:not|never) (?:a )?(?:grown|serious|real|proper) (?:enough|business|company|people)
    (?:learn|teach you|taught you) (?:some )?(?:manners|to answer)|were you (?:brought up|raised)
    i (?:am|was) (?:beginning|starting) to (?:think|wonder|feel|believe|suspect)(?: that)? (?:you
        |i am|nobody|my)
    (?:waste|wasted|wasting|squander\w*) (?:of )?(?:my|our|everyone's) (?:time|morning|
        afternoon|day)
    cat got your tongue|lost your (?:tongue|voice|phone|manners)|fingers? broken|phone broken
    are (?:your )?(?:fingers|phones?|hands) broken|(?:have|did) you (?:died|die|forgotten how)
    i (?:should|would) have (?:thought|expected|hoped)(?: that)?(?: \w+){0,8}? (?:you|better|a
        (?:reply|date|call)|manners|courtesy)
    """
)
