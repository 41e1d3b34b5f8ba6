"""Phrases that tell who says so: "according to Ann", "in Ann's view"."""

from __future__ import annotations

from kg.extraction.clauses import Clause
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


def is_source(word: Word, clause: Clause, rules: Rules) -> bool:
    """Whether a phrase tells who says what the clause does, and neither a plan nor what something is named after."""
    return has_source_adposition(word, rules) and word.lemma.lower() not in rules.plans and not _names(clause, rules)


def _names(clause: Clause, rules: Rules) -> bool:
    """Whether the clause says what something is called: "sai nimensä keksijänsä mukaan" names no source."""
    words = (clause.head, *clause.head.all("obj", "nsubj")) if rules.naming_words else ()
    return any(w.lemma.lower() in rules.naming_words for w in words)


def is_bare_claim(clause: Clause) -> bool:
    """Whether a clause without a mark says what its noun claims: "claims he had sold it", not "claims he made"."""
    top = clause.top
    if top.rel != "acl" or clause.pronoun is not None or top.child("mark") is not None or top.child("nsubj") is None:
        return False
    return top.dep == "acl" or top.child("obj") is not None
