"""Words to their places in a text, together or apart."""

from __future__ import annotations

import re

from kg.rdf.iris import Places, Span


def find_words(text: str, words: str, start: int = 0) -> Places:
    """Where words stand in a text from a start on: together if they can, else each after the one before.

    () where they do not stand there in this order. Only whole words count.
    """
    together = _find(text, words, start)
    if together is not None:
        return (together,)
    found: list[Span] = []
    for word in words.split():
        place = _find(text, word, found[-1][1] if found else start)
        if place is None:
            return ()
        found.append(place)
    return tuple(found)


def _find(text: str, words: str, start: int) -> Span | None:
    if not words:
        return None
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    found = re.compile(f"{before}{re.escape(words)}{after}").search(text, start)
    return found.span() if found else None
