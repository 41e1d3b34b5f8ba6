"""Names that are now read otherwise to the new content of the documents' graphs that hold them.

Every entity of a statement stands there by a mention, so the new one follows from what the mention now denotes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.model import BlankNode, Entity, Iri, Quad, Reading, Term
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base
from kg.rdf.readings import reading
from kg.rdf.source import QuadSource, nodes, single

#: What holds a mention, and what then holds its entity.
_SLOTS = (
    (v.SUBJECT_MENTION, v.SUBJECT),
    (v.OBJECT_MENTION, v.OBJECT),
    (v.ATTRIBUTION_MENTION, v.ATTRIBUTED_TO),
    (v.PLACE_MENTION, v.PLACE),
    (v.ARGUMENT_MENTION, v.VALUE),
)

_Nodes = dict[Iri | BlankNode, dict[Iri, list[Term]]]


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
    graph: Iri, quads: Iterable[Quad], changed: Mapping[Reading, Entity], document: str, names: Base
) -> frozenset[Quad]:
    """The quads of one document with its names as they are now read."""
    found: _Nodes = nodes(quad[:3] for quad in quads)
    moved: dict[Term, Iri] = {}
    for node, properties in found.items():
        if v.DENOTES in properties:
            entity = _entity(properties, changed, document)
            if entity is not None:
                moved[node] = names.node(entity, graph)
                _denote(properties, entity, moved[node])
    for properties in found.values():
        _follow(properties, found, moved)
    return frozenset(
        (node, predicate, value, graph)
        for node, properties in found.items()
        for predicate, values in properties.items()
        for value in values
    )


def _entity(properties: dict[Iri, list[Term]], changed: Mapping[Reading, Entity], document: str) -> Entity | None:
    own = reading(single(properties), document)
    return None if own is None else changed.get(own)


def _denote(properties: dict[Iri, list[Term]], entity: Entity, iri: Iri) -> None:
    properties[v.DENOTES] = [iri]
    own = properties.get(v.MENTION_CLASS, [v.CONCEPT])
    denoted = v.KG(entity.entity_class.value)
    properties[v.DENOTED_CLASS] = [] if own == [denoted] else [denoted]


def _follow(properties: dict[Iri, list[Term]], found: _Nodes, moved: Mapping[Term, Iri]) -> None:
    """Let each slot hold what its mentions now denote."""
    for mention, slot in _SLOTS:
        held = properties.get(mention, [])
        if any(each in moved for each in held):
            properties[slot] = sorted({_denoted(found, each) for each in held}, key=str)


def _denoted(found: _Nodes, mention: Term) -> Term:
    if isinstance(mention, Iri) and mention in found:
        return found[mention][v.DENOTES][0]
    return mention
