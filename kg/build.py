"""Documents to the graph: read, extract, link, map, and write each in one atomic step.

A document that did not change is skipped, one that did is replaced; a build that is killed leaves whole documents, and
the next one completes it. What a name means follows from all documents together: where a document's coming or going
changes that, the statements of the others are rewritten in the same write.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cached_property
from hashlib import sha256
from multiprocessing import parent_process
from pathlib import Path
from threading import Thread

from kg.curating import check_relations, marks_of, read_curation
from kg.errors import KgError
from kg.linking import Draft, Lexicon, NameTable, Thesaurus, draft
from kg.model import Choices, Document, Entity, Extraction, Iri, Literal, Proposition, Quad, Reading
from kg.rdf import vocabulary as v
from kg.rdf.curated import Marks, marked
from kg.rdf.iris import Base
from kg.rdf.lexicon import read_concepts, read_frames
from kg.rdf.mapping import map_document
from kg.rdf.ontology import expected_classes, ontology_files
from kg.rdf.readings import document_graphs
from kg.rdf.readings import readings as stored_readings
from kg.rdf.relink import relink
from kg.rdf.support import change_all
from kg.reading import Reader
from kg.store import Store, parse

#: How many runs of documents each worker process has before it, and how many characters make a run.
AHEAD = 3
RUN = 60_000


class Knowledge:
    """Lexicon and thesaurus, ours and the user's files, read once and shared by all documents."""

    def __init__(self, ontology: Sequence[str] = (), *, choices: Choices | None = None) -> None:
        files, own = ontology_files(), [Path(each) for each in ontology]
        frames = read_frames([triple for path in (*files.lexicons, *own) for triple in parse(path)])
        concepts = read_concepts([triple for path in (files.concepts, *own) for triple in parse(path)])
        self.frames, self.thesaurus = Lexicon(frames), Thesaurus(concepts)
        self.expected = expected_classes(triple for path in (files.core, *own) for triple in parse(path))
        self.reader = Reader(frames, concepts, choices=choices)
        #: What the user's files hold and who extracts, so that documents are read anew when it changes; "" without any.
        chosen = choices or Choices()
        held = [path.read_bytes() for path in (*own, *map(Path, chosen.gazetteers))]
        held += [chosen.extractor.encode()] if chosen.extractor else []
        self.digest = sha256(b"".join(held)).hexdigest()[:12] if held else ""
        #: What makes the same knowledge again in another process.
        self.settings = (tuple(ontology), choices)

    def draft(self, document: Document, extraction: Extraction) -> Draft:
        """What the document's mentions and propositions mean, as far as the document alone tells."""
        return draft(document, extraction, frames=self.frames, thesaurus=self.thesaurus, expected=self.expected)


class Builder:
    """Writes documents into a store. `version` of the program and name of the pipeline stand with each document."""

    def __init__(self, store: Store, knowledge: Knowledge, *, base: str, version: str) -> None:
        self._store, self.knowledge, self._base, self._version = store, knowledge, Base(base), version
        #: What the documents in the store are marked with; None where that is not known.
        self._marks: Marks | None = None

    def holds(self, document: Document) -> bool | None:
        """Whether the store holds this very document, read the same way; None where it has no such document."""
        graph = self._base.document(document.source)
        held = {predicate: value for _, predicate, value, _ in self._store.quads(graph, None, None, graph)}
        if not held:
            return None
        same = held.get(v.SHA256) == Literal(document.sha256) and held.get(v.LANGUAGE) == Literal(document.lang)
        return same and held.get(v.PIPELINE) == Literal(self._pipeline(document))

    def add(self, document: Document, extraction: Extraction) -> int:
        """Write the document in one step, new or in place of what it was; returns how many facts it states."""
        own = self.knowledge.draft(document, extraction)
        moved = self._names.replace(document.source, own.readings())
        linking = own.link(self._names)
        quads = map_document(document, own.extraction, linking, base=self._base.iri, pipeline=self._pipeline(document))
        self._write(self._base.document(document.source), quads, moved)
        return sum(_is_asserted(extraction.propositions[each.proposition]) for each in linking.statements)

    def remove(self, source: str) -> None:
        """Take a document out, with all that only it supports. Raises `KgError` where there is none."""
        graph = self._base.document(source)
        if not any(self._store.contains((graph, v.TYPE, kind, graph)) for kind in (v.DOCUMENT, v.IMPORTED)):
            raise KgError(f"{source}: no such document in the graph; `kg documents` lists them")
        self._write(graph, None, self._names.replace(source, ()))

    def _write(self, graph: Iri, quads: Iterable[Quad] | None, moved: Mapping[Reading, Entity]) -> None:
        changes: dict[Iri, Iterable[Quad] | None] = dict(relink(self._store, moved, base=self._base.iri))
        changes[graph] = quads
        marks = marks_of(self._names, self._base)
        if marks != self._marks:
            for each in document_graphs(self._store):
                if each not in changes:
                    changes[each] = set(self._store.quads(graph=each))
        curated = {each: own if own is None else marked(each, own, marks) for each, own in changes.items()}
        removed, added = change_all(self._store, curated)
        try:
            self._store.apply(removed, added)
        except KgError:
            del self._names  # it knows of what was not written; read it from the store again
            raise
        self._marks = marks

    def _pipeline(self, document: Document) -> str:
        own = f", ontology {self.knowledge.digest}" if self.knowledge.digest else ""
        return f"{self.knowledge.reader.pipeline_name(document.lang)}, kgshell {self._version}{own}"

    @cached_property
    def _names(self) -> NameTable:
        found = NameTable(stored_readings(self._store, base=self._base.iri), curation=read_curation(self._store.path))
        self._marks = marks_of(found, self._base)
        return found

    def curate(self) -> None:
        """Let names and relations in the store be read as the store's curation file says, where it has changed.

        Raises `CurationError`.
        """
        if read_curation(self._store.path) != self._names.curation:
            del self._names
        curation = self._names.curation
        check_relations(curation, self.knowledge.expected)
        place = Iri(f"{self._base.iri}graph/curation")
        said = "\n".join(map(str, curation.decisions))
        wanted: set[Quad] = {(place, v.SHA256, Literal(sha256(said.encode()).hexdigest()), place)} if said else set()
        if set(self._store.quads(graph=place)) != wanted:
            self._marks = None
            self._write(place, wanted, dict(self._names.items()))


def _is_asserted(proposition: Proposition) -> bool:
    return not proposition.negated and proposition.modality is None and proposition.attributed_to is None


def extractions(
    documents: Iterable[Document], knowledge: Knowledge, *, jobs: int = 1
) -> Iterator[tuple[Document, Extraction | KgError]]:
    """Each document with what it says, or with why it can't be read; in order, by `jobs` processes."""
    if jobs <= 1:
        for run in _runs(documents):
            yield from zip(run, knowledge.reader.read_many(run), strict=True)
        return
    with ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=knowledge.settings) as pool:
        waiting: deque[tuple[list[Document], Future[list[Extraction | KgError]]]] = deque()
        for run in _runs(documents):
            waiting.append((run, pool.submit(_read_in_worker, run)))
            if len(waiting) > AHEAD * jobs:
                first, future = waiting.popleft()
                yield from zip(first, future.result(), strict=True)
        for run, future in waiting:
            yield from zip(run, future.result(), strict=True)


def _runs(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The documents in runs of some size, since pipelines are faster on many sentences at once."""
    run: list[Document] = []
    size = 0
    for document in documents:
        run.append(document)
        size += len(document.text)
        if size >= RUN:
            yield run
            run, size = [], 0
    if run:
        yield run


_worker: list[Reader] = []


def _start_worker(ontology: Sequence[str], choices: Choices | None) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    _worker[:] = [Knowledge(ontology, choices=choices).reader]


def _end_with_parent() -> None:
    """End this process once that which started it is gone: a killed build sends no word, and nobody else would."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read_in_worker(run: list[Document]) -> list[Extraction | KgError]:
    return _worker[0].read_many(run)
