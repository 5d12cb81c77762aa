"""What an hour is worth, and which prospects earn theirs.

The model is one line: a prospect is worth its contract times the chance that it is signed, and
costs the hours that it still takes. When the hours are too few for all, they go where they bring
most; the *price of an hour* is what the last hour spent brings, and so what an hour loses that is
spent on somebody who brings less. It leaves out on purpose what cannot be guessed well: when the
money comes, repeat orders, and that two prospects may influence each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from salescoach.answers import read_toml
from salescoach.errors import CoachError

MOST_PROSPECTS: Final = 8
"""The prospects in a pipeline of one's own."""

DECISIONS: Final = {
    "keep": "carry on",
    "wait": "leave alone until the date",
    "ask": "ask the hard question",
    "break-up": "send the break-up email",
    "let-go": "let go now",
}
"""What can be done with a prospect of the pipeline."""

REASONS: Final = {
    "moving": "they take steps of their own",
    "dated": "a date is agreed",
    "outside": "a cause outside the sale, and believable",
    "vague": "friendly, but never a date",
    "silent": "everything answered, then silence",
    "no-show": "missed meetings, no amends",
    "conduct": "rude, or does not keep agreements",
    "no": "a clear no",
    "rate": "the hours bring more elsewhere",
}
"""Why; one main reason to each prospect."""


@dataclass(frozen=True)
class Prospect:
    """A line of the pipeline.

    Parameters
    ----------
    id : str
        The name that stands in the answer.
    name : str
        How it is called.
    worth : float
        What the contract brings, in the currency of the pipeline.
    chance : float
        The chance that it is signed, 0 to 1, as far as anybody can guess.
    hours : float
        Hours that it will still take.
    low, high : float
        The lowest and the highest chance that one would defend, 0 to 1.
    story : str
        What happened so far.
    """

    id: str
    name: str
    worth: float
    chance: float
    hours: float
    low: float
    high: float
    story: str = ""

    def rate(self, chance: float | None = None) -> float:
        """Tell what an hour brings on average, in currency per hour."""
        return self.worth * (self.chance if chance is None else chance) / self.hours


@dataclass(frozen=True)
class Share:
    """The hours that a prospect gets."""

    prospect: Prospect
    hours: float


@dataclass(frozen=True)
class Plan:
    """Where a number of hours goes.

    Parameters
    ----------
    shares : tuple of Share
        All prospects, the best hour first.
    hours : float
        The hours there are.
    price : float
        The price of an hour, in currency per hour: what the last hour brings. 0 if there are
        more hours than the pipeline can use.
    expected : float
        What the hours bring on average, in currency.
    spare : float
        Hours that nobody needs.
    """

    shares: tuple[Share, ...]
    hours: float
    price: float
    expected: float
    spare: float


def plan(prospects: Sequence[Prospect], hours: float) -> Plan:
    """Give the hours to those who bring most for an hour, until none is left.

    Parameters
    ----------
    prospects : sequence of Prospect
        The pipeline.
    hours : float
        The hours there are.

    Examples
    --------
    >>> a = Prospect("a", "A", 9000, 0.5, 10, 0.3, 0.6)  # 450 an hour
    >>> b = Prospect("b", "B", 9000, 0.1, 10, 0.0, 0.2)  # 90 an hour
    >>> round(plan([b, a], 15).price), round(plan([b, a], 8).price), plan([b, a], 30).spare
    (90, 450, 10)
    """
    left, expected, price = hours, 0.0, 0.0
    shares = []
    for prospect in sorted(prospects, key=lambda p: (-p.rate(), p.id)):
        given = min(left, prospect.hours)
        if given > 0:
            price = prospect.rate()
        shares.append(Share(prospect, given))
        left -= given
        expected += given * prospect.rate()
    return Plan(tuple(shares), hours, 0.0 if left > 0 else price, expected, left)


def break_even(prospect: Prospect, price: float) -> float:
    """Tell from which chance on a prospect earns its hours, 0 to 1 and above.

    Examples
    --------
    >>> round(break_even(Prospect("a", "A", 9000, 0.5, 10, 0.3, 0.6), 90), 2)
    0.1
    """
    return price * prospect.hours / prospect.worth


def standing(prospect: Prospect, price: float) -> str:
    """Compare a prospect with the price of an hour over the whole range of the guess.

    Returns
    -------
    str
        ``earns`` if even the low chance does, ``loses`` if even the high one does not,
        ``open`` if it hangs on the guess.
    """
    if prospect.rate(prospect.low) >= price:
        return "earns"
    return "loses" if prospect.rate(prospect.high) < price else "open"


@dataclass(frozen=True)
class Verdict:
    """What somebody decided on a prospect, and why."""

    decision: str
    reason: str


def read_hours(values: Mapping[str, Any], usual: float) -> float:
    """Read the hours of a pipeline answer."""
    return _number(values, "hours", usual, 1, 10_000)


def read_verdicts(body: str, prospects: Sequence[Prospect]) -> dict[str, Verdict]:
    r"""Read decisions and reasons; prospects without either are left out.

    Raises
    ------
    CoachError
        If the body is not TOML, or names an unknown prospect, decision or reason.

    Examples
    --------
    >>> one = [Prospect("hill", "Hill", 1, 1, 1, 0, 1)]
    >>> read_verdicts('hill = "ask"\nhill-why = "vague"', one)
    {'hill': Verdict(decision='ask', reason='vague')}
    """
    values = read_toml(body)
    ids = [p.id for p in prospects]
    allowed = {"hours", *ids, *(f"{name}-why" for name in ids)}
    _refuse(values, allowed, ", ".join(ids))
    found = {}
    for name in ids:
        decision = _one_of(name, values.get(name, ""), DECISIONS)
        reason = _one_of(f"{name}-why", values.get(f"{name}-why", ""), REASONS)
        if decision or reason:
            found[name] = Verdict(decision, reason)
    return found


def read_own(body: str) -> tuple[list[Prospect], float]:
    r"""Read a pipeline of one's own and the hours; lines that are not complete are left out.

    A line is ``name-1``, ``worth-1``, ``chance-1`` (percent) and ``hours-1``. The range of the
    chance is taken from half to one and a half times the guess: few people know theirs better.

    Raises
    ------
    CoachError
        If the body is not TOML, or a number cannot be used.

    Examples
    --------
    >>> body = 'hours = 20\nname-1 = "Hill"\nworth-1 = 8000\nchance-1 = 20\nhours-1 = 10'
    >>> read_own(body)[0][0].rate()
    160.0
    """
    values = read_toml(body)
    numbers = range(1, MOST_PROSPECTS + 1)
    words = ("name", "worth", "chance", "hours")
    allowed = {"hours", *(f"{word}-{n}" for n in numbers for word in words)}
    _refuse(values, allowed, "hours, name-1, worth-1, chance-1, hours-1 and so on")
    found = []
    for n in numbers:
        name = values.get(f"name-{n}", "")
        if not isinstance(name, str):
            raise CoachError(f"name-{n} is not a text.", allowed=f'name-{n} = "…"')
        worth = _number(values, f"worth-{n}", 0, 1, 1e12)
        chance = _number(values, f"chance-{n}", 0, 0, 100) / 100
        hours = _number(values, f"hours-{n}", 0, 0.1, 10_000)
        if name.strip() and worth and hours:
            low, high = chance / 2, min(1.0, chance * 1.5)
            found.append(Prospect(f"own-{n}", name.strip(), worth, chance, hours, low, high))
    return found, read_hours(values, 40)


def _refuse(values: Mapping[str, Any], allowed: set[str], told: str) -> None:
    for name in values:
        if name not in allowed:
            raise CoachError(
                f"There is no line {name!r} here.", allowed=told,
                next_step="Take that line out, or mend its name.",
            )  # fmt: skip


def _one_of(name: str, value: Any, known: Mapping[str, str]) -> str:
    if value == "":
        return ""
    if not isinstance(value, str) or value.lower() not in known:
        raise CoachError(
            f"{name} cannot be {value!r}.", allowed=", ".join(f'"{k}"' for k in known),
            next_step="Mend that line; nothing else was changed.",
        )  # fmt: skip
    return value.lower()


def _number(values: Mapping[str, Any], name: str, usual: float, low: float, high: float) -> float:
    value = values.get(name, "")
    if value == "":
        return usual
    good = isinstance(value, (int, float)) and not isinstance(value, bool) and low <= value <= high
    if not good:
        raise CoachError(
            f"{name} cannot be {value!r}.", allowed=f"{name} = a number from {low:g} to {high:g}"
        )
    return float(value)


def money(amount: float, sign: str = "£") -> str:
    """Write an amount with two significant digits: guesses deserve no more.

    Examples
    --------
    >>> money(133.3), money(4512), money(0, "")
    ('£130', '£4,500', '0')
    """
    rounded = float(f"{amount:.2g}")
    return f"{sign}{rounded:,.0f}"
