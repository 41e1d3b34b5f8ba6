from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.model import BlankNode, Iri
from kg.store import Store

MINE, OTHER = Iri("ex:mine"), Iri("ex:g")
PREFIXES = {"": "ex:"}


def after(*updates: str, told: str = "") -> Store:
    """A store after the updates, each recorded in the graph `ex:mine`."""
    store = Store.open()
    if told:
        store.update(told, prefixes=PREFIXES)
    for text in updates:
        store.update(text, prefixes=PREFIXES, record=MINE)
    return store


def triples(store: Store, graph: Iri | None) -> set[str]:
    return {" ".join(getattr(term, "text", term) for term in quad[:3]) for quad in store.quads(graph=graph)}


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { :a :p :b , 1 . :a :q 'x . y'@en }",
        "INSERT DATA { :a :p -5 . GRAPH :g { :a :p :c } :a :q 5. }",
        "INSERT { ?x :p ?y ; a :T } WHERE { VALUES (?x ?y) { (:a :b) } }",
        "INSERT { GRAPH :g { ?x :q :z } ?x :p :b . # not } this\n ?x :p ?x } WHERE { BIND(:a AS ?x) }",
        "LOAD SILENT <http://127.0.0.1:9/none> ; INSERT DATA { :a :p :b }",
        "INSERT DATA { GRAPH :g { :a :p :b } } ; ADD :g TO DEFAULT",
        "INSERT DATA { GRAPH :g { :a :p :b } } ; COPY GRAPH :g TO DEFAULT",
        "INSERT DATA { GRAPH :g { :a :p :b } } ; MOVE SILENT :g TO DEFAULT",
    ],
)
def test_what_an_update_inserts_is_recorded(update: str) -> None:
    store = after(update)
    assert triples(store, None) == triples(store, MINE) != set()


def test_what_the_default_graph_has_already_is_recorded_too() -> None:
    store = after("INSERT DATA { :a :p :b }", told="INSERT DATA { :a :p :b , :c }")
    assert triples(store, MINE) == {"ex:a ex:p ex:b"}


@pytest.mark.parametrize(
    "update",
    [
        "DELETE DATA { :a :p :b }",
        "DELETE WHERE { :a ?p ?x . }",
        "DELETE { ?x :p ?y } INSERT { ?x :q ?y } WHERE { ?x :p ?y } ; DELETE WHERE { ?x :q ?y }",
        "CLEAR DEFAULT",
        "DROP SILENT DEFAULT",
        "DROP ALL",
        "MOVE DEFAULT TO :g",
        "COPY :nothing TO DEFAULT",
    ],
)
def test_what_an_update_deletes_goes_from_the_record(update: str) -> None:
    store = after("INSERT DATA { :a :p :b . GRAPH :nothing {} }")
    store.update("CREATE SILENT GRAPH :nothing", prefixes=PREFIXES)
    store.update(update, prefixes=PREFIXES, record=MINE)
    assert triples(store, None) == triples(store, MINE) == set()


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { GRAPH :g { :a :p :b } }",
        "WITH :g INSERT { :a :p :b } WHERE {}",
        "ADD DEFAULT TO :g",
        "CREATE GRAPH :g",
    ],
)
def test_what_an_update_does_to_other_graphs_is_not_recorded(update: str) -> None:
    assert triples(after(update), MINE) == set()


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { :a :p [ :q (1 2) ] . _:x :p _:x }",
        "INSERT { ?x :p [ :q ( ?y 'z' ) ] } WHERE { VALUES (?x ?y) { (:a :b) (:c :d) } }",
    ],
)
def test_blank_nodes_are_the_same_in_the_record(update: str) -> None:
    store = after(update)
    found = {quad[:3] for quad in store.quads(graph=None)}
    assert found == {quad[:3] for quad in store.quads(graph=MINE)}
    assert any(isinstance(term, BlankNode) for triple in found for term in triple)


def test_an_update_that_fails_changes_nothing() -> None:
    store = after("INSERT DATA { :a :p :b }")
    with pytest.raises(QueryError):
        store.update("INSERT DATA { :c :p :d } ; CLEAR GRAPH :none", prefixes=PREFIXES, record=MINE)
    assert triples(store, None) == triples(store, MINE) == {"ex:a ex:p ex:b"}


def test_a_fault_in_a_recorded_update_is_placed_in_what_was_typed() -> None:
    with pytest.raises(QueryError) as caught:
        after("INSERT DATA { :a :p :b } ;\nINSERT DATA { :a no:p :b }")
    assert (caught.value.line, caught.value.column) == (2, 18)
