"""View → plain data that both writers draw: where things stand, how large they are, what their panel says.

`picture` gives a drawing for still pictures; `explorer_data` adds facts and sentences as JSON-able values, with texts
cut into marked and unmarked pieces, so that no offset depends on how a browser counts characters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kg.model import EntityClass
from kg.paths import Evidence, Status
from kg.visualisation.layout import Box, layout
from kg.visualisation.style import FONT_SIZE, LINE_HEIGHT, LOOKS, class_id, label_width, legible, wrapped
from kg.visualisation.view import Connection, GraphView, Node

#: Between a thing's outline and its label.
LABEL_GAP = 4.0

Json = dict[str, Any]


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


def picture(view: GraphView, *, seed: int = 0) -> Picture:
    """The view with its positions. The same view and seed give the same picture."""
    lines = _lines(view)
    shapes = [_shape(node) for node in view.nodes]
    links = {(line.start, line.end) for line in lines if line.asserted}  # the others are hidden at first
    positions = layout([box for _, _, box in shapes], links, seed=seed)
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


def explorer_data(view: GraphView, drawn: Picture, title: str) -> Json:
    """What the explorer embeds: things, lines, facts, relations, documents and classes, referring by place."""
    relations = _Numbered(each.label for each in view.connections)
    documents = _Numbered(proof.document for each in view.connections for proof in each.evidence)
    about = {proof.document: proof for each in view.connections for proof in each.evidence}
    places = {node.iri: at for at, node in enumerate(view.nodes)}
    return {
        "title": legible(title),
        "leftOut": view.left_out,
        "fontSize": FONT_SIZE,
        "lineHeight": LINE_HEIGHT,
        "labelGap": LABEL_GAP,
        "classes": [_class(each) for each in LOOKS if any(node.entity_class == each for node in view.nodes)],
        "nodes": [_thing(each) for each in drawn.things],
        "relations": [legible(each) for each in relations.values],
        "documents": [_document(about[each]) for each in documents.values],
        "facts": [_fact(each, places, relations, documents) for each in view.connections],
        "lines": [{"s": each.start, "t": each.end, "bend": each.bend, "fact": each.place} for each in drawn.lines],
    }


class _Numbered:
    """Different values in the order of their first coming, and the place of each."""

    def __init__(self, values: Any) -> None:
        self.values: list[Any] = list(dict.fromkeys(values))
        self.places: dict[Any, int] = {value: at for at, value in enumerate(self.values)}


def _class(entity_class: EntityClass | None) -> Json:
    look = LOOKS[entity_class]
    return {"id": class_id(entity_class), "name": look.name, "outline": look.outline}


def _thing(drawn: Drawn) -> Json:
    node = drawn.node
    return {
        "id": node.iri,
        "label": legible(node.label),
        "names": [legible(each) for each in node.names],
        "lines": drawn.lines,
        "class": class_id(node.entity_class),
        "x": drawn.x,
        "y": drawn.y,
        "r": drawn.radius,
        "w": round(label_width(drawn.lines), 1),
    }


def _fact(each: Connection, places: dict[Any, int], relations: _Numbered, documents: _Numbered) -> Json:
    subject, _, value = each.triple
    return {
        "s": places.get(subject),
        "subject": legible(each.subject_label),
        "p": relations.places[each.label],
        "t": places.get(value),
        "object": legible(each.object_label),
        "status": each.status.value,
        "evidence": [_proof(proof, documents.places[proof.document]) for proof in each.evidence],
    }


def _proof(proof: Evidence, document: int) -> Json:
    return {
        "doc": document,
        "status": proof.status.value,
        "qualifier": legible(proof.qualifier),
        "confidence": proof.confidence,
        "parts": _parts(legible(proof.sentence), proof.highlights),
    }


def _document(proof: Evidence) -> Json:
    link = proof.origin if proof.origin.startswith(("http://", "https://")) else None
    return {"title": legible(proof.title), "origin": legible(proof.origin), "lang": proof.lang, "link": link}


def _parts(text: str, marks: Sequence[tuple[int, int]]) -> list[list[str]]:
    """The text as alternating plain and marked pieces, beginning with a plain one: [plain, marked], …, [plain]."""
    parts, reached = [], 0
    for start, end in marks:
        parts.append([text[reached:start], text[start:end]])
        reached = end
    return [*parts, [text[reached:]]]
