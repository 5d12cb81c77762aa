"""What drills, stall cases and single situations show, as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from random import Random

from salescoach.answers import read_toml
from salescoach.errors import CoachError
from salescoach.habits import Memory, due
from salescoach.signals.drill import parse_drill
from salescoach.signals.items import SignalItem, SignalKey
from salescoach.signals.kinds import KINDS, MOVES
from salescoach.signals.stall_answers import parse_stall
from salescoach.signals.stalls import (
    DECISIONS,
    StallCase,
    StallDecision,
    StallKey,
    case_score,
    debrief,
    next_week,
)
from salescoach.widgets.views import View

SURE = {20: "a guess", 40: "a hunch", 60: "more likely than not", 80: "fairly sure", 100: "certain"}
"""The certainties that the drill offers, in percent; the cell takes any number from 0 to 100."""

REVIEWED = "signals/"
"""What stands before the id of a situation in the schedule of reviews."""

_WAYS = {
    "phone": "By phone",
    "email": "By email",
    "meeting": "In a meeting",
    "social": "On a network",
    "in-person": "In person",
    "post": "By post",
}


def drill_words() -> View:
    """Name everything that can be chosen, with what it means."""
    return {
        "kinds": [
            {"id": k.id, "name": k.name, "about": f"{k.definition} {k.not_if}"}
            for k in KINDS.values()
        ],
        "moves": [
            {"id": m.id, "name": m.name, "about": f"{m.definition} Right when: {m.when}"}
            for m in MOVES.values()
        ],
        "sure": [{"id": n, "name": f"{n} %: {said}"} for n, said in SURE.items()],
    }


def where(signal: SignalItem) -> str:
    """Say by which way it came, and how long after the contact before.

    Examples
    --------
    >>> where(SignalItem("s001", "", "email", 1, "05", "S0"))
    'By email, 1 day after the contact before.'
    """
    days = "day" if signal.days == 1 else "days"
    when = f"{signal.days} {days} after" if signal.days else "on the same day as"
    return f"{_WAYS[signal.channel]}, {when} the contact before."


def situation_view(signal: SignalItem) -> View:
    """Show a situation; no key is in it."""
    return {"id": signal.id, "situation": signal.situation, "where": where(signal)}


def practice_view(signal: SignalItem, key: SignalKey) -> View:
    """Show a situation with its key, for practice only."""
    start = signal.situation.index(key.decides)
    return situation_view(signal) | {
        "kind": key.kind,
        "best": key.best_move,
        "parts": dict(key.part_moves),
        "reason": key.move_reason,
        "quote": [start, start + len(key.decides)],
        "feedback": dict(key.feedback),
    }


def signal_view(signal: SignalItem, key: SignalKey) -> View:
    """Show a situation with its key in words: a worked example."""
    kind, move = KINDS[key.kind], MOVES[key.best_move]
    return practice_view(signal, key) | {
        "kind": kind.name,
        "activity": key.activity,
        "means": f"{kind.definition} {kind.not_if}",
        "move": move.name,
    }


def deck(signals: Sequence[SignalItem], memories: Mapping[str, Memory], now: datetime,
         seed: int) -> list[SignalItem]:  # fmt: skip
    """Order situations for practice: what is due, then what is new (shuffled), then the rest.

    Parameters
    ----------
    signals : sequence of SignalItem
        The situations to practise.
    memories : mapping
        The schedule, by ``signals/`` and the id of a situation.
    now : datetime
        Now, in UTC.
    seed : int
        For the shuffle.
    """
    by_name = {REVIEWED + signal.id: signal for signal in signals}
    known = {name: memories[name] for name in by_name if name in memories}
    late = [memory.item for memory in due(known, now)]
    new = [name for name in by_name if name not in memories]
    Random(seed).shuffle(new)
    later = sorted(set(known) - set(late), key=lambda name: (known[name].due, name))
    return [by_name[name] for name in (*late, *new, *later)]


def drill_view(body: str, asked: Sequence[SignalItem]) -> View:
    """Show what a drill answer says so far, or why it cannot be read; never what is right."""
    view: View = {"fault": "", "slips": [], "choices": {}}
    try:
        read_toml(body)
    except CoachError as error:
        view["fault"] = str(error)
    answer = parse_drill(body, [signal.id for signal in asked])
    if not view["fault"]:
        view["slips"] = [f"In the cell, line {f.line + 1}: {f.problem}" for f in answer.faults]
    for name, choice in answer.choices.items():
        values = {"kind": choice.kind, "move": choice.move, "sure": choice.sure}
        view["choices"][name] = {n: value for n, value in values.items() if value is not None}
    return view


def stall_view(body: str, case: StallCase, key: StallKey | None) -> View:
    """Show a stall case as far as it has been decided; later weeks stay unseen.

    Parameters
    ----------
    body : str
        The answer.
    case : StallCase
        The case.
    key : StallKey or None
        For the debrief once all weeks are decided; None in an exercise.
    """
    fault = ""
    try:
        read_toml(body)
    except CoachError as error:
        fault = str(error)
    answer = parse_stall(body, case)
    decided = {week: d for week, d in answer.decisions.items() if d.decision is not None}
    upcoming = next_week(case, list(decided))
    past = [w for w in case.weeks if upcoming is None or w.week < upcoming.week]
    view: View = {
        "fault": fault,
        "slips": []
        if fault
        else [f"In the cell, line {f.line + 1}: {f.problem}" for f in answer.faults],
        "opening": case.opening,
        "past": [
            {
                "week": w.week,
                "evidence": w.evidence,
                "decided": _decision_name(decided[w.week]),
                "reason": decided[w.week].reason,
            }
            for w in past
        ],
        "next": upcoming and {"week": upcoming.week, "evidence": upcoming.evidence},
        "debrief": None,
    }
    if key is None or upcoming is not None:
        return view
    reviews = debrief(case, key, decided)
    points, most = case_score(reviews)
    return view | {
        "points": f"{points:.1f} of {most:g} points",
        "truth": key.truth,
        "ending": key.ending,
        "debrief": [
            {
                "week": r.week,
                "decided": _decision_name(decided[r.week]),
                "points": f"{r.points:g}",
                "known": list(r.known),
                "hidden": list(r.hidden),
                "mood": "right" if r.points == 1 else "partly" if r.points >= 0.5 else "wrong",
                "said": r.reason if r.points == 1 else f"{r.reason} Better: {_names(r.best)}.",
            }
            for r in reviews
        ],
    }


def _decision_name(decided: StallDecision) -> str:
    return DECISIONS[decided.decision].name if decided.decision else "no decision"


def _names(decisions: Sequence[str]) -> str:
    return " or ".join(f"“{DECISIONS[d].name}”" for d in decisions)
