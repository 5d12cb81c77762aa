"""The reference learner: the best answer to every item, worked out from the keys and the rubric.

A kind of item that has no entry in `ANSWERS` makes the tests fail: whoever adds a kind adds its
reference answer here.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from salescoach.answers import format_cell, parse_cell
from salescoach.cases import (
    dialogue_keys,
    map_keys,
    people_of,
    pipeline_keys,
    pipeline_of,
    scene_of,
)
from salescoach.catalog import Catalog, open_catalog, workbook
from salescoach.dialogue import credit, every_play
from salescoach.items import Item, Notebook
from salescoach.keys import (
    assessment_keys,
    choice_keys,
    number_keys,
    profiles,
    signal_keys,
    sorting_keys,
    stall_keys,
    team_keys,
)
from salescoach.team import ROLES, members_of

CATALOG = open_catalog()

VOICEMAIL = CATALOG.example("prospect-centred").text
BREAKUP = """Hi Priya,

Over the last four months I answered your questions about rotas, and sent you the proposal that \
cuts planning time for two sites by half. I have not heard a yes or a no since my note of 3 March.

I assume that you have chosen another supplier, and that is fine. Would you tell me whom you \
chose, and where they were better for you? One line is enough.

I will not write again. If things change, you can reach me on 0113 496 0122.

All the best for Leeds,
Ines Duarte, Gearline"""
AGREEMENT = (
    "When would be a good time for me to call you again? Thursday 14 May at ten: agreed, I am "
    "writing it in my planner, and I will remind you then that the date was yours."
)
QUESTIONS = """How do you plan the third shift today?
What happened in the first week of it?
Tell me about the last time somebody fell ill.
What would have to change before summer?
Who else looks at the rota?"""
STRATEGY = """gap = 5
growth = 1.6
longest_gap = 25
value_share = 0.95
adapt_style = true
stall_wait = 12
break_up_at = 10
revive_after = 110
reason = "Silence here has causes that nobody can hurry."
fails_in = "no-shows"
because = "It spends its hours on people who never come."
"""
LINES = {
    "number": "12",
    "words": "Pastel Snacks, plant manager",
    "sentence": "They added a shift in May, says the trade paper",
    "moment": "Tuesday 9:30, one hour",
}


def lines(values: dict[str, object]) -> str:
    return "\n".join(f"{name} = {json.dumps(v, ensure_ascii=False)}" for name, v in values.items())


def choice(item: Item, catalog: Catalog) -> str:
    key = choice_keys(catalog)[item.id]
    return lines({"choice": max(key, key=lambda letter: key[letter].credit)})


def assessment(item: Item, catalog: Catalog) -> str:
    keys = assessment_keys(catalog)
    return lines({a.name: keys[a.question.id].key for a in catalog.form_of(item)})


def numbers(item: Item, catalog: Catalog) -> str:
    keys = number_keys(catalog)[item.id]
    return lines({field.id: keys[field.id].value for field in item.fields})


def sort(item: Item, catalog: Catalog) -> str:
    keys = sorting_keys(catalog)[item.id]
    return lines({option.id: keys[option.id].sorted_as for option in item.options})


def team(item: Item, catalog: Catalog) -> str:
    if not item.options:  # the learner's own team: nobody knows who is best
        return 'members = "Ana, Ben"\n[roles]\nprospect = "Ana"\nnurture = "Ana"\nclose = "Ben"'
    keys = team_keys(catalog)[item.id]
    names = dict(zip((o.id for o in item.options), members_of(item), strict=True))
    roles = {
        role: names[max(names, key=lambda person: keys[person, role].credit)] for role in ROLES
    }
    shares = dict(zip(ROLES, (30, 20, 50), strict=True))
    return f"[roles]\n{lines(roles)}\n[commission]\n{lines(shares)}"


def qualify(item: Item, catalog: Catalog) -> str:
    profile = profiles(catalog).get(item.id) or profiles(catalog)["profile-02"]
    values = {
        name: list(value) if isinstance(value, tuple | frozenset | set) else value
        for name in profile.__dataclass_fields__
        if (value := getattr(profile, name)) not in (None, (), frozenset(), set(), "")
    }
    return lines(values)


def drill(item: Item, catalog: Catalog) -> str:
    keys = signal_keys(catalog)
    return "\n".join(
        f'[{s.id}]\nkind = "{keys[s.id].kind}"\nsure = 80\nmove = "{keys[s.id].best_move}"'
        for s in catalog.drill_sets[item.id]
    )


def stall(item: Item, catalog: Catalog) -> str:
    weeks = stall_keys(catalog)[item.id].credits
    return "\n".join(
        f'[week-{week}]\ndecision = "{max(c, key=lambda d: c[d].credit)}"\n'
        'reason = "Because that is what the facts of this week say."'
        for week, c in weeks.items()
    )


def dialogue(item: Item, catalog: Catalog) -> str:
    scene, keys = scene_of(catalog, item.id), dialogue_keys(catalog, item.id)
    best = max(
        every_play(scene),
        key=lambda p: credit(scene, p, keys[p.ending.id].credit if p.ending else 0),
    )
    return lines({"path": ", ".join(turn.reply.id for turn in best.turns)})


def decision_map(item: Item, catalog: Catalog) -> str:
    if not people_of(catalog, item.id):  # the learner's own people
        return 'person-1 = "Rosa Lind"\nrole-1 = "decides"\nperson-2 = "Mo Dale"\nrole-2 = "veto"'
    keys = map_keys(catalog, item.id)
    return lines({who: max(parts, key=lambda r: parts[r].credit) for who, parts in keys.items()})


def pipeline(item: Item, catalog: Catalog) -> str:
    if not pipeline_of(catalog, item.id):  # the learner's own prospects
        return 'hours = 20\nname-1 = "Hill"\nworth-1 = 9000\nchance-1 = 25\nhours-1 = 12'
    keys = pipeline_keys(catalog, item.id)
    decided = {who: key.best for who, key in keys.items()}
    return lines(decided | {f"{who}-why": min(key.reasons) for who, key in keys.items()})


FOLLOW_UP = """prospect = "Owen Pryce, Wexcombe Print"
date = "2026-04-14"
time = "10:00"
zone = "Europe/London"
opening = "Owen, you wanted me to ring on Tuesday the 14th, before Helen gathers the papers."
not-before = "2026-04-14"
"""

ANSWERS: dict[str, Callable[[Item, Catalog], str]] = {
    "voicemail": lambda item, catalog: VOICEMAIL,
    "breakup": lambda item, catalog: BREAKUP,
    "agreement": lambda item, catalog: AGREEMENT,
    "choice": choice,
    "note": lambda item, catalog: "She named October, and I had not listened.",
    "identity": lambda item, catalog: 'name = "Reference Learner"',
    "objections": lambda item, catalog: "",
    "numbers": numbers,
    "form": lambda item, catalog: lines({f.id: LINES[f.check] for f in item.fields}),
    "sort": sort,
    "team": team,
    "calculator": lambda item, catalog: "calls = 40\nconversations = 12\nyes = 25",
    "questions": lambda item, catalog: QUESTIONS,
    "qualify": qualify,
    "ownlist": lambda item, catalog: "",
    "assessment": assessment,
    "plan": lambda item, catalog: 'days = "mon thu"\nfocus = "05 08"\nafter = "the first coffee"',
    "dialogue": dialogue,
    "map": decision_map,
    "followup": lambda item, catalog: FOLLOW_UP,
    "pipeline": pipeline,
    "drill": drill,
    "stall": stall,
    "strategy": lambda item, catalog: STRATEGY,
}


def answer(item: Item, catalog: Catalog = CATALOG) -> str:
    """The best answer to an item."""
    assert item.kind in ANSWERS, (
        f"Items of the kind {item.kind!r} have no reference answer yet: add one to "
        "tests/reference_learner.py."
    )
    return ANSWERS[item.kind](item, catalog)


def path_of(notebook: Notebook) -> Path:
    folder = "notebooks" if notebook.kind == "lesson" else "exercises"
    return workbook() / folder / f"{notebook.id}.ipynb"


def fill(notebook: Notebook, folder: Path, answers: Callable[[Item], str] = answer) -> Path:
    """Save a copy of a notebook with an answer in each answer cell."""
    content = json.loads(path_of(notebook).read_text("utf-8"))
    for cell in content["cells"]:
        found = parse_cell("".join(cell["source"])) if cell["cell_type"] == "code" else None
        if found is not None:
            cell["source"] = format_cell(found.item, answers(CATALOG.item(found.item)))
    path = folder / path_of(notebook).name
    path.write_text(json.dumps(content), "utf-8")
    return path
