"""Blocks of a page -> the blocks of its article: page furniture is left out.

Furniture is known by its wording, which stands in `data/furniture.*.txt`, all languages together since pages mix them.
A file has sections: `[line]` patterns of whole lines or closing sentences, `[end]` patterns of lines after which no
article goes on, `[words]` words that share bars and menus consist of. In a pattern `{n}` is a number, `{few}` up to
eight words, `{any}` anything, `{name}` two to five capitalised words, `{date}` a date. Case and the punctuation
around a line don't count. An end counts only after prose; before it, it is a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from kg.documents.blocks import sentence_starts
from kg.model import Block, BlockKind

#: Fewest words of paragraphs that make what stands before an `[end]` line an article.
PROSE_WORDS = 25

_MONTH = r"[^\W\d_]{3,12}\.?"
_CLOCK = r"(?:,?\s*(?:kl\.?|klo|at)?\s*\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?)?"
_DATE = (
    rf"(?:\d{{1,4}}[./-]\s?\d{{1,2}}[./-]\s?\d{{2,4}}|\d{{1,2}}(?:\.|st|nd|rd|th)?\s+{_MONTH}\s+\d{{4}}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}){_CLOCK}"
)
_CAPITALISED = r"(?-i:[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:[-'’.][^\W\d_]+)*\.?)"
_SLOTS = {
    "{n}": r"\d[\d.,\u00a0 ]*[kK]?",
    "{few}": r"\S+(?:\s+\S+){0,7}",
    " {any}": r"(?:\W.*)?",
    "{name}": rf"{_CAPITALISED}(?:\s+(?:(?:van|von|de|der|and|ja|og|&)\s+)*{_CAPITALISED}){{1,4}}",
    "{date}": _DATE,
}
_EDGES = " \t\n[](){}<>«»‹›→←↓↑▶|*_#•·-–—.!:,;…✓×"
_FENCE = re.compile(r"[`´‘’“”\"'~]{2,4}\s*[\w+-]{0,12}")
_SYMBOLS = re.compile(r"[\W\d_]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+")
_TAGS = re.compile(r"#\w[\w-]*(?:[\s,]+#\w[\w-]*)*")
_TRAIL = re.compile(r"\s+[>›»|/·•→]\s+")
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\s]*(?:\s+\"[^\"\n]*\")?\)")


def article(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks that are the article's, in text order, without closing sentences that are furniture."""
    kept: list[Block] = []
    prose = 0
    for block in blocks:
        words = text[block.start : block.end]
        if prose >= PROSE_WORDS and is_end(words):
            break
        if is_furniture(words):
            continue
        kept.append(trim(text, block))
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION):
            prose += len(words.split())
    return kept


def notes(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the lines about the article that stand before its first prose: byline, date."""
    for block in blocks:
        words = text[block.start : block.end]
        if is_furniture(words):
            yield words
        elif len(words.split()) >= PROSE_WORDS:
            return


def is_furniture(line: str) -> bool:
    """Tell whether a line is page furniture: a known wording, a trail of menu words, or no words at all."""
    bare = _bare(line)
    marks = (_FENCE, _SYMBOLS, _ADDRESS, _TAGS)
    if not bare or any(mark.fullmatch(line.strip()) for mark in marks) or _ADDRESS.fullmatch(bare):
        return True
    return is_end(line) or _matches("line", bare) or _is_trail(line) or _is_bar(bare)


def is_end(line: str) -> bool:
    """Tell whether a line is one after which no article goes on."""
    return _matches("end", _bare(line))


def trim(text: str, block: Block) -> Block:
    """Return the block without the sentences at its end that are furniture ("Read the original source.")."""
    end = block.end
    for start in reversed(sentence_starts(text, block.start, block.end)):
        if not _matches("line", _bare(text[start:end])):
            break
        end = start
    end -= len(text[block.start : end]) - len(text[block.start : end].rstrip())
    return Block(block.kind, block.start, end)


def without_links(text: str) -> str:
    """Return the text with Markdown links reduced to their words."""
    return _LINK.sub(r"\1", text)


def _bare(line: str) -> str:
    """Return the line in one line, without link syntax and the punctuation around it."""
    return " ".join(without_links(line).split()).strip(_EDGES)


def _matches(section: str, bare: str) -> bool:
    return _pattern(section).fullmatch(bare) is not None


def _is_trail(line: str) -> bool:
    """Tell whether a line is a trail or bar of short items: "Home > News > AI", "Contact | About"."""
    items = [item.strip() for item in _TRAIL.split(line.strip(" >›»|/·•→"))]
    if len(items) < 2 or any(not item or len(item.split()) > 4 for item in items) or line.rstrip()[-1:] in ".?!":
        return False
    return len(items) > 2 or any(_matches("line", _bare(item)) for item in items)


def _is_bar(bare: str) -> bool:
    """Tell whether a line is two or more words of share bars and menus."""
    words = re.findall(r"[\w-]+", bare.casefold())
    return len(words) > 1 and set(words) <= _words()


@lru_cache(maxsize=2)
def _pattern(section: str) -> re.Pattern[str]:
    """Return one expression for all patterns of a section."""
    alternatives = sorted({_expression(line) for name, line in _data() if name == section})
    return re.compile("|".join(alternatives), re.IGNORECASE)


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    return frozenset(word for name, line in _data() if name == "words" for word in line.split())


def _expression(pattern: str) -> str:
    """Return a pattern of the data as a regular expression. Its edges are stripped as a line's are."""
    pieces = re.split(r"( \{any\}|\{\w+\})", pattern.strip("()[].:!?"))
    return "".join(_SLOTS.get(piece, re.escape(piece)) for piece in pieces) + r"\??"


def _data() -> Iterator[tuple[str, str]]:
    """Yield (section, line) of all furniture lists."""
    for file in sorted(files("kg.documents").joinpath("data").iterdir(), key=lambda entry: entry.name):
        if file.name.startswith("furniture."):
            yield from _sections(file.read_text(encoding="utf-8").splitlines())


def _sections(rows: Iterable[str]) -> Iterator[tuple[str, str]]:
    section = ""
    for row in rows:
        if row.startswith("["):
            section = row.strip("[]")
        elif row and not row.startswith("#"):
            yield section, row
