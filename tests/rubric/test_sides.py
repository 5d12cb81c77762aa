"""Hook and focus: what the chances of the clauses come to."""

from __future__ import annotations

from salescoach.rubric import sides
from salescoach.rubric.reading import read

READING = read("You have two vans idle. We are proud of our tills. Our tills are blue. Ring me.")


def chances(**given: tuple[float, ...]) -> dict[str, tuple[float, ...]]:
    heads = ("hook", "prospect_focus", "personal", "value", "seller")
    return {head: given.get(head, (0.0,) * len(READING.clauses)) for head in heads}


def test_a_clause_about_the_prospect_stands_against_one_about_the_caller() -> None:
    theirs = (0.95, 0.0, 0.0, 0.0)
    finding = sides.focus(READING, chances(prospect_focus=theirs, seller=(0.0, 0.9, 0.0, 0.0)))
    assert finding.met
    assert [READING.plain[a:b] for a, b in finding.spans] == [READING.clauses[0].text]


def test_two_clauses_about_the_caller_outnumber_one_about_the_prospect() -> None:
    theirs = (0.95, 0.0, 0.0, 0.0)
    finding = sides.focus(READING, chances(prospect_focus=theirs, seller=(0.0, 0.9, 0.95, 0.1)))
    assert not finding.met
    assert finding.clue == "outnumbered"
    assert len(finding.spans) == 2


def test_without_a_clause_about_the_prospect_there_is_no_focus() -> None:
    finding = sides.focus(READING, chances(seller=(0.0, 0.9, 0.9, 0.0)))
    assert (finding.met, finding.clue) == (False, "seller")
    finding = sides.focus(READING, chances())
    assert (finding.met, finding.clue) == (False, "none")


def test_a_detail_of_the_prospect_hooks_only_when_it_comes_early() -> None:
    late = chances(personal=(0.0, 0.0, 0.9, 0.0))
    assert not sides.hook(READING, late, [True, True, False, False]).met
    finding = sides.hook(READING, late, [True, True, True, False])
    assert finding.met
    assert len(finding.spans) == 1


def test_the_certainty_is_a_share() -> None:
    for own in (0.0, 0.3, 0.5, 0.69, 0.71, 1.0):
        finding = sides.hook(READING, chances(hook=(own, 0.0, 0.0, 0.0)), [True] * 4)
        assert 0.5 <= finding.sure <= 1.0
        assert finding.met == (own >= sides.HOOK_FROM)
