"""What a document says of an entity (class, labels, amount), and the least of it that must be stored.

An entity's IRI tells most: `ent:AI_startup` is a concept labelled "AI startup"@en, `ent:turhautuminen.fi` one labelled
in Finnish, `ent:Devi_Parikh`, once it is known to be a person, is called "Devi Parikh". Only what differs stands in
the document's graph, on the entity itself; whoever reads the graph restores the rest (`restore`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TypeAlias

from kg.model import Entity, EntityClass, Iri, Literal, Term
from kg.names import local_part, readable_name
from kg.rdf import vocabulary as v
from kg.rdf.source import Node, Single
from kg.rdf.things import NOBODY

#: Facts about one node: predicate and value.
Facts: TypeAlias = set[tuple[Iri, Term]]

DESCRIPTIVE = frozenset({v.TYPE, v.LABEL, v.ALT_LABEL, v.AMOUNT, v.UNIT, v.CURRENCY, v.AT_LEAST, v.AT_MOST})
#: Suffixes of concepts' names that say their language; "en" where a suffix would be read as something else.
_LANGUAGES = frozenset({"en", "fi", "nn", "nb"})
#: Classes whose entities are no names.
_NO_NAMES = frozenset({v.CONCEPT, v.KG(EntityClass.QUANTITY.value)})


def describe(entity: Entity) -> Facts:
    """All that a mention says of what it denotes."""
    found: Facts = {(v.TYPE, v.KG(entity.entity_class.value)), (v.LABEL, Literal(entity.label, entity.lang))}
    found |= {(v.ALT_LABEL, Literal(alias, entity.lang)) for alias in entity.aliases}
    amount = entity.amount
    if amount is not None:
        number = Literal(amount.number, datatype=v.DECIMAL)
        found.add((v.AMOUNT, number))
        found |= {(v.UNIT, Literal(amount.unit))} if amount.unit else set()
        found |= {(v.CURRENCY, Literal(amount.currency))} if amount.currency else set()
        found |= {(v.KG(amount.bound), number)} if amount.bound else set()
    return found


def shorten(iri: Iri, facts: Facts, lang: str) -> Facts:
    """What must be stored of a description by a document of that language."""
    types, labels = _values(facts, v.TYPE), _values(facts, v.LABEL)
    short = facts - {(v.TYPE, v.CONCEPT)} if types == {v.CONCEPT} else set(facts)
    return short - {(v.LABEL, label) for label in labels} if labels == {_told(iri, types, lang)} else short


def restore(iri: Iri, stored: Node, lang: str) -> Facts:
    """The whole description of an entity that statements of the document speak of; inverse of `shorten`.

    Of a pronoun that resolves to nothing, nothing is known.
    """
    facts = {(predicate, value) for predicate in DESCRIPTIVE for value in stored.get(predicate, ())}
    if is_nobody(iri):
        return set()
    if not _values(facts, v.TYPE) and "#" not in iri:  # one thing of unknown class is no concept
        facts.add((v.TYPE, v.CONCEPT))
    told = _told(iri, _values(facts, v.TYPE), lang)
    return facts if _values(facts, v.LABEL) else facts | {(v.LABEL, told)}


def with_names(facts: Facts, mentions: Iterable[Single]) -> Facts:
    """The description with the further names under which the stored mentions of the entity speak of it."""
    known = _values(facts, v.LABEL)
    forms = {form for each in mentions for form in (each.get(v.READ_AS), each.get(v.NAME_FORM)) if form is not None}
    return facts | {(v.ALT_LABEL, form) for form in forms if form not in known}


def name_of(facts: Facts) -> tuple[str, EntityClass] | None:
    """The name and class of what is described, where it is one named thing and nothing else."""
    types, labels = _values(facts, v.TYPE), [each for each in _values(facts, v.LABEL) if isinstance(each, Literal)]
    if len(types) != 1 or types & _NO_NAMES or len(labels) != 1 or labels[0].lang is not None:
        return None
    return labels[0].text, EntityClass(str(next(iter(types))).removeprefix(v.KG))


def concept_labels(facts: Facts) -> bool:
    """Whether a noun is among what the entity is called by."""
    called = (each for each in _values(facts, v.LABEL) if isinstance(each, Literal))
    return v.CONCEPT in _values(facts, v.TYPE) and any(each.lang is not None for each in called)


def _values(facts: Facts, predicate: Iri) -> set[Term]:
    return {value for key, value in facts if key == predicate}


def is_nobody(iri: Iri) -> bool:
    """Whether a thing of a document is what a pronoun stands for that resolves to nothing."""
    return iri.rpartition("#")[2].startswith(f"{NOBODY}.")


def _told(iri: Iri, types: Collection[Term], lang: str) -> Literal:
    """The label that an entity's IRI tells."""
    if "#" in iri:
        return Literal(readable_name(local_part(iri).rpartition(".")[0]), lang)
    name, dot, suffix = readable_name(local_part(iri)).rpartition(".")
    whole = f"{name}{dot}{suffix}"
    if set(types) == {v.CONCEPT}:
        return Literal(name, suffix) if name and suffix in _LANGUAGES else Literal(whole, "en")
    return Literal(name if name and suffix in _suffixes(types) else whole)


def _suffixes(types: Collection[Term]) -> Iterator[str]:
    """What may follow the dot after a name that others have too."""
    yield from (str(each).removeprefix(v.KG) for each in types)
    yield "Name"
