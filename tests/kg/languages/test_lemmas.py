"""Guessed base forms against dictionaries."""

from __future__ import annotations

import pytest

from kg.languages.lemmas import DICTIONARIES, known_lemma


@pytest.mark.parametrize(
    ("lang", "form", "guess", "pos", "expected"),
    [
        ("nn", "forlét", "forlé", "VERB", "forlate"),
        ("nn", "matpakkar", "matpakk", "NOUN", "matpakke"),
        ("nb", "sluppet", "sluppe", "VERB", "slippe"),
        ("en", "fled", "flead", "VERB", "flee"),
        ("en", "left", "leave", "VERB", "leave"),
        ("en", "fined", "fin", "VERB", "fine"),
        ("en", "pinned", "pin", "VERB", "pin"),
        ("en", "fined", "fin", "NOUN", "fin"),
        ("nn", "jobbar", "jobb", "VERB", "jobbe"),
        ("en", "blorfed", "blorf", "VERB", "blorf"),
    ],
)
def test_lemmas_trust_a_dictionary_over_a_guess(lang: str, form: str, guess: str, pos: str, expected: str) -> None:
    assert known_lemma(guess, form, pos, DICTIONARIES[lang]) == expected
