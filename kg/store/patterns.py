"""The group graph patterns of a query, read from its tokens: which element stands where, and what is inside.

Follows GroupGraphPattern of https://www.w3.org/TR/sparql11-query/#sparqlGrammar, as far as rewriting a query needs it;
positions count tokens, half-open. Raises `UnreadPattern` for what is not SPARQL; the store's parser then explains it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kg.store.sparql import Token

_CLOSING = {"{": "}", "(": ")", "[": "]"}
#: How many tokens a line of the prologue has.
PROLOGUE = {"PREFIX": 3, "BASE": 2}


class UnreadPattern(Exception):
    """Text that is no pattern."""


class Kind(StrEnum):
    """What an element of a group is."""

    TRIPLES = "triples"
    OPTIONAL = "OPTIONAL"
    MINUS = "MINUS"
    GRAPH = "GRAPH"
    SERVICE = "SERVICE"
    FILTER = "FILTER"
    BIND = "BIND"
    VALUES = "VALUES"
    GROUPS = "groups"
    SELECT = "SELECT"


#: Words that begin an element.
_WORDS = frozenset(Kind) - {Kind.TRIPLES, Kind.GROUPS, Kind.SELECT}


@dataclass(frozen=True, slots=True)
class Element:
    """A part of a group: its tokens from `first` to `last`, and the groups inside it.

    `name` is the token that names a GRAPH or SERVICE.
    """

    kind: Kind
    first: int
    last: int
    groups: tuple[Group, ...] = ()
    name: Token | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A `{ … }`: its tokens, brackets included, and its elements; a sub-SELECT is its group's only element."""

    first: int
    last: int
    elements: tuple[Element, ...]

    def walk(self) -> Iterator[Element]:
        """Every element inside, at any depth."""
        for element in self.elements:
            yield element
            for group in element.groups:
                yield from group.walk()


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of an update: its tokens, half-open, and where the prologue before it has its tokens."""

    first: int
    last: int
    prologue: tuple[tuple[int, int], ...]


class Reader:
    """Reads the groups of one text."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def text(self, at: int) -> str:
        """The token's text, empty after the last one."""
        return self.tokens[at].text if at < len(self.tokens) else ""

    def word(self, at: int) -> str:
        """The keyword that stands there, in capitals; empty where none does."""
        return self.text(at).upper() if at < len(self.tokens) and self.tokens[at].kind == "word" else ""

    def is_mark(self, at: int, mark: str) -> bool:
        """Whether the token is that mark, and not a string that looks so."""
        return at < len(self.tokens) and self.tokens[at].kind == "other" and self.tokens[at].text == mark

    def form(self) -> int:
        """The token behind the prologue, which says what form the query has."""
        at = 0
        while self.word(at) in PROLOGUE:
            at += PROLOGUE[self.word(at)]
        return at

    def closing(self, at: int) -> int:
        """The token after the bracket that closes the one there."""
        opened: list[str] = []
        for number in range(at, len(self.tokens)):
            token = self.tokens[number]
            if token.kind != "other":
                continue
            if token.text in _CLOSING:
                opened.append(_CLOSING[token.text])
            elif token.text in _CLOSING.values() and (not opened or opened.pop() != token.text):
                raise UnreadPattern
            if not opened:
                return number + 1
        raise UnreadPattern

    def variables(self, first: int, last: int) -> set[str]:
        """The variables among those tokens, without `?`."""
        return {token.text[1:] for token in self.tokens[first:last] if token.kind == "variable"}

    def groups(self, first: int, last: int) -> tuple[Group, ...]:
        """The outermost groups among those tokens; the data of VALUES is none."""
        found: list[Group] = []
        at = first
        while at < last:
            if self.word(at) == "VALUES":
                at = self._values(at)
            elif self.is_mark(at, "{"):
                found.append(self.group(at))
                at = found[-1].last
            else:
                at += 1
        return tuple(found)

    def group(self, at: int) -> Group:
        """The group whose bracket is the token there."""
        if not self.is_mark(at, "{"):
            raise UnreadPattern
        last = self.closing(at)
        if self.word(at + 1) == "SELECT":
            select = Element(Kind.SELECT, at + 1, last - 1, self.groups(at + 1, last - 1))
            return Group(at, last, (select,))
        elements: list[Element] = []
        place = at + 1
        while place < last - 1:
            if self.is_mark(place, "."):
                place += 1
                continue
            elements.append(self._element(place, last - 1))
            place = elements[-1].last
        return Group(at, last, tuple(elements))

    def _element(self, at: int, end: int) -> Element:
        word = self.word(at)
        if word in (Kind.OPTIONAL, Kind.MINUS):
            return self._with_group(Kind(word), at, at + 1)
        if word == Kind.GRAPH:
            return self._with_group(Kind.GRAPH, at, at + 2, name=at + 1)
        if word == Kind.SERVICE:
            name = at + 2 if self.word(at + 1) == "SILENT" else at + 1
            return self._with_group(Kind.SERVICE, at, name + 1, name=name)
        if word == Kind.VALUES:
            return Element(Kind.VALUES, at, self._values(at))
        if word in (Kind.FILTER, Kind.BIND):
            last = self._constraint(at + 1)
            return Element(Kind(word), at, last, self.groups(at + 1, last))
        if self.is_mark(at, "{"):
            return self._alternatives(at)
        return Element(Kind.TRIPLES, at, self._triples(at, end))

    def _with_group(self, kind: Kind, first: int, at: int, *, name: int | None = None) -> Element:
        inner = self.group(at)
        return Element(kind, first, inner.last, (inner,), None if name is None else self.tokens[name])

    def _alternatives(self, at: int) -> Element:
        found = [self.group(at)]
        while self.word(found[-1].last) == "UNION":
            found.append(self.group(found[-1].last + 1))
        return Element(Kind.GROUPS, at, found[-1].last, tuple(found))

    def _values(self, at: int) -> int:
        place = at + 1
        while place < len(self.tokens) and not self.is_mark(place, "{"):
            place += 1
        return self.closing(place)

    def _constraint(self, at: int) -> int:
        """Where the constraint ends: `( … )`, a call, or an EXISTS."""
        place = at
        while place < len(self.tokens) and self.tokens[place].kind in {"word", "name", "iri"}:
            place += 1
        if not (self.is_mark(place, "(") or self.is_mark(place, "{")):
            raise UnreadPattern
        return self.closing(place)

    def _triples(self, at: int, end: int) -> int:
        place = at
        while place < end and self.word(place) not in _WORDS and not self.is_mark(place, "{"):
            brackets = self.is_mark(place, "(") or self.is_mark(place, "[")
            place = self.closing(place) if brackets else place + 1
        if place == at:
            raise UnreadPattern
        return place


def operations(reader: Reader) -> Iterator[Operation]:
    """The operations of an update, in order."""
    prologue: list[tuple[int, int]] = []
    at, last = 0, len(reader.tokens)
    while at < last:
        length = PROLOGUE.get(reader.word(at), 0)
        if length:
            prologue.append((at, at + length))
            at += length
            continue
        end = _end_of_operation(reader, at)
        if end > at:
            yield Operation(at, end, tuple(prologue))
        at = end + 1


def _end_of_operation(reader: Reader, at: int) -> int:
    while at < len(reader.tokens) and not reader.is_mark(at, ";"):
        at = reader.closing(at) if any(reader.is_mark(at, mark) for mark in "{([") else at + 1
    return at
