from __future__ import annotations

from dataclasses import replace

import pytest

from kg.linking import NameTable, link
from kg.model import (
    Amount,
    Argument,
    ArgumentKind,
    Document,
    EntityClass,
    Extraction,
    Iri,
    Literal,
    Mention,
    MentionKind,
    Moment,
    Phrase,
    Proposition,
    Quad,
    Relation,
    Sentence,
    Term,
)
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base
from kg.rdf.mapping import map_document
from kg.rdf.support import supported
from tests.kg.rdf.graphs import LEXICON, THESAURUS

TEXT = "Anna Ek left Acme in 2024. She joined 20 % of firms."
DOCUMENT = Document("news/a.txt", TEXT, "Leaving", "en", (), "00", published="2024-04-12")
NODE = Base().document("news/a.txt")


def mention(words: str, kind: MentionKind, **more: object) -> Mention:
    start = TEXT.index(words)
    return replace(Mention(start, start + len(words), words, kind, words, words, "en"), **more)  # type: ignore[arg-type]


def phrase(words: str, index: int | None = None, moment: Moment | None = None) -> Phrase:
    return Phrase(words, TEXT.index(words), TEXT.index(words) + len(words), index, moment)


MENTIONS = (
    mention("Anna Ek", MentionKind.NAME, entity_class=EntityClass.PERSON),
    mention("Acme", MentionKind.NAME, entity_class=EntityClass.ORGANIZATION),
    mention("She", MentionKind.PRONOUN, antecedent=0, generic=False),
    mention(
        "20 % of firms", MentionKind.NOUN, entity_class=EntityClass.QUANTITY, amount=Amount("20", "%", None, "atLeast")
    ),
)
WHEN = Argument(phrase("2024", moment=Moment("2024", "xsd:gYear")), "in", None, ArgumentKind.TIME)
LEAVES = Proposition(
    0, phrase("Anna Ek", 0), Relation("left", "leave"), Argument(phrase("Acme", 1)), (WHEN,), confidence=0.9
)
JOINS = Proposition(1, phrase("She", 2), Relation("joined", "join"), Argument(phrase("20 % of firms", 3)))


def mapped(*propositions: Proposition, text: str = TEXT) -> frozenset[Quad]:
    extraction = Extraction((Sentence(0, 26), Sentence(27, len(TEXT))), MENTIONS, propositions)
    linking = link(DOCUMENT, extraction, frames=LEXICON, thesaurus=THESAURUS, names=NameTable())
    return map_document(replace(DOCUMENT, text=text), extraction, linking, pipeline="en 1.0")


def node(quads: frozenset[Quad], iri: str) -> dict[str, Term]:
    return {predicate.rpartition("#")[2].rpartition("/")[2]: value for s, predicate, value, _ in quads if s == iri}


def test_mapping_writes_the_document() -> None:
    assert node(mapped(LEAVES), NODE) == {
        "type": v.DOCUMENT,
        "source": Literal("news/a.txt"),
        "language": Literal("en"),
        "title": Literal("Leaving", "en"),
        "sha256": Literal("00"),
        "isString": Literal(TEXT),
        "datePublished": Literal("2024-04-12", datatype=v.DATE),
        "pipeline": Literal("en 1.0"),
    }


def test_mapping_writes_the_statement() -> None:
    assert node(mapped(LEAVES), f"{NODE}#s1.1") == {
        "type": v.STATEMENT,
        "subject": Base().entity("Anna Ek"),
        "predicate": v.KG("left"),
        "object": Base().entity("Acme"),
        "subjectMention": f"{NODE}#char=0,7",
        "objectMention": f"{NODE}#char=13,17",
        "subjectText": Literal("Anna Ek"),
        "relationText": Literal("left"),
        "objectText": Literal("Acme"),
        "confidence": Literal("0.9", datatype=v.DECIMAL),
        "wasDerivedFrom": f"{NODE}#char=0,26",
        "time": Literal("2024", datatype=v.XSD("gYear")),
        "timeText": Literal("2024"),
        "argument": f"{NODE}#s1.1.1",
    }


def test_mapping_writes_arguments() -> None:
    assert node(mapped(LEAVES), f"{NODE}#s1.1.1") == {
        "role": Literal("in"),
        "argumentText": Literal("2024"),
        "value": Literal("2024", datatype=v.XSD("gYear")),
    }


def test_mapping_writes_mentions_with_what_they_are_read_as() -> None:
    assert node(mapped(JOINS), f"{NODE}#char=27,30") == {
        "type": v.MENTION,
        "denotes": Base().entity("Anna Ek"),
        "anchorOf": Literal("She"),
        "beginIndex": Literal("27", datatype=v.INTEGER),
        "endIndex": Literal("30", datatype=v.INTEGER),
        "mentionKind": v.PRONOUN,
        "mentionClass": v.KG("Person"),
        "readAs": Literal("Anna Ek"),
    }


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (v.TYPE, v.KG("Quantity")),
        (v.LABEL, Literal("20 % of firms", "en")),
        (v.AMOUNT, Literal("20", datatype=v.DECIMAL)),
        (v.UNIT, Literal("%")),
        (v.AT_LEAST, Literal("20", datatype=v.DECIMAL)),
    ],
)
def test_mapping_describes_quantities(predicate: Iri, value: Term) -> None:
    assert (Base().entity("20 % of firms"), predicate, value) in supported(NODE, mapped(JOINS))


def test_mapping_stores_only_sentences_that_say_something() -> None:
    sentences = {quad[0] for quad in mapped(JOINS) if quad[2] == v.SENTENCE}
    assert sentences == {f"{NODE}#char=27,{len(TEXT)}"}


@pytest.mark.parametrize(
    ("moment", "predicate", "value"),
    [
        (Moment(since="2019", until="2023"), v.FROM, Literal("2019", datatype=v.XSD("gYear"))),
        (Moment(until="2023-05"), v.UNTIL, Literal("2023-05", datatype=v.XSD("gYearMonth"))),
        (Moment("2023-05-01", "xsd:date"), v.TIME, Literal("2023-05-01", datatype=v.DATE)),
    ],
)
def test_mapping_dates_statements(moment: Moment, predicate: Iri, value: Literal) -> None:
    when = replace(WHEN, phrase=replace(WHEN.phrase, moment=moment))
    assert (f"{NODE}#s1.1", predicate, value, NODE) in mapped(replace(LEAVES, arguments=(when,)))


def test_mapping_has_no_blank_nodes_and_one_graph() -> None:
    quads = mapped(LEAVES, JOINS)
    assert all(isinstance(quad[0], Iri) for quad in quads)
    assert {quad[3] for quad in quads} == {NODE}


def test_mapping_tells_a_mention_from_the_sentence_it_fills() -> None:
    extraction = Extraction((Sentence(0, 7),), MENTIONS[:1], (replace(LEAVES, object=None, arguments=()),))
    linking = link(DOCUMENT, extraction, frames=LEXICON, thesaurus=THESAURUS, names=NameTable())
    kinds = {quad[0]: quad[2] for quad in map_document(DOCUMENT, extraction, linking) if quad[1] == v.TYPE}
    assert kinds[Iri(f"{NODE}#char=0,7")] == v.SENTENCE
    assert kinds[Iri(f"{NODE}#m1")] == v.MENTION
