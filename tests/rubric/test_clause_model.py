"""The weights come from the corpus, and the figures keep above what was promised."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import labelled_corpus as corpus
import pytest
import train_clause_model as training
import write_criteria

from salescoach import rubric
from salescoach.errors import CoachError
from salescoach.rubric import comparing
from salescoach.rubric.reading import read

pytest.importorskip("numpy")

PARTS: tuple[corpus.Part, ...] = ("tuned", "aside", "plain")


def test_training_again_gives_the_weights_in_the_repository() -> None:
    assert training.dump(training.train()) == training.WEIGHTS.read_text("utf-8")


def test_the_weights_name_the_corpus_they_come_from(model: rubric.ClauseModel) -> None:
    assert model.corpus == corpus.corpus_hash()


def test_about_a_third_is_set_aside_and_four_writers_whole() -> None:
    for kind in rubric.KINDS:
        parts = {part: {i["id"] for i in corpus.load(kind, part)} for part in PARTS}
        assert 0.25 <= len(parts["aside"]) / len(parts["tuned"] | parts["aside"]) <= 0.42
        assert not parts["tuned"] & parts["aside"]
        assert {i[1] for i in parts["plain"]} == set(corpus.PLAIN_WRITERS)
        assert not {i[1] for i in parts["tuned"] | parts["aside"]} & corpus.PLAIN_WRITERS


def test_the_corpus_is_large_and_its_marks_are_in_the_texts() -> None:
    clauses = scripts = 0
    for kind in rubric.KINDS:
        for part in PARTS:
            for item in corpus.load(kind, part):
                scripts += 1
                clauses += len(read(item["text"]).clauses)
                for marks in item["marks"].values():
                    assert all(mark in item["text"] for mark in marks), item["id"]
    assert scripts >= 300
    assert clauses >= 1500


def test_a_second_reader_read_every_script() -> None:
    for kind in rubric.KINDS:
        pairs = corpus.readings(kind)
        assert len(pairs) == sum(len(corpus.load(kind, part)) for part in PARTS)
        first, second = zip(*pairs, strict=True)
        kappa = comparing.compare(kind, first, second, seed=1).mean_kappa.value
        assert kappa is not None
        assert kappa > 0.9


def test_pressure_is_learnt_from_the_other_kinds_of_text_too() -> None:
    def clause(said: str, head: str, target: float) -> training.Example:
        return training.Example([said], {head: (target, 1.0)})

    rows = {
        "voicemail": [clause("threat", "courteous", 1.0)] * 5,
        "breakup": [clause("thanks", "polite", 0.0), clause("threat", "closes", 0.0)] * 5,
        "agreement": [clause("thanks", "courteous", 0.0)] * 5,
    }
    lent = training.lend("breakup", rows)
    assert {(e.features[0], *e.targets) for e in lent} == {
        ("threat", "polite"),
        ("thanks", "polite"),
    }
    assert all(e.borrowed for e in lent)
    learnt = training.fit([*rows["breakup"], *lent], ("polite",))["weights"]
    assert learnt["threat"]["polite"] > 0 > learnt["thanks"]["polite"]


def test_what_marks_a_single_clause_in_training_is_not_in_the_weights(
    model: rubric.ClauseModel,
) -> None:
    assert all(training.SINGLE not in section.weights for section in model.sections.values())


@pytest.mark.parametrize(
    ("kind", "f1", "kappa", "totals"),
    [
        ("voicemail", 0.94, 0.80, 0.80),
        ("breakup", 0.94, 0.80, 0.80),
        ("agreement", 0.93, 0.80, 0.80),
    ],
)
def test_agreement_on_the_tuned_part_does_not_slip(
    kind: str, f1: float, kappa: float, totals: float, model: rubric.ClauseModel
) -> None:
    """A floor against accidents only: these texts were tuned on."""
    items = corpus.load(kind)
    judged = [comparing.labels_of(rubric.judge(kind, i["text"], model)) for i in items]
    labels = [{**ours, **item["labels"]} for item, ours in zip(items, judged, strict=True)]
    result = comparing.compare(kind, labels, judged, seed=1)
    assert result.mean_f1.value is not None
    assert result.mean_f1.value >= f1
    assert result.mean_kappa.value is not None
    assert result.mean_kappa.value >= kappa
    assert result.totals.value is not None
    assert result.totals.value >= totals


def test_a_broken_weights_file_is_refused_in_words() -> None:
    unpaired = {"x": {"heads": ["a"], "bias": [0], "weights": {"w:a": [0]}}}
    for data in (
        {},
        {"format": 0, "sections": {}},
        {"format": training.FORMAT, "sections": []},
        {"format": training.FORMAT, "sections": unpaired},
    ):
        with pytest.raises(CoachError, match="cannot be read"):
            rubric.ClauseModel.from_json(data)


def test_the_table_of_criteria_is_in_step_with_the_code() -> None:
    assert write_criteria.TABLE.read_text("utf-8") == write_criteria.table()
    rows = list(csv.DictReader(io.StringIO(write_criteria.table())))
    assert len(rows) == sum(len(rubric.criteria(k)) for k in rubric.KINDS)
    assert Path(write_criteria.TABLE).parent.name == "rubric"
