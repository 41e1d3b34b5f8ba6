"""What a sentence's structure says of its pronouns: what they cannot stand for, and where they stand for nothing.

Binding: a pronoun and an argument of its own verb are two things, unless it is reflexive (Chomsky 1981, as in Lee et
al. 2013, https://doi.org/10.1162/COLI_a_00152); and no phrase stands for what it is part of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extraction.coreference.nominals import Nominal
from kg.extraction.tree import Tree, Word
from kg.languages.people import people_of

#: How many phrases up from a word are looked at: nested phrases take linear time.
DEEPEST = 30
#: Relations across which a phrase may hold a pronoun for itself: "the man who lost his hat".
_CLAUSES = frozenset({"acl", "advcl", "conj", "parataxis", "ccomp", "csubj", "list"})
_COORDINATION = frozenset({"conj", "appos", "flat"})
_OPENING, _CLOSING, _STRAIGHT = frozenset("“«„"), frozenset("”»"), frozenset('"')
_MARKS = re.compile('["“«„”»]')


def governor(word: Word) -> Word | None:
    """The head of the coordination that the word is in."""
    while word.rel in _COORDINATION and word.head is not None:
        word = word.head
    return word.head


def clause_of(word: Word) -> Word:
    """The predicate of the clause that the word stands in, itself left out; the root where there is none above."""
    above = word.head
    while above is not None and above.head is not None:
        if above.pos in ("VERB", "AUX") or above.child("nsubj", "cop") is not None:
            return above
        above = above.head
    return above or word


def subject_of(predicate: Word) -> Word | None:
    """Its subject, or that of the verbs that it is coordinated or chained with."""
    word: Word | None = predicate
    while word is not None:
        subject = word.child("nsubj")
        if subject is not None or word.rel not in ("conj", "xcomp", "advcl", "ccomp"):
            return subject
        word = word.head
    return None


def are_two_things(one: Nominal, pronoun: Nominal) -> bool:
    """Whether structure forbids that the pronoun stands for the other nominal, which may come before or after it."""
    return one.tree is pronoun.tree and Binding(pronoun).forbids(one)


class Binding:
    """What structure says that a pronoun, or a description, of a sentence cannot stand for."""

    def __init__(self, nominal: Nominal) -> None:
        self._head = nominal.head
        self._holders = set(_holders(nominal.head))
        free = nominal.pronoun is None or nominal.pronoun.reflexive or is_possessor(nominal)
        self._governor = None if free else governor(nominal.head)

    def forbids(self, other: Nominal) -> bool:
        """Whether the other nominal of the sentence is another thing."""
        word = other.head
        if word in self._holders or (self._head.children and _holds(self._head, word)):
            return True
        if self._governor is None or governor(word) is not self._governor:
            return False
        return not is_possessor(other)


def is_possessor(nominal: Nominal) -> bool:
    """Whether it says whose its head is."""
    own = nominal.pronoun is not None and nominal.pronoun.possessive
    return own or nominal.head.dep in ("nmod:poss", "det:poss") or nominal.head.feats.get("Poss") == "Yes"


def _holders(word: Word) -> Iterator[Word]:
    """The word, and those above it whose phrases hold it with no clause between them."""
    yield word
    for _ in range(DEEPEST):
        if word.head is None or word.rel in _CLAUSES or (word.rel == "nsubj" and word.head.pos in ("VERB", "AUX")):
            return
        word = word.head
        yield word


def _holds(outer: Word, inner: Word) -> bool:
    """Whether the phrase of `outer` holds `inner`, with no clause between them."""
    return any(word is outer for word in _holders(inner))


def is_pleonastic(nominal: Nominal) -> bool:
    """Whether a pronoun stands for nothing: "it rains", "it is clear that …", "det er viktig å …"."""
    if nominal.pronoun is None or nominal.head.rel == "expl":
        return True
    if not nominal.pronoun.kinds & frozenset("Nn") or "Sing" not in nominal.numbers or nominal.pronoun.possessive:
        return False
    above = nominal.head.head
    if nominal.head.rel != "nsubj" or above is None or nominal.pronoun.kinds & frozenset("MF"):
        return False
    if above.lemma.lower() in people_of(nominal.tree.rules.code).impersonal:
        return True
    extraposed = [c for c in above.children if c.i > above.i and c.rel in ("csubj", "ccomp", "xcomp", "advcl")]
    return above.pos == "ADJ" and any(c.rel == "csubj" or c.child("mark") is not None for c in extraposed[:1])


def mark_quotes(forest: Sequence[Tree], nominals: Sequence[Nominal]) -> dict[int, Nominal]:
    """Number the quotation of each nominal inside one; quotations to who speaks in them."""
    inside, said = _quotations(forest)
    if not inside:
        return {}
    for nominal in nominals:
        nominal.quote = inside.get((nominal.sentence, nominal.head.i), 0)
    by_place = {(n.sentence, n.head.i): n for n in nominals if not n.coordinated}
    speakers: dict[int, Nominal] = {}
    for sentence, quotes in said.items():
        reporting = forest[sentence].rules.reporting_verbs
        for verb in forest[sentence].words:
            if verb.lemma.lower() not in reporting or (sentence, verb.i) in inside:
                continue
            subject = verb.child("nsubj")
            speaker = by_place.get((sentence, subject.i)) if subject is not None else None
            if speaker is not None:
                speakers |= {quote: speaker for quote in quotes if quote not in speakers}
    return speakers


def _quotations(forest: Sequence[Tree]) -> tuple[dict[tuple[int, int], int], dict[int, set[int]]]:
    """The places of words inside quotations to the quotation's number, and sentences to the quotations in them."""
    inside: dict[tuple[int, int], int] = {}
    said: dict[int, set[int]] = {}
    current = last = 0
    for sentence, tree in enumerate(forest):
        if not current and _MARKS.search(tree.text) is None:
            continue
        for word in tree.words:
            if word.text in _OPENING or (word.text in _STRAIGHT and not current):
                last += 1
                current = last
            elif word.text in _CLOSING or word.text in _STRAIGHT:
                current = 0
            if current:
                inside[sentence, word.i] = current
                said.setdefault(sentence, set()).add(current)
    return inside, said
