"""Writes xAPI 1.0.3 statements: what each trainee answered and what it earned.

The specification: github.com/adlnet/xAPI-Spec. A statement about an item says ``answered`` and
carries response and score; one about an exercise says ``completed``. The id of a statement is made
of what it says, so sending a file twice stores nothing twice. No statement holds a key.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import quote

from salescoach.grading.course import Trainee
from salescoach.grading.course_result import Cell, CourseResult
from salescoach.grading.results import ItemResult
from salescoach.items import SCRIPT_KINDS

HOME: Final = "https://salescoach.example"
"""Where the ids of activities and accounts begin: a name, not an address."""

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, HOME)


def xapi_lines(result: CourseResult, titles: Mapping[str, str]) -> str:
    """Write one statement a line, for each settled item and exercise.

    Parameters
    ----------
    result : CourseResult
        The result of a course.
    titles : mapping
        The title of each exercise.
    """
    lines = []
    for cell in result.cells:
        lines += [
            json.dumps(said, ensure_ascii=False, sort_keys=True)
            for said in _statements(cell, result.course.title, titles[cell.exercise])
        ]
    return "".join(f"{line}\n" for line in lines)


def _statements(cell: Cell, course: str, title: str) -> Iterator[dict[str, Any]]:
    exercise = _activity(f"exercises/{cell.exercise}", title, "assessment")
    grouping = [_activity(f"courses/{course}", course, "course")]
    for result in cell.items:
        if result.score is None or result.status in ("blank", "missing"):
            continue
        context = {"parent": [exercise], "grouping": grouping}
        outcome: dict[str, Any] = {
            "score": _score(result.score, result.item.points),
            "response": result.response or result.body,
        }
        yield _statement(cell, "answered", _question(result), outcome, context)
    if cell.score is not None and cell.status in ("graded", "partly"):
        outcome = {
            "score": _score(cell.score, cell.max),
            "completion": cell.status == "graded",
        }
        yield _statement(cell, "completed", exercise, outcome, {"grouping": grouping})


def _statement(
    cell: Cell, verb: str, what: dict[str, Any], outcome: dict[str, Any], context: dict[str, Any]
) -> dict[str, Any]:
    said: dict[str, Any] = {
        "actor": _actor(cell.trainee),
        "verb": {
            "id": f"http://adlnet.gov/expapi/verbs/{verb}", "display": {"en-GB": verb},
        },
        "object": what,
        "result": outcome,
        "context": {"contextActivities": context, "platform": "salescoach"},
        "version": "1.0.3",
    }  # fmt: skip
    if cell.received:
        said["timestamp"] = cell.received
    said["id"] = str(uuid.uuid5(_SPACE, json.dumps(said, sort_keys=True)))
    return said


def _actor(trainee: Trainee) -> dict[str, Any]:
    who: dict[str, Any] = {"objectType": "Agent", "name": trainee.name}
    if _MAIL.fullmatch(trainee.id):
        return who | {"mbox": f"mailto:{trainee.id}"}
    return who | {"account": {"homePage": HOME, "name": trainee.id}}


def _activity(place: str, name: str, kind: str) -> dict[str, Any]:
    return {
        "objectType": "Activity",
        "id": f"{HOME}/{quote(place)}",
        "definition": {
            "name": {"en-GB": name},
            "type": f"http://adlnet.gov/expapi/activities/{kind}",
        },
    }


def _question(result: ItemResult) -> dict[str, Any]:
    item = result.item
    activity = _activity(f"items/{item.id}", item.title, "cmi.interaction")
    definition = activity["definition"]
    definition["description"] = {"en-GB": item.stem}
    if item.kind == "choice":
        definition["interactionType"] = "choice"
        definition["choices"] = [
            {"id": option.id, "description": {"en-GB": option.text}} for option in item.options
        ]
    else:
        is_text = item.kind in (*SCRIPT_KINDS, "note")
        definition["interactionType"] = "long-fill-in" if is_text else "other"
    return activity


def _score(raw: float, most: float) -> dict[str, float]:
    score = {"raw": raw, "min": 0, "max": most}
    return score | {"scaled": round(raw / most, 4)} if most else {"raw": raw}
