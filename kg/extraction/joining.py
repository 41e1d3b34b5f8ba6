"""Words joined into one phrase that the parser leaves apart: adpositions and marks of several words, amounts, dates.

All work in place; `rehang` and `repair` say when.
"""

from __future__ import annotations

from kg.extraction.phrases import is_proper
from kg.extraction.tree import Tree, Word, hang, replace_by


def join_adposition(tree: Tree, noun: Word) -> None:
    """ "In line with X": a noun between two adpositions that is one adposition with them."""
    phrase = noun.child("nmod")
    last = phrase.child("case") if phrase is not None else None
    if phrase is not None and last is not None:
        _join_expression(tree, noun, phrase, last, "case")


def join_adverb(tree: Tree, adverb: Word) -> None:
    """ "Saman med X": an adverb of a noun, before its adposition, is one adposition with that."""
    noun = adverb.head
    if noun is None or noun.pos not in ("NOUN", "PROPN", "PRON") or noun.i <= adverb.i + 1:
        return
    marker = tree.words[adverb.i + 1]
    if marker.rel == "case" and f"{adverb.lower} {marker.lower}" in tree.rules.complex_adpositions:
        adverb.dep = adverb.rel = "case"


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


def join_month(tree: Tree, month: Word) -> None:
    """A month right behind its day is one date with it: "on 1 January"."""
    day = tree.words[month.i - 1] if month.i else None
    if day is None or month.lemma.lower() not in tree.rules.months or month.child("case", "det") is not None:
        return
    if day.pos == "NUM" and day.head is month.head and day.rel in ("obl", "obj"):
        hang(month, day, "nmod:unmarked")
