"""The graph, or a query's answer, → who is central in it and what holds together; kept as annotations where wanted.

Annotations are triples of the graph `BASE graph/analytics`, which nothing else is in: `kg:pagerank`, `kg:betweenness` …
and `kg:community`, `kg:component` (numbers from 1, the largest first). Each run replaces the last one of its kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.model import Iri, Literal, Quad
from kg.paths import label, to_networkx
from kg.paths.centrality import METHODS, Ranked, network, rank
from kg.paths.communities import communities, components
from kg.rdf import vocabulary as v
from kg.store import Results, Store, Triples

if TYPE_CHECKING:
    import networkx

Groups = list[tuple[Iri, ...]]


class Analytics:
    """Measures of one store's graph. `query` gives edges: a CONSTRUCT's triples, or the first two terms of rows.

    `keep` writes the result into the store. Raises `QueryError` for a query that gives no edges.
    """

    def __init__(self, store: Store, *, base: str, prefixes: Mapping[str, str]) -> None:
        self._store, self._prefixes = store, prefixes
        self._graph = Iri(f"{base}graph/analytics")

    def rank(self, *, method: str, query: str | None, keep: bool) -> list[Ranked]:
        """The entities by that measure, the most central first. Raises `QueryError` for one that is not known."""
        if method not in METHODS:
            raise QueryError(f"no measure {method!r}; there are {', '.join(METHODS)}")
        found = rank(self._network(query), method=method)
        if keep:
            self._keep(method, {each.iri: Literal(f"{each.score:.9f}", None, v.DECIMAL) for each in found})
        return found

    def communities(self, *, seed: int, query: str | None, keep: bool) -> Groups:
        """The groups that hold together, the largest first."""
        return self._kept("community", communities(self._network(query), seed=seed), keep=keep)

    def components(self, *, query: str | None, keep: bool) -> Groups:
        """The groups between which nothing leads, the largest first."""
        return self._kept("component", components(self._network(query)), keep=keep)

    def _network(self, query: str | None) -> networkx.MultiDiGraph:
        if query is None:
            with self._store.at_hand():
                return to_networkx(self._store)
        edges = _edges(self._store.query(query, prefixes=self._prefixes))
        return network(edges, lambda iri: label(self._store, iri))

    def _kept(self, kind: str, groups: Groups, *, keep: bool) -> Groups:
        if keep:
            numbered = enumerate(groups, 1)
            self._keep(kind, {iri: Literal(str(n), None, v.INTEGER) for n, group in numbered for iri in group})
        return groups

    def _keep(self, name: str, values: Mapping[Iri, Literal]) -> None:
        predicate = v.KG(name)
        added: list[Quad] = [(iri, predicate, value, self._graph) for iri, value in values.items()]
        self._store.apply(list(self._store.quads(None, predicate, None, self._graph)), added)


def _edges(answer: Results) -> Iterator[tuple[Iri, Iri]]:
    """The pairs of IRIs that an answer joins, sorted; what is no IRI is left out."""
    if isinstance(answer, bool) or (not isinstance(answer, Triples) and len(answer.variables) < 2):
        raise QueryError("edges come from a CONSTRUCT, or from a SELECT of two variables")
    second = 2 if isinstance(answer, Triples) else 1
    rows: Iterator[Sequence[object]] = iter(answer)
    pairs = {(row[0], row[second]) for row in rows}
    yield from sorted((start, end) for start, end in pairs if isinstance(start, Iri) and isinstance(end, Iri))
