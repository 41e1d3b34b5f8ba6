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
from kg.languages.lexicon_fi import UNSEEN
from kg.languages.suffixes import find_edit

VOWELS = "aeiouyäöåéü"
#: What each kind of candidate adds to its log probability; tuned on the development part of the treebank.
PRIORS = {
    "bare": 20.0,  # what stands before a colon or an apostrophe
    "nominative": 8.0,  # the form itself, tagged nominative singular
    "form": -4.0,  # the form itself, tagged otherwise
    "stem": 0.0,
    "short": 1.0,  # the stem without its -i
    "known name": 6.0,
    "known word": 1.0,
    "name": 1.0,  # as names with such an end go
    "word": -1.0,
    "other": 0.0,  # known as a name, in another number or case than tagged
    "guess": -6.0,  # a stem of another case than tagged
}
#: What it adds that the documents have the candidate as a nominative; that several forms share it (times a log).
AS_NAMED, SHARED = 6.0, 2.0
PARTITIVE = re.compile(r"t?[aä]$")
ILLATIVE = re.compile(r"(?:(?<=([aeiouyäö]))\1n|(?<=([aeiouyäö]))h\2n|(?<=[aeiouyäö])(?:seen|i?hin))$")
APOSTROPHE = re.compile("[’'](?!s$)(?=[a-zäö]{1,4}$)")
#: Cases that a name may be in though its tag says nominative, or the other number.
LIKELY_CASES = ("Gen", "Par", "Ine", "Ela", "Ill", "Ade", "Abl", "All")


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
    """Base forms that the name may have, each perhaps for several reasons."""
    head, colon, _ = name.text.partition(":")
    if colon and head:
        yield Candidate(head, "bare")
        return
    if match := APOSTROPHE.search(name.text):
        yield Candidate(name.text[: match.start()], "bare")
    if name.text.isupper() and len(name.text) > 4 and name.case != "Nom":
        name = name._replace(text=name.text.capitalize())
    is_nominative = name.case == "Nom" and name.number == "Sing"
    yield Candidate(name.text, "nominative" if is_nominative else "form")
    if not is_nominative:
        for stem in find_stems(name):
            yield from _from_stem(stem)
        yield from _from_tables(name)
    for case in LIKELY_CASES:
        for number in ("Sing", "Plur"):
            if (case, number) != (name.case, name.number):
                yield from _known_elsewhere(name._replace(case=case, number=number))


def find_stems(name: Name) -> Iterator[str]:
    """What stays of the form without its case ending."""
    kind, endings = KINDS.get((name.case, name.number), ("", ()))
    lower = name.text.lower()
    if kind.endswith("partitive") and (match := PARTITIVE.search(lower)):
        yield name.text[: match.start()]
        if match.group().startswith("t"):
            yield name.text[:-1]
    elif kind.endswith("illative") and (match := ILLATIVE.search(lower)):
        yield name.text[: match.start()]
    yield from (name.text[: -len(end)] for end in endings if lower.endswith(end))


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
    head, hyphen, last = form.rpartition("-")
    for prefix, label in (("name:", "name"), ("", "word")):
        found = find_edit(tables().get(prefix + kind, {}), last)
        if found and found[0].strip < len(last):
            base = head + hyphen + found[0].apply(last)
            yield Candidate(base, f"known {label}" if found[1] > len(last) else label)


def _known_elsewhere(name: Name) -> Iterator[Candidate]:
    yield from (Candidate(found.base, "other") for found in _from_tables(name) if found.kind == "known name")
    if name.number == "Sing":
        yield from (Candidate(found.base, "guess") for stem in find_stems(name) for found in _from_stem(stem))


def is_form_of(text: str, name: str) -> bool:
    """Whether a form may be one of the name, in any case that the singular or plural has."""
    if len(text) <= len(name) - 2 or text[: max(2, len(name) - 3)] != name[: max(2, len(name) - 3)]:
        return False
    tags = [Name(text, case, number) for case, number in KINDS if case != "Nom"]
    found = (each for tag in tags for each in find_candidates(tag))
    return text != name and any(each.base == name and each.kind != "form" for each in found)


def choose(names: Iterable[Name], frequency: Callable[[str], float], named: Iterable[str] = ()) -> dict[Name, str]:
    """Every name's base form.

    `frequency` is a log probability of a word (`UNSEEN` or lower for what is never seen). `named` are further forms
    that are base forms for certain, as from another part of the same document.
    """
    candidates = {name: list(find_candidates(name)) for name in sorted(set(names))}
    certain = {name.text for name in candidates if name.case == "Nom" and name.number == "Sing"} | set(named)
    shared = Counter(base for found in candidates.values() for base in {candidate.base for candidate in found})

    def score(candidate: Candidate) -> float:
        seen = max(frequency(candidate.base), frequency(candidate.base.rpartition("-")[2]), UNSEEN)
        evidence = AS_NAMED if candidate.base in certain and candidate.kind != "nominative" else 0.0
        return seen + PRIORS[candidate.kind] + evidence + SHARED * math.log(shared[candidate.base])

    return {name: max(found, key=score).base for name, found in candidates.items()}
