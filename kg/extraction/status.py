"""Why a clause is not stated as fact: polarity, modality, and who says so.

Follows the factuality of FactBank (Saurí & Pustejovsky 2009) in broad steps: what stands in the clause's own verb group
and adverbs, then what governs it. Modality reaches coordinated and complement clauses, attribution all that hangs
below.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.extraction.clauses import SUBJECTS, Clause
from kg.extraction.tree import Tree, Word
from kg.languages import Rules
from kg.model import Modality


@dataclass(frozen=True, slots=True)
class Status:
    """What keeps a clause from being a fact; `source` is the word for who says it."""

    negated: bool = False
    modality: Modality | None = None
    source: Word | None = None


#: That of what is stated as fact.
STATED = Status()


def status_of(clause: Clause, tree: Tree, above: Status) -> Status:
    """The clause's status, given that of the clause it hangs in (the default status at the top)."""
    rules = tree.rules
    modality = _own_modality(clause, tree)
    source = _source(clause, rules) or (None if _reports_beside(clause, rules) else above.source)
    if modality is None and _inherits_modality(clause):
        modality = above.modality
    if modality is None and clause.parent is not None and clause.top.rel == "ccomp":
        modality = _verb_modality(clause.parent.head, rules)
    return Status(is_negated(clause, rules), modality, source)


def _reports_beside(clause: Clause, rules: Rules) -> bool:
    """Whether the clause stands beside what it reports: "…, says Ann to the paper" is nobody's claim."""
    top = clause.top
    beside = top.rel == "parataxis" or (top.rel == "advcl" and _as_somebody_says(top, rules))
    return beside and clause.head.lemma.lower() in rules.reporting_verbs


def _as_somebody_says(predicate: Word, rules: Rules) -> bool:
    """Whether "as" introduces an adverbial clause."""
    return predicate.rel == "advcl" and any(m.lower in rules.as_marks for m in predicate.all("mark", "advmod"))


def is_negated(clause: Clause, rules: Rules) -> bool:
    """Whether the verb group or one of its arguments is negative."""
    words = {w.i: w for w in (*clause.verbs, clause.head)}
    for word in words.values():
        for child in word.children:
            if child.rel in ("advmod", "aux", "neg", "cc", "det") and rules.is_negative(child):
                return not _is_only(child, word, rules)
            if child.rel in ("nsubj", "obj", "obl") and _has_negative_determiner(child, rules):
                return True
    return _has_negative_determiner(clause.head, rules) and clause.rule == "copula"


def _is_only(negation: Word, verb: Word, rules: Rules) -> bool:
    """Whether the negation is of "only": "not only adds to the cost" adds to it."""
    return any(w.lower in rules.only and 0 < w.i - negation.i <= 2 for w in verb.subtree())


def _has_negative_determiner(word: Word, rules: Rules) -> bool:
    if word.lower in rules.negative_determiners:
        return True
    return any(c.rel in ("det", "advmod") and c.lower in rules.negative_determiners for c in word.children)


def _own_modality(clause: Clause, tree: Tree) -> Modality | None:
    """From auxiliaries, adverbs, hedging verbs of the chain, conditional marks, purpose, and questions."""
    rules = tree.rules
    words = (*clause.verbs, clause.head)
    children = [c for w in words for c in w.children]
    for child in children:
        lemma = child.lemma.lower()
        if child.rel == "aux" and (lemma in rules.modals or child.lower in rules.modals):
            return rules.modals.get(lemma) or rules.modals[child.lower]
        if child.rel in ("advmod", "discourse") and child.lower in rules.hedges:
            return rules.hedges[child.lower]
        if child.rel == "advcl" and _is_condition(child, rules):
            return Modality.CONDITIONAL
    if any(_is_condition(word, rules) for word in words):
        return Modality.CONDITIONAL
    if clause.head.lemma.lower() in rules.main_modals and clause.head.child("xcomp") is None:
        return rules.modals.get(clause.head.lemma.lower(), Modality.REQUIRED)
    for verb in clause.verbs:
        if verb is not clause.head and (modality := _verb_modality(verb, rules)):
            return modality
    if clause.infinitive and _is_unrealised(clause, rules):
        return Modality.PLANNED
    if tree.text.rstrip().endswith("?") and _is_main(clause):
        return Modality.POSSIBLE
    return Modality.POSSIBLE if any(w.feats.get("Mood") in ("Cnd", "Pot") for w in (*words, *children)) else None


def _is_condition(predicate: Word, rules: Rules) -> bool:
    """Whether "if" introduces the clause; Norwegian "om at" is no "if"."""
    marks = predicate.all("mark")
    return any(m.lower in rules.conditional_marks for m in marks) and not any(m.lower in rules.that for m in marks)


def _is_unrealised(clause: Clause, rules: Rules) -> bool:
    """Whether an infinitive says what is meant to happen; "etter å ha sett", "ved å sjå" say what happened."""
    top = clause.top
    if any(c.lemma.lower() in rules.perfect_auxiliaries for c in top.all("aux")) and top.rel != "xcomp":
        return False
    if clause.rule == "infinitive":
        markers = [m.lower for m in top.all("mark", "case") if m.lower not in rules.infinitive_marks]
        return not markers or any(m in rules.purpose_marks or m == "in" for m in markers)
    return top.rel == "xcomp"


def _verb_modality(verb: Word, rules: Rules) -> Modality | None:
    lemma = verb.lemma.lower()
    return rules.modals.get(lemma) or rules.hedging_verbs.get(lemma)


def _is_main(clause: Clause) -> bool:
    while clause.top.rel == "conj" and clause.parent is not None:
        clause = clause.parent
    return clause.top.head is None or clause.top.rel in ("parataxis", "ccomp")


def _inherits_modality(clause: Clause) -> bool:
    """Coordinated verbs without auxiliaries and subjects of their own, infinitives, and participial adjuncts."""
    top = clause.top
    if top.rel == "conj":
        return top.child("aux", *SUBJECTS) is None
    return top.rel == "xcomp" or clause.rule == "adverbial"


def _source(clause: Clause, rules: Rules) -> Word | None:
    """Who says so: the subject of a reporting verb above or beside, or "according to X"."""
    for word in (clause.top, clause.head):
        for child in word.children:
            if child.rel in ("obl", "nmod", "advmod") and has_source_adposition(child, rules):
                return child
            if (
                _as_somebody_says(child, rules) or child.rel == "parataxis"
            ) and child.lemma.lower() in rules.reporting_verbs:
                speaker = child.child("nsubj")
                if speaker is not None:
                    return speaker
    top = clause.top
    that = top.rel in ("advcl", "acl") and any(m.lower in rules.that for m in top.all("mark"))
    if (that or top.rel in ("ccomp", "parataxis")) and clause.parent is not None and top.head is not None:
        reporting = top.head.lemma.lower() in rules.reporting_verbs
        if reporting and clause.parent.subjects:
            return clause.parent.subjects[0]
    return None


def has_source_adposition(word: Word, rules: Rules) -> bool:
    """Whether "according to", "mukaan", "ifølgje" makes the phrase the source of what is said."""
    for marker in word.all("case"):
        if (
            " ".join(w.lower for w in marker.expression()) in rules.source_adpositions
            or marker.lower in rules.source_adpositions
        ):
            return True
    return False
