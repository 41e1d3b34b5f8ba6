"""Base forms as edits of the word: a class that a network can choose, as in https://aclanthology.org/K18-2020 (lemmas).

An edit drops characters from the end of the word, adds others, and says how the result is written. It holds for every
word with that ending: "was cut → cut", "cities → city" is the edit `l|3|y`.
"""

from __future__ import annotations

#: How the base form is written: as the word is, or in lower case.
AS_IS, LOWER = "a", "l"
#: An edit that replaces the whole word.
WHOLE = "="


def edit_of(word: str, lemma: str) -> str:
    """The shortest edit that makes `lemma` of `word`."""
    lower = word.lower()
    if _shared(word, lemma) >= _shared(lower, lemma):
        case, base = AS_IS, word
    else:
        case, base = LOWER, lower
    shared = _shared(base, lemma)
    if not shared:
        return WHOLE + lemma
    return f"{case}|{len(base) - shared}|{lemma[shared:]}"


def apply(edit: str, word: str) -> str:
    """The base form that the edit makes of the word; the word itself where the edit drops more than there is."""
    if edit.startswith(WHOLE):
        return edit[1:]
    case, dropped, added = edit.split("|", 2)
    base = word.lower() if case == LOWER else word
    kept = len(base) - int(dropped)
    return base[:kept] + added if kept > 0 else base


def _shared(word: str, lemma: str) -> int:
    """Length of the common beginning."""
    count = 0
    for a, b in zip(word, lemma, strict=False):
        if a != b:
            break
        count += 1
    return count
