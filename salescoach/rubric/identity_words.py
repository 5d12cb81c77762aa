"""Words that introduce a caller, and words that no name begins with."""

from __future__ import annotations

import re

from salescoach.rubric.finding import lines
from salescoach.rubric.spelling import words

GREETINGS = words(
    """
    hi hello hey hiya hullo dear yo yes namaste namaskar bonjour hola g'day gday howdy
    evening morning afternoon greetings good day gm oh um uh ah er erm so ok okay well right
    there again sir madam mate to you listen look just only quick one hallo salut aloha
    everyone team folks all yeah this message is for a the in regarding friend friends
    sweetheart darling love my mr mrs ms miss pal buddy neighbour neighbor customer
    colleague gents ladies call ring contact text phone
    """
)
TITLES = words(
    """
    mr mrs ms miss dr prof sir madam herr frau reverend father sister mr. dr.
    """
)
FILLERS = words(
    """
    here speaking calling ringing phoning again this side over out back down up and i am it
    is work works who working um uh er erm sorry writing just only from with at of for also
    main on behalf representing in line your you know well yes that's that so
    """
)
LINKS = words(
    """
    from with at of for representing frm @
    """
)
# Words that a name does not begin with.
NO_NAME = words(
    """
    a an the about regarding not your our my his her their just in for to on at with from by
    calling ringing phoning speaking here there important urgent another again going it that
    this is was be been really very so and or but if i you we he she they who what when
    where how one only yes no sure glad happy sorry afraid hoping trying reaching following
    looking wondering aware new old still also currently based back sending leaving
    returning getting doing working well good great nice all quick quickly simply me regards
    re interested pleased delighted writing responding checking touching offering selling
    more less than ready able available free late early as final last second third fourth
    fifth up out off into over under next through today tomorrow monday tuesday wednesday
    thursday friday saturday sunday which because why absolutely honest certain convinced
    keen always never something nothing someone anyone number message voicemail call every
    once ok okay fine worth hard kind like confident thrilled excited proud part responsible
    running asking thinking guessing assuming told given being having seeing impressed
    planning passing driving visiting dropping
    """
)
NO_FIRM = NO_NAME | words(
    """
    home work time scratch experience anyone people companies firms businesses clients
    customers hotels offices least most january february march april may june july august
    september october november december stock noon lunch half ten two three four five six
    seven eight nine times cost costs hand heart risk speed scale some any many each other
    others those these months years weeks us them
    """
)
# Not the beginning of a firm even with a capital.
NEVER_FIRM = words(
    """
    i monday tuesday wednesday thursday friday saturday sunday january february march april
    june july august september october november december we you it he she they thanks please
    call if this that my our your there hope just when what who how would could
    """
)
REFERS = words(
    """
    told suggested mentioned said says gave asked recommended passed introduced thought
    reckoned put pointed tells thinks has had was were wants wanted will would looks runs
    handles
    """
)
INTRO = re.compile(
    lines(
        r"""
    (?<![\w'])(?:this is|it is|its|i am|my name is|name is|the name is|my names|my name|myself|
        here speaks|you are (?:speaking|talking) (?:to|with)|me, it is|am|it is me|names|
        me name is|they call me)(?:,? (?:only|just|again|your|mr|mrs|ms|miss|dr|me|um|er|uh|
        the one and only|big|little|old)[.,]?)*,?[ ]
    """
    )
)
CALLED = re.compile(
    lines(
        r"""
    (?:(?:a|an|the|my|our|my own|this|company|firm|small|little|local|new|family|business|group|
        team|people|guys|folks|shop|outfit|charity|agency|startup|[\w-]+) ){0,5}?(?:called|
        named)[ ]
    """
    )
)
OWN_BUSINESS = re.compile(
    lines(
        r"""
    (?<!\w)(?:i|we|my (?:wife|husband|brother|sister|dad|father|mother|partner|
        family) and i) (?:also |just |actually )?(?:run|own|have|started|set up|opened|operate|
        manage|am running|founded|are running) (?:a|an|the|my own|our own|my|our|
        this) (?:[\w'&-]+,? ){0,4}?(?:business|practice|company|firm|shop|studio|agency|
        workshop|outfit|consultancy|service|garage|bakery|yard|nursery|farm|clinic|office|
        startup|start-up|store|kitchen|brewery|press|school|gallery|laundry|charity|cooperative|
        co-op|round|van)(?!\w)
    (?<!\w)i am (?:a|an) (?:independent|freelance|self-employed|one-man|one-woman|
        sole) [\w -]{2,30}
    """
    )
)
FIRM_ONLY = re.compile(
    lines(
        r"""
    (?<!\w)(?:(?:i am|i work|we are|am|representing|calling|ringing|phoning|speaking|i call|
        i ring|and)(?: (?:\w+ ){0,2}?)(?:from|with|at|of|for)|i represent|on behalf of|(?:here|
        we|us|over) at|here from|(?:my|our) (?:company|firm|business|shop|agency|practice|
        studio|outfit|organisation|organization|charity)(?: name)?(?: is called| is|,)|
        the name of (?:my|our) (?:company|firm|business) is|i (?:own|started|founded|run|manage|
        look after|handle|cover)(?: [\w,'-]+){0,6}? (?:for|at|of)|i (?:own|started|founded|run)|
        we are) (?:the |a company called |a firm called |company )?(?P<firm>[^\W_][\w'&.-]*)
    """
    )
)
