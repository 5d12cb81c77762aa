"""The break-up email: what was done, that no answer came, the conclusion, and two questions."""

from __future__ import annotations

import re

from salescoach.rubric.finding import Finding, hits, merge, phrase
from salescoach.rubric.pressure import pressure
from salescoach.rubric.reading import Reading, Span
from salescoach.rubric.times import BOUNDED

_NEED_WORD = r"(?:needs?|questions?|concerns?|points?|problems?|requirements?|worries|worry|issues?|must-haves?|wish(?:es|list)?|list|brief|queries|query|doubts|challenges?|situation|headaches?|gaps?|demands?|objections?|specification|spec|everything|faults?|trouble|complaints?|checklist|conditions|priorities|goals?|aims?|snags?|items|asks|criteria|bottlenecks?)"
_DEALT = r"(?:answer\w*|address\w*|cover\w*|deal\w*|dealt|solv\w+|resolv\w+|met|meet|meets|discuss\w*|went (?:through|over)|gone (?:through|over)|work\w* (?:through|out)|look\w* (?:at|into|over)|tackl\w+|sort\w*|clear\w* up|clarif\w+|respond\w*|repl(?:ied|y) to|took? care|taken care|fix\w*|handl\w+|listen\w*|heard|understood|understand|dug into|built (?:\w+ )?around|map\w*|studied|studying|tick\w*|walk\w* through|talked (?:through|over|about)|explain\w*|reply|analys\w+|analyz\w+|assess\w*|examin\w+|inspect\w*|survey\w*|measur\w+|ironed out|taken up|took up|check\w*|ran through|noted|wrote down|written down|gave answers?|fits?|fitted|suits?|satisf\w+|attend\w*|settl\w+|identified|review\w*|put to rest|laid out|dealing|figured out|nailed)"
_NEEDS = [
    r"(?:i|we|you and i|our \w+|my \w+)(?: (?:have|had|also|then|both|already|all|carefully))* (?:answer\w*|cover\w*|address\w*|dealt with|deals? with|looked after|solv\w+|fix\w*|listened to|worked (?:out|through|around|round)|plann?\w*|met|confirm\w*|understood|cleared up|satisfied|gone (?:through|over|into)|went (?:through|over|into)|sorted|handled|resolved|clarified|took care of|researched|tested|checked|measured|noted|replied to|responded to|explained|settled|studied|tackled) (?:\w+ ){0,3}?(?:your|what|the|each|every|all|both|them|those|how|two|three|four|round|that|whether|it|everything|any|you)",
    r"(?:as|which|that|what|the \w+ (?:\w+ )?) ?you (?:\w+ )?(?:required|needed|asked(?: for| about)?|wanted|described|showed me|raised|mentioned|listed|said was|pointed out|worried about|complained|gave us|gave me|told me|told us|were after|had)",
    r"(?:answers?|solves?|covers?|fixes|meets?|ends|cures|handles|suits|fits|addresses|ticks) (?:\w+ ){0,3}?(?:your|every|each|all|the|both|those|them)(?: [\w'-]+){0,5}",
    rf"(?:i|we|you and i|us) (?:have |had |both |also |then |already |think i |believe i |fully |all |carefully |hopefully |together |first )*{_DEALT}(?: [\w',-]+){{0,9}}? {_NEED_WORD}",
    rf"(?:all |each |every |both |most )?(?:of )?(?:your|the|those|these) (?:[\w'-]+ ){{0,4}}?{_NEED_WORD}(?: [\w',-]+){{0,8}}? (?:were|was|have been|has been|had been|are|is|got|all|i|we|now|got) (?:\w+ ){{0,3}}?{_DEALT}",
    r"(?:i|we) (?:have |think |believe |hope )*(?:i |we )?(?:covered|answered|addressed|dealt with|solved|sorted|fixed|handled|resolved) (?:everything|all|what|each|every|both|the|your|them|those|it)",
    r"you (?:had |have |very kindly |kindly |once |first )*(?:told|explained to|described to|showed|walked|shared with|gave|outlined to|laid out for|set out for) (?:me|us) (?:\w+ ){0,3}?(?:what|how|about|where|why|your|through|that|the)",
    rf"you (?:had|raised|listed|mentioned|named|brought up|put to (?:me|us)|asked|described|explained|set out|wanted|needed|need|were looking for|asked for)(?: [\w',-]+){{0,8}}? {_NEED_WORD}",
    r"(?:what|all|everything|whatever) (?:that )?(?:you|your \w+) (?:\w+ )?(?:need|needed|asked|raised|wanted|were looking|described|required|listed|told|mentioned|brought up|were worried)",
    r"(?:the|your|that|a) (?:[\w'-]+ ){0,3}?(?:problem|issue|trouble|leak|fault|backlog|bottleneck|headache|need|worry|gap|shortage|delay)s?(?: (?:that |which )?(?:you|with|in|at|of|on))? ?(?:described|had|have|raised|mentioned|showed|told|were having)?",
    r"you (?:need|needed|wanted|want|required|require|were (?:after|short)|asked for|were looking for) (?:a|an|the|your|to|more|some|two|three|four|someone|something|help|new|better|fewer|less|\w+)",
    r"(?:we|i) (?:solved|fixed|tackled|looked at|studied|discussed|went through|went over|worked through|talked through|talked about|measured|surveyed|spent|sat down) (?:\w+ ){0,8}?(?:together|with you|your|for you|you (?:described|raised|mentioned|told))",
    r"(?:your|the) (?:[\w'-]+ ){0,4}?(?:needs?|questions?|requirements?|concerns?|problems?|points?|worries)(?: \w+){0,3}? (?:dealt|answered|met|covered|addressed|settled|clear|done)",
    r"(?:for|of|from) the (?:two|three|four|five|six|\w+) [\w-]+ (?:that )?you (?:need|needed|wanted|asked)",
]  # fmt: skip
_OFFER_WORD = r"(?:proposals?|quotes?|quotations?|offers?|solutions?|estimates?|plans?|package|bid|tender|pricing|prices?|contract|design|drawings?|fix|recommendation|option|options|figures|costings?|costing|programme|schedule|scheme|spec|draft|numbers|terms|answer|way|remedy|layout|demo|agreement|paper|submission|suggestion|model|budget|sheet|document|trial|concept|pitch|kit list)"
_OFFERED = r"(?:sent|send|submitted|presented|made|gave|given|drew up|drawn up|put (?:forward|together|on the table|in front|to you|in)|prepared|offered|provided|proposed|quoted|quoted for|wrote|written|delivered|suggested|laid out|set out|issued|handed|emailed|posted|tabled|built|designed|worked up|came (?:up|back) with|costed|priced|showed|shown|followed (?:up )?with|supplied|dropped|recommended|outlined|worked out|passed|left|shared|mapped out|sketched|put)"
_SOLUTION = [
    r"(?:i|we|and|then|,|also|have|had|you got|you had|you have|you received|duly)(?: (?:have|had|i|we|also|then|duly|already|you|just|even|our|my|the|a))* ?(?:quoted|priced|bid|pitched|costed|tendered|proposed|offered|estimated|quoted you|submitted|presented|put (?:a |the )?(?:price|figure|number|cost|fee|offer|proposal|fix|plan|quote|package)|put (?:it|that|this|everything|them) (?:in|into|on|to|together|forward)|drew (?:it |them |this )?up|sent (?:it|you|over|them|the|a|our|my|off)|made you|gave you (?:a|the|my|our)|(?:my|our|a|the) (?:number|price|bid|figure|fee|cost|method statement|fee proposal|price list|sketch|concept) (?:for|of|on|with|to|in|was|is|has|came|went|landed))",
    r"(?:bid|offer|quote|proposal|price|quotation|number|estimate|solution|figures?|tender|plan|drawings?|paper|fix|fee)(?:'s| is| was| has been| have been| lies| lay| sits| sat| went| came| reached| landed| stands)(?: \w+){0,2}? ?(?:in|on|with|before|to|at|from|ready|since|by|over|there|left|sent|still|un\w+)",
    rf"(?:i|we|my colleague|our team)(?: (?:have|had|also|then|both|duly|already|even|carefully|subsequently|since|did|and))* {_OFFERED}(?: [\w',-]+){{0,8}}? {_OFFER_WORD}",
    rf"(?:and|then|,|also|afterwards|after which|plus) (?:i |we |also |then |duly |had |have )*{_OFFERED}(?: [\w',-]+){{0,6}}? {_OFFER_WORD}",
    rf"(?:my|our|the|a|this|that|its) (?:[\w'-]+ ){{0,4}}?{_OFFER_WORD}(?: [\w',-]+){{0,6}}? (?:was|is|has been|have been|went|were|reached|remains?|lies|sits|sat|has|have|landed|arrived|stands|followed|from|of|dated|that|which|i|we|for|on|to|in|since|with|you|unanswered|undecided|,)",
    rf"you (?:have |have had |received |had |got |now have |hold |were sent |were given |also have |also received |have got )+(?:\w+ ){{0,2}}?(?:my|our|the|a|an) (?:[\w'-]+ ){{0,3}}?{_OFFER_WORD}",
    r"(?:i|we) (?:have |also |then |and )*(?:quoted|priced it|proposed|costed|made you an offer|offered (?:you )?(?:a|an|to|the|two|three))",
    r"(?:with|in|on|about|to) (?:my|our|the) (?:[\w'-]+ ){0,3}?(?:proposal|quote|quotation|offer|estimate|solution|bid|tender|plan)(?!\w)",
]  # fmt: skip
_NO_ANSWER = phrase(
    r"(?:heard|had|got|seen|received|getting|hearing) (?:zip|zilch|nada|nowt|naught|nought|diddly|crickets|bugger all|nothing|not a (?:word|peep|sausage|dicky bird|thing|whisper|sound|line|squeak))|no (?:call|calls|email|mail|letter|line|phone call|text|message|sign of life|joy|dice|luck|contact|signal|indication|outcome|result)(?:s)?(?:,? no \w+| from| yet| since| so far| either|,|\.|$)|not a (?:peep|word|sausage|dicky bird|whisper|squeak|line|sound)|(?:without|lacking|missing|awaiting|lacks) (?:a |an |any |your )?(?:reply|answer|decision|response|word|verdict|signature|reaction|acknowledgement)|(?:stayed|remained|kept|been|gone|fallen|stay|remain|went|keeps?) (?:\w+ )?(?:silent|quiet|mum|dark|stumm)|(?:do not|don't|did not|didn't|have not|never|not) (?:say|said|said either|told us|told me) (?:yes|no|either|a word|anything|one way)|(?:not|never) (?:answering|answered|replying|responding|heard|told|informed|received|been told|given|come|got)(?: \w+)?|(?:said|say|saying|written|writing) (?:neither|nothing|not)|wait(?:ed|ing)? (?:\w+ )?(?:\w+ )?(?:weeks?|months?|days?|long|a while|in vain|since|for)|(?:weeks|months|days|long time|quarter|year) (?:of (?:silence|quiet|nothing|waiting)|without|with no|have (?:passed|gone by)|went by|later|on|passed|ago and)|never (?:told|informed|learned|learnt|found out) the outcome|(?:fell|fallen|landed) on deaf ears|the line (?:has gone|went|is) (?:dead|quiet)|(?:is|are|sits?|lies?|lying|been|languish\w*|gathering|hanging|left|still|stuck) (?:\w+ )?(?:on|in|with|at) (?:your|the) (?:desk|drawer|hands|side|inbox|end|table|in-tray|tray|pile|air|limbo)|gathering dust|(?:nobody|no one|none of you|anyone)(?: \w+){0,5}? (?:answered|replied|managed|told|said|came|called|responded|got back|let)|(?:not|n't|never) (?:get|got|gotten|receive|received|have|had|hear|heard|see|seen)(?: \w+){0,3}? (?:back|yes|no|answer|reply|response|decision|word|verdict|feedback)"
    r"|"    r"(?:i|we)(?: (?:have|had|still|did|do))* (?:not|never|n't|yet to|heard nothing|had nothing|received nothing|seen nothing|nothing)(?: (?:yet|ever|actually|had|have|so far|since|really|got|get))* ?(?:heard?|hear|received?|had|have|got|seen|been told|been given|come back|know whether|know if|know where)?(?: [\w'-]+){0,4}? ?(?:back|from you|anything|answer|reply|decision|response|word|yes|no|either way|whether|nothing|news|sign)"
    r"|(?:i|we) (?:have )?(?:heard|received|had|got|seen) (?:nothing|neither|no(?:thing)?|silence|not a word|only silence|back nothing|not one word)|(?:have|had) (?:neither|nothing)(?: \w+){0,4}? (?:nor|back|from|since)|(?:have not|has not|had not|did not|not yet|never|still not)(?: (?:yet|ever|actually|since|then))? (?:heard|had (?:a|an|any)|received|got|come back|replied|answered|responded|decided|said|told|let me know|given|accepted|declined|been (?:able|accepted|answered|decided|signed)|reached|made|got back|reply|answer|hear|say|respond|decide)"
    r"|(?:no|not a|not one|without a|without any|zero|not any|neither a|never a|nor any)(?: (?:clear|firm|single|further|real|definite|final|word of|sign of a|actual|formal|written|kind of|hint of a))* ?(?:reply|replies|answer|answers|response|decision|word(?! of a lie)|news|yes|acceptance|feedback|verdict|sign|reaction|signature|yea|yay|green light|go-ahead|comeback|peep|call back|acknowledgement|message)(?: (?:or|nor|and) (?:a )?(?:no|yes|refusal|otherwise|nay))?"
    r"|(?:neither|not)(?: \w+){0,3}? (?:accept\w*|yes|a yes|said yes|agreed|confirmed|an acceptance|signed|approved)(?: \w+){0,4}? (?:nor|or|or a)(?: \w+){0,2}? (?:declin\w*|refus\w*|no|a no|reject\w*|turn\w*|rejected|a refusal|rejection)|neither (?:a )?(?:yes|accept|acceptance|word)"
    r"|(?:yes|accepted|acceptance|yea)(?: or| nor)(?: \w+){0,2}? (?:no|declined|nay)|(?:radio )?silence(?! is golden)|(?:gone|went|going|been|all|very|so|rather|awfully|fallen|things have been|it has been) (?:\w+ )?(?:quiet|silent|dark|cold)|crickets|nothing (?:has )?(?:come|came|back|since|so far|from|further|either way|after|heard|in return|yet|at all)|(?:remains?|still|lies|lying|sits|sitting|stands|been left|left|is|gone|went|was|been|has been) (?:un(?:decided|answered|signed|acknowledged|opened|touched)|open|pending|without (?:an )?(?:answer|reply|decision)|on your desk|waiting)|(?:un(?:answered|decided|signed|acknowledged))|(?:waiting|waited|awaiting) (?:for|on|to hear|your|since|in vain|a|without)|(?:being|been|be) ignored|(?:am|are) (?:still )?in the dark|not even a reply|not (?:one )?word|(?:drawn|drew) a blank|never (?:came|heard|replied|answered|got|did)|(?:calls?|emails?|messages?|letters?|voicemails?)(?: \w+){0,6}? (?:have gone|went|gone|are|were|remain|not been|have not) (?:un\w+|nowhere|returned|answered|without)|(?:decision|answer|reply|response|verdict|yes or no)(?: \w+){0,3}? (?:has|have|did|is|was) (?:not|never|yet to|still not|missing|outstanding|overdue)(?: \w+)?|haven'?t (?:said|told|decided|answered|replied)|have you decided|no further (?:word|contact|along)|none (?:has )?(?:came|come|arrived|so far)|still (?:do not|don't) (?:have|know)|ghosted"
)
_ASSUME = r"(?:regard\w*|treat\w*|i would say|i dare say|my money is|money on|i am (?:left|led|forced|bound|inclined|driven) to|working on the (?:basis|assumption)|the (?:logical|only|obvious|natural) (?:conclusion|reading)|i bet|i wager|i fear|i am afraid|hence|by now|no doubt|it appears|i see|i hear|i am (?:sure|certain|convinced|confident)|i trust|i notice|which tells|which means|mark(?:ing|ed)?|clos(?:e|ing)|fil(?:e|ing)|record(?:ing)?|count(?:ing)?|note|noting|log(?:ging)?|i accept|will accept|accept(?:ing)?|i have (?:put|marked|filed|taken)|i will (?:take|put|mark|count|file|treat|read)|assum\w+|presum\w+|conclud\w+|conclusion|tak(?:e|ing) it(?: that| as)?|took it|tak(?:e|ing) (?:that|this|your silence|the silence|silence|no (?:reply|answer|news))(?: \w+){0,3}? (?:as|to mean|for)|gather|guess(?:ing)?|suppos(?:e|ing)|suspect\w*|figur(?:e|ed|ing)|reckon\w*|read(?:ing)? (?:it|this|that|is|the silence|your silence)(?: \w+){0,3}?|believe|think|thinking|infer\w*|understand(?:ing)?|imagin\w+|expect|my (?:read|guess|bet|hunch|sense|feeling|impression|assumption|conclusion|understanding|best guess|working assumption)|i (?:can only|must|have to|am left to|will|shall|would|am going to|now|therefore|am) (?:\w+ )?(?:assume|conclude|presume|think|suppose|guess|take|infer|deduce|accept|believe|read|imagine|consider)|deduc\w+|consider(?:ing)?|tells? me|suggests?|means?|it (?:seems|looks|appears|sounds)(?: to me)?(?: like| as if| as though| that)?|apparently|evidently|obviously|clearly|presumably|no doubt|must have|will have|safe to say|sounds like|looks like|looks as|writing (?:this|it|us|myself) (?:off|down)|treat(?:ing)? (?:this|that|it|your silence|the silence|silence)(?: \w+){0,2}? as|counting (?:it|this|that) as|have you down as|put (?:it|you|us|this) down as)"
_CHOSE = r"(?:(?:in|into|to|on|at) (?:some(?:one|body) else's|another \w+'s|other|someone's|another)(?: \w+)?|in favour of|in favor of|lost to|running to|as (?:a )?(?:decision|lost|settled|closed|declined|rejected|refusal|gone)|your (?:own|in-house) (?:crew|team|people|staff|lad|lads|man|men)|second one|cousin|do(?:ing)? the work|chosen one|is (?:done|gone|settled|taken|placed|decided|elsewhere|let|over)|took (?:it|the|your|another|their)|taken (?:it|the|your|another|their|on)|(?:someone|somebody|another|other|different|rival) (?:\w+ )?(?:beat|got|won|has|had|is|landed|took|will|does|did|was)|other company(?:'s)?|others|competing|decided|preferred|appointed|adopted|renewed (?:with|your)|hired|won|awarded|settled|lost|let to|is let|(?:another|a different|other|your own|some other) [\w-]+(?: [\w-]+)?(?: has| have| is| are| won| got| will| does|'s)|others now|somebody|take another|deciding for|got the (?:job|order|work|contract)|has (?:it|the (?:order|job|work|contract))|chose|chosen|choose|picked|pick|selected|opted|went (?:with|for|elsewhere|another|a different|in|down|to|ahead with|somewhere|the other)|gone (?:with|for|elsewhere|another|a different|in|down|to|ahead with|somewhere|the other)|going (?:with|for|elsewhere|another|a different|to (?:stay|stick|keep|leave|use|go with|do it)|in a different|it alone|somewhere)|go (?:with|elsewhere|another|a different)|decided (?:against|on|for|in favour|in favor|not|to (?:stay|stick|keep|go|do|leave|use|carry|remain|work|give|take|hire|buy|handle|wait)|otherwise|to drop|elsewhere|it)|settled (?:on|for|with|elsewhere)|signed (?:with|elsewhere|up with|someone|somebody|another|on with)|placed (?:it|the order|the work|the job|your order|the business) (?:with|elsewhere)|awarded|hired|found (?:some(?:one|body)|another|a better|a different|what|your|an alternative|a cheaper)|given (?:it|the|this|your)(?: \w+){0,3}? to|gave (?:it|the|this|your)(?: \w+){0,3}? to|went to|gone to|bought (?:elsewhere|from|another)|buying (?:elsewhere|from)|ordered (?:elsewhere|from)|(?:being |now )?supplied by|with (?:another|someone else|somebody else|one of|a different|a competitor|a rival|some other)|another (?:firm|supplier|vendor|company|provider|caterer|route|way|partner|bidder|contractor|direction|agency|party|outfit|option|quote|solution|road)|someone else|somebody else|some other|elsewhere|a (?:competitor|rival)|competitors?|rivals?|stay(?:ing|ed)? (?:with|as|put|where)|stick(?:ing)? (?:with|to)|stuck (?:with|to)|keep(?:ing)? (?:the|your|things|what|to|it|on with|on)|kept (?:the|your)|remain\w* with|leav(?:e|ing) things|leaving it|not (?:going (?:ahead|forward|to|any further)|proceed\w*|to (?:proceed|go ahead|go on|buy|change|move|pursue|take)|go ahead|moving|pursu\w+|tak\w+|happening|for you|to be|want|won|ours|us|be going|buying|interested|chosen|you|needed|what you|our)|(?:it|answer|this) (?:is|as) (?:a )?no|a no|as a no|dropped|shelved|abandoned|dead|lost (?:this|out|it|the)|moved on|(?:made|make) (?:a|your|another|other) (?:different |other )?(?:choice|decision|arrangements|plans)|other (?:arrangements|plans|route|ideas)|do(?:ing)? it (?:yourselves|in[- ]house|internally|without)|in[- ]house|internal(?:ly)?|handl\w+ it|passed on|declin\w+|turned (?:it|us|me) down|beat|beaten|better (?:deal|offer|fit|price)|cheaper|without (?:us|me)|status quo|as (?:you|things|it) (?:are|is|were)|present (?:supplier|system)|current (?:supplier|system|provider|set-up|setup)|the other (?:one|firm|lot|quote|bid|party|bidder|company|way))"
_ASSUMES = re.compile(
    rf"(?<![\w'])(?P<head>{_ASSUME})(?:[ ,:-]+[\w',%-]+){{0,14}}?[ ,:-]+(?P<tail>{_CHOSE})(?!\w)"
)
_NOT_A_CONCLUSION = re.compile(
    r"(?<!\w)(?:if|whether|unless|in case|should|can not|cannot|do not want to|will not|would not|hate to|rather not|not|never|without|may i|could i|do i|must i|shall i|should i|am i right to)(?: \w+){0,3} ?$"
)
_BUSY = re.compile(
    r"(?:busy|snowed|on hold|paused?|delay\w*|postpon\w*|holiday|away|not (?:yet )?(?:seen|had|read|got|opened)|buried|swamped|spam|junk|lost in|tied up|flat out|under the weather|up to your)"
)
_PLAIN_CHOSE = phrase(
    r"you (?:have |obviously |clearly |evidently |must have |will have |apparently |presumably |now |seem to have |appear to have |probably |likely |may well have |have probably |have clearly |have evidently |have obviously )+(?:chosen|picked|found|gone with|gone elsewhere|gone for|decided|signed|opted|settled|placed|made (?:your|a) (?:choice|decision)|went|chose|taken (?:your|it)|given)(?: \w+){0,5}?"
)
_WHO = phrase(
    r"whose(?:,| \w+){0,3}?|which(?: (?:it is|it was|one|,|of|is it|was it|are they|would that be|might that be))?(?=[ ,?.]|$)|is it (?:them|him|her|one|the|a|some|us)|what(?: is| was|'s) (?:their|its|his|her|the) name|who(?:m|se)?(?: \w+)?|"
    r"(?:who|whom|which (?:one|supplier|vendor|firm|company|provider|competitor|option|of (?:them|my|our|the)|other|partner|caterer|agency|product|system|bidder|contractor|way|route|solution|outfit|direction|quote|offer|party|name|team|crew|rival|brand|\w+)|what (?:company|supplier|firm|option|vendor|system|did you (?:choose|pick|go (?:with|for)|buy|settle on)|you (?:chose|picked|went (?:with|for)|settled on|bought|decided on)|they are called)|whose (?:offer|quote|proposal|bid|product|system))(?: [\w',-]+){0,9}? ?(?:you|it|won|got|is|was|has|have|did|beat|chose|chosen|picked|selected|with|went|go|to|the (?:work|job|order|business|contract|nod)|one|firm|are|will|doing|supplied|that|secured|landed|,|and|\?|$)|(?:by whom|with whom|to whom|for whom|from whom|whom)|(?:the|their|its|your new|your chosen|that) (?:name|identity)(?: of (?:the|your|your chosen))?(?: \w+)?|name of (?:the|your)|(?:name|tell me|share|say|know) (?:the|your) (?:winner|winning|chosen|new|other|supplier|firm|competitor|choice|name|option|one|successful|lucky)(?: \w+)?|(?:tell|let|give) me(?: \w+){0,2}? (?:their|its|the|his|her|your) (?:name|choice|new supplier)|(?:what|where) did you (?:choose|end up|decide on|go with|settle|go|land)|where (?:have )?you (?:have )?(?:went|gone|placed|ended up|landed|taken)(?: \w+)?|(?:was|is) it (?:[A-Z]\w+|one of|a local|the local|someone|anyone)|who(?= |\?)|which one"
)
_NO_WHO = re.compile(
    r"(?<!\w)(?:do not need|need not|not need|no need|do not (?:have|want|care|mind|wish)|will not ask|not asking|not ask|not going to ask|rather not|never mind|without (?:saying|telling|asking|naming)|no matter|whatever|keep (?:the name|it) |none of my business|not my business|not to|regardless of|not (?:much )?(?:matter|care|bothered|fussed)|immaterial|irrelevant)(?: [\w',]+){0,6} ?$"
)
_RELATIVE = re.compile(
    r"(?:people|those|anyone|someone|somebody|everyone|person|one|man|woman|colleague|\w+s|boss|manager|manager,|team|lady|chap|guy|customer|client|engineer|fitter),? (?:of |with )?(?=(?:who|whom|which)(?!\w))$"
)
_ASKING = re.compile(
    r"\?|(?<!\w)(?:tell|let me know|know|share|say|ask|asking|mind|curious|hear|hearing|learn|wonder\w*|interested|interest|grateful|appreciate|obliged|value|like|love|kind|could you|would you|can you|will you|may i|might i|help me|helps me|useful|glad|inform|name|pass on|drop me|spare|point|understand|kindly|please|pls|welcome|wish|question|questions|reply|line|word|note|out of curiosity|instructive|happy|favour|favor|give me|for my own|do write|send me|teach|lesson)(?!\w)"
)
_WHY = phrase(
    r"what(?: is| was| were| did| would| had| put| kept| drew| pulled| pushed| made| held| stopped| got| cost| it| they| theirs| her| his| \w+)(?: [\w'-]+){0,10}? ?(?:better|ahead|wrong|missing|lacking|lacked|liked|like|preferred|obstacle|short|advantage|difference|out|reason|lose|lost|losing|with them|over (?:us|ours|mine|me)|off|against|in the way|the edge|stronger|tick|appeal\w*|favour|favor|that (?:we|i|ours|mine)|do (?:better|differently)|decid\w*|wins?|won|worked|convinc\w*|choice|short|count\w*|swung|different\w*|improve)|which (?:criteria|criterion|points?|factors?|aspects?|reasons?|feature|features|part|parts|was (?:his|her|their|its|the)|of (?:the|these|my|our))(?: [\w'-]+){0,6}|(?:for|by) (?:which|what) (?:reason|criteria|reasons)|(?:where|how|in what) (?:theirs|they|ours|mine|he|she|it|the other \w+|their \w+|our \w+|my \w+)(?: [\w'-]+){0,5}|(?:points?|respects?|areas?|things?) (?:on|in|where|that|which) (?:which )?(?:their|they|we|our|his|the other|ours|i|my|theirs|the winner)(?: [\w'-]+){0,6}|was (?:the|our|my|it|ours) (?:\w+ ){0,3}?(?:obstacle|problem|reason|issue|too|wrong|off|price|snag|sticking point|hurdle|stumbling block)(?: \w+)?|(?:price|timing|terms|quality|cost|service|delivery|money|budget|chemistry|something (?:i|we))(?:,| or)(?: [\w'-]+){0,4}\?|what (?:we|i) (?:could|should|might|did|do|missed|lacked|got|had)(?: \w+){0,4}?|what(?: \w+)? (?:tipped|swung|clinched|sealed|decided|settled|made)(?: \w+){0,4}?|your reasons?(?:ing)?|the thinking|how (?:you|the choice|the decision) (?:came to|decided|chose|was made|fell)"
    r"|"    r"why(?: \w+){0,8}?|(?:the|your|a|what|any|main|its|their|one|whatever) ?(?:\w+ )?reasons?(?: \w+){0,5}?|what (?:made|tipped|swung|decided|drove|led|won|persuaded|convinced|clinched|counted|mattered|was (?:it|missing|lacking|wrong|better|behind|the (?:reason|deciding|difference|clincher|decider))|we (?:lacked|missed|could|did|were|got|should)|i (?:lacked|missed|could|did|got|should|was)|were we|they (?:did|had|offer|offered|do|have|got|are|were)|did (?:they|we|i|their|it|the)|spoke|speaks|could (?:we|i)|should (?:we|i)|let us|let me|put you|tilted|weighed|appealed|turned|brought|sold|settled|gave|set|is (?:it|better|missing|behind)|else|ours|my|our|their|the (?:difference|other|deciding|winner|advantage)|attracted|lay|lies|\w+ (?:had|made|did|tipped))(?: [\w'-]+){0,8}?"
    r"|where (?:we|i|our|my|they|their|the|did we|did i|did my|did our|was|it|ours|mine)(?: [\w'-]+){0,8}?(?: (?:short|better|stronger|ahead|advantage|lacked|lacking|fell|fall|beat|missed|lost|behind|edge|superior|scored|weaker|won|strong|lose|wrong|weak|ahead of))(?: \w+)?|in (?:which|what) (?:respect|way|regard|point|area|ways|respects|points|aspect)s?(?: [\w'-]+){0,6}?|how (?:we|they|ours|my|our|their|did|the)(?: [\w'-]+){0,5}? (?:short|better|beat|lacked|compare\w*|differ\w*|stronger|win|won|improve|lose|lost|outdid|edge)"
    r"|(?:where|how) (?:we|i|our \w+|my \w+) (?:fell|lost|missed|could|lacked|went|came|got|did)(?: \w+){0,4}?|(?:was|is) it (?:the |our |my |about |down to |just |a |price|on |mainly |purely |simply |something |money|cost|timing|us|terms|because)(?: ?[\w'-]+){0,8}?|(?:any|some|your|honest|a little|brief|quick|candid|frank|bit of|line of) feedback(?: [\w'-]+){0,6}?|(?:their|its|the other's|what) (?:advantage|edge|strength|selling point|strong point|trump card|appeal|plus)s?(?: \w+){0,4}?|(?:deciding|decisive) (?:factor|point|reason|thing)|(?:the )?(?:difference|clincher|decider)|what (?:we|i) (?:could|should|might|can) (?:have )?(?:do|done|did|improve\w*|change\w*|learn)(?: \w+)?|(?:we|i) (?:lacked|fell short|missed|could have done better|did wrong|got wrong)|on what (?:grounds?|basis|point)|competitive advantage|held (?:an|the) advantage|had (?:the|an) (?:edge|advantage)|the advantage (?:lay|was|over)|better (?:at|about|in|for you|in their|than (?:ours|us|mine|my|our))|how come|what for|(?:did|does|do) (?:they|their|the other|the \w+) (?:\w+ )?(?:better|beat|offer|have|do|win|outdo|give|bring)(?: \w+){0,4}?"
)
_FOLLOW = phrase(
    r"(?:i|we)(?: (?:will|shall|am going to|are going to|plan to|intend to|would|may|might|can|also|then|just|definitely|certainly|be|still|again|simply))+ ?(?:call|ring|phone|try|check|follow|be in touch|get back|get in touch|come back|pop|drop|stop|swing|visit|touch base|reach out|circle|contact|email|write|send you|give you|look in|keep (?:calling|trying|checking|in touch|you posted|chasing|at it|on)|chase|calling|ringing|checking|following|chasing|emailing|writing|reaching|sending|trying|try again|nudge|ping|remind|knock)(?! (?:any more|anymore|if|should you|whenever you|when you))(?: \w+)?"
    r"|(?:shall|should|can|may|could) (?:i|we) (?:\w+ )?(?:call|ring|phone|follow|check|send|try|come|meet|visit|set up|pop|give you|book|arrange|talk)(?: \w+)?|(?:can|could|shall|should|would|will|may) (?:we|you)(?: \w+){0,4}? (?:meet|talk|speak|call|chat|catch up|discuss|have a (?:call|chat|meeting|word)|sit down|hop on|jump on|reconsider|think again|take another look|give (?:us|me) (?:a|another|one)|find (?:time|ten)|spare|revisit|look again)(?: \w+)?|let us (?:meet|talk|speak|set|book|find|hop|have|schedule|catch|arrange|discuss|get|sit|pick)|(?:are|would) you (?:be )?(?:free|available|open|willing|up)(?: \w+)?"
)
_DEADLINE = phrase(
    rf"(?:by|before|until|no later than|latest)(?: the| this| next| end of| close of| \w+){{0,2}}? (?:{BOUNDED}|friday|monday|noon|\d\w*)|(?:sign|order|decide|accept|confirm|answer|reply|respond)(?: \w+){{0,4}}? (?:by|before|this week|today|within|until)|(?:offer|price|discount|quote|proposal|rate|slot|terms?|place)s?(?: \w+){{0,4}}? (?:expires?|ends?|lapses?|runs out|goes up|go up|is valid (?:until|till|to)|is only (?:valid|good)|holds? (?:until|till|good)|stands? until|closes?|good until|open until)|(?:last|final) (?:chance|warning|offer|reminder|call)|(?:will )?expire"
)
_PITCH = phrase(
    r"(?:\d+|ten|fifteen|twenty|five|another \w+|a further \w+) ?(?:%|percent|per cent)(?: \w+){0,2}? (?:off|discount|less|reduction|cheaper|below)|discount(?:ed|s)?|(?:special|new|revised|sharper|lower|reduced|best|sweeten\w*|further|last|extra|free|fresh|updated|second|better) (?:offer|price|deal|quote|terms?|proposal|rate|trial|month|months|package|version)|(?:throw|thrown|throwing) in|knock(?:ed)? (?:\w+ )?off|(?:(?:i|we) (?:can|could|will|would)|am able to|are able to|happy to|willing to|prepared to) (?:still )?(?:\w+ )?(?:do better|go lower|match|beat|improve|lower|drop|reduce|sharpen|waive|sweeten|take (?:another|off|\d)|offer|add|cut|include|meet (?:you|your|their|the price)|come down|extend|shave|bring (?:the|it)|price match|undercut|negotiate)|before you (?:do|sign|decide|commit|go)|it is not too late|change your mind (?:today|now|this|before|by)|reconsider|think again|give (?:us|me) (?:a|another|one more) (?:chance|go|try|look|shot)|(?:our|the|we have)(?: \w+)? (?:new|latest|updated|just launched|just released)(?: \w+){0,2}? (?:version|model|feature|product|release|module)|have you seen our|(?:ten|fifteen|five|twenty|\d+)[- ]minutes?(?: call| chat)?|quick call|jump on a call|hop on|limited time|only (?:this|until|two|three|a few)"
)
_CHASE = phrase(
    r"(?:please |kindly |do |just )*(?:grant me|put me through|let me (?:show|present|explain|come|try|have|make|call|walk|prove|pitch|offer)|revert|give (?:us|me|it) (?:a|another|one more) (?:chance|go|try|call|hour|half|minute)|call (?:me|us) (?:back |to |so |on |before |today|by|for (?:a|the))|sign|send (?:me )?(?:the|your) (?:order|signature|signed|decision|deposit|answer|confirmation)|confirm (?:your|the)|decide|reply (?:by|before|today|within|asap|at the earliest)|have (?:a|another) look|take (?:a|another) look|look (?:it|at it) over|reconsider|book (?:a|in)|pick a (?:time|slot|day))|(?:look|looking) forward to (?:your (?:signature|order|decision|reply|answer|call|signed|confirmation|response|yes|positive|favourable)|hearing|receiving|meeting|working|discussing|speaking|welcoming)|(?:i|we) (?:would|should|'d) (?:still )?(?:like|love|want|welcome|be glad|be happy|appreciate) (?:to (?:try|meet|show|present|discuss|talk|call|come|visit|offer|make|walk|convince|persuade|explain|win)|(?:a|the) (?:chance|opportunity|meeting|call|moment|chat|word))|make (?:our|my) case|quick (?:demo|call|chat|meeting|coffee|word)|(?:attach|attaching|attached|enclos\w+|resend\w*|sending|send|forward\w*)(?: (?:it|you|the|my|our|a|an|him|her|below|is|are|once|again|find|please|another|new|here))*(?: (?:offer|quote|proposal|copy|link|again|once more|brochure|version|revised|updated))|pencil you in|(?:drop|send|shoot|give) you a (?:line|call|ring|note|text|shout|buzz) (?:then|again|in|next|on|when|around|after|before|every|later)|(?:will|shall|and will|and|to) (?:phone|call|ring|visit|drop by|stop by|come by|be in touch|try again|write again|check in|check back|follow up|get back|reach out)(?: (?:on|again|next|in|tomorrow|early|after|soon|you (?:on|again|next|in|tomorrow)|at))|(?:withdraw|cancel|void|release|reassign|give away|sell)(?: \w+){0,3}? (?:offer|quote|slot|price|place|reservation|discount|stock)|now comes with|(?:just|recently) (?:won|launched|added|released|cut|dropped|lowered)(?: \w+){0,3}? (?:award|awards|price|prices|feature|version)|your final (?:yes|no|answer|decision|word)|(?:one|a) (?:little |simple |quick )?signature|i (?:will|shall) not (?:give up|rest|let)|(?:stop|until) (?:bothering|you sign|you (?:say|decide|answer|reply))|(?:next|another) (?:round|attempt|push|try) (?:in|on|at)|every (?:week|month|quarter|day)|keep (?:you on|your (?:name|details)) (?:on|in) (?:my|our) (?:call|mailing|follow)"
)
_NO_CHASE = re.compile(
    r"(?<!\w)(?:not|never|no (?:more|further|longer)?|without|so (?:i|we) can|so that (?:i|we)|next time|stop|stopping|have no|won't|nor|stop|stopped|nothing|instead of|rather than|do not|if (?:you|things|anything|it|that|your|this|circumstances|ever)|should (?:you|things|anything|that|your|it|circumstances)|when(?:ever)? (?:you|things|your)|unless you|last time i|last (?:email|note|message|line|mail) (?:i|you))(?: [\w',]+){0,9} ?$"
)


def needs_solution(reading: Reading) -> Finding:
    """Judge `needs_solution`: needs were dealt with, and an offer was made."""
    needs = [s for p in _NEED_PATTERNS for s in hits(reading, p, negated=False)]
    offers = [s for p in _SOLUTION_PATTERNS for s in hits(reading, p)]
    if needs and offers:
        return Finding(True, 0.85, merge(needs + offers))
    if needs:
        return Finding(False, 0.8, merge(needs[:1]), "no offer")
    if offers:
        return Finding(False, 0.8, merge(offers[:1]), "no needs")
    return Finding(False, 0.85, (), "neither")


_NEED_PATTERNS = [phrase(p) for p in _NEEDS]
_SOLUTION_PATTERNS = [phrase(p) for p in _SOLUTION]


def no_answer(reading: Reading) -> Finding:
    """Judge `no_answer`: it is said that no decision came."""
    spans = [s for s in hits(reading, _NO_ANSWER) if not _conditional(reading, s[0])]
    return Finding(bool(spans), 0.87 if spans else 0.85, merge(spans), "" if spans else "none")


def _before(reading: Reading, start: int, reach: int = 60) -> str:
    return re.split(r"[.!?;:\n]|(?<!\w)but(?!\w)", reading.plain[max(0, start - reach) : start])[-1]


def _conditional(reading: Reading, start: int) -> bool:
    return (
        re.search(
            r"(?<!\w)(?:if|unless|in case|should|whether)(?: \w+){0,3} ?$", _before(reading, start)
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
        before = _before(reading, match.start())
        between = match.group()[len(match["head"]) :]
        if _NOT_A_CONCLUSION.search(before) or re.search(
            r"(?<!\w)(?:if|whether|unless)(?!\w)", between
        ):
            conditional = True
            continue
        if _BUSY.search(between):
            continue
        found.append(match.span())
    for span in hits(reading, _PLAIN_CHOSE, negated=False):
        before = _before(reading, span[0])
        if _NOT_A_CONCLUSION.search(before):
            conditional = True
        elif not re.search(r"(?:who|which|whom|what|why|supplier|one|firm)(?: \w+)? ?$", before):
            found.append(span)
    if found:
        return Finding(True, 0.87, merge(found))
    return Finding(False, 0.82, (), "condition" if conditional else "none")


def _asked(reading: Reading, pattern: re.Pattern[str]) -> list[Span]:
    found = []
    for match in pattern.finditer(reading.plain):
        if not match.group().strip():
            continue
        start, end = reading.sentence_of(match.start())
        sentence = reading.plain[start:end]
        before = _before(reading, match.start(), 80)
        if _NO_WHO.search(before) or not _ASKING.search(sentence):
            continue
        if _RELATIVE.search(before) and not sentence.rstrip().endswith("?"):
            continue
        found.append(match.span())
    return found


def asks_who(reading: Reading) -> Finding:
    """Judge `asks_who`: which supplier or option was chosen is asked."""
    spans = _asked(reading, _WHO)
    return Finding(bool(spans), 0.85, merge(spans), "" if spans else "none")


def asks_why(reading: Reading) -> Finding:
    """Judge `asks_why`: the reason, or where the other was stronger, is asked."""
    spans = _asked(reading, _WHY)
    return Finding(bool(spans), 0.85, merge(spans), "" if spans else "none")


def closes(reading: Reading) -> Finding:
    """Judge `closes`: met if no chasing, new pitch or deadline was found."""
    found: list[Span] = []
    clue = "none found"
    for name, pattern in (("follow up", _FOLLOW), ("deadline", _DEADLINE), ("pitch", _PITCH), ("follow up", _CHASE)):
        for match in pattern.finditer(reading.plain):
            before = _before(reading, match.start(), 80)
            if _NO_CHASE.search(before) or re.search(r"(?<!\w)not(?!\w)", match.group()):
                continue
            found.append(match.span())
            clue = clue if clue != "none found" else name
    if found:
        return Finding(False, 0.8, merge(found), clue)
    return Finding(True, 0.82, (), clue)


def polite(reading: Reading) -> Finding:
    """Judge `polite`: met if no guilt, threat, sarcasm or pressure was found."""
    spans = pressure(reading)
    if spans:
        return Finding(False, 0.83, spans, "pressure")
    return Finding(True, 0.8, (), "none found")
