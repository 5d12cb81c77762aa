"""Scores the forms of the skills assessment."""

from __future__ import annotations

from functools import cache

from salescoach.assessment import path, profile, read_choices
from salescoach.catalog import Catalog
from salescoach.grading.results import ItemResult
from salescoach.grading.scoring import Scorer
from salescoach.items import Item
from salescoach.keys import assessment_keys


def assessment_scorers(catalog: Catalog) -> dict[str, Scorer]:
    """Make what scores a form of the assessment, by kind of item."""
    keys = cache(lambda: assessment_keys(catalog))

    def score(item: Item, body: str) -> ItemResult:
        form = catalog.form_of(item)
        choices = read_choices(form, body)
        if not choices:
            return ItemResult(item, "blank", 0.0, "Nothing was chosen.", body)
        found = profile(form, keys(), choices)
        right, asked = found.total.right, found.total.asked
        told = [f"{right} of {asked} right."]
        if len(choices) < asked:
            told.append(f"{asked - len(choices)} left open.")
        weak = [t.topic for t in path(found) if t.right < t.asked]
        if weak:
            told.append(f"Not all right in topics {', '.join(weak)}.")
        points = round(item.points * right / asked, 2)
        return ItemResult(item, "graded", points, " ".join(told), body)

    return {"assessment": score}
