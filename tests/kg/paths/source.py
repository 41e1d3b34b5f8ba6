"""Quads in memory, and a small graph of the data model to read them from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.model import BlankNode, Iri, Quad, Term
from kg.store import parse_quads

ENT = "https://kg.example/entity/"
KG = "https://w3id.org/kgshell/ontology#"


class QuadSet:
    """A set of quads as a quad source."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.held = list(dict.fromkeys(quads))
        self.asked: list[Term | None] = []

    def quads(
        self,
        subject: Iri | BlankNode | None = None,
        predicate: Iri | None = None,
        value: Term | None = None,
        /,
        graph: Any = ...,
    ) -> Iterator[Quad]:
        self.asked += [subject, value]
        for quad in self.held:
            fits = all(
                want is None or want == has for want, has in zip((subject, predicate, value), quad, strict=False)
            )
            if fits and graph in (..., quad[3]):
                yield quad


def ent(name: str) -> Iri:
    return Iri(ENT + name)


def kg(name: str) -> Iri:
    return Iri(KG + name)


def facts_of(*triples: tuple[str, str, str]) -> QuadSet:
    return QuadSet((ent(s), kg(p), ent(o), None) for s, p, o in triples)


def read(path: Path) -> QuadSet:
    return QuadSet(parse_quads(path))
