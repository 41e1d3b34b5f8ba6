"""Who pronouns can stand for: person, number and gender of pronouns, first names and nouns, from `data/people.toml`.

Kinds are letters: M a man, F a woman, N a thing; m, f, n a thing whose noun has that grammatical gender.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("data") / "people.toml"
BOTH = frozenset({"Sing", "Plur"})
MAN, WOMAN, PERSON, THING = frozenset("M"), frozenset("F"), frozenset("MF"), frozenset("Nmfn")
#: Grammatical genders to kinds of things.
GENDERED = {"Masc": frozenset("Nm"), "Fem": frozenset("Nf"), "Neut": frozenset("Nn")}
_NOUNS = {"male": MAN, "female": WOMAN, "person": PERSON, "group": THING}


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun asks of what it stands for."""

    person: int
    numbers: frozenset[str]
    kinds: frozenset[str]
    possessive: bool = False
    reflexive: bool = False


@dataclass(frozen=True)
class People:
    """The tables of one language."""

    pronouns: Mapping[str, Pronoun]
    names: Mapping[str, frozenset[str]]
    nouns: Mapping[str, frozenset[str]]
    groups: frozenset[str]
    impersonal: frozenset[str]
    #: What nouns and groups may end in, from those that the table gives with a hyphen in front.
    endings: tuple[str, ...]
    group_endings: tuple[str, ...]
    subjectless: frozenset[str] = frozenset()
    #: Whether "they" can stand for one group or organisation, or for one person of either sex.
    plural_groups: bool = False

    def pronoun(self, form: str, lemma: str, lang: str) -> Pronoun | None:
        """What the word asks for; None where it is no pronoun of the table. Forms come before base forms."""
        for key in (f"{lang}:{form}", form, f"{lang}:{lemma}", lemma):
            if key in self.pronouns:
                return self.pronouns[key]
        return None

    def noun(self, lemma: str) -> frozenset[str] | None:
        """The kinds that a noun of the lists names, also as the last part of a compound; None of others."""
        if lemma in self.nouns:
            return self.nouns[lemma]
        if not lemma.endswith(self.endings):
            return None
        return next((kinds for end, kinds in self.nouns.items() if end[0] == "-" and lemma.endswith(end[1:])), None)

    def is_group(self, lemma: str) -> bool:
        """Whether the noun names several who act as one."""
        return lemma in self.groups or lemma.endswith(self.group_endings)


@cache
def people_of(code: str) -> People:
    """The tables of a language, by the code of its rules."""
    raw = tomllib.loads(_DATA.read_text(encoding="utf-8"))[code]
    nouns = {noun: kinds for name, kinds in _NOUNS.items() for noun in raw["nouns"][name]}
    groups = frozenset(raw["nouns"]["group"])
    return People(
        pronouns={form: _pronoun(*said.split()) for form, said in raw["pronouns"].items()},
        names={name: kinds for key, kinds in (("male", MAN), ("female", WOMAN)) for name in raw["names"][key]}
        | dict.fromkeys({*raw["names"]["male"]} & {*raw["names"]["female"]}, PERSON),
        nouns=nouns,
        groups=groups,
        impersonal=frozenset(raw["impersonal"]["verbs"]),
        endings=_endings(nouns),
        group_endings=_endings(groups),
        subjectless=frozenset(raw["impersonal"].get("subjectless", ())),
        plural_groups=raw["names"].get("plural_groups", False),
    )


@cache
def first_names() -> frozenset[str]:
    """The first names of all languages, in lower case."""
    tables = tomllib.loads(_DATA.read_text(encoding="utf-8")).values()
    return frozenset(name for each in tables for key in ("male", "female") for name in each["names"][key])


def _endings(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word[1:] for word in words if word[0] == "-")


def _pronoun(person: str, number: str, kinds: str, *marks: str) -> Pronoun:
    numbers = BOTH if number == "Any" else frozenset({number})
    return Pronoun(int(person), numbers, frozenset(kinds), "poss" in marks, "refl" in marks)
