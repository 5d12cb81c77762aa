"""How long a text takes to say, how fast it was said, and where the speaker paused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

#: Spoken words in a minute at an easy, clear pace: the counting rule of the rubric.
WORDS_PER_MINUTE = 150

#: A number of up to this many digits (a year, a price, a time) is said as one word.
DIGITS_SAID_AS_ONE = 4

# Digits that belong together as people write telephone numbers: 020 7946 0123, (410) 555-0142.
_PHONE = r"\+?\(?\d(?:[ \t().\-/]{0,2}\d){5,}"
_NUMBER = r"\d+(?:[.,:]\d+)*"
_WORD = r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*"
_SPOKEN = re.compile(rf"(?P<phone>{_PHONE})|(?P<number>{_NUMBER})|(?P<word>{_WORD})")


@dataclass(frozen=True)
class SpokenWord:
    """One thing that is said: a word or a number.

    Attributes
    ----------
    start, end : int
        Code-point offsets into the text.
    words : int
        How many spoken words it counts for; a telephone number counts one for each digit.
    """

    start: int
    end: int
    words: int


@dataclass(frozen=True)
class Pause:
    """A silence between two stretches of speech, in seconds from the start of the recording."""

    start: float
    seconds: float


def spoken(text: str) -> list[SpokenWord]:
    """List what is said aloud, in order.

    Examples
    --------
    >>> [(w.start, w.words) for w in spoken("Call 555-0142 by 9:30")]
    [(0, 1), (5, 7), (14, 1), (17, 1)]
    """
    found = []
    for match in _SPOKEN.finditer(text):
        words = 1
        if match.lastgroup == "phone":
            words = sum(c.isdigit() for c in match.group())
        elif match.lastgroup == "number" and match.group().isdigit():
            digits = len(match.group())
            words = 1 if digits <= DIGITS_SAID_AS_ONE else digits
        found.append(SpokenWord(match.start(), match.end(), words))
    return found


def count_spoken_words(text: str) -> int:
    """Count spoken words: each digit of a telephone number is one, a short number is one.

    Examples
    --------
    >>> count_spoken_words("I'm on 0161 496 0188 until 5.")
    15
    """
    return sum(word.words for word in spoken(text))


def spoken_seconds(words: int, words_per_minute: float = WORDS_PER_MINUTE) -> float:
    """Tell how many seconds a number of spoken words takes.

    Examples
    --------
    >>> spoken_seconds(75)
    30.0
    """
    return 60.0 * words / words_per_minute


def pace(words: int, seconds: float) -> float | None:
    """Tell the words per minute of a recording, or None for a recording without length.

    Examples
    --------
    >>> pace(60, 30.0)
    120.0
    """
    return 60.0 * words / seconds if seconds > 0 else None


def pauses(
    levels: Sequence[float], frame_seconds: float, *, shortest: float = 0.3, quiet: float = 0.15
) -> tuple[Pause, ...]:
    """Find the pauses in a recording from its loudness.

    Parameters
    ----------
    levels : sequence of float
        Loudness (root mean square) of equal frames, 0 silence to 1 full scale.
    frame_seconds : float
        Length of one frame in seconds.
    shortest : float, default 0.3
        Silences shorter than this many seconds belong to ordinary speech.
    quiet : float, default 0.15
        A frame below this share of the loud frames (90th percentile) is silent.

    Returns
    -------
    tuple of Pause
        Between the first and the last sound; silence before and after is no pause.

    Examples
    --------
    >>> pauses([0.0, 0.5, 0.5, 0.0, 0.0, 0.5, 0.0], 0.25)
    (Pause(start=0.75, seconds=0.5),)
    """
    if not levels:
        return ()
    loud = sorted(levels)[int(0.9 * (len(levels) - 1))]
    threshold = max(quiet * loud, 1e-3)
    voiced = [i for i, level in enumerate(levels) if level > threshold]
    found = []
    for before, after in pairwise(voiced):
        seconds = (after - before - 1) * frame_seconds
        if seconds >= shortest:
            found.append(Pause((before + 1) * frame_seconds, seconds))
    return tuple(found)
