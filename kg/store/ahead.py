"""What was read of an endpoint lately, so that it isn't asked again for each label, and each property of a sentence.

Kept for some seconds, in which what others write there is not seen; what we write ourselves empties it.
"""

from __future__ import annotations

import time
from collections.abc import Hashable, Iterable
from threading import Lock
from typing import Any

from kg.model import BlankNode, Iri, Quad, Term

#: Seconds that something is kept, and how many quads or links are kept at once.
_SECONDS, _MOST = 10.0, 500_000

Node = Iri | BlankNode
Link = tuple[Iri, Iri]


class Ahead:
    """Quads by what they were asked for, and links by node. May be used from any thread.

    A graph is given as `Store.quads` takes it: `ANY`, a name, or None for the default graph.
    """

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[Any, ...]] = {}
        self._lock, self._since, self._size = Lock(), 0.0, 0

    def quads(self, s: Node | None, p: Iri | None, o: Term | None, graph: Hashable) -> tuple[Quad, ...] | None:
        """The quads that fit; None where they are not known, or no longer."""
        whole = None if s is None else self._find(("node", s))
        if whole is not None:
            one = graph is None or isinstance(graph, Iri)
            return tuple(each for each in whole if _fits(each, p, o) and (not one or each[3] == graph))
        some = self._find(("property", s, p)) if graph is None else None
        return self._find((s, p, o, graph)) if some is None else tuple(each for each in some if _fits(each, p, o))

    def keep_quads(self, s: Node | None, p: Iri | None, o: Term | None, graph: Hashable, quads: Iterable[Quad]) -> None:
        """Keep the quads that fit."""
        self._keep((s, p, o, graph), quads)

    def knows_node(self, node: Node, predicates: Iterable[Iri]) -> bool:
        """Whether all that a node has is known, or all that it has of these predicates in the default graph."""
        if self._find(("node", node)) is not None:
            return True
        keys = [("property", node, each) for each in predicates]
        return bool(keys) and all(self._find(key) is not None for key in keys)

    def keep_node(self, node: Node, predicates: Iterable[Iri], quads: Iterable[Quad]) -> None:
        """Keep all that a node has in any graph, or where predicates are named, what it has of them in the default."""
        found = tuple(quads)
        named = tuple(predicates)
        if not named:
            self._keep(("node", node), found)
        for each in named:
            self._keep(("property", node, each), (quad for quad in found if quad[1] == each))

    def links(self, node: Iri, *, inward: bool) -> tuple[Link, ...] | None:
        """A node's links; None where they are not known, or no longer."""
        return self._find(("links", node, inward))

    def keep_links(self, node: Iri, links: Iterable[Link], *, inward: bool) -> None:
        """Keep all of a node's links in one direction."""
        self._keep(("links", node, inward), links)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
            self._size = 0

    def _keep(self, key: Hashable, items: Iterable[Any]) -> None:
        found = tuple(items)
        with self._lock:
            if not self._kept:
                self._since = time.monotonic()
            self._size += len(found) + 1
            if self._size > _MOST:
                self._kept.clear()
                self._size = len(found) + 1
            self._kept[key] = found

    def _find(self, key: Hashable) -> tuple[Any, ...] | None:
        with self._lock:
            if self._kept and time.monotonic() - self._since > _SECONDS:
                self._kept.clear()
                self._size = 0
            return self._kept.get(key)


def _fits(quad: Quad, p: Iri | None, o: Term | None) -> bool:
    return (p is None or quad[1] == p) and (o is None or quad[2] == o)
