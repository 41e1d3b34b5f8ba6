"""Linked statements to their nodes.

Definition: "Statements" in the data model. The first statement of a proposition carries its further arguments; those
made from single arguments carry what holds of the clause as a whole. The words of subject, relation and object stand in
the statement's IRI, by their places; as text only where they are not contiguous.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.model import (
    Argument,
    ArgumentKind,
    Document,
    Entity,
    Extraction,
    Iri,
    Linking,
    Literal,
    Moment,
    Phrase,
    Proposition,
    Sentence,
    Statement,
    Term,
    Triple,
)
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base, Places, argument, phrase, statement
from kg.rdf.mentions import MentionNodes
from kg.rdf.words import find_words

_TYPES = (
    (re.compile(r"\d{4}\Z"), v.XSD("gYear")),
    (re.compile(r"\d{4}-\d\d\Z"), v.XSD("gYearMonth")),
    (re.compile(r"\d{4}-\d\d-\d\d\Z"), v.DATE),
)

Facts = Iterator[tuple[Iri, Term]]


class _Slot(NamedTuple):
    """The words of a slot, and where they stand if they are contiguous."""

    text: str
    place: Places


_Slots = tuple[_Slot, _Slot, _Slot]


@dataclass(frozen=True, slots=True)
class _Writer:
    """What the statements of one document share. `arguments` holds what was said of arguments at each place."""

    base: Base
    node: Iri
    document: Document
    extraction: Extraction
    mentions: MentionNodes
    usual: str | None
    arguments: dict[Iri, tuple[tuple[Iri, Term], ...]] = field(default_factory=dict)

    def sentence(self, number: int) -> Iri:
        """The node of a sentence."""
        place = self.extraction.sentences[number]
        return phrase(self.node, place.start, place.end)

    def place(self, index: int) -> Places:
        """Where a mention stands."""
        mention = self.extraction.mentions[index]
        return ((mention.start, mention.end),)

    def find(self, sentence: int, words: str, after: int = 0) -> Places:
        """Where words stand in a sentence, after a place if they can; () where they do not in this order."""
        own = self.extraction.sentences[sentence]
        text = self.document.text[own.start : own.end]
        found = find_words(text, words, max(after - own.start, 0)) or find_words(text, words)
        return tuple((own.start + start, own.start + end) for start, end in found)

    def number(self, numbers: Counter[Iri], sentence: int, slots: _Slots) -> Iri:
        """The IRI of the next statement with these places."""
        first = statement(self.sentence(sentence), [slot.place for slot in slots])
        numbers[first] += 1
        return statement(self.sentence(sentence), [slot.place for slot in slots], numbers[first])


def statements(document: Document, linking: Linking, mentions: MentionNodes) -> Iterator[Triple]:
    """All that is stored of a document's statements; the mentions that they use are described on the way."""
    extraction = mentions.extraction
    writer = _Writer(mentions.base, mentions.document, document, extraction, mentions, usual(extraction, linking))
    numbers: Counter[Iri] = Counter()
    seen: set[int] = set()
    for each in linking.statements:
        proposition = extraction.propositions[each.proposition]
        slots = _slots(writer, each, proposition)
        subject = writer.number(numbers, proposition.sentence, slots)
        facts = (*_triple(writer, each, proposition), *_words(writer, each, slots), *_status(writer, proposition))
        yield from ((subject, predicate, value) for predicate, value in (*facts, *_circumstances(writer, proposition)))
        if each.proposition not in seen:
            yield from _arguments(writer, subject, each, proposition)
        seen.add(each.proposition)


def usual(extraction: Extraction, linking: Linking) -> str | None:
    """The commonest confidence of a document's statements, which stands with the document only."""
    found = Counter(_decimal(extraction.propositions[each.proposition].confidence) for each in linking.statements)
    return min(found, key=lambda text: (-found[text], text), default=None)


def literal(moment: Moment) -> Literal | None:
    """A time as a typed literal; None for a span or one that the words do not date."""
    return None if moment.value is None else _dated(moment.value, moment.datatype)


def _triple(writer: _Writer, each: Statement, proposition: Proposition) -> Facts:
    if each.subject_mention is None:
        writer.mentions.describe(each.subject)
    if isinstance(each.object, Entity) and each.object_mention is None:
        writer.mentions.describe(each.object)
    yield v.SUBJECT, writer.base.node(each.subject, writer.node)
    yield v.PREDICATE, writer.base.expand(each.predicate)
    yield v.OBJECT, _object(writer, each)
    yield v.DERIVED_FROM, writer.sentence(proposition.sentence)
    confidence = _decimal(proposition.confidence)
    if confidence != writer.usual:
        yield v.CONFIDENCE, Literal(confidence, datatype=v.DECIMAL)


def _object(writer: _Writer, each: Statement) -> Term:
    value = each.object
    if isinstance(value, Entity):
        return writer.base.node(value, writer.node)
    if isinstance(value, Moment):
        return literal(value) or Literal("", writer.document.lang)
    return value if isinstance(value, Literal) else writer.base.expand(value)


def _words(writer: _Writer, each: Statement, slots: _Slots) -> Facts:
    """What the places in the statement's IRI do not tell: words that are not contiguous, and mentions elsewhere."""
    for slot, predicate in zip(slots, (v.SUBJECT_TEXT, v.RELATION_TEXT, v.OBJECT_TEXT), strict=True):
        if not slot.place and slot.text:
            yield predicate, Literal(slot.text)
    mentions = ((each.subject_mention, v.SUBJECT_MENTION, slots[0]), (each.object_mention, v.OBJECT_MENTION, slots[2]))
    for index, predicate, slot in mentions:
        link = None if index is None else writer.mentions.use(index, slot.place)
        if link is not None:
            yield predicate, link


def _slots(writer: _Writer, each: Statement, proposition: Proposition) -> _Slots:
    """Subject, relation and object. The relation of an implicit statement stands nowhere, and neither does an activity.

    The sentence has the words for a subject and object that the triple has turned round.
    """
    subject = _slot(writer, each.subject_mention, proposition, proposition.subject)
    value = _Slot("", ())
    if not isinstance(each.object, str):
        value = _slot(writer, each.object_mention, proposition, _object_phrase(each, proposition))
    return subject, _relation(writer, proposition, subject), value


def _relation(writer: _Writer, proposition: Proposition, subject: _Slot) -> _Slot:
    """The words of the relation, in the first place after the subject if they stand there."""
    if proposition.implicit:
        return _Slot("", ())
    words, after = proposition.relation.text, subject.place[-1][1] if subject.place else 0
    return _Slot(words, writer.find(proposition.sentence, words, after))


def _object_phrase(each: Statement, proposition: Proposition) -> Phrase:
    if each.argument is not None and each.argument >= 0:
        return proposition.arguments[each.argument].phrase
    if proposition.object is None or each.inverse:
        return proposition.subject
    return proposition.object.phrase


def _slot(writer: _Writer, index: int | None, proposition: Proposition, otherwise: Phrase) -> _Slot:
    """The words of the slot that holds a mention; a mention inside another slot has its own words."""
    if index is None:
        return _Slot(otherwise.text, _place(writer, proposition, otherwise))
    held = next((phrase for phrase in _phrases(proposition) if phrase.mention == index), None)
    if held is not None:
        return _Slot(held.text, _place(writer, proposition, held))
    mention = writer.extraction.mentions[index]
    return _Slot(mention.text, writer.place(index))


def _place(writer: _Writer, proposition: Proposition, phrase: Phrase) -> Places:
    if phrase.start is None or phrase.end is None:
        return writer.find(proposition.sentence, phrase.text)
    return ((phrase.start, phrase.end),)


def _phrases(proposition: Proposition) -> Iterator[Phrase]:
    yield proposition.subject
    if proposition.object is not None:
        yield proposition.object.phrase
    yield from (each.phrase for each in proposition.arguments)


def _status(writer: _Writer, proposition: Proposition) -> Facts:
    if proposition.negated:
        yield v.POLARITY, v.NEGATED
    if proposition.modality is not None:
        yield v.MODALITY, v.KG(proposition.modality.value)
    source = proposition.attributed_to
    if source is not None:
        entity = None if source.mention is None else writer.mentions.entity(source.mention)
        yield v.ATTRIBUTED_TO, entity or Literal(source.text, writer.document.lang)
        if source.mention is not None and entity is not None:
            writer.mentions.use(source.mention, writer.place(source.mention))
            yield v.ATTRIBUTION_MENTION, writer.mentions.node(source.mention)


def _circumstances(writer: _Writer, proposition: Proposition) -> Facts:
    """When and where, whatever slot says so."""
    slots = (*([] if proposition.object is None else [proposition.object]), *proposition.arguments)
    for each in slots:
        phrase = each.phrase
        if phrase.moment is not None or each.kind is ArgumentKind.TIME:
            yield v.TIME_TEXT, Literal(phrase.text)
            yield from _time(phrase.moment)
        if each.kind is ArgumentKind.PLACE and phrase.mention is not None and each is not proposition.object:
            entity = writer.mentions.entity(phrase.mention)
            if entity is not None:
                yield v.PLACE, entity
                writer.mentions.use(phrase.mention, writer.place(phrase.mention))
                yield v.PLACE_MENTION, writer.mentions.node(phrase.mention)


def _time(moment: Moment | None) -> Facts:
    if moment is None:
        return
    if moment.value is not None:
        yield v.TIME, _dated(moment.value, moment.datatype)
    if moment.since is not None:
        yield v.FROM, _dated(moment.since, moment.datatype)
    if moment.until is not None:
        yield v.UNTIL, _dated(moment.until, moment.datatype)


def _dated(value: str, datatype: str | None) -> Literal:
    """A date with its datatype, read off its form where none is given; plain where it has neither."""
    if datatype is not None:
        return Literal(value, datatype=v.XSD(datatype.removeprefix("xsd:")))
    return Literal(value, datatype=next((name for form, name in _TYPES if form.match(value)), None))


def _arguments(writer: _Writer, subject: Iri, each: Statement, proposition: Proposition) -> Iterator[Triple]:
    """The arguments that are not the triple's object, as nodes of their own."""
    left = [] if proposition.object is None or not isinstance(each.object, str) else [proposition.object]
    if proposition.object is not None and each.inverse:
        used = {each.subject_mention, each.object_mention}
        left = [] if proposition.object.phrase.mention in used else [proposition.object]
    chosen = None if not each.inverse else each.subject_mention
    others = [a for a in proposition.arguments if chosen is None or a.phrase.mention != chosen]
    for number, item in enumerate((*left, *others), start=1):
        facts = tuple(_argument(writer, item))
        node = _argument_node(writer, item.phrase, facts)
        if node is None:
            node = argument(subject, number)
            facts = (*facts, *_apart(writer, item))
        yield subject, v.ARGUMENT, node
        yield from ((node, predicate, value) for predicate, value in facts)


def _apart(writer: _Writer, item: Argument) -> Facts:
    """What an argument's node must say where it is not its place."""
    yield v.ARGUMENT_TEXT, Literal(item.phrase.text)
    if item.phrase.mention is not None and writer.mentions.entity(item.phrase.mention) is not None:
        yield v.ARGUMENT_MENTION, writer.mentions.node(item.phrase.mention)


def _argument_node(writer: _Writer, item: Phrase, facts: tuple[tuple[Iri, Term], ...]) -> Iri | None:
    """The node of an argument: its place, unless that is a sentence's, or another one's with another value or role."""
    if item.start is None or item.end is None or Sentence(item.start, item.end) in writer.extraction.sentences:
        return None
    node = phrase(writer.node, item.start, item.end)
    return node if writer.arguments.setdefault(node, facts) == facts else None


def _argument(writer: _Writer, item: Argument) -> Facts:
    own = item.phrase
    entity = None if own.mention is None else writer.mentions.entity(own.mention)
    moment = None if own.moment is None else literal(own.moment)
    yield v.VALUE, entity or moment or Literal(own.text, writer.document.lang)
    if item.role or item.case:
        yield v.ROLE, Literal(item.role or item.case or "")
    if own.mention is not None and entity is not None:
        link = writer.mentions.use(own.mention, () if own.start is None or own.end is None else ((own.start, own.end),))
        yield from () if link is None else ((v.ARGUMENT_MENTION, link),)


def _decimal(confidence: float) -> str:
    """A share in steps of 0.05, as a canonical decimal: no measurement behind it is finer."""
    text = f"{round(confidence * 20) / 20:.2f}".rstrip("0")
    return f"{text}0" if text.endswith(".") else text
