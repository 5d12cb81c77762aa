"""What the clause model sees of a clause: words, their kin, signs and neighbours."""

from __future__ import annotations

from itertools import combinations, pairwise

from salescoach.rubric.reading import Reading
from salescoach.rubric.signs import signs
from salescoach.rubric.spelling import words
from salescoach.rubric.word_groups import WordGroups, group_features

# Signs whose meeting in one clause says more than each alone.
_PAIRED = (
    "you", "your_noun", "your_event", "we_subject", "you_subject", "peers", "org", "observed",
    "pain", "outcome", "number", "so_that", "helped", "generic", "feature", "conditional",
    "question", "negation", "logistics", "want", "tell", "doubt", "your_new", "assume", "choose",
    "rival", "silence", "decision", "offer", "dealt", "wh", "ask", "contact", "day", "bounded",
    "naming", "fixing", "they_said", "command", "limit", "blame", "irony", "permission",
    "superlative", "chase", "future",
)  # fmt: skip
_CALENDAR = words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december i mr mrs ms dr"""
)
_STEM = 5


def words_of(reading: Reading) -> list[list[str]]:
    """List the words of each clause; names become ``<name>``, numbers ``#``."""
    listed: list[list[str]] = [[] for _ in reading.clauses]
    where = iter(enumerate(reading.clauses))
    index, clause = next(where, (-1, None))
    opening = {start for start, _ in reading.sentences}
    for token, start in zip(reading.tokens, reading.starts, strict=True):
        while clause is not None and start >= clause.end:
            index, clause = next(where, (-1, None))
        if clause is None:
            break
        if start < clause.start or token.kind in ("mark", "break", "other"):
            continue
        if token.kind == "word":
            named = (
                token.raw[:1].isupper()
                and start not in opening
                and token.plain.split()[0] not in _CALENDAR
            )
            listed[index] += ["<name>"] if named else token.plain.split()
        else:
            listed[index].append({"number": "#"}.get(token.kind, f"#{token.kind}"))
    return listed


def clause_features(reading: Reading, early: int, groups: WordGroups) -> list[list[str]]:
    """Describe each clause of a text by its words, its signs and its neighbours.

    Parameters
    ----------
    reading : Reading
        The text.
    early : int
        Offset in the plain text by which half of a clause must be said to be a hook.
    groups : mapping of str to (str, str)
        Words that mean something alike.

    Returns
    -------
    list of list of str
        Feature names for each clause.
    """
    clauses = reading.clauses
    listed = words_of(reading)
    marks = [signs(clause.text) for clause in clauses]
    described = []
    for index, clause in enumerate(clauses):
        own = listed[index]
        features = [f"w:{w}" for w in own]
        features += [f"b:{a} {b}" for a, b in pairwise(own)]
        features += [f"t:{a} {b} {c}" for a, b, c in zip(own, own[1:], own[2:], strict=False)]
        features += [f"g:{a} {c}" for a, c in zip(own, own[2:], strict=False)]
        features += [f"s:{w[:_STEM]}" for w in own if len(w) > _STEM]
        features += [f"k:{kin}" for kin in group_features(own, groups)]
        if own:
            features += [f"first:{own[0]}", f"last:{own[-1]}", f"open:{' '.join(own[:2])}"]
        features += [f"f:{m}" for m in marks[index]]
        features += [
            f"f:{a}+{b}" for a, b in combinations([m for m in _PAIRED if m in marks[index]], 2)
        ]
        for side, other in (("before", index - 1), ("after", index + 1)):
            # What stands in another sentence may change without changing this clause; only a
            # question belongs to the answer behind it ('Not a priority? I understand.').
            if not 0 <= other < len(clauses):
                continue
            joined = clauses[other].sentence == clause.sentence
            if joined or (side == "before" and "question" in marks[other]):
                features += [f"{side}:{m}" for m in marks[other] if m in _PAIRED]
                features += [f"{side}w:{w}" for w in listed[other][:3]]
        if (clause.start + clause.end) / 2 <= early:
            features.append("early")
        features.append(f"length:{min(len(own) // 4, 5)}")
        described.append(sorted(set(features)))
    return described
