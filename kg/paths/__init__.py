"""Store → the graph as people follow it: facts, evidence, shortest paths.

Read in this order: `facts` (what counts as a fact between entities), `labels`, `evidence` (the sentences behind a
fact); `edges`, `waves` and `ranking` (the search), `search` (paths between two entities); `query`, `grammar`, `parts`,
`pairs` and `answer` (PATHS); `view` (the whole graph for networkx). Nothing here writes.
"""

from __future__ import annotations

from kg.paths.answer import FoundPath, Paths, ask_paths
from kg.paths.compose import compose
from kg.paths.edges import Edge
from kg.paths.evidence import Evidence, Status, evidence, statements
from kg.paths.facts import TERMS, Neighbours, facts, is_entity, neighbours
from kg.paths.grammar import is_paths
from kg.paths.labels import entity_class, foresee_labels, label, names
from kg.paths.people import Near, between, closest, hops_from, joined
from kg.paths.search import Hop, Path, shortest_paths
from kg.paths.view import to_networkx

__all__ = [
    "TERMS",
    "Edge",
    "Evidence",
    "FoundPath",
    "Hop",
    "Near",
    "Neighbours",
    "Path",
    "Paths",
    "Status",
    "ask_paths",
    "between",
    "closest",
    "compose",
    "entity_class",
    "evidence",
    "facts",
    "foresee_labels",
    "hops_from",
    "is_entity",
    "is_paths",
    "joined",
    "label",
    "names",
    "neighbours",
    "shortest_paths",
    "statements",
    "to_networkx",
]
