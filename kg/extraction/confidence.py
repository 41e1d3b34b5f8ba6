"""How sure a proposition is: the share of such propositions that are right, by what can be seen of it.

A logistic regression over named features, whose weights stand in `data/confidence.toml`, fitted on gold facts and gold
tuples by `kg eval extraction --fit`. What counts as right differs: the graph's gold wants each fact once and short, and
CaRB's wants whole tuples, so each profile has an intercept of its own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from math import exp, log
from pathlib import Path

from kg.extraction.mentions import Draft
from kg.model import Argument, ArgumentKind, Mention, MentionKind, Phrase, Proposition, Sentence

_WEIGHTS = Path(__file__).with_name("data") / "confidence.toml"
_SUBJECTS = {
    MentionKind.NAME: "subject name",
    MentionKind.PRONOUN: "subject pronoun",
    MentionKind.DEFINITE: "subject definite",
    MentionKind.NOUN: "subject noun",
}
_OBJECTS = {
    MentionKind.NAME: "object name",
    MentionKind.PRONOUN: "object pronoun",
    MentionKind.DEFINITE: "object definite",
    MentionKind.NOUN: "object noun",
}


def confidence_of(
    found: Proposition, mentions: Sequence[Draft | Mention], sentence: Sentence, *, profile: str
) -> float:
    """The share of such propositions that are right, 0 to 1, to three digits."""
    weights = _read_weights()
    total = _weighed(profile, *_marks(found, mentions))
    for name, value in _measures(found, sentence):
        total += weights.get(name, 0.0) * value
    return round(1.0 / (1.0 + exp(-total)), 3)


def features(found: Proposition, mentions: Sequence[Draft | Mention], sentence: Sentence) -> Mapping[str, float]:
    """What is seen of a proposition, by name: its construction, its slots, its status, and its sentence's length."""
    return {**dict.fromkeys(_marks(found, mentions), 1.0), **dict(_measures(found, sentence))}


def _marks(found: Proposition, mentions: Sequence[Draft | Mention]) -> list[str]:
    """What simply holds of a proposition, by name."""
    marks = [f"rule {found.rule}", _kind(found.subject, mentions, _SUBJECTS, "subject clause")]
    if found.subject.start is None:
        marks.append("broken subject")
    if found.object is None:
        marks.append("no object")
    else:
        _mark_object(marks, found.object, found.subject.start, mentions)
    if found.negated:
        marks.append("negated")
    if found.modality is not None:
        marks.append("hedged")
    if found.attributed_to is not None:
        marks.append("attributed")
    return marks


def _mark_object(marks: list[str], item: Argument, subject: int | None, mentions: Sequence[Draft | Mention]) -> None:
    """Add what holds of the object; `subject` is where the subject begins."""
    phrase = item.phrase
    marks.append(_kind(phrase, mentions, _OBJECTS, "object clause"))
    if phrase.start is None:
        marks.append("broken object")
    if item.role is not None or item.case is not None:
        marks.append("object with adposition")
    if item.kind is ArgumentKind.TIME:
        marks.append("object is a time")
    if subject is not None and phrase.start is not None and phrase.start < subject:
        marks.append("object first")


def _measures(found: Proposition, sentence: Sentence) -> list[tuple[str, float]]:
    """What there is more or less of, by name."""
    subject, phrase = found.subject, None if found.object is None else found.object.phrase
    measures = [
        ("long sentence", _length(sentence.end - sentence.start, 100)),
        ("long subject", _length(len(subject.text), 12)),
        ("arguments", min(len(found.arguments), 3) / 3),
    ]
    if phrase is not None:
        measures.append(("long object", _length(len(phrase.text), 15)))
        if subject.start is not None and phrase.start is not None:
            measures.append(("far apart", _length(abs(phrase.start - subject.start), 30)))
    return measures


@lru_cache(maxsize=4096)
def _weighed(profile: str, *marks: str) -> float:
    """What the profile's intercept and these marks weigh together; texts have few combinations."""
    weights = _read_weights()
    return weights[profile] + sum([weights.get(name, 0.0) for name in marks])


def _kind(phrase: Phrase, mentions: Sequence[Draft | Mention], names: Mapping[MentionKind, str], other: str) -> str:
    return other if phrase.mention is None else names[mentions[phrase.mention].kind]


@lru_cache(maxsize=4096)
def _length(characters: int, usual: int) -> float:
    """How much longer than usual, in doublings; negative where shorter."""
    return log((characters + 5) / (usual + 5), 2)


@cache
def _read_weights() -> Mapping[str, float]:
    tables = tomllib.loads(_WEIGHTS.read_text(encoding="utf-8"))
    return {name: float(value) for table in tables.values() for name, value in table.items()}
