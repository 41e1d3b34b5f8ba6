"""What a write removes and adds, as one SPARQL update request, which Oxigraph applies whole or not at all.

SPARQL 1.1 Update, https://www.w3.org/TR/sparql11-update/: `DROP`, `DELETE DATA` and `INSERT DATA`, in this order, so
that a quad both removed and added is there afterwards. Data of SPARQL has no lasting blank nodes; quads with such are
written as `DELETE … WHERE` over stand-in IRIs, which the function `BLANK_FUNCTION` turns back.
Raises `StoreError` for what is no quad.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.errors import StoreError
from kg.model import BlankNode, Iri, Literal, Quad, Term
from kg.store.ntriples import write_iri, write_term
from kg.store.terms import OxTerm

_STAND_IN = "urn:kgshell:blank:"
BLANK_FUNCTION = ox.NamedNode("urn:kgshell:blank-node")


def restore_blank(term: OxTerm | ox.Triple) -> OxTerm | ox.Triple:
    """The blank node that a stand-in IRI names; any other term as it is."""
    if isinstance(term, ox.NamedNode) and term.value.startswith(_STAND_IN):
        return ox.BlankNode(term.value.removeprefix(_STAND_IN))
    return term


def write_request(removed: Iterable[Quad], added: Iterable[Quad], dropped: Iterable[Iri]) -> str:
    """The update request; empty where there is nothing to do."""
    operations = [f"DROP SILENT GRAPH {write_iri(graph)}" for graph in dropped]
    operations += _operations("DELETE", removed)
    operations += _operations("INSERT", added)
    return " ;\n".join(operations)


def _operations(verb: str, quads: Iterable[Quad]) -> Iterator[str]:
    plain: dict[Iri | None, list[str]] = {}
    blank: dict[Iri | None, list[str]] = {}
    for quad in quads:
        _check(quad)
        subject, predicate, value, graph = quad
        if isinstance(subject, BlankNode) or isinstance(value, BlankNode):
            row = f"({_write_stand_in(subject)} {write_iri(predicate)} {_write_stand_in(value)})"
            blank.setdefault(graph, []).append(row)
        else:
            triple = f"{write_iri(subject)} {write_iri(predicate)} {write_term(value)} ."
            plain.setdefault(graph, []).append(triple)
    if plain:
        yield f"{verb} DATA {{ {' '.join(_in_graph(graph, chr(10).join(plain[graph])) for graph in plain)} }}"
    for graph, rows in blank.items():
        yield _blank_operation(verb, graph, rows)


def _check(quad: Quad) -> None:
    if len(quad) != 4 or isinstance(quad[0], Literal):
        raise StoreError(f"not a quad: {quad!r}")


def _in_graph(graph: Iri | None, triples: str) -> str:
    return triples if graph is None else f"GRAPH {write_iri(graph)} {{ {triples} }}"


def _write_stand_in(term: Term) -> str:
    written = write_term(term)
    return f"<{_STAND_IN}{term}>" if isinstance(term, BlankNode) else written


def _blank_operation(verb: str, graph: Iri | None, rows: list[str]) -> str:
    call = BLANK_FUNCTION
    return (
        f"{verb} {{ {_in_graph(graph, '?s ?p ?o')} }} WHERE {{ VALUES (?a ?p ?b) {{ {' '.join(rows)} }} "
        f"BIND ({call}(?a) AS ?s) BIND ({call}(?b) AS ?o) }}"
    )
