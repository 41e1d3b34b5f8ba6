"""A document's page: its text with mentions and facts marked, beside its graph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError
from kg.model import EntityClass, Iri, Literal
from kg.notebook import Mark, marked
from kg.rdf.vocabulary import IS_STRING, TITLE
from kg.reporting import report
from kg.store import Store
from tests.kg.paths.source import read

BASE = "https://kg.example/"
SOURCE = "robots.fi.txt"
NEWSROOM = Path(__file__).parents[1] / "paths" / "newsroom.trig"
TEXT = "Robotit.\n\nAino Virta jätti Sørlandet AI:n keväällä. <script>alert(1)</script>"
EVIL = "</title><script>alert(1)</script>\u202e"


@pytest.fixture
def store() -> Iterator[Store]:
    told = {IS_STRING: Literal(TEXT), TITLE: Literal(EVIL, "fi")}
    with Store.open() as held:
        held.apply(added=[(*quad[:2], told.get(quad[1], quad[2]), quad[3]) for quad in read(NEWSROOM).held])
        other = Iri(f"{BASE}document/robots.nn.txt")
        held.apply(
            added=[(other, IS_STRING, Literal(f"{'Robotar.':60}Björn Åsen kan bli med i Pohjola Robotics."), other)]
        )
        yield held


def test_report_marks_mentions_with_their_class_and_relations_with_their_number(store: Store) -> None:
    page = report(store, SOURCE, base=BASE)
    assert '<mark class="Person">Aino Virta<small>Person</small></mark> <span class="relation">jätti<span' in page
    assert '<mark class="Organization">Sørlandet AI:n<small>Organization</small></mark> keväällä' in page
    assert '<a id="w1" href="#f1">1</a>' in page
    assert '<li id="f1">Aino Virta <i>left</i> Sørlandet AI' in page


def test_report_draws_the_facts_of_its_document_only(store: Store) -> None:
    drawn = re.search(r"<svg.*</svg>", report(store, SOURCE, base=BASE), re.DOTALL)
    assert drawn
    assert ">Aino Virta<" in drawn[0]
    assert "Oulu" not in drawn[0]


def test_report_dashes_what_is_no_fact(store: Store) -> None:
    assert "unsure" not in report(store, SOURCE, base=BASE).partition("</head>")[2]
    page = report(store, "robots.nn.txt", base=BASE)
    assert '<span class="relation unsure">kan bli med' in page
    assert "hedged possible" in page


def test_report_is_the_same_each_time(store: Store) -> None:
    assert report(store, SOURCE, base=BASE) == report(store, SOURCE, base=BASE)


def test_report_runs_nothing(store: Store, opened: Any) -> None:
    text = report(store, SOURCE, base=BASE).replace("<html", '<html class="ready"')
    page = opened(text)
    assert page.locator("script").count() == 0
    assert "<script>alert(1)</script>" in page.locator(".text").inner_text()
    assert page.title() == "</title><script>alert(1)</script>\ufffd"


def test_report_of_an_unknown_document_says_what_to_do(store: Store) -> None:
    with pytest.raises(KgError, match="kg documents"):
        report(store, "nothing.txt", base=BASE)


@pytest.mark.parametrize(
    ("marks", "shown"),
    [
        ([Mark(0, 3)], "[abc]def"),
        ([Mark(0, 6), Mark(1, 2)], "[a[b]cdef]"),
        ([Mark(0, 3), Mark(2, 5)], "[abc]def"),
        ([Mark(4, 9), Mark(2, 2), Mark(5, 6)], "abcde[f]"),
    ],
)
def test_marks_nest_and_never_cross(marks: list[Mark], shown: str) -> None:
    assert marked("abcdef", marks, box=lambda _, inner: f"[{inner}]") == shown


def test_marks_escape_the_text() -> None:
    assert marked("<b>\u202e", [Mark(0, 3, "Person", EntityClass.PERSON)]).count("<b>") == 0


@pytest.mark.parametrize(("scheme", "ground", "ink"), [("light", 251, 29), ("dark", 20, 232)])
def test_report_draws_its_picture_for_light_and_dark(
    browsers: Any, store: Store, scheme: str, ground: int, ink: int
) -> None:
    context = browsers().new_context(offline=True, color_scheme=scheme)
    page = context.new_page()
    page.set_content(report(store, SOURCE, base=BASE))
    fill = "(each) => Number(getComputedStyle(each).fill.match(/[0-9]+/)[0])"
    assert page.locator(".side svg rect").first.evaluate(fill) == ground
    assert page.locator(".side svg text").first.evaluate(fill) == ink
    context.close()
