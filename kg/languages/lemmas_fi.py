"""Base forms of Finnish words from form, part of speech and morphology, as the Turku Dependency Treebank has them.

Read `suffixes` (tables learned from a dictionary), `inflection_fi` (endings undone), `names_fi` (names, which no
dictionary holds), then this: the component `kg_lemmas_fi`, which sets every token's lemma.
Participles tagged as verbs become infinitives, comparatives positives. Base forms are in lower case but for names and
acronyms. Parts of a compound stay joined as they are written.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from kg.languages.inflection_fi import (
    DATA,
    all_readings,
    look_up,
    strip_clitics,
    undo_case,
    undo_possessive,
)
from kg.languages.names_fi import UNSEEN, Name, choose

#: Clitics that may have escaped the tagger.
HIDDEN_CLITIC = re.compile(r"(k[io]n|kaan|kään|k[oö]|h[aä]n|p[aä])$")
UNCHANGED = frozenset({"SYM", "X", "PUNCT", "SPACE"})
NOMINALS = frozenset({"NOUN", "ADJ", "NUM", "PRON"})


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
        table = vocab.lookups.get_table("lexeme_prob") if vocab.lookups.has_table("lexeme_prob") else {}
        self.frequency: Callable[[str], float] = lambda word: float(table.get(word, UNSEEN))
        self._known: dict[tuple[str, int, str], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set every token's lemma."""
        for token in doc:
            if token.pos_ != "PROPN":
                token.lemma_ = self._remembered(token)
        self.lemmatize_names([doc])
        return doc

    def lemmatize_names(self, docs: Iterable[Doc], named: Iterable[str] = ()) -> None:
        """Set the lemmas of names, with all documents as evidence for each, and `named` as certain base forms."""
        tokens = [(token, _as_name(token)) for doc in docs for token in doc if token.pos_ == "PROPN"]
        bases = choose((name for _, name in tokens), self.frequency, named)
        for token, name in tokens:
            token.lemma_ = bases[name]

    def find_lemma(self, text: str, pos: str, feats: dict[str, str]) -> str:
        """The base form of a word that is no name."""
        if ":" in text[1:]:
            return text.partition(":")[0]
        if pos in UNCHANGED or not any(char.isalpha() for char in text):
            return text
        if text.isupper() and (len(text) == 1 or "Abbr" in feats or pos == "NUM" or feats.get("NumType") == "Ord"):
            return text
        word = strip_clitics(text.lower(), feats.get("Clitic", ""))
        known = exceptions().get(pos, {})
        for form in (text.lower(), word, HIDDEN_CLITIC.sub("", word)):
            if form in known:
                return known[form]
        if pos in ("VERB", "AUX"):
            return self._verb(word, feats)
        if pos in NOMINALS:
            return _with_capitals(text, self._nominal(word.strip("-") or word, feats))
        return _adverb(word, feats) if pos == "ADV" else word

    def _remembered(self, token: Token) -> str:
        key = (token.text, token.pos, str(token.morph))
        lemma = self._known.get(key)
        if lemma is None:
            if len(self._known) > 100_000:
                self._known.clear()
            lemma = self._known[key] = self.find_lemma(token.text, token.pos_, token.morph.to_dict())
        return lemma

    def _nominal(self, word: str, feats: dict[str, str]) -> str:
        case, number = feats.get("Case", "Nom"), feats.get("Number", "Sing")
        undo = undo_possessive if "Person[psor]" in feats else undo_case
        base = undo(word, case, number)
        degree = feats.get("Degree")
        if base and degree in ("Cmp", "Sup"):
            return look_up("comparative" if degree == "Cmp" else "superlative", base)
        if base is None or self.frequency(base) <= UNSEEN:
            base = self._best(all_readings(HIDDEN_CLITIC.sub("", word)), base or word)
        return self._plural_only(base, number)

    def _best(self, readings: Iterable[str], otherwise: str) -> str:
        """The commonest reading, or the other where none is ever seen."""
        best = max(readings, key=self.frequency, default=otherwise)
        return best if self.frequency(best) > UNSEEN else otherwise

    def _plural_only(self, base: str, number: str) -> str:
        if number != "Plur":
            return base
        return base

    def _verb(self, word: str, feats: dict[str, str]) -> str:
        voice = "passive " if feats.get("Voice") == "Pass" else "active "
        case, number = feats.get("Case"), feats.get("Number", "Sing")
        owned = "Person[psor]" in feats
        if feats.get("VerbForm") == "Part" and case:
            base = (undo_possessive if owned else undo_case)(word, case, number, voice)
            return base or look_up(voice + "form", word)
        if feats.get("InfForm") == "1" and case == "Tra":
            return re.sub(r"kse(en|ni|si|mme|nne|ns[aä])$", "", word)
        if owned:
            word = re.sub(r"(?<=[aeiouyäö])(an|än|ni|si|mme|nne|ns[aä])$", "", word)
        return look_up(voice + "form", word)


def _adverb(word: str, feats: dict[str, str]) -> str:
    """An adverb without its comparison."""
    if feats.get("Degree") == "Cmp" and word.endswith("mmin"):
        return look_up("comparative adverb", word)
    if feats.get("Degree") == "Sup" and word.endswith("immin"):
        return look_up("superlative adverb", word)
    return word


def _with_capitals(text: str, lemma: str) -> str:
    """The base form with the first part of its compound as the text has it ("A-poika", "Suomi-kuva")."""
    head, hyphen, _ = text.rpartition("-")
    return head + lemma[len(head) :] if hyphen and head and lemma.startswith(head.lower()) else lemma


def _as_name(token: Token) -> Name:
    feats = token.morph.to_dict()
    text = strip_clitics(token.text, feats.get("Clitic", ""))
    return Name(text, feats.get("Case", "Nom"), feats.get("Number", "Sing"))


@Language.factory("kg_lemmas_fi", assigns=["token.lemma"], requires=["token.pos", "token.morph"])
def make_lemmatizer(nlp: Language, name: str) -> Lemmatizer:  # noqa: ARG001  spaCy gives the component's name
    """The component for a pipeline with its vocabulary's frequencies."""
    return Lemmatizer(nlp.vocab)
