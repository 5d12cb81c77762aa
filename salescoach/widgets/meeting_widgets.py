"""The widgets of lessons 04 and 08: meetings, decision maps, follow-ups, pipelines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import traitlets

from salescoach.cases import ProspectKey
from salescoach.decision_map import ROLES, Person
from salescoach.dialogue import ExamplePlay, Scene, walk
from salescoach.items import Item
from salescoach.keys import OptionKey
from salescoach.opportunity import DECISIONS, REASONS, Prospect
from salescoach.widgets.base import AnswerWidget, CoachWidget, front_end
from salescoach.widgets.meeting_views import (
    Judge,
    dialogue_view,
    follow_up_view,
    map_view,
    play_view,
    told,
)
from salescoach.widgets.pipeline_views import pipeline_view

View = dict[str, Any]


class MeetingPlayer(AnswerWidget):
    """A meeting with branches; the replies chosen are the answer."""

    _esm = front_end("dialogue", render="answerWidget(dialogueInside)")

    def __init__(
        self, item: Item, body: str, scene: Scene, keys: Mapping[str, OptionKey] | None
    ) -> None:
        self._scene, self._keys = scene, keys
        super().__init__(item, body)

    def view(self, body: str) -> View:
        """Show the meeting as far as it went."""
        return dialogue_view(self._scene, body, self._keys)

    def fallback(self) -> str:
        """Tell the meeting, and how to go on without a mouse."""
        view = self.view(self._body)
        lines = [repr(self), self._asked.stem, *filter(None, [view["fault"]]), *told(view)]
        if view["replies"]:
            lines.append(f'Go on like this: path = "{view["replies"][0]["id"]}, …"')
        return "\n".join(lines)


class MeetingReplay(CoachWidget):
    """A meeting that somebody else led, with a coach's remarks."""

    _esm = front_end("dialogue", render="renderReplay")
    title = traitlets.Unicode().tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)
    view: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)

    def __init__(self, scene: Scene, example: ExamplePlay, keys: Mapping[str, OptionKey]) -> None:
        self.name = example.id
        view = play_view(scene, walk(scene, example.path), keys)
        super().__init__(title=example.title, note=example.note, view=view)

    def fallback(self) -> str:
        """Tell the meeting in plain text."""
        return "\n".join([repr(self), self.title, *told(self.view), self.note])


class DecisionMapBoard(AnswerWidget):
    """Who decides, who can veto, and by when; given people, or the learner's own."""

    _esm = front_end("map", render="answerWidget(mapInside)")
    roles: traitlets.Dict[str, str] = traitlets.Dict(dict(ROLES)).tag(sync=True)

    def __init__(
        self,
        item: Item,
        body: str,
        people: Sequence[Person],
        keys: Mapping[str, Mapping[str, OptionKey]] | None,
    ) -> None:
        self._people, self._keys = people, keys
        super().__init__(item, body)

    def view(self, body: str) -> View:
        """Show the map."""
        return map_view(self._people, body, self._keys)

    def fallback(self) -> str:
        """Tell the map, and how to fill it in without a widget."""
        view = self.view(self._body)
        lines = [repr(self), self._asked.stem]
        lines += [f"  {row['id']}  {row['name']}: {row['about']}" for row in view["rows"]]
        lines += [view["fault"] or view["words"], *view["gaps"]]
        lines += [f"{r['name']}: {r['said']}" for r in view["remarks"]]
        first = 'person-1 = "a name", role-1 = "decides"' if view["own"] else None
        first = first or f'{view["rows"][0]["id"]} = "decides"'
        known = ", ".join(f"{role} ({label})" for role, label in ROLES.items())
        lines.append(f'Write lines like {first} and by = "2026-04-20". Parts: {known}.')
        return "\n".join(lines)


class FollowUpPlanner(AnswerWidget):
    """A follow-up on the day that the prospect named, with its calendar file."""

    _esm = front_end("planner", render="answerWidget(plannerInside)")

    def __init__(self, item: Item, body: str, judge: Judge) -> None:
        self._judge = judge
        super().__init__(item, body)

    def view(self, body: str) -> View:
        """Show what is planned, and the file."""
        return follow_up_view(body, self._judge, datetime.now(UTC))

    def fallback(self) -> str:
        """Tell what is planned, and how to plan it without a widget."""
        view = self.view(self._body)
        lines = [repr(self), self._asked.stem, view["fault"] or view["said"]]
        for entry in view["entries"]:
            lines += [f"{entry['title']}: {entry['when']}", *(f"  {n}" for n in entry["notes"])]
        lines.append(view["opening"])
        if not view["complete"]:
            lines.append('Write lines like prospect = "…", date = "2026-04-14", time = "10:00", '
                         'zone = "Europe/London", opening = "…"')  # fmt: skip
        return "\n".join(filter(None, lines))


class PipelineBoard(AnswerWidget):
    """What an hour is worth, and whom to keep, to ask, and to let go."""

    _esm = front_end("pipeline", render="answerWidget(pipelineInside)")

    def __init__(
        self,
        item: Item,
        body: str,
        prospects: Sequence[Prospect],
        keys: Mapping[str, ProspectKey] | None,
    ) -> None:
        self._prospects, self._keys = prospects, keys
        super().__init__(item, body)

    def view(self, body: str) -> View:
        """Show the pipeline."""
        return pipeline_view(self._prospects, body, self._keys)

    def fallback(self) -> str:
        """Tell the pipeline, and how to decide without a widget."""
        view = self.view(self._body)
        lines = [repr(self), self._asked.stem, view["fault"] or view["words"]]
        if view["own"]:
            lines.append('Write lines like hours = 40, name-1 = "…", worth-1 = 9000, '
                         "chance-1 = 25, hours-1 = 12.")  # fmt: skip
            return "\n".join(lines)
        for row in view["rows"]:
            lines.append(f"  {row['id']}  {row['name']}, {row['facts']}. {row['story']}")
            if row["remark"]:
                lines.append(f"    {row['decision']}: {row['remark']['said']}")
        first = view["rows"][0]["id"]
        lines.append(f'Write lines like {first} = "ask" and {first}-why = "vague".')
        lines.append(f"Decisions: {', '.join(f'{k} ({v})' for k, v in DECISIONS.items())}.")
        lines.append(f"Reasons: {', '.join(f'{k} ({v})' for k, v in REASONS.items())}.")
        return "\n".join(lines)
