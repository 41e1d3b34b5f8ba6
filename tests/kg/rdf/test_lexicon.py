"""Lexicon entries and concepts, written by hand, to frames and concepts."""

from __future__ import annotations

import pytest

from kg.errors import OntologyError
from kg.model import Concept, EntityClass, Frame, Triple
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base
from kg.rdf.lexicon import read_concepts, read_frames
from kg.store import parse

PREFIXES = """
@prefix : <https://example.org/lexicon#> .
@prefix kgl: <https://w3id.org/kgshell/lexicon#> .
@prefix arg: <https://w3id.org/kgshell/lexicon/argument#> .
@prefix kg: <https://w3id.org/kgshell/ontology#> .
@prefix lexinfo: <http://www.lexinfo.net/ontology/3.0/lexinfo#> .
@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .
@prefix synsem: <http://www.w3.org/ns/lemon/synsem#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def triples(turtle: str) -> list[Triple]:
    return list(parse((PREFIXES + turtle).encode(), "ttl"))


def entry(sense: str, *, pos: str = "verb", form: str = '"leave"@en', more: str = "") -> list[Triple]:
    form = f"ontolex:canonicalForm [ ontolex:writtenRep {form} ]"
    return triples(
        f":x a ontolex:Word ; lexinfo:partOfSpeech lexinfo:{pos} ; {form} ; {more} ontolex:sense [ {sense} ] ."
    )


def the_frame(sense: str, *, pos: str = "verb", form: str = '"leave"@en', more: str = "") -> Frame:
    (frame,) = read_frames(entry(sense, pos=pos, form=form, more=more))
    return frame


def test_frames_take_the_direct_object() -> None:
    frame = the_frame("ontolex:reference kg:left ; synsem:objOfProp arg:object")
    assert frame == Frame("en", "leave", "verb", "kg:left")


@pytest.mark.parametrize(("argument", "role"), [("from", "from"), ("out_of", "out of"), ("ela", "ela"), ("på", "på")])
def test_frames_take_the_role_of_their_object(argument: str, role: str) -> None:
    assert the_frame(f"ontolex:reference kg:left ; synsem:objOfProp arg:{argument}").role == role


def test_frames_turn_round_where_the_subject_is_the_object() -> None:
    frame = the_frame("ontolex:reference kg:causes ; synsem:subjOfProp arg:from ; synsem:objOfProp arg:subject")
    assert (frame.inverse, frame.role) == (True, "from")


def test_frames_say_that_the_undergoer_is_the_subject() -> None:
    frame = the_frame("ontolex:reference kg:basedIn ; synsem:subjOfProp arg:object ; synsem:objOfProp arg:in")
    assert (frame.undergoer, frame.inverse, frame.role) == (True, False, "in")


def test_frames_of_activities_are_intransitive() -> None:
    frame = the_frame("ontolex:reference kg:rise ; synsem:isA arg:subject")
    assert (frame.property, frame.intransitive, frame.role) == ("kg:rise", True, None)


def test_frames_of_events_have_their_possessor_as_subject() -> None:
    sense = "ontolex:reference kg:left ; synsem:subjOfProp arg:possessor ; synsem:objOfProp arg:from"
    frame = the_frame(sense, pos="noun", form='"departure"@en')
    assert (frame.event, frame.pos, frame.role) == (True, "noun", "from")


def test_frames_of_titles_take_any_modifier() -> None:
    frame = the_frame("ontolex:reference kg:founded ; synsem:objOfProp arg:modifier", pos="noun")
    assert (frame.event, frame.role) == (False, None)


def test_frames_keep_the_classes_of_subject_and_object() -> None:
    classes = "synsem:propertyDomain kg:Person ; synsem:propertyRange kg:Organization"
    frame = the_frame(f"ontolex:reference kg:left ; synsem:objOfProp arg:object ; {classes}")
    assert (frame.subject_class, frame.object_class) == (EntityClass.PERSON, EntityClass.ORGANIZATION)


def test_frames_of_idioms_name_head_and_words() -> None:
    sense = "ontolex:reference kg:participatedIn ; synsem:objOfProp arg:in"
    frame = the_frame(sense, form='"take part"@en', more='kgl:head "take"@en ; kgl:words "part"@en ;')
    assert (frame.lemma, frame.words, frame.particle) == ("take", ("part",), None)


def test_frames_keep_particles() -> None:
    sense = "ontolex:reference kg:laidOff ; synsem:objOfProp arg:object"
    frame = the_frame(sense, form='"lay off"@en', more='kgl:head "lay"@en ; kgl:particle "off"@en ;')
    assert (frame.lemma, frame.particle, frame.words) == ("lay", "off", ())


def test_frames_stand_for_each_written_form() -> None:
    sense = "ontolex:reference kg:founded ; synsem:objOfProp arg:object"
    frames = read_frames(entry(sense, form='"grunnlegge"@nb , "grunnleggje"@nn , "grunnlegge"@nn'))
    assert [(frame.lang, frame.lemma) for frame in frames] == [
        ("nb", "grunnlegge"),
        ("nn", "grunnlegge"),
        ("nn", "grunnleggje"),
    ]


def test_frames_without_classes_come_first() -> None:
    plain = "ontolex:reference kg:reduced ; synsem:objOfProp arg:object"
    narrow = "ontolex:reference kg:protects ; synsem:objOfProp arg:object ; synsem:propertyRange kg:Person"
    frames = read_frames(entry(f"{narrow} ] , [ {plain}", form='"save"@en'))
    assert [frame.property for frame in frames] == ["kg:reduced", "kg:protects"]


def test_frames_do_not_depend_on_the_order_of_triples() -> None:
    found = entry("ontolex:reference kg:left ; synsem:objOfProp arg:object", form='"forlate"@nb , "forlate"@nn')
    assert read_frames(reversed(found)) == read_frames(found)


def test_frames_may_name_properties_of_other_ontologies() -> None:
    frame = the_frame("ontolex:reference <https://example.org/onto#orbits> ; synsem:objOfProp arg:object")
    assert frame.property == "https://example.org/onto#orbits"


@pytest.mark.parametrize(
    ("sense", "pos", "missing"),
    [
        ("synsem:objOfProp arg:object", "verb", "ontolex:reference"),
        ("ontolex:reference kg:left", "verb", "synsem:objOfProp"),
        ("ontolex:reference kg:left ; synsem:objOfProp arg:object", "adverb", "part of speech"),
        ("ontolex:reference kg:left ; synsem:objOfProp arg:subject", "verb", "cannot be"),
        ("ontolex:reference kg:left ; synsem:objOfProp kg:object", "verb", "one of the arguments"),
        ("ontolex:reference kg:left ; synsem:objOfProp arg:object ; synsem:propertyRange kg:Thing", "verb", "no class"),
    ],
)
def test_frames_say_what_an_entry_lacks(sense: str, pos: str, missing: str) -> None:
    with pytest.raises(OntologyError, match=missing) as error:
        read_frames(entry(sense, pos=pos))
    assert "https://example.org/lexicon#x" in str(error.value)


def test_frames_refuse_an_entry_without_form() -> None:
    with pytest.raises(OntologyError, match="canonicalForm"):
        read_frames(triples(":x a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb ; ontolex:sense [] ."))


def test_frames_refuse_several_words_without_head() -> None:
    with pytest.raises(OntologyError, match="kgl:head"):
        read_frames(entry("ontolex:reference kg:left ; synsem:objOfProp arg:object", form='"walk away"@en'))


def test_frames_of_nothing_are_none() -> None:
    assert read_frames([]) == ()


def test_concepts_put_preferred_labels_first() -> None:
    found = read_concepts(
        triples(':AI a skos:Concept ; skos:altLabel "AI"@en ; skos:prefLabel "tekoäly"@fi , "KI"@en .')
    )
    assert found == (Concept("AI", (("en", "KI"), ("en", "AI"), ("fi", "tekoäly"))),)


def test_concepts_inherit_the_class_of_a_broader_one() -> None:
    found = read_concepts(
        triples(
            """
            :firm a skos:Concept ; skos:prefLabel "firm"@en ; kg:entityClass kg:Organization .
            :startup a skos:Concept ; skos:prefLabel "startup"@en ; skos:broader :firm .
            :AI_startup a skos:Concept ; skos:prefLabel "AI startup"@en ; skos:broader :startup .
            """
        )
    )
    assert found[0] == Concept("AI_startup", (("en", "AI startup"),), ("startup",), EntityClass.ORGANIZATION)


def test_concepts_in_a_circle_have_no_class() -> None:
    concepts = read_concepts(
        triples(
            """
            :a a skos:Concept ; skos:prefLabel "a"@en ; skos:broader :b .
            :b a skos:Concept ; skos:prefLabel "b"@en ; skos:broader :a .
            """
        )
    )
    assert [concept.entity_class for concept in concepts] == [None, None]


def test_concepts_need_a_label() -> None:
    with pytest.raises(OntologyError, match="prefLabel"):
        read_concepts(triples(":a a skos:Concept ."))


def test_concepts_need_languages() -> None:
    with pytest.raises(OntologyError, match="language tag"):
        read_concepts(triples(':a a skos:Concept ; skos:prefLabel "a" .'))


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("kg:left", "kg:left"),
        ("<https://w3id.org/kgshell/ontology#a/b>", "https://w3id.org/kgshell/ontology#a/b"),
        ("<https://x.example/words#poached>", "https://x.example/words#poached"),
        ("<tag:x.example,2026:poached>", "<tag:x.example,2026:poached>"),
    ],
)
def test_frames_name_their_property_so_that_it_reads_back(reference: str, name: str) -> None:
    sense = f"ontolex:reference {reference} ; synsem:objOfProp arg:object"
    (iri,) = (value for _, predicate, value in entry(sense) if predicate == v.ONTOLEX("reference"))
    assert the_frame(sense).property == name
    assert Base().expand(name) == iri
