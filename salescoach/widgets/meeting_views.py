"""What the widgets of meetings, decision maps and follow-ups show, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from salescoach.answers import read_toml
from salescoach.decision_map import (
    MOST_PEOPLE,
    ROLES,
    DecisionMap,
    Person,
    in_full,
    read_map,
    read_own_map,
)
from salescoach.dialogue import Play, Scene, read_path, walk
from salescoach.errors import CoachError
from salescoach.keys import OptionKey
from salescoach.planner import FollowUp, begins, calendar_file, entries, read_follow_up, time_zone
from salescoach.rubric import ScriptVerdict

View = dict[str, Any]
Judge = Callable[[str, str], ScriptVerdict]


def dialogue_view(scene: Scene, body: str, keys: Mapping[str, OptionKey] | None) -> View:
    """Show a meeting: what was said, time and points, and what can be said next.

    Parameters
    ----------
    scene : Scene
        The scene.
    body : str
        The answer's body, TOML with ``path = "…"``.
    keys : mapping or None
        A coach's remarks in practice mode; None in an exercise.
    """
    try:
        play, fault = walk(scene, read_path(body)), ""
    except CoachError as error:
        play, fault = walk(scene, ()), str(error)
    return play_view(scene, play, keys) | {"fault": fault}


def play_view(scene: Scene, play: Play, keys: Mapping[str, OptionKey] | None) -> View:
    """Show a play of a scene."""
    keys = keys or {}

    def remark(step: str) -> str:
        return keys[step].feedback if step in keys else ""

    turns = [
        {"says": t.says, "reply": t.reply.text, "minutes": t.reply.minutes,
         "remark": remark(t.reply.id)} for t in play.turns
    ]  # fmt: skip
    left = scene.minutes - play.minutes
    covered = [scene.points[p] for p in play.covered]
    said = f"{play.minutes} of {scene.minutes} minutes used. "
    said += f"{len(covered)} of {len(scene.points)} points settled"
    said += f": {'; '.join(covered)}." if covered else "."
    view: View = {
        "opening": scene.opening,
        "person": scene.person,
        "turns": turns,
        "path": [t.reply.id for t in play.turns],
        "minutes": play.minutes,
        "most": scene.minutes,
        "left": left,
        "points": [{"text": text, "done": p in play.covered} for p, text in scene.points.items()],
        "says": play.node.says if play.node else "",
        "replies": [{"id": r.id, "text": r.text, "minutes": r.minutes} for r in play.node.replies]
        if play.node
        else [],
        "ending": None,
        "said": said,
        "fault": "",
    }
    if play.ending:
        view["ending"] = {"title": play.ending.title, "says": play.ending.says,
                          "remark": remark(play.ending.id)}  # fmt: skip
        view["said"] = f"{play.ending.title}. {said}"
    return view


def told(view: View) -> list[str]:
    """Tell a meeting in lines of plain text."""
    lines = [view["opening"]]
    for turn in view["turns"]:
        lines += [f"{view['person']}: {turn['says']}", f"You: {turn['reply']}"]
        if turn["remark"]:
            lines.append(f"  (Coach: {turn['remark']})")
    if view["ending"]:
        lines.append(f"{view['ending']['title']}: {view['ending']['says']}")
        if view["ending"]["remark"]:
            lines.append(f"  (Coach: {view['ending']['remark']})")
    elif view["says"]:
        lines.append(f"{view['person']}: {view['says']}")
        lines += [f"  {r['id']}  {r['text']} ({r['minutes']} min)" for r in view["replies"]]
    return [*lines, view["said"]]


def map_view(
    people: Sequence[Person], body: str, keys: Mapping[str, Mapping[str, OptionKey]] | None
) -> View:
    """Show a decision map: given people, or with none of them the learner's own."""
    own = not people
    try:
        found, fault = (read_own_map(body) if own else read_map(body, people)), ""
    except CoachError as error:
        found, fault = DecisionMap(tuple(people), {}), str(error)
    rows = [{"id": p.id, "name": p.name, "about": p.about, "role": found.roles.get(p.id, "")}
            for p in found.people]  # fmt: skip
    remarks = [] if keys is None else _map_remarks(found, keys)
    words = found.in_words() or "Nobody is placed yet."
    return {
        "own": own,
        "most": MOST_PEOPLE,
        "rows": rows,
        "lines": _own_lines(body) if own and not fault else [],
        "by": found.by.isoformat() if found.by else "",
        "by_words": in_full(found.by) if found.by else "",
        "lanes": [{"role": role, "label": label, "names": [p.name for p in found.those_who(role)]}
                  for role, label in ROLES.items()],
        "gaps": [] if found.blank and not own else found.gaps(),
        "words": words,
        "remarks": remarks,
        "blank": found.blank,
        "fault": fault,
    }  # fmt: skip


def _own_lines(body: str) -> list[View]:
    """Give back what stands in each line, also where a name or a part is still missing."""
    values = read_toml(body)
    lines = [
        {"name": values.get(f"person-{n}", ""), "role": values.get(f"role-{n}", "").lower()}
        for n in range(1, MOST_PEOPLE + 1)
    ]
    while lines and not any(lines[-1].values()):
        lines.pop()
    return lines


def _map_remarks(found: DecisionMap, keys: Mapping[str, Mapping[str, OptionKey]]) -> list[View]:
    """Comment on what was placed, in the order of the map."""
    remarks = []
    placed = [(p.name, p.id, found.roles[p.id]) for p in found.people if p.id in found.roles]
    if found.by:
        placed.append(("By when", "by", found.by.isoformat()))
    for name, person, role in placed:
        key = keys[person].get(role)
        if key is None:
            remarks.append({"name": name, "mood": "wrong", "said": "Read the line again: what is "
                            "this person asked, and what can they stop?" if person != "by" else
                            "Look again: on which day is it decided?"})  # fmt: skip
        else:
            mood = "right" if key.credit == 1 else "partly"
            remarks.append({"name": name, "mood": mood, "said": key.feedback})
    return remarks


def follow_up_view(body: str, judge: Judge, now: datetime) -> View:
    """Show a planned follow-up, with the calendar file once it is complete.

    Parameters
    ----------
    body : str
        The answer's body.
    judge : callable
        Gives the rubric's verdict on the opening line.
    now : datetime
        The moment, with its zone: it stamps the file, and tells past from future.
    """
    view: View = {"fault": "", "said": "Fill in who, the day, the time and the zone that they "
                  "named.", "entries": [], "warnings": [], "opening": "", "file": "",
                  "name": "follow-up.ics", "complete": False}  # fmt: skip
    try:
        follow_up = read_follow_up(body)
        if follow_up is None:
            return view
        planned = entries(follow_up)
        shown = [_entry(e.title, begins(e), e.zone, e.notes) for e in planned]
        made = calendar_file(planned, now)
    except CoachError as error:
        return view | {"fault": str(error)}
    return view | {
        "complete": True,
        "said": f"{planned[0].title}: {shown[0]['when']}.",
        "entries": shown,
        "warnings": _warnings(follow_up, begins(planned[0]), now),
        "opening": _opening(follow_up, judge),
        "file": made.decode("utf-8"),
    }


def _entry(title: str, moment: datetime, zone: str, notes: str) -> View:
    local = moment.astimezone(time_zone(zone))
    when = f"{in_full(local.date())}, {local:%H:%M} in {zone} ({moment:%H:%M} UTC)"
    return {"title": title, "when": when, "notes": notes.splitlines()}


def _warnings(follow_up: FollowUp, moment: datetime, now: datetime) -> list[str]:
    found = []
    if follow_up.day.weekday() >= 5:
        found.append(f"{in_full(follow_up.day)} is at the weekend. Is that what they meant?")
    if not 7 <= follow_up.clock.hour < 20:
        found.append(f"{follow_up.clock:%H:%M} is an unusual hour for a call.")
    if moment < now:
        found.append("This moment has passed.")
    return found


def _opening(follow_up: FollowUp, judge: Judge) -> str:
    """Say whether the opening line gives the date back to the one who named it."""
    if not follow_up.opening:
        return "Add your first sentence: it recalls that the day was their idea."
    met = {c.name: c.met for c in judge("agreement", follow_up.opening).criteria}
    if not met["courteous"]:
        return "Your first sentence sounds like a reproach. Say it as a service, not as a debt."
    if not met["their_idea"]:
        return "Your first sentence does not say yet that the day was their idea."
    return "Your first sentence gives the day back to the one who named it."
