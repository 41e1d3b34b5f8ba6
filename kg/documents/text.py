"""Plain text -> content. The stored text is the file's, but that stray Markdown links and bold marks become words.

Blocks come from layout alone (`blocks.segment`).
"""

from __future__ import annotations

import re

from kg.documents.blocks import segment
from kg.documents.content import Content
from kg.documents.noise import without_links

_BOLD = re.compile(r"(\*\*|__)(?=\S)([^\n]*?\S)\1")


def parse(text: str) -> Content:
    """Return the content of a plain text. Blocks are exact in the text returned."""
    plain = _BOLD.sub(r"\2", without_links(text))
    return Content(plain, tuple(segment(plain)))
