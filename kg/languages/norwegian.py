"""Norwegian, Bokmål and Nynorsk: their word lists, suffixed articles, s-passives and s-genitives."""

from __future__ import annotations

import re

from kg.languages.rules import Rules, WordLike, read_tables

#: How definite nouns end, in the genitive too. English plurals ("startups") are taken for them else.
_DEFINITE = re.compile(r"[aent]s?$")


class Norwegian(Rules):
    """The definite article is an ending; possessives stand before or after their noun."""

    def is_definite(self, head: WordLike, determiners: frozenset[str]) -> bool:
        """Whether the noun has its definite ending or a demonstrative."""
        if head.feats.get("Definite") == "Def" and _DEFINITE.search(head.text.lower()) is not None:
            return True
        return super().is_definite(head, determiners)

    def parts_places(self, head: WordLike) -> bool:
        """A noun with its definite ending is known already: "fyllinga på Byrjuvnose"."""
        return head.pos == "NOUN" and head.feats.get("Definite") == "Def"

    def says_clauses(self) -> bool:
        """No: its speaker is the source of it."""
        return False

    def base_form(self, word: WordLike, *, head: bool) -> str:
        """Adjectives agree in number and definiteness and stand in base form."""
        if word.feats.get("VerbForm") == "Part" or word.text.isupper():  # "administrerande": its lemma is a verb
            return word.text
        return word.lemma if head or word.dep == "amod" else word.text

    def is_form_of(self, text: str, name: str) -> bool:
        """The genitive: "Birchs", "Acme's"."""
        return text.startswith(name) and text[len(name) :] in ("s", "'s", "’s", "'", "’")

    def possessor_form(self, word: WordLike) -> str:
        """The genitive's `s` is no case of its own."""
        return self.name_form(word, last=True)

    def name_form(self, word: WordLike, *, last: bool) -> str:
        """The genitive's `s` goes from the last word."""
        if last and word.feats.get("Case") == "Gen" and word.text.endswith("s"):
            return word.text[:-1].rstrip("'’")
        return word.text


NORWEGIAN = Norwegian(code="no", **read_tables("no"))
