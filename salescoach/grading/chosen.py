"""What trainees chose, question by question: the raw material of a class's misconceptions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from salescoach import rubric
from salescoach.assessment import QuestionKey, read_choices
from salescoach.catalog import Catalog
from salescoach.errors import CoachError
from salescoach.forms import read_sorting
from salescoach.grading.results import ItemResult
from salescoach.items import SCRIPT_KINDS
from salescoach.keys import (
    OptionKey,
    SortingKey,
    assessment_keys,
    choice_keys,
    question_keys,
    signal_keys,
    sorting_keys,
    stall_keys,
)
from salescoach.signals.drill import parse_drill
from salescoach.signals.items import SignalKey
from salescoach.signals.kinds import KINDS
from salescoach.signals.questions import situation_of
from salescoach.signals.stall_answers import parse_stall
from salescoach.signals.stalls import DECISIONS, StallKey

_SIGNALS = "05"
"""The topic of all questions about situations, whichever exercise they were drawn for."""


@dataclass(frozen=True)
class Chosen:
    """What one trainee answered to one question.

    Parameters
    ----------
    question : str
        Its name, the same for every trainee.
    topic : str
        The lesson that teaches it, like ``05``.
    stem : str
        What was asked.
    answer : str
        What was chosen.
    right : bool
        Whether it earns everything.
    better : str
        What would have.
    reason : str
        Why the answer is not it; what the key says.
    """

    question: str
    topic: str
    stem: str
    answer: str
    right: bool
    better: str
    reason: str


class Choices:
    """Takes answers apart into what was chosen in them.

    Parameters
    ----------
    catalog : Catalog
        Questions, and through it their keys, which are read once they are needed.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._readers: dict[str, Callable[[ItemResult], Iterator[Chosen]]] = {
            "choice": self._choice, "assessment": self._form, "drill": self._drill,
            "sort": self._sorted, "stall": self._stall,
            **dict.fromkeys(SCRIPT_KINDS, self._script),
        }  # fmt: skip

    def of(self, result: ItemResult) -> list[Chosen]:
        """List what a result chose; nothing if it was left open, or waits for somebody."""
        reader = self._readers.get(result.item.kind)
        if reader is None or result.status != "graded":
            return []
        try:
            return list(reader(result))
        except (CoachError, KeyError, IndexError):
            # Somebody gave points for what cannot be read, or the question has left the pack.
            return []

    @cached_property
    def _signal_keys(self) -> dict[str, SignalKey]:
        return signal_keys(self._catalog)

    @cached_property
    def _stall_keys(self) -> dict[str, StallKey]:
        return stall_keys(self._catalog)

    @cached_property
    def _option_keys(self) -> dict[str, dict[str, OptionKey]]:
        return choice_keys(self._catalog) | question_keys(self._signal_keys)

    @cached_property
    def _sorting_keys(self) -> dict[str, dict[str, SortingKey]]:
        return sorting_keys(self._catalog)

    @cached_property
    def _assessment_keys(self) -> dict[str, QuestionKey]:
        return assessment_keys(self._catalog)

    def _choice(self, result: ItemResult) -> Iterator[Chosen]:
        if not result.response:
            return
        item, keys = result.item, self._option_keys[result.item.id]
        texts = {option.id: option.text for option in item.options}
        most = max(key.credit for key in keys.values())
        best = " / ".join(texts[o] for o in texts if keys[o].credit == most)
        key = keys[result.response]
        yield Chosen(item.id, _SIGNALS if situation_of(item.id) else topic_of(item.notebook),
                     item.stem, texts[result.response], key.credit == most, best,
                     key.feedback)  # fmt: skip

    def _form(self, result: ItemResult) -> Iterator[Chosen]:
        form = self._catalog.form_of(result.item)
        choices = read_choices(form, result.body)
        for asked in form:
            letter, question = choices.get(asked.name), asked.question
            if letter:
                key = self._assessment_keys[question.id]
                texts = {option.id: option.text for option in question.options}
                yield Chosen(question.id, question.topic, question.stem, texts[letter],
                             letter == key.key, texts[key.key], key.reason)  # fmt: skip

    def _drill(self, result: ItemResult) -> Iterator[Chosen]:
        asked = {s.id: s for s in self._catalog.drill_sets[result.item.id]}
        for name, choice in parse_drill(result.body, asked).choices.items():
            if choice.kind is not None:
                key = self._signal_keys[name]
                yield Chosen(name, _SIGNALS, asked[name].situation, KINDS[choice.kind].name,
                             choice.kind == key.kind, KINDS[key.kind].name,
                             key.feedback.get(choice.kind, "")
                             or f"What decides: {key.decides}")  # fmt: skip

    def _sorted(self, result: ItemResult) -> Iterator[Chosen]:
        item, keys = result.item, self._sorting_keys[result.item.id]
        names = {field.id: field.label for field in item.fields}
        for option in item.options:
            if placed := read_sorting(item, result.body)[option.id]:
                key = keys[option.id]
                yield Chosen(f"{item.id} {option.id}", topic_of(item.notebook),
                             f"{item.title}: {option.text}", names[placed],
                             placed == key.sorted_as, names[key.sorted_as],
                             key.feedback)  # fmt: skip

    def _stall(self, result: ItemResult) -> Iterator[Chosen]:
        item = result.item
        case, key = self._catalog.stall_cases[item.id], self._stall_keys[item.id]
        evidence = {week.week: week.evidence for week in case.weeks}
        for week, given in parse_stall(result.body, case).decisions.items():
            if given.decision is not None:
                credits = key.credits[week]
                most = max(credit.credit for credit in credits.values())
                best = [DECISIONS[d].name for d, c in credits.items() if c.credit == most]
                mine = credits[given.decision]
                yield Chosen(f"{item.id} {week}", topic_of(item.notebook),
                             f"{case.title}, week {week}: {evidence[week]}",
                             DECISIONS[given.decision].name, mine.credit == most,
                             " / ".join(best), mine.reason)  # fmt: skip

    def _script(self, result: ItemResult) -> Iterator[Chosen]:
        if result.verdict is None:
            return
        about = {c.name: c for c in rubric.criteria(result.item.kind)}
        for verdict in result.verdict.criteria:
            criterion = about[verdict.name]
            yield Chosen(f"{result.item.id} {verdict.name}", topic_of(result.item.notebook),
                         f"{result.item.title}: {criterion.question}",
                         "Yes." if verdict.met else "No.", verdict.met,
                         criterion.label, criterion.about)  # fmt: skip


def topic_of(notebook: str) -> str:
    """Name the topic of a lesson or an exercise by its number.

    Examples
    --------
    >>> topic_of("exercise-03-voicemail"), topic_of("10-make-it-a-habit")
    ('03', '10')
    """
    return notebook.removeprefix("exercise-")[:2]
