"""What pipelines tell of themselves, from their `meta.json`."""

from __future__ import annotations

import json

import pytest

from kg.errors import PipelineError
from kg.languages import pipelines
from kg.languages.catalogue import Score, list_pipelines

META = {
    "lang": "en",
    "name": "big",
    "version": "2.0",
    "license": "MIT",
    "labels": {"parser": ["nsubj", "obj", "obl"]},
    "performance": {
        "speed": 1000,
        "test": [
            {"treebank": "tb", "tokens": "gold", "upos": 0.9, "las": 0.8, "lemma": 0.7},
            {"treebank": "tb", "tokens": "own", "upos": 0.1},
        ],
    },
}


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """Puts a pipeline's description among ours, and gives what the list says of it."""
    monkeypatch.setattr(pipelines, "TRAINED", tmp_path)

    def put(meta):
        (tmp_path / "en_big").mkdir()
        (tmp_path / "en_big" / "meta.json").write_text(meta if isinstance(meta, str) else json.dumps(meta))
        return next(each for each in list_pipelines() if each.name == "en_big")

    return put


def test_list_pipelines_gives_the_figures_of_gold_words(shipped):
    found = shipped(META)
    assert found.scores == (Score("tb", 0.9, 0.8, 0.7, None),)
    assert (found.licence, found.speed, found.labels, found.shipped) == ("MIT", 1000, "Universal Dependencies", True)


def test_list_pipelines_gives_the_figures_of_spacy(shipped):
    found = shipped({**META, "performance": {"pos_acc": 0.9, "dep_las": 0.8, "lemma_acc": None, "ents_f": 0.6}})
    assert found.scores == (Score("own", 0.9, 0.8, None, 0.6),)


@pytest.mark.parametrize(("labels", "scheme"), [(["nsubj", "dobj", "pobj"], "ClearNLP"), (["SB"], None), ([], None)])
def test_list_pipelines_tells_the_scheme_of_labels(shipped, labels, scheme):
    assert shipped({**META, "labels": {"parser": labels}}).labels == scheme


def test_list_pipelines_says_what_is_damaged(shipped):
    with pytest.raises(PipelineError, match="install it again"):
        shipped("{")


def test_list_pipelines_knows_what_reads_each_language():
    assert {code for each in list_pipelines() for code in each.reads} == {"en", "fi", "nb", "nn"}
