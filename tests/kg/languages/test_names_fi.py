"""Base forms of Finnish names, with a vocabulary of a few words."""

from __future__ import annotations

import pytest

from kg.languages.lexicon_fi import UNSEEN
from kg.languages.names_fi import Name, choose

FREQUENCIES = {"Meta": -12.0, "Google": -11.0, "Helsinki": -8.0, "Turku": -9.0, "Yhdysvallat": -9.0, "Apple": -12.0}


def base_of(text, case, number="Sing", named=()):
    name = Name(text, case, number)
    return choose([name], lambda word: FREQUENCIES.get(word, UNSEEN), named)[name]


@pytest.mark.parametrize(
    ("text", "case", "expected"),
    [
        ("Metasta", "Ela", "Meta"),
        ("Metaan", "Ill", "Meta"),
        ("Googlen", "Gen", "Google"),
        ("Applea", "Par", "Apple"),
        ("Helsingissä", "Ine", "Helsinki"),
        ("Turussa", "Ine", "Turku"),
        ("Turkuun", "Ill", "Turku"),
    ],
)
def test_names_known_to_finnish_text_lose_their_endings(text, case, expected):
    assert base_of(text, case) == expected


@pytest.mark.parametrize(
    ("text", "case", "expected"),
    [
        ("Wozniackin", "Gen", "Wozniack"),
        ("Brandtilla", "Ade", "Brandt"),
        ("Brandtiin", "Ill", "Brandt"),
        ("Quandtia", "Par", "Quandt"),
        ("Kowalskan", "Gen", "Kowalska"),
        ("Xarviksen", "Gen", "Xarvis"),
        ("Yläjoen", "Gen", "Yläjoki"),
        ("Qvalisen", "Gen", "Qvalinen"),
    ],
)
def test_names_never_seen_go_as_their_ends_do(text, case, expected):
    assert base_of(text, case) == expected


@pytest.mark.parametrize(("text", "expected"), [("OpenAI:n", "OpenAI"), ("IBM:lle", "IBM"), ("Bordeaux’n", "Bordeaux")])
def test_names_end_at_colon_and_apostrophe(text, expected):
    assert base_of(text, "Gen") == expected


def test_names_in_the_nominative_stay():
    assert base_of("Jensen", "Nom") == "Jensen"


def test_names_in_the_plural_keep_it_where_it_is_theirs():
    assert base_of("Yhdysvalloissa", "Ine", "Plur") == "Yhdysvallat"


def test_names_follow_what_the_document_calls_them():
    assert base_of("Wozniackin", "Gen", named=["Wozniacki"]) == "Wozniacki"


def test_names_of_one_document_agree():
    forms = [Name("Dravin", "Gen", "Sing"), Name("Dravi", "Nom", "Sing")]
    assert set(choose(forms, lambda _: UNSEEN).values()) == {"Dravi"}
