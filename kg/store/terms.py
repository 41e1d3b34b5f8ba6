"""Terms, triples and quads: from kgshell's values to pyoxigraph's and back; every kind of term has its pair here.

A plain string has no datatype in `kg.model` (`xsd:string` is left out); language tags come back in lower case, as
Oxigraph stores them. Raises `StoreError`, with the value, for anything else: RDF 1.2 triple terms and directions,
malformed IRIs, lone surrogates, graphs named by blank nodes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pyoxigraph as ox

from kg.errors import StoreError
from kg.model import BlankNode, Iri, Literal, Quad, Term, Triple

XSD_STRING = Iri("http://www.w3.org/2001/XMLSchema#string")

OxTerm: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal


def to_ox(term: Term) -> OxTerm:
    """The term as pyoxigraph's."""
    try:
        if isinstance(term, Iri):
            return ox.NamedNode(term)
        if isinstance(term, Literal):
            return _literal_to_ox(term)
        if isinstance(term, BlankNode):
            return ox.BlankNode(term)
    except (ValueError, TypeError) as error:
        raise StoreError(f"not an RDF term: {term!r} ({error})") from error
    raise StoreError(f"not an RDF term: {term!r}; Iri, BlankNode and Literal are")


def _literal_to_ox(literal: Literal) -> ox.Literal:
    if literal.lang is not None:
        return ox.Literal(literal.text, language=literal.lang)
    if literal.datatype is None or literal.datatype == XSD_STRING:
        return ox.Literal(literal.text)
    return ox.Literal(literal.text, datatype=ox.NamedNode(literal.datatype))


def from_ox(term: object) -> Term:
    """The term as kgshell's."""
    if type(term) is ox.NamedNode:  # most are
        return Iri(term.value)
    read = _READERS.get(type(term))
    if read is None:
        raise StoreError(f"kgshell reads IRIs, blank nodes and literals, and not {term}")
    return read(term)


def _literal_from_ox(literal: ox.Literal) -> Literal:
    if literal.direction is not None:
        raise StoreError(f"kgshell reads literals without base direction, and not {literal}")
    if literal.language is not None:
        return Literal(literal.value, literal.language)
    datatype = literal.datatype.value
    return Literal(literal.value) if datatype == XSD_STRING else Literal(literal.value, None, Iri(datatype))


#: How the other kinds of term are read; many terms are, so that this is a look-up.
_READERS: dict[type, Callable[[Any], Term]] = {
    ox.Literal: _literal_from_ox,
    ox.BlankNode: lambda term: BlankNode(term.value),
}


def subject_to_ox(term: Term) -> ox.NamedNode | ox.BlankNode:
    """The term as pyoxigraph's, if it can be a subject."""
    if isinstance(term, Literal):
        raise StoreError(f"a literal cannot be a subject: {term!r}")
    return to_ox(term)  # type: ignore[return-value]


def predicate_to_ox(term: Term) -> ox.NamedNode:
    """The term as pyoxigraph's, if it can be a predicate or name a graph."""
    if not isinstance(term, Iri):
        raise StoreError(f"only an IRI can be a predicate or name a graph: {term!r}")
    return to_ox(term)  # type: ignore[return-value]


def graph_to_ox(graph: Iri | None) -> ox.NamedNode | ox.DefaultGraph:
    """The graph's name as pyoxigraph's; None is the default graph."""
    return ox.DefaultGraph() if graph is None else predicate_to_ox(graph)


def _graph_from_ox(graph: object) -> Iri | None:
    if type(graph) is ox.NamedNode:
        return Iri(graph.value)
    if type(graph) is ox.DefaultGraph:
        return None
    raise StoreError(f"kgshell reads graphs named by an IRI, and not {graph}")


def triple_to_ox(triple: Triple) -> ox.Triple:
    """The triple as pyoxigraph's."""
    subject, predicate, value = triple
    return ox.Triple(subject_to_ox(subject), predicate_to_ox(predicate), to_ox(value))


def triple_from_ox(triple: ox.Triple | ox.Quad) -> Triple:
    """The triple, or the quad without its graph, as kgshell's."""
    return from_ox(triple.subject), Iri(triple.predicate.value), from_ox(triple.object)  # type: ignore[return-value]


def quad_to_ox(quad: Quad) -> ox.Quad:
    """The quad as pyoxigraph's."""
    subject, predicate, value, graph = quad
    return ox.Quad(subject_to_ox(subject), predicate_to_ox(predicate), to_ox(value), graph_to_ox(graph))


def quad_from_ox(quad: ox.Quad) -> Quad:
    """The quad as kgshell's."""
    return (*triple_from_ox(quad), _graph_from_ox(quad.graph_name))
