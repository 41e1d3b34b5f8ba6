"""A PATHS query → its answer: paths, as rows, JSON, Turtle, and with the sentences behind each hop.

One row a hop, in order: the path's number, the hop's number, its start, what the VIA pattern binds, its end. An answer
that was cut short says by what. Raises `QueryError` with the place in the query.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from fractions import Fraction
from functools import partial
from itertools import chain, islice
from typing import Any

from kg.errors import QueryError, StoreTimeout
from kg.model import Iri, Literal, Term, Triple
from kg.paths.edges import MOST_EDGES, Budget, Edge, Exhausted, term_key
from kg.paths.evidence import Evidence, evidence
from kg.paths.facts import order
from kg.paths.grammar import parse
from kg.paths.listing import listed
from kg.paths.pairs import all_paths
from kg.paths.parts import Parts, leading_triples, number
from kg.paths.query import PathQuery, SortKey
from kg.paths.ranking import Trail
from kg.rdf.vocabulary import XSD
from kg.store import Store, Triples, serialize, write_term
from kg.store.sparql import error_at
from kg.store.tables import Table, table_json, term_json

_INTEGER = XSD("integer")


@dataclass(frozen=True, slots=True)
class FoundPath:
    """Hops, at least one; each starts where the one before ends. `cost` is the sum that COST names, else None."""

    hops: tuple[Edge, ...]
    cost: float | None = None

    @property
    def nodes(self) -> tuple[Term, ...]:
        """What the path passes, both ends included."""
        return (self.hops[0].start, *(hop.end for hop in self.hops))

    def __len__(self) -> int:
        return len(self.hops)


class Paths(Table):
    """The answer of a PATHS query: rows like those of a SELECT, and `paths` themselves.

    `truncated` is `limit`, `deadline` or `memory` where there may be more, else None.
    """

    def __init__(self, found: Sequence[FoundPath], query: PathQuery, names: tuple[str, ...], store: Store) -> None:
        self.paths = tuple(found)
        self.truncated: str | None = None
        self._query, self._names, self._store = query, names, store
        self._behind: dict[Edge, tuple[Triple, ...]] = {}
        self._prefixes: Mapping[str, str] = {}
        super().__init__(_columns(query, names), self._table())

    def evidence(self, hop: Edge) -> tuple[Evidence, ...]:
        """The sentences behind a hop: of the fact that it is, or of those that its pattern rests on."""
        return tuple(chain.from_iterable(evidence(self._store, triple) for triple in self.triples(hop)))

    def triples(self, hop: Edge) -> tuple[Triple, ...]:
        """The facts that a hop rests on, sorted: itself, or the triples that its pattern begins with."""
        if hop.triple is not None:
            return (hop.triple,)
        if hop not in self._behind:
            self._behind[hop] = self._asked(hop)
        return self._behind[hop]

    def serialize(self, file_format: str) -> bytes:
        """The rows in a format of query results; `json` nests hops in `paths` too; `ttl` and `nt` hold the facts."""
        if file_format in {"ttl", "nt"}:
            return self._graph(file_format)
        if file_format == "json":
            return json.dumps(self.to_json(), ensure_ascii=False).encode()
        return super().serialize(file_format)

    def to_json(self) -> dict[str, Any]:
        """The rows as the W3C's JSON has them, and beside them `paths` with their hops and evidence, `truncated`."""
        rows = table_json(self.variables, self._table())
        return {**rows, "paths": [self._path_json(path) for path in self.paths], "truncated": self.truncated}

    def _repr_html_(self) -> str:
        """The paths for notebooks: names and relations in order, under each the first sentence of every hop."""
        cut = f"<p>There may be more ({self.truncated}).</p>" if self.truncated else ""
        return listed(self._store, [path.hops for path in self.paths], self.evidence) + cut

    def _table(self) -> Iterator[tuple[Term | None, ...]]:
        for at, path in enumerate(self.paths, 1):
            for place, hop in enumerate(path.hops, 1):
                yield (_count(at), _count(place), hop.start, *hop.values, hop.end)

    def _path_json(self, path: FoundPath) -> dict[str, Any]:
        cost = {} if path.cost is None else {"cost": path.cost}
        return {"length": len(path), **cost, "hops": [self._hop_json(hop) for hop in path.hops]}

    def _hop_json(self, hop: Edge) -> dict[str, Any]:
        fact = {"predicate": hop.predicate} if hop.predicate else {}
        bound = {name: term_json(term) for name, term in zip(self._names, hop.values, strict=True) if term is not None}
        return {
            "start": term_json(hop.start),
            "end": term_json(hop.end),
            **fact,
            "forward": hop.forward,
            "via": bound,
            "evidence": [_evidence_json(each) for each in self.evidence(hop)],
        }

    def _graph(self, file_format: str) -> bytes:
        hops = dict.fromkeys(hop for path in self.paths for hop in path.hops)
        found = sorted({triple for hop in hops for triple in self.triples(hop)}, key=order)
        spoken = " ".join(write_term(term) for triple in found for term in triple)
        used = {name: iri for name, iri in self._prefixes.items() if f"<{iri}" in spoken}
        return serialize([(*triple, None) for triple in found], file_format, prefixes=used)

    def _asked(self, hop: Edge) -> tuple[Triple, ...]:
        """The triples that the pattern of a hop begins with, with what the hop binds."""
        pattern = self._query.via.pattern
        triples = leading_triples(pattern.text) if pattern else ""
        if not triples:
            return ()
        ends = (hop.start, hop.end) if hop.forward else (hop.end, hop.start)
        names = (self._query.start.variable, self._query.end.variable, *self._names)
        bound = [(name, term) for name, term in zip(names, (*ends, *hop.values), strict=True) if _nameable(term)]
        values = " ".join(f"VALUES ?{name} {{ {write_term(term)} }}" for name, term in bound if term is not None)
        text = f"{self._query.prologue}CONSTRUCT {{ {triples} }} WHERE {{ {triples}\n {values} }}"
        try:
            found = self._store.query(text, prefixes=self._prefixes)
        except QueryError:  # a property path is no template of triples: such a hop rests on no single facts
            return ()
        return tuple(sorted(found, key=order)) if isinstance(found, Triples) else ()


def ask_paths(
    store: Store,
    text: str,
    *,
    prefixes: Mapping[str, str],
    seconds: float | None = None,
    most_edges: int = MOST_EDGES,
) -> Paths:
    """The answer of a PATHS query.

    After `seconds`, or with more than `most_edges` held, it ends with what it has, and says so in `truncated`.
    """
    query = parse(text)
    budget = Budget(seconds, most_edges)
    parts = Parts(store, query, prefixes, budget)
    with store.within(seconds):
        edges = parts.edges()
        starts, ends = parts.candidates(query.start), parts.candidates(query.end)
        _check_ends(query, starts, ends)
        trails = all_paths(edges, query, starts, ends, budget)
        found, truncated = _taken((_found(trail, query, edges.variables) for trail in trails), query)
    answer = Paths(found, query, edges.variables, store)
    answer.truncated, answer._prefixes = truncated, dict(prefixes)
    return answer


def _check_ends(query: PathQuery, starts: Collection[Term] | None, ends: Collection[Term] | None) -> None:
    """Refuse a path from a thing to itself that was not asked for by CYCLIC; it would have no answer."""
    same = starts is not None and starts == ends and len(starts) == 1
    if same and not query.cyclic and query.end.term is not None:
        reason = "start and end are the same; CYCLIC before START asks for paths that come back to where they began"
        raise error_at(query.text, query.end.term.start, reason)


def _taken(found: Iterator[FoundPath], query: PathQuery) -> tuple[list[FoundPath], str | None]:
    """The paths that are shown, and what kept others from it."""
    last = None if query.limit is None else query.offset + query.limit
    taken: list[FoundPath] = []
    try:
        # One more than is shown says whether there are more; an order of its own needs them all.
        taken.extend(found if query.order else islice(found, None if last is None else last + 1))
    except Exhausted as exhausted:
        cause: str | None = exhausted.cause
    except StoreTimeout:
        cause = "deadline"
    else:
        cause = "limit" if last is not None and len(taken) > last else None
    for key in reversed(query.order):
        taken.sort(key=partial(_sort_value, key, query), reverse=key.descending)
    return taken[query.offset : last], cause


def _sort_value(key: SortKey, query: PathQuery, path: FoundPath) -> Any:
    if key.name == "LENGTH":
        return len(path)
    if key.name == "COST":
        return path.cost
    return term_key(path.nodes[0 if key.name == query.start.variable else -1])


def _found(trail: Trail, query: PathQuery, names: tuple[str, ...]) -> FoundPath:
    if query.cost is None:
        return FoundPath(trail)
    at = names.index(query.cost.text)
    return FoundPath(trail, float(sum((number(edge.values[at]) or Fraction(0) for edge in trail), Fraction(0))))


def _columns(query: PathQuery, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the columns; `path` and `hop` give way where the query uses them."""
    own = (query.start.variable, *names, query.end.variable)
    return (*(_free(name, own) for name in ("path", "hop")), *own)


def _free(name: str, taken: Iterable[str]) -> str:
    return name if name not in set(taken) else f"{name}_number"


def _count(value: int) -> Literal:
    return Literal(str(value), None, _INTEGER)


def _nameable(term: Term | None) -> bool:
    return isinstance(term, Iri | Literal)


def _evidence_json(item: Evidence) -> dict[str, Any]:
    """Plain values: texts, numbers, and lists of them."""
    found = asdict(item)
    found["status"], found["triple"] = str(item.status), [term_json(term) for term in item.triple]
    return {name: value for name, value in found.items() if value is not None}
