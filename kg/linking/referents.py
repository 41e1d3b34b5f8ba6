"""Mentions to what they mean by their own document alone: a name's reading, a concept, or a thing of the document.

Definition: "Entities" in the data model. Which entity a reading is, all documents decide together (`resolution`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeAlias

from kg.linking.names import SUFFIXES, is_common, local
from kg.linking.words import Thesaurus
from kg.model import Document, Entity, EntityClass, Literal, Mention, MentionKind, Phrase, Reading

#: What a mention means: a reading stands for the entity that it resolves to.
Referent: TypeAlias = Reading | Entity

_AFTER_ALL = 10**12
_NOT_A_NAME = frozenset({EntityClass.CONCEPT, EntityClass.QUANTITY})


class Referents:
    """The referents of one document.

    `predicates` are mentions that say of something else what it is, and so are kinds; `clauses` are phrases that are no
    mentions but stand where a thing must.
    """

    def __init__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        thesaurus: Thesaurus,
        *,
        predicates: Collection[int] = (),
        clauses: Sequence[Phrase] = (),
    ) -> None:
        self._document = document
        self._mentions = mentions
        self._thesaurus = thesaurus
        self._predicates = predicates
        self._own = _numbered(self._mentions, self._things(), clauses)

    def of(self, index: int) -> Referent:
        """What a mention means."""
        mention, base = self._mentions[index], self._mentions[self.base(index)]
        if base.kind is MentionKind.NAME:
            return self._name(mention, base)
        if is_quantity(base):
            return self._quantity(base)
        if self._is_thing(self.base(index)):
            return self._thing(base)
        return self.concept(base)

    def base(self, index: int) -> int:
        """The mention that a mention stands for, itself included."""
        antecedent = self._mentions[index].antecedent
        return index if antecedent is None or index in self._predicates else antecedent

    def concept(self, mention: Mention) -> Entity:
        """The kind that a noun names."""
        known = self._thesaurus.find(mention.lang, mention.label)
        if known is not None:
            label = self._thesaurus.label(known, mention.lang) or mention.label
            aliases = () if label.casefold() == mention.label.casefold() else (mention.label,)
            return Entity(known.local, label, EntityClass.CONCEPT, mention.lang, aliases=aliases)
        return Entity(_local(mention.label, mention.lang), mention.label, EntityClass.CONCEPT, mention.lang)

    def clause(self, phrase: Phrase) -> Entity:
        """A clause as a thing of the document, called by its words."""
        number = self._own[_place(phrase)]
        return Entity(f"e{number}", phrase.text, EntityClass.CONCEPT, self._document.lang, of_document=True)

    def literal(self, index: int) -> Literal:
        """What a mention calls the thing, in base form: a name without language."""
        mention = self._mentions[index]
        return Literal(mention.label, None if mention.kind is MentionKind.NAME else mention.lang)

    def _name(self, mention: Mention, base: Mention) -> Referent:
        known = self._thesaurus.find(base.lang, base.label)
        vague = base.entity_class in _NOT_A_NAME or base.entity_class is None
        if known is not None and (vague or (self._thesaurus.spells(known, base.label) and not is_common(base.label))):
            return self.concept(base)
        other = mention.kind is MentionKind.NAME and mention.label != base.label
        entity_class = None if base.entity_class in _NOT_A_NAME else base.entity_class
        return Reading(self._document.source, base.label, entity_class, mention.label if other else None)

    def _quantity(self, mention: Mention) -> Entity:
        has_words = any(char.isalpha() for char in mention.label)
        name = _local(mention.label, mention.lang) if has_words else local(mention.label)
        lang = mention.lang if has_words else None
        return Entity(name, mention.label, EntityClass.QUANTITY, lang, amount=mention.amount)

    def _thing(self, mention: Mention) -> Entity:
        number = self._own[mention.start, mention.label]
        entity_class = mention.entity_class or EntityClass.CONCEPT
        return Entity(f"e{number}", mention.label, entity_class, mention.lang, of_document=True)

    def _is_thing(self, index: int) -> bool:
        mention = self._mentions[index]
        if mention.kind is MentionKind.NAME or is_quantity(mention) or index in self._predicates:
            return False
        return mention.kind is MentionKind.PRONOUN or not mention.generic

    def _things(self) -> list[int]:
        return [i for i in range(len(self._mentions)) if self.base(i) == i and self._is_thing(i)]


def is_quantity(mention: Mention) -> bool:
    """Whether a mention speaks of an amount."""
    return mention.amount is not None or mention.entity_class is EntityClass.QUANTITY


def _numbered(
    mentions: Sequence[Mention], things: Sequence[int], clauses: Sequence[Phrase]
) -> dict[tuple[int, str], int]:
    """A number for each thing of the document, by its place and words, in the order of the text."""
    places = {(mentions[i].start, mentions[i].label) for i in things} | {_place(clause) for clause in clauses}
    return {place: number for number, place in enumerate(sorted(places), start=1)}


def _place(clause: Phrase) -> tuple[int, str]:
    """Where a clause stands; one that is not contiguous comes after all that is."""
    return _AFTER_ALL if clause.start is None else clause.start, clause.text


def _local(label: str, lang: str) -> str:
    """The local name of a concept that the thesaurus does not know."""
    if lang != "en":
        return local(label, lang)
    return local(label, "en") if "." in label and label.rpartition(".")[2] in SUFFIXES else local(label)
