"""The numbers of the model: each with its range, unit, source and trust grade."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from salescoach.errors import CoachError
from salescoach.followup.layout import Records

TRUST_GRADES = ("A", "B", "C", "D", "assumption")

# What the rules ask for. A table that lacks a row, or has one too many, is refused.
NAMES = (
    "recovery_days", "scar_share", "start_goodwill", "value_gain", "date_gain", "meeting_gain",
    "late_loss", "date_grace", "value_softens_early", "value_before_date", "irrelevance",
    "value_softens_irrelevance", "push_while_stalled", "push_ask", "push_hard", "push_break_up",
    "push_direct", "push_relational", "push_avoiding", "way_out_softens", "after_no_factor",
    "gap_after_no", "opt_out_below", "opt_out_slope", "reply_unevenness", "reply_at_zero",
    "reply_per_goodwill", "reply_not_ripe", "reply_value", "reply_on_date", "reply_way_out",
    "reply_hard", "reply_stalled", "reply_after_no_days", "reply_most", "memory_days",
    "memory_fades", "memory_least", "break_up_at_zero", "candour_direct", "candour_relational",
    "candour_avoiding", "candour_asked", "polite_meeting", "far_off_days", "no_if_far",
    "no_if_far_asked", "no_if_hard_direct", "no_if_hard_relational", "no_if_hard_avoiding",
    "exit_not_ripe", "exit_ripe", "trust_to_ask", "brush_off", "meet_direct", "meet_relational",
    "meet_avoiding", "meet_asked_direct", "meet_asked_relational", "meet_asked_avoiding",
    "meet_hard_direct", "meet_hard_relational", "meet_hard_avoiding", "meet_own_call",
    "named_direct", "named_relational", "named_avoiding", "named_spread", "next_meeting",
    "no_show_stalled", "no_show_pressed", "told_by_assistant", "told_at_no_show",
    "new_decider_keeps", "win_base", "win_fit", "win_goodwill", "win_competitor",
    "window_least", "window_floor", "own_call_spread", "own_call_goodwill", "arrivals_until",
    "deal_spread", "guess_spread", "gap_spread", "cue_right", "stall_before", "stall_within",
    "adapt_direct", "adapt_relational", "minutes_contact", "minutes_value", "minutes_ask",
    "minutes_hard", "minutes_break_up", "minutes_meeting", "minutes_own_call", "future_repeat",
    "future_open", "future_open_base", "future_lost",
)  # fmt: skip
MODEL = np.dtype([(name, np.float64) for name in NAMES])
NUMBERS = ("value", "low", "high")


@dataclass(frozen=True)
class Parameter:
    """One number of the model.

    Attributes
    ----------
    name, unit, source, trust, meaning : str
        `trust` is A (trial) to D (anecdote), or "assumption".
    value, low, high : float
        What is used, and the range that a sensitivity run explores.
    """

    name: str
    value: float
    low: float
    high: float
    unit: str
    source: str
    trust: str
    meaning: str


@dataclass(frozen=True)
class Parameters:
    """All numbers of the model, by name."""

    rows: tuple[Parameter, ...]

    def __getitem__(self, name: str) -> Parameter:
        for row in self.rows:
            if row.name == name:
                return row
        raise CoachError(
            f"The model has no parameter '{name}'.",
            allowed=", ".join(NAMES),
            next_step="Check the spelling against data/parameters.csv.",
        )

    def with_values(self, changes: Mapping[str, float]) -> Parameters:
        """Return a copy in which some parameters have other values.

        Parameters
        ----------
        changes : mapping of str to float
            New values by parameter name; any finite number is taken, also outside low…high, so
            that limiting cases can be tested.

        Raises
        ------
        CoachError
            For an unknown name or a value that is not a finite number.
        """
        for name, value in changes.items():
            self[name]
            if not math.isfinite(value):
                raise CoachError(
                    f"Parameter '{name}' is set to {value}, which is no usable number.",
                    allowed="a finite number",
                )
        return Parameters(
            tuple(
                replace(row, value=float(changes[row.name])) if row.name in changes else row
                for row in self.rows
            )
        )

    def values(self) -> dict[str, float]:
        """Return the values by name."""
        return {row.name: row.value for row in self.rows}

    def record(self) -> Records:
        """Return the values as a structured array of shape (1,)."""
        values = self.values()
        return np.array([tuple(values[name] for name in NAMES)], MODEL)


def number_from(text: object, where: str, low: float = -math.inf, high: float = math.inf) -> float:
    """Read a finite number within bounds, or say what is wrong where.

    Examples
    --------
    >>> number_from("0.25", "row 3")
    0.25
    """
    allowed = "a number" if math.isinf(low) else f"a number from {low:g} to {high:g}"
    try:
        value = float(str(text))
    except ValueError:
        value = math.nan
    if isinstance(text, bool) or not math.isfinite(value) or not low <= value <= high:
        raise CoachError(
            f"{where}: {text!r} does not fit.", allowed=allowed, next_step="Correct it and retry."
        )
    return value


def parameters_from_rows(rows: Iterable[Mapping[str, Any]]) -> Parameters:
    """Turn the rows of the parameter table into the model's numbers.

    Parameters
    ----------
    rows : iterable of mapping
        One mapping for each row, with the keys of `Parameter`; numbers may be text.

    Raises
    ------
    CoachError
        For a missing, unknown or repeated name, a value outside low…high, or an unknown grade.
    """
    found: dict[str, Parameter] = {}
    for row in rows:
        name = str(row.get("name", ""))
        where = f"Parameter '{name}'"
        if name not in NAMES:
            raise CoachError(f"{where} is unknown to the model.", allowed=", ".join(NAMES))
        if name in found:
            raise CoachError(f"{where} appears twice.", next_step="Delete one of the rows.")
        low, high = (number_from(row.get(k), f"{where}, column '{k}'") for k in ("low", "high"))
        value = number_from(row.get("value"), f"{where}, column 'value'", low, high)
        trust = str(row.get("trust", ""))
        if trust not in TRUST_GRADES:
            raise CoachError(f"{where} has trust '{trust}'.", allowed=", ".join(TRUST_GRADES))
        texts = {key: str(row.get(key, "")).strip() for key in ("unit", "source", "meaning")}
        for key, text in texts.items():
            if not text:
                raise CoachError(f"{where} has no {key}.", next_step="Fill the column in.")
        found[name] = Parameter(name, value, low, high, trust=trust, **texts)
    missing = [name for name in NAMES if name not in found]
    if missing:
        raise CoachError(
            f"The parameter table lacks {', '.join(missing)}.",
            next_step="Add the rows; data/parameters.csv of the workbook has them all.",
        )
    return Parameters(tuple(found[name] for name in NAMES))
