"""Scores what exercises 04 and 08 ask: meetings, decision maps, pipelines."""

from __future__ import annotations

from collections.abc import Callable

from salescoach.cases import (
    dialogue_keys,
    map_keys,
    people_of,
    pipeline_keys,
    pipeline_of,
    scene_of,
)
from salescoach.catalog import Catalog
from salescoach.decision_map import ROLES, in_full, read_map
from salescoach.dialogue import credit, read_path, walk
from salescoach.grading.results import ItemResult
from salescoach.items import Item
from salescoach.keys import OptionKey
from salescoach.opportunity import DECISIONS, REASONS, read_verdicts

Scorer = Callable[[Item, str], ItemResult]

REASON_SHARE = 0.3
"""Share of a prospect's points that the main reason earns; the rest is for the decision."""


def meeting_scorers(catalog: Catalog) -> dict[str, Scorer]:
    """Give the scorer of each kind of item that lessons 04 and 08 brought in."""

    def meeting(item: Item, body: str) -> ItemResult:
        return score_meeting(item, body, catalog)

    def decision_map(item: Item, body: str) -> ItemResult:
        return score_map(item, body, catalog)

    def pipeline(item: Item, body: str) -> ItemResult:
        return score_pipeline(item, body, catalog)

    return {"dialogue": meeting, "map": decision_map, "pipeline": pipeline}


def score_meeting(item: Item, body: str, catalog: Catalog) -> ItemResult:
    """Score a meeting: half for the points settled, half for how it ended."""
    path = read_path(body)
    if not path:
        return _blank(item, body, "Nothing was said.")
    scene = scene_of(catalog, item.id)
    play = walk(scene, path)
    keys = dialogue_keys(catalog, item.id)
    key = keys[play.ending.id] if play.ending else None
    share = credit(scene, play, key.credit if key else 0.0)
    told = [f"{len(play.covered)} of {len(scene.points)} points settled."]
    told += [f"Open: {text}." for p, text in scene.points.items() if p not in play.covered]
    if play.ending and key:
        told.append(f"{play.ending.title}. {key.feedback}")
    else:
        told.append("The meeting was not brought to an end.")
    return _result(item, share, " ".join(told), body)


def score_map(item: Item, body: str, catalog: Catalog) -> ItemResult:
    """Score a decision map: each person and the day earn the same."""
    people = people_of(catalog, item.id)
    found = read_map(body, people)
    if found.blank:
        return _blank(item, body, "Nobody was placed.")
    keys = map_keys(catalog, item.id)
    earned, told = 0.0, []
    given = [(p.name, p.id, found.roles.get(p.id, "")) for p in people]
    given.append(("The day", "by", found.by.isoformat() if found.by else ""))
    for name, person, role in given:
        key = keys[person].get(role)
        earned += key.credit if key else 0.0
        if key is None or key.credit < 1:
            said = ROLES.get(role) or (in_full(found.by) if person == "by" and found.by else "")
            why = key.feedback if key else _best(keys[person])
            told.append(f"{name}: {said or 'left open'}. {why}")
    count = len(given)
    first = f"{earned:g} of {count} placed well."
    return _result(item, earned / count, " ".join([first, *told]), body)


def score_pipeline(item: Item, body: str, catalog: Catalog) -> ItemResult:
    """Score decisions on prospects and their main reasons; each prospect earns the same."""
    prospects = pipeline_of(catalog, item.id)
    verdicts = read_verdicts(body, prospects)
    if not verdicts:
        return _blank(item, body, "Nothing was decided.")
    keys = pipeline_keys(catalog, item.id)
    earned, told = 0.0, []
    for prospect in prospects:
        key, verdict = keys[prospect.id], verdicts.get(prospect.id)
        chosen = key.decisions.get(verdict.decision) if verdict else None
        part = chosen.credit if chosen else 0.0
        reason = bool(part and verdict and verdict.reason in key.reasons)
        earned += (1 - REASON_SHARE) * part + REASON_SHARE * reason
        if part == 1 and reason:
            continue
        decided = DECISIONS[verdict.decision] if verdict and verdict.decision else "left open"
        line = f"{prospect.name}: {decided}. "
        line += chosen.feedback if chosen else key.decisions[key.best].feedback
        if part and not reason:
            line += f" Main reason: {' or '.join(REASONS[r] for r in sorted(key.reasons))}."
        told.append(line)
    reason_told = f"{len(prospects) - len(told)} of {len(prospects)} decided well, for good reason."
    return _result(item, earned / len(prospects), " ".join([reason_told, *told]), body)


def _best(parts: dict[str, OptionKey]) -> str:
    return max(parts.values(), key=lambda key: key.credit).feedback


def _blank(item: Item, body: str, reason: str) -> ItemResult:
    return ItemResult(item, "blank", 0.0, reason, body)


def _result(item: Item, share: float, reason: str, body: str) -> ItemResult:
    return ItemResult(item, "graded", round(item.points * share, 2), reason, body)
