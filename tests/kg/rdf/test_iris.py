from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InvalidName, KgError
from kg.model import Entity, EntityClass, Iri
from kg.rdf.iris import Base


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_sources_come_back_from_their_documents(source: str) -> None:
    assert Base().source(Base().document(source)) == source
    assert re.fullmatch(r"[^/#?]+", Base().document(source).removeprefix("https://kg.example/document/"))


def test_base_ends_with_a_slash() -> None:
    assert Base("https://a.example/x").entity("A b") == "https://a.example/x/entity/A_b"


@pytest.mark.parametrize("base", ["", "here", "https://a b/", "https://a/<"])
def test_base_must_be_absolute(base: str) -> None:
    with pytest.raises(KgError, match="absolute IRI"):
        Base(base)


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("kg:left", "https://w3id.org/kgshell/ontology#left"),
        ("rel:opt_for", "https://kg.example/relation/opt_for"),
        ("https://x.example/words#poached", "https://x.example/words#poached"),
        ("urn:x:poached", "urn:x:poached"),
        ("rel:jakaa.fi", "https://kg.example/relation/jakaa.fi"),
    ],
)
def test_names_expand(name: str, iri: str) -> None:
    assert Base().expand(name) == iri


def test_names_of_unknown_prefixes_do_not_expand() -> None:
    with pytest.raises(InvalidName, match="the prefix foaf: is not known"):
        Base().expand("foaf:knows")


def test_nodes_are_shared_or_of_their_document() -> None:
    document = Iri("https://kg.example/document/a.txt")
    own = Entity("e1", "team", EntityClass.CONCEPT, "en", of_document=True)
    assert Base().node(own, document) == f"{document}#e1"
    assert Base().node(Entity("A b", "A b", EntityClass.PERSON), document) == "https://kg.example/entity/A_b"
