"""A store behind the address of a SPARQL 1.1 endpoint, whatever server that is.

Queries and updates are the server's to answer: they go there as they are typed, with the prefixes that they use. Single
things are read when they are asked for, and kept for some seconds; what needs the whole store reads it once, into
memory (`at_hand`). A write is one request, which servers with transactions apply whole or not at all. Nothing locks the
store: one process may build into it at a time. Only SPARQL is spoken, and not the Graph Store Protocol.
Raises `StoreError` and `QueryError`, in one line without user and password.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from importlib.metadata import PackageNotFoundError, version
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.model import BlankNode, Iri, Literal, Quad, Term
from kg.store import asking
from kg.store.ahead import Ahead
from kg.store.columns import named
from kg.store.endpoint import Answer, Endpoint, patience
from kg.store.fetching import Fetcher
from kg.store.oxigraph import ANY, AnyGraph, Store
from kg.store.recording import recorded
from kg.store.request import write_request
from kg.store.results import Results, Rows, Triples
from kg.store.searching import Hit, TextKind

if TYPE_CHECKING:
    import rdflib

T = TypeVar("T")
_NO_PREFIXES: Mapping[str, str] = {}
#: Quads that are held in memory at once, labels that are looked through, nodes that one question names, and quads of
#: one pattern that are kept.
MOST, LABELS, BATCH, KEPT = 2_000_000, 50_000, 100, 5000
#: Labels that a search by the server gives, links that are read ahead at once, languages of labels that are looked up.
_FOUND, _LINKS, _LANGUAGES = 1000, 20_000, ("en", "fi", "nn", "nb", "no")
#: Stands for the graph of labels as they were read to be looked through.
_LABELS = "labels"
#: What is written and removed again to find out how a server keeps graphs apart.
_PROBE = Iri("urn:kgshell:probe")


class RemoteStore(Store):
    """The store at an address; `update` is that of updates, where it does not follow from the first.

    >>> with RemoteStore("http://localhost:3030/ds/sparql") as store:
    ...     store.query("SELECT * { ?s ?p ?o } LIMIT 10")
    """

    served = True

    def __init__(self, address: str, update: str | None = None) -> None:
        super().__init__(ox.Store(), network=True)
        self._endpoint = Endpoint(address, update, agent=_agent())
        self._fetcher, self._ahead = Fetcher(self._endpoint), Ahead()
        #: Whether all of the store is in memory now; whether it was looked at before the first write; whether it has
        #: more labels than are looked through here.
        self._held = self._checked = self._vast = False

    @property
    def place(self) -> str:
        """The address, without user and password."""
        return self._endpoint.address

    # ------------------------------------------------------------ reading

    def at_hand(self) -> AbstractContextManager[None]:
        """All of the store in memory meanwhile, kept in step with what is written. Raises where it is too large."""
        return self._in_memory()

    @contextmanager
    def _in_memory(self) -> Iterator[None]:
        if self._held:
            yield
            return
        self._inner, self._held = self._copied(), True
        try:
            yield
        finally:
            self._held = False
            if self._inner is not None:
                self._inner = ox.Store()

    def _copied(self) -> ox.Store:
        number = self._fetcher.number(asking.more_than(MOST, everywhere=self._fetcher.graphs))
        if number > MOST:
            said = f"holds more than {MOST:,} triples, too many for what needs all of them"
            raise StoreError(f"{self.place}: {said}; ask for a part, or give kgshell a dataset of its own")
        copy = ox.Store()
        came = self._fetcher.copy_into(copy)
        if came < number:
            said = f"gives {came:,} of its {number:,} triples"
            raise StoreError(f"{self.place}: {said}; let it give answers whole, and nobody else write meanwhile")
        return copy

    def within(self, seconds: float | None) -> AbstractContextManager[None]:
        """In this thread, how long the server may stay silent meanwhile; then it is a `StoreTimeout`."""
        return nullcontext() if seconds is None else patience(seconds)

    def foresee(self, nodes: Collection[Iri], predicates: Collection[Iri] = ()) -> None:
        """Read what these nodes have, in a few requests."""
        unknown = (each for each in dict.fromkeys(nodes) if not self._ahead.knows_node(each, predicates))
        everywhere = self._fetcher.graphs and not predicates
        for some in _parts(unknown, BATCH) if not self._held else ():
            found: dict[Term, list[Quad]] = {each: [] for each in some}
            question = asking.of_nodes(some, predicates, everywhere=everywhere)
            for s, p, o, g in self._fetcher.rows(question, "spog"):
                found.setdefault(s, []).append((s, p, o, g))  # type: ignore[arg-type]
            for node in some:
                self._ahead.keep_node(node, predicates, found[node])

    def foresee_links(self, nodes: Collection[Iri], *, inward: bool) -> None:
        """Read the links of these nodes, in a few requests; left to single ones where they are very many."""
        unknown = (each for each in nodes if self._ahead.links(each, inward=inward) is None)
        for some in _parts(unknown, BATCH) if not self._held else ():
            rows = list(self._fetcher.rows(asking.of_links(some, None, inward=inward, most=_LINKS), "npx"))
            if len(rows) == _LINKS:
                return
            found: dict[Iri, list[tuple[Iri, Iri]]] = {each: [] for each in some}
            for n, p, x in cast("list[list[Iri]]", rows):
                found[n].append((p, x))
            for node in some:
                self._ahead.keep_links(node, found[node], inward=inward)

    def quads(
        self,
        s: Iri | BlankNode | None = None,
        p: Iri | None = None,
        o: Term | None = None,
        graph: Iri | AnyGraph | None = ANY,
    ) -> Iterator[Quad]:
        """The quads that fit, in no order; None stands for any term. Where they are few, they are kept some seconds."""
        if self._held:
            return super().quads(s, p, o, graph)
        known = self._ahead.quads(s, p, o, graph)
        if known is None:
            found = self._fitting(s, p, o, graph)
            known = tuple(islice(found, KEPT))
            if len(known) == KEPT:
                return chain(known, found)
            self._ahead.keep_quads(s, p, o, graph, known)
        return iter(known)

    def links(
        self, node: Iri, predicate: Iri | None = None, *, inward: bool = False, most: int | None = None
    ) -> list[tuple[Iri, Iri]]:
        """(property, other end) of the default graph's triples with this subject, or `inward` with this object."""
        if self._held:
            return super().links(node, predicate, inward=inward, most=most)
        known = self._ahead.links(node, inward=inward) if predicate is None else None
        if known is None:
            rows = self._fetcher.rows(asking.of_links([node], predicate, inward=inward, most=most), "px")
            known = tuple(cast("tuple[Iri, Iri]", tuple(row)) for row in rows)
        return list(known[:most])

    def labelled(self, predicate: Iri, text: str | None = None) -> Iterator[Quad]:
        """The default graph's labels of that kind, in no order; where they are very many, those with the text.

        Then the server looks for it: for labels that are the text, else for those that hold it, in any case. Without
        a text there is nothing to look for.
        """
        if self._held:
            return super().labelled(predicate, text)
        known = None if self._vast else self._ahead.quads(None, predicate, None, _LABELS)
        if known is None and not self._vast:
            known = self._labels(predicate, asking.labelled(predicate, most=LABELS + 1))
            self._vast = len(known) > LABELS
            self._ahead.keep_quads(None, predicate, None, _LABELS, known)
        if known is not None and not self._vast:
            return iter(known)
        if text is None:
            return iter(())
        exact = self._labels(predicate, asking.labelled_so(predicate, text, _LANGUAGES, most=_FOUND))
        return iter(exact or self._labels(predicate, asking.labelled_with(predicate, text, most=_FOUND)))

    def _labels(self, predicate: Iri, text: str) -> tuple[Quad, ...]:
        return tuple(cast("Quad", (s, predicate, o, None)) for s, o in self._fetcher.rows(text, "so"))

    def uses(self, nodes: Iterable[Iri], predicates: Collection[Iri]) -> dict[Iri, int]:
        """How many quads with one of the predicates have each of the nodes as object."""
        if self._held:
            return super().uses(nodes, predicates)
        found = dict.fromkeys(nodes, 0)
        for some in _parts(list(found), BATCH):
            question = asking.of_uses(some, predicates, everywhere=self._fetcher.graphs)
            for n, number in self._fetcher.rows(question, ("n", "number")):
                if isinstance(n, Iri) and isinstance(number, Literal):
                    found[n] = int(number.text)
        return found

    def contains(self, quad: Quad) -> bool:
        """Whether the store holds the quad."""
        return next(self.quads(*quad), None) is not None

    def graphs(self) -> Iterator[Iri]:
        """The names of the graphs that hold something, in no order."""
        if self._held:
            yield from super().graphs()
        elif self._fetcher.graphs:
            rows = self._fetcher.rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", "g")
            yield from (name for (name,) in rows if isinstance(name, Iri))

    def count(self) -> int:
        """How many quads there are, in all graphs, as the server counts them."""
        return self._fetcher.number(asking.size(everywhere=self._fetcher.graphs))

    def query(self, text: str, *, prefixes: Mapping[str, str] = _NO_PREFIXES) -> Results:
        """What the server answers. `SELECT *` has its columns as they stand; SERVICE is the server's to allow.

        `prefixes` are declared where they are used. Raises `QueryError`, with the place where there is a fault.
        """
        asking.refuse_own(text, prefixes)
        written = asking.declared(named(text, prefixes), prefixes)

        def asked() -> Answer:
            try:
                return self._endpoint.query(written)
            except QueryError as error:
                raise asking.judged(error, text, prefixes) from error

        def again() -> ox.QuerySolutions:
            solutions = asked()
            if not isinstance(solutions, ox.QuerySolutions):
                raise QueryError("not a SELECT")
            return solutions

        answer = asked()
        if isinstance(answer, ox.QueryBoolean):
            return bool(answer)
        if isinstance(answer, ox.QuerySolutions):
            return self._lend(Rows(answer, again, self._fetcher.failure))
        return self._lend(Triples(answer, self._fetcher.failure, prefixes))

    def search(self, text: str, *, kind: TextKind | None = None, limit: int | None = None) -> list[Hit]:  # noqa: ARG002
        """Refused: an endpoint has no index of ours."""
        raise StoreError(f"{self.place}: an endpoint can't be searched by words; find its entities by their labels")

    def to_rdflib(self) -> rdflib.Dataset:
        """An rdflib dataset over the same endpoint, without a copy."""
        from kg.store.rdflib_view import endpoint_dataset  # rdflib takes long to import

        return endpoint_dataset(*self._endpoint.told)

    # ------------------------------------------------------------ writing

    def apply(self, removed: Iterable[Quad] = (), added: Iterable[Quad] = (), *, dropped: Iterable[Iri] = ()) -> None:
        """Drop the graphs, then remove, then add the quads, in one request. Blank nodes are IRIs in the endpoint."""
        out, new, gone = list(removed), list(added), list(dropped)
        request = write_request(asking.without_blanks(out), asking.without_blanks(new), gone)
        if request:
            self._check_graphs()
            self._written(request)
            if self._held:
                super().apply(out, new, dropped=gone)

    def update(self, text: str, *, prefixes: Mapping[str, str] = _NO_PREFIXES, record: Iri | None = None) -> None:
        """Run a SPARQL update, of one operation or several, in one request. LOAD and SERVICE are the server's to allow.

        What it does to the default graph it does to the graph `record` too, where one is named.
        """
        asking.refuse_own(text, prefixes)
        written = text if record is None else recorded(text, record, prefixes)
        try:
            self._written(asking.declared(written, prefixes))
        except QueryError as error:
            raise asking.judged(error, text, prefixes, update=True) from error
        if self._held:
            self._inner = self._copied()

    def optimize(self) -> None:
        """Nothing: how the server keeps its files is its own affair."""

    def backup(self, path: str | Path) -> None:  # noqa: ARG002
        """Refused: the server has the files."""
        advice = "`kg export --evidence FILE.nq` keeps a copy"
        raise StoreError(f"{self.place}: an endpoint's files are the server's; {advice}")

    def close(self) -> None:
        """Let go of the connections. Rows not read to their end raise `StoreError` from now on."""
        self._endpoint.close()
        super().close()

    def __repr__(self) -> str:
        return f"RemoteStore({self.place!r})"

    # ------------------------------------------------------------ inside

    def _written(self, request: str) -> None:
        self._ahead.clear()
        self._endpoint.update(request)

    def _check_graphs(self) -> None:
        """Refuse to write where the default graph shows what named graphs hold: facts and evidence would be one."""
        if self._checked:
            return
        if not self._fetcher.graphs:
            raise StoreError(f"{self.place}: knows no named graphs, which hold the evidence; build into a folder")
        probe = write_request((), [(_PROBE, _PROBE, Literal("probe"), _PROBE)], ())
        self._written(probe)
        try:
            union = next(self._fitting(_PROBE, None, None, None), None) is not None
        finally:
            self._written(probe.replace("INSERT", "DELETE", 1))
        if union:
            said = "its default graph shows what its named graphs hold, so that facts and evidence can't be told apart"
            raise StoreError(f"{self.place}: {said}; set the dataset up otherwise, or build into a folder")
        self._checked = True

    def _fitting(
        self, s: Iri | BlankNode | None, p: Iri | None, o: Term | None, graph: Iri | AnyGraph | None
    ) -> Iterator[Quad]:
        """The quads that fit, as the server has them now."""
        found = self._fetcher.quads(s, p, o, graph)
        return iter(()) if found is None else self._lend(found)


def _parts(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of so many at most."""
    waiting = iter(items)
    while some := list(islice(waiting, size)):
        yield some


def _agent() -> str:
    """How we call ourselves, as servers that many use want it."""
    try:
        return f"kgshell/{version('kgshell')} (SPARQL client)"
    except PackageNotFoundError:
        return "kgshell (SPARQL client)"
