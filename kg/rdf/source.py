"""Quads as readers and writers ask for them, whatever holds them, and nodes made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, TypeAlias

from kg.model import BlankNode, Iri, Quad, Term, Triple

#: A node's properties with all their values, and one value each.
Node: TypeAlias = Mapping[Iri, list[Term]]
Single: TypeAlias = Mapping[Iri, Term]


class QuadSource(Protocol):
    """Where quads are read from: the store, or a set of them in a test."""

    def quads(
        self,
        subject: Iri | BlankNode | None = None,
        predicate: Iri | None = None,
        value: Term | None = None,
        /,
        graph: Iri | None = ...,
    ) -> Iterator[Quad]:
        """The quads that fit, in any order; None stands for any term.

        For `graph`, None is the default graph, and leaving it out means every graph, the default one included.
        """
        ...


def nodes(triples: Iterable[Triple]) -> dict[Iri | BlankNode, dict[Iri, list[Term]]]:
    """Triples by subject and predicate."""
    found: dict[Iri | BlankNode, dict[Iri, list[Term]]] = {}
    for subject, predicate, value in triples:
        found.setdefault(subject, {}).setdefault(predicate, []).append(value)
    return found


def single(node: Node) -> dict[Iri, Term]:
    """One value for each property: the first by code point, so that the choice is stable."""
    return {predicate: min(values, key=str) if len(values) > 1 else values[0] for predicate, values in node.items()}


def read_node(source: QuadSource, subject: Iri | BlankNode, graph: Iri) -> dict[Iri, Term]:
    """One value for each property of a node in a graph."""
    found: dict[Iri, list[Term]] = {}
    for _, predicate, value, _ in source.quads(subject, None, None, graph=graph):
        found.setdefault(predicate, []).append(value)
    return single(found)
