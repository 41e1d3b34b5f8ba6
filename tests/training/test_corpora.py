"""Sentences of treebanks to documents to train on."""

from __future__ import annotations

import pytest
import spacy

from kg.evaluation.conllu import Sentence, Word
from training.corpora import to_docs

WORDS = [Word("Kari", True, "Kari", "PROPN", "", 1, "nsubj", {}), Word("bur", False, "bu", "VERB", "", 1, "ROOT", {})]


def sentences(number, *, entities=("B-PERSON", "O")):
    return [Sentence(f"s{i}", WORDS, list(entities) if entities else None, i == 0) for i in range(number)]


@pytest.fixture
def vocab():
    return spacy.blank("nb").vocab


def test_docs_hold_every_sentence_once(vocab):
    docs = list(to_docs(sentences(20), vocab, seed=1))
    assert sum(len(doc) for doc in docs) == 40
    assert max(len(doc) for doc in docs) <= 16


def test_docs_are_the_same_at_every_run(vocab):
    first, second = ([len(doc) for doc in to_docs(sentences(20), vocab, seed=1)] for _ in range(2))
    assert first == second


def test_docs_without_runs_hold_one_sentence_each(vocab):
    assert [len(doc) for doc in to_docs(sentences(3), vocab, seed=1, runs=False)] == [2, 2, 2]


def test_docs_move_heads_to_their_sentence(vocab):
    doc = max(to_docs(sentences(20), vocab, seed=1), key=len)
    assert [token.head.i for token in doc[2:4]] == [3, 3]


def test_docs_do_not_say_that_there_are_no_entities_where_nobody_looked(vocab):
    (doc,) = to_docs(sentences(1, entities=None), vocab, seed=1)
    assert not doc.has_annotation("ENT_IOB")


def test_docs_without_a_tree_keep_their_entities(vocab):
    (doc,) = to_docs([sentences(1)[0].without_tree()], vocab, seed=1)
    assert [ent.text for ent in doc.ents] == ["Kari"]
    assert not doc.has_annotation("DEP")
