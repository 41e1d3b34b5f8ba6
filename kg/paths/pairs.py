"""The ends of a PATHS query → its paths, over all pairs of ends, best first.

A selector applies to each pair by itself; pairs are taken up as late as the order allows, nearest first, so that an
answer that is cut short has cost no more than what it shows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from heapq import heappop, heappush, merge
from itertools import count, islice

from kg.model import Term
from kg.paths.edges import Budget, Edges, edge_key, term_key
from kg.paths.query import Kind, PathQuery
from kg.paths.ranking import Trail, ranked_paths
from kg.paths.waves import Distance, Levels

#: Up to so many ends, paths to each are sought from both sides; beyond it, the nearest ends are found first.
FEW = 32

_Pair = tuple[int, tuple[object, ...], Term, Term]


def all_paths(
    edges: Edges,
    query: PathQuery,
    starts: Collection[Term] | None,
    ends: Collection[Term] | None,
    budget: Budget,
) -> Iterator[Trail]:
    """The paths that the query selects, by cost, length, ends, then hop by hop."""
    weighted = query.selector.kind is Kind.CHEAPEST
    pairs = _pairs(edges, query, starts, ends, budget)
    waiting: list[tuple[Distance, tuple[object, ...], int, Trail, Iterator[Trail]]] = []
    numbers = count()

    def wait(paths: Iterator[Trail]) -> None:
        trail = next(paths, None)
        if trail is not None:
            heappush(waiting, (*rank(trail), next(numbers), trail, paths))

    following = next(pairs, None)
    while waiting or following:
        while following and (not waiting or weighted or following[0] <= waiting[0][0][1]):
            wait(_selected(edges, query, following[2], following[3], budget))
            following = next(pairs, None)
        if waiting:
            _, _, _, trail, paths = heappop(waiting)
            yield trail
            wait(paths)


def rank(trail: Trail) -> tuple[Distance, tuple[object, ...]]:
    """Sorts paths by cost, length, ends, then hop by hop."""
    total = (sum(edge.cost for edge in trail), len(trail))
    return total, (term_key(trail[0].start), term_key(trail[-1].end), tuple(edge_key(edge) for edge in trail))


def _selected(edges: Edges, query: PathQuery, start: Term, end: Term, budget: Budget) -> Iterator[Trail]:
    """The paths between two ends that the selector lets through."""
    weighted = query.selector.kind is Kind.CHEAPEST
    found = ranked_paths(edges, start, end, mode=query.mode, longest=query.max_length, weighted=weighted, budget=budget)
    fitting = (trail for trail in found if len(trail) >= query.min_length)
    kind, most = query.selector.kind, query.selector.count
    if kind is Kind.ALL:
        return fitting
    if kind in {Kind.ANY, Kind.SHORTEST, Kind.CHEAPEST}:
        return islice(fitting, most)
    return _groups(fitting, most)


def _groups(found: Iterator[Trail], most: int) -> Iterator[Trail]:
    """The paths of the first `most` lengths."""
    lengths: set[int] = set()
    for trail in found:
        lengths.add(len(trail))
        if len(lengths) > most:
            return
        yield trail


def _pairs(
    edges: Edges, query: PathQuery, starts: Collection[Term] | None, ends: Collection[Term] | None, budget: Budget
) -> Iterator[_Pair]:
    """Pairs of ends with the least length that a path between them may have, shortest first."""
    origins = sorted(edges.nodes(inward=False) if starts is None else starts, key=term_key)
    if query.cyclic:
        wanted = None if ends is None else frozenset(ends)
        yield from ((1, (term_key(each),), each, each) for each in origins if wanted is None or each in wanted)
    elif ends is not None and len(ends) <= FEW:
        yield from ((1, (), a, b) for a in origins for b in ends if a != b)
    else:
        wanted = None if ends is None else frozenset(ends)
        yield from merge(*(_from(edges, origin, wanted, query.max_length, budget) for origin in origins))


def _from(
    edges: Edges, origin: Term, wanted: frozenset[Term] | None, longest: int | None, budget: Budget
) -> Iterator[_Pair]:
    """The ends that can be reached from one start, nearest first."""
    wave = Levels(edges, origin, ahead=True)
    left = None if wanted is None else len(wanted - {origin})
    while wave.front and left != 0 and (longest is None or wave.depth < longest):
        wave.advance()
        budget.spend()
        found = wave.front if wanted is None else [node for node in wave.front if node in wanted]
        if left is not None:
            left -= len(found)
        for end in sorted(found, key=term_key):
            yield wave.depth, (term_key(origin), term_key(end)), origin, end
