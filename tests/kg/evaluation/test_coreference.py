"""Coreference scores against figures worked out by hand, and GUM's brackets against their mentions."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.errors import DocumentError
from kg.evaluation.chains import Entity, conll, lea
from kg.evaluation.conllu import read_conllu
from kg.evaluation.coreference import persons_of, spans_of

GOLD: list[Entity] = [{"a", "b", "c"}, {"d", "e", "f", "g"}]
FOUND: list[Entity] = [{"a", "b"}, {"c", "d"}, {"f", "g", "h", "i"}]


def test_lea_weighs_the_links_of_each_entity_by_its_size() -> None:
    recall = (3 * 1 / 3 + 4 * 1 / 6) / 7
    precision = (2 * 1 + 2 * 0 + 4 * 1 / 6) / 8
    assert lea(GOLD, FOUND) == pytest.approx(2 * recall * precision / (recall + precision))


def test_conll_is_the_mean_of_three_figures() -> None:
    muc = 2 * (2 / 5) * (2 / 5) / (4 / 5)
    recall, precision = (4 / 3 + 1 / 3 + 4 / 4 + 1 / 4) / 7, (4 / 2 + 2 / 2 + 4 / 4) / 8
    ceaf_recall, ceaf_precision = (4 / 5 + 4 / 8) / 2, (4 / 5 + 4 / 8) / 3
    b_cubed = 2 * recall * precision / (recall + precision)
    ceaf = 2 * ceaf_recall * ceaf_precision / (ceaf_recall + ceaf_precision)
    assert conll([(GOLD, FOUND)]) == pytest.approx((muc + b_cubed + ceaf) / 3)


def test_scores_of_the_gold_itself_are_one() -> None:
    assert (lea(GOLD, GOLD), conll([(GOLD, GOLD)])) == (pytest.approx(1.0), pytest.approx(1.0))


ROWS = """# newdoc id = one
1\tAnn\tAnn\tPROPN\t_\t_\t0\troot\t_\tEntity=(9-person-new-x-cf1-1,3-coref(1-person-new-x-cf1-1-coref)
2\tand\tand\tCCONJ\t_\t_\t3\tcc\t_\t_
3\tBo\tBo\tPROPN\t_\t_\t1\tconj\t_\tEntity=(2-person-new-x-cf1-1-sgl)9)|SpaceAfter=No
4\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_

1\tShe\tshe\tPRON\t_\tNumber=Sing|Person=3|PronType=Prs\t2\tnsubj\t_\tEntity=(1-person-giv-x-cf1-1-ana)
2\tleft\tleave\tVERB\t_\t_\t0\troot\t_\t_

1\tAnn\tAnn\tPROPN\t_\t_\t3\tnsubj\t_\tEntity=(1-person-giv-x-cf1-1,2-coref
2\tLee\tLee\tPROPN\t_\t_\t1\tflat\t_\tEntity=1)
3\twon\twin\tVERB\t_\t_\t0\troot\t_\t_

"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "one.conllu"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_spans_give_each_bracket_its_characters_entity_and_whether_it_is_several(treebank: Path) -> None:
    assert set(spans_of(list(read_conllu(treebank)))) == {
        (0, 3, "1", False),
        (8, 10, "2", False),
        (0, 10, "9", True),
        (12, 15, "1", False),
        (21, 28, "1", False),
    }


def test_persons_are_those_of_the_treebank(treebank: Path) -> None:
    assert persons_of(list(read_conllu(treebank))) == {12: True}


def test_evaluate_coreference_says_which_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="en_gum-dev"):
        kg.evaluate_coreference(tmp_path)
