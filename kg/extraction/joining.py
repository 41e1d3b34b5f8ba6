"""Words joined into one phrase that the parser leaves apart: adpositions and marks of several words, amounts, dates.

All work in place; `rehang` and `repair` say when.
"""

from __future__ import annotations

from itertools import pairwise

from kg.extraction.phrases import is_proper, role_of
from kg.extraction.times import is_time
from kg.extraction.tree import Tree, Word, hang, replace_by
from kg.languages import Rules

#: Relations in which no two names stand side by side.
_ALIKE = frozenset({"nsubj", "obj", "obl", "nmod", "appos"})
#: What a phrase may be added to, and what else may stand next behind it.
_NEXT = frozenset({"nsubj", "obj", "obl"})


def join_adposition(tree: Tree, noun: Word) -> None:
    """ "In line with X": a noun between two adpositions that is one adposition with them."""
    phrase = noun.child("nmod")
    last = phrase.child("case") if phrase is not None else None
    if phrase is not None and last is not None and _join_expression(tree, noun, phrase, last, "case"):
        _free_adverbial(tree, phrase)


def _free_adverbial(tree: Tree, phrase: Word) -> None:
    """ "Held ein fest til ære for Kari": what only clauses have is no attribute of the noun before it."""
    marker, noun = phrase.child("case"), phrase.head
    if marker is None or role_of(phrase, tree.rules)[0] not in tree.rules.adverbial_adpositions:
        return
    while noun is not None and noun.rel == "nmod":
        noun = noun.head
    verb = noun.head if noun is not None and noun.rel in ("obj", "obl", "advmod") else None
    if verb is not None and noun is not None and verb.pos == "VERB" and verb.i < noun.i < marker.i:
        hang(phrase, verb, "obl")


def join_adverb(tree: Tree, adverb: Word) -> None:
    """ "Saman med X": an adverb of a noun, before its adposition, is one adposition with that."""
    noun = adverb.head
    if noun is None or noun.pos not in ("NOUN", "PROPN", "PRON") or noun.i <= adverb.i + 1:
        return
    marker = tree.words[adverb.i + 1]
    if marker.rel == "case" and f"{adverb.lower} {marker.lower}" in tree.rules.complex_adpositions:
        adverb.dep = adverb.rel = "case"
        _free_adverbial(tree, noun)


def join_amount(tree: Tree, than: Word) -> None:
    """ "More than 30 per cent left": the comparison belongs to what is counted behind it."""
    around = tree.words[max(than.i - 1, 0) : than.i + 4]
    if len(around) < 4 or around[1] is not than or around[2].pos != "NUM" or around[0].pos not in ("ADJ", "ADV"):
        return
    more, number = around[0], around[2]
    counted = next((w for w in around[3:] if w.pos != "NUM"), None)
    if counted is None or counted.pos not in ("NOUN", "SYM") or more.is_below(counted):
        return
    if counted.head is more or (counted.head is number and number.head is more):
        replace_by(more, counted)
        if counted.rel == "advmod" and counted.head is not None:
            before = counted.i < counted.head.i and counted.head.child("nsubj") is None
            counted.dep = counted.rel = "nsubj" if before else "obl"
    elif counted.head is not more.head:
        return
    hang(more, counted, "amod")
    hang(than, number, "case")
    hang(number, more, "obl")


def part_aside(tree: Tree, other: Word) -> None:
    """ "Among others Acme": an adposition with "others" before a noun only says that it is one of several."""
    marker, noun = tree.words[other.i - 1], other.head
    if noun is None or marker.head is not noun or f"{marker.lower} {other.lower}" not in tree.rules.aside_phrases:
        return
    if is_proper(noun) or other.feats.get("Number") != "Plur":  # no "between other houses"
        marker.dep = marker.rel = other.dep = other.rel = "discourse"


def join_marks(tree: Tree, clause: Word) -> None:
    """ "På grunn av at", "i staden for å": a noun between an adposition and the clause's mark is one mark with them."""
    noun, mark = clause.head, clause.child("mark", "case")
    if noun is None or mark is None or noun.head is None:
        return
    if _join_expression(tree, noun, clause, mark, "mark"):
        clause.dep = clause.rel = "advcl"


def _join_expression(tree: Tree, noun: Word, governed: Word, last: Word, dep: str) -> bool:
    """Let the words from a noun's adposition to the last one mark what is governed; whether they mean one."""
    first = noun.child("case")
    if first is None or not first.i < noun.i < last.i < governed.i:
        return False
    between = tree.words[first.i : last.i + 1]
    if len(between) > 4 or " ".join(w.lower for w in between) not in tree.rules.complex_adpositions:
        return False
    replace_by(noun, governed)
    hang(first, governed, dep)
    for word in between[1:]:
        hang(word, first, "fixed")
    for child in list(noun.children):
        hang(child, governed, child.dep)
    return True


def join_beside(phrase: Word, rules: Rules) -> None:
    """ "Betan lisäksi Acme": what is added to the subject or object next behind it is coordinated with that."""
    if not any(c.lower in rules.joining_adpositions for c in phrase.all("case")) or phrase.head is None:
        return
    if phrase.feats.get("PronType") in ("Dem", "Rel") and phrase.feats.get("Number") != "Plur":
        return  # "sen lisäksi" ties sentences together
    other = phrase.head if phrase.rel == "nmod" and phrase.i < phrase.head.i else None
    if phrase.rel == "obl":
        behind = (c for c in phrase.head.children if c.i > phrase.i and c.rel in _NEXT and not is_time(c, rules))
        other = next(behind, None)
    alike = all(rules.case_role(c) is None for c in phrase.all("conj"))
    if alike and other is not None and other.rel in ("nsubj", "obj"):
        hang(phrase, other, "conj")


def join_phrase(phrase: Word) -> None:
    """A phrase with an adposition is coordinated with one like it, and no verb: "as a nurse and later as a cook"."""
    marker, verb = phrase.child("case"), phrase.head
    if marker is None or verb is None or verb.pos != "VERB" or phrase.pos not in ("NOUN", "PROPN"):
        return
    if phrase.child("nsubj", "cop", "orphan", "obj") is not None:
        return
    like = [
        w for w in verb.all("obl") if verb.i < w.i < phrase.i and any(c.lower == marker.lower for c in w.all("case"))
    ]
    if like:
        hang(phrase, like[-1], "conj")


def join_contrast(tree: Tree, phrase: Word) -> None:
    """ "Hus, ikkje berre vegar": what a negation parts from a noun is no other name for it, and no second verb."""
    thing = phrase.head
    adverbs = [w for c in phrase.all("advmod", "nmod") for w in (c, *c.children) if w.i < phrase.i]
    negation = next((w for w in adverbs if tree.rules.negates(w)), None)
    if negation is None or thing is None or not negation.i or tree.words[negation.i - 1].text != ",":
        return
    if phrase.rel == "conj" and thing.pos == "VERB":
        found = thing.child("obj") if phrase.child("nsubj", "cop", "case", "obj") is None else None
        if found is None or found.i > phrase.i or phrase.pos not in ("NOUN", "PROPN"):
            return
        thing = found
    hang(negation, phrase, "advmod")
    hang(phrase, thing, "conj")


def join_concerning(tree: Tree, clause: Word) -> None:
    """ "Når det gjeld X", "when it comes to X": a clause that only says what is spoken of is an adposition."""
    topic = next((c for c in clause.all("obj", "obl", "nsubj") if c.i > clause.i), None)
    first = next((c for c in clause.children if c.i < clause.i), None)
    if topic is None or first is None or clause.head is None:
        return
    between = tree.words[first.i : clause.i + 1]
    if len(between) > 3 or " ".join(w.lower for w in between) not in tree.rules.complex_adpositions:
        return
    hang(topic, clause.head, "obl")
    hang(first, topic, "case")
    for word in between[1:]:
        hang(word, first, "fixed")
    for child in list(clause.children):
        hang(child, topic, child.dep)


def join_number(number: Word) -> None:
    """A bare noun right before its number says what is counted: "klokka 15", "nummer to"."""
    for noun in number.all("obl"):
        if noun.i == number.i - 1 and noun.text.isalpha() and not noun.children:
            noun.dep = noun.rel = "compound"


def join_month(tree: Tree, month: Word) -> None:
    """A month right behind its day is one date with it: "on 1 January"."""
    day = tree.words[month.i - 1] if month.i else None
    if day is None or month.lemma.lower() not in tree.rules.months or month.child("case", "det") is not None:
        return
    if day.pos == "NUM" and day.head is month.head and day.rel in ("obl", "obj"):
        hang(month, day, "nmod:unmarked")


def join_name(above: Word, rules: Rules) -> None:
    """Two names side by side, tied alike, are no two phrases but one name: "T. Marshall Hahn said", "of Acme S.A."."""
    alike = _ALIKE if rules.having_case is None else ("nsubj",)  # where cases tell roles, "Oulusta Osloon" are two
    names = [c for c in above.children if c.pos == "PROPN" and c.rel in alike]
    for first, second in pairwise(names):
        if first.dep != second.dep or (first.rel != "nsubj" and is_time(second, rules)):
            continue
        between = any(c.i > first.i for c in second.all("case", "punct", "cc", "det"))  # before both in "at Acme Park"
        if second.i == max(w.i for w in first.subtree()) + 1 and not between:
            for child in list(second.children):
                hang(child, first, child.dep)
            hang(second, first, "flat")
            return


def join_dealing(infinitive: Word, rules: Rules) -> None:
    """ "Has nothing to do with X": the verb of an idiom governs its noun and infinitive alike, and so what follows.

    The infinitive tells of nothing by itself then, and so is tagged as a noun.
    """
    noun, mark = infinitive.head, infinitive.child("mark")
    verb = noun.head if noun is not None and noun.rel == "obj" else None
    if noun is None or mark is None or verb is None or infinitive.child("obl", "nmod") is None:
        return
    if (noun.lower, infinitive.lemma.lower()) in rules.idioms.get(verb.lemma.lower(), ()):
        hang(infinitive, verb, "xcomp")
        infinitive.pos = "NOUN"
        mark.dep = mark.rel = "case"
