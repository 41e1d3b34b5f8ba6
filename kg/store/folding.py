"""Text as it is compared where people search: in lower case, without accents, word by word."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")
#: Letters that are no base letter with an accent, but are typed so where a keyboard lacks them.
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ł": "l", "œ": "oe", "þ": "th", "ð": "d"})


def fold(text: str) -> str:
    """The text in lower case, without accents, with single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return " ".join("".join(each for each in plain if not unicodedata.combining(each)).split())


def words(text: str) -> list[str]:
    """The words of the text, folded, in order."""
    return _WORD.findall(fold(text))


def matches(text: str, wanted: str) -> bool:
    """Whether each word wanted begins a word of the text."""
    found = words(text)
    return all(any(each.startswith(word) for each in found) for word in words(wanted))
