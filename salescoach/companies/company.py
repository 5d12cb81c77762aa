"""One company of a list, as a seller's notes or a CRM export describe it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

OPT_OUT_TAG = "do not contact"
"""The tag of a company that has asked to be left alone: it ends every contact, for good."""


@dataclass(frozen=True)
class Company:
    """One company.

    Parameters
    ----------
    id : str
        What tells it from the others in its list.
    name : str
        Its name as the list spells it.
    industry, region, trigger, supplier : str
        Empty where the list does not say.
    employees : int or None
        Head count.
    contact, role, email, phone : str
        Whom to reach, and how.
    tags : tuple of str
        Words that somebody put on it.
    last_contact : date or None
        When somebody of ours last spoke or wrote to them.
    checked : date or None
        When somebody last made sure that the row is true.
    """

    id: str
    name: str
    industry: str = ""
    employees: int | None = None
    region: str = ""
    trigger: str = ""
    supplier: str = ""
    contact: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    tags: tuple[str, ...] = ()
    last_contact: date | None = None
    checked: date | None = None

    @property
    def opted_out(self) -> bool:
        """Whether they asked not to be contacted."""
        return OPT_OUT_TAG in {tag.casefold() for tag in self.tags}


_LEGAL_FORM = re.compile(
    r"\b(?:limited|ltd|plc|llp|llc|inc|incorporated|corp|gmbh|ag|bv|sa|sarl|pty|co|company)\b\.?"
)


def same_name(name: str) -> str:
    """Reduce a name to what two spellings of the same company have in common.

    Examples
    --------
    >>> same_name("Holt & Daughters Ltd.") == same_name("HOLT AND DAUGHTERS")
    True
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    plain = _LEGAL_FORM.sub(" ", plain.replace("&", " and "))
    words = re.findall(r"[a-z0-9]+", plain)
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words) or name.lower()


def digits(phone: str) -> str:
    """Reduce a telephone number to its digits, without the country code of the UK or a 00.

    Examples
    --------
    >>> digits("+44 (0)113 496 0122") == digits("0113 496 0122")
    True
    """
    found = re.sub(r"\D", "", phone.replace("(0)", ""))
    found = re.sub(r"^00", "", found) if phone.strip().startswith("00") else found
    return re.sub(r"^44(?=\d{9,10}$)", "0", found)
