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
from kg.model import ArgumentKind, Mention, MentionKind, Phrase, Proposition, Sentence

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
    seen = features(found, mentions, sentence)
    total = weights[profile] + sum([weights.get(name, 0.0) * value for name, value in seen.items()])
    return round(1.0 / (1.0 + exp(-total)), 3)


def features(found: Proposition, mentions: Sequence[Draft | Mention], sentence: Sentence) -> Mapping[str, float]:
    """What is seen of a proposition, by name: its construction, its slots, its status, and its sentence's length."""
    seen = {f"rule {found.rule}": 1.0, "long sentence": _length(sentence.end - sentence.start, 100)}
    seen[_kind(found.subject, mentions, _SUBJECTS, "subject clause")] = 1.0
    seen["long subject"] = _length(len(found.subject.text), 12)
    if found.subject.start is None:
        seen["broken subject"] = 1.0
    if found.object is None:
        seen["no object"] = 1.0
    else:
        _see_object(seen, found, mentions)
    seen["arguments"] = min(len(found.arguments), 3) / 3
    if found.negated:
        seen["negated"] = 1.0
    if found.modality is not None:
        seen["hedged"] = 1.0
    if found.attributed_to is not None:
        seen["attributed"] = 1.0
    return seen


def _see_object(seen: dict[str, float], found: Proposition, mentions: Sequence[Draft | Mention]) -> None:
    """Add what is seen of the object."""
    if found.object is None:
        return
    phrase = found.object.phrase
    seen[_kind(phrase, mentions, _OBJECTS, "object clause")] = 1.0
    seen["long object"] = _length(len(phrase.text), 15)
    if phrase.start is None:
        seen["broken object"] = 1.0
    if found.object.role is not None or found.object.case is not None:
        seen["object with adposition"] = 1.0
    if found.object.kind is ArgumentKind.TIME:
        seen["object is a time"] = 1.0
    if found.subject.start is not None and phrase.start is not None:
        if phrase.start < found.subject.start:
            seen["object first"] = 1.0
        seen["far apart"] = _length(abs(phrase.start - found.subject.start), 30)


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
