"""A block of text to its sentences, by its punctuation, and each sentence to its parse.

A sentence ends at a full stop, question or exclamation mark that a capitalised word, a figure or an opening mark
follows, with or without a space; initials and ordinals end none, and abbreviations only where a word follows that opens
sentences ("Acme Inc. The board …"). The parser gets one sentence at a time, so that it neither cuts one in the middle
nor runs a heading into the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from kg.languages.boundaries import ABBREVIATIONS, ends_abbreviated, is_extension

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_Context = TypeVar("_Context")
_END = re.compile(r"(?P<stop>[.!?…]+)(?P<close>[”’\"')\]»]*)(?P<gap>\s*)(?=(?P<next>[“‘\"'(\[«–—-]*\s?\S+))")
_INITIAL = re.compile(r"(?:^|[\s(.])[^\W\d_]$")
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}$")
#: A last word of figures with the sentence's stop: "2021.", "2–1.".
_STOPPED = re.compile(r"^\d[\d.,:–-]*\.$")
#: How many characters before a stop are looked at: splitting stays linear.
BEFORE = 200
#: Sentences longer than this many characters are cut where a semicolon or space allows: parsing stays linear.
LONGEST = 2000


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences of a block, in order, without the space around them."""
    start = 0
    for match in _END.finditer(text):
        if _ends(text, match):
            yield from _trimmed(text, start, match.end("close"))
            start = match.end("gap")
    yield from _trimmed(text, start, len(text))


def parse_sentences(
    nlp: Language, sentences: Iterable[tuple[str, _Context]], *, lang: str = ""
) -> Iterator[tuple[Doc, _Context]]:
    """The parse of each sentence with what came with it; one sentence stays one. `lang` is the texts' own language."""

    def docs() -> Iterator[tuple[Doc, _Context]]:
        for text, context in sentences:
            doc = nlp.make_doc(text)
            if len(doc) and _STOPPED.match(doc[-1].text):
                _part_stop(doc[-1])
            doc.user_data["lang"] = lang
            for token in doc[1:]:
                token.is_sent_start = False
            yield doc, context

    yield from nlp.pipe(docs(), as_tuples=True)


def _part_stop(last: Token) -> None:
    """The stop behind a sentence's last figure ends the sentence, though Norwegian ordinals have one too."""
    with last.doc.retokenize() as retokenizer:
        retokenizer.split(last, [last.text[:-1], "."], heads=[(last, 0), (last, 0)])


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a stop ends its sentence."""
    follows = match["next"].lstrip("“‘\"'([«–—- ")
    opened = match["next"][0] in "“‘\"'([«–—"
    if not follows or not (follows[0].isupper() or follows[0].isdigit() or (opened and match["gap"])):
        return False
    before = text[max(0, match.start("stop") - BEFORE) : match.start("stop")]
    word = before.rsplit(None, 1)[-1] if before.strip() else ""
    if match["gap"] == "":
        return _ends_glued(word, follows)
    if match["stop"] != ".":
        return follows[0].isupper() or opened
    abbreviated = word.lower().strip("(“\"'")
    if _INITIAL.search(before) or abbreviated in ABBREVIATIONS:
        return follows[0].isupper() and ends_abbreviated(abbreviated, follows)
    return not (_ORDINAL.search(before) and not opened and len(word) <= 2 and _is_after_ordinal(before))


def _is_after_ordinal(before: str) -> bool:
    """A figure with a stop at the very start of a block numbers a list item ("1. Hardware")."""
    return before.strip().isdigit()


def _ends_glued(word: str, follows: str) -> bool:
    """Whether a stop without a space behind it ends a sentence: "undertaking.This", not "Node.js" or "U.S."."""
    follower = re.match(r"\w+", follows)
    if follower is None or not follows[0].isupper() or "/" in word or "@" in word or "www" in word.lower():
        return False
    long_enough = len(word.strip("(“\"'")) > 2 and (word[-1:].islower() or word[-1:].isdigit() or word[-1:] in '%)”"')
    return long_enough and word.lower() not in ABBREVIATIONS and not is_extension(follower[0]) and "." not in word


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without space at its ends, cut where it is too long; nothing where it is empty."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = max(text.rfind(sign, start, start + LONGEST) for sign in ("; ", ", ", " ", "\n"))
        cut = cut + 1 if cut > start else start + LONGEST
        yield start, cut
        start = cut
    if end > start:
        yield start, end
