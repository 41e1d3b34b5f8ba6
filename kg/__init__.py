"""kgshell: articles to a knowledge graph with the sentence behind every fact.

`open` gives a graph to build, query and explore; `extract` reads propositions off a text without a store. Names are
imported when they are first used, so that `import kg` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.errors import (
        DocumentError,
        ExportError,
        KgError,
        OntologyError,
        PipelineError,
        QueryError,
        StoreError,
        StoreLocked,
        UnknownEntity,
        UnknownLanguage,
    )
    from kg.graph import Graph, open  # noqa: A004  the field's name for it, as in gzip and dbm
    from kg.model import BlankNode, Iri, Literal
    from kg.propositions import build, extract, extract_records
    from kg.store import Row, Rows, Triples

_HOMES = {
    "kg.errors": (
        "DocumentError",
        "ExportError",
        "KgError",
        "OntologyError",
        "PipelineError",
        "QueryError",
        "StoreError",
        "StoreLocked",
        "UnknownEntity",
        "UnknownLanguage",
    ),
    "kg.graph": ("Graph", "open"),
    "kg.model": ("BlankNode", "Iri", "Literal"),
    "kg.propositions": ("build", "extract", "extract_records"),
    "kg.store": ("Row", "Rows", "Triples"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "BlankNode",
    "DocumentError",
    "ExportError",
    "Graph",
    "Iri",
    "KgError",
    "Literal",
    "OntologyError",
    "PipelineError",
    "QueryError",
    "Row",
    "Rows",
    "StoreError",
    "StoreLocked",
    "Triples",
    "UnknownEntity",
    "UnknownLanguage",
    "build",
    "extract",
    "extract_records",
    "open",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'kg' has no name {name!r}")
    return getattr(import_module(_HOME[name]), name)
