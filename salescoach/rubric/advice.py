"""The coach's words: a reason for every verdict, and one thing to try that fits the text."""

from __future__ import annotations

from salescoach.rubric.finding import Finding
from salescoach.rubric.reading import Reading

_WHY_MET = {
    "identity": "You say who you are and where you are from: {words}.",
    "hook": "Within twelve seconds there is something about them: {words}.",
    "prospect_focus": "You speak about their side: {words}.",
    "value": "You name an outcome they can picture: {words}.",
    "personal": "This fits only them: {words}.",
    "context": "You build on something you both know: {words}.",
    "cta": "You ask them for one response: {words}.",
    "retry": "You say when you will try again: {words}.",
    "optout": "They may say no without a penalty: {words}.",
    "callback": "They can reach you: {words}.",
    "courteous": "No pressure found.",
    "nohype": "No hype found.",
    "natural": "Nothing found that a person would not say.",
    "needs_solution": "You say what you did for them and what you offered: {words}.",
    "no_answer": "You say that no answer came: {words}.",
    "assumes": "You state your conclusion: {words}.",
    "asks_who": "You ask whom they chose: {words}.",
    "asks_why": "You ask for the reason: {words}.",
    "closes": "No more chasing found.",
    "polite": "No guilt or threat found.",
    "asks_time": "You let them name the time: {words}.",
    "specific_date": "There is a day that both can note: {words}.",
    "confirms": "You fix the point: {words}.",
    "their_idea": "You say that the timing was theirs: {words}.",
}

# By criterion and clue: why it is not met, and what to try.
_NOT_MET: dict[tuple[str, str], tuple[str, str]] = {
    ("identity", "name only"): (
        "You give a name ({words}) but no company.",
        "Add your company to {words}: 'from' and its name is enough.",
    ),
    ("identity", "firm only"): (
        "You name a company ({words}) but not yourself.",
        "Put your first name in front of {words}.",
    ),
    ("identity", "neither"): (
        "I find neither your name nor your company.",
        "Begin with 'this is', your first name, 'from' and your company.",
    ),
    ("hook", "none"): (
        "The first thirty words say nothing about them.",
        "Move a fact about them to the front{after_identity}: what you noticed, or what firms like"
        " theirs tell you.",
    ),
    ("prospect_focus", "outnumbered"): (
        "More is said about you than about them, for example {words}.",
        "Cut {words}, and say what it changes in their day.",
    ),
    ("prospect_focus", "seller"): (
        "It speaks about you ({words}), and no need of theirs is named.",
        "Turn {words} round: which trouble of theirs does it end?",
    ),
    ("prospect_focus", "none"): (
        "No need or situation of theirs is named.",
        "Name one trouble that people in their position have, in one plain sentence.",
    ),
    ("value", "generic"): (
        "The benefit could be anybody's: {words}.",
        "Replace {words} by a figure and a place: how much of what, where in their work?",
    ),
    ("value", "none"): (
        "No outcome for them is named.",
        "Say what got better for a client like them: hours, money, fewer errors, and where.",
    ),
    ("personal", "none"): (
        "Nothing in it fits only this prospect.",
        "Add one thing you can only know by looking: a site, an article, a job ad, a colleague's"
        " name.",
    ),
    ("context", "none"): (
        "It points back to nothing that you both know.",
        "If you wrote, met or were referred, say so; if not, send a short email first and mention"
        " it here.",
    ),
    ("cta", "none"): (
        "Nothing is asked of them.",
        "End with one easy question: 'Would ten minutes this week be useful?'",
    ),
    ("retry", "no day"): (
        "You promise to try again ({words}) but not when.",
        "Put a day behind {words}: 'on Thursday morning' can be kept, 'soon' cannot.",
    ),
    ("retry", "refused"): (
        "You say that you will not try again.",
        "If you do mean to try once more, say on which day.",
    ),
    ("retry", "none"): (
        "You do not say when you will try again.",
        "Add your own next step with a day: 'I'll try you again on Thursday morning.'",
    ),
    ("optout", "sting"): (
        "The way out has a sting: {words}.",
        "Take the reproach out of {words}: 'if it is not for you, that's fine' leaves them free.",
    ),
    ("optout", "none"): (
        "They are not told that a no is fine.",
        "Add one line that lets them off: 'If it's not the moment, just say so and I'll leave it.'",
    ),
    ("callback", "placeholder"): (
        "The number is a placeholder.",
        "Put your real number there, in full.",
    ),
    ("callback", "none"): (
        "There is no number or address to answer to.",
        "Say your number slowly at the end, or point to your email.",
    ),
    ("courteous", "pressure"): (
        "This may feel like pressure: {words}.",
        "Take {words} out, or turn it into a question that they can answer with no.",
    ),
    ("nohype", "hype"): (
        "This is praise of your own offer: {words}.",
        "Replace {words} by what one client measured.",
    ),
    ("natural", "placeholder"): (
        "There is a placeholder in it: {words}.",
        "Fill in {words} before you call.",
    ),
    ("natural", "list"): (
        "This is a list of catchwords, not speech: {words}.",
        "Pick one point of the list and say it as you would to a neighbour.",
    ),
    ("natural", "letter"): (
        "It is laid out like a letter or email.",
        "Say it aloud once and write down what you said.",
    ),
    ("natural", "buzzwords"): (
        "Too many buzzwords: {words}.",
        "Say {words} in words that their children would understand.",
    ),
    ("natural", "pretence"): (
        "This pretends to something: {words}.",
        "Take {words} out; say openly why you call.",
    ),
    ("natural", "repeats"): (
        "The same word comes again and again: {words}.",
        "Say {words} once, in a whole sentence.",
    ),
    ("natural", "empty"): ("There are no words to judge yet.", "Write the first sentence."),
    ("needs_solution", "no offer"): (
        "You say that you dealt with their needs ({words}) but not that you made an offer.",
        "After {words}, add what you sent or proposed, and when.",
    ),
    ("needs_solution", "no needs"): (
        "You mention your offer ({words}) but not the need it was for.",
        "Before {words}, say which of their questions or problems you dealt with.",
    ),
    ("needs_solution", "neither"): (
        "It says neither what they needed nor what you offered.",
        "Open with one sentence: what you solved for them, and what you proposed.",
    ),
    ("no_answer", "none"): (
        "It does not say that you are without an answer.",
        "Add the plain fact: you have had neither a yes nor a no.",
    ),
    ("assumes", "condition"): (
        "It asks whether they chose otherwise instead of concluding it.",
        "Turn the 'if' into a statement: 'I take it that you chose another supplier.'",
    ),
    ("assumes", "none"): (
        "It does not say what you conclude from the silence.",
        "State it without reproach: 'I assume that you decided for someone else.'",
    ),
    ("asks_who", "none"): (
        "It does not ask whom they chose.",
        "Ask it straight: 'May I ask which supplier you chose?'",
    ),
    ("asks_why", "none"): (
        "It does not ask for the reason.",
        "Ask what tipped it, or where the other offer was stronger; you need it for the next one.",
    ),
    ("closes", "follow up"): (
        "It announces more chasing: {words}.",
        "Take {words} out; an open door at the end is enough.",
    ),
    ("closes", "deadline"): (
        "It sets a deadline: {words}.",
        "Take {words} out; you are closing the file, not the deal.",
    ),
    ("closes", "pitch"): (
        "It sells again: {words}.",
        "Take {words} out; a new offer turns the goodbye into another chase.",
    ),
    ("polite", "pressure"): (
        "This may read as reproach or pressure: {words}.",
        "Take {words} out and state the fact alone.",
    ),
    ("asks_time", "none"): (
        "It does not ask them to name the time.",
        "Ask openly: 'When would you like me to call?'",
    ),
    ("specific_date", "none"): (
        "No single day is named.",
        "Narrow it to one day that both can write down.",
    ),
    ("confirms", "no day"): (
        "You fix it ({words}), but no day is said.",
        "Say the day within {words}.",
    ),
    ("confirms", "none"): (
        "The point is not read back or fixed.",
        "Read it back: 'So that's the 14th; it's in my diary.'",
    ),
    ("their_idea", "none"): (
        "It does not say that the timing was theirs.",
        "Begin with their words: 'You asked me to call today.'",
    ),
}  # fmt: skip
# The first case of each criterion is the usual one unless there is a plain 'none'.
_USUAL: dict[str, str] = {}
for _name, _clue in _NOT_MET:
    if _clue == "none" or _name not in _USUAL:
        _USUAL[_name] = _clue
_USUAL |= {"identity": "neither", "needs_solution": "neither"}
_LONGEST = 70


def quote(reading: Reading, finding: Finding) -> str:
    """Quote the first piece of evidence in the trainee's own words, shortened if it is long."""
    if not finding.spans:
        return ""
    # The sentence around the quotation has its own full stop.
    words = " ".join(reading.raw_words(finding.spans[0]).split()).rstrip(".,;:")
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return f"“{words}”"


def advise(
    name: str, reading: Reading, finding: Finding, others: dict[str, Finding]
) -> tuple[str, str]:
    """Word the reason for a verdict, and one thing to try.

    Parameters
    ----------
    name : str
        Criterion.
    reading : Reading
        The text.
    finding : Finding
        The verdict with its evidence.
    others : dict of str to Finding
        The other verdicts, so that advice can refer to them.

    Returns
    -------
    tuple of str
        Reason and suggestion; the suggestion is empty if the criterion is met.
    """
    words = quote(reading, finding)
    if finding.met:
        return _WHY_MET[name].format(words=words or "see the text"), ""
    case = (name, finding.clue) if (name, finding.clue) in _NOT_MET else (name, _USUAL[name])
    why, suggestion = _NOT_MET[case]
    identity = others.get("identity")
    after = ""
    if identity is not None and identity.met:
        after = f", right after {quote(reading, identity)}"
    fill = {"words": words or "it", "after_identity": after}
    return why.format(**fill), suggestion.format(**fill)


def advise_length(kind: str, words: int, low: int, high: int) -> tuple[str, str]:
    """Word the verdict on a computed length."""
    unit = "spoken words" if kind == "voicemail" else "words"
    if words < low:
        return (
            f"{words} {unit}; at least {low} are needed.",
            f"Add what is missing in about {low - words} words.",
        )
    if words > high:
        return (
            f"{words} {unit}; at most {high} hold attention.",
            f"Cut about {words - high} words: begin with what is about you.",
        )
    return f"{words} {unit}, within {low} to {high}.", ""
