"""Random small graphs and every path in them by networkx, to hold answers against."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from typing import Any

import networkx as nx

from kg.model import Iri, Literal, Term
from kg.paths.edges import Budget, Edge, FactEdges, PatternEdges, edge_key
from kg.paths.pairs import all_paths, rank
from kg.paths.query import Endpoint, Kind, Mode, PathQuery, Selector, Via
from tests.kg.paths.source import ent, facts_of, kg

SELECTORS = [
    Selector(Kind.ANY),
    Selector(Kind.ALL),
    Selector(Kind.ALL_SHORTEST),
    Selector(Kind.SHORTEST, 1),
    Selector(Kind.SHORTEST, 4),
    Selector(Kind.GROUPS, 1),
    Selector(Kind.GROUPS, 3),
    Selector(Kind.CHEAPEST, 1),
    Selector(Kind.CHEAPEST, 4),
]
Trail = tuple[Edge, ...]


class Case:
    """A random graph of at most five nodes, and what is asked of it."""

    def __init__(self, seed: int, selector: Selector, mode: Mode) -> None:
        chance = random.Random(seed)
        names = "abcde"[: chance.randint(2, 5)]
        count = chance.randint(1, 8)
        triples = {(chance.choice(names), chance.choice("pq"), chance.choice(names)) for _ in range(count)}
        self.facts = sorted(triples)
        self.costs = {each: chance.choice([0, 1, 1, 2, 3]) for each in self.facts}
        walks = mode is Mode.WALK
        self.weighted = selector.kind is Kind.CHEAPEST
        self.query = PathQuery(
            "", "", "", Endpoint("s"), Endpoint("e"), Via("p"), selector, mode,
            cyclic=chance.random() < 0.25 and mode is not Mode.ACYCLIC,
            min_length=chance.choice([1, 1, 1, 2, 3]),
            max_length=chance.choice([3, 4]) if walks else chance.choice([None, None, 3, 5]),
            undirected=chance.random() < 0.5,
        )  # fmt: skip
        picked = [chance.sample(names, chance.randint(1, len(names))) for _ in "se"]
        self.starts, self.ends = (None if chance.random() < 0.2 else [ent(each) for each in side] for side in picked)

    def found(self) -> list[Trail]:
        """What the engine answers."""
        budget = Budget()
        if self.weighted:
            edges: Any = PatternEdges(self._ask, ("w",), undirected=self.query.undirected, budget=budget)
        else:
            edges = FactEdges(facts_of(*self.facts), variable="p", undirected=self.query.undirected, budget=budget)
        return list(all_paths(edges, self.query, self.starts, self.ends, budget))

    def expected(self) -> list[Trail]:
        """What networkx says, by brute force: every path of each pair, sorted, and the selector applied."""
        graph = nx.MultiDiGraph()
        for edge in self._edges():
            graph.add_edge(edge.start, edge.end, key=edge)
        chosen: list[Trail] = []
        for start, end in self._pairs(graph):
            chosen += self._select(sorted(self._all(graph, start, end), key=rank))
        return sorted(chosen, key=rank)

    # ------------------------------------------------------------ edges

    def _ask(self, nodes: Any, inward: bool) -> Iterator[Edge]:
        for edge in self._along():
            if nodes is None or (edge.end if inward else edge.start) in nodes:
                yield edge

    def _along(self) -> Iterator[Edge]:
        for subject, name, value in self.facts:
            if self.weighted:
                cost = self.costs[subject, name, value]
                number = (Literal(f"{name}{cost}"),)
                yield Edge(ent(subject), ent(value), None, True, number, Fraction(cost))
            else:
                yield Edge(ent(subject), ent(value), kg(name), True, (kg(name),))

    def _edges(self) -> Iterator[Edge]:
        for edge in self._along():
            yield edge
            if self.query.undirected and edge.start != edge.end:
                yield edge.turned()

    # ------------------------------------------------------------ paths

    def _pairs(self, graph: nx.MultiDiGraph) -> Iterator[tuple[Term, Term]]:
        starts = list(graph) if self.starts is None else self.starts
        ends = list(graph) if self.ends is None else self.ends
        for start in starts:
            for end in ends:
                if start in graph and end in graph and (start == end) is self.query.cyclic:
                    yield start, end

    def _all(self, graph: nx.MultiDiGraph, start: Iri, end: Iri) -> Iterator[Trail]:
        longest = self.query.max_length or len(self.facts) + 1
        paths = {
            Mode.WALK: _walks,
            Mode.TRAIL: _trails,
            Mode.SIMPLE: _simple,
            Mode.ACYCLIC: _simple,
        }[self.query.mode](graph, start, end, longest)
        return (path for path in paths if self.query.min_length <= len(path) <= longest)

    def _select(self, ranked: list[Trail]) -> list[Trail]:
        kind, most = self.query.selector.kind, self.query.selector.count
        if kind is Kind.ALL:
            return ranked
        if kind in {Kind.ANY, Kind.SHORTEST, Kind.CHEAPEST}:
            return list(islice(ranked, most))
        lengths = sorted({len(path) for path in ranked})[:most]
        return [path for path in ranked if len(path) in lengths]


def _simple(graph: nx.MultiDiGraph, start: Term, end: Term, longest: int) -> Iterator[Trail]:
    """Paths that repeat no node; a closed one ends in a copy of its start."""
    if start == end:
        graph = graph.copy()
        for before, _, key in list(graph.in_edges(start, keys=True)):
            graph.add_edge(before, "copy", key=key)
            graph.remove_edge(before, start, key)
        end = "copy"  # type: ignore[assignment]
    if end in graph:
        for path in nx.all_simple_edge_paths(graph, start, end, cutoff=longest):
            yield tuple(key for _, _, key in path)


def _trails(graph: nx.MultiDiGraph, start: Term, end: Term, longest: int) -> Iterator[Trail]:
    """Paths that repeat no edge: simple paths of the line graph, less those that go to and fro on one edge."""
    lines = nx.line_graph(graph)
    first = list(graph.out_edges(start, keys=True))
    last = set(graph.in_edges(end, keys=True))
    for edge in first:
        if edge in last:
            yield (edge[2],)
        others = last - {edge}
        for path in nx.all_simple_paths(lines, edge, others, cutoff=longest - 1) if others and longest > 1 else ():
            keys = tuple(each[2] for each in path)
            if len({key.identity for key in keys}) == len(keys):
                yield keys


def _walks(graph: nx.MultiDiGraph, start: Term, end: Term, longest: int) -> Iterator[Trail]:
    """All walks: paths of the graph unrolled step by step."""
    unrolled = nx.MultiDiGraph()
    for step in range(longest):
        for before, after, key in graph.edges(keys=True):
            unrolled.add_edge((before, step), (after, step + 1), key=key)
    for step in range(1, longest + 1):
        if (start, 0) in unrolled and (end, step) in unrolled:
            for path in nx.all_simple_edge_paths(unrolled, (start, 0), (end, step)):
                yield tuple(key for _, _, key in path)


def disagreement(case: Case) -> str | None:
    """How the engine's answer differs from networkx's; None where it does not."""
    found, expected = case.found(), case.expected()
    if found == expected:
        return None
    keys = [[edge_key(edge)[:3] for edge in path] for path in (found + expected)[:4]]
    return f"{case.query} on {case.facts}: {len(found)} paths, not {len(expected)}; {keys}"
