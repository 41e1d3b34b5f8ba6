"""The facts of a store: its default graph without what only an ontology says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.export.ordering import RDF_TYPE
from kg.model import Iri, Literal, Quad, Triple
from kg.store import Store


def facts(store: Store, ontologies: Iterable[str]) -> Iterator[Quad]:
    """The default graph, less the triples of the graphs named.

    What those say of things that a fact names stays: a concept of the thesaurus keeps its labels. `ontologies` are
    names of graphs.
    """
    imported: set[Triple] = {quad[:3] for name in ontologies for quad in store.quads(graph=Iri(name))}
    named: set[str] = set()
    for quad in store.quads(graph=None):
        if quad[:3] not in imported:
            named.add(quad[0])
            if not isinstance(quad[2], Literal) and quad[1] != RDF_TYPE:
                named.add(quad[2])
    for quad in store.quads(graph=None):
        if quad[:3] not in imported or quad[0] in named:
            yield quad
