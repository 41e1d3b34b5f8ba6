"""Words of asking, the clauses that they introduce, and what of these states nothing: "what he did", "if it works".

Free relatives and indirect questions stand where a noun could; UD hangs them on their pronoun or adverb, or on the verb
that governs them (https://universaldependencies.org/u/dep/acl-relcl.html).
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.predicates import OUTER, is_inverted
from kg.extraction.tree import Word
from kg.languages import Rules


def is_free_relative(head: Word, clause: Word, rules: Rules) -> bool:
    """Whether a word means nothing without its clause: "what he did", "det som skjedde", "how it works"."""
    if clause.head is not head or clause.rel not in ("acl", "advcl"):
        return False
    if head.lemma.lower() in rules.free_relatives:
        return clause.rel == "acl"
    if head.lower in rules.free_antecedents:
        return clause.dep in ("acl:relcl", "acl:cleft")
    return _is_asking(head) and (is_bare(clause) or (clause.pos == "AUX" and len(clause.children) == 1))


def opens_clause(word: Word, rules: Rules) -> bool:
    """Whether a word of asking only introduces a clause, which states its own fact: "that is why she left"."""
    if not word.children or not _is_asking(word) or word.lemma.lower() in rules.free_relatives:
        return False
    clause = word.child("acl", "advcl")
    return clause is not None and not is_free_relative(word, clause, rules)


def announces(word: Word, rules: Rules) -> bool:
    """Whether a pronoun only stands for the clause that it announces: "mahdollistaa sen, että …", "siitä, miten …"."""
    if word.pos != "PRON" or not word.children or word.lemma.lower() not in rules.thing_pronouns:
        return False
    if any(c.i > word.i for c in word.all("ccomp")):
        return True
    return any(m.lower in rules.that for c in word.all("acl", "advcl") for m in c.all("mark"))


def stands_for_nothing(pronoun: Word, rules: Rules) -> bool:
    """Whether a pronoun announces a clause, or is a relative one whose noun is not found, where none means a clause."""
    if pronoun.feats.get("PronType") == "Rel" and rules.clause_relatives:
        return pronoun.pos == "PRON" and pronoun.lemma.lower() not in rules.clause_relatives
    return announces(pronoun, rules)


def _is_asking(word: Word) -> bool:
    return word.pos in ("ADV", "PRON") and word.feats.get("PronType") in ("Int", "Rel")


def is_bare(predicate: Word) -> bool:
    """Whether a clause states no fact: its verb governs nothing but a subject, or has none ("putting it back")."""
    if predicate.pos != "VERB" or predicate.child("conj", "parataxis", "cop") is not None:
        return False
    governs = predicate.child("obj", "iobj", "obl", "xcomp", "ccomp", "advcl") is not None
    if predicate.child("nsubj", "csubj") is not None:
        return not governs
    if predicate.child("ccomp") is not None:
        return False
    if predicate.feats.get("Voice") == "Pass" and predicate.child("obj") is not None:
        return False  # "virheitä tehdyn": what was done to something
    return predicate.feats.get("VerbForm") in ("Ger", "Part") and predicate.child("aux") is None


def is_indirect_question(predicate: Word, rules: Rules) -> bool:
    """Whether a clause that another one governs asks for a thing: "they asked what happened"."""
    said = predicate.child(OUTER) is not None
    if not said and (predicate.rel not in ("ccomp", "advcl", "acl") or predicate.dep == "acl:relcl"):
        return False
    asked = [c for c in predicate.children if c.i < predicate.i and c.rel in ("nsubj", "obj", "obl")]
    asked = [c for c in asked if c.child("acl") is None]  # "what he did was wrong" asks nothing
    if any(c.pos == "PRON" and c.lemma.lower() in rules.free_relatives for c in asked) or asks_behind(predicate, rules):
        return True
    if predicate.rel != "ccomp" and not said and not _is_marked(predicate, rules):
        return False
    degrees = (*predicate.all("advmod"), *(d for c in asked for d in c.all("amod", "det")))
    if any(_asks_how(c, rules) for c in (predicate, *degrees)):
        return True
    if predicate.child("cop") is not None and predicate.lower in rules.asking_words:
        return True  # "veit kvar Acme er"
    if predicate.feats.get("VerbForm") == "Inf" and any(_is_asking(c) for c in predicate.all("advmod")):
        return predicate.child("nsubj") is None  # "how to leave"
    asking = (predicate, *asked, *(d for c in asked for d in c.all("det")))
    about = rules.clause_relatives if predicate.rel == "ccomp" else frozenset()  # "päättää, mitä tapahtuu"
    return any(
        w.feats.get("PronType") == "Int" or _asks(w, rules) or (w.pos == "PRON" and w.lemma.lower() in about)
        for w in asking
    )


def asks_for_thing(words: Sequence[Word], rules: Rules) -> bool:
    """Whether a clause of these verbs and predicate asks who, what or how many: "Mikä yritys kasvoi?"."""
    governed = (c for w in words for c in w.children if c.rel in ("nsubj", "obj", "iobj", "obl"))
    asked = (each for word in (*words, *governed) for each in (word, *word.all("det", "amod")))
    return any(_is_asked(w, rules) for w in asked)


def _is_asked(word: Word, rules: Rules) -> bool:
    """Whether a word asks which thing is meant, or an adjective how many."""
    which = word.feats.get("PronType") == "Int" and word.pos in ("PRON", "DET")
    return which or _asks(word, rules) or _asks_how(word, rules)


def asks_behind(predicate: Word, rules: Rules) -> bool:
    """Whether an adposition ties a question to a noun: "spørsmålet om kva rolle Acme har", "tvil om kor stor …"."""
    mark = predicate.child("mark") if predicate.rel == "acl" and rules.asking_words else None
    if mark is None or mark.i > predicate.i:
        return False
    behind = {w.i: w for w in predicate.subtree() if 0 < w.i - mark.i < 3}
    first, second = behind.get(mark.i + 1), behind.get(mark.i + 2)
    if first is None or first.lower not in rules.asking_words:
        return False
    how = second is not None and second.pos == "ADJ" and first.lower in rules.place_relatives
    return how or first.lemma.lower() in rules.free_relatives


def _is_marked(predicate: Word, rules: Rules) -> bool:
    """Whether an adposition ties the clause to its verb: "avheng av kva firma som veks"."""
    mark = predicate.child("mark", "case") if predicate.rel == "advcl" else None
    if mark is None or mark.i > predicate.i:
        return False
    return any(
        mark.lower in each
        for each in (rules.complement_marks, rules.belonging_adpositions, rules.place_adpositions, rules.quality_marks)
    )


def _asks_how(quality: Word, rules: Rules) -> bool:
    """Whether an adjective is asked for: "how many firms grew", "kor sterk Acme er"."""
    asking = quality.all("advmod") if quality.pos == "ADJ" else []
    return any(c.i == quality.i - 1 and (_is_asking(c) or c.lower in rules.place_relatives) for c in asking)


def _asks(word: Word, rules: Rules) -> bool:
    return word.pos in ("PRON", "DET") and word.lemma.lower() in rules.free_relatives


def is_condition(predicate: Word, rules: Rules) -> bool:
    """Whether "if" introduces the clause; Norwegian "om at" is no "if"."""
    marks = predicate.all("mark")
    if not marks:
        return is_inverted(predicate)
    other = rules.that | rules.infinitive_marks  # "om at", "om å" say no "if"
    return any(is_condition_mark(m, rules) for m in marks) and not any(m.lower in other for m in marks)


def is_condition_mark(mark: Word, rules: Rules) -> bool:
    """Whether a mark says "if"; in "sjølv om" it says "although"."""
    if mark.lower not in rules.conditional_marks:
        return False
    beside = (*mark.children, *(mark.head.children if mark.head is not None else ()))
    if rules.asking_words and any(
        w.i == mark.i + 1 and w.lower in rules.asking_words for c in beside for w in (c, *c.children)
    ):
        return False  # "fortel om korleis Acme veks"
    return not any(w.lower in rules.concessive and w.i == mark.i - 1 for w in beside)
