"""Linked statements to their nodes.

Definition: "Statements" in the data model. The first statement of a proposition carries its further arguments; those
made from single arguments carry what holds of the clause as a whole. Numbers count from 1, in text order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import (
    Argument,
    ArgumentKind,
    Document,
    Entity,
    Extraction,
    Iri,
    Linking,
    Literal,
    MentionKind,
    Moment,
    Phrase,
    Proposition,
    Statement,
    Term,
    Triple,
)
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base, argument, sentence, statement
from kg.rdf.mentions import MentionNodes

_TYPES = (
    (re.compile(r"\d{4}\Z"), v.XSD("gYear")),
    (re.compile(r"\d{4}-\d\d\Z"), v.XSD("gYearMonth")),
    (re.compile(r"\d{4}-\d\d-\d\d\Z"), v.DATE),
)

Facts = Iterator[tuple[Iri, Term]]


@dataclass(frozen=True, slots=True)
class _Writer:
    """What the statements of one document share."""

    base: Base
    document: Iri
    lang: str
    extraction: Extraction
    mentions: MentionNodes


def statements(document: Document, linking: Linking, mentions: MentionNodes) -> Iterator[Triple]:
    """All that is stored of a document's statements; the mentions that they use are asked for on the way."""
    node, extraction = mentions.document, mentions.extraction
    writer = _Writer(mentions.base, node, document.lang, extraction, mentions)
    numbers: Counter[int] = Counter()
    seen: set[int] = set()
    for each in linking.statements:
        proposition = extraction.propositions[each.proposition]
        numbers[proposition.sentence] += 1
        subject = statement(node, proposition.sentence + 1, numbers[proposition.sentence])
        first = each.proposition not in seen
        seen.add(each.proposition)
        facts = (*_triple(writer, each, proposition), *_words(writer, each, proposition), *_status(writer, proposition))
        yield from ((subject, predicate, value) for predicate, value in (*facts, *_circumstances(writer, proposition)))
        if first:
            yield from _arguments(writer, subject, each, proposition)


def literal(moment: Moment) -> Literal | None:
    """A time as a typed literal; None for a span or one that the words do not date."""
    return None if moment.value is None else _dated(moment.value, moment.datatype)


def _triple(writer: _Writer, each: Statement, proposition: Proposition) -> Facts:
    yield v.TYPE, v.STATEMENT
    yield v.SUBJECT, writer.base.node(each.subject, writer.document)
    yield v.PREDICATE, writer.base.expand(each.predicate)
    yield v.OBJECT, _object(writer, each)
    yield v.CONFIDENCE, Literal(_decimal(proposition.confidence), datatype=v.DECIMAL)
    place = writer.extraction.sentences[proposition.sentence]
    yield v.DERIVED_FROM, sentence(writer.document, place.start, place.end)
    if each.subject_mention is not None:
        yield v.SUBJECT_MENTION, writer.mentions.node(each.subject_mention)
    if each.object_mention is not None:
        yield v.OBJECT_MENTION, writer.mentions.node(each.object_mention)
    if any(_is_unresolved(writer, index) for index in (each.subject_mention, each.object_mention)):
        yield v.UNRESOLVED, Literal("true", datatype=v.BOOLEAN)


def _object(writer: _Writer, each: Statement) -> Term:
    value = each.object
    if isinstance(value, Entity):
        return writer.base.node(value, writer.document)
    if isinstance(value, Moment):
        return literal(value) or Literal("", writer.lang)
    return value if isinstance(value, Literal) else writer.base.expand(value)


def _is_unresolved(writer: _Writer, index: int | None) -> bool:
    if index is None:
        return False
    mention = writer.extraction.mentions[index]
    return mention.kind is MentionKind.PRONOUN and mention.antecedent is None


def _words(writer: _Writer, each: Statement, proposition: Proposition) -> Facts:
    """The words of the slots. The sentence has them for a subject and object that the triple has turned round."""
    yield v.RELATION_TEXT, Literal(proposition.relation.text)
    yield v.SUBJECT_TEXT, Literal(_slot(writer, each.subject_mention, proposition, proposition.subject))
    if not isinstance(each.object, str):
        otherwise = _object_phrase(each, proposition)
        yield v.OBJECT_TEXT, Literal(_slot(writer, each.object_mention, proposition, otherwise))


def _object_phrase(each: Statement, proposition: Proposition) -> Phrase:
    if each.argument is not None and each.argument >= 0:
        return proposition.arguments[each.argument].phrase
    if proposition.object is None or each.inverse:
        return proposition.subject
    return proposition.object.phrase


def _slot(writer: _Writer, index: int | None, proposition: Proposition, otherwise: Phrase) -> str:
    """The words of the slot that holds a mention; a mention inside another slot has its own words."""
    if index is None:
        return otherwise.text
    phrases = (phrase for phrase in _phrases(proposition) if phrase.mention == index)
    return next((phrase.text for phrase in phrases), writer.extraction.mentions[index].text)


def _phrases(proposition: Proposition) -> Iterator[Phrase]:
    yield proposition.subject
    if proposition.object is not None:
        yield proposition.object.phrase
    yield from (each.phrase for each in proposition.arguments)


def _status(writer: _Writer, proposition: Proposition) -> Facts:
    if proposition.implicit:
        yield v.IMPLICIT, Literal("true", datatype=v.BOOLEAN)
    if proposition.negated:
        yield v.POLARITY, v.NEGATED
    if proposition.modality is not None:
        yield v.MODALITY, v.KG(proposition.modality.value)
    source = proposition.attributed_to
    if source is not None:
        entity = None if source.mention is None else writer.mentions.entity(source.mention)
        yield v.ATTRIBUTED_TO, entity or Literal(source.text, writer.lang)
        if source.mention is not None:
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
        node = argument(subject, number)
        yield subject, v.ARGUMENT, node
        yield from ((node, predicate, value) for predicate, value in _argument(writer, item))


def _argument(writer: _Writer, item: Argument) -> Facts:
    phrase = item.phrase
    entity = None if phrase.mention is None else writer.mentions.entity(phrase.mention)
    moment = None if phrase.moment is None else literal(phrase.moment)
    yield v.ARGUMENT_TEXT, Literal(phrase.text)
    yield v.VALUE, entity or moment or Literal(phrase.text, writer.lang)
    if item.role or item.case:
        yield v.ROLE, Literal(item.role or item.case or "")
    if phrase.mention is not None and entity is not None:
        yield v.ARGUMENT_MENTION, writer.mentions.node(phrase.mention)


def _decimal(confidence: float) -> str:
    """A share as a canonical decimal with at most three digits after the point."""
    text = f"{confidence:.3f}".rstrip("0")
    return f"{text}0" if text.endswith(".") else text
