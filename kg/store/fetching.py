"""Quads, rows and numbers of an endpoint, asked by questions of ours and read in kgshell's terms.

Quads are read as they come; an answer that breaks off raises `StoreError` there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any, cast

import pyoxigraph as ox

from kg.errors import KgError, StoreError
from kg.model import BlankNode, Iri, Literal, Quad, Term
from kg.store import asking
from kg.store.cursor import Cursor
from kg.store.endpoint import Answer, Endpoint, failure
from kg.store.oxigraph import AnyGraph
from kg.store.refusals import Refused

_DEFAULT = ox.DefaultGraph()


class Fetcher:
    """Asks an endpoint. `graphs` says whether it knows named graphs: some, as Wikidata's, refuse to hear of any."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint, self.graphs = endpoint, True
        self._is_sure = False

    def quads(
        self, s: Iri | BlankNode | None, p: Iri | None, o: Term | None, graph: Iri | AnyGraph | None
    ) -> Cursor[Quad] | None:
        """The quads that fit; None where no term was left open, and there is no such quad."""
        name = None if isinstance(graph, AnyGraph) else graph
        everywhere = isinstance(graph, AnyGraph)
        answer = self._anywhere(s, p, o) if everywhere else self._endpoint.query(_pattern(s, p, o, name))
        if isinstance(answer, ox.QueryBoolean):
            return Cursor(iter([cast("Quad", (s, p, o, name))]), _same, self.failure) if answer else None
        given: dict[str, Term | None] = {"s": s, "p": p, "o": o, "g": name}
        return Cursor(iter(self._solutions(answer)), lambda row: _quad(row, given), self.failure)

    def copy_into(self, store: ox.Store) -> int:
        """Put every quad into the store, as pyoxigraph's own, since there may be millions; how many came."""
        numbers = count()
        solutions = self._solutions(self._anywhere(None, None, None))
        try:
            store.extend(_whole(row) for row, _ in zip(solutions, numbers, strict=False))
        except (OSError, SyntaxError, ValueError) as error:
            raise self.failure(error) from error
        return next(numbers)

    def rows(self, text: str, names: Iterable[str]) -> Iterator[list[Term | None]]:
        """The terms that these variables have in each solution; None where they have none."""
        wanted = tuple(names)
        yield from Cursor(
            iter(self._solutions(self._endpoint.query(text))), lambda row: _terms(row, wanted), self.failure
        )

    def number(self, text: str) -> int:
        """The value of `?number`."""
        ((number,),) = self.rows(text, ("number",))
        return int(number.text) if isinstance(number, Literal) else 0

    def failure(self, error: Exception) -> KgError:
        """What is said of an answer that breaks off."""
        return failure(self._endpoint.address, error)

    def _anywhere(self, s: Iri | BlankNode | None, p: Iri | None, o: Term | None) -> Answer:
        """The answer from all graphs, or from the only one where the server knows no others."""
        try:
            if self.graphs:
                answer = self._endpoint.query(asking.pattern((s, p, o), None, everywhere=True))
                self._is_sure = True
                return answer
        except Refused:
            if self._is_sure or self._knows_graphs():
                raise  # it has graphs, and another reason; without them half of the quads would be missing
            self.graphs = False
        return self._endpoint.query(_pattern(s, p, o, None))

    def _knows_graphs(self) -> bool:
        """Whether the server takes the plainest question that names a graph."""
        try:
            self._endpoint.query("ASK { GRAPH ?g { ?s ?p ?o } }")
        except Refused:
            return False
        return True

    def _solutions(self, answer: Answer) -> ox.QuerySolutions:
        if not isinstance(answer, ox.QuerySolutions):
            raise StoreError(f"{self._endpoint.address}: answers a SELECT with something else; check the address")
        return answer


def _pattern(s: Iri | BlankNode | None, p: Iri | None, o: Term | None, graph: Iri | None) -> str:
    return asking.pattern((s, p, o), graph, everywhere=False)


def _whole(row: ox.QuerySolution) -> ox.Quad:
    """The quad of a solution of `?s ?p ?o ?g`, or of the first three where there is no other graph."""
    s, p, o, *g = row
    return ox.Quad(_restored(s), p, _restored(o), g[0] if g and g[0] is not None else _DEFAULT)


def _restored(term: Any) -> Any:
    """The blank node that an IRI stands for; any other term as it is."""
    if type(term) is ox.NamedNode and term.value.startswith(asking.BLANK):
        return ox.BlankNode(term.value.removeprefix(asking.BLANK))
    return term


def _same(quad: Quad) -> Quad:
    return quad


def _quad(row: ox.QuerySolution, given: Mapping[str, Term | None]) -> Quad:
    found = (term if term is not None else given[name] for name, term in zip("spog", _terms(row, "spog"), strict=True))
    return cast("Quad", tuple(found))


def _terms(row: ox.QuerySolution, names: Iterable[str]) -> list[Term | None]:
    """The terms of a solution; None for what it leaves unbound or does not have."""
    found: list[Term | None] = []
    for name in names:
        try:
            value = row[name]
        except KeyError:
            value = None
        found.append(None if value is None else asking.to_term(value))
    return found
