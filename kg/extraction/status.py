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


#: Relations to the verb of words that negate it, and of arguments that are negated for it ("no one left").
_NEGATORS = frozenset({"advmod", "aux", "neg", "cc", "det"})
_NEGATED = frozenset({"nsubj", "obj", "obl"})
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
    for word in clause.words:
        for child in word.children:
            if child.rel in _NEGATORS and rules.is_negative(child):
                return not _is_only(child, word, rules)
            if child.rel in _NEGATED and _has_negative_determiner(child, rules):
                return True
    return _has_negative_determiner(clause.head, rules) and clause.rule == "copula"


def _is_only(negation: Word, verb: Word, rules: Rules) -> bool:
    """Whether the negation is of "only": "not only adds to the cost" adds to it."""
    return any(w.lower in rules.only and 0 < w.i - negation.i <= 2 for w in verb.subtree())


def _has_negative_determiner(word: Word, rules: Rules) -> bool:
    if word.lower in rules.negative_determiners:
        return True
    said = [c.lower for c in word.children if c.rel in ("det", "advmod")]
    return not rules.negative_determiners.isdisjoint(said)


def _own_modality(clause: Clause, tree: Tree) -> Modality | None:
    """From auxiliaries, adverbs, hedging verbs of the chain, conditional marks, purpose, and questions."""
    rules = tree.rules
    children = [c for w in clause.words for c in w.children]
    for child in children:
        if child.rel == "aux":
            lemma = child.lemma.lower()
            if lemma in rules.modals or child.lower in rules.modals:
                return rules.modals.get(lemma) or rules.modals[child.lower]
        elif child.rel in ("advmod", "discourse"):
            if child.lower in rules.hedges:
                return rules.hedges[child.lower]
        elif child.rel == "advcl" and _is_condition(child, rules):
            return Modality.CONDITIONAL
    if any(_is_condition(word, rules) for word in clause.words):
        return Modality.CONDITIONAL
    if clause.head.lemma.lower() in rules.main_modals and clause.head.child("xcomp") is None:
        return rules.modals.get(clause.head.lemma.lower(), Modality.REQUIRED)
    for verb in clause.verbs:
        if verb is not clause.head and (modality := _verb_modality(verb, rules)):
            return modality
    if clause.infinitive and _is_unrealised(clause, rules):
        return Modality.PLANNED
    if tree.is_question and _is_main(clause):
        return Modality.POSSIBLE
    moods = [w.feats["Mood"] for w in (*clause.words, *children) if "Mood" in w.feats]
    return Modality.POSSIBLE if "Cnd" in moods or "Pot" in moods else None


def _is_condition(predicate: Word, rules: Rules) -> bool:
    """Whether "if" introduces the clause; Norwegian "om at" is no "if"."""
    marks = predicate.all("mark")
    if not marks:
        return False
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
    top = clause.top
    for word in (top, clause.head) if top is not clause.head else (top,):
        for child in word.children:
            if child.rel in ("obl", "nmod", "advmod"):
                if has_source_adposition(child, rules):
                    return child
            elif child.rel in ("advcl", "parataxis") and child.lemma.lower() in rules.reporting_verbs:
                speaker = child.child("nsubj")
                if speaker is not None and (child.rel == "parataxis" or _as_somebody_says(child, rules)):
                    return speaker
    that = top.rel in ("advcl", "acl") and any(m.lower in rules.that for m in top.all("mark"))
    if (that or top.rel in ("ccomp", "parataxis")) and clause.parent is not None and top.head is not None:
        reporting = top.head.lemma.lower() in rules.reporting_verbs
        if reporting and clause.parent.subjects:
            return clause.parent.subjects[0]
    return None


def has_source_adposition(word: Word, rules: Rules) -> bool:
    """Whether "according to", "mukaan", "ifølgje" makes the phrase the source of what is said."""
    for marker in word.all("case"):
        if marker.lower in rules.source_adpositions:
            return True
        if marker.children and " ".join([w.lower for w in marker.expression()]) in rules.source_adpositions:
            return True
    return False
