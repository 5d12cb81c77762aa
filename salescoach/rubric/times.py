"""Words for points and stretches of time."""

from __future__ import annotations

from salescoach.rubric.finding import group, lines

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
DATE = group(
    lines(
        r"""
    the <ORDINAL>(?: of <MONTH>)?(?! (?:of|quarter|week|half|time|floor|attempt|call|message|
        one|day|party|person|try|line|thing|year|branch|site|office|email|round|phase|draft|
        option|page|batch|depot|shift|note|letter|item|point|avenue|street)\b)
    <ORDINAL> (?:of )?<MONTH>
    <MONTH> (?:the )?(?:<ORDINAL>|\d{1,2}(?!\d|%))
    \d{1,2}\.? (?:of )?<MONTH>|the (?:first|last)(?: \w*day)? of the (?:month|year|week)
    \d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?(?= |,|\.|$|\?|;)
    \d{4}-\d\d-\d\d
    """,
        MONTH=MONTH,
        ORDINAL=_ORDINAL,
    )
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
BOUNDED = group(
    lines(
        r"""
    <DAY>
    (?:this|next|the next|the following|the coming|this coming|following|coming|later this|
        early next|late next|early this|the middle of|the week after) (?:coming )?<PERIOD>
    (?:the )?(?:week|month|day) (?:after(?: next)?|following)(?: <DAY>)?
    (?:the )?(?:week|month) (?:of|beginning|commencing|starting)
    (?:in|within|after|inside|over|for|give it|
        every) (?:about |around |maybe |another |the next )?<SMALL> (?:or (?:so|
        two) )?(?:more )?(?:hours?|days?|weeks?|fortnights?|months?|minutes?|working days?|
        business days?)
    <SMALL> (?:days?|weeks?|months?|hours?) (?:from now|later|hence|on|out|time)
    (?:by|before|at|towards|toward|come|near) (?:the )?(?:(?:very )?end|start|beginning|middle|
        turn|close) of (?:the |this |next )?(?:<PERIOD>|<MONTH>|business|play)
    (?:by|before|at|come) (?:the )?(?:month|week|quarter|year)[- ]end
    within the <PERIOD>|mid[- ](?:week|month|<MONTH>|<WEEKDAY>)|midweek
    (?:early|late|mid|in|by|before|around|come|until|first week of|start of|
        end of) (?:in )?<MONTH>
    (?:after|before|over|at|around) (?:the )?(?:easter|christmas|new year|diwali|eid|pongal|
        thanksgiving|ramadan|holidays?|half[- ]term|weekend|lunch|summer|bank holiday|
        long weekend|harvest|budget|year[- ]end|month[- ]end)
    later (?:today|on today|this \w+|in the (?:week|month|day))
    first thing|every day|daily|next <MONTH>|this time next week|same time next week
    (?:<WEEKDAY>|tomorrow) week|any ?(?:time|day) (?:this|next) week
    at (?:about |around )?(?:\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m|p\.m|o'clock|sharp)?|four|five|
        ten|nine|eleven|two|three|noon|one|lunch|half past \w+)(?= |\.|,|$|;)
    """,
        DAY=DAY,
        MONTH=MONTH,
        WEEKDAY=WEEKDAY,
        PERIOD=_PERIOD,
        SMALL=_SMALL,
    )
)
