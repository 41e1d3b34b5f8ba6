"""Inputs -> documents: bytes are loaded, their format is recognised, text and blocks made, language and title found.

Documents come in the order of their sources. Raises DocumentError for what can't be read and UnknownLanguage for a text
that no pipeline reads; `read` hands these to `on_error` and goes on.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath

from kg.documents import dates, docx, html, markdown, noise, pdf, text, titles
from kg.documents.blocks import split_label
from kg.documents.content import Content
from kg.documents.decoding import decode, normalise
from kg.documents.fetching import SIZE_LIMIT, Fetch, Page, fetch_page, is_address, too_large
from kg.documents.language import resolve
from kg.documents.sources import STDIN, Source, find, report
from kg.errors import DocumentError
from kg.model import Block, BlockKind, Document

#: Formats by the suffix of a name: those made of text, and those with a container of their own.
TEXT_FORMATS: dict[str, Callable[[str], Content]] = {
    ".txt": text.parse,
    ".md": markdown.parse,
    ".markdown": markdown.parse,
    ".html": html.parse,
    ".htm": html.parse,
}
BINARY_FORMATS: dict[str, Callable[[bytes, str], Content]] = {".pdf": pdf.parse, ".docx": docx.parse}
#: The suffix that stands for what a server names.
MEDIA_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


def read(
    sources: Iterable[str],
    *,
    lang: str | None = None,
    prefix: str = "",
    on_error: Callable[[DocumentError], None] | None = None,
    fetch: Fetch = fetch_page,
) -> Iterator[Document]:
    """Yield the documents of the sources: files, folders, globs, "-" (standard input), http(s) addresses.

    `lang` is the language of all of them ("no": either Norwegian); None has each identified. `prefix` goes before every
    name but addresses. Errors go to `on_error`; where it is None they are raised.
    """
    for source in find(sources, prefix=prefix, on_error=on_error):
        try:
            document = load(source, lang=lang, fetch=fetch)
        except DocumentError as error:
            report(error, on_error)
            continue
        yield document


def load(source: Source, *, lang: str | None = None, fetch: Fetch = fetch_page, limit: int = SIZE_LIMIT) -> Document:
    """Return the document of one source that `find` found; `limit` is the largest input, in bytes."""
    page = contents(source, fetch=fetch, limit=limit)
    suffix = MEDIA_TYPES.get(page.media_type) or PurePosixPath(source.name).suffix
    return read_bytes(page.data, source.name, lang, suffix=suffix, charset=page.charset)


def contents(source: Source, *, fetch: Fetch = fetch_page, limit: int = SIZE_LIMIT) -> Page:
    """Return the bytes of a source, unread; of a file, without a media type."""
    if is_address(source.location):
        page = fetch(source.location)
    elif source.location == STDIN:
        page = Page(sys.stdin.buffer.read(limit + 1), "")
    else:
        page = Page(_file(Path(source.location), source.name, limit), "")
    if len(page.data) > limit:
        raise DocumentError(source.name, too_large(limit))
    return page


def read_bytes(
    data: bytes, source: str, lang: str | None = None, *, suffix: str | None = None, charset: str | None = None
) -> Document:
    """Return the document of a file's bytes; `suffix`, or the name's, and how the data opens tell its format."""
    if not data.strip():
        raise DocumentError(source, "is empty; nothing to read")
    kind = _sniffed(data) or (PurePosixPath(source).suffix if suffix is None else suffix).lower()
    if kind in BINARY_FORMATS:
        content = BINARY_FORMATS[kind](data, source)
    else:
        declared = charset or (html.declared_charset(data) if kind in (".html", ".htm", "") else None)
        written = decode(data, source, charset=declared)
        parse = html.parse if html.looks_html(written) else TEXT_FORMATS.get(kind, text.parse)
        content = parse(written)
    return _document(content, source, lang, hashlib.sha256(data).hexdigest())


def read_text(written: str, *, source: str = "text", lang: str | None = None) -> Document:
    """Return the document of a plain text. Its digest is that of the text in UTF-8."""
    if not written.strip():
        raise DocumentError(source, "is empty; nothing to read")
    return _document(text.parse(normalise(written)), source, lang, _digest(written))


def read_line(line: str, *, source: str = "text", lang: str | None = None) -> Document:
    """Return the document of one line of running text: one paragraph, exactly as it stands, whatever it looks like."""
    if not line.strip():
        raise DocumentError(source, "is empty; nothing to read")
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    block = Block(BlockKind.PARAGRAPH, start, end)
    return Document(source, line, "", resolve(line, source, lang=lang), (block,), _digest(line))


def _document(content: Content, source: str, lang: str | None, sha256: str) -> Document:
    """Return the document: the blocks that are the article's, its title and language."""
    blocks = noise.article(content.text, content.blocks)
    title, blocks = titles.choose(content.text, blocks, content.title, marked=content.marked)
    if not blocks:
        raise DocumentError(source, "holds no article, only menus and notices; nothing to read")
    words = "\n".join(content.text[block.start : block.end] for block in blocks)
    code = resolve(words, source, lang=lang, hint=content.lang)
    published = content.published or dates.first(noise.notes(content.text, content.blocks))
    pieces = tuple(piece for block in blocks for piece in split_label(content.text, block))
    return Document(source, content.text, title, code, pieces, sha256, published)


def _sniffed(data: bytes) -> str | None:
    """Return the suffix of a format that has a container of its own, by its first bytes."""
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return ".pdf"
    return ".docx" if data.startswith(b"PK\x03\x04") and b"word/" in data else None


def _file(path: Path, name: str, limit: int) -> bytes:
    try:
        if path.stat().st_size > limit:
            raise DocumentError(name, too_large(limit))
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(name, f"can't be opened ({error.strerror}); check the file and its permissions") from error


def _digest(written: str) -> str:
    return hashlib.sha256(written.encode("utf-8", errors="surrogatepass")).hexdigest()
