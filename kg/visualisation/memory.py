"""A source of quads that remembers: the default graph as a whole, and what was asked of single things before.

For views of whole graphs, which ask for the same title with every sentence. Costs memory in proportion to the
default graph; the answers are those of the source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from types import EllipsisType
from typing import Any

from kg.model import BlankNode, Iri, Quad, Term
from kg.rdf.source import QuadSource


class Remembering:
    """What `source` holds, as it was when this was made."""

    def __init__(self, source: QuadSource) -> None:
        self._source = source
        self._about: dict[Iri | BlankNode, list[Quad]] = defaultdict(list)
        for quad in source.quads(graph=None):
            self._about[quad[0]].append(quad)
        self._asked: dict[Any, tuple[Quad, ...]] = {}

    def quads(
        self,
        subject: Iri | BlankNode | None = None,
        predicate: Iri | None = None,
        value: Term | None = None,
        /,
        graph: Iri | EllipsisType | None = ...,
    ) -> Iterator[Quad]:
        """The quads that fit, in any order; of every graph where `graph` is left out."""
        if graph is None and subject is not None:
            return self._told(subject, predicate, value)
        if subject is None or predicate is None or value is not None:
            return self._ask(subject, predicate, value, graph)
        key = (subject, predicate, graph)
        if key not in self._asked:
            self._asked[key] = tuple(self._ask(subject, predicate, value, graph))
        return iter(self._asked[key])

    def _ask(
        self,
        subject: Iri | BlankNode | None,
        predicate: Iri | None,
        value: Term | None,
        graph: Iri | EllipsisType | None,
    ) -> Iterator[Quad]:
        if isinstance(graph, EllipsisType):
            return self._source.quads(subject, predicate, value)
        return self._source.quads(subject, predicate, value, graph=graph)

    def _told(self, subject: Iri | BlankNode, predicate: Iri | None, value: Term | None) -> Iterator[Quad]:
        for quad in self._about.get(subject, ()):
            if predicate in (None, quad[1]) and value in (None, quad[2]):
                yield quad
