"""A universe of companies: cut down by qualifiers, with a reason for each that falls out."""

from salescoach.companies.company import Company
from salescoach.companies.funnel import Cut, Fallen, Qualifiers, Step, cut, read_qualifiers
from salescoach.companies.quality import Flaw, flaws

__all__ = [
    "Company", "Cut", "Fallen", "Flaw", "Qualifiers", "Step", "cut", "flaws", "read_qualifiers",
]  # fmt: skip
