"""Where and why a query is wrong, said better than by one parser alone.

Oxigraph names the furthest place that it tried, at times a token early or late. Where its message says little, the
place that rdflib's parser came to counts if it is further on (`second_opinion`, a task, see `running`); then words that
SPARQL does not have, words that lack what must follow them, and what `grammar` says may stand there are named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kg import QueryError
from shell.grammar import Slot, slot_after
from shell.names import nearest
from shell.tokens import FUNCTIONS, KEYWORDS, Kind, Token, tokens

if TYPE_CHECKING:
    from kg import Graph

_VAGUE = ("no SPARQL near", "the query ends too early")
_FORMLESS = "; it starts with one of SELECT"
_FORMS = "SELECT, ASK, CONSTRUCT, DESCRIBE, PATHS, INSERT or DELETE does; `.find TEXT` looks for names"
#: What must follow a word.
_AFTER: Mapping[str, str] = {
    "ORDER": "BY", "GROUP": "BY", "LIMIT": "a whole number", "OFFSET": "a whole number", "AS": "a variable",
    "BIND": "an expression in brackets, (… AS ?name)", "OPTIONAL": "{", "UNION": "{", "MINUS": "{",
    "FILTER": "a condition in brackets, EXISTS or NOT EXISTS", "GRAPH": "the name of a graph or a variable",
    "VALUES": "a variable, or several in brackets", "HAVING": "a condition in brackets", "NOT": "EXISTS or IN",
    "WHERE": "{",
}  # fmt: skip
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


_TERMS = frozenset({Kind.VARIABLE, Kind.NAME, Kind.IRI, Kind.STRING, Kind.NUMBER, Kind.BLANK})
_VALUES = frozenset({Kind.STRING, Kind.NUMBER})
_ENDS = frozenset({"}", ".", ";", ","})


def is_vague(error: QueryError) -> bool:
    """Whether more can be said than the error says."""
    return error.reason.startswith(_VAGUE) and error.line is not None and error.column is not None


def second_opinion(_graph: Graph, text: str) -> int | None:
    """Where rdflib's parser stopped, counted in characters; None where it finds no fault."""
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseQuery, parseUpdate  # takes long to import

    first = next((token.text.upper() for token in tokens(text) if token.kind is Kind.WORD), "")
    try:
        (parseUpdate if first in {"INSERT", "DELETE", "WITH"} else parseQuery)(text)
    except ParseException as error:
        return int(error.loc)
    return None


def better(error: QueryError, text: str, second: int | None = None) -> QueryError:
    """The error with the place of the fault and what was expected there, where more can be said than it says.

    `second` is where another parser stopped.
    """
    if _FORMLESS in error.reason:
        return QueryError(f"{error.reason.partition(' opens no')[0]} opens no statement; {_FORMS}", line=1, column=1)
    if not is_vague(error):
        return error
    found = [token for token in tokens(text) if token.kind is not Kind.COMMENT]
    at = max(_offset(text, error.line or 1, error.column or 1), second or 0)
    number = next((i for i, token in enumerate(found) if token.end > at), len(found))
    unknown = next((i for i, token in enumerate(found[: number + 1]) if _is_unknown(token)), None)
    if unknown is not None and (near := _nearest(found[unknown])):
        start, word = found[unknown].start, found[unknown].text
        return _placed(text, start, f"{word!r} is no word of SPARQL; did you mean {near}?")
    number = _moved(found, number if unknown is None else unknown)
    offset = found[number].start if number < len(found) else len(text.rstrip())
    expected = _expected(found, number)
    seen = repr(found[number].text) if number < len(found) else "the end"
    return error if expected is None else _placed(text, offset, f"{seen} can't stand here; expected {expected}")


def _is_unknown(token: Token) -> bool:
    """Whether it is a word that no SPARQL has."""
    return token.kind is Kind.WORD and token.text != "a" and token.text.upper() not in KEYWORDS | FUNCTIONS


def _nearest(token: Token) -> str | None:
    return nearest(token.text.upper(), KEYWORDS | FUNCTIONS, cutoff=0.7)


def _moved(found: Sequence[Token], number: int) -> int:
    """The token after the one where the parser gave up, where that one was right and its follower is not."""
    after = found[number + 1] if number + 1 < len(found) else None
    if after is None:
        return number
    token = found[number]
    if token.kind is Kind.WORD and token.text.upper() in _AFTER and slot_after(found[:number]) is Slot.SUBJECT:
        return number + 1
    subject = slot_after(found[:number]) is Slot.SUBJECT and token.kind in _TERMS - _VALUES
    return number + 1 if subject and (after.kind in _VALUES or after.text in _ENDS) else number


def _expected(found: Sequence[Token], number: int) -> str | None:
    """What may stand at the token's place."""
    slot, before = slot_after(found[:number]), found[number - 1] if number else None
    if before is not None and before.kind is Kind.WORD and before.text.upper() in _AFTER:
        return _AFTER[before.text.upper()]
    if slot is Slot.HEAD and number < len(found) and found[number].text.upper() in FUNCTIONS:
        return f"({found[number].text}(…) AS ?name), in brackets and with a name"
    if slot is Slot.EXPRESSION and before is not None and (before.kind in _TERMS or before.text == ")"):
        return "an operator, AS ?name or )"
    expected = _EXPECTED.get(slot)
    return expected.strip() if expected else None


def _offset(text: str, line: int, column: int) -> int:
    return sum(len(each) + 1 for each in text.split("\n")[: line - 1]) + column - 1


def _placed(text: str, offset: int, reason: str) -> QueryError:
    start = text.rfind("\n", 0, offset) + 1
    return QueryError(reason, line=text.count("\n", 0, offset) + 1, column=offset - start + 1)
