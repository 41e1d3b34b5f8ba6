"""Mentions to their nodes, and from their nodes back to what they say of the thing that they denote.

A mention carries all that the description of its entity needs (`describe`), so that a store can tell from the mentions
that remain what the description still is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.model import Entity, EntityClass, Extraction, Iri, Linking, Literal, Mention, MentionKind, Term, Triple
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base, local_name, local_part, mention

_AMOUNT = (v.AMOUNT, v.UNIT, v.CURRENCY, v.AT_LEAST, v.AT_MOST)


class MentionNodes:
    """The nodes of a document's mentions, made as they are asked for."""

    def __init__(self, base: Base, document: Iri, extraction: Extraction, linking: Linking) -> None:
        self.base = base
        self.document = document
        self.extraction = extraction
        self._entities = linking.entities
        taken = {(each.start, each.end) for each in extraction.sentences}
        self._doubles: set[int] = set()
        for index, each in enumerate(extraction.mentions):
            if _place(each) in taken:
                self._doubles.add(index)
            taken.add(_place(each))
        self._asked: dict[int, Iri] = {}

    def node(self, index: int) -> Iri:
        """The IRI of a mention: its characters; its number where they are another mention's, or a whole sentence."""
        if index not in self._asked:
            own = self.extraction.mentions[index]
            place = mention(self.document, own.start, own.end)
            self._asked[index] = Iri(f"{self.document}#m{index + 1}") if index in self._doubles else place
        return self._asked[index]

    def entity(self, index: int) -> Iri | None:
        """The IRI of what a mention denotes."""
        entity = self._entities[index]
        return None if entity is None else self.base.node(entity, self.document)

    def triples(self) -> Iterator[Triple]:
        """All that is stored of the mentions asked for."""
        for index, node in self._asked.items():
            entity = self._entities[index]
            if entity is not None:
                yield from ((node, predicate, value) for predicate, value in self._facts(index, entity))

    def _facts(self, index: int, entity: Entity) -> Iterator[tuple[Iri, Term]]:
        own = self.extraction.mentions[index]
        base = own if own.antecedent is None else self.extraction.mentions[own.antecedent]
        words = Literal(own.text)
        yield v.TYPE, v.MENTION
        yield v.DENOTES, self.base.node(entity, self.document)
        yield v.ANCHOR_OF, words
        yield v.BEGIN, Literal(str(own.start), datatype=v.INTEGER)
        yield v.END, Literal(str(own.end), datatype=v.INTEGER)
        yield v.MENTION_KIND, v.KG(own.kind.value)
        yield from _classes(base, entity)
        yield from _forms(own, base, entity)
        yield from _amount(entity)


def describe(mention_node: Mapping[Iri, Term], document: Iri, lang: str) -> Iterator[Triple]:
    """What a mention says of its entity: type, label or further name, amount. Nothing for an unresolved pronoun.

    `lang` is the document's language.
    """
    entity, kind = mention_node[v.DENOTES], mention_node.get(v.MENTION_KIND)
    if not isinstance(entity, Iri) or (kind == v.PRONOUN and entity.startswith(f"{document}#")):
        return
    entity_class = class_of(mention_node)
    yield entity, v.TYPE, entity_class
    label = reading_of(mention_node, lang)
    yield entity, v.LABEL if label.lang is not None or _is_label(entity, label, entity_class) else v.ALT_LABEL, label
    form = mention_node.get(v.NAME_FORM)
    if form is not None and form != label:
        yield entity, v.ALT_LABEL, form
    yield from ((entity, predicate, mention_node[predicate]) for predicate in _AMOUNT if predicate in mention_node)


def class_of(mention_node: Mapping[Iri, Term]) -> Iri:
    """The class of what a mention denotes; one without class denotes a concept."""
    value = mention_node.get(v.DENOTED_CLASS) or mention_node.get(v.MENTION_CLASS) or v.CONCEPT
    return value if isinstance(value, Iri) else v.CONCEPT


def reading_of(mention_node: Mapping[Iri, Term], lang: str) -> Literal:
    """The base form that a mention was read as: a plain literal for a name."""
    words, read = mention_node[v.ANCHOR_OF], mention_node.get(v.READ_AS)
    if isinstance(read, Literal):
        return read
    text = words.text if isinstance(words, Literal) else str(words)
    return Literal(text) if mention_node.get(v.MENTION_KIND) == v.NAME else Literal(text, lang)


def _is_label(entity: Iri, label: Literal, entity_class: Iri) -> bool:
    """Whether an entity is called by this label, as its own IRI says, and not by another."""
    endings = ("", f".{entity_class.removeprefix(v.KG)}", ".Name")
    return "#" in entity or local_part(entity) in {local_name(label.text + ending) for ending in endings}


def _place(own: Mention) -> tuple[int, int]:
    return own.start, own.end


def _classes(base: Mention, entity: Entity) -> Iterator[tuple[Iri, Term]]:
    """The document's own class, and what all documents make of it; a noun's own class is not its concept's."""
    own = base.entity_class
    if base.kind is not MentionKind.NAME and not entity.of_document:
        own = None
    if own is EntityClass.CONCEPT:
        own = None
    if own is not None:
        yield v.MENTION_CLASS, v.KG(own.value)
    if entity.entity_class is not (own or EntityClass.CONCEPT):
        yield v.DENOTED_CLASS, v.KG(entity.entity_class.value)


def _forms(own: Mention, base: Mention, entity: Entity) -> Iterator[tuple[Iri, Term]]:
    """What the mention is read as, where that is not its words, and another form of it."""
    is_name = base.kind is MentionKind.NAME and entity.lang is None
    read = Literal(base.label) if is_name else Literal(entity.label, entity.lang)
    if read != Literal(own.text, None if own.kind is MentionKind.NAME else own.lang):
        yield v.READ_AS, read
    if is_name and own.kind is MentionKind.NAME and own.label != base.label:
        yield v.NAME_FORM, Literal(own.label)
    if not is_name and entity.aliases:
        yield from ((v.NAME_FORM, Literal(alias, entity.lang)) for alias in entity.aliases)


def _amount(entity: Entity) -> Iterator[tuple[Iri, Term]]:
    amount = entity.amount
    if amount is None:
        return
    number = Literal(amount.number, datatype=v.DECIMAL)
    yield v.AMOUNT, number
    if amount.unit:
        yield v.UNIT, Literal(amount.unit)
    if amount.currency:
        yield v.CURRENCY, Literal(amount.currency)
    if amount.bound:
        yield v.KG(amount.bound), number
