"""The store and its results as rdflib's objects. The only module of the store that imports rdflib and oxrdflib.

A dataset over the store is no copy: what is written through either is seen through both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import pyoxigraph as ox
import rdflib
from oxrdflib import OxigraphStore
from rdflib.query import Result

from kg.errors import StoreError
from kg.model import BlankNode, Iri, Literal, Term, Triple

if TYPE_CHECKING:
    from kg.store.results import Rows


def dataset(store: ox.Store) -> rdflib.Dataset:
    """An `rdflib.Dataset` over the store."""
    return rdflib.Dataset(store=OxigraphStore(store=store))


def endpoint_dataset(queries: str, updates: str, headers: Mapping[str, str]) -> rdflib.Dataset:
    """An `rdflib.Dataset` over an endpoint, by the addresses of its queries and updates."""
    from rdflib.plugins.stores.sparqlstore import SPARQLUpdateStore

    store = SPARQLUpdateStore(queries, updates, context_aware=True, headers=dict(headers))
    return rdflib.Dataset(store=store)


def to_rdflib(term: Term) -> rdflib.URIRef | rdflib.BNode | rdflib.Literal:
    """The term as rdflib's, its text as it is (rdflib would make "1" of the integer "01")."""
    if isinstance(term, Iri):
        return rdflib.URIRef(term)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term)
    if isinstance(term, Literal):
        datatype = None if term.datatype is None else rdflib.URIRef(term.datatype)
        return rdflib.Literal(term.text, lang=term.lang, datatype=datatype, normalize=False)
    raise StoreError(f"not an RDF term: {term!r}")


def from_rdflib(term: object) -> Term:
    """The term as kgshell's."""
    if isinstance(term, rdflib.URIRef):
        return Iri(term)
    if isinstance(term, rdflib.BNode):
        return BlankNode(term)
    if isinstance(term, rdflib.Literal):
        datatype = None if term.datatype in {None, rdflib.XSD.string} else Iri(str(term.datatype))
        return Literal(str(term), term.language) if term.language else Literal(str(term), None, datatype)
    raise StoreError(f"kgshell reads IRIs, blank nodes and literals, and not {term!r}")


def triples_to_rdflib(triples: Iterable[Triple]) -> rdflib.Graph:
    """A graph in memory with the triples."""
    graph = rdflib.Graph()
    for subject, predicate, value in triples:
        graph.add((to_rdflib(subject), to_rdflib(predicate), to_rdflib(value)))
    return graph


def rows_to_rdflib(rows: Rows) -> Result:
    """The rows as rdflib's result of a SELECT."""
    result = Result("SELECT")
    result.vars = [rdflib.Variable(name) for name in rows.variables]
    result.bindings = [
        {rdflib.Variable(name): to_rdflib(term) for name, term in row.as_dict().items() if term is not None}
        for row in rows
    ]
    return result
