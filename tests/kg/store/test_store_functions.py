from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.store import Rows, Store

PREFIXES = {
    "": "ex:",
    "kg": "https://w3id.org/kgshell/ontology#",
    "math": "http://www.w3.org/2005/xpath-functions/math#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.open() as opened:
        opened.update(
            """INSERT DATA { :a rdfs:label "yritys"@fi , "company"@en . :b rdfs:label "Meta" .
               GRAPH :d { :s rdf:subject :a ; rdf:predicate :p ; rdf:object 7 } }""",
            prefixes=PREFIXES,
        )
        yield opened


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ('kg:fold(" Öljy  Ærø ")', "oljy aero"),
        ('kg:matches("Erik Meijer left", "MEIJ left")', "true"),
        ('kg:matches("Erik Meijer left", "eijer")', "false"),
        ('kg:similarity("Øst", "ost")', "1"),
        ("kg:localName(<ex:x/New_York%2C#>)", "New York,"),
        ('kg:days("2024-02-28"^^xsd:date, "2024-03-01T12:00:00Z"^^xsd:dateTime)', "2"),
        ("kg:label(:a)", "company"),
        ('kg:label(:a, "fi")', "yritys"),
        ("kg:label(:b)", "Meta"),
        ("kg:label(<ex:no/Some_one>)", "Some one"),
        ("kg:evidence(:a, :p, 7)", "1"),
        ("kg:evidence(:a, :p, :b)", "0"),
        ("math:sqrt(16)", "4"),
        ("math:pow(2, 10)", "1024"),
        ("ROUND(math:pi() * 100)", "314"),
        ("math:sqrt(-1)", None),
        ('math:sqrt("x")', None),
        ("kg:fold()", None),
        ("kg:days(1, 2)", None),
    ],
)
def test_function_gives(store: Store, call: str, expected: str | None) -> None:
    rows = store.query(f"SELECT ({call} AS ?x) {{}}", prefixes=PREFIXES)
    assert isinstance(rows, Rows)
    assert [None if row[0] is None else row[0].text for row in rows] == [expected]  # type: ignore[union-attr]


@pytest.mark.parametrize("call", ['kg:matches(?label, "met")', "kg:label(?x) = 'Meta'"])
def test_functions_choose_in_filters_and_updates(call: str) -> None:
    with Store.open() as store:
        store.update("INSERT DATA { :b rdfs:label 'Meta' . :c rdfs:label 'Comet' }", prefixes=PREFIXES)
        store.update(f"INSERT {{ ?x :is true }} WHERE {{ ?x rdfs:label ?label FILTER({call}) }}", prefixes=PREFIXES)
        rows = store.query("SELECT ?x { ?x :is true }", prefixes=PREFIXES)
        assert [row[0] for row in rows] == ["ex:b"]  # type: ignore[union-attr]
