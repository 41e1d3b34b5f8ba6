"""What people decided about statements, marked in the documents' graphs so that it can be taken back.

A statement whose relation is merged into another says so with `kg:readRelation`, the relation that its words gave; one
that speaks of an ignored thing has `kg:ignored`, and so has the thing. Marks are taken off before names are read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kg.model import BlankNode, Iri, Literal, Quad, Term, Triple
from kg.rdf import vocabulary as v
from kg.rdf.stored import StoredDocument

_TRUE = Literal("true", datatype=v.BOOLEAN)


class Marks(NamedTuple):
    """The relations to read as others, and the things of which nothing is a fact."""

    relations: Mapping[Iri, Iri]
    ignored: frozenset[Iri]


def marked(graph: Iri, quads: Iterable[Quad], marks: Marks) -> frozenset[Quad]:
    """The quads of one graph with just these marks."""
    plain = _unmarked({quad[:3] for quad in quads})
    if not marks.relations and not marks.ignored:
        return frozenset((*triple, graph) for triple in plain)
    stored = StoredDocument(graph, plain)
    for node, statement in stored.statements():
        relation = statement[v.PREDICATE]
        if isinstance(relation, Iri) and relation in marks.relations:
            plain -= {(node, v.PREDICATE, relation)}
            plain |= {(node, v.PREDICATE, marks.relations[relation]), (node, v.READ_RELATION, relation)}
        if marks.ignored.intersection(_things(statement.get(v.SUBJECT), statement.get(v.OBJECT))):
            plain.add((node, v.IGNORED, _TRUE))
    plain |= {(slot.entity, v.IGNORED, _TRUE) for slot in stored.slots if slot.entity in marks.ignored}
    return frozenset((*triple, graph) for triple in plain)


def _things(*terms: Term | None) -> Iterable[Iri]:
    return (each for each in terms if isinstance(each, Iri))


def _unmarked(triples: set[Triple]) -> set[Triple]:
    read: dict[Iri | BlankNode, Term] = {s: o for s, p, o in triples if p == v.READ_RELATION}
    kept = {each for each in triples if each[1] not in (v.READ_RELATION, v.IGNORED)}
    return {(s, p, read[s] if p == v.PREDICATE and s in read else o) for s, p, o in kept}
