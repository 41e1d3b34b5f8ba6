"""A spaCy document to trees: one sentence's words with their heads, children and features.

The labels are those of Universal Dependencies v2 (https://universaldependencies.org/u/dep/). Rules work on these plain
words, so that they can be tested on trees written by hand, and run fast.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from kg.extraction.profile import GRAPH, Profile
from kg.languages import Rules
from kg.model import BlockKind, EntityClass, Token

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

#: What is read of each token, all at once (https://spacy.io/api/doc#to_array). HEAD counts from the token, modulo 2^64.
_ATTRIBUTES = (
    *("ORTH", "SPACY", "LEMMA", "POS", "DEP", "MORPH", "HEAD", "IDX", "IS_SPACE", "SENT_START", "ENT_IOB", "ENT_TYPE"),
)
_SPACY, _HEAD, _IDX, _SENT_START = 1, 6, 7, 9
_SIGNLESS = 2**64
#: Values of ENT_IOB: a token begins an entity, or goes on with one.
_BEGINS, _GOES_ON = 3, 1

#: What words are sorted by: their place in the sentence.
by_place = attrgetter("i")


@dataclass(slots=True, eq=False, init=False)
class Word:
    """A word of a tree. `i` counts words of the sentence; `start` and `end` are characters of the document.

    `rel` is the relation to the head without its subtype. `entity` numbers the named entity that the word is in, within
    the sentence; -1 outside.
    """

    i: int
    text: str
    lemma: str
    pos: str
    dep: str
    start: int
    end: int
    feats: Mapping[str, str]
    rel: str
    lower: str
    head: Word | None
    children: list[Word]
    entity: int

    def __init__(
        self, i: int, text: str, lemma: str, pos: str, dep: str, start: int, end: int, feats: Mapping[str, str]
    ) -> None:
        """A word that hangs nowhere yet; what is asked for most is derived."""
        self.i = i
        self.text = text
        self.lemma = lemma
        self.pos = pos
        self.dep = dep
        self.start = start
        self.end = end
        self.feats = feats
        self.rel = _relation(dep)
        self.lower = text.lower()
        self.head = None
        self.children = []
        self.entity = -1

    def child(self, rel: str, *others: str) -> Word | None:
        """The first child in one of these relations (with or without subtype)."""
        for child in self.children:
            if child.rel == rel or child.dep == rel:  # noqa: PLR1714  asked ten times a word: no pair is made for it
                return child
            if others and (child.rel in others or child.dep in others):
                return child
        return None

    def all(self, rel: str, *others: str) -> list[Word]:
        """All children in these relations, in text order."""
        if not self.children:
            return []
        if not others:
            return [c for c in self.children if c.rel == rel or c.dep == rel]  # noqa: PLR1714
        rels = (rel, *others)
        return [c for c in self.children if c.rel in rels or c.dep in rels]

    def token(self) -> Token:
        """The word as what a rule looked at."""
        return Token(self.start, self.end, self.pos, self.dep)

    def expression(self) -> list[Word]:
        """The word with what is fixed to it ("according to"), in text order."""
        return sorted([self, *self.all("fixed")], key=by_place) if self.children else [self]

    def saying(self) -> str:
        """Its expression in lower case: "instead of"."""
        return " ".join([w.lower for w in self.expression()]) if self.children else self.lower

    def subtree(self, *, without: Callable[[Word], bool] | None = None) -> Iterator[Word]:
        """The word and all below it, unordered; a child for which `without` holds is left out with all below it."""
        stack = [self]
        while stack:
            word = stack.pop()
            yield word
            if without is None:
                stack.extend(word.children)
            else:
                stack.extend([c for c in word.children if not without(c)])

    def above(self) -> Iterator[Word]:
        """The words above it, the nearest first."""
        word = self
        while word.head is not None:
            word = word.head
            yield word

    def is_below(self, other: Word) -> bool:
        """Whether the other word is among those above it."""
        above = self.head
        while above is not None and above is not other:
            above = above.head
        return above is not None

    def first(self) -> Word:
        """The first of the words that it is coordinated with, or itself."""
        word = self
        while word.rel == "conj" and word.head is not None:
            word = word.head
        return word

    def conjuncts(self) -> list[Word]:
        """The word and what is coordinated with it, in text order."""
        found = [self]
        for word in found:
            found.extend([c for c in word.children if c.rel == "conj"])
        return sorted(found, key=by_place) if len(found) > 1 else found


@dataclass(slots=True, eq=False, init=False)
class Tree:
    """One sentence. `entities` gives the class of each numbered entity; `kind` is its block's.

    `known` gives the names that a user's list has for some of the entities; `published` the date of its document.
    """

    words: list[Word]
    text: str
    start: int
    lang: str
    rules: Rules
    kind: BlockKind
    entities: list[EntityClass | None]
    known: dict[int, str]
    profile: Profile
    published: str | None

    def __init__(
        self,
        words: list[Word],
        text: str,
        start: int,
        lang: str,
        rules: Rules,
        kind: BlockKind = BlockKind.PARAGRAPH,
        *,
        profile: Profile = GRAPH,
        published: str | None = None,
    ) -> None:
        """A tree in which no name is marked yet."""
        self.words, self.text, self.start = words, text, start
        self.lang, self.rules, self.kind = lang, rules, kind
        self.entities = []
        self.known = {}
        self.profile, self.published = profile, published

    @property
    def is_question(self) -> bool:
        """Whether a question mark ends it."""
        return self.text.endswith("?") or self.text.rstrip().endswith("?")

    @property
    def roots(self) -> list[Word]:
        """The words without a head, in text order."""
        return [w for w in self.words if w.head is None]

    def render(self, words: list[Word]) -> tuple[str, int | None, int | None]:
        """Text and character offsets of words in text order; the offsets are None where they are not contiguous.

        Contiguous words are given as they stand; others as `joined` gives them.
        """
        first, last = words[0], words[-1]
        gap = last.i - first.i + 1 - len(words)
        if gap == 0 or all(w.pos == "PUNCT" for w in self._between(words)):
            begin, end = first.start, last.end
            if gap and _is_quoted_open(self.text, begin - self.start, end - self.start):
                end += 1  # the sign that closes what one inside opens: "niin sanottu ”vapaa pelaaja”"
            return self.text[begin - self.start : end - self.start], begin, end
        return joined(words), None, None

    def _between(self, words: list[Word]) -> Iterator[Word]:
        chosen = {w.i for w in words}
        return (w for w in self.words[words[0].i : words[-1].i + 1] if w.i not in chosen)


#: Signs that close quotations, with what opens them; some languages open them with the same sign.
_QUOTES = {"”": "“", "»": "«", "’": "‘", '"': '"'}


def _is_quoted_open(text: str, begin: int, end: int) -> bool:
    """Whether a quotation that opens inside these characters is closed by the sign right behind them."""
    sign, inside = text[end : end + 1], text[begin:end]
    if sign not in _QUOTES:
        return False
    if _QUOTES[sign] in inside and _QUOTES[sign] != sign:
        return inside.count(_QUOTES[sign]) > inside.count(sign)
    return inside.count(sign) % 2 == 1


def trees(
    doc: Doc, *, offset: int, lang: str, rules: Rules, kind: BlockKind, profile: Profile = GRAPH
) -> Iterator[Tree]:
    """The sentences of a parsed block that begins at character `offset` of its document."""
    strings, published = doc.vocab.strings, doc.user_data.get("published")
    rows = doc.to_array(_attributes(strings)).tolist()
    bounds = [0, *[i for i in range(1, len(rows)) if rows[i][_SENT_START] == 1], len(rows)]
    for first, last in pairwise(bounds):
        words, text, named = _linked(rows[first:last], offset, strings)
        if not words:
            continue
        _cut_stop(words[-1])
        begin = offset + rows[first][_IDX]
        tree = Tree(words, text, begin, lang, rules, kind, profile=profile, published=published)
        _mark_entities(tree, named)
        yield tree


@lru_cache(maxsize=4)
def _attributes(strings: StringStore) -> list[int | str]:
    """The numbers of the attributes, which are symbols (https://spacy.io/api/stringstore); names are looked up anew."""
    return [strings[name] for name in _ATTRIBUTES]


def _linked(
    rows: Sequence[Sequence[int]], offset: int, strings: StringStore
) -> tuple[list[Word], str, list[tuple[str, list[Word]]]]:
    """The words of a sentence's tokens with heads and children, its text, and its entities: label and words of each.

    Spaces, which spaCy makes tokens of, are left out of the words.
    """
    words: dict[int, Word] = {}
    pieces: list[str] = []
    named: list[tuple[str, list[Word]]] = []
    for token, (orth, spacy, lemma, pos, dep, morph, _, start, is_space, _, iob, label) in enumerate(rows):
        form = strings[orth]
        pieces.append(form + " " if spacy else form)
        if is_space:
            continue
        pos_, dep_, feats = _grammar(strings, pos, dep, morph)
        begin = offset + start
        words[token] = word = Word(
            len(words), form, strings[lemma] or form, pos_, dep_, begin, begin + len(form), feats
        )
        if iob == _BEGINS:
            named.append((strings[label], [word]))
        elif iob == _GOES_ON and named:
            named[-1][1].append(word)
    for token, word in words.items():
        head = (token + rows[token][_HEAD]) % _SIGNLESS
        if head != token and head in words:
            word.head = words[head]
            word.head.children.append(word)
    text = "".join(pieces)
    return list(words.values()), text[:-1] if rows and rows[-1][_SPACY] else text, named


def _cut_stop(last: Word) -> None:
    """Take the sentence's stop from a number that the tokeniser took for an ordinal: "in 2004."."""
    if last.text[:-1].isdecimal() and last.text.endswith("."):
        last.text, last.lower, last.end = last.text[:-1], last.lower[:-1], last.end - 1


def _mark_entities(tree: Tree, named: list[tuple[str, list[Word]]]) -> None:
    for label, words in named:
        inside = _capitalised(words)
        if label in tree.rules.entity_labels and inside:
            for word in inside:
                word.entity = len(tree.entities)
            tree.entities.append(tree.rules.entity_labels[label])


def _capitalised(words: list[Word]) -> list[Word]:
    """The words from the first that has a capital or a figure, since a name holds no common nouns before it.

    Where none has, all of them if all are tagged as names ("going to california").
    """
    first = next((i for i, w in enumerate(words) if any(c.isupper() or c.isdigit() for c in w.text)), None)
    if first is None:
        return words if all(w.pos == "PROPN" for w in words) else []
    return words[first:]


@lru_cache(maxsize=8192)
def _grammar(strings: StringStore, pos: int, dep: int, morph: int) -> tuple[str, str, Mapping[str, str]]:
    """Part of speech, relation and features, of which texts have few combinations."""
    return strings[pos], strings[dep], features(strings[morph])


@lru_cache(maxsize=1024)
def _relation(dep: str) -> str:
    """The relation without its subtype."""
    return dep.partition(":")[0].lower()


@lru_cache(maxsize=4096)
def features(morph: str) -> Mapping[str, str]:
    """UD features, `Case=Ela|Number=Sing`, as a mapping."""
    return dict(item.split("=", 1) for item in morph.split("|") if "=" in item)


def joined(words: Sequence[Word]) -> str:
    """The words as they stand, a space between those that do not touch."""
    text, end = "", words[0].start if words else 0
    for word in words:
        text += word.text if word.start == end else f" {word.text}"
        end = word.end
    return text


def has_words(text: str) -> bool:
    """Whether a text is more than signs."""
    return text[:1].isalnum() or any(c.isalnum() for c in text)


def hang(word: Word, above: Word, dep: str) -> None:
    """Hang a word, with all below it, on another."""
    if word.head is not None:
        word.head.children.remove(word)
    word.head, word.dep, word.rel = above, dep, dep.partition(":")[0]
    above.children.append(word)
    above.children.sort(key=by_place)


def replace_by(old: Word, new: Word) -> None:
    """Let `new` hang where `old` hangs; `old` keeps its children and hangs nowhere."""
    if new.head is not None:
        new.head.children.remove(new)
    above = old.head
    new.head, new.dep, new.rel = above, old.dep, old.rel
    if above is not None:
        above.children[above.children.index(old)] = new
        above.children.sort(key=by_place)
    old.head = None
