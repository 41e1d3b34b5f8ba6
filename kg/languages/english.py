"""English: its word lists, and genitive `'s` cut from names."""

from __future__ import annotations

from kg.languages.rules import Rules, read_tables


class English(Rules):
    """What is said in `Rules` holds for English as it stands."""


ENGLISH = English(code="en", **read_tables("en"))
