from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.errors import QueryError
from kg.model import Iri
from kg.store import Rows, Store

DATA = """
PREFIX : <ex:>
INSERT DATA {
  :a :p :b . :b :p :c .
  GRAPH :g { :a :p 1 , 2 . :g :about :a }
  GRAPH :h { :a :p 3 . :x :about :h }
}"""
PREFIX = "PREFIX : <ex:> "


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.open() as opened:
        opened.update(DATA)
        yield opened


def answers(store: Store, text: str) -> list[str]:
    result = store.query(PREFIX + text)
    assert isinstance(result, Rows)
    return sorted(" ".join("-" if term is None else getattr(term, "text", str(term)) for term in row) for row in result)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?g ?n { GRAPH ?g { SELECT (COUNT(*) AS ?n) { ?s :p ?o } } }", ["ex:g 2", "ex:h 1"]),
        ("SELECT ?g ?o { GRAPH ?g { { SELECT ?o { :a :p ?o } } } }", ["ex:g 1", "ex:g 2", "ex:h 3"]),
        ("SELECT ?g { GRAPH ?g { FILTER(BOUND(?g)) } }", []),
        ("SELECT ?g ?o { GRAPH ?g { :a :p ?o MINUS { ?x :about ?y } } }", ["ex:g 1", "ex:g 2", "ex:h 3"]),
        ("SELECT ?g ?s { GRAPH ?g { ?s :about ?o OPTIONAL { ?o :about ?g } } }", ["ex:g ex:g", "ex:h ex:x"]),
        ("SELECT ?g ?t { GRAPH ?g { VALUES (?g ?t) { (UNDEF 1) (:g 2) } } }", ["ex:g 1", "ex:g 2", "ex:h 1"]),
        ("SELECT ?g FROM NAMED :h { GRAPH ?g { SELECT * { ?s :p ?o } } }", ["ex:h"]),
        ("SELECT ?g FROM :g { GRAPH ?g { SELECT (COUNT(*) AS ?n) { ?s :p ?o } } }", []),
        ("SELECT ?n { GRAPH ?g { SELECT (COUNT(*) AS ?n) { GRAPH :g { ?s :p ?o } } } }", ["2", "2"]),
    ],
)
def test_a_pattern_is_asked_of_each_graph_by_itself(store: Store, query: str, expected: list[str]) -> None:
    assert answers(store, query) == expected


def test_a_graph_that_describes_itself_is_found(store: Store) -> None:
    assert answers(store, "SELECT ?g ?x { GRAPH ?g { ?g :about ?x FILTER(?g = :g) } }") == ["ex:g ex:a"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?x { :none :p* ?x }", ["ex:none"]),
        ("SELECT ?x { ?x :p? :none }", ["ex:none"]),
        ("SELECT ?x { ?x (:p|:q)*/:r? 'nothing'@en }", ["nothing"]),
        ("SELECT ?x { :none :p+ ?x }", []),
        ("SELECT ?x { :none :p*/:p ?x }", []),
        ("SELECT ?x { :a :p* ?x }", ["ex:a", "ex:b", "ex:c"]),
        ("SELECT ?x ?y { :none :p* ?x ; :q? ?y . FILTER(?x = ?y) }", ["ex:none ex:none"]),
        ("SELECT ?x ?y { :a :p ?y . :none :p*|:q ?x }", ["ex:none ex:b"]),
        ("SELECT ?x { GRAPH :g { ?x :p* :c } }", ["ex:c"]),
        ("SELECT ?g ?x { GRAPH ?g { ?x :p* 3 } }", ["ex:g 3", "ex:h 3", "ex:h ex:a"]),
        ("SELECT ?x FROM :h { ?x :p* :b }", ["ex:b"]),
    ],
)
def test_a_path_of_no_edge_ends_at_terms_of_no_triple_too(store: Store, query: str, expected: list[str]) -> None:
    assert answers(store, query) == expected


@pytest.mark.parametrize("values", ['"1"@en "2"@en', '"1" "2"'])
def test_group_concat_gives_a_plain_string(store: Store, values: str) -> None:
    text = f'SELECT (GROUP_CONCAT(?o; SEPARATOR=")") AS ?all) {{ VALUES ?o {{ {values} }} }}'
    (row,) = store.query(text)  # type: ignore[union-attr]
    assert row[0] == ("1)2", None, None)


def test_booleans_are_read_in_any_case(store: Store) -> None:
    assert answers(store, "SELECT (False AS ?f) (TRUE AS ?t) { FILTER(True) }") == ["false true"]


def test_words_in_strings_stay_as_they_are(store: Store) -> None:
    assert answers(store, "SELECT ('True GROUP_CONCAT(x)' AS ?x) {}") == ["True GROUP_CONCAT(x)"]


def test_a_fault_is_placed_in_what_was_typed(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        store.query("SELECT * {\n GRAPH ?g { SELECT * { ?s ?p ?o } } ?x ?y }")
    assert (caught.value.line, caught.value.column) == (2, 37)


def test_an_update_asks_each_graph_too() -> None:
    with Store.open() as store:
        store.update(DATA)
        store.update(PREFIX + "INSERT { ?g :size ?n } WHERE { GRAPH ?g { SELECT (COUNT(*) AS ?n) { ?s :p ?o } } }")
        assert answers(store, "SELECT ?g ?n { ?g :size ?n }") == ["ex:g 2", "ex:h 1"]


def test_an_update_of_several_operations_sees_what_the_first_ones_did() -> None:
    with Store.open() as store:
        text = "INSERT DATA { :a :p :b } ; INSERT { ?x :reaches :b } WHERE { ?x :p* :b }"
        store.update(PREFIX + text)
        assert answers(store, "SELECT ?x { ?x :reaches :b }") == ["ex:a", "ex:b"]


def test_a_silent_load_does_nothing_where_there_is_no_network(store: Store) -> None:
    before = store.count()
    store.update("LOAD SILENT <http://127.0.0.1:9/none.ttl> INTO GRAPH <ex:new>")
    assert store.count() == before


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * { VALUES ?x { :a.en.txt } }", ["ex:a.en.txt"]),
        ("SELECT ?x { VALUES ?x { :a.en.txt.bak :b.c 1.5 } }", ["1.5", "ex:a.en.txt.bak", "ex:b.c"]),
        ("SELECT ?x { BIND (':a.en.txt' AS ?x) }", [":a.en.txt"]),
        ("SELECT ?x { :u.s.a :p* ?x }", ["ex:u.s.a"]),
        ("SELECT ?x { :\u0939\u093f\u0928\u094d.a.b :p* ?x }", ["ex:\u0939\u093f\u0928\u094d.a.b"]),
    ],
)
def test_names_have_dots_in_several_places(store: Store, query: str, expected: list[str]) -> None:
    assert answers(store, query) == expected


def test_updates_write_names_with_dots_in_several_places() -> None:
    with Store.open() as own:
        own.update(f"{PREFIX} INSERT DATA {{ :a.en.txt :p [ :q :b.en.txt ] }}", record=Iri("ex:user"))
        assert answers(own, "SELECT ?s { GRAPH :user { ?s :p/:q :b.en.txt } }") == ["ex:a.en.txt"]


def test_a_fault_behind_a_name_with_dots_is_placed() -> None:
    with Store.open() as own, pytest.raises(QueryError) as caught:
        own.query(f"{PREFIX}\nSELECT * {{ :a.en.txt :p ?x . FILTER ?x }}")
    assert (caught.value.line, caught.value.column) == (2, 37)
