"""Answers of queries and the W3C's files of expected ones, in one form that can be compared.

Files are SPARQL results in XML, JSON, CSV or TSV, RDF graphs, or result sets written as RDF in the vocabulary
http://www.w3.org/2001/sw/DataAccess/tests/result-set#.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

_RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal
Solution: TypeAlias = dict[str, Term]


@dataclass(frozen=True)
class Table:
    """The solutions of a SELECT; `ordered` where the file numbers them, `plain` where it has their text only."""

    variables: frozenset[str]
    solutions: list[Solution]
    ordered: bool = False
    plain: bool = False


Answer: TypeAlias = Table | ox.Dataset | bool


def answered(result: object) -> Answer:
    """What pyoxigraph gives for a query or reads from a file of results."""
    if isinstance(result, ox.QueryBoolean):
        return bool(result)
    if isinstance(result, ox.QueryTriples):
        return ox.Dataset(ox.Quad(*triple) for triple in result)
    names = [variable.value for variable in result.variables]
    rows = [{n: v for n, v in zip(names, solution, strict=True) if v is not None} for solution in result]
    return Table(frozenset(names), rows)


def expected(file: Path) -> Answer:
    """The answer that a file says."""
    formats = {".srx": ox.QueryResultsFormat.XML, ".srj": ox.QueryResultsFormat.JSON, ".tsv": ox.QueryResultsFormat.TSV}
    if file.suffix in formats:
        return answered(ox.parse_query_results(path=str(file), format=formats[file.suffix]))
    if file.suffix == ".csv":
        return _comma_separated(file)
    return _result_set(ox.Dataset(ox.parse(path=str(file), base_iri=file.as_uri())))


def _comma_separated(file: Path) -> Table:
    with file.open(encoding="utf-8", newline="") as lines:
        names, *rows = csv.reader(lines)
    found = [{n: ox.Literal(v) for n, v in zip(names, row, strict=True) if v} for row in rows]
    return Table(frozenset(names), found, plain=True)


def _result_set(graph: ox.Dataset) -> Answer:
    """The result set that the graph writes down, or else the graph itself."""
    root = next((quad.subject for quad in graph.quads_for_object(ox.NamedNode(_RS + "ResultSet"))), None)
    if root is None:
        return graph
    boolean = _values(graph, root, "boolean")
    if boolean:
        return boolean[0].value in {"true", "1"}
    names = frozenset(each.value for each in _values(graph, root, "resultVariable"))
    solutions = _values(graph, root, "solution")
    ordered = any(_values(graph, each, "index") for each in solutions)
    if ordered:
        solutions.sort(key=lambda each: int(_values(graph, each, "index")[0].value))
    return Table(names, [_solution(graph, each) for each in solutions], ordered=ordered)


def _solution(graph: ox.Dataset, node: Term) -> Solution:
    bindings = _values(graph, node, "binding")
    return {_values(graph, b, "variable")[0].value: _values(graph, b, "value")[0] for b in bindings}


def _values(graph: ox.Dataset, node: Term, name: str) -> list[Term]:
    return [quad.object for quad in graph.quads_for_subject(node) if quad.predicate.value == _RS + name]


# ---------------------------------------------------------------- comparing


@dataclass(frozen=True, slots=True)
class Measure:
    """How answers are compared.

    `by_value`: 1.0 and 1.00 are the same decimal. `ordered`: rows come in the order wanted. `lax`: a row may come more
    or less often, as REDUCED allows.
    """

    by_value: bool = False
    ordered: bool = False
    lax: bool = False

    def difference(self, found: Answer, wanted: Answer) -> str | None:
        """What distinguishes the answer from the one wanted; None where nothing does."""
        if isinstance(found, bool) or isinstance(wanted, bool):
            return None if found is wanted else f"says {found}"
        if isinstance(found, ox.Dataset) or isinstance(wanted, ox.Dataset):
            both = isinstance(found, ox.Dataset) and isinstance(wanted, ox.Dataset)
            return None if both and self.normal(found) == self.normal(wanted) else "gives other triples"
        if wanted.variables and found.variables != wanted.variables:
            return f"gives variables {sorted(found.variables)} for {sorted(wanted.variables)}"
        return self._rows_difference(found, wanted)

    def _rows_difference(self, found: Table, wanted: Table) -> str | None:
        if len(found.solutions) != len(wanted.solutions) and not self.lax:
            return f"gives {len(found.solutions)} solutions for {len(wanted.solutions)}"
        if self._rows(found, wanted) != self._rows(wanted, wanted):
            return "gives other solutions"
        ordered = self.ordered or wanted.ordered
        if ordered and self._rows(found, wanted, numbered=True) != self._rows(wanted, wanted, numbered=True):
            return "gives another order"
        return None

    def _rows(self, table: Table, wanted: Table, *, numbered: bool = False) -> set[str]:
        """The solutions as a graph: a node per solution, numbered where order counts."""
        solutions = _without_duplicates(table.solutions) if self.lax else table.solutions
        quads = []
        for number, solution in enumerate(solutions):
            row = ox.BlankNode()
            quads.append(ox.Quad(row, ox.NamedNode("urn:row"), ox.Literal(str(number) if numbered else "")))
            for name, term in solution.items():
                shown = ox.Literal(getattr(term, "value", str(term))) if wanted.plain else term
                quads.append(ox.Quad(row, ox.NamedNode(f"urn:variable:{name}"), shown))
        return self.normal(quads)

    def normal(self, quads: Iterable[ox.Quad]) -> set[str]:
        """The quads as text, blank nodes named canonically."""
        if self.by_value:
            quads = (ox.Quad(q.subject, q.predicate, _by_value(q.object), q.graph_name) for q in quads)
        dataset = ox.Dataset(quads)
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        return set(map(str, dataset))


def stored(quads: Iterable[ox.Quad]) -> ox.Store:
    """A store of pyoxigraph's own with the quads."""
    store = ox.Store()
    store.extend(quads)
    return store


def _without_duplicates(solutions: list[Solution]) -> list[Solution]:
    return list({str(sorted((name, str(term)) for name, term in each.items())): each for each in solutions}.values())


def _by_value(term: Term) -> Term:
    """The literal in the form in which the store keeps its value."""
    if not isinstance(term, ox.Literal):
        return term
    return next(iter(stored([ox.Quad(ox.BlankNode(), ox.NamedNode("urn:value"), term)]))).object
