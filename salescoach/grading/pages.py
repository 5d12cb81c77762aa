"""Feedback pages: self-contained HTML that runs no script, prints well and holds no key."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import jinja2

from salescoach import rubric
from salescoach.grading.desk import Grade
from salescoach.grading.results import ItemResult


@dataclass(frozen=True)
class Run:
    """A stretch of a script under the same marks.

    Parameters
    ----------
    text : str
        The words.
    opening : tuple of int
        Tags of the marks that begin here.
    mark : str
        ``good``, ``bad``, or empty where nothing is marked.
    """

    text: str
    opening: tuple[int, ...]
    mark: str


def marked_runs(text: str, verdict: rubric.ScriptVerdict) -> list[Run]:
    """Cut a script where marks begin and end.

    Parameters
    ----------
    text : str
        The script.
    verdict : rubric.ScriptVerdict
        Its verdict; evidence counts code points of `text`.
    """
    marks = [
        (start, end, tag, c.met)
        for tag, c in enumerate(verdict.criteria, 1)
        for start, end in c.evidence
    ]
    edges = sorted({0, len(text), *(e for m in marks for e in m[:2])})
    runs = []
    for start, end in pairwise(edges):
        covers = [m for m in marks if m[0] <= start and end <= m[1]]
        mark = "" if not covers else "good" if all(m[3] for m in covers) else "bad"
        opening = tuple(m[2] for m in covers if m[0] == start)
        runs.append(Run(text[start:end], opening, mark))
    return runs


def feedback_page(grade: Grade, show_keys: bool = False, remark: str = "") -> str:
    """Write the page for one hand-in: what works, the one change, the rest folded away.

    Parameters
    ----------
    grade : Grade
        A hand-in that was scored.
    show_keys : bool
        Whether to add what the key says about a choice.
    remark : str
        A sentence for the trainee about the whole of it, such as points taken off.
    """
    return environment().get_template("feedback.html.j2").render(
        grade=grade, remark=remark, show_keys=show_keys,
        cards=[_card(result) for result in grade.items],
        waiting=any(result.score is None for result in grade.items),
    )  # fmt: skip


def _card(result: ItemResult) -> dict[str, object]:
    card: dict[str, object] = {"result": result, "criteria": [], "runs": [], "chosen": ""}
    if result.verdict is None:
        options = {option.id: option.text for option in result.item.options}
        return card | {"chosen": options.get(result.response, "")}
    about = {c.name: c for c in rubric.criteria(result.item.kind)}
    criteria = [(tag, about[c.name], c) for tag, c in enumerate(result.verdict.criteria, 1)]
    earned = sorted((k for _, k, c in criteria if c.met and not k.absence), key=lambda k: -k.weight)
    open_ones = [(k, c) for _, k, c in criteria if not c.met and c.suggestion]
    best = max(open_ones, key=lambda pair: (pair[0].absence, pair[0].weight), default=None)
    return card | {
        "criteria": criteria,
        "runs": marked_runs(result.body, result.verdict),
        "works": [k.label for k in earned[:3]],
        "change": best[1].suggestion if best else "",
    }


@cache
def environment() -> jinja2.Environment:
    """Give the one set-up of templates: everything escaped, nothing undefined."""
    """Open our page templates; what is put into them is escaped."""
    return jinja2.Environment(
        loader=jinja2.PackageLoader("salescoach.grading"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
