"""What a SPARQL update would change, found before it is run, so that it can be shown, applied as shown, and undone.

Definition: https://www.w3.org/TR/sparql11-update/ and, for what is recorded as the user's, the data model. One
operation on the default graph, and data of any graph, cost what they change; any other update is run on a copy of the
store, which costs a pass over all of it. Nothing is changed here.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from kg.answers import Change
from kg.errors import QueryError
from kg.model import Iri, Quad, Triple
from kg.store import Store, Triples
from kg.store.sparql import Token, tokens

_PROLOGUE = {"PREFIX": 3, "BASE": 2}
#: An operation's words to the numbers of the groups that it deletes, inserts, and matches.
_SHAPES: Mapping[str, tuple[int | None, int | None, int | None]] = {
    "INSERT DATA {}": (None, 0, None),
    "DELETE DATA {}": (0, None, None),
    "DELETE WHERE {}": (0, None, 0),
    "DELETE {} WHERE {}": (0, None, 1),
    "INSERT {} WHERE {}": (None, 0, 1),
    "DELETE {} INSERT {} WHERE {}": (0, 1, 2),
}


class _Operation(NamedTuple):
    """One operation: the text of its prologue, what it deletes and inserts, and where (None for data)."""

    prologue: str
    deleted: str
    inserted: str
    where: str | None


def change_of(store: Store, text: str, *, prefixes: Mapping[str, str], user: Iri) -> Change:
    """What the update would remove and add, what it does to the graph `user` included. Raises `QueryError`."""
    operation = _operation(text)
    if operation is not None:
        try:
            return _instantiated(store, operation, prefixes, user)
        except QueryError:
            pass  # run as a whole it fails with its own place, or not at all
    return _compared(store, text, prefixes, user)


def _instantiated(store: Store, operation: _Operation, prefixes: Mapping[str, str], user: Iri) -> Change:
    deleted = _quads(store, operation, operation.deleted, prefixes)
    inserted = _quads(store, operation, operation.inserted, prefixes)
    store.foresee({quad[0] for quad in (*deleted, *inserted) if isinstance(quad[0], Iri)})
    removed = {quad for quad in _recorded(deleted, user) if store.contains(quad)}
    added = _recorded(inserted, user)
    change = Change(frozenset(removed - added), frozenset(quad for quad in added if not store.contains(quad)))
    return change._replace(size=_size(change, user))


def _recorded(quads: Iterable[Quad], user: Iri) -> set[Quad]:
    """The quads, and those of the default graph in the user's graph too."""
    found = set(quads)
    return found | {(*quad[:3], user) for quad in found if quad[3] is None}


def _quads(store: Store, operation: _Operation, template: str, prefixes: Mapping[str, str]) -> set[Quad]:
    """What a template gives, or the data itself."""
    if not template:
        return set()
    if operation.where is None:
        with Store.open() as said:
            said.update(f"{operation.prologue}\nINSERT DATA {template}", prefixes=prefixes)
            return set(said.quads())
    result = store.query(f"{operation.prologue}\nCONSTRUCT {template} WHERE {operation.where}", prefixes=prefixes)
    triples: Iterable[Triple] = result if isinstance(result, Triples) else ()
    return {(*triple, None) for triple in triples}


def _compared(store: Store, text: str, prefixes: Mapping[str, str], user: Iri) -> Change:
    """The difference that the update makes to a copy of the store."""
    with store.at_hand():
        before = set(store.quads())
    with tempfile.TemporaryDirectory() as folder, _copy(store, Path(folder) / "copy", before) as copy:
        copy.update(text, prefixes=prefixes, record=user)
        after = set(copy.quads())
    change = Change(frozenset(before - after), frozenset(after - before))
    return change._replace(size=_size(change, user))


def _copy(store: Store, place: Path, quads: Iterable[Quad]) -> Store:
    if store.path is None:
        copy = Store.open()
        copy.apply(added=quads)
        return copy
    store.backup(place)
    return Store.open(place)


def _size(change: Change, user: Iri) -> tuple[int, int]:
    """How many triples go and come as the update says it: what is recorded besides is not counted again."""

    def counted(quads: frozenset[Quad]) -> int:
        return sum(1 for quad in quads if quad[3] != user or (*quad[:3], None) not in quads)

    return counted(change.removed), counted(change.added)


def _operation(text: str) -> _Operation | None:
    """The update's only operation, where it is one that can be worked out by itself."""
    found = list(tokens(text))
    start = 0
    while start < len(found) and found[start].text.upper() in _PROLOGUE:
        start += _PROLOGUE[found[start].text.upper()]
    body = found[start:]
    if body and body[-1].text == ";":
        body = body[:-1]
    return _read(text, body, text[: body[0].start]) if body else None


def _read(text: str, body: Sequence[Token], prologue: str) -> _Operation | None:
    words: list[str] = []
    groups: list[str] = []
    depth = start = 0
    for token in body:
        if token.text == "{":
            start = token.start if depth == 0 else start
            depth += 1
        elif token.text == "}":
            depth -= 1
            if depth == 0:
                groups.append(text[start : token.start + 1])
                words.append("{}")
        elif depth == 0:
            words.append(token.text.upper())
    shape = " ".join(words)
    if shape not in _SHAPES or (not shape.endswith("DATA {}") and _names_graphs(groups[:-1] or groups)):
        return None
    deleted, inserted, where = ("" if at is None else groups[at] for at in _SHAPES[shape])
    return _Operation(prologue, deleted, inserted, where or None)


def _names_graphs(templates: Iterable[str]) -> bool:
    return any(token.text.upper() == "GRAPH" for template in templates for token in tokens(template))
