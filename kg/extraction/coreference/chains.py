"""Nominals to chains that speak of one thing, the sure steps first.

The sieves of Lee et al. 2013 (https://doi.org/10.1162/COLI_a_00152): names, appositions and predicates, descriptions by
their noun, and last pronouns, in text order, by salience. What fits nothing stays alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from kg.extraction.coreference.names import same_names
from kg.extraction.coreference.nominals import Nominal, mark_sections, nominals_of
from kg.extraction.coreference.salience import Asked, History, Seen, read_weights, seen_beside
from kg.extraction.coreference.syntax import are_two_things, is_pleonastic, is_possessor, mark_quotes
from kg.extraction.tree import Tree, Word
from kg.languages.people import PERSON
from kg.model import EntityClass, MentionKind

#: How many sentences back pronouns look, and how many more where nothing fits.
REACH, LAST_REACH = 6, 15
#: Nominals of a document that a description looks back at: long documents take linear time.
MEMORY = 600

#: A candidate with what is seen of it.
Candidate: TypeAlias = tuple[Nominal, Seen]
Choose: TypeAlias = Callable[[Asked, Sequence[Candidate]], Nominal | None]


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
        self._last: dict[tuple[frozenset[str], frozenset[str]], int] = {}
        self._words = [{(n.numbers, n.kinds)} if n.pronoun is not None else set() for n in nominals]

    def link(self, nominal: Nominal, antecedent: Nominal) -> None:
        """Say that the nominal stands for its antecedent."""
        self.antecedents.setdefault(nominal.number, antecedent.number)
        if nominal.pronoun is not None:
            self._last[nominal.numbers, nominal.kinds] = nominal.number
        one, other = self._parent[antecedent.number], self._parent[nominal.number]
        if one == other:
            return
        for member in self._members.pop(other):
            self._parent[member] = one
            self._members[one].append(member)
        numbers, kinds = (a & b or a for a, b in zip(self._traits[one], self._traits[other], strict=True))
        self._traits[one] = numbers, kinds
        self._words[one] |= self._words[other]

    def chain(self, nominal: Nominal) -> int:
        """The number of its chain."""
        return self._parent[nominal.number]

    def size(self, nominal: Nominal) -> int:
        """How many nominals speak of its thing."""
        return len(self._members[self.chain(nominal)])

    def agree(self, nominal: Nominal, pronoun: Nominal) -> bool:
        """Whether there is a number, and a kind of thing, that the pronoun and all of the nominal's chain can be."""
        numbers, kinds = self._traits[self.chain(nominal)]
        return bool(numbers & pronoun.numbers) and bool(kinds & pronoun.kinds)

    def history(self, nominal: Nominal, pronoun: Nominal, *, newest: bool) -> History:
        """What was said of its thing before the pronoun."""
        chain = self._parent[nominal.number]
        members = self._members[chain]
        word = (pronoun.numbers, pronoun.kinds)
        since = pronoun.sentence - 2
        last = self._last.get(word)
        return History(
            size=len(members),
            recent=sum(since <= self.nominals[i].sentence and i < pronoun.number for i in members),
            same_word=word in self._words[chain],
            last=last is not None and self._parent[last] == chain,
            certain=self._traits[chain][1] <= pronoun.kinds,
            newest=newest,
            named=any(self.nominals[i].is_name for i in members),
        )

    def clusters(self) -> list[list[Nominal]]:
        """The chains of two or more."""
        return [[self.nominals[i] for i in sorted(each)] for each in self._members.values() if len(each) > 1]


def best(asked: Asked, candidates: Sequence[Candidate]) -> Nominal | None:
    """The candidate that suits the pronoun best; the nearer one of two that suit it as well."""
    weights, manner = read_weights(), asked.manner
    scored = ((weights.salience(nominal, seen, manner), nominal.number, nominal) for nominal, seen in candidates)
    return max(scored, default=(0.0, 0, None))[2]


def chains_of(
    forest: Sequence[Tree], classes: Mapping[tuple[int, int], EntityClass | None], *, choose: Choose = best
) -> Chains:
    """The chains of a document's trees; `classes` are those of names, by (start of the tree, number of the head)."""
    nominals = nominals_of(forest, classes)
    mark_sections(forest, nominals)
    speakers = mark_quotes(forest, nominals)
    chains = Chains(nominals)
    for nominal, before in same_names(nominals):
        chains.link(nominal, before)
    _link_within(chains)
    _link_descriptions(chains)
    _link_pronouns(chains, speakers, choose)
    return chains


def _link_within(chains: Chains) -> None:
    """Appositions and predicates to what they say something of."""
    by_place = {(n.sentence, n.head.i): n for n in chains.nominals if not n.coordinated and n.pronoun is None}
    for nominal in list(by_place.values()):
        word = nominal.head
        above: Word | None = None
        if word.rel == "appos":
            above = word.head
        elif word.child("cop") is not None and nominal.kind is not MentionKind.NAME:
            above = word.child("nsubj")
            negated = any(nominal.tree.rules.is_negative(c) for c in word.children)
            above = None if negated or word.child("case") is not None else above
        target = by_place.get((nominal.sentence, above.i)) if above is not None else None
        if target is not None and _agree([nominal], [target]) and nominal.number not in chains.antecedents:
            chains.link(nominal, target)


def _link_descriptions(chains: Chains) -> None:
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
        del before[:-20]


def _is_same_again(nominal: Nominal) -> bool:
    """Whether the phrase can speak of what was spoken of: definite, or a kind without any article."""
    if nominal.kind is MentionKind.DEFINITE:
        return True
    return not any(c.rel in ("det", "nummod") for c in nominal.head.children)


def _describes(nominal: Nominal, before: Nominal) -> bool:
    """Whether all that is said of the one holds of the other."""
    if nominal.section != before.section or nominal.number - before.number > MEMORY:
        return False
    if not nominal.numbers & before.numbers or are_two_things(before, nominal):
        return False
    if nominal.kind is MentionKind.DEFINITE:
        return nominal.modifiers <= before.modifiers and _possessors(nominal) == _possessors(before)
    return nominal.modifiers == before.modifiers and before.kind is nominal.kind


def _possessors(nominal: Nominal) -> set[str]:
    return {c.lower for c in nominal.head.children if c.dep in ("nmod:poss", "det:poss")}


def _link_pronouns(chains: Chains, speakers: Mapping[int, Nominal], choose: Choose) -> None:
    """Each pronoun to what suits it best of all that comes before it, or else right behind it."""
    for nominal in chains.nominals:
        if nominal.pronoun is None or is_pleonastic(nominal):
            continue
        chosen = _participant(chains, nominal, speakers) if nominal.pronoun.person < 3 else None
        if nominal.pronoun.person == 3:
            asked = Asked(nominal)
            candidates = list(_candidates(chains, asked))
            chosen = choose(asked, candidates) if candidates else _following(chains, nominal)
        if chosen is not None:
            chains.link(nominal, chosen)


def _participant(chains: Chains, nominal: Nominal, speakers: Mapping[int, Nominal]) -> Nominal | None:
    """Who "I", "we" or "you" is: as before in the same quotation, else its speaker, else as before outside it."""
    pronoun = nominal.pronoun
    same = (
        each
        for each in reversed(chains.nominals[: nominal.number])
        if each.pronoun is not None
        and pronoun is not None
        and each.pronoun.person == pronoun.person
        and each.numbers & nominal.numbers
        and each.section == nominal.section
        and each.quote == nominal.quote
    )
    found = next(same, None)
    if found is None and pronoun is not None and pronoun.person == 1 and "Sing" in nominal.numbers:
        return speakers.get(nominal.quote)
    return found


def _candidates(chains: Chains, asked: Asked) -> Iterator[Candidate]:
    """What the pronoun can stand for, the nearest first, with what is seen of it."""
    pronoun = asked.pronoun
    for reach in (REACH, LAST_REACH):
        fitting = list(_fitting(chains, pronoun, reach))
        if fitting:
            break
    met: set[int] = set()
    for rank, candidate in enumerate(fitting):
        chain = chains.chain(candidate)
        history = chains.history(candidate, pronoun, newest=chain not in met)
        met.add(chain)
        yield candidate, seen_beside(candidate, asked, rank, history)


def _fitting(chains: Chains, pronoun: Nominal, reach: int) -> Iterator[Nominal]:
    forbidden = {chains.chain(each) for each in _beside(chains, pronoun) if are_two_things(each, pronoun)}
    for number in range(pronoun.number - 1, -1, -1):
        candidate = chains.nominals[number]
        if pronoun.sentence - candidate.sentence > reach or candidate.section != pronoun.section:
            return
        if chains.chain(candidate) not in forbidden and _can_be(candidate, pronoun, chains):
            yield candidate


def _beside(chains: Chains, pronoun: Nominal) -> Iterator[Nominal]:
    """The other nominals of its sentence."""
    for step in (-1, 1):
        number = pronoun.number + step
        while 0 <= number < len(chains.nominals) and chains.nominals[number].tree is pronoun.tree:
            yield chains.nominals[number]
            number += step


def _can_be(candidate: Nominal, pronoun: Nominal, chains: Chains) -> bool:
    if candidate.pronoun is not None and (candidate.number not in chains.antecedents and is_pleonastic(candidate)):
        return False
    if candidate.pronoun is not None and candidate.pronoun.person != 3:
        return False
    if not chains.agree(candidate, pronoun):
        return False
    return not (pronoun.pronoun is not None and pronoun.pronoun.reflexive and candidate.tree is not pronoun.tree)


def _agree(some: Iterable[Nominal], others: Iterable[Nominal]) -> bool:
    """Whether there is a number, and a kind of thing, that all can be."""
    members = [*some, *others]
    numbers = frozenset.intersection(*(each.numbers for each in members))
    return bool(numbers) and bool(frozenset.intersection(*(each.kinds for each in members)))


def _following(chains: Chains, pronoun: Nominal) -> Nominal | None:
    """The subject of the main clause behind a clause that holds the pronoun: "When she left, Ann …"."""
    above = pronoun.head
    while above.head is not None and above.rel not in ("advcl", "obl"):
        above = above.head
    main = above.head
    if main is None or above.i > main.i:
        return None
    subject = main.child("nsubj")
    if subject is None or subject.i < pronoun.head.i:
        return None
    behind = (each for each in chains.nominals[pronoun.number :] if each.tree is pronoun.tree and each.head is subject)
    return next((each for each in behind if _agree([pronoun], [each]) and not is_possessor(each)), None)
