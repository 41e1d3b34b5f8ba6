"""Finnish base forms from form, part of speech and morphology."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from kg.languages.lemmas_fi import Lemmatizer
from kg.languages.lexicon_fi import Lexicon


@pytest.fixture(scope="module")
def lemmatizer():
    return Lemmatizer(spacy.blank("fi").vocab)


def lemma_of(lemmatizer, text, pos, morph):
    return lemmatizer.find_lemma(text, pos, dict(feat.split("=") for feat in morph.split("|") if feat))


@pytest.mark.parametrize(
    ("text", "morph", "expected"),
    [
        ("kaduilla", "Case=Ade|Number=Plur", "katu"),
        ("vastauksen", "Case=Gen|Number=Sing", "vastaus"),
        ("yhteyttä", "Case=Par|Number=Sing", "yhteys"),
        ("tekoälyosaajien", "Case=Gen|Number=Plur", "tekoälyosaaja"),
        ("laskentaresursseihin", "Case=Ill|Number=Plur", "laskentaresurssi"),
        ("talossani", "Case=Ine|Number=Sing|Number[psor]=Sing|Person[psor]=1", "talo"),
        ("tiiminsä", "Case=Gen|Number=Sing|Person[psor]=3", "tiimi"),
        ("taloonsa", "Case=Ill|Number=Sing|Person[psor]=3", "talo"),
        ("talokin", "Case=Nom|Clitic=Kin|Number=Sing", "talo"),
        ("Yritykset", "Case=Nom|Number=Plur", "yritys"),
        ("kasvoilla", "Case=Ade|Number=Plur", "kasvot"),
        ("LLM:iä", "Abbr=Yes|Case=Par|Number=Plur", "LLM"),
        ("some-jätin", "Case=Gen|Number=Sing", "some-jätti"),
        ("katastrofivuonna", "Case=Ess|Number=Sing", "katastrofivuosi"),
    ],
)
def test_lemmas_of_nouns(lemmatizer, text, morph, expected):
    assert lemma_of(lemmatizer, text, "NOUN", morph) == expected


@pytest.mark.parametrize(
    ("text", "morph", "expected"),
    [
        ("suurempaa", "Case=Par|Degree=Cmp|Number=Sing", "suuri"),
        ("isompaan", "Case=Ill|Degree=Cmp|Number=Sing", "iso"),
        ("suurin", "Case=Nom|Degree=Sup|Number=Sing", "suuri"),
        ("parempia", "Case=Par|Degree=Cmp|Number=Plur", "hyvä"),
        ("monimutkaisiin", "Case=Ill|Degree=Pos|Number=Plur", "monimutkainen"),
    ],
)
def test_lemmas_of_adjectives(lemmatizer, text, morph, expected):
    assert lemma_of(lemmatizer, text, "ADJ", morph) == expected


@pytest.mark.parametrize(
    ("text", "morph", "expected"),
    [
        ("jättäneet", "Case=Nom|Number=Plur|PartForm=Past|VerbForm=Part|Voice=Act", "jättää"),
        ("lähteä", "InfForm=1|Number=Sing|VerbForm=Inf|Voice=Act", "lähteä"),
        ("irtisanottiin", "Mood=Ind|Tense=Past|VerbForm=Fin|Voice=Pass", "irtisanoa"),
        ("johtanut", "Case=Nom|Number=Sing|PartForm=Past|VerbForm=Part|Voice=Act", "johtaa"),
        ("siirtymässä", "Case=Ine|InfForm=3|Number=Sing|VerbForm=Inf|Voice=Act", "siirtyä"),
        ("rajoitetusta", "Case=Ela|Number=Sing|PartForm=Past|VerbForm=Part|Voice=Pass", "rajoittaa"),
        ("houkuttelevilla", "Case=Ade|Number=Plur|PartForm=Pres|VerbForm=Part|Voice=Act", "houkutella"),
        ("mennään", "Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Pass", "mennä"),
        ("tarjotakseen", "Case=Tra|InfForm=1|Number=Sing|Person[psor]=3|VerbForm=Inf|Voice=Act", "tarjota"),
        ("pyrkiessään", "Case=Ine|InfForm=2|Number=Sing|Person[psor]=3|VerbForm=Inf|Voice=Act", "pyrkiä"),
        ("haluaisiko", "Clitic=Ko|Mood=Cnd|Number=Sing|Person=3|VerbForm=Fin|Voice=Act", "haluta"),
    ],
)
def test_lemmas_of_verbs(lemmatizer, text, morph, expected):
    assert lemma_of(lemmatizer, text, "VERB", morph) == expected


@pytest.mark.parametrize(
    ("text", "pos", "morph", "expected"),
    [
        ("heille", "PRON", "Case=All|Number=Plur", "hän"),
        ("eivät", "AUX", "Number=Plur|Polarity=Neg", "ei"),
        ("nopeammin", "ADV", "Degree=Cmp", "nopeasti"),
        ("edessään", "ADV", "Person[psor]=3", "edessä"),
        ("2022", "NUM", "NumType=Card", "2022"),
        ("90/425/ETY", "NUM", "NumType=Card", "90/425/ETY"),
        (".", "PUNCT", "", "."),
        ("kolmella", "NUM", "Case=Ade|Number=Sing", "kolme"),
    ],
)
def test_lemmas_of_other_words(lemmatizer, text, pos, morph, expected):
    assert lemma_of(lemmatizer, text, pos, morph) == expected


def doc_of(rows):
    words, pos, morphs = zip(*rows, strict=True)
    return Doc(spacy.blank("fi").vocab, words=list(words), pos=list(pos), morphs=list(morphs))


def test_lemmas_of_names_follow_the_document(lemmatizer):
    rows = [("Zyxerin", "PROPN", "Case=Gen|Number=Sing"), ("Zyxeri", "PROPN", "Case=Nom|Number=Sing")]
    assert [token.lemma_ for token in lemmatizer(doc_of(rows))] == ["Zyxeri", "Zyxeri"]


def test_lemmas_of_names_follow_other_documents(lemmatizer):
    first = lemmatizer(doc_of([("Zyxerin", "PROPN", "Case=Gen|Number=Sing")]))
    second = lemmatizer(doc_of([("Zyxeri", "PROPN", "Case=Nom|Number=Sing")]))
    assert first[0].lemma_ == "Zyxer"
    lemmatizer.lemmatize_names([first, second])
    assert first[0].lemma_ == "Zyxeri"


def test_lemmas_of_capitalised_nouns_inside_sentences_are_names(lemmatizer):
    rows = [("se", "PRON", "Case=Nom|Number=Sing"), ("Akatemian", "NOUN", "Case=Gen|Number=Sing")]
    assert lemmatizer(doc_of(rows))[1].lemma_ == "Akatemia"


@pytest.mark.parametrize(
    ("word", "tags", "expected"),
    [
        ("Annasta", "Case=Ela|Number=Sing", "Anna"),
        ("Tuuli", "Case=Nom|Number=Sing", "tuuli"),
        ("Annettujen", "Case=Gen|Number=Plur", "annettu"),
    ],
)
def test_lemmas_of_nouns_that_open_sentences_are_names_where_those_are_seen_more(word, tags, expected):
    seen = {"Anna": -9.0, "anta": -15.0, "tuuli": -10.0, "Tuuli": -11.0, "Annettujen": -9.0, "annettu": -15.0}
    lemmatizer = Lemmatizer(spacy.blank("fi").vocab)
    lemmatizer.lexicon = Lexicon(seen)
    assert lemmatizer(doc_of([(word, "NOUN", tags), ("tuli", "VERB", "")]))[0].lemma_ == expected


def test_lemmas_begin_with_no_doubled_consonant():
    lemmatizer = Lemmatizer(spacy.blank("fi").vocab)
    lemmatizer.lexicon = Lexicon({"ttaa": -9.0, "toimia": -10.0})
    tags = "Case=Ade|Number=Sing|PartForm=Past|VerbForm=Part|Voice=Pass"
    assert lemma_of(lemmatizer, "toimivalla", "VERB", tags) == "toimia"


def test_lemmas_of_an_empty_document_are_none(lemmatizer):
    assert len(lemmatizer(Doc(spacy.blank("fi").vocab))) == 0
