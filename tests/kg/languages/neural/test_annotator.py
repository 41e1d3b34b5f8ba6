"""The component without a network: what it makes of a network's answers."""

from __future__ import annotations

from dataclasses import asdict

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.languages.neural.annotator import Annotation, Annotator, Inventory, make_annotator, parts_of

INVENTORY = Inventory(
    tags=["POS=NOUN", "Number=Plur|POS=NOUN", "POS=PROPN", "POS=VERB|Tense=Past", "POS=ADP"],
    edits=["a|0|", "l|1|", "=leave"],
    names=["O", "B-ORG", "I-ORG"],
    labels=["ROOT", "nsubj", "obj"],
    word_rows=10,
    part_rows=10,
    features=8,
    pieces=[],
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


@pytest.fixture
def annotator(nlp: Language) -> Annotator:
    component = make_annotator(nlp, "parser")
    component.know(asdict(INVENTORY))
    return component


def _sentence(nlp: Language, text: str) -> Doc:
    words = text.split()
    return Doc(nlp.vocab, words=words, sent_starts=[index == 0 for index in range(len(words))])


LEFT = Annotation(tags=[1, 3, 2, 2], edits=[1, 2, 0, 0], names=[0, 0, 1, 2], heads=[1, 1, 1, 2], labels=[1, 0, 2, 2])


def test_annotations_become_the_documents(nlp: Language, annotator: Annotator) -> None:
    doc = _sentence(nlp, "Workers left Acme Oy")
    annotator.set_annotations(doc, [(0, LEFT)])
    assert [token.pos_ for token in doc] == ["NOUN", "VERB", "PROPN", "PROPN"]
    assert str(doc[1].morph) == "Tense=Past"
    assert [token.lemma_ for token in doc] == ["worker", "leave", "Acme", "Oy"]
    assert [(token.dep_, token.head.i) for token in doc] == [("nsubj", 1), ("ROOT", 1), ("obj", 1), ("obj", 2)]
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Acme Oy", "ORG")]


@pytest.mark.parametrize(("tags", "names"), [([1, 3, 2, 4], ["Acme"]), ([1, 3, 4, 4], []), ([1, 3, 4, 2], ["Acme Oy"])])
def test_names_do_not_end_in_an_adposition(
    nlp: Language, annotator: Annotator, tags: list[int], names: list[str]
) -> None:
    doc = _sentence(nlp, "Workers left Acme Oy")
    annotator.set_annotations(doc, [(0, LEFT._replace(tags=tags))])
    assert [ent.text for ent in doc.ents] == names


def test_annotations_of_the_parts_of_one_sentence_make_one_tree(nlp: Language, annotator: Annotator) -> None:
    doc = _sentence(nlp, "Workers left Acme Oy Workers left Acme Oy")
    annotator.set_annotations(doc, [(0, LEFT), (4, LEFT)])
    assert len(list(doc.sents)) == 1
    assert (doc[5].dep_, doc[5].head.i) == ("parataxis", 1)


def test_annotations_of_two_sentences_make_two_trees(nlp: Language, annotator: Annotator) -> None:
    doc = _sentence(nlp, "Workers left Acme Oy Workers left Acme Oy")
    doc[4].is_sent_start = True
    annotator.set_annotations(doc, [(0, LEFT), (4, LEFT)])
    assert [sent.root.i for sent in doc.sents] == [1, 5]


def test_parts_are_the_sentences_and_long_ones_are_cut(nlp: Language) -> None:
    doc = _sentence(nlp, " ".join(["word"] * 450))
    doc[10].is_sent_start = True
    assert list(parts_of(doc)) == [(0, 10), (10, 210), (210, 410), (410, 450)]


def test_annotator_leaves_an_empty_document_alone(nlp: Language, annotator: Annotator) -> None:
    assert len(annotator(Doc(nlp.vocab))) == 0


def test_analysis_of_a_pipeline_finds_no_problem() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("kg_sentences")
    pipeline.add_pipe("kg_annotator", name="parser")
    assert not any(pipeline.analyze_pipes()["problems"].values())
