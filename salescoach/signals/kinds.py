"""The eleven kinds of signal and the ten next moves, defined so that two experts agree.

The unit that is judged is one prospect's recent behaviour, together with what is known of the
history. *Active* means that it rests on something they said or did, *passive* on something they
did not do. Sources S0 to S4 are the five documents behind the course; none of them lists these
kinds, the list is ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Activity = Literal["active", "passive"]
ACTIVITIES: tuple[Activity, ...] = ("active", "passive")


@dataclass(frozen=True)
class Kind:
    """A kind of signal.

    Attributes
    ----------
    id : str
        What an answer says.
    name : str
        What a screen says.
    definition : str
        What makes a situation one of this kind.
    not_if : str
        The nearest neighbour that it is not, and the fact that tells them apart.
    """

    id: str
    name: str
    definition: str
    not_if: str


@dataclass(frozen=True)
class Move:
    """A next move: what to do now, and when it is the right one."""

    id: str
    name: str
    definition: str
    when: str


KINDS: Mapping[str, Kind] = {
    kind.id: kind
    for kind in (
        Kind(
            "buying",
            "Buying signal",
            "Of their own accord they take a step that brings the purchase closer: they call you, "
            "ask for price, paperwork or a start date, or bring in another person who decides.",
            "Not this if there is praise but no step.",
        ),
        Kind(
            "dated-not-yet",
            "Not now, with a date",
            "They put you off until a particular day, or until a particular event that you can "
            "find on a calendar, and say that you may speak then.",
            "Not this if the time is only a direction, such as some time next year.",
        ),
        Kind(
            "busy",
            "Ordinary busyness",
            "A first or second silence, an out-of-office reply, or one cancelled meeting; nothing "
            "yet says more than that people have other work to do.",
            "Not this if it happens again and they make no amends; a second miss for which they "
            "apologise and set a new time is still this.",
        ),
        Kind(
            "outside-stall",
            "Stall with an outside cause",
            "Something that has nothing to do with you has stopped the sale, and you know what: "
            "illness, family, a dismissal, a takeover, a reorganisation, an approval under way.",
            "Not this if the cause stays vague, or is another one each time, or if they name the "
            "day on which you may speak.",
        ),
        Kind(
            "passive-no",
            "Passive blow-off",
            "Friendly and vague: they answer, but put you off again and again, name no date and "
            "take no step.",
            "Not this if they name a date or event, or have put you off only once.",
        ),
        Kind(
            "no-show",
            "Serial no-show",
            "At least the second meeting that was agreed and then missed, or cancelled at the "
            "last minute, and nobody has made amends.",
            "Not this if it is the first time, or they apologised and set a new time themselves.",
        ),
        Kind(
            "brick-wall",
            "Serial brick wall",
            "Three or more approaches by different ways have been screened or left unanswered, "
            "although they know who you are: they have looked you up, someone introduced you, or "
            "your messages have reached them.",
            "Not this if you have tried fewer than three times, or if an outside cause explains "
            "the silence.",
        ),
        Kind(
            "no-fit",
            "No need, no money, no authority",
            "The facts show that your offer does not suit them, cannot be paid for, or may not be "
            "bought by anyone there, whether or not they say so.",
            "Not this if they only lack information that you could give them, or if it would suit "
            "and they simply decline.",
        ),
        Kind(
            "wrong-person",
            "Wrong door",
            "They say, or the facts show, that somebody else decides this.",
            "Not this if the person does decide and is merely putting you off, if the one who "
            "decided was dismissed and that is what stopped the sale, or if nobody there may buy.",
        ),
        Kind(
            "irritated",
            "Pressed too hard",
            "They turn curt, repeat what they have told you already, or ask why you are in touch "
            "before the time that was agreed.",
            "Not this if brevity is simply their style and they keep dealing with the matter, or "
            "if they turn it down.",
        ),
        Kind(
            "clear-no",
            "A clear no",
            "They have decided against it and say so: they decline, have chosen another supplier, "
            "or ask not to be contacted.",
            "Not this if they say not now and give a date.",
        ),
    )
}

MOVES: Mapping[str, Move] = {
    move.id: move
    for move in (
        Move(
            "advance",
            "Take the next step now",
            "Do at once what moves the purchase on: answer, send the paper, set the meeting.",
            "They have taken a step of their own and want to go on.",
        ),
        Move(
            "honour-date",
            "Keep to the date",
            "Note the date, leave them alone until then, then remind them that the timing was "
            "theirs.",
            "A date or event is set: named by them, booked anew, given by an out-of-office reply, "
            "or just passed and not yet recalled.",
        ),
        Move(
            "add-value",
            "Send something useful",
            "One relevant, unselfish touch that asks for nothing.",
            "No date is set, nothing is wrong, and you hold something that would truly help them.",
        ),
        Move(
            "wait-with-care",
            "Wait, and show that you care",
            "Compassion if it is called for, no selling, and time.",
            "The cause lies outside the sale, and nothing that you hold would remove it.",
        ),
        Move(
            "ask-hard-question",
            "Ask the hard question",
            "With tact: do you want to go on with this, yes or no?",
            "You can talk with them, they avoid the matter, and nobody has put the question yet.",
        ),
        Move(
            "break-up-email",
            "Send the break-up email",
            "Say once, in writing, to all who are involved, that you take it as closed unless "
            "they tell you otherwise.",
            "A complete offer lies open, and they fall silent, stay away, or remain vague even "
            "after the plain question.",
        ),
        Move(
            "walk-away",
            "Walk away",
            "Stop, politely, and give the hours to someone else.",
            "Nothing here can ever fit, or they want no contact, or they have shown how they treat "
            "you and no complete offer lies open.",
        ),
        Move(
            "back-off-regroup",
            "Back off and regroup",
            "Leave goodwill behind, stop now, look again in about six months.",
            "A no with goodwill, a misfit that may change, or pressure that has hurt while no date "
            "is set.",
        ),
        Move(
            "redirect",
            "Go to the right person",
            "Ask who decides, or go to them, by way of the person you know where possible.",
            "Somebody else decides, or has taken over.",
        ),
        Move(
            "rebook-once",
            "Settle one new time",
            "Take one of the times that they offer, or offer one yourself, without reproach.",
            "A first meeting fell through, and the new time is not fixed yet.",
        ),
    )
}


def normal(word: str) -> str:
    """Bring an id as people type it into the form of the lists: ``No show`` is ``no-show``."""
    return "-".join(word.strip().casefold().replace("_", " ").replace("-", " ").split())


def closest(word: str, known: Iterable[str]) -> str:
    """Name the known id that a mistyped one was probably meant to be, or an empty string."""
    return next(iter(get_close_matches(normal(word), list(known), n=1)), "")
