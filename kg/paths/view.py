"""The store's facts → one in-memory graph for networkx, https://networkx.org.

Loads every fact, so its cost is that of the whole graph; single paths are found without it, in `search`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Iri
from kg.paths.facts import facts
from kg.paths.labels import entity_class, label
from kg.rdf.source import QuadSource

if TYPE_CHECKING:
    import networkx


def to_networkx(source: QuadSource, *, lang: str = "en") -> networkx.MultiDiGraph:
    """The facts between entities. Nodes and edge keys are plain strings (IRIs), sorted by code point.

    Nodes carry `label` and `class` ("" where unknown), edges `predicate` and `label`, so that any format of networkx
    can be written from it. Facts with literals are not edges and are left out.
    """
    import networkx  # slow to import, and few commands need it

    graph = networkx.MultiDiGraph()
    edges = sorted(facts(source))
    for node in sorted({end for start, _, other in edges for end in (start, other)}):
        graph.add_node(str(node), **{"label": label(source, node, lang=lang), "class": _class(source, node)})
    labels = {predicate: label(source, predicate, lang=lang) for predicate in {edge[1] for edge in edges}}
    for start, predicate, end in edges:
        graph.add_edge(str(start), str(end), key=str(predicate), predicate=str(predicate), label=labels[predicate])
    return graph


def _class(source: QuadSource, node: Iri) -> str:
    found = entity_class(source, node)
    return found.value if found else ""
