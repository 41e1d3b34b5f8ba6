"""Plain sentences of the kind that people type first, a row a sentence, and the propositions read off it."""

from __future__ import annotations

import pytest

from tests.annotated import extraction_of, row_tree, shown

#: What a sentence shows, to its language, its row and its propositions.
CASES = {
    "a sign ties the names of a firm": (
        "en",
        "Lind/Lind/PROPN/4/nsubj &/&/CCONJ/3/cc Sons/Son/PROPN/1/conj sell/sell/VERB/0/root ships/ship/NOUN/4/obj",
        ["Lind & Sons | sell | ships"],
    ),
    "a sign ties two people": (
        "en",
        "Ann/Ann/PROPN/4/nsubj &/&/CCONJ/3/cc Bob/Bob/PROPN/1/conj sell/sell/VERB/0/root ships/ship/NOUN/4/obj",
        ["Ann | sell | ships", "Bob | sell | ships"],
    ),
    "the first part of a verb belongs to no name": (
        "en",
        "Ann/Ann/PROPN/5/nsubj Lee/Lee/PROPN/1/flat co/co/X/1/flat +-/-/PUNCT/3/punct +founded/found/VERB/0/root"
        " Acme/Acme/PROPN/5/obj",
        ["Ann Lee | co-founded | Acme"],
    ),
    "no title stands behind its name": (
        "en",
        "Bob/Bob/PROPN/2/nsubj met/meet/VERB/0/root President/President/PROPN/1/nmod:desc Ann/Ann/PROPN/2/obj",
        ["Bob | met | Ann", "Ann | is | President"],
    ),
    "a firm before a title belongs to it": (
        "en",
        "Acme/Acme/PROPN/4/compound Chief/chief/ADJ/3/amod President/President/PROPN/4/nmod:desc Ann/Ann/PROPN/5/nsubj"
        " left/leave/VERB/0/root",
        ["Ann | left", "Ann | is | Acme Chief President"],
    ),
    "an amount does nothing": (
        "en",
        "Acme/Acme/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass fined/fine/VERB/0/root $/$/SYM/3/obj +2/2/NUM/4/nummod"
        " for/for/SCONJ/7/mark polluting/pollute/VERB/3/advcl/VerbForm=Part rivers/river/NOUN/7/obj",
        ["Acme | was fined | $2", "Acme | polluting | rivers"],
    ),
    "of two brothers, neither is two": (
        "en",
        "Kari/Kari/PROPN/2/nsubj met/meet/VERB/0/root two/two/NUM/4/nummod brothers/brother/NOUN/2/obj/Number=Plur"
        " ,/,/PUNCT/6/punct Bob/Bob/PROPN/4/appos and/and/CCONJ/8/cc Ola/Ola/PROPN/6/conj",
        ["Kari | met | two brothers"],
    ),
}


@pytest.mark.parametrize(("lang", "row", "expected"), CASES.values(), ids=CASES.keys())
def test_plain_sentences(lang: str, row: str, expected: list[str]) -> None:
    assert shown(extraction_of(row_tree(row, lang=lang))) == expected


@pytest.mark.parametrize(("sign", "expected"), [(",", ["Ann", "Ann"]), ("-", ["head", "Ann"])])
def test_a_noun_with_a_name_behind_a_comma_speaks_of_that_person(sign: str, expected: list[str]) -> None:
    row = f"The/the/DET/2/det head/head/NOUN/5/nsubj {sign}/{sign}/PUNCT/4/punct Ann/Ann/PROPN/2/appos left/leave/VERB/0/root"
    found = extraction_of(row_tree(row, lang="en"))
    assert shown(found) == ["head | left", "Ann | is | head"]
    assert [found.mentions[p.subject.mention].label for p in found.propositions] == expected
    assert [found.mentions[p.object.phrase.mention].label for p in found.propositions if p.object] == ["head"]
