"""Triples as a network of labelled things: what GraphML, GEXF and DOT draw, and the labels of CSV.

A node is a thing that a relation joins to another, or that has a label and a class; an edge is a triple whose object is
no literal, but for `rdf:type`. Quads come arranged, and so do nodes and edges.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from kg.export.ordering import RDF_TYPE, RDFS_LABEL
from kg.model import Literal, Quad, Triple
from kg.names import readable_end


@dataclass(frozen=True, slots=True)
class Node:
    """A thing: its IRI, its label, and its class's label (empty where it has none)."""

    iri: str
    label: str
    entity_class: str


class Backing(NamedTuple):
    """What stands behind a triple: its best confidence (0 to 1), the documents that say it, and how they put it.

    `status` is asserted for facts, else negated, hedged or attributed.
    """

    confidence: float | None = None
    documents: tuple[str, ...] = ()
    status: str = ""


Backings: TypeAlias = Mapping[Triple, Backing]
NO_BACKING = Backing()


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two nodes, by their IRIs, with the relation's label and what stands behind it."""

    source: str
    target: str
    relation: str
    label: str
    backing: Backing = NO_BACKING


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and edges, in order."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def network(quads: Sequence[Quad], backings: Backings | None = None) -> Network:
    """The network of the triples."""
    backings = backings or {}
    names = labels(quads)
    classes: dict[str, str] = {}
    edges = []
    for subject, predicate, value, _ in quads:
        if predicate == RDF_TYPE:
            classes.setdefault(subject, label_of(str(value), names))
        elif not isinstance(value, Literal):
            backing = backings.get((subject, predicate, value), NO_BACKING)
            edges.append(Edge(subject, value, predicate, label_of(predicate, names), backing))
    joined = {end for edge in edges for end in (edge.source, edge.target)} | (names.keys() & classes.keys())
    nodes = (Node(iri, label_of(iri, names), classes.get(iri, "")) for iri in sorted(joined))
    return Network(tuple(nodes), tuple(edges))


def labels(quads: Iterable[Quad]) -> Mapping[str, str]:
    """The label of each thing that has one: the plain one, else the English one, else the first by language."""
    found: dict[str, Literal] = {}
    for subject, predicate, value, _ in quads:
        if predicate == RDFS_LABEL and isinstance(value, Literal):
            best = found.get(subject)
            if best is None or _preference(value) < _preference(best):
                found[subject] = value
    return {subject: label.text for subject, label in found.items()}


def label_of(iri: str, names: Mapping[str, str]) -> str:
    """The thing's label, or the words of its IRI's last part."""
    return names[iri] if iri in names else readable_end(iri)


def _preference(label: Literal) -> tuple[int, str, str]:
    rank = 0 if label.lang is None else 1 if label.lang == "en" else 2
    return rank, label.lang or "", label.text
