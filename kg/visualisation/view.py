"""The store → the readable part of the graph, with the evidence behind it.

Shown first is what lies around a centre, what a query found, or what is best connected; the rest comes along, up to a
bound, for those who ask. Statements that are no facts are kept too, told apart by their status. Everything is sorted,
so that the same graph gives the same view. Where things stand is for `layout`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache, partial

from kg.model import EntityClass, Iri, Literal, Term, Triple
from kg.paths import (
    Evidence,
    Status,
    entity_class,
    facts,
    foresee_labels,
    is_entity,
    label,
    names,
    statements,
)
from kg.paths.facts import order, relates
from kg.rdf.descriptions import is_nobody
from kg.rdf.source import QuadSource
from kg.rdf.vocabulary import DOES, OBJECT, PREDICATE, SUBJECT
from kg.visualisation.memory import Remembering

Edge = tuple[Iri, Iri, Iri]


@dataclass(frozen=True, slots=True)
class Node:
    """A thing shown. `names` are all its labels, in every language; `degree` counts its facts with other things."""

    iri: Iri
    label: str
    names: tuple[str, ...]
    entity_class: EntityClass | None
    degree: int


@dataclass(frozen=True, slots=True)
class Connection:
    """A fact, or a statement that is none, about a thing of the view; its object may be a literal or an activity.

    `status` is asserted for facts, else how the first of its sentences puts it. Facts without evidence (imported,
    inserted) have none.
    """

    triple: Triple
    subject_label: str
    label: str
    object_label: str
    status: Status
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class GraphView:
    """What a picture holds. The `first` nodes are shown at once (None: all), the others when somebody asks for them.

    `left_out` counts the things of the graph, or of the part asked for, that it doesn't hold.
    """

    nodes: tuple[Node, ...]
    connections: tuple[Connection, ...]
    left_out: int = 0
    first: int | None = None

    def edges(self) -> list[tuple[int, int, Connection]]:
        """The connections between two different things, with the places of both in `nodes`."""
        places: dict[Term, int] = {node.iri: at for at, node in enumerate(self.nodes)}
        found = []
        for each in self.connections:
            start, end = places.get(each.triple[0]), places.get(each.triple[2])
            if start is not None and end is not None and start != end:
                found.append((start, end, each))
        return found

    def opening(self) -> GraphView:
        """The part that is shown at once."""
        if self.first is None:
            return self
        nodes = self.nodes[: self.first]
        iris = {node.iri for node in nodes}
        kept = (
            each
            for each in self.connections
            if each.triple[0] in iris and (isinstance(each.triple[2], Literal) or each.triple[2] in iris)
        )
        return GraphView(nodes, tuple(kept), self.left_out + len(self.nodes) - len(nodes))


def view(
    source: QuadSource,
    *,
    center: Iri | None = None,
    depth: int = 1,
    limit: int = 150,
    among: Collection[Iri] | None = None,
    reach: int = 0,
    label: Callable[[Iri], str] | None = None,
) -> GraphView:
    """At most `limit` things: those within `depth` facts of `center`, those `among` some, or else the best connected.

    With `reach`, up to so many things in all: around a centre those one fact further, otherwise every thing, those that
    only statements tell of that are no facts last. `label` names things and relations; without it, their English or
    plain label. With a centre only what lies around it is read, without one every fact.
    """
    if center is None:
        source = Remembering(source)
    name = cache(label or partial(_label, source))
    edges = sorted(set(facts(source) if center is None else _around(source, center, depth + bool(reach))))
    first, ranked = _choose(edges, center, limit, depth, frozenset(among) if among is not None else None)
    shown = frozenset(first)
    rest = [iri for iri in ranked if iri not in shown]
    if reach and center is None:
        rest += _told_of(source, frozenset(ranked))
    chosen = [*first, *rest][: max(reach, len(first))]
    degree = _degrees(edges)
    foresee_labels(source, [*chosen, *{edge[1] for edge in edges}])
    nodes = tuple(
        Node(
            iri=iri,
            label=name(iri),
            names=tuple(dict.fromkeys(each.text for each in names(source, iri))),
            entity_class=entity_class(source, iri),
            degree=degree[iri],
        )
        for iri in chosen
    )
    left_out = len(set(ranked) - set(chosen))
    return GraphView(nodes, tuple(_connections(source, chosen, name)), left_out, len(first) if reach else None)


def _label(source: QuadSource, iri: Iri) -> str:
    return label(source, iri)


def _around(source: QuadSource, center: Iri, depth: int) -> Iterable[Edge]:
    """The facts met within `depth` steps of the centre, and those among the things met."""
    seen, front = {center}, {center}
    found: set[Edge] = set()
    for _ in range(depth):
        met = {edge for node in sorted(front) for edge in (*facts(source, node), *facts(source, None, None, node))}
        found |= met
        front = {end for edge in met for end in (edge[0], edge[2])} - seen
        seen |= front
    among = {edge for node in sorted(front) for edge in facts(source, node) if edge[2] in seen}
    return found | among


def _told_of(source: QuadSource, joined: frozenset[Iri]) -> list[Iri]:
    """The things of statements that no fact joins with others, sorted."""
    doing = {quad[0] for quad in source.quads(None, PREDICATE, DOES)}  # their objects are activities
    ends = {quad[2] for quad in source.quads(None, SUBJECT)}
    ends |= {quad[2] for quad in source.quads(None, OBJECT) if quad[0] not in doing}
    return sorted(end for end in ends - joined if isinstance(end, Iri) and is_entity(end) and not is_nobody(end))


def _degrees(edges: Iterable[Edge]) -> Counter[Iri]:
    return Counter(end for start, _, other in edges if start != other for end in (start, other))


def _choose(
    edges: list[Edge], center: Iri | None, limit: int, depth: int, among: frozenset[Iri] | None
) -> tuple[list[Iri], list[Iri]]:
    """The things to show first, and all there are to choose from.

    The best connected come first; among those with equally many facts, those whose neighbours are best connected. A
    thing none of whose neighbours is shown would say nothing, and is left out.
    """
    degree = _degrees(edges)
    near: dict[Iri, set[Iri]] = defaultdict(set)
    for start, _, end in edges:
        if start != end:
            near[start].add(end)
            near[end].add(start)
    if center is not None and center not in near:
        return [center], [center]
    best = {node: max(degree[other] for other in others) for node, others in near.items()}
    distance = _distances(near, center) if center is not None else {}
    ranked = sorted(near, key=lambda node: (distance.get(node, 0), -degree[node], -best[node], node))
    if among is not None:
        return [node for node in (*ranked, *sorted(among - near.keys())) if node in among][:limit], ranked
    if center is None:
        return _joined(ranked, near, limit, keep=None), ranked
    close = [node for node in ranked if distance.get(node, depth + 1) <= depth]
    return _joined(close, near, limit, keep=center), ranked


def _joined(ranked: list[Iri], near: dict[Iri, set[Iri]], limit: int, *, keep: Iri | None) -> list[Iri]:
    """The first things, passing over those that would stand alone."""
    while True:
        taken = set(ranked[:limit])
        alone = {node for node in taken if node != keep and not near[node] & taken}
        if not alone:
            return ranked[:limit]
        ranked = [node for node in ranked if node not in alone]


def _distances(near: dict[Iri, set[Iri]], center: Iri) -> dict[Iri, int]:
    found, front = {center: 0}, [center]
    for node in front:
        for other in sorted(near[node]):
            if other not in found:
                found[other] = found[node] + 1
                front.append(other)
    return found


def _connections(source: QuadSource, chosen: list[Iri], name: Callable[[Iri], str]) -> Iterable[Connection]:
    shown = frozenset(chosen)
    for node in chosen:
        about = (quad[:3] for quad in source.quads(node, None, None, graph=None) if relates(quad[1]))
        asserted = {triple for triple in about if _stays(triple, shown)}
        behind: dict[Triple, dict[Iri, Evidence]] = defaultdict(dict)
        for each in statements(source, subject=node):
            if each.triple in asserted or (each.status is not Status.ASSERTED and _stays(each.triple, shown)):
                behind[each.triple][each.statement] = each
        for triple in sorted(asserted | behind.keys(), key=order):
            yield _connection(triple, triple in asserted, tuple(behind[triple].values()), name)


def _stays(triple: Triple, shown: frozenset[Iri]) -> bool:
    """Whether a fact does not lead to a thing that is not held; literals and activities are held with their subject."""
    value = triple[2]
    return isinstance(value, Literal) or value in shown or not is_entity(value) or triple[1] == DOES


def _connection(triple: Triple, asserted: bool, behind: tuple[Evidence, ...], name: Callable[[Iri], str]) -> Connection:
    subject, predicate, value = triple
    status = Status.ASSERTED if asserted or not behind else behind[0].status
    return Connection(
        triple=triple,
        subject_label=name(Iri(subject)),
        label=name(predicate),
        object_label=value.text if isinstance(value, Literal) else name(Iri(value)),
        status=status,
        evidence=_once_a_sentence(behind),
    )


def _once_a_sentence(behind: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Statements that say the same in one sentence are shown once, the surest of them."""
    best: dict[tuple[Iri, int, Status, str], Evidence] = {}
    for each in behind:
        key = (each.document, each.start, each.status, each.qualifier)
        if key not in best or (each.confidence or 0) > (best[key].confidence or 0):
            best[key] = each
    return tuple(sorted(best.values(), key=lambda each: (each.document, each.start, each.statement)))
