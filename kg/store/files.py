"""RDF files to triples and quads, and back: Turtle, N-Triples, RDF/XML, JSON-LD, TriG, N-Quads.

Triples come in the file's order, duplicates included; blank nodes keep their labels, and those without a label get a
random one. Relative IRIs need `base`. Raises `OntologyError` with file, line and column, lazily, when the fault is
reached. Remote JSON-LD contexts are refused. Sorted, pretty output is `kg.export`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError, StoreError
from kg.model import Quad, Triple
from kg.store.terms import quad_from_ox, quad_to_ox

#: Short names, as of file extensions and of `--format`.
FORMATS: dict[str, ox.RdfFormat] = {
    "ttl": ox.RdfFormat.TURTLE,
    "turtle": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "rdf": ox.RdfFormat.RDF_XML,
    "owl": ox.RdfFormat.RDF_XML,
    "xml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
    "trig": ox.RdfFormat.TRIG,
    "nq": ox.RdfFormat.N_QUADS,
}


_WITH_NAMES = (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG)
#: Oxigraph escapes the `%` of percent-encoding in local names, which Turtle has as it is (PERCENT). A string never has
#: a backslash before `%`, unless another backslash escapes it.
_ESCAPED_PERCENT = re.compile(rb"(?<!\\)\\(?=%[0-9A-Fa-f]{2})")


def parse(source: bytes | Path, file_format: str | None = None, *, base: str | None = None) -> Iterator[Triple]:
    """The triples of a file, or of its bytes.

    The format is one of `FORMATS`; a path's extension tells it where it is not given. A file with named graphs is an
    error here; `parse_quads` reads it.

    >>> list(parse(b"<ex:a> <ex:b> 1 .", "ttl"))
    """
    for quad in _read(source, file_format, base):
        if not isinstance(quad.graph_name, ox.DefaultGraph):
            raise OntologyError(f"{_name(source)}: has named graphs ({quad.graph_name}), where one graph is wanted")
        yield _convert(source, quad)[:3]


def parse_quads(source: bytes | Path, file_format: str | None = None, *, base: str | None = None) -> Iterator[Quad]:
    """The quads of a file, or of its bytes; those of formats without graphs are in the default graph."""
    for quad in _read(source, file_format, base):
        yield _convert(source, quad)


def serialize(quads: Iterable[Quad], file_format: str, *, prefixes: Mapping[str, str] | None = None) -> bytes:
    """The quads in one of `FORMATS`, in the order given. Formats without graphs take the default graph only."""
    chosen = _lookup(file_format)
    statements: Iterable[ox.Quad] | Iterable[ox.Triple] = map(quad_to_ox, quads)
    if not chosen.supports_datasets:
        statements = (quad_to_ox(_in_default_graph(quad, file_format)).triple for quad in quads)
    written = ox.serialize(statements, format=chosen, prefixes=dict(prefixes or {})) or b""
    return _ESCAPED_PERCENT.sub(b"", written) if chosen in _WITH_NAMES else written


def canonical(quads: Iterable[Quad]) -> list[Quad]:
    """The quads with blank nodes renamed by RDFC-1.0, so that isomorphic graphs are equal. In no order."""
    dataset = ox.Dataset(map(quad_to_ox, quads))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return [quad_from_ox(quad) for quad in dataset]


def _lookup(file_format: str) -> ox.RdfFormat:
    try:
        return FORMATS[file_format.lower().lstrip(".")]
    except KeyError:
        raise StoreError(f"unknown RDF format {file_format!r}; known are {', '.join(FORMATS)}") from None


def _in_default_graph(quad: Quad, file_format: str) -> Quad:
    if quad[3] is not None:
        raise StoreError(f"{file_format} has no named graphs, and <{quad[3]}> is one; trig, nq and jsonld have")
    return quad


def _read(source: bytes | Path, file_format: str | None, base: str | None) -> Iterator[ox.Quad]:
    try:
        chosen = _lookup(file_format or (source.suffix if isinstance(source, Path) else ""))
        if isinstance(source, Path):
            yield from ox.parse(path=source, format=chosen, base_iri=base)
        else:
            yield from ox.parse(source, format=chosen, base_iri=base)
    except SyntaxError as error:
        raise OntologyError(f"{_place(source, error)}: {_reason(error)}") from error
    except FileNotFoundError as error:
        raise OntologyError(f"{_name(source)}: no such file; check the path") from error
    except OSError as error:
        reason = " ".join(str(error.strerror or error).split())
        raise OntologyError(f"{_name(source)}: can't be read ({reason}); check the file and its permissions") from error
    except (ValueError, StoreError) as error:
        raise OntologyError(f"{_name(source)}: {error}") from error


def _convert(source: bytes | Path, quad: ox.Quad) -> Quad:
    try:
        return quad_from_ox(quad)
    except StoreError as error:
        raise OntologyError(f"{_name(source)}: {error}") from error


def _name(source: bytes | Path) -> str:
    return str(source) if isinstance(source, Path) else "input"


def _place(source: bytes | Path, error: SyntaxError) -> str:
    if error.lineno is None:
        return _name(source)
    return f"{_name(source)}: line {error.lineno}, column {error.offset or 1}"


def _reason(error: SyntaxError) -> str:
    message = " ".join(str(error.msg).split())
    if "LoadDocumentCallback" in message:
        return "a remote JSON-LD context is not fetched; put the context into the file"
    return message.partition(": ")[2] if message.startswith("Parser error at") else message
