from __future__ import annotations

from types import SimpleNamespace

import pytest

from kg.languages import rules_for

NO_DETERMINERS: frozenset[str] = frozenset()


@pytest.mark.parametrize("word", ["selskapet", "fyllinga", "ingeniøren", "tilsette", "bileta", "selskapets", "bilenes"])
def test_a_norwegian_noun_is_definite_by_its_ending(word: str) -> None:
    assert rules_for("nn").is_definite(SimpleNamespace(text=word, feats={"Definite": "Def"}), NO_DETERMINERS)


@pytest.mark.parametrize("word", ["AI-startups", "blogs", "team"])
def test_an_english_plural_is_not_definite_whatever_the_tagger_says(word: str) -> None:
    noun = SimpleNamespace(text=word, feats={"Definite": "Def"})
    assert not rules_for("nn").is_definite(noun, NO_DETERMINERS)
    assert rules_for("nn").is_definite(noun, frozenset({"desse"}))
