"""Loading pipelines: what can be wrong with one, in one line."""

from __future__ import annotations

import pytest
import spacy

from kg.errors import PipelineError
from kg.languages import pipelines
from kg.languages.pipelines import load


def parser_with(nlp, labels):
    parser = nlp.add_pipe("parser")
    for label in labels:
        parser.add_label(label)
    nlp.initialize()
    return nlp


@pytest.fixture
def ud_folder(tmp_path):
    parser_with(spacy.blank("en"), ["nsubj", "obj", "obl"]).to_disk(tmp_path / "ud")
    return tmp_path / "ud"


def test_load_takes_any_pipeline_of_universal_dependencies(ud_folder):
    assert load("en", name=str(ud_folder)).pipe_names == ["kg_boundaries", "parser"]


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
    parser_with(spacy.blank("en"), ["nsubj", "dobj", "pobj"]).to_disk(tmp_path)
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
    with pytest.raises(PipelineError, match="en_small is not at"):
        load("en")
