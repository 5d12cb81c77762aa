"""The criteria of the three rubrics, with weights and the words in which a coach names them."""

from __future__ import annotations

from dataclasses import dataclass

from salescoach.errors import CoachError

#: The kinds of text that the coach reads.
KINDS = ("voicemail", "breakup", "agreement")


@dataclass(frozen=True)
class Criterion:
    """One question that a text answers with yes or no.

    Attributes
    ----------
    name : str
        The name in data files, for example ``prospect_focus``.
    label : str
        A short label for people.
    question : str
        The question that a rater answers.
    weight : float
        Points out of 10.
    about : str
        One line on what counts and what does not.
    absence : bool
        Met means that nothing bad was found.
    computed : bool
        Counted, not judged.
    """

    name: str
    label: str
    question: str
    weight: float
    about: str
    absence: bool = False
    computed: bool = False


_VOICEMAIL = (
    Criterion(
        "identity", "Says who is calling", "Does the caller give their own name and company?",
        0.75, "A first name is enough, but the firm must be there too.",
    ),
    Criterion(
        "hook", "Opens with the prospect", "Is there something about the prospect within the"
        " first 30 spoken words?", 1.0,
        "Their situation, a result for firms like theirs, a referral or an earlier contact.",
    ),
    Criterion(
        "prospect_focus", "Stays with the prospect", "Is a need or situation of the prospect"
        " named, and not outweighed by talk about the caller?", 1.5,
        "'We help firms like yours to ...' counts for the prospect.",
    ),
    Criterion(
        "value", "Offers a concrete benefit", "Is there an outcome for the prospect, tied to"
        " something in their work?", 1.25,
        "'Save time and money' alone is no benefit; an hour off each pay run is.",
    ),
    Criterion(
        "personal", "Is about this one prospect", "Is there a detail that fits only this person"
        " or firm?", 0.75,
        "An event, site, article, number, mutual contact; name or industry alone is not enough.",
    ),
    Criterion(
        "context", "Builds on earlier contact", "Does it point back to something that both sides"
        " already share?", 0.75,
        "An email sent, a talk, an out-of-office, a referral, an agreed date.",
    ),
    Criterion(
        "cta", "Asks for one response", "Is the prospect asked or invited to respond to the"
        " caller?", 1.0,
        "Call, text, reply, meet, say yes or no; 'hope to hear from you' asks nothing.",
    ),
    Criterion(
        "retry", "Promises an own next try", "Does the caller say when they will make contact"
        " again?", 0.75,
        "'On Thursday' or 'next week' counts; 'soon' does not.",
    ),
    Criterion(
        "optout", "Leaves a graceful way out", "May the prospect decline without a penalty?",
        0.75, "'If it is not for you, that is fine'; no sting and no guilt in it.",
    ),
    Criterion(
        "concise", "Takes 6 to 40 seconds", "Is it 15 to 100 spoken words long?",
        0.5, "Each digit of a telephone number counts as a word.", computed=True,
    ),
    Criterion(
        "callback", "Gives a way to call back", "Is there a usable way to reach the caller?",
        0.5, "A full number, an email address, 'this number', or a mail to reply to.",
    ),
    Criterion(
        "courteous", "No pressure found", "Is it free of pressure, guilt, threats and"
        " presumption?", 0.25,
        "Curt is fine; 'you need to call me today' is not.", absence=True,
    ),
    Criterion(
        "nohype", "No hype found", "Is it free of superlatives and guarantees about the"
        " caller's own offer?", 0.25,
        "Measured figures are fine; 'the leading provider' is not.", absence=True,
    ),
    Criterion(
        "natural", "Nothing a person would not say", "Could a person say this aloud and mean"
        " it?", 0.0,
        "No placeholders, keyword lists, letter formatting, strings of buzzwords or pretence.",
        absence=True,
    ),
)  # fmt: skip

_BREAKUP = (
    Criterion(
        "needs_solution", "Says what you did for them", "Does it say that their needs were dealt"
        " with and that an offer was made?", 2.0, "Both halves are needed.",
    ),
    Criterion(
        "no_answer", "Says that no answer came", "Does it say that there was no decision on the"
        " offer?", 1.5, "'I have not heard back' counts; 'I know you are busy' does not.",
    ),
    Criterion(
        "assumes", "States your conclusion", "Does it state as an assumption that they chose"
        " otherwise?", 1.75, "'If you went elsewhere' is a condition, not a conclusion.",
    ),
    Criterion(
        "asks_who", "Asks whom they chose", "Does it ask which supplier or option was chosen?",
        1.5, "Asking for 'your decision' is not the same.",
    ),
    Criterion(
        "asks_why", "Asks why", "Does it ask for the reason, or where the other was stronger?",
        1.5, "Feedback counts if it is tied to the choice or the offer.",
    ),
    Criterion(
        "closes", "No more chasing found", "Is it free of announced follow-ups, new offers and"
        " deadlines?", 1.0, "An open door is fine; 'I will check in next quarter' is not.",
        absence=True,
    ),
    Criterion(
        "short", "Has 20 to 120 words", "Is the body 20 to 120 words long?",
        0.75, "Greeting and sign-off count, a subject line does not.", computed=True,
    ),
    Criterion(
        "polite", "No guilt or threat found", "Is it free of guilt, threats, sarcasm and"
        " pressure?", 0.0, "Firm and direct is fine.", absence=True,
    ),
)  # fmt: skip

_AGREEMENT = (
    Criterion(
        "asks_time", "Asks them to name the time", "Does it ask the prospect to name the time?",
        3.0, "Open: 'when', 'which day'; your own proposal is not asking.",
    ),
    Criterion(
        "specific_date", "Has one definite day", "Is there a follow-up point that means one"
        " day?", 2.0, "'The 14th', 'Tuesday', 'tomorrow'; not 'next month'.",
    ),
    Criterion(
        "confirms", "Fixes the date", "Does it read the day back or fix it?",
        2.0, "'So that is the 14th', 'it is in my diary', 'I will ring you then'.",
    ),
    Criterion(
        "their_idea", "Makes the timing theirs", "Does it say that the timing was the"
        " prospect's?", 2.0, "'You asked me to call today'; 'as we agreed' is not theirs alone.",
    ),
    Criterion(
        "courteous", "No pressure found", "Is it free of pressure, guilt and presumption?",
        1.0, "Clear and firm is fine.", absence=True,
    ),
)  # fmt: skip

_TABLE = {"voicemail": _VOICEMAIL, "breakup": _BREAKUP, "agreement": _AGREEMENT}


def check_kind(kind: str) -> str:
    """Return the kind if the rubric knows it.

    Raises
    ------
    CoachError
        If it is not one of `KINDS`.
    """
    if kind not in _TABLE:
        raise CoachError(
            f"There is no rubric for {kind!r}.",
            allowed=", ".join(KINDS),
            next_step="Name one of these kinds of text.",
        )
    return kind


def criteria(kind: str) -> tuple[Criterion, ...]:
    """List the criteria of one rubric in the order in which a coach goes through them.

    Examples
    --------
    >>> [c.name for c in criteria("agreement")]
    ['asks_time', 'specific_date', 'confirms', 'their_idea', 'courteous']
    >>> sum(c.weight for c in criteria("voicemail"))
    10.0
    """
    return _TABLE[check_kind(kind)]
