from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.linking import NameTable, link, readings
from kg.model import EntityClass, Iri, Literal, MentionKind, Modality, Relation
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base
from kg.rdf.readings import readings as stored_readings
from kg.rdf.support import change
from tests.kg.rdf.graphs import LEXICON, THESAURUS, Built
from tests.kg.rdf.quads import Quads
from tests.kg.told import ORGANIZATION, PERSON, PLACE, Told, name, noun, tell, words

LEFT, JOINED = Relation("left", "leave"), Relation("joined", "join")
BASE = Base()
ANNA, ACME = BASE.entity("Anna Ek"), BASE.entity("Acme")
FACT = (ANNA, v.KG("left"), ACME)
LEAVES = Told(name("Anna Ek", PERSON), LEFT, name("Acme", ORGANIZATION))


def built(*documents: tuple[str, tuple[Told, ...]]) -> Built:
    graph = Built()
    for source, told in documents:
        graph.put(*tell(source, *told))
    return graph


def test_support_adds_the_fact_and_its_entities() -> None:
    graph = built(("a.txt", (LEAVES,)))
    assert graph.facts() == {
        FACT,
        (ANNA, v.TYPE, v.KG("Person")),
        (ANNA, v.LABEL, Literal("Anna Ek")),
        (ACME, v.TYPE, v.KG("Organization")),
        (ACME, v.LABEL, Literal("Acme")),
    }


@pytest.mark.parametrize(
    "status",
    [{"negated": True}, {"modality": Modality.PLANNED}, {"attributed_to": name("Reuters", ORGANIZATION)}],
)
def test_support_keeps_what_is_no_fact_out(status: dict[str, object]) -> None:
    told = Told(LEAVES.subject, LEFT, LEAVES.object, **status)  # type: ignore[arg-type]
    assert FACT not in built(("a.txt", (told,))).facts()


def test_support_makes_no_fact_of_an_unresolved_pronoun() -> None:
    told = Told(name("She", PERSON, kind=MentionKind.PRONOUN, label="she"), LEFT, name("Acme", ORGANIZATION))
    assert {t[0] for t in built(("a.txt", (told,))).facts()} == {ACME}


def test_support_keeps_a_fact_that_another_document_states() -> None:
    graph = built(("a.txt", (LEAVES,)), ("b.txt", (LEAVES,)))
    graph.remove("a.txt")
    assert FACT in graph.facts()


def test_support_keeps_a_fact_that_an_imported_file_holds() -> None:
    graph = built(("a.txt", (LEAVES,)))
    imported = BASE.document("more.ttl")
    graph.load(imported, {(*FACT, imported)})
    graph.remove("a.txt")
    assert graph.facts() == {FACT}


def test_support_takes_an_imported_fact_out_with_its_file() -> None:
    graph = Built()
    graph.load(BASE.user_graph, {(*FACT, BASE.user_graph)})
    graph.load(BASE.user_graph, None)
    assert not graph.source.held


def test_support_describes_an_unknown_relation_while_it_is_used() -> None:
    relation = BASE.relation("opt_for")
    graph = built(("a.txt", (Told(LEAVES.subject, Relation("opts", "opt"), name("Acme", role="for")),)))
    assert {t[1:] for t in graph.facts() if t[0] == relation} == {
        (v.TYPE, v.PROPERTY),
        (v.LABEL, Literal("opt for", "en")),
    }
    graph.put(*tell("a.txt", LEAVES))
    assert not [t for t in graph.facts() if t[0] == relation]


def test_support_leaves_triples_that_stay_untouched() -> None:
    graph = built(("a.txt", (LEAVES,)))
    document = BASE.document("a.txt")
    assert change(graph.source, document, list(graph.source.quads(graph=document))) == (set(), set())


def test_relinking_gives_a_surname_to_its_person_and_takes_it_back() -> None:
    short = Told(name("Ek", PERSON), JOINED, name("Acme", ORGANIZATION))
    graph = built(("a.txt", (short,)), ("b.txt", (LEAVES,)))
    assert (ANNA, v.KG("joined"), ACME) in graph.facts()
    graph.put(*tell("c.txt", Told(name("Per Ek", PERSON), LEFT, name("Acme", ORGANIZATION))))
    assert (BASE.entity("Ek"), v.KG("joined"), ACME) in graph.facts()
    assert (ANNA, v.KG("joined"), ACME) not in graph.facts()


def test_relinking_tells_homonyms_apart() -> None:
    person = Told(name("Jordan", PERSON), JOINED, name("Acme", ORGANIZATION))
    place = Told(name("Anna Ek", PERSON), LEFT, name("Jordan", PLACE))
    graph = built(("a.txt", (place,)), ("b.txt", (person,)))
    assert (ANNA, v.KG("left"), BASE.entity("Jordan.Place")) in graph.facts()
    assert (BASE.entity("Jordan"), v.KG("joined"), ACME) in graph.facts()


_NAMES = ["Ek", "Anna Ek", "Per Ek", "Jordan", "JORDAN", "Acme", "Acme Inc", "AI", "xkcd"]
_CLASSES = [None, PERSON, ORGANIZATION, PLACE]
_VERBS = [
    LEFT,
    JOINED,
    Relation("was joined", "join", passive=True),
    Relation("opted", "opt"),
    Relation("is", "is", "copula"),
]
things = st.one_of(
    st.builds(name, st.sampled_from(_NAMES), st.sampled_from(_CLASSES)),
    st.sampled_from([noun("companies", "company"), noun("firms", "firm"), noun("AI"), noun("a pay cut", "pay cut")]),
    st.sampled_from(
        [name("they", kind=MentionKind.PRONOUN), name("the team", kind=MentionKind.DEFINITE, label="team")]
    ),
    st.sampled_from([name("she", PERSON, kind=MentionKind.PRONOUN, antecedent=0), name("AE", antecedent=0)]),
    st.builds(words, st.sampled_from(["that it rains", "happy"])),
)
tellings = st.builds(
    Told,
    things,
    st.sampled_from(_VERBS),
    st.none() | things,
    st.lists(things | st.just(name("Per Ek", PERSON, role="by")), max_size=2).map(tuple),
    st.booleans(),
    attributed_to=st.none() | things,
)
texts = st.lists(tellings, min_size=1, max_size=3).map(tuple)
_QUICK = settings(max_examples=60, deadline=None, derandomize=True)


@_QUICK
@given(st.lists(texts, min_size=2, max_size=4))
def test_support_does_not_depend_on_the_order_of_documents(told: list[tuple[Told, ...]]) -> None:
    documents = [(f"{number}.txt", each) for number, each in enumerate(told)]
    assert built(*documents).source.held == built(*reversed(documents)).source.held


@_QUICK
@given(texts, texts)
def test_removing_a_document_leaves_no_trace(first: tuple[Told, ...], second: tuple[Told, ...]) -> None:
    graph = built(("a.txt", first), ("b.txt", second))
    graph.remove("b.txt")
    assert graph.source.held == built(("a.txt", first)).source.held
    graph.remove("a.txt")
    assert not graph.source.held


@_QUICK
@given(texts, texts, texts)
def test_replacing_a_document_is_removing_and_adding_it(
    other: tuple[Told, ...], old: tuple[Told, ...], new: tuple[Told, ...]
) -> None:
    assert (
        built(("a.txt", old), ("b.txt", other), ("a.txt", new)).source.held
        == built(("b.txt", other), ("a.txt", new)).source.held
    )


@_QUICK
@given(st.lists(texts, min_size=1, max_size=3))
def test_the_default_graph_is_just_what_the_named_graphs_support(told: list[tuple[Told, ...]]) -> None:
    graph = built(*((f"{number}.txt", each) for number, each in enumerate(told)))
    assert graph.facts() == graph.expected()


@_QUICK
@given(texts)
def test_stored_readings_are_those_that_linking_gave(told: tuple[Told, ...]) -> None:
    document, extraction = tell("a.txt", *told)
    own = readings(document, extraction, frames=LEXICON, thesaurus=THESAURUS)
    names = {r for r in own if r.entity_class is not EntityClass.CONCEPT}
    graph = built(("a.txt", told))
    stored = {r for r in stored_readings(graph.source) if r.entity_class is not EntityClass.CONCEPT}
    assert stored == names


@_QUICK
@given(texts)
def test_linking_does_not_depend_on_whether_its_readings_are_known(told: tuple[Told, ...]) -> None:
    document, extraction = tell("a.txt", *told)
    own = readings(document, extraction, frames=LEXICON, thesaurus=THESAURUS)
    known = link(document, extraction, frames=LEXICON, thesaurus=THESAURUS, names=NameTable(own))
    assert link(document, extraction, frames=LEXICON, thesaurus=THESAURUS, names=NameTable()) == known


def test_support_reads_another_source_of_quads_alike() -> None:
    quads = {(*FACT, BASE.user_graph)}
    assert change(Quads(), BASE.user_graph, quads) == (set(), quads | {(*FACT, None)})
    assert isinstance(BASE.user_graph, Iri)
