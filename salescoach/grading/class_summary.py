"""Makes the profile of a class that its instructor may give to the trainees."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from salescoach.assessment import (
    CLASS_FILE,
    LEAST,
    ClassForm,
    ClassProfile,
    Profile,
    as_text,
    class_form,
    profile,
    read_choices,
    read_text,
)
from salescoach.catalog import Catalog
from salescoach.errors import CoachError
from salescoach.grading.cells import CellRecord, build
from salescoach.grading.course import COURSE_FILE, Course
from salescoach.grading.gradebook.records import Snapshot
from salescoach.grading.whole_files import replace_bytes
from salescoach.items import Item
from salescoach.keys import assessment_keys


@dataclass(frozen=True)
class Summary:
    """The profile of a class, and how many people stand behind it.

    Parameters
    ----------
    profile : ClassProfile
        The profile; it has no form that too few people filled in.
    complete : dict of str to int
        For each form how many people filled it in completely.
    """

    profile: ClassProfile
    complete: dict[str, int]


def require_leave(course: Course) -> None:
    """Make sure that the instructor allows a class profile.

    Raises
    ------
    CoachError
        If the course does not.
    """
    if not course.share_class_profile:
        raise CoachError(
            f"The course {course.title!r} gives no class profile to its trainees.",
            allowed=f"share_class_profile = true in {COURSE_FILE}",
            next_step="Tell your trainees what the file says and what it does not, then change "
            "the setting and run the command again.",
        )


def summarise(course: Course, catalog: Catalog, snapshot: Snapshot) -> Summary:
    """Sum up the forms of the assessment that count in a course.

    Raises
    ------
    CoachError
        If the course does not allow it, or if too few people filled in a form.
    """
    require_leave(course)
    keys = assessment_keys(catalog)
    found: dict[str, list[Profile]] = {}
    items = {i.notebook: i for i in catalog.items.values() if i.kind == "assessment"}
    for record in build(course, snapshot.hand_ins, snapshot.decisions):
        item = items.get(record.exercise.id)
        if item is None:
            continue
        people = found.setdefault(item.id[-1], [])
        form = catalog.form_of(item)
        try:
            choices = read_choices(form, _body(record, item))
        except CoachError:  # a person gave points for what cannot be read
            continue
        if len(choices) == len(form):
            people.append(profile(form, keys, choices))
    complete = {name: len(people) for name, people in sorted(found.items())}
    forms = {
        name: summed
        for name, people in found.items()
        if (summed := class_form(catalog.assessment[name], people)) is not None
    }
    if not forms:
        told = ", ".join(f"form {name.upper()} {count}" for name, count in complete.items())
        raise CoachError(
            "Too few people filled in a form of the assessment completely: "
            f"{told or 'the course has no form'}.",
            allowed=f"{LEAST} or more, so that nobody can be made out",
            next_step="Grade what was handed in first: salescoach grade --course "
            f"{course.folder}. In a smaller class there is no class profile.",
        )
    return Summary(ClassProfile(course.title, forms), complete)


def _body(record: CellRecord, item: Item) -> str:
    """Give the answer that counts; empty if there is none, or if somebody must look first."""
    attempt = record.counts
    if attempt is None or attempt.status == "review":
        return ""
    grades = (settled.grade for settled in attempt.settled)
    return next((g.body for g in grades if g.item == item.id and g.status == "graded"), "")


def write_class_profile(course: Course, summary: Summary) -> Path:
    """Write the profile into the course folder, unless a second file would give somebody away.

    Raises
    ------
    CoachError
        If an earlier file differs by so few people that the two together tell what they answered;
        or if the folder cannot be written.
    """
    path = course.folder / CLASS_FILE
    content = as_text(summary.profile).encode()
    try:
        earlier = path.read_bytes() if path.exists() else None
        if earlier is not None and earlier != content:
            _keep_apart(read_text(earlier).forms, summary.profile.forms)
        replace_bytes(path, content)
    except OSError as error:
        raise CoachError(
            f"The file {CLASS_FILE} cannot be written: {error.strerror}.",
            next_step="Make room, or close the program that holds it open.",
        ) from None
    return path


def _keep_apart(earlier: dict[str, ClassForm], later: dict[str, ClassForm]) -> None:
    for name in sorted(earlier.keys() & later.keys()):
        before, after = earlier[name], later[name]
        if before != after and abs(after.people - before.people) < LEAST:
            raise CoachError(
                f"There is a {CLASS_FILE} already. It is about {before.people} people in form "
                f"{name.upper()}, and now there are {after.people}: who has both files could work "
                "out what those few answered. The earlier file was left as it is.",
                allowed=f"a difference of {LEAST} people or more",
                next_step="Go on with the earlier file. If nobody has got it yet, delete it and "
                "run the command again.",
            )


def shared_file(course: Course) -> bytes | None:
    """Give the file that goes into a bundle; None if there is none, or if it is not allowed.

    Raises
    ------
    CoachError
        If the file is there and broken.
    """
    path = course.folder / CLASS_FILE
    if not course.share_class_profile or not path.is_file():
        return None
    content = path.read_bytes()
    read_text(content)
    return content
