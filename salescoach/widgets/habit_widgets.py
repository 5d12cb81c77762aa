"""The widgets of lessons 00 and 10: the assessment, the practice plan, and what is due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets

from salescoach.assessment import Asked, QuestionKey, Topic
from salescoach.items import Item
from salescoach.practice_plan import DAY_NAMES, WEEKDAYS
from salescoach.widgets import habit_views as views
from salescoach.widgets.base import AnswerWidget, front_end

View = dict[str, Any]


class AssessmentForm(AnswerWidget):
    """Twenty questions, one at a time; the profile once all are answered."""

    _esm = front_end("assessment", render="answerWidget(assessmentInside)")
    questions: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)

    def __init__(
        self,
        item: Item,
        body: str,
        form: Sequence[Asked],
        keys: Mapping[str, QuestionKey] | None,
        topics: Mapping[str, Topic],
    ) -> None:
        self._form, self._keys, self._topics = form, keys, topics
        questions = [
            {
                "name": asked.name,
                "stem": asked.question.stem,
                "options": [{"id": o.id, "text": o.text} for o in asked.question.options],
            }
            for asked in form
        ]
        super().__init__(item, body, questions=questions)

    def view(self, body: str) -> View:
        """Show how far the form is filled in."""
        return views.assessment_view(self._form, body, self._keys, self._topics)

    def fallback(self) -> str:
        """List the questions, and how to answer without a widget."""
        view = self.view(self._body)
        told = [repr(self), self._asked.stem, view["fault"] or view["said"]]
        if result := view["result"]:
            return "\n".join([*told, f"{result['heading']}. {result['interval']}", result["path"]])
        for question in self.questions:
            told += ["", f"{question['name']}  {question['stem']}"]
            told += [f"  {option['id']}  {option['text']}" for option in question["options"]]
        first = self.questions[0]["name"]
        return "\n".join(
            [*told, "", f'Write lines like {first} = "a" below the first line and run it.']
        )


class PlanBoard(AnswerWidget):
    """Four weeks of practice: days, time, length and focus."""

    _esm = front_end("plan", render="answerWidget(planInside)")
    days: traitlets.List[dict[str, str]] = traitlets.List().tag(sync=True)
    topics: traitlets.List[dict[str, str]] = traitlets.List().tag(sync=True)

    def __init__(self, item: Item, body: str, topics: Mapping[str, Topic]) -> None:
        self._topics = topics
        super().__init__(
            item,
            body,
            days=[{"id": d, "text": name} for d, name in zip(WEEKDAYS, DAY_NAMES, strict=True)],
            topics=[{"id": t.id, "text": f"{t.id} {t.title}"} for t in topics.values()],
        )

    def view(self, body: str) -> View:
        """Show the plan week by week."""
        return views.plan_view(body, self._topics)

    def fallback(self) -> str:
        """Tell the plan, and how to write one without a widget."""
        view = self.view(self._body)
        told = [repr(self), self._asked.stem, view["fault"] or view["said"]]
        for week in view["weeks"]:
            told.append(week["title"])
            told += [f"  {s['when']}: {s['title']}. {s['task']}" for s in week["sessions"]]
        return "\n".join([*told, 'Write lines like days = "mon wed fri" and run the cell.'])
