"""Scores of facts against gold facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import DocumentError
from kg.evaluation.extraction import Score, judged, match, read_gold, score
from kg.model import Argument, Extraction, Phrase, Proposition, Relation


def _proposition(*, negated: bool = False) -> Proposition:
    def phrase(text: str) -> Phrase:
        return Phrase(text, None, None)

    time = Argument(phrase("2021"), "in")
    return Proposition(
        0, phrase("Ann"), Relation("left", "leave"), Argument(phrase("the firm")), (time,), negated=negated
    )


def test_score_counts_each_argument_and_status() -> None:
    gold = [(("Ann", "left", "firm"), frozenset[str]()), (("Ann", "left", "Oslo"), frozenset[str]())]
    found = Extraction((), (), (_proposition(negated=True),))
    assert score([(gold, found)]) == Score(gold=2, found=2, right=1, right_status=0)


def test_judged_says_which_facts_the_gold_has() -> None:
    gold = [(("Ann", "left in", "2021"), frozenset[str]())]
    assert [right for _, right in judged(gold, Extraction((), (), (_proposition(),)))] == [False, True]


def test_match_takes_the_best_pair_first_and_each_fact_once() -> None:
    gold = [("Ann", "left", "firm"), ("Ann", "left", "old firm")]
    assert match(gold, [("Ann", "left", "old firm"), ("Ann", "left", "firm")]) == [(1, 0), (0, 1)]


def test_read_gold_reads_statuses_and_names_a_bad_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.tsv"
    path.write_text("1\tAnn\tleft\tfirm\thedged+attributed\n", encoding="utf-8")
    assert read_gold(path) == {1: [(("Ann", "left", "firm"), frozenset({"hedged", "attributed"}))]}
    path.write_text("Ann left the firm\n", encoding="utf-8")
    with pytest.raises(DocumentError, match="line 1 is no gold fact"):
        read_gold(path)
