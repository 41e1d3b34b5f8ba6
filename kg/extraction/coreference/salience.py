"""How well a nominal suits a pronoun: a weighted sum of what can be seen of the two.

Grammatical role, distance, kind and repetition, as in Lappin & Leass 1994 (https://aclanthology.org/J94-4002); the
weights stand in `extraction/data/salience.toml`, fitted by `python -m training.coreference` and the same in all
languages. A candidate's weight is the log of its odds against the others.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from math import log
from pathlib import Path

from kg.extraction.coreference.nominals import Nominal
from kg.extraction.coreference.syntax import clause_of, is_possessor, subject_of
from kg.extraction.times import is_quantity, is_time
from kg.languages.people import PERSON
from kg.model import BlockKind, MentionKind

_WEIGHTS = Path(__file__).parents[1] / "data" / "salience.toml"
#: Distances in sentences that have a weight of their own; all beyond share the last.
_FARTHEST = 6


def salience(seen: Mapping[str, float]) -> float:
    """The weighted sum of features."""
    weights = read_weights()
    return sum(weights.get(name, 0.0) * value for name, value in seen.items())


@cache
def read_weights() -> Mapping[str, float]:
    """Feature to weight."""
    weights: dict[str, float] = tomllib.loads(_WEIGHTS.read_text(encoding="utf-8"))
    return weights


def features(
    candidate: Nominal, pronoun: Nominal, *, rank: int, repeated: int, same_word: bool, certain: bool
) -> dict[str, float]:
    """What is seen, by name.

    `rank` counts fitting candidates between the two, `repeated` how often the candidate's thing was spoken of,
    `same_word` says that the thing was already called by the very pronoun, and `certain` that it is of its kind.
    """
    which = _which(pronoun)
    role, own = role_of(candidate), role_of(pronoun)
    distance = pronoun.sentence - candidate.sentence
    seen = {
        f"distance {min(distance, _FARTHEST)}": 1.0,
        f"{which} near": 1.0 if distance == 0 else 0.0,
        f"role {role}": 1.0,
        f"kind {candidate.kind.value}": 1.0,
        f"{which} {candidate.kind.value}": 1.0,
        f"{own} to {role}": 1.0,
        "rank": log(1 + rank),
        "repeated": log(repeated),
        f"{which} repeated": log(repeated),
        "parallel": float(own == role),
    }
    marks = _marks(candidate, pronoun) | {"same word": same_word, "certain": certain}
    for name, holds in marks.items():
        if holds:
            seen[name] = seen[f"{which} {name}"] = 1.0
    return seen


def _which(pronoun: Nominal) -> str:
    """Pronouns that behave alike."""
    if pronoun.pronoun is None or pronoun.pronoun.reflexive:
        return "reflexive"
    if "Sing" not in pronoun.numbers:
        return "they"
    return "he" if pronoun.kinds & PERSON else "it"


def _marks(candidate: Nominal, pronoun: Nominal) -> dict[str, bool]:
    word = candidate.head
    same = candidate.tree is pronoun.tree
    subject = subject_of(clause_of(pronoun.head)) if same else None
    rules = candidate.tree.rules
    bare = candidate.kind is MentionKind.NOUN and word.child("det", "nmod:poss") is None
    quantified = not candidate.is_name and (is_time(word, rules) or is_quantity(word, rules))
    return {
        "own subject": same and (subject is word or (subject is not None and subject.head is word.head)),
        "unsure": not candidate.sure,
        "person": candidate.sure and candidate.kinds <= PERSON,
        "group": candidate.numbers == {"Sing", "Plur"} and candidate.pronoun is None,
        "coordinated": candidate.coordinated,
        "conjunct": word.rel == "conj" and word.pos != "VERB",
        "bare singular": bare and candidate.numbers == {"Sing"},
        "bare plural": bare and candidate.numbers == {"Plur"} and not candidate.coordinated,
        "quantity": quantified,
        "in heading": candidate.tree.kind is BlockKind.HEADING,
        "other quotation": candidate.quote != pronoun.quote,
        "embedded": word.rel == "nmod" and not is_possessor(candidate),
        "subordinate": clause_of(word).rel in ("acl", "advcl", "ccomp", "xcomp"),
        "first in sentence": word.i < 3,
        "possessor twice": is_possessor(candidate) and is_possessor(pronoun),
        "same governor": _same_lemma(candidate, pronoun),
    }


def _same_lemma(candidate: Nominal, pronoun: Nominal) -> bool:
    """Whether the two do the same in their clauses: "Ann left … when she left"."""
    one, other = candidate.head.head, pronoun.head.head
    return one is not None and other is not None and one.lemma == other.lemma and one is not other


def role_of(nominal: Nominal) -> str:
    """The grammatical role, coordinated phrases like the first of them."""
    if is_possessor(nominal):
        return "possessor"
    word = nominal.head
    while word.rel in ("conj", "appos") and word.head is not None:
        word = word.head
    if word.head is None:
        return "predicate" if word.child("cop") is not None else "root"
    if word.child("cop") is not None:
        return "predicate"
    return word.rel if word.rel in ("nsubj", "obj", "obl", "nmod", "iobj", "compound", "dislocated") else "other"
