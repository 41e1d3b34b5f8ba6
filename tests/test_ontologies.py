"""The files of `ontologies/`: they parse, agree with each other and with the data model, and accept what is valid."""

from __future__ import annotations

import inspect
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
import rdflib

import kg
from kg.model import EntityClass, Frame, Iri, Literal, MentionKind, Modality, Triple
from kg.rdf import vocabulary as v
from kg.rdf.lexicon import read_concepts, read_frames
from kg.rdf.ontology import ontology_files, ontology_folder, property_signatures
from kg.rdf.validation import Report, validate
from kg.store import parse
from shell.__main__ import main

FILES = ontology_files()
ALL = (FILES.core, FILES.shapes, FILES.concepts, *FILES.lexicons)
LANGUAGES = ("en", "fi", "nn", "nb")

#: The relations that the data model asks for.
# fmt: off
RELATIONS = [
    "left", "joined", "worksFor", "founded", "leads", "chiefExecutiveOf", "memberOf", "jobTitle", "hired",
    "laidOff", "contacted", "acquired", "owns", "investedIn", "partneredWith", "competesWith", "succeeded",
    "created", "developed", "launched", "announced", "offers", "uses", "requires", "seeks", "supports", "won",
    "published", "attended", "increased", "reduced", "causes", "affects", "contributesTo", "prevents", "exceeds",
    "consumes", "costs", "isA", "partOf", "has", "includes", "locatedIn", "basedIn", "bornIn", "bornOn", "diedIn",
    "diedOn", "happenedOn", "knownAs", "participatedIn"
]
# fmt: on
#: Properties of statements, mentions and documents.
# fmt: off
EVIDENCE = [
    "subjectText", "relationText", "objectText", "subjectMention", "objectMention", "confidence", "polarity",
    "modality", "attributedTo", "time", "timeText", "from", "until", "place", "argument", "role", "argumentText",
    "implicit", "denotes", "mentionClass", "mentionKind", "sha256", "pipeline", "amount", "unit", "currency",
    "atLeast", "atMost", "does"
]
# fmt: on


@cache
def core() -> tuple[Triple, ...]:
    return tuple(parse(FILES.core))


@cache
def frames() -> tuple[Frame, ...]:
    return read_frames(triple for path in FILES.lexicons for triple in parse(path))


@cache
def defined() -> dict[Iri, set[Iri]]:
    """Each name of our ontology with its types."""
    found: dict[Iri, set[Iri]] = defaultdict(set)
    for subject, predicate, value in core():
        if predicate == v.TYPE and isinstance(subject, Iri) and isinstance(value, Iri):
            found[subject].add(value)
    return found


@cache
def relations() -> tuple[str, ...]:
    """The names of all properties that texts express: those that are no evidence."""
    named = {name for name in property_signatures(core()) if name.startswith("kg:")}
    evidence = {f"kg:{iri.removeprefix(v.KG)}" for iri in vars(v).values() if isinstance(iri, Iri)}
    return tuple(sorted(named - evidence - {f"kg:{name}" for name in EVIDENCE}))


@cache
def activities() -> frozenset[str]:
    return frozenset(f"kg:{iri.removeprefix(v.KG)}" for iri, types in defined().items() if v.ACTIVITY in types)


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_ontologies_parse_in_both_libraries_alike(path: Path) -> None:
    assert len(rdflib.Graph().parse(path)) == len(set(parse(path)))


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_ontologies_open_with_standard_and_version(path: Path) -> None:
    opening = path.read_text(encoding="utf-8").partition("@prefix")[0]
    assert "# Standard: " in opening
    assert "# Version: " in opening


def test_ontology_folder_holds_a_lexicon_for_each_language() -> None:
    assert [path.relative_to(ontology_folder()).as_posix() for path in FILES.lexicons] == [
        "lexicon/en.ttl",
        "lexicon/fi.ttl",
        "lexicon/no.ttl",
    ]


# ---------------------------------------------------------------- core


def test_core_has_no_blank_nodes() -> None:
    assert all(isinstance(subject, Iri) and isinstance(value, Iri | Literal) for subject, _, value in core())


@pytest.mark.parametrize("name", [*RELATIONS, *EVIDENCE])
def test_core_defines_every_property_of_the_data_model(name: str) -> None:
    assert v.KG(name) in defined()


@pytest.mark.parametrize("name", [*EntityClass, *MentionKind, *Modality])
def test_core_defines_every_name_of_the_model(name: str) -> None:
    assert v.KG(name) in defined()


def test_core_defines_every_name_that_code_speaks_of() -> None:
    named = {value for _, value in inspect.getmembers(v) if isinstance(value, Iri) and value.startswith(v.KG)}
    assert named <= set(defined())


def test_core_labels_every_name_in_every_language() -> None:
    labels: dict[object, list[str | None]] = defaultdict(list)
    for subject, predicate, value in core():
        if predicate == v.LABEL and isinstance(value, Literal):
            labels[subject].append(value.lang)
    names = [iri for iri in defined() if iri.startswith(v.KG)]
    assert {name: sorted(map(str, labels[name])) for name in names} == dict.fromkeys(names, sorted(LANGUAGES))


def test_core_refers_to_names_of_its_own_that_it_defines() -> None:
    used = {term for triple in core() for term in triple if isinstance(term, Iri) and term.startswith(v.KG)}
    assert used <= set(defined())


def test_core_gives_every_property_a_domain_and_range() -> None:
    said = {(subject, predicate) for subject, predicate, _ in core()}
    properties = [v.KG(name.removeprefix("kg:")) for name in relations()]
    assert all((name, v.RDFS(end)) in said for name in properties for end in ("domain", "range"))


def test_signatures_name_the_classes_to_expect() -> None:
    signature = property_signatures(core())["kg:chiefExecutiveOf"]
    assert (signature.domain, signature.range, signature.literal) == (("Person",), ("Organization",), False)


def test_signatures_say_where_objects_are_literals() -> None:
    literal = {name for name, signature in property_signatures(core()).items() if signature.literal}
    assert literal >= {"kg:jobTitle", "kg:knownAs", "kg:bornOn", "kg:diedOn", "kg:happenedOn"}
    assert "kg:left" not in literal


def test_signatures_leave_out_what_forbids_nothing() -> None:
    assert property_signatures(core())["kg:causes"].domain == ()


# ---------------------------------------------------------------- lexicon


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lexicon_has_words_for_every_relation_and_activity(lang: str) -> None:
    expressed = {frame.property for frame in frames() if frame.lang == lang}
    assert {*relations(), *activities()} - expressed == set()


def test_lexicon_names_only_what_core_defines() -> None:
    assert {frame.property for frame in frames() if not frame.intransitive} <= set(relations())
    assert {frame.property for frame in frames() if frame.intransitive} <= activities()


def test_lexicon_frames_do_not_contradict_each_other() -> None:
    """A word with its arguments means one property; whether an argument is a date tells two apart."""
    signatures = property_signatures(core())
    meant: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for frame in frames():
        words = (frame.lang, frame.lemma, frame.pos, frame.words, frame.particle, frame.role)
        classes = (frame.subject_class, frame.object_class)
        dated = not frame.intransitive and "date" in signatures[frame.property].range
        meant[(*words, *classes, frame.intransitive, frame.undergoer, dated)].add(frame.property)
    assert {key: names for key, names in meant.items() if len(names) > 1} == {}


def test_lexicon_languages_keep_to_their_files() -> None:
    tagged = {path.stem: {frame.lang for frame in read_frames(parse(path))} for path in FILES.lexicons}
    assert tagged == {"en": {"en"}, "fi": {"fi"}, "no": {"nn", "nb"}}


@pytest.mark.parametrize(
    ("lang", "lemma", "role", "name"),
    [
        ("en", "leave", None, "kg:left"),
        ("fi", "lähteä", "ela", "kg:left"),
        ("nn", "forlate", None, "kg:left"),
        ("fi", "jättää", None, "kg:left"),
        ("nb", "grunnlegge", None, "kg:founded"),
        ("nn", "grunnleggje", None, "kg:founded"),
        ("fi", "johtaa", "ill", "kg:causes"),
        ("nn", "bidra", "til", "kg:contributesTo"),
    ],
)
def test_lexicon_knows_words_by_their_role(lang: str, lemma: str, role: str | None, name: str) -> None:
    found = {f.property for f in frames() if (f.lang, f.lemma, f.role, f.words) == (lang, lemma, role, ())}
    assert name in found


@pytest.mark.parametrize(
    ("lang", "lemma", "words", "name"),
    [
        ("en", "take", ("part",), "kg:participatedIn"),
        ("fi", "ottaa", ("yhteys",), "kg:contacted"),
        ("nn", "ta", ("kontakt",), "kg:contacted"),
        ("nn", "slutte", ("seg",), "kg:joined"),
    ],
)
def test_lexicon_knows_idioms(lang: str, lemma: str, words: tuple[str, ...], name: str) -> None:
    assert name in {f.property for f in frames() if (f.lang, f.lemma, f.words) == (lang, lemma, words)}


# ---------------------------------------------------------------- thesaurus


def test_concepts_have_a_label_in_every_language() -> None:
    assert all(
        {lang for lang, _ in concept.labels} == set(LANGUAGES) for concept in read_concepts(parse(FILES.concepts))
    )


def test_concepts_are_called_by_their_english_label() -> None:
    for concept in read_concepts(parse(FILES.concepts)):
        english = next(label for lang, label in concept.labels if lang == "en")
        assert concept.local == english.replace(" ", "_")


def test_concepts_share_no_label() -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for concept in read_concepts(parse(FILES.concepts)):
        for lang, label in concept.labels:
            owners[lang, label.casefold()].add(concept.local)
    assert {label: names for label, names in owners.items() if len(names) > 1} == {}


def test_concepts_have_broader_concepts_that_exist() -> None:
    concepts = read_concepts(parse(FILES.concepts))
    assert {name for concept in concepts for name in concept.broader} <= {concept.local for concept in concepts}


@pytest.mark.parametrize(
    ("local", "entity_class"),
    [("AI_startup", "Organization"), ("AI_engineer", "Person"), ("capital_city", "Place"), ("training_cost", None)],
)
def test_concepts_know_the_class_of_their_things(local: str, entity_class: str | None) -> None:
    found = {concept.local: concept.entity_class for concept in read_concepts(parse(FILES.concepts))}
    assert found[local] == entity_class


# ---------------------------------------------------------------- shapes

VALID = """
@prefix kg: <https://w3id.org/kgshell/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix ent: <https://kg.example/entity/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@base <https://kg.example/document/a.txt> .

ent:Ada a kg:Person ; rdfs:label "Ada" ; kg:left ent:Acme .
ent:Acme a kg:Organization ; rdfs:label "Acme" .
<> a kg:Document ; dcterms:source "a.txt" ; dcterms:language "en" ; nif:isString "Ada left Acme in 2020." ;
    kg:sha256 "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" ; kg:pipeline "en 1.0" ;
    kg:confidence 0.7 .
<#char=0,22> nif:anchorOf "Ada left Acme in 2020."@en .
<#char=0,3> kg:denotes ent:Ada ; kg:readAs "Ada" ; kg:mentionClass kg:Person .
<#char=0,22;0,3;4,8;9,13> rdf:subject ent:Ada ; rdf:predicate kg:left ; rdf:object ent:Acme ;
    kg:subjectMention <#char=0,3> ; kg:objectText "Acme" ; kg:confidence 0.9 ; prov:wasDerivedFrom <#char=0,22> ;
    kg:argument <#char=14,21> .
<#char=14,21> kg:role "in" ; rdf:value "2020" .
"""


def checked(turtle: str) -> Report:
    return validate([*core(), *parse(turtle.encode(), "ttl")], parse(FILES.shapes))


def test_shapes_accept_a_valid_graph() -> None:
    assert checked(VALID).findings == ()


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("kg:confidence 0.9", "kg:confidence 1.9", "decimal from 0 to 1"),
        ("kg:confidence 0.7", "kg:confidence 1.7", "one decimal from 0 to 1"),
        ('rdfs:label "Ada" ;', "", "an entity has a label"),
        ("ent:Ada a kg:Person ; rdfs:label", "ent:Ada rdfs:label", "a thing with a type"),
        ('ent:Ada a kg:Person ; rdfs:label "Ada" ;', "ent:Ada a kg:Person ;", "a thing with a label"),
        ("kg:argument <#char=14,21>", "kg:polarity kg:Possible", "kg:Negated or absent"),
        ("kg:argument <#char=14,21>", "kg:modality kg:Negated", "a modality is"),
        ("kg:argument <#char=14,21>", 'kg:attributedTo "somebody"', "attributed to an entity"),
        ('kg:objectText "Acme"', 'kg:objectText "Acme", "Acme Inc"', "words of its object once"),
        ("rdf:predicate kg:left", "rdf:predicate ent:leaving", "a relation has a label"),
        ('dcterms:language "en"', 'dcterms:language "sv"', "one language"),
        ("kg:mentionClass kg:Person", "kg:mentionClass kg:Name", "one class of entities"),
        ('kg:readAs "Ada" ;', "", "read as one name"),
        ("rdf:value", "rdfs:comment", "one value"),
        ("prov:wasDerivedFrom <#char=0,22>", "prov:wasDerivedFrom <#char=0,23>", "has its words, once"),
        ("prov:wasDerivedFrom <#char=0,22>", "prov:wasDerivedFrom <#s1>", "named by its place"),
    ],
)
def test_shapes_name_what_is_wrong(before: str, after: str, message: str) -> None:
    assert before in VALID
    messages = [finding.message for finding in checked(VALID.replace(before, after)).findings]
    assert any(message in each for each in messages), messages


# ---------------------------------------------------------------- lexicons by SHACL


def test_lexicons_conform_to_their_shapes() -> None:
    assert kg.check_lexicon().findings == ()


ENTRY = """
@prefix my: <https://example.org/words#> .
@prefix arg: <https://w3id.org/kgshell/lexicon/argument#> .
@prefix kg: <https://w3id.org/kgshell/ontology#> .
@prefix lexinfo: <http://www.lexinfo.net/ontology/3.0/lexinfo#> .
@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .
@prefix synsem: <http://www.w3.org/ns/lemon/synsem#> .
my:quit.v a ontolex:Word ; lexinfo:partOfSpeech lexinfo:verb ;
    ontolex:canonicalForm [ ontolex:writtenRep "quit"@en ] ;
    ontolex:sense [ ontolex:reference kg:left ; synsem:objOfProp arg:object ] .
"""


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("kg:left", "kg:lefft", "is a property or activity that the ontology defines"),
        ("lexinfo:verb", "lexinfo:adverb", "an entry is a verb, a noun or an adjective"),
        ('"quit"@en', '"quit"', "a form is written in a language"),
        ("; synsem:objOfProp arg:object", "", "a sense says what is the object of its property"),
    ],
)
def test_a_lexicon_is_told_what_its_entry_lacks(tmp_path: Path, right: str, wrong: str, message: str) -> None:
    (tmp_path / "mine.ttl").write_text(ENTRY, encoding="utf-8")
    assert kg.check_lexicon([str(tmp_path / "mine.ttl")]).conforms
    (tmp_path / "mine.ttl").write_text(ENTRY.replace(right, wrong), encoding="utf-8")
    assert [message in each.message for each in kg.check_lexicon([str(tmp_path / "mine.ttl")]).findings] == [True]


def test_validate_checks_a_lexicon_as_a_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.ttl").write_text(ENTRY.replace("kg:left", "kg:lefft"), encoding="utf-8")
    assert main(["validate", "--lexicon", str(tmp_path / "mine.ttl")]) == 1
    assert "that the ontology defines" in capsys.readouterr().out
