"""Stems and forms of Finnish words, found from a dictionary's forms of them."""

from __future__ import annotations

import pytest

from training.lemmas_fi import is_verb, noun_stems, simple_words, singulars, verb_forms


def words(text: str) -> set[str]:
    return set(text.split())


KATU = words(
    "katu kadun kadut kadussa kadusta kadulla kadulta kadulle katuna katuni katunsa katuun katua "
    "kaduissa kaduista kaduilla kaduilta kaduille katuina katuihin katuja katujen"
)
SAADA = words(
    "saada saan saat saamme saatte saavat sain sait saimme saivat saisi saisimme saisivat saanut "
    "saadaan saatiin saataisiin saakoon saanemme"
)


@pytest.mark.parametrize(
    "row",
    [
        ("weak", "kadu"),
        ("strong", "katu"),
        ("plural weak", "kadui"),
        ("plural strong", "katui"),
        ("illative", "katuun"),
        ("plural illative", "katuihin"),
        ("plural partitive", "katuja"),
        ("plural genitive", "katujen"),
        ("partitive", "katua"),
    ],
)
def test_stems_of_nouns_are_found_from_their_forms(row):
    assert row in set(noun_stems("katu", KATU))


def test_stems_that_a_homograph_took_follow_from_the_others():
    forms = {form for form in KATU if not form.startswith("kadui")}
    assert ("plural weak", "kadui") in set(noun_stems("katu", forms))


@pytest.mark.parametrize(
    "row",
    [
        ("active form", "saa"),
        ("active nominative", "saava"),
        ("active nominative", "saama"),
        ("active weak", "saanee"),
        ("passive form", "saatiin"),
        ("passive nominative", "saatu"),
        ("passive weak", "saadu"),
        ("passive nominative", "saatava"),
        ("active form", "saamassa"),
    ],
)
def test_forms_of_verbs_include_their_participles(row):
    assert row in set(verb_forms("saada", SAADA))


def test_verbs_are_told_from_nouns_by_their_forms():
    assert is_verb("saada", SAADA)
    assert not is_verb("katu", KATU)


def test_simple_words_leave_out_compounds():
    forms = {key: {"a", "b", "c"} for key in ("moottori", "katu", "moottorikatu")}
    assert simple_words(forms) == {"moottori", "katu"}


@pytest.mark.parametrize(("base", "singular"), [("ajankohtaiset", "ajankohtainen"), ("vanhemmat", "vanhempi")])
def test_plural_base_forms_have_singulars(base, singular):
    assert singular in set(singulars(base))
