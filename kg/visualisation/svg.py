"""View → a still picture: SVG 1.1, or PNG made from it. The same view gives the same bytes of SVG.

Labels of things never overlap; the label of a relation is drawn where it finds room beside its line, and left out
where there is none. Statements that are no facts are left out unless asked for, and dashed. Raises ExportError where
the optional library for PNG is missing. Exploring is for `html`.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kg.errors import ExportError
from kg.visualisation.geometry import Curve, Obstacle, Rectangle, curve, free_place
from kg.visualisation.picture import Drawn, Line, Picture, picture
from kg.visualisation.style import FONT, FONT_SIZE, LINE_HEIGHT, LOOKS, class_id, label_width, legible, text_width
from kg.visualisation.view import GraphView

_MARGIN = 28.0
_HEADING = 46.0
_LEGEND = 40.0
_SMALL = 10.0
_GROUND, _INK, _FAINT, _EDGE = "#fbfbf9", "#1d2126", "#5b6470", "#a9b0b8"
_AT_NIGHT = {_GROUND: "#14171c", _INK: "#e8eaed", _FAINT: "#a2abb6", _EDGE: "#59626e"}


def write_svg(view: GraphView, title: str, *, seed: int = 0, unasserted: bool = False) -> str:
    """The picture on light ground, as large as it needs to be."""
    return still(picture(view, seed=seed), title, unasserted=unasserted)


def still(drawn: Picture, title: str, *, unasserted: bool = False) -> str:
    """The SVG of a picture whose positions are known."""
    frame = _frame(drawn, title)
    lines = [line for line in drawn.lines if unasserted or line.asserted]
    curves = [_curve(drawn, line) for line in lines]
    rows = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{frame.left:g} {frame.top:g} {frame.width:g} '
        f'{frame.height:g}" width="{frame.width:g}" height="{frame.height:g}" role="img" font-family="{FONT}">',
        f"<title>{escape(legible(title))}</title>",
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
        f'orient="auto"><path d="M0,.5L8,4L0,7.5Z" fill="{_EDGE}"/></marker></defs>',
        f'<rect x="{frame.left:g}" y="{frame.top:g}" width="100%" height="100%" fill="{_GROUND}"/>',
        f'<text x="{frame.left + _MARGIN:g}" y="{frame.top + 32:g}" font-size="18" font-weight="600" '
        f'fill="{_INK}">{escape(legible(title))}</text>',
        *(_edge(line, arc) for line, arc in zip(lines, curves, strict=True)),
        *(_thing(each) for each in drawn.things),
        *_relations(drawn, lines, curves),
        *_legend(drawn, frame),
        "</svg>",
    ]
    return "\n".join(rows) + "\n"


def dark_style(within: str) -> str:
    """Style that turns a still picture dark, for pages that have one in the element `within` names (a selector)."""
    colours = _AT_NIGHT | {look.light: look.dark for look in LOOKS.values()}
    rules = (
        f'{within} svg [{name}="{light}"]{{{name}:{dark}}}\n'
        for light, dark in colours.items()
        for name in ("fill", "stroke")
    )
    return f"@media (prefers-color-scheme:dark){{\n{''.join(rules)}}}\n"


def write_png(view: GraphView, title: str, *, seed: int = 0, scale: float = 2.0) -> bytes:
    """The still picture as PNG, `scale` pixels for each of the SVG's."""
    try:
        import resvg_py  # optional
    except ImportError as error:
        raise ExportError("PNG needs the package resvg-py: pip install 'kgshell[png]', or write .svg") from error
    return bytes(resvg_py.svg_to_bytes(svg_string=write_svg(view, title, seed=seed), zoom=scale))


def _frame(drawn: Picture, title: str) -> Rectangle:
    boxes = [_box(each) for each in drawn.things] or [Rectangle(0, 0, 0, 0)]
    left, top = min(each.left for each in boxes) - _MARGIN, min(each.top for each in boxes) - _MARGIN - _HEADING
    right, bottom = max(each.right for each in boxes) + _MARGIN, max(each.bottom for each in boxes) + _MARGIN + _LEGEND
    room = max(text_width(title, 18) * 1.1, sum(width for _, width in _keys(drawn))) + 2 * _MARGIN
    return Rectangle(left, top, max(right, left + room), bottom)


def _box(each: Drawn) -> Rectangle:
    top = each.y - each.radius
    return Rectangle(each.x - each.box.width / 2, top, each.x + each.box.width / 2, top + each.box.height)


def _curve(drawn: Picture, line: Line) -> Curve:
    start, end = drawn.things[line.start], drawn.things[line.end]
    return curve(_obstacle(start), _obstacle(end), line.bend)


def _obstacle(each: Drawn) -> Obstacle:
    box = _box(each)
    half, top = label_width(each.lines) / 2, each.y + each.radius
    return Obstacle(each.x, each.y, each.radius, Rectangle(each.x - half, top, each.x + half, box.bottom))


def _edge(line: Line, arc: Curve) -> str:
    dashed = "" if line.asserted else ' stroke-dasharray="5 4"'
    return f'<path d="{arc.path()}" fill="none" stroke="{_EDGE}" stroke-width="1.2" marker-end="url(#tip)"{dashed}/>'


def _thing(each: Drawn) -> str:
    look = LOOKS[each.node.entity_class]
    hollow = class_id(each.node.entity_class) == "Concept"
    fill = f'fill="{_GROUND}" stroke="{look.light}" stroke-width=".3"' if hollow else f'fill="{look.light}"'
    shape = f'<path transform="translate({each.x:g} {each.y:g}) scale({each.radius:g})" d="{look.outline}" {fill}/>'
    below = each.y + each.radius + FONT_SIZE + 2
    rows = (_text(line, each.x, below + LINE_HEIGHT * at, FONT_SIZE, _INK) for at, line in enumerate(each.lines))
    return shape + "".join(rows)


def _text(text: str, x: float, y: float, size: float, colour: str) -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" text-anchor="middle" fill="{colour}" stroke="{_GROUND}" '
        f'stroke-width="3" stroke-linejoin="round" paint-order="stroke">{escape(text)}</text>'
    )


def _relations(drawn: Picture, lines: list[Line], curves: list[Curve]) -> Iterator[str]:
    """The relations' labels that find room, longest line first: it is the hardest to follow by eye."""
    taken = [_box(each) for each in drawn.things]
    for line, arc in sorted(zip(lines, curves, strict=True), key=lambda pair: (-pair[1].length, pair[0].place)):
        label = legible(line.label)
        place = free_place(arc, text_width(label, _SMALL), _SMALL + 3, taken)
        if place:
            taken.append(place)
            yield _text(label, place.middle, place.bottom - 3.5, _SMALL, _FAINT)


def _keys(drawn: Picture) -> list[tuple[str, float]]:
    names = [
        look.name for each, look in LOOKS.items() if any(thing.node.entity_class == each for thing in drawn.things)
    ]
    return [(name, text_width(name) + 36) for name in names]


def _legend(drawn: Picture, frame: Rectangle) -> Iterator[str]:
    x, y = frame.left + _MARGIN + 6, frame.bottom - 22
    looks = {look.name: (look, class_id(each)) for each, look in LOOKS.items()}
    for name, width in _keys(drawn):
        look, kind = looks[name]
        fill = f'fill="none" stroke="{look.light}" stroke-width=".3"' if kind == "Concept" else f'fill="{look.light}"'
        yield f'<path transform="translate({x:g} {y:g}) scale(6)" d="{look.outline}" {fill}/>'
        yield f'<text x="{x + 12:g}" y="{y + 4:g}" font-size="{FONT_SIZE}" fill="{_INK}">{escape(name)}</text>'
        x += width
