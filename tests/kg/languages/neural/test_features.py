"""Words to pieces and rows."""

from __future__ import annotations

import pytest

from kg.languages.neural.features import MOST_PIECES, WordPieces, rows_of

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "un", "##believ", "##able", "cafe", "u", ".", "s"]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("unbelievable", ["un", "##believ", "##able"]),
        ("Café", ["cafe"]),
        ("U.S.", ["u", ".", "s", "."]),
        ("zebra", ["[UNK]"]),
        ("\u200b", ["[UNK]"]),
    ],
)
def test_pieces_are_the_longest_from_the_left(word: str, pieces: list[str]) -> None:
    found = WordPieces(VOCABULARY).ids(word)
    assert [VOCABULARY[number] for number in found] == pieces


def test_pieces_of_a_long_word_are_cut() -> None:
    assert len(WordPieces(VOCABULARY).ids("u." * 50)) == MOST_PIECES


def test_rows_keep_the_word_apart_from_its_parts() -> None:
    own, *parts = rows_of("Oslo", 10, 1000, 32)
    assert 1 <= own <= 10
    assert all(10 < row <= 1010 for row in parts)


def test_rows_tell_capitals_though_the_word_is_the_same() -> None:
    title, lower = rows_of("Apple", 100, 1000, 32), rows_of("apple", 100, 1000, 32)
    assert title[0] == lower[0]
    assert title != lower


def test_rows_are_no_more_than_asked_for() -> None:
    assert len(rows_of("donaudampfschiffahrt", 100, 1000, 8)) == 8
