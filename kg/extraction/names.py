"""Trees in which titles and names are tied the same way, however the treebank ties them.

Treebanks disagree on "Meta CEO Mark Zuckerberg": one flat name, a title with a name behind it, or a name with a title
before it. Here the recognised person always heads the phrase and the title hangs on it.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extraction.tree import Tree, Word
from kg.model import EntityClass

#: What stays with the title's own noun; all other dependents move to the name.
_OF_THE_TITLE = frozenset({"amod", "compound", "nmod", "det", "nummod", "flat"})


def recognise(forest: Sequence[Tree]) -> None:
    """Tag the first word of a sentence as a name where the document writes it with a capital elsewhere too."""
    names = {w.text for tree in forest for w in tree.words[1:] if w.pos == "PROPN" and w.text[:1].isupper()}
    for tree in forest:
        first = tree.words[0]
        if first.pos == "NOUN" and first.text in names:
            first.pos, first.lemma = "PROPN", first.text


def untangle(tree: Tree) -> None:
    """Make each person's name the head of the flat phrase that holds it, and possessors hang on what they have."""
    for word in tree.words:
        if word.lower in tree.rules.genitive_markers and word.pos == "PRON":
            _hang_possessor(tree, word)
    for number, kind in enumerate(tree.entities):
        if kind is EntityClass.PERSON:
            name = [w for w in tree.words if w.entity == number]
            head = _phrase_head(name)
            if head is not None:
                _exchange(head, name)


def _hang_possessor(tree: Tree, marker: Word) -> None:
    """ "Meta sin direktør": the name before the marker is the director's, whatever it hangs on."""
    before = tree.words[marker.i - 1] if marker.i else None
    if before is None or marker.head is None or before.pos not in ("PROPN", "NOUN"):
        return
    owner = before
    while owner.rel == "flat" and owner.head is not None:
        owner = owner.head
    inside = {w.i for w in owner.subtree()}
    if marker.head.i not in inside and owner.rel not in ("nsubj", "obj", "conj", "root"):
        _hang(owner, marker.head, "nmod:poss")


def _phrase_head(name: list[Word]) -> Word | None:
    """The word outside the name on which the name hangs flat, before it."""
    above = name[0].head
    tied = name[0].rel in ("flat", "appos", "compound", "nmod") and name[0].child("case", "punct") is None
    if above is None or above.i >= name[0].i or not tied or above.entity == name[0].entity:
        return None
    inside = all(w.pos in ("NOUN", "PROPN", "ADJ", "X") or w.rel in _OF_THE_TITLE for w in _between(above, name[0]))
    return above if inside and name[0].dep.startswith("flat") else None


def _between(above: Word, below: Word) -> list[Word]:
    return [w for w in above.subtree() if above.i < w.i < below.i]


def _exchange(head: Word, name: list[Word]) -> None:
    """Put the name in its old head's place; that head becomes its title."""
    first, parts = name[0], set(name)
    moved = [c for c in head.children if c in parts or c.i > name[-1].i or c.rel not in _OF_THE_TITLE]
    # Of a flat phrase before the name the last word heads the title: "Meta CEO" is a CEO.
    before = [c for c in head.children if c not in moved and c.rel == "flat" and c.i < first.i]
    _replace(head, first)
    for child in moved:
        if child is not first:
            _hang(child, first, child.dep if child not in parts else "flat")
    _hang(head, first, "nmod:desc")
    if before:
        last = before[-1]
        _replace(head, last)
        _hang(head, last, "compound")
        for child in before[:-1]:
            _hang(child, last, "compound")


def _replace(old: Word, new: Word) -> None:
    """Let `new` hang where `old` hangs."""
    if new.head is not None:
        new.head.children.remove(new)
    above = old.head
    new.head, new.dep, new.rel = above, old.dep, old.rel
    if above is not None:
        above.children[above.children.index(old)] = new
        above.children.sort(key=lambda w: w.i)
    old.head = None


def _hang(word: Word, above: Word, dep: str) -> None:
    if word.head is not None:
        word.head.children.remove(word)
    word.head, word.dep, word.rel = above, dep, dep.partition(":")[0]
    above.children.append(word)
    above.children.sort(key=lambda w: w.i)
