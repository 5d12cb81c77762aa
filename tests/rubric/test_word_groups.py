"""Word groups: the file is sound, and only words of a group are exchanged."""

from __future__ import annotations

from pathlib import Path

import pytest

from salescoach.errors import CoachError
from salescoach.rubric.word_groups import group_features, parse

FILE = Path(__file__).parents[2] / "data" / "rubric" / "word_groups.txt"


def test_each_word_stands_in_one_narrow_group_and_each_of_these_in_one_wide() -> None:
    text = FILE.read_text("utf-8")
    listed = [word for line in text.splitlines() for word in line.split()[2:]]
    assert len(listed) == len(set(listed)) == len(parse(text))
    narrow = [line.split()[1] for line in text.splitlines()]
    assert len(narrow) == len(set(narrow))


def test_kin_share_a_group_and_the_commonest_words_have_none() -> None:
    groups = parse(FILE.read_text("utf-8"))
    assert groups["brewery"] == groups["breweries"]
    assert not {"you", "we", "not"} & groups.keys()


def test_without_groups_nothing_is_described() -> None:
    assert group_features(["do", "rush"], {}) == []


def test_a_line_without_words_is_refused_with_its_number() -> None:
    with pytest.raises(CoachError, match="Line 2"):
        parse("w1 n1 rush\nw1 n2\n")
