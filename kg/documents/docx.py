"""DOCX -> content, by the styles of its paragraphs (python-docx); built-in styles have English names in every language.

Raises DocumentError for damaged files. Headers, footers, notes and comments are left out; of tables, cells are in the
text, but nothing is read from them.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.documents.content import Content, Part, assemble
from kg.documents.decoding import normalise
from kg.errors import DocumentError
from kg.model import BlockKind

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

#: What a file may unpack to, in bytes: a small archive can hold gigabytes.
UNPACKED_LIMIT = 400_000_000

_STYLES = (
    ("title", BlockKind.HEADING),
    ("subtitle", BlockKind.HEADING),
    ("heading", BlockKind.HEADING),
    ("list", BlockKind.LIST_ITEM),
    ("quote", BlockKind.QUOTATION),
    ("intense quote", BlockKind.QUOTATION),
)


def parse(data: bytes, source: str) -> Content:
    """Return the content of a DOCX file; the title is the paragraph in the style Title."""
    document = _opened(data, source)
    parts = list(_parts(document))
    title = next((p.text for p in document.paragraphs if _style(p) == "title"), "")
    if not any(part.text.strip() for part in parts):
        raise DocumentError(source, "is a DOCX file without text; nothing to read")
    return assemble(parts, title=normalise(title))


def _opened(data: bytes, source: str) -> WordDocument:
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > UNPACKED_LIMIT:
                raise DocumentError(source, "unpacks to more than 400 MB; split it")
        return docx.Document(io.BytesIO(data))
    except DocumentError:
        raise
    except Exception as error:  # python-docx lets errors of zipfile, lxml and its own parts through
        reason = "is a damaged or encrypted DOCX file; open it in a word processor and save it again"
        raise DocumentError(source, reason) from error


def _parts(document: WordDocument) -> Iterator[Part]:
    from docx.table import Table

    for item in document.iter_inner_content():
        if isinstance(item, Table):
            for row in item.rows:
                yield Part(None, normalise(" | ".join(cell.text for cell in row.cells)))
        else:
            yield Part(_kind(item), normalise(item.text))


def _kind(paragraph: Paragraph) -> BlockKind:
    style = _style(paragraph)
    named = next((kind for name, kind in _STYLES if style == name or style.startswith(name + " ")), None)
    if named is not None:
        return named
    properties = paragraph._p.pPr
    numbered = properties is not None and properties.numPr is not None
    return BlockKind.LIST_ITEM if numbered else BlockKind.PARAGRAPH


def _style(paragraph: Paragraph) -> str:
    return str(paragraph.style.name).lower() if paragraph.style is not None else ""
