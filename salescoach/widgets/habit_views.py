"""What the widgets of lessons 00 and 10 show, as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
from salescoach.recall import RecallQuestion

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
    view: View = {"fault": "", "mendable": False, "said": "", "weeks": []}
    view |= dict.fromkeys(FIELDS, "")
    try:
        values = read_toml(body)
    except CoachError as error:
        return view | {"fault": str(error)}
    view |= {name: str(values.get(name, "")) for name in FIELDS}
    try:
        plan = read_plan(body)
        planned = sessions(plan, list(topics.values())) if plan else ()
    except CoachError as error:  # the lines can be read: what is wrong can be changed where it is
        return view | {"fault": str(error), "mendable": True}
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


def due_view(
    memories: Mapping[str, Memory],
    now: datetime,
    message: str = "",
    asked: Sequence[RecallQuestion] = (),
    fresh: int = 0,
) -> View:
    """Show what is due now and in the next four weeks.

    Parameters
    ----------
    memories : mapping
        What the schedule holds.
    now : datetime
        In UTC.
    message : str
        What is wrong with the file of the schedule, if anything.
    asked : sequence of RecallQuestion
        The questions that are due, those never reviewed among them.
    fresh : int
        How many of them were never reviewed; the schedule does not know them yet.
    """
    questions = {question.id for question in asked}
    drill = [m for m in due(memories, now) if m.item not in questions]
    late = len(questions) + len(drill)
    weeks = []
    for week in range(WEEKS):
        start, end = now + timedelta(weeks=week), now + timedelta(weeks=week + 1)
        coming = sum(start < m.due <= end for m in memories.values())
        weeks.append({"title": f"Week {week + 1}", "count": coming + (0 if week else late)})
    missed = sum(bool(m.missed) for m in memories.values())
    return {
        "said": _due_words(memories, asked, len(drill)),
        "message": message,
        "weeks": weeks,
        "known": len(memories) + fresh,
        "reviewed": len(memories),
        "missed": missed,
        "questions": len(questions),
    }


def _due_words(
    memories: Mapping[str, Memory], asked: Sequence[RecallQuestion], drill: int
) -> str:  # fmt: skip
    if not memories and not asked:
        return (
            "Nothing to review yet: answer the questions of the lessons and save those pages, or "
            "practise in the drill of lesson 05."
        )
    if not asked and not drill:
        return f"Nothing is due today. The next review is on {_next_day(memories)}."
    told = []
    if asked:
        lessons = dict.fromkeys(question.lesson for question in asked)
        count = "1 question" if len(asked) == 1 else f"{len(asked)} questions"
        told.append(f"{count} here, from {_listed(_short(lessons))}")
    if drill:
        count = "1 situation" if drill == 1 else f"{drill} situations"
        told.append(f"{count} in the drill of lesson 05, which asks these first")
    return f"{len(asked) + drill} due now: {'; '.join(told)}."


def _short(lessons: Iterable[str]) -> list[str]:
    """Name at most four sources; more of them are a list that nobody reads."""
    names = [name[0].lower() + name[1:] for name in lessons]
    return names if len(names) <= 4 else [*names[:3], f"{len(names) - 3} more"]


def _next_day(memories: Mapping[str, Memory]) -> str:
    first = min(m.due for m in memories.values())
    return f"{DAY_NAMES[first.weekday()]} {first.day} {first:%B}"
