from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.model import BlankNode, Iri, Literal, Term
from kg.store.ntriples import write_term
from kg.store.terms import XSD_STRING, from_ox, quad_from_ox, quad_to_ox, to_ox

TERMS: list[Term] = [
    Iri("https://kg.example/entity/Jøran_Åby"),
    BlankNode("b1"),
    Literal("Meta"),
    Literal("Meta on iso", "fi"),
    Literal("0.93", None, Iri("http://www.w3.org/2001/XMLSchema#decimal")),
]


@pytest.mark.parametrize("term", TERMS)
def test_terms_come_back_equal_and_of_the_same_kind(term: Term) -> None:
    back = from_ox(to_ox(term))
    assert back == term
    assert type(back) is type(term)


def test_terms_leave_out_the_datatype_of_plain_strings() -> None:
    assert from_ox(to_ox(Literal("a", None, XSD_STRING))) == Literal("a")


@pytest.mark.parametrize("graph", [None, Iri("ex:g")])
def test_quads_come_back_equal(graph: Iri | None) -> None:
    quad = (Iri("ex:s"), Iri("ex:p"), Literal("x", "nn"), graph)
    assert quad_from_ox(quad_to_ox(quad)) == quad


def test_triple_terms_are_refused_with_their_value() -> None:
    triple = ox.Triple(ox.NamedNode("ex:s"), ox.NamedNode("ex:p"), ox.Literal("x"))
    with pytest.raises(StoreError, match="ex:s"):
        from_ox(triple)


def test_directions_are_refused() -> None:
    with pytest.raises(StoreError, match="direction"):
        from_ox(ox.Literal("x", language="ar", direction=ox.BaseDirection.RTL))


def test_graphs_named_by_blank_nodes_are_refused() -> None:
    quad = ox.Quad(ox.NamedNode("ex:s"), ox.NamedNode("ex:p"), ox.Literal("x"), ox.BlankNode("g"))
    with pytest.raises(StoreError, match="_:g"):
        quad_from_ox(quad)


@pytest.mark.parametrize("value", [Iri("a b"), Iri("rel"), "ex:a", 7, None, BlankNode("a b"), Literal("\ud800")])
def test_values_that_are_no_terms_are_refused(value: Term) -> None:
    with pytest.raises(StoreError, match="not an RDF term"):
        to_ox(value)


@given(st.text())
def test_literals_are_written_so_that_oxigraph_reads_them_back(text: str) -> None:
    line = f"<ex:s> <ex:p> {write_term(Literal(text))} .\n"
    [quad] = ox.parse(line.encode(), format=ox.RdfFormat.N_TRIPLES)
    assert from_ox(quad.object) == Literal(text)


@pytest.mark.parametrize(
    "value",
    [Iri("ex:a> <ex:b"), Iri("ex:a\n"), Literal("a", "no tag"), Literal("a", None, Iri("x>")), BlankNode("a b")],
)
def test_terms_that_would_break_out_of_their_place_are_not_written(value: Term) -> None:
    with pytest.raises(StoreError):
        write_term(value)
