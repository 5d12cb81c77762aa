"""A made-up class that errs by lot: some of it as one would, some of it all over the place."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

from reference_learner import CATALOG, answer, fill

from salescoach.items import Item
from salescoach.keys import choice_keys
from salescoach.signals.kinds import KINDS

WEAK_SCRIPT = "Hi, it's Ines. We are the best supplier of parts. Call me back today."


def erring(item: Item, name: str, luck: random.Random, skill: float) -> str:
    """An answer that is the best one with the chance `skill`, and else drawn by lot."""
    well = luck.random() < skill
    if item.kind == "identity":
        return f"name = {json.dumps(name)}"
    if item.kind == "assessment":
        best = dict(line.split(" = ") for line in answer(item).splitlines())
        return "\n".join(
            f"{q} = {letter if luck.random() < skill else json.dumps(luck.choice('abcd'))}"
            for q, letter in best.items()
        )
    if item.kind == "choice" and not well:
        return f'choice = "{luck.choice(sorted(choice_keys(CATALOG)[item.id]))}"'
    if item.kind == "drill":
        return "\n".join(
            f'[{s.id}]\nkind = "{luck.choice(list(KINDS))}"' for s in CATALOG.drill_sets[item.id]
        )
    if item.kind == "sort" and not well:
        classes = [field.id for field in item.fields]
        return "\n".join(f'{option.id} = "{luck.choice(classes)}"' for option in item.options)
    if item.kind in ("voicemail", "breakup", "agreement") and not well:
        return WEAK_SCRIPT
    return answer(item)


def hand_in_all(folder: Path, people: int, notebooks: Sequence[str], skill: float = 0.5) -> None:
    """Save the hand-ins of a class, a folder for each person."""
    for n in range(people):
        luck = random.Random(n)
        place = folder / f"p{n:02}"
        place.mkdir(parents=True)
        for notebook in notebooks:
            fill(
                CATALOG.notebooks[notebook], place,
                lambda item, n=n, luck=luck: erring(item, f"Person {n:02}", luck, skill),
            )  # fmt: skip
