"""Names that teachers give to trees: what they are sure of, and how the trees get them."""

from __future__ import annotations

import numpy as np
import pytest

from kg.evaluation.conllu import Sentence, Word
from training.beliefs import named
from training.treebanks import read_names

TAGS = ["O", "B-ORG", "I-ORG", "B-PERSON", "I-PERSON"]


def sentence(name, *forms):
    words = [Word(form, True, form, "PROPN", "", index, "ROOT", {}) for index, form in enumerate(forms)]
    return Sentence(name, words, None, opens_document=False)


def beliefs(*rows):
    return np.array(rows, dtype=np.float32)


SURELY_ORG, PERHAPS_ORG = (0.02, 0.96, 0.0, 0.02, 0.0), (0.1, 0.5, 0.0, 0.4, 0.0)
SURELY_PERSON, NOTHING, HALF = (0.02, 0.02, 0.0, 0.96, 0.0), (0.98, 0.01, 0.0, 0.01, 0.0), (0.5, 0.4, 0.0, 0.1, 0.0)


def test_beliefs_that_are_sure_become_tags():
    assert named([sentence("d-1", "Acme", "grew")], [beliefs(SURELY_ORG, NOTHING)], TAGS) == [["B-ORG", "O"]]


@pytest.mark.parametrize("doubtful", [PERHAPS_ORG, HALF])
def test_beliefs_that_are_divided_stay_open(doubtful):
    assert named([sentence("d-1", "Acme")], [beliefs(doubtful)], TAGS) == [["_"]]


def test_beliefs_in_one_document_give_a_name_one_class():
    found = named(
        [sentence("d-1", "Acme"), sentence("d-2", "Acme"), sentence("e-1", "Acme")],
        [beliefs(PERHAPS_ORG), beliefs(SURELY_ORG), beliefs(SURELY_PERSON)],
        TAGS,
    )
    assert found == [["B-ORG"], ["B-ORG"], ["B-PERSON"]]


def test_names_of_trees_are_read_by_sentence(tmp_path):
    path = tmp_path / "names.tsv"
    path.write_text("d-1\tB-ORG _\nd-2\tO\n", encoding="utf-8")
    assert read_names(path) == {"d-1": ["B-ORG", "_"], "d-2": ["O"]}
