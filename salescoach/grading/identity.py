"""Whose a hand-in is: by its ticket, by the name or id in it, or by the folder it was put into.

Where two of these speak for different people, nobody's result may change: the hand-in is for
review, and the instructor decides by putting it into a folder that is named by an id.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from salescoach.answers import Answer, read_toml
from salescoach.errors import CoachError
from salescoach.grading.course import Course, Trainee
from salescoach.grading.roster import same_name
from salescoach.grading.sealing import TICKET_LETTERS, ticket
from salescoach.responses import who


@dataclass(frozen=True)
class Identity:
    """Whose a hand-in is.

    Parameters
    ----------
    trainee : Trainee or None
        Who; None if that is not certain.
    status : str
        Empty, ``review`` or ``unknown-trainee``.
    note : str
        What the instructor should know.
    items : tuple of str
        The items that the ticket seals; empty if it seals none.
    label : str
        What the notebook says itself, for the list of inputs.
    """

    trainee: Trainee | None
    status: str = ""
    note: str = ""
    items: tuple[str, ...] = ()
    label: str = ""


class Registry:
    """Finds people on a roster by ticket, id and name.

    Parameters
    ----------
    course : Course
        The course.
    """

    def __init__(self, course: Course) -> None:
        self.course = course
        self._by_id = {t.id.casefold(): t for t in course.roster}
        self._by_name: dict[str, list[Trainee]] = {}
        for t in course.roster:
            self._by_name.setdefault(same_name(t.name), []).append(t)
        self._tickets: dict[str, dict[str, Trainee]] = {}

    def holder(self, shown: str, exercise: str) -> Trainee | None:
        """Tell whose ticket it is; None if it is nobody's of this course and exercise."""
        if exercise not in self._tickets:
            self._tickets[exercise] = {
                ticket(self.course.secret, t.id, exercise)[:TICKET_LETTERS]: t
                for t in self.course.roster
            }
        return self._tickets[exercise].get(shown[:TICKET_LETTERS])

    def by_id(self, name: str) -> Trainee | None:
        """Find somebody by id; capitals do not matter."""
        return self._by_id.get(name.strip().casefold())

    def by_name(self, name: str) -> Trainee | None:
        """Find somebody by name; None unless exactly one has it."""
        found = self._by_name.get(same_name(name), [])
        return found[0] if len(found) == 1 else None

    def namesakes(self, name: str) -> int:
        """Count how many have a name."""
        return len(self._by_name.get(same_name(name), []))


def identify(
    registry: Registry, cells: Sequence[Answer], exercise: str, folder: str = ""
) -> Identity:
    """Find out whose a hand-in is.

    Parameters
    ----------
    registry : Registry
        The roster.
    cells : sequence of Answer
        The cells in which the trainee says who they are.
    exercise : str
        The exercise that the notebook is.
    folder : str
        The folder that holds the file; if it is named by an id, the instructor has decided.
    """
    read = [one for cell in dict.fromkeys(c.body for c in cells) if (one := _values(cell))]
    found = [_one(registry, values, exercise) for values in read] or [
        Identity(None, "unknown-trainee", "It does not say who hands it in.")
    ]
    first = found[0]
    people = {one.trainee for one in found}
    if len(people) > 1:
        first = Identity(None, "review", "Two cells say differently who hands it in.",
                         label=first.label)  # fmt: skip
    if placed := registry.by_id(folder):
        if first.trainee == placed:
            return first
        items = next((one.items for one in found if one.trainee == placed), ())
        return Identity(placed, "", f"It counts for {placed.label} because of its folder.", items,
                        first.label)  # fmt: skip
    return first


def _values(body: str) -> dict[str, Any] | None:
    try:
        name, trainee_id = who(body)
        values = read_toml(body)
    except CoachError:
        return None
    seal, items = (v if isinstance(v := values.get(k), str) else "" for k in ("ticket", "items"))
    found = {"name": name, "id": trainee_id, "ticket": seal.strip().lower(),
             "items": " ".join(items.split())}  # fmt: skip
    return found if any(found.values()) else None


def _one(registry: Registry, values: dict[str, Any], exercise: str) -> Identity:
    name, shown, seal = values["name"], values["id"], values["ticket"]
    label = f"{name} ({shown})" if name and shown else name or shown
    by_id, by_name = registry.by_id(shown), registry.by_name(name)
    if by_id and by_name and by_id != by_name:
        told = f"The id is that of {by_id.label}, but the name that of {by_name.label}."
        return Identity(None, "review", told, label=label)
    said = by_id or by_name
    if seal:
        return _signed(registry, values, exercise, said, label)
    if said is None:
        if registry.namesakes(name) > 1:
            told = f"{registry.namesakes(name)} people on the roster are called {name}."
            return Identity(None, "review", told, label=label)
        told = f"{label or 'Nobody'} is not on the roster."
        return Identity(None, "unknown-trainee", told, label=label)
    if registry.course.policies.unsigned == "review":
        told = f"It has no ticket; it says that it is from {said.label}."
        return Identity(None, "review", told, label=label)
    note = f"The id {shown!r} is not on the roster; known by name." if shown and not by_id else ""
    return Identity(said, "", note, label=label)


def _signed(
    registry: Registry, values: dict[str, Any], exercise: str, said: Trainee | None, label: str
) -> Identity:
    holder = registry.holder(values["ticket"], exercise)
    if holder is None:
        other = next((e.id for e in registry.course.exercises
                      if registry.holder(values["ticket"], e.id)), None)  # fmt: skip
        told = f"Its ticket belongs to {other}." if other else "Its ticket is not of this course."
        return Identity(None, "review", told, label=label)
    if said is not None and said != holder:
        told = f"It was released to {holder.label}, but says that it is from {said.label}."
        return Identity(None, "review", told, label=label)
    whole = ticket(registry.course.secret, holder.id, exercise, values["items"])
    items = tuple(values["items"].split())
    if values["ticket"] != whole:
        told = "The list of its items was changed; the draw was derived again." if items else ""
        return Identity(holder, "", told, label=label)
    return Identity(holder, "", "", items, label)
