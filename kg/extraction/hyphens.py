"""Compounds that are written in pieces to one phrase: "talous- ja sosiaalikomitea", "Hot Latin Tracks -listalla".

Some tokenizers cut such a hyphen off, and the parser then gives it its word's head a second time. Here the last noun,
which takes the ending, heads the whole compound (https://universaldependencies.org/u/dep/compound.html).
"""

from __future__ import annotations

from kg.extraction.phrases import is_proper
from kg.extraction.tree import Tree, Word, hang, replace_by

_NOUNS = frozenset({"NOUN", "PROPN"})
#: What ties the words of one name to each other.
_INSIDE_NAMES = frozenset({"flat", "compound", "nummod", "goeswith", "punct", "amod"})
#: How the first part of a verb hangs on it.
PREFIX = "prefix"
#: What is said of a whole compound and not of its first part.
_OF_THE_WHOLE = frozenset({"det", "case", "nsubj", "cop", "acl", "nmod", "amod", "punct", "appos", "mark", "advcl"})


def join_pieces(tree: Tree, word: Word) -> None:
    """Make one compound of what the word's hyphen ties together; `word` ends in one."""
    behind = tree.words[word.i + 1] if word.i + 1 < len(tree.words) else None
    if behind is None or (word.text == "-" and not word.i):
        return
    if behind.pos in ("VERB", "ADJ") and word.text == "-" and word.end == behind.start:
        _join_prefix(tree.words[word.i - 1], word, behind)
    if behind.rel == "cc" or behind.text == ",":
        _join_conjuncts(tree, word)
    elif word.text == "-" and (word.end == behind.start or word.rel != "punct") and behind.pos in _NOUNS:
        _join_name(tree, word, behind)


def _join_prefix(prefix: Word, hyphen: Word, verb: Word) -> None:
    """ "Co-owned", "non-trivial": what a hyphen ties to a verb or adjective is its first part, and no argument."""
    if verb.pos == "ADJ":
        if prefix.end == hyphen.start and prefix.head is verb and prefix.rel == "advmod":
            prefix.dep = prefix.rel = "compound"
        return
    if prefix.end != hyphen.start:
        return
    if prefix.head is verb and prefix.rel in ("obl", "advmod", "mark", "obj"):
        prefix.dep = prefix.rel = PREFIX
    elif prefix.rel == "flat" and prefix.text.islower():  # no name ends so: "Ann Lee co-founded Acme"
        prefix.entity = -1
        hang(hyphen, prefix, "punct")
        hang(prefix, verb, PREFIX)


def _join_conjuncts(tree: Tree, word: Word) -> None:
    """ "Talous- ja sosiaalikomitea": the last conjunct is the head of those that leave out their last part."""
    last = word.conjuncts()[-1]
    if last is word or last.pos not in _NOUNS or word.rel == "conj" or last.text.endswith("-"):
        return
    if word.pos not in _NOUNS and word.text != "-":
        return
    for below in last.above():
        if below is word:
            break
        if below.text not in ("-", ",") and not below.text.endswith("-"):
            return  # a whole word among the pieces: "presse-, tros- og fridomar og rettar"
    above = word.head
    replace_by(word, last)
    for child in list(word.children):
        if child.rel in _OF_THE_WHOLE or child.rel == "conj":
            hang(child, last, child.dep if child.rel != "conj" else "compound")
    hang(word, last, "compound")
    for sign in [c for c in last.all("cc", "punct") if word.i < c.i < last.i]:
        hang(sign, word, sign.dep)  # what joins the pieces stays between them
    before = tree.words[word.i - 1]
    if word.text == "-" and before.pos in _NOUNS and before.head in (above, word):
        hang(before, last, "compound")


def _join_name(tree: Tree, hyphen: Word, noun: Word) -> None:
    """ "Hot Latin Tracks -listalla": the noun behind the hyphen is the head of the name before it."""
    before = tree.words[hyphen.i - 1]
    if before.pos == "PUNCT" and hyphen.i > 1:
        before = tree.words[hyphen.i - 2]
    top = before
    while top.head is not None and top.head.i < hyphen.i and top.rel in _INSIDE_NAMES:
        top = top.head
    if not (is_proper(top) or top.pos in ("X", "NUM", "NOUN", "SYM")) or noun.is_below(hyphen):
        return
    if noun.is_below(top):
        if noun.head is not top:
            return
        replace_by(top, noun)
    if any(child.pos in ("VERB", "AUX") for child in top.children):
        return
    for child in list(hyphen.children):
        hang(child, noun, child.dep)
    hyphen.pos = "PUNCT"
    hang(hyphen, noun, "punct")
    hang(top, noun, "compound:nn")
