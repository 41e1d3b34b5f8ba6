from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.errors import QueryError
from kg.store import Rows, Store

PREFIXES = {"": "ex:"}


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.open() as opened:
        opened.update('INSERT DATA { :ann :left :acme . :bo :left :birch . :ann :label "Ann" }', prefixes=PREFIXES)
        yield opened


def columns(store: Store, query: str) -> tuple[str, ...]:
    result = store.query(query, prefixes=PREFIXES)
    assert isinstance(result, Rows)
    assert result.serialize("csv").decode().splitlines()[0] == ",".join(result.variables)
    return result.variables


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("SELECT * { ?who :left ?from }", ("who", "from")),
        ("SELECT DISTINCT * WHERE { ?z :label ?label OPTIONAL { ?z :left ?a } } ORDER BY ?a", ("z", "label", "a")),
        ("PREFIX : <ex:> SELECT * { ?z :left ?y BIND(1 AS ?x) } LIMIT 1", ("z", "y", "x")),
        ("SELECT * { ?z :left ?y FILTER NOT EXISTS { ?z :owns ?b } MINUS { ?z :has ?c } }", ("z", "y")),
        ("SELECT * { { SELECT ?y (COUNT(*) AS ?n) { ?z :left ?y } GROUP BY ?y } }", ("y", "n")),
        ("SELECT * { ?z :left ?y } VALUES ?b { 1 2 }", ("z", "y", "b")),
        ('SELECT * { ?z :label "SELECT * { ?a }" }', ("z",)),
        ("SELECT ?y ?z { ?z :left+ ?y }", ("y", "z")),
        ("SELECT * {}", ()),
    ],
)
def test_columns_of_a_star_come_as_the_query_names_them(store: Store, query: str, names: tuple[str, ...]) -> None:
    assert columns(store, query) == names


def test_columns_of_a_star_hold_their_own_values(store: Store) -> None:
    result = store.query("SELECT * { ?who :left ?from } ORDER BY ?who", prefixes=PREFIXES)
    assert isinstance(result, Rows)
    assert [tuple(map(str, row)) for row in result] == [("ex:ann", "ex:acme"), ("ex:bo", "ex:birch")]


def test_a_fault_behind_a_star_is_told_where_it_was_typed(store: Store) -> None:
    with pytest.raises(QueryError) as told:
        store.query("SELECT * { ?who :left ?from } ORDER BI ?who", prefixes=PREFIXES)
    with pytest.raises(QueryError) as plain:
        store.query("SELECT ?a { ?who :left ?from } ORDER BI ?who", prefixes=PREFIXES)
    assert (told.value.line, (told.value.column or 0) + 1) == (1, plain.value.column)
