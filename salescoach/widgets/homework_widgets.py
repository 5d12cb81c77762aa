"""The widgets of lessons 01 and 02: numbers, forms, teams, questions, companies."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import traitlets

from salescoach.companies import Company
from salescoach.items import Item
from salescoach.keys import NumberKey, SortingKey
from salescoach.team import ROLES
from salescoach.widgets import call_views, company_views, field_views
from salescoach.widgets.base import AnswerWidget, CoachWidget, front_end

View = dict[str, Any]


class FieldForm(AnswerWidget):
    """Lines to fill in: texts of a form, or numbers."""

    _esm = front_end("form", "fields", render="answerWidget(fieldsInside)")
    fields: traitlets.List[dict[str, str]] = traitlets.List().tag(sync=True)

    def __init__(
        self, item: Item, body: str = "", keys: Mapping[str, NumberKey] | None = None
    ) -> None:
        self._keys = keys
        fields = [{"id": f.id, "label": f.label, "check": f.check, "unit": f.unit}
                  for f in item.fields]  # fmt: skip
        super().__init__(item, body, fields=fields)

    def view(self, body: str) -> View:
        """Show the lines and what they still lack."""
        if self._asked.kind == "numbers":
            return field_views.numbers_view(self._asked, body, self._keys)
        return field_views.form_view(self._asked, body)

    def fallback(self) -> str:
        """List the lines, and how to fill them in without a widget."""
        view = self.view(self._body)
        told = [repr(self), self._asked.stem]
        told += [f"  {f['id']}: {f['label']}{_unit(f['unit'])}" for f in self.fields]
        first = self.fields[0]["id"]
        example = f"{first} = 3" if self._asked.kind == "numbers" else f'{first} = "…"'
        told.append(view["fault"] or view["said"])
        return "\n".join([*told, f"Write lines like {example} below the first line and run it."])


def _unit(unit: str) -> str:
    return f" ({unit})" if unit else ""


class SortBoard(AnswerWidget):
    """Things to sort into classes."""

    _esm = front_end("form", "sort", render="answerWidget(sortInside)")
    classes: traitlets.List[dict[str, str]] = traitlets.List().tag(sync=True)

    def __init__(self, item: Item, body: str, keys: Mapping[str, SortingKey] | None) -> None:
        self._keys = keys
        classes = [{"id": field.id, "label": field.label} for field in item.fields]
        super().__init__(item, body, classes=classes)

    def view(self, body: str) -> View:
        """Show what was sorted where."""
        return field_views.sorting_view(self._asked, body, self._keys)

    def fallback(self) -> str:
        """List the things and the classes, and how to sort without a widget."""
        view = self.view(self._body)
        things = [f"  {option.id}  {option.text}" for option in self._asked.options]
        classes = ", ".join(f"{c['id']} ({c['label']})" for c in self.classes)
        return "\n".join([
            repr(self), self._asked.stem, *things, f"Classes: {classes}.",
            view["fault"] or view["said"],
            f'Write lines like a = "{self.classes[0]["id"]}" below the first line and run it.',
        ])  # fmt: skip


class TeamMatrix(AnswerWidget):
    """Who is strong at what, who has which role, how the commission is shared."""

    _esm = front_end("form", "team", render="answerWidget(teamInside)")
    own = traitlets.Bool().tag(sync=True)

    def __init__(self, item: Item, body: str = "") -> None:
        super().__init__(item, body, own=not item.options)

    def view(self, body: str) -> View:
        """Show the team, and what a coach notices."""
        return field_views.team_view(self._asked, body)

    def fallback(self) -> str:
        """Describe the people and the roles, and how to answer without a widget."""
        view = self.view(self._body)
        people = [f"  {option.text}" for option in self._asked.options]
        roles = [f"  {role}: {what}" for role, what in ROLES.items()]
        return "\n".join([
            repr(self), self._asked.stem, *people, *roles,
            view["fault"] or " ".join([view["said"], *view["remarks"]]),
            "Write [roles] and [commission] with a line for each role, and run the cell.",
        ])  # fmt: skip


class CallCalculator(AnswerWidget):
    """Calls, conversations, yes: what a week may bring, with the spread."""

    _esm = front_end("form", "draw", "calculator", render="answerWidget(calculatorInside)")
    inputs: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)

    def __init__(self, item: Item, body: str = "") -> None:
        inputs = [
            {"id": name, "label": label, "low": low, "high": high}
            for name, (label, low, high, _) in call_views.INPUTS.items()
        ]
        super().__init__(item, body, inputs=inputs)

    def view(self, body: str) -> View:
        """Work out the week."""
        return call_views.calculator_view(body)

    def fallback(self) -> str:
        """Tell the week in words."""
        view = self.view(self._body)
        if view["fault"]:
            return f"{self!r} {view['fault']}"
        given = ", ".join(f"{name} = {value:g}" for name, value in view["values"].items())
        return f"{self!r} {given}\n{view['week']}\n{view['first']}".rstrip()


class QuestionStudio(AnswerWidget):
    """Questions, one a line, each told open or closed with the words that decide."""

    _esm = front_end("studio", "questions", render="answerWidget(questionsInside)")
    text_label = traitlets.Unicode("Your questions, one a line").tag(sync=True)

    def view(self, body: str) -> View:
        """Judge the questions."""
        return call_views.questions_view(body)

    def fallback(self) -> str:
        """Tell each question's form in plain text."""
        return "\n".join([repr(self), *questions_in_words(self.view(self._body))])


class QuestionExample(CoachWidget):
    """Example questions with the words that decide."""

    _esm = front_end("studio", "questions", render="renderQuestions")
    text = traitlets.Unicode().tag(sync=True)
    shown: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)

    def __init__(self, text: str) -> None:
        self.name = "example"
        super().__init__(text=text, shown=call_views.questions_view(text))

    def fallback(self) -> str:
        """Tell each question's form in plain text."""
        return "\n".join([repr(self), *questions_in_words(self.shown)])


def questions_in_words(view: View) -> list[str]:
    """Tell the verdict on questions in plain text."""
    if "note" in view:
        return [view["note"]]
    return [*(f"{c['label']} {c['why']} {c['try']}".rstrip() for c in view["criteria"]),
            f"{view['count']}."]  # fmt: skip


class QualifyBoard(AnswerWidget):
    """Qualifiers, a count that moves, and a funnel that says why each company fell out."""

    _esm = front_end("form", "funnel", render="answerWidget(qualifyInside)")

    def __init__(
        self, item: Item, body: str, companies: Sequence[Company], today: date,
        fits: Callable[[Company], bool] | None,
    ) -> None:  # fmt: skip
        self._companies, self._today, self._fits = companies, today, fits
        super().__init__(item, body)

    def view(self, body: str) -> View:
        """Cut the universe down."""
        return company_views.qualify_view(self._companies, body, self._today, self._fits)

    def fallback(self) -> str:
        """Tell the funnel in plain text."""
        view = self.view(self._body)
        told = [view["fault"]] if view["fault"] else company_views.funnel_in_words(view)
        return "\n".join([repr(self), self._asked.stem, *told])


class OwnListBoard(AnswerWidget):
    """A list of one's own: its columns, its flaws, and the same funnel."""

    _esm = front_end("form", "funnel", "ownlist", render="answerWidget(ownListInside)")

    def __init__(self, item: Item, body: str, folder: Path, today: date) -> None:
        self._folder, self._today = folder, today
        super().__init__(item, body)

    def view(self, body: str) -> View:
        """Read the list and cut it down."""
        return company_views.own_list_view(self._folder, body, self._today)

    def fallback(self) -> str:
        """Tell how to name a file, or what was read."""
        view = self.view(self._body)
        if view["fault"]:
            told = [view["fault"]]
        elif view["list"] is None:
            told = ['Put a CSV file beside this notebook, write file = "its-name.csv" below the '
                    "first line, and run it."]  # fmt: skip
        else:
            columns = [f"  {m['label']}: {m['column'] or 'no column'}"
                       for m in view["list"]["mapping"]]  # fmt: skip
            told = [view["list"]["told"], *columns, *view["list"]["notes"],
                    *company_views.funnel_in_words(view)]  # fmt: skip
        return "\n".join([repr(self), *told])


class DataReport(CoachWidget):
    """What is wrong with a list, by kind, with what shows it."""

    _esm = front_end("report", render="renderReport")
    report: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)

    def __init__(self, companies: Sequence[Company], today: date) -> None:
        self.name = "companies"
        super().__init__(report=company_views.report_view(companies, today))

    def fallback(self) -> str:
        """Tell the flaws in plain text, each kind with one example."""
        lines = [repr(self), self.report["said"]]
        for group in self.report["groups"]:
            name, why = group["rows"][0]
            lines.append(f"  {group['count']} × {group['told']}, for example {name}: {why}")
        return "\n".join(lines)
