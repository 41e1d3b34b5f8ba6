"""Title of an article: the declared one, else its first heading; a title that belongs to another article is refused.

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
#: How many first letters of a word stand for it: enough to bridge inflection.
STEM = 5


def choose(text: str, blocks: Sequence[Block], declared: str) -> tuple[str, list[Block]]:
    """Return the title ("" where there is none) and the blocks without a title that belongs to another article."""
    kept = list(blocks)
    if kept and kept[0].kind is BlockKind.HEADING and is_foreign(_words(text, kept[:1]), _words(text, kept[1:])):
        del kept[0]
    if declared and not is_foreign(declared, _words(text, kept)):
        return declared, kept
    first = next((block for block in kept if block.kind is BlockKind.HEADING), None)
    return (" ".join(text[first.start : first.end].split()) if first else ""), kept


def is_foreign(title: str, body: str) -> bool:
    """Tell whether a title speaks of other things than the body: the body repeats none of its content words."""
    counts = Counter(_stems(body))
    stems = set(_stems(title))
    if len(body.split()) < BODY_WORDS or len(stems) < TITLE_WORDS:
        return False
    known = [stem for stem in stems if counts[stem]]
    return len(known) * 2 < len(stems) and all(counts[stem] < 2 for stem in known)


def _stems(text: str) -> list[str]:
    """Return the first letters of the content words."""
    known = function_words()
    words = re.findall(r"[^\W\d_]{2,}", text.casefold())
    return [word[:STEM] for word in words if not any(word in of_language for of_language in known.values())]


def _words(text: str, blocks: Sequence[Block]) -> str:
    return "\n".join(text[block.start : block.end] for block in blocks)
