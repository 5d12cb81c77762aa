"""The text of a stall answer, and the tables that hold the cases.

::

    [week-1]
    decision = "wait"
    reason = "One silence says nothing yet."
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from salescoach.errors import CoachError
from salescoach.signals.blocks import AnswerFault, read_blocks
from salescoach.signals.drill import chosen
from salescoach.signals.stalls import (
    DECISIONS,
    REASON_WORDS,
    Credit,
    StallCase,
    StallDecision,
    StallFact,
    StallKey,
    StallWeek,
)


@dataclass(frozen=True)
class StallAnswer:
    """Decisions by week, and what could not be read."""

    decisions: Mapping[int, StallDecision]
    faults: tuple[AnswerFault, ...]


def parse_stall(text: str, case: StallCase) -> StallAnswer:
    r"""Read the decisions on one case; see the module for the form.

    Examples
    --------
    >>> case = StallCase("stall-1", "", "S3", "", (StallWeek(1, "Silence."),))
    >>> answer = parse_stall('[week-1]\ndecision = "wait"', case)
    >>> answer.decisions
    {1: StallDecision(decision='wait', reason='')}
    >>> print(answer.faults[0].problem)
    [week-1] gives no reason in a sentence.
    """
    blocks, faults = read_blocks(text)
    names = {f"week-{w.week}": w.week for w in case.weeks}
    decisions: dict[int, StallDecision] = {}
    for block in blocks:
        if block.name not in names:
            faults.append(
                AnswerFault(block.line, f"There is no [{block.name}] here.", ", ".join(names))
            )
            continue
        if names[block.name] in decisions:
            problem = f"[{block.name}] stands twice; this later one counts."
            faults.append(AnswerFault(block.line, problem, "one table to each week"))
        for field in block.values:
            if field not in ("decision", "reason"):
                problem = f"{field!r} is not asked."
                faults.append(AnswerFault(block.lines[field], problem, "decision, reason"))
        reason = block.values.get("reason", "")
        reason = reason if isinstance(reason, str) else ""
        if len(reason.split()) < REASON_WORDS:
            allowed = f'reason = "…" with at least {REASON_WORDS} words'
            problem = f"[{block.name}] gives no reason in a sentence."
            faults.append(AnswerFault(block.lines.get("reason", block.line), problem, allowed))
        decision = chosen(block, "decision", DECISIONS, faults)
        decisions[names[block.name]] = StallDecision(decision, reason)
    return StallAnswer(decisions, tuple(sorted(faults, key=lambda f: f.line)))


def format_stall(decisions: Mapping[int, StallDecision]) -> str:
    r"""Write decisions as the text of an answer cell.

    Examples
    --------
    >>> format_stall({1: StallDecision("wait", "One silence says nothing.")})
    '[week-1]\ndecision = "wait"\nreason = "One silence says nothing."\n'
    """
    tables = []
    for week, decided in sorted(decisions.items()):
        lines = [f"[week-{week}]"]
        if decided.decision is not None:
            lines.append(f'decision = "{decided.decision}"')
        if decided.reason:
            lines.append(f"reason = {_quoted(decided.reason)}")
        tables.append("\n".join(lines) + "\n")
    return "\n".join(tables)


def _quoted(text: str) -> str:
    # A reason is one line; control characters have no business in it and TOML forbids them.
    line = "".join(" " if ord(c) < 32 or ord(c) == 127 else c for c in text)
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'


def cases_from(table: Mapping[str, Any]) -> tuple[StallCase, ...]:
    """Build the cases from ``stalls.toml`` as `tomllib` reads it.

    Raises
    ------
    CoachError
        If a case lacks something.
    """
    try:
        return tuple(
            StallCase(
                c["id"],
                c["title"],
                c["source"],
                c["opening"].strip(),
                tuple(StallWeek(w["week"], w["evidence"].strip()) for w in c["week"]),
            )
            for c in table["case"]
        )
    except KeyError as error:
        raise _lacks("stalls.toml", error) from error


def keys_from(table: Mapping[str, Any]) -> tuple[StallKey, ...]:
    """Build the keys from ``keys/stalls.toml`` as `tomllib` reads it.

    Raises
    ------
    CoachError
        If a key lacks something, or a week does not judge every decision.
    """
    try:
        return tuple(
            StallKey(
                c["id"],
                c["truth"].strip(),
                c["ending"].strip(),
                {
                    w["week"]: {d: Credit(float(w[d]["credit"]), w[d]["why"]) for d in DECISIONS}
                    for w in c["week"]
                },
                tuple(StallFact(f["fact"], f["happened"], f["known"]) for f in c["fact"]),
            )
            for c in table["case"]
        )
    except KeyError as error:
        raise _lacks("keys/stalls.toml", error) from error


def _lacks(table: str, error: KeyError) -> CoachError:
    return CoachError(
        f"A case in {table} lacks {error.args[0]!r}.",
        allowed="the fields that the first lines of the file list",
        next_step="Add it, or take the case out.",
    )
