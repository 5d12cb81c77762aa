"""The weights come from the corpus, and the figures keep above what was promised."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
import train_clause_model as training
import write_criteria

from salescoach import rubric
from salescoach.errors import CoachError
from salescoach.rubric import comparing

pytest.importorskip("numpy")


def test_training_again_gives_the_weights_in_the_repository() -> None:
    assert training.dump(training.train()) == training.WEIGHTS.read_text("utf-8")


def test_the_weights_name_the_corpus_they_come_from(model: rubric.ClauseModel) -> None:
    assert model.corpus == training.corpus_hash()


def test_about_a_third_is_set_aside_and_never_trained_on() -> None:
    for kind in rubric.KINDS:
        tuned = {i["id"] for i in training.load(kind)}
        aside = {i["id"] for i in training.load(kind, set_aside=True)}
        assert not tuned & aside
        assert 0.25 <= len(aside) / (len(tuned) + len(aside)) <= 0.42


def test_the_corpus_is_large_and_its_marks_are_in_the_texts() -> None:
    clauses = scripts = 0
    for kind in rubric.KINDS:
        for part in (False, True):
            for item in training.load(kind, set_aside=part):
                scripts += 1
                clauses += len(training.read(item["text"]).clauses)
                for marks in item["marks"].values():
                    assert all(mark in item["text"] for mark in marks), item["id"]
    assert scripts >= 300
    assert clauses >= 1500


@pytest.mark.parametrize(
    ("kind", "f1", "kappa", "totals"),
    [
        ("voicemail", 0.88, 0.65, 0.80),
        ("breakup", 0.90, 0.70, 0.70),
        ("agreement", 0.85, 0.70, 0.6),
    ],
)
def test_agreement_on_the_tuned_part_does_not_slip(
    kind: str, f1: float, kappa: float, totals: float, model: rubric.ClauseModel
) -> None:
    """A floor against accidents only: these texts were tuned on."""
    items = training.load(kind)
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
    for data in ({}, {"format": 0, "sections": {}}, {"format": 1, "sections": []}):
        with pytest.raises(CoachError, match="cannot be read"):
            rubric.ClauseModel.from_json(data)


def test_the_table_of_criteria_is_in_step_with_the_code() -> None:
    assert write_criteria.TABLE.read_text("utf-8") == write_criteria.table()
    rows = list(csv.DictReader(io.StringIO(write_criteria.table())))
    assert len(rows) == sum(len(rubric.criteria(k)) for k in rubric.KINDS)
    assert Path(write_criteria.TABLE).parent.name == "rubric"
