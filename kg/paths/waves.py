"""How far a node is, at least, from where a search began: breadth first, or by cost (Dijkstra).

A wave grows only as far as it is told to, so that what it reads is what the answer needs. Distances are pairs of cost
and number of hops, compared in that order; without costs the first is 0.
"""

from __future__ import annotations

from fractions import Fraction
from heapq import heappop, heappush
from math import inf
from typing import Protocol

from kg.model import Term
from kg.paths.edges import Edges

Distance = tuple[int | float | Fraction, int | float]

NEAR: Distance = (0, 0)
FAR: Distance = (inf, inf)


class Wave(Protocol):
    """Distances from one end of the paths, over edges that arrive at it (or, `ahead`, leave it)."""

    def bound(self, node: Term) -> Distance:
        """At most the distance of a node; exact within the wave; `FAR` where it can't be reached."""
        ...

    @property
    def ended(self) -> bool:
        """Whether everything was reached that can be."""
        ...


class Levels:
    """A breadth-first wave that advances a whole level at a time."""

    def __init__(self, edges: Edges, origin: Term, *, ahead: bool) -> None:
        self._edges, self._ahead = edges, ahead
        self.depth = 0
        self.hops: dict[Term, int] = {origin: 0}
        self.front: list[Term] = [origin]

    @property
    def ended(self) -> bool:
        """Whether everything was reached that can be."""
        return not self.front

    def advance(self) -> None:
        """Go one level further."""
        self.depth += 1
        self._edges.prepare(self.front, inward=not self._ahead)
        reached: list[Term] = []
        hops, depth = self.hops, self.depth
        for near in self.front:
            for edge in self._edges.leaving(near) if self._ahead else self._edges.arriving(near):
                far = edge.end if self._ahead else edge.start
                if far not in hops:
                    hops[far] = depth
                    reached.append(far)
        self.front = reached

    def bound(self, node: Term) -> Distance:
        """The hops to a node, or one more than the wave has gone."""
        known = self.hops.get(node)
        if known is not None:
            return 0, known
        return FAR if self.ended else (0, self.depth + 1)


class Costs:
    """A wave that settles the cheapest node next."""

    def __init__(self, edges: Edges, origin: Term) -> None:
        self._edges = edges
        self._settled: dict[Term, Distance] = {}
        self._best: dict[Term, Distance] = {origin: NEAR}
        self._waiting: list[tuple[Distance, int, Term]] = [(NEAR, 0, origin)]
        self._count = 0

    @property
    def ended(self) -> bool:
        """Whether everything was reached that can be."""
        return not self._waiting

    def reach(self, node: Term) -> None:
        """Go on until the node's distance is known."""
        while self._waiting and node not in self._settled:
            self._settle()

    def _settle(self) -> None:
        distance, _, near = heappop(self._waiting)
        if near in self._settled:
            return
        self._settled[near] = distance
        for edge in self._edges.arriving(near):
            total = (distance[0] + edge.cost, distance[1] + 1)
            if total < self._best.get(edge.start, FAR):
                self._best[edge.start] = total
                self._count += 1
                heappush(self._waiting, (total, self._count, edge.start))

    def bound(self, node: Term) -> Distance:
        """The cost to a node, or of the next that would be settled."""
        known = self._settled.get(node)
        if known is not None:
            return known
        return self._waiting[0][0] if self._waiting else FAR
