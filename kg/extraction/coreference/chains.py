"""Nominals in chains that speak of one thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from kg.extraction.coreference.nominals import Nominal

#: What a pronoun asks for, in number and kind: how "she" and "they" differ.
Word: TypeAlias = tuple[frozenset[str], frozenset[str]]


class Chains:
    """The nominals of a document, with the antecedent of each that has one.

    An antecedent comes before its nominal, but for cataphora ("when she left, Ann …").
    """

    def __init__(self, nominals: Sequence[Nominal]) -> None:
        self.nominals = nominals
        self.antecedents: dict[int, int] = {}
        self._parent = list(range(len(nominals)))
        self._members: dict[int, list[int]] = {i: [i] for i in self._parent}
        self._traits = [(n.numbers, n.kinds) for n in nominals]
        self._named = [n.is_name for n in nominals]
        self._words: list[set[Word]] = [{(n.numbers, n.kinds)} if n.pronoun is not None else set() for n in nominals]
        self._last: dict[Word, int] = {}

    def link(self, nominal: Nominal, antecedent: Nominal) -> None:
        """Say that the nominal stands for its antecedent."""
        self.antecedents.setdefault(nominal.number, antecedent.number)
        if nominal.pronoun is not None:
            self._last[nominal.numbers, nominal.kinds] = nominal.number
        one, other = self._parent[antecedent.number], self._parent[nominal.number]
        if one == other:
            return
        moved = self._members.pop(other)
        self._members[one] += moved
        for member in moved:
            self._parent[member] = one
        numbers, kinds = (a & b or a for a, b in zip(self._traits[one], self._traits[other], strict=True))
        self._traits[one] = numbers, kinds
        self._named[one] = self._named[one] or self._named[other]
        self._words[one] |= self._words[other]

    def chain(self, nominal: Nominal) -> int:
        """The number of its chain."""
        return self._parent[nominal.number]

    def size(self, chain: int) -> int:
        """How many nominals of the document speak of its thing."""
        return len(self._members[chain])

    def agrees(self, chain: int, pronoun: Nominal) -> bool:
        """Whether there is a number, and a kind of thing, that the pronoun and all of the chain can be."""
        numbers, kinds = self._traits[chain]
        return not (numbers.isdisjoint(pronoun.numbers) or kinds.isdisjoint(pronoun.kinds))

    def marks(self, chain: int, pronoun: Nominal) -> tuple[str, ...]:
        """What was said before of its thing that counts for the pronoun, by name (see `salience.history_of`)."""
        asked = (pronoun.numbers, pronoun.kinds)
        last = self._last.get(asked)
        found = ["same word"] if asked in self._words[chain] else []
        if last is not None and self._parent[last] == chain:
            found.append("last called so")
        if self._traits[chain][1] <= pronoun.kinds:
            found.append("certain")
        if self._named[chain]:
            found.append("named")
        return tuple(found)

    def clusters(self) -> list[list[Nominal]]:
        """The chains of two or more."""
        return [[self.nominals[i] for i in sorted(each)] for each in self._members.values() if len(each) > 1]
