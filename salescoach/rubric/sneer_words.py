"""Words of shame and sarcasm: flattery as a lever, mock politeness, sneers."""

from __future__ import annotations

from salescoach.rubric.finding import lines

SNEER = lines(
    r"""
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
