"""The profile of a class as the text of its file: written with its rule, read with every doubt."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any, Final, NoReturn

from salescoach.assessment.class_profile import (
    CLASS_FILE,
    LEAST,
    RULE,
    ClassForm,
    ClassProfile,
    ClassTopic,
)
from salescoach.errors import CoachError

MARK: Final = "class profile"
VERSION: Final = 1
MOST_BYTES: Final = 100_000
_HIDDEN: Final = "hidden"


def as_text(profile: ClassProfile) -> str:
    """Write a profile as its file; the same text for the same profile."""
    head = [
        "The class in the skills assessment: figures of a group. No name, no answer, no key.",
        *RULE.splitlines(),
        "It belongs beside the notebook 00-start-here, or into the folder hand-in.",
    ]
    lines = [*(f"# {line}" for line in head), "", f'salescoach = "{MARK}"', f"version = {VERSION}",
             f"course = {_quoted(profile.course)}"]  # fmt: skip
    for name, form in sorted(profile.forms.items()):
        half = f'"{_HIDDEN}"' if form.middle_half is None else str(list(form.middle_half))
        middle = f'"{_HIDDEN}"' if form.median is None else f"{form.median:.1f}"
        lines += [
            "", f"[form.{name}]", f'edition = "{form.edition}"', f"people = {form.people}",
            f"asked = {form.asked}", f"middle_half = {half}", f"median = {middle}",
            "", f"[form.{name}.topics]  # right answers in %, with the 95 % interval",
        ]  # fmt: skip
        for topic, found in sorted(form.topics.items()):
            value = f'"{_HIDDEN}"' if found is None else (
                f"{{ right = {found.right}, low = {found.low}, high = {found.high} }}"
            )  # fmt: skip
            lines.append(f"{_quoted(topic)} = {value}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Write a text in quotation marks, with every sign that TOML forbids left out."""
    kept = "".join(c for c in text if c.isprintable())
    return '"' + kept.replace("\\", "\\\\").replace('"', '\\"') + '"'


def read_text(content: bytes) -> ClassProfile:
    """Read the file of a profile.

    Raises
    ------
    CoachError
        If it is damaged, something else, from a later version, or says something of fewer people
        than it may.
    """
    try:
        if len(content) > MOST_BYTES:
            raise ValueError("too long")
        values = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        _broken("it is cut off or damaged")
    if values.get("salescoach") != MARK:
        _broken("it is no profile of a class")
    if values.get("version") != VERSION:
        _broken(f"it was written in version {str(values.get('version'))[:20]!r} of the file, and "
                f"this workbook reads version {VERSION}")  # fmt: skip
    forms = values.get("form")
    if not isinstance(forms, dict) or not forms or not set(forms) <= {"a", "b"}:
        _broken("it has no form a or b")
    return ClassProfile(str(values.get("course", ""))[:200],
                        {name: _form(name, form) for name, form in forms.items()})  # fmt: skip


def _broken(why: str) -> NoReturn:
    raise CoachError(
        f"The file {CLASS_FILE} cannot be used: {why}.",
        allowed="the file as your instructor gave it to you",
        next_step="Ask for it again, or take it away; your own profile needs nobody beside it.",
    )


def _form(name: str, values: Any) -> ClassForm:
    if not isinstance(values, dict):
        _broken(f"form {name} has no figures")
    people = _whole(values, f"form {name}", "people", 0, 1_000_000)
    if people < LEAST:
        _broken(f"form {name} is about fewer than {LEAST} people")
    asked = _whole(values, f"form {name}", "asked", 1, 1_000)
    half, middle, topics = (values.get(n) for n in ("middle_half", "median", "topics"))
    if not isinstance(topics, dict):
        _broken(f"form {name} has no topics")
    found_half, found_middle = None, None
    if (half, middle) != (_HIDDEN, _HIDDEN):
        ends = half if isinstance(half, list) and len(half) == 2 else [None, None]
        numbers: list[Any] = [n for n in (ends[0], middle, ends[1]) if _is_number(n)]
        if len(numbers) < 3 or not 0 <= numbers[0] <= numbers[1] <= numbers[2] <= asked:
            _broken(f"the middle of form {name} is not possible")
        found_half, found_middle = (int(numbers[0]), int(numbers[2])), float(numbers[1])
    return ClassForm(
        str(values.get("edition")), people, asked, found_half, found_middle,
        {str(topic): _topic(f"topic {topic} of form {name}", v) for topic, v in topics.items()},
    )  # fmt: skip


def _topic(where: str, values: Any) -> ClassTopic | None:
    if values == _HIDDEN:
        return None
    if not isinstance(values, dict):
        _broken(f"{where} has no figures")
    low, right, high = (_whole(values, where, n, 0, 100) for n in ("low", "right", "high"))
    if not low <= right <= high:
        _broken(f"the interval of {where} is not possible")
    return ClassTopic(right, low, high)


def _whole(values: Mapping[str, Any], where: str, name: str, low: int, high: int) -> int:
    value = values.get(name)
    if not _is_whole(value) or not low <= int(value or 0) <= high:
        _broken(f"{name!r} of {where} is no whole number from {low} to {high}")
    return int(value or 0)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: Any) -> bool:
    return _is_whole(value) or isinstance(value, float)
