"""Relative clauses: which word is their pronoun, and whether it, or "this", stands for a noun or for a whole clause.

UD hangs such a clause on its noun, and lets its pronoun stand where the noun would
(https://universaldependencies.org/u/dep/acl-relcl.html).
"""

from __future__ import annotations

from kg.extraction.phrases import NOMINAL, slot_words
from kg.extraction.predicates import agrees_in_number
from kg.extraction.tree import Word, by_place
from kg.languages import Rules


def means_clause(pronoun: Word, above: Word, rules: Rules) -> bool:
    """Whether a relative pronoun stands for all of a clause, and for no noun: "…, mikä yllätti"."""
    if pronoun.lemma.lower() in rules.clause_relatives:
        place = rules.case_role(pronoun) == "ine" and not pronoun.children  # "kylä, missä hän asuu"
        return above.pos not in ("PRON", "ADJ", "DET") and not (place and above.pos in ("NOUN", "PROPN"))
    return above.pos in ("VERB", "AUX")


def points_back(word: Word, rules: Rules) -> bool:
    """Whether a word only points at what the text has said: "this shows that …"."""
    if word.children or word.feats.get("Number") == "Plur":
        return False
    return word.lower in rules.thing_pronouns or word.lower in rules.definite_determiners


def only_shows(subject: Word, verb: Word, rules: Rules) -> bool:
    """Whether a subject says nothing: it points back, or is a thing that shows what is so."""
    if points_back(subject, rules):
        return True
    if verb.lemma.lower() not in rules.plain_reflexives or subject.pos != "NOUN" or subject.entity >= 0:
        return False
    return not subject.lemma.lower().endswith(tuple(rules.witnesses))


def is_relative_clause(predicate: Word) -> bool:
    """Whether a clause is a relative one by its relation; so is that of a cleft at a noun: "it is Ann they like"."""
    if predicate.dep == "acl:cleft" and predicate.head is not None:
        return predicate.head.pos in NOMINAL
    return predicate.dep == "acl:relcl"


def first_of_relatives(verb: Word) -> Word | None:
    """The clause at a noun that a verb is coordinated with: "a firm that sells ships and that needs crews"."""
    first = verb.first()
    at_noun = first.rel == "acl" and first.head is not None and first.head.pos not in ("VERB", "AUX")
    return first if at_noun else None


def relative_pronoun(word: Word, rules: Rules) -> Word | None:
    """The relative pronoun or adverb below the predicate, not below a further clause."""
    inside = word.subtree(without=lambda w: w.rel in ("acl", "ccomp", "conj"))
    return next((w for w in sorted(inside, key=by_place) if _is_relative(w, word, rules)), None)


def _is_relative(below: Word, predicate: Word, rules: Rules) -> bool:
    if below.lemma.lower() in rules.relative_adverbs and below.pos == "ADV":
        return below.head is predicate
    if below.lower in rules.place_relatives:
        return below.rel in ("mark", "advmod") and below.head is predicate and predicate.rel == "acl"
    if below.pos == "SCONJ" and below.lower in rules.that and below.rel == "mark":
        return False  # "the advice that all salt be iodised"
    if below.pos == "DET" and below.feats.get("PronType") == "Dem":
        return False  # "a firm using that engine"
    relative = below.feats.get("PronType") == "Rel" or below.lemma.lower() in rules.relative_pronouns
    return (
        relative
        and below.pos in ("PRON", "DET", "SCONJ")
        and (below is not predicate or below.child("cop") is not None)
    )


def says_when(pronoun: Word | None, antecedent: Word, rules: Rules) -> bool:
    """Whether a relative clause only says when, how or why: "the reason that she left", "the way ships are built"."""
    if pronoun is None:
        return not rules.leaves_out_relatives() or antecedent.lemma.lower() in rules.adjunct_nouns
    verb = pronoun.head
    free = pronoun.rel in ("obl", "advmod") or (verb is not None and verb.child("nsubj:pass") is not None)
    bare = free and not pronoun.children and pronoun.lower in rules.that
    return bare and (pronoun.rel == "obl" or antecedent.lemma.lower() in rules.adjunct_nouns)


def is_vacuous(word: Word, rules: Rules) -> bool:
    """Whether a phrase says nothing without the clause of its noun: "in the way that she left"."""
    if word.rel != "obl" or word.lemma.lower() not in rules.vacuous_nouns or word.child("case") is None:
        return False
    return word.child("acl") is not None and slot_words(word, rules) == [word]


def modified(noun: Word, clause: Word) -> list[Word]:
    """The nouns that a clause at the first of them tells of: all where it stands behind them, "men and women who …"."""
    if noun.rel == "conj" or noun.child("conj") is None:
        return [noun]
    each = noun.conjuncts()
    subject = clause.child("nsubj")
    verbs = (clause, *clause.all("aux", "cop")) if subject is None or subject.feats.get("PronType") == "Rel" else ()
    behind = 0 < min(w.i for w in clause.subtree()) - each[-1].i < 3 and all(w.pos in ("NOUN", "PROPN") for w in each)
    return each if behind and all(agrees_in_number(verb, each) for verb in verbs) else [noun]


def is_slight(phrase: Word, rules: Rules) -> bool:
    """Whether a bare phrase says no more than an intensifier: "a bit noisy", "likes it a lot"."""
    return phrase.lower in rules.intensifiers and phrase.rel == "obl" and phrase.child("case", "nmod") is None
