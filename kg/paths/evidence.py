"""Statements in the documents' graphs → the sentences behind a fact.

Definition: "Statements" in the data model. Statements that are no facts (negated, hedged, reported) are read too; their
status tells them apart. Places are read off IRIs; where data from elsewhere spell them out, these count.
Results are sorted by document, place in it, and statement.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from kg.model import Iri, Literal, Term, Triple
from kg.names import readable_end
from kg.paths.facts import is_served
from kg.paths.labels import label
from kg.rdf.descriptions import is_nobody
from kg.rdf.iris import Places, document_of, places
from kg.rdf.source import QuadSource
from kg.rdf.vocabulary import (
    ANCHOR_OF,
    ATTRIBUTED_TO,
    BEGIN,
    CONFIDENCE,
    CONTEXT,
    DERIVED_FROM,
    END,
    FROM,
    IGNORED,
    IMPLICIT,
    LANGUAGE,
    MODALITY,
    OBJECT,
    OBJECT_MENTION,
    OBJECT_TEXT,
    POLARITY,
    PREDICATE,
    PUBLISHED,
    RELATION_TEXT,
    SOURCE,
    SUBJECT,
    SUBJECT_MENTION,
    SUBJECT_TEXT,
    TIME,
    TITLE,
    UNTIL,
)
from kg.rdf.words import find_words

Properties = dict[Iri, Term]
Spans = tuple[tuple[int, int], ...]
_SLOTS = ((SUBJECT_MENTION, SUBJECT_TEXT), (None, RELATION_TEXT), (OBJECT_MENTION, OBJECT_TEXT))
_RELATION = 1


class Status(StrEnum):
    """How a text puts a statement; anything but asserted is no fact."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    HEDGED = "hedged"
    ATTRIBUTED = "attributed"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One statement of one sentence.

    `highlights` are half-open spans of `sentence` in characters, sorted, without overlap: the words of subject,
    relation and object; `slots` are the same for each of the three. `qualifier` is the modality (`planned`), who says
    so, `unresolved` where a pronoun stands for nobody known, or `ignored` where people decided so. `time` is when the
    sentence says that it was, `published` when the document appeared: ISO dates, months or years, "" where unknown.
    """

    statement: Iri
    triple: Triple
    status: Status
    sentence: str
    highlights: tuple[tuple[int, int], ...]
    start: int
    document: Iri
    title: str
    origin: str
    lang: str
    confidence: float | None = None
    qualifier: str = ""
    time: str = ""
    published: str = ""
    slots: tuple[Spans, ...] = ()


def evidence(source: QuadSource, triple: Triple) -> tuple[Evidence, ...]:
    """The statements of exactly this triple. Cost grows with the statements of its subject."""
    subject, predicate, value = triple
    return tuple(
        each
        for each in statements(source, subject=Iri(subject), predicate=predicate)
        if each.triple == (subject, predicate, value)
    )


def statements(
    source: QuadSource, *, subject: Iri | None = None, predicate: Iri | None = None, value: Iri | None = None
) -> tuple[Evidence, ...]:
    """The statements with this subject, or else this object, and with this predicate where one is given."""
    slot, entity = (SUBJECT, subject) if subject is not None else (OBJECT, value)
    nodes = list(_nodes(source, slot, entity))
    _foresee(source, nodes)
    found = (_statement(source, node) for node in nodes)
    kept = (each for each in found if each is not None and predicate in {None, each.triple[1]})
    wanted = (each for each in kept if value is None or each.triple[2] == value)
    return tuple(sorted(wanted, key=lambda each: (each.document, each.start, each.statement)))


def _nodes(source: QuadSource, slot: Iri, entity: Iri | None) -> Iterator[Iri]:
    yield from {quad[0]: None for quad in source.quads(None, slot, entity) if isinstance(quad[0], Iri)}


def _foresee(source: QuadSource, nodes: Collection[Iri]) -> None:
    """Behind an address, statements and their sentences are read for all of them together."""
    if is_served(source):
        source.foresee(nodes)
        places = (quad[2] for node in nodes for quad in source.quads(node, DERIVED_FROM))
        source.foresee([each for each in places if isinstance(each, Iri)])


def _statement(source: QuadSource, node: Iri) -> Evidence | None:
    """A statement with its sentence, or None where either is incomplete (an import that borrows `rdf:Statement`)."""
    own = _properties(source, node)
    subject, predicate, value = own.get(SUBJECT), own.get(PREDICATE), own.get(OBJECT)
    place = own.get(DERIVED_FROM)
    if not (isinstance(subject, Iri) and isinstance(predicate, Iri) and isinstance(place, Iri)) or value is None:
        return None
    sentence = _properties(source, place)
    document = sentence.get(CONTEXT) or document_of(place)
    text = _text(sentence.get(ANCHOR_OF))
    if not isinstance(document, Iri) or not text:
        return None
    status, qualifier = _status(source, own)
    start = _begin(place, sentence)
    slots = _slots(source, node, own, text, start)
    return Evidence(
        statement=node,
        triple=(subject, predicate, value),
        status=status,
        qualifier=qualifier,
        sentence=text,
        highlights=_merged([span for slot in slots for span in slot]),
        start=start,
        document=document,
        title=_one(source, document, TITLE) or readable_end(document),
        origin=_one(source, document, SOURCE) or readable_end(document),
        lang=_one(source, document, LANGUAGE),
        confidence=_decimal(own.get(CONFIDENCE) or Literal(_one(source, document, CONFIDENCE))),
        time=_text(own.get(TIME) or own.get(FROM) or own.get(UNTIL)),
        published=_one(source, document, PUBLISHED),
        slots=slots,
    )


def _properties(source: QuadSource, node: Iri) -> Properties:
    """What is said of a node, one value a property: the first by code point, so that the choice is stable."""
    found = sorted(((quad[1], quad[2]) for quad in source.quads(node)), key=lambda each: (each[0], str(each[1])))
    return dict(reversed(found))


def _one(source: QuadSource, node: Iri, predicate: Iri) -> str:
    """One literal of a node, without reading the rest (a document carries its whole text)."""
    return min((_text(quad[2]) for quad in source.quads(node, predicate)), default="")


def _begin(place: Iri, sentence: Properties) -> int:
    told = places(place)
    return told[0][0][0] if told else _number(sentence.get(BEGIN))


def _status(source: QuadSource, own: Properties) -> tuple[Status, str]:
    speaker, modality = own.get(ATTRIBUTED_TO), own.get(MODALITY)
    if IGNORED in own:
        return Status.HEDGED, "ignored"
    if POLARITY in own:
        return Status.NEGATED, ""
    if isinstance(modality, Iri):
        return Status.HEDGED, readable_end(modality).lower()
    if any(isinstance(thing, Iri) and is_nobody(thing) for thing in (own.get(SUBJECT), own.get(OBJECT))):
        return Status.HEDGED, "unresolved"
    if speaker is not None:
        return Status.ATTRIBUTED, label(source, speaker) if isinstance(speaker, Iri) else _text(speaker)
    return Status.ASSERTED, ""


def _slots(source: QuadSource, node: Iri, own: Properties, text: str, start: int) -> tuple[Spans, ...]:
    """The words of subject, relation and object."""
    told = (*places(node)[1:], (), (), ())
    found: list[Spans] = []
    for number, (by_mention, by_words) in enumerate(_SLOTS):
        mention = own.get(by_mention) if by_mention is not None else None
        own_places = told[number] or (_mentioned(source, mention) if isinstance(mention, Iri) else ())
        inside = [
            (begin - start, end - start) for begin, end in own_places if start <= begin < end <= start + len(text)
        ]
        if not inside and (number != _RELATION or IMPLICIT not in own):  # an implicit one's words stand nowhere
            inside = list(find_words(text, _text(own.get(by_words))))
        found.append(tuple(inside))
    return tuple(found)


def _mentioned(source: QuadSource, mention: Iri) -> Places:
    """Where a mention stands."""
    told = places(mention)
    own = {} if told else _properties(source, mention)
    return told[0] if told else ((_number(own.get(BEGIN)), _number(own.get(END))),)


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _text(term: Term | None) -> str:
    return term.text if isinstance(term, Literal) else ""


def _number(term: Term | None) -> int:
    text = _text(term)
    return int(text) if text.isdecimal() else -1


def _decimal(term: Term | None) -> float | None:
    try:
        return float(_text(term))
    except ValueError:
        return None
