"""Pipelines with networks as they are drawn, quickened: they give what spaCy's own code gives."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import fix_random_seed
from spacy.vectors import Vectors
from thinc.api import NumpyOps

from kg.languages.cnn import encoder
from kg.languages.cnn.pipeline import quicken
from kg.languages.cnn.products import Operations

WORDS = [f"{stem}{ending}" for stem in ("Acme", "talo", "kissa", "Meta", "2024") for ending in ("", "n", "ssa", "STA")]
CLASSES = ["ORG", "PERSON", "GPE"]
Make = Callable[[], Language]


def blank(*, static: Vectors | None = None, shared: bool = False) -> Language:
    """A pipeline with weights from chance alone, with words' vectors, or with one network for all components."""
    fix_random_seed(1)
    nlp = spacy.blank("fi")
    if static is not None:
        nlp.vocab.vectors = static
    if shared:
        nlp.add_pipe("tok2vec")
    width = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
    embed = {"pretrained_vectors": True if static is not None else None}
    own = {"@architectures": "spacy.HashEmbedCNN.v2", "width": 32, "depth": 2, "embed_size": 50}
    own |= {"window_size": 1, "maxout_pieces": 3, "subword_features": True, **embed}
    for name, label in (("morphologizer", "POS=NOUN"), ("parser", "obj"), ("ner", CLASSES[0])):
        model = {"tok2vec": width if shared else own}
        nlp.add_pipe(name, config={"model": model}).add_label(label)  # type: ignore[attr-defined]
    nlp.get_pipe("morphologizer").add_label("POS=VERB")  # type: ignore[attr-defined]
    for label in CLASSES[1:]:
        nlp.get_pipe("ner").add_label(label)  # type: ignore[attr-defined]
    doc = Doc(nlp.vocab, words=WORDS[:3], heads=[1, 1, 1], deps=["obj", "ROOT", "obj"], pos=["NOUN", "VERB", "NOUN"])
    nlp.initialize(lambda: [Example(doc.copy(), doc)])
    for pipe in nlp.pipe_names:
        draw(nlp.get_pipe(pipe))
    return nlp


def draw(pipe: Any) -> None:
    """Weights for the layers that begin as zeros."""
    for node in pipe.model.walk():
        if node.name in ("linear", "softmax", "precomputable_affine", "layernorm"):
            for name in node.param_names:
                node.set_param(name, np.random.normal(0, 0.5, node.get_param(name).shape).astype("f"))


def vectors(mode: str) -> Vectors:
    values = np.random.default_rng(2).normal(0, 1, (10, 20)).astype("f")
    if mode == "floret":
        strings = spacy.blank("fi").vocab.strings
        return Vectors(strings=strings, data=values, mode="floret", minn=2, maxn=3, hash_count=2, hash_seed=1)
    return Vectors(data=values, keys=WORDS[::2])


def docs(nlp: Language, count: int = 80) -> Iterator[Doc]:
    """Documents of any words, some of space alone, with sentence starts that are known, open or ruled out."""
    chance = random.Random(3)
    for _ in range(count):
        words = [chance.choice([*WORDS, "\n"]) for _ in range(chance.randrange(0, 12))]
        starts = [None if index and chance.random() < 0.7 else True for index in range(len(words))]
        yield Doc(nlp.vocab, words=words, sent_starts=starts)  # type: ignore[arg-type]


def read(nlp: Language, given: list[Doc]) -> list[Any]:
    return [
        [(t.pos_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_, t.is_sent_start) for t in doc] for doc in nlp.pipe(given)
    ]


MAKES: dict[str, Make] = {
    "own networks": blank,
    "a shared network": lambda: blank(shared=True),
    "static vectors": lambda: blank(static=vectors("default")),
    "floret vectors": lambda: blank(static=vectors("floret")),
}


@pytest.mark.parametrize("make", MAKES.values(), ids=MAKES)
def test_quicken_changes_no_annotation(make: Make) -> None:
    plain, quick = make(), make()
    quicken(quick)
    assert read(quick, list(docs(quick))) == read(plain, list(docs(plain)))


def test_quicken_takes_networks_and_recogniser() -> None:
    nlp = blank()
    quicken(nlp)
    assert nlp.pipe_names == ["morphologizer", "parser", "kg_recogniser"]
    nodes = {node.name for name in nlp.pipe_names[:2] for node in nlp.get_pipe(name).model.walk()}  # type: ignore[attr-defined]
    assert "kg_encoder" in nodes
    assert "hashembed" not in nodes
    assert sorted(nlp.get_pipe("kg_recogniser").labels) == sorted(CLASSES)  # type: ignore[attr-defined]
    assert not any(nlp.analyze_pipes()["problems"].values())


def test_quicken_leaves_wider_windows_alone() -> None:
    fix_random_seed(1)
    nlp = spacy.blank("fi")
    model = {"@architectures": "spacy.HashEmbedCNN.v2", "width": 32, "depth": 2, "embed_size": 50, "window_size": 2}
    model |= {"maxout_pieces": 3, "subword_features": True, "pretrained_vectors": None}
    tok2vec: Any = nlp.add_pipe("tok2vec", config={"model": model})
    nlp.initialize()
    quicken(nlp)
    assert "kg_encoder" not in {node.name for node in tok2vec.model.walk()}


def test_quickened_pipelines_read_the_same_with_others_or_alone() -> None:
    nlp = blank()
    quicken(nlp)
    together = read(nlp, list(docs(nlp)))
    assert together == [read(nlp, [doc])[0] for doc in docs(nlp)]


def test_quickened_pipelines_read_the_same_when_they_forget_words(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = blank()
    monkeypatch.setattr(encoder, "MOST_WORDS", 5)
    quick = blank()
    quicken(quick)
    assert [read(quick, [doc]) for doc in docs(quick)] == [read(plain, [doc]) for doc in docs(plain)]
    assert read(quick, list(docs(quick))) == read(plain, list(docs(plain)))


def test_quickened_recognisers_keep_names_that_are_there() -> None:
    plain, quick = blank(), blank()
    quicken(quick)
    found = []
    for nlp in (plain, quick):
        given = [doc for doc in docs(nlp) if len(doc) > 3]
        for doc in given:
            doc.set_ents([Span(doc, 1, 3, label="GPE")], default="unmodified")
        found.append(read(nlp, given))
    assert found[0] == found[1]


def test_recognisers_without_one_to_follow_say_so() -> None:
    nlp = spacy.blank("fi")
    nlp.add_pipe("kg_recogniser")
    with pytest.raises(ValueError, match="no recogniser to follow"):
        nlp("Acme")


def matrix(*shape: int) -> NDArray[np.float32]:
    return np.random.default_rng(4).normal(0, 1, shape).astype("f")


@pytest.mark.parametrize("rows", [0, 1, 2, 50])
def test_operations_multiply_as_thinc_does(rows: int) -> None:
    found = Operations().gemm(matrix(rows, 8), matrix(5, 8), trans2=True)
    assert np.allclose(found, NumpyOps().gemm(matrix(rows, 8), matrix(5, 8), trans2=True), atol=1e-5)


@pytest.mark.parametrize("rows", [1, 7])
def test_operations_write_where_they_are_told(rows: int) -> None:
    out = np.zeros((rows + 1, 5), dtype="f")
    Operations().gemm(matrix(rows, 8), matrix(5, 8), out=out[1:], trans2=True)
    assert np.allclose(out[1:], matrix(rows, 8) @ matrix(5, 8).T, atol=1e-5)
    assert not out[0].any()


def test_operations_give_a_row_the_same_alone_and_among_others() -> None:
    operations, weights = Operations(), matrix(200, 192)
    rows = np.random.default_rng(5).normal(0, 1, (70, 192)).astype("f")
    together = operations.gemm(rows, weights, trans2=True)
    for count in (1, 2, 3, 16):
        assert (operations.gemm(rows[5 : 5 + count], weights, trans2=True) == together[5 : 5 + count]).all()
