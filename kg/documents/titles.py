"""Title of an article: the declared one, else its first heading; one that belongs to another article is refused.

Pages copied by hand often open with the headline of the neighbouring article. It gives itself away by its words: none
of them is among those that the body repeats.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.documents.language import function_words
from kg.model import Block, BlockKind

#: Fewest words of a body, and content words of a title, that tell whether they belong together.
BODY_WORDS, TITLE_WORDS = 120, 3
#: How many first letters two words share at most to be related.
STEM = 5


def choose(text: str, blocks: Sequence[Block], declared: str, *, marked: bool) -> tuple[str, list[Block]]:
    """Return the title ("" where there is none) and the blocks without a title that belongs to another article.

    `declared` is the title the file names, if any; `marked` says that its format marks headings: these are trusted.
    """
    kept = list(blocks)
    if declared:
        return declared, kept
    if not marked and kept and kept[0].kind is BlockKind.HEADING:
        del kept[: is_foreign(_words(text, kept[:1]), _words(text, kept[1:]))]
    opening = kept[:1] if kept and kept[0].kind is BlockKind.QUESTION else []
    first = next(iter(opening + [block for block in kept if block.kind is BlockKind.HEADING]), None)
    return (" ".join(text[first.start : first.end].split()) if first else ""), kept


def is_foreign(title: str, body: str) -> bool:
    """Tell whether a title speaks of other things than the body: the body repeats none of its content words."""
    words, of_body = set(_content_words(title)), Counter(_content_words(body))
    if len(body.split()) < BODY_WORDS or len(words) < TITLE_WORDS:
        return False
    counts = [sum(count for other, count in of_body.items() if _related(word, other)) for word in words]
    return sum(map(bool, counts)) * 2 < len(words) and max(counts) < 2


def _related(word: str, other: str) -> bool:
    """Tell whether two words open alike: inflection and compounds change the end."""
    length = min(STEM, max(4, len(word)), max(4, len(other)))
    return word[:length] == other[:length]


def _content_words(text: str) -> list[str]:
    known = function_words().values()
    words = re.findall(r"[^\W\d_]{2,}", text.casefold())
    return [word for word in words if not any(word in of_language for of_language in known)]


def _words(text: str, blocks: Sequence[Block]) -> str:
    return "\n".join(text[block.start : block.end] for block in blocks)
