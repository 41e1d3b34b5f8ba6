"""A graph in memory that documents come to and go from, as `kg.build` puts them into a store."""

from __future__ import annotations

from kg.linking import Lexicon, NameTable, Thesaurus, draft
from kg.model import Concept, Document, Extraction, Frame, Iri, Quad
from kg.rdf.iris import Base
from kg.rdf.mapping import map_document
from kg.rdf.readings import readings as stored_readings
from kg.rdf.relink import relink
from kg.rdf.support import change_all, supported
from tests.kg.rdf.quads import Quads

LEXICON = Lexicon(
    [
        Frame("en", "leave", "verb", "kg:left"),
        Frame("en", "join", "verb", "kg:joined"),
        Frame("en", "rise", "verb", "kg:rise", intransitive=True),
    ]
)
THESAURUS = Thesaurus([Concept("company", (("en", "company"), ("en", "firm"), ("fi", "yritys")))])


class Built:
    """What the store holds after documents have come and gone."""

    def __init__(self) -> None:
        self.source = Quads()

    def put(self, document: Document, extraction: Extraction) -> None:
        names = self._names()
        own = draft(document, extraction, frames=LEXICON, thesaurus=THESAURUS)
        changed = names.replace(document.source, own.readings())
        quads = map_document(document, own.extraction, own.link(names), pipeline="test")
        graphs = {**relink(self.source, changed), Base().document(document.source): quads}
        self.source.apply(*change_all(self.source, graphs))

    def remove(self, source: str) -> None:
        changed = self._names().replace(source, ())
        self.source.apply(*change_all(self.source, {**relink(self.source, changed), Base().document(source): None}))

    def load(self, graph: Iri, quads: set[Quad] | None) -> None:
        self.source.apply(*change_all(self.source, {graph: quads}))

    def facts(self) -> set[tuple[object, ...]]:
        return {quad[:3] for quad in self.source.quads(graph=None)}

    def expected(self) -> set[tuple[object, ...]]:
        """The default graph, worked out anew from the named ones."""
        graphs = {quad[3] for quad in self.source.held if quad[3] is not None}
        return {t for graph in graphs for t in supported(graph, self.source.quads(graph=graph))}

    def _names(self) -> NameTable:
        return NameTable(stored_readings(self.source))
