"""A graph of facts → its groups: communities that hold together, and components that nothing joins.

Communities are Louvain's, https://doi.org/10.1088/1742-5468/2008/10/P10008, with networkx; the facts' direction does
not count, and two entities are as close as the number of facts between them. Groups come largest first, equal ones by
their first member, members by IRI.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.model import Iri

if TYPE_CHECKING:
    import networkx


def communities(graph: networkx.MultiDiGraph, *, seed: int = 0) -> list[tuple[Iri, ...]]:
    """The communities. `seed` decides between divisions that are equally good; with the same one all is the same."""
    import networkx

    joined = networkx.Graph()
    joined.add_nodes_from(sorted(graph))
    for start, end in sorted(graph.edges()):
        weight = joined.get_edge_data(start, end, {}).get("weight", 0) + 1
        joined.add_edge(start, end, weight=weight)
    return _ordered(networkx.community.louvain_communities(joined, seed=seed)) if joined else []


def components(graph: networkx.MultiDiGraph) -> list[tuple[Iri, ...]]:
    """The parts of the graph between which no fact leads."""
    import networkx

    return _ordered(networkx.weakly_connected_components(graph))


def _ordered(groups: Iterable[Iterable[str]]) -> list[tuple[Iri, ...]]:
    members = [tuple(map(Iri, sorted(group))) for group in groups]
    return sorted(members, key=lambda group: (-len(group), group))
