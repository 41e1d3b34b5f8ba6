"""Files, folders, pages and text -> documents: plain text, blocks with exact offsets, title, language, date.

Read `reader` first (the whole way), then `sources` (what is read), `decoding`, one module per format (`text`,
`markdown`, `html`, `pdf`, `docx`) with `content`, then what judges: `blocks`, `noise`, `titles`, `dates`, `language`.
Public: `read` many, `read_text`, `read_line`, `read_bytes` one; `find`, `contents` and `load` do what `read` does step
by step; `Page`, `Pages` and `Fetch` stand before the network; `LANGUAGES`, `SUFFIXES`.
"""

from __future__ import annotations

from kg.documents.fetching import Fetch, Page, Pages
from kg.documents.language import LANGUAGES
from kg.documents.reader import contents, load, read, read_bytes, read_line, read_text
from kg.documents.sources import SUFFIXES, Source, find

__all__ = [
    "LANGUAGES",
    "SUFFIXES",
    "Fetch",
    "Page",
    "Pages",
    "Source",
    "contents",
    "find",
    "load",
    "read",
    "read_bytes",
    "read_line",
    "read_text",
]
