from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError, StoreError
from kg.model import BlankNode, Iri, Literal
from kg.store import canonical, parse, parse_quads, serialize

A, B, C = Iri("ex:a"), Iri("ex:b"), Iri("ex:c")
TURTLE = b'@prefix e: <ex:> . e:a e:b e:c , "x"@nn .'
TRIPLES = [(A, B, C), (A, B, Literal("x", "nn"))]


def test_parse_reads_bytes_in_their_order() -> None:
    assert list(parse(TURTLE, "ttl")) == TRIPLES


LINES = b'<ex:a> <ex:b> <ex:c> .\n<ex:a> <ex:b> "x"@nn .'


@pytest.mark.parametrize(("name", "data"), [("o.ttl", TURTLE), ("o.nt", LINES)])
def test_parse_tells_the_format_by_the_extension(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert list(parse(tmp_path / name)) == TRIPLES


@pytest.mark.parametrize("name", ["ttl", "trig"])
def test_serialize_writes_percent_encoding_as_it_is(name: str) -> None:
    said = [(Iri("ex:AT%26T"), B, Literal(f"{slashes}%26")) for slashes in ("", "\\", "\\\\")]
    written = serialize([(*triple, None) for triple in said], name, prefixes={"e": "ex:"})
    assert b"e:AT%26T" in written
    assert list(parse(written, name)) == said


@pytest.mark.parametrize("name", ["ttl", "nt", "rdfxml", "jsonld"])
def test_parse_reads_what_serialize_writes(name: str) -> None:
    iris = [(Iri("http://x.example/s"), Iri("http://x.example/p"), term, None) for term in (Literal("x", "nn"), A)]
    assert list(parse(serialize(iris, name), name)) == [quad[:3] for quad in iris]


@pytest.mark.parametrize("name", ["trig", "nq"])
def test_parse_quads_reads_graphs(name: str) -> None:
    quads = [(A, B, C, None), (A, B, C, Iri("ex:g"))]
    assert list(parse_quads(serialize(quads, name), name)) == quads


def test_parse_refuses_graphs() -> None:
    with pytest.raises(OntologyError, match="named graphs"):
        list(parse(b"<ex:a> <ex:b> <ex:c> <ex:g> .", "nq"))


def test_serialize_refuses_graphs_where_the_format_has_none() -> None:
    with pytest.raises(StoreError, match="no named graphs"):
        serialize([(A, B, C, Iri("ex:g"))], "ttl")


def test_parse_resolves_relative_iris_by_the_base() -> None:
    assert next(parse(b"<a> <b> <c> .", "ttl", base="http://x.example/"))[0] == "http://x.example/a"


def test_parse_names_file_line_and_column(tmp_path: Path) -> None:
    (tmp_path / "core.ttl").write_bytes(b"<ex:a> <ex:b> <ex:c> .\n<ex:a> <ex:b> e:c .")
    with pytest.raises(OntologyError, match=r"core\.ttl: line 2, column \d+: The prefix e: has not been declared"):
        list(parse(tmp_path / "core.ttl"))


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"\xff\xfe", "ttl", "UTF-8"),
        (b"<a><b></a>", "rdfxml", "input: "),
        (b"{", "jsonld", "input: "),
        (b'{"@context": "https://schema.org/", "@id": "ex:a", "name": "x"}', "jsonld", "remote JSON-LD context"),
        (b"<a> <b> <c> .", "ttl", "scheme"),
    ],
)
def test_parse_says_what_is_wrong(data: bytes, name: str, reason: str) -> None:
    with pytest.raises(OntologyError, match=reason) as caught:
        list(parse(data, name))
    assert "\n" not in str(caught.value)


def test_parse_names_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"none\.ttl"):
        list(parse(tmp_path / "none.ttl"))


def test_parse_names_the_formats_it_knows() -> None:
    with pytest.raises(OntologyError, match="ttl"):
        list(parse(Path("thesis.docx")))


def test_canonical_gives_isomorphic_graphs_the_same_blank_nodes() -> None:
    def chain(one: str, two: str) -> set[object]:
        return set(canonical([(BlankNode(one), B, BlankNode(two), None), (BlankNode(two), B, C, None)]))

    assert chain("x", "y") == chain("y", "x")
