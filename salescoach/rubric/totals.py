"""From verdicts to a total between 0 and 10, with the caps that the rubric fixes beforehand."""

from __future__ import annotations

from collections.abc import Mapping

from salescoach.rubric.table import criteria

#: A follow-up line is judged on its own part: a question and its answer, or a reminder.
_MEETING_PART = ("asks_time", "specific_date", "confirms", "courteous")
_REMINDER_PART = ("specific_date", "their_idea", "courteous")


def total(kind: str, met: Mapping[str, bool]) -> tuple[float, tuple[str, ...]]:
    """Compute the total of a text and say what lowered it.

    Parameters
    ----------
    kind : str
        Kind of text.
    met : mapping of str to bool
        Whether each criterion is met. Works on labels as well as on verdicts.

    Returns
    -------
    tuple of float and tuple of str
        The total, 0 to 10, and a sentence for each rule that lowered it.

    Examples
    --------
    >>> names = [c.name for c in criteria("breakup")]
    >>> total("breakup", {name: name != "closes" for name in names})
    (6.0, ('It does not close: at most 6.',))
    """
    points = {c.name: c.weight for c in criteria(kind)}
    earned = {name: weight for name, weight in points.items() if met.get(name, False)}
    if kind == "agreement":
        return _agreement(points, earned, met)
    value = sum(earned.values())
    caps: list[str] = []

    def cap(limit: float, reason: str) -> None:
        nonlocal value
        if value > limit:
            value = limit
            caps.append(reason)

    if kind == "voicemail":
        if not met.get("natural", True):
            cap(2.0, "A person would not say it like this: at most 2.")
        if not met.get("courteous", True):
            if value > 0:
                caps.append("There is pressure in it: half the points, at most 2.5.")
            value = min(value / 2, 2.5)
        if not met.get("nohype", True):
            if value > 0:
                caps.append("There is hype in it: one point less.")
            value -= 1.0
        if not met.get("prospect_focus", True):
            cap(5.0, "It is not about the prospect: at most 5.")
    else:
        if not met.get("polite", True):
            if value > 0:
                caps.append("It is not polite: not half the points, at most 3.5.")
            value = min(value * 0.45, 3.5)
        if not met.get("closes", True):
            cap(6.0, "It does not close: at most 6.")
    return round(min(max(value, 0.0), 10.0), 2), tuple(caps)


def _agreement(
    points: Mapping[str, float], earned: Mapping[str, float], met: Mapping[str, bool]
) -> tuple[float, tuple[str, ...]]:
    def share(part: tuple[str, ...]) -> float:
        return 10 * sum(earned.get(n, 0.0) for n in part) / sum(points[n] for n in part)

    whole = share(tuple(points))
    reminds = met.get("their_idea", False) and not met.get("asks_time", False)
    value = max(whole, share(_REMINDER_PART) if reminds else share(_MEETING_PART))
    caps: tuple[str, ...] = ()
    if not met.get("courteous", True):
        value = min(value / 2, 2.5)
        caps = ("There is pressure in it: half the points, at most 2.5.",)
    return round(min(max(value, 0.0), 10.0), 2), caps
