"""The trained convolutional pipelines, run by ONNX Runtime: on a page they give what spaCy's own code gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.languages.pipelines import TRAINED, find_package, load
from kg.languages.sentences import split_sentences

pytestmark = pytest.mark.models
EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"
#: Language to the pipeline's short name, its folder, and a page.
PIPELINES = {
    "en": ("small", TRAINED / "en_small", EXAMPLES / "payroll-and-chips.md"),
    "fi": (None, find_package("spacy_fi_experimental_web_md"), EXAMPLES / "departures.fi.txt"),
}


def sentences(page: Path) -> list[str]:
    lines = page.read_text(encoding="utf-8").splitlines()
    return [line[start:end] for line in lines for start, end in split_sentences(line)]


def annotated(doc: Doc) -> list[tuple[Any, ...]]:
    return [
        (t.text, t.tag_, t.pos_, str(t.morph), t.dep_, t.head.i, t.is_sent_start, t.ent_iob_, t.ent_type_) for t in doc
    ]


def as_one(doc: Doc) -> Doc:
    """The document, said to be one sentence."""
    for token in doc[1:]:
        token.is_sent_start = False
    return doc


@pytest.fixture(params=sorted(PIPELINES))
def pipelines(request: pytest.FixtureRequest) -> tuple[Language, Language, list[str]]:
    """The pipeline as we load it, as spaCy loads it, and the sentences of a page."""
    name, folder, page = PIPELINES[request.param]
    assert folder is not None
    return load(request.param, name=name), spacy.load(folder, exclude=["lemmatizer"]), sentences(page)


def test_quickened_pipelines_annotate_a_page_as_spacy_does(pipelines: tuple[Language, Language, list[str]]) -> None:
    ours, theirs, texts = pipelines
    docs = [as_one(ours.make_doc(text)) for text in texts]
    same = [as_one(Doc(theirs.vocab, [t.text for t in d], [bool(t.whitespace_) for t in d])) for d in docs]
    assert len(texts) > 15
    assert [annotated(doc) for doc in ours.pipe(docs)] == [annotated(doc) for doc in theirs.pipe(same)]


def test_quickened_pipelines_read_a_sentence_alone_as_among_others(
    pipelines: tuple[Language, Language, list[str]],
) -> None:
    ours, _, texts = pipelines
    together = [annotated(doc) for doc in ours.pipe(as_one(ours.make_doc(text)) for text in texts)]
    assert together == [annotated(doc) for text in texts for doc in ours.pipe([as_one(ours.make_doc(text))])]
