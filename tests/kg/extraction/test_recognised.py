"""Which words of what the recogniser takes for a name are one."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from kg.extraction.tree import trees
from kg.languages import rules_for
from kg.model import BlockKind


@pytest.mark.parametrize(
    ("name", "tags", "found"),
    [
        ("San Francisco", "PROPN PROPN", "San Francisco"),
        ("prophet Mohammed", "NOUN PROPN", "Mohammed"),
        ("san francisco", "PROPN PROPN", "san francisco"),
        ("our coast", "PRON NOUN", ""),
        ("the vietnam", "DET PROPN", ""),
    ],
)
def test_names_have_capitals_or_are_tagged_as_names_throughout(name: str, tags: str, found: str) -> None:
    words = ["we", "saw", *name.split()]
    entities = ["O", "O", "B-LOC", "I-LOC"]
    pos = ["PRON", "VERB", *tags.split()]
    deps = ["nsubj", "ROOT", "dep", "obj"]
    doc = Doc(spacy.blank("en").vocab, words=words, pos=pos, deps=deps, heads=[1, 1, 3, 1], ents=entities)
    (tree,) = trees(doc, offset=0, lang="en", rules=rules_for("en"), kind=BlockKind.PARAGRAPH)
    assert " ".join(w.text for w in tree.words if w.entity >= 0) == found
