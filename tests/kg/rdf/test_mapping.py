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
    Reading,
    Relation,
    Sentence,
    Term,
)
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base
from kg.rdf.mapping import map_document
from kg.rdf.support import supported
from tests.kg.rdf.graphs import LEXICON, THESAURUS
from tests.kg.told import Told, name, tell

TEXT = "Anna Ek left Acme in 2024. She joined 20 % of firms."
DOCUMENT = Document("news/a.txt", TEXT, "Leaving", "en", (), "00", published="2024-04-12")
NODE = Base().document("news/a.txt")
LEAVING = Iri(f"{NODE}#char=0,26;0,7;8,12;13,17")


def mention(words: str, kind: MentionKind, **more: object) -> Mention:
    start = TEXT.index(words)
    return Mention(start, start + len(words), words, kind, words, words, "en")._replace(**more)


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


def mapped(*propositions: Proposition, text: str = TEXT, names: NameTable | None = None) -> frozenset[Quad]:
    extraction = Extraction((Sentence(0, 26), Sentence(27, len(TEXT))), MENTIONS, propositions)
    linking = link(DOCUMENT, extraction, frames=LEXICON, thesaurus=THESAURUS, names=names or NameTable())
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
        "confidence": Literal("0.9", datatype=v.DECIMAL),
    }


def test_mapping_writes_the_statement() -> None:
    assert node(mapped(LEAVES), LEAVING) == {
        "subject": Base().entity("Anna Ek"),
        "predicate": v.KG("left"),
        "object": Base().entity("Acme"),
        "wasDerivedFrom": f"{NODE}#char=0,26",
        "time": Literal("2024", datatype=v.XSD("gYear")),
        "timeText": Literal("2024"),
        "argument": f"{NODE}#char=21,25",
    }


def test_mapping_writes_the_confidence_that_is_not_the_usual_one() -> None:
    often = (LEAVES, LEAVES._replace(sentence=1), LEAVES._replace(sentence=1, negated=True, confidence=0.4))
    quads = mapped(*often)
    assert node(quads, NODE)["confidence"] == Literal("0.9", datatype=v.DECIMAL)
    stated = {value for _, predicate, value, _ in quads if predicate == v.CONFIDENCE}
    assert stated == {Literal("0.9", datatype=v.DECIMAL), Literal("0.4", datatype=v.DECIMAL)}


def test_mapping_writes_words_that_stand_apart_as_places() -> None:
    apart = LEAVES._replace(relation=Relation("left in", "leave"))
    assert (Iri(f"{NODE}#char=0,26;0,7;8,12+18,20;13,17"), v.PREDICATE, v.KG("left"), NODE) in mapped(apart)


def test_mapping_writes_words_that_the_sentence_has_not_in_this_order() -> None:
    turned = LEAVES._replace(relation=Relation("in left", "leave"))
    assert node(mapped(turned), f"{NODE}#char=0,26;0,7;;13,17")["relationText"] == Literal("in left")


def test_mapping_writes_arguments() -> None:
    assert node(mapped(LEAVES), f"{NODE}#char=21,25") == {
        "role": Literal("in"),
        "value": Literal("2024", datatype=v.XSD("gYear")),
    }


def test_mapping_writes_no_mention_that_is_read_as_what_it_denotes() -> None:
    assert not [quad for quad in mapped(LEAVES, JOINS) if quad[1] == v.DENOTES]


def test_mapping_writes_what_a_name_is_called_elsewhere() -> None:
    names = NameTable([Reading("b.txt", "Acme Inc", EntityClass.ORGANIZATION), Reading("c.txt", "Acme Inc")])
    quads = mapped(LEAVES, names=names)
    assert node(quads, f"{NODE}#char=13,17") == {
        "denotes": Base().entity("Acme Inc"),
        "readAs": Literal("Acme"),
        "mentionClass": v.KG("Organization"),
    }


def test_mapping_describes_by_type_what_its_name_does_not_tell() -> None:
    assert node(mapped(LEAVES), Base().entity("Anna Ek")) == {"type": v.KG("Person")}


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
    sentences = {quad[0] for quad in mapped(JOINS) if quad[1] == v.ANCHOR_OF}
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
    when = WHEN._replace(phrase=WHEN.phrase._replace(moment=moment))
    assert (LEAVING, predicate, value, NODE) in mapped(LEAVES._replace(arguments=(when,)))


def test_mapping_has_no_blank_nodes_and_one_graph() -> None:
    quads = mapped(LEAVES, JOINS)
    assert all(isinstance(quad[0], Iri) for quad in quads)
    assert {quad[3] for quad in quads} == {NODE}


def test_mapping_links_a_name_that_fills_its_sentence() -> None:
    extraction = Extraction((Sentence(0, 7),), MENTIONS[:1], (LEAVES._replace(object=None, arguments=()),))
    linking = link(DOCUMENT, extraction, frames=LEXICON, thesaurus=THESAURUS, names=NameTable())
    quads = map_document(DOCUMENT, extraction, linking)
    assert node(quads, f"{NODE}#m1")["denotes"] == Base().entity("Anna Ek")
    assert {quad[2] for quad in quads if quad[1] == v.SUBJECT_MENTION} == {f"{NODE}#m1"}


def test_mapping_names_a_thing_of_the_document_by_its_words() -> None:
    team = name("The old team", label="old team", kind=MentionKind.DEFINITE)
    told = Told(team, Relation("left", "leave"), name("Acme"))
    before = Told(name("Bo Ek"), Relation("joined", "join"), name("Acme"))
    subjects = []
    for sentences in ((told,), (before, told)):
        document, extraction = tell("a.txt", *sentences)
        linking = link(document, extraction, frames=LEXICON, thesaurus=THESAURUS, names=NameTable())
        quads = map_document(document, extraction, linking)
        subjects.append({str(quad[2]) for quad in quads if quad[1] == v.SUBJECT and "#" in str(quad[2])})
        (thing,) = (Iri(subject) for subject in subjects[-1])
        found = supported(quad_graph(quads), quads)
        described = {triple[1:] for triple in found if triple[0] == thing and triple[1] != v.KG("left")}
        assert described == {(v.LABEL, Literal("old team", "en"))}
    assert subjects[0] == subjects[1]


def quad_graph(quads: frozenset[Quad]) -> Iri:
    (graph,) = {quad[3] for quad in quads if quad[3] is not None}
    return graph
