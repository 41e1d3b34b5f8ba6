"""Boxes and links → positions: stress majorisation by component, overlaps removed, components packed.

Stress: Gansner, Koren and North, "Graph Drawing by Stress Majorization", 2004, with their ideal lengths, which give the
neighbourhood of a hub more room. The same input and seed give the same positions; no two boxes overlap. Cost is cubic
in the size of a component, so this is for some hundred boxes: `view` chooses them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.visualisation.packing import packed

Array = NDArray[np.float64]

#: Room between two boxes, in pixels.
GAP = 8.0
_UNIT = 62.0
_STARTS = 4
_TRIAL = 12
_ROUNDS = 50
_STRETCH = 1.25, 1.6
#: How much wider than high a picture should be.
SHAPE = 1.6


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a thing and its label take."""

    width: float
    height: float


def layout(
    boxes: Sequence[Box], links: Collection[tuple[int, int]], *, seed: int = 0, shape: float = SHAPE
) -> list[tuple[float, float]]:
    """The centre of each box, in pixels from the picture's middle, y downwards."""
    near = _neighbours(len(boxes), links)
    sizes = np.array([(box.width + GAP, box.height + GAP) for box in boxes], dtype=float).reshape(-1, 2)
    positions = np.zeros((len(boxes), 2))
    pieces = _components(near)
    for piece in pieces:
        positions[piece] = _component(piece, near, sizes[piece], seed, shape)
    placed = packed(positions, sizes, pieces, links, shape)
    return [(round(float(x), 1), round(float(y), 1)) for x, y in placed]


def _neighbours(count: int, links: Collection[tuple[int, int]]) -> list[set[int]]:
    near: list[set[int]] = [set() for _ in range(count)]
    for start, end in links:
        if start != end:
            near[start].add(end)
            near[end].add(start)
    return near


def _components(near: list[set[int]]) -> list[list[int]]:
    """The connected components, largest first."""
    left = set(range(len(near)))
    found: list[list[int]] = []
    while left:
        front = [min(left)]
        left.discard(front[0])
        for node in front:
            met = sorted(near[node] & left)
            left.difference_update(met)
            front.extend(met)
        found.append(sorted(front))
    return sorted(found, key=lambda piece: (-len(piece), piece))


def _component(piece: list[int], near: list[set[int]], sizes: Array, seed: int, shape: float) -> Array:
    if len(piece) == 1:
        return np.zeros((1, 2))
    ideal = _distances(piece, near)
    random = np.random.default_rng(seed)
    spread = ideal.max() / 2
    tries = [_majorised(random.uniform(-spread, spread, (len(piece), 2)), ideal, _TRIAL) for _ in range(_STARTS)]
    best = _majorised(min(tries, key=lambda positions: round(_stress(positions, ideal), 3)), ideal, _ROUNDS)
    return separated(_levelled(best, shape), sizes)


def _distances(piece: list[int], near: list[set[int]]) -> Array:
    """Ideal distances: shortest paths over links whose length grows with the neighbours that their ends don't share."""
    place = {node: at for at, node in enumerate(piece)}
    found = np.full((len(piece), len(piece)), np.inf)
    np.fill_diagonal(found, 0)
    for node in piece:
        for other in near[node]:
            found[place[node], place[other]] = _UNIT * len(near[node] ^ near[other]) ** 0.5
    for middle in range(len(piece)):  # Floyd and Warshall
        np.minimum(found, found[:, middle, None] + found[None, middle, :], out=found)
    return found


def _majorised(start: Array, ideal: Array, rounds: int) -> Array:
    """The positions, moved so that their distances come nearer to the ideal ones, one thing at a time."""
    count = len(ideal)
    positions: Array = start.copy()
    weights = 1 / np.square(ideal + np.eye(count))
    np.fill_diagonal(weights, 0)
    totals = weights.sum(axis=1)
    for _ in range(rounds):
        for node in range(count):
            apart = positions[node] - positions
            length = np.maximum(np.sqrt(np.square(apart).sum(axis=1)), 1e-6)
            wanted = positions + apart * (ideal[node] / length)[:, None]
            positions[node] = (wanted * weights[node][:, None]).sum(axis=0) / totals[node]
    return positions


def _stress(positions: Array, ideal: Array) -> float:
    apart = np.sqrt(np.square(positions[:, None] - positions[None]).sum(axis=2))
    return float(np.square((apart - ideal) / (ideal + np.eye(len(ideal)))).sum())


def _levelled(positions: Array, shape: float) -> Array:
    """The positions turned so that they are widest from left to right, and stretched a little to the shape wanted."""
    centred = positions - positions.mean(axis=0)
    (xx, xy), (_, yy) = (centred.T[:, None] * centred.T[None]).sum(axis=2)
    angle = 0.5 * np.arctan2(2 * xy, xx - yy)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    level = np.stack([(centred * turn[0]).sum(axis=1), (centred * turn[1]).sum(axis=1)], axis=1)
    width, height = np.ptp(level, axis=0)
    level *= [min(most, max(1.0, each)) for most, each in zip(_STRETCH, _lacking(width, height, shape), strict=True)]
    return level


def _lacking(width: float, height: float, shape: float) -> tuple[float, float]:
    """By how much width and height would have to grow."""
    return shape * height / max(width, 1.0), width / (shape * max(height, 1.0))


def separated(positions: Array, sizes: Array) -> Array:
    """The positions, moved apart until no two boxes overlap, each pair along the way that is shorter."""
    placed = positions.copy()
    upper = np.triu(np.ones((len(placed), len(placed)), dtype=bool), 1)
    rounds = 0
    while True:
        apart = placed[:, None] - placed[None]
        overlap = (sizes[:, None] + sizes[None]) / 2 - np.abs(apart)
        clash = upper & (overlap > 0.01).all(axis=2)
        if not clash.any():
            return placed
        across = overlap[..., 0] < overlap[..., 1]
        push = np.zeros_like(apart)
        push[..., 0] = np.where(clash & across, overlap[..., 0], 0) * np.where(apart[..., 0] < 0, -0.5, 0.5)
        push[..., 1] = np.where(clash & ~across, overlap[..., 1], 0) * np.where(apart[..., 1] < 0, -0.5, 0.5)
        placed = placed + push.sum(axis=1) - push.sum(axis=0)
        rounds += 1
        if rounds % 50 == 0:
            placed = placed * 1.05
