"""Loading pipelines: what can be wrong with one, in one line."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example

from kg.errors import PipelineError
from kg.languages import pipelines
from kg.languages.pipelines import load


def parser_with(nlp, labels, *, tagger=False):
    if tagger:
        nlp.add_pipe("tagger").add_label("NN")
    nlp.add_pipe("morphologizer").add_label("POS=NOUN")
    nlp.add_pipe("trainable_lemmatizer")
    parser = nlp.add_pipe("parser")
    for label in labels:
        parser.add_label(label)
    words = Doc(nlp.vocab, words=["a"] * 5, lemmas=["a"] * 5, pos=["NOUN"] * 5, heads=[0] * 5, deps=["nsubj"] * 5)
    nlp.initialize(lambda: [Example(words.copy(), words)])
    return nlp


@pytest.fixture
def ud_folder(tmp_path):
    parser_with(spacy.blank("en"), ["nsubj", "obj", "obl"]).to_disk(tmp_path / "ud")
    return tmp_path / "ud"


def test_load_takes_any_pipeline_of_universal_dependencies(ud_folder):
    assert load("en", name=str(ud_folder)).pipe_names == [
        "morphologizer",
        "trainable_lemmatizer",
        "kg_known_lemmas",
        "kg_boundaries",
        "parser",
    ]


def test_load_takes_one_of_ours_by_its_short_name():
    assert load("en", name="small") is load("en", name="en_small")


def test_load_converts_the_labels_of_clearnlp(tmp_path):
    parser_with(spacy.blank("en"), ["nsubj", "dobj", "pobj"], tagger=True).to_disk(tmp_path)
    nlp = load("en", name=str(tmp_path))
    assert nlp.pipe_names[-1] == "kg_clearnlp"
    assert not any(nlp.analyze_pipes()["problems"].values())


def test_load_names_the_tags_that_a_conversion_needs(tmp_path):
    parser_with(spacy.blank("en"), ["nsubj", "dobj", "pobj"]).to_disk(tmp_path)
    with pytest.raises(PipelineError, match="treebank tags"):
        load("en", name=str(tmp_path))


def test_load_converts_no_other_language(tmp_path):
    parser_with(spacy.blank("fi"), ["nsubj", "dobj", "pobj"]).to_disk(tmp_path)
    with pytest.raises(PipelineError, match="for English alone"):
        load("fi", name=str(tmp_path))


@pytest.mark.parametrize(
    ("without", "named"), [("morphologizer", "parts of speech"), ("trainable_lemmatizer", "base forms")]
)
def test_load_names_what_a_pipeline_lacks(ud_folder, tmp_path, without, named):
    spacy.load(ud_folder, exclude=[without]).to_disk(tmp_path / "less")
    with pytest.raises(PipelineError, match=named):
        load("en", name=str(tmp_path / "less"))


@pytest.mark.parametrize("lang", ["sv", "xx"])
def test_chosen_refuses_a_language_without_rules(lang):
    with pytest.raises(PipelineError, match="there are pipelines for en, fi, nb, nn"):
        pipelines.chosen({lang: "small"})


def test_chosen_takes_one_norwegian_pipeline_for_both_standards():
    assert pipelines.chosen({"no": "base"}) == {"nn": "base", "nb": "base"}


def test_load_gives_the_same_pipeline_again(ud_folder):
    assert load("en", name=str(ud_folder)) is load("en", name=str(ud_folder))


def test_load_leaves_components_without_problems(ud_folder):
    assert not any(load("en", name=str(ud_folder)).analyze_pipes()["problems"].values())


@pytest.mark.parametrize(("lang", "known"), [("xx", "en, fi, nb, nn"), ("sv", "en, fi, nb, nn")])
def test_load_names_the_languages_there_are(lang, known):
    with pytest.raises(PipelineError, match=known):
        load(lang)


def test_load_names_a_missing_package():
    with pytest.raises(PipelineError, match="no pipeline 'no-such-package'"):
        load("en", name="no-such-package")


def test_load_refuses_a_pipeline_of_another_language(ud_folder):
    with pytest.raises(PipelineError, match="reads 'en', not 'fi'"):
        load("fi", name=str(ud_folder))


def test_load_refuses_a_pipeline_without_parser(tmp_path):
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(PipelineError, match="has no parser"):
        load("en", name=str(tmp_path))


def test_load_refuses_a_parser_of_another_scheme(tmp_path):
    parser_with(spacy.blank("en"), ["SB", "OA", "NK"]).to_disk(tmp_path)
    with pytest.raises(PipelineError, match="another scheme"):
        load("en", name=str(tmp_path))


@pytest.mark.parametrize("broken", ["config.cfg", "meta.json", "parser/model"])
def test_load_says_what_is_damaged_in_one_line(ud_folder, broken):
    (ud_folder / broken).write_bytes(b"\x00[[damaged")
    with pytest.raises(PipelineError, match="install it again") as caught:
        load("en", name=str(ud_folder))
    assert "\n" not in str(caught.value)


def test_load_says_where_a_trained_pipeline_should_be(monkeypatch, tmp_path):
    monkeypatch.setattr(pipelines, "TRAINED", tmp_path)
    with pytest.raises(PipelineError, match="en_base is not at"):
        load("en")
