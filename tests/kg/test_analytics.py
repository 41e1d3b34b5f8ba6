from __future__ import annotations

from collections.abc import Iterator

import pytest

import kg
from kg.rdf.iris import Base

FACTS = """INSERT DATA {
  ent:A a kg:Person ; rdfs:label "Ann" ; kg:joined ent:Hub . ent:B kg:left ent:Hub , ent:A . ent:C kg:owns ent:Hub .
  ent:X kg:owns ent:Y . ent:Hub rdfs:label "Hub" ; kg:basedIn ent:D . ent:A kg:contacted ent:A2 .
}"""


@pytest.fixture
def graph() -> Iterator[kg.Graph]:
    with kg.open() as opened:
        opened.update(FACTS)
        yield opened


def name(local: str) -> kg.Iri:
    return Base().entity(local)


def test_rank_says_who_is_central(graph: kg.Graph) -> None:
    first, *_ = graph.rank(method="betweenness")
    assert (first.iri, first.label) == (name("Hub"), "Hub")


def test_rank_of_an_answer_follows_its_edges(graph: kg.Graph) -> None:
    found = graph.rank(method="degree", query="SELECT ?a ?b { ?a kg:owns ?b }")
    assert {each.iri for each in found} == {name(each) for each in ("C", "Hub", "X", "Y")}
    built = graph.rank(method="degree", query="CONSTRUCT { ?b kg:ownedBy ?a } WHERE { ?a kg:owns ?b }")
    assert {each.iri for each in built} == {each.iri for each in found}


def test_components_are_told_apart(graph: kg.Graph) -> None:
    assert graph.components()[1:] == [(name("X"), name("Y"))]


def test_communities_hold_every_entity_once(graph: kg.Graph) -> None:
    found = [iri for group in graph.communities(seed=1) for iri in group]
    assert sorted(found) == sorted(iri for group in graph.components() for iri in group)


@pytest.mark.parametrize("ask", ["ASK {}", "SELECT ?a { ?a ?b ?c }"])
def test_edges_are_wanted_of_a_query(graph: kg.Graph, ask: str) -> None:
    with pytest.raises(kg.QueryError, match="edges come from"):
        graph.components(query=ask)


def test_an_unknown_measure_is_named(graph: kg.Graph) -> None:
    with pytest.raises(kg.QueryError, match="'fame'; there are pagerank"):
        graph.rank(method="fame")


def test_results_are_kept_in_a_graph_of_their_own(graph: kg.Graph) -> None:
    before = set(graph._store.quads(graph=None))
    graph.rank(keep=True)
    graph.components(keep=True)
    rows = graph.query(
        "SELECT ?n { GRAPH <https://kg.example/graph/analytics> { ent:Y kg:component ?n ; kg:pagerank ?r } }"
    )
    assert [row[0] for row in rows] == [("2", None, "http://www.w3.org/2001/XMLSchema#integer")]  # type: ignore[union-attr]
    assert set(graph._store.quads(graph=None)) == before


def test_keeping_again_replaces(graph: kg.Graph) -> None:
    graph.components(keep=True)
    graph.update("INSERT DATA { ent:Y kg:joined ent:Hub }")
    graph.components(keep=True)
    asked = "SELECT DISTINCT ?n { GRAPH <https://kg.example/graph/analytics> { ?x kg:component ?n } }"
    assert [row[0].text for row in graph.query(asked)] == ["1"]  # type: ignore[union-attr]
