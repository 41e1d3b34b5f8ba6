"""How results can be shown: the names of the shell, the formats they stand for, and the endings of files."""

from __future__ import annotations

from collections.abc import Mapping

MODES: Mapping[str, str] = {
    "table": "table",
    "iri": "table",
    "records": "table",
    "csv": "csv",
    "tsv": "tsv",
    "json": "json",
    "xml": "xml",
    "turtle": "ttl",
    "markdown": "markdown",
}
#: Formats that the endings of files stand for.
ENDINGS: Mapping[str, str] = {
    "csv": "csv", "tsv": "tsv", "json": "json", "srj": "json", "xml": "xml", "srx": "xml", "md": "markdown",
    "ttl": "ttl", "nt": "nt", "jsonld": "jsonld", "rdf": "rdfxml",
}  # fmt: skip
#: Rows of a table at most, where a person reads it.
ROWS = 10_000
