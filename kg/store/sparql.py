"""SPARQL text, read by its tokens only: what would reach for the network, and where a query that failed is wrong.

Tokens follow https://www.w3.org/TR/sparql11-query/#sparqlGrammar. Oxigraph's parser names the furthest place it tried,
often far from the fault, and every character that could have stood there; `explain` looks for the usual faults itself
(quotes, brackets, prefixes, the first word) before it falls back on that place. It also refuses local names with dots
in several places (`doc:page.en.txt`), which SPARQL has; `escape_dots` writes them as Oxigraph reads them.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pyoxigraph as ox

from kg.errors import QueryError
from kg.names import NAME_CHARACTERS

#: A name with what people may mean to be one, so that what is wrong in it is told of the whole.
_NAME = rf"(?:\w[\w.-]*)?:(?:(?:[:.%{NAME_CHARACTERS}]|\\.)*(?:[:%{NAME_CHARACTERS}]|\\.))?"
_TOKEN = re.compile(
    rf"""
    (?P<space>\s+|\#[^\n\r]*)
  | (?P<iri><[^<>"{{}}|^`\x00-\x20]*>)
  | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''
               |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
  | (?P<variable>[?$]\w+)
  | (?P<name>{_NAME})
  | (?P<lang>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<number>(?:\d*\.\d+|\d+\.?)[eE][+-]?\d+|\d*\.\d+|\d+)
  | (?P<word>\w+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_QUERY_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "PREFIX", "BASE")
_UPDATE_FORMS = ("INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH", "PREFIX", "BASE")
_OPENING = {"{": "}", "(": ")", "[": "]"}
_NETWORK = re.compile("SERVICE|LOAD", re.IGNORECASE)
#: Dots in two places of what may be a local name, and dots that no backslash stands before.
_DOTTED = re.compile(r":[^\s<>{}]*\.[^\s<>{}.]+\.")
_DOTS = re.compile(r"(?<!\\)\.")
_PLACE = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_SENTENCE = re.compile(r"(?:^|, )((?:[A-Z][a-z]+|The SELECT|SELECT \*|IRI|Triple terms) [a-z][^,\[]*)")
_KEYWORD = re.compile(r"(?:^|, )([A-Za-z0-9]{2,})(?=,|$)")
_SYMBOL = re.compile(r"(?:^|, )(?:\".+?\"|\['.*?\])(?=,|$)", re.DOTALL)


class Token(NamedTuple):
    """A token of the text: its kind (a group of the pattern above), its words and where it starts."""

    kind: str
    text: str
    start: int


def tokens(text: str) -> Iterator[Token]:
    """The tokens of the text, in order, without white space and comments."""
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "space":
            yield Token(match.lastgroup or "other", match[0], match.start())


def has_dotted_names(text: str) -> bool:
    """Whether there may be a name that `escape_dots` would change. Quick, and right to say yes too often."""
    return _DOTTED.search(text) is not None


def escape_dots(text: str, dot: str = "\\.") -> str:
    """The text with a backslash before each dot of local names that have dots in several places."""
    pieces, at = [], 0
    for token in tokens(text) if has_dotted_names(text) else ():
        if token.kind == "name" and _DOTTED.search(token.text):
            prefix, _, local = token.text.partition(":")
            pieces += [text[at : token.start], f"{prefix}:{_DOTS.sub(lambda _: dot, local)}"]
            at = token.start + len(token.text)
    return "".join([*pieces, text[at:]])


def without_network(text: str) -> str:
    """The text without its LOAD SILENT, which may fail without a word, and so does where there is no network.

    Raises `QueryError` where it asks for another server or file otherwise: SERVICE or LOAD.
    """
    if not _NETWORK.search(text):
        return text
    found = list(tokens(text))
    pieces, at = [], 0
    for number, token in enumerate(found):
        if token.kind != "word" or not _NETWORK.fullmatch(token.text):
            continue
        words = [each.text.upper() for each in found[number : number + 4]]
        if words[:2] != ["LOAD", "SILENT"]:
            raise _refusal(text, token)
        last = found[min(number + (5 if words[3:] == ["INTO"] else 2), len(found) - 1)]
        pieces += [text[at : token.start], "INSERT DATA {}"]
        at = last.start + len(last.text)
    return "".join([*pieces, text[at:]])


def _refusal(text: str, token: Token) -> QueryError:
    word = token.text.upper()
    reason = f"{word} is off, as the store uses no network unless it is allowed to; --network allows it"
    return error_at(text, token.start, reason)


def explain(message: str, text: str, prefixes: Mapping[str, str], *, update: bool = False) -> QueryError:
    """What is wrong with the text that Oxigraph's parser refused with that message, and where."""
    found = list(tokens(text))
    message = _behind_dots(message, text, prefixes, update=update)
    forms = _UPDATE_FORMS if update else _QUERY_FORMS
    if not found:
        return QueryError("there is no query")
    return (
        _open_quote(text, found)
        or _first_word(text, found, forms)
        or _unknown_prefix(text, found, prefixes)
        or _brackets(text, found)
        or _parser_place(message, text, found)
    )


def uses_network(text: str) -> bool:
    """Whether the text may ask for another server or file: SERVICE or LOAD."""
    return bool(_NETWORK.search(text))


def error_at(text: str, offset: int, reason: str) -> QueryError:
    """The error of what stands at that place of the text, which is counted in characters from 0."""
    line_start = text.rfind("\n", 0, offset) + 1
    return QueryError(reason, line=text.count("\n", 0, offset) + 1, column=offset - line_start + 1)


def _behind_dots(message: str, text: str, prefixes: Mapping[str, str], *, update: bool) -> str:
    """The message, unless a name with dots in several places raised it: then that about the real fault."""
    plain = escape_dots(text, dot="_")  # as long as the text, so that places stay
    if plain == text:
        return message
    try:
        (ox.Store().update if update else ox.Store().query)(plain, prefixes=dict(prefixes))
    except SyntaxError as error:
        return str(error.msg)
    except (RuntimeError, ValueError):
        return message
    return message


def _open_quote(text: str, found: list[Token]) -> QueryError | None:
    for token in found:
        if token.kind == "other" and token.text in "\"'":
            return error_at(text, token.start, f"a string opens with {token.text} and is never closed")
    return None


def _first_word(text: str, found: list[Token], forms: tuple[str, ...]) -> QueryError | None:
    first = found[0]
    if first.kind == "word" and first.text.upper() in forms:
        return None
    if first.text.upper() in _UPDATE_FORMS:
        return error_at(text, first.start, f"{first.text.upper()} is an update, not a query; run it as one")
    if first.text.upper() in _QUERY_FORMS:
        return error_at(text, first.start, f"{first.text.upper()} is a query, not an update; run it as one")
    near = difflib.get_close_matches(first.text.upper(), forms, n=1)
    hint = f"did you mean {near[0]}?" if near else f"it starts with one of {', '.join(forms[:4])}"
    return error_at(
        text, first.start, f"{first.text!r} opens no {'query' if forms is _QUERY_FORMS else 'update'}; {hint}"
    )


def _unknown_prefix(text: str, found: list[Token], prefixes: Mapping[str, str]) -> QueryError | None:
    known = set(prefixes)
    after_keyword = False
    for token in found:
        if token.kind == "name":
            prefix = token.text.partition(":")[0]
            if after_keyword:
                known.add(prefix)
            elif prefix != "_" and prefix not in known:
                near = difflib.get_close_matches(prefix, known, n=1)
                hint = f"did you mean {near[0]}:?" if near else f"PREFIX {prefix}: <…> declares it"
                return error_at(text, token.start, f"the prefix {prefix}: is not known; {hint}")
        after_keyword = token.kind == "word" and token.text.upper() == "PREFIX"
    return None


def _brackets(text: str, found: list[Token]) -> QueryError | None:
    opened: list[Token] = []
    for token in found:
        if token.kind != "other":
            continue
        if token.text in _OPENING:
            opened.append(token)
        elif token.text in _OPENING.values():
            if not opened:
                return error_at(text, token.start, f"{token.text} closes nothing")
            last = opened.pop()
            if _OPENING[last.text] != token.text:
                reason = f"{token.text} stands where {_OPENING[last.text]} should close the {last.text} before it"
                return error_at(text, token.start, reason)
    if opened:
        return error_at(text, opened[-1].start, f"{opened[-1].text} is never closed")
    return None


def _parser_place(message: str, text: str, found: list[Token]) -> QueryError:
    place = _PLACE.match(message)
    if place is None:
        return QueryError(" ".join(message.split()))
    line, column, expected = int(place[1]), int(place[2]), " ".join(place[3].split())
    furthest = _offset(text, line, column)
    sentence = _SENTENCE.search(expected)
    if sentence is not None:
        return _sentence_error(sentence[1], text, furthest)
    offset = furthest if _SYMBOL.search(expected) else _keyword_start(expected, furthest, found)
    near = next((token for token in found if token.start + len(token.text) > offset), None)
    if near is None:
        return error_at(
            text, len(text.rstrip()), "the query ends too early, or a rule of SPARQL is broken before its end"
        )
    return error_at(text, near.start, f"no SPARQL near {near.text!r}")


def _offset(text: str, line: int, column: int) -> int:
    lines = text.split("\n")
    return sum(len(earlier) + 1 for earlier in lines[: line - 1]) + column - 1


def _sentence_error(sentence: str, text: str, furthest: int) -> QueryError:
    if sentence.startswith("IRI parsing failed"):
        start = text.rfind("<", 0, furthest)
        if start >= 0:
            iri = text[start:furthest].partition(">")[0] + ">"
            return error_at(text, start, f"{iri} is not an absolute IRI")
    return QueryError(sentence.strip())


def _keyword_start(expected: str, furthest: int, found: list[Token]) -> int:
    """Oxigraph reads as many characters as a keyword has before it says that they were not that keyword."""
    starts = {token.start for token in found}
    tried = [furthest - len(keyword) for keyword in _KEYWORD.findall(expected)]
    return max((start for start in tried if start in starts), default=furthest)
