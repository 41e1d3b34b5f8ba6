"""Two partitions of mentions to how alike they are: LEA and the CoNLL score, as `coreference` names them.

Entities are sets of at least two mentions; all figures are F1, from 0 to 1.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeAlias

Entity: TypeAlias = set[Hashable]
Pair: TypeAlias = tuple[Sequence[Entity], Sequence[Entity]]


def lea(gold: Sequence[Entity], found: Sequence[Entity]) -> float:
    """Link-based entity-aware F1: the links of each entity that are kept, weighted by its size."""
    return f1(_lea_share(gold, found), _lea_share(found, gold))


def conll(documents: Sequence[Pair]) -> float:
    """The mean F1 of MUC, B-cubed and CEAF-e over pairs of gold and found entities, one a document."""
    gold = [entity for each, _ in documents for entity in each]
    found = [entity for _, each in documents for entity in each]
    muc = f1(_muc_share(gold, found), _muc_share(found, gold))
    b_cubed = f1(_b_cubed_share(gold, found), _b_cubed_share(found, gold))
    alike = sum(_aligned(each, other) for each, other in documents)
    ceaf = f1(alike / len(gold) if gold else 0.0, alike / len(found) if found else 0.0)
    return (muc + b_cubed + ceaf) / 3


def f1(recall: float, precision: float) -> float:
    """Harmonic mean; 0 where both are."""
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def _shares(entity: Entity, others: dict[Hashable, int]) -> dict[int, int]:
    """How many of its mentions are in each of the other entities."""
    counts: dict[int, int] = {}
    for mention in entity:
        if mention in others:
            counts[others[mention]] = counts.get(others[mention], 0) + 1
    return counts


def _places(entities: Sequence[Entity]) -> dict[Hashable, int]:
    return {mention: i for i, entity in enumerate(entities) for mention in entity}


def _links(size: int) -> int:
    return size * (size - 1) // 2


def _lea_share(key: Sequence[Entity], response: Sequence[Entity]) -> float:
    places = _places(response)
    kept = sum(len(e) * sum(map(_links, _shares(e, places).values())) / _links(len(e)) for e in key)
    return kept / sum(map(len, key)) if key else 0.0


def _muc_share(key: Sequence[Entity], response: Sequence[Entity]) -> float:
    places = _places(response)
    kept = sum(sum(n - 1 for n in _shares(entity, places).values()) for entity in key)
    total = sum(len(entity) - 1 for entity in key)
    return kept / total if total else 0.0


def _b_cubed_share(key: Sequence[Entity], response: Sequence[Entity]) -> float:
    places = _places(response)
    kept = sum(sum(n * n for n in _shares(entity, places).values()) / len(entity) for entity in key)
    return kept / sum(map(len, key)) if key else 0.0


def _aligned(gold: Sequence[Entity], found: Sequence[Entity]) -> float:
    """The sum of the similarities of the best one-to-one alignment."""
    from networkx import Graph, max_weight_matching

    graph = Graph()
    places = _places(found)
    for i, entity in enumerate(gold):
        for j, common in _shares(entity, places).items():
            graph.add_edge(("gold", i), ("found", j), weight=2 * common / (len(entity) + len(found[j])))
    chosen: Iterable[tuple[Hashable, Hashable]] = max_weight_matching(graph)
    return sum(float(graph[a][b]["weight"]) for a, b in chosen)
