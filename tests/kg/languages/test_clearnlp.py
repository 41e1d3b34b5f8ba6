"""ClearNLP's trees to UD's: parses of en_core_web_sm 2.2.5, and beside them what they must become, by hand.

The parses are as the pipeline made them; sentences were chosen of which it makes sense.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from kg.languages.clearnlp import LABELS, to_universal

LINES = Path(__file__).with_name("clearnlp.jsonl").read_text(encoding="utf-8").splitlines()
ROWS = {row["text"]: row for row in map(json.loads, LINES)}
VOCAB = spacy.blank("en").vocab


def doc_of(row):
    keys = ("words", "spaces", "tags", "pos", "lemmas", "heads", "deps")
    starts = [i == 0 for i in range(len(row["words"]))]
    doc = Doc(VOCAB, **{key: row[key] for key in keys}, sent_starts=starts)
    doc.ents = [Span(doc, start, end, label=label) for start, end, label in row["ents"]]
    return doc


def shown(doc):
    heads = ("-" if token.head is token or token.head.i == token.i else token.head.text for token in doc)
    return " ".join(
        f"{token.text}/{head}/{token.dep_}" for token, head in zip(doc, heads, strict=True) if token.dep_ != "punct"
    )


@pytest.mark.parametrize("text", ROWS)
def test_clearnlp_becomes_ud(text):
    assert shown(to_universal(doc_of(ROWS[text]))) == ROWS[text]["ud"]


@pytest.mark.parametrize(
    ("text", "word", "pos"),
    [
        ("Acme is a small company in Oslo.", "is", "AUX"),
        ("After leaving Acme, she founded Birch.", "After", "SCONJ"),
        ("The man who the firm hired resigned.", "who", "PRON"),
        ("According to Reuters, the deal is worth $ 100 million.", "$", "SYM"),
        ("She wants him to leave the team.", "to", "PART"),
    ],
)
def test_clearnlp_gives_words_the_part_of_speech_of_their_place(text, word, pos):
    doc = to_universal(doc_of(ROWS[text]))
    assert next(token.pos_ for token in doc if token.text == word) == pos


def test_clearnlp_keeps_sentences_and_names():
    doc = Doc.from_docs([doc_of(row) for row in ROWS.values()])
    before = [(sent.text, [ent.text for ent in sent.ents]) for sent in doc.sents]
    after = [(sent.text, [ent.text for ent in sent.ents]) for sent in to_universal(doc).sents]
    assert after == before


def test_clearnlp_takes_an_empty_document():
    assert len(to_universal(Doc(VOCAB))) == 0


@st.composite
def trees(draw):
    """A document of random words in a random tree with random labels of ClearNLP."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = list(range(size))
    for position, i in enumerate(order[1:], 1):
        heads[i] = order[draw(st.integers(0, position - 1))]
    labels = st.sampled_from([*LABELS, "aux", "cc", "conj", "nsubj", "punct", "advcl", "expl", "det", "amod", "ccomp"])
    words = st.sampled_from(["be", "in", "Ann", "such", "as", "it", "there", "$", "100", "leave", ",", "and", "to"])
    return {
        "words": draw(st.lists(words, min_size=size, max_size=size)),
        "spaces": [True] * size,
        "tags": draw(
            st.lists(st.sampled_from(["IN", "NNP", "VB", "CD", "$", "TO", "CC"]), min_size=size, max_size=size)
        ),
        "pos": draw(st.lists(st.sampled_from(["NOUN", "PROPN", "VERB", "ADP", "ADJ"]), min_size=size, max_size=size)),
        "lemmas": ["be"] * size,
        "heads": heads,
        "deps": [("ROOT" if heads[i] == i else draw(labels)) for i in range(size)],
        "ents": [(0, size, "PERSON")] if draw(st.booleans()) else [],
    }


@settings(max_examples=150, deadline=None)
@given(trees())
def test_clearnlp_leaves_any_tree_a_tree(row):
    doc = to_universal(doc_of(row))
    assert [token.i for token in doc if token.head.i == token.i] == [doc[:].root.i]
    assert all(doc[:].root in [token, *token.ancestors] for token in doc)
    assert {token.dep_ for token in doc}.isdisjoint(set(LABELS) - set(LABELS.values()))
