from __future__ import annotations

import pytest

from kg import BlankNode, Iri, Literal
from shell.names import expand, fold, literal, nearest, shorten, show

PREFIXES = {"kg": "https://w3id.org/kgshell/ontology#", "ent": "https://kg.example/entity/", "e": "https://kg.example/"}


@pytest.mark.parametrize(
    ("local", "name"),
    [
        ("entity/Meta", "ent:Meta"),
        ("entity/20_%25_of_staff", "ent:20_%25_of_staff"),
        ("entity/Jordan.Place", "ent:Jordan.Place"),
        ("entity/Ærø", "ent:Ærø"),
        ("entity/U.S.", "<https://kg.example/entity/U.S.>"),
        ("document/a/b", "<https://kg.example/document/a/b>"),
        ("x", "e:x"),
    ],
)
def test_shorten_gives_names_that_sparql_reads(local: str, name: str) -> None:
    iri = f"https://kg.example/{local}"
    assert shorten(iri, PREFIXES) == name
    assert expand(name, PREFIXES) == iri


def test_shorten_keeps_foreign_iris() -> None:
    assert shorten("urn:x", PREFIXES) == "<urn:x>"


@pytest.mark.parametrize("text", ["Meta", "foo:bar", "note: this", "a b:c", '"x"'])
def test_expand_leaves_labels_alone(text: str) -> None:
    assert expand(text, PREFIXES) is None


def test_expand_takes_absolute_iris() -> None:
    assert expand("https://a.example/b", {}) == "https://a.example/b"


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
