"""Signs of what is hard for somebody, and of what gets better."""

from __future__ import annotations

import re

from salescoach.rubric.finding import lines, phrase

NEEDS: dict[str, re.Pattern[str]] = {
    # what is hard
    "pain": phrase(
        lines(
            r"""
            lose|loses|losing|lost|loss|losses|wast\w+|struggl\w+|headaches?|trouble\w*
            problems?|pain\w*|stuck|late|delay\w*|slow\w*|break\w*|broken|broke|down ?time
            complain\w*|complaints?|miss|misses|missed|missing|leak\w*|fail\w*|fault\w*|overtime
            short of|shortage\w*|short-handed|short-staffed|understaffed|run out|ran out
            running out|pil(?:e|es|ed|ing) up|backlogs?|queues?|queuing|chas(?:e|es|ed|ing)
            waits?|waiting|stands? idle|idle|empty|cancel\w*|no-shows?|turnover|leave after|quit
            quits|damag\w+|scratch\w*|returns?|recall\w*|reprints?|rework\w*|redo\w*|redone
            errors?|mistakes?|wrong|fines?|fined|penalt\w+|inspect\w+|audits?|overpay\w*
            overspend\w*|expensive|costs? them|costly|eat(?:s|ing)? (?:up|into)|ate|swallow\w*
            drain\w*|drag\w*|burn\w*|tie[sd]? up|tied up|nightmare|hassle|fiddly|messy|mess
            by hand|on paper|paperwork|spreadsheets?|double|twice|three times|all day
            whole (?:day|morning|week|afternoon|evening|sunday|saturday)
            hours? (?:a|every|each|on)|hard to|hard|difficult\w*|tricky|tough|worr\w+|risk\w*
            danger\w*|unsafe|injur\w+|accident\w*|theft|stolen|thefts|spoil\w*|rot|rots|rotting
            mould\w*|damp|rust\w*|wear out|worn|stuffy|cold|freez\w*|overheat\w*|noise|noisy
            dust\w*|dirty|clog\w*|block\w*|jam\w*|stops?|stopped|churn\w*
            drop(?:s|ped)? (?:off|out)|give up|gives up|gave up|abandon\w*|unsold|unpaid|overdue
            disput\w+|refund\w*|charge-?backs?|bottleneck\w*|forget\w*|forgot|nobody|no one
            never (?:get|know|see|hear)|can not (?:find|get|keep|tell|see)
            could not (?:find|get|see)|do not know|does not|did not|harder|rising|ris(?:e|es|en)
            went up|gone up|going up|jumped|pressure|busy|rush|squeez\w*|tight|burn ?out|sick
            off sick|absen\w+|scrap\w*|sits?|sitting|sat|scrambl\w+|hunting for|search\w* for
            dig\w* (?:through|out)|re-?type|retyp\w+|typed|typing|copying|re-?key\w*|manual\w*
            guess\w*|out of date|outdated|old|ageing|aging|lapse[sd]?|expir\w+|deadline
            before the|tribunal|lawsuit|bounce\w*|hang(?:s|ing)? up|unanswered|shut\w*
            close\w* early|turn\w* away|half-empty|go(?:es|ing)? cold|behind
            """
        )
    ),
    "want": phrase(
        lines(
            r"""
            want|wants|wanted|need|needs|needed|looking for|hoping|trying to|plan\w*|goal\w*
            aim\w*|must|have to|has to|had to|asked for|worried|keen|ask|asks|asking|priority
            growing|grow
            """
        )
    ),
    # what gets better
    "outcome": phrase(
        lines(
            r"""
            cut|cuts|cutting|trim\w*|halv\w+|halve|half|sav(?:e|es|ed|ing|ings)|reduc\w+
            shav(?:e|es|ed|ing)|free[sd]? up|freed|get(?:s|ting)? (?:\w+ ){0,4}?back
            got (?:\w+ ){0,4}?back|win(?:s|ning)? back|avoid\w*|stop(?:s|ped|ping)?|without
            fewer|less|no more|no longer|sooner|faster|earlier|quicker|cheaper|instead of
            rather than|keep(?:s|ing)?|kept
            bring(?:s|ing)? (?:\w+ ){0,4}?(?:down|to|back)
            brought
            drop(?:s|ped)? (?:\w+ ){0,3}?(?:to|by|from)
            down (?:to|by|from)|took|takes?|lower(?:s|ed|ing)?|shorten\w*|speed\w* up
            spe(?:d|eds) up|recover\w*|prevent\w*|protect\w*|catch(?:es)?|caught|spot(?:s|ted)?
            rais(?:e|es|ed|ing)|lift(?:s|ed)?|increas\w+|doubl\w+|tripl\w+|grew|gain\w*
            fill(?:s|ed)?|finish\w*|done|ready|open(?:s|ed)?|sleep|home (?:by|on|for|in)|on time
            in time|same day|overnight|first time|back (?:in|to|on|from)|clear(?:s|ed)?
            pass(?:es|ed)?|sort(?:s|ed)? out|fix(?:es|ed)?|solve[sd]?|solv\w+|easier|safe|safer
            quiet\w*|clean\w*|fresh\w*|longer|last(?:s|ed)?|paid|collect\w*|find|finds|found
            ends?|ended|end|stay(?:s|ed)?|hold(?:s|ing)?|held|never (?:had|have|miss|again)
            extra
            more (?:of|time|orders|bookings|sleep|room|covers)
            gone|disappear\w*|spare[sd]?
            help(?:s|ed|ing)? (?:\w+ ){1,6}?(?:to )?(?:get|cut|keep|fill|find|avoid|reduce|save|
                stop|shift|sell|win|make|run|pay|plan|track|see|know|move|store|hire|hold|turn|
                bring|spot|catch|pass|clear|open|finish|collect|use)
            """
        )
    ),
    "so_that": phrase(
        lines(
            r"""
            so (?:that )?(?:you|your|they|their|nobody|no one|the|it|everyone|staff|people|
                nothing|each|every|a|there|only|more|it is|we can)
            which (?:means|meant|saves?|keeps?|cuts?|frees?|lets?|gives?|stops?|leaves?)
            meaning|lets? (?:you|them|your|their)
            means (?:you|your|they|fewer|less|no|the)
            """
        )
    ),
    "number": re.compile(
        lines(
            r"""
            \d
            (?<!\w)(?:half|third|quarter|fifth|tenth|one in \w+|two|three|four|five|six|seven|
                eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|
                hundred|percent|per cent|dozen|couple|hours?|days?|minutes?|weeks?|months?|
                mornings?|afternoons?|evenings?)(?!\w)
            """
        )
    ),
    "helped": phrase(
        lines(
            r"""
            (?:we|i)(?: (?:have|just|also|recently|usually|can|could|typically|would|
                will))* (?:help\w*|got|get|cut|saved?|took|take|brought|bring|did|do|sorted|
                fixed?|fix|turned|turn|moved?|work with|worked with|freed?|reduced?|keep|kept|
                made|make|stopp?\w*|find|found|filled?|showed|built|halved?|trimmed|recovered|
                handled?|look after|looked after|supply|fitted|fit|put|set up)
            (?:a|one|another|the last|our last|two|three|several) (?:[\w-]+ ){0,4}?(?:client|
                customer|clinic|firm|shop|school|hotel|farm|garage|practice|depot|baker|bakery|
                workshop|yard|company|group|chain|team|site|plant|dairies|marinas?|hauliers?|
                dairy)
            """
        )
    ),
    "generic": phrase(
        lines(
            r"""
            save(?:s)? (?:you )?(?:time|money|costs?|time and money|money and time|time & money|
                both time and money)(?=[.,!;]|$| and)
            next level
            great(?:er)? (?:solutions?|results?|service|value|deals?|offers?|prices?|success)
            (?:grow|improve|boost|transform|help|benefit|optimi[sz]e|enhance|increase|
                maximi[sz]e|accelerate|improving|growing|
                boosting) (?:your |the |their )?(?:business|businesses|productivity|efficiency|
                bottom line|profits?|success|results|performance|growth|potential|operations|
                sales|revenue|roi|company|brand|competitiveness)(?=[.,!;]|$| and| by| with)
            reduce (?:your )?costs?(?=[.,!;]|$| and)|value proposition
            (?:meet|suit|fit|serve|match|all|exceed) (?:all )?(?:of )?your (?:\w+ )?(?:needs|
                requirements|expectations)
            peace of mind|win-win|quality (?:service|products?|solutions?)
            good (?:service|quality|product|price|prices)
            competitive (?:prices?|rates?|pricing)|solutions?|cost[- ]effective
            add(?:s|ed)? value|benefits? (?:you|your|to)|better results|more efficient
            efficiency|make your life easier|everything you need
            """
        )
    ),
}
