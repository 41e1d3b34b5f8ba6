"""Store → the graph as people follow it: facts, evidence, shortest paths.

Read in this order: `facts` (what counts as a fact between entities), `labels`, `evidence` (the sentences behind a
fact), `search` (paths straight over the store), `view` (the whole graph for networkx). Nothing here writes.
"""

from __future__ import annotations

from kg.paths.evidence import Evidence, Status, evidence, statements
from kg.paths.facts import Neighbours, QuadSource, facts, is_entity, neighbours
from kg.paths.labels import entity_class, label, names
from kg.paths.search import Hop, Path, shortest_paths
from kg.paths.view import to_networkx

__all__ = [
    "Evidence",
    "Hop",
    "Neighbours",
    "Path",
    "QuadSource",
    "Status",
    "entity_class",
    "evidence",
    "facts",
    "is_entity",
    "label",
    "names",
    "neighbours",
    "shortest_paths",
    "statements",
    "to_networkx",
]
