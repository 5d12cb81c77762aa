"""A course whose trainees hand in the forms of the assessment and an exercise of choices."""

from __future__ import annotations

import json
from pathlib import Path

from salescoach.answers import format_cell, parse_cell
from salescoach.catalog import open_catalog
from salescoach.grading.course_template import new_course
from salescoach.grading.released_notebook import exercise_path
from salescoach.keys import assessment_keys

CATALOG = open_catalog()
KEYS = assessment_keys(CATALOG)
FIRST, LAST = "00-start-here", "10-make-it-a-habit"


def form(name: str, right: int, asked: int = 20) -> str:
    """A form of which the first `asked` questions are answered, and `right` of these well."""
    lines = []
    for n, place in enumerate(CATALOG.assessment[name][:asked]):
        key = KEYS[place.question.id].key
        letter = key if n < right else next(o for o in "abcd" if o != key)
        lines.append(f'{place.name} = "{letter}"')
    return "\n".join(lines)


def make(folder: Path, trainees: int, settings: str = "share_class_profile = true") -> Path:
    """Make a course folder with so many trainees."""
    new_course(folder, "Spring", CATALOG)
    rows = "".join(f"t{n:02},Person {n:02},\n" for n in range(1, trainees + 1))
    (folder / "roster.csv").write_text(f"id,name,group\n{rows}", "utf-8")
    path = folder / "course.toml"
    text = path.read_text("utf-8")
    assert "share_class_profile = false" in text
    path.write_text(text.replace("share_class_profile = false", settings), "utf-8")
    return folder


def hand_in(folder: Path, trainee: str, notebook: str, answers: dict[str, str]) -> None:
    """Put a trainee's notebook into the inbox."""
    read = json.loads(exercise_path(notebook).read_text("utf-8"))
    everything = {"me": f'id = "{trainee}"'} | answers
    for cell in read["cells"]:
        answer = parse_cell("".join(cell["source"])) if cell["cell_type"] == "code" else None
        if answer is not None and answer.item in everything:
            cell["source"] = format_cell(answer.item, everything[answer.item])
    (folder / "inbox" / f"{trainee}-{notebook}.ipynb").write_text(json.dumps(read), "utf-8")
