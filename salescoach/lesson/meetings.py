"""What lessons 04 and 08 ask of the coach: meetings, maps, follow-ups, pipelines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from salescoach.cases import (
    dialogue_keys,
    map_keys,
    people_of,
    pipeline_keys,
    pipeline_of,
    scene_of,
)
from salescoach.errors import CoachError
from salescoach.items import unknown
from salescoach.lesson.core import CoachCore
from salescoach.widgets.base import AnswerWidget
from salescoach.widgets.meeting_widgets import (
    DecisionMapBoard,
    FollowUpPlanner,
    MeetingPlayer,
    MeetingReplay,
    PipelineBoard,
)

if TYPE_CHECKING:
    from salescoach.plots import Picture


class MeetingCoach(CoachCore):
    """Shows meetings, decision maps, follow-ups and pipelines."""

    def answer(self, item: str, body: str = "") -> AnswerWidget:
        """Show the widget of an answer cell; ``%%answer`` calls this."""
        asked = self.catalog.item(item)
        practice = self.notebook.kind == "lesson"
        match asked.kind:
            case "dialogue":
                scene = scene_of(self.catalog, item)
                keys = dialogue_keys(self.catalog, item) if practice else None
                return MeetingPlayer(asked, body, scene, keys)
            case "map":
                people = people_of(self.catalog, item)
                parts = map_keys(self.catalog, item) if practice and people else None
                return DecisionMapBoard(asked, body, people, parts)
            case "followup":
                return FollowUpPlanner(asked, body, self._judge)
            case "pipeline":
                prospects = pipeline_of(self.catalog, item)
                key = pipeline_keys(self.catalog, item) if practice and prospects else None
                return PipelineBoard(asked, body, prospects, key)
            case _:
                return super().answer(item, body)

    def replay(self, scene: str, example: str) -> MeetingReplay:
        """Show how somebody else led a meeting, with a coach's remarks.

        Parameters
        ----------
        scene : str
            The meeting, by the id of its item.
        example : str
            One of the ways that it was led.
        """
        found = scene_of(self.catalog, scene)
        if example not in found.examples:
            raise CoachError(**unknown("way", example, list(found.examples)))
        return MeetingReplay(found, found.examples[example], dialogue_keys(self.catalog, scene))

    def hour_price(self, pipeline: str, *hours: float) -> Picture:
        """Show what an hour is worth in a pipeline when there are few hours or many."""
        from salescoach.pipeline_plots import hour_price_picture

        return hour_price_picture(pipeline_of(self.catalog, pipeline), hours)

    def break_up_claims(self) -> Picture:
        """Show how often a break-up email is said to be answered, each claim with its grade."""
        from salescoach.pipeline_plots import Claim, claims_picture

        return claims_picture([Claim(**row) for row in self.catalog.rows("breakup_claims")])
