"""The grading desk: reads hand-ins, scores them, writes tables and pages. Executes nothing."""

from salescoach.grading.desk import grade

__all__ = ["grade"]
