"""Extractors by name."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from kg.errors import ExtractorError
from kg.extraction import extract, extractors, find_extractor
from kg.model import Extraction


def silent(blocks, *, lang, lexis):
    """An extractor that finds nothing."""
    return Extraction((), (), ())


@pytest.fixture
def offered(monkeypatch):
    """Lets a package offer the extractor of a place in code."""

    def offer(name, value):
        point = EntryPoint(name, value, extractors.GROUP)
        monkeypatch.setattr(extractors, "entry_points", lambda *, group: [point] if group == extractors.GROUP else [])

    return offer


@pytest.mark.parametrize("name", [None, "rules"])
def test_find_extractor_gives_ours(name):
    assert find_extractor(name) is extract


def test_find_extractor_gives_that_of_a_package(offered):
    offered("silent", f"{__name__}:silent")
    assert find_extractor("silent") is silent


def test_find_extractor_names_those_there_are(offered):
    offered("silent", f"{__name__}:silent")
    with pytest.raises(
        ExtractorError, match="no extractor 'loud' is installed; there are benchie, carb, rules, silent"
    ):
        find_extractor("loud")


def test_find_extractor_says_in_one_line_what_cannot_be_loaded(offered):
    offered("broken", "no.such.module:extract")
    with pytest.raises(ExtractorError, match="the extractor 'broken' can't be loaded") as caught:
        find_extractor("broken")
    assert "\n" not in str(caught.value)
