"""What a query or update is asked of: its FROM, USING and WITH clauses, over the graphs and texts of a store."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

import pyoxigraph as ox

from kg.errors import InvalidName, QueryError
from kg.names import read_name
from kg.store.mending import Dataset
from kg.store.patterns import Reader, UnreadPattern, operations
from kg.store.searching import PROPERTIES, TextIndex, usage, values_of
from kg.store.sparql import tokens

_CLAUSES = frozenset({"FROM", "USING"})


def dataset_of(store: ox.Store, text: str, prefixes: Mapping[str, str], index: Callable[[], TextIndex]) -> Dataset:
    """The dataset of a query or update. `index` gives the store's texts, when they are searched."""
    reader = Reader(list(tokens(text)))
    default = next((reader.text(at + 1) for at in range(len(reader.tokens)) if reader.word(at) == "WITH"), None)
    plain, named = _clauses(reader)

    def names() -> Sequence[str]:
        return list(dict.fromkeys(named)) if plain or named else _named_graphs(store)

    def holds(term: str, graph: str | None) -> bool:
        here = f"?s ?p {term}" if _is_literal(term) else f"{{ {term} ?p ?o }} UNION {{ ?s ?p {term} }}"
        active = graph or default
        wanted = here if active is None else f"GRAPH {active} {{ {here} }}"
        clauses = "".join([*(f" FROM {each}" for each in plain), *(f" FROM NAMED {each}" for each in named)])
        return bool(store.query(f"{_prologue(text, reader)} ASK{clauses} {{ {wanted} }}", prefixes=dict(prefixes)))

    known = {**prefixes, **_declared(reader)}

    @cache
    def hits(subject: str, predicate: str, value: str) -> str | None:
        name = _property(predicate, known)
        if name not in PROPERTIES:
            return None
        return values_of(index(), name, _variables(subject), *_wanted(value))

    return Dataset(names, holds, hits, known=_is_one_operation(reader))


def _is_one_operation(reader: Reader) -> bool:
    try:
        return sum(1 for _ in operations(reader)) == 1
    except UnreadPattern:
        return False


def _prologue(text: str, reader: Reader) -> str:
    at = reader.form()
    return text[: reader.tokens[at].start] if at < len(reader.tokens) else text


def _declared(reader: Reader) -> dict[str, str]:
    """The prefixes that PREFIX lines declare."""
    lines = (at for at in range(len(reader.tokens)) if reader.word(at) == "PREFIX")
    return {reader.text(at + 1).removesuffix(":"): reader.text(at + 2)[1:-1] for at in lines}


def _property(name: str, prefixes: Mapping[str, str]) -> str | None:
    """The IRI of what stands as a property; None for a path, and for a variable."""
    try:
        return read_name(name, prefixes)
    except InvalidName:
        return None


def _variables(subject: str) -> list[str]:
    found = [token.text for token in tokens(subject) if token.text not in {"(", ")"}]
    if not all(each.startswith(("?", "$")) for each in found):
        raise usage()
    return found


def _wanted(value: str) -> tuple[str, int | None]:
    """The words of a search and how many hits it wants, from `"words"` or `("words" 10)`."""
    found = [token for token in tokens(value) if token.text not in {"(", ")"}]
    kinds = [token.kind for token in found]
    if kinds[:1] != ["string"] or kinds[1:] not in ([], ["number"], ["lang"]):
        raise usage()
    (quad,) = ox.parse(f"<urn:s> <urn:p> {found[0].text} .", format=ox.RdfFormat.TURTLE)
    limit = found[1].text if kinds[1:] == ["number"] else None
    if limit is not None and not limit.isdigit():
        raise QueryError(f"a search gives a whole number of hits, and not {limit}")
    return quad.object.value, None if limit is None else int(limit)


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
