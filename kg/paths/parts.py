"""The parts of a PATHS query, asked of the store: what the ends may be, and what the edges are.

A fault in a part is shown at its place in the whole text. A pattern is asked batch by batch, for the edges around the
nodes that a search has reached.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction

from kg.errors import QueryError
from kg.model import Iri, Literal, Term
from kg.paths.edges import Budget, Edge, Edges, FactEdges, PatternEdges, Step, term_key
from kg.paths.query import Endpoint, Kind, PathQuery, Piece
from kg.rdf.vocabulary import TYPE, XSD
from kg.store import Rows, Store, write_term
from kg.store.sparql import Token, error_at, tokens

_NUMBERS = frozenset(
    XSD(name) for name in ("integer", "decimal", "double", "float", "nonNegativeInteger", "positiveInteger", "int")
)
#: After these words a pattern may leave variables unbound, or binds them itself.
_CLOSING = frozenset({"OPTIONAL", "MINUS", "BIND", "VALUES", "UNION", "SELECT", "SERVICE"})


class Parts:
    """One query's parts over one store."""

    def __init__(self, store: Store, query: PathQuery, prefixes: Mapping[str, str], budget: Budget) -> None:
        self._store, self._query, self._prefixes, self._budget = store, query, prefixes, budget

    def candidates(self, end: Endpoint) -> tuple[Term, ...] | None:
        """What an end may be, sorted; None for anything."""
        if end.term is not None:
            return (self._term(end.term),)
        if end.pattern is None:
            return None
        dataset = self._query.dataset
        shown = self._ask(f"SELECT * {dataset} WHERE ", end.pattern, " LIMIT 0")
        if end.variable not in shown.variables:
            raise error_at(
                self._query.text, end.pattern.start, f"expected a pattern that binds ?{end.variable}, and this does not"
            )
        rows = self._ask(f"SELECT DISTINCT ?{end.variable} {dataset} WHERE ", end.pattern)
        found = {row[0] for row in rows}
        return tuple(sorted((each for each in found if isinstance(each, Iri | Literal)), key=term_key))

    def edges(self) -> Edges:
        """What the paths go over."""
        query = self._query
        if not query.dataset and query.via.variable is not None:
            return FactEdges(self._store, variable=query.via.variable, undirected=query.undirected, budget=self._budget)
        steps = self._steps(query.via.path) if query.via.path and not query.dataset else None
        if steps:
            return FactEdges(self._store, steps=steps, undirected=query.undirected, budget=self._budget)
        return self._pattern()

    # ------------------------------------------------------------ properties

    def _steps(self, path: Piece) -> list[Step] | None:
        """The properties of a path that is nothing but alternatives of them; None for any other path."""
        found: list[Step] = []
        against, expected = False, True
        for token in tokens(path.text):
            if token.text == "^" and expected and not against:
                against = True
            elif expected and (token.kind in {"iri", "name"} or token.text == "a"):
                name = TYPE if token.text == "a" else self._term(Piece(token.text, path.start + token.start))
                found.append((Iri(str(name)), against))
                against, expected = False, False
            elif token.text == "|" and not expected:
                expected = True
            else:
                return None
        return found

    def _term(self, piece: Piece) -> Term:
        found = self._named(piece, Store.open()) if self._store.served else self._named(piece, self._store)
        if found is None:
            raise error_at(self._query.text, piece.start, f"{piece.text} names nothing")
        return found

    def _named(self, piece: Piece, store: Store) -> Term | None:
        """What a name stands for. That an empty store tells as well as a server, unless it is one of its prefixes."""
        try:
            return next(iter(self._ask("SELECT ?x WHERE { VALUES ?x { ", piece, " } }", store=store)))[0]
        except QueryError:
            if store is self._store:
                raise
            return self._named(piece, self._store)

    # ------------------------------------------------------------ patterns

    def pattern(self) -> Piece:
        """The group that binds both ends of an edge."""
        via, start, end = self._query.via, self._query.start.variable, self._query.end.variable
        if via.pattern is not None:
            return via.pattern
        if via.path is not None:
            return Piece(f"{{ ?{start} {via.path.text} ?{end} }}", via.path.start - len(f"{{ ?{start} "))
        return Piece(f"{{ ?{start} ?{via.variable} ?{end} FILTER(isIRI(?{end})) }}", 0)

    def _pattern(self) -> PatternEdges:
        query, pattern = self._query, self.pattern()
        ends = (query.start.variable, query.end.variable)
        shown = self._ask(f"SELECT * {query.dataset} WHERE ", pattern, " LIMIT 0").variables
        for name in (*ends, *((query.cost.text,) if query.cost else ())):
            if name not in shown:
                at = pattern.start if query.cost is None or name in ends else query.cost.start
                raise error_at(query.text, at, f"expected ?{name} to be bound by the VIA pattern, and it is not")
        others = tuple(name for name in shown if name not in ends)
        inside = _binds_at_once(pattern.text, ends)

        def ask(nodes: Collection[Term] | None, inward: bool) -> Iterator[Edge]:
            chosen = "" if nodes is None else _values(ends[inward], nodes)
            body = f"{{ {chosen} {pattern.text[1:]}" if inside else f"{{ {chosen} {pattern.text} }}"
            columns = " ".join(f"?{name}" for name in (*ends, *others))
            rows = self._ask(f"SELECT {columns} {query.dataset} WHERE ", Piece(body, pattern.start))
            for row in rows:
                yield from self._edge(row[0], row[1], tuple(row)[2:], others)

        return PatternEdges(ask, others, undirected=query.undirected, budget=self._budget)

    def _edge(
        self, start: Term | None, end: Term | None, values: tuple[Term | None, ...], names: tuple[str, ...]
    ) -> Iterator[Edge]:
        """The edge of a solution, if both ends are bound to what a query can name."""
        if not (isinstance(start, Iri | Literal) and isinstance(end, Iri | Literal)):
            return
        cost = self._query.cost
        price = number(values[names.index(cost.text)]) if cost else Fraction(0)
        if cost and (price is None or price < 0):
            shown = values[names.index(cost.text)]
            text = shown.text if isinstance(shown, Literal) else "nothing" if shown is None else str(shown)
            raise error_at(
                self._query.text, cost.start, f"a COST must be a number from 0, and ?{cost.text} is {text} at an edge"
            )
        weighted = self._query.selector.kind is Kind.CHEAPEST  # otherwise the number is shown, and orders nothing
        yield Edge(start, end, None, True, values, (price or 0) if weighted else 0)

    def _ask(self, lead: str, piece: Piece, tail: str = "", *, store: Store | None = None) -> Rows:
        """The rows of a query around a piece; its faults are shown at the piece's place in the whole text."""
        before = f"{self._query.prologue}{lead}"
        text = f"{before}{piece.text}{tail}"
        try:
            rows = (store or self._store).query(text, prefixes=self._prefixes)
        except QueryError as error:
            at = piece.start
            if error.line is not None:
                offset = sum(len(line) + 1 for line in text.split("\n")[: error.line - 1]) + (error.column or 1) - 1
                inside = min(max(offset - len(before), 0), len(piece.text))
                at = offset if offset < len(self._query.prologue) else piece.start + inside
            raise error_at(self._query.text, max(at, 0), error.reason) from error
        if not isinstance(rows, Rows):
            raise QueryError("a part of the PATHS query is no pattern")
        return rows


def leading_triples(pattern: str) -> str:
    """The triples that a group begins with, before any keyword or inner group: what a solution of it rests on."""
    found = list(tokens(pattern))[1:]
    for token in found:
        if token.text in {"{", "}"} or (token.kind == "word" and token.text not in {"a", "true", "false"}):
            return pattern[1 : token.start].strip()
    return ""


def _values(name: str, nodes: Collection[Term]) -> str:
    return f"VALUES ?{name} {{ {' '.join(write_term(node) for node in nodes)} }}"


def number(term: Term | None) -> Fraction | None:
    """The exact value of a number; None for anything else."""
    if not isinstance(term, Literal) or term.datatype not in _NUMBERS:
        return None
    try:
        return Fraction(term.text)
    except ValueError:  # INF and NaN
        return None


def _binds_at_once(pattern: str, names: tuple[str, str]) -> bool:
    """Whether triples of the group itself bind both variables, so that values for them can be given inside it.

    There the store joins them first; beside the group it may go through the whole graph.
    """
    found, depth = set(), 0
    for token in list(tokens(pattern))[1:]:
        depth += _deeper(token)
        if depth == 0 and token.kind == "word" and token.text.upper() in _CLOSING:
            break
        if depth == 0 and token.kind == "variable":
            found.add(token.text[1:])
    return found >= set(names)


def _deeper(token: Token) -> int:
    if token.kind != "other":
        return 0
    return (token.text in "{(") - (token.text in "})")
