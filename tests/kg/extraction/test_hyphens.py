"""Compounds in pieces: one phrase, whether the tokenizer keeps their hyphens or cuts them off."""

from __future__ import annotations

import pytest

from tests.annotated import extraction_of, row_tree, shown

TABLE = [
    (
        "a piece with its hyphen",
        "nn",
        "Kari/Kari/PROPN/2/nsubj leier/leie/VERB/0/root presse-/presse-/NOUN/2/obj og/og/CCONJ/5/cc "
        "kulturgruppa/kulturgruppe/NOUN/3/conj",
        ["Kari | leier | presse- og kulturgruppa"],
    ),
    (
        "three pieces",
        "nn",
        "Kari/Kari/PROPN/2/nsubj leier/leie/VERB/0/root skule-/skule-/NOUN/2/obj ,/,/PUNCT/5/punct "
        "helse-/helse-/NOUN/3/conj og/og/CCONJ/7/cc kulturgruppa/kulturgruppe/NOUN/3/conj",
        ["Kari | leier | skule-, helse- og kulturgruppa"],
    ),
    (
        "a hyphen cut off",
        "fi",
        "vesi/vesi/NOUN/6/nsubj +-/-/NOUN/6/nsubj ja/ja/CCONJ/4/cc energiayhtiö/energiayhtiö/NOUN/2/conj "
        "eilen/eilen/ADV/6/advmod osti/ostaa/VERB/0/root Betan/Beta/PROPN/6/obj",
        ["vesi- ja energiayhtiö | osti | Betan"],
    ),
    (
        "a name before its noun",
        "fi",
        "Liisa/Liisa/PROPN/2/nsubj johtaa/johtaa/VERB/0/root Beta/Beta/PROPN/2/obl Oy/Oy/PROPN/3/flat:name "
        "-/-/NOUN/2/obj +hanketta/hanke/NOUN/2/obj",
        ["Liisa | johtaa | Beta Oy -hanketta"],
    ),
    (
        "whole words stay two",
        "fi",
        "Acme/Acme/PROPN/2/nsubj osti/ostaa/VERB/0/root laivan/laiva/NOUN/2/obj ja/ja/CCONJ/5/cc "
        "talon/talo/NOUN/3/conj",
        ["Acme | osti | laivan", "Acme | osti | talon"],
    ),
]


@pytest.mark.parametrize(
    ("name", "lang", "row", "expected"), TABLE, ids=[f"{name}, {lang}" for name, lang, *_ in TABLE]
)
def test_pieces_make_one_slot(name, lang, row, expected):
    assert sorted(shown(extraction_of(row_tree(row, lang=lang)))) == sorted(expected)
