"""What a widget shows for an answer, as plain values: no widget library is needed here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from salescoach import rubric
from salescoach.errors import CoachError
from salescoach.items import Item
from salescoach.keys import OptionKey
from salescoach.responses import chosen, objections, who

View = dict[str, Any]
Judge = Callable[[str, str], rubric.ScriptVerdict]

_EMPTY_SCRIPT = "Write your script: the coach answers as you type."


def script_view(kind: str, body: str, judge: Judge) -> View:
    """Show a script: marks, total, and what a coach would say first.

    Parameters
    ----------
    kind : str
        The kind of script, one of `salescoach.items.SCRIPT_KINDS`.
    body : str
        The script.
    judge : callable
        Gives the rubric's verdict on a kind and a text.
    """
    if not body.strip():
        return {"note": _EMPTY_SCRIPT}
    try:
        verdict = judge(kind, body)
    except CoachError as error:
        return {"note": str(error)}
    labels = {c.name: c for c in rubric.criteria(kind)}
    criteria = [
        {
            "tag": number,
            "name": c.name,
            "label": labels[c.name].label,
            "met": c.met,
            "unsure": c.unsure,
            "evidence": [list(span) for span in c.evidence],
            "why": c.why,
            "try": c.suggestion,
        }
        for number, c in enumerate(verdict.criteria, 1)
    ]
    met = [c for c in criteria if c["met"]]
    total = f"{verdict.total:.1f}"
    words = f"{verdict.words} word" + ("" if verdict.words == 1 else "s")
    length = words if kind == "breakup" else f"{words}, about {verdict.seconds:.0f} s aloud"
    count = f"{len(met)} of {len(criteria)} met"
    return {
        "total": total,
        "length": length,
        "count": count,
        "works": _what_works(verdict, labels),
        "change": _best_change(verdict, labels),
        "caps": list(verdict.caps),
        "criteria": criteria,
        "spoken": f"{total} of 10. {count}. {length}.",
    }


def _what_works(verdict: rubric.ScriptVerdict, labels: Mapping[str, rubric.Criterion]) -> str:
    """Name the two weightiest criteria that the text earned by saying something."""
    earned = [c for c in verdict.criteria if c.met and not labels[c.name].absence]
    earned.sort(key=lambda c: -labels[c.name].weight)
    return ", ".join(_lowered(labels[c.name].label) for c in earned[:3])


def _best_change(verdict: rubric.ScriptVerdict, labels: Mapping[str, rubric.Criterion]) -> str:
    """Pick the open criterion that costs most: what caps the total first, then by weight."""
    open_ones = [c for c in verdict.criteria if not c.met and c.suggestion]
    if not open_ones:
        return ""
    return max(open_ones, key=lambda c: (labels[c.name].absence, labels[c.name].weight)).suggestion


def _lowered(label: str) -> str:
    return label[:1].lower() + label[1:]


def note_view(body: str) -> View:
    """Show a free note: how much there is of it; nothing is judged."""
    words = len(body.split())
    if not words:
        return {"note": "Write a sentence or two. Nobody grades this."}
    return {"note": f"{words} word{'' if words == 1 else 's'} noted. Nobody grades this."}


def choice_view(item: Item, body: str, keys: Mapping[str, OptionKey] | None) -> View:
    """Show a choice; with keys (practice mode) also what a coach says about it.

    Parameters
    ----------
    item : Item
        The choice item.
    body : str
        The answer's body, TOML with ``choice = "a"``.
    keys : mapping, optional
        What each option earns; None in an exercise.
    """
    view: View = {"choice": None, "fault": "", "said": "", "heading": "", "mood": "noted"}
    try:
        choice = chosen(item, body)
    except CoachError as error:
        return view | {"fault": str(error)}
    if choice is None:
        return view
    view |= {"choice": choice, "heading": f"Your choice: {choice}.", "said": "It is in the cell."}
    if keys is None:
        return view
    key = keys[choice]
    if all(k.credit == 1 for k in keys.values()):  # a question of taste
        return view | {"said": key.feedback}
    mood = "right" if key.credit == 1 else "partly" if key.credit > 0 else "wrong"
    heading = {"right": "That is the one.", "partly": "Partly.", "wrong": "Look again."}[mood]
    return view | {"said": key.feedback, "heading": heading, "mood": mood}


def objections_view(body: str, items: Mapping[str, Item]) -> View:
    """Show what the trainee holds against verdicts, in the words of the rubric."""
    try:
        found = objections(body)
    except CoachError as error:
        return {"fault": str(error), "said": [], "note": ""}
    said = []
    for objection in found:
        item = items.get(objection.item)
        labels = {c.name: c.label for c in rubric.criteria(item.kind)} if item else {}
        title = item.title if item else objection.item
        label = labels.get(objection.criterion, objection.criterion)
        said.append(f"{title}, “{label}”: {objection.reason}")
    note = "" if said else "Nothing noted. That is fine too."
    return {"fault": "", "said": said, "note": note}


def identity_view(body: str) -> View:
    """Show who hands in."""
    view: View = {"name": "", "id": "", "fault": "", "said": ""}
    try:
        name, trainee_id = who(body)
    except CoachError as error:
        return view | {"fault": str(error)}
    said = f"Handing in as {name}." if name else "Your instructor needs your name to grade this."
    return view | {"name": name, "id": trainee_id, "said": said}
