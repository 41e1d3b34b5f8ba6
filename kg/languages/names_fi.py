"""Base forms of Finnish names, inflected or not: "Metasta" to "Meta", "Zuckerbergin" to "Zuckerberg".

No dictionary holds all names, so each form gets candidates: the stem itself, the stem without the -i- that joins
endings to foreign names, and what the suffix tables of names and of common words make of it. What decides is how the
documents themselves call somebody, how often a candidate is seen in Finnish text, and how its kind of candidate fares.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from kg.languages.inflection_fi import KINDS, cut, tables
from kg.languages.suffixes import find_edit

VOWELS = "aeiouyäöåéü"
#: Log probabilities that a kind of candidate adds; learned by trial on TDT's development part.
PRIORS = {"stem": 0.0, "short": -1.0, "name": 1.0, "known name": 6.0, "word": -1.0, "known word": 1.0, "form": -3.0}
UNSEEN = -20.0
AS_NAMED = 8.0
SHARED = 2.0
PARTITIVE = re.compile(r"t?[aä]$")
ILLATIVE = re.compile(r"(?:(?<=([aeiouyäö]))\1n|h[aeiouyäö]n|seen|i?hin)$")


class Name(NamedTuple):
    """A name as it stands, with what its morphology says."""

    text: str
    case: str
    number: str


class Candidate(NamedTuple):
    """A base form that a name may have, and the kind of reason for it."""

    base: str
    kind: str


def find_candidates(name: Name) -> Iterator[Candidate]:
    """Base forms that the name may have; the first kind of a base form counts most."""
    head, colon, _ = name.text.partition(":")
    if colon and head:
        yield Candidate(head, "known name")
        return
    if match := re.search("[’'](?=[a-zäö]{1,4}$)", name.text):
        yield Candidate(name.text[: match.start()], "known name")
    if name.case == "Nom" and name.number == "Sing":
        yield Candidate(name.text, "known name")
        return
    yield Candidate(name.text, "form")
    for stem in find_stems(name):
        yield from _from_stem(stem)
    yield from _from_tables(name)


def find_stems(name: Name) -> Iterator[str]:
    """What stays of the form without its case ending."""
    kind, endings = KINDS.get((name.case, name.number), ("", ()))
    lower = name.text.lower()
    if kind in ("partitive", "plural partitive"):
        if match := re.search("t?[aä]$", lower):
            yield name.text[: match.start()]
            if match.group().startswith("t"):
                yield name.text[:-1]
    elif kind in ("illative", "plural illative") and (match := ILLATIVE.search(lower)):
        yield name.text[: match.start()]
    for end in endings:
        if lower.endswith(end):
            yield name.text[: -len(end)]
            return


def _from_stem(stem: str) -> Iterator[Candidate]:
    if len(stem) < 2:
        return
    yield Candidate(stem, "stem")
    if stem[-1] == "i" and stem[-2].lower() not in VOWELS:
        yield Candidate(stem[:-1], "short")


def _from_tables(name: Name) -> Iterator[Candidate]:
    stem = cut(name.text, name.case, name.number)
    if stem is None:
        return
    kind, form = stem
    for prefix, label in (("name:", "name"), ("", "word")):
        found = find_edit(tables().get(prefix + kind, {}), form)
        if found and found[0].strip < len(form):
            yield Candidate(found[0].apply(form), f"known {label}" if found[1] > len(form) else label)


def choose(names: Iterable[Name], frequency: Callable[[str], float], named: Iterable[str] = ()) -> dict[Name, str]:
    """Every name's base form.

    `frequency` is a log probability of a word (`UNSEEN` or lower for what is never seen). `named` are further forms
    that are base forms for certain, as from another part of the same document.
    """
    candidates = {name: list(find_candidates(name)) for name in sorted(set(names))}
    certain = {name.text for name in candidates if name.case == "Nom" and name.number == "Sing"} | set(named)
    shared = Counter(base for found in candidates.values() for base in {candidate.base for candidate in found})

    def score(candidate: Candidate) -> float:
        evidence = AS_NAMED if candidate.base in certain else 0.0
        return (
            max(UNSEEN, frequency(candidate.base))
            + PRIORS[candidate.kind]
            + evidence
            + SHARED * math.log(shared[candidate.base])
        )

    return {name: max(found, key=score).base for name, found in candidates.items()}
