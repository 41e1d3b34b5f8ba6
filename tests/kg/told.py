"""Documents told fact by fact: text, mentions and propositions made by hand, for tests of linking and of the graph."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.model import (
    Argument,
    Document,
    EntityClass,
    Extraction,
    Mention,
    MentionKind,
    Modality,
    Moment,
    Phrase,
    Proposition,
    Relation,
    Sentence,
)

PERSON, ORGANIZATION, PLACE = EntityClass.PERSON, EntityClass.ORGANIZATION, EntityClass.PLACE


_ANCHORS = (MentionKind.NAME, MentionKind.NOUN)


@dataclass(frozen=True)
class Thing:
    """How a sentence of the test speaks of something."""

    words: str
    entity_class: EntityClass | None = None
    kind: MentionKind = MentionKind.NAME
    label: str | None = None
    antecedent: int | None = None
    modifiers: tuple[tuple[str, Thing], ...] = ()
    role: str | None = None
    case: str | None = None
    moment: Moment | None = None


def name(words: str, entity_class: EntityClass | None = None, **more: object) -> Thing:
    return replace(Thing(words, entity_class), **more)  # type: ignore[arg-type]


def noun(words: str, label: str | None = None, **more: object) -> Thing:
    return replace(Thing(words, None, MentionKind.NOUN, label or words), **more)  # type: ignore[arg-type]


def words(text: str, **more: object) -> Thing:
    """Words that speak of no thing: a clause, an adjective."""
    return replace(Thing(text, label=""), **more)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Told:
    """One sentence of the test: who does what to whom."""

    subject: Thing
    relation: Relation
    object: Thing | None = None
    arguments: tuple[Thing, ...] = ()
    negated: bool = False
    modality: Modality | None = None
    attributed_to: Thing | None = None
    implicit: bool = False


class _Telling:
    def __init__(self, lang: str) -> None:
        self.lang, self.text = lang, ""
        self.mentions: list[Mention] = []

    def argument(self, thing: Thing) -> Argument:
        return Argument(self.phrase(thing), thing.role, thing.case)

    def phrase(self, thing: Thing) -> Phrase:
        start = len(self.text)
        self.text += f"{thing.words} "
        index = None if thing.label == "" else self.mention(thing, start)
        return Phrase(thing.words, start, start + len(thing.words), index, thing.moment)

    def antecedent(self, thing: Thing) -> int | None:
        """The mention that the thing stands for, where that is a name or noun before it."""
        index = thing.antecedent
        known = index is not None and index < len(self.mentions) and self.mentions[index].antecedent is None
        return index if known and index is not None and self.mentions[index].kind in _ANCHORS else None

    def mention(self, thing: Thing, start: int) -> int:
        label = thing.label or thing.words
        self.mentions.append(
            Mention(
                start,
                start + len(thing.words),
                thing.words,
                thing.kind,
                label,
                label.split()[-1].lower(),
                self.lang,
                thing.entity_class,
                self.antecedent(thing),
                generic=thing.kind is MentionKind.NOUN,
            )
        )
        index = len(self.mentions) - 1
        for role, inside in thing.modifiers:
            inner = self.mention(inside, start + thing.words.index(inside.words))
            own = self.mentions[index]
            self.mentions[index] = own._replace(modifiers=(*own.modifiers, (role, inner)))
        return index


def tell(source: str, *told: Told, lang: str = "en") -> tuple[Document, Extraction]:
    """A document that says just this, sentence by sentence."""
    telling = _Telling(lang)
    sentences, propositions = [], []
    for number, each in enumerate(told):
        start = len(telling.text)
        subject = telling.phrase(each.subject)
        telling.text += f"{each.relation.text} "
        item = None if each.object is None else telling.argument(each.object)
        arguments = tuple(telling.argument(thing) for thing in each.arguments)
        source_phrase = None if each.attributed_to is None else telling.phrase(each.attributed_to)
        sentences.append(Sentence(start, len(telling.text)))
        propositions.append(
            Proposition(
                number,
                subject,
                each.relation,
                item,
                arguments,
                each.negated,
                each.modality,
                source_phrase,
                each.implicit,
            )
        )
    extraction = Extraction(tuple(sentences), tuple(telling.mentions), tuple(propositions))
    return Document(source, telling.text, f"About {source}", lang, (), f"{len(telling.text)}"), extraction
