"""Rows that no SPARQL query gave, as if one had: in and out of the W3C's JSON format.

https://www.w3.org/TR/sparql11-results-json/
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import pyoxigraph as ox

from kg.errors import KgError, StoreError
from kg.model import BlankNode, Literal, Term
from kg.store.results import Rows


def table_json(variables: Sequence[str], rows: Iterable[Sequence[Term | None]]) -> dict[str, Any]:
    """The rows as the W3C's JSON has them."""
    found = [
        {name: term_json(term) for name, term in zip(variables, row, strict=True) if term is not None} for row in rows
    ]
    return {"head": {"vars": list(variables)}, "results": {"bindings": found}}


def term_json(term: Term) -> dict[str, str]:
    """A term as the W3C's JSON has it."""
    if isinstance(term, Literal):
        kind = {"xml:lang": term.lang} if term.lang else {"datatype": str(term.datatype)} if term.datatype else {}
        return {"type": "literal", "value": term.text, **kind}
    return {"type": "bnode" if isinstance(term, BlankNode) else "uri", "value": str(term)}


class Table(Rows):
    """Rows given by a program."""

    def __init__(self, variables: Sequence[str], rows: Iterable[Sequence[Term | None]]) -> None:
        document = json.dumps(table_json(variables, rows)).encode()
        super().__init__(_solutions(document), lambda: _solutions(document), _failure)


def _solutions(document: bytes) -> ox.QuerySolutions:
    found = ox.parse_query_results(document, format=ox.QueryResultsFormat.JSON)
    if not isinstance(found, ox.QuerySolutions):
        raise StoreError("a table is not a boolean")
    return found


def _failure(error: Exception) -> KgError:
    return StoreError(" ".join(str(error).split()))
