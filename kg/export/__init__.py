"""The graph as a file, in ten formats: equal graphs give equal bytes, at every run and in any order of insertion.

Read `ordering` first, then a format: `turtle` (with TriG), `lines` (N-Triples, N-Quads), `jsonld`, `rdfxml`; and, for
the graph as a network of labelled things, `graphml`, `gexf`, `dot`, `table` (CSV). `files` writes whole files or none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, NamedTuple, TypeAlias

from kg.errors import ExportError, StoreError
from kg.export.dot import write_dot
from kg.export.facts import facts
from kg.export.files import write_text
from kg.export.gexf import write_gexf
from kg.export.graphml import write_graphml
from kg.export.jsonld import write_jsonld
from kg.export.lines import write_lines
from kg.export.network import Backing, Backings
from kg.export.ordering import arrange
from kg.export.rdfxml import write_rdfxml
from kg.export.table import write_csv
from kg.export.turtle import write_trig, write_turtle
from kg.model import Quad
from kg.store import Store

__all__ = ["FORMATS", "Backing", "Backings", "export", "facts", "render"]

Writer: TypeAlias = Callable[[Sequence[Quad], Mapping[str, str]], Iterator[str]]
BackedWriter: TypeAlias = Callable[[Sequence[Quad], Mapping[str, str], Backings], Iterator[str]]


class Format(NamedTuple):
    """A format: what writes it, its name for people, whether it tells graphs apart; `backed` writes evidence too."""

    write: Writer
    name: str
    has_graphs: bool = False
    backed: BackedWriter | None = None


#: The formats by the name that `--format` takes, which is also the usual file extension.
FORMATS: dict[str, Format] = {
    "ttl": Format(write_turtle, "Turtle"),
    "trig": Format(write_trig, "TriG", has_graphs=True),
    "nt": Format(write_lines, "N-Triples"),
    "nq": Format(write_lines, "N-Quads", has_graphs=True),
    "jsonld": Format(write_jsonld, "JSON-LD", has_graphs=True),
    "rdfxml": Format(write_rdfxml, "RDF/XML"),
    "graphml": Format(write_graphml, "GraphML", backed=write_graphml),
    "gexf": Format(write_gexf, "GEXF", backed=write_gexf),
    "csv": Format(write_csv, "CSV"),
    "dot": Format(write_dot, "DOT"),
}
_NO_PREFIXES: Mapping[str, str] = {}
_NO_BACKINGS: Backings = {}


def export(
    source: Iterable[Quad] | Store,
    file_format: str,
    *,
    out: IO[bytes] | str | Path,
    prefixes: Mapping[str, str] = _NO_PREFIXES,
    backings: Backings = _NO_BACKINGS,
) -> None:
    """Write the quads to a file, which is replaced whole or left as it was, or to a file that is open.

    Of a store, formats with graphs take everything and the others the default graph. Quads of other graphs than the
    default one are an error in a format without graphs. `backings` say what stands behind triples, for formats that
    can tell it (GraphML, GEXF). Raises `ExportError`.
    """
    place = Path(out) if isinstance(out, str) else out
    write_text(_chunks(source, file_format, prefixes, backings), place)


def render(
    source: Iterable[Quad] | Store,
    file_format: str,
    *,
    prefixes: Mapping[str, str] = _NO_PREFIXES,
    backings: Backings = _NO_BACKINGS,
) -> str:
    """The text that `export` would write."""
    return "".join(_chunks(source, file_format, prefixes, backings))


def _chunks(
    source: Iterable[Quad] | Store, file_format: str, prefixes: Mapping[str, str], backings: Backings
) -> Iterator[str]:
    chosen = FORMATS.get(file_format)
    if chosen is None:
        raise ExportError(f"unknown format {file_format!r}; known are {', '.join(FORMATS)}")
    if isinstance(source, Store):
        source = source.quads() if chosen.has_graphs else source.quads(graph=None)
    quads = arrange(source)
    if quads and quads[-1][3] is not None and not chosen.has_graphs:
        raise ExportError(f"{chosen.name} has no named graphs, and <{quads[-1][3]}> is one; trig, nq and jsonld have")
    try:
        yield from chosen.backed(quads, prefixes, backings) if chosen.backed else chosen.write(quads, prefixes)
    except StoreError as error:  # a malformed term
        raise ExportError(str(error)) from error
