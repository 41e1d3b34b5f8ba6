"""Shortest paths, against networkx on small random graphs and by hand."""

from __future__ import annotations

from itertools import islice

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.paths import Hop, shortest_paths
from tests.kg.paths.source import QuadSet, ent, facts_of, kg

NODES = "abcdef"
edges = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from("pq"), st.sampled_from(NODES)), max_size=12)


def expected(triples: list[tuple[str, str, str]], directed: bool) -> list[list[tuple[str, str, bool]]]:
    """Every simple path a … b by networkx, in our order, each hop as (end, predicate, against)."""
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(NODES)
    for subject, predicate, value in set(triples):
        if subject != value:
            graph.add_edge(subject, value, key=(predicate, False))
            if not directed:
                graph.add_edge(value, subject, key=(predicate, True))
    paths = ([(end, *key) for _, end, key in path] for path in nx.all_simple_edge_paths(graph, "a", "b"))
    return sorted(paths, key=lambda path: (len(path), path))


@settings(max_examples=150, deadline=None)
@given(edges, st.booleans(), st.sampled_from([1, 2, 5, 100]))
def test_paths_agree_with_networkx(triples: list[tuple[str, str, str]], directed: bool, k: int) -> None:
    found = shortest_paths(facts_of(*triples), ent("a"), ent("b"), k=k, directed=directed)
    said = [[(hop.end[-1], hop.predicate[-1], not hop.forward) for hop in path.hops] for path in found]
    assert said == list(islice(expected(triples, directed), k))


@settings(max_examples=50, deadline=None)
@given(edges, st.integers(1, 4))
def test_paths_respect_the_longest_length(triples: list[tuple[str, str, str]], longest: int) -> None:
    found = shortest_paths(facts_of(*triples), ent("a"), ent("b"), k=100, max_length=longest)
    assert [len(path) for path in found] == [len(path) for path in expected(triples, False) if len(path) <= longest]


def test_paths_name_each_hop_and_its_direction() -> None:
    source = facts_of(("Aino", "left", "Meri"), ("Björn", "worksFor", "Meri"))
    (path,) = shortest_paths(source, ent("Aino"), ent("Björn"))
    assert path.nodes == (ent("Aino"), ent("Meri"), ent("Björn"))
    assert path.hops[1] == Hop(ent("Meri"), kg("worksFor"), ent("Björn"), forward=False)
    assert path.hops[1].triple == (ent("Björn"), kg("worksFor"), ent("Meri"))


def test_paths_follow_only_the_given_properties() -> None:
    source = facts_of(("a", "p", "b"), ("a", "q", "c"), ("c", "q", "b"))
    (path,) = shortest_paths(source, ent("a"), ent("b"), via=[kg("q")], k=3)
    assert path.nodes == (ent("a"), ent("c"), ent("b"))


def test_paths_skip_properties_on_request() -> None:
    source = facts_of(("a", "isA", "company"), ("b", "isA", "company"))
    assert shortest_paths(source, ent("a"), ent("b"))
    assert not shortest_paths(source, ent("a"), ent("b"), skip=[kg("isA")])


def test_paths_ignore_types_literals_and_activities(newsroom: QuadSet) -> None:
    found = shortest_paths(newsroom, ent("Oulu"), ent("Kristiansand"), k=50)
    assert found
    assert all(node.startswith("https://kg.example/entity/") for path in found for node in path.nodes)


@pytest.mark.parametrize("hub", [None, 3])
def test_paths_pass_through_hubs_only_on_request(hub: int | None) -> None:
    source = facts_of(*((name, "isA", "thing") for name in "abcd"))
    assert bool(shortest_paths(source, ent("a"), ent("b"), hub=hub)) is (hub is None)


def test_paths_may_end_at_a_hub() -> None:
    source = facts_of(*((name, "isA", "thing") for name in "abcd"))
    assert shortest_paths(source, ent("a"), ent("thing"), hub=2)


def test_paths_between_one_and_the_same_are_none() -> None:
    assert shortest_paths(facts_of(("a", "p", "b"), ("b", "p", "a")), ent("a"), ent("a")) == []


def test_paths_to_the_unknown_are_none() -> None:
    assert shortest_paths(facts_of(("a", "p", "b")), ent("a"), ent("nobody")) == []


def test_paths_read_only_what_they_visit() -> None:
    chain = [(f"n{at}", "p", f"n{at + 1}") for at in range(200)]
    source = facts_of(("a", "p", "b"), ("b", "p", "n0"), *chain)
    shortest_paths(source, ent("a"), ent("b"))
    assert set(source.asked) <= {None, ent("a"), ent("b")}


@pytest.mark.parametrize("wrong", [{"k": 0}, {"max_length": 0}])
def test_paths_refuse_bounds_below_one(wrong: dict[str, int]) -> None:
    with pytest.raises(QueryError):
        shortest_paths(facts_of(), ent("a"), ent("b"), **wrong)  # type: ignore[arg-type]
