"""Companies: duplicates, stale rows, the funnel, and the sample list itself."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salescoach.catalog import SAMPLE_DAY, open_catalog
from salescoach.companies import Company, Qualifiers, cut, flaws, read_qualifiers
from salescoach.companies.company import digits, same_name
from salescoach.companies.funnel import TARGET, verdict_on_count
from salescoach.companies.quality import duplicates, months_between
from salescoach.errors import CoachError
from salescoach.keys import profiles

CATALOG = open_catalog()
SAMPLE = CATALOG.companies
TODAY = date(2026, 3, 2)
FICTIONAL = re.compile(
    r"01632960\d{3}|02079460\d{3}|07700900\d{3}|01(?:13|14|15|16|17|18|21|31|41|51|61)4960\d{3}"
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Marrow & Thyme Kitchen", "MARROW AND THYME KITCHEN LTD", True),
        ("The Alder Hotel", "Alder Hotel", True),
        ("Café Nord", "Cafe Nord GmbH", True),
        ("Hollin Hotels", "Hollin Hotel", False),
        ("Rye Corner Bakers", "North Rye Corner Bakers", False),
    ],
)
def test_two_spellings_of_one_name(one: str, other: str, same: bool) -> None:
    assert (same_name(one) == same_name(other)) is same


def test_a_telephone_number_in_two_spellings() -> None:
    assert digits("+44 161 496 0105") == digits("0161 496 0105") == digits("0044 161 496 0105")
    assert digits("0161 496 0105") != digits("0161 496 0106")


@pytest.mark.parametrize(
    ("earlier", "months"),
    [(date(2026, 3, 2), 0), (date(2025, 3, 2), 12), (date(2025, 3, 3), 11), (date(2022, 5, 1), 46)],
)
def test_whole_months(earlier: date, months: int) -> None:
    assert months_between(earlier, TODAY) == months


def row(name: str, **values: object) -> Company:
    return Company(id=name, name=name, **{"checked": date(2026, 1, 1)} | values)  # type: ignore[arg-type]


def test_of_two_rows_the_one_checked_last_is_kept() -> None:
    old = row("Holt Ltd", checked=date(2025, 1, 1))
    new = row("HOLT", email="a@holt.example")
    third = row("Dana's place", email="A@holt.example", checked=date(2024, 1, 1))
    found = duplicates([old, new, third])
    assert set(found) == {old, third}
    assert found[third] == (new, "same email as HOLT")


def test_a_no_holds_for_every_row_of_the_company() -> None:
    out = row("Windlass Bakers", email="x@w.example", tags=("do not contact",))
    twin = row("Windlass Bakeries", email="x@w.example")
    other = row("Rye Corner")
    done = cut([out, twin, other], Qualifiers(respect_opt_out=True), TODAY)
    assert done.kept == (other,)
    assert [f.why for f in done.steps[0].fell] == [
        "asked not to be contacted",
        "asked not to be contacted, as another row of this company says",
    ]


def test_each_company_falls_out_once_with_a_reason() -> None:
    profile = profiles(CATALOG)["profile-02"]
    done = cut(SAMPLE, profile, SAMPLE_DAY)
    fallen = [f.company for step in done.steps for f in step.fell]
    assert Counter(fallen + list(done.kept)) == Counter(SAMPLE)
    assert all(f.why for step in done.steps for f in step.fell)
    left = [len(SAMPLE), *(step.left for step in done.steps)]
    assert [before - len(s.fell) for before, s in zip(left, done.steps, strict=False)] == left[1:]


QUALIFIERS = st.builds(
    Qualifiers,
    industry=st.sets(st.sampled_from(["hotels", "bakeries", "logistics"])).map(tuple),
    region=st.sets(st.sampled_from(["Yorkshire", "London"])).map(tuple),
    employees_from=st.none() | st.integers(0, 300),
    employees_to=st.none() | st.integers(0, 3000),
    checked_within_months=st.none() | st.integers(0, 40),
    drop_duplicates=st.booleans(),
    respect_opt_out=st.booleans(),
)


@settings(max_examples=40, deadline=None)
@given(QUALIFIERS)
def test_nothing_is_lost_whatever_the_profile(profile: Qualifiers) -> None:
    done = cut(SAMPLE, profile, SAMPLE_DAY)
    assert sum(len(step.fell) for step in done.steps) + len(done.kept) == len(SAMPLE)
    if profile.respect_opt_out:
        assert not [c for c in done.kept if c.opted_out]
    if profile.industry:
        assert {c.industry for c in done.kept} <= set(profile.industry)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"colour": ["red"]}, "There is no qualifier 'colour'"),
        ({"employees_from": "many"}, "employees_from cannot be 'many'"),
        ({"employees_to": True}, "employees_to cannot be True"),
        ({"industry": [1]}, "industry cannot be"),
        ({"drop_duplicates": "yes"}, "drop_duplicates = true"),
    ],
)
def test_a_setting_that_is_none_is_told(values: dict[str, object], told: str) -> None:
    with pytest.raises(CoachError, match=re.escape(told)):
        read_qualifiers(values)


def test_an_empty_value_can_be_asked_for() -> None:
    done = cut([row("A", supplier=""), row("B", supplier="paper")],
               Qualifiers(supplier=("not known",)), TODAY)  # fmt: skip
    assert [c.name for c in done.kept] == ["A"]


@pytest.mark.parametrize("count", [0, 1, 14, 15, 20, 21, 200])
def test_the_verdict_names_the_distance_to_the_target(count: int) -> None:
    said = verdict_on_count(count)
    assert ("can research and call" in said) == (TARGET[0] <= count <= TARGET[1])


def test_the_sample_is_what_the_lesson_says() -> None:
    """Lesson 02 and its key name these numbers; a changed table must change them too."""
    assert len(SAMPLE) == 200
    found = Counter(flaw.kind for flaw in flaws(SAMPLE, SAMPLE_DAY))
    assert found["duplicate"] == 14
    assert found["stale"] == 41
    counts = {item: len(cut(SAMPLE, p, SAMPLE_DAY).kept) for item, p in profiles(CATALOG).items()}
    assert counts == {"profile-02": 17, "shift-list": 18}
    assert "Copper Kettle Cafés" in {
        c.name for c in cut(SAMPLE, profiles(CATALOG)["profile-02"], SAMPLE_DAY).kept
    }


def test_every_person_and_number_of_the_sample_is_fictional() -> None:
    for company in SAMPLE:
        assert company.phone == "" or FICTIONAL.fullmatch(digits(company.phone)), company.phone
        assert company.email == "" or company.email.endswith(".example"), company.email
