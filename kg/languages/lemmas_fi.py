"""Base forms of Finnish words from form, part of speech and morphology, as the Turku Dependency Treebank has them.

Read `suffixes` (tables learned from a dictionary), `inflection_fi` (endings undone), `names_fi` (names, which no
dictionary holds), then this: the component `kg_lemmas_fi`, which sets every token's lemma.
Participles tagged as verbs become infinitives, comparatives positives. Base forms are in lower case but for names and
acronyms. Parts of a compound stay joined as they are written.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from kg.languages.inflection_fi import (
    DATA,
    KINDS,
    all_readings,
    foreign_stems,
    look_up,
    strip_clitics,
    strip_possessive,
    undo_case,
    undo_possessive,
)
from kg.languages.lexicon_fi import UNSEEN, lexicon_of
from kg.languages.names_fi import Name, choose

#: Clitics that may have escaped the tagger.
HIDDEN_CLITIC = re.compile(r"(k[io]n|kaan|kään|k[oö]|h[aä]n|p[aä])$")
UNCHANGED = frozenset({"SYM", "X", "PUNCT", "SPACE"})
NOMINALS = frozenset({"NOUN", "ADJ", "NUM", "PRON"})
MAY_BE_NAMES = frozenset({"NOUN", "ADJ", "VERB", "X"})


class Degree(NamedTuple):
    """A degree of comparison: its table, the end of its nominative, and the ends of all its forms."""

    table: str
    nominative: str
    ending: re.Pattern[str]


DEGREES = {
    "Cmp": Degree("comparative", "mpi", re.compile(r"^(.+)m(?:pi|[pm][aäi][a-zäö]*)$")),
    "Sup": Degree("superlative", "in", re.compile(r"^(.+)i(?:n|nt[aä]|m[pm][aäi][a-zäö]*)$")),
}
#: The first infinitive's long form ("mennäkseen").
PURPOSE = re.compile(r"kse(en|ni|si|mme|nne|ns[aä])$")
#: No Finnish word begins with a doubled consonant.
DOUBLED = re.compile(r"^([^aeiouyäö])\1")
#: How much more often a name has to be seen than the noun that it could be, in log probability.
CLEARLY = 2.0


@cache
def exceptions() -> dict[str, dict[str, str]]:
    """Part of speech to the forms whose base form no rule gives."""
    with (DATA / "lemmas_fi.toml").open("rb") as file:
        return {pos: _invert(words) for pos, words in tomllib.load(file).items()}


def _invert(words: dict[str, str]) -> dict[str, str]:
    return {form: base for base, forms in words.items() for form in forms.split()}


class Lemmatizer:
    """The component: finds base forms and sets them. What it finds for words, not for names, it remembers."""

    def __init__(self, vocab: Vocab) -> None:
        self.lexicon = lexicon_of(vocab)
        self._known: dict[tuple[str, int, str], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set every token's lemma."""
        for token in doc:
            if not is_name(token):
                token.lemma_ = self._remembered(token)
            if (token.i == 0 or token.is_sent_start) and token.pos_ == "NOUN" and token.text.istitle():
                token.lemma_ = self._opening_name(token) or token.lemma_
        self.lemmatize_names([doc])
        return doc

    def _opening_name(self, token: Token) -> str | None:
        """The base form of a name that opens its sentence, tagged as a noun: one seen far more often than the noun."""
        name = _as_name(token)
        base = choose([name], self.lexicon.frequency)[name]
        clearly = self.lexicon.frequency(base) > self.lexicon.frequency(token.lemma_) + CLEARLY
        return base if clearly and (name.case == "Nom" or base != token.text) else None

    def lemmatize_names(self, docs: Iterable[Doc], named: Iterable[str] = ()) -> None:
        """Set the lemmas of names, with all documents as evidence for each, and `named` as certain base forms."""
        tokens = [(token, _as_name(token)) for doc in docs for token in doc if is_name(token)]
        bases = choose((name for _, name in tokens), self.lexicon.frequency, named)
        for token, name in tokens:
            token.lemma_ = bases[name]

    def find_lemma(self, text: str, pos: str, feats: dict[str, str]) -> str:
        """The base form of a word that is no name."""
        head, _, ending = text.partition(":")
        if head and ending.isalpha():
            return head
        if pos in UNCHANGED or not any(char.isalpha() for char in text):
            return text
        if pos == "NUM" and any(char.isdigit() for char in text):
            return text
        if (
            text.isupper()
            and len(text) < 5
            and (len(text) == 1 or "Abbr" in feats or pos == "NUM" or feats.get("NumType") == "Ord")
        ):
            return text
        word = strip_clitics(text.lower(), feats.get("Clitic", ""))
        known = exceptions().get(pos, {})
        for form in (text.lower(), word, HIDDEN_CLITIC.sub("", word)):
            if form in known:
                return known[form]
        if pos in ("VERB", "AUX"):
            return self._verb(word, feats)
        if pos in NOMINALS:
            return self._with_capitals(text, self._nominal(word.strip("-") or word, feats))
        return self._adverb(word, feats) if pos in ("ADV", "ADP") else word

    def _remembered(self, token: Token) -> str:
        key = (token.text, token.pos, str(token.morph))
        lemma = self._known.get(key)
        if lemma is None:
            if len(self._known) > 100_000:
                self._known.clear()
            lemma = self._known[key] = self.find_lemma(token.text, token.pos_, token.morph.to_dict())
        return lemma

    def _nominal(self, word: str, feats: dict[str, str]) -> str:
        head, hyphen, last = word.rpartition("-")
        if head:
            return head + hyphen + self._nominal(last, feats)
        case, number, degree = feats.get("Case", "Nom"), feats.get("Number", "Sing"), feats.get("Degree", "Pos")
        if degree in DEGREES and (base := self.lexicon.commonest(positives(word, degree))):
            return base
        base = (undo_possessive if "Person[psor]" in feats else undo_case)(word, case, number)
        if base is None or not self.lexicon.knows(base):
            base = self._read_otherwise(word, base, case, number)
        if "Degree" in feats and base.endswith("mpi"):
            return self.lexicon.commonest([look_up("comparative", base)]) or base
        return plural_of(base) if number == "Plur" else base

    def _read_otherwise(self, word: str, base: str | None, case: str, number: str) -> str:
        """The base form where that of the tagged case, if the form has its ending, is no word that is known."""
        foreign = self.lexicon.commonest(foreign_stems(word, case, number))
        if foreign or (base and self.lexicon.ends_in_word(base)):
            return foreign or base or word
        readings = [reading for reading in all_readings(word) if reading != word and len(reading) > 2]
        best = self.lexicon.commonest([*positives(word, "Cmp"), *readings])
        return best or (word if base == word else self.lexicon.compound(readings) or base or word)

    def _with_capitals(self, text: str, base: str) -> str:
        """The base form with a capital if it is seen only so, and the first part of a compound as it stands."""
        if text.istitle() and self.lexicon.frequency(base.capitalize()) > UNSEEN and not self.lexicon.knows(base):
            return base.capitalize()
        head, hyphen, _ = text.rpartition("-")
        return head + base[len(head) :] if hyphen and head and base.startswith(head.lower()) else base

    def _adverb(self, word: str, feats: dict[str, str]) -> str:
        """An adverb or adposition without its comparison, possessive suffix ("edessään") or hidden clitic."""
        degree = feats.get("Degree")
        if degree in ("Cmp", "Sup") and word.endswith("mmin"):
            return look_up("comparative adverb" if degree == "Cmp" else "superlative adverb", word)
        if "Person[psor]" in feats or self.lexicon.frequency(word) <= UNSEEN:
            bare = strip_possessive(word, "")
            others = (bare, bare + "n", HIDDEN_CLITIC.sub("", word))
            return self.lexicon.commonest(base for base in others if base != word) or word
        return word

    def _verb(self, word: str, feats: dict[str, str]) -> str:
        voices = ("passive ", "active ") if feats.get("Voice") == "Pass" else ("active ", "passive ")
        base = verb_base(word, feats, voices[0])
        if DOUBLED.match(base):
            base = ""
        elif self.lexicon.knows(base) or (base != word and self.lexicon.ends_in_word(base)):
            return base
        readings = [reading for voice in voices for reading in verb_readings(word, feats, voice)]
        readings = [reading for reading in readings if not DOUBLED.match(reading)]
        return self.lexicon.commonest(readings) or self.lexicon.compound(readings) or base or word


def positives(word: str, degree: str) -> list[str]:
    """What a comparative or superlative in any case may be compared from, the tagged degree's reading first."""
    degrees = sorted(DEGREES, key=lambda name: name != degree)
    matches = [(DEGREES[name], DEGREES[name].ending.search(word)) for name in degrees]
    return [look_up(kind.table, match.group(1) + kind.nominative) for kind, match in matches if match]


def verb_base(word: str, feats: dict[str, str], voice: str) -> str:
    """The infinitive of a verb's form, in the voice given."""
    case, number, owned = feats.get("Case"), feats.get("Number", "Sing"), "Person[psor]" in feats
    if feats.get("VerbForm") == "Part" and case:
        base = (undo_possessive if owned else undo_case)(word, case, number, voice)
        return base or look_up(voice + "form", word)
    if feats.get("InfForm") == "1":
        return PURPOSE.sub("", word)
    if owned:
        word = re.sub(r"(?<=[aeiouyäö])([aeiouyäö]n|ni|si|mme|nne|ns[aä])$", "", word)
    return look_up(voice + "form", word)


def verb_readings(word: str, feats: dict[str, str], voice: str) -> Iterator[str]:
    """Infinitives that the form may have in this voice if its case or a clitic is tagged wrongly."""
    forms = [form for form in (word, HIDDEN_CLITIC.sub("", word)) if form]
    readings = [verb_base(form, feats, voice) for form in forms]
    if feats.get("VerbForm") == "Part":
        readings += [undo_case(word, case, number, voice) or "" for case, number in KINDS]
    yield from (reading for reading in readings if reading.endswith(("a", "ä")) and reading not in forms)


@cache
def plural_only() -> tuple[str, ...]:
    """Nouns whose base form is a plural ("kasvot")."""
    return tuple(line for line in (DATA / "plurals_fi.txt").read_text("utf-8").split() if line)


def plural_of(base: str) -> str:
    """The base form in the plural, where it has no other."""
    for noun in plural_only():
        if base.endswith(noun[:-1]) and base + "t" == base[: len(base) - len(noun) + 1] + noun:
            return base + "t"
    return base


def is_name(token: Token) -> bool:
    """Whether the token is a proper noun, or a noun, adjective or verb with a capital inside a sentence."""
    if token.pos_ == "PROPN":
        return True
    if token.pos_ not in MAY_BE_NAMES or not token.text[0].isupper() or token.is_sent_start or token.i == 0:
        return False
    return token.nbor(-1).text.isalpha() and not token.text.isupper()


def _as_name(token: Token) -> Name:
    feats = token.morph.to_dict()
    text = strip_clitics(token.text, feats.get("Clitic", ""))
    return Name(text, feats.get("Case", "Nom"), feats.get("Number", "Sing"))


@Language.factory("kg_lemmas_fi", assigns=["token.lemma"], requires=["token.pos", "token.morph"])
def make_lemmatizer(nlp: Language, name: str) -> Lemmatizer:  # noqa: ARG001  spaCy gives the component's name
    """The component for a pipeline with its vocabulary's frequencies."""
    return Lemmatizer(nlp.vocab)
