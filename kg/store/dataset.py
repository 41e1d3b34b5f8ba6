"""What a query or update is asked of: its FROM, USING and WITH clauses, over the graphs of a store."""

from __future__ import annotations

from collections.abc import Sequence

import pyoxigraph as ox

from kg.store.mending import Dataset
from kg.store.patterns import Reader, UnreadPattern
from kg.store.sparql import tokens

_CLAUSES = frozenset({"FROM", "USING"})
_PROLOGUE = {"PREFIX": 3, "BASE": 2}


def prologue_length(reader: Reader) -> int:
    """How many tokens the PREFIX and BASE lines have."""
    at = 0
    while reader.word(at) in _PROLOGUE:
        at += _PROLOGUE[reader.word(at)]
    return at


def operations(reader: Reader) -> int:
    """How many operations an update has; 1 for a query."""
    count, at, last = 1, 0, len(reader.tokens)
    while at < last:
        if any(reader.is_mark(at, mark) for mark in "{(["):
            at = reader.closing(at)
            continue
        count += reader.is_mark(at, ";") and at + 1 < last
        at += 1
    return count


def dataset_of(store: ox.Store, text: str, prefixes: dict[str, str]) -> Dataset | None:
    """The dataset of a query or update; None for an update of several operations, which change what the next sees."""
    found = list(tokens(text))
    reader = Reader(found)
    try:
        if operations(reader) > 1:
            return None
    except UnreadPattern:
        return None
    start = prologue_length(reader)
    prologue = text[: found[start].start] if start < len(found) else text
    plain, named = _clauses(reader)
    default = next((reader.text(at + 1) for at in range(len(found)) if reader.word(at) == "WITH"), None)

    def names() -> Sequence[str]:
        if plain or named:
            return list(dict.fromkeys(named))
        return _named_graphs(store)

    def holds(term: str, graph: str | None) -> bool:
        here = f"?s ?p {term}" if _is_literal(term) else f"{{ {term} ?p ?o }} UNION {{ ?s ?p {term} }}"
        active = graph or default
        wanted = here if active is None else f"GRAPH {active} {{ {here} }}"
        clauses = "".join([*(f" FROM {each}" for each in plain), *(f" FROM NAMED {each}" for each in named)])
        return bool(store.query(f"{prologue} ASK{clauses} {{ {wanted} }}", prefixes=prefixes))

    return Dataset(names, holds)


def _named_graphs(store: ox.Store) -> list[str]:
    """The names of the graphs that hold something, as SPARQL writes them, sorted."""
    names = (each for each in store.named_graphs() if isinstance(each, ox.NamedNode))
    return sorted(str(each) for each in names if next(store.quads_for_pattern(None, None, None, each), None))


def _is_literal(term: str) -> bool:
    return term[0] in "\"'+-.0123456789" or term.lower() in {"true", "false"}


def _clauses(reader: Reader) -> tuple[list[str], list[str]]:
    """The terms after FROM or USING, and after FROM NAMED or USING NAMED."""
    plain, named = [], []
    for at in range(len(reader.tokens)):
        if reader.word(at) in _CLAUSES:
            if reader.word(at + 1) == "NAMED":
                named.append(reader.text(at + 2))
            else:
                plain.append(reader.text(at + 1))
    return plain, named
