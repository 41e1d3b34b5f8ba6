"""Turns the parts that a format's reader finds (kind and text) into one plain text with blocks.

Offsets are exact into `Content.text`. Parts are set apart by a blank line, items of one list by a line break.
It judges nothing: what is page furniture, `noise` decides later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from kg.documents.blocks import is_question, segment
from kg.model import Block, BlockKind


class Part(NamedTuple):
    """A run of text as its format marks it; kind None is text that the stored text keeps but nothing is read from."""

    kind: BlockKind | None
    text: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a format's reader makes of a file: text, blocks in text order, and what the file says of itself.

    `title` is "" and the others None where the file says nothing; `lang` is the file's own word for it. `marked` says
    that the format marks headings, so that the first is known to be the text's own.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    published: str | None = None
    lang: str | None = None
    marked: bool = False


def assemble(
    parts: Iterable[Part],
    *,
    title: str = "",
    published: str | None = None,
    lang: str | None = None,
    marked: bool = True,
) -> Content:
    """Return the content whose text is the parts' texts, in order; empty parts are left out."""
    text, blocks, before = "", list[Block](), None
    for kind, raw in parts:
        words = tidy(raw)
        if not words:
            continue
        if text:
            text += "\n" if kind is before is BlockKind.LIST_ITEM else "\n\n"
        blocks += _blocks(kind, words, len(text))
        text += words
        before = kind
    return Content(text, tuple(blocks), tidy(title).replace("\n", " "), published, lang, marked)


def tidy(text: str) -> str:
    """Return the text with runs of space as one, none at the ends of lines, and no empty lines."""
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _blocks(kind: BlockKind | None, words: str, offset: int) -> list[Block]:
    """Return the blocks of one part. A paragraph is segmented: pages write headings and lists as paragraphs, too."""
    if kind is None:
        return []
    if kind is BlockKind.HEADING and is_question(words):
        kind = BlockKind.QUESTION
    if kind is not BlockKind.PARAGRAPH:
        return [Block(kind, offset, offset + len(words))]
    return [Block(found.kind, offset + found.start, offset + found.end) for found in segment(words)]
