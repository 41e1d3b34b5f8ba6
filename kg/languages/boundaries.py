"""Sentences glued together ("undertaking.This", "end.”Next"): tokens cut, and the next word marked as a sentence start.

Two parts for any spaCy pipeline: `split_glued` adds infixes to its tokenizer, `kg_boundaries` is a component that
stands before the parser and sets `is_sent_start` where it is certain; the parser decides everywhere else.
Abbreviations, initials, host and file names, versions and decimals stay whole and start nothing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Token

from kg.languages.people import first_names

ENDS = ".!?…"
CLOSING = '”»")]’'
OPENING = '“”«»"(['
#: Marks that seldom open, and those that do so for them.
OPENERS = {"”": "“", "»": "«"}
with Path(__file__).with_name("data").joinpath("boundaries.toml").open("rb") as _file:
    _WORDS = {name: frozenset(words) for name, words in tomllib.load(_file).items()}
ABBREVIATIONS, EXTENSIONS, CAPITALISED = _WORDS["abbreviations"], _WORDS["extensions"], _WORDS["capitalised"]
_MAY_END, _OPENERS = _WORDS["closing"], _WORDS["opening"]
_WORD_END = f"{ALPHA_LOWER}0-9%{re.escape(CLOSING)}"
_START = f"[{re.escape(OPENING)}]?[{ALPHA_UPPER}]"
_GLUED = (
    # "undertaking.This", "2023.This", "(so).This": a word of two signs or more, a stop, a capitalised word
    rf"(?<=[{ALPHA}{_WORD_END}][{_WORD_END}])[.!?…](?={_START})",
    rf"(?<=[{ALPHA_LOWER}0-9])[{re.escape(CLOSING)}](?=[.!?…]{_START})",
    # "end.”Next", "(so.)Next", and the sign before the next word
    rf"(?<=[{ALPHA_LOWER}0-9%])[.!?…](?=[{re.escape(CLOSING)}][{ALPHA_UPPER}])",
    rf"(?<=[.!?…])[{re.escape(CLOSING + OPENING)}](?=[{ALPHA_UPPER}])",
    # "engineers,researchers,and"
    rf"(?<=[{ALPHA}])[,;](?=[{ALPHA}])",
)
_OWN_INFIXES = re.compile("|".join(_GLUED))
#: Signs that stand inside words, between two letters: "L’Oréal", "vaa’an".
_APOSTROPHES = frozenset({"’", "'"})
_NAME_WITH_DOT = re.compile(rf"[{ALPHA}0-9_-]+\.([{ALPHA}0-9]+)$")


def split_glued(tokenizer: Tokenizer) -> None:
    """Let a tokenizer cut glued words as well as what it cuts already."""
    find_infixes = tokenizer.infix_finditer

    def find_all(text: str) -> Iterator[re.Match[str]]:
        return _find_infixes(text, find_infixes(text) if find_infixes else ())

    tokenizer.infix_finditer = find_all


def _find_infixes(text: str, found: Iterator[re.Match[str]] | tuple[()]) -> Iterator[re.Match[str]]:
    """The tokenizer's own infixes and ours, in text order and without overlap."""
    matches = sorted((*found, *_OWN_INFIXES.finditer(text)), key=lambda match: (match.start(), -match.end()))
    end = 0
    for match in matches:
        if match.start() < end or match.end() == match.start():
            continue
        if not (_is_inside_name(text, match) or _is_inside_word(text, match)):
            yield match
            end = match.end()


def _is_inside_name(text: str, match: re.Match[str]) -> bool:
    """Whether the full stop belongs to a name ("Node.JS", "Asp.Net") or an abbreviation ("f.eks.Oslo")."""
    if match.group() != ".":
        return False
    whole = _NAME_WITH_DOT.match(text)
    if whole and is_extension(whole.group(1)):
        return True
    return text[: match.start()].lower() in ABBREVIATIONS


def _is_inside_word(text: str, match: re.Match[str]) -> bool:
    """Whether an apostrophe stands between two letters, where no quotation begins or ends."""
    if match.group() not in _APOSTROPHES:
        return False
    return text[match.start() - 1 : match.start()].isalpha() and text[match.end() : match.end() + 1].isalpha()


@Language.component("kg_boundaries", assigns=["token.is_sent_start"])
def mark_boundaries(doc: Doc) -> Doc:
    """Set `is_sent_start` on the tokens that `find_boundaries` names, and clear it on closing signs after a stop.

    All others stay open.
    """
    for token in doc[1:]:
        if doc[token.i - 1].text in ENDS and not doc[token.i - 1].whitespace_ and _is_closing(token):
            token.is_sent_start = False
    for index in find_boundaries(doc):
        doc[index].is_sent_start = True
    return doc


def find_boundaries(doc: Doc) -> Iterator[int]:
    """Indices of tokens that certainly start a sentence, in order.

    Those are capitalised words after a full stop, exclamation or question mark without a space between (with the
    quotation mark that opens before them), or after a full stop and a closing quotation mark ("… is over.” She left";
    after "!”" and "?”" the clause may go on).
    """
    for token in doc[1:]:
        if token.text[0].isupper():
            starts = _follows_end(token)
        else:
            starts = token.text in OPENING and not _is_closing(token) and _opens_word(token) and _follows_end(token)
        if starts:
            yield token.i


def _opens_word(token: Token) -> bool:
    """Whether a sign stands right before a capitalised word."""
    return not token.whitespace_ and token.i + 1 < len(token.doc) and token.nbor().text[0].isupper()


def _is_closing(token: Token) -> bool:
    """Whether a quotation mark or bracket closes. One that can do both closes if a word and a space are around it.

    Glued on both sides, it closes if the marks like it before are odd in number, or if it is first and seldom opens.
    """
    if token.text not in CLOSING:
        return False
    if token.text in ")]" or token.whitespace_ or token.i + 1 == len(token.doc):
        return True
    marks = (token.text, OPENERS.get(token.text, token.text))
    before = sum(other.text in marks for other in token.doc[: token.i])
    return before % 2 == 1 or (before == 0 and token.text in OPENERS)


def _follows_end(token: Token) -> bool:
    """Whether a stop that ends a sentence stands before the token, glued or with a closing mark between."""
    doc, end = token.doc, token.i - 1
    closed = end >= 1 and _is_closing(doc[end]) and doc[end - 1].text in ENDS and not doc[end - 1].whitespace_
    end -= closed
    if end < 1 or doc[end].text not in ENDS or doc[end - 1].whitespace_ or not _is_whole_word(doc[end - 1]):
        return False
    if doc[token.i - 1].whitespace_:
        return closed and doc[end].text == "." and doc[end + 1].text not in ")]"
    return token.text in OPENING or not is_extension(token.text)


def _is_whole_word(token: Token) -> bool:
    """Whether a token before a stop may end a sentence: no initial, no abbreviation."""
    text = token.text
    return text in CLOSING or (len(text) > 1 and text.lower() not in ABBREVIATIONS and not text.isupper())


def is_extension(text: str) -> bool:
    """Whether the word is an end of names of files, hosts or software ("js", "PDF"), as it is written."""
    return text.lower() in (CAPITALISED if text.istitle() else EXTENSIONS)


def ends_abbreviated(word: str, following: str) -> bool:
    """Whether an abbreviation ends its sentence as well: "Acme Inc. The board …", not "Acme Inc. Chairman Lee".

    No firm's name goes on with a first name: "Acme Inc. Ann joined …".
    """
    if word not in _MAY_END:
        return False
    first = following.rstrip(",").removesuffix("'s").removesuffix("’s").lower()
    return first in _OPENERS or first in first_names()
