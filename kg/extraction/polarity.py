"""Whether a clause says that something is not so: by its verb group, its arguments, or the verb that governs it.

What of it is negated for itself alone ("with no money", "not only") leaves the clause as it is.
"""

from __future__ import annotations

from kg.extraction.clauses import Clause
from kg.extraction.predicates import is_that_clause
from kg.extraction.times import is_time
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
    if clause.parent is not None and _is_turned(clause, clause.parent, rules) and is_negated(clause.parent, rules):
        return True
    for word in clause.words:
        if rules.is_negative_form(word) or (word is not clause.head and is_outstanding(word, rules)):
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


def is_outstanding(verb: Word, rules: Rules) -> bool:
    """Whether a verb says that what its infinitive tells is not so till now: "has yet to leave"."""
    if not rules.outstanding or verb.lemma.lower() not in rules.perfect_auxiliaries or verb.child("xcomp") is None:
        return False
    return any(c.lower in rules.outstanding for c in verb.all("advmod"))


def _is_prevented(gerund: Word, rules: Rules) -> bool:
    """Whether a gerund tells what the verb above keeps from happening: "stopped Ann from leaving"."""
    if gerund.head is None or not any(c.lower in rules.preventing_marks for c in gerund.all("mark", "case")):
        return False
    return gerund.head.lemma.lower() in rules.preventing_verbs


def _is_denied(clause: Clause, rules: Rules) -> bool:
    """Whether a clause is the complement of a word that says it is not so: "denied that …", "unable to pay"."""
    above = clause.top.head
    if above is None or clause.parent is None or not _denies(above, rules):
        return False
    return not is_negated(clause.parent, rules)


def _denies(word: Word, rules: Rules) -> bool:
    """Whether a word, by itself or with a particle ("nekte for"), says that its complement is not so."""
    lemma = word.lemma.lower()
    return lemma in rules.denials or any(f"{lemma} {c.lower}" in rules.denials for c in word.all("compound:prt"))


def _is_turned(clause: Clause, above: Clause, rules: Rules) -> bool:
    """Whether a negation above says that the clause is not so: "doesn't think that …", "it is not Ann who …"."""
    governor = clause.top.head if clause.top.rel in ("ccomp", "acl") else None
    if governor is not None and governor.lemma.lower() in rules.neg_raising_verbs:
        return above.head in (governor, governor.head)  # "har inga tru på at …"
    if is_brought_by(clause, above, rules):
        return above.head.lemma.lower() not in rules.denials  # "hindra ikkje at …": it is so
    return is_presented(clause, above, rules)


def is_brought_by(clause: Clause, above: Clause, rules: Rules) -> bool:
    """Whether a clause tells what comes of the one above, as much as that is so: "may mean that …"."""
    verb = clause.top.head
    if verb is not None and verb.pos == "PRON":
        verb = verb.head  # "johtaa siihen, että …"
    if verb is not above.head or clause.top.rel not in ("ccomp", "advcl"):
        return False
    if above.head.lemma.lower() not in rules.consequence_verbs:
        return False
    return is_that_clause(clause.top, rules)


def is_result(clause: Clause, rules: Rules) -> bool:
    """Whether a clause tells what is done so that it comes about: "should wait so that she may leave"."""
    if not rules.result_marks or clause.top.rel != "advcl":
        return False
    marks = [m for m in clause.top.all("mark") if m.lower in rules.that]
    return any(c.lower in rules.result_marks for m in marks for c in m.children)


def is_presented(clause: Clause, above: Clause, rules: Rules) -> bool:
    """Whether a relative clause is what its sentence says: "it is Ann who leads Acme", "there are firms that grow".

    "It is not the first time that she left" tells that she left, and "not every day that she leaves" that she does.
    """
    top, noun = clause.top, clause.top.head
    if top.rel != "acl" or noun is None or above.head.child("expl") is None:
        return False
    if is_time(noun, rules) or noun.lemma.lower() in rules.adjunct_nouns:
        return False
    if any(c.text == "," for c in top.all("punct")):
        return False
    if above.copular:
        return noun is above.head and top.dep in ("acl:relcl", "acl:cleft")
    there = noun.head is above.head and above.head.lemma.lower() in rules.hollow_verbs
    return there and clause.rule == "relative" and noun.rel in ("nsubj", "obj")


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
    """Whether the negation is of "only": "not only adds to the cost" adds to it.

    Beside a verb of negation "only" may mean "just", where nothing is set against it: "ei vain myy laivoja".
    """
    only = next((w for w in verb.subtree() if w.lower in rules.only and 0 < w.i - negation.i <= 2), None)
    if only is None or negation.rel != "aux" or only.head is not verb:
        return only is not None
    behind = next((w for w in (verb, *verb.children) if w.i == only.i + 1), None)
    plain = behind is not None and behind.feats.get("Connegative") == "Yes"  # else "ei ole vain laiva"
    return not plain or any(w.lower in rules.contrasts for w in verb.subtree())


def _has_negative_determiner(word: Word, rules: Rules) -> bool:
    if word.lower in rules.negative_determiners:
        return True
    for child in word.children:
        if child.rel in ("det", "advmod") and child.lower in rules.negative_determiners:
            return True
        if child.rel == "cc" and rules.is_negative(child):
            return True
    return False
