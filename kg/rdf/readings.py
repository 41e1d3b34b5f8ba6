"""Stored names back to the readings that names are resolved by.

They are just those that linking gave for the documents in the store, so that a name table can be built from either; a
further form of a name is told by one of its readings.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from kg.model import EntityClass, Iri, Reading, affiliated
from kg.names import local_part
from kg.rdf import vocabulary as v
from kg.rdf.descriptions import concept_labels
from kg.rdf.iris import Base
from kg.rdf.ontology import property_name
from kg.rdf.source import QuadSource
from kg.rdf.stored import StoredDocument


def readings(source: QuadSource, *, base: str = v.DEFAULT_BASE) -> Iterator[Reading]:
    """The readings of all documents in the store, each once, in no order. Cost grows with the statements."""
    names = Base(base)
    for graph in document_graphs(source):
        stored = StoredDocument(graph, (quad[:3] for quad in source.quads(None, None, None, graph=graph)))
        yield from document_readings(stored, names.source(graph))


def document_graphs(source: QuadSource) -> list[Iri]:
    """The graphs of all documents in the store, in no order."""
    return [graph for graph, *_ in source.quads(None, v.TYPE, v.DOCUMENT) if isinstance(graph, Iri)]


def document_readings(stored: StoredDocument, document: str) -> Iterator[Reading]:
    """How one document reads its names; a concept under its local name; none for amounts and things of the document."""
    found = (Reading(document, each.label, each.entity_class, each.form) for _, each in stored.names())
    yield from dict.fromkeys(found)
    yield from dict.fromkeys(_affiliations(stored, document))
    for entity, facts in stored.described().items():
        if "#" not in entity and concept_labels(facts):
            yield Reading(document, unquote(local_part(entity)), EntityClass.CONCEPT)


def _affiliations(stored: StoredDocument, document: str) -> Iterator[Reading]:
    """Names read once more with whom a statement says they belong to."""
    names = {(slot.node, slot.predicate): name for slot, name in stored.names()}
    for node, statement in stored.statements():
        ends = [name for slot in (v.SUBJECT, v.OBJECT) if (name := names.get((node, slot))) is not None]
        relation = statement.get(v.READ_RELATION) or statement.get(v.PREDICATE)
        if len(ends) < 2 or not isinstance(relation, Iri):
            continue
        order = affiliated(property_name(relation))
        if order is not None:
            member, group = (ends[i] for i in order)
            yield Reading(document, member.label, member.entity_class, None, group.label)
