"""View → plain data that is drawn: where things stand, how large they are, how lines bend. What is embedded for the
explorer beside it, `embedding` says.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.paths import Status
from kg.visualisation.layout import SHAPE, Box, layout
from kg.visualisation.style import LINE_HEIGHT, label_width, legible, wrapped
from kg.visualisation.view import GraphView, Node

#: Between a thing's outline and its label.
LABEL_GAP = 4.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A thing in its place: `x`, `y` is the middle of its outline; its label stands below, in `lines`."""

    node: Node
    x: float
    y: float
    radius: float
    lines: tuple[str, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Line:
    """A connection between two drawn things, by their places; `bend` is 0 for straight, else to one side by turns."""

    start: int
    end: int
    bend: int
    label: str
    asserted: bool
    place: int


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that is drawn."""

    things: tuple[Drawn, ...]
    lines: tuple[Line, ...]


def picture(view: GraphView, *, seed: int = 0, shape: float = SHAPE) -> Picture:
    """The view with its positions. The same view and seed give the same picture."""
    lines = _lines(view)
    shapes = [_shape(node) for node in view.nodes]
    links = {(line.start, line.end) for line in lines if line.asserted}  # the others are hidden at first
    positions = layout([box for _, _, box in shapes], links, seed=seed, shape=shape)
    things = tuple(
        Drawn(node, x, round(y - box.height / 2 + radius, 1), radius, lines_of, box)
        for node, (radius, lines_of, box), (x, y) in zip(view.nodes, shapes, positions, strict=True)
    )
    return Picture(things, lines)


def _shape(node: Node) -> tuple[float, tuple[str, ...], Box]:
    radius = round(min(6 + 2.4 * node.degree**0.5, 22), 1)
    lines = wrapped(legible(node.label))
    width = max(2.4 * radius, label_width(lines))
    return radius, lines, Box(round(width, 1), 2 * radius + LABEL_GAP + LINE_HEIGHT * len(lines))


def _lines(view: GraphView) -> tuple[Line, ...]:
    """The edges, facts first; those that share both ends are bent apart: 0, 1, -1, 2 …, seen from the earlier end."""
    places = {id(each): at for at, each in enumerate(view.connections)}
    parallel: dict[tuple[int, int], int] = {}
    found = []
    for start, end, each in sorted(view.edges(), key=lambda edge: edge[2].status != Status.ASSERTED):
        pair = (min(start, end), max(start, end))
        turn = parallel.get(pair, 0)
        parallel[pair] = turn + 1
        bend = (turn + 1) // 2 * (1 if turn % 2 else -1)
        asserted = each.status is Status.ASSERTED
        found.append(Line(start, end, bend if start < end else -bend, each.label, asserted, places[id(each)]))
    return tuple(found)
