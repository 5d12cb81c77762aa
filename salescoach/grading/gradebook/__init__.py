"""The gradebook: what was handed in, what it earned and why, and what people decided about it.

It is a database (SQLite in the course folder, or a server by its address). It needs the extra
``desk``; grading without a course does not.
"""

from salescoach.grading.gradebook.opening import open_gradebook
from salescoach.grading.gradebook.records import Decision, InputRecord, StoredGrade, StoredHandIn
from salescoach.grading.gradebook.store import Gradebook

__all__ = [
    "Decision",
    "Gradebook",
    "InputRecord",
    "StoredGrade",
    "StoredHandIn",
    "open_gradebook",
]
