"""HTML page -> content: the article that trafilatura finds in it, with headings, lists, quotations and metadata.

https://trafilatura.readthedocs.io/. A page too small for it to find an article in is read whole, by its tags.
Comments, tables and code are left out.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from kg.documents import text as plain
from kg.documents.content import Content, Part, assemble, tidy
from kg.model import BlockKind

#: A node of lxml, which has no types.
Element: TypeAlias = Any

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TAG = re.compile(r"<[a-zA-Z!/]")
_LANG = re.compile(r"<html[^>]*\slang\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_LOOKS_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
#: Tags of trafilatura's tree, and of HTML where the page is read whole.
_KINDS = {
    **dict.fromkeys(("head", "h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("p", "ab", "dd", "figcaption"), BlockKind.PARAGRAPH),
    **dict.fromkeys(("item", "li", "dt"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("quote", "blockquote"), BlockKind.QUOTATION),
}
_BOXES = frozenset(("div", "section", "article", "main", "body", "header", "ul", "ol", "dl", "list", "figure"))
_SKIPPED = frozenset(
    (
        "script",
        "style",
        "nav",
        "aside",
        "footer",
        "form",
        "table",
        "code",
        "pre",
        "noscript",
        "template",
        "svg",
        "title",
    )
)


def looks_html(text: str) -> bool:
    """Tell whether a text opens as an HTML page does."""
    return _LOOKS_HTML.match(text[:4096]) is not None


def declared_charset(data: bytes) -> str | None:
    """Return the charset that a page's head names, if any."""
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii") if found else None


def parse(text: str) -> Content:
    """Return the content of a page. The title is its metadata's, and a heading of the text in any case."""
    if not _TAG.search(text):
        return plain.parse(text)
    title, published, body = _extracted(text)
    parts = _spoken(_parts(body)) if body is not None else []
    if len(parts) < 2:  # trafilatura gives a page too small for it in one piece
        parts = _spoken(_whole(text)) or parts
    if title and not any(tidy(part.text).casefold() == tidy(title).casefold() for part in parts[:3]):
        parts.insert(0, Part(BlockKind.HEADING, title))
    language = _LANG.search(text[:4096])
    return assemble(parts, title=title, published=published, lang=language[1] if language else None)


def _spoken(parts: Iterable[Part]) -> list[Part]:
    """Return the parts that hold words."""
    return [part for part in parts if part.text.strip()]


def _extracted(text: str) -> tuple[str, str | None, Element | None]:
    """Return title, date of publication and the article's tree."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    found = bare_extraction(
        text,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        include_formatting=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or isinstance(found, dict):
        return "", None, None
    date = _ISO_DATE.match(found.date or "")
    return found.title or "", date[0] if date else None, found.body


def _whole(text: str) -> Iterator[Part]:
    """Yield the parts of all that a page shows."""
    from trafilatura import load_html

    root = load_html(text)
    if root is not None:
        yield from _parts(root)


def _parts(element: Element, kind: BlockKind | None = None) -> Iterator[Part]:
    """Yield the parts of a tree, in text order; the innermost tag that tells a kind names it."""
    own = ""
    inner = kind
    if isinstance(element.tag, str):
        inner = _KINDS.get(element.tag, kind)
        if inner is BlockKind.PARAGRAPH and kind in (BlockKind.LIST_ITEM, BlockKind.QUOTATION):
            inner = kind
        own = _flat(element.text)
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _SKIPPED:
            own += _flat(child.tail)
        elif _is_block(child):
            yield Part(inner or BlockKind.PARAGRAPH, own)
            yield from _parts(child, inner)
            own = _flat(child.tail)
        else:
            own += "\n" if child.tag in ("lb", "br") else _inline(child)
            own += _flat(child.tail)
    yield Part(inner or BlockKind.PARAGRAPH, own)


def _inline(element: Element) -> str:
    """Return the words of an inline element."""
    words = _flat(element.text)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _SKIPPED:
            words += "\n" if child.tag in ("lb", "br") else _inline(child)
        words += _flat(child.tail)
    return words


def _is_block(element: Element) -> bool:
    return (
        element.tag in _KINDS
        or element.tag in _BOXES
        or any(isinstance(inner.tag, str) and inner.tag in _KINDS for inner in element.iterdescendants())
    )


def _flat(text: str | None) -> str:
    """Return the text with line breaks of the source as spaces."""
    return re.sub(r"\s+", " ", text or "")
