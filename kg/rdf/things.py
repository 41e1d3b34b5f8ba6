"""Names of the things of a document: descriptions and clauses that no other document speaks of.

`#AI-startup.3fa2` is what a sentence calls "AI-startup"; the digits follow from the sentence's words. So a thing keeps
its name when sentences move, come or go around it, and its label need not be stored. A pronoun that resolves to nothing
is `#_.3fa2`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256

from kg.model import Document, Entity, Extraction, Linking, MentionKind, Statement

#: How long a name may be, in characters; more of a label does not make it clearer.
LONGEST = 48
NOBODY = "_"
_DIGITS = 4


def with_names(document: Document, extraction: Extraction, linking: Linking) -> Linking:
    """The linking with the things of the document so named."""
    names: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for local, start, label in sorted(_things(extraction, linking), key=lambda each: (each[1], each[2], each[0])):
        if local not in names:
            name = f"{_short(label)}.{_digits(document, extraction, start)}"
            taken[name] += 1
            names[local] = name if taken[name] == 1 else f"{name}-{taken[name]}"
    return Linking(
        entities=tuple(None if each is None else _named(each, names) for each in linking.entities),
        statements=tuple(_renamed(each, names) for each in linking.statements),
    )


def _things(extraction: Extraction, linking: Linking) -> Iterator[tuple[str, int, str]]:
    """Each thing by its first name, where it stands, and its label; "" for a pronoun that resolves to nothing."""
    for own, entity in zip(extraction.mentions, linking.entities, strict=True):
        if entity is not None and entity.of_document:
            base = own if own.antecedent is None else extraction.mentions[own.antecedent]
            yield entity.local, base.start, "" if base.kind is MentionKind.PRONOUN else entity.label
    for each in linking.statements:
        sentence = extraction.sentences[extraction.propositions[each.proposition].sentence]
        for held, mention in ((each.subject, each.subject_mention), (each.object, each.object_mention)):
            if isinstance(held, Entity) and held.of_document and mention is None:
                yield held.local, sentence.start, held.label


def _short(label: str) -> str:
    """The label, or the words that begin it."""
    if not label:
        return NOBODY
    return label if len(label) <= LONGEST else label[:LONGEST].rpartition(" ")[0] or label[:LONGEST]


def _digits(document: Document, extraction: Extraction, start: int) -> str:
    """Digits that follow from the words of the sentence at a place."""
    number = bisect_right([each.start for each in extraction.sentences], start) - 1
    if number < 0:
        return "0" * _DIGITS
    sentence = extraction.sentences[number]
    words = " ".join(document.text[sentence.start : sentence.end].split())
    return sha256(words.encode()).hexdigest()[:_DIGITS]


def _named(entity: Entity, names: Mapping[str, str]) -> Entity:
    return replace(entity, local=names[entity.local]) if entity.of_document else entity


def _renamed(each: Statement, names: Mapping[str, str]) -> Statement:
    value = _named(each.object, names) if isinstance(each.object, Entity) else each.object
    return replace(each, subject=_named(each.subject, names), object=value)
