from __future__ import annotations

import gc
import json
import sys
import weakref
from collections.abc import Iterator

import pytest
from rdflib.compare import isomorphic

from kg.errors import QueryError, StoreError
from kg.model import BlankNode, Iri, Literal, Term
from kg.store import Row, Rows, Store, Triples, serialize_answer
from kg.store.rdflib_view import from_rdflib, to_rdflib

LEFT = Iri("https://w3id.org/kgshell/ontology#left")
PREFIXES = {"kg": "https://w3id.org/kgshell/ontology#", "un": "https://unused.example/"}
LEAVERS = "SELECT ?who ?what ?n { ?who kg:left ?what OPTIONAL { ?who kg:n ?n } } ORDER BY ?who"
INTEGER = Iri("http://www.w3.org/2001/XMLSchema#integer")


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open() as opened:
        opened.apply(
            added=[
                (Iri("ex:Devi"), LEFT, Literal("Meta", "fi"), None),
                (Iri("ex:Erik"), LEFT, Iri("ex:Meta"), None),
                (Iri("ex:Erik"), Iri(PREFIXES["kg"] + "n"), Literal("1", None, INTEGER), None),
            ]
        )
        yield opened


@pytest.fixture
def rows(store: Store) -> Rows:
    result = store.query(LEAVERS, prefixes=PREFIXES)
    assert isinstance(result, Rows)
    return result


def test_rows_give_terms_by_name_index_and_attribute(rows: Rows) -> None:
    first, second = rows
    assert rows.variables == ("who", "what", "n")
    assert first == (Iri("ex:Devi"), Literal("Meta", "fi"), None)
    assert second["what"] == second["?what"] == second[1] == second.what == Iri("ex:Meta")
    assert second.as_dict() == {"who": Iri("ex:Erik"), "what": Iri("ex:Meta"), "n": Literal("1", None, INTEGER)}


def test_rows_name_unknown_variables(rows: Rows) -> None:
    row = next(iter(rows))
    with pytest.raises(KeyError, match=r"no variable \?whom; there are \?who, \?what, \?n"):
        row["whom"]
    with pytest.raises(AttributeError, match="whom"):
        _ = row.whom


def test_rows_are_iterable_again_and_counted(rows: Rows) -> None:
    assert next(iter(rows))["who"] == Iri("ex:Devi")
    assert list(rows) == list(rows)
    assert len(rows) == 2


def test_rows_know_whether_there_are_any(store: Store, rows: Rows) -> None:
    assert rows
    assert not store.query("SELECT * { ?s <ex:none> ?o }")


def test_rows_see_the_store_as_it_was(store: Store, rows: Rows) -> None:
    store.update("DELETE WHERE { ?s ?p ?o }")
    assert len(rows) == 2


@pytest.mark.parametrize(
    ("name", "start"),
    [("csv", b"who,what,n\r\nex:Devi,Meta,"), ("tsv", b'?who\t?what\t?n\n<ex:Devi>\t"Meta"@fi'), ("xml", b"<?xml")],
)
def test_rows_are_serialized_before_and_after_they_are_read(rows: Rows, name: str, start: bytes) -> None:
    before = rows.serialize(name)
    list(rows)
    assert rows.serialize(name) == before
    assert before.startswith(start)


def test_rows_as_json_are_sparql_results(rows: Rows) -> None:
    bindings = json.loads(rows.serialize("json"))["results"]["bindings"]
    assert bindings[0]["what"] == {"type": "literal", "value": "Meta", "xml:lang": "fi"}


def test_rows_refuse_unknown_formats(rows: Rows) -> None:
    with pytest.raises(QueryError, match="csv, tsv, json, xml"):
        rows.serialize("xlsx")


def test_rows_raise_faults_where_they_are_read(store: Store) -> None:
    store.update('INSERT DATA { << <ex:a> <ex:b> <ex:c> >> <ex:p> "x" }')
    with pytest.raises(StoreError, match="ex:a"):
        list(store.query("SELECT ?t { ?r <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> ?t }"))  # type: ignore[arg-type]


def test_rows_become_rdflib_results(rows: Rows) -> None:
    result = rows.to_rdflib()
    assert [str(variable) for variable in result.vars or ()] == ["who", "what", "n"]
    assert [row.n is None for row in result] == [True, False]  # type: ignore[union-attr]


def test_rows_become_a_data_frame(rows: Rows) -> None:
    pytest.importorskip("pandas")
    frame = rows.to_pandas()
    assert list(frame.columns) == ["who", "what", "n"]
    assert frame["n"][1] == 1


def test_rows_say_that_pandas_is_missing(rows: Rows, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(StoreError, match="pip install pandas"):
        rows.to_pandas()


@pytest.mark.parametrize(("pattern", "expected"), [("?s kg:left ?o", True), ("?s kg:joined ?o", False)])
def test_ask_is_a_bool(store: Store, pattern: str, expected: bool) -> None:
    assert store.query(f"ASK {{ {pattern} }}", prefixes=PREFIXES) is expected


@pytest.mark.parametrize(
    ("name", "text"), [("json", '{"head":{},"boolean":true}'), ("csv", "true\n"), ("xml", "<boolean>true</boolean>")]
)
def test_answers_are_serialized(name: str, text: str) -> None:
    assert text in serialize_answer(True, name).decode()


def test_construct_gives_triples_again_and_again(store: Store) -> None:
    triples = store.query("CONSTRUCT { ?o kg:lost ?s } WHERE { ?s kg:left ?o . FILTER(isIRI(?o)) }", prefixes=PREFIXES)
    assert isinstance(triples, Triples)
    assert list(triples) == list(triples) == [(Iri("ex:Meta"), Iri(PREFIXES["kg"] + "lost"), Iri("ex:Erik"))]


def test_triples_are_serialized_sorted_with_the_prefixes_they_use(store: Store) -> None:
    triples = store.query("CONSTRUCT WHERE { ?s kg:left ?o }", prefixes=PREFIXES)
    assert isinstance(triples, Triples)
    text = triples.serialize("ttl").decode()
    assert text.startswith("@prefix kg: ")
    assert "un:" not in text
    assert text.index("Devi") < text.index("Erik")


def test_triples_with_blank_nodes_are_the_same_bytes_each_time(store: Store) -> None:
    text = "CONSTRUCT { ?s kg:departure [ kg:of ?o ] } WHERE { ?s kg:left ?o }"
    runs = [store.query(text, prefixes=PREFIXES) for _ in range(2)]
    first, second = (run.serialize("nt") for run in runs if isinstance(run, Triples))
    assert first == second


def test_triples_become_an_rdflib_graph(store: Store) -> None:
    triples = store.query("CONSTRUCT WHERE { ?s ?p ?o }")
    assert isinstance(triples, Triples)
    assert isomorphic(triples.to_rdflib(), store.to_rdflib().default_graph)


@pytest.mark.parametrize(
    "term", [Iri("ex:a"), BlankNode("b"), Literal("x"), Literal("x", "nn"), Literal("01", None, INTEGER)]
)
def test_terms_go_to_rdflib_and_back(term: Term) -> None:
    assert from_rdflib(to_rdflib(term)) == term


def test_row_is_equal_to_its_tuple_and_shows_its_names() -> None:
    row = Row(("a",), (Iri("ex:a"),))
    assert row == ("ex:a",)
    assert repr(row) == "Row(a='ex:a')"


def test_rows_are_freed_by_who_lets_go_of_them(store: Store) -> None:
    gc.disable()  # its thread could be another one than Oxigraph's results belong to
    try:
        rows = store.query(LEAVERS, prefixes=PREFIXES)
        gone = weakref.ref(rows)
        del rows
        assert gone() is None
    finally:
        gc.enable()
