"""Trees in which titles and names are tied the same way, however the treebank ties them.

Treebanks disagree on "Meta CEO Mark Zuckerberg": one flat name, a title with a name behind it, or a name with a title
before it. Here the recognised person always heads the phrase and the title hangs on it.
"""

from __future__ import annotations

from kg.extraction.phrases import is_proper, name_words
from kg.extraction.tree import Tree, Word, hang, replace_by
from kg.languages.people import people_of
from kg.model import EntityClass

#: What stays with the title's own noun; all other dependents move to the name.
_OF_THE_TITLE = frozenset({"amod", "compound", "nmod", "det", "nummod", "flat"})


def untangle(tree: Tree) -> None:
    """Make each person's name the head of the flat phrase that holds it, and possessors hang on what they have."""
    markers, titles = tree.rules.genitive_markers, tree.rules.titles
    _join_names(tree)
    for word in tree.words:
        if word.lower in markers and word.pos == "PRON":
            _hang_possessor(tree, word)
        if word.dep == "nmod:desc" or word.lower in titles:
            _part_title(tree, word)
        if word.text == "&":
            _join_firm(tree, word)
        if word.rel == "conj" and word.entity >= 0:
            _join_parts(tree, word)
    for number, kind in enumerate(tree.entities):
        if kind is EntityClass.PERSON:
            name = [w for w in tree.words if w.entity == number]
            head = _phrase_head(name) if name else None  # a user's list may have claimed all its words
            if head is not None:
                _exchange(head, name)


def _join_names(tree: Tree) -> None:
    """A name that the recogniser found in one piece has one head, also where the parser ties its words elsewhere."""
    tops: dict[int, list[Word]] = {}
    for word in tree.words:
        if word.entity >= 0 and (word.head is None or word.head.entity != word.entity):
            tops.setdefault(word.entity, []).append(word)
    for words in tops.values():
        if len(words) > 1:
            first = next(w for w in words if not any(other in words for other in w.above()))
            for other in words:
                if other is not first:
                    hang(other, first, "flat")


def _join_parts(tree: Tree, part: Word) -> None:
    """ "Pride and Prejudice": what is recognised as one name, and no person's, is no two names."""
    if tree.entities[part.entity] is not EntityClass.PERSON and part.head and part.head.entity == part.entity:
        part.dep = part.rel = "flat"


def _join_firm(tree: Tree, sign: Word) -> None:
    """ "Lind & Sons": what the sign ties is one name, of a firm; two people called by their first names stay two."""
    last = sign.head
    first = last.head if last is not None and last.rel == "conj" else None
    if last is None or first is None or not (is_proper(first) and is_proper(last)):
        return
    names = people_of(tree.rules.code).names
    if first.entity != last.entity and first.lower in names and last.lower in names:
        return
    words = [*name_words(first), sign, *name_words(last)]
    tree.entities.append(EntityClass.ORGANIZATION)
    for word in words:
        word.entity = len(tree.entities) - 1
    last.dep = last.rel = "flat"


def _part_title(tree: Tree, word: Word) -> None:
    """ "President Lee", "Dr. Lee": the title before a name says what its bearer is, and is no part of the name."""
    behind = tree.words[word.i + 1] if word.i + 1 < len(tree.words) else None
    if behind is None or not is_proper(behind) or word.rel == "case":
        return
    if word.dep == "nmod:desc" and behind.entity >= 0 and word.head is not None and word.head.i < word.i:
        hang(word, behind, word.dep)  # "Ann met President Lee": no title stands behind its name
    if word.entity >= 0 and word.entity == behind.entity and tree.entities[word.entity] is not EntityClass.PERSON:
        return  # "St. Petersburg", "Major League"
    titled = word.dep == "nmod:desc" or word.text[:1].isupper()
    if not titled or (behind.head is not word and word.head is not behind):
        return
    word.entity = -1
    for number in [c for c in word.all("flat") if c.i > behind.i and c.entity == behind.entity >= 0]:
        hang(number, behind, "flat")  # "Queen Anne II"
    if word.head is behind:
        word.dep, word.rel = "nmod:desc", "nmod"
        for firm in [c for c in behind.all("compound") if c.i < word.i and 0 <= c.entity != behind.entity]:
            hang(firm, word, "compound")  # "Acme Corp. President Ann Lee"
    elif behind.rel == "flat" and behind.entity < 0:
        tree.entities.append(EntityClass.PERSON)
        for part in (behind, *(w for w in word.all("flat") if w.i > behind.i)):
            part.entity = len(tree.entities) - 1


def _hang_possessor(tree: Tree, marker: Word) -> None:
    """ "Meta sin direktør": the name before the marker is the director's, whatever it hangs on."""
    before = tree.words[marker.i - 1] if marker.i else None
    if before is None or marker.head is None or before.pos not in ("PROPN", "NOUN"):
        return
    owner = before
    while owner.rel == "flat" and owner.head is not None:
        owner = owner.head
    behind = tree.words[marker.i + 1] if marker.i + 1 < len(tree.words) else None
    if marker.head is owner and behind is not None and behind.pos == "NOUN" and behind.head is owner.head:
        hang(owner, behind, "nmod:poss")  # two objects of one verb: "ringde sjefen sitt kontor"
        return
    for adposition in owner.all("case") if marker.head is not owner else ():
        hang(adposition, marker.head, "case")  # "i regjeringa sitt arbeid" is in the work
    inside = {w.i for w in owner.subtree()}
    if marker.head.i not in inside and owner.rel not in ("nsubj", "obj", "conj", "root"):
        hang(owner, marker.head, "nmod:poss")


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
    replace_by(head, first)
    for child in moved:
        if child is not first:
            hang(child, first, child.dep if child not in parts else "flat")
    hang(head, first, "nmod:desc")
    if before:
        last = before[-1]
        replace_by(head, last)
        hang(head, last, "compound")
        for child in before[:-1]:
            hang(child, last, "compound")
