"""DESCRIBE as a concise bounded description, https://www.w3.org/submissions/CBD/, with labels and evidence.

For every resource: its triples in the default graph, those of blank nodes that they lead to, the labels of all that
they name, and for every triple that documents state a node with `rdf:subject`, `rdf:predicate`, `rdf:object` and
`kg:evidenceCount`, the number of statements that say so, whether as a fact or not. A DESCRIBE with FROM is Oxigraph's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.store.patterns import Reader
from kg.store.sparql import tokens

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SUBJECT, _PREDICATE, _OBJECT = (ox.NamedNode(_RDF + name) for name in ("subject", "predicate", "object"))
_LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_COUNT = ox.NamedNode("https://w3id.org/kgshell/ontology#evidenceCount")
_INTEGER = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
_HERE = ox.DefaultGraph()


def chosen(text: str) -> str | None:
    """The SELECT of what a DESCRIBE describes; None for other queries, and for a DESCRIBE with FROM."""
    if "describe" not in text.lower():
        return None
    reader = Reader(list(tokens(text)))
    at = reader.form()
    words = {reader.word(place) for place in range(at, len(reader.tokens))}
    if reader.word(at) != "DESCRIBE" or "FROM" in words:
        return None
    end = at + 1
    terms = []
    while end < len(reader.tokens) and (
        reader.tokens[end].kind in {"iri", "name", "variable"} or reader.is_mark(end, "*")
    ):
        token = reader.tokens[end]
        terms.append(token.text if token.text[0] in "?$*" else f"({token.text} AS ?described_{end})")
        end += 1
    rest = text[reader.tokens[end].start :] if end < len(reader.tokens) else ""
    pattern = "" if any(reader.is_mark(place, "{") for place in range(end, len(reader.tokens))) else "{} "
    return f"{text[: reader.tokens[at].start]}SELECT DISTINCT {' '.join(terms)} {pattern}{rest}"


def description(store: ox.Store, resources: Iterable[object]) -> Iterator[ox.Triple]:
    """The triples that describe the resources, each once; what is no IRI or blank node is left out."""
    found: dict[ox.Triple, None] = {}
    waiting = list(resources)
    seen: set[object] = set()
    while waiting:
        resource = waiting.pop()
        if resource in seen or not isinstance(resource, ox.NamedNode | ox.BlankNode):
            continue
        seen.add(resource)
        for quad in store.quads_for_pattern(resource, None, None, _HERE):
            found[quad.triple] = None
            if isinstance(quad.object, ox.BlankNode):
                waiting.append(quad.object)
    yield from found
    yield from _labels(store, found)
    for triple in found:
        yield from _evidence(store, triple)


def _labels(store: ox.Store, triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """The labels of the properties and things that the triples name."""
    known = set(triples)
    named = {term for triple in known for term in (triple.predicate, triple.object) if isinstance(term, ox.NamedNode)}
    for term in named:
        for quad in store.quads_for_pattern(term, _LABEL, None, _HERE):
            if quad.triple not in known:
                yield quad.triple


def _evidence(store: ox.Store, triple: ox.Triple) -> Iterator[ox.Triple]:
    """How many statements there are of a triple, where there are any."""
    count = sum(
        quad.graph_name != _HERE
        and ox.Quad(quad.subject, _PREDICATE, triple.predicate, quad.graph_name) in store
        and ox.Quad(quad.subject, _OBJECT, triple.object, quad.graph_name) in store
        for quad in store.quads_for_pattern(None, _SUBJECT, triple.subject, None)
    )
    if count:
        node = ox.BlankNode()
        yield ox.Triple(node, _SUBJECT, triple.subject)
        yield ox.Triple(node, _PREDICATE, triple.predicate)
        yield ox.Triple(node, _OBJECT, triple.object)
        yield ox.Triple(node, _COUNT, ox.Literal(str(count), datatype=_INTEGER))
