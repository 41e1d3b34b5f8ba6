"""The facade: one open graph to build, query, explore, export and draw.

`kg.open` gives a `Graph` over a store on disk, in memory or behind an address. Reading imports nothing heavy; building
loads the language pipelines when the first document of a language comes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path as File
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, Self

from kg import explore, paths
from kg.answers import Change, Description, DocumentInfo, Found, Progress, Schema, Stats
from kg.changes import change_of
from kg.errors import DocumentError
from kg.model import BlankNode, Choices, Iri, Literal, Term, Triple
from kg.names import read_name
from kg.paths import Evidence, Hop, Near, Path, Paths, evidence, label
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base
from kg.rdf.ontology import ontology_files
from kg.store import MEMORY, Results, Rows, Store, Triples, touches_graphs
from kg.whole import whole

if TYPE_CHECKING:
    import networkx
    import rdflib

    from kg.analytics import Analytics
    from kg.build import Builder, Knowledge
    from kg.paths.centrality import Ranked
    from kg.rdf.validation import Report

#: Where the ontology's graphs stand among the documents, and the graph of what users insert.
ONTOLOGY, USER = "ontology/", "graph/user"


class Graph:
    """An open graph; a context manager that closes its store.

    Things and properties are given as `Iri`, or by a name such as `ent:Meta`.

    >>> with kg.open("kg-store") as graph:
    ...     list(graph.build(["articles/"]))
    ...     graph.query("SELECT ?who { ?who kg:left ent:Meta }")
    """

    def __init__(
        self, store: Store, *, base: str, ontology: Sequence[str] = (), choices: Choices | None = None
    ) -> None:
        self._store, self.base = store, base
        self._ontology, self._choices = tuple(ontology), choices or Choices()
        if store.place == MEMORY:
            self._import_ontology()

    # ------------------------------------------------------------ building

    def build(
        self,
        sources: str | File | Iterable[str | File],
        *,
        lang: str | None = None,
        jobs: int = 1,
        name: str = "",
        on_error: Callable[[DocumentError], None] | None = None,
    ) -> Iterator[Progress]:
        """Read sources into the graph; yields after each document. Each is written whole, or not at all.

        Sources are files, folders, globs, `-` or URLs; `name` goes before the names of their documents. What can't be
        read goes to `on_error` (raised without it), and the rest goes on.
        """
        from kg.building import run

        with self._names_kept():
            self._import_ontology()
            yield from run(self._builder, _paths(sources), lang=lang, jobs=jobs, name=name, on_error=on_error)

    def remove(self, sources: str | Iterable[str]) -> None:
        """Take documents out, with the facts that only they support. Raises `KgError` for one that is not there."""
        with self._names_kept():
            for source in _paths(sources):
                self._builder.remove(source)

    @whole
    def load(self, files: str | File | Iterable[str | File]) -> list[Iri]:
        """Import RDF files into graphs named after them, in place of what was there; what they say joins the facts."""
        from kg.building import import_named

        self._import_ontology()
        return import_named(self._store, Base(self.base), _paths(files))

    def update(self, text: str) -> None:
        """Run a SPARQL update; what it does to the default graph is recorded as the user's, in the same write.

        So is what it inserts that documents say too: it stays when they go.
        """
        self._store.update(text, prefixes=self.prefixes, record=Base(self.base).user_graph)
        if touches_graphs(text):
            self.__dict__.pop("_builder", None)  # it remembers the names of documents that may be gone now

    def change(self, text: str) -> Change:
        """What a SPARQL update would change; nothing is changed yet. Raises `QueryError`."""
        return change_of(self._store, text, prefixes=self.prefixes, user=Base(self.base).user_graph)

    def apply(self, change: Change) -> None:
        """Make a change in one write; `change.undone()` takes it back."""
        self._store.apply(change.removed, change.added)
        if any(quad[3] not in (None, Base(self.base).user_graph) for quad in (*change.removed, *change.added)):
            self.__dict__.pop("_builder", None)  # it remembers the names of documents that may be gone now

    @contextmanager
    def _names_kept(self) -> Iterator[None]:
        """Forget what the builder remembers of names where a write did not come to its end, or others may write too."""
        done = False
        try:
            with self._store.at_hand():
                yield
            done = not self._store.served
        finally:
            if not done:
                self.__dict__.pop("_builder", None)

    @cached_property
    def _builder(self) -> Builder:
        from kg.build import Builder, Knowledge

        knowledge: Knowledge = Knowledge(self._ontology, choices=self._choices)
        return Builder(self._store, knowledge, base=self.base, version=program_version())

    def _import_ontology(self) -> None:
        """Put the ontology's files into graphs of their own, where they are not there as they are now."""
        from kg.building import import_files

        paths = (ontology_files().core, *map(File, self._ontology))
        import_files(self._store, {Base(self.base).document(f"{ONTOLOGY}{path.name}"): path for path in paths})

    # ------------------------------------------------------------ asking

    def query(self, text: str) -> Results:
        """What a query gives: `Rows`, `Triples`, or a bool for ASK; `Paths` for PATHS. Known prefixes hold."""
        return self.paths(text) if paths.is_paths(text) else self._store.query(text, prefixes=self.prefixes)

    def find(self, text: str, *, limit: int = 20) -> list[Found]:
        """Entities whose label holds the text, in any language and without accents; the best match first."""
        return explore.find(self._store, text, limit=limit)

    def entity(self, name: str) -> Iri:
        """The one entity that is called so. Raises `UnknownEntity`."""
        return explore.entity(self._store, name, self.prefixes)

    def describe(self, entity: str) -> Description:
        """What the graph says of an entity."""
        return explore.describe(self._store, self._iri(entity))

    def label(self, iri: str) -> str:
        """What people call a thing: its English label, or its name."""
        return label(self._store, self._iri(iri))

    def within(self, seconds: float) -> AbstractContextManager[None]:
        """In this thread, how long an endpoint may stay silent meanwhile; then it is a `StoreTimeout`."""
        return self._store.within(seconds)

    def foresee(self, iris: Iterable[str]) -> None:
        """A hint that these things will be named: behind an address they are asked for together."""
        paths.foresee_labels(self._store, map(Iri, iris))

    def labels(self) -> Iterator[tuple[str, Iri, Iri | None]]:
        """(label, entity, class) of every entity."""
        return explore.labels(self._store)

    def why(self, subject: str, predicate: str, value: str | Term) -> list[Evidence]:
        """The statements of a fact with their sentences, those that are no facts included; by document and place."""
        said = value if isinstance(value, BlankNode | Literal) else self._iri(value)
        return list(evidence(self._store, (self._iri(subject), self._iri(predicate), said)))

    def path(
        self,
        start: str,
        end: str,
        *,
        via: Collection[str] = (),
        k: int = 1,
        max_length: int | None = None,
        directed: bool = False,
    ) -> list[Path]:
        """The `k` shortest paths between two entities, each relation followed both ways unless `directed`.

        That two things are of a kind joins them only where nothing else does.
        """
        ends, over = (self._iri(start), self._iri(end)), [self._iri(each) for each in via]
        return paths.joined(self._store, *ends, via=over, k=k, max_length=max_length, directed=directed)

    def paths(self, text: str | None = None, *, seconds: float | None = None, **options: Any) -> Paths:
        """The answer of a PATHS query, given as text or by the options of `kg.paths.compose`.

        After `seconds` it ends with what it has, and says so in `truncated`.
        """
        asked = paths.compose(**options) if text is None else text
        return paths.ask_paths(self._store, asked, prefixes=self.prefixes, seconds=seconds)

    def closest(self, entity: str, *, limit: int = 20) -> list[Near]:
        """What is within two hops of an entity, the most strongly joined first."""
        return paths.closest(self._store, self._iri(entity), limit=limit)

    def between(self, entities: Sequence[str]) -> list[Hop]:
        """The hops of a small tree that joins the entities; those that can't be joined with the first are left out."""
        return paths.between(self._store, [self._iri(each) for each in entities])

    def neighbours(self, entity: str) -> list[Hop]:
        """The facts that join an entity with others, as hops from it."""
        return paths.hops_from(self._store, self._iri(entity))

    @whole
    def documents(self) -> list[DocumentInfo]:
        """The documents, by source."""
        return explore.documents(self._store)

    def schema(self) -> Schema:
        """Classes and properties with how often facts use them."""
        return explore.schema(self._store)

    @whole
    def stats(self) -> Stats:
        """Figures of the graph."""
        return explore.stats(self._store)

    @whole
    def validate(self, shapes: Sequence[str] = ()) -> Report:
        """What of the graph does not conform to kgshell's shapes, and to those in the files named."""
        from kg.building import check

        return check(self._store, shapes)

    @property
    def place(self) -> str:
        """The store's folder, `:memory:`, or the address of its endpoint without user and password."""
        return self._store.place

    @property
    def served(self) -> bool:
        """Whether the store is behind an address, where asking takes its time and others may write."""
        return self._store.served

    def _iri(self, name: str) -> Iri:
        return name if isinstance(name, Iri) else read_name(name, self.prefixes)

    @property
    def prefixes(self) -> dict[str, str]:
        """The prefixes that queries know, and their namespaces."""
        return v.prefixes(self.base)

    # ------------------------------------------------------------ giving

    @whole
    def export(
        self,
        out: str | File | IO[bytes] | None = None,
        *,
        format: str = "ttl",  # noqa: A002  the command line's word
        what: str = "facts",
    ) -> str | None:
        """Write the facts, or with `what="evidence"` everything, sorted; without `out` the text is returned."""
        from kg import export, exporting

        chosen = exporting.chosen(self._store, what, format, self._ontology_graphs())
        if out is None:
            return export.render(chosen.quads, format, prefixes=self.prefixes, backings=chosen.backings)
        export.export(chosen.quads, format, out=out, prefixes=self.prefixes, backings=chosen.backings)
        return None

    def _ontology_graphs(self) -> list[Iri]:
        lead = Base(self.base).document(ONTOLOGY)
        found = (graph for graph in self._store.graphs() if graph.startswith(lead))
        return sorted(each for each in found if not self._store.contains((each, v.TYPE, v.DOCUMENT, each)))

    def draw(
        self,
        out: str | File,
        *,
        center: str | None = None,
        depth: int = 1,
        query: str | None = None,
        path: tuple[str, str] | None = None,
        limit: int | None = None,
    ) -> str | None:
        """Write a picture: `.html` to explore, `.svg` or `.png`; a note where the explorer could not go in.

        It shows the best connected part of the graph, what is around `center`, the entities of a query's answer, or
        the shortest path between two.
        """
        from kg import drawing

        found = drawing.entities(self.query(query)) if query else None
        ends = (self._iri(path[0]), self._iri(path[1])) if path else None
        among = drawing.stops(self.path(*ends)) if ends else found
        wish = drawing.Wish(self._iri(center) if center else None, depth, among, ends, limit)
        with nullcontext() if center else self._store.at_hand():
            return drawing.write_picture(self._store, File(out), wish, prefixes=self.prefixes)

    def rank(self, *, method: str = "pagerank", query: str | None = None, keep: bool = False) -> list[Ranked]:
        """The entities, the most central first, by a measure of `METHODS`, in the facts or in a query's answer."""
        return self._analytics.rank(method=method, query=query, keep=keep)

    def communities(self, *, seed: int = 0, query: str | None = None, keep: bool = False) -> list[tuple[Iri, ...]]:
        """The entities in groups that hold together, the largest first."""
        return self._analytics.communities(seed=seed, query=query, keep=keep)

    def components(self, *, query: str | None = None, keep: bool = False) -> list[tuple[Iri, ...]]:
        """The entities in groups between which no fact leads, the largest first."""
        return self._analytics.components(query=query, keep=keep)

    @property
    def _analytics(self) -> Analytics:
        from kg.analytics import Analytics

        return Analytics(self._store, base=self.base, prefixes=self.prefixes)

    def report(self, source: str, out: str | File) -> None:
        """Write a document's text, with its mentions and facts marked, beside its graph, as one HTML page."""
        from kg import drawing, reporting

        drawing.write_file(File(out), reporting.report(self._store, source, base=self.base).encode())

    @whole
    def to_networkx(self) -> networkx.MultiDiGraph:
        """The facts as a networkx graph: nodes with label and class, edges with predicate and label."""
        from kg.paths import to_networkx

        return to_networkx(self._store)

    def to_rdflib(self) -> rdflib.Dataset:
        """An rdflib dataset over the same store, without a copy."""
        return self._store.to_rdflib()

    # ------------------------------------------------------------ ending

    def close(self) -> None:
        """Give the store free."""
        self._store.close()

    @whole
    def _repr_svg_(self) -> str:
        """The best connected part as a still picture, for notebooks."""
        from kg import drawing

        return drawing.svg(self._store)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Graph({self.place!r})"


def _paths(given: str | File | Iterable[str | File]) -> list[str]:
    """One path or several, as strings."""
    return [str(each) for each in ([given] if isinstance(given, str | File) else given)]


def program_version() -> str:
    """This program's version."""
    try:
        return version("kgshell")
    except PackageNotFoundError:
        return "0"


__all__ = ["Graph", "Literal", "Rows", "Triple", "Triples", "program_version"]
