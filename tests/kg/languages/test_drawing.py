"""Pictures of trees."""

from __future__ import annotations

from xml.etree import ElementTree

import spacy
from spacy.tokens import Doc

from kg.languages.drawing import draw_page, draw_svg

SVG = "{http://www.w3.org/2000/svg}"


def docs(count):
    vocab = spacy.blank("en").vocab
    return [Doc(vocab, words=["Ann", "<left>"], heads=[1, 1], deps=["nsubj", "ROOT"]) for _ in range(count)]


def test_draw_svg_puts_one_tree_below_the_other():
    root = ElementTree.fromstring(draw_svg(docs(3)))
    tops = [int(each.get("y")) for each in root.findall(f"{SVG}svg")]
    assert tops == [0, tops[1], 2 * tops[1]]
    assert int(root.get("height")) == 3 * tops[1] > 0


def test_draw_svg_shows_words_and_labels():
    text = "".join(ElementTree.fromstring(draw_svg(docs(1))).itertext())
    assert "<left>" in text
    assert "nsubj" in text


def test_draw_page_is_a_page_of_all_trees():
    page = draw_page(docs(2))
    assert page.startswith("<!DOCTYPE html>")
    assert page.count("&lt;left&gt;") == 2
