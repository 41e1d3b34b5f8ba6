"""The graph's home: an Oxigraph store in kgshell's terms. The only package that imports pyoxigraph.

Read `terms` first, then `oxigraph` (the store), `request` (what one atomic write is), `results` (what queries give),
`files` (RDF in and out); `sparql` finds the fault in a query; `patterns` reads it, `mending`, `recording` and
`searching` rewrite it. rdflib is imported only for `to_rdflib`.
"""

from __future__ import annotations

from kg.store.files import canonical, parse, parse_quads, serialize
from kg.store.folding import fold
from kg.store.ntriples import write_term
from kg.store.opening import open_store
from kg.store.oxigraph import ANY, MEMORY, AnyGraph, Store
from kg.store.reading import read_results
from kg.store.recording import touches_graphs
from kg.store.results import Results, Row, Rows, Triples, serialize_answer
from kg.store.searching import Hit, TextKind

__all__ = [
    "ANY",
    "MEMORY",
    "AnyGraph",
    "Hit",
    "Results",
    "Row",
    "Rows",
    "Store",
    "TextKind",
    "Triples",
    "canonical",
    "fold",
    "open_store",
    "parse",
    "parse_quads",
    "read_results",
    "serialize",
    "serialize_answer",
    "touches_graphs",
    "write_term",
]
