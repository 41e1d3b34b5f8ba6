"""A word to numbers that a network knows: pieces of a fixed vocabulary, and hashed features of form and spelling.

Pieces are those of BERT's uncased vocabulary (https://arxiv.org/abs/1609.08144, section 4.1): the longest that match,
from the left. Features are the word, its shape, its ends and its character n-grams, each hashed to a row of a table
(https://arxiv.org/abs/0902.2206). Both depend on nothing but the word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from zlib import crc32

#: Most pieces of one word; the rest of a longer one is left out.
MOST_PIECES = 8
#: Characters of a word that n-grams are made of.
MOST_CHARACTERS = 40
UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"
CONTINUES = "##"


class WordPieces:
    """Cuts words into the pieces of a vocabulary."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.vocabulary = list(vocabulary)
        self._ids = {piece: index for index, piece in enumerate(vocabulary)}
        self.start, self.end = self._ids[START], self._ids[END]
        self.ids = lru_cache(maxsize=65536)(self._cut)

    def _cut(self, word: str) -> tuple[int, ...]:
        """Ids of the word's pieces: one at least, `MOST_PIECES` at most."""
        found = [piece for part in _parts(_plain(word)) for piece in self._cut_part(part)]
        return tuple(found[:MOST_PIECES]) or (self._ids[UNKNOWN],)

    def _cut_part(self, part: str) -> list[int]:
        pieces, start = [], 0
        while start < len(part):
            prefix = CONTINUES if start else ""
            ends = range(len(part), start, -1)
            end = next((end for end in ends if prefix + part[start:end] in self._ids), None)
            if end is None:
                return [self._ids[UNKNOWN]]
            pieces.append(self._ids[prefix + part[start:end]])
            start = end
        return pieces


def _plain(word: str) -> str:
    """Lower case without accents, as the vocabulary is."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")


def _parts(word: str) -> Iterator[str]:
    """Runs of letters and digits; each other sign alone."""
    for is_run, characters in groupby(word[: 4 * MOST_CHARACTERS], str.isalnum):
        if is_run:
            yield "".join(characters)
        else:
            yield from (sign for sign in characters if not sign.isspace())


@lru_cache(maxsize=65536)
def rows_of(word: str, words: int, parts: int, most: int) -> tuple[int, ...]:
    """Rows of the word's features, `most` at most: the word's own first, from 1 to `words`, then of `parts` more rows.

    Row 0 stands for nothing.
    """
    lower = word.lower()
    own = 1 + crc32(lower.encode()) % words
    return (own, *(1 + words + crc32(feature.encode()) % parts for feature in _features(word, lower)[: most - 1]))


def _features(word: str, lower: str) -> list[str]:
    ends = [f"s{length}{lower[-length:]}" for length in (1, 2, 3, 4)]
    around = f"<{lower[:MOST_CHARACTERS]}>"
    grams = [f"n{around[i : i + size]}" for size in (4, 3, 5) for i in range(max(1, len(around) - size + 1))]
    return [f"c{_case(word)}", f"x{_shape(word)}", f"p{lower[:3]}", *ends, *grams]


def _case(word: str) -> str:
    if word.isupper():
        return "upper" if len(word) > 1 else "initial"
    if word[:1].isupper():
        return "title" if word[1:].islower() else "mixed"
    return "lower" if word.islower() else "none" if not any(c.isalpha() for c in word) else "inner"


def _shape(word: str) -> str:
    """The word with letters as X and x and digits as d, runs cut at three."""
    signs = ("d" if c.isdigit() else "X" if c.isupper() else "x" if c.isalpha() else c for c in word[:MOST_CHARACTERS])
    return "".join("".join(run)[:3] for _, run in groupby(signs))
