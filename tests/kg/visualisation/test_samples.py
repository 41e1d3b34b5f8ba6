"""The pictures of the four real articles, where they lie beside the checkout."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import kg
from kg.visualisation.style import text_width

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples"
pytestmark = [
    pytest.mark.models,
    pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample articles are not beside this checkout"),
]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def graph() -> Iterator[kg.Graph]:
    with kg.open() as opened:
        list(opened.build([str(SAMPLES)]))
        yield opened


def drawn(graph: kg.Graph, file: Path) -> str:
    graph.draw(file)
    return file.read_text(encoding="utf-8")


def test_samples_open_are_found_expanded_filtered_and_joined(
    graph: kg.Graph, opened: Callable[..., Any], tmp_path: Path
) -> None:
    text = drawn(graph, tmp_path / "samples.html")
    page = opened(text)
    page.fill("#search", "zuckerberg")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "Mark Zuckerberg"
    assert "Mark Zuckerberg" in page.locator("#panel blockquote mark").all_inner_texts()
    page.get_by_role("button", name=re.compile("^Open ")).click()
    assert re.fullmatch(r"\d+ things? came in", page.locator("#status").inner_text())
    page.get_by_role("button", name="Path from here").click()
    page.fill("#search", "Erik Meijer")
    page.keyboard.press("Enter")
    assert page.locator("#panel .steps > li").count() >= 2
    assert page.locator("#panel .steps blockquote").count() >= 2
    page.get_by_label("Organization").uncheck()
    page.locator("#panel p", has_text="No path").wait_for()


def test_samples_still_labels_keep_apart_and_inside_the_frame(graph: kg.Graph, tmp_path: Path) -> None:
    root = ET.fromstring(drawn(graph, tmp_path / "samples.svg"))
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    boxes = []
    for each in root.iter(f"{SVG}text"):
        if each.get("text-anchor") != "middle":
            continue
        size, x, y = (float(each.attrib[name]) for name in ("font-size", "x", "y"))
        half = text_width(each.text or "", size) / 2
        boxes.append((x - half, y - 0.8 * size, x + half, y + 0.2 * size, each.text))
    assert len(boxes) > 100
    for one in boxes:
        assert left <= one[0] < one[2] <= left + width
        assert top <= one[1] < one[3] <= top + height
    for one, other in combinations(boxes, 2):
        across = one[0] < other[2] and other[0] < one[2]
        assert not (across and one[1] < other[3] and other[1] < one[3]), f"{one[4]!r} covers {other[4]!r}"


def test_samples_give_the_same_pictures_again(graph: kg.Graph, tmp_path: Path) -> None:
    with kg.open() as again:
        list(again.build([str(each) for each in sorted(SAMPLES.iterdir(), reverse=True)]))
        for name in ("samples.html", "samples.svg"):
            assert drawn(graph, tmp_path / name) == drawn(again, tmp_path / name)
