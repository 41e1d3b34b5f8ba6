"""Markdown -> content, by CommonMark (https://spec.commonmark.org/) with tables and a front matter.

The text has the words only: no marks, link targets, images or HTML. Code is left out. Cells of tables are in the text,
but nothing is read from them unless they hold a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kg.documents.content import Content, Part, assemble
from kg.model import BlockKind

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)\n", re.DOTALL)
_FIELD = re.compile(r"^(title|date|lang|language|published)\s*:\s*(.+?)\s*$", re.MULTILINE | re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_SENTENCE = re.compile(r"\S+(?:\s+\S+){4,}[.!?][\"”’»)]*", re.DOTALL)
#: A line within a paragraph that starts a new one although CommonMark joins it: bullets that Markdown doesn't know.
_OWN_LINE = re.compile(r"[•‣▪●–—]\s")


def parse(text: str) -> Content:
    """Return the content of a Markdown text; title, date and language are the front matter's."""
    from markdown_it import MarkdownIt

    front = _FRONT_MATTER.match(text)
    fields = {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(front[1])} if front else {}
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text[front.end() if front else 0 :])
    date = _DATE.search(fields.get("date", fields.get("published", "")))
    return assemble(
        _parts(tokens),
        title=fields.get("title", ""),
        published=date[0] if date else None,
        lang=fields.get("lang", fields.get("language")),
    )


def _parts(tokens: Sequence[Token]) -> Iterator[Part]:
    """Yield the parts of a token stream; the innermost container that tells a kind names it."""
    open_kinds: list[BlockKind] = []
    kinds = {
        "heading_open": BlockKind.HEADING,
        "list_item_open": BlockKind.LIST_ITEM,
        "blockquote_open": BlockKind.QUOTATION,
    }
    closings = {name.replace("_open", "_close") for name in kinds}
    cell = False
    for token in tokens:
        if token.type in kinds:
            open_kinds.append(kinds[token.type])
        elif token.type in closings:
            open_kinds.pop()
        elif token.type in ("td_open", "th_open", "td_close", "th_close"):
            cell = token.type.endswith("open")
        elif token.type == "inline":
            words = _words(token.children or [])
            kind = open_kinds[-1] if open_kinds else BlockKind.PARAGRAPH
            yield Part(None if cell and not _SENTENCE.fullmatch(words) else kind, words)


def _words(children: Sequence[Token]) -> str:
    """Return the words of inline tokens; a line break is a space where CommonMark reads on."""
    words = ""
    for token in children:
        if token.type in ("text", "code_inline"):
            words += ("\n" if words.endswith(" ") and _OWN_LINE.match(token.content) else "") + token.content
        elif token.type == "softbreak":
            words += " "
        elif token.type == "hardbreak":
            words += "\n"
    return words
