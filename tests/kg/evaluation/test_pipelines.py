"""Scores of pipelines, on a pipeline that knows one sentence by heart."""

from __future__ import annotations

import pytest
import spacy

from kg.evaluation.conllu import Sentence, Word
from kg.evaluation.pipelines import bare, documents_of, f1, score_gold_words, score_text, spans_of, text_of

WORDS = [
    Word("Kari", True, "Kari", "PROPN", "", 1, "nsubj", {}),
    Word("bur", True, "bu", "VERB", "", 1, "ROOT", {}),
    Word("her", False, "her", "ADV", "", 1, "advmod", {}),
    Word(".", True, ".", "PUNCT", "", 1, "punct", {}),
]
SENTENCE = Sentence("s1", WORDS, ["B-PERSON", "O", "O", "O"], opens_document=True)
KEY = ("nn", "toy", "test")


@pytest.fixture
def nlp():
    """A pipeline that annotates every document as the sentence, but for one label, one lemma and the entity's class."""

    def annotate(doc):
        for token, word in zip(doc, WORDS, strict=True):
            token.pos_, token.lemma_, token.head = word.pos, word.lemma, doc[word.head]
            token.dep_ = "obl" if word.form == "her" else word.dep
        doc[2].lemma_ = "der"
        doc.ents = [spacy.tokens.Span(doc, 0, 1, "PERSON")]
        return doc

    blank = spacy.blank("nb")
    spacy.Language.component("toy_annotation", func=annotate)
    blank.add_pipe("toy_annotation")
    return blank


def test_scores_on_gold_words_are_shares_of_words(nlp):
    score = score_gold_words(nlp, [SENTENCE], KEY)
    assert (score.upos, score.uas, score.las, score.lemma) == (1.0, 1.0, 0.75, 0.75)


def test_scores_of_entities_are_f1_over_spans(nlp):
    assert score_gold_words(nlp, [SENTENCE], KEY).entities == 1.0


def test_scores_of_names_count_proper_nouns(nlp):
    assert score_gold_words(nlp, [SENTENCE], KEY).lemma_names == 1.0


def test_scores_on_text_count_words_found_at_their_place(nlp):
    score = score_text(nlp, [SENTENCE], KEY)
    assert (score.upos, score.las, score.sentences) == (1.0, 0.75, 1.0)


def test_text_gives_every_word_at_its_place():
    text, gold = text_of([SENTENCE, SENTENCE])
    assert text == "Kari bur her. Kari bur her. "
    assert all(text[start:end] == word.form for (start, end), (word, _) in gold.items())


def test_documents_break_where_the_treebank_says():
    other = Sentence("s2", WORDS, None, opens_document=False)
    assert [len(run) for run in documents_of([SENTENCE, other, SENTENCE])] == [2, 1]


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        (["B-PERSON", "I-PERSON", "O"], {(0, 2, "PERSON")}),
        (["B-LOC", "B-LOC"], {(0, 1, "LOC"), (1, 2, "LOC")}),
        (["O", "I-ORG"], {(1, 2, "ORG")}),
        ([], set()),
    ],
)
def test_spans_follow_iob(tags, spans):
    assert spans_of(tags) == spans


@pytest.mark.parametrize(
    ("lemma", "expected"), [("työ#paikka", "työpaikka"), ("aamu-uninen", "aamuuninen"), ("-", "-")]
)
def test_base_forms_are_compared_without_joints(lemma, expected):
    assert bare(lemma) == expected


def test_f1_of_nothing_is_one():
    assert f1(set(), set()) == 1.0
