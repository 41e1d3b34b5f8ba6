"""Nominals to those before them that they describe: appositions, predicates, and phrases with the same noun."""

from __future__ import annotations

from kg.extraction.coreference.chains import Chains
from kg.extraction.coreference.nominals import Nominal
from kg.extraction.coreference.syntax import are_two_things
from kg.extraction.tree import Word
from kg.model import MentionKind

#: Nominals of a document that a description looks back at, and how many of them with its noun: long documents take
#: linear time.
MEMORY, SAME_NOUN = 600, 20
#: How many sentences back a demonstrative points ("this law"), whatever else is said of the two.
CLOSE = 5


def link_within(chains: Chains) -> None:
    """Appositions and predicates to what they say something of."""
    by_place: dict[tuple[int, int], Nominal] = {}
    wholes: dict[tuple[int, int], Nominal] = {}
    for nominal in chains.nominals:
        if nominal.pronoun is None:
            (wholes if nominal.coordinated else by_place)[nominal.sentence, nominal.head.i] = nominal
    for place, nominal in by_place.items():
        above = _spoken_of(nominal)
        target = by_place.get((nominal.sentence, above.i)) if above is not None else None
        if target is None or not nominal.agrees(target):
            continue
        whole = wholes.get(place)
        if whole is not None and "Plur" not in target.numbers:
            nominal.is_part = True  # "a lawyer and writer" is one person
            chains.link(whole, target)
        elif nominal.number not in chains.antecedents:
            chains.link(nominal, target)


def _spoken_of(nominal: Nominal) -> Word | None:
    """What an apposition or predicate says something of."""
    word = nominal.head
    if word.rel == "appos":
        return word.head
    if nominal.is_name or word.child("cop") is None or word.child("case") is not None:
        return None
    negated = any(nominal.tree.rules.is_negative(c) for c in word.children)
    return None if negated else word.child("nsubj")


def link_descriptions(chains: Chains) -> None:
    """Definite descriptions to the last nominal with the same noun, unless something tells the two apart."""
    last: dict[str, list[Nominal]] = {}
    for nominal in chains.nominals:
        if nominal.head.pos != "NOUN" or nominal.is_name or nominal.coordinated:
            continue
        before = last.setdefault(nominal.label, [])
        if _is_same_again(nominal) and nominal.number not in chains.antecedents:
            match = next((each for each in reversed(before) if _describes(nominal, each)), None)
            if match is not None:
                chains.link(nominal, match)
        before.append(nominal)
        del before[:-SAME_NOUN]


def _is_same_again(nominal: Nominal) -> bool:
    """Whether the phrase can speak of what was spoken of: definite, or a kind without any article."""
    if nominal.kind is MentionKind.DEFINITE:
        return True
    return not any(c.rel in ("det", "nummod") for c in nominal.head.children)


def _describes(nominal: Nominal, before: Nominal) -> bool:
    """Whether all that is said of the one holds of the other."""
    if nominal.section != before.section or nominal.number - before.number > MEMORY:
        return False
    if nominal.numbers.isdisjoint(before.numbers):
        return False
    if nominal.kind is not MentionKind.DEFINITE:
        alike = before.kind is nominal.kind and nominal.modifiers == before.modifiers
    elif nominal.sentence - before.sentence <= CLOSE and _points(nominal):
        alike = True
    else:
        alike = nominal.modifiers <= before.modifiers and _possessors(nominal) == _possessors(before)
    return alike and not are_two_things(before, nominal)


def _points(nominal: Nominal) -> bool:
    """Whether a demonstrative says which one it is: "this law"."""
    determiner = nominal.head.child("det")
    return determiner is not None and determiner.feats.get("PronType") == "Dem"


def _possessors(nominal: Nominal) -> set[str]:
    return {c.lower for c in nominal.head.children if c.dep in ("nmod:poss", "det:poss")}
