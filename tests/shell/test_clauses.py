"""Completion in PATHS statements: every word where the grammar has it, and nowhere else."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.paths.grammar import parse
from shell.clauses import place
from shell.grammar import Slot
from shell.suggest import suggest
from shell.tokens import tokens
from tests.shell.test_suggest import WORDS

ENDS = "PATHS START ?x = ent:A END ?y = ent:B "
MODES = ("WALK", "TRAIL", "SIMPLE", "ACYCLIC")
TAIL = ("UNDIRECTED", "MIN LENGTH", "MAX LENGTH", "ORDER BY", "LIMIT", "OFFSET")


def _keywords(text: str) -> tuple[str, ...]:
    found = place(list(tokens(text)))
    assert found is not None
    return found.keywords


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("PATHS", ("SHORTEST", "ANY", "ALL", "CHEAPEST", *MODES, "CYCLIC", "FROM", "START")),
        ("PREFIX a: <http://a/> PATHS ALL", ("SHORTEST", *MODES, "CYCLIC", "FROM", "START")),
        ("PATHS SHORTEST 3", ("GROUPS", *MODES, "CYCLIC", "FROM", "START")),
        ("PATHS CHEAPEST 2", (*MODES, "CYCLIC", "FROM", "START")),
        ("PATHS ANY SHORTEST TRAIL", ("CYCLIC", "FROM", "START")),
        ("PATHS CYCLIC", ("FROM", "START")),
        ("PATHS FROM doc:a", ("FROM", "START")),
        ("PATHS START", ()),
        ("PATHS START ?x", ("END",)),
        ("PATHS START ?x { ?x a kg:Person }", ("END",)),
        ("PATHS START ?x = ent:A END ?y", ("VIA",)),
        (f"{ENDS} VIA ?p", TAIL),
        (f"{ENDS} VIA kg:left/kg:joined", TAIL),
        (f"{ENDS} VIA (kg:left|kg:joined)+ UNDIRECTED", TAIL[1:]),
        (f"{ENDS} VIA {{ ?x ?p ?y }}", (*TAIL[:3], "COST", *TAIL[3:])),
        (f"{ENDS} VIA ?p MIN", ("LENGTH",)),
        (f"{ENDS} VIA ?p MIN LENGTH", ()),
        (f"{ENDS} VIA ?p MIN LENGTH 2", ("UNDIRECTED", *TAIL[2:])),
        (f"{ENDS} VIA ?p ORDER", ("BY",)),
        (f"{ENDS} VIA ?p LIMIT 2 ORDER BY", ("LENGTH", "ASC(", "DESC(")),
        (f"{ENDS} VIA {{ ?x ?p ?y }} COST ?c ORDER BY DESC(", ("LENGTH", "COST")),
    ],
)
def test_clauses_offer_the_words_that_fit(text: str, words: tuple[str, ...]) -> None:
    assert _keywords(text) == words


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("PATHS START ?x =", Slot.TERM),
        (f"{ENDS} VIA", Slot.PREDICATE),
        (f"{ENDS} VIA kg:left|", Slot.PREDICATE),
        (f"{ENDS} VIA ^", Slot.PREDICATE),
        ("PATHS FROM NAMED", Slot.GRAPH),
        (f"{ENDS} VIA {{ ?x ?p ?y }} COST", Slot.VALUE),
    ],
)
def test_clauses_know_what_comes_next(text: str, slot: Slot) -> None:
    found = place(list(tokens(text)))
    assert found is not None
    assert found.slot is slot


@pytest.mark.parametrize("text", ["", "SELECT ?x {", "PATHS START ?x {", f"{ENDS} VIA (kg:left|"])
def test_clauses_leave_patterns_and_queries_to_the_grammar(text: str) -> None:
    assert place(list(tokens(text))) is None


def _fault(text: str) -> int | None:
    """The column of the parser's complaint, if it has any."""
    try:
        parse(text)
    except QueryError as error:
        return error.column
    return None


_BEGUN = ("PATHS", "PATHS ALL", "PATHS SHORTEST 3", "PATHS TRAIL", "PATHS FROM doc:a", "PATHS START ?x", ENDS)
_ENDED = tuple(f"{ENDS} VIA ?p {more}" for more in ("", "LIMIT 3", "ORDER BY LENGTH", "MAX"))


@pytest.mark.parametrize("text", [*_BEGUN, *_ENDED])
def test_clauses_offer_only_what_the_parser_takes(text: str) -> None:
    typed = [f"{text} {word}" for word in _keywords(text)]
    faults = {each: _fault(each) for each in typed}
    assert all(column is None or column > len(each) for each, column in faults.items())


def _offered(typed: str) -> list[str]:
    cursor = typed.index("|")
    return [found.text for found in suggest(typed.replace("|", "", 1), cursor, WORDS)]


def test_suggest_offers_entities_at_the_ends_of_paths() -> None:
    assert _offered("PATHS START ?x = devi| END ?y VIA ?p") == ["ent:Devi_Parikh"]


def test_suggest_offers_properties_for_the_edges_of_paths() -> None:
    assert _offered(f"{ENDS} VIA |")[:2] == ["kg:worksFor", "kg:left"]
    assert _offered(f"{ENDS} VIA kg:worksFor/le|") == ["kg:left"]


def test_suggest_offers_what_patterns_take_inside_paths() -> None:
    assert _offered("PATHS START ?x { ?x a |")[:2] == ["kg:Person", "kg:Organization"]
    assert "OPTIONAL" in _offered(f"{ENDS} VIA {{ ?x kg:left ?y . op|")


def test_suggest_completes_the_clauses_of_paths() -> None:
    assert _offered("PATHS START ?x = ent:A END ?y = ent:B v|") == ["VIA"]
    assert _offered(f"{ENDS} VIA ?p un|") == ["UNDIRECTED"]
