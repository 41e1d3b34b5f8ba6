from __future__ import annotations

import pytest

from kg import BlankNode, Iri, Literal
from shell.names import expand, fold, is_meant_as_name, literal, local_words, nearest, show

PREFIXES = {"kg": "https://w3id.org/kgshell/ontology#", "ent": "https://kg.example/entity/", "e": "https://kg.example/"}


@pytest.mark.parametrize("text", ["Meta", "foo:bar", "note: this", "a b:c", '"x"'])
def test_expand_leaves_labels_alone(text: str) -> None:
    assert expand(text, PREFIXES) is None


def test_expand_takes_absolute_iris() -> None:
    assert expand("https://a.example/b", {}) == "https://a.example/b"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Meta", False),
        ("note: this", False),
        ("Ratio:", False),
        ("foo:bar", True),
        ("ent:Erik Meijer", True),
        ("<https://a.example", True),
    ],
)
def test_text_with_a_prefix_is_meant_as_a_name(text: str, meant: bool) -> None:
    assert is_meant_as_name(text, PREFIXES) is meant


@pytest.mark.parametrize(
    ("name", "words"), [("ent:AT%26T_Inc%2E", "AT&T Inc."), ("e:a:b\\,c", "a:b,c"), ("<https://a.example/b>", "")]
)
def test_names_say_words(name: str, words: str) -> None:
    assert local_words(name) == words


@pytest.mark.parametrize(
    ("term", "shown"),
    [
        (None, ""),
        (Iri("https://kg.example/entity/Meta"), "ent:Meta"),
        (BlankNode("b0"), "_:b0"),
        (Literal("yritys", "fi"), "yritys@fi"),
        (Literal("3", None, Iri("http://www.w3.org/2001/XMLSchema#integer")), "3"),
        (Literal("x", None, Iri("https://kg.example/t")), "x^^e:t"),
    ],
)
def test_show_reads_terms_aloud(term: object, shown: str) -> None:
    assert show(term, PREFIXES) == shown


def test_literal_reads_language_and_datatype() -> None:
    assert literal('"a \\"b\\""@en', PREFIXES) == Literal('a "b"', "en")
    assert literal('"3"^^e:t', PREFIXES) == Literal("3", None, Iri("https://kg.example/t"))
    assert literal("Meta", PREFIXES) is None


@pytest.mark.parametrize(("text", "folded"), [("Åse Ødegård", "ase odegard"), ("ÄITI", "aiti"), ("Straße", "strasse")])
def test_fold_drops_case_and_accents(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_nearest_forgives_typing_errors() -> None:
    assert nearest("descibe", ["describe", "find", "path"]) == "describe"
    assert nearest("xyz", ["describe", "find", "path"]) is None
