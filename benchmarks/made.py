"""A made corpus of news items whose names are known: persons, companies, institutions and places, and who is who.

All of it follows from a seed and `data/resolution.toml`. Names vary as they do in articles: surnames and initials,
legal forms, acronyms with and without their expansion, Finnish case forms, accents left out in English texts, Russian
names as each language spells them, slips of the pen, and homonyms (persons of one name in different companies;
companies called like a person or a place).
"""

from __future__ import annotations

import random
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("data") / "resolution.toml"
#: How often each language comes, in a hundred.
SHARES = {"en": 40, "fi": 24, "nn": 18, "nb": 18}
_SLOT = re.compile(r"\{(\w)\.(\w+)(?:\.(\w+))?\}")
_FOLD = str.maketrans({"ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae", "š": "s", "ž": "z"})


@dataclass(frozen=True)
class Thing:
    """What names name. `names` maps a language group to the full name there; `kind` is p, c, i or l."""

    number: int
    kind: str
    names: Mapping[str, str]
    legal: str = ""
    place: int = 0
    employer: int | None = None


@dataclass
class Item:
    """One document: its text, and where in it which thing is named."""

    name: str
    lang: str
    text: str = ""
    gold: list[tuple[int, int, int]] = field(default_factory=list)


@dataclass(frozen=True)
class World:
    """All things of a corpus, by kind."""

    persons: tuple[Thing, ...]
    companies: tuple[Thing, ...]
    institutions: tuple[Thing, ...]
    places: tuple[Thing, ...]


def corpus(size: int, seed: int) -> list[Item]:
    """So many documents, the same for the same seed."""
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    chance = random.Random(seed)
    world = _world(data, chance)
    langs = chance.choices(list(SHARES), weights=list(SHARES.values()), k=size)
    return [_Writer(data["sentences"][lang], world, chance, lang).item(i) for i, lang in enumerate(langs)]


# ---------------------------------------------------------------- things


def _world(data: dict[str, Any], chance: random.Random) -> World:
    numbers = iter(range(10_000))
    places = tuple(Thing(next(numbers), "l", _same(name)) for name in data["place"]["names"])
    companies = tuple(_companies(data["company"], chance, numbers, len(places)))
    institutions = tuple(Thing(next(numbers), "i", _same(name)) for name in data["institution"]["names"])
    persons = tuple(_persons(data, chance, numbers, companies))
    return World(persons, companies, institutions, places)


def _same(name: str) -> dict[str, str]:
    return dict.fromkeys(("en", "fi", "no"), name)


def _companies(data: dict[str, Any], chance: random.Random, numbers: Iterator[int], places: int) -> Iterator[Thing]:
    for count, stem in enumerate([*data["stems"], *data["of_persons"], *data["of_places"]]):
        plain = count >= len(data["stems"]) or count % 2
        name = stem if plain else f"{stem} {chance.choice(data['designators'])}"
        forms = data["legal"][chance.choice(("en", "fi", "no"))]
        yield Thing(next(numbers), "c", _same(name), chance.choice(forms), chance.randrange(places))


def _persons(
    data: dict[str, Any], chance: random.Random, numbers: Iterator[int], companies: tuple[Thing, ...]
) -> Iterator[Thing]:
    """Two persons of each origin and surname, some with namesakes in other companies; then those of Russian names."""
    people = data["person"]
    names = []
    for origin in ("en", "fi", "no"):
        for surname in people["surname"][origin]:
            names += [_same(f"{given} {surname}") for given in chance.sample(people["given"][origin], 2)]
    names += chance.sample(names, 14)
    names += data["slavic"]
    places = chance.sample(range(len(companies)), len(companies)) * 3
    for name, employer in zip(names, places, strict=False):
        yield Thing(next(numbers), "p", name, employer=employer)


# ---------------------------------------------------------------- documents


class _Writer:
    """Writes the items of one language."""

    def __init__(self, sentences: Mapping[str, list[str]], world: World, chance: random.Random, lang: str) -> None:
        self._sentences, self._world, self._chance, self._lang = sentences, world, chance, lang
        self._group = "no" if lang in ("nn", "nb") else lang
        self._plain = lang == "en" and chance.random() < 0.5
        self._slips = chance.random() < 0.05

    def item(self, number: int) -> Item:
        """One document, about a person, a company, an institution or a place."""
        world, chance = self._world, self._chance
        person = chance.choice(world.persons)
        company = world.companies[person.employer or 0]
        other = chance.choice([each for each in world.companies if each is not company])
        slots = {
            "p": person,
            "c": company,
            "d": other,
            "i": chance.choice(world.institutions),
            "l": world.places[company.place],
        }
        plans = (
            ["person", "again", "company"], ["person", "company", "deal"], ["initial", "again", "company"],
            ["surname", "company"], ["deal", "company"], ["company", "deal", "person"], ["expanded", "acronym"],
            ["acronym", "company"], ["institution", "company"], ["place", "person"], ["bare", "person"], ["place"],
        )  # fmt: skip
        weights = (20, 14, 8, 6, 8, 10, 8, 5, 6, 7, 5, 3)
        item = Item(f"{number:03}.{self._lang}.txt", self._lang)
        for kind in chance.choices(plans, weights=weights)[0]:
            self._sentence(item, chance.choice(self._sentences[kind]), slots)
        return item

    def _sentence(self, item: Item, pattern: str, slots: Mapping[str, Thing]) -> None:
        item.text += " " if item.text else ""
        place = 0
        for slot in _SLOT.finditer(pattern):
            item.text += pattern[place : slot.start()]
            thing, form, case = slots[slot[1]], slot[2], slot[3]
            place = slot.end()
            if form == "expanded":
                self._name(item, thing, self._form(thing, "full"))
                item.text += " ("
                self._name(item, thing, self._form(thing, "acronym"))
                item.text += ")"
            else:
                self._name(item, thing, self._inflected(self._form(thing, form), case))
        item.text += pattern[place:]

    def _name(self, item: Item, thing: Thing, words: str) -> None:
        words = _folded(words) if self._plain else words
        if self._slips and thing.kind == "c" and len(words) > 9:
            at = self._chance.randrange(3, 8)
            words = words[:at] + words[at + 1 :]
            self._slips = False
        item.gold.append((len(item.text), len(item.text) + len(words), thing.number))
        item.text += words

    def _form(self, thing: Thing, form: str) -> str:
        name = thing.names[self._group]
        given, _, surname = name.partition(" ")
        if form == "short":
            return surname if thing.kind == "p" else name
        if form == "initial":
            return f"{given[0]}. {surname}"
        if form == "acronym":
            return "".join(word[0] for word in name.split() if word[0].isupper())
        return f"{name} {thing.legal}" if form == "legal" and self._chance.random() < 0.6 else name

    def _inflected(self, name: str, case: str | None) -> str:
        return name if case is None else inflected(name, case)


def _folded(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.translate(_FOLD))
    return "".join(char for char in parts if not unicodedata.combining(char))


# ---------------------------------------------------------------- Finnish

_ENDINGS = {"gen": "n", "ela": "sta", "ine": "ssa", "ade": "lla", "all": "lle", "ill": "", "par": "a"}
#: Places whose stem changes before an ending.
_STEMS = {"Turku": "Turu", "Tampere": "Tamperee"}


def inflected(name: str, case: str) -> str:
    """A Finnish case form of a name, by its last word."""
    head, space, word = name.rpartition(" ")
    if word.isupper() or word.endswith("."):
        return (
            name.rstrip(".")
            + ":"
            + {"ela": "sta", "gen": "n", "ade": "lla", "ill": "iin", "par": "ta", "ine": "ssa"}[case]
        )
    if word in ("Oy", "Oyj"):
        return head + space + word + ":" + {"ela": "stä", "gen": "n", "ade": "llä", "ill": "hin", "par": "tä"}[case]
    return head + space + _word(word, case)


def _word(word: str, case: str) -> str:
    front = not re.search("[aouå]", word.lower())
    if word.endswith("nen"):
        stem = word[:-3] + "se"
        ending = {"par": "ta", "ill": "en"}.get(case, _ENDINGS[case])
        stem = word[:-3] + "s" if case == "par" else stem
    else:
        stem = _STEMS.get(word, word) if case not in ("ill", "par") else word
        stem = stem if stem[-1] in "aeiouyäöåø" else stem + "i"
        ending = _ENDINGS[case] if case != "ill" else stem[-1] + "n"
    return stem + (ending.replace("a", "ä") if front else ending)
