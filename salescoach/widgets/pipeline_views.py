"""What the pipeline widget shows, as plain values: hours, their price, and who earns them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from salescoach.answers import read_toml
from salescoach.cases import ProspectKey
from salescoach.errors import CoachError
from salescoach.opportunity import (
    DECISIONS,
    MOST_PROSPECTS,
    REASONS,
    Plan,
    Prospect,
    Verdict,
    break_even,
    money,
    plan,
    read_hours,
    read_own,
    read_verdicts,
    standing,
)

View = dict[str, Any]

_STANDINGS = {
    "earns": "earns its hours, even at your lowest guess",
    "open": "hangs on the guess",
    "loses": "costs more than it brings, even at your highest guess",
}


def pipeline_view(
    prospects: Sequence[Prospect],
    body: str,
    keys: Mapping[str, ProspectKey] | None,
    usual_hours: float = 60,
) -> View:
    """Show a pipeline with the price of an hour, and what was decided.

    Parameters
    ----------
    prospects : sequence of Prospect
        The pipeline; with none the learner's own is read from the body.
    body : str
        The answer's body.
    keys : mapping or None
        The key in practice mode; None in an exercise.
    usual_hours : float
        The hours where the answer names none.
    """
    own = not prospects
    verdicts: dict[str, Verdict] = {}
    fault, hours, shown = "", usual_hours, list(prospects)
    try:
        if own:
            shown, hours = read_own(body)
        else:
            verdicts = read_verdicts(body, prospects)
            hours = read_hours(read_toml(body), usual_hours)
    except CoachError as error:
        fault = str(error)
    planned = plan(shown, hours)
    sign = "" if own else "£"
    rows = [_row(p, planned, verdicts.get(p.id), keys, sign) for p in shown]
    scale = max((p.rate(p.high) for p in shown), default=1) or 1
    return {
        "own": own,
        "most": MOST_PROSPECTS,
        "hours": hours,
        "rows": rows,
        "lines": _own_lines(body) if own and not fault else [],
        "order": [share.prospect.id for share in planned.shares],
        "price": planned.price,
        "scale": scale,
        "scale_words": f"{money(scale, sign)} an hour",
        "words": in_words(planned, sign),
        "decisions": DECISIONS,
        "reasons": REASONS,
        "decided": sum(1 for v in verdicts.values() if v.decision and v.reason),
        "fault": fault,
    }


def in_words(planned: Plan, sign: str = "£") -> str:
    """Tell the price of an hour and how every prospect stands to it.

    Parameters
    ----------
    planned : Plan
        Where the hours go.
    sign : str
        The currency; empty for the learner's own.
    """
    if not planned.shares:
        return "Nobody is in this pipeline yet."
    if planned.spare > 0:
        first = (
            f"With {planned.hours:g} hours there are {planned.spare:g} to spare: an hour more has "
            "no price, so look for new prospects."
        )
    else:
        first = (
            f"With {planned.hours:g} hours the last one brings about {money(planned.price, sign)}: "
            "that is the price of an hour."
        )
    lines = [first]
    for share in planned.shares:
        p = share.prospect
        line = (
            f"{p.name}: {money(p.rate(), sign)} an hour ({money(p.rate(p.low), sign)} to "
            f"{money(p.rate(p.high), sign)})"
        )
        if planned.price:
            line += (
                f"; needs a chance of {percent(break_even(p, planned.price))} to earn its "
                f"{p.hours:g} hours, you guess {percent(p.chance)}; "
                f"{_STANDINGS[standing(p, planned.price)]}"
            )
        lines.append(line + ".")
    return "\n".join(lines)


def percent(share: float) -> str:
    """Write a share in whole percent.

    Examples
    --------
    >>> percent(0.178), percent(1.4)
    ('18 %', 'over 100 %')
    """
    return "over 100 %" if share > 1 else f"{100 * share:.0f} %"


def _row(
    p: Prospect,
    planned: Plan,
    verdict: Verdict | None,
    keys: Mapping[str, ProspectKey] | None,
    sign: str,
) -> View:
    price = planned.price
    given = next(s.hours for s in planned.shares if s.prospect is p)
    row: View = {
        "id": p.id, "name": p.name, "story": p.story,
        "facts": f"{money(p.worth, sign)}, chance {percent(p.chance)} "
        f"({percent(p.low)} to {percent(p.high)}), {p.hours:g} hours",
        "rate": p.rate(), "low": p.rate(p.low), "high": p.rate(p.high),
        "rate_words": f"{money(p.rate(), sign)} an hour",
        "standing": standing(p, price) if price else "earns",
        "standing_words": _STANDINGS[standing(p, price)] if price else "there is time for it",
        "even": f"needs {percent(break_even(p, price))}" if price else "",
        "given": f"gets {given:g} of {p.hours:g} hours" if given else "gets no hours",
        "decision": verdict.decision if verdict else "",
        "reason": verdict.reason if verdict else "",
        "remark": None,
    }  # fmt: skip
    if keys is not None and verdict and verdict.decision:
        row["remark"] = _remark(keys[p.id], verdict)
    return row


def _remark(key: ProspectKey, verdict: Verdict) -> View:
    chosen = key.decisions.get(verdict.decision)
    if chosen is None:
        return {"mood": "wrong", "said": "Read the story again: what did they do, or not do?"}
    if chosen.credit < 1:
        return {"mood": "partly", "said": chosen.feedback}
    if verdict.reason and verdict.reason not in key.reasons:
        return {"mood": "partly", "said": "The decision, yes. The main reason is another one."}
    return {"mood": "right", "said": chosen.feedback}


def _own_lines(body: str) -> list[View]:
    """Give back what stands in each line, complete or not, so that typing goes on."""
    values = read_toml(body)
    words = ("name", "worth", "chance", "hours")
    lines = [
        {word: values.get(f"{word}-{n}", "") for word in words}
        for n in range(1, MOST_PROSPECTS + 1)
    ]
    while len(lines) > 2 and not any(lines[-1].values()):
        lines.pop()
    return lines
