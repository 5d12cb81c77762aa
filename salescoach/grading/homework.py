"""Scores what exercises 01 and 02 ask: numbers, forms, sorting, teams, questions, lists."""

from __future__ import annotations

import re
from collections.abc import Callable

from salescoach.answers import read_toml
from salescoach.catalog import SAMPLE_DAY, Catalog
from salescoach.companies import cut, read_qualifiers
from salescoach.companies.funnel import TARGET
from salescoach.forms import lacks, read_lines, read_numbers, read_sorting
from salescoach.grading.results import ItemResult
from salescoach.items import Item
from salescoach.keys import number_keys, profiles, sorting_keys, team_keys
from salescoach.questions import judge_questions
from salescoach.team import ROLES, is_shared, members_of, read_team, remarks

Scorer = Callable[[Item, str], ItemResult]

QUESTIONS_NEEDED = 5
OPEN_NEEDED = 4
SHORTEST_QUESTION = 4
"""A question of fewer words ('Why?') asks nothing of this prospect."""

COUNT_SHARE = 0.4
"""Share of the points of a list that its length earns; the rest is for who is on it."""

COMMISSION_SHARE = 0.25
"""Share of the points of a team that the shared commission earns; the rest is for the roles."""


def homework_scorers(catalog: Catalog) -> dict[str, Scorer]:
    """Give the scorer of each kind of item that lessons 01 and 02 brought in."""

    def numbers(item: Item, body: str) -> ItemResult:
        return score_numbers(item, body, catalog)

    def sorting(item: Item, body: str) -> ItemResult:
        return score_sorting(item, body, catalog)

    def team(item: Item, body: str) -> ItemResult:
        return score_team(item, body, catalog)

    def qualify(item: Item, body: str) -> ItemResult:
        return score_list(item, body, catalog)

    return {"numbers": numbers, "form": score_form, "sort": sorting, "team": team,
            "questions": score_questions, "qualify": qualify}  # fmt: skip


def score_numbers(item: Item, body: str, catalog: Catalog) -> ItemResult:
    """Score numbers: each right one earns the same; the reason tells how to get to the others."""
    keys = number_keys(catalog)[item.id]
    values = read_numbers(item, body)
    if all(value is None for value in values.values()):
        return ItemResult(item, "blank", 0.0, "Nothing was answered.", body)
    right, told = 0, []
    for field in item.fields:
        key, value = keys[field.id], values[field.id]
        if value is not None and abs(value - key.value) <= key.tolerance:
            right += 1
        else:
            given = "not given" if value is None else f"{value:g}"
            told.append(f"{field.label}: {given}, should be {key.value:g}. {key.feedback}")
    reason = " ".join([f"{right} of {len(item.fields)} numbers are right.", *told])
    return _result(item, right / len(item.fields), reason, body)


def score_form(item: Item, body: str) -> ItemResult:
    """Score a form by how many of its lines are complete; what they say is for a person."""
    values = read_lines(item, body)
    if not any(values.values()):
        return ItemResult(item, "blank", 0.0, "Nothing was answered.", body)
    open_lines = [f for f in item.fields if lacks(f, values[f.id])]
    done = len(item.fields) - len(open_lines)
    reason = (
        f"{done} of {len(item.fields)} lines are complete; what they say is for people to judge."
    )
    for field in open_lines:
        reason += f" {field.label}: needs {lacks(field, values[field.id])}."
    return _result(item, done / len(item.fields), reason, body)


def score_sorting(item: Item, body: str, catalog: Catalog) -> ItemResult:
    """Score things that were sorted: each well-sorted one earns the same."""
    keys = sorting_keys(catalog)[item.id]
    values = read_sorting(item, body)
    if not any(values.values()):
        return ItemResult(item, "blank", 0.0, "Nothing was answered.", body)
    names = {field.id: field.label for field in item.fields}
    wrong = [o for o in item.options if values[o.id] != keys[o.id].sorted_as]
    right = len(item.options) - len(wrong)
    reason = f"{right} of {len(item.options)} are sorted well."
    for option in wrong:
        key = keys[option.id]
        reason += f" {option.id}: “{names[key.sorted_as]}”. {key.feedback}"
    return _result(item, right / len(item.options), reason, body)


def score_team(item: Item, body: str, catalog: Catalog) -> ItemResult:
    """Score who does what by the key, and whether the commission reaches everybody."""
    team = read_team(item, body)
    if not team.roles and not team.commission:
        return ItemResult(item, "blank", 0.0, "Nobody was given a role.", body)
    keys = team_keys(catalog)[item.id]
    ids = dict(zip(members_of(item), (o.id for o in item.options), strict=True))
    credit, told = 0.0, []
    for role in ROLES:
        person = team.roles.get(role)
        if person is None:
            told.append(f"Nobody has “{role}”.")
            continue
        key = keys[ids[person], role]
        credit += key.credit / len(ROLES)
        told.append(f"{person}, {role}: {key.feedback}")
    shared = is_shared(team)
    told.append(
        "The commission reaches everybody and makes 100 %." if shared
        else " ".join(r for r in remarks(team) if "share" in r.lower() or "gets nothing" in r)
        or "The commission is not shared among the three roles."
    )  # fmt: skip
    share = (1 - COMMISSION_SHARE) * credit + COMMISSION_SHARE * shared
    return _result(item, share, " ".join(told), body)


def score_questions(item: Item, body: str) -> ItemResult:
    """Score questions: five of them, of which four are open; the same one counts once."""
    judged = {
        " ".join(re.findall(r"\w+", body[slice(*q.span)].lower())): q for q in judge_questions(body)
    }
    asked = {words: q for words, q in judged.items() if q.form != "none"}
    usable = {w: q for w, q in asked.items() if len(w.split()) >= SHORTEST_QUESTION}
    opened = sum(q.is_open for q in usable.values())
    share = opened / len(usable) if usable else 0.0
    wanted = OPEN_NEEDED / QUESTIONS_NEEDED
    credit = min(1.0, len(usable) / QUESTIONS_NEEDED) * min(1.0, share / wanted)
    reason = f"{len(usable)} question{'' if len(usable) == 1 else 's'}, {opened} open."
    if len(usable) < QUESTIONS_NEEDED:
        reason += f" {QUESTIONS_NEEDED} were asked for, of four words or more, each once."
    for question in usable.values():
        if not question.is_open:
            said = " ".join(body[slice(*question.span)].split())
            reason += f" “{said}” {question.why} {question.advice}"
    return _result(item, credit, reason, body)


def score_list(item: Item, body: str, catalog: Catalog) -> ItemResult:
    """Score a list by its length (15 to 20) and by how many of its companies fit the case."""
    settings = read_toml(body)
    if not settings:
        return ItemResult(item, "blank", 0.0, "Nothing was answered.", body)
    kept = cut(catalog.companies, read_qualifiers(settings), SAMPLE_DAY).kept
    fitting = set(cut(catalog.companies, profiles(catalog)[item.id], SAMPLE_DAY).kept)
    fit = sum(company in fitting for company in kept)
    low, high = TARGET
    length = 1.0 if low <= len(kept) <= high else 0.5 if low - 5 <= len(kept) <= high + 10 else 0.0
    share = fit / len(kept) if kept else 0.0
    reason = f"{len(kept)} companies are left (asked: {low} to {high}); {fit} of them fit the case."
    strangers = [company for company in kept if company not in fitting]
    if strangers:
        reason += f" Not fitting, for example: {', '.join(c.name for c in strangers[:4])}."
    # A handful of good ones is no list: being on it counts only as far as the length allows.
    enough = min(1.0, len(kept) / low)
    return _result(
        item, COUNT_SHARE * length + (1 - COUNT_SHARE) * share * enough, reason, body
    )  # fmt: skip


def _result(item: Item, share: float, reason: str, body: str) -> ItemResult:
    return ItemResult(item, "graded", round(item.points * share, 2), reason, body)
