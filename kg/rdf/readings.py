"""Stored mentions back to the readings that names are resolved by.

They are just those that linking gave for the documents in the store, so that a name table can be built from either.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from kg.model import EntityClass, Iri, Literal, Reading, Term
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base, local_part
from kg.rdf.mentions import class_of, reading_of
from kg.rdf.source import QuadSource, Single, read_node


def readings(source: QuadSource, *, base: str = v.DEFAULT_BASE) -> Iterator[Reading]:
    """The readings of all documents in the store, each once, in no order. Cost grows with the mentions."""
    names = Base(base)
    seen: set[Reading] = set()
    for node, _, entity, graph in source.quads(None, v.DENOTES, None):
        if graph is None or not isinstance(entity, Iri) or entity.startswith(f"{graph}#"):
            continue
        found = reading(read_node(source, node, graph), names.source(graph))
        if found is not None and found not in seen:
            seen.add(found)
            yield found


def reading(mention: Single, document: str) -> Reading | None:
    """How a mention reads its name; a concept under its local name; None for amounts and things of the document."""
    label, entity = reading_of(mention, "und"), mention[v.DENOTES]
    if class_of(mention) == v.KG(EntityClass.QUANTITY.value) or not isinstance(entity, Iri) or "#" in entity:
        return None
    if label.lang is not None:
        return Reading(document, unquote(local_part(entity)), EntityClass.CONCEPT)
    form = mention.get(v.NAME_FORM)
    return Reading(document, label.text, _own_class(mention), form.text if isinstance(form, Literal) else None)


def _own_class(mention: Single) -> EntityClass | None:
    value: Term | None = mention.get(v.MENTION_CLASS)
    return EntityClass(value.removeprefix(v.KG)) if isinstance(value, Iri) else None
