"""What teachers believe of names: one class a name in a document, and the file of it."""

from __future__ import annotations

import numpy as np
import pytest

from kg.evaluation.conllu import Sentence, Word
from training.beliefs import read_beliefs, save_beliefs, shared, tags_of

TAGS = ["O", "B-ORG", "I-ORG", "B-PERSON", "I-PERSON"]


def sentence(name, *forms):
    words = [Word(form, True, form, "PROPN", "", index, "ROOT", {}) for index, form in enumerate(forms)]
    return Sentence(name, words, None, opens_document=False)


def beliefs(*rows):
    return np.array(rows, dtype=np.float32)


SURELY_ORG, PERHAPS_ORG = (0.02, 0.96, 0.0, 0.02, 0.0), (0.1, 0.5, 0.0, 0.4, 0.0)
SURELY_PERSON, NOTHING = (0.02, 0.02, 0.0, 0.96, 0.0), (0.98, 0.01, 0.0, 0.01, 0.0)
WITHIN_PERSON = (0.04, 0.0, 0.06, 0.0, 0.9)
PAIR = beliefs(SURELY_ORG, NOTHING)


def test_beliefs_become_tags_that_may_follow_each_other():
    found = tags_of([beliefs(SURELY_ORG, NOTHING), beliefs(SURELY_PERSON, WITHIN_PERSON)], TAGS)
    assert list(found) == [["B-ORG", "O"], ["B-PERSON", "I-PERSON"]]


def test_beliefs_in_one_document_are_shared_by_the_mentions_of_a_name():
    sentences = [sentence("d-1", "Acme"), sentence("d-2", "Acme", "grew"), sentence("e-1", "Acme")]
    found = shared(sentences, [beliefs(PERHAPS_ORG), beliefs(SURELY_ORG, NOTHING), beliefs(SURELY_PERSON)], TAGS)
    org = 1.46 / 1.88
    assert found[0][0] == pytest.approx([0.1, 0.9 * org, 0, 0.9 * (1 - org), 0], abs=1e-6)
    assert found[1][0] == pytest.approx([0.02, 0.98 * org, 0, 0.98 * (1 - org), 0], abs=1e-6)
    assert found[1][1] == pytest.approx(NOTHING)
    assert found[2][0] == pytest.approx(SURELY_PERSON)


def test_beliefs_of_later_words_are_shared_among_inner_tags():
    (found,) = shared([sentence("d-1", "Ann", "Lee")], [beliefs(SURELY_PERSON, WITHIN_PERSON)], TAGS)
    assert found[1, [1, 3]] == pytest.approx([0, 0])
    assert found.sum(axis=1) == pytest.approx([1, 1])


def test_beliefs_are_read_as_they_were_saved(tmp_path):
    path = tmp_path / "names.npz"
    save_beliefs(path, [sentence("d-1", "Acme", "grew"), sentence("d-2", "Ann")], [PAIR, PAIR[:1]], TAGS)
    found = read_beliefs(path, TAGS)
    assert list(found) == ["d-1", "d-2"]
    assert found["d-1"] == pytest.approx(PAIR, abs=1e-3)
    assert found["d-2"].shape == (1, 5)
    with pytest.raises(ValueError, match="B-ORG, I-ORG, B-PERSON, I-PERSON; wanted are O"):
        read_beliefs(path, TAGS[:3])
