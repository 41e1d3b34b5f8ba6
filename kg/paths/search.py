"""Two entities → the shortest paths between them, by bidirectional breadth-first search straight over the store.

Several paths come in Lawler's order, see `ranking`. Paths are simple; they are ordered by length, then hop by hop by
code point of entity and property, so that equal graphs give equal answers. Cost grows with the part of the graph that
is visited. Weights, patterns and other modes belong to PATHS queries, see `answer`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from html import escape
from itertools import islice

from kg.errors import QueryError
from kg.model import Iri
from kg.names import readable_end
from kg.paths.edges import Budget, Edge, FactEdges
from kg.paths.query import Mode
from kg.paths.ranking import ranked_paths
from kg.rdf.source import QuadSource

#: An entity with more facts than this is not passed through unless asked for; it may still be an end of a path.
HUB = 10_000


@dataclass(frozen=True, slots=True)
class Hop:
    """A fact followed from `start` to `end`; against its direction where not `forward`."""

    start: Iri
    predicate: Iri
    end: Iri
    forward: bool = True

    @property
    def triple(self) -> tuple[Iri, Iri, Iri]:
        """The fact as the store has it."""
        return (self.start, self.predicate, self.end) if self.forward else (self.end, self.predicate, self.start)


@dataclass(frozen=True, slots=True)
class Path:
    """Hops, at least one, each starting where the one before ends; its length is their number."""

    hops: tuple[Hop, ...]

    @property
    def nodes(self) -> tuple[Iri, ...]:
        """The entities passed, both ends included."""
        return (self.hops[0].start, *(hop.end for hop in self.hops))

    def __len__(self) -> int:
        return len(self.hops)

    def _repr_html_(self) -> str:
        """The path for notebooks: names and relations in order."""
        steps = [f"<b>{escape(readable_end(self.hops[0].start))}</b>"]
        for hop in self.hops:
            relation = escape(readable_end(hop.predicate))
            steps += [f"—{relation}→" if hop.forward else f"←{relation}—", f"<b>{escape(readable_end(hop.end))}</b>"]
        return f"<p>{' '.join(steps)}</p>"


def shortest_paths(
    source: QuadSource,
    start: Iri,
    end: Iri,
    *,
    via: Collection[Iri] = (),
    skip: Collection[Iri] = (),
    k: int = 1,
    max_length: int | None = None,
    directed: bool = False,
    hub: int | None = HUB,
) -> list[Path]:
    """The `k` shortest simple paths, shortest first; fewer where there are fewer, none where the ends are one.

    `via` are the only properties followed (empty: all), `skip` those never followed (`kg:isA`, to ignore that two
    things are of a kind). `max_length` counts hops. An entity with more than `hub` facts is not passed through; None
    passes through all. Parallel facts make separate paths. Raises QueryError where `k` or `max_length` is below 1.
    """
    if k < 1 or (max_length is not None and max_length < 1):
        raise QueryError(f"k and the longest path must be 1 or more, not k={k}, max={max_length}")
    if start == end:
        return []
    budget = Budget()
    edges = FactEdges(
        source,
        steps=[(each, False) for each in via] if via else None,
        undirected=not directed,
        skip=skip,
        hub=hub,
        ends=(start, end),
        budget=budget,
    )
    found = ranked_paths(edges, start, end, mode=Mode.ACYCLIC, longest=max_length, budget=budget)
    return [Path(tuple(map(_hop, trail))) for trail in islice(found, k)]


def _hop(edge: Edge) -> Hop:
    """The edge as a hop; every edge here is a fact between entities."""
    return Hop(Iri(edge.start), Iri(edge.predicate), Iri(edge.end), edge.forward)
