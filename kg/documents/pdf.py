"""PDF -> content, by the text layer of its pages (pypdf).

Lines are joined into paragraphs, words that a hyphen breaks at a line's end are made whole, and lines that recur on the
pages (running heads, page numbers) are dropped. Raises DocumentError for damaged, encrypted and scanned files.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from kg.documents.blocks import BULLET, SENTENCE_END, continues
from kg.documents.content import Content, Part, assemble
from kg.documents.decoding import normalise
from kg.errors import DocumentError
from kg.model import BlockKind

if TYPE_CHECKING:
    from pypdf import PdfReader

#: Letters differ in width, so a full line may have fewer characters than the longest: this share of them.
SLACK = 0.8
#: On how many pages, at least, a line must recur to be a running head.
RUNNING_PAGES = 3

_NUMBER = re.compile(r"\d+")
_HYPHENATED = re.compile(r"[^\W\d_]{2,}[-\u2010]$")


def parse(data: bytes, source: str) -> Content:
    """Return the content of a PDF file. The title a PDF declares is often a leftover, so it is not used."""
    pages = [[line for line in normalise(page).split("\n") if line.strip()] for page in _pages(data, source)]
    lines = [line for page in _without_running_heads(pages) for line in [*page, ""]]
    if not any(line.strip() for line in lines):
        raise DocumentError(source, "is a PDF without a text layer (scanned?); run text recognition (OCR) on it first")
    return assemble((Part(BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs(lines)), marked=False)


def paragraphs(lines: Sequence[str]) -> Iterable[str]:
    """Yield the paragraphs that lines make up: one ends with a short line, a page break only after a whole sentence."""
    width = max((len(line.rstrip()) for line in lines), default=0)
    paragraph = before = ""
    for line in (line.strip() for line in lines):
        if not line:
            continue
        if not paragraph:
            paragraph = line
        elif _HYPHENATED.search(before) and line[:1].islower():
            paragraph = paragraph[:-1] + line
        elif _goes_on(before, line, width):
            paragraph += " " + line
        else:
            yield paragraph
            paragraph = line
        before = line
    if paragraph:
        yield paragraph


def _goes_on(before: str, line: str, width: int) -> bool:
    if BULLET.match(line):
        return False
    if line[:1].islower() and SENTENCE_END.search(before) is None:
        return True
    return continues(before, line, width, slack=SLACK)


def _pages(data: bytes, source: str) -> list[str]:
    """Return the text of every page."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not _opens(reader):
            raise DocumentError(source, "is an encrypted PDF; save a copy without its password")
        return [page.extract_text() for page in reader.pages]
    except DocumentError:
        raise
    except Exception as error:  # pypdf lets any kind of error through on damaged files
        reason = f"is a damaged PDF ({type(error).__name__}); open it in a PDF viewer and save it again"
        raise DocumentError(source, reason) from error


def _opens(reader: PdfReader) -> bool:
    """Tell whether an encrypted file opens without a password."""
    from pypdf.errors import DependencyError, PyPdfError

    try:
        return bool(reader.decrypt(""))
    except (PyPdfError, DependencyError, NotImplementedError):  # a cipher that needs another library
        return False


def _without_running_heads(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the pages without first and last lines that recur on them, numbers aside."""
    edges = Counter(_NUMBER.sub("0", line.strip()) for page in pages for line in {*page[:2], *page[-2:]})
    return [
        [
            line
            for number, line in enumerate(page)
            if 1 < number < len(page) - 2 or edges[_NUMBER.sub("0", line.strip())] < RUNNING_PAGES
        ]
        for page in pages
    ]
