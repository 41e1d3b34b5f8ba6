"""Components of a picture → one picture: each set down where the picture grows least.

Packing of shapes on a grid (Freivalds, Dogrusoz and Kikusts, "Disconnected Graph Layout and the Polyomino Packing
Approach", 2001): boxes and links both take cells, so that no link of one component runs under another. Components keep
the order given; the first stands in the middle.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

_CELL = 24.0


def packed(
    positions: Array, sizes: Array, pieces: Sequence[Sequence[int]], links: Collection[tuple[int, int]], shape: float
) -> Array:
    """The positions with each component moved as a whole, so that none covers another; middled around 0,0.

    The picture is to be `shape` times as wide as high.
    """
    scale = np.array([1.0, 1 / shape])
    placed = positions.copy()
    if len(pieces) > 1:
        taken: Mask = np.zeros((0, 0), dtype=bool)
        middle = np.zeros(2, dtype=int)
        for piece in pieces:
            mask, origin = _mask(positions, sizes, list(piece), links)
            taken, middle = _grown(taken, middle, mask.shape)
            row, column = _free(taken, middle, mask, scale)
            taken[row : row + mask.shape[0], column : column + mask.shape[1]] |= mask
            corner = np.array([column - middle[1], row - middle[0]]) * _CELL
            placed[list(piece)] += corner - origin
    return (
        placed - (np.min(placed - sizes / 2, axis=0) + np.max(placed + sizes / 2, axis=0)) / 2
        if len(placed)
        else placed
    )


def _mask(positions: Array, sizes: Array, piece: list[int], links: Collection[tuple[int, int]]) -> tuple[Mask, Array]:
    """The cells that a component takes, and the pixel at their upper left."""
    low, high = (positions - sizes / 2)[piece], (positions + sizes / 2)[piece]
    origin: Array = low.min(axis=0)
    columns, rows = np.ceil((high.max(axis=0) - origin) / _CELL).astype(int) + 1
    mask = np.zeros((rows, columns), dtype=bool)
    for corner, opposite in zip(low, high, strict=True):
        (left, top), (right, bottom) = _cell(corner - origin), _cell(opposite - origin)
        mask[top : bottom + 1, left : right + 1] = True
    members = set(piece)
    for start, end in links:
        if start in members and end in members:
            for share in np.linspace(0, 1, 2 + int(np.abs(positions[start] - positions[end]).max() / _CELL)):
                column, row = _cell(positions[start] * (1 - share) + positions[end] * share - origin)
                mask[row, column] = True
    return mask, origin


def _cell(point: Array) -> tuple[int, int]:
    column, row = np.floor(point / _CELL).astype(int)
    return int(column), int(row)


def _grown(taken: Mask, middle: NDArray[np.int_], room: tuple[int, ...]) -> tuple[Mask, NDArray[np.int_]]:
    """The grid with room for one more component on every side, and where its middle then lies."""
    rows, columns = room
    used = np.argwhere(taken)
    if not len(used):
        return np.zeros((rows + 2, columns + 2), dtype=bool), np.array([rows // 2 + 1, columns // 2 + 1])
    low, high = used.min(axis=0), used.max(axis=0) + 1
    inner = taken[low[0] : high[0], low[1] : high[1]]
    grown = np.pad(inner, ((rows + 1, rows + 1), (columns + 1, columns + 1)))
    return grown, middle - low + np.array([rows + 1, columns + 1])


def _free(taken: Mask, middle: NDArray[np.int_], mask: Mask, scale: Array) -> tuple[int, int]:
    """The upper left cell from which a component covers nothing: where the picture grows least, then nearest to it."""
    used = np.argwhere(taken)
    reach = 0.0
    if len(used):
        reach = float(_reach(used.min(axis=0), used.max(axis=0) + 1, middle, scale))
    rows, columns = (size - part + 1 for size, part in zip(taken.shape, mask.shape, strict=True))
    corners = np.moveaxis(np.indices((rows, columns)), 0, -1)
    grown = np.maximum(_reach(corners, corners + mask.shape, middle, scale), reach)
    away = np.abs((corners + np.array(mask.shape) / 2 - middle) * scale).sum(axis=-1)
    for at in np.lexsort((away.ravel(), np.round(grown, 6).ravel())):
        top, left = divmod(int(at), int(columns))
        if not (taken[top : top + mask.shape[0], left : left + mask.shape[1]] & mask).any():
            return top, left
    return 0, 0  # not reached: the grid has grown by the component's own size on each side


def _reach(low: NDArray[np.int_], high: NDArray[np.int_], middle: NDArray[np.int_], scale: Array) -> Array:
    """How far rectangles reach from the middle, in heights of a picture of the shape wanted."""
    farthest: Array = (np.maximum(middle - low, high - middle) * scale).max(axis=-1)
    return farthest
