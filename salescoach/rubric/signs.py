"""Signs in a clause that tell whom it is about and what it does, for patterns and model."""

from __future__ import annotations

from salescoach.rubric.signs_acts import ACTS
from salescoach.rubric.signs_needs import NEEDS
from salescoach.rubric.signs_sides import SIDES

FLAGS = {**SIDES, **NEEDS, **ACTS}


def signs(text: str) -> frozenset[str]:
    """Name the signs that a clause in plain words carries."""
    return frozenset(name for name, pattern in FLAGS.items() if pattern.search(text))
