"""Lines between things, and free places for their labels. Pixels, y downwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

Point = tuple[float, float]

#: How far each bend of parallel lines stands from the straight one.
_BEND = 26.0
#: How finely the place is sought where a line leaves a thing.
_STEPS = 100
_SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)


@dataclass(frozen=True, slots=True)
class Rectangle:
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half way from left to right."""
        return (self.left + self.right) / 2

    def overlaps(self, other: Rectangle) -> bool:
        """Whether the two share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic Bézier curve; straight where the control point lies between its ends."""

    start: Point
    control: Point
    end: Point

    @property
    def length(self) -> float:
        """The distance of its ends."""
        return hypot(self.end[0] - self.start[0], self.end[1] - self.start[1])

    def between(self, first: float, last: float) -> Curve:
        """The part of the curve between two shares of the way."""
        (ax, ay), (bx, by), (cx, cy) = self.start, self.control, self.end
        a, b, c = (1 - first) * (1 - last), first * (1 - last) + last * (1 - first), first * last
        return Curve(self.at(first), (a * ax + b * bx + c * cx, a * ay + b * by + c * cy), self.at(last))

    def path(self) -> str:
        """The curve as an SVG path."""
        (ax, ay), (bx, by), (cx, cy) = self.start, self.control, self.end
        return f"M{ax:.1f},{ay:.1f}Q{bx:.1f},{by:.1f} {cx:.1f},{cy:.1f}"

    def at(self, share: float) -> Point:
        """The point at a share of the way, 0 to 1."""
        rest = 1 - share
        a, b, c = rest * rest, 2 * rest * share, share * share
        return (
            a * self.start[0] + b * self.control[0] + c * self.end[0],
            a * self.start[1] + b * self.control[1] + c * self.end[1],
        )


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What a line must not run into: a thing's outline around `x`, `y`, and the label below it."""

    x: float
    y: float
    radius: float
    label: Rectangle

    def covers(self, point: Point, margin: float) -> bool:
        """Whether a point lies on the thing or its label, or so near."""
        x, y = point
        across = self.label.left - margin < x < self.label.right + margin
        on_label = across and self.label.top - margin < y < self.label.bottom + margin
        return on_label or hypot(x - self.x, y - self.y) < self.radius + margin


def curve(start: Obstacle, end: Obstacle, bend: int) -> Curve:
    """The line from the rim of one thing to just before the rim of another, bent aside by so many steps."""
    length = hypot(end.x - start.x, end.y - start.y) or 1.0
    bx = (start.x + end.x) / 2 - (end.y - start.y) / length * bend * _BEND * 2
    by = (start.y + end.y) / 2 + (end.x - start.x) / length * bend * _BEND * 2
    whole = Curve((start.x, start.y), (bx, by), (end.x, end.y))
    shares = [step / _STEPS for step in range(_STEPS + 1)]
    first = max((share for share in shares if start.covers(whole.at(share), 1)), default=0.0)
    last = min((share for share in shares if end.covers(whole.at(share), 4)), default=1.0)
    return whole.between(min(first, last), last)


def free_place(arc: Curve, width: float, height: float, taken: Sequence[Rectangle]) -> Rectangle | None:
    """The first place along the middle of a line where a label covers nothing."""
    for share in _SHARES:
        x, y = arc.at(share)
        place = Rectangle(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        if not any(place.overlaps(other) for other in taken):
            return place
    return None
