"""What counts as a fact, labels, and the view for networkx."""

from __future__ import annotations

from kg.model import EntityClass, Iri, Literal
from kg.paths import entity_class, evidence, facts, label, names, neighbours, shortest_paths, to_networkx
from kg.rdf.source import QuadSource
from kg.store import Store
from tests.kg.paths.source import KG, QuadSet, ent, kg


def test_facts_are_between_entities(newsroom: QuadSet) -> None:
    found = set(facts(newsroom))
    assert (ent("Aino_Virta"), kg("left"), ent("Sørlandet_AI")) in found
    assert not {predicate for _, predicate, _ in found} & {kg("jobTitle"), kg("does"), kg("amount")}
    assert len(found) == 12


def test_facts_are_read_from_the_default_graph_only(newsroom: QuadSet) -> None:
    assert not list(facts(newsroom, None, kg("joined")))


def test_facts_are_not_what_a_lexicon_says_of_words() -> None:
    lexinfo = "http://www.lexinfo.net/ontology/3.0/lexinfo#"
    said = (ent("poach"), Iri(f"{lexinfo}partOfSpeech"), Iri(f"{lexinfo}verb"), None)
    assert not list(facts(QuadSet([said])))


def test_neighbours_hold_literals_and_both_directions(newsroom: QuadSet) -> None:
    found = neighbours(newsroom, ent("Aino_Virta"))
    assert [triple[1] for triple in found.outgoing] == [kg("jobTitle"), kg("leads"), kg("left")]
    assert not found.incoming
    assert [triple[0] for triple in neighbours(newsroom, ent("company")).incoming] == [
        ent("Pohjola_Robotics"),
        ent("Sørlandet_AI"),
    ]


def test_neighbours_keep_what_one_property_says_together(newsroom: QuadSet) -> None:
    found = neighbours(newsroom, ent("Sørlandet_AI"))
    assert [triple[1] for triple in found.incoming] == [kg("competesWith"), kg("left"), kg("worksFor")]


def test_label_prefers_the_language_asked_for(newsroom: QuadSet) -> None:
    assert label(newsroom, ent("company")) == "company"
    assert label(newsroom, ent("company"), lang="fi") == "yritys"
    assert label(newsroom, ent("Aino_Virta"), lang="fi") == "Aino Virta"


def test_label_falls_back_to_the_local_name(newsroom: QuadSet) -> None:
    assert label(newsroom, Iri("https://kg.example/entity/20_%25_of_staff")) == "20 % of staff"


def test_names_list_labels_before_alternatives(newsroom: QuadSet) -> None:
    assert names(newsroom, ent("Aino_Virta")) == (Literal("Aino Virta"), Literal("Virta"))


def test_entity_class_is_read_from_the_type(newsroom: QuadSet) -> None:
    assert entity_class(newsroom, ent("Oulu")) is EntityClass.PLACE
    assert entity_class(newsroom, ent("nobody")) is None


def test_networkx_view_holds_every_fact_with_labels(newsroom: QuadSet) -> None:
    graph = to_networkx(newsroom)
    assert graph.number_of_edges() == 12
    assert graph.nodes[str(ent("Oulu"))] == {"label": "Oulu", "class": "Place"}
    edge = graph.edges[str(ent("Aino_Virta")), str(ent("Sørlandet_AI")), KG + "left"]
    assert edge == {"predicate": KG + "left", "label": "left"}


def test_store_reads_as_a_set_of_quads_does(newsroom: QuadSet) -> None:
    with Store.open() as opened:
        opened.apply(added=newsroom.held)
        store: QuadSource = opened
        assert set(facts(store)) == set(facts(newsroom))
        fact = (ent("Aino_Virta"), kg("left"), ent("Sørlandet_AI"))
        assert evidence(store, fact) == evidence(newsroom, fact)
        ends = (ent("Oulu"), ent("Kristiansand"))
        assert shortest_paths(store, *ends, k=9) == shortest_paths(newsroom, *ends, k=9)
