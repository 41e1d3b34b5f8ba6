"""The extractor as a spaCy component, on documents annotated by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from kg import component
from kg.errors import PipelineError

ROWS = [
    ("Ann", "Ann", "PROPN", 1, "nsubj"),
    ("left", "leave", "VERB", 1, "ROOT"),
    ("Acme", "Acme", "PROPN", 1, "obj"),
    (".", ".", "PUNCT", 1, "punct"),
    ("Bob", "Bob", "PROPN", 5, "nsubj"),
    ("resigned", "resign", "VERB", 5, "ROOT"),
    (".", ".", "PUNCT", 5, "punct"),
]


def read(nlp, rows=ROWS):
    words, lemmas, pos, heads, deps = (list(column) for column in zip(*rows, strict=True))
    doc = Doc(nlp.vocab, words=words, lemmas=lemmas, pos=pos, heads=heads, deps=deps)
    return nlp.get_pipe("kg_propositions")(doc)


@pytest.fixture(scope="module")
def nlp():
    nlp = spacy.blank("en")
    nlp.add_pipe("kg_propositions")
    return nlp


def test_component_gives_the_propositions_of_all_sentences(nlp):
    found = read(nlp)._.propositions
    shown = [
        (each["subject"]["text"], each["relation"]["text"], each["object"] and each["object"]["text"]) for each in found
    ]
    assert shown == [("Ann", "left", "Acme"), ("Bob", "resigned", None)]


def test_component_gives_offsets_of_the_document(nlp):
    doc = read(nlp)
    subjects = [each["subject"] for each in doc._.propositions]
    assert [doc.text[each["start"] : each["end"]] for each in subjects] == ["Ann", "Bob"]


def test_component_survives_being_stored(nlp):
    doc = read(nlp)
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.propositions == doc._.propositions


def test_component_says_nothing_of_an_empty_document(nlp):
    assert nlp("")._.propositions == []


def test_component_declares_what_it_needs_and_gives():
    nlp = spacy.blank("en")
    for name in ("morphologizer", "trainable_lemmatizer", "parser", "kg_propositions"):
        nlp.add_pipe(name)
    analysis = nlp.analyze_pipes(keys=["assigns", "requires"])
    assert analysis["problems"]["kg_propositions"] == []
    assert analysis["summary"]["kg_propositions"]["assigns"] == ["doc._.propositions"]


def test_component_alone_lacks_a_parse():
    nlp = spacy.blank("en")
    nlp.add_pipe("kg_propositions")
    assert "token.dep" in nlp.analyze_pipes()["problems"]["kg_propositions"]


def test_component_takes_a_list_of_names(tmp_path):
    file = tmp_path / "names.tsv"
    file.write_text("Acme Group\tOrganization\ten\tAcme\n", encoding="utf-8")
    nlp = spacy.blank("en")
    nlp.add_pipe("kg_propositions", config={"gazetteers": [str(file)]})
    assert read(nlp)._.propositions[0]["object"]["entity"] == "ent:Acme_Group"


def test_component_refuses_a_text_that_is_not_parsed():
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("kg_propositions")
    with pytest.raises(PipelineError, match="no dependency parse or parts of speech or base forms"):
        nlp("Ann left Acme.")


def test_component_refuses_other_labels(nlp):
    with pytest.raises(PipelineError, match="add `kg_clearnlp` before"):
        read(nlp, [(*ROWS[0][:3], 1, "nsubjpass"), ROWS[1]])


def test_component_refuses_a_language_that_it_does_not_read():
    with pytest.raises(PipelineError, match="not 'de'"):
        spacy.blank("de").add_pipe("kg_propositions")


def test_component_is_found_by_spacy():
    from importlib.metadata import entry_points

    offered = {each.name: each.load() for each in entry_points(group="spacy_factories") if each.name.startswith("kg_")}
    assert offered["kg_propositions"] is component.make_component
    assert "kg_clearnlp" in offered
