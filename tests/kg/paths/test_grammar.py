"""The grammar of PATHS: what is read, and where errors point."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.paths import is_paths
from kg.paths.compose import compose
from kg.paths.grammar import parse
from kg.paths.query import Kind, Mode, Selector, SortKey

ENDS = "START ?x = ent:A END ?y VIA"


@pytest.mark.parametrize(
    ("words", "selector", "mode"),
    [
        ("", Selector(Kind.ALL_SHORTEST), Mode.SIMPLE),
        ("any", Selector(Kind.ANY), Mode.SIMPLE),
        ("ANY SHORTEST", Selector(Kind.ANY), Mode.SIMPLE),
        ("ALL", Selector(Kind.ALL), Mode.SIMPLE),
        ("ALL TRAIL", Selector(Kind.ALL), Mode.TRAIL),
        ("SHORTEST", Selector(Kind.ALL_SHORTEST), Mode.SIMPLE),
        ("Shortest 3", Selector(Kind.SHORTEST, 3), Mode.SIMPLE),
        ("SHORTEST 2 GROUPS ACYCLIC", Selector(Kind.GROUPS, 2), Mode.ACYCLIC),
    ],
)
def test_selectors_and_modes_are_read(words: str, selector: Selector, mode: Mode) -> None:
    query = parse(f"PATHS {words} {ENDS} ?p")
    assert (query.selector, query.mode) == (selector, mode)


def test_all_with_a_longest_length_walks() -> None:
    assert parse(f"PATHS ALL {ENDS} ?p MAX LENGTH 3").mode is Mode.WALK


def test_clauses_are_read_in_any_order() -> None:
    query = parse(f"PATHS {ENDS} kg:a|^kg:b LIMIT 3 UNDIRECTED MAX LENGTH 5 ORDER BY DESC(LENGTH) ?y MIN LENGTH 2")
    assert (query.limit, query.undirected, query.min_length, query.max_length) == (3, True, 2, 5)
    assert query.order == (SortKey("LENGTH", descending=True), SortKey("y"))


@pytest.mark.parametrize("path", ["kg:a", "^kg:a", "kg:a|^kg:b", "(kg:a/kg:b)*", "!(kg:a|kg:b)", "a", "<http://e/p>+"])
def test_property_paths_are_taken_whole(path: str) -> None:
    query = parse(f"PATHS {ENDS} {path} LIMIT 1")
    assert query.via.path is not None
    assert (query.via.path.text, query.limit) == (path, 1)


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("PATHS STRT ?x", (1, 7), "did you mean START?"),
        ("PATHS START x", (1, 13), "expected a variable after START"),
        (f"PATHS {ENDS}", (1, 34), "the query ends"),
        (f"PATHS {ENDS} ?p\n  LIMTI 3", (2, 3), "did you mean LIMIT?"),
        (f"PATHS {ENDS} ?p MIN LENGTH 0", (1, 49), "a whole number from 1"),
        (f"PATHS {ENDS} ?p LIMIT 1 LIMIT 2", (1, 46), "found 'LIMIT'"),
        (f"PATHS {ENDS}\n {{ ?x ?p ?y", (2, 2), "{ is never closed"),
        (f"PATHS ALL WALK {ENDS} ?p", (1, 11), "add MAX LENGTH"),
        (f"PATHS CHEAPEST {ENDS} ?p", (1, 7), "CHEAPEST needs COST"),
        (f"PATHS ACYCLIC CYCLIC {ENDS} ?p", (1, 7), "no cycle is ACYCLIC"),
        (f"PATHS {ENDS} ?p ORDER BY ?z", (1, 38), "can't be ordered by z"),
        (f"PATHS {ENDS} ?p MIN LENGTH 4 MAX LENGTH 2", (1, 51), "below MIN LENGTH"),
        ("PATHS START ?x END ?x VIA ?p", (1, 16), "expected two variables"),
    ],
)
def test_errors_name_the_place_and_what_was_expected(text: str, place: tuple[int, int], said: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert (caught.value.line, caught.value.column) == place
    assert said in caught.value.reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PATHS START", True),
        ("PREFIX a: <http://a/>\n# PATHS?\npaths START", True),
        ("SELECT ?paths { ?s ?p ?paths }", False),
        ('SELECT * { ?s ?p "PATHS START" }', False),
        ("PREFIX paths", False),
        ("", False),
    ],
)
def test_paths_queries_are_told_from_others(text: str, expected: bool) -> None:
    assert is_paths(text) is expected


def test_options_compose_the_query() -> None:
    text = compose(start="ent:A", via="kg:a|kg:b", selector="SHORTEST 2", max_length=3, undirected=True, limit=5)
    assert text == "PATHS SHORTEST 2 START ?start = ent:A END ?end VIA kg:a|kg:b MAX LENGTH 3 UNDIRECTED LIMIT 5"
