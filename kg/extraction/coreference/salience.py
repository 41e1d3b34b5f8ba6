"""How well a nominal suits a pronoun: a weighted sum of what can be seen of the two.

Grammatical role, distance, kind and repetition, as in Lappin & Leass 1994 (https://aclanthology.org/J94-4002); the
weights stand in `extraction/data/salience.toml`, fitted by `python -m training.coreference` and the same in all
languages. A candidate's weight is the log of its odds against the others. Each feature has a weight for all pronouns,
and one more for those that behave alike ("he", "it", "they", reflexives).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from math import log
from pathlib import Path
from typing import TypeAlias

from kg.extraction.coreference.nominals import Nominal
from kg.extraction.coreference.syntax import clause_of, is_possessor, subject_of
from kg.extraction.tree import Word
from kg.languages.people import PERSON
from kg.model import BlockKind, MentionKind

_WEIGHTS = Path(__file__).parents[1] / "data" / "salience.toml"
#: Distances in sentences that have a weight of their own; all beyond share the last.
_FARTHEST = 6
_NOUN, _HEADING = MentionKind.NOUN, BlockKind.HEADING
_SINGULAR, _PLURAL = frozenset({"Sing"}), frozenset({"Plur"})
_SUBORDINATE = frozenset({"acl", "advcl", "ccomp", "xcomp"})
_ROLES = frozenset({"nsubj", "obj", "obl", "nmod", "iobj", "compound", "dislocated"})

#: The roles of candidate and pronoun, and the sentences between them.
Place: TypeAlias = tuple[str, str, int]
#: What holds of a candidate beside the pronoun, by name, always in one order.
Marks: TypeAlias = tuple[str, ...]
#: How much of each of `MEASURES` there is.
Measures: TypeAlias = tuple[float, float, float]
#: How many fitting candidates are nearer, how often its thing was spoken of, and how often lately, as logarithms.
MEASURES = ("rank", "repeated", "recent")
#: What the document said before of a candidate's thing: the last two measures, and its marks.
History: TypeAlias = tuple[float, float, Marks]


class Asked:
    """A pronoun with what is looked up for each of its candidates."""

    def __init__(self, pronoun: Nominal) -> None:
        self.pronoun = pronoun
        self.manner = manner_of(pronoun)
        self.role = role_of(pronoun)
        self.clause = clause_of(pronoun.head)
        self.subject = subject_of(self.clause)
        self.above = set(pronoun.head.above())


def manner_of(pronoun: Nominal) -> str:
    """Pronouns that behave alike."""
    if pronoun.pronoun is None or pronoun.pronoun.reflexive:
        return "reflexive"
    if "Sing" not in pronoun.numbers:
        return "they"
    return "he" if pronoun.kinds & PERSON else "it"


def place_of(candidate: Nominal, asked: Asked) -> Place:
    """The roles of candidate and pronoun, and the sentences between them."""
    return role_of(candidate), asked.role, min(asked.pronoun.sentence - candidate.sentence, _FARTHEST)


def seen_of_place(place: Place) -> dict[str, float]:
    """What roles and distance say, by name."""
    role, own, distance = place
    seen = {f"distance {distance}": 1.0, f"{own} to {role}": 1.0, f"{min(distance, 2)} back {role}": 1.0}
    return {**seen, "parallel": 1.0} if role == own else seen


def history_of(size: int, recent: int, marks: Marks) -> History:
    """The history of a thing of which `size` nominals speak, and `recent` of this sentence and the two before.

    `marks` may hold that it was called by such a pronoun ("same word"), that the last such pronoun spoke of it ("last
    called so"), that it is of the pronoun's kind ("certain"), and that a name calls it ("named").
    """
    return log(size), log(1 + recent), marks


def marks_beside(candidate: Nominal, asked: Asked, role: str, history: Marks) -> Marks:
    """What holds of a candidate in this role beside the pronoun, and of its thing."""
    pronoun = asked.pronoun
    found: list[str] = []
    if candidate.quote != pronoun.quote:
        found.append("other quotation")
    if role == "possessor" and asked.role == role:
        found.append("possessor twice")
    above, own = candidate.head.head, pronoun.head.head
    if above is not None and own is not None and above.lemma == own.lemma and above is not own:
        found.append("same governor")
    if candidate.tree is pronoun.tree:
        _mark_within(candidate, asked, role, found)
    return (*history, *found) if found else history


def _mark_within(candidate: Nominal, asked: Asked, role: str, found: list[str]) -> None:
    """Add what holds of a candidate in the pronoun's own sentence."""
    word, subject = candidate.head, asked.subject
    if subject is word or (subject is not None and subject.head is word.head):
        found.append("own subject")
    if word.head in asked.above:
        found.append(f"above as {role}")
    if word in asked.above:
        found.append("holds")
    if _clause(candidate) is asked.clause:
        found.append("own clause")


def _clause(nominal: Nominal) -> Word:
    if nominal.clause is None:
        nominal.clause = clause_of(nominal.head)
    return nominal.clause


def traits_of(candidate: Nominal) -> tuple[str, ...]:
    """What is seen of a candidate by itself."""
    if candidate.traits is None:
        role = role_of(candidate)
        found = [f"role {role}", f"kind {candidate.kind}"]
        found.extend([name for name, holds in _traits(candidate, candidate.head, role) if holds])
        candidate.traits = tuple(found)
    return candidate.traits


def _traits(candidate: Nominal, word: Word, role: str) -> tuple[tuple[str, object], ...]:
    """All traits by name, each with whether the candidate has it."""
    noun = candidate.kind is _NOUN
    determiner = word.child("det", "nmod:poss") if word.children else None
    bare = noun and determiner is None
    singular, plural = candidate.numbers == _SINGULAR, candidate.numbers == _PLURAL
    clause = _clause(candidate)
    return (
        ("unsure", not candidate.sure),
        ("person", candidate.sure and candidate.kinds <= PERSON),
        ("group", candidate.pronoun is None and not singular and not plural),
        ("coordinated", candidate.coordinated),
        ("conjunct", word.rel == "conj" and word.pos != "VERB"),
        ("apposition", word.rel == "appos"),
        ("bare singular", bare and singular and word.pos != "PRON"),
        ("bare plural", bare and plural and not candidate.coordinated),
        ("determined", noun and determiner is not None and determiner.rel == "det"),
        ("demonstrative", determiner is not None and determiner.feats.get("PronType") == "Dem"),
        ("possessed", determiner is not None and determiner.rel == "nmod"),
        ("other pronoun", word.pos == "PRON" and candidate.pronoun is None),
        ("quantity", candidate.quantity),
        ("in heading", candidate.tree.kind is _HEADING),
        ("embedded", word.rel == "nmod" and role != "possessor"),
        ("subordinate", clause.rel in _SUBORDINATE),
        ("main subject", role == "nsubj" and clause.head is None),
        ("first in sentence", word.i < 3),
        ("modified", word.children and word.child("acl", "amod", "nmod") is not None),
    )


def role_of(nominal: Nominal) -> str:
    """The grammatical role, coordinated phrases like the first of them."""
    if nominal.role is None:
        nominal.role = _role(nominal)
    return nominal.role


def _role(nominal: Nominal) -> str:
    if is_possessor(nominal):
        return "possessor"
    word = nominal.head
    while word.rel in ("conj", "appos") and word.head is not None:
        word = word.head
    if word.child("cop") is not None:
        return "predicate"
    if word.head is None:
        return "root"
    return word.rel if word.rel in _ROLES else "other"


class Weights:
    """Weights of features by name, and what a nominal weighs by itself for pronouns of each manner."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._by_manner: dict[str, dict[str, float]] = {}
        self._measures: dict[str, Measures] = {}
        self._places: dict[tuple[str, Place], float] = {}
        self._marks: dict[tuple[str, Marks], float] = {}
        for manner in ("he", "it", "they", "reflexive"):
            own = {name[len(manner) + 2 :]: w for name, w in weights.items() if name.startswith(f"{manner}: ")}
            shared = {name: w for name, w in weights.items() if ": " not in name}
            total = {n: shared.get(n, 0.0) + own.get(n, 0.0) for n in {*shared, *own}}
            rank, repeated, recent = (total.get(name, 0.0) for name in MEASURES)
            self._by_manner[manner], self._measures[manner] = total, (rank, repeated, recent)

    def salience(self, candidate: Nominal, place: Place, marks: Marks, measures: Measures, manner: str) -> float:
        """The weighted sum of features."""
        traits = traits_of(candidate)
        own, of_marks = self._marks.get((manner, traits)), self._marks.get((manner, marks))
        of_place = self._places.get((manner, place))
        if own is None:
            own = self._marks[manner, traits] = self._sum(manner, traits)
        if of_place is None:
            of_place = self._places[manner, place] = self._sum(manner, seen_of_place(place))
        if of_marks is None:
            of_marks = self._marks[manner, marks] = self._sum(manner, marks)
        (rank, repeated, recent), (near, often, lately) = self._measures[manner], measures
        return own + of_place + of_marks + rank * near + repeated * often + recent * lately

    def _sum(self, manner: str, names: Iterable[str]) -> float:
        """What all these features weigh, each of which simply holds."""
        weights = self._by_manner[manner]
        return sum([weights.get(name, 0.0) for name in names])


@cache
def read_weights() -> Weights:
    """The weights that are shipped."""
    return Weights(tomllib.loads(_WEIGHTS.read_text(encoding="utf-8")))
