"""What the calculator of calls and the judge of questions show, as plain values."""

from __future__ import annotations

from typing import Any

from salescoach.answers import read_toml
from salescoach.errors import CoachError
from salescoach.questions import judge_questions, share_open
from salescoach.rejection import Outlook, chance_of_none, outlook

View = dict[str, Any]

INPUTS = {
    "calls": ("Calls in a week", 1, 400, 50),
    "conversations": ("Conversations that come of 100 calls", 0, 100, 10),
    "yes": ("Yes that come of 100 conversations", 0, 100, 20),
}
"""The three numbers of the calculator: label, smallest, largest, what stands there at first."""


def read_calculator(body: str) -> dict[str, float]:
    """Read the three numbers; one that is not given has its first value.

    Raises
    ------
    CoachError
        If the body is not TOML, or a number is unknown or out of range.

    Examples
    --------
    >>> read_calculator("calls = 30")
    {'calls': 30, 'conversations': 10, 'yes': 20}
    """
    values = read_toml(body)
    for name, value in values.items():
        if name not in INPUTS:
            raise CoachError(
                f"There is no number {name!r} here.", allowed=", ".join(INPUTS),
                next_step="Take that line out, or mend its name.",
            )  # fmt: skip
        _, low, high, _ = INPUTS[name]
        usable = isinstance(value, (int, float)) and not isinstance(value, bool)
        whole = name != "calls" or isinstance(value, int)
        if not (usable and whole and low <= value <= high):
            raise CoachError(
                f"{name} cannot be {value!r}.",
                allowed=f"a {'whole ' if name == 'calls' else ''}number from {low} to {high}",
                next_step="Mend that line; nothing else was changed.",
            )
    return {name: values.get(name, first) for name, (*_, first) in INPUTS.items()}


def calculator_view(body: str) -> View:
    """Show what a week of calls may bring: two pictures and their words."""
    try:
        values = read_calculator(body)
    except CoachError as error:
        return {"fault": str(error)}
    week = outlook(int(values["calls"]), values["conversations"], values["yes"])
    return {
        "fault": "",
        "values": values,
        "own": bool(body.strip()),
        "bars": [round(100 * chance, 3) for chance in week.chances[:16]],
        "curve": _curve(week),
        "half": week.half,
        "most": week.most,
        "week": week_in_words(week),
        "first": first_yes_in_words(week),
    }


def _curve(week: Outlook) -> list[tuple[int, float]]:
    """Give points of the chance that the first yes has come by a call."""
    if week.most is None:
        return []
    end = max(week.most * 3 // 2, 5)
    step = max(1, end // 60)
    calls = [*range(0, end, step), end]
    return [(n, round(100 * (1 - chance_of_none(week.chance, n)), 1)) for n in calls]


def percent(share: float) -> str:
    """Write a probability with as many digits as it deserves.

    Examples
    --------
    >>> percent(0.364), percent(0.0312), percent(0.0004), percent(0.9996)
    ('36 %', '3.1 %', 'less than 0.1 %', 'more than 99.9 %')
    """
    if 0 < share < 0.001:
        return "less than 0.1 %"
    if 0.999 < share < 1:
        return "more than 99.9 %"
    if share < 0.0995 and share:
        return f"{100 * share:.1f} %"
    return f"{100 * share:.0f} %"


def week_in_words(week: Outlook) -> str:
    """Say what a week may bring: the text twin of the bars."""
    if not week.chance:
        return "With these numbers no yes can come. One of the two steps stands at 0."
    mean = f"{week.expected:.1f}" if week.expected < 9.95 else f"{week.expected:.0f}"
    mean = mean.removesuffix(".0")
    spread = f"{week.low}" if week.low == week.high else f"{week.low} to {week.high}"
    return (
        f"A week of {week.calls} calls brings {mean} yes on average; eight weeks of ten bring "
        f"{spread}. Chance of a week without a single yes: {percent(week.none)}."
    )


def first_yes_in_words(week: Outlook) -> str:
    """Say when the first yes may come: the text twin of the curve."""
    if not week.chance or week.mean_calls is None:
        return ""
    return (
        f"One call in {week.mean_calls:.0f} brings a yes on average. The first yes has come by "
        f"call {week.half} with even odds, and by call {week.most} with 90 % probability."
    )


_FORM_WORDS = {
    "open": "Open",
    "fact": "Asks for a fact",
    "closed": "Closed",
    "leading": "Leading",
    "none": "No question",
}


def questions_view(body: str) -> View:
    """Show questions: each with the words that decide, and how many are open."""
    if not body.strip():
        return {"note": "Write your questions, one a line: the coach answers as you type."}
    judged = judge_questions(body)
    asked = [q for q in judged if q.form != "none"]
    opened = sum(q.is_open for q in asked)
    criteria = [
        {
            "tag": number,
            "name": f"question-{number}",
            "label": f"{_FORM_WORDS[q.form]}: “{shortened(body[slice(*q.span)])}”",
            "met": q.is_open,
            "form": q.form,
            "unsure": False,
            "evidence": [list(q.evidence)],
            "why": q.why,
            "try": q.advice,
        }
        for number, q in enumerate(judged, 1)
    ]
    count = f"{opened} of {len(asked)} question{'' if len(asked) == 1 else 's'} open"
    return {
        "criteria": criteria,
        "count": count,
        "change": next((c["try"] for c in criteria if c["try"]), ""),
        "works": _questions_work(opened, len(asked), share_open(judged)),
        "spoken": f"{count}.",
    }


def _questions_work(opened: int, asked: int, share: float) -> str:
    if not opened:
        return ""
    if share == 1:
        return "every question invites a story"
    return f"{opened} question{' invites' if opened == 1 else 's invite'} a story"


def shortened(text: str, most: int = 60) -> str:
    """Cut a text that is too long for a label."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"
