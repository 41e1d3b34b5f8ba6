"""The shipped networks, run for real."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from kg.languages.pipelines import load

pytestmark = pytest.mark.models
TEXTS = {
    "en": ["Siemens acquired Altair in 2025.", "She left.", "The price of the shares that Ann sold has risen."],
    "nn": ["Ho slutta i selskapet.", "Equinor kjøpte eit felt i Nordsjøen.", "Kva no?"],
}


def _readings(doc: Doc) -> list[tuple[object, ...]]:
    rows = [(t.text, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_) for t in doc]
    return [*rows, *((sent.start, sent.end) for sent in doc.sents)]


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_networks_read_a_sentence_alone_as_among_others(lang: str) -> None:
    nlp = load(lang)
    together = [_readings(doc) for doc in nlp.pipe(TEXTS[lang], batch_size=8)]
    assert together == [_readings(nlp(text)) for text in TEXTS[lang]]


@pytest.mark.parametrize("lang", sorted(TEXTS))
def test_networks_read_the_same_after_a_copy(lang: str) -> None:
    nlp = load(lang)
    copy = spacy.blank(nlp.lang)
    for name in nlp.pipe_names:
        copy.add_pipe(nlp.get_pipe_meta(name).factory, name=name)
    copy.get_pipe("parser").from_bytes(nlp.get_pipe("parser").to_bytes())
    docs = [copy(nlp.make_doc(text)) for text in TEXTS[lang]]
    assert [_readings(doc) for doc in docs] == [_readings(nlp(text)) for text in TEXTS[lang]]


def test_networks_read_a_sentence_longer_than_they_can_hold_as_one_tree() -> None:
    nlp = load("en")
    words = ["unbelievable"] * 450 + ["Ann", "left", "Acme"]
    doc = Doc(nlp.vocab, words=words, sent_starts=[index == 0 for index in range(len(words))])
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert len(list(doc.sents)) == 1


def test_networks_find_the_sentences_of_a_text() -> None:
    doc = load("en")("Ann left Acme. Why? Nobody at Acme Inc. knows.")
    assert [sent.text for sent in doc.sents] == ["Ann left Acme.", "Why?", "Nobody at Acme Inc. knows."]
