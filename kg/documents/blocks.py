"""Plain text -> blocks: headings, paragraphs, list items, questions, quotations, by layout and punctuation alone.

Blocks are in text order, without overlap, and exclude bullets, heading marks and the space around them; a paragraph of
hard-wrapped lines is one block with the line breaks inside. Every visible character is in a block or is such a mark.
Whether a block is page furniture is left to `noise`; sentences within a block are the language pipeline's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from kg.model import Block, BlockKind

#: Longest heading, in characters and words, and the words of a label before a list item's colon.
HEADING_CHARS, HEADING_WORDS, LABEL_WORDS = 110, 16, 7
#: Lines are hard-wrapped where the longest of a paragraph lies between these widths.
WRAP_WIDTHS = range(45, 121)
#: The longest question that stands by itself, in words.
QUESTION_WORDS = 40

DASHES = "–—―-"
HEADING_MARK = re.compile(r"#{1,6}\s+(?=\S)")
QUOTE_MARK = re.compile(r">+\s*(?=\S)")
# A number and a lower-case word is a date where dates are written so ("1. januar").
BULLET = re.compile(
    r"(?:[•‣⁃◦▪▫●○■□∙·►▸➤✓✔*+]|\(?\d{1,2}\)|\d{1,2}\.(?=\s+(?:[^\W\d_a-zåäöæøé]|[“”\"'«]))|[a-h]\))\s+(?=\S)"
)
DASH = re.compile(r"[–—―-]\s+(?=\S)")
TERMINAL = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
INNER_END = re.compile(r"[.!?…][\"'”’»)]*\s+[“\"'«(]?[^\W\d_a-zåäöæøé]")
QUOTED = re.compile(
    r"(?:“[^“”]+”|”[^”]+”|\"[^\"]+\"|«[^«»]+»|»[^»]+»|„[^“”„]+[“”])[.,]?\s*(?:[–—―-]\s*\S.*)?", re.DOTALL
)
QUOTE_END = re.compile(r"[.!?…][”\"»]")
LABEL = re.compile(r"[^\W_][^.!?:;\n]*(?=:\s+\S)")


class Line(NamedTuple):
    """A line of the text that isn't blank, without the space around it."""

    start: int
    end: int
    indent: int
    text: str


class Unit(NamedTuple):
    """Lines that belong together, without the mark that opens them ("" where none does)."""

    start: int
    end: int
    mark: str


def segment(text: str) -> list[Block]:
    """Return the blocks of a plain text, in text order. A text of one unit is a paragraph, however short."""
    units: list[Unit] = []
    stanzas = [_units(stanza) for stanza in _stanzas(text)]
    for group in stanzas:
        units += group
    dashes = _dash_lists(text, units, stanzas)
    blocks: list[Block] = []
    for unit in units:
        previous = blocks[-1].kind if blocks else None
        kind = _kind(text[unit.start : unit.end], unit.mark, previous, unit in dashes)
        blocks.append(Block(kind, unit.start, unit.end))
    if len(blocks) == 1 and blocks[0].kind is BlockKind.HEADING and units[0].mark != "#":
        return [Block(BlockKind.PARAGRAPH, blocks[0].start, blocks[0].end)]
    return blocks


def split_label(text: str, block: Block) -> list[Block]:
    """Return a list item that opens with a label ("Energy: Training uses …") as heading and item; else the block."""
    found = LABEL.match(text, block.start, block.end)
    if block.kind is not BlockKind.LIST_ITEM or found is None or len(found[0].split()) > LABEL_WORDS:
        return [block]
    rest = found.end() + 1
    rest += len(text[rest : block.end]) - len(text[rest : block.end].lstrip())
    return [Block(BlockKind.HEADING, found.start(), found.end()), Block(BlockKind.LIST_ITEM, rest, block.end)]


def is_question(text: str) -> bool:
    """Tell whether a text is one question and nothing else."""
    return text.endswith("?") and INNER_END.search(text) is None and len(text.split()) <= QUESTION_WORDS


def lines(text: str) -> Iterator[Line]:
    """Yield the lines that aren't blank, in text order."""
    for found in re.finditer(r"[^\n]+", text):
        words = found[0].strip()
        if words:
            indent = len(found[0]) - len(found[0].lstrip())
            yield Line(found.start() + indent, found.start() + indent + len(words), indent, words)


def continues(line: str, following: str, width: int, *, slack: float = 1.0) -> bool:
    """Tell whether a writer who breaks lines at `width` would have broken here: the next word didn't fit."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width * slack


def sentence_starts(text: str, start: int, end: int) -> list[int]:
    """Return where, after `start`, a sentence may begin, by punctuation alone; glued sentences count."""
    breaks = re.finditer(r"[.!?…][\"'”’»)\]]*\s*(?=[“\"'«(\[]*[^\W\d_a-zåäöæøé])", text[start:end])
    return [start + found.end() for found in breaks]


def _stanzas(text: str) -> list[list[Line]]:
    """Return runs of lines without a blank one between them."""
    stanzas: list[list[Line]] = []
    end = -2
    for line in lines(text):
        if stanzas and text.count("\n", end, line.start) == 1:
            stanzas[-1].append(line)
        else:
            stanzas.append([line])
        end = line.end
    return stanzas


def _units(stanza: Sequence[Line]) -> list[Unit]:
    """Return a stanza's units: one for every line, or for the lines that a hard wrap broke."""
    marks = [_mark(line.text) for line in stanza]
    width = max(line.indent + len(line.text) for line in stanza)
    wrapped = width in WRAP_WIDTHS and any(
        not mark and _mid_sentence(line.text, after.text)
        for line, after, mark in zip(stanza, stanza[1:], marks[1:], strict=False)
    )
    units: list[Unit] = []
    for number, (line, mark) in enumerate(zip(stanza, marks, strict=True)):
        before = stanza[number - 1] if number else None
        if before is not None and not mark and _joined(before, line, marks[number - 1], width if wrapped else None):
            units[-1] = units[-1]._replace(end=line.end)
        else:
            units.append(Unit(line.start + len(mark), line.end, mark.strip()[:1]))
    return units


def _joined(before: Line, line: Line, mark: str, width: int | None) -> bool:
    """Tell whether a line goes on where the one before it ends; `width` is that of a hard-wrapped stanza."""
    if mark.startswith("#"):
        return False
    if _mid_sentence(before.text, line.text) and len(before.text) >= WRAP_WIDTHS.start - 5:
        return True
    return width is not None and continues(" " * before.indent + before.text, line.text, width)


def _mid_sentence(line: str, following: str) -> bool:
    """Tell whether a sentence can't end between two lines: no final punctuation, then a lower-case word."""
    return SENTENCE_END.search(line) is None and following[:1].islower()


def _mark(line: str) -> str:
    """Return the bullet, dash, heading or quotation mark that opens a line, with the space after it."""
    for pattern in (HEADING_MARK, QUOTE_MARK, BULLET, DASH):
        found = pattern.match(line)
        if found:
            return found[0]
    return ""


def _dash_lists(text: str, units: Sequence[Unit], stanzas: Sequence[Sequence[Unit]]) -> set[Unit]:
    """Return the units that a dash opens and that are a list, not speech: several together that a hyphen opens, that a
    colon introduces, or that aren't all whole sentences."""
    colons = {after for before, after in pairwise(units) if text[before.start : before.end].endswith(":")}
    found: set[Unit] = set()
    for stanza in stanzas:
        for dashed, group in groupby(stanza, key=lambda unit: bool(unit.mark) and unit.mark in DASHES):
            row = list(group)
            sentences = all(SENTENCE_END.search(text[unit.start : unit.end]) for unit in row)
            speech = sentences and row[0].mark != "-" and row[0] not in colons
            if dashed and len(row) > 1 and not speech:
                found.update(row)
    return found


def _kind(text: str, mark: str, previous: BlockKind | None, in_list: bool) -> BlockKind:
    """Return what a unit is, by its mark, else by its punctuation and length, else by what stands before it."""
    if is_question(text):
        return BlockKind.QUESTION
    if mark == "#" or (not mark and _is_heading(text)):
        return BlockKind.HEADING
    if mark == ">" or (not mark and QUOTED.fullmatch(text)):
        return BlockKind.QUOTATION
    if mark and mark in DASHES and not in_list and SENTENCE_END.search(text):
        return BlockKind.PARAGRAPH if previous is BlockKind.QUESTION else BlockKind.QUOTATION
    return BlockKind.LIST_ITEM if mark else BlockKind.PARAGRAPH


def _is_heading(text: str) -> bool:
    """Tell whether a unit is short, opens with a capital, a digit or a quotation mark, and ends in no punctuation."""
    short = len(text) <= HEADING_CHARS and len(text.split()) <= HEADING_WORDS and "\n" not in text
    opens = not text[:1].islower()
    ends = any(pattern.search(text) for pattern in (TERMINAL, INNER_END, QUOTE_END))
    return short and opens and not ends
