"""Two ends → the paths between them, best first, one at a time.

Lawler's scheme (https://doi.org/10.1287/mnsc.18.7.401): all paths are split by what they begin with, each set waits
under a lower bound, and the best path of a set is sought (A*) only when no other set can hold a better one. Paths come
ordered by cost, length, then hop by hop (`edge_key`), so that equal graphs give equal answers. Bounds come from waves
that meet in the middle; without costs no more is read than lies on walks as long as the path that is sought.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import count
from typing import TypeAlias

from kg.model import Term
from kg.paths.edges import Budget, Edge, Edges, edge_key
from kg.paths.query import Mode
from kg.paths.waves import FAR, NEAR, Costs, Distance, Levels

Trail: TypeAlias = tuple[Edge, ...]
#: A state of the inner search: a node, and the hops to it where both cost and length matter.
_State: TypeAlias = tuple[Term, int | float]


def ranked_paths(
    edges: Edges,
    start: Term,
    end: Term,
    *,
    mode: Mode = Mode.SIMPLE,
    longest: int | None = None,
    weighted: bool = False,
    budget: Budget | None = None,
) -> Iterator[Trail]:
    """Every path of at least one hop, best first; closed ones where both ends are one.

    `longest` counts hops. WALK and TRAIL may have no end, or a very far one; read no more of them than needed.
    """
    return _Ranking(edges, start, end, mode, longest, weighted=weighted, budget=budget or Budget()).paths()


class _Ranking:
    """The sets of paths that wait, and what bounds them."""

    def __init__(
        self, edges: Edges, start: Term, end: Term, mode: Mode, longest: int | None, *, weighted: bool, budget: Budget
    ) -> None:
        self._edges, self._start, self._end, self._mode = edges, start, end, mode
        self._longest, self._budget = longest, budget
        self._limit: int | float = FAR[1] if longest is None else longest
        self._by_both = weighted and longest is not None
        self._numbers = count()
        self._waiting: list[_Set] = []
        self._ahead = None if weighted else Levels(edges, start, ahead=True)
        self._behind: Levels | Costs = Costs(edges, end) if weighted else Levels(edges, end, ahead=False)

    def paths(self) -> Iterator[Trail]:
        """The paths, best first."""
        if self._start == self._end and self._mode is Mode.ACYCLIC:
            return
        if self._start == self._end:
            for edge in self._edges.leaving(self._start):
                self._wait((edge,))
        elif self._meet():
            self._wait(())
        while self._waiting:
            bound, _, _, _, prefix, state = heappop(self._waiting)
            if isinstance(state, tuple):
                yield state
                self._split(prefix, state)
            elif state is None and bound < (now := self._bound(prefix)):
                self._wait(prefix, now)
            else:
                self._solve(prefix, bound, state)

    # ------------------------------------------------------------ bounds

    def _meet(self) -> bool:
        """Whether the waves from both ends meet; the cheaper one goes on, so that little is read."""
        if isinstance(self._behind, Costs):
            self._behind.reach(self._start)
            return self._behind.bound(self._start) != FAR
        ahead, behind = self._ahead, self._behind
        while ahead and ahead.front and behind.front and ahead.depth + behind.depth < self._limit:
            wave, other = (ahead, behind) if len(ahead.front) <= len(behind.front) else (behind, ahead)
            wave.advance()
            self._budget.spend()
            if any(node in other.hops for node in wave.front):
                return True
        return False

    def _cover(self, hops: float) -> None:
        """Let the waves go so far that they touch every walk of that many hops."""
        ahead, behind = self._ahead, self._behind
        if ahead is None or isinstance(behind, Costs):
            return
        while ahead.depth + behind.depth < hops and ahead.front and behind.front:
            (ahead if len(ahead.front) <= len(behind.front) else behind).advance()
            self._budget.spend()

    def _bound(self, prefix: Trail) -> Distance:
        """At most what the best path that begins so costs; `FAR` where it would be too long."""
        cost, hops = _total(prefix)
        rest = self._behind.bound(prefix[-1].end if prefix else self._start)
        return self._within((cost + rest[0], hops + rest[1]))

    def _within(self, bound: Distance) -> Distance:
        """The bound, or `FAR` beyond the limit; with costs the hops of a cheapest path say nothing of the shortest."""
        return FAR if self._ahead is not None and bound[1] > self._limit else bound

    def _wait(self, prefix: Trail, bound: Distance | None = None) -> None:
        bound = self._bound(prefix) if bound is None else bound
        if bound != FAR and len(prefix) <= self._limit:
            self._budget.spend(1)
            heappush(self._waiting, (bound, False, (), next(self._numbers), prefix, None))

    # ------------------------------------------------------------ sets of paths

    def _split(self, prefix: Trail, trail: Trail) -> None:
        """Wait for the paths that begin with the prefix and are not the trail, split by where they leave it."""
        for at in range(len(prefix), len(trail)):
            root = trail[:at]
            node = trail[at].start
            for edge in self._edges.leaving(node):
                if edge != trail[at] and self._may_follow(root, edge):
                    self._wait((*root, edge))
        if self._mode in {Mode.WALK, Mode.TRAIL}:
            for edge in self._edges.leaving(self._end):
                if self._may_follow(trail, edge):
                    self._wait((*trail, edge))

    def _may_follow(self, root: Trail, edge: Edge) -> bool:
        if self._mode is Mode.WALK:
            return True
        if self._mode is Mode.TRAIL:
            return all(edge.identity != each.identity for each in root)
        return edge.end not in self._passed(root)

    def _passed(self, root: Trail) -> set[Term]:
        """The nodes that a path may not come back to."""
        if self._mode in {Mode.WALK, Mode.TRAIL}:
            return set()
        passed = {self._start, *(edge.end for edge in root)}
        return passed - {self._end} if self._mode is Mode.SIMPLE and self._start == self._end else passed

    def _solve(self, prefix: Trail, bound: Distance, search: _Completion | None) -> None:
        """Seek the best path that begins so, until it is found, or known to be worse than what waits next."""
        if prefix and prefix[-1].end == self._end:
            self._found(prefix, ())
            return
        self._cover(bound[1])
        search = search or _Completion(self, prefix)
        rest = search.find(self._waiting[0][0] if self._waiting else FAR)
        if rest is not None:
            self._found(prefix, rest)
        elif search.bound != FAR:
            heappush(self._waiting, (search.bound, False, (), next(self._numbers), prefix, search))

    def _found(self, prefix: Trail, rest: Trail) -> None:
        trail = (*prefix, *rest)
        key = tuple(edge_key(edge) for edge in trail)
        heappush(self._waiting, (_total(trail), True, key, next(self._numbers), prefix, trail))


class _Completion:
    """The best way from the end of a prefix to the end of the paths, by A* with the waves' bounds."""

    def __init__(self, ranking: _Ranking, prefix: Trail) -> None:
        self._ranking, self._edges = ranking, ranking._edges
        self._from = prefix[-1].end if prefix else ranking._start
        self._passed = ranking._passed(prefix)
        trail = ranking._mode is Mode.TRAIL
        self._used = {edge.identity for edge in prefix} if trail else frozenset[tuple[object, ...]]()
        self._room = ranking._limit - len(prefix)
        self._most = FAR[1] if ranking._ahead is None else self._room  # a cheapest path's hops bound no shortest
        self._cost, self._base = _total(prefix)
        self._first = self._state(self._from, 0)
        self._best: dict[_State, Distance] = {self._first: NEAR}
        self._into: dict[_State, list[tuple[_State, Edge]]] = {}
        self._waiting: list[tuple[Distance, int, Distance, _State]] = []
        self._done: set[_State] = set()
        self._reached: Distance = FAR
        self._push(self._first, NEAR)

    @property
    def bound(self) -> Distance:
        """At most what the best path that begins with the prefix costs; `FAR` where there is none."""
        return self._whole(self._waiting[0][0]) if self._waiting else FAR

    def find(self, limit: Distance) -> Trail | None:
        """The best completion, the first hop by hop among equals; None where none is within the limit (see `bound`)."""
        while self._waiting and self._waiting[0][0] <= self._reached:
            if self._reached == FAR and self.bound > limit:
                return None
            bound, _, distance, state = heappop(self._waiting)
            if state in self._done or distance > self._best[state] or self._grown(bound, distance, state):
                continue
            self._done.add(state)
            if state[0] == self._ranking._end:
                self._reached = min(self._reached, distance)
                continue
            if len(self._done) % 64 == 0:
                self._ranking._budget.spend()
            self._expand(state, distance)
        return None if self._reached == FAR else self._trail(self._reached)

    def _whole(self, bound: Distance) -> Distance:
        return self._cost + bound[0], self._base + bound[1]

    def _state(self, node: Term, hops: int | float) -> _State:
        return node, hops if self._ranking._by_both else 0

    def _grown(self, bound: Distance, distance: Distance, state: _State) -> bool:
        """Whether the bound of a state rose since it was set to wait; it then waits anew."""
        self._ranking._cover(bound[1] + self._base)
        now = self._bound(distance, state)
        if now > bound:
            self._push(state, distance)
            return True
        return False

    def _bound(self, distance: Distance, state: _State) -> Distance:
        cost, hops = self._ranking._behind.bound(state[0])
        hops += distance[1]
        return FAR if hops > self._most else (distance[0] + cost, hops)

    def _push(self, state: _State, distance: Distance) -> None:
        bound = self._bound(distance, state)
        if bound != FAR:
            heappush(self._waiting, (bound, next(self._ranking._numbers), distance, state))

    def _expand(self, state: _State, distance: Distance) -> None:
        hops = distance[1] + 1
        if hops > self._room:
            return
        for edge in self._edges.leaving(state[0]):
            if edge.end in self._passed or (self._used and edge.identity in self._used):
                continue
            further = (distance[0] + edge.cost, hops)
            there = self._state(edge.end, hops)
            known = self._best.get(there, FAR)
            if further < known:
                self._best[there] = further
                self._into[there] = [(state, edge)]
                self._push(there, further)
            elif further == known:
                self._into[there].append((state, edge))

    def _trail(self, reached: Distance) -> Trail:
        """The first of the best completions: what leads to the end, walked from the front."""
        onward: dict[_State, dict[Edge, _State]] = {}
        level = [each for each, best in self._best.items() if each[0] == self._ranking._end and best == reached]
        seen = set(level)
        while level:
            state = level.pop()
            for before, edge in self._into.get(state, ()):
                onward.setdefault(before, {})[edge] = state
                if before not in seen:
                    seen.add(before)
                    level.append(before)
        trail: list[Edge] = []
        state = self._first
        while state in onward and (not trail or state[0] != self._ranking._end):
            edge = min(onward[state], key=edge_key)
            trail.append(edge)
            state = onward[state][edge]
        return tuple(trail)


def _total(trail: Trail) -> Distance:
    return sum(edge.cost for edge in trail), len(trail)


#: Paths that wait: their bound, whether it is the best of them, its rank, a number, what they begin with, and the
#: best itself or the search for it, if begun.
_Set: TypeAlias = tuple[Distance, bool, tuple[object, ...], int, Trail, Trail | _Completion | None]
