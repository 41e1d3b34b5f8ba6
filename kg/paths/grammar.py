"""The text of a PATHS query → what it asks for.

A superset of Stardog's PATHS, https://docs.stardog.com/query-stardog/path-queries; prologue, terms, patterns and
property paths are SPARQL's and are checked by the store where they are first used. Keywords are case-insensitive.
Raises `QueryError` with line and column, what was expected there, and the nearest word that could stand there.
"""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import NoReturn

from kg.errors import QueryError
from kg.paths.query import Endpoint, Kind, Mode, PathQuery, Piece, Selector, SortKey, Via
from kg.store.sparql import Token, error_at, tokens

_OPENING = {"{": "}", "(": ")", "[": "]"}
_SUFFIXES = frozenset("*+?")
#: What comes after VIA, and what each clause is read by.
_TAIL = ("COST", "MIN", "MAX", "UNDIRECTED", "ORDER", "LIMIT", "OFFSET")


def is_paths(text: str) -> bool:
    """Whether the first word after the prologue is PATHS."""
    if "paths" not in text.lower():
        return False
    reader = _Reader(text)
    try:
        reader.prologue()
    except QueryError:
        return False
    return reader.word() == "PATHS"


def parse(text: str) -> PathQuery:
    """The query that the text is."""
    reader = _Reader(text)
    reader.prologue()
    at = reader.here()
    prologue = text[:at]
    reader.expect("PATHS")
    selector, mode = reader.selector(), reader.mode()
    cyclic = reader.take("CYCLIC")
    dataset = reader.dataset()
    reader.expect("START", *(() if dataset or cyclic else ("ANY", "ALL", "SHORTEST", "CHEAPEST", *Mode, "CYCLIC")))
    start = reader.endpoint("START")
    reader.expect("END")
    end = reader.endpoint("END")
    reader.expect("VIA")
    query = PathQuery(text, prologue, dataset, start, end, reader.via(), selector, cyclic=cyclic)
    query = reader.tail(query)
    return _checked(replace(query, mode=mode or _default_mode(query)), mode)


def _default_mode(query: PathQuery) -> Mode:
    """WALK where a MAX LENGTH bounds ALL, as in GQL; else SIMPLE, since going to and fro is no connection."""
    return Mode.WALK if query.selector.kind is Kind.ALL and query.max_length is not None else Mode.SIMPLE


def _checked(query: PathQuery, mode: Mode | None) -> PathQuery:
    """The query, if its parts agree with each other."""
    if query.selector.kind is Kind.ALL and mode is Mode.WALK and query.max_length is None:
        raise _at_word(query, "WALK", "ALL WALK may have no end; add MAX LENGTH, or say TRAIL, SIMPLE or ACYCLIC")
    if query.selector.kind is Kind.CHEAPEST and query.cost is None:
        raise _at_word(query, "CHEAPEST", "CHEAPEST needs COST ?variable after VIA, a number that the pattern binds")
    if query.cyclic and mode is Mode.ACYCLIC:
        raise _at_word(query, "ACYCLIC", "no cycle is ACYCLIC; expected WALK, TRAIL or SIMPLE beside CYCLIC")
    if query.cost is not None and query.via.pattern is None:
        raise error_at(query.text, query.cost.start, "COST needs VIA { … }, a pattern that binds its variable")
    if query.cost is not None and query.cost.text in {query.start.variable, query.end.variable}:
        raise error_at(query.text, query.cost.start, "COST names an end of the path; expected another variable")
    if query.start.variable == query.end.variable:
        raise _at_word(query, "END", f"start and end are both ?{query.start.variable}; expected two variables")
    if query.max_length is not None and query.max_length < query.min_length:
        raise _at_word(query, "MAX", "MAX LENGTH is below MIN LENGTH")
    names = {"LENGTH", query.start.variable, query.end.variable, *(("COST",) if query.cost else ())}
    for key in query.order:
        if key.name not in names:
            words = ", ".join(sorted(name if name.isupper() else f"?{name}" for name in names))
            raise _at_word(query, "ORDER", f"paths can't be ordered by {key.name}; expected one of {words}")
    return query


def _at_word(query: PathQuery, word: str, reason: str) -> QueryError:
    found = (token.start for token in tokens(query.text) if token.kind == "word" and token.text.upper() == word)
    return error_at(query.text, max((at for at in found if at >= len(query.prologue)), default=0), reason)


class _Reader:
    """The tokens of a text, read from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = list(tokens(text))
        self._at = 0

    # ------------------------------------------------------------ tokens

    def peek(self) -> Token | None:
        """The next token."""
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def here(self) -> int:
        """Where the next token starts, or the text ends."""
        token = self.peek()
        return token.start if token else len(self._text.rstrip())

    def word(self) -> str:
        """The next token in capitals, if it is a word; else nothing."""
        token = self.peek()
        return token.text.upper() if token and token.kind == "word" else ""

    def take(self, word: str) -> bool:
        """Whether the next token is this word, which is then read."""
        if self.word() != word:
            return False
        self._at += 1
        return True

    def expect(self, word: str, *others: str) -> None:
        """Reads the word; `others` could have stood there too."""
        if not self.take(word):
            self.fail(word, *others)

    def fail(self, *expected: str) -> NoReturn:
        """Raises the error that something else was expected here."""
        token = self.peek()
        words = ", ".join(expected[:-1]) + (" or " if len(expected) > 1 else "") + expected[-1]
        found = f"found {token.text!r}" if token else "the query ends"
        near = difflib.get_close_matches(token.text.upper(), expected, 1) if token and token.kind == "word" else []
        hint = f"; did you mean {near[0]}?" if near else ""
        raise error_at(self._text, self.here(), f"expected {words}, but {found}{hint}")

    def number(self, what: str, *, least: int = 0) -> int:
        """A whole number."""
        token = self.peek()
        if token is None or not token.text.isdecimal() or int(token.text) < least:
            self.fail(f"{what} (a whole number from {least})")
        self._at += 1
        return int(token.text)

    def variable(self, what: str) -> str:
        """The name of a variable."""
        token = self.peek()
        if token is None or token.kind != "variable":
            self.fail(what)
        self._at += 1
        return token.text[1:]

    def group(self) -> Piece | None:
        """A group in curly brackets, if one comes next."""
        token = self.peek()
        if token is None or token.text != "{":
            return None
        return self._bracketed()

    def _bracketed(self) -> Piece:
        """What stands from a bracket to the one that closes it, both included."""
        first, opened = self._tokens[self._at], [self._tokens[self._at]]
        while opened:
            self._at += 1
            token = self.peek()
            if token is None:
                raise error_at(self._text, opened[-1].start, f"{opened[-1].text} is never closed")
            if token.kind == "other" and token.text in _OPENING:
                opened.append(token)
            elif token.kind == "other" and token.text in _OPENING.values():
                wanted = _OPENING[opened.pop().text]
                if token.text != wanted:
                    raise error_at(self._text, token.start, f"expected {wanted}, but found {token.text!r}")
        last = self._tokens[self._at]
        self._at += 1
        return Piece(self._text[first.start : last.start + 1], first.start)

    # ------------------------------------------------------------ clauses

    def prologue(self) -> None:
        """Reads PREFIX and BASE."""
        while self.word() in {"PREFIX", "BASE"}:
            kinds = ("name", "iri") if self.word() == "PREFIX" else ("iri",)
            self._at += 1
            for kind in kinds:
                token = self.peek()
                if token is None or token.kind != kind:
                    self.fail("a prefix with its colon" if kind == "name" else "an IRI in angle brackets")
                self._at += 1

    def selector(self) -> Selector:
        """Reads a selector; without one it is ALL SHORTEST."""
        if self.take("ANY"):
            self.take("SHORTEST")
            return Selector(Kind.ANY)
        if self.take("ALL"):
            return Selector(Kind.ALL_SHORTEST if self.take("SHORTEST") else Kind.ALL)
        if self.take("CHEAPEST"):
            return Selector(Kind.CHEAPEST, self._count() or 1)
        if self.take("SHORTEST"):
            count = self._count()
            if count is None:
                return Selector()
            grouped = self.take("GROUPS") or self.take("GROUP")
            return Selector(Kind.GROUPS if grouped else Kind.SHORTEST, count)
        return Selector()

    def _count(self) -> int | None:
        token = self.peek()
        return (
            self.number("how many", least=1)
            if token and token.kind in {"number", "word"} and token.text[0].isdigit()
            else None
        )

    def mode(self) -> Mode | None:
        """Reads a mode, if one comes next."""
        word = self.word()
        if word not in set(Mode):
            return None
        self._at += 1
        return Mode(word)

    def dataset(self) -> str:
        """Reads FROM clauses; the text of them all."""
        found = []
        while self.word() == "FROM":
            start = self.here()
            self._at += 1
            self.take("NAMED")
            found.append(f"{self._text[start : self.here()]}{self.term().text}")
        return " ".join(found)

    def term(self) -> Piece:
        """An IRI or a prefixed name."""
        token = self.peek()
        if token is None or token.kind not in {"iri", "name"}:
            self.fail("an IRI or a prefixed name, as in ent:Meta")
        self._at += 1
        return Piece(token.text, token.start)

    def endpoint(self, word: str) -> Endpoint:
        """A variable and what it is."""
        name = self.variable(f"a variable after {word}, as in ?x")
        token = self.peek()
        if token is not None and token.text == "=":
            self._at += 1
            return Endpoint(name, term=self.term())
        return Endpoint(name, pattern=self.group())

    def via(self) -> Via:
        """What an edge is."""
        token = self.peek()
        if token is not None and token.kind == "variable":
            return Via(variable=self.variable(""))
        pattern = self.group()
        return Via(pattern=pattern) if pattern else Via(path=self._path())

    def _path(self) -> Piece:
        """A property path, up to the next clause."""
        start = self.here()
        end = self._path_part()
        while (token := self.peek()) is not None and token.text in {"/", "|"}:
            self._at += 1
            end = self._path_part()
        return Piece(self._text[start:end], start)

    def _path_part(self) -> int:
        """One step of a property path with what modifies it; where it ends."""
        while (token := self.peek()) is not None and token.text in {"^", "!"}:
            self._at += 1
        if token is None or not (token.kind in {"iri", "name"} or token.text in {"(", "a"}):
            self.fail("a variable, a property path, or a pattern in {…} after VIA")
        if token.text == "(":
            self._bracketed()
        else:
            self._at += 1
        while (token := self.peek()) is not None and token.text in _SUFFIXES:
            self._at += 1
        last = self._tokens[self._at - 1]
        return last.start + len(last.text)

    def tail(self, query: PathQuery) -> PathQuery:
        """Reads what follows VIA. Clauses may come in any order, each once."""
        left = list(_TAIL)
        while self.peek() is not None:
            word = self.word()
            if word not in left:
                self.fail(*left, "the end")
            left.remove(word)
            query = self._clause(word, query)
        return query

    def _clause(self, word: str, query: PathQuery) -> PathQuery:
        self._at += 1
        if word == "COST":
            start = self.here()
            return replace(query, cost=Piece(self.variable("a variable after COST, as in ?w"), start))
        if word in {"MIN", "MAX"}:
            self.expect("LENGTH")
            length = self.number("a length", least=1)
            return replace(query, min_length=length) if word == "MIN" else replace(query, max_length=length)
        if word == "ORDER":
            self.expect("BY")
            return replace(query, order=self._order())
        if word == "UNDIRECTED":
            return replace(query, undirected=True)
        number = self.number(f"a number after {word}")
        return replace(query, limit=number) if word == "LIMIT" else replace(query, offset=number)

    def _order(self) -> tuple[SortKey, ...]:
        keys: list[SortKey] = []
        while (key := self._sort_key()) is not None:
            keys.append(key)
        if not keys:
            self.fail("LENGTH", "COST", "?start", "?end", "ASC(…)", "DESC(…)")
        return tuple(keys)

    def _sort_key(self) -> SortKey | None:
        descending = self.word() == "DESC"
        wrapped = self.take("DESC") or self.take("ASC")
        opened = wrapped and self._symbol("(")
        token = self.peek()
        name = ""
        if token is not None and token.kind == "variable":
            name = token.text[1:]
        elif self.word() in {"LENGTH", "COST"}:
            name = self.word()
        elif wrapped:
            self.fail("LENGTH", "COST", "?start", "?end")
        if not name:
            return None
        self._at += 1
        if opened and not self._symbol(")"):
            self.fail(")")
        return SortKey(name, descending)

    def _symbol(self, text: str) -> bool:
        token = self.peek()
        if token is None or token.text != text:
            return False
        self._at += 1
        return True
