"""What a half-typed pattern says about the place at its end: the subject, its classes, the property before an object.

Pure; works on tokens and never raises. Follows `;` and `,` back to the subject and the property that they share.
"""

from __future__ import annotations

from collections.abc import Sequence

from shell.tokens import Kind, Token, tokens

_TYPES = frozenset({"a", "rdf:type"})
_TERMS = frozenset({Kind.IRI, Kind.NAME, Kind.VARIABLE, Kind.BLANK})
_VALUES = _TERMS | {Kind.STRING, Kind.NUMBER}
_KEYWORDS = frozenset({"WHERE", "OPTIONAL", "UNION", "MINUS", "FILTER", "GRAPH", "VIA"})


def subject_before(text: str) -> str:
    """The subject that a property at the end of the text would have, or nothing."""
    statement = _statement(text)
    return statement[0].text if statement and statement[0].kind in _TERMS else ""


def predicate_before(text: str) -> str:
    """The property whose object would stand at the end of the text, or nothing where it is a path."""
    statement = _statement(text)
    last = [token for token in statement if token.text != ","]
    for at in range(len(last) - 1, 0, -1):
        before = last[at - 1]
        if before.text == ";" or at == 1:
            return last[at].text if last[at].kind in _TERMS or last[at].text == "a" else ""
    return ""


def classes_of(subject: str, text: str) -> list[str]:
    """The classes that the text gives the subject, `?x a kg:Person` or further along after a `;`."""
    found: list[str] = []
    known = [token for token in tokens(text) if token.kind is not Kind.COMMENT]
    current = ""
    for at, token in enumerate(known):
        starts = at == 0 or known[at - 1].text in {".", "{", "}"} or known[at - 1].text.upper() in _KEYWORDS
        if starts and token.kind in _TERMS:
            current = token.text
        if current == subject and token.text in _TYPES and at + 1 < len(known):
            found += _objects(known, at + 1)
    return found


def _objects(known: Sequence[Token], at: int) -> list[str]:
    """The names from there on, as long as commas join them."""
    found = []
    while at < len(known) and known[at].kind in {Kind.NAME, Kind.IRI}:
        found.append(known[at].text)
        if at + 1 >= len(known) or known[at + 1].text != ",":
            break
        at += 2
    return found


def _statement(text: str) -> list[Token]:
    """The tokens of the pattern that is being typed: from its subject on."""
    known = [token for token in tokens(text) if token.kind is not Kind.COMMENT]
    start, depth = len(known), 0
    while start > 0:
        token = known[start - 1]
        if token.kind is Kind.MARK:
            depth += (token.text in ")]") - (token.text in "([")
            if depth <= 0 and token.text in {".", "{", "}", "["}:
                break
        elif token.kind is Kind.WORD and token.text.upper() in _KEYWORDS and depth <= 0:
            break
        start -= 1
    return known[start:]
