"""The files written: one HTML page, and still pictures."""

from __future__ import annotations

import gzip
import json
import re
import sys
from base64 import b64decode, b64encode
from hashlib import sha256
from itertools import combinations
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from kg.errors import ExportError
from kg.model import Literal
from kg.visualisation import GraphView, has_explorer, view, write_html, write_png, write_svg
from kg.visualisation.picture import picture
from tests.kg.paths.source import QuadSet, ent, facts_of

EVIL = "</script><img src=x onerror=alert(1)>"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


def embedded(page: str) -> Any:
    """The data of a page; the test is skipped where the explorer is not built."""
    if not has_explorer():
        pytest.skip("the explorer is not built; run hatch_build.py")
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.fixture
def hostile() -> GraphView:
    source = facts_of(("a", "left", "b"))
    iri = type(ent("a"))
    return view(QuadSet([*source.held, (ent("a"), iri(LABEL), Literal(EVIL), None)]))


def test_html_is_the_same_each_time(seen: GraphView) -> None:
    assert write_html(seen, "News") == write_html(seen, "News")


def test_html_names_no_address_to_load_from(seen: GraphView) -> None:
    page = write_html(seen, "News")
    assert not re.search(r"<(script|img|iframe|link|object)[^>]*(src|href)=", page)
    assert not re.search(r"@import|\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|innerHTML", page)


def test_html_policy_allows_its_own_script_and_style_only(seen: GraphView) -> None:
    page = write_html(seen, "News")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'; ")
    assert "unsafe" not in policy[1]
    for tag in ("style", 'script type="module"'):
        inner = re.search(rf"<{tag}>(.*?)</{tag.split()[0]}>", page, re.DOTALL)
        assert inner
        assert b64encode(sha256(inner[1].encode()).digest()).decode() in policy[1]


def test_html_escapes_what_comes_from_texts(hostile: GraphView) -> None:
    page = write_html(hostile, EVIL)
    assert "<img" not in page
    assert EVIL in embedded(page)["things"]["label"]


def test_html_marks_the_words_of_a_fact(seen: GraphView) -> None:
    data = embedded(write_html(seen, "News"))
    marks, sentences = data["evidence"]["marks"], data["evidence"]["sentence"]
    said = {
        tuple(data["sentences"]["text"][place][start:end] for start, end in zip(each[::2], each[1::2], strict=True))
        for each, place in zip(marks, sentences, strict=True)
    }
    assert ("Aino Virta", "jätti", "Sørlandet AI:n") in said


def test_html_marks_count_as_browsers_do(newsroom: QuadSet) -> None:
    held = [
        (*quad[:2], Literal(f"\U0001f600 {quad[2].text}"), quad[3])
        if quad[1].endswith("anchorOf") and isinstance(quad[2], Literal) and quad[2].text.startswith("Aino Virta jätti")
        else quad
        for quad in newsroom.held
    ]
    evidence = embedded(write_html(view(QuadSet(held)), "News"))["evidence"]
    plain = embedded(write_html(view(newsroom), "News"))["evidence"]
    moved = [each for each, before in zip(evidence["marks"], plain["marks"], strict=True) if each != before]
    assert len(moved) <= 1


def test_html_packs_large_data(seen: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = embedded(write_html(seen, "News"))
    monkeypatch.setattr("kg.visualisation.html.LARGE", 10)
    page = write_html(seen, "News")
    assert page == write_html(seen, "News")
    found = re.search(r'id="data" data-packed="gzip">([^<]*)<', page)
    assert found
    assert json.loads(gzip.decompress(b64decode(found[1]))) == plain


def test_html_without_the_bundle_says_so_and_lists_facts(seen: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.visualisation.html.has_explorer", lambda: False)
    page = write_html(seen, "News")
    assert "The explorer was not built" in page
    assert "hatch_build.py" in page
    assert "jätti" in page
    assert "Sigma" not in page


def test_html_links_to_web_addresses_only(seen: GraphView) -> None:
    links = {page["link"] for page in embedded(write_html(seen, "News"))["head"]["documents"]}
    assert links == {None, "https://news.example/robots"}


def test_html_of_an_empty_graph_is_a_page() -> None:
    assert embedded(write_html(GraphView((), ()), "Nothing"))["things"]["label"] == []


def test_svg_is_well_formed_and_the_same_each_time(seen: GraphView) -> None:
    drawn = write_svg(seen, "News & more")
    ET.fromstring(drawn)
    assert drawn == write_svg(seen, "News & more")


def test_svg_shows_every_label_inside_its_frame(seen: GraphView) -> None:
    root = ET.fromstring(write_svg(seen, "News"))
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    texts = root.findall("{http://www.w3.org/2000/svg}text")
    assert {"Aino Virta", "Sørlandet AI", "left", "Person"} <= {each.text for each in texts}
    assert all(left < float(each.attrib["x"]) < left + width for each in texts)
    assert all(top < float(each.attrib["y"]) < top + height for each in texts)


def test_svg_leaves_out_statements_that_are_no_facts(seen: GraphView) -> None:
    assert ">acquired<" not in write_svg(seen, "News")
    assert "stroke-dasharray" in write_svg(seen, "News", unasserted=True)


def test_svg_escapes_what_comes_from_texts(hostile: GraphView) -> None:
    assert "<img" not in write_svg(hostile, EVIL)


def test_picture_boxes_do_not_overlap(seen: GraphView) -> None:
    for one, other in combinations(picture(seen).things, 2):
        across = abs(one.x - other.x) >= (one.box.width + other.box.width) / 2
        assert across or abs((one.y - one.radius) - (other.y - other.radius)) >= min(one.box.height, other.box.height)


def test_png_is_a_png(seen: GraphView) -> None:
    pytest.importorskip("resvg_py", reason="resvg-py, which makes PNG, is not installed")
    assert write_png(seen, "News", scale=1).startswith(b"\x89PNG")


def test_png_without_its_library_says_what_to_install(seen: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(ExportError, match="resvg-py"):
        write_png(seen, "News")
