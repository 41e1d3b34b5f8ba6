from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.errors import QueryError
from kg.model import Iri, Literal
from kg.store import Store, Triples

PREFIXES = {
    "": "ex:",
    "kg": "https://w3id.org/kgshell/ontology#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
}
DATA = """INSERT DATA {
  :ann a :Person ; rdfs:label "Ann" ; :left :acme ; :lives [ :street "Elm" ; :in :oslo ] .
  :acme rdfs:label "Acme" ; :owns :birch . :left rdfs:label "left"@en . :birch rdfs:label "Birch" . :bo :left :acme .
  GRAPH :d { :s1 rdf:subject :ann ; rdf:predicate :left ; rdf:object :acme . :d :title "news" }
  GRAPH :e { :s2 rdf:subject :ann ; rdf:predicate :left ; rdf:object :acme .
             :s3 rdf:subject :ann ; rdf:predicate :left ; rdf:object :birch }
}"""


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.open() as opened:
        opened.update(DATA, prefixes=PREFIXES)
        yield opened


def described(store: Store, query: str) -> list[tuple[str, str, str]]:
    result = store.query(query, prefixes=PREFIXES)
    assert isinstance(result, Triples)
    return [(str(s), p.rpartition("#")[2], getattr(o, "text", str(o))) for s, p, o in result]


def test_describe_gives_the_triples_of_the_thing_and_what_blank_nodes_hold(store: Store) -> None:
    found = {(p, o) for s, p, o in described(store, "DESCRIBE :ann") if s != "ex:acme"}
    assert {("ex:left", "ex:acme"), ("ex:street", "Elm"), ("ex:in", "ex:oslo"), ("label", "Ann")} <= found
    assert ("ex:owns", "ex:birch") not in found


def test_describe_labels_what_it_names(store: Store) -> None:
    found = described(store, "DESCRIBE :ann")
    assert ("ex:acme", "label", "Acme") in found
    assert ("ex:left", "label", "left") in found
    assert ("ex:birch", "label", "Birch") not in found


def test_describe_counts_the_statements_of_a_fact(store: Store) -> None:
    result = store.query("DESCRIBE :ann", prefixes=PREFIXES)
    counts = [o for _, p, o in result if p == Iri(PREFIXES["kg"] + "evidenceCount")]  # type: ignore[union-attr, misc]
    assert counts == [Literal("2", None, Iri("http://www.w3.org/2001/XMLSchema#integer"))]


@pytest.mark.parametrize(
    ("query", "subjects"),
    [
        ("DESCRIBE ?x { ?x :left :acme }", {"ex:ann", "ex:bo"}),
        ("DESCRIBE * WHERE { ?x :left ?y } ORDER BY DESC(?x) LIMIT 1", {"ex:bo", "ex:acme"}),
        ("PREFIX e: <ex:> DESCRIBE e:acme <ex:bo>", {"ex:acme", "ex:bo"}),
        ("DESCRIBE ?x :birch WHERE { ?x :owns :birch }", {"ex:acme", "ex:birch"}),
        ("DESCRIBE :nobody", set()),
    ],
)
def test_describe_takes_terms_and_variables(store: Store, query: str, subjects: set[str]) -> None:
    found = {s for s, p, _ in described(store, query) if s.startswith("ex:") and p != "label"}
    assert found - {"ex:birch", "ex:left"} == subjects - {"ex:birch"}


def test_describe_twice_gives_the_same_text(store: Store) -> None:
    first, second = (store.query("DESCRIBE :ann", prefixes=PREFIXES) for _ in range(2))
    assert isinstance(first, Triples)
    assert isinstance(second, Triples)
    assert first.serialize("ttl") == second.serialize("ttl")


def test_describe_with_from_describes_those_graphs(store: Store) -> None:
    assert described(store, "DESCRIBE :d FROM :d") == [("ex:d", "ex:title", "news")]


def test_a_fault_of_describe_is_placed_in_what_was_typed(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        store.query("DESCRIBE ?x {\n ?x no:left ?y }", prefixes=PREFIXES)
    assert (caught.value.line, caught.value.column) == (2, 5)
