"""Where and why a query is wrong, said better than by one parser alone.

Oxigraph names the furthest place that it tried, at times one token late. Where its message says little, a misspelt
keyword at that place or just before it is named, or else what `grammar` says may stand there.
"""

from __future__ import annotations

from collections.abc import Mapping

from kg import QueryError
from shell.grammar import Slot, slot_after
from shell.names import nearest
from shell.tokens import FUNCTIONS, KEYWORDS, Kind, Token, tokens

_VAGUE = ("no SPARQL near", "the query ends too early")
_EXPECTED: Mapping[Slot, str] = {
    Slot.SUBJECT: "a subject (a variable, a name, an IRI), a keyword such as FILTER or OPTIONAL, or } ",
    Slot.PREDICATE: "a property (a, a name, an IRI, a variable)",
    Slot.OBJECT: "an object (a variable, a name, an IRI, a literal)",
    Slot.CLASS: "a class",
    Slot.END: "a full stop, ; or , and more of the pattern, or }",
    Slot.HEAD: "variables, (… AS ?name), * or {",
    Slot.TAIL: "ORDER BY, GROUP BY, HAVING, LIMIT, OFFSET, VALUES, or the end",
    Slot.GRAPH: "the name of a graph or a variable",
    Slot.EXPRESSION: "an expression",
    Slot.ENTITY: "a name, an IRI or a variable",
}


def better(error: QueryError, text: str) -> QueryError:
    """The error with the place of the fault and what was expected there, where more can be said than it says."""
    if not error.reason.startswith(_VAGUE) or error.line is None or error.column is None:
        return error
    found = [token for token in tokens(text) if token.kind is not Kind.COMMENT]
    at = _offset(text, error.line, error.column)
    number = next((i for i, token in enumerate(found) if token.end > at), len(found))
    number = _misspelt(found, number)
    if number < len(found) and (near := _keyword(found[number])):
        return _placed(text, found[number].start, f"{found[number].text!r} is no word of SPARQL; did you mean {near}?")
    offset = found[number].start if number < len(found) else len(text.rstrip())
    expected = _EXPECTED.get(slot_after(found[:number]))
    seen = repr(found[number].text) if number < len(found) else "the end"
    if expected is None:
        return error
    return _placed(text, offset, f"{seen} can't stand here; expected {expected.strip()}")


def _misspelt(found: list[Token], number: int) -> int:
    """The token at or just before the place that is nearly a keyword: parsers stop one token late."""
    for at in (number, number - 1):
        if 0 <= at < len(found) and _keyword(found[at]):
            return at
    return number


def _keyword(token: Token) -> str | None:
    """The keyword or function that a word is nearly."""
    if token.kind is not Kind.WORD or token.text == "a" or token.text.upper() in KEYWORDS | FUNCTIONS:
        return None
    return nearest(token.text.upper(), KEYWORDS | FUNCTIONS, cutoff=0.7)


def _offset(text: str, line: int, column: int) -> int:
    return sum(len(each) + 1 for each in text.split("\n")[: line - 1]) + column - 1


def _placed(text: str, offset: int, reason: str) -> QueryError:
    start = text.rfind("\n", 0, offset) + 1
    return QueryError(reason, line=text.count("\n", 0, offset) + 1, column=offset - start + 1)
