"""Care of an open graph: whether what it stores is sound, how it differs from another, and copies of it.

Functions of an open graph, kept apart from `graph`, so that opening a graph to ask it imports none of this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kg.addresses import is_address, without_password
from kg.errors import StoreError
from kg.export import export, facts, render
from kg.export.profiles import alignment, schema_org
from kg.graph import Graph
from kg.model import Iri, Literal, Term, Triple
from kg.rdf import vocabulary as v
from kg.rdf.iris import Places, places
from kg.rdf.stored import StoredDocument
from kg.store import Store
from kg.whole import whole


class Flaw(NamedTuple):
    """A node of the evidence whose place does not hold what is stored of it."""

    document: str
    node: Iri
    message: str


class Difference(NamedTuple):
    """What the second of two graphs has otherwise than the first; everything is sorted.

    Documents are named by their sources; those changed are in both, with other evidence.
    """

    added_documents: tuple[str, ...]
    removed_documents: tuple[str, ...]
    changed_documents: tuple[str, ...]
    added_facts: tuple[Triple, ...]
    removed_facts: tuple[Triple, ...]


@whole
def verify(graph: Graph) -> list[Flaw]:
    """Every place stored that does not hold the words stored for it, by document and node; none in a sound graph.

    A sentence's words must be the text at its place; the places of subject, relation, object, mentions and arguments
    must be words of the text, and those of a statement inside its sentence.
    """
    return [flaw for source, stored in _documents(graph._store) for flaw in sorted(_flaws(source, stored))]


def compare(before: Graph, after: Graph) -> Difference:
    """What the second graph has otherwise than the first. Cost: linear in both."""
    with before._store.at_hand(), after._store.at_hand():
        old, new = dict(_documents(before._store)), dict(_documents(after._store))
        said, says = _facts(before), _facts(after)
    return Difference(
        tuple(sorted(new.keys() - old.keys())),
        tuple(sorted(old.keys() - new.keys())),
        tuple(sorted(name for name in old.keys() & new.keys() if old[name].nodes != new[name].nodes)),
        tuple(sorted(says - said, key=str)),
        tuple(sorted(said - says, key=str)),
    )


def back_up(graph: Graph, folder: str | Path) -> None:
    """Copy the store as it is now into a new folder: quick, by hard links where the disk is the same."""
    graph._store.backup(folder)


def restore(backup: str | Path, store: str | Path) -> None:
    """Make a store of a backup, in a new folder; the backup stays. Raises `StoreError` where the folder is taken."""
    if is_address(str(store)):
        raise StoreError(f"{without_password(str(store))}: a backup becomes a folder; name a new one by --store")
    target = Path(store).expanduser()
    if target.is_dir() and not any(target.iterdir()):
        target.rmdir()
    if target.exists():
        raise StoreError(f"{target}: is there already; remove it first, or name another folder")
    with Store.open(backup, create=False) as opened:
        opened.backup(target)


def _documents(store: Store) -> Iterator[tuple[str, StoredDocument]]:
    for graph in sorted({q[0] for q in store.quads(None, v.TYPE, v.DOCUMENT) if isinstance(q[0], Iri)}):
        stored = StoredDocument(graph, (quad[:3] for quad in store.quads(graph=graph)))
        if graph in stored.nodes:
            yield _text(stored.nodes[graph].get(v.SOURCE, ())) or str(graph), stored


def _facts(graph: Graph) -> set[Triple]:
    return {quad[:3] for quad in facts(graph._store, graph._ontology_graphs())}


def _flaws(source: str, stored: StoredDocument) -> Iterator[Flaw]:
    text = _text(stored.nodes[stored.graph].get(v.IS_STRING, ()))
    for iri, node in stored.nodes.items():
        told = places(iri)
        if not isinstance(iri, Iri) or not told:
            continue
        if v.PREDICATE in node:
            message = _of_statement(told, node.get(v.DERIVED_FROM, []), text)
        elif v.ANCHOR_OF in node:
            message = _of_sentence(told[0], _text(node[v.ANCHOR_OF]), text)
        else:
            message = _of_words(told, text)
        if message:
            yield Flaw(source, iri, message)


def _of_sentence(place: Places, words: str, text: str) -> str:
    ((start, end),) = place
    return "" if text[start:end] == words else f"the text has {text[start:end]!r} there, and not {words!r}"


def _of_statement(told: tuple[Places, ...], derived: list[Term], text: str) -> str:
    sentence = [places(each) for each in derived if isinstance(each, Iri)]
    if sentence != [told[:1]]:
        return "its sentence stands elsewhere"
    ((start, end),) = told[0]
    if any(not start <= begin < last <= end for slot in told[1:] for begin, last in slot):
        return "its words stand outside its sentence"
    return _of_words(told[1:], text)


def _of_words(told: Iterable[Places], text: str) -> str:
    for begin, end in (span for slot in told for span in slot):
        words = text[begin:end]
        if not words.strip() or len(words) != end - begin or words != words.strip():
            return f"the text has {words!r} there, which are no words"
    return ""


def _text(values: Iterable[Term]) -> str:
    return next((value.text for value in values if isinstance(value, Literal)), "")


@whole
def export_schema_org(graph: Graph, out: str | Path | None = None, *, format: str = "ttl") -> str | None:  # noqa: A002
    """Write the facts in plain schema.org, as far as the ontology is aligned with it; returned without `out`."""
    ontologies = graph._ontology_graphs()
    ours = alignment(quad[:3] for name in ontologies for quad in graph._store.quads(graph=name))
    defined = {quad[0] for name in ontologies for quad in graph._store.quads(graph=name)}
    said = (quad for quad in facts(graph._store, ontologies) if quad[0] not in defined)
    quads = list(schema_org(said, ours))
    if out is None:
        return render(quads, format, prefixes=graph.prefixes)
    export(quads, format, out=out, prefixes=graph.prefixes)
    return None
