"""The explorer in a real browser, over file:// and without network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.visualisation import GraphView, write_html


@pytest.fixture
def page(browser: Any, seen: GraphView, tmp_path: Path) -> Iterator[Any]:
    file = tmp_path / "graph.html"
    file.write_text(write_html(seen, "News"), encoding="utf-8")
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("console", lambda message: faults.append(message.text))
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("request", lambda request: faults.extend([] if request.url.startswith("file:") else [request.url]))
    opened.goto(file.as_uri())
    opened.wait_for_selector(".node")
    yield opened
    context.close()
    assert not faults


def press(page: Any, label: str) -> None:
    page.locator(".node", has=page.locator(f'text="{label}"')).locator(".shape").click()


def settled(page: Any) -> None:
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


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
    press(page, "Aino Virta")
    quotes = page.locator("#panel blockquote")
    assert quotes.count() == 2
    assert quotes.first.locator("mark").all_inner_texts() == ["Aino Virta", "jätti", "Sørlandet AI:n"]
    assert "<b>forlate</b>" in quotes.nth(1).inner_text()


def test_explorer_dims_what_is_not_near_the_selection(page: Any) -> None:
    press(page, "Oulu")
    settled(page)
    assert page.locator(".node:not(.dim)").count() == 2


def test_explorer_labels_the_lines_of_the_selection(page: Any) -> None:
    assert page.locator("#edgeLabels text:visible").count() == 0
    press(page, "Oulu")
    assert page.locator("#edgeLabels text:visible").all_text_contents() == ["based in"]


def test_explorer_filters_by_class(page: Any) -> None:
    page.uncheck("#class-Person")
    settled(page)
    assert page.locator(".node:visible").count() == 7


def test_explorer_filters_by_relation(page: Any) -> None:
    page.click("#relationFilter summary")
    page.click("#noRelations")
    page.get_by_label("left", exact=False).check()
    settled(page)
    assert page.locator(".edge:visible").count() == 2
    assert page.locator(".node:visible").count() == 4


def test_explorer_shows_other_statements_only_when_asked(page: Any) -> None:
    assert page.locator(".edge.unasserted:visible").count() == 0
    page.check("#unasserted")
    settled(page)
    assert page.locator(".edge.unasserted:visible").count() == 3
    press(page, "Karhu-3")
    assert "negated" in page.locator("#panel").inner_text()


def test_explorer_walks_by_arrow_keys_and_closes_by_escape(page: Any) -> None:
    page.locator('.node[tabindex="0"]').focus()
    for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    assert page.locator("#panel").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#panel").is_visible()


def test_explorer_drags_a_thing(page: Any) -> None:
    shape = page.locator(".node", has=page.locator('text="Oulu"')).locator(".shape")
    before = shape.bounding_box()
    page.mouse.move(before["x"] + 5, before["y"] + 5)
    page.mouse.down()
    page.mouse.move(before["x"] + 65, before["y"] + 45, steps=4)
    page.mouse.up()
    settled(page)
    after = shape.bounding_box()
    assert after["x"] - before["x"] > 50
    assert not page.locator("#panel").is_visible()


def test_explorer_labels_do_not_overlap(page: Any) -> None:
    boxes = [each.bounding_box() for each in page.locator(".node text:visible").all()]
    assert len(boxes) == 9
    for at, one in enumerate(boxes):
        for other in boxes[:at]:
            across = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
            down = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
            assert across <= 0 or down <= 2


def test_explorer_turns_dark(page: Any) -> None:
    ground = "() => getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.click("#theme")
    assert page.evaluate(ground) != light


def test_explorer_without_scripting_is_the_still_picture(browser: Any, seen: GraphView, tmp_path: Path) -> None:
    file = tmp_path / "graph.html"
    file.write_text(write_html(seen, "News"), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(file.as_uri())
    assert opened.locator("noscript text", has_text="Pohjola Robotics").is_visible()
    context.close()
