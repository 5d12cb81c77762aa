"""Words for points and stretches of time."""

from __future__ import annotations

WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_SMALL = (
    r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|half a"
    r"|a few|a couple of|couple of|the next few|the next two|the next|a day or two|\d{1,2})"
)
_ORDINAL = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|(?:twenty[- ]|thirty[- ])?(?:first|second|third|fourth|fifth|sixth"
    r"|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth"
    r"|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
#: A calendar date: the 14th, 3 May, June 2nd, 12/6.
DATE = (
    rf"(?:the {_ORDINAL}(?: of {MONTH})?(?! (?:of|quarter|week|half|time|floor|attempt|call|message"
    rf"|one|day|party|person|try|line|thing|year|branch|site|office|email|round|phase|draft|option"
    rf"|page|batch|depot|shift|note|letter|item|point|avenue|street|is)\b)"
    rf"|{_ORDINAL} (?:of )?{MONTH}|{MONTH} (?:the )?(?:{_ORDINAL}|\d{{1,2}}(?!\d|%))"
    rf"|\d{{1,2}}\.? (?:of )?{MONTH}|the (?:first|last) of the (?:month|year)|\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?(?= |,|\.|$|\?|;)"
    rf"|\d{{4}}-\d\d-\d\d)"
)
_FEAST = (
    r"(?:christmas eve|christmas day|boxing day|new year's (?:eve|day)|good friday|easter monday"
    r"|may day|bank holiday monday|labor day|memorial day|independence day|valentine's day)"
)
#: Resolves to one day.
DAY = (
    rf"(?:{WEEKDAY}|{DATE}|{_FEAST}|(?:the )?day after tomorrow|tomorrow|today|tonight"
    r"|this (?:very )?(?:morning|afternoon|evening)"
    r"|(?:in )?(?:a|one|two|three|four|five|six) (?:weeks?|fortnight) (?:today|from today|from now)"
    r"|a fortnight today|(?:a )?(?:week|fortnight) today|this day (?:next )?(?:week|month)"
    r"|(?:in|within) (?:a|one) (?:day|hour)|(?:in )?(?:half an|an) hour from now"
    r"|(?:at|by|from) (?:noon|midday|lunchtime)|end of (?:the )?day|close of (?:play|business))"
)
_PERIOD = (
    r"(?:week|month|quarter|fortnight|year|season|term|weekend|day|spring|summer|autumn|fall"
    r"|winter|half[- ]term|semester|bank holiday)"
)
#: A day or a stretch with an end, so that one can be held to it.
BOUNDED = (
    rf"(?:{DAY}|(?:this|next|the next|the following|the coming|this coming|following|coming|later"
    rf" this|early next|late next|early this|the middle of|the week after) (?:coming )?{_PERIOD}"
    rf"|(?:the )?(?:week|month|day) (?:after(?: next)?|following)(?: {DAY})?"
    rf"|(?:the )?(?:week|month) (?:of|beginning|commencing|starting)"
    rf"|(?:in|within|after|inside|over|for|give it|every) (?:about |around |maybe |another |the next"
    rf" )?{_SMALL} (?:or (?:so|two) )?(?:more )?(?:hours?|days?|weeks?|fortnights?|months?|minutes?"
    rf"|working days?|business days?)"
    rf"|{_SMALL} (?:days?|weeks?|months?|hours?) (?:from now|later|hence|on|out|time)"
    rf"|(?:by|before|at|towards|toward|come|near) (?:the )?(?:(?:very )?end|start|beginning|middle"
    rf"|turn|close) of (?:the |this |next )?(?:{_PERIOD}|{MONTH}|business|play)"
    rf"|(?:by|before|at|come) (?:the )?(?:month|week|quarter|year)[- ]end|within the {_PERIOD}"
    rf"|mid[- ](?:week|month|{MONTH}|{WEEKDAY})|midweek"
    rf"|(?:early|late|mid|in|by|before|around|come|until|first week of|start of|end of) "
    rf"(?:in )?{MONTH}"
    rf"|(?:after|before|over|at|around) (?:the )?(?:easter|christmas|new year|diwali|eid|pongal"
    rf"|thanksgiving|ramadan|holidays?|half[- ]term|weekend|lunch|summer|bank holiday|long weekend"
    rf"|harvest|budget|year[- ]end|month[- ]end)"
    rf"|later (?:today|on today|this \w+|in the (?:week|month|day))|first thing|every day|daily"
    rf"|next {MONTH}|this time next week|same time next week|(?:{WEEKDAY}|tomorrow) week"
    rf"|any ?(?:time|day) (?:this|next) week|at (?:about |around )?(?:\d{{1,2}}(?:[:.]\d\d)? ?"
    rf"(?:am|pm|a\.m|p\.m|o'clock|sharp)?|four|five|ten|nine|eleven|two|three|noon|one|lunch"
    rf"|half past \w+)(?= |\.|,|$|;))"
)
#: Words before a time that belong to it.
BEFORE = r"(?:(?:on|at|by|before|after|around|about|from|come|this|next|for|early|late|again|sometime|some time|maybe|say|the) )*"
