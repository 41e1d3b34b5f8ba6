from __future__ import annotations

import pytest

import kg
from shell.dissect import costs, leaves, pattern


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("SELECT * { ?x a kg:Person }", ("?x a kg:Person",)),
        ("SELECT * { ?x a kg:Person ; kg:left ?y , ?z . }", ("?x a kg:Person", "?x kg:left ?y", "?x kg:left ?z")),
        ("ASK { ?x kg:left/kg:joined ?y . FILTER(?y > 3) ?y a ?z }",
         ("?x kg:left/kg:joined ?y", "FILTER(?y > 3)", "?y a ?z")),
        (
            "SELECT * { { ?x a ?y } UNION { ?y a ?x } OPTIONAL { ?x ?p ?o } }",
            ("{ ?x a ?y } UNION { ?y a ?x }", "OPTIONAL { ?x ?p ?o }"),
        ),
        ("SELECT * { ?x a ?y FILTER NOT EXISTS { ?x kg:left ?z } }",
         ("?x a ?y", "FILTER NOT EXISTS { ?x kg:left ?z }")),
    ],
)  # fmt: skip
def test_dissect_cuts_a_group_into_its_parts(query: str, parts: tuple[str, ...]) -> None:
    found = pattern(query)
    assert found is not None
    assert found.parts == parts


def test_dissect_keeps_the_prologue() -> None:
    found = pattern("PREFIX x: <http://x/> SELECT * { ?a x:b ?c }")
    assert found is not None
    assert found.prologue.strip() == "PREFIX x: <http://x/>"


def test_dissect_finds_the_part_that_leaves_nothing(graph: kg.Graph) -> None:
    found = pattern("SELECT * { ?x kg:left ent:Acme . ?x a kg:Place . ?x rdfs:label ?l }")
    assert found is not None
    assert leaves(graph, found) == "?x a kg:Place"


def test_dissect_counts_each_part_alone_and_together(graph: kg.Graph) -> None:
    found = pattern("SELECT * { ?x a kg:Person . ?x kg:worksFor ?y FILTER(?y != ?x) }")
    assert found is not None
    assert [(cost.alone, cost.together) for cost in costs(graph, found)] == [(2, 2), (1, 1), (None, 1)]


def test_dissect_counts_parts_that_begin_with_a_bracket() -> None:
    with kg.open() as graph:
        graph.update("INSERT DATA { ent:A kg:knows (1 2) }")
        found = pattern("SELECT * { (1 2) ^kg:knows ?x . FILTER(isIRI(?x)) }")
        assert found is not None
        assert [(cost.alone, cost.together) for cost in costs(graph, found)] == [(1, 1), (None, 1)]
