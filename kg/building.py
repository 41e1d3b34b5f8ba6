"""What an open graph does at length: run a build, import a file, check shapes.

Kept apart from `graph`, so that opening a graph to ask it imports none of this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from hashlib import sha256
from pathlib import Path

from kg.answers import Progress
from kg.build import Builder, extractions
from kg.documents import Source, find, load
from kg.errors import DocumentError, KgError, OntologyError, PipelineError
from kg.model import BlankNode, Document, Extraction, Iri, Literal, Quad, Triple
from kg.rdf import vocabulary as v
from kg.rdf.iris import Base
from kg.rdf.ontology import ontology_files
from kg.rdf.support import change_all
from kg.rdf.validation import Report
from kg.rdf.validation import validate as validate_triples
from kg.store import Store, canonical, parse, parse_quads

#: What a file of shapes has at least one of.
_SHAPES = (v.SH("NodeShape"), v.SH("PropertyShape"))
_OF_SHAPES = tuple(map(v.SH, ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf")))


def run(
    builder: Builder,
    sources: Sequence[str],
    *,
    lang: str | None,
    jobs: int,
    name: str,
    on_error: Callable[[DocumentError], None] | None,
) -> Iterator[Progress]:
    """Read the sources, and write each document that is new or changed; yields after each."""
    builder.curate()
    run_of = _Run(builder, on_error)
    found = list(find(sources, prefix=name, on_error=run_of.failed))
    run_of.total = len(found) + len(run_of.pending)
    yield from run_of.drain()
    documents = run_of.documents(found, lang)
    try:
        for document, extraction in extractions(documents, builder.knowledge, jobs=jobs):
            yield from run_of.drain()
            yield run_of.write(document, extraction)
    except BrokenProcessPool as error:
        reason = "a process that reads documents was ended from outside, perhaps for want of memory"
        raise PipelineError(f"{reason}; build again, with fewer jobs: what is done stays") from error
    yield from run_of.drain()


class _Run:
    """The state of one build: what is done, and what is to be told before the next document."""

    def __init__(self, builder: Builder, on_error: Callable[[DocumentError], None] | None) -> None:
        self.total = 0
        self.pending: list[tuple[str, str]] = []
        self._builder, self._on_error, self._done = builder, on_error, 0
        self._known: dict[str, bool | None] = {}

    def failed(self, error: DocumentError) -> None:
        """Pass the error on, and remember to tell of it."""
        if self._on_error is None:
            raise error
        self._on_error(error)
        self.pending.append((error.source, "failed"))

    def documents(self, found: Sequence[Source], lang: str | None) -> Iterator[Document]:
        """The documents that need reading."""
        for source in found:
            try:
                document = load(source, lang=lang)
                held = self._builder.holds(document)
            except DocumentError as error:
                self.failed(error)
                continue
            except PipelineError as error:
                self.failed(DocumentError(source.name, str(error)))
                continue
            if held:
                self.pending.append((document.source, "unchanged"))
                continue
            self._known[document.source] = held
            yield document

    def write(self, document: Document, extraction: Extraction | KgError) -> Progress:
        """Write what was read of a document."""
        if isinstance(extraction, KgError):
            self.failed(DocumentError(document.source, str(extraction)))
            return self._step(*self.pending.pop())
        facts = self._builder.add(document, extraction)
        action = "added" if self._known.pop(document.source) is None else "changed"
        return self._step(document.source, action, facts=facts, words=len(document.text.split()))

    def drain(self) -> Iterator[Progress]:
        """What happened to documents that were not written."""
        waiting, self.pending = self.pending, []
        for source, action in waiting:
            yield self._step(source, action)

    def _step(self, source: str, action: str, *, facts: int = 0, words: int = 0) -> Progress:
        self._done += 1
        return Progress(self._done, self.total, source, action, facts, words)


def import_files(store: Store, files: Mapping[Iri, Path]) -> None:
    """Let graphs hold the triples of files, and the default graph with them; writes only what is not there yet.

    Nothing is written where one of the files can't be read. Raises `OntologyError`.
    """
    _hold(store, {graph: list(canonical((*triple, None) for triple in parse(path))) for graph, path in files.items()})


def import_named(store: Store, base: Base, files: Sequence[str]) -> list[Iri]:
    """Import RDF files as facts, in graphs named after them in place of what was there; the graphs' names.

    Graphs that a file names count as one: the file is the source. Raises `OntologyError`; then nothing is written.
    """
    read: dict[Iri, list[Quad]] = {}
    for path in map(Path, files):
        graph = base.document(path.name)
        if graph in read:
            raise OntologyError(f"{path}: another file is called {path.name} too; rename this one")
        if store.contains((graph, v.TYPE, v.DOCUMENT, graph)):
            raise OntologyError(
                f"{path}: a document is called {path.name} too; rename the file, or remove the document"
            )
        said = canonical((*quad[:3], None) for quad in parse_quads(path))
        about: list[Triple] = [(graph, v.TYPE, v.IMPORTED), (graph, v.SOURCE, Literal(path.name))]
        read[graph] = [(*triple, None) for triple in (*_apart(graph, (quad[:3] for quad in said)), *about)]
    _hold(store, read)
    return list(read)


def _hold(store: Store, wanted: Mapping[Iri, Iterable[Quad]]) -> None:
    graphs = {graph: {(*quad[:3], graph) for quad in quads} for graph, quads in wanted.items()}
    removed, added = change_all(store, graphs)
    if removed or added:
        store.apply(removed, added)


def check(store: Store, shapes: Sequence[str]) -> Report:
    """What of the graph, evidence included, does not conform to our shapes, and to those in the files.

    Raises `OntologyError` for a file that can't be read, holds no shape, or one that can't be used.
    """
    ours, wanted = list(parse(ontology_files().shapes)), [_shapes(Path(each)) for each in shapes]
    data = {quad[:3] for quad in store.quads()}
    try:
        return validate_triples(data, [*ours, *(triple for triples in wanted for triple in triples)])
    except OntologyError as error:
        if not shapes:
            raise
        raise OntologyError(f"{', '.join(shapes)}: {error}") from error


def _shapes(path: Path) -> list[Triple]:
    found = list(parse(path))
    if not any(predicate in _OF_SHAPES or value in _SHAPES for _, predicate, value in found):
        raise OntologyError(f"{path}: holds no SHACL shape; one has a type sh:NodeShape or a target (sh:targetClass …)")
    return _apart(str(path), found)


def _apart(name: str, triples: Iterable[Triple]) -> list[Triple]:
    """The triples of a file with blank nodes that are called otherwise than those of other files."""
    mark = f"b{sha256(name.encode()).hexdigest()[:12]}"
    return [
        (
            BlankNode(mark + s) if isinstance(s, BlankNode) else s,
            p,
            BlankNode(mark + o) if isinstance(o, BlankNode) else o,
        )
        for s, p, o in triples
    ]
