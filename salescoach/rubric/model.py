"""A linear model over the words and signs of a clause, in plain Python."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from salescoach.errors import CoachError
from salescoach.rubric.word_groups import WordGroups

#: Layout of the weights file; another layout is refused instead of misread.
FORMAT = 3


@dataclass(frozen=True)
class Section:
    """The heads that share one table of weights.

    Attributes
    ----------
    heads : tuple of str
        What is judged, for example ``value``.
    bias : tuple of float
        One for each head.
    weights : mapping of str to sequence of float
        For each feature the heads that it speaks to: the place of a head, how strongly, the place
        of the next head, and so on. Flat, since it is read each time a kernel starts.
    """

    heads: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, Sequence[float]]

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """Return the probability of each head for a clause with these features."""
        sums = list(self.bias)
        get = self.weights.get
        for feature in features:
            row = get(feature, ())
            for at in range(0, len(row), 2):
                sums[int(row[at])] += row[at + 1]
        return {
            head: 1.0 / (1.0 + math.exp(-min(max(z, -30.0), 30.0)))
            for head, z in zip(self.heads, sums, strict=True)
        }


@dataclass(frozen=True)
class ClauseModel:
    """Trained weights for each kind of text.

    Attributes
    ----------
    sections : mapping of str to Section
        By kind of text.
    corpus : str
        Hash (SHA-256) of the corpus that the weights were trained on.
    groups : mapping of str to (str, str)
        The word groups that the weights were trained with.
    """

    sections: Mapping[str, Section]
    corpus: str = ""
    groups: WordGroups = field(default_factory=dict)

    @classmethod
    def from_json(cls, data: Mapping[str, object], groups: WordGroups | None = None) -> ClauseModel:
        """Build the model from the parsed weights file and the word groups.

        Raises
        ------
        CoachError
            If the data is not a weights file of this layout.

        Examples
        --------
        >>> section = {"heads": ["value"], "bias": [-1.0], "weights": {"w:fewer": [0, 3.0]}}
        >>> model = ClauseModel.from_json({"format": 3, "corpus": "", "sections": {"x": section}})
        >>> round(model.sections["x"].probabilities(["w:fewer"])["value"], 2)
        0.88
        """
        try:
            if data["format"] != FORMAT:
                raise ValueError(data["format"])
            sections = {
                str(kind): Section(
                    tuple(part["heads"]),
                    tuple(float(b) for b in part["bias"]),
                    _checked(part["weights"]),
                )
                for kind, part in data["sections"].items()  # type: ignore[attr-defined]
            }
            return cls(sections, str(data.get("corpus", "")), groups or {})
        except (KeyError, TypeError, ValueError, AttributeError) as fault:
            raise CoachError(
                "The weights of the clause model cannot be read.",
                allowed=f"a weights file of format {FORMAT}",
                next_step="Run scripts/train_clause_model.py to write it again.",
            ) from fault


def _checked(weights: Mapping[str, Sequence[float]]) -> Mapping[str, Sequence[float]]:
    if not all(type(row) is list and len(row) % 2 == 0 for row in weights.values()):
        raise ValueError("weights")
    return weights
