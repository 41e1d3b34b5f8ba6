"""Propositions to the records that `kg extract` prints, one a proposition, in text order.

Every record has the same keys; what is not there is null. Offsets are characters of the document's text (with lines: of
the line), half-open; the text at them is exactly the words wherever the slot is contiguous.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from kg.model import Argument, Document, Entity, Extraction, Linking, Phrase, Proposition, Statement
from kg.names import local_name

Record: TypeAlias = dict[str, Any]


def records(
    document: Document, extraction: Extraction, linking: Linking, *, line: int, explain: bool = False
) -> Iterator[Record]:
    """The records of a document's propositions; `line` numbers the document, from 1.

    `explain` adds `tokens`: the words that made the rule hold, with part of speech and relation to their heads.
    """
    main = {s.proposition: s for s in reversed(linking.statements) if s.argument is None}
    for number, found in enumerate(extraction.propositions):
        sentence = extraction.sentences[found.sentence]
        record: Record = {
            "line": line,
            "lang": document.lang,
            "sentence": document.text[sentence.start : sentence.end],
            "start": sentence.start,
            "end": sentence.end,
            "subject": _slot(found.subject, extraction, linking),
            "relation": _relation(found, main.get(number)),
            "object": _object(found.object, extraction, linking),
            "arguments": [_argument(argument, extraction, linking) for argument in found.arguments],
            "polarity": "kg:Negated" if found.negated else None,
            "modality": f"kg:{found.modality.value}" if found.modality else None,
            "attributedTo": _source(found.attributed_to, linking),
            "implicit": found.implicit,
            "confidence": found.confidence,
            "rule": found.rule,
        }
        if explain:
            record["tokens"] = [{"text": document.text[t.start : t.end], **t._asdict()} for t in found.tokens]
        yield record


def _relation(found: Proposition, statement: Statement | None) -> Record:
    return {
        "text": found.relation.text,
        "lemma": found.relation.lemma,
        "property": statement.predicate if statement is not None else None,
        "inverse": statement.inverse if statement is not None else False,
    }


def _entity(phrase: Phrase, linking: Linking) -> Entity | None:
    return linking.entities[phrase.mention] if phrase.mention is not None else None


def _name(entity: Entity | None) -> str | None:
    if entity is None:
        return None
    return f"#{entity.local}" if entity.of_document else f"ent:{local_name(entity.local)}"


def _slot(phrase: Phrase, extraction: Extraction, linking: Linking) -> Record:
    entity = _entity(phrase, linking)
    kind = entity.entity_class if entity is not None else None
    if kind is None and phrase.mention is not None:
        kind = extraction.mentions[phrase.mention].entity_class
    return {
        "text": phrase.text,
        "start": phrase.start,
        "end": phrase.end,
        "entity": _name(entity),
        "class": f"kg:{kind.value}" if kind is not None else None,
    }


def _object(argument: Argument | None, extraction: Extraction, linking: Linking) -> Record | None:
    if argument is None:
        return None
    return _slot(argument.phrase, extraction, linking) | {"role": argument.role, "case": argument.case}


def _argument(argument: Argument, extraction: Extraction, linking: Linking) -> Record:
    moment = argument.phrase.moment
    value: Record = {}
    if moment is not None and moment.value is not None:
        value = {"value": moment.value, "datatype": moment.datatype}
    elif moment is not None:
        value = {"from": moment.since, "until": moment.until}
    kind = {"kind": argument.kind.value if argument.kind else None}
    slot = _slot(argument.phrase, extraction, linking)
    return {"role": argument.role, "case": argument.case, **slot, **value, **kind}


def _source(phrase: Phrase | None, linking: Linking) -> Record | None:
    return None if phrase is None else {"text": phrase.text, "entity": _name(_entity(phrase, linking))}
