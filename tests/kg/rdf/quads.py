"""Quads in memory, to be read as a store is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import EllipsisType

from kg.model import BlankNode, Iri, Quad, Term


class Quads:
    """A set of quads; `graph` left out is every graph, None the default one."""

    def __init__(self, quads: Iterable[Quad] = ()) -> None:
        self.held = set(quads)

    def quads(
        self,
        subject: Iri | BlankNode | None = None,
        predicate: Iri | None = None,
        value: Term | None = None,
        /,
        graph: Iri | EllipsisType | None = ...,
    ) -> Iterator[Quad]:
        for quad in sorted(self.held, key=str):
            fits = all(
                asked is None or asked == own for asked, own in zip((subject, predicate, value), quad, strict=False)
            )
            if fits and (graph is ... or graph == quad[3]):
                yield quad

    def apply(self, removed: set[Quad], added: set[Quad]) -> None:
        assert removed <= self.held
        assert not added & self.held
        self.held = (self.held - removed) | added
