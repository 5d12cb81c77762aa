"""The columns of an own list: what HubSpot, Salesforce and Pipedrive call them.

Names as the three products document or export them (looked up in public documentation and
in published examples of exports, 2026); they can be renamed in each product, so every
mapping is shown and can be changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from salescoach.companies.company import Company

FIELDS: Final = {
    "name": "Company",
    "industry": "Industry",
    "employees": "Employees",
    "region": "Region",
    "trigger": "Trigger event",
    "supplier": "Current supplier",
    "contact": "Contact person",
    "role": "Role",
    "email": "Email",
    "phone": "Telephone",
    "tags": "Tags",
    "last_contact": "Last contact",
    "checked": "Last checked",
}
"""The fields that a list may have, with their labels; only the first is needed."""

# For each field the names to look for, best first: HubSpot, Salesforce (field label, then API
# name), Pipedrive, and what people call it in a spreadsheet of their own.
ALIASES: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("Company name", "Account Name", "Organization - Name", "Name", "Company",
             "Organization", "Person - Organization"),
    "industry": ("Industry", "Organization - Industry", "Sector", "Branch"),
    "employees": ("Number of Employees", "Employees", "NumberOfEmployees",
                  "Organization - Number of employees", "Organization - Employee count",
                  "Headcount", "Staff"),
    "region": ("State/Region", "Billing State/Province", "BillingState",
               "Organization - State/county of Address", "Organization - Region of Address",
               "Region", "Country/Region", "Billing Country", "BillingCountry",
               "Organization - Country of Address", "Country", "City"),
    "trigger": ("Trigger event", "Trigger", "Recent event", "Event"),
    "supplier": ("Current supplier", "Supplier", "Current provider", "Competitor"),
    "contact": ("Associated Contact", "Contact Name", "Person - Name", "Organization - People",
                "Contact person", "Contact"),
    "role": ("Job Title", "Title", "Person - Job title", "Role"),
    "email": ("Email", "Person - Email - Work", "Person - Email (Work)", "Person - Email",
              "Email address"),
    "phone": ("Phone Number", "Account Phone", "Phone", "Person - Phone - Work",
              "Person - Phone (Work)", "Person - Phone", "Telephone"),
    "tags": ("Lifecycle Stage", "Lead Status", "Account Type", "Type", "Organization - Label",
             "Organization - Labels", "Person - Label", "Tags", "Labels"),
    "last_contact": ("Last Contacted", "Last Activity Date", "Last Activity", "LastActivityDate",
                     "Organization - Last activity date", "Person - Last activity date",
                     "Last contact"),
    "checked": ("Last Modified Date", "LastModifiedDate", "Organization - Update time",
                "Last checked", "Updated"),
}  # fmt: skip

_SIGNS: Final = {
    "HubSpot": ("record id", "company domain name", "company owner", "lifecycle stage"),
    "Salesforce": ("account name", "account id", "billing state/province", "billingstate",
                   "numberofemployees", "lastactivitydate", "account owner"),
    "Pipedrive": ("organization - name", "person - name", "organization - owner"),
}  # fmt: skip


def product_of(header: Sequence[str]) -> str:
    """Guess which product wrote an export; empty if none of the three is recognised.

    Examples
    --------
    >>> product_of(["Organization - Name", "Organization - Owner"])
    'Pipedrive'
    """
    names = {_plain(name) for name in header}
    hits = {product: len(names & set(signs)) for product, signs in _SIGNS.items()}
    best = max(hits, key=lambda product: hits[product])
    return best if hits[best] else ""


def guess_mapping(header: Sequence[str]) -> dict[str, str]:
    """Map our fields to the columns of an export; a field without a column is left out.

    Examples
    --------
    >>> guess_mapping(["Record ID", "Company name", "Number of Employees"])
    {'name': 'Company name', 'employees': 'Number of Employees'}
    """
    by_name = {_plain(name): name for name in reversed(header)}
    mapping: dict[str, str] = {}
    for field, names in ALIASES.items():
        column = next((by_name[_plain(n)] for n in names if _plain(n) in by_name), None)
        if column is not None and column not in mapping.values():
            mapping[field] = column
    return mapping


def _plain(name: str) -> str:
    # Pipedrive marks required columns with a star.
    return re.sub(r"\s+", " ", name).strip().rstrip("*").strip().casefold()


def company_of(row: Mapping[str, str], mapping: Mapping[str, str], number: int) -> Company:
    """Read one row of an own list; what cannot be read as a number or a date is not known.

    Parameters
    ----------
    row : mapping
        Column name to text.
    mapping : mapping
        Our field to column name.
    number : int
        The row as a spreadsheet counts it.
    """

    def text(field: str) -> str:
        return " ".join((row.get(mapping.get(field, "")) or "").split())

    tags = tuple(tag.strip() for tag in re.split(r"[;,|]", text("tags")) if tag.strip())
    return Company(
        id=f"row-{number}", name=text("name"), industry=text("industry"),
        employees=read_count(text("employees")), region=text("region"), trigger=text("trigger"),
        supplier=text("supplier"), contact=text("contact"), role=text("role"),
        email=text("email").split(",")[0], phone=text("phone").split(",")[0], tags=tags,
        last_contact=read_day(text("last_contact")), checked=read_day(text("checked")),
    )  # fmt: skip


def read_count(text: str) -> int | None:
    """Read a head count as people write it: a number, or the lower end of a range.

    Examples
    --------
    >>> read_count("1,250"), read_count("51-200"), read_count("10 001+"), read_count("many")
    (1250, 51, 10001, None)
    """
    found = re.match(r"\D{0,3}(\d{1,3}(?:[,.  ']\d{3})+|\d+)", text)
    return int(re.sub(r"\D", "", found[1])) if found else None


_DAYS: Final = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%m/%d/%Y", "%d %b %Y", "%b %d, %Y")


def read_day(text: str) -> date | None:
    """Read a day in the usual spellings; day before month where both are possible.

    Examples
    --------
    >>> read_day("2025-11-30 09:15"), read_day("30/11/2025")
    (datetime.date(2025, 11, 30), datetime.date(2025, 11, 30))
    """
    for candidate in (text, re.split(r"[T ](?=\d{1,2}:)", text)[0].strip(", ")):
        for form in _DAYS:
            try:
                return datetime.strptime(candidate, form).date()
            except ValueError:
                continue
    return None
