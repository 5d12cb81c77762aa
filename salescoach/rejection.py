"""Rejection as arithmetic: calls, conversations, yes, with the spread and not only the mean.

Every call is taken to have the same small chance of a yes, and no call to change the next one.
Then the call that brings the first yes is geometric, and the number of yes among n calls is
binomial. Real lists are mixtures, so the numbers are a yardstick and not a forecast.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


def chance_per_call(conversations: float, yes: float) -> float:
    """Multiply the two steps into the chance that one call brings a yes.

    Parameters
    ----------
    conversations : float
        Conversations that come of 100 calls.
    yes : float
        Yes that come of 100 conversations.

    Examples
    --------
    >>> chance_per_call(10, 20)
    0.02
    """
    return conversations / 100 * yes / 100


def chance_of_none(chance: float, calls: int) -> float:
    """Tell how likely a stretch of calls passes without a single yes: (1 - p) ** n.

    Examples
    --------
    >>> round(chance_of_none(0.02, 50), 3)
    0.364
    """
    return float((1 - chance) ** calls)


def calls_for(chance: float, share: float) -> int | None:
    """Count the calls after which the first yes has come with a given probability.

    Parameters
    ----------
    chance : float
        Chance of a yes on one call, 0 to 1.
    share : float
        Probability, above 0 and below 1.

    Returns
    -------
    int or None
        The smallest n with 1 - (1 - p) ** n >= share; None if a yes can never come.

    Examples
    --------
    >>> calls_for(0.02, 0.5), calls_for(0.02, 0.9)
    (35, 114)
    """
    if chance <= 0:
        return None
    if chance >= 1:
        return 1
    n = max(1, math.ceil(math.log1p(-share) / math.log1p(-chance)))
    # The logarithms may be off by a hair on either side of a whole number.
    while n > 1 and 1 - chance_of_none(chance, n - 1) >= share:
        n -= 1
    while 1 - chance_of_none(chance, n) < share:
        n += 1
    return n


def yes_chances(chance: float, calls: int) -> list[float]:
    """List the probabilities of 0, 1, 2 … yes among a number of calls (binomial).

    The list ends where all that is left together is less likely than one in 1,000.

    Examples
    --------
    >>> [round(p, 3) for p in yes_chances(0.5, 2)]
    [0.25, 0.5, 0.25]
    """
    if chance >= 1:
        return [0.0] * calls + [1.0]
    found: list[float] = []
    so_far = 0.0
    for k in range(calls + 1):
        found.append(math.exp(_log_binomial(calls, k, chance)) if chance else float(k == 0))
        so_far += found[-1]
        if 1 - so_far < 0.001:
            break
    return found


def _log_binomial(n: int, k: int, chance: float) -> float:
    ways = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
    return ways + k * math.log(chance) + (n - k) * math.log1p(-chance)


def likely_range(chance: float, calls: int, share: float = 0.8) -> tuple[int, int]:
    """Find the range in which the number of yes falls with at least a given probability.

    Equal tails: at most (1 - share) / 2 lies below the range, and as much above it.

    Examples
    --------
    >>> likely_range(0.02, 50)
    (0, 2)
    """
    tail = (1 - share) / 2
    so_far = 0.0
    low = high = None
    for k, probability in enumerate(yes_chances(chance, calls)):
        so_far += probability
        if low is None and so_far > tail:
            low = k
        if high is None and so_far >= 1 - tail:
            high = k
    return low or 0, high if high is not None else calls


@dataclass(frozen=True)
class Outlook:
    """What a week of calls may bring.

    Parameters
    ----------
    calls : int
        Calls in the week.
    conversations, yes : float
        Conversations of 100 calls, and yes of 100 conversations.
    chance : float
        Chance of a yes on one call.
    mean_calls : float or None
        Calls for one yes on average; None if a yes can never come.
    half, most : int or None
        Calls after which the first yes has come with 50 and with 90 % probability.
    none : float
        Probability of a week without a yes.
    expected : float
        Mean number of yes in a week.
    low, high : int
        At least eight weeks of ten bring a number of yes in this range.
    chances : list of float
        Probabilities of 0, 1, 2 … yes in the week.
    """

    calls: int
    conversations: float
    yes: float
    chance: float
    mean_calls: float | None
    half: int | None
    most: int | None
    none: float
    expected: float
    low: int
    high: int
    chances: list[float]


def outlook(calls: int, conversations: float, yes: float) -> Outlook:
    """Work out what a week of calls may bring.

    Examples
    --------
    >>> week = outlook(50, 10, 20)
    >>> week.mean_calls, week.expected, round(week.none, 2)
    (50.0, 1.0, 0.36)
    """
    chance = chance_per_call(conversations, yes)
    low, high = likely_range(chance, calls)
    return Outlook(
        calls, conversations, yes, chance,
        mean_calls=1 / chance if chance else None,
        half=calls_for(chance, 0.5),
        most=calls_for(chance, 0.9),
        none=chance_of_none(chance, calls),
        expected=calls * chance,
        low=low, high=high,
        chances=yes_chances(chance, calls),
    )  # fmt: skip


def wilson(yes: int, of: int, z: float = 1.959964) -> tuple[float, float]:
    """Give the 95 % interval of a share (Wilson 1927).

    Examples
    --------
    >>> [round(x, 3) for x in wilson(2561, 5289)]
    [0.471, 0.498]
    """
    share = yes / of
    centre = share + z * z / (2 * of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (centre - half) / (1 + z * z / of), (centre + half) / (1 + z * z / of)
