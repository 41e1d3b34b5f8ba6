from __future__ import annotations

import pytest

from kg.linking.concepts import broader
from kg.linking.words import Thesaurus
from kg.rdf.lexicon import read_concepts
from kg.rdf.ontology import ontology_files
from kg.store import parse


@pytest.fixture(scope="module")
def thesaurus() -> Thesaurus:
    return Thesaurus(read_concepts(parse(ontology_files().concepts)))


@pytest.mark.parametrize(
    ("label", "lang", "expected"),
    [
        ("AI professional", "en", ("thesaurus", ("professional",))),
        ("seasoned professional", "en", ("compound", ("professional",))),
        ("office in Seattle", "en", ("compound", ("office",))),
        ("chatbot-startup", "en", ("compound", ("startup",))),
        ("rahoitusammattilainen", "fi", ("compound", ("professional",))),
        ("fiskeselskap", "nn", ("compound", ("company",))),
        ("bilselskap", "nb", ("compound", ("company",))),
        ("wombat", "en", ("", ())),
        ("blarg wombat", "en", ("", ())),
    ],
)
def test_concepts_are_under_their_heads(
    thesaurus: Thesaurus, label: str, lang: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    assert broader(label, lang, thesaurus, lambda _name: False) == expected


def test_a_head_may_be_a_concept_of_the_graph(thesaurus: Thesaurus) -> None:
    assert broader("blarg wombat", "en", thesaurus, {"wombat"}.__contains__) == ("compound", ("wombat",))


def test_acronyms_of_the_thesaurus_are_its_concepts(thesaurus: Thesaurus) -> None:
    for acronym, whole in (("LLM", "large language model"), ("CEO", "chief executive officer")):
        assert thesaurus.find("en", acronym) is thesaurus.find("en", whole) is not None
