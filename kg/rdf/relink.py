"""Names that are now read otherwise to the new content of the documents' graphs that hold them.

Every name of a statement stands there with what it was read as (`stored`), so the entity that it now denotes follows;
descriptions and the nodes of mentions are then written as for a new document.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from kg.model import BlankNode, Entity, EntityClass, Iri, Quad, Reading, Triple
from kg.rdf import vocabulary as v
from kg.rdf.descriptions import Facts, describe, shorten
from kg.rdf.iris import Base
from kg.rdf.mentions import Name, nodes_of
from kg.rdf.source import QuadSource
from kg.rdf.stored import Slot, StoredDocument

_Read = tuple[str, EntityClass | None]


def relink(
    source: QuadSource, changed: Mapping[Reading, Entity], *, base: str = v.DEFAULT_BASE
) -> dict[Iri, frozenset[Quad]]:
    """The new quads of each graph whose names change; give them to `support.change_all`."""
    names = Base(base)
    documents = sorted({each.document for each in changed})
    graphs = {names.document(document): document for document in documents}
    return {
        graph: relinked(graph, source.quads(None, None, None, graph=graph), changed, document, names)
        for graph, document in graphs.items()
    }


def relinked(
    graph: Iri, quads: Iterable[Quad], changed: Mapping[Reading, Entity], document: str, base: Base
) -> frozenset[Quad]:
    """The quads of one document with its names as they are now read."""
    stored = StoredDocument(graph, (quad[:3] for quad in quads))
    now: dict[_Read, Entity] = {(r.label, r.entity_class): e for r, e in changed.items() if r.document == document}
    names = stored.names()
    entities = [now.get((name.label, name.entity_class)) for _, name in names]
    denoted = [
        name.denoted if entity is None else base.node(entity, graph)
        for (_, name), entity in zip(names, entities, strict=True)
    ]
    touched = {name.denoted for _, name in names}.union(denoted)
    described = _kept(stored, names, touched)
    for (_, name), entity, iri in zip(names, entities, denoted, strict=True):
        facts = stored.description(name.denoted) if entity is None else describe(entity)
        described.setdefault(iri, set()).update(facts)
    slots = (slot for slot, _ in names)
    moved = {(slot.node, slot.predicate, slot.entity): iri for slot, iri in zip(slots, denoted, strict=True)}
    triples = set(_others(stored, touched, moved))
    triples.update((iri, *fact) for iri, facts in described.items() for fact in shorten(iri, facts, stored.lang))
    triples.update(nodes_of(_placed(names, denoted), described))
    return frozenset((*triple, graph) for triple in triples)


def _placed(names: Sequence[tuple[Slot, Name]], denoted: Sequence[Iri]) -> Iterable[Name]:
    """Each mention once, with what it now denotes."""
    placed: dict[Iri, Name] = {}
    for (_, name), iri in zip(names, denoted, strict=True):
        known = placed.get(name.node, name)
        placed[name.node] = name._replace(denoted=iri, form=name.form or known.form, linked=name.linked or known.linked)
    return placed.values()


def _kept(stored: StoredDocument, names: Iterable[tuple[Slot, Name]], touched: Collection[Iri]) -> dict[Iri, Facts]:
    """The descriptions of what other slots than those of names hold, where a name is or was the same entity."""
    by_names = {(slot.node, slot.predicate, slot.entity) for slot, _ in names}
    shared = (s.entity for s in stored.slots if (s.node, s.predicate, s.entity) not in by_names)
    return {entity: _without_names(stored.description(entity)) for entity in shared if entity in touched}


def _without_names(facts: Facts) -> Facts:
    """What of a description nouns and amounts say, and not names."""
    tagged = {fact for fact in facts if getattr(fact[1], "lang", None) is not None}
    if tagged:
        return {(v.TYPE, v.CONCEPT), *tagged}
    return facts


def _others(
    stored: StoredDocument, touched: Collection[Iri], moved: Mapping[tuple[Iri | BlankNode, Iri, Iri], Iri]
) -> Iterable[Triple]:
    """All triples but the descriptions and mentions of names, with the slots as they now are."""
    for node, properties in stored.nodes.items():
        if node in touched:
            continue
        for predicate, values in properties.items():
            if predicate not in (v.DENOTES, v.READ_AS, v.MENTION_CLASS, v.NAME_FORM):
                for value in values:
                    now = moved.get((node, predicate, value)) if isinstance(value, Iri) else None
                    yield node, predicate, now or value
