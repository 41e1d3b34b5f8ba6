"""ClearNLP's dependency labels, as `en_core_web_*` has them, to Universal Dependencies v2.

Labels of https://github.com/clir/clearnlp-guidelines become those of https://universaldependencies.org/en/dep/. Heads
turn round where the schemes differ: prepositions, copulas, coordinators, names, sums of money; each has its function.
The component `kg_clearnlp` stands last in its pipeline, behind whatever reads the labels as they were.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.attrs import DEP, HEAD, POS
from spacy.language import Language
from spacy.tokens import Doc

with Path(__file__).with_name("data").joinpath("clearnlp.toml").open("rb") as _file:
    _DATA = tomllib.load(_file)
LABELS: dict[str, str] = _DATA["labels"]
FIXED = tuple(sorted((tuple(each.split()) for each in _DATA["words"]["fixed"]), key=lambda words: -len(words)))
CAUSES, PAIRED, PLACES, TELLING = (
    frozenset(_DATA["words"][name]) for name in ("causes", "paired", "places", "telling")
)
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "DET", "X"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})


@dataclass(slots=True, eq=False)
class Node:
    """A word of a tree that is being changed. `person` numbers the person's name that it is in; -1 outside."""

    i: int
    text: str
    tag: str
    pos: str
    lemma: str
    dep: str
    person: int = -1
    head: Node | None = None
    children: list[Node] = field(default_factory=list)

    def all(self, *deps: str) -> list[Node]:
        """The children with these labels, in text order."""
        return sorted((c for c in self.children if c.dep in deps), key=lambda c: c.i)

    def first(self, *deps: str) -> Node | None:
        """The first child with one of these labels."""
        return next(iter(self.all(*deps)), None)

    def hang(self, above: Node | None, dep: str) -> None:
        """Hang the word, with all below it, on another; on None it is the root."""
        if self.head is not None:
            self.head.children.remove(self)
        self.head, self.dep = above, dep
        if above is not None:
            above.children.append(self)

    def rise(self, *, dep: str | None = None, leave: Callable[[Node], bool] | None = None) -> Node | None:
        """Take the place of the head, with its children but for those to `leave`; returns the old head, now loose."""
        old = self.head
        if old is None:
            return None
        above, place = old.head, old.dep
        old.hang(None, "dep")
        self.hang(above, dep or place)
        for child in [c for c in old.children if c is not self and not (leave and leave(c))]:
            child.hang(self, child.dep)
        return old


def convert(nodes: Sequence[Node]) -> None:
    """Turn the tree of one sentence, in place."""
    for node in nodes:
        if node.tag in ("$", "#") and node.dep in ("quantmod", "nmod"):
            _turn_money(node)
    for node in sorted(nodes, key=_depth, reverse=True):
        if node.dep in ("prep", "agent", "dative", "pcomp") or (node.tag == "IN" and node.first("pobj")):
            _turn_preposition(node)
    for node in sorted(nodes, key=_depth, reverse=True):
        _raise_object(node)
    for node in sorted(nodes, key=_depth, reverse=True):
        if node.lemma.lower() in ("be", "'s", "’s") and not node.dep.startswith("aux"):
            _turn_copula(node)
    _turn_names(nodes)
    for node in nodes:
        _straighten_coordination(node)
    _fix_expressions(nodes)
    for node in nodes:
        _mark_expletive(node)
    for node in nodes:
        _relabel(node)
        node.pos = _pos(node)
    _hang_signs(nodes)


def _depth(node: Node) -> tuple[int, int]:
    depth, above = 0, node.head
    while above is not None:
        depth, above = depth + 1, above.head
    return depth, -node.i


def _turn_money(sign: Node) -> None:
    """ "$ 100 million": the sign has the number, unless a noun has both."""
    number = sign.head
    if number is None or number.tag != "CD" or number.i < sign.i:
        return
    sign.rise(leave=lambda c: c.dep in ("compound", "nummod", "number") and c.i < number.i)
    number.hang(sign, "nummod")


def _turn_preposition(word: Node) -> None:
    """ "in Oslo": the place has its preposition; "after leaving": the verb has its mark."""
    inner = word.first("pobj") or word.first("pcomp")
    inner = inner or next((c for c in word.all("obl", "nmod", "amod") if c.i > word.i), None)
    above = word.head
    if inner is None or above is None:
        return
    clausal = inner.pos in ("VERB", "AUX") and inner.dep == "pcomp"
    nominal = (above.pos in NOMINAL or (above.pos == "ADJ" and word.text == "of")) and word.dep != "agent"
    if clausal:
        dep = "acl" if nominal else "advcl"
    else:
        dep = "nmod" if nominal else "obl:agent" if word.dep == "agent" else "obl"
    dep = dep if word.dep in ("prep", "agent", "dative") else word.dep
    inner.rise(dep=dep)
    word.hang(inner, "mark" if clausal else "case")


def _raise_object(verb: Node) -> None:
    """ "want him to go": who goes is wanted, and the going is a complement without a subject of its own."""
    subject, above = verb.first("nsubj"), verb.head
    if verb.dep != "ccomp" or subject is None or above is None or verb.first("mark", "complm"):
        return
    infinitive = verb.tag == "VB" and verb.first("aux") is not None and verb.all("aux")[0].tag == "TO"
    bare = above.lemma.lower() in CAUSES and verb.tag not in ("VBD", "VBZ", "VBP", "MD") and not verb.first("aux")
    if above.i < subject.i < verb.i and (infinitive or bare):
        subject.hang(above, "dobj")
        verb.hang(above, "xcomp")


def _turn_copula(verb: Node) -> None:
    """ "is a director", "is here", "is in Oslo": what is said of the subject is the head."""
    predicate = verb.first("attr", "acomp", "oprd")
    there = next((c for c in verb.all("expl") if c.text.lower() == "there"), None)
    if there is not None:
        for child in verb.all("attr"):
            child.hang(verb, "nsubj")
        return
    subject = verb.first(*SUBJECTS)
    if predicate is None and subject is not None:
        predicate = next((c for c in verb.all("obl", "advmod", "npadvmod") if _says_where(c, verb)), None)
    if predicate is None:
        return
    predicate.rise()
    verb.hang(predicate, "cop")


def _says_where(word: Node, verb: Node) -> bool:
    if word.dep == "obl":
        return word.i > verb.i and word.first("case") is not None
    return word.text.lower() in PLACES


def _turn_names(nodes: Sequence[Node]) -> None:
    """ "Ann Lee": the first word of a person's name heads it, and the others lie flat."""
    for number in sorted({node.person for node in nodes if node.person >= 0}):
        name = [node for node in nodes if node.person == number and node.pos == "PROPN"]
        if len(name) > 1 and all(word.head is name[-1] and word.dep in ("compound", "nn") for word in name[:-1]):
            last, first = name[-1], name[0]
            first.rise()
            for word in name[1:]:
                word.hang(first, "flat")
            for child in [c for c in last.children if c.dep == "case"]:
                child.hang(first, "case")


def _straighten_coordination(node: Node) -> None:
    """Every conjunct hangs on the first one, and a conjunction or comma on the conjunct behind it."""
    if node.dep == "conj" or not node.first("conj"):
        return
    chain = [node]
    for word in chain:
        chain.extend(word.all("conj"))
    later = sorted(chain[1:], key=lambda c: c.i)
    for word in chain:
        for sign in [c for c in word.children if c.dep == "cc" or (c.dep == "punct" and c.text in ",;")]:
            behind = next((c for c in later if c.i > sign.i), None)
            if behind is not None and (sign.i > node.i):
                sign.hang(behind, sign.dep)
    for word in later:
        word.hang(node, "conj")


def _fix_expressions(nodes: Sequence[Node]) -> None:
    """ "such as", "according to": the further words are fixed on the first, which stands where the outer one stood."""
    for start in range(len(nodes) - 1):
        for words in FIXED:
            part = nodes[start : start + len(words)]
            if len(part) == len(words) and all(n.text.lower() == w for n, w in zip(part, words, strict=True)):
                _fix(part)
                break


def _fix(part: Sequence[Node]) -> None:
    inside = set(part)
    tops = [n for n in part if n.head is not None and n.head not in inside]
    heads = {top.head for top in tops}
    tied = len(tops) == 1 or len(heads) == 1 or all(top.dep in ("case", "mark", "advmod", "amod") for top in tops)
    if not tops or not tied or any(n.dep in ("conj", "nsubj", "root", "ROOT") or n.pos == "VERB" for n in part[1:]):
        return
    first, top = part[0], next((t for t in tops if t.dep in ("case", "mark", "cc")), tops[0])
    above, dep = top.head, top.dep
    if above is None or _is_below(above, first):
        return
    for word in part[1:]:
        for child in [c for c in word.children if c not in inside]:
            child.hang(above, child.dep)
    if dep in ("amod", "quantmod"):
        dep = "advmod" if above.tag == "CD" else "case"
    first.hang(above, dep)
    for word in part[1:]:
        word.hang(first, "fixed")


def _is_below(node: Node | None, above: Node) -> bool:
    while node is not None:
        if node is above:
            return True
        node = node.head
    return False


def _mark_expletive(node: Node) -> None:
    """ "It is hard to leave": the clause is the subject, and "it" stands in for it."""
    it = next((c for c in node.all("nsubj") if c.text.lower() == "it"), None)
    clause = next((c for c in node.all("xcomp", "ccomp") if c.i > node.i and c.pos in ("VERB", "AUX")), None)
    if it is not None and clause is not None and node.pos == "ADJ" and node.first("cop"):
        it.dep, clause.dep = "expl", "csubj"


def _hang_signs(nodes: Sequence[Node]) -> None:
    """Punctuation hangs on the phrase that it parts off, or closes; at the end, on the root."""
    root = next((node for node in nodes if node.head is None), None)
    words = [node for node in nodes if node.dep != "punct"]
    for sign in nodes:
        if sign.dep != "punct" or sign is root or sign.children:
            continue
        before = next((n for n in reversed(words) if n.i < sign.i), None)
        behind = next((n for n in words if n.i > sign.i), None)
        left = _climb(before, range(sign.i)) if before else None
        right = _climb(behind, range(sign.i, len(nodes) + nodes[0].i)) if behind else None
        above = root if right is None else right if left is None or (right.head and right.head.i < sign.i) else left
        if above is not None and above is not sign:
            sign.hang(above, "punct")


def _climb(node: Node, inside: range) -> Node:
    """The highest word above whose whole way up stays inside."""
    while node.head is not None and node.head.i in inside:
        node = node.head
    return node


def _relabel(node: Node) -> None:
    above = node.head
    if above is None:
        node.dep = "ROOT"
    elif node.dep == "aux" and node.tag == "TO":
        node.dep = "mark"
    elif node.dep in ("det", "predet") and node.text.lower() in PAIRED and above.first("conj"):
        node.dep = "cc:preconj"
    elif node.dep == "nmod" and not node.first("case"):
        node.dep = "compound"
    elif node.dep == "npadvmod" and above.pos in ("NOUN", "PROPN"):
        node.dep = "nmod:unmarked"
    elif node.dep == "compound" and above.person >= 0 and node.person != above.person and node.pos == "PROPN":
        node.dep = "nmod:desc"
    elif node.dep in ("relcl", "rcmod") and (to := node.first("aux", "mark")) and to.tag == "TO":
        node.dep = "acl"
    elif node.dep == "dobj" and above.lemma.lower() in TELLING and above.first("ccomp"):
        node.dep = "iobj"
    else:
        node.dep = LABELS.get(node.dep, node.dep)


#: Treebank tags that have one part of speech wherever they stand.
_OF_TAG = {
    "PRP$": "PRON",
    "WP$": "PRON",
    "PRP": "PRON",
    "WP": "PRON",
    "EX": "PRON",
    "CD": "NUM",
    "MD": "AUX",
    "$": "SYM",
}


def _pos(node: Node) -> str:
    """The part of speech that the word's place in the new tree asks for."""
    if node.dep.startswith(("aux", "cop")):
        return "PART" if node.tag == "TO" else "AUX"
    if node.dep == "mark" and node.tag in ("IN", "WRB", "RB"):
        return "SCONJ" if node.tag == "IN" else node.pos
    if node.dep == "case" and node.tag in ("IN", "TO", "RP", "VBG"):
        return "ADP"
    if node.tag in ("DT", "WDT"):
        return "DET" if node.dep.startswith("det") else "PRON"
    return _OF_TAG.get(node.tag, node.pos)


@Language.component(
    "kg_clearnlp",
    requires=["token.dep", "token.head", "token.tag", "token.pos", "token.lemma"],
    assigns=["token.dep", "token.head", "token.pos"],
)
def to_universal(doc: Doc) -> Doc:
    """Give a document of ClearNLP's labels those of Universal Dependencies. Sentences stay as they are."""
    nodes = nodes_of(doc)
    for sent in doc.sents:
        convert([node for node in nodes[sent.start : sent.end] if not doc[node.i].is_space])
    return _written(doc, nodes)


def nodes_of(doc: Doc) -> list[Node]:
    """The words of a document as trees that can be changed."""
    person = {token.i: ent.start for ent in doc.ents if ent.label_ == "PERSON" for token in ent}
    nodes = [
        Node(
            token.i, token.text, token.tag_, token.pos_, token.lemma_ or token.text, token.dep_, person.get(token.i, -1)
        )
        for token in doc
    ]
    for token in doc:
        if token.head.i != token.i:
            nodes[token.i].hang(nodes[token.head.i], token.dep_)
    return nodes


def _written(doc: Doc, nodes: Sequence[Node]) -> Doc:
    import numpy

    strings = doc.vocab.strings
    values: Any = numpy.zeros((len(nodes), 3), dtype="uint64")
    for row, node in zip(values, nodes, strict=True):
        distance = 0 if node.head is None else node.head.i - node.i
        row[:] = (distance % 2**64, strings.add(node.dep), strings.add(node.pos))
    return doc.from_array([HEAD, DEP, POS], values)
