"""Phrases that tell who says so: "according to Ann", "in Ann's view"."""

from __future__ import annotations

from kg.extraction.control import owner_of
from kg.extraction.tree import Word
from kg.languages import Rules


def viewer_of(phrase: Word, rules: Rules) -> Word | None:
    """Who sees it so: "in Ann's view"."""
    marker, lemma = phrase.child("case"), phrase.lemma.lower()
    views = marker is not None and (lemma in rules.views or f"{marker.lower} {lemma}" in rules.views)
    return owner_of(phrase, rules) if views else None


def has_source_adposition(word: Word, rules: Rules) -> bool:
    """Whether "according to", "mukaan", "ifølgje" makes the phrase the source of what is said."""
    if word.lower in rules.source_adpositions:  # "Liisan mielestä": a noun in the parser's eyes
        return word.child("nmod") is not None and word.child("case") is None
    for marker in word.all("case"):
        if marker.lower in rules.source_adpositions:
            return True
        if marker.children and " ".join([w.lower for w in marker.expression()]) in rules.source_adpositions:
            return True
    return False
