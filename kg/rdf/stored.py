"""A document's graph as it is stored, read back: its statements, what they speak of, and how it reads names.

The inverse of `mapping`, as far as `support`, `readings` and `relink` need it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from kg.model import BlankNode, EntityClass, Iri, Literal, Term, Triple
from kg.rdf import vocabulary as v
from kg.rdf.descriptions import Facts, name_of, restore, with_names
from kg.rdf.iris import phrase, places
from kg.rdf.mentions import Name
from kg.rdf.source import Node, Single, nodes, single

#: What may hold an entity, what links it to a mention elsewhere, and which place of a statement's IRI is its own.
_SLOTS = (
    (v.SUBJECT, v.SUBJECT_MENTION, 1),
    (v.OBJECT, v.OBJECT_MENTION, 3),
    (v.ATTRIBUTED_TO, v.ATTRIBUTION_MENTION, None),
    (v.PLACE, v.PLACE_MENTION, None),
    (v.VALUE, v.ARGUMENT_MENTION, 0),
)
#: The slots whose link says that the mention stands elsewhere.
_BY_PLACE = frozenset({v.SUBJECT, v.OBJECT, v.VALUE})
#: Properties in which a document's evidence speaks of entities.
USES = tuple(slot for slot, _, _ in _SLOTS)


class Slot(NamedTuple):
    """A slot that holds an entity, with the node of the mention that fills it, if that is known."""

    node: Iri | BlankNode
    predicate: Iri
    entity: Iri
    mention: Iri | None
    linked: bool


class StoredDocument:
    """The triples of one document's graph."""

    def __init__(self, graph: Iri, triples: Iterable[Triple]) -> None:
        self.graph, self.nodes = graph, nodes(triples)
        (lang, *_) = self.nodes.get(graph, {}).get(v.LANGUAGE, ()) or (Literal(""),)
        self.lang = lang.text if isinstance(lang, Literal) else ""
        self._entities = f"{graph.rpartition('document/')[0]}entity/"

    def statements(self) -> Iterator[tuple[Iri, Single]]:
        """Each statement with one value for each property."""
        for iri, node in self.nodes.items():
            if v.PREDICATE in node and v.SUBJECT in node and isinstance(iri, Iri):
                yield iri, single(node)

    @cached_property
    def slots(self) -> list[Slot]:
        """The slots that hold entities."""
        return [
            self._slot(iri, node, predicate, link, place, value)
            for iri, node in self.nodes.items()
            for predicate, link, place in _SLOTS
            for value in node.get(predicate, ())
            if isinstance(value, Iri) and value.startswith((self._entities, f"{self.graph}#"))
        ]

    def described(self) -> dict[Iri, Facts]:
        """The whole description of every entity that the document speaks of."""
        return {entity: self.description(entity) for entity in dict.fromkeys(slot.entity for slot in self.slots)}

    def description(self, entity: Iri) -> Facts:
        """The description of an entity, but for further names."""
        return restore(entity, self.nodes.get(entity, {}), self.lang)

    def supported(self) -> Iterator[Triple]:
        """The descriptions as triples, further names included."""
        denoting: dict[Term, list[Single]] = {}
        for node in self.nodes.values():
            if v.DENOTES in node:
                denoting.setdefault(node[v.DENOTES][0], []).append(single(node))
        for entity, facts in self.described().items():
            yield from ((entity, *fact) for fact in with_names(facts, denoting.get(entity, ())) if facts)

    def names(self) -> list[tuple[Slot, Name]]:
        """The slots that names fill, with what each is read as. A mention in several slots is in several pairs."""
        described = self.described()
        found = ((slot, self._name(slot, described)) for slot in self.slots)
        return [(slot, name) for slot, name in found if name is not None]

    def _name(self, slot: Slot, described: Mapping[Iri, Facts]) -> Name | None:
        if slot.mention is None:
            return None
        stored = self.nodes.get(slot.mention, {})
        if stored.get(v.DENOTES) == [slot.entity]:
            return _stored_name(slot, single(stored))
        told = name_of(described[slot.entity])
        return None if told is None or "#" in slot.entity else Name(slot.mention, slot.entity, *told)

    def _slot(self, iri: Iri | BlankNode, node: Node, predicate: Iri, link: Iri, place: int | None, value: Iri) -> Slot:
        links = [each for each in node.get(link, ()) if isinstance(each, Iri)]
        by_place = predicate in _BY_PLACE
        chosen = next((each for each in links if self._denotes(each, value)), links[0] if links else None)
        if chosen is not None or place is None:
            return Slot(iri, predicate, value, chosen, by_place and chosen is not None)
        told = places(iri)
        own = told[place] if place < len(told) else ()
        mention = phrase(self.graph, *own[0]) if len(own) == 1 else None
        return Slot(iri, predicate, value, mention, linked=False)

    def _denotes(self, mention: Iri, entity: Iri) -> bool:
        return self.nodes.get(mention, {}).get(v.DENOTES) == [entity]


def _stored_name(slot: Slot, node: Single) -> Name | None:
    read, kind, form = node.get(v.READ_AS), node.get(v.MENTION_CLASS), node.get(v.NAME_FORM)
    if not isinstance(read, Literal) or slot.mention is None:
        return None
    return Name(
        slot.mention,
        slot.entity,
        read.text,
        EntityClass(kind.removeprefix(v.KG)) if isinstance(kind, Iri) else None,
        form.text if isinstance(form, Literal) else None,
        slot.linked,
    )
