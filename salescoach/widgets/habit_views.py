"""What the widgets of lessons 00 and 10 show, as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from salescoach.answers import read_toml
from salescoach.assessment import (
    Asked,
    Profile,
    QuestionKey,
    Topic,
    TopicScore,
    path,
    profile,
    read_choices,
)
from salescoach.errors import CoachError
from salescoach.habits import Memory, due
from salescoach.practice_plan import (
    DAY_NAMES,
    FIELDS,
    WEEKS,
    PracticePlan,
    Session,
    read_plan,
    sessions,
)

View = dict[str, Any]


def assessment_view(
    form: Sequence[Asked],
    body: str,
    keys: Mapping[str, QuestionKey] | None,
    topics: Mapping[str, Topic],
) -> View:
    """Show how far a form is filled in; its profile once it is complete.

    Parameters
    ----------
    form : sequence of Asked
        The questions.
    body : str
        The answer's body, TOML with ``q01 = "a"``.
    keys : mapping or None
        The keys of the questions; None where they are not to be shown.
    topics : mapping
        The topics by id.
    """
    view: View = {"fault": "", "choices": {}, "said": "", "result": None}
    try:
        choices = read_choices(form, body)
    except CoachError as error:
        return view | {"fault": str(error)}
    left = len(form) - len(choices)
    said = f"{len(choices)} of {len(form)} answered."
    view |= {"choices": choices, "said": said}
    if left:
        return view
    if keys is None:
        return view | {"said": f"{said} Your instructor has the key: save and hand in."}
    return view | {"result": _result(profile(form, keys, choices), topics)}


def _result(found: Profile, topics: Mapping[str, Topic]) -> View:
    total = found.total
    return {
        "heading": f"{total.right} of {total.asked} right",
        "interval": share_text(total),
        "topics": [
            {"title": f"{t.topic} {topics[t.topic].title}", "right": t.right, "asked": t.asked}
            for t in found.topics
        ],
        "path": path_text(found, topics),
        "missed": [
            {
                "title": f"Question {int(m.asked.name[1:])}",
                "stem": m.asked.question.stem,
                "yours": _option(m.asked, m.chosen),
                "better": _option(m.asked, m.key.key),
                "reason": m.key.reason,
                "see": m.key.see,
            }
            for m in found.missed
        ],
    }


def _option(asked: Asked, letter: str) -> str:
    return next((f"{o.id}  {o.text}" for o in asked.question.options if o.id == letter), "")


def share_text(score: TopicScore) -> str:
    """Say what a score of so many questions leaves open."""
    share = score.share
    if share.low is None or share.high is None:
        return ""
    return (
        f"Of many such questions you would plausibly answer {100 * share.low:.0f} to "
        f"{100 * share.high:.0f} % right (95 % interval, Wilson)."
    )


def path_text(found: Profile, topics: Mapping[str, Topic]) -> str:
    """Suggest where to begin, in a sentence."""
    order = path(found)
    if all(t.right == t.asked for t in order):
        return "All right: take the lessons in their order and look for what surprises you."
    weakest = [t for t in order if t.right / t.asked == order[0].right / order[0].asked]
    names = _listed([f"{t.topic} ({topics[t.topic].title})" for t in weakest[:3]])
    lessons = "lesson" if len(weakest[:3]) == 1 else "lessons"
    return (
        f"If time is short, begin with {lessons} {names}. Two questions a topic are a hint, no "
        "verdict; in doubt, follow the order of the course."
    )


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def plan_view(body: str, topics: Mapping[str, Topic]) -> View:
    """Show a practice plan: its settings, and all sessions week by week."""
    view: View = {"fault": "", "said": "", "weeks": [], **dict.fromkeys(FIELDS, "")}
    try:
        values = read_toml(body)
        plan = read_plan(body)
        planned = sessions(plan, list(topics.values())) if plan else ()
    except CoachError as error:
        return view | {"fault": str(error)}
    view |= {name: str(values.get(name, "")) for name in FIELDS}
    if plan is None:
        return view | {"said": "Choose at least one day of the week."}
    return view | {"weeks": _weeks(planned), "said": plan_text(plan, planned) + _still_needed(plan)}


def _weeks(planned: Sequence[Session]) -> list[View]:
    return [
        {
            "title": f"Week {week}",
            "sessions": [
                {"when": when(s), "title": s.title, "task": s.task}
                for s in planned
                if s.week == week
            ],
        }
        for week in range(1, WEEKS + 1)
    ]


def when(session: Session) -> str:
    """Name the day of a session: with its date, where the plan has a start."""
    name = DAY_NAMES[session.weekday]
    if session.day is None:
        return name
    return f"{name} {session.day.day} {session.day:%B}"


def plan_text(plan: PracticePlan, planned: Sequence[Session]) -> str:
    """Sum a plan up in a sentence."""
    hours = sum(s.minutes for s in planned) / 60
    text = f"{len(planned)} sessions of {plan.minutes} minutes in four weeks, {hours:.1f} hours."
    if plan.after:
        text += f" Each follows {plan.after}."
    return text


def _still_needed(plan: PracticePlan) -> str:
    wanted = (("a first day", plan.start), ("a time", plan.at), ("a time zone", plan.zone))
    missing = [name for name, value in wanted if not value]
    return f" For a calendar file it still needs {_listed(missing)}." if missing else ""


def due_view(memories: Mapping[str, Memory], now: datetime, message: str = "") -> View:
    """Show what is due now and in the next four weeks, by drill."""
    late = due(memories, now)
    weeks = []
    for week in range(WEEKS):
        start, end = now + timedelta(weeks=week), now + timedelta(weeks=week + 1)
        coming = sum(start < m.due <= end for m in memories.values())
        weeks.append(
            {"title": f"Week {week + 1}", "count": coming + (len(late) if not week else 0)}
        )
    drills: dict[str, int] = {}
    for memory in late:
        drill = memory.item.partition("/")[0]
        drills[drill] = drills.get(drill, 0) + 1
    if not memories:
        said = "Nothing has been practised yet: the drill of lesson 05 fills this list."
    elif not late:
        said = f"Nothing is due today. The next review is on {_next_day(memories)}."
    else:
        said = f"{len(late)} due now: open the drill of lesson 05, it asks these first."
    missed = sorted((m for m in memories.values() if m.missed), key=lambda m: (-m.missed, m.item))
    return {
        "said": said,
        "message": message,
        "weeks": weeks,
        "drills": [{"title": name, "count": count} for name, count in sorted(drills.items())],
        "known": len(memories),
        "missed": len(missed),
    }


def _next_day(memories: Mapping[str, Memory]) -> str:
    first = min(m.due for m in memories.values())
    return f"{DAY_NAMES[first.weekday()]} {first.day} {first:%B}"
