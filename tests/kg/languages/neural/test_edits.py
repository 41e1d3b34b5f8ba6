"""Base forms as edits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.languages.neural.edits import apply, edit_of


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_edit_gives_back_its_base_form(word: str, lemma: str) -> None:
    assert apply(edit_of(word, lemma), word) == lemma


@pytest.mark.parametrize(
    ("known", "word", "lemma"),
    [
        (("cities", "city"), "parties", "party"),
        (("Walked", "walk"), "talked", "talk"),
        (("Nokia", "Nokia"), "Oslo", "Oslo"),
        (("went", "go"), "Went", "go"),
    ],
)
def test_edit_serves_other_words_with_the_ending(known: tuple[str, str], word: str, lemma: str) -> None:
    assert apply(edit_of(*known), word) == lemma


def test_edit_that_drops_more_than_there_is_leaves_the_word() -> None:
    assert apply(edit_of("abcdef", "a"), "xyz") == "xyz"
