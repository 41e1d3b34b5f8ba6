"""Mentions of names to the few nodes that must be stored of them.

A statement's IRI tells the places of its slots, and the statement says what they denote. Names are read anew when
documents come and go, so what a name was read as must be known: as a rule it is the label and class of what it denotes,
and nothing is stored. A node is stored for a mention that is read otherwise, for the first one that uses another form
of a name, and where the place of a slot does not lead to its mention.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kg.model import Entity, EntityClass, Extraction, Iri, Linking, Literal, MentionKind, Triple
from kg.rdf import vocabulary as v
from kg.rdf.descriptions import Facts, describe, name_of, shorten
from kg.rdf.iris import Base, Places, phrase, places


class Name(NamedTuple):
    """A mention of a name: its node, what it denotes, and the label and class that it is read as.

    `form` is another form of the name in which it stands there. `linked` says that its place is not its slot's.
    """

    node: Iri
    denoted: Iri
    label: str
    entity_class: EntityClass | None
    form: str | None = None
    linked: bool = False


class MentionNodes:
    """The mentions of a document, as statements ask for them."""

    def __init__(self, base: Base, document: Iri, lang: str, extraction: Extraction, linking: Linking) -> None:
        self.base = base
        self.document, self._lang = document, lang
        self.extraction = extraction
        self._entities = linking.entities
        self._doubles = _doubles(extraction)
        self._names: dict[Iri, Name] = {}
        self._described: dict[Iri, Facts] = {}

    def entity(self, index: int) -> Iri | None:
        """The IRI of what a mention denotes."""
        entity = self._entities[index]
        return None if entity is None else self.base.node(entity, self.document)

    def node(self, index: int) -> Iri:
        """The IRI of a mention: its characters; its number where they are another mention's, or a whole sentence."""
        own = self.extraction.mentions[index]
        place = phrase(self.document, own.start, own.end)
        return Iri(f"{self.document}#m{index + 1}") if index in self._doubles else place

    def use(self, index: int, place: Places) -> Iri | None:
        """Describe what a mention in a slot denotes; the node of a name to which the place does not lead."""
        entity, own = self._entities[index], self.extraction.mentions[index]
        if entity is None:
            return None
        base = index if own.antecedent is None else own.antecedent
        if entity.of_document and self.extraction.mentions[base].kind is MentionKind.PRONOUN:
            return None  # of whom a pronoun speaks that resolves to nothing, nothing is known
        self.describe(entity)
        if self.extraction.mentions[base].kind is not MentionKind.NAME or entity.lang is not None:
            return None
        if entity.entity_class is EntityClass.QUANTITY:
            return None
        node = self.node(index)
        leads = len(place) == 1 and node == phrase(self.document, *place[0])
        self._name(index, base, node, linked=not leads)
        return None if leads else node

    def describe(self, entity: Entity) -> None:
        """Let the document's graph describe an entity."""
        self._described.setdefault(self.base.node(entity, self.document), set()).update(describe(entity))

    def triples(self) -> Iterator[Triple]:
        """All that is stored of the entities described and of the names used."""
        yield from ((iri, *fact) for iri, facts in self._described.items() for fact in shorten(iri, facts, self._lang))
        yield from nodes_of(self._names.values(), self._described)

    def _name(self, index: int, base: int, node: Iri, *, linked: bool) -> None:
        own, read = self.extraction.mentions[index], self.extraction.mentions[base]
        known = self._names.get(node)
        denoted = self.entity(index)
        if denoted is None:
            return
        self._names[node] = Name(
            node,
            denoted,
            read.label,
            None if read.entity_class in (EntityClass.CONCEPT, EntityClass.QUANTITY) else read.entity_class,
            own.label if own.kind is MentionKind.NAME and own.label != read.label else None,
            linked or (known is not None and known.linked),
        )


def nodes_of(names: Iterable[Name], described: Mapping[Iri, Facts]) -> Iterator[Triple]:
    """The nodes that must be stored of a document's names, beside the whole descriptions of its entities."""
    forms: set[tuple[str, EntityClass | None, str]] = set()
    for each in sorted(names, key=_place):
        form = None
        if each.form is not None and (each.label, each.entity_class, each.form) not in forms:
            form = each.form
            forms.add((each.label, each.entity_class, form))
        told = name_of(described.get(each.denoted, set())) == (each.label, each.entity_class)
        if each.linked or form is not None or not told:
            yield each.node, v.DENOTES, each.denoted
            yield each.node, v.READ_AS, Literal(each.label)
            if each.entity_class is not None:
                yield each.node, v.MENTION_CLASS, v.KG(each.entity_class.value)
            if form is not None:
                yield each.node, v.NAME_FORM, Literal(form)


def _place(name: Name) -> tuple[int, int, str]:
    found = places(name.node)
    start, end = found[0][0] if found else (-1, -1)
    return start, end, name.node


def _doubles(extraction: Extraction) -> set[int]:
    """The mentions whose characters are another one's before them, or a whole sentence."""
    taken = {(each.start, each.end) for each in extraction.sentences}
    doubles = set()
    for index, each in enumerate(extraction.mentions):
        if (each.start, each.end) in taken:
            doubles.add(index)
        taken.add((each.start, each.end))
    return doubles
