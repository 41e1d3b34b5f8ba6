"""One document's mentions to entities, and its propositions to statements.

Definition: "Entities" and "Relations" in the data model. A statement is built alike for what is asserted, negated,
hedged or reported; which of them are facts, `kg.rdf` decides. Statements are in the order of propositions, the
proposition's own before those of its arguments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kg.linking.kinds import copular, predicates
from kg.linking.names import local
from kg.linking.predicates import LITERAL_PROPERTIES
from kg.linking.referents import Referent, Referents
from kg.linking.relations import Context, Triple, clause
from kg.linking.resolution import NameTable
from kg.linking.words import Lexicon, Thesaurus
from kg.model import (
    Document,
    Entity,
    EntityClass,
    Extraction,
    Linking,
    Literal,
    Moment,
    Phrase,
    Proposition,
    Reading,
    Statement,
)


class _Draft(NamedTuple):
    """What the document says by itself, before it is known which name is which."""

    referents: Referents
    triples: tuple[tuple[int, Triple], ...]
    used: tuple[int, ...]


def link(
    document: Document, extraction: Extraction, *, frames: Lexicon, thesaurus: Thesaurus, names: NameTable
) -> Linking:
    """What the mentions and propositions of a document mean, beside the other documents of the name table.

    Whether the table holds this document's own readings already makes no difference. A mention that no proposition uses
    has no entity.
    """
    draft = _draft(document, extraction, frames, thesaurus)
    meant = {index: draft.referents.of(index) for index in draft.used}
    resolved = names.entities(document.source, _readings(document, meant))
    entities = {index: resolved[each] if isinstance(each, Reading) else each for index, each in meant.items()}
    statements = (_statement(number, triple, draft, entities, document) for number, triple in draft.triples)
    return Linking(
        entities=tuple(entities.get(index) for index in range(len(extraction.mentions))),
        statements=tuple(dict.fromkeys(statements)),
    )


def readings(
    document: Document, extraction: Extraction, *, frames: Lexicon, thesaurus: Thesaurus
) -> tuple[Reading, ...]:
    """How the document reads the names that its propositions use: what it adds to the name table."""
    draft = _draft(document, extraction, frames, thesaurus)
    return _readings(document, {index: draft.referents.of(index) for index in draft.used})


def _readings(document: Document, meant: Mapping[int, Referent]) -> tuple[Reading, ...]:
    found = dict.fromkeys(reading for each in meant.values() if (reading := _reading(document, each)) is not None)
    return tuple(found)


def _reading(document: Document, referent: Referent) -> Reading | None:
    if isinstance(referent, Reading):
        return referent
    if referent.entity_class is EntityClass.CONCEPT and not referent.of_document:
        return Reading(document.source, local(referent.local), EntityClass.CONCEPT)
    return None


def _draft(document: Document, extraction: Extraction, frames: Lexicon, thesaurus: Thesaurus) -> _Draft:
    context = Context(document.lang, extraction.mentions, frames, thesaurus)
    kinds = {index for proposition in extraction.propositions for index in predicates(context, proposition)}
    triples = tuple(
        (number, triple)
        for number, proposition in enumerate(extraction.propositions)
        for triple in _triples(context, proposition)
    )
    used = {i for proposition in extraction.propositions for i in _mentions(proposition)}
    used |= {i for _, triple in triples for i in (triple.subject.mention, _mention(triple)) if i is not None}
    return _Draft(Referents(document, extraction, thesaurus, kinds), triples, tuple(sorted(used)))


def _triples(context: Context, proposition: Proposition) -> Iterator[Triple]:
    yield from copular(context, proposition) if proposition.relation.pos == "copula" else clause(context, proposition)


def _mentions(proposition: Proposition) -> Iterator[int]:
    """The mentions in the slots of a proposition."""
    phrases = [proposition.subject, *(each.phrase for each in proposition.arguments)]
    if proposition.object is not None:
        phrases.append(proposition.object.phrase)
    if proposition.attributed_to is not None:
        phrases.append(proposition.attributed_to)
    yield from (phrase.mention for phrase in phrases if phrase.mention is not None)


def _mention(triple: Triple) -> int | None:
    """The mention of a triple's object, where its object is an entity."""
    return triple.object.mention if isinstance(triple.object, Phrase) else None


def _statement(
    number: int, triple: Triple, draft: _Draft, entities: Mapping[int, Entity], document: Document
) -> Statement:
    subject = triple.subject.mention
    value = _object(triple, entities, document)
    return Statement(
        proposition=number,
        subject=draft.referents.clause(triple.subject, document.lang) if subject is None else entities[subject],
        predicate=triple.predicate,
        object=value,
        subject_mention=subject,
        object_mention=_mention(triple) if isinstance(value, Entity) else None,
        argument=triple.argument,
        inverse=triple.inverse,
    )


def _object(triple: Triple, entities: Mapping[int, Entity], document: Document) -> Entity | Literal | Moment | str:
    phrase = triple.object
    if not isinstance(phrase, Phrase):
        return phrase
    if phrase.mention is not None:
        entity = entities[phrase.mention]
        return Literal(entity.label, entity.lang) if triple.predicate in LITERAL_PROPERTIES else entity
    if phrase.moment is not None and phrase.moment.value is not None:
        return phrase.moment
    return Literal(phrase.text, document.lang)
