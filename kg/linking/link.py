"""One document's mentions to entities, and its propositions to statements.

Definition: "Entities" and "Relations" in the data model. A statement is built alike for what is asserted, negated,
hedged or reported; which of them are facts, `kg.rdf` decides. Statements are in the order of propositions, the
proposition's own before those of its arguments.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from kg.linking.acronyms import expanded
from kg.linking.classes import Expected, settled
from kg.linking.kinds import becoming, copular, predicates
from kg.linking.names import local
from kg.linking.predicates import DATE_PROPERTIES, LITERAL_PROPERTIES
from kg.linking.referents import Referent, Referents
from kg.linking.relations import IS_A, Context, Triple, clause
from kg.linking.resolution import NameTable
from kg.linking.words import Lexicon, Thesaurus
from kg.model import (
    Document,
    Entity,
    EntityClass,
    Extraction,
    Linking,
    Literal,
    Mention,
    MentionKind,
    Moment,
    Phrase,
    Proposition,
    Reading,
    Statement,
    affiliated,
)


class Draft(NamedTuple):
    """What a document says by itself, before it is known which name is which.

    `said` are the mentions in slots of propositions; `used` are those that statements or their arguments speak of.
    """

    document: Document
    extraction: Extraction
    referents: Referents
    triples: tuple[tuple[int, Triple], ...]
    said: tuple[int, ...]
    used: tuple[int, ...]

    def readings(self) -> tuple[Reading, ...]:
        """How the document reads the names that its propositions use: what it adds to the name table."""
        found = (_reading(self.document, self.referents.of(index)) for index in self.used)
        kept = [reading for reading in found if reading is not None]
        return tuple(dict.fromkeys((*kept, *self._affiliations())))

    def _affiliations(self) -> Iterator[Reading]:
        """Names read once more, with whom the document says they belong to."""
        for _, triple in self.triples:
            order = affiliated(triple.predicate)
            mentions = triple.subject.mention, _mention(triple)
            ends = [self.referents.of(each) for each in mentions if each is not None]
            read = [each for each in ends if isinstance(each, Reading)]
            if order is not None and len(read) == 2:
                yield replace(read[order[0]], form=None, affiliation=read[order[1]].label)

    def link(self, names: NameTable) -> Linking:
        """What the mentions and propositions mean, beside the other documents of the name table.

        Whether the table holds this document's own readings already makes no difference. A mention that no proposition
        uses has no entity.
        """
        meant = {index: self.referents.of(index) for index in self.said}
        resolved = names.entities(self.document.source, self.readings())
        found = {index: resolved.get(each) if isinstance(each, Reading) else each for index, each in meant.items()}
        entities = {index: entity for index, entity in found.items() if entity is not None}
        statements = (_statement(number, triple, self, entities, self.document) for number, triple in self.triples)
        return Linking(
            entities=tuple(entities.get(index) for index in range(len(self.extraction.mentions))),
            statements=tuple(dict.fromkeys(statements)),
        )


def link(
    document: Document, extraction: Extraction, *, frames: Lexicon, thesaurus: Thesaurus, names: NameTable
) -> Linking:
    """What the mentions and propositions of a document mean, beside the other documents of the name table."""
    return draft(document, extraction, frames=frames, thesaurus=thesaurus).link(names)


def readings(
    document: Document, extraction: Extraction, *, frames: Lexicon, thesaurus: Thesaurus
) -> tuple[Reading, ...]:
    """How the document reads the names that its propositions use."""
    return draft(document, extraction, frames=frames, thesaurus=thesaurus).readings()


def _reading(document: Document, referent: Referent) -> Reading | None:
    if isinstance(referent, Reading):
        return referent
    if referent.entity_class is EntityClass.CONCEPT and not referent.of_document:
        return Reading(document.source, local(referent.local), EntityClass.CONCEPT)
    return None


def draft(
    document: Document,
    extraction: Extraction,
    *,
    frames: Lexicon,
    thesaurus: Thesaurus,
    expected: Expected | None = None,
) -> Draft:
    """The document's own part of linking, which no other document changes.

    `expected` says what the ontology's properties hold between, for the classes of names.
    """
    # What verbs say of their arguments comes before what the recogniser made of names, which decides between frames
    # that fit alike: "met Lee" is no met goal, "runs Tesla" no event.
    blank = [each._replace(entity_class=None) if _is_name(each) else each for each in extraction.mentions]
    context = Context(document.lang, blank, frames, thesaurus, guesses=extraction.mentions)
    triples = [triple for each in extraction.propositions for triple in _triples(context, each)]
    mentions = expanded(extraction.mentions, document.text)
    mentions = settled(mentions, triples, extraction.propositions, document.lang, expected or {})
    extraction = replace(extraction, mentions=mentions)
    context = Context(document.lang, extraction.mentions, frames, thesaurus)
    kinds = {index for proposition in extraction.propositions for index in predicates(context, proposition)}
    numbered = tuple(
        (number, triple)
        for number, proposition in enumerate(extraction.propositions)
        for triple in _triples(context, proposition)
    )
    used = set(_used(extraction, numbered))
    said = used.union(*(_mentions(proposition) for proposition in extraction.propositions))
    clauses = [phrase for _, triple in numbered for phrase in _clauses(triple)]
    referents = Referents(document, extraction.mentions, thesaurus, predicates=kinds, clauses=clauses)
    return Draft(document, extraction, referents, numbered, tuple(sorted(said)), tuple(sorted(used)))


def _is_name(mention: Mention) -> bool:
    return mention.kind is MentionKind.NAME and mention.entity_class is not EntityClass.QUANTITY


def _triples(context: Context, proposition: Proposition) -> Iterator[Triple]:
    if proposition.relation.pos == "copula":
        yield from copular(context, proposition)
        return
    for triple in clause(context, proposition):
        yield from becoming(context, proposition, triple) if triple.predicate == IS_A else (triple,)


def _mentions(proposition: Proposition) -> list[int]:
    """The mentions in the slots of a proposition."""
    phrases = [proposition.subject, *(each.phrase for each in proposition.arguments)]
    phrases += [] if proposition.object is None else [proposition.object.phrase]
    phrases += [] if proposition.attributed_to is None else [proposition.attributed_to]
    return [phrase.mention for phrase in phrases if phrase.mention is not None]


def _used(extraction: Extraction, triples: Iterable[tuple[int, Triple]]) -> Iterator[int]:
    """The mentions of triples, and of what stands beside them; not those of a title or name given as its words."""
    seen: set[int] = set()
    for number, triple in triples:
        own = [i for i in (triple.subject.mention, _mention(triple)) if i is not None]
        yield from own
        if number not in seen:
            seen.add(number)
            proposition = extraction.propositions[number]
            item = proposition.object
            is_object = item is not None and not triple.inverse and not isinstance(triple.object, str)
            spoken = proposition._replace(subject=Phrase("", None, None), object=None if is_object else item)
            yield from _mentions(spoken)


def _clauses(triple: Triple) -> Iterator[Phrase]:
    """The phrases of a triple that stand where a thing must, and are no mentions."""
    if triple.subject.mention is None:
        yield triple.subject
    if isinstance(triple.object, Phrase) and triple.object.mention is None and _relates(triple.predicate):
        yield triple.object


def _relates(predicate: str) -> bool:
    """Whether a property of the ontology holds between things."""
    return not predicate.startswith("rel:") and predicate not in LITERAL_PROPERTIES | DATE_PROPERTIES


def _mention(triple: Triple) -> int | None:
    """The mention of a triple's object, where its object is an entity."""
    is_entity = isinstance(triple.object, Phrase) and triple.predicate not in LITERAL_PROPERTIES
    return triple.object.mention if is_entity and isinstance(triple.object, Phrase) else None


def _statement(
    number: int, triple: Triple, own: Draft, entities: Mapping[int, Entity], document: Document
) -> Statement:
    subject = triple.subject.mention
    return Statement(
        proposition=number,
        subject=own.referents.clause(triple.subject) if subject is None else entities[subject],
        predicate=triple.predicate,
        object=_object(triple, own, entities, document),
        subject_mention=subject,
        object_mention=_mention(triple),
        argument=triple.argument,
        inverse=triple.inverse,
    )


def _object(
    triple: Triple, own: Draft, entities: Mapping[int, Entity], document: Document
) -> Entity | Literal | Moment | str:
    phrase = triple.object
    if not isinstance(phrase, Phrase):
        return phrase
    if phrase.mention is not None:
        if triple.predicate in LITERAL_PROPERTIES:
            return own.referents.literal(phrase.mention)
        return entities[phrase.mention]
    if phrase.moment is not None and phrase.moment.value is not None:
        return phrase.moment
    return own.referents.clause(phrase) if _relates(triple.predicate) else Literal(phrase.text, document.lang)
