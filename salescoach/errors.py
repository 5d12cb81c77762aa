"""The one exception that a user of salescoach can cause."""

from __future__ import annotations


class CoachError(Exception):
    """Something a trainee or an instructor can put right.

    Parameters
    ----------
    problem : str
        What is wrong and where, in one or two sentences.
    allowed : str, optional
        What is allowed there.
    next_step : str, optional
        What to do next.

    Examples
    --------
    >>> print(CoachError("There is no lesson '99'.", allowed="00 to 10", next_step="Pick one."))
    There is no lesson '99'.
    Allowed: 00 to 10
    Next: Pick one.
    """

    def __init__(self, problem: str, *, allowed: str = "", next_step: str = "") -> None:
        super().__init__(problem, allowed, next_step)
        self.problem = problem
        self.allowed = allowed
        self.next_step = next_step

    def __str__(self) -> str:
        lines = [self.problem]
        if self.allowed:
            lines.append(f"Allowed: {self.allowed}")
        if self.next_step:
            lines.append(f"Next: {self.next_step}")
        return "\n".join(lines)
