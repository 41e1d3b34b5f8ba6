"""Whether a clause says that something is not so: by its verb group, its arguments, or the verb that governs it.

What of it is negated for itself alone ("with no money", "not only") leaves the clause as it is.
"""

from __future__ import annotations

from kg.extraction.clauses import Clause
from kg.extraction.tree import Word
from kg.languages import Rules

#: Relations to the verb of words that negate it, and of arguments that are negated for it ("no one left").
_NEGATORS = frozenset({"advmod", "aux", "neg", "cc", "det", "mark"})
_NEGATED = frozenset({"nsubj", "obj", "obl"})


def is_negated(clause: Clause, rules: Rules) -> bool:
    """Whether the verb group or one of its arguments is negative, or it tells what is kept from being or denied."""
    if clause.top.rel == "advcl" and _is_prevented(clause.top, rules):
        return True
    if clause.top.rel in ("ccomp", "xcomp") and _is_denied(clause, rules):
        return True
    for word in clause.words:
        if rules.is_negative_form(word):
            return True
        for child in word.children:
            if child.rel in _NEGATORS and rules.negates(child):
                return not is_only(child, word, rules)
            if child.rel in _NEGATED and _has_negative_determiner(child, rules) and not _is_beside(child, rules):
                return True
            if child.rel in ("mark", "case", "cc") and child.saying() in rules.negating_marks:
                return True  # "without leaving traces", "rather than leave"
    if shared_negation(clause, rules) is not None:
        return True
    return _has_negative_determiner(clause.head, rules) and clause.rule == "copula"


def _is_prevented(gerund: Word, rules: Rules) -> bool:
    """Whether a gerund tells what the verb above keeps from happening: "stopped Ann from leaving"."""
    if gerund.head is None or not any(c.lower in rules.preventing_marks for c in gerund.all("mark", "case")):
        return False
    return gerund.head.lemma.lower() in rules.preventing_verbs


def _is_denied(clause: Clause, rules: Rules) -> bool:
    """Whether a clause is the complement of a word that says it is not so: "denied that …", "unable to pay"."""
    above = clause.top.head
    if above is None or clause.parent is None or above.lemma.lower() not in rules.denials:
        return False
    return not is_negated(clause.parent, rules)


def _is_beside(phrase: Word, rules: Rules) -> bool:
    """Whether a phrase is negative for itself alone, and not for its clause: "he came home with no money"."""
    return any(c.lower in rules.accompanying_adpositions for c in phrase.all("case"))


def shared_negation(clause: Clause, rules: Rules) -> Word | None:
    """The negation of the verb before, with whose auxiliaries it negates this one too: "may not sell or buy"."""
    top, first = clause.top, clause.top.head
    if top.rel != "conj" or first is None or not any(c.lower in rules.disjunctions for c in top.all("cc")):
        return None
    if top.feats.get("VerbForm") not in ("Inf", "Part") or top.feats.get("VerbForm") != first.feats.get("VerbForm"):
        return None
    if top.child("aux", "nsubj", "cop") is not None:
        return None
    return next((c for c in first.children if c.rel in ("advmod", "aux", "neg") and rules.negates(c)), None)


def is_only(negation: Word, verb: Word, rules: Rules) -> bool:
    """Whether the negation is of "only": "not only adds to the cost" adds to it."""
    return any(w.lower in rules.only and 0 < w.i - negation.i <= 2 for w in verb.subtree())


def _has_negative_determiner(word: Word, rules: Rules) -> bool:
    if word.lower in rules.negative_determiners:
        return True
    for child in word.children:
        if child.rel in ("det", "advmod") and child.lower in rules.negative_determiners:
            return True
        if child.rel == "cc" and rules.is_negative(child):
            return True
    return False
