"""What is wrong with a list: duplicates, stale rows, nobody to reach. Garbage in, garbage out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from salescoach.companies.company import Company, digits, same_name

FLAWS: Final = {
    "duplicate": "the same company twice",
    "stale": "not checked for a long time",
    "bounced": "the email came back",
    "unreachable": "neither email nor telephone",
}
"""Kinds of flaw, in words."""

STALE_AFTER_MONTHS: Final = 12


@dataclass(frozen=True)
class Flaw:
    """One thing that is wrong with one row.

    Parameters
    ----------
    company : Company
        The row.
    kind : str
        One of `FLAWS`.
    why : str
        What shows it.
    twin : Company or None
        The row that a duplicate repeats.
    """

    company: Company
    kind: str
    why: str
    twin: Company | None = None


def months_between(earlier: date, later: date) -> int:
    """Count whole months.

    Examples
    --------
    >>> months_between(date(2025, 3, 2), date(2026, 3, 1))
    11
    """
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - (later.day < earlier.day)


def flaws(companies: Sequence[Company], today: date) -> list[Flaw]:
    """Find every flaw of a list.

    Parameters
    ----------
    companies : sequence of Company
        The list.
    today : date
        The day from which age is counted.

    Returns
    -------
    list of Flaw
        In the order of `FLAWS`, then of the list.
    """
    found = [
        Flaw(company, "duplicate", why, twin)
        for company, (twin, why) in duplicates(companies).items()
    ]
    for company in companies:
        if (why := stale(company, today)) is not None:
            found.append(Flaw(company, "stale", why))
        if "bounced" in company.tags:
            found.append(Flaw(company, "bounced", f"{company.email or 'the address'} came back"))
        if not company.email and not company.phone:
            found.append(Flaw(company, "unreachable", "neither email nor telephone"))
    order = list(FLAWS)
    return sorted(found, key=lambda flaw: order.index(flaw.kind))


def stale(company: Company, today: date, months: int = STALE_AFTER_MONTHS) -> str | None:
    """Say why a row is too old to trust; None if it is not, or if nobody noted a date."""
    if company.checked is None:
        return None
    age = months_between(company.checked, today)
    return f"last checked {age} months ago" if age >= months else None


def duplicates(companies: Iterable[Company]) -> dict[Company, tuple[Company, str]]:
    """Find rows that repeat another one: same name, same email or same telephone.

    The row that was checked last is the one to keep; of two equally old ones, the first.

    Returns
    -------
    dict
        Each row to drop, with the row that it repeats and what they share.
    """
    rows = list(companies)
    found = {}
    for group in same_companies(rows):
        keep = max(group, key=lambda row: row.checked or date.min)
        for row in group:
            if row is not keep:
                found[row] = (keep, _shared(row, keep))
    return {row: found[row] for row in rows if row in found}


def same_companies(rows: Sequence[Company]) -> list[list[Company]]:
    """Put the rows of the same company together, each group in the order of the list."""
    leader = list(range(len(rows)))

    def find(i: int) -> int:
        while leader[i] != i:
            i = leader[i]
        return i

    seen: dict[tuple[str, str], int] = {}
    for number, row in enumerate(rows):
        for trace in _traces(row):
            other = seen.setdefault(trace, number)
            leader[find(number)] = find(other)
    groups: dict[int, list[Company]] = {}
    for number, row in enumerate(rows):
        groups.setdefault(find(number), []).append(row)
    return list(groups.values())


def _traces(row: Company) -> list[tuple[str, str]]:
    traces = [("name", same_name(row.name))]
    if row.email:
        traces.append(("email", row.email.casefold()))
    if len(digits(row.phone)) >= 7:
        traces.append(("telephone", digits(row.phone)))
    return traces


def _shared(row: Company, keep: Company) -> str:
    """Name what two rows have in common."""
    words = [kind for kind, value in _traces(row) if (kind, value) in _traces(keep)]
    if not words:  # they are joined through a third row
        return f"the same company as {keep.name}"
    return f"same {' and '.join(words)} as {keep.name}"
