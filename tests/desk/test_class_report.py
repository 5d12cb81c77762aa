"""Figures of a class against independent calculations, and texts that are nearly the same."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hand_ins import CATALOG, EXERCISE, SCRIPT, WEAK
from scipy import stats

from salescoach.grading.desk import Grade
from salescoach.grading.figures import (
    correlation,
    distribution,
    facility,
    item_figures,
    one_each,
    signal_figures,
)
from salescoach.grading.gain import assessment_gain, gain, paired_difference, t_point
from salescoach.grading.report import ClassReport, template_of
from salescoach.grading.results import ItemResult
from salescoach.grading.similarity import alike
from salescoach.items import Item, Option
from salescoach.signals.kinds import KINDS

CHOICE = Item("q", "choice", EXERCISE, 2, "Q", "?", (Option("a", "yes"), Option("b", "no"),
                                                    Option("c", "perhaps")))  # fmt: skip
OTHER = replace(CHOICE, id="r", points=4)
TEXT = CATALOG.item("voicemail-cold")


def result(item: Item, share: float | None, response: str = "", body: str = "x") -> ItemResult:
    score = None if share is None else share * item.points
    return ItemResult(
        item, "review" if share is None else "graded", score, "", body, None, response
    )


def graded(name: str, *items: ItemResult, exercise: str = EXERCISE) -> Grade:
    score = sum(i.score or 0 for i in items)
    most = sum(i.item.points for i in items)
    return Grade(name, exercise, "graded", score, most, f"{name}.ipynb", "", items)


def a_class(n: int) -> list[Grade]:
    luck = random.Random(5)
    grades = []
    for number in range(n):
        skill = luck.random()
        first, second = (
            float(luck.random() < skill),
            round(min(1, max(0, luck.gauss(skill, 0.2))), 3),
        )
        grades.append(graded(f"T{number:03}", result(CHOICE, first, "b" if first else "a"),
                             result(OTHER, second)))  # fmt: skip
    return grades


def test_facility_and_discrimination_agree_with_scipy() -> None:
    grades = a_class(60)
    first, second = item_figures(grades)
    shares = [(g.items[0].score or 0) / 2 for g in grades]
    others = [(g.items[1].score or 0) / 4 for g in grades]
    expected = stats.pearsonr(shares, others)
    low, high = expected.confidence_interval()
    for figures in (first, second):
        assert figures.discrimination.value == pytest.approx(expected.statistic)
        assert figures.discrimination.low == pytest.approx(low)
        assert figures.discrimination.high == pytest.approx(high)
    assert first.facility.value == pytest.approx(sum(shares) / 60)
    low, high = stats.norm.interval(0.95, sum(shares) / 60, stats.sem(shares))
    assert (first.facility.low, first.facility.high) == pytest.approx((low, high))


def test_small_classes_get_a_reason_instead_of_a_figure() -> None:
    for n in (1, 19):
        (first, _) = item_figures(a_class(n))
        assert first.facility.value is None
        assert first.discrimination.value is None
        assert f"{n} hand-in" in first.facility.reason
        assert "fewer than 20" in first.facility.reason
    assert item_figures(a_class(20))[0].facility.value is not None


def test_items_that_all_solve_do_not_discriminate_by_accident() -> None:
    grades = [graded(f"T{n}", result(CHOICE, 1.0), result(OTHER, n / 30)) for n in range(30)]
    (first, _) = item_figures(grades)
    assert first.discrimination.value is None
    assert first.discrimination.reason == "all earned the same"
    assert correlation([(n, 2 * n) for n in range(25)]).value == 1
    assert facility([0.0] * 25).value == 0


def test_wrong_answers_are_counted_and_review_is_left_out() -> None:
    grades = [graded(f"T{n}", result(CHOICE, float(r == "b"), r)) for n, r in enumerate("aabbccca")]
    grades.append(graded("R", result(CHOICE, None, "a")))
    (figures,) = item_figures(grades)
    assert figures.wrong == (("yes", 3), ("perhaps", 3))
    assert (figures.n, figures.review) == (8, 1)


def test_a_trainee_counts_once_with_the_best() -> None:
    grades = [graded("Ana", result(CHOICE, share)) for share in (0.0, 1.0, 0.5)]
    assert [g.score for g in one_each(grades)] == [2.0]


def test_the_distribution_counts_everybody_and_says_so() -> None:
    found = distribution(a_class(40))
    assert sum(found.counts) == 40
    assert found.sentence().startswith("40 hand-ins, from ")
    assert distribution([]).sentence() == "No hand-in has a score yet."
    full = distribution([graded("A", result(CHOICE, 1.0))])
    assert full.counts[-1] == 1


def test_confusion_and_kappa_of_signals() -> None:
    kinds = list(KINDS)
    options = tuple(Option(chr(97 + n), k.name) for n, k in enumerate(KINDS.values()))
    items = [Item(f"s00{n}-kind", "choice", EXERCISE, 1, "?", "?", options) for n in (1, 2)]
    right = {"s001": kinds[0], "s002": kinds[1]}
    grades = [graded(f"T{n}", result(items[0], 1.0, "a"), result(items[1], 0.0, "a" if n else "b"))
              for n in range(3)]  # fmt: skip
    figures = signal_figures(grades, right)
    assert figures is not None
    first, second = (KINDS[k].name for k in kinds[:2])
    assert figures.table.labels == (first, second)
    assert figures.table.counts == ((3, 0), (2, 1))
    assert figures.worst == ((second, first, 2),)
    assert figures.kappa.value == pytest.approx(1 / 3)
    assert signal_figures(a_class(3), right) is None


def test_confusion_covers_the_drill_of_an_exercise() -> None:
    kinds = list(KINDS)
    item = Item("signals-05", "drill", EXERCISE, 22, "?", "?")
    body = f'[s001]\nkind = "{kinds[0]}"\n[s002]\nkind = "{kinds[0]}"\n[s003]\nsure = 80'
    answer = ItemResult(item, "graded", 1.0, "", body)
    figures = signal_figures(
        [graded("Ana", answer)], {"s001": kinds[0], "s002": kinds[1], "s003": kinds[2]}
    )
    assert figures is not None
    first, second = (KINDS[k].name for k in kinds[:2])
    assert figures.table.counts == ((1, 0), (1, 0))
    assert figures.worst == ((second, first, 1),)


@pytest.mark.parametrize("freedom", [1, 2, 5, 17, 30, 31, 50, 200, 5000])
def test_points_of_student_agree_with_scipy(freedom: int) -> None:
    assert t_point(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), rel=1e-4)


def test_the_gain_agrees_with_scipy_and_is_told_honestly() -> None:
    luck = random.Random(8)
    before = {f"T{n}": luck.random() / 2 for n in range(12)}
    after = {name: share + luck.gauss(0.1, 0.15) for name, share in before.items()}
    found = gain({**before, "gone": 0.5}, after)
    expected = stats.ttest_rel(list(after.values()), list(before.values())).confidence_interval()
    assert (found.difference.low, found.difference.high) == pytest.approx(
        (expected.low, expected.high), rel=1e-4
    )
    assert "12 people took both" in found.sentence()
    assert "1 took only one of the two" in found.sentence()
    assert "Nobody was left without the course" in found.sentence()


@pytest.mark.parametrize("n", [0, 1, 4])
def test_a_gain_of_few_has_no_interval(n: int) -> None:
    found = gain({f"T{i}": 0.5 for i in range(n)}, {f"T{i}": 0.6 for i in range(n)})
    assert found.difference.low is None
    assert found.sentence()


def test_a_gain_that_may_be_chance_is_called_so() -> None:
    found = paired_difference([0.1, -0.1, 0.2, -0.2, 0.05])
    assert found.low is not None
    assert found.low < 0
    pairs = {f"T{n}": 0.5 for n in range(5)}
    after = {f"T{n}": 0.5 + d for n, d in enumerate([0.1, -0.1, 0.2, -0.2, 0.05])}
    assert "That may be chance." in gain(pairs, after).sentence()


def test_the_assessments_are_found_by_their_lessons() -> None:
    grades = [graded(name, result(CHOICE, share), exercise=exercise)
              for exercise, share in (("00-start-here", 0.5), ("exercise-10-habit", 1.0))
              for name in ("Ana", "Ben")]  # fmt: skip
    found = assessment_gain(grades)
    assert found is not None
    assert found.pairs == ((0.5, 1.0), (0.5, 1.0))
    assert assessment_gain(grades[:2]) is None


def texts(*bodies: str) -> list[Grade]:
    return [graded(f"T{n}", result(TEXT, 0.5, body=body)) for n, body in enumerate(bodies)]


def test_copies_are_found_even_with_small_changes() -> None:
    changed = SCRIPT.replace("Monday", "Tuesday").replace("Thursday", "Friday").upper()
    other = "Good morning, my name is Ines and I would love to learn how your Leeds shop plans its "
    other += "spare parts for the busy spring that is coming; ring me whenever it is convenient."
    (group,) = alike(texts(SCRIPT, other, changed, WEAK), {})
    assert group.trainees == ("T0", "T2")
    assert group.likeness > 90


def test_what_the_exercise_says_makes_nobody_alike() -> None:
    template = template_of(EXERCISE)
    assert "machines stood still at night" in template
    case = (
        "Two other shops that went to three shifts told Ines that machines stood still at night "
        "for want of a part worth twenty pounds; with parts on the shelf, both cut the idle hours "
        "by half."
    )
    grades = texts(f"Hi there. {case} Talk?", f"Hello. {case} Ring me.")
    assert alike(grades, {EXERCISE: template}) == []
    assert alike(grades, {}) != []


def test_short_texts_and_ones_own_second_try_are_not_pointed_out() -> None:
    assert alike(texts("Call me back today.", "Call me back today."), {}) == []
    assert alike([graded("Ana", result(TEXT, 0.5, body=SCRIPT))] * 2, {}) == []


def test_a_class_that_shares_one_text_is_one_group() -> None:
    (group,) = alike(texts(*[SCRIPT] * 200), {})
    assert len(group.trainees) == 200


def test_the_report_says_who_is_missing_and_what_could_not_be_used() -> None:
    grades = [*a_class(25), Grade("Zed (t9)", EXERCISE, "missing", None, 26, "")]
    page = ClassReport("Spring", grades, [""] * 26, {}, (), with_roster=True).page()
    assert "Who has not handed in" in page
    assert "Zed (t9)</bdi>: exercise-03-voicemail" in page
    assert "25 graded, 1 missing" in page
    assert "<svg" in page
    assert "25 hand-ins, from" in page
    nobody = ClassReport("Spring", [], [], {}, (), with_roster=True).page()
    assert "Everybody has handed in everything." in nobody
