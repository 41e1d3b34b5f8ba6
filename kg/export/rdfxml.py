"""Quads as RDF/XML, https://www.w3.org/TR/rdf-syntax-grammar/: one element a subject, one a property.

Raises `ExportError`, with the predicate, where one cannot be an element's name, and for text that XML cannot hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from kg.errors import ExportError
from kg.export.ordering import RDF
from kg.export.xml import attribute, escape, is_name, local_part
from kg.model import BlankNode, Iri, Literal, Quad, Term

#: What the grammar keeps for itself, and so is no property.
_RESERVED = {f"{RDF}{name}" for name in ("RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype")} | {
    f"{RDF}{name}" for name in ("Description", "li", "aboutEach", "aboutEachPrefix", "bagID")
}


def write_rdfxml(quads: Sequence[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The document, subject by subject."""
    elements = _elements({quad[1] for quad in quads}, prefixes)
    namespaces = {"rdf": RDF} | {name.partition(":")[0]: namespace for name, namespace in elements.values()}
    declared = "".join(f"\n   {attribute(f'xmlns:{prefix}', namespaces[prefix])}" for prefix in sorted(namespaces))
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{declared}>\n'
    for subject, about in groupby(quads, key=lambda quad: quad[0]):
        yield f"  <rdf:Description{_node('rdf:about', subject)}>\n"
        for _, predicate, value, _ in about:
            yield f"    {_property(elements[predicate][0], value)}\n"
        yield "  </rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _elements(predicates: set[Iri], prefixes: Mapping[str, str]) -> dict[Iri, tuple[str, str]]:
    """The element's name and namespace of each predicate."""
    known = {namespace: prefix for prefix, namespace in sorted(prefixes.items(), reverse=True) if is_name(prefix)}
    known = {namespace: prefix for namespace, prefix in known.items() if prefix != "rdf" and namespace != RDF}
    known[RDF] = "rdf"
    elements: dict[Iri, tuple[str, str]] = {}
    for predicate in sorted(predicates):
        namespace, local = _split(predicate, known)
        prefix = known.setdefault(namespace, f"ns{len(known)}")
        elements[predicate] = (f"{prefix}:{local}", namespace)
    return elements


def _split(predicate: Iri, known: Mapping[str, str]) -> tuple[str, str]:
    for namespace in sorted(known, key=len, reverse=True):
        if predicate.startswith(namespace) and is_name(predicate[len(namespace) :]):
            break
    else:
        namespace = predicate.removesuffix(local_part(predicate))
    local = predicate[len(namespace) :]
    if not local or not namespace or predicate in _RESERVED:
        raise ExportError(f"RDF/XML has no element for the predicate <{predicate}>; ttl, nt and jsonld can hold it")
    return namespace, local


def _property(name: str, value: Term) -> str:
    if not isinstance(value, Literal):
        return f"<{name}{_node('rdf:resource', value)}/>"
    qualifier = ""
    if value.lang is not None:
        qualifier = attribute("xml:lang", value.lang)
    elif value.datatype is not None:
        qualifier = attribute("rdf:datatype", value.datatype)
    return f"<{name}{qualifier}>{escape(value.text)}</{name}>"


def _node(name: str, term: Iri | BlankNode) -> str:
    return attribute("rdf:nodeID" if isinstance(term, BlankNode) else name, term)
