"""Cuts SPARQL and PATHS text into tokens, for completeness, completion and highlighting alike.

Follows the terminals of SPARQL 1.1, https://www.w3.org/TR/sparql11-query/#sparqlGrammar, but never fails: what is no
token is one of kind `other`, and a string that isn't closed is `open`. Tokens are in text order and leave out space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from kg import PREFIXED_NAME


class Kind(StrEnum):
    """What a token is."""

    COMMENT = "comment"
    IRI = "iri"
    STRING = "string"
    OPEN = "open"
    VARIABLE = "variable"
    LANGUAGE = "language"
    BLANK = "blank"
    NAME = "name"
    NUMBER = "number"
    WORD = "word"
    MARK = "mark"
    OTHER = "other"


class Token(NamedTuple):
    """A token with its half-open span in the text."""

    kind: Kind
    text: str
    start: int
    end: int


_TOKEN = re.compile(
    rf"""
    (?P<comment>\#[^\n]*)
  | (?P<iri><[^<>"{{}}|^`\\\x00-\x20]*>)
  | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
             | "(?!"")(?:[^"\\\n]|\\.)*" | '(?!'')(?:[^'\\\n]|\\.)*' | \"\"(?!") | ''(?!'))
  | (?P<open>\"\"\".* | '''.* | "[^\n]* | '[^\n]*)
  | (?P<variable>[?$]\w+)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<blank>_:[\w·.-]*[\w·-])
  | (?P<name>{PREFIXED_NAME})
  | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
  | (?P<word>[^\W\d]\w*)
  | (?P<mark>\^\^|&&|\|\||!=|<=|>=|[{{}}()\[\].,;/|^*+?=<>!-])
  | (?P<space>\s+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)

_GRAMMAR = """
    SELECT CONSTRUCT ASK DESCRIBE PATHS PREFIX BASE WHERE FROM NAMED DISTINCT REDUCED ORDER BY ASC DESC LIMIT OFFSET
    GROUP HAVING VALUES OPTIONAL UNION MINUS FILTER BIND AS GRAPH SERVICE SILENT EXISTS NOT IN UNDEF INSERT DELETE DATA
    WITH USING LOAD INTO CLEAR DROP CREATE COPY MOVE ADD TO DEFAULT ALL START END VIA COST MIN MAX LENGTH UNDIRECTED
    CYCLIC SHORTEST CHEAPEST ANY GROUPS WALK TRAIL SIMPLE ACYCLIC A TRUE FALSE"""
_BUILT_IN = """
    STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE
    ENCODE_FOR_URI CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW
    UUID STRUUID MD5 SHA1 SHA256 SHA384 SHA512 COALESCE IF STRLANG STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL
    ISNUMERIC REGEX SUBSTR REPLACE COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT SEPARATOR"""
#: Words of SPARQL's and PATHS' grammar, and the functions and aggregates, in capitals.
KEYWORDS = frozenset(_GRAMMAR.split())
FUNCTIONS = frozenset(_BUILT_IN.split())


def tokens(text: str) -> Iterator[Token]:
    """The tokens of `text` in order, comments among them."""
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "space":
            yield Token(Kind(match.lastgroup or "other"), match.group(), match.start(), match.end())
