"""Branching meetings: scenes as data, walked by the replies that the learner chose.

A scene has a fixed length in minutes and a few points that a good meeting covers. Every reply
costs minutes. When they are used up, the meeting is over, whatever was still to be said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from salescoach.answers import read_toml
from salescoach.errors import CoachError


@dataclass(frozen=True)
class Reply:
    """Something that the learner can say.

    Parameters
    ----------
    id : str
        Unique in its scene; it stands in the answer.
    text : str
        The words.
    to : str
        The node or ending that it leads to.
    minutes : int
        How long saying it and hearing the answer takes.
    covers : tuple of str
        The points of the scene that it settles.
    """

    id: str
    text: str
    to: str
    minutes: int
    covers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Node:
    """What the prospect says, and what can be replied."""

    id: str
    says: str
    replies: tuple[Reply, ...]


@dataclass(frozen=True)
class Ending:
    """How a meeting can end."""

    id: str
    title: str
    says: str


@dataclass(frozen=True)
class ExamplePlay:
    """A walk through a scene that a lesson shows."""

    id: str
    title: str
    path: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Scene:
    """A meeting with branches.

    Parameters
    ----------
    id, title, opening, person : str
        Name; heading; where we are and what is known; who speaks.
    minutes : int
        How long the meeting may last.
    points : mapping of str to str
        What a good meeting covers: id and words.
    start : str
        The node that it begins with.
    overrun : str
        The ending when the time is up.
    nodes, endings : mapping of str to Node or Ending
        All nodes and endings by id.
    examples : mapping of str to ExamplePlay
        Walks that a lesson shows.
    """

    id: str
    title: str
    opening: str
    person: str
    minutes: int
    points: Mapping[str, str]
    start: str
    overrun: str
    nodes: Mapping[str, Node]
    endings: Mapping[str, Ending]
    examples: Mapping[str, ExamplePlay] = field(default_factory=dict)


@dataclass(frozen=True)
class Turn:
    """One exchange: what the prospect said, and the reply to it."""

    says: str
    reply: Reply


@dataclass(frozen=True)
class Play:
    """A meeting as far as it went.

    Parameters
    ----------
    turns : tuple of Turn
        What was said.
    minutes : int
        Minutes used, at most those of the scene.
    covered : tuple of str
        Points settled, in the order of the scene.
    node : Node or None
        Where the learner has to reply; None once the meeting is over.
    ending : Ending or None
        How it ended; None while it goes on.
    """

    turns: tuple[Turn, ...]
    minutes: int
    covered: tuple[str, ...]
    node: Node | None
    ending: Ending | None


def walk(scene: Scene, path: tuple[str, ...]) -> Play:
    """Play a scene along the replies chosen.

    Parameters
    ----------
    scene : Scene
        The scene.
    path : tuple of str
        Ids of replies in the order in which they were given.

    Raises
    ------
    CoachError
        If a reply is not to be had at its place, or comes after the end.
    """
    turns: list[Turn] = []
    covered: set[str] = set()
    minutes = 0
    node: Node | None = scene.nodes[scene.start]
    ending: Ending | None = None
    for number, name in enumerate(path, 1):
        if node is None:
            raise CoachError(
                f"Reply {number}, {name!r}, comes after the end of the meeting.",
                allowed=f"{number - 1} replies on this way",
                next_step="Take it out of the path, or start over.",
            )
        reply = next((r for r in node.replies if r.id == name), None)
        if reply is None:
            raise CoachError(
                f"Reply {number} cannot be {name!r} at this point.",
                allowed=", ".join(r.id for r in node.replies),
                next_step="Mend the path, or start over.",
            )
        turns.append(Turn(node.says, reply))
        minutes += reply.minutes
        if minutes > scene.minutes:
            # The words were begun, but the answer to them is lost.
            minutes, node, ending = scene.minutes, None, scene.endings[scene.overrun]
            continue
        covered.update(reply.covers)
        node, ending = scene.nodes.get(reply.to), scene.endings.get(reply.to)
    return Play(tuple(turns), minutes, tuple(p for p in scene.points if p in covered), node, ending)


def every_play(scene: Scene) -> Iterator[Play]:
    """Walk every way through a scene; it has no circles, so there are finitely many."""
    open_paths: list[tuple[str, ...]] = [()]
    while open_paths:
        path = open_paths.pop()
        play = walk(scene, path)
        if play.node is None:
            yield play
        else:
            open_paths += [(*path, reply.id) for reply in play.node.replies]


def credit(scene: Scene, play: Play, ending_credit: float) -> float:
    """Weigh a play: half for how it ended, half for the points that were settled.

    Parameters
    ----------
    scene : Scene
        The scene.
    play : Play
        What was played; before its end it earns for its points only.
    ending_credit : float
        What the ending earns, 0 to 1.

    Returns
    -------
    float
        0 to 1.
    """
    share = len(play.covered) / len(scene.points)
    return 0.5 * share + (0.5 * ending_credit if play.ending else 0.0)


def read_path(body: str) -> tuple[str, ...]:
    """Read the replies chosen from an answer; empty if none was.

    Raises
    ------
    CoachError
        If the body is not TOML, or the path is no text.

    Examples
    --------
    >>> read_path('path = "agenda, why-now"')
    ('agenda', 'why-now')
    """
    path = read_toml(body).get("path", "")
    if not isinstance(path, str):
        raise CoachError("The path is not a text.", allowed='path = "first-reply, second-reply"')
    return tuple(name.strip() for name in path.split(",") if name.strip())


def scene_from(table: Mapping[str, Any]) -> Scene:
    """Build a scene from a file of ``data/dialogues/`` as `tomllib` reads it, and check it.

    Raises
    ------
    CoachError
        If something is missing, leads nowhere, goes in a circle, or cannot be reached.
    """
    try:
        nodes = {
            n["id"]: Node(
                n["id"],
                n["says"].strip(),
                tuple(
                    Reply(r["id"], r["text"], r["to"], r["minutes"], tuple(r.get("covers", ())))
                    for r in n["reply"]
                ),
            )
            for n in table["node"]
        }
        scene = Scene(
            table["id"], table["title"], table["opening"].strip(), table["person"],
            table["minutes"], table["points"], table["start"], table["overrun"], nodes,
            {e["id"]: Ending(e["id"], e["title"], e["says"].strip()) for e in table["ending"]},
            {
                x["id"]: ExamplePlay(x["id"], x["title"], tuple(x["path"]), x["note"])
                for x in table.get("example", ())
            },
        )  # fmt: skip
    except KeyError as error:
        raise CoachError(
            f"The scene {table.get('id', '?')!r} lacks {error.args[0]!r}.",
            allowed="the fields that data/README.md lists for scenes",
        ) from error
    if wrong := faults(scene):
        raise CoachError(f"The scene {scene.id!r} does not hold together: {' '.join(wrong)}")
    return scene


def faults(scene: Scene) -> list[str]:
    """Say what is wrong with a scene, in sentences: every branch must come to an end."""
    found = []
    replies = [reply for node in scene.nodes.values() for reply in node.replies]
    names = [reply.id for reply in replies]
    found += [
        f"Reply {n!r} stands twice." for n in sorted({n for n in names if names.count(n) > 1})
    ]
    found += [f"Node {n.id!r} offers fewer than two replies." for n in scene.nodes.values()
              if len(n.replies) < 2]  # fmt: skip
    known = set(scene.nodes) | set(scene.endings)
    found += [f"Reply {r.id!r} leads nowhere: {r.to!r}." for r in replies if r.to not in known]
    found += [f"Reply {r.id!r} takes no time." for r in replies if r.minutes < 1]
    found += [f"Reply {r.id!r} covers an unknown point {p!r}." for r in replies for p in r.covers
              if p not in scene.points]  # fmt: skip
    for name, where in (("start", scene.nodes), ("overrun", scene.endings)):
        if getattr(scene, name) not in where:
            found.append(f"There is no {getattr(scene, name)!r} for its {name}.")
    if found:
        return found
    seen: set[str] = set()
    circle = _circle(scene, scene.start, (), seen)
    if circle:
        return [f"It goes in a circle: {' > '.join(circle)}."]
    lost = sorted(known - seen - {scene.overrun})
    return [f"Nothing leads to {name!r}." for name in lost]


def _circle(scene: Scene, name: str, above: tuple[str, ...], seen: set[str]) -> tuple[str, ...]:
    """Follow all ways from a node; return a way that comes back to itself, if there is one."""
    if name in above:
        return (*above, name)
    if name in seen or name in scene.endings:
        seen.add(name)
        return ()
    for reply in scene.nodes[name].replies:
        if circle := _circle(scene, reply.to, (*above, name), seen):
            return circle
    seen.add(name)
    return ()
