"""Treebank and entity files to sentences.

Reads CoNLL-U (https://universaldependencies.org/format.html), plain or gzipped. Named entities come from
NorNE's `name=` in MISC, from GUM's bracketed `Entity=` in MISC, or from a file beside the treebank (UNER's IOB2, or
two columns); where nobody annotated them, a sentence says None and not "no entity".
Raises ValueError for a line that has not ten columns, but for a last sentence that is cut off: that is left out.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from urllib.parse import unquote

#: NorNE's classes, and ours. DRV (words derived from names) and MISC are no names.
NORNE = {
    "PER": "PERSON",
    "ORG": "ORG",
    "LOC": "LOC",
    "GPE_LOC": "LOC",
    "GPE_ORG": "LOC",
    "PROD": "PRODUCT",
    "EVT": "EVENT",
}
UNER = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}
#: GUM's entity types, and ours. A named `abstract` of several words is a title nearly always.
GUM = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "LOC",
    "event": "EVENT",
    "object": "PRODUCT",
    "abstract": "WORK",
}
#: How a name hangs on the noun that describes its bearer.
_TIED = frozenset({"flat", "appos", "nmod:desc"})
#: Lower-case words and signs that may stand inside a name.
INNER_WORDS = frozenset(
    ["of", "the", "and", "for", "in", "on", "de", "la", "le", "du", "van", "von", "der", "&", "-", "'", "'s", "’s"]
)


@dataclass(frozen=True)
class Word:
    """One syntactic word of a tree. `head` counts words of the sentence from 0; the root heads itself."""

    form: str
    space: bool
    lemma: str
    pos: str
    morph: str
    head: int
    dep: str
    misc: dict[str, str]


@dataclass(frozen=True)
class Sentence:
    """One tree. `entities` are IOB tags, one a word, or None where nobody annotated them."""

    name: str
    words: list[Word]
    entities: list[str] | None
    opens_document: bool
    has_tree: bool = True

    def without_tree(self) -> Sentence:
        """The same words and entities, all else unknown."""
        return replace(self, has_tree=False)


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Sentences of a CoNLL-U file, in order, over syntactic words; empty nodes are left out."""
    blocks = [(comments, list(_read_words(rows))) for comments, rows in _read_blocks(path)]
    read_tags = _tag_reader([words for _, words in blocks])
    for comments, words in blocks:
        yield Sentence(_sentence_id(comments), words, read_tags(words), any("newdoc" in c for c in comments))


def read_iob(path: Path) -> dict[str, list[str]]:
    """Sentence id to its tags, in our classes, of a UNER file."""
    blocks = _read_blocks(path, columns=5)
    return {_sentence_id(comments): [_map_tag(row[2], UNER) for row in rows] for comments, rows in blocks}


def with_entities(sentences: Iterable[Sentence], tags: dict[str, list[str]]) -> Iterator[Sentence]:
    """The same sentences with the tags of their ids.

    A sentence that has none, or another number of words there, counts as not annotated.
    """
    for sentence in sentences:
        row = tags.get(sentence.name, [])
        yield replace(sentence, entities=row if len(row) == len(sentence.words) else None)


def read_columns(path: Path) -> Iterator[Sentence]:
    """Sentences of a file of two columns, word and IOB tag with the annotators' own classes, without trees."""
    for _, rows in _read_blocks(path, columns=2):
        words = [Word(row[0], True, "", "", "", index, "", {}) for index, row in enumerate(rows)]
        yield Sentence("", words, [row[1] for row in rows], opens_document=False, has_tree=False)


def _read_blocks(path: Path, columns: int = 10) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Comment lines and rows of columns of each blank-line block."""
    opener = gzip.open if path.suffix == ".gz" else open
    comments: list[str] = []
    rows: list[list[str]] = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(chain(lines, ("\n",)), start=1):
            text = line.rstrip("\n")
            if text.startswith("# "):
                comments.append(text)
            elif text:
                rows.append(text.split("\t"))
            elif rows:
                if all(len(row) == columns for row in rows):
                    yield comments, rows
                elif any(lines):
                    raise ValueError(f"{path}: the sentence before line {number} has not {columns} columns")
                comments, rows = [], []


def _read_words(rows: list[list[str]]) -> Iterator[Word]:
    """Words of a tree. Inside a multiword token ("don't") no space follows, but after its last word its own."""
    last, last_space = 0, True
    for row in rows:
        misc = dict(item.partition("=")[::2] for item in row[9].split("|")) if row[9] != "_" else {}
        space = misc.get("SpaceAfter") != "No"
        if "-" in row[0]:
            last, last_space = int(row[0].split("-")[1]), space
        elif "." not in row[0]:
            number = int(row[0])
            space = False if number < last else last_space if number == last else space
            head = int(row[6]) - 1 if row[6] != "0" else number - 1
            lemma = row[2] if row[2] != "_" or row[1] == "_" else row[1]
            morph = "" if row[5] == "_" else row[5]
            yield Word(row[1], space, lemma, row[3], morph, head, "ROOT" if row[7] == "root" else row[7], misc)


def _sentence_id(comments: list[str]) -> str:
    return next((c.partition("=")[2].strip() for c in comments if c.startswith("# sent_id")), "")


def _tag_reader(trees: list[list[Word]]) -> Callable[[list[Word]], list[str] | None]:
    """How this treebank writes entities: NorNE's way, GUM's, or not at all."""
    keys = {key for words in trees for word in words for key in word.misc}
    if "name" in keys:
        return lambda words: [_map_tag(word.misc.get("name", "O"), NORNE) for word in words]
    return _gum_tags if "Entity" in keys else lambda _: None


def _map_tag(tag: str, classes: dict[str, str]) -> str:
    prefix, _, name = tag.partition("-")
    return f"{prefix}-{classes[name]}" if name in classes else "O"


def _gum_tags(words: list[Word]) -> list[str]:
    """IOB tags of GUM's outermost named entities: those with a proper noun for a head, or with a link to Wikipedia.

    GUM's spans are whole noun phrases ("the pianist Andy Warhol, who …"); the name is the run of capitalised words
    around the head, or where a common noun is the head, what of the link's title is tied to it ("pianist Andy Warhol").
    """
    tags = ["O"] * len(words)
    for start, end, kind, link in sorted(_gum_spans(words), key=lambda span: span[0] - span[1]):
        top = _head_of(words, start, end)
        head = top if words[top].pos == "PROPN" else _titled(words, start, end, top, link)
        if kind not in GUM or head is None:
            continue
        first, last = _name_around(words, (start, end), head, kind)
        if kind == "abstract" and (first == last or not link or link.endswith("_language")):
            continue
        if all(tag == "O" for tag in tags[first : last + 1]):
            tags[first : last + 1] = [f"B-{GUM[kind]}"] + [f"I-{GUM[kind]}"] * (last - first)
    return tags


def _titled(words: list[Word], start: int, end: int, head: int, link: str) -> int | None:
    """The proper noun that names what the span's head, a common noun, only describes; None where nothing does.

    It is tied to the head without a preposition, and it and what hangs flat on it are words of the link's title.
    """
    title = set(re.split(r"[_\-]+", unquote(link.partition("%28")[0]).lower()))
    for index in range(start, end + 1):
        word = words[index]
        if word.head != head or word.pos != "PROPN" or word.dep not in _TIED:
            continue
        name = [i for i in range(start, end + 1) if i == index or (words[i].head == index and words[i].pos == "PROPN")]
        introduced = any(words[i].head == index and words[i].dep == "case" for i in range(start, end + 1))
        if not introduced and all(words[i].form.lower() in title for i in name):
            return index
    return None


def _gum_spans(words: list[Word]) -> Iterator[tuple[int, int, str, str]]:
    """(first word, last word, type, Wikipedia link or "") of every bracket of `Entity=`, in closing order.

    `(1-person-…-Andy_Warhol` opens entity 1, `1)` closes it, `(1-person-…)` does both.
    """
    open_at: dict[str, list[tuple[int, list[str]]]] = {}
    for index, word in enumerate(words):
        for opens, text, closes in re.findall(r"(\(?)([^()]+)(\)?)", word.misc.get("Entity", "")):
            name, _, rest = text.partition("-")
            if opens:
                open_at.setdefault(name, []).append((index, rest.split("-", 6)))
            if closes and open_at.get(name):
                start, fields = open_at[name].pop()
                yield start, index, fields[0], fields[6] if len(fields) > 6 else ""


def _head_of(words: list[Word], start: int, end: int) -> int:
    """The word of the span (both ends inside) whose head lies outside it."""
    outside = (i for i in range(start, end + 1) if not start <= words[i].head <= end or words[i].head == i)
    return next(outside, start)


def _name_around(words: list[Word], span: tuple[int, int], head: int, kind: str) -> tuple[int, int]:
    """First and last word of the name around `head`, inside the span."""
    first = last = head
    while first > span[0] and _continues(words, first - 1, span, kind):
        first -= 1
    while last < span[1] and _continues(words, last + 1, span, kind):
        last += 1
    return first, last


def _continues(words: list[Word], index: int, span: tuple[int, int], kind: str) -> bool:
    """Whether a word beside a name belongs to it: a capitalised one, or a small one between two such.

    Of people neither titles ("Dr.") do, nor what ties them to others ("Ann and Bo", "Ann of Acme").
    """
    word, inside = words[index], span[0] < index < span[1]
    if kind == "person" and (word.dep == "nmod:desc" or word.pos in ("CCONJ", "ADP")):
        return False
    if _is_capital(word):
        return True
    joins = inside and word.form.lower() in INNER_WORDS
    return joins and _is_capital(words[index - 1]) and _is_capital(words[index + 1])


def _is_capital(word: Word) -> bool:
    if word.pos in ("DET", "PRON"):
        return False
    return word.form[:1].isupper() or word.pos == "NUM"
