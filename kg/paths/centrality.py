"""A graph of facts → how central each entity is in it, with networkx, https://networkx.org.

PageRank follows the facts' direction, https://doi.org/10.1016/S0169-7552(98)00110-X; the other measures do not. Scores
come sorted, the highest first, equal ones by IRI, and are the same every time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from kg.model import Iri

if TYPE_CHECKING:
    import networkx

#: Up to so many nodes betweenness is exact; beyond, it is estimated from so many of them, always the same.
EXACT = 1000
_DAMPING, _PRECISION, _ROUNDS = 0.85, 1e-9, 200


class Ranked(NamedTuple):
    """An entity and how central it is, by the measure asked for."""

    iri: Iri
    label: str
    score: float


def network(edges: Iterable[tuple[Iri, Iri]], name: Callable[[Iri], str]) -> networkx.MultiDiGraph:
    """The graph of some edges; nodes carry their `label`, which `name` gives."""
    import networkx  # slow to import, and few commands need it

    graph = networkx.MultiDiGraph()
    graph.add_edges_from((str(start), str(end)) for start, end in edges)
    for node in graph:
        graph.nodes[node]["label"] = name(Iri(node))
    return graph


def rank(graph: networkx.MultiDiGraph, *, method: str = "pagerank") -> list[Ranked]:
    """Every node with its score. Raises `KeyError` for a method that is none of `METHODS`."""
    scores = METHODS[method](graph)
    ordered = sorted(scores, key=lambda node: (-round(scores[node], 9), node))
    return [Ranked(Iri(node), graph.nodes[node].get("label", node), round(scores[node], 9)) for node in ordered]


def _pagerank(graph: networkx.MultiDiGraph) -> Mapping[str, float]:
    """By power iteration; networkx's own needs SciPy."""
    import numpy as np

    nodes = list(graph)
    if not nodes:
        return {}
    place = {node: number for number, node in enumerate(nodes)}
    starts = np.array([place[start] for start, _ in graph.edges()], dtype=int)
    ends = np.array([place[end] for _, end in graph.edges()], dtype=int)
    degrees = np.bincount(starts, minlength=len(nodes))
    ranks = np.full(len(nodes), 1 / len(nodes))
    for _ in range(_ROUNDS):
        shares = ranks / np.maximum(degrees, 1)
        passed = np.bincount(ends, weights=shares[starts], minlength=len(nodes))
        lost = ranks[degrees == 0].sum()
        after = (1 - _DAMPING + _DAMPING * lost) / len(nodes) + _DAMPING * passed
        if np.abs(after - ranks).sum() < _PRECISION:
            break
        ranks = after
    return dict(zip(nodes, map(float, after), strict=True))


def _betweenness(graph: networkx.MultiDiGraph) -> Mapping[str, float]:
    import networkx

    sample = None if len(graph) <= EXACT else EXACT
    return networkx.betweenness_centrality(networkx.Graph(graph), k=sample, seed=0)  # type: ignore[no-any-return]


def _degree(graph: networkx.MultiDiGraph) -> Mapping[str, float]:
    return {node: float(degree) for node, degree in graph.degree()}


def _harmonic(graph: networkx.MultiDiGraph) -> Mapping[str, float]:
    import networkx

    return networkx.harmonic_centrality(networkx.Graph(graph))  # type: ignore[no-any-return]


#: Measure → its function. `degree` counts facts; `harmonic` adds up 1 / distance to every other node.
METHODS: Mapping[str, Callable[[networkx.MultiDiGraph], Mapping[str, float]]] = {
    "pagerank": _pagerank,
    "betweenness": _betweenness,
    "degree": _degree,
    "harmonic": _harmonic,
}
