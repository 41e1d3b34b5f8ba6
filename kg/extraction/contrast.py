"""Phrases that hold otherwise than their clause: "in Oslo, not in Bergen", "not a poet but a painter", "possibly Acme".

UD hangs such a negation or adverb on the phrase itself (https://universaldependencies.org/u/dep/advmod.html), so that
the clause as a whole is not negated. Each such phrase makes a proposition of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extraction.clauses import Clause
from kg.extraction.polarity import is_negated, is_only
from kg.extraction.tree import Word
from kg.languages import Rules
from kg.model import Modality

#: Relations of words that say how a phrase holds; where verbs negate, they are auxiliaries ("ei Oulussa").
_SAYING = frozenset({"advmod", "cc", "neg", "aux"})


@dataclass(frozen=True, slots=True)
class Stance:
    """How a phrase holds: `word` says so, where a word does."""

    negated: bool
    modality: Modality | None = None
    word: Word | None = None


def stance_of(part: Word, clause: Clause, rules: Rules) -> Stance | None:
    """How a phrase that the clause governs holds; None where it holds as its clause does."""
    if part is clause.head:
        return None
    for child in part.children:
        if child.i > part.i or child.rel not in _SAYING:
            continue
        negative = rules.is_negative(child) or (child.rel == "cc" and child.saying() in rules.negating_marks)
        if negative and not is_negated(clause, rules) and not is_only(child, part, rules):
            return Stance(negated=True, word=child)
        if child.rel == "cc" and child.lower in rules.contrasts and part.rel == "conj" and is_negated(clause, rules):
            return Stance(negated=False)
        if child.rel == "advmod" and child.lower in rules.hedges:
            return Stance(is_negated(clause, rules), rules.hedges[child.lower])
    return None


def contrasted(
    clause: Clause, phrases: Iterable[tuple[Word, list[Word]]], rules: Rules
) -> Iterator[tuple[Word, Word, Stance]]:
    """The phrases that hold otherwise, each with the first of those that it is coordinated with."""
    for first, parts in phrases:
        for part in parts:
            stance = stance_of(part, clause, rules)
            if stance is not None:
                yield first, part, stance


def without_negation(text: str, rules: Rules) -> str:
    """The words of a verb group without those that negate it."""
    kept = [word.removesuffix("n't").removesuffix("n’t") for word in text.split(" ") if word not in rules.negations]
    return " ".join(kept) or text
