"""The pipelines as they are loaded for the four languages."""

from __future__ import annotations

import sys

import pytest

from kg.languages.pipelines import SOURCES, TRAINED, load

pytestmark = pytest.mark.models


def need(lang):
    folder = SOURCES[lang].trained
    if folder and not (TRAINED / folder / "config.cfg").is_file():
        pytest.skip(f"{folder} is not trained yet")
    return load(lang)


@pytest.fixture(scope="module")
def finnish():
    """The Finnish pipeline, loaded where libvoikko cannot be imported."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "libvoikko", None)
        yield load("fi")


@pytest.mark.parametrize(
    ("lang", "text", "subject"),
    [
        ("en", "She left the company.This surprised the engineers.", "She"),
        ("fi", "Hän jätti yhtiön.Tämä yllätti insinöörit.", "Hän"),
        ("nn", "Ho forlét selskapet.Dette overraska ingeniørane.", "Ho"),
        ("nb", "Hun forlot selskapet.Dette overrasket ingeniørene.", "Hun"),
    ],
)
def test_pipelines_parse_and_cut_glued_sentences(lang, text, subject):
    first, second = need(lang)(text).sents
    assert first.root.pos_ == "VERB"
    assert subject in {token.text for token in first.root.children if token.dep_.startswith("nsubj")}
    assert second.text.startswith(("This", "Tämä", "Dette"))


@pytest.mark.parametrize("lang", ["en", "fi", "nn", "nb"])
def test_pipelines_have_all_that_extraction_needs(lang):
    doc = need(lang)("Oslo Helsinki Berlin.")
    assert all(doc.has_annotation(name) for name in ("POS", "MORPH", "DEP", "LEMMA", "ENT_IOB"))


@pytest.mark.parametrize("lang", ["en", "fi", "nn"])
def test_pipelines_find_no_problem_in_themselves(lang):
    assert not any(need(lang).analyze_pipes()["problems"].values())


@pytest.mark.parametrize("lang", ["en", "fi", "nn"])
def test_pipelines_say_the_same_again(lang):
    nlp, text = need(lang), "Anna Berg left Oslo in May. OpenAI and Google grew."
    first, second = ([(t.text, t.lemma_, t.dep_, t.head.i) for t in nlp(text)] for _ in range(2))
    assert first == second


def test_norwegian_is_one_pipeline():
    assert need("nn") is need("nb")


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("Moni insinööri on siirtymässä pois Metasta.", {"Metasta": "Meta", "siirtymässä": "siirtyä"}),
        ("Googlen osakkeet nousivat Helsingissä.", {"Googlen": "Google", "Helsingissä": "Helsinki"}),
        ("Yhtiö toimii Turussa ja Yhdysvalloissa.", {"Turussa": "Turku", "Yhdysvalloissa": "Yhdysvallat"}),
        (
            "Microsoftin ja OpenAI:n johtajat olivat jättäneet talon.",
            {"Microsoftin": "Microsoft", "OpenAI:n": "OpenAI"},
        ),
        ("Se kilpailee Applea ja Nokiaa vastaan.", {"Applea": "Apple", "Nokiaa": "Nokia"}),
        ("Pula tekoälyosaajista vaivaa tekoäly-startupeja.", {"tekoälyosaajista": "tekoälyosaaja"}),
        ("Työntekijät irtisanottiin.", {"irtisanottiin": "irtisanoa", "Työntekijät": "työntekijä"}),
    ],
)
def test_finnish_words_get_their_base_forms(finnish, text, lemmas):
    assert lemmas.items() <= {token.text: token.lemma_ for token in finnish(text)}.items()


def test_finnish_names_follow_the_document(finnish):
    doc = finnish("Kari Meijer on johtaja. Meijerin tiimi kasvoi.")
    assert {token.text: token.lemma_ for token in doc}["Meijerin"] == "Meijer"
