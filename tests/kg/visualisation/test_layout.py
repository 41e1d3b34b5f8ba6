"""Positions: no overlaps, and the same each time."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from kg.visualisation.geometry import Obstacle, Rectangle, curve
from kg.visualisation.layout import Box, layout
from kg.visualisation.style import legible, text_width, wrapped


def some(count: int, seed: int) -> tuple[list[Box], list[tuple[int, int]]]:
    source = random.Random(seed)
    boxes = [Box(source.uniform(20, 140), source.uniform(30, 70)) for _ in range(count)]
    links = [(at, source.randrange(at)) for at in range(1, count) if source.random() < 0.85]
    return boxes, links


@pytest.mark.parametrize(("count", "seed"), [(2, 1), (15, 2), (60, 3), (60, 4)])
def test_layout_leaves_no_overlap(count: int, seed: int) -> None:
    boxes, links = some(count, seed)
    placed = list(zip(boxes, layout(boxes, links), strict=True))
    for (one, (ax, ay)), (other, (bx, by)) in combinations(placed, 2):
        apart_across = abs(ax - bx) >= (one.width + other.width) / 2
        assert apart_across or abs(ay - by) >= (one.height + other.height) / 2


def test_layout_is_the_same_each_time() -> None:
    boxes, links = some(30, 5)
    assert layout(boxes, links) == layout(boxes, links)


def test_layout_of_nothing_is_nothing() -> None:
    assert layout([], []) == []


def test_layout_keeps_linked_things_nearer_than_others() -> None:
    boxes = [Box(30, 30)] * 6
    at = layout(boxes, [(at, at + 1) for at in range(5)])
    ends = abs(at[0][0] - at[5][0]) + abs(at[0][1] - at[5][1])
    assert all(abs(at[i][0] - at[i + 1][0]) + abs(at[i][1] - at[i + 1][1]) < ends / 2 for i in range(5))


def test_lines_end_before_the_label_below_a_thing() -> None:
    top = Obstacle(0, 0, 10, Rectangle(-30, 10, 30, 40))
    arc = curve(Obstacle(0, 200, 10, Rectangle(-30, 210, 30, 240)), top, 0)
    assert 40 < arc.end[1] < 50
    assert 180 < arc.start[1] <= 190


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("Meri", ("Meri",)),
        ("leader of generative work", ("leader of generative", "work")),
        ("konepellinasennustarvikeluettelo", ("konepellinasennustarvik…",)),
        ("a label that goes on and on and on and will not end", ("a label that goes on", "and on and on and…")),
    ],
)
def test_labels_wrap_in_two_lines(label: str, lines: tuple[str, ...]) -> None:
    assert wrapped(label) == lines


def test_labels_lose_characters_that_reorder_text() -> None:
    assert legible("invoice\u202efdp.exe") == "invoice\ufffdfdp.exe"


def test_wide_scripts_take_more_room() -> None:
    assert text_width("知識") > text_width("kg")
