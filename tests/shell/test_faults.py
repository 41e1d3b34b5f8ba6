from __future__ import annotations

import pytest

import kg
from shell.faults import better, second_opinion


def _better(graph: kg.Graph, query: str) -> kg.QueryError:
    with pytest.raises(kg.QueryError) as raised:
        graph.query(query)
    return better(raised.value, query, second_opinion(graph, query))


@pytest.mark.parametrize(
    ("query", "column", "part"),
    [
        ("SELECT ?x { FITLER(?x > 3) }", 13, "did you mean FILTER?"),
        ("SELECT ?x WHRE { ?x a kg:Person }", 11, "did you mean WHERE?"),
        ("SELECT ?x { ?x a kg:Person } ODRER BY ?x", 30, "did you mean ORDER?"),
        ("SELECT ?x { ?x a ?y FILTER(STRSTARS(?y, 'a')) }", 28, "did you mean STRSTARTS?"),
        ("SELECT ?x { ?x kg:left }", 24, "expected an object"),
        ("SELECT ?x { ?x 'left' ?y }", 16, "expected a property"),
        ("SELECT ?x { ?x kg:left ?y . ?y }", 32, "expected a property"),
        ("SELECT ?x { ?x kg:left ?y } LIMIT ten", 35, "expected a whole number"),
        ("SELECT ?x { ?x kg:left ?y } ORDER ?x", 35, "expected BY"),
        ("SELECT ?x { GRAPH { ?x kg:left ?y } }", 19, "expected the name of a graph"),
        ("SELECT ?x { ?x kg:left ?y OPTIONAL ?x a ?z }", 36, "expected {"),
        ("SELECT COUNT(?x) { ?x kg:left ?y }", 8, "(COUNT(…) AS ?name)"),
        ("SELECT ?x { ?x kgg:left ?y }", 16, "prefix"),
        ("SELEC ?x { ?x kg:left ?y }", 1, "SELECT"),
        ("who left Acme", 1, ".find"),
    ],
)
def test_faults_are_placed_and_explained(graph: kg.Graph, query: str, column: int, part: str) -> None:
    error = _better(graph, query)
    assert error.column == column
    assert part in error.reason


@pytest.mark.parametrize(
    ("query", "column"), [("SELECT (COUNT(?x) ?n) { ?x kg:left ?y }", 19), ("SELECT ?x, ?y { ?x kg:left ?y }", 10)]
)
def test_faults_take_the_place_of_the_parser_that_came_further(graph: kg.Graph, query: str, column: int) -> None:
    with pytest.raises(kg.QueryError) as raised:
        graph.query(query)
    assert better(raised.value, query).column != column
    assert better(raised.value, query, second_opinion(graph, query)).column == column


def test_faults_second_opinion_finds_none_in_what_is_right(graph: kg.Graph) -> None:
    assert second_opinion(graph, "SELECT ?x { ?x kg:left ?y }") is None
    assert second_opinion(graph, "INSERT DATA { ent:A kg:left ent:B }") is None
