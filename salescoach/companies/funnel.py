"""Qualifiers: what an ideal prospect looks like, and why each other company falls out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from salescoach.companies.company import Company
from salescoach.companies.quality import duplicates, same_companies, stale
from salescoach.errors import CoachError

LISTS: Final = ("industry", "region", "trigger", "supplier")
"""Qualifiers that name the values to keep; none named means that all are kept."""

TARGET: Final = (15, 20)
"""How many companies to start with (source S3, one coach's rule: trust grade D)."""

UNKNOWN: Final = "not known"
"""What stands for an empty value."""


@dataclass(frozen=True)
class Qualifiers:
    """An ideal-prospect profile.

    Parameters
    ----------
    industry, region, trigger, supplier : tuple of str
        The values to keep; empty keeps all.
    employees_from, employees_to : int or None
        The smallest and the largest head count to keep.
    checked_within_months : int or None
        Keep only rows that were checked within so many months.
    drop_duplicates, respect_opt_out : bool
        Whether to clean the list first.
    """

    industry: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    trigger: tuple[str, ...] = ()
    supplier: tuple[str, ...] = ()
    employees_from: int | None = None
    employees_to: int | None = None
    checked_within_months: int | None = None
    drop_duplicates: bool = False
    respect_opt_out: bool = False


@dataclass(frozen=True)
class Fallen:
    """A company that fell out, and why."""

    company: Company
    why: str


@dataclass(frozen=True)
class Step:
    """One step of the funnel.

    Parameters
    ----------
    name : str
        The qualifier, as a word.
    rule : str
        What it asks, in a few words.
    fell : tuple of Fallen
        Who fell out here.
    left : int
        How many are left after it.
    """

    name: str
    rule: str
    fell: tuple[Fallen, ...]
    left: int


@dataclass(frozen=True)
class Cut:
    """A universe cut down: the steps, and who is left."""

    steps: tuple[Step, ...]
    kept: tuple[Company, ...] = field(repr=False)


def read_qualifiers(values: dict[str, Any]) -> Qualifiers:
    """Read a profile from the settings of an answer.

    Raises
    ------
    CoachError
        If a setting is unknown or of the wrong kind; the message names it.

    Examples
    --------
    >>> read_qualifiers({"industry": ["cafés"], "employees_from": 20}).employees_from
    20
    """
    known = set(Qualifiers.__dataclass_fields__)
    settings: dict[str, Any] = {}
    for name, value in values.items():
        if name not in known:
            raise CoachError(
                f"There is no qualifier {name!r}.", allowed=", ".join(sorted(known)),
                next_step="Take that line out, or mend its name.",
            )  # fmt: skip
        settings[name] = _setting(name, value)
    return Qualifiers(**settings)


def _setting(name: str, value: Any) -> Any:
    if name in LISTS:
        words = [value] if isinstance(value, str) else value
        if isinstance(words, list) and all(isinstance(word, str) for word in words):
            return tuple(words)
        allowed = f'{name} = ["…", "…"]'
    elif name in ("drop_duplicates", "respect_opt_out"):
        if isinstance(value, bool):
            return value
        allowed = f"{name} = true or {name} = false"
    else:
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 10_000_000:
            return value
        allowed = f"{name} = 12, a whole number from 0"
    raise CoachError(
        f"{name} cannot be {value!r}.", allowed=allowed,
        next_step="Mend that line; nothing else was changed.",
    )  # fmt: skip


def cut(companies: Sequence[Company], qualifiers: Qualifiers, today: date) -> Cut:
    """Cut a universe down, one qualifier after the other.

    A company falls out at the first qualifier that it fails, so the steps add up.

    Parameters
    ----------
    companies : sequence of Company
        The universe.
    qualifiers : Qualifiers
        The profile.
    today : date
        The day from which age is counted.
    """
    left = list(companies)
    steps = []
    for name, rule, check in _checks(left, qualifiers, today):
        fell = []
        kept = []
        for company in left:
            why = check(company)
            if why is None:
                kept.append(company)
            else:
                fell.append(Fallen(company, why))
        left = kept
        steps.append(Step(name, rule, tuple(fell), len(left)))
    return Cut(tuple(steps), tuple(left))


def _checks(companies: Sequence[Company], q: Qualifiers, today: date) -> list[tuple[str, str, Any]]:
    """List the checks that a profile asks for, in the order of the funnel."""
    checks: list[tuple[str, str, Any]] = []
    out = _opted_out(companies) if q.respect_opt_out else {}
    if q.respect_opt_out:
        checks.append(("opt-outs", "nobody who asked to be left alone", out.get))
    if q.drop_duplicates:
        twins = duplicates([c for c in companies if c not in out])
        checks.append(("duplicates", "each company once",
                       lambda c: twins[c][1] if c in twins else None))  # fmt: skip
    if (months := q.checked_within_months) is not None:
        checks.append(("freshness", f"checked within {months} months",
                       lambda c: _not_fresh(c, today, months)))  # fmt: skip
    for name in LISTS:
        if wanted := getattr(q, name):
            checks.append((name, _one_of(wanted), _value_check(name, wanted)))
    if q.employees_from is not None or q.employees_to is not None:
        low, high = q.employees_from, q.employees_to
        checks.append(("employees", _range(low, high), lambda c: _not_sized(c, low, high)))
    return checks


def _opted_out(companies: Sequence[Company]) -> dict[Company, str]:
    """Find who must not be contacted: a no holds for every row of the same company."""
    found = {}
    for group in same_companies(companies):
        if any(row.opted_out for row in group):
            for row in group:
                other = "" if row.opted_out else ", as another row of this company says"
                found[row] = f"asked not to be contacted{other}"
    return found


def _one_of(wanted: tuple[str, ...]) -> str:
    return ", ".join(wanted) if len(wanted) < 5 else f"one of {len(wanted)}"


def _value_check(name: str, wanted: tuple[str, ...]) -> Any:
    words = {word.casefold() for word in wanted}

    def check(company: Company) -> str | None:
        value = getattr(company, name) or UNKNOWN
        return None if value.casefold() in words else f"{name} is {value}"

    return check


def _not_fresh(company: Company, today: date, months: int) -> str | None:
    if company.checked is None:
        return "nobody noted when it was checked"
    return stale(company, today, months) if months else "last checked in the past"


def _range(low: int | None, high: int | None) -> str:
    if high is None:
        return f"{low} or more"
    return f"up to {high}" if low is None else f"{low} to {high}"


def _not_sized(company: Company, low: int | None, high: int | None) -> str | None:
    if company.employees is None:
        return "head count is not known"
    if low is not None and company.employees < low:
        return f"only {company.employees} employees"
    if high is not None and company.employees > high:
        return f"{company.employees} employees"
    return None


def verdict_on_count(kept: int) -> str:
    """Say how a number of companies stands to the target.

    Examples
    --------
    >>> verdict_on_count(17)
    '17 companies: a list that one person can research and call.'
    """
    low, high = TARGET
    if kept == 0:
        return "Nobody is left. Loosen one qualifier."
    word = "company" if kept == 1 else "companies"
    if kept < low:
        return f"{kept} {word}: {low - kept} short of {low}. Loosen one qualifier."
    if kept > high:
        return f"{kept} {word}: {kept - high} more than {high}. Which qualifier is still too wide?"
    return f"{kept} {word}: a list that one person can research and call."
