from __future__ import annotations

import pytest

import kg
from shell.faults import better


@pytest.mark.parametrize(
    ("query", "column", "part"),
    [
        ("SELECT ?x { FITLER(?x > 3) }", 13, "did you mean FILTER?"),
        ("SELECT ?x WHRE { ?x a kg:Person }", 11, "did you mean WHERE?"),
        ("SELECT ?x { ?x a kg:Person } ODRER BY ?x", 30, "did you mean ORDER?"),
        ("SELECT ?x { ?x kg:left }", 24, "expected an object"),
        ("SELECT ?x { ?x kgg:left ?y }", 16, "prefix"),
        ("SELEC ?x { ?x kg:left ?y }", 1, "SELECT"),
    ],
)
def test_faults_are_placed_and_explained(graph: kg.Graph, query: str, column: int, part: str) -> None:
    with pytest.raises(kg.QueryError) as raised:
        graph.query(query)
    error = better(raised.value, query)
    assert error.column == column
    assert part in error.reason
