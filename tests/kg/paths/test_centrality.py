from __future__ import annotations

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python

from kg.paths.centrality import METHODS, rank
from kg.paths.communities import communities, components

EDGES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=40)


def graph(edges: list[tuple[object, object]]) -> networkx.MultiDiGraph:
    made = networkx.MultiDiGraph()
    made.add_edges_from((f"ex:{start}", f"ex:{end}") for start, end in edges)
    return made


@settings(max_examples=50, deadline=None)
@given(EDGES)
def test_pagerank_agrees_with_networkx(edges: list[tuple[object, object]]) -> None:
    made = graph(edges)
    expected = _pagerank_python(made, tol=1e-9, max_iter=500)
    assert {each.iri: each.score for each in rank(made)} == pytest.approx(expected, abs=1e-5)


def test_betweenness_is_highest_where_all_must_pass() -> None:
    first, *_ = rank(graph([("a", "m"), ("b", "m"), ("m", "c"), ("c", "d")]), method="betweenness")
    assert first.iri == "ex:m"


@pytest.mark.parametrize("method", list(METHODS))
def test_ranks_are_sorted_and_the_same_every_time(method: str) -> None:
    made = graph([("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")])
    found = rank(made, method=method)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert found == rank(made, method=method)
    assert len(found) == 4


@pytest.mark.parametrize("method", list(METHODS))
def test_an_empty_graph_has_no_ranks(method: str) -> None:
    assert rank(graph([]), method=method) == []


TWO_GROUPS = [(a, b) for part in ("abcd", "wxyz") for a in part for b in part if a < b] + [("d", "w")]


def test_communities_hold_together() -> None:
    assert communities(graph(TWO_GROUPS), seed=7) == [
        ("ex:a", "ex:b", "ex:c", "ex:d"),
        ("ex:w", "ex:x", "ex:y", "ex:z"),
    ]


@settings(max_examples=25, deadline=None)
@given(EDGES)
def test_communities_are_the_same_for_a_seed_in_any_order_of_facts(edges: list[tuple[object, object]]) -> None:
    assert communities(graph(edges), seed=3) == communities(graph(edges[::-1]), seed=3)


def test_components_are_joined_by_nothing_the_largest_first() -> None:
    assert components(graph([("c", "d"), ("b", "a"), ("e", "d")])) == [("ex:c", "ex:d", "ex:e"), ("ex:a", "ex:b")]


def test_an_empty_graph_has_no_groups() -> None:
    assert communities(graph([])) == components(graph([])) == []
