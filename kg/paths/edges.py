"""What a walk may follow: facts of the store, read node by node, or the solutions of a pattern, read in batches.

Both answer the same two questions, which edges leave some nodes and which arrive at them, and keep what they read, so
that a search pays once for each node. A `Budget` bounds the time and the edges that one answer may take.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple, Protocol

from kg.model import Iri, Literal, Term
from kg.paths.facts import facts, is_entity, is_served, relates
from kg.rdf.source import QuadSource
from kg.rdf.vocabulary import DOES
from kg.store import Store

#: Edges that one answer may hold before it is cut short: some 2 GB of memory.
MOST_EDGES = 4_000_000


class Edge(NamedTuple):
    """A hop from `start` to `end`, against what it was read as where not `forward`.

    `predicate` names the fact that it is; a pattern's edge has none. `values` are what else the pattern binds, in the
    order of the edges' `variables`; `cost` is the number that COST names, else 0.
    """

    start: Term
    end: Term
    predicate: Iri | None
    forward: bool = True
    values: tuple[Term | None, ...] = ()
    cost: int | Fraction = 0

    @property
    def identity(self) -> tuple[object, ...]:
        """The same for an edge followed in either direction."""
        ends = (self.start, self.end) if self.forward else (self.end, self.start)
        return (*ends, self.predicate, self.values)

    @property
    def triple(self) -> tuple[Iri, Iri, Term] | None:
        """The fact as the store has it, if the edge is one."""
        subject, value = (self.start, self.end) if self.forward else (self.end, self.start)
        return (subject, self.predicate, value) if self.predicate and isinstance(subject, Iri) else None

    def turned(self) -> Edge:
        """The edge as it is followed the other way."""
        return Edge(self.end, self.start, self.predicate, not self.forward, self.values, self.cost)


def term_key(term: Term | None) -> tuple[str, str, str, bool]:
    """Sorts terms by code point; literals by text, language and datatype."""
    if isinstance(term, Literal):
        return term.text, term.lang or "", term.datatype or "", True
    return term or "", "", "", False


def edge_key(edge: Edge) -> tuple[object, ...]:
    """Sorts the edges that leave one node."""
    return term_key(edge.end), edge.predicate or "", not edge.forward, tuple(term_key(each) for each in edge.values)


class Exhausted(Exception):
    """The answer was cut short; `cause` is `deadline` or `memory`."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


@dataclass(slots=True)
class Budget:
    """How long one answer may take, in seconds, and how many edges and path candidates it may hold."""

    seconds: float | None = None
    edges: int = MOST_EDGES
    _held: int = 0
    _began: float = field(default_factory=time.monotonic)

    def spend(self, edges: int = 0) -> None:
        """Counts edges, and raises `Exhausted` where there is no room or time for more."""
        self._held += edges
        if self._held > self.edges:
            raise Exhausted("memory")
        if self.seconds is not None and time.monotonic() - self._began > self.seconds:
            raise Exhausted("deadline")


class Edges(Protocol):
    """Where edges come from. `variables` are the via variables, in the order of `Edge.values`."""

    variables: tuple[str, ...]

    def leaving(self, node: Term) -> tuple[Edge, ...]:
        """The edges that start at the node."""
        ...

    def arriving(self, node: Term) -> tuple[Edge, ...]:
        """The edges that end at the node."""
        ...

    def prepare(self, nodes: Collection[Term], *, inward: bool) -> None:
        """Read what leaves (`inward`: arrives at) all these nodes, at the price of fewer questions than one each."""
        ...

    def nodes(self, *, inward: bool) -> Iterable[Term]:
        """Every node that an edge leaves (`inward`: arrives at), once, in no order."""
        ...


#: A property to follow, and whether against its direction.
Step = tuple[Iri, bool]


class FactEdges:
    """The facts of the default graph as edges.

    `steps` are the only properties followed; None follows any property between two entities, as `facts` defines them.
    With `undirected` every fact may be followed both ways. A node with more than `hub` facts is not passed through,
    unless it is one of `ends`.
    """

    def __init__(
        self,
        source: QuadSource,
        *,
        steps: Collection[Step] | None = None,
        variable: str | None = None,
        undirected: bool = False,
        skip: Collection[Iri] = (),
        hub: int | None = None,
        ends: Collection[Term] = (),
        budget: Budget | None = None,
    ) -> None:
        self.variables: tuple[str, ...] = () if variable is None else (variable,)
        self._source, self._hub, self._ends = source, hub, frozenset(ends)
        self._skip, self._budget = frozenset(skip), budget or Budget()
        self._steps = None if steps is None else tuple(dict.fromkeys(steps))
        self._undirected = undirected
        self._known: tuple[dict[Term, tuple[Edge, ...]], ...] = ({}, {})
        self._relates: dict[Iri, bool] = {}
        self._vast: set[Term] = set()

    def leaving(self, node: Term) -> tuple[Edge, ...]:
        """The edges that start at the node."""
        return self._around(node, inward=False)

    def arriving(self, node: Term) -> tuple[Edge, ...]:
        """The edges that end at the node."""
        return self._around(node, inward=True)

    def prepare(self, nodes: Collection[Term], *, inward: bool) -> None:
        """Behind an address facts are read for all these nodes together, else when they are asked for."""
        if self._steps is None and is_served(self._source):
            unread = [Iri(node) for node in nodes if isinstance(node, Iri) and node not in self._known[inward]]
            for way in (True, False) if self._undirected else (inward,):
                self._source.foresee_links(unread, inward=way)

    def nodes(self, *, inward: bool) -> Iterable[Term]:
        """Every node that an edge leaves, or arrives at."""
        found: dict[Term, None] = {}
        steps = ((None, False),) if self._steps is None else self._steps
        for predicate, against in steps:
            for subject, _, value in self._triples(predicate):
                if self._undirected or inward == against:
                    found[subject] = None
                if self._undirected or inward != against:
                    found[value] = None
                self._budget.spend()
        return found

    def _triples(self, predicate: Iri | None) -> Iterator[tuple[Term, Iri, Term]]:
        if predicate is None:
            yield from facts(self._source)
            return
        for subject, relation, value, _ in self._source.quads(None, predicate, None, graph=None):
            if isinstance(subject, Iri) and isinstance(value, Iri | Literal):
                yield subject, relation, value

    def _around(self, node: Term, *, inward: bool) -> tuple[Edge, ...]:
        known = self._known[inward]
        found = known.get(node)
        if found is None:
            other = self._known[not inward].get(node) if self._undirected else None
            if other is None:
                found = self._read(node, inward)
                self._budget.spend(len(found))
            else:
                found = tuple(edge.turned() for edge in other)
            known[node] = found
        return found

    def _read(self, node: Term, inward: bool) -> tuple[Edge, ...]:
        values = len(self.variables)
        found: list[Edge] = []
        for along in (True, False) if self._undirected or self._steps is not None else (True,):
            for predicate, other in self._links(node, inward=inward is along):
                if not self._follows(predicate, along) or (self._undirected and other == node and not along):
                    continue  # a loop is the same both ways
                ends = (other, node) if inward else (node, other)
                found.append(Edge(*ends, predicate, along, (predicate,) * values))
        if self._hub is not None and node not in self._ends and (len(found) > self._hub or node in self._vast):
            return ()
        return tuple(found)

    def _follows(self, predicate: Iri, along: bool) -> bool:
        if predicate in self._skip:
            return False
        return self._undirected or self._steps is None or (predicate, not along) in self._steps

    def _links(self, node: Term, *, inward: bool) -> Iterator[tuple[Iri, Term]]:
        """(property, other end) of the node's facts in one direction, as the store has them."""
        if self._steps is not None:
            for predicate in dict.fromkeys(predicate for predicate, _ in self._steps):
                yield from self._by_property(node, predicate, inward)
        elif isinstance(node, Iri):
            yield from self._by_entity(node, inward)

    def _by_property(self, node: Term, predicate: Iri, inward: bool) -> Iterator[tuple[Iri, Term]]:
        if not isinstance(node, Iri) and not inward:
            return
        subject, value = (None, node) if inward else (node if isinstance(node, Iri) else None, None)
        for quad in self._source.quads(subject, predicate, value, graph=None):
            other = quad[0] if inward else quad[2]
            if isinstance(other, Iri | Literal):
                yield predicate, other

    def _by_entity(self, node: Iri, inward: bool) -> Iterator[tuple[Iri, Term]]:
        if not isinstance(self._source, Store):
            for subject, predicate, value in facts(self._source, *((None, None, node) if inward else (node,))):
                yield predicate, subject if inward else value
            return
        most = None if self._hub is None or node in self._ends else 2 * self._hub
        if is_entity(node):
            found = self._source.links(node, inward=inward, most=most)
            if most is not None and len(found) == most:
                self._vast.add(node)
            for predicate, other in found:
                if self._is_relation(predicate) and is_entity(other):
                    yield predicate, other

    def _is_relation(self, predicate: Iri) -> bool:
        if predicate not in self._relates:
            self._relates[predicate] = relates(predicate) and predicate != DOES
        return self._relates[predicate]


#: Asks for the edges with one of these nodes as start (`inward`: as end), or for all where there are none named.
Ask = Callable[[Collection[Term] | None, bool], Iterator[Edge]]


class PatternEdges:
    """The solutions of a pattern as edges. `ask` gives those that start, or end, at some nodes."""

    #: How many nodes one question names.
    BATCH = 200

    def __init__(self, ask: Ask, variables: tuple[str, ...], *, undirected: bool, budget: Budget) -> None:
        self.variables = variables
        self._ask, self._undirected, self._budget = ask, undirected, budget
        self._known: tuple[dict[Term, tuple[Edge, ...]], ...] = ({}, {})

    def leaving(self, node: Term) -> tuple[Edge, ...]:
        """The edges that start at the node."""
        if node not in self._known[False]:
            self.prepare((node,), inward=False)
        return self._known[False][node]

    def arriving(self, node: Term) -> tuple[Edge, ...]:
        """The edges that end at the node."""
        if node not in self._known[True]:
            self.prepare((node,), inward=True)
        return self._known[True][node]

    def prepare(self, nodes: Collection[Term], *, inward: bool) -> None:
        """Read what leaves, or arrives at, these nodes."""
        known = self._known[inward]
        missing = [node for node in nodes if node not in known]
        for at in range(0, len(missing), self.BATCH):
            batch = missing[at : at + self.BATCH]
            found: dict[Term, dict[Edge, None]] = {node: {} for node in batch}
            for edge in self._both_ways(batch, inward):
                found[edge.end if inward else edge.start][edge] = None
            known.update((node, tuple(edges)) for node, edges in found.items())

    def nodes(self, *, inward: bool) -> Iterable[Term]:
        """Every node that an edge leaves, or arrives at."""
        found: dict[Term, None] = {}
        for edge in self._both_ways(None, inward):
            found[edge.end if inward else edge.start] = None
        return found

    def _both_ways(self, nodes: Collection[Term] | None, inward: bool) -> Iterator[Edge]:
        for edge in self._ask(nodes, inward):
            self._budget.spend(1)
            yield edge
        if self._undirected:
            for edge in self._ask(nodes, not inward):
                self._budget.spend(1)
                if edge.start != edge.end:  # a loop is the same both ways
                    yield edge.turned()
