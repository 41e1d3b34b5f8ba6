"""The explorer in a real browser, over file:// and without network."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import rdflib

from kg.model import Iri, Literal
from kg.visualisation import GraphView, view, write_html
from tests.kg.paths.source import QuadSet, ent, facts_of
from tests.kg.visualisation.code import axe

Opened = Callable[..., Any]
RELATIONS = "details:has(> fieldset #relations)"


@pytest.fixture
def page(opened: Opened, seen: GraphView) -> Any:
    return opened(write_html(seen, "News"))


def choose(page: Any, words: str) -> None:
    page.fill("#search", words)
    page.keyboard.press("Enter")


def saved(page: Any, button: str, folder: Path) -> bytes:
    page.click(".menu summary")
    with page.expect_download() as waiting:
        page.click(button)
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file.read_bytes()


def drawn(page: Any, folder: Path) -> set[str]:
    """The names of things in the picture, from what it saves."""
    root = ET.fromstring(saved(page, "#svg", folder))
    page.click(".menu summary")
    texts = root.iter("{http://www.w3.org/2000/svg}text")
    return {each.text or "" for each in texts if each.attrib["font-size"] == "12"}


def test_explorer_draws_by_webgl(page: Any) -> None:
    assert page.locator("#stage canvas.sigma-nodes").is_visible()
    assert page.locator("#still").is_hidden()


def test_explorer_finds_without_accents_by_keyboard(page: Any) -> None:
    page.keyboard.press("/")
    page.keyboard.type("SORLANDET")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "Sørlandet AI"


def test_explorer_finds_by_names_in_other_languages(page: Any) -> None:
    page.fill("#search", "yrit")
    assert "company" in page.locator("#results li").first.inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "company"


def test_explorer_shows_the_sentences_behind_a_fact(page: Any) -> None:
    choose(page, "Aino Virta")
    quotes = page.locator("#panel blockquote")
    assert quotes.count() == 2
    assert quotes.first.locator("mark").all_inner_texts() == ["Aino Virta", "jätti", "Sørlandet AI:n"]
    assert "<b>forlate</b>" in quotes.nth(1).inner_text()


def test_explorer_opens_and_folds_what_is_not_shown_yet(page: Any, tmp_path: Path) -> None:
    before = drawn(page, tmp_path)
    choose(page, "Pohjola")
    page.get_by_role("button", name=re.compile("Open .* more")).click()
    opened = drawn(page, tmp_path)
    assert before < opened
    page.get_by_role("button", name="Fold").click()
    assert drawn(page, tmp_path) == before


def test_explorer_draws_a_path_with_its_sentences(page: Any) -> None:
    choose(page, "Sørlandet AI")
    page.get_by_role("button", name="Path from here").click()
    assert page.locator("#task").is_visible()
    choose(page, "Aino Virta")
    assert page.locator("#panel h2").inner_text() == "Sørlandet AI → Aino Virta"
    assert page.locator("#panel .steps > li").count() == 1
    assert page.locator("#panel .steps mark").count() > 2


def test_explorer_filters_by_class(page: Any, tmp_path: Path) -> None:
    assert "Aino Virta" in drawn(page, tmp_path)
    page.get_by_label("Person").uncheck()
    assert "Aino Virta" not in drawn(page, tmp_path)


def test_explorer_filters_by_relation(page: Any, tmp_path: Path) -> None:
    page.click(f"{RELATIONS} > summary")
    page.locator(RELATIONS).get_by_role("button", name="none").click()
    page.locator("#relations").get_by_label("left").check()
    assert {"Aino Virta", "Sørlandet AI"} <= drawn(page, tmp_path)
    assert "Oulu" not in drawn(page, tmp_path)


def test_explorer_filters_by_language(page: Any) -> None:
    choose(page, "Aino Virta")
    page.get_by_label("Finnish").uncheck()
    assert page.locator("#panel blockquote").count() == 1


def test_explorer_shows_other_statements_only_when_asked(page: Any) -> None:
    choose(page, "Karhu-3")
    assert "denied" not in page.locator("#panel").inner_text()
    page.get_by_label("denied").check()
    assert "negated" in page.locator("#panel").inner_text()


def test_explorer_shows_other_statements_of_a_thing_from_its_panel(page: Any) -> None:
    choose(page, "Karhu-3")
    page.get_by_role("button", name="Show what is not stated as fact").click()
    assert "negated" in page.locator("#panel").inner_text()
    assert page.get_by_label("denied").is_checked()


def test_explorer_shows_only_what_is_no_fact(page: Any, tmp_path: Path) -> None:
    page.get_by_label("possible").check()
    page.get_by_label("stated as fact").uncheck()
    assert drawn(page, tmp_path) == {"Björn Åsen", "Pohjola Robotics"}


def test_explorer_walks_by_arrow_keys_and_closes_by_escape(page: Any) -> None:
    page.locator("#stage").focus()
    for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
    assert re.search(r", \d+ statements?", page.locator("#status").inner_text())
    page.keyboard.press("Enter")
    assert page.locator("#panel .close").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#panel h2").inner_text() == "About this graph"


def pointed(page: Any) -> Iterator[tuple[float, float]]:
    """Places of the stage where a thing or a line is."""
    box = page.locator("#stage").bounding_box()
    for across in range(20, int(box["width"]), 12):
        for down in range(40, int(box["height"]), 24):
            place = box["x"] + across, box["y"] + down
            page.mouse.move(*place)
            if page.locator("#stage.pointing").count():
                yield place


def test_explorer_selects_what_is_clicked(page: Any) -> None:
    choose(page, "Oulu")
    page.keyboard.press("Escape")
    box = page.locator("#stage").bounding_box()
    centre = page.evaluate("() => document.querySelector('#stage').getBoundingClientRect().width / 2")
    assert box["width"] / 2 == centre
    found = set()
    for place in pointed(page):
        page.mouse.click(*place)
        found.add(page.locator("#panel h2").inner_text())
        if len(found) > 1:
            break
    assert found - {"About this graph"}


def test_explorer_tells_its_state_by_its_address(page: Any, opened: Opened, seen: GraphView) -> None:
    choose(page, "Karhu-3")
    page.get_by_label("Person").uncheck()
    page.click("#theme")
    fragment = page.evaluate("() => location.hash")
    again = opened(write_html(seen, "News"), fragment=fragment)
    assert again.locator("#panel h2").inner_text() == "Karhu-3"
    assert not again.get_by_label("Person").is_checked()
    assert again.locator("html").get_attribute("data-theme") == "dark"


def test_explorer_keeps_in_its_address_where_things_were_put(
    page: Any, opened: Opened, seen: GraphView, tmp_path: Path
) -> None:
    before = saved(page, "#svg", tmp_path)
    page.click(".menu summary")
    x, y = next(pointed(page))
    page.mouse.down()
    page.mouse.move(x + 40, y + 30, steps=4)
    page.mouse.up()
    fragment = page.evaluate("() => location.hash")
    assert "at=" in fragment
    moved = saved(page, "#svg", tmp_path)
    assert moved != before
    again = opened(write_html(seen, "News"), fragment=fragment)
    assert where(saved(again, "#svg", tmp_path)) == where(moved)


def where(picture: bytes) -> list[tuple[str, str]]:
    """Where things stand in a saved picture."""
    paths = ET.fromstring(picture).iter("{http://www.w3.org/2000/svg}path")
    return sorted(
        (each.attrib["data-thing"], each.attrib["transform"]) for each in paths if "data-thing" in each.attrib
    )


def test_explorer_passes_over_an_address_that_names_nothing(opened: Opened, seen: GraphView) -> None:
    page = opened(
        write_html(seen, "News"), fragment="#s=nobody&p=a+b&x=nothing+3&c=Dragon&k=x&t=%00&from=<img>&theme=red"
    )
    assert page.locator("#panel h2").inner_text() == "About this graph"


def test_explorer_begins_with_what_was_asked_for(opened: Opened, seen: GraphView) -> None:
    page = opened(write_html(seen, "News", path=(ent("Oulu"), ent("Aino_Virta"))))
    assert page.locator("#panel h2").inner_text() == "Oulu → Aino Virta"


def test_explorer_saves_a_picture_as_png(page: Any, tmp_path: Path) -> None:
    assert saved(page, "#png", tmp_path).startswith(b"\x89PNG")


def test_explorer_saves_the_selection_as_turtle(page: Any, tmp_path: Path) -> None:
    choose(page, "Aino Virta")
    graph = rdflib.Graph().parse(data=saved(page, "#ttl", tmp_path), format="turtle")
    said = {(str(s), str(p), str(o)) for s, p, o in graph}
    assert (ent("Aino_Virta"), "https://w3id.org/kgshell/ontology#left", ent("Sørlandet_AI")) in said


def test_explorer_turns_dark(page: Any) -> None:
    ground = "() => getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.click("#theme")
    assert page.evaluate(ground) != light


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 420])
def test_explorer_has_no_serious_fault_of_access(opened: Opened, seen: GraphView, scheme: str, width: int) -> None:
    size = {"width": width, "height": 800}
    page = opened(write_html(seen, "News"), color_scheme=scheme, viewport=size, bypass_csp=True)
    page.add_script_tag(content=axe())
    choose(page, "Aino Virta")
    report = page.evaluate("() => axe.run()")
    grave = [each["id"] for each in report["violations"] if each["impact"] in ("serious", "critical")]
    assert report["passes"]
    assert grave == []


def test_explorer_without_webgl_draws_svg(opened: Opened, seen: GraphView) -> None:
    page = opened(write_html(seen, "News"), arguments=("--disable-3d-apis",))
    page.locator("#stage svg [data-thing]").first.click()
    assert page.locator("#panel .close").is_visible()
    choose(page, "Aino Virta")
    assert page.locator("#panel blockquote").count() == 2


def test_explorer_without_scripting_is_the_still_picture(opened: Opened, seen: GraphView) -> None:
    page = opened(write_html(seen, "News"), java_script_enabled=False)
    assert page.locator("#still text", has_text="Pohjola Robotics").is_visible()
    assert page.locator("#still blockquote").first.is_visible()


HOSTILE = (
    "</script><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "\u202eexe.fdp\u2066\x00\x1b[31m\u2028\u2029",
    "{{script}}${alert(1)}<!--<script>",
    '"><svg onload=alert(1)>',
    "ﷺ" * 200 + "\U0001f600" * 200,
    "x" * 100_000,
)


def test_explorer_only_shows_what_is_hostile(opened: Opened, newsroom: QuadSet) -> None:
    named = [
        (ent(f"h{at}"), Iri("http://www.w3.org/2000/01/rdf-schema#label"), Literal(label), None)
        for at, label in enumerate(HOSTILE)
    ]
    joined = facts_of(*((f"h{at}", f"p{at}", f"h{at + 1}") for at in range(len(HOSTILE) - 1)))
    text = {quad: Literal(HOSTILE[0] + quad[2].text) for quad in newsroom.held if quad[1].endswith("anchorOf")}
    origin = {quad: Literal(HOSTILE[1]) for quad in newsroom.held if quad[1].endswith("source")}
    held = [(*quad[:2], (text | origin).get(quad, quad[2]), quad[3]) for quad in newsroom.held]
    page = opened(
        write_html(view(QuadSet([*held, *joined.held, *named]), reach=100), HOSTILE[0], path=(ent("h0"), ent("h6")))
    )
    assert page.locator("#panel .steps > li").count() == 6
    for words in ("</script>", "javascript:", "exe.fdp", "xxxx", "Aino Virta"):
        choose(page, words)
        assert page.locator("#panel .close").is_visible()
    assert page.locator("#panel blockquote").count() == 2
    assert page.locator("img, a[href^=javascript]").count() == 0
    assert "\u202e" not in page.content()
