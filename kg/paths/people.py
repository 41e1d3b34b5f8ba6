"""What people ask of connections: how two things are joined, what is closest to one, what joins several.

Every fact counts in both directions. That two things are of a kind (`kg:isA`) joins them only where nothing else does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from kg.model import Iri
from kg.paths.edges import FactEdges
from kg.paths.facts import neighbours
from kg.paths.labels import foresee_labels
from kg.paths.search import HUB, Hop, Path, shortest_paths
from kg.rdf.source import QuadSource
from kg.rdf.vocabulary import KG

_KIND = KG("isA")


class Near(NamedTuple):
    """An entity near another: how many hops away, and its share of what two random steps from there reach."""

    iri: Iri
    hops: int
    share: float


def joined(
    source: QuadSource,
    start: Iri,
    end: Iri,
    *,
    via: Collection[Iri] = (),
    k: int = 1,
    max_length: int | None = None,
    directed: bool = False,
) -> list[Path]:
    """The `k` shortest paths between two entities, best first."""
    for skip in ((_KIND,), ()) if not via else ((),):
        found = shortest_paths(source, start, end, via=via, skip=skip, k=k, max_length=max_length, directed=directed)
        if found:
            foresee_labels(source, (term for path in found for hop in path.hops for term in hop.triple))
            return found
    return []


def hops_from(source: QuadSource, entity: Iri) -> list[Hop]:
    """The facts that join an entity with others, as hops from it; outgoing first, each kind sorted."""
    around = neighbours(source, entity)
    foresee_labels(source, (term for triple in (*around.outgoing, *around.incoming) for term in triple))
    out = [Hop(entity, p, o, True) for _, p, o in around.outgoing if isinstance(o, Iri)]
    return out + [Hop(entity, p, s, False) for s, p, _ in around.incoming if isinstance(s, Iri)]


def closest(source: QuadSource, entity: Iri, *, limit: int = 20) -> list[Near]:
    """What is within two hops of an entity, the most strongly joined first.

    From the entity, and from each thing reached, a step goes over one of its facts, all equally likely; so a thing
    counts more the more facts lead there, and less where they lead through what is joined with everything.
    """
    edges = FactEdges(source, undirected=True, skip=(_KIND,), hub=HUB, ends=(entity,))
    hops: dict[Iri, int] = {entity: 0}
    share: dict[Iri, float] = defaultdict(float)
    front: dict[Iri, float] = {entity: 1.0}
    for distance in (1, 2):
        edges.prepare(front, inward=False)
        following: dict[Iri, float] = defaultdict(float)
        for near, weight in front.items():
            around = edges.leaving(near)
            for edge in around:
                following[Iri(str(edge.end))] += weight / len(around)
        for far, weight in following.items():
            hops.setdefault(far, distance)
            share[far] += weight
        front = following
    ranked = sorted((each for each in share if each != entity), key=lambda each: (-share[each], hops[each], each))
    foresee_labels(source, ranked[:limit])
    return [Near(each, hops[each], round(share[each] / 2, 6)) for each in ranked[:limit]]


def between(source: QuadSource, entities: Sequence[Iri]) -> list[Hop]:
    """The hops of a small tree that joins all the entities; only those that can be joined with the first are in it.

    Nearest first, each is joined by a shortest path with one that is in the tree already (Prim's algorithm on the
    distances between them): at most twice as many hops as the smallest tree has.
    """
    inside, outside = list(dict.fromkeys(entities[:1])), list(dict.fromkeys(entities[1:]))
    outside = [each for each in outside if each not in inside]
    paths = {(a, b): found for a in (*inside, *outside) for b in outside if a < b or a in inside
             if a != b and (found := joined(source, a, b))}  # fmt: skip
    tree: dict[tuple[Iri, Iri, Iri], Hop] = {}
    while outside:
        choices = [
            (len(path), a, b, path) for a in inside for b in outside if (path := _either(paths, a, b)) is not None
        ]
        if not choices:
            break
        _, _, taken, path = min(choices, key=lambda each: each[:3])
        tree.update((hop.triple, hop) for hop in path.hops)
        inside.append(taken)
        outside.remove(taken)
    return list(tree.values())


def _either(paths: dict[tuple[Iri, Iri], list[Path]], a: Iri, b: Iri) -> Path | None:
    """The path between two entities, from whichever of them it was sought."""
    found = paths.get((a, b)) or paths.get((b, a))
    return found[0] if found else None
