from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.errors import QueryError
from kg.store import Store

PREFIXES = {"kg": "https://w3id.org/kgshell/ontology#", "ent": "https://kg.example/entity/"}


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.open() as opened:
        yield opened


@pytest.mark.parametrize(
    ("text", "line", "column", "reason"),
    [
        ("SELCT * {}", 1, 1, "'SELCT' opens no query; did you mean SELECT?"),
        ("SELECT * {\n  ?s kgg:left ?o }", 2, 6, "the prefix kgg: is not known; did you mean kg:?"),
        ("SELECT * { ?s foaf:name ?o }", 1, 15, "the prefix foaf: is not known; PREFIX foaf: <…> declares it"),
        ("SELECT * WHERE { ?s ?p ?o ", 1, 16, "{ is never closed"),
        ("SELECT * { ?s ?p ?o }}", 1, 22, "} closes nothing"),
        ("SELECT * { ?s ?p ?o ) }", 1, 21, ") stands where } should close the { before it"),
        ("SELECT * { ?s ?p 'Meta }", 1, 18, "a string opens with ' and is never closed"),
        ("SELECT * {\n ?s <left> ?o }", 2, 5, "<left> is not an absolute IRI"),
        ("SELECT * { ?s kg:left ent:Erik Meijer }", 1, 32, "no SPARQL near 'Meijer'"),
        ("SELECT * { FILTER(?a = ) }", 1, 24, "no SPARQL near ')'"),
        ("SELECT * { ?s ?p ?o } LIMIT x", 1, 29, "no SPARQL near 'x'"),
        ("INSERT DATA { kg:a a kg:B }", 1, 1, "INSERT is an update, not a query; run it as one"),
        ("SELECT * { SERVICE <http://x.example/> {} }", 1, 12, "SERVICE is off"),
    ],
)
def test_queries_are_told_what_is_wrong_and_where(store: Store, text: str, line: int, column: int, reason: str) -> None:
    with pytest.raises(QueryError) as caught:
        store.query(text, prefixes=PREFIXES)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert caught.value.reason.startswith(reason)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "there is no query"),
        ("SELECT ?x (COUNT(*) AS ?n) { ?s ?p ?o }", "The SELECT contains a variable that is unbound"),
        ("SELECT * {} GROUP BY ?x", "SELECT [*] is not authorized with GROUP BY"),
        ("SELECT (<ex:f>(1) AS ?x) {}", "custom function <ex:f>"),
        ("SELECT * { ?s ?p '\udc00' }", "no Unicode text"),
    ],
)
def test_queries_without_a_place_still_get_a_reason(store: Store, text: str, reason: str) -> None:
    with pytest.raises(QueryError, match=reason):
        list(store.query(text, prefixes=PREFIXES))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?service kg:service 'SERVICE' # SERVICE\n}",
        "SELECT ?load { ?load kg:load <ex:LOAD> }",
        "PREFIX load: <ex:> ASK { load:service a load:load }",
    ],
)
def test_words_for_the_network_may_stand_where_they_ask_for_nothing(store: Store, text: str) -> None:
    store.query(text, prefixes=PREFIXES)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("LOAD <file:///etc/hostname>", "LOAD is off"),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE SILENT <ex:a> { ?s ?p ?o } }", "SERVICE is off"),
        ("INSRT DATA {}", "did you mean INSERT"),
        ("SELECT * {}", "is a query, not an update"),
        ("INSERT DATA { ?s ?p ?o }", "Variables are not allowed in INSERT DATA"),
        ("INSERT DATA { kgg:a a kg:B }", "did you mean kg:"),
    ],
)
def test_updates_are_told_what_is_wrong(store: Store, text: str, reason: str) -> None:
    with pytest.raises(QueryError, match=reason):
        store.update(text, prefixes=PREFIXES)
    assert store.count() == 0


def test_malformed_prefixes_are_a_query_error(store: Store) -> None:
    with pytest.raises(QueryError, match="a"):
        store.query("ASK {}", prefixes={"a": "not an iri"})
