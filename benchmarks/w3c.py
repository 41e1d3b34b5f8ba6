"""The W3C's SPARQL evaluation tests through `kg.open()`, and through pyoxigraph's own Store beside it.

    python -m benchmarks.w3c PATH      # PATH: the folder `sparql` of https://github.com/w3c/rdf-tests

Prints how many tests of each suite pass, and what differs in those that do not. An answer is right when its terms are
those expected, to the letter, and in the order that the query asks for; blank nodes are compared by RDFC-1.0. Beside it
stands how many pass where literals are compared by value, since Oxigraph keeps "1.0"^^xsd:decimal as "1".
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pyoxigraph as ox

import kg
from benchmarks.w3c_results import Answer, Measure, answered, expected, stored
from kg.store.terms import quad_from_ox, quad_to_ox

_MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
_QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
_UT = "http://www.w3.org/2009/sparql/tests/test-update#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
#: Suite → its manifest.
SUITES = {
    "1.0 query": "sparql10/manifest-evaluation.ttl",
    "1.1 query": "sparql11/manifest-sparql11-query.ttl",
    "1.1 update": "sparql11/manifest-sparql11-update.ttl",
}
_FROM = re.compile(r"\bFROM\s+(?:NAMED\s+)?<([^>]*)>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class State:
    """A dataset on disk: the file of the default graph, and those of named graphs by name."""

    default: tuple[Path, ...] = ()
    named: tuple[tuple[str, Path], ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One evaluation test. `after` is what an update should leave, `result` the file of a query's answer."""

    name: str
    request: Path
    before: State
    after: State | None = None
    result: Path | None = None
    lax: bool = False


class Engine(Protocol):
    """What is tested: a dataset that can be asked and changed."""

    def load(self, quads: list[ox.Quad]) -> None:
        """Hold these quads, and no others."""

    def query(self, text: str, base: str) -> Answer:
        """What the query gives."""

    def update(self, text: str, base: str) -> list[ox.Quad]:
        """The quads after the update."""


class Ours:
    """`kg.open()`, without the ontology that it brings and the record of what its user inserted."""

    def __init__(self) -> None:
        self._graph = kg.open()

    def load(self, quads: list[ox.Quad]) -> None:
        """Hold these quads."""
        store = self._graph._store
        store.update("DROP ALL")
        store.apply(added=map(quad_from_ox, quads))

    def query(self, text: str, base: str) -> Answer:
        """The answer of `Graph.query`."""
        result = self._graph.query(f"BASE <{base}>\n{text}")
        if isinstance(result, bool):
            return result
        if isinstance(result, kg.Rows):
            return answered(ox.parse_query_results(result.serialize("json"), format=ox.QueryResultsFormat.JSON))
        quads = [quad_to_ox((*triple, None)) for triple in result]
        return ox.Dataset(quads)

    def update(self, text: str, base: str) -> list[ox.Quad]:
        """The quads after `Graph.update`."""
        self._graph.update(f"BASE <{base}>\n{text}")
        record = self._graph.base + "graph/user"
        return [quad_to_ox(quad) for quad in self._graph._store.quads() if quad[3] != record]


class Theirs:
    """pyoxigraph's Store."""

    def load(self, quads: list[ox.Quad]) -> None:
        """Hold these quads."""
        self._store = stored(quads)

    def query(self, text: str, base: str) -> Answer:
        """The answer of `Store.query`."""
        return answered(self._store.query(text, base_iri=base))

    def update(self, text: str, base: str) -> list[ox.Quad]:
        """The quads after `Store.update`."""
        self._store.update(text, base_iri=base)
        return list(self._store)


# ---------------------------------------------------------------- manifests


@dataclass
class Manifest:
    """A manifest's triples."""

    file: Path
    store: ox.Store = field(default_factory=ox.Store)

    def __post_init__(self) -> None:
        self.store.load(path=str(self.file), format=ox.RdfFormat.TURTLE, base_iri=self.file.as_uri())

    def values(self, subject: object, predicate: str) -> list[object]:
        """The objects of a node's property."""
        found = self.store.quads_for_pattern(subject, ox.NamedNode(predicate), None)
        return [quad.object for quad in found]

    def value(self, subject: object, predicate: str) -> object | None:
        """The first of them."""
        return next(iter(self.values(subject, predicate)), None)

    def items(self, head: object | None) -> Iterator[object]:
        """The members of an RDF list."""
        while head is not None and head != ox.NamedNode(_RDF + "nil"):
            yield self.value(head, _RDF + "first")
            head = self.value(head, _RDF + "rest")


def cases(file: Path) -> Iterator[Case]:
    """The evaluation tests of a manifest and of those that it includes."""
    manifest = Manifest(file)
    (root,) = manifest.store.quads_for_pattern(None, ox.NamedNode(_RDF + "type"), ox.NamedNode(_MF + "Manifest"))
    for each in manifest.items(manifest.value(root.subject, _MF + "include")):
        yield from cases(_path(each))
    for entry in manifest.items(manifest.value(root.subject, _MF + "entries")):
        kinds = {kind.value.removeprefix(_MF) for kind in manifest.values(entry, _RDF + "type")}
        name = f"{file.parent.name}/{entry.value.rpartition('#')[2]}"
        if "QueryEvaluationTest" in kinds:
            yield _query_case(manifest, entry, name)
        elif "UpdateEvaluationTest" in kinds:
            yield _update_case(manifest, entry, name)


def _query_case(manifest: Manifest, entry: object, name: str) -> Case:
    action = manifest.value(entry, _MF + "action")
    request = _path(manifest.value(action, _QT + "query"))
    default = tuple(_path(each) for each in manifest.values(action, _QT + "data"))
    named = {each.value: _path(each) for each in manifest.values(action, _QT + "graphData")}
    if not default and not named:
        named = dict(_asked_for(request))
    result = _path(manifest.value(entry, _MF + "result"))
    lax = manifest.value(entry, _MF + "resultCardinality") == ox.NamedNode(_MF + "LaxCardinality")
    return Case(name, request, State(default, tuple(named.items())), result=result, lax=lax)


def _asked_for(request: Path) -> Iterator[tuple[str, Path]]:
    """The files that a query's FROM clauses name, where the manifest leaves it to them."""
    for relative in _FROM.findall(request.read_text(encoding="utf-8")):
        file = request.parent / relative
        if file.is_file():
            yield file.as_uri(), file


def _update_case(manifest: Manifest, entry: object, name: str) -> Case:
    action, result = manifest.value(entry, _MF + "action"), manifest.value(entry, _MF + "result")
    request = _path(manifest.value(action, _UT + "request"))
    return Case(name, request, _state(manifest, action), after=_state(manifest, result))


def _state(manifest: Manifest, node: object) -> State:
    default = tuple(_path(each) for each in manifest.values(node, _UT + "data"))
    named = []
    for each in manifest.values(node, _UT + "graphData"):
        label, file = manifest.value(each, _RDFS + "label"), manifest.value(each, _UT + "graph")
        named.append((label.value, _path(file)))
    return State(default, tuple(named))


def _path(node: object) -> Path:
    return Path(node.value.removeprefix("file://"))


# ---------------------------------------------------------------- running


def dataset(state: State) -> list[ox.Quad]:
    """The quads of the files."""
    quads = []
    for file in state.default:
        quads += _parsed(file, ox.DefaultGraph(), file.as_uri())
    for name, file in state.named:
        quads += _parsed(file, ox.NamedNode(name), name if name.startswith("file:") else file.as_uri())
    return quads


def _parsed(file: Path, graph: ox.NamedNode | ox.DefaultGraph, base: str) -> list[ox.Quad]:
    found = ox.parse(path=str(file), base_iri=base, rename_blank_nodes=True)
    return [
        each if not isinstance(each.graph_name, ox.DefaultGraph) else ox.Quad(*each.triple, graph) for each in found
    ]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is wrong with an engine's answer; None where it is right: to the letter, and by value."""

    exact: str | None
    by_value: str | None


def outcome(engine: Engine, case: Case) -> Outcome:
    """What the engine makes of a test."""
    before = dataset(case.before)
    engine.load(before)
    text = case.request.read_text(encoding="utf-8")
    try:
        found = engine.query(text, case.request.as_uri()) if case.after is None else None
        left = engine.update(text, case.request.as_uri()) if case.after is not None else []
    except (kg.KgError, SyntaxError, ValueError, RuntimeError, OSError) as error:
        said = f"{type(error).__name__}: {' '.join(str(error).split())[:160]}"
        return Outcome(said, said)
    ordered = re.search(r"\bORDER\s+BY\b", text, re.IGNORECASE) is not None
    exact, by_value = (_difference(case, Measure(each, ordered, case.lax), found, left) for each in (False, True))
    if exact and by_value and _is_kept_otherwise(before):
        return Outcome(f"{exact} (the data has literals that the store keeps in another form)", by_value)
    return Outcome(exact and (exact if by_value else f"{exact} (right by value)"), by_value)


def _difference(case: Case, measure: Measure, found: Answer | None, left: list[ox.Quad]) -> str | None:
    if case.after is not None:
        same = measure.normal(left) == measure.normal(dataset(case.after))
        return None if same else "leaves other triples"
    assert case.result is not None
    assert found is not None
    return measure.difference(found, expected(case.result))


def _is_kept_otherwise(quads: list[ox.Quad]) -> bool:
    """Whether Oxigraph keeps a literal of the data in another lexical form."""
    return set(map(str, quads)) != set(map(str, stored(quads)))


def run(suite: str, manifest: Path, *, every: bool) -> bool:
    """Print what passes of a suite; whether kgshell passes at least what pyoxigraph's Store does."""
    found = list(cases(manifest))
    engines: tuple[Engine, Engine] = Ours(), Theirs()
    outcomes = [[outcome(engine, case) for case in found] for engine in engines]
    ours, theirs = (
        [sum(each.exact is None for each in those), sum(each.by_value is None for each in those)] for those in outcomes
    )
    print(
        f"{suite}: kgshell {ours[0]}, pyoxigraph {theirs[0]} of {len(found)}; "
        f"literals by value: kgshell {ours[1]}, pyoxigraph {theirs[1]}"
    )
    for case, mine, other in zip(found, *outcomes, strict=True):
        if mine.exact is not None or (every and other.exact is not None):
            beside = " [pyoxigraph passes]" if other.exact is None else ""
            print(f"  {case.name}: {mine.exact or 'passes'}{beside}")
    return ours[0] >= theirs[0]


def main() -> int:
    """Run the suites and print what passes; 1 where pyoxigraph's Store passes more."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.w3c", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("path", type=Path, metavar="PATH", help="the folder `sparql` of the W3C's rdf-tests")
    parser.add_argument("--all", action="store_true", help="name the tests that only pyoxigraph's Store fails, too")
    options = parser.parse_args()
    results = [run(suite, (options.path / file).resolve(), every=options.all) for suite, file in SUITES.items()]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
