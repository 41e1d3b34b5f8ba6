"""Two entities → the shortest paths between them, by bidirectional breadth-first search straight over the store.

Several paths come by Yen's algorithm with Lawler's refinement (https://doi.org/10.1287/mnsc.17.11.712,
https://doi.org/10.1287/mnsc.18.7.401). Paths are simple; they are ordered by length, then hop by hop by code point of
entity and property, so that equal graphs give equal answers. Cost grows with the part of the graph that is visited.
Weights, patterns and other modes belong to PATHS queries.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache
from heapq import heappop, heappush
from html import escape
from itertools import chain, islice

from kg.errors import QueryError
from kg.model import Iri
from kg.paths.facts import QuadSource, facts
from kg.paths.labels import local_name

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
        steps = [f"<b>{escape(local_name(self.hops[0].start))}</b>"]
        for hop in self.hops:
            relation = escape(local_name(hop.predicate))
            steps += [f"—{relation}→" if hop.forward else f"←{relation}—", f"<b>{escape(local_name(hop.end))}</b>"]
        return f"<p>{' '.join(steps)}</p>"


Trail = tuple[Hop, ...]


@dataclass(frozen=True, slots=True)
class _Rules:
    """Which hops may be followed."""

    via: frozenset[Iri]
    skip: frozenset[Iri]
    directed: bool
    hub: int | None


@dataclass(frozen=True, slots=True)
class _Avoid:
    """Entities and hops that a further path must not use."""

    nodes: frozenset[Iri] = frozenset()
    hops: frozenset[Hop] = frozenset()

    def allows(self, hop: Hop) -> bool:
        return hop not in self.hops and hop.start not in self.nodes and hop.end not in self.nodes


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
    rules = _Rules(frozenset(via), frozenset(skip), directed, hub)
    steps = _Steps(source, rules, frozenset((start, end)))
    return [Path(trail) for trail in islice(_ranked(steps, start, end, max_length), k)]


class _Steps:
    """The hops out of and into an entity, read from the store once each."""

    def __init__(self, source: QuadSource, rules: _Rules, ends: frozenset[Iri]) -> None:
        self._source, self._rules, self._ends = source, rules, ends
        self._predicates: tuple[Iri | None, ...] = tuple(sorted(rules.via - rules.skip)) if rules.via else (None,)
        self._around = cache(self._read)

    def passable(self, node: Iri) -> bool:
        """Whether a path may lead through a node: it's an end, or no hub."""
        return self._around(node) is not None

    def leaving(self, node: Iri) -> Iterator[Hop]:
        """The hops that start at a node."""
        for hop in self._around(node) or ():
            if hop.forward or not self._rules.directed:
                yield hop

    def arriving(self, node: Iri) -> Iterator[Hop]:
        """The hops that end at a node."""
        for hop in self._around(node) or ():
            if not hop.forward or not self._rules.directed:
                yield Hop(hop.end, hop.predicate, hop.start, not hop.forward)

    def _read(self, node: Iri) -> Trail | None:
        """Every fact of a node as a hop away from it; None for a hub. Loops lead nowhere and are left out."""
        found = (hop for hop in self._facts(node) if hop.end != node and hop.predicate not in self._rules.skip)
        if self._rules.hub is None or node in self._ends:
            return tuple(found)
        hops = tuple(islice(found, self._rules.hub + 1))
        return hops if len(hops) <= self._rules.hub else None

    def _facts(self, node: Iri) -> Iterator[Hop]:
        for predicate in self._predicates:
            outgoing = (Hop(node, relation, far) for _, relation, far in facts(self._source, node, predicate))
            incoming = (
                Hop(node, relation, far, forward=False)
                for far, relation, _ in facts(self._source, None, predicate, node)
            )
            yield from chain(outgoing, incoming)


def _ranked(steps: _Steps, start: Iri, end: Iri, limit: int | None) -> Iterator[Trail]:
    """All simple paths, best first: each found path is varied from where it left its parent onwards."""
    first = _shortest(steps, start, end, _Avoid(), limit)
    waiting = [(_rank(first), first, 0)] if first else []
    found: list[Trail] = []
    while waiting:
        _, trail, turn = heappop(waiting)
        found.append(trail)
        yield trail
        for at in range(turn, len(trail)):
            rest = _shortest(
                steps, trail[at].start, end, _other(trail[:at], found), None if limit is None else limit - at
            )
            if rest:
                variant = trail[:at] + rest
                heappush(waiting, (_rank(variant), variant, at))


def _other(root: Trail, found: list[Trail]) -> _Avoid:
    """What a path that begins with `root` must avoid in order to go on as no found path does, and stay simple."""
    taken = frozenset(other[len(root)] for other in found if other[: len(root)] == root)
    return _Avoid(frozenset(hop.start for hop in root), taken)


def _shortest(steps: _Steps, start: Iri, end: Iri, avoid: _Avoid, limit: int | None) -> Trail | None:
    """The first of the shortest paths."""
    ahead = _Wave(start, lambda node: ((hop.end, hop) for hop in steps.leaving(node) if avoid.allows(hop)))
    behind = _Wave(end, lambda node: ((hop.start, hop) for hop in steps.arriving(node) if avoid.allows(hop)))
    while ahead.front and behind.front and (limit is None or ahead.depth + behind.depth < limit):
        wave = ahead if len(ahead.front) <= len(behind.front) else behind
        wave.advance()
        meeting = [node for node in ahead.front if node in behind.front and steps.passable(node)]
        if meeting:
            return _first(_onward(ahead, behind, meeting), start, end)
    return None


class _Wave:
    """Breadth-first search from one end, a whole level at a time, keeping every hop between two levels."""

    def __init__(self, origin: Iri, reach: Callable[[Iri], Iterator[tuple[Iri, Hop]]]) -> None:
        self.depth = 0
        self.front: dict[Iri, None] = {origin: None}
        self.hops: dict[Iri, list[Hop]] = {origin: []}
        self._reach = reach

    def advance(self) -> None:
        """Go one level further."""
        reached: dict[Iri, list[Hop]] = {}
        for near in self.front:
            for far, hop in self._reach(near):
                if far not in self.hops:
                    reached.setdefault(far, []).append(hop)
        self.hops.update(reached)
        self.front = dict.fromkeys(reached)
        self.depth += 1


def _onward(ahead: _Wave, behind: _Wave, meeting: list[Iri]) -> dict[Iri, list[Hop]]:
    """For each entity on a shortest path, the hops by which such a path leaves it."""
    onward = {node: list(hops) for node, hops in behind.hops.items()}
    level = meeting
    for _ in range(ahead.depth):
        before: dict[Iri, list[Hop]] = {}
        for node in level:
            for hop in ahead.hops[node]:
                before.setdefault(hop.start, []).append(hop)
        onward.update(before)
        level = list(before)
    return onward


def _first(onward: dict[Iri, list[Hop]], start: Iri, end: Iri) -> Trail:
    trail: list[Hop] = []
    node = start
    while node != end:
        hop = min(onward[node], key=_order)
        trail.append(hop)
        node = hop.end
    return tuple(trail)


def _order(hop: Hop) -> tuple[str, str, bool]:
    return hop.end, hop.predicate, not hop.forward


def _rank(trail: Trail) -> tuple[int, list[tuple[str, str, bool]]]:
    return len(trail), [_order(hop) for hop in trail]
