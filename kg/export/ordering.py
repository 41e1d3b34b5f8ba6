"""Quads in the order of every export: graph, subject, predicate, object, each by code point, without duplicates.

The default graph comes first, `rdf:type` before other predicates, IRIs before blank nodes before literals. Blank nodes
are named by RDFC-1.0 (https://www.w3.org/TR/rdf-canon/), so that isomorphic graphs are equal.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import BlankNode, Iri, Literal, Quad, Term
from kg.store import canonical

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = Iri(f"{RDF}type")
RDFS_LABEL = Iri(f"{RDFS}label")
XSD_STRING = f"{XSD}string"

TermKey = tuple[int, str, str, str]
QuadKey = tuple[str, TermKey, bool, str, TermKey]


def arrange(quads: Iterable[Quad]) -> list[Quad]:
    """The quads, each once, in order."""
    distinct = set(quads)
    if any(isinstance(term, BlankNode) for quad in distinct for term in (quad[0], quad[2])):
        distinct = set(canonical(distinct))
    return sorted(distinct, key=quad_key)


def quad_key(quad: Quad) -> QuadKey:
    """What quads are sorted by."""
    subject, predicate, value, graph = quad
    return graph or "", term_key(subject), predicate != RDF_TYPE, predicate, term_key(value)


def term_key(term: Term) -> TermKey:
    """What terms are sorted by."""
    if isinstance(term, Literal):
        return 2, term.text, term.lang or "", term.datatype or XSD_STRING
    return int(isinstance(term, BlankNode)), term, "", ""
