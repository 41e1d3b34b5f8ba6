"""The triples of a pattern, read from its tokens: subject, path and object of each, and whether a path may be empty.

Follows TriplesBlock and Path of https://www.w3.org/TR/sparql11-query/#sparqlGrammar. What stands in brackets is one
term, not looked into.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.store.patterns import Reader, UnreadPattern

_TERMS = frozenset({"iri", "name", "variable", "string", "number"})


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens from `first` to `last`, half-open."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple pattern; its path may be a plain predicate."""

    subject: Span
    path: Span
    object: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """The triples that share a subject, up to the dot, which is not part of them."""

    first: int
    last: int
    patterns: tuple[Pattern, ...]


def statements(reader: Reader, first: int, last: int) -> Iterator[Statement]:
    """The statements of a block of triples, in order."""
    at = first
    while at < last:
        if reader.is_mark(at, "."):
            at += 1
            continue
        found = _statement(reader, at, last)
        yield found
        at = found.last


def _statement(reader: Reader, first: int, last: int) -> Statement:
    subject = _term(reader, first)
    patterns: list[Pattern] = []
    at = subject.last
    while at < last and not reader.is_mark(at, "."):
        path = Span(at, _path_end(reader, at, last))
        value = _term(reader, path.last)
        patterns.append(Pattern(subject, path, value))
        at = value.last
        while reader.is_mark(at, ","):
            value = _term(reader, at + 1)
            patterns.append(Pattern(subject, path, value))
            at = value.last
        while at < last and reader.is_mark(at, ";"):
            at += 1
    return Statement(first, at, tuple(patterns))


def _term(reader: Reader, at: int) -> Span:
    """One term, with its language or datatype, or everything between two brackets."""
    if reader.is_mark(at, "(") or reader.is_mark(at, "["):
        return Span(at, reader.closing(at))
    if at >= len(reader.tokens):
        raise UnreadPattern
    if reader.is_mark(at, "-") or reader.is_mark(at, "+"):
        return Span(at, at + 2)
    token = reader.tokens[at]
    if token.kind not in _TERMS and reader.word(at) not in {"TRUE", "FALSE"}:
        raise UnreadPattern
    if token.kind == "string" and at + 1 < len(reader.tokens):
        if reader.tokens[at + 1].kind == "lang":
            return Span(at, at + 2)
        if reader.is_mark(at + 1, "^"):
            return Span(at, at + 4)
    return Span(at, at + 1)


def _path_end(reader: Reader, at: int, last: int) -> int:
    """Where the path that begins there ends."""
    place = at
    while place < last and (reader.is_mark(place, "^") or reader.is_mark(place, "!")):
        place += 1
    place = reader.closing(place) if reader.is_mark(place, "(") else place + 1
    while place < last and any(reader.is_mark(place, mark) for mark in "*?+"):
        place += 1
    if place < last and (reader.is_mark(place, "/") or reader.is_mark(place, "|")):
        return _path_end(reader, place + 1, last)
    return place


def may_be_empty(reader: Reader, path: Span) -> bool:
    """Whether a path of no edge fits it, as `p*`, `p?` and `p*/q?` do."""
    alternatives = _split(reader, path, "|")
    if len(alternatives) > 1:
        return any(may_be_empty(reader, each) for each in alternatives)
    steps = _split(reader, path, "/")
    if len(steps) > 1:
        return all(may_be_empty(reader, each) for each in steps)
    first, last = path.first, path.last
    if reader.is_mark(last - 1, "*") or reader.is_mark(last - 1, "?"):
        return True
    if reader.is_mark(last - 1, "+"):
        return may_be_empty(reader, Span(first, last - 1))
    if reader.is_mark(first, "^"):
        return may_be_empty(reader, Span(first + 1, last))
    return reader.is_mark(first, "(") and may_be_empty(reader, Span(first + 1, last - 1))


def _split(reader: Reader, path: Span, mark: str) -> list[Span]:
    """The parts of a path between the marks that stand in no bracket."""
    parts, start, at = [], path.first, path.first
    while at < path.last:
        if reader.is_mark(at, "("):
            at = reader.closing(at)
        elif reader.is_mark(at, mark):
            parts.append(Span(start, at))
            at = start = at + 1
        else:
            at += 1
    return [*parts, Span(start, path.last)]
