"""Finnish inflection undone: a form without its clitics, possessive suffix and case ending, then its base form.

Which ending to take off is what the morphology says (https://universaldependencies.org/fi/); the rest of the form, one
kind of stem, goes through the suffix table of that kind (`suffixes`). Words are given in lower case, names as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kg.languages.suffixes import Edit, find_edit, read_tables

DATA = Path(__file__).with_name("data")


class Ending(NamedTuple):
    """How the form of a case is cut to a form that a table knows: endings to take off, the longest first."""

    kind: str
    endings: tuple[str, ...] = ()


#: (Case, Number) to the kind of stem and the endings on it; without endings the whole form is looked up.
KINDS = {
    ("Nom", "Plur"): Ending("weak", ("t",)),
    ("Gen", "Sing"): Ending("weak", ("n",)),
    ("Par", "Sing"): Ending("partitive"),
    ("Ine", "Sing"): Ending("weak", ("ssa", "ssä")),
    ("Ela", "Sing"): Ending("weak", ("sta", "stä")),
    ("Ill", "Sing"): Ending("illative"),
    ("Ade", "Sing"): Ending("weak", ("lla", "llä")),
    ("Abl", "Sing"): Ending("weak", ("lta", "ltä")),
    ("All", "Sing"): Ending("weak", ("lle",)),
    ("Ess", "Sing"): Ending("strong", ("na", "nä")),
    ("Tra", "Sing"): Ending("weak", ("ksi", "kse")),
    ("Abe", "Sing"): Ending("weak", ("tta", "ttä")),
    ("Ins", "Sing"): Ending("weak", ("n",)),
    ("Gen", "Plur"): Ending("plural genitive"),
    ("Par", "Plur"): Ending("plural partitive"),
    ("Ine", "Plur"): Ending("plural weak", ("ssa", "ssä")),
    ("Ela", "Plur"): Ending("plural weak", ("sta", "stä")),
    ("Ill", "Plur"): Ending("plural illative"),
    ("Ade", "Plur"): Ending("plural weak", ("lla", "llä")),
    ("Abl", "Plur"): Ending("plural weak", ("lta", "ltä")),
    ("All", "Plur"): Ending("plural weak", ("lle",)),
    ("Ess", "Plur"): Ending("plural strong", ("na", "nä")),
    ("Tra", "Plur"): Ending("plural weak", ("ksi", "kse")),
    ("Abe", "Plur"): Ending("plural weak", ("tta", "ttä")),
    ("Ins", "Plur"): Ending("plural weak", ("n",)),
    ("Com", "Plur"): Ending("plural strong", ("neen", "ne")),
    ("Com", "Sing"): Ending("plural strong", ("neen", "ne")),
}
CLITICS = {
    "Kin": ("kin",),
    "Kaan": ("kaan", "kään"),
    "Ko": ("ko", "kö"),
    "Han": ("han", "hän"),
    "Pa": ("pa", "pä"),
    "Ka": ("ka", "kä"),
    "S": ("s",),
}
POSSESSIVES = re.compile(r"(ni|si|mme|nne|ns[aä])$")
#: What joins endings to a word of another language, with the endings that stay on a form that is not cut.
FOREIGN = re.compile(r"(?<=[^aeiouyäö])(i|ei|i[aä]|ej[aä]|iin|eihin|ien)$")
#: The third person's other suffix, on a case that ends in a vowel: "talossaan".
LONG_VOWEL = re.compile(r"([aeiouyäö])\1n$")


@cache
def tables() -> dict[str, dict[str, Edit]]:
    """The suffix tables, by kind of stem."""
    with (DATA / "lemmas_fi.tsv").open(encoding="utf-8") as lines:
        return read_tables(lines)


def strip_clitics(word: str, names: str) -> str:
    """The word without the clitics that its morphology names ("Kin,Kaan")."""
    for name in reversed(names.split(",")):
        end = next((end for end in CLITICS.get(name, ()) if word.endswith(end)), "")
        word = word[: len(word) - len(end)]
    return word


def strip_possessive(word: str, case: str) -> str:
    """The word without its possessive suffix, with the -n that the suffix ate in the illative."""
    if match := POSSESSIVES.search(word):
        word = word[: match.start()]
    elif LONG_VOWEL.search(word):
        word = word[:-2]
    return word + "n" if case == "Ill" else word


def look_up(kind: str, word: str) -> str:
    """The base form that the table of this kind gives, or the word itself."""
    found = find_edit(tables().get(kind, {}), word)
    return found[0].apply(word) if found else word


def cut(word: str, case: str, number: str) -> tuple[str, str] | None:
    """Kind of stem and stem of a form of this case and number; None where the form has no such ending."""
    kind, endings = KINDS.get((case, number), Ending("nominative"))
    if not endings:
        return kind, word
    end = next((end for end in endings if word.lower().endswith(end) and len(word) > len(end)), None)
    return (kind, word[: -len(end)]) if end else None


def undo_case(word: str, case: str, number: str, voice: str = "") -> str | None:
    """The base form of a form of this case and number (with a voice: of a participle, the infinitive)."""
    if case == "Nom" and number == "Sing":
        return look_up(voice + "nominative", word) if voice else word
    stem = cut(word, case, number)
    return look_up(voice + stem[0], stem[1]) if stem else None


def undo_possessive(word: str, case: str, number: str, voice: str = "") -> str | None:
    """The same of a form with a possessive suffix, which hides the endings -n and -t."""
    bare = strip_possessive(word, case)
    if case == "Gen" and number == "Plur":
        return look_up(voice + "plural genitive", bare + "n")
    if case in ("Nom", "Gen"):
        return look_up(voice + "strong", bare)
    return undo_case(bare, case, number, voice)


def all_readings(word: str) -> Iterator[str]:
    """Base forms under every case that the form could be in, the commoner cases first."""
    for case, number in KINDS:
        if base := undo_case(word, case, number):
            yield base
    if POSSESSIVES.search(word):
        yield from (
            base for case in ("Nom", "Ine", "Ela", "Ill", "Par") if (base := undo_possessive(word, case, "Sing"))
        )


def foreign_stems(word: str, case: str, number: str) -> Iterator[str]:
    """What a word of another language would be, whose endings an -i- joins: "startup|i|n", "startup|ei|hin"."""
    stem = cut(word, case, number)
    if case == "Nom" and number == "Sing":
        return
    if match := FOREIGN.search(stem[1] if stem else word):
        yield word[: match.start()]
