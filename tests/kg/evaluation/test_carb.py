"""CaRB's scores, worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.evaluation.carb import bags, compare, paired_precision, read_gold_tuples, score_tuples, sentence_key


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        (("left", "Ann", "the firm"), ("left", "Ann", "the firm"), (1.0, 1.0)),
        (("left", "Ann", "the firm"), ("left", "Ann", "the old firm"), (4 / 5, 1.0)),
        (("left", "Ann", "the firm"), ("joined", "Ann", "the firm"), (0.0, 0.0)),
        (("left", "Ann", "the firm"), ("left", "Ann"), (0.0, 0.0)),
        (("says", "Ann", "it sank"), ("says", "it sank", "Ann"), (1.0, 1.0)),
        (("is old", "Ann", "she"), ("be old", "Ann", "she"), (1.0, 1.0)),
    ],
)
def test_compare_gives_precision_and_recall(
    gold: tuple[str, ...], found: tuple[str, ...], expected: tuple[float, float]
) -> None:
    assert compare(bags(gold[0], gold[1:]), bags(found[0], found[1:])) == pytest.approx(expected)


def test_paired_precision_gives_each_gold_tuple_to_one_found_tuple() -> None:
    gold = [bags("left", ["Ann", "the firm"])]
    found = [bags("left", ["Ann", "the old firm"]), bags("left", ["Ann", "the firm"])]
    assert paired_precision(gold, found) == [0.0, 1.0]


def test_score_tuples_takes_the_best_threshold() -> None:
    gold = [bags("left", ["Ann", "firm"])]
    found = [(0.9, bags("left", ["Ann", "firm"])), (0.1, bags("saw", ["Bob", "it"]))]
    best = score_tuples([(gold, found)])
    assert (best.precision, best.recall, best.f1, best.found) == (1.0, 1.0, 1.0, 1)
    assert best.auc == pytest.approx(1.0)


def test_read_gold_tuples_leaves_out_who_claims_it(tmp_path: Path) -> None:
    path = tmp_path / "gold.tsv"
    path.write_text("Ann left .\tleft\tAnn\tthe firm\tC: Bob says\n", encoding="utf-8")
    assert read_gold_tuples(path) == {sentence_key("Ann left."): [bags("left", ["Ann", "the firm"])]}
