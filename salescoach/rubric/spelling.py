"""Plain spelling: contractions in full, chat spelling and common slips put right.

Patterns are written for plain lower-case English. What trainees type is brought to that form word
by word, so that a slip of the keyboard does not cost a mark.
"""

from __future__ import annotations

import re

_APOSTROPHE_S_IS_IS = frozenset(
    [
        "it",
        "that",
        "what",
        "there",
        "here",
        "he",
        "she",
        "who",
        "where",
        "how",
        "when",
        "this",
        "which",
        "everything",
        "nothing",
        "something",
        "someone",
        "name",
        "timing",
        "time",
        "answer",
        "door",
        "number",
        "mobile",
        "cell",
        "email",
        "diary",
        "one",
    ]
)

# What people write for what patterns expect. The value may be several words.
_FIXED = {
    # contractions that lost their apostrophe
    "im": "i am", "ive": "i have", "youre": "you are", "youve": "you have", "youll": "you will",
    "youd": "you would", "weve": "we have", "theyre": "they are", "thats": "that is",
    "whats": "what is", "theres": "there is", "heres": "here is", "hes": "he is",
    "shes": "she is", "lets": "let us", "dont": "do not", "doesnt": "does not",
    "didnt": "did not", "cant": "can not", "cannot": "can not", "wont": "will not",
    "wouldnt": "would not", "couldnt": "could not", "shouldnt": "should not",
    "isnt": "is not", "arent": "are not", "wasnt": "was not", "werent": "were not",
    "havent": "have not", "hasnt": "has not", "hadnt": "had not", "mustnt": "must not",
    "neednt": "need not", "itll": "it will", "thatll": "that will", "theyll": "they will",
    "theyve": "they have",
    # irregular contractions
    "won't": "will not", "can't": "can not", "shan't": "shall not", "ain't": "is not",
    "let's": "let us", "y'all": "you all", "d'you": "do you",
    "'em": "them", "'ll": "will", "'cause": "because", "cos": "because", "coz": "because",
    "cuz": "because", "c'mon": "come on", "ma'am": "madam", "who'd": "who did",
    # chat and telegram spelling
    "u": "you", "ur": "your", "urs": "yours", "r": "are", "pls": "please", "plz": "please",
    "plse": "please", "thx": "thanks", "thnx": "thanks", "tks": "thanks", "thanx": "thanks",
    "msg": "message", "msgs": "messages", "vm": "voicemail", "ph": "phone", "tel": "telephone",
    "tmrw": "tomorrow", "tmw": "tomorrow", "tmr": "tomorrow", "tomoz": "tomorrow",
    "2moro": "tomorrow", "2morrow": "tomorrow", "tonite": "tonight", "b4": "before",
    "bc": "because", "abt": "about", "yr": "your", "yrs": "years", "wk": "week",
    "wks": "weeks", "nxt": "next", "fwd": "forward", "govt": "government", "mgmt": "management",
    "bcoz": "because", "wud": "would", "shud": "should", "cud": "could", "gd": "good",
    "hv": "have", "wid": "with", "frm": "from", "thru": "through", "tho": "though",
    "gonna": "going to", "gunna": "going to", "wanna": "want to", "gotta": "got to",
    "gimme": "give me", "lemme": "let me", "dunno": "do not know", "kinda": "kind of",
    "sorta": "sort of", "outta": "out of", "ya": "you", "yer": "your", "ye": "you",
    "comin": "coming", "goin": "going", "callin": "calling", "doin": "doing",
    "nothin": "nothing", "somethin": "something", "ringin": "ringing", "an'": "and",
    "e-mail": "email", "e-mailed": "emailed", "e-mails": "emails", "e-mailing": "emailing",
    "voice-mail": "voicemail", "out-of-office": "out of office", "ooo": "out of office",
    "follow-up": "follow up", "followup": "follow up", "catch-up": "catch up",
    "call-back": "call back", "callback": "call back", "to-day": "today",
    # days and months
    "mon": "monday", "tue": "tuesday", "tues": "tuesday", "weds": "wednesday",
    "thu": "thursday", "thur": "thursday", "thurs": "thursday", "fri": "friday",
    "jan": "january", "feb": "february", "apr": "april", "jun": "june", "jul": "july",
    "aug": "august", "sept": "september", "sep": "september", "oct": "october",
    "nov": "november", "dec": "december", "wensday": "wednesday", "wednsday": "wednesday",
    "wendesday": "wednesday", "wendsday": "wednesday", "wedensday": "wednesday",
    "wednesdy": "wednesday", "thrusday": "thursday", "thirsday": "thursday",
    "thusday": "thursday", "thursdy": "thursday", "teusday": "tuesday", "tusday": "tuesday",
    "tuseday": "tuesday", "tuesdy": "tuesday", "mondy": "monday", "moday": "monday",
    "firday": "friday", "fridy": "friday", "frieday": "friday", "saterday": "saturday",
    "satuday": "saturday", "febuary": "february", "janurary": "january",
    # common slips
    "teh": "the", "hte": "the", "thsi": "this", "htis": "this", "tis": "this", "thi": "this",
    "adn": "and", "nad": "and", "fo": "of", "fro": "for", "fomr": "from",
    "wiht": "with", "wtih": "with", "whit": "with", "taht": "that", "yuo": "you", "yoru": "your",
    "yuor": "your", "oyur": "your", "nmae": "name", "naem": "name", "caling": "calling",
    "calback": "call back", "cal": "call", "clal": "call", "rign": "ring", "wil": "will",
    "iwll": "will", "wll": "will", "si": "is", "hwo": "how", "waht": "what", "hwat": "what",
    "jsut": "just", "juts": "just", "emial": "email", "emali": "email", "mesage": "message",
    "messege": "message", "tomorow": "tomorrow", "tommorow": "tomorrow",
    "tommorrow": "tomorrow", "tomorro": "tomorrow", "tomarrow": "tomorrow", "agian": "again",
    "agin": "again", "becuase": "because", "becasue": "because", "beacuse": "because",
    "intrested": "interested", "interseted": "interested", "intersted": "interested",
    "intrest": "interest", "recieve": "receive", "recieved": "received", "recived": "received",
    "calender": "calendar", "diery": "diary", "buisness": "business",
    "bussiness": "business", "busines": "business", "bizness": "business", "compnay": "company",
    "comapny": "company", "campany": "company", "companys": "companies", "teh'": "the",
    "plese": "please", "pleas": "please", "plaese": "please", "peoples": "people",
    "nubmer": "number", "numbre": "number", "numer": "number", "numbr": "number",
    "propsal": "proposal", "porposal": "proposal", "proposel": "proposal", "quotaion": "quotation",
    "qoute": "quote", "quoet": "quote", "competiter": "competitor", "compeditor": "competitor",
    "competetor": "competitor", "decison": "decision", "desicion": "decision",
    "descision": "decision", "shoudl": "should", "woudl": "would", "coudl": "could",
    "wolud": "would", "woud": "would", "thnak": "thank", "tahnk": "thank", "thansk": "thanks",
    "definately": "definitely", "apreciate": "appreciate", "appriciate": "appreciate",
    "oppurtunity": "opportunity", "garantee": "guarantee", "guarentee": "guarantee",
    "garanteed": "guaranteed", "guarenteed": "guaranteed", "suply": "supply",
    "supplyer": "supplier",
    "beleive": "believe", "wich": "which", "whcih": "which", "wehn": "when", "ther": "there",
    "noone": "no one", "alot": "a lot", "untill": "until", "til": "until", "till": "until",
    "ofice": "office", "oficce": "office", "spoek": "spoke", "sopke": "spoke", "snet": "sent",
    "i'ts": "it is", "hi,this": "hi this", "ahve": "have", "haev": "have",
    "od": "of", "iam": "i am", "iwill": "i will", "mee": "me",
}  # fmt: skip

# After these, "ill" and "id" without apostrophe are "I will" and "I would".
_VERB_AFTER_ILL = frozenset(
    [
        "call",
        "ring",
        "try",
        "be",
        "send",
        "give",
        "check",
        "drop",
        "phone",
        "leave",
        "text",
        "pop",
        "get",
        "follow",
        "email",
        "contact",
        "come",
        "make",
        "see",
        "take",
        "let",
        "try",
        "do",
        "stop",
        "not",
        "also",
        "just",
        "then",
        "go",
        "have",
        "keep",
        "put",
        "buzz",
        "back",
    ]
)
_VERB_AFTER_ID = frozenset(
    ["like", "love", "be", "appreciate", "rather", "say", "guess", "welcome", "have", "prefer"]
)
_SUFFIXES = (("n't", " not"), ("'ll", " will"), ("'ve", " have"), ("'re", " are"), ("'m", " am"))
_HAD = frozenset(["better", "said", "been", "sent", "told", "tried", "left", "asked"])


def words(text: str) -> frozenset[str]:
    """Read a set of words from plain text."""
    return frozenset(text.split())


def plain(word: str, following: str = "") -> str:
    """Bring one lower-case word to plain spelling.

    Parameters
    ----------
    word : str
        Lower case, with a straight apostrophe.
    following : str
        The next word, in lower case; it decides what ``ill`` and ``i'd`` mean.

    Examples
    --------
    >>> plain("won't"), plain("it's"), plain("luis's"), plain("thrusday")
    ('will not', 'it is', "luis's", 'thursday')
    >>> plain("ill", "ring"), plain("ill", "staff")
    ('i will', 'ill')
    """
    fixed = _FIXED.get(word)
    if fixed is not None:
        return fixed
    if word == "ill":
        return "i will" if following in _VERB_AFTER_ILL else word
    if word == "id":
        return "i would" if following in _VERB_AFTER_ID else word
    if "'" in word:
        for suffix, full in _SUFFIXES:
            if word.endswith(suffix):
                return word.removesuffix(suffix) + full
        if word.endswith("'d"):
            return word[:-2] + (" had" if following in _HAD else " would")
        if word.endswith("'s"):
            stem = word[:-2]
            return stem + " is" if stem in _APOSTROPHE_S_IS_IS else word
        if word.endswith("in'"):
            return word[:-1] + "g"
    return re.sub(r"([a-z])\1{2,}", r"\1\1", word) if len(word) > 4 else word
